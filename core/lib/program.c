// program.c — the program from its entry to the interpreter's exit.
// SPDX-License-Identifier: MIT
//
// Running the entry is a sendable, as an import is: it loads, then calls the
// body of __main__, which may suspend.
#include <string.h>

#include "lib/find.h"
#include "lib/import.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

typedef enum Phase { LOAD, IMPORT_PARENT, RUN_BODY } Phase;

typedef struct TlProgram {
    TlObject ob;
    TlStr *entry;      // path of the file, or name of the module
    bool module;
    bool package;      // the module is a package: its __main__ runs
    Phase phase;
    TlValue importer;  // of the parent package, with -m
    TlValue body;      // function that runs __main__
} TlProgram;

// ---- loading

static bool open_file(TlRuntime *rt, TlStr *path, TlFound *found)
{
    size_t len;
    const char *text = tl_str_utf8(rt, path, &len);
    if (text == NULL) {
        return false;
    }
    tl_buf_append(&found->path, text, len);
    found->text = rt->lib->find_source(rt, text, &found->len);
    found->owned = found->text != NULL;
    return found->owned;
}

// Source of `-m name`: the module, or the __main__ of a package; then
// *package becomes true.
static bool open_module(TlRuntime *rt, TlStr *name, TlFound *found,
                        bool *package)
{
    size_t len;
    const char *text = tl_str_utf8(rt, name, &len);
    if (text == NULL || !tl_find_module(rt, text, NULL, found)) {
        return false;
    }
    *package = found->package;
    if (!found->package) {
        return true;
    }
    tl_found_deinit(rt, found);
    tl_found_init(rt, found);
    TlBuf main;
    tl_buf_init(&main, &rt->alloc);
    tl_buf_append_fmt(&main, "%s.__main__", text);
    bool ok = tl_find_module(rt, tl_buf_cstr(&main), NULL, found);
    tl_buf_deinit(&main);
    return ok;
}

// The package that [name] is in, for __package__; "" at the top. Owned.
static TlValue package_of(TlRuntime *rt, TlStr *name)
{
    int64_t dot = name->len;
    while (dot > 0 && tl_str_at(name, dot - 1) != '.') {
        dot--;
    }
    return tl_str_slice(rt, name, 0, dot > 0 ? dot - 1 : 0);
}

static TlModule *main_module(TlRuntime *rt, TlProgram *program)
{
    TlStr *name = TL_NAME(rt, __main__);
    TlValue package = !program->module  ? TL_NONE
                      : program->package ? tl_incref(tl_from_obj(program->entry))
                                         : package_of(rt, program->entry);
    if (!tl_has_value(package)) {
        return NULL;
    }
    TlModule *module = tl_import_new_module(
        rt, name, tl_is_none(package) ? NULL : tl_as_str(package));
    tl_decref(rt, package);
    if (module != NULL &&
        tl_dict_set_str(rt, rt->modules, name, tl_from_obj(module)) != TL_OK) {
        TL_CLEAR_PTR(rt, module);
    }
    return module;
}

static TlStatus load(TlRuntime *rt, TlProgram *program)
{
    TlFound found;
    tl_found_init(rt, &found);
    bool package;
    bool ok = program->module
                  ? open_module(rt, program->entry, &found, &package)
                  : open_file(rt, program->entry, &found);
    TlModule *module = NULL;
    if (!ok) {
        tl_raise_fmt(rt, rt->exc.ImportError, "No module named %U",
                     program->entry);
    } else if ((module = main_module(rt, program)) != NULL) {
        program->body = tl_import_body(rt, module, &found);
    }
    tl_release(rt, module);
    tl_found_deinit(rt, &found);
    return tl_has_value(program->body) ? TL_OK : TL_RAISED;
}

static TlStatus find_out_if_package(TlRuntime *rt, TlProgram *program)
{
    TlFound found;
    tl_found_init(rt, &found);
    open_module(rt, program->entry, &found, &program->package);
    tl_found_deinit(rt, &found);
    return tl_raised(rt) ? TL_RAISED : TL_OK;
}

