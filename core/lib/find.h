// find.h — where the source of a module is.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_FIND_H
#define TL_LIB_FIND_H

#include "lib/import.h"

void tl_found_init(TlRuntime *rt, TlFound *found);
// Finds the module with the absolute dotted [name]; [inner] is the name that
// will be asked for inside it, or NULL. False = there is none. [found] is
// initialised and must be deinitialised by the caller either way.
bool tl_find_module(TlRuntime *rt, const char *name, const char *inner,
                    TlFound *found);

#endif
