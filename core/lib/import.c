// import.c — __import__ and the importer that loads modules step by step.
// SPDX-License-Identifier: MIT
//
// Importing runs module bodies, and those may suspend like any Python code. So
// an import that has to load something is a sendable: it remembers which part
// of the dotted name it is at, and goes on there when it is sent to again.
#include "lib/import.h"

#include <string.h>

#include "lang/compile.h"
#include "lib/find.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"
#include "vm/vm.h"

typedef struct TlImporter {
    TlObject ob;
    TlStr *full;         // absolute dotted name asked for
    TlTuple *fromlist;   // or NULL
    int64_t from_index;  // next name of fromlist to look at
    TlStr *name;         // what is being loaded: full, or full.from_name
    int64_t done;        // code points of `name` that are loaded
    TlValue parent;      // module loaded last, or TL_NO_VALUE
    TlModule *loading;   // its body is running, or NULL
    bool want_top;
    bool optional;       // a missing module is no error (fromlist)
} TlImporter;

// ---- modules

static TlStatus set_attr(TlRuntime *rt, TlDict *dict, const char *name,
                         TlRef value)
{
    return tl_dict_set_cstr(rt, dict, name, value);
}

TlModule *tl_import_new_module(TlRuntime *rt, TlStr *name, TlStr *package)
{
    TlModule *module = tl_module_new(rt, name);
    if (module == NULL) {
        return NULL;
    }
    TlRef pkg = package == NULL ? TL_NONE : tl_from_obj(package);
    if (set_attr(rt, module->dict, "__package__", pkg) != TL_OK ||
        set_attr(rt, module->dict, "__loader__", TL_NONE) != TL_OK ||
        set_attr(rt, module->dict, "__spec__", TL_NONE) != TL_OK) {
        tl_release(rt, module);
        return NULL;
    }
    return module;
}

static TlStatus add_to_modules(TlRuntime *rt, TlStr *name, TlModule *module)
{
    return tl_dict_set_str(rt, rt->modules, name, tl_from_obj(module));
}

TlModule *tl_import_native_module(TlRuntime *rt, const char *name)
{
    TlStr *str = tl_intern_cstr(rt, name);
    if (str == NULL) {
        return NULL;
    }
    TlRef known = tl_dict_get_str(rt, rt->modules, str);
    TlModule *module = NULL;
    if (tl_has_value(known)) {
        module = tl_retain(tl_as_obj(known));
    } else if ((module = tl_import_new_module(
                    rt, str, (TlStr *)tl_as_obj(rt->empty_str))) != NULL &&
               (tl_native_module(name)(rt, module) != TL_OK ||
                add_to_modules(rt, str, module) != TL_OK)) {
        TL_CLEAR_PTR(rt, module);
    }
    tl_release(rt, str);
    return module;
}

static TlStatus set_package_path(TlRuntime *rt, TlModule *module,
                                 const TlFound *found)
{
    TlList *path = tl_list_new(rt, 1);
    TlValue dir = tl_str_from_utf8(
        rt, found->path.data,
        found->text == NULL || found->internal
            ? found->path.len
            : found->path.len - strlen("/__init__.py"));
    TlStatus status = TL_RAISED;
    if (path != NULL && tl_has_value(dir) &&
        tl_list_append(rt, path, dir) == TL_OK) {
        status = set_attr(rt, module->dict, "__path__", tl_from_obj(path));
    }
    tl_decref(rt, dir);
    tl_release(rt, path);
    return status;
}

static TlStatus set_location(TlRuntime *rt, TlModule *module, TlFound *found)
{
    if (found->package && set_package_path(rt, module, found) != TL_OK) {
        return TL_RAISED;
    }
    if (found->text == NULL) {
        return TL_OK;
    }
    TlValue file = tl_str_from_buf(rt, &found->path);
    TlStatus status = tl_has_value(file)
                          ? set_attr(rt, module->dict, "__file__", file)
                          : TL_RAISED;
    tl_decref(rt, file);
    return status;
}

