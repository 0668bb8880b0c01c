// lib.c — start and end of the library layer.
// SPDX-License-Identifier: MIT
#include "lib/lib.h"

#include <string.h>

#include "lib/import.h"
#include "lib/modules.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/vm.h"

typedef struct NativeModule {
    const char *name;
    TlModuleInit init;
} NativeModule;

static const NativeModule native_modules[] = {
#define M(name) {#name, tl_init_##name},
    TL_NATIVE_MODULES(M)
#undef M
};

TlModuleInit tl_native_module(const char *name)
{
    size_t count = sizeof native_modules / sizeof *native_modules;
    for (size_t i = 0; i < count; i++) {
        if (strcmp(native_modules[i].name, name) == 0) {
            return native_modules[i].init;
        }
    }
    return NULL;
}

// The type of a sendable of this layer.
static TlType *sendable_type(TlRuntime *rt, const TlTypeSpec *spec)
{
    return tl_type_from_spec(rt, spec, rt->types.object);
}

static TlStatus make_namespaces(TlRuntime *rt)
{
    rt->lib->warned = tl_dict_new(rt);
    rt->lib->state = tl_dict_new(rt);
    if (rt->lib->warned == NULL || rt->lib->state == NULL) {
        return TL_RAISED;
    }
    TlModule *builtins = tl_import_native_module(rt, "builtins");
    if (builtins == NULL) {
        return TL_RAISED;
    }
    // The object layer's own dict was for the time before there was a module.
    tl_release(rt, rt->builtins);
    rt->builtins = tl_retain(builtins->dict);
    tl_release(rt, builtins);
    rt->lib->sys = tl_import_native_module(rt, "sys");
    return rt->lib->sys == NULL ? TL_RAISED : TL_OK;
}

TlStatus tl_lib_init(TlRuntime *rt)
{
    rt->lib->importer = sendable_type(rt, &tl_importer_spec);
    rt->lib->program = sendable_type(rt, &tl_program_spec);
    if (rt->lib->importer == NULL || rt->lib->program == NULL) {
        return TL_RAISED;
    }
    rt->hooks.unraisable = tl_lib_unraisable;
    rt->vm->hooks.warn = tl_lib_warn_about_object;
    rt->vm->hooks.source_line = tl_lib_source_line;
    return make_namespaces(rt);
}

void tl_lib_deinit(TlRuntime *rt)
{
    TlLib *lib = rt->lib;
    TL_CLEAR_PTR(rt, lib->sys);
    TL_CLEAR_PTR(rt, rt->builtins);
    TL_CLEAR_PTR(rt, rt->modules);
    tl_clear(rt, &rt->context);
    TL_CLEAR_PTR(rt, lib->warned);
    TL_CLEAR_PTR(rt, lib->state);
    TL_CLEAR_PTR(rt, lib->argv);
    TL_CLEAR_PTR(rt, lib->script_dir);
    tl_gc_collect(rt);
    TL_CLEAR_PTR(rt, lib->importer);
    TL_CLEAR_PTR(rt, lib->program);
    TL_CLEAR_PTR(rt, lib->sleeper);
    TL_CLEAR_PTR(rt, lib->struct_time);
    TL_CLEAR_PTR(rt, lib->deque_iter);
}
