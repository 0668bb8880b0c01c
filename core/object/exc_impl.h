// exc_impl.h — what the files of the exception classes share.
// SPDX-License-Identifier: MIT
//
// exc.c raising; exc_base.c BaseException; exc_types.c the table of classes;
// exc_name.c, exc_os.c, exc_syntax.c, exc_unicode.c classes with fields of
// their own; exc_group.c groups.
#ifndef TL_OBJECT_EXC_IMPL_H
#define TL_OBJECT_EXC_IMPL_H

#include "object/exc.h"
#include "object/type_spec.h"

// Places in TlExc.extra.
enum {
    TL_EXTRA_VALUE = 0,  // StopIteration.value, SystemExit.code
    TL_EXTRA_NAME = 0,   // NameError, AttributeError, ImportError
    TL_EXTRA_OBJ = 1,    // AttributeError
    TL_EXTRA_PATH = 1,   // ImportError
    TL_EXTRA_MSG = 2,    // ImportError
    TL_EXTRA_ERRNO = 0, TL_EXTRA_STRERROR, TL_EXTRA_FILENAME,
    TL_EXTRA_FILENAME2,
    TL_EXTRA_SYN_MSG = 0, TL_EXTRA_SYN_FILENAME, TL_EXTRA_SYN_LINENO,
    TL_EXTRA_SYN_OFFSET, TL_EXTRA_SYN_TEXT, TL_EXTRA_SYN_END_LINENO,
    TL_EXTRA_SYN_END_OFFSET,
    TL_EXTRA_ENCODING = 0, TL_EXTRA_OBJECT, TL_EXTRA_START, TL_EXTRA_END,
    TL_EXTRA_REASON,
    TL_EXTRA_GROUP_MSG = 0, TL_EXTRA_GROUP_EXCS
};

static inline TlExc *tl_as_exc(TlRef v)
{
    return (TlExc *)(void *)tl_as_obj(v);
}

// ---- exc_base.c

extern const TlSlots tl_exc_slots;
extern const TlNativeDef tl_exc_methods[];
extern const TlGetSetDef tl_exc_getsets[];

TlValue tl_exc_new_slot(TlRuntime *rt, TlType *type, const TlRef *args,
                        int nargs, TlTuple *kwnames);
// Refuses keywords, keeps the arguments.
TlStatus tl_exc_init_slot(TlRuntime *rt, TlRef self, const TlRef *args,
                          int nargs, TlTuple *kwnames);
TlValue tl_exc_str_slot(TlRuntime *rt, TlRef self);
// self.args = args
TlStatus tl_exc_set_args(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs);
void tl_exc_set_extra(TlRuntime *rt, TlExc *exc, int at, TlRef value);
// Getter and setter of extra[closure]; absent is None.
TlValue tl_exc_get_extra(TlRuntime *rt, TlRef self, void *closure);
TlStatus tl_exc_put_extra(TlRuntime *rt, TlRef self, TlRef value,
                          void *closure);
#define TL_EXTRA(name, at) \
    {name, tl_exc_get_extra, tl_exc_put_extra, (void *)(uintptr_t)(at)}
#define TL_EXTRA_READONLY(name, at) \
    {name, tl_exc_get_extra, tl_readonly_member, (void *)(uintptr_t)(at)}
// Keyword arguments [names] of an exception's constructor go to extra[0..n).
TlStatus tl_exc_take_keywords(TlRuntime *rt, TlRef self,
                              const char *const *names, int n,
                              const TlRef *values, TlTuple *kwnames);

// ---- classes with fields: their own slots (other slots are inherited),
// methods and attributes.

extern const TlSlots tl_stop_iteration_slots, tl_system_exit_slots;
extern const TlGetSetDef tl_stop_iteration_getsets[],
    tl_system_exit_getsets[];
extern const TlSlots tl_key_error_slots, tl_name_error_slots,
    tl_attribute_error_slots, tl_import_error_slots;
extern const TlGetSetDef tl_name_error_getsets[],
    tl_attribute_error_getsets[], tl_import_error_getsets[];
extern const TlSlots tl_os_error_slots, tl_syntax_error_slots;
extern const TlGetSetDef tl_os_error_getsets[], tl_syntax_error_getsets[];
extern const TlSlots tl_unicode_decode_slots, tl_unicode_encode_slots,
    tl_unicode_translate_slots;
extern const TlGetSetDef tl_unicode_getsets[];
extern const TlSlots tl_group_slots;
extern const TlNativeDef tl_group_methods[];
extern const TlGetSetDef tl_group_getsets[];

// Drops what the MemoryError kept in reserve holds. (exc.c)
void tl_memory_error_reset(TlRuntime *rt);

#endif