TlValue tl_import_body(TlRuntime *rt, TlModule *module, TlFound *found)
{
    if (set_location(rt, module, found) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlCompileOptions options = {
        .mode = TL_PARSE_FILE,
        .filename = tl_buf_cstr(&found->path),
        .trace_lines =
            !found->internal && tl_trace_on(&rt->trace, TL_TRACE_LINES),
        .internal = found->internal,
        .from_file = true};
    TlCode *code = tl_compile(rt, found->text, found->len, &options);
    if (code == NULL) {
        return TL_NO_VALUE;
    }
    TlValue body = tl_vm_code_function(rt, code, module->dict);
    tl_release(rt, code);
    return body;
}

// ---- names

static TlValue prefix(TlRuntime *rt, TlStr *name, int64_t len)
{
    TlValue part = tl_str_slice(rt, name, 0, len);
    if (tl_has_value(part)) {
        TlStr *str = tl_as_str(part);
        tl_intern_in_place(rt, &str);
        part = tl_from_obj(str);
    }
    return part;
}

// Index of the dot at or after [from], or the length.
static int64_t next_dot(const TlStr *name, int64_t from)
{
    while (from < name->len && tl_str_at(name, from) != '.') {
        from++;
    }
    return from;
}

static int64_t last_dot(const TlStr *name)
{
    int64_t i = name->len - 1;
    while (i >= 0 && tl_str_at(name, i) != '.') {
        i--;
    }
    return i;
}

// ModuleNotFoundError with its name attribute.
static void raise_not_found(TlRuntime *rt, TlStr *name, TlRef parent)
{
    TlValue text;
    int64_t dot = last_dot(name);
    if (tl_has_value(parent) && dot > 0) {
        TlValue package = tl_str_slice(rt, name, 0, dot);
        TlValue path = TL_NO_VALUE;
        bool is_package =
            tl_getattr_opt(rt, parent, TL_NAME(rt, __path__), &path) > 0;
        text = is_package
                   ? tl_str_fmt(rt, "No module named %R", tl_from_obj(name))
                   : tl_str_fmt(rt, "No module named %R; %R is not a package",
                                tl_from_obj(name), package);
        tl_decref(rt, path);
        tl_decref(rt, package);
    } else {
        text = tl_str_fmt(rt, "No module named %R", tl_from_obj(name));
    }
    if (!tl_has_value(text)) {
        return;
    }
    TlValue exc = tl_exc_new(rt, rt->exc.ModuleNotFoundError, text);
    tl_decref(rt, text);
    if (tl_has_value(exc)) {
        TlExc *e = (TlExc *)tl_as_obj(exc);
        tl_decref(rt, e->extra[0]);
        e->extra[0] = tl_incref(tl_from_obj(name));
        tl_raise_obj(rt, exc);
        tl_decref(rt, exc);
    }
}

// ---- the importer

// What will be asked for inside the module being loaded: the next part of the
// name, or the next name of fromlist. Borrowed text in [buf]; NULL = nothing.
static const char *inner_name(TlRuntime *rt, TlImporter *im, int64_t end,
                              TlBuf *buf)
{
    TlStr *source = NULL;
    int64_t from = 0, to = 0;
    if (end < im->name->len) {
        source = im->name;
        from = end + 1;
        to = next_dot(im->name, from);
    } else if (im->fromlist != NULL && im->fromlist->len > 0 &&
               tl_is_str(im->fromlist->items[0])) {
        source = tl_as_str(im->fromlist->items[0]);
        to = source->len;
    }
    if (source == NULL) {
        return NULL;
    }
    for (int64_t i = from; i < to; i++) {
        tl_buf_append_utf8(buf, tl_str_at(source, i));
    }
    (void)rt;
    return tl_buf_cstr(buf);
}

// A fresh module for [part], in sys.modules, with its body as a function in
// *body (TL_NO_VALUE: nothing to run). NULL with or without (optional) error.
static TlModule *load(TlRuntime *rt, TlImporter *im, TlStr *part, int64_t end,
                      TlValue *body)
{
    size_t len;
    const char *name = tl_str_utf8(rt, part, &len);
    *body = TL_NO_VALUE;
    if (name == NULL) {
        return NULL;
    }
    if (tl_native_module(name) != NULL) {
        return tl_import_native_module(rt, name);
    }
    TlBuf buf;
    TlFound found;
    tl_buf_init(&buf, &rt->alloc);
    tl_found_init(rt, &found);
    TlModule *module = NULL;
    if (tl_find_module(rt, name, inner_name(rt, im, end, &buf), &found)) {
        TlValue package =
            prefix(rt, part, found.package ? part->len
                             : last_dot(part) < 0 ? 0
                                                  : last_dot(part));
        if (tl_has_value(package)) {
            module = tl_import_new_module(rt, part, tl_as_str(package));
        }
        tl_decref(rt, package);
        if (module != NULL && found.text != NULL) {
            *body = tl_import_body(rt, module, &found);
        } else if (module != NULL) {
            set_location(rt, module, &found);
        }
        if (module != NULL &&
            (tl_raised(rt) || add_to_modules(rt, part, module) != TL_OK)) {
            tl_clear(rt, body);
            TL_CLEAR_PTR(rt, module);
        }
    } else if (!im->optional) {
        raise_not_found(rt, part, im->parent);
    }
    tl_found_deinit(rt, &found);
    tl_buf_deinit(&buf);
    return module;
}

// [module] (borrowed) is loaded: parent gets it as an attribute, it becomes
// the parent of what follows.
static TlStatus arrive(TlRuntime *rt, TlImporter *im, TlRef module,
                       int64_t start, int64_t end, bool fresh)
{
    if (fresh && tl_has_value(im->parent)) {
        TlValue last = tl_str_slice(rt, im->name, start, end);
        if (!tl_has_value(last)) {
            return TL_RAISED;
        }
        TlStatus status = tl_setattr(rt, im->parent, tl_as_str(last), module);
        tl_decref(rt, last);
        if (status != TL_OK) {
            return TL_RAISED;
        }
    }
    TlValue old = im->parent;
    im->parent = tl_incref(module);
    tl_decref(rt, old);
    im->done = end;
    return TL_OK;
}

static int64_t part_start(const TlImporter *im)
{
    return im->done == 0 ? 0 : im->done + 1;
}

// The body of im->loading has ended with [status].
static TlSendStatus body_done(TlRuntime *rt, TlImporter *im,
                              TlSendStatus status)
{
    if (status == TL_SEND_SUSPENDED) {
        return status;
    }
    TlModule *module = im->loading;
    int64_t start = part_start(im);
    int64_t end = next_dot(im->name, start);
    im->loading = NULL;
    if (status == TL_SEND_ERROR) {
        TlValue exc = tl_fetch(rt);
        TlValue part = prefix(rt, im->name, end);
        if (tl_has_value(part)) {
            tl_dict_del(rt, rt->modules, part);
            tl_decref(rt, part);
        }
        tl_clear_error(rt);
        tl_restore(rt, exc);
    } else if (arrive(rt, im, tl_from_obj(module), start, end, true) != TL_OK) {
        status = TL_SEND_ERROR;
    }
    tl_release(rt, module);
    return status;
}

// Loads the next part of the name.
static TlSendStatus load_part(TlRuntime *rt, TlImporter *im)
{
    int64_t start = part_start(im);
    int64_t end = next_dot(im->name, start);
    TlValue part = prefix(rt, im->name, end);
    if (!tl_has_value(part)) {
        return TL_SEND_ERROR;
    }
    TlRef known = tl_dict_get_str(rt, rt->modules, tl_as_str(part));
    TlSendStatus status = TL_SEND_RETURN;
    if (tl_has_value(known)) {
        if (arrive(rt, im, known, start, end, false) != TL_OK) {
            status = TL_SEND_ERROR;
        }
        tl_decref(rt, part);
        return status;
    }
    TlValue body;
    TlModule *module = load(rt, im, tl_as_str(part), end, &body);
    tl_decref(rt, part);
    if (module == NULL) {
        im->done = im->name->len;  // nothing more to do for this name
        return tl_raised(rt) ? TL_SEND_ERROR : TL_SEND_RETURN;
    }
    im->loading = module;
    if (!tl_has_value(body)) {
        return body_done(rt, im, TL_SEND_RETURN);
    }
    TlValue result = TL_NO_VALUE;
    status = rt->hooks.call(rt, body, NULL, 0, NULL, &result);
    tl_decref(rt, body);
    tl_decref(rt, result);
    return body_done(rt, im, status);
}

static TlSendStatus load_name(TlRuntime *rt, TlImporter *im)
{
    while (im->done < im->name->len) {
        TlSendStatus status = load_part(rt, im);
        if (status != TL_SEND_RETURN) {
            return status;
        }
    }
    return TL_SEND_RETURN;
}

// `from pkg import name`: a submodule of that name is loaded when the package
// has no such attribute. 1 = im->name is set to load it.
static int next_from_name(TlRuntime *rt, TlImporter *im, TlRef package)
{
    while (im->fromlist != NULL && im->from_index < im->fromlist->len) {
        TlRef name = im->fromlist->items[im->from_index++];
        TlValue found = TL_NO_VALUE;
        if (!tl_is_str(name) || tl_str_is(tl_as_str(name), "*")) {
            continue;
        }
        int has = tl_getattr_opt(rt, package, tl_as_str(name), &found);
        tl_decref(rt, found);
        if (has < 0) {
            return -1;
        }
        if (has == 0) {
            TlValue full = tl_str_fmt(rt, "%U.%S", im->full, name);
            if (!tl_has_value(full)) {
                return -1;
            }
            tl_release(rt, im->name);
            im->name = tl_as_str(full);
            im->done = im->full->len;
            im->optional = true;
            return 1;
        }
    }
    return 0;
}

static TlRef module_in_table(TlRuntime *rt, TlStr *name)
{
    return tl_dict_get_str(rt, rt->modules, name);
}

static TlSendStatus load_fromlist(TlRuntime *rt, TlImporter *im)
{
    TlRef package = module_in_table(rt, im->full);
    TlValue path = TL_NO_VALUE;
    if (!tl_has_value(package) ||
        tl_getattr_opt(rt, package, TL_NAME(rt, __path__), &path) <= 0) {
        return tl_raised(rt) ? TL_SEND_ERROR : TL_SEND_RETURN;
    }
    tl_decref(rt, path);
    int more;
    while ((more = next_from_name(rt, im, package)) > 0) {
        tl_decref(rt, im->parent);
        im->parent = tl_incref(package);
        TlSendStatus status = load_name(rt, im);
        if (status != TL_SEND_RETURN) {
            return status;
        }
    }
    return more < 0 ? TL_SEND_ERROR : TL_SEND_RETURN;
}

static TlValue result_module(TlRuntime *rt, TlImporter *im)
{
    TlStr *name = tl_retain(im->full);
    if (im->want_top) {
        TlValue top = prefix(rt, im->full, next_dot(im->full, 0));
        tl_release(rt, name);
        if (!tl_has_value(top)) {
            return TL_NO_VALUE;
        }
        name = tl_as_str(top);
    }
    TlRef module = module_in_table(rt, name);
    if (!tl_has_value(module)) {
        raise_not_found(rt, name, TL_NO_VALUE);
    }
    tl_release(rt, name);
    return tl_incref(module);
}

static TlSendStatus importer_send(TlRuntime *rt, TlRef self, TlRef value,
                                  TlValue *result)
{
    (void)value;
    TlImporter *im = (TlImporter *)tl_as_obj(self);
    TlSendStatus status = TL_SEND_RETURN;
    if (im->loading != NULL) {
        TlValue ignored = TL_NO_VALUE;
        status = rt->hooks.resume(rt, &ignored);
        tl_decref(rt, ignored);
        status = body_done(rt, im, status);
    }
    if (status == TL_SEND_RETURN) {
        status = load_name(rt, im);
    }
    if (status == TL_SEND_RETURN && im->fromlist != NULL) {
        status = load_fromlist(rt, im);
    }
    if (status == TL_SEND_RETURN) {
        *result = result_module(rt, im);
        status = tl_has_value(*result) ? TL_SEND_RETURN : TL_SEND_ERROR;
    }
    return status;
}

TlValue tl_importer_new(TlRuntime *rt, TlStr *full, TlTuple *fromlist,
                        bool want_top)
{
    TlImporter *im = tl_object_new(rt, rt->lib->importer);
    if (im == NULL) {
        return TL_NO_VALUE;
    }
    im->full = tl_retain(full);
    im->name = tl_retain(full);
    im->fromlist = tl_retain(fromlist);
    im->parent = TL_NO_VALUE;
    im->want_top = want_top;
    return tl_from_obj(im);
}

static void importer_free(TlRuntime *rt, TlObject *self)
{
    TlImporter *im = (TlImporter *)self;
    tl_gc_untrack(rt, self);
    tl_clear(rt, &im->parent);
    TL_CLEAR_PTR(rt, im->full);
    TL_CLEAR_PTR(rt, im->name);
    TL_CLEAR_PTR(rt, im->fromlist);
    TL_CLEAR_PTR(rt, im->loading);
    tl_object_free(rt, self);
}

static void importer_traverse(TlObject *self, TlVisit visit, void *arg)
{
    TlImporter *im = (TlImporter *)self;
    tl_visit(im->parent, visit, arg);
    tl_visit_ptr(im->fromlist, visit, arg);
    tl_visit_ptr(im->loading, visit, arg);
}

static const TlSlots importer_slots = {.free = importer_free,
                                       .traverse = importer_traverse,
                                       .send = importer_send};

const TlTypeSpec tl_importer_spec = {
    .name = "_Importer",
    .size = sizeof(TlImporter),
    .flags = TL_TYPE_GC | TL_TYPE_ABSTRACT,
    .slots = &importer_slots,
};

// ---- __import__

// The package that a relative import starts from. Owned; NO_VALUE = raised.
static TlValue current_package(TlRuntime *rt, TlRef globals)
{
    TlDict *dict = tl_is_dict(globals) ? tl_as_dict(globals) : NULL;
    TlRef package = dict == NULL
                        ? TL_NO_VALUE
                        : tl_dict_get_str(rt, dict, TL_NAME(rt, __package__));
    if (tl_has_value(package) && tl_is_str(package) &&
        tl_as_str(package)->len > 0) {
        return tl_incref(package);
    }
    return tl_raise(rt, rt->exc.ImportError,
                    "attempted relative import with no known parent package");
}

// Absolute name of `level` dots and [name]. Owned; NO_VALUE = raised.
static TlValue resolve(TlRuntime *rt, TlStr *name, TlRef globals, int64_t level)
{
    TlValue package = current_package(rt, globals);
    if (!tl_has_value(package)) {
        return TL_NO_VALUE;
    }
    int64_t end = tl_as_str(package)->len;
    for (int64_t i = 1; i < level; i++) {
        do {
            end--;
        } while (end > 0 && tl_str_at(tl_as_str(package), end) != '.');
        if (end <= 0) {
            tl_decref(rt, package);
            return tl_raise(
                rt, rt->exc.ImportError,
                "attempted relative import beyond top-level package");
        }
    }
    TlValue base = tl_str_slice(rt, tl_as_str(package), 0, end);
    tl_decref(rt, package);
    if (!tl_has_value(base) || name->len == 0) {
        return base;
    }
    TlValue full = tl_str_fmt(rt, "%S.%U", base, name);
    tl_decref(rt, base);
    return full;
}

static TlValue absolute_name(TlRuntime *rt, TlStr *name, TlRef globals,
                             int64_t level)
{
    if (level > 0) {
        return resolve(rt, name, globals, level);
    }
    if (name->len == 0) {
        return tl_raise(rt, rt->exc.ValueError, "Empty module name");
    }
    return tl_incref(tl_from_obj(name));
}

// Already there and nothing to look for inside it: no importer needed.
static TlRef loaded_already(TlRuntime *rt, TlStr *full, TlTuple *fromlist,
                            bool want_top)
{
    if (fromlist != NULL || (want_top && last_dot(full) >= 0)) {
        return TL_NO_VALUE;
    }
    return module_in_table(rt, full);
}

// __import__(name, globals=None, locals=None, fromlist=(), level=0)
TlValue tl_import_native(TlRuntime *rt, TlRef self, const TlRef *args,
                         int nargs, TlTuple *kwnames)
{
    (void)self, (void)nargs, (void)kwnames;
    int64_t level = 0;
    if (!tl_is_str(args[0])) {
        return tl_raise(rt, rt->exc.TypeError, "module name must be a string");
    }
    if (tl_has_value(args[4]) &&
        tl_index_i64(rt, args[4], &level) != TL_OK) {
        return TL_NO_VALUE;
    }
    TlTuple *fromlist = NULL;
    if (tl_has_value(args[3]) && !tl_is_none(args[3])) {
        fromlist = tl_tuple_from_iter(rt, args[3]);
        if (fromlist == NULL) {
            return TL_NO_VALUE;
        }
        if (fromlist->len == 0) {
            TL_CLEAR_PTR(rt, fromlist);
        }
    }
    TlValue result = TL_NO_VALUE;
    TlValue full = absolute_name(rt, tl_as_str(args[0]), args[1], level);
    if (tl_has_value(full)) {
        bool want_top = fromlist == NULL && level == 0;
        TlRef known =
            loaded_already(rt, tl_as_str(full), fromlist, want_top);
        if (tl_has_value(known)) {
            result = tl_incref(known);
        } else {
            TlValue importer =
                tl_importer_new(rt, tl_as_str(full), fromlist, want_top);
            if (tl_has_value(importer)) {
                result = rt->hooks.suspend_on(rt, importer);
            }
        }
    }
    tl_decref(rt, full);
    tl_release(rt, fromlist);
    return result;
}

TlValue tl_import_module(TlRuntime *rt, const char *name)
{
    TlValue str = tl_str_from_cstr(rt, name);
    if (!tl_has_value(str)) {
        return TL_NO_VALUE;
    }
    TlRef import =
        tl_dict_get_str(rt, rt->builtins, TL_NAME(rt, __import__));
    TlValue top = tl_call1(rt, import, str);
    TlValue module = TL_NO_VALUE;
    if (tl_has_value(top)) {
        module = tl_incref(module_in_table(rt, tl_as_str(str)));
    }
    tl_decref(rt, top);
    tl_decref(rt, str);
    return module;
}

TlValue tl_import_attr(TlRuntime *rt, const char *module, const char *name)
{
    TlValue m = tl_import_module(rt, module);
    if (!tl_has_value(m)) {
        return TL_NO_VALUE;
    }
    TlValue value = tl_getattr_cstr(rt, m, name);
    tl_decref(rt, m);
    return value;
}