// With `-m a.b` the package a is imported before a.b runs; with `-m a`, a
// package, a itself is.
static TlStatus start_parent_import(TlRuntime *rt, TlProgram *program)
{
    program->phase = LOAD;
    if (!program->module) {
        return TL_OK;
    }
    TlValue package = TL_NO_VALUE;
    if (find_out_if_package(rt, program) == TL_OK) {
        package = program->package ? tl_incref(tl_from_obj(program->entry))
                                   : package_of(rt, program->entry);
    }
    if (!tl_has_value(package)) {
        return TL_RAISED;
    }
    if (tl_as_str(package)->len > 0) {
        program->importer =
            tl_importer_new(rt, tl_as_str(package), NULL, false);
        program->phase = IMPORT_PARENT;
    }
    tl_decref(rt, package);
    return tl_raised(rt) ? TL_RAISED : TL_OK;
}

// ---- running

static TlSendStatus run_body(TlRuntime *rt, TlProgram *program)
{
    TlValue result = TL_NO_VALUE;
    TlSendStatus status;
    if (program->phase == RUN_BODY) {
        status = rt->hooks.resume(rt, &result);
    } else {
        program->phase = RUN_BODY;
        status = rt->hooks.call(rt, program->body, NULL, 0, NULL, &result);
    }
    tl_decref(rt, result);
    if (status != TL_SEND_SUSPENDED) {
        tl_clear(rt, &program->body);
    }
    return status;
}

static TlSendStatus program_send(TlRuntime *rt, TlRef self, TlRef value,
                                 TlValue *result)
{
    (void)value;
    TlProgram *program = (TlProgram *)tl_as_obj(self);
    if (program->phase == IMPORT_PARENT) {
        TlValue package = TL_NO_VALUE;
        TlSendStatus status =
            tl_send(rt, program->importer, TL_NO_VALUE, &package);
        tl_decref(rt, package);
        if (status != TL_SEND_RETURN) {
            return status;
        }
        tl_clear(rt, &program->importer);
        program->phase = LOAD;
    }
    if (program->phase == LOAD && load(rt, program) != TL_OK) {
        return TL_SEND_ERROR;
    }
    *result = TL_NONE;
    return run_body(rt, program);
}

// The callable form: hands itself to the interpreter as its waiting place.
static TlValue run_program(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    return rt->hooks.suspend_on(rt, tl_incref(self));
}

static const TlNativeDef run_program_def = {"__main__", run_program,
                                            TL_FN_NOARGS, "()", NULL};

static TlValue make_sendable(TlRuntime *rt, const char *entry, bool module)
{
    TlProgram *program = tl_object_new(rt, rt->lib->program);
    if (program == NULL) {
        return TL_NO_VALUE;
    }
    program->importer = program->body = TL_NO_VALUE;
    program->module = module;
    TlValue text = tl_str_from_cstr(rt, entry);
    if (tl_has_value(text)) {
        program->entry = tl_as_str(text);
        if (start_parent_import(rt, program) == TL_OK) {
            return tl_from_obj(program);
        }
    }
    tl_release(rt, program);
    return TL_NO_VALUE;
}

TlValue tl_program_new(TlRuntime *rt, const char *entry, bool module)
{
    TlValue sendable = make_sendable(rt, entry, module);
    if (!tl_has_value(sendable)) {
        return TL_NO_VALUE;
    }
    TlValue callable = tl_native_new(rt, &run_program_def, sendable, NULL);
    tl_decref(rt, sendable);
    return callable;
}

static void program_free(TlRuntime *rt, TlObject *self)
{
    TlProgram *program = (TlProgram *)self;
    tl_gc_untrack(rt, self);
    tl_clear(rt, &program->importer);
    tl_clear(rt, &program->body);
    TL_CLEAR_PTR(rt, program->entry);
    tl_object_free(rt, self);
}

static void program_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlProgram *program = (TlProgram *)self;
    tl_visit(program->importer, visit, arg);
    tl_visit(program->body, visit, arg);
}

static const TlSlots program_slots = {.free = program_free,
                                      .traverse = program_traverse,
                                      .send = program_send};

