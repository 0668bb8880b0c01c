// exc_types.c — the table of built-in exception classes.
// SPDX-License-Identifier: MIT
//
// All are TlExc; a class differs from its base by what its row says.
#include "object/exc_impl.h"
#include "object/list.h"
#include "object/type_impl.h"

// What a class adds to its base. Classes that add nothing have no row.
typedef struct ExcParts {
    size_t place;  // offset in TlExcTypes
    const TlSlots *slots;
    const TlGetSetDef *getsets;
    const TlNativeDef *methods;
    const char *module;
} ExcParts;

#define AT(name) offsetof(TlExcTypes, name)

static const ExcParts parts[] = {
    {AT(BaseException), &tl_exc_slots, tl_exc_getsets, tl_exc_methods, NULL},
    {AT(SystemExit), &tl_system_exit_slots, tl_system_exit_getsets, NULL,
     NULL},
    {AT(CancelledError), NULL, NULL, NULL, "asyncio.exceptions"},
    {AT(InvalidStateError), NULL, NULL, NULL, "asyncio.exceptions"},
    {AT(BaseExceptionGroup), &tl_group_slots, tl_group_getsets,
     tl_group_methods, NULL},
    {AT(StopIteration), &tl_stop_iteration_slots, tl_stop_iteration_getsets,
     NULL, NULL},
    {AT(AttributeError), &tl_attribute_error_slots,
     tl_attribute_error_getsets, NULL, NULL},
    {AT(ImportError), &tl_import_error_slots, tl_import_error_getsets, NULL,
     NULL},
    {AT(KeyError), &tl_key_error_slots, NULL, NULL, NULL},
    {AT(NameError), &tl_name_error_slots, tl_name_error_getsets, NULL, NULL},
    {AT(OSError), &tl_os_error_slots, tl_os_error_getsets, NULL, NULL},
    {AT(SyntaxError), &tl_syntax_error_slots, tl_syntax_error_getsets, NULL,
     NULL},
    {AT(UnicodeDecodeError), &tl_unicode_decode_slots, tl_unicode_getsets,
     NULL, NULL},
    {AT(UnicodeEncodeError), &tl_unicode_encode_slots, tl_unicode_getsets,
     NULL, NULL},
    {AT(UnicodeTranslateError), &tl_unicode_translate_slots,
     tl_unicode_getsets, NULL, NULL},
};

static const ExcParts *parts_of(size_t place)
{
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i].place == place) {
            return &parts[i];
        }
    }
    return NULL;
}

static TlType *make(TlRuntime *rt, const char *name, size_t place,
                    TlTuple *bases)
{
    const ExcParts *own = parts_of(place);
    TlTypeSpec spec = {
        .name = name,
        .size = sizeof(TlExc),
        .flags = TL_TYPE_GC | TL_TYPE_BASE | TL_TYPE_IS_EXC,
    };
    if (own != NULL) {
        spec.slots = own->slots;
        spec.getsets = own->getsets;
        spec.methods = own->methods;
        spec.module = own->module;
    }
    if (place == AT(BaseException)) {
        spec.dict_offset = offsetof(TlExc, dict);
    }
    return tl_type_from_spec_bases(rt, &spec, bases);
}

// A line of types.h.
typedef struct Row {
    const char *name, *base;
    size_t place;
} Row;

#define E(name, base) {#name, #base, AT(name)},
static const Row rows[] = {TL_BUILTIN_EXCEPTIONS(E)};
#undef E

#define ROW_COUNT ((int)(sizeof rows / sizeof *rows))

static TlType **type_at(TlRuntime *rt, size_t place)
{
    return (TlType **)(void *)((char *)&rt->exc + place);
}

static TlType *base_named(TlRuntime *rt, const char *name)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        if (strcmp(rows[i].name, name) == 0) {
            return *type_at(rt, rows[i].place);
        }
    }
    return rt->types.object;
}

static TlStatus make_one(TlRuntime *rt, const Row *row, TlType *base,
                         TlType *second)
{
    TlRef refs[] = {tl_from_obj(base), TL_NO_VALUE};
    if (second != NULL) {
        refs[1] = tl_from_obj(second);
    }
    TlTuple *bases = tl_tuple_from(rt, refs, second == NULL ? 1 : 2);
    if (bases == NULL) {
        return TL_RAISED;
    }
    TlType *type = make(rt, row->name, row->place, bases);
    tl_release(rt, bases);
    *type_at(rt, row->place) = type;
    return type == NULL ? TL_RAISED : TL_OK;
}

TlStatus tl_exc_types_init(TlRuntime *rt)
{
    for (int i = 0; i < ROW_COUNT; i++) {
        bool both = rows[i].place == AT(ExceptionGroup);
        if (make_one(rt, &rows[i], base_named(rt, rows[i].base),
                     both ? rt->exc.Exception : NULL) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}
