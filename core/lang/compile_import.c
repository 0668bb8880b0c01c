// compile_import.c — import statements.
// SPDX-License-Identifier: MIT
#include "lang/compile_impl.h"

#include "object/list.h"

#include <string.h>

// The name of [len] characters at [text].
static const TlName *part(TlCompiler *c, const char *text, size_t len) {
    const TlName *name = tl_names_intern(c->mod->names, text, (int)len);
    if (name == NULL) {
        tl_c_memory(c);
    }
    return name;
}

// Module names are never mangled when they have dots; a plain one is.
static void name_arg(TlCompiler *c, TlOpcode op, const TlName *name) {
    if (name != NULL) {
        tl_c_op_arg(c, op, tl_c_name_index(c, name));
    }
}

// `import a.b.c as d`: from a, the last submodule.
static void import_as(TlCompiler *c, const TlAlias *alias) {
    const char *dot = strchr(alias->name->text, '.');
    if (dot == NULL) {
        tl_c_name_op(c, alias->asname, TL_CTX_STORE);
        return;
    }
    while (dot != NULL) {
        const char *start = dot + 1;
        dot = strchr(start, '.');
        size_t len = dot != NULL ? (size_t)(dot - start) : strlen(start);
        name_arg(c, TL_OP_IMPORT_FROM, part(c, start, len));
        if (dot != NULL) {
            tl_c_op_arg(c, TL_OP_SWAP, 2);
            tl_c_op(c, TL_OP_POP_TOP);
        }
    }
    tl_c_name_op(c, alias->asname, TL_CTX_STORE);
    tl_c_op(c, TL_OP_POP_TOP);
}

void tl_c_import(TlCompiler *c, const TlStmt *s) {
    for (int i = 0; i < s->u.import.names.len; i++) {
        const TlAlias *alias = s->u.import.names.items[i];
        tl_c_load_const(c, tl_small_int(0));
        tl_c_load_none(c);
        name_arg(c, TL_OP_IMPORT_NAME, alias->name);
        if (alias->asname != NULL) {
            import_as(c, alias);
            continue;
        }
        size_t len = strcspn(alias->name->text, ".");
        const TlName *first = part(c, alias->name->text, len);
        if (first != NULL) {
            tl_c_name_op(c, first, TL_CTX_STORE);
        }
    }
}

static void load_names(TlCompiler *c, TlAliasList aliases) {
    TlTuple *names = tl_tuple_new(c->rt, aliases.len);
    for (int i = 0; names != NULL && i < aliases.len; i++) {
        names->items[i] = tl_c_name_str(c, aliases.items[i]->name);
    }
    if (names == NULL) {
        tl_c_raised(c);
        return;
    }
    tl_c_load_const(c, tl_from_obj(names));
}

void tl_c_import_from(TlCompiler *c, const TlStmt *s) {
    TlAliasList aliases = s->u.import_from.names;
    const TlName *module = s->u.import_from.module;
    if (module == NULL) {
        module = tl_c_intern(c, "");
    } else if (s->pos.line > c->future_line && s->u.import_from.level == 0 &&
               strcmp(module->text, "__future__") == 0) {
        tl_c_error(c, "from __future__ imports must occur at the beginning "
                      "of the file");
        return;
    }
    tl_c_load_const(c, tl_small_int(s->u.import_from.level));
    load_names(c, aliases);
    name_arg(c, TL_OP_IMPORT_NAME, module);
    if (aliases.len == 1 && strcmp(aliases.items[0]->name->text, "*") == 0) {
        tl_c_op(c, TL_OP_IMPORT_STAR);
        return;
    }
    for (int i = 0; i < aliases.len; i++) {
        const TlAlias *alias = aliases.items[i];
        name_arg(c, TL_OP_IMPORT_FROM, alias->name);
        tl_c_name_op(c, alias->asname != NULL ? alias->asname : alias->name,
                     TL_CTX_STORE);
    }
    tl_c_op(c, TL_OP_POP_TOP);
}