const TlTypeSpec tl_program_spec = {
    .name = "_Program",
    .size = sizeof(TlProgram),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &program_slots,
};

TlStatus tl_lib_publish_argv(TlRuntime *rt)
{
    TlLib *lib = rt->lib;
    TlList *argv = tl_list_new(rt, 1);
    TlList *path = tl_list_new(rt, 1);
    TlStatus status = TL_RAISED;
    if (argv != NULL && path != NULL &&
        (lib->argv == NULL ||
         tl_list_extend(rt, argv, tl_from_obj(lib->argv)) == TL_OK) &&
        (lib->script_dir == NULL ||
         tl_list_append(rt, path, tl_from_obj(lib->script_dir)) == TL_OK)) {
        status = tl_dict_set_cstr(rt, lib->sys->dict, "argv",
                                  tl_from_obj(argv));
        if (status == TL_OK) {
            status = tl_dict_set_cstr(rt, lib->sys->dict, "path",
                                      tl_from_obj(path));
        }
    }
    tl_release(rt, argv);
    tl_release(rt, path);
    return status;
}

// ---- exit

// _PyModule_Clear: names with one underscore first, then all but __builtins__.
static void clear_module(TlRuntime *rt, TlDict *dict)
{
    for (int pass = 0; pass < 2; pass++) {
        for (int64_t i = 0; i < dict->entry_count; i++) {
            TlRef key = dict->entries[i].key;
            if (!tl_has_value(key) || !tl_is_str(key)) {
                continue;
            }
            TlStr *name = tl_as_str(key);
            bool private = name->len > 0 && tl_str_at(name, 0) == '_' &&
                           (name->len == 1 || tl_str_at(name, 1) != '_');
            if (private == (pass == 0) && !tl_str_is(name, "__builtins__")) {
                tl_dict_replace_at(rt, dict, i, TL_NONE);
            }
        }
    }
}

static bool is_user_module(TlRef module)
{
    TlModule *m = (TlModule *)tl_as_obj(module);
    for (int64_t i = 0; i < m->dict->entry_count; i++) {
        TlRef key = m->dict->entries[i].key;
        TlRef value = m->dict->entries[i].value;
        if (tl_has_value(key) && tl_is_str(key) && tl_is_str(value) &&
            tl_str_is(tl_as_str(key), "__file__")) {
            return tl_str_at(tl_as_str(value), 0) != '<';
        }
    }
    return false;
}

// The modules in the order they were imported; counted.
static TlList *module_list(TlRuntime *rt)
{
    TlList *list = tl_list_new(rt, rt->modules->used);
    int64_t pos = 0;
    TlRef key, value;
    while (list != NULL && tl_dict_next(rt->modules, &pos, &key, &value)) {
        if (tl_is_obj(value) && tl_as_obj(value)->type == rt->types.module &&
            tl_list_append(rt, list, value) != TL_OK) {
            break;
        }
    }
    tl_clear_error(rt);
    return list;
}

void tl_program_finish(TlRuntime *rt)
{
    TlList *modules = module_list(rt);
    if (modules == NULL) {
        return;
    }
    rt->lib->finishing = true;
    tl_dict_clear(rt, rt->modules);
    // User modules that nobody else holds die now, the others with their
    // cycles, and what then still lives is emptied, newest first.
    for (int64_t i = 0; i < modules->len; i++) {
        TlRef module = modules->items[i];
        if (is_user_module(module) && tl_as_obj(module)->refs == 1) {
            modules->items[i] = TL_NONE;
            tl_decref(rt, module);
        }
    }
    tl_gc_collect(rt);
    for (int pass = 0; pass < 2; pass++) {
        rt->lib->silent = pass == 1;
        for (int64_t i = modules->len - 1; i >= 0; i--) {
            TlRef module = modules->items[i];
            if (!tl_is_none(module) && is_user_module(module) == (pass == 0)) {
                clear_module(rt, ((TlModule *)tl_as_obj(module))->dict);
            }
        }
        tl_gc_collect(rt);
    }
    tl_release(rt, modules);
    tl_gc_collect(rt);
    tl_clear_error(rt);
}
