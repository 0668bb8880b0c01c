// imports.js — the host imports, named for the linker; src/engine.js has them.
// SPDX-License-Identifier: MIT
mergeInto(LibraryManager.library, {
  tl_write() {},
  tl_now() {},
  tl_wall_time() {},
});
