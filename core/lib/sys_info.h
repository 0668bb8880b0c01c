// sys_info.h — the facts sys tells: versions, number formats, flags.
// SPDX-License-Identifier: MIT
#ifndef TL_LIB_SYS_INFO_H
#define TL_LIB_SYS_INFO_H

#include "lib/lib.h"

// Adds them to sys's dict.
TlStatus tl_sys_add_info(TlRuntime *rt, TlDict *sys);
// Puts [value] under [name] into [dict] and drops the reference; TL_NO_VALUE
// (an exception is pending) is TL_RAISED.
TlStatus tl_put_steal(TlRuntime *rt, TlDict *dict, const char *name,
                      TlValue value);

#endif
