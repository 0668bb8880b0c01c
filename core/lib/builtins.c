// builtins.c — the module builtins: names of types, exceptions, constants.
// SPDX-License-Identifier: MIT
//
// The functions stand in builtins_object.c, builtins_number.c,
// builtins_fold.c, builtins_code.c, builtins_io.c and print.c, the lazy
// iterators in builtins_iter.c; here everything is given its name.
#include "lib/builtins.h"

#include "lib/modules.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/func.h"
#include "vm/vm.h"

// The object layer's own; its slots are what super() is without the VM.
extern const TlTypeSpec tl_super_spec;

typedef struct Named {
    const char *name;
    TlRef value;
} Named;

static TlStatus add_all(TlRuntime *rt, TlDict *dict, const Named *names,
                        size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (tl_dict_set_cstr(rt, dict, names[i].name, names[i].value) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlStatus add_constants(TlRuntime *rt, TlDict *dict)
{
    const Named names[] = {
        {"None", TL_NONE},
        {"True", TL_TRUE},
        {"False", TL_FALSE},
        {"NotImplemented", TL_NOT_IMPLEMENTED},
        {"Ellipsis", TL_ELLIPSIS},
        {"__debug__", TL_TRUE},
        {"__build_class__", rt->vm->build_class},
    };
    return add_all(rt, dict, names, sizeof names / sizeof *names);
}

// ---- types

static TlStatus add_object_types(TlRuntime *rt, TlDict *dict)
{
    const TlTypes *t = &rt->types;
    TlType *const types[] = {
        t->bool_,     t->bytearray, t->bytes,        t->classmethod,
        t->dict,      t->float_,    t->frozenset,    t->int_,
        t->list,      t->object,    t->property,     t->range,
        t->set,       t->slice,     t->staticmethod, t->str,
        t->super,     t->tuple,     t->type,
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (tl_dict_set_str(rt, dict, types[i]->name_obj,
                            tl_from_obj(types[i])) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

static TlValue refuse_complex(TlRuntime *rt, TlType *type, const TlRef *args,
                              int nargs, TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.NotImplementedError,
                    "Twinloop has no complex numbers");
}

static TlValue refuse_memoryview(TlRuntime *rt, TlType *type,
                                 const TlRef *args, int nargs,
                                 TlTuple *kwnames)
{
    return tl_raise(rt, rt->exc.NotImplementedError,
                    "Twinloop has no memoryview; use bytes or bytearray");
}

// Types without instances, so that isinstance() has something to ask for.
static const TlSlots complex_slots = {.new_ = refuse_complex};
static const TlSlots memoryview_slots = {.new_ = refuse_memoryview};

static const TlTypeSpec complex_spec = {
    .name = "complex",
    .size = sizeof(TlObject),
    .slots = &complex_slots,
};

static const TlTypeSpec memoryview_spec = {
    .name = "memoryview",
    .size = sizeof(TlObject),
    .slots = &memoryview_slots,
};

static TlStatus add_lib_types(TlRuntime *rt, TlDict *dict)
{
    static const TlTypeSpec *const specs[] = {
        &tl_enumerate_spec, &tl_filter_spec, &tl_map_spec,
        &tl_reversed_spec,  &tl_zip_spec,    &complex_spec,
        &memoryview_spec,
    };
    for (size_t i = 0; i < sizeof specs / sizeof *specs; i++) {
        TlType *type = tl_type_from_spec(rt, specs[i], rt->types.object);
        if (type == NULL) {
            return TL_RAISED;
        }
        TlStatus status =
            tl_dict_set_str(rt, dict, type->name_obj, tl_from_obj(type));
        tl_release(rt, type);
        if (status != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// super() without arguments: only the VM knows __class__ and self.
static TlStatus super_init(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    TlInitFn init = tl_super_spec.slots->init;
    if (nargs > 0 || kwnames != NULL) {
        return init(rt, self, args, nargs, kwnames);
    }
    TlType *type;
    TlRef pair[2];
    if (tl_vm_super_args(rt, &type, &pair[1]) != TL_OK) {
        return TL_RAISED;
    }
    pair[0] = tl_from_obj(type);
    return init(rt, self, pair, 2, NULL);
}

// ---- exceptions

static bool is_public(TlRuntime *rt, const TlType *type)
{
    // They belong to asyncio.
    return type != rt->exc.CancelledError && type != rt->exc.InvalidStateError;
}

static TlStatus add_exceptions(TlRuntime *rt, TlDict *dict)
{
    TlType *const types[] = {
#define E(name, base) rt->exc.name,
        TL_BUILTIN_EXCEPTIONS(E)
#undef E
    };
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        if (is_public(rt, types[i]) &&
            tl_dict_set_str(rt, dict, types[i]->name_obj,
                            tl_from_obj(types[i])) != TL_OK) {
            return TL_RAISED;
        }
    }
    const Named aliases[] = {
        {"EnvironmentError", tl_from_obj(rt->exc.OSError)},
        {"IOError", tl_from_obj(rt->exc.OSError)},
    };
    return add_all(rt, dict, aliases, sizeof aliases / sizeof *aliases);
}

TlStatus tl_init_builtins(TlRuntime *rt, TlModule *module)
{
    static const TlNativeDef *const tables[] = {
        tl_builtins_object_defs, tl_builtins_number_defs,
        tl_builtins_iter_defs,   tl_builtins_code_defs,
        tl_builtins_io_defs,     tl_builtins_print_defs,
    };
    rt->types.super->slots.init = super_init;
    TlDict *dict = module->dict;
    if (add_constants(rt, dict) != TL_OK ||
        add_object_types(rt, dict) != TL_OK ||
        add_lib_types(rt, dict) != TL_OK ||
        add_exceptions(rt, dict) != TL_OK) {
        return TL_RAISED;
    }
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        if (tl_module_add_functions(rt, tl_from_obj(module), tables[i]) !=
            TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}
