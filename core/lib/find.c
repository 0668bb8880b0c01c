// find.c — where the source of a module is.
// SPDX-License-Identifier: MIT
//
// The user's files come first, as the script's folder is first on sys.path;
// then what is embedded. A folder without __init__.py is a namespace package:
// hosts cannot list folders, so it exists if what is asked for inside it does.
#include "lib/find.h"

#include <stdlib.h>
#include <string.h>

#include "lib/embedded.h"
#include "object/exc.h"
#include "object/str.h"

static int compare_name(const void *key, const void *entry)
{
    return strcmp(key, ((const TlEmbedded *)entry)->name);
}

static const TlEmbedded *find_embedded(const char *name)
{
    return bsearch(name, tl_embedded_modules, tl_embedded_module_count,
                   sizeof *tl_embedded_modules, compare_name);
}

// "dir" + "a.b" + "/__init__.py" as a path.
static bool make_path(TlRuntime *rt, TlBuf *out, const char *name,
                      const char *ending)
{
    size_t len = 0;
    const char *dir = rt->lib->script_dir == NULL
                          ? ""
                          : tl_str_utf8(rt, rt->lib->script_dir, &len);
    tl_buf_clear(out);
    if (len > 0) {
        tl_buf_append_str(out, dir);
        tl_buf_append_char(out, '/');
    }
    for (const char *c = name; *c != '\0'; c++) {
        tl_buf_append_char(out, *c == '.' ? '/' : *c);
    }
    tl_buf_append_str(out, ending);
    return !out->failed;
}

static bool open_source(TlRuntime *rt, TlFound *found, const char *name,
                        const char *ending)
{
    if (rt->lib->find_source == NULL ||
        !make_path(rt, &found->path, name, ending)) {
        return false;
    }
    found->text =
        rt->lib->find_source(rt, tl_buf_cstr(&found->path), &found->len);
    found->owned = found->text != NULL;
    return found->owned;
}

static bool find_user(TlRuntime *rt, const char *name, TlFound *found)
{
    if (open_source(rt, found, name, "/__init__.py")) {
        found->package = true;
        return true;
    }
    return open_source(rt, found, name, ".py");
}

// Does a module [inner] exist in the user's folder [name]?
static bool is_namespace(TlRuntime *rt, const char *name, const char *inner)
{
    if (inner == NULL) {
        return false;
    }
    TlBuf full;
    TlFound probe;
    tl_buf_init(&full, &rt->alloc);
    tl_found_init(rt, &probe);
    tl_buf_append_fmt(&full, "%s.%s", name, inner);
    bool found = !full.failed && find_user(rt, tl_buf_cstr(&full), &probe);
    tl_found_deinit(rt, &probe);
    tl_buf_deinit(&full);
    return found;
}

void tl_found_init(TlRuntime *rt, TlFound *found)
{
    memset(found, 0, sizeof *found);
    tl_buf_init(&found->path, &rt->alloc);
}

void tl_found_deinit(TlRuntime *rt, TlFound *found)
{
    if (found->owned && rt->lib->source_done != NULL) {
        rt->lib->source_done(rt, found->text, found->len);
    }
    tl_buf_deinit(&found->path);
    memset(found, 0, sizeof *found);
}

bool tl_find_module(TlRuntime *rt, const char *name, const char *inner,
                    TlFound *found)
{
    if (find_user(rt, name, found)) {
        return true;
    }
    const TlEmbedded *embedded = find_embedded(name);
    if (embedded != NULL) {
        found->internal = true;
        found->package = embedded->is_package;
        found->text = embedded->source;
        found->len = embedded->len;
        tl_buf_clear(&found->path);
        tl_buf_append_fmt(&found->path, "<twinloop>/%s.py", name);
        return true;
    }
    if (is_namespace(rt, name, inner)) {
        found->package = true;
        make_path(rt, &found->path, name, "");
        return true;
    }
    return false;
}
