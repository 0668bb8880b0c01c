// element.js — importing this registers <twin-loop>.
// SPDX-License-Identifier: MIT

import { TwinLoop } from './elements/twin-loop.js';

// Two copies of the script in one page are not an error.
if (!customElements.get('twin-loop')) {
  customElements.define('twin-loop', TwinLoop);
}

export { TwinLoop };
