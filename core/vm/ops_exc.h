// ops_exc.h — matching of exceptions, shared by except and except*.
// SPDX-License-Identifier: MIT
#ifndef TL_VM_OPS_EXC_H
#define TL_VM_OPS_EXC_H

#include "object/exc_impl.h"
#include "vm/vm_impl.h"

// [want] is a class or a (nested) tuple of classes.
bool tl_exc_matches(TlRef exc, TlRef want);
// TypeError unless an except clause may name [want].
TlStatus tl_check_exc_classes(TlRuntime *rt, TlRef want, bool star);
// Makes [exc] (consumed) the exception being handled.
void tl_set_handled(TlRuntime *rt, TlValue exc);

#endif
