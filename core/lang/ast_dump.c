// ast_dump.c — the tree as text, as Python's ast.dump writes it.
// SPDX-License-Identifier: MIT
//
// ast.dump(tree, indent=1, include_attributes=True), byte for byte, so that
// our trees can be compared with CPython's. A node is written on one line only
// if it has no fields; the one exception, an empty Module, is a special case.
#include "base/buf.h"
#include "base/numfmt.h"
#include "base/utf8.h"
#include "lang/ast.h"
#include "lang/ident.h"

#include <string.h>

// The dump recurses; a tree can be deeper (a chain of 100,000 operators).
#define MAX_LEVEL 10000

typedef struct Dumper {
    TlBuf *out;
    int level;
    bool is_first; // no field written yet at this level
} Dumper;

static void dump_expr(Dumper *d, const TlExpr *expr);
static void dump_stmt(Dumper *d, const TlStmt *stmt);
static void dump_pattern(Dumper *d, const TlPattern *pattern);

// --- Layout -----------------------------------------------------------------

static void put(Dumper *d, const char *text) {
    tl_buf_append_str(d->out, text);
}

static void open_node(Dumper *d, const char *name) {
    put(d, name);
    put(d, "(");
    d->level++;
    d->is_first = true;
}

static void close_node(Dumper *d, const char *closer) {
    d->level--;
    d->is_first = false;
    put(d, closer);
}

static void new_line(Dumper *d) {
    put(d, d->is_first ? "\n" : ",\n");
    tl_buf_append_fill(d->out, ' ', (size_t)d->level);
    d->is_first = false;
}

static void field(Dumper *d, const char *name) {
    new_line(d);
    put(d, name);
    put(d, "=");
}

static void int_field(Dumper *d, const char *name, int value) {
    field(d, name);
    tl_buf_append_fmt(d->out, "%d", value);
}

static void word_field(Dumper *d, const char *name, const char *word) {
    field(d, name);
    put(d, word);
}

static void close_at(Dumper *d, TlPos pos) {
    int_field(d, "lineno", pos.line);
    int_field(d, "col_offset", pos.col);
    int_field(d, "end_lineno", pos.end_line);
    int_field(d, "end_col_offset", pos.end_col);
    close_node(d, ")");
}

static void expr_field(Dumper *d, const char *name, const TlExpr *expr) {
    if (expr != NULL) {
        field(d, name);
        dump_expr(d, expr);
    }
}

// Defines a function that writes a list as a field; [DUMP] writes one item.
#define DEFINE_LIST_FIELD(NAME, LIST, DUMP)                                \
    static void NAME(Dumper *d, const char *name, const LIST *list) {      \
        field(d, name);                                                    \
        put(d, "[");                                                       \
        if (list->len > 0) {                                               \
            d->level++;                                                    \
            d->is_first = true;                                            \
            for (int i = 0; i < list->len; i++) {                          \
                new_line(d);                                               \
                DUMP(d, list->items[i]);                                   \
            }                                                              \
            d->level--;                                                    \
            d->is_first = false;                                           \
        }                                                                  \
        put(d, "]");                                                       \
    }

// --- Constants --------------------------------------------------------------

static void dump_code_point(Dumper *d, uint32_t cp, char quote) {
    static const char escapes[] = "\\\\\nn\rr\tt";
    const char *at = cp != 0 && cp < 0x80 ? strchr(escapes, (int)cp) : NULL;
    if (at != NULL && (at - escapes) % 2 == 0) {
        tl_buf_append_char(d->out, '\\');
        tl_buf_append_char(d->out, at[1]);
    } else if (cp == (uint32_t)quote) {
        tl_buf_append_char(d->out, '\\');
        tl_buf_append_char(d->out, quote);
    } else if (tl_ident_class(cp) != TL_IDENT_HIDDEN) {
        tl_buf_append_utf8(d->out, cp);
    } else if (cp < 0x100) {
        tl_buf_append_fmt(d->out, "\\x%02x", (unsigned)cp);
    } else if (cp < 0x10000) {
        tl_buf_append_fmt(d->out, "\\u%04x", (unsigned)cp);
    } else {
        tl_buf_append_fmt(d->out, "\\U%08x", (unsigned)cp);
    }
}

static void dump_text(Dumper *d, const char *s, size_t len, bool is_bytes) {
    bool has_single = len > 0 && memchr(s, '\'', len) != NULL;
    bool has_double = len > 0 && memchr(s, '"', len) != NULL;
    char quote = has_single && !has_double ? '"' : '\'';
    tl_buf_append_char(d->out, quote);
    for (size_t i = 0; i < len;) {
        uint32_t cp = (unsigned char)s[i];
        int n = 1;
        if (is_bytes && cp >= 0x80) {
            tl_buf_append_fmt(d->out, "\\x%02x", (unsigned)cp);
        } else {
            n = is_bytes ? 1 : tl_utf8_decode_wtf8(s + i, len - i, &cp);
            dump_code_point(d, cp, quote);
        }
        i += n > 0 ? (size_t)n : 1;
    }
    tl_buf_append_char(d->out, quote);
}

static void dump_name(Dumper *d, const TlName *name) {
    dump_text(d, name->text, (size_t)name->len, false);
}

static void name_field(Dumper *d, const char *label, const TlName *name) {
    if (name != NULL) {
        field(d, label);
        dump_name(d, name);
    }
}

DEFINE_LIST_FIELD(names_field, TlNameList, dump_name)

#define LIMB 1000000000u // nine decimal digits

// Multiplies the [count] limbs by [base] and adds [digit]; returns the count.
static size_t multiply_add(uint32_t *limbs, size_t count, uint32_t base,
                           uint32_t digit) {
    uint64_t carry = digit;
    for (size_t i = 0; i < count; i++) {
        carry += (uint64_t)limbs[i] * base;
        limbs[i] = (uint32_t)(carry % LIMB);
        carry /= LIMB;
    }
    if (carry > 0) {
        limbs[count++] = (uint32_t)carry;
    }
    return count;
}

// An integer written with a base prefix, in decimal.
static void dump_prefixed_int(Dumper *d, const char *s, size_t len) {
    char letter = (char)(s[1] | 0x20);
    uint32_t base = letter == 'x' ? 16 : letter == 'o' ? 8 : 2;
    size_t cap = len / 7 + 2; // 16**7 < 10**9
    uint32_t *limbs = tl_alloc_zero(d->out->alloc, cap * sizeof *limbs);
    size_t count = 0;
    if (limbs == NULL) {
        d->out->failed = true;
        return;
    }
    for (size_t i = 2; i < len; i++) {
        char c = s[i];
        uint32_t digit = c <= '9' ? (uint32_t)(c - '0')
                                  : (uint32_t)((c | 0x20) - 'a' + 10);
        count = multiply_add(limbs, count, base, digit);
    }
    uint32_t top = count > 0 ? limbs[count - 1] : 0;
    tl_buf_append_fmt(d->out, "%u", (unsigned)top);
    for (size_t i = count; i > 1; i--) {
        tl_buf_append_fmt(d->out, "%09u", (unsigned)limbs[i - 2]);
    }
    tl_free(d->out->alloc, limbs, cap * sizeof *limbs);
}

static void dump_constant(Dumper *d, const TlConstant *c) {
    switch (c->kind) {
    case TL_CONST_NONE:
        put(d, "None");
        break;
    case TL_CONST_TRUE:
        put(d, "True");
        break;
    case TL_CONST_FALSE:
        put(d, "False");
        break;
    case TL_CONST_ELLIPSIS:
        put(d, "Ellipsis");
        break;
    case TL_CONST_INT:
        if (c->len > 2 && c->text[1] > '9') {
            dump_prefixed_int(d, c->text, c->len);
        } else {
            tl_buf_append(d->out, c->text, c->len);
        }
        break;
    case TL_CONST_FLOAT:
        tl_format_repr(d->out, c->number);
        break;
    case TL_CONST_IMAGINARY:
        tl_format_double(d->out, c->number, 'r', 0, 0);
        put(d, "j");
        break;
    case TL_CONST_STR:
        dump_text(d, c->text, c->len, false);
        break;
    case TL_CONST_BYTES:
        put(d, "b");
        dump_text(d, c->text, c->len, true);
        break;
    }
}

// --- Expressions ------------------------------------------------------------

static void dump_item(Dumper *d, const TlExpr *expr) {
    if (expr == NULL) {
        put(d, "None");
    } else {
        dump_expr(d, expr);
    }
}

DEFINE_LIST_FIELD(exprs_field, TlExprList, dump_item)

static void dump_arg(Dumper *d, const TlArg *arg) {
    open_node(d, "arg");
    name_field(d, "arg", arg->arg);
    expr_field(d, "annotation", arg->annotation);
    close_at(d, arg->pos);
}

DEFINE_LIST_FIELD(args_field, TlArgList, dump_arg)

static void arguments_field(Dumper *d, const TlArguments *args) {
    field(d, "args");
    open_node(d, "arguments");
    args_field(d, "posonlyargs", &args->posonlyargs);
    args_field(d, "args", &args->args);
    if (args->vararg != NULL) {
        field(d, "vararg");
        dump_arg(d, args->vararg);
    }
    args_field(d, "kwonlyargs", &args->kwonlyargs);
    exprs_field(d, "kw_defaults", &args->kw_defaults);
    if (args->kwarg != NULL) {
        field(d, "kwarg");
        dump_arg(d, args->kwarg);
    }
    exprs_field(d, "defaults", &args->defaults);
    close_node(d, ")");
}

static void dump_keyword(Dumper *d, const TlKeyword *keyword) {
    open_node(d, "keyword");
    name_field(d, "arg", keyword->arg);
    expr_field(d, "value", keyword->value);
    close_at(d, keyword->pos);
}

DEFINE_LIST_FIELD(keywords_field, TlKeywordList, dump_keyword)

static void dump_comprehension(Dumper *d, const TlComprehension *comp) {
    open_node(d, "comprehension");
    expr_field(d, "target", comp->target);
    expr_field(d, "iter", comp->iter);
    exprs_field(d, "ifs", &comp->ifs);
    int_field(d, "is_async", comp->is_async);
    close_node(d, ")");
}

DEFINE_LIST_FIELD(comps_field, TlComprehensionList, dump_comprehension)

static const char *const ctx_names[] = {"Load()", "Store()", "Del()"};
static const char *const bool_names[] = {"And()", "Or()"};
static const char *const unary_names[] = {"Invert()", "Not()", "UAdd()",
                                          "USub()"};
static const char *const bin_names[] = {
    "Add()",    "Sub()",    "Mult()",  "MatMult()", "Div()",
    "Mod()",    "Pow()",    "LShift()", "RShift()", "BitOr()",
    "BitXor()", "BitAnd()", "FloorDiv()"};
static const char *const cmp_names[] = {"Eq()",  "NotEq()", "Lt()", "LtE()",
                                        "Gt()",  "GtE()",   "Is()", "IsNot()",
                                        "In()",  "NotIn()"};

static void ctx_field(Dumper *d, TlExprContext ctx) {
    word_field(d, "ctx", ctx_names[ctx]);
}

static void compare_fields(Dumper *d, const TlExpr *expr) {
    expr_field(d, "left", expr->u.compare.left);
    field(d, "ops");
    put(d, "[");
    d->level++;
    d->is_first = true;
    for (int i = 0; i < expr->u.compare.comparators.len; i++) {
        new_line(d);
        put(d, cmp_names[expr->u.compare.ops[i]]);
    }
    close_node(d, "]");
    exprs_field(d, "comparators", &expr->u.compare.comparators);
}

static void constant_fields(Dumper *d, const TlConstant *constant) {
    field(d, "value");
    dump_constant(d, constant);
    if (constant->u_prefix) {
        word_field(d, "kind", "'u'");
    }
}

static const char *const expr_names[] = {
    [TL_EXPR_BOOL_OP] = "BoolOp",
    [TL_EXPR_NAMED_EXPR] = "NamedExpr",
    [TL_EXPR_BIN_OP] = "BinOp",
    [TL_EXPR_UNARY_OP] = "UnaryOp",
    [TL_EXPR_LAMBDA] = "Lambda",
    [TL_EXPR_IF_EXP] = "IfExp",
    [TL_EXPR_DICT] = "Dict",
    [TL_EXPR_SET] = "Set",
    [TL_EXPR_LIST_COMP] = "ListComp",
    [TL_EXPR_SET_COMP] = "SetComp",
    [TL_EXPR_DICT_COMP] = "DictComp",
    [TL_EXPR_GENERATOR_EXP] = "GeneratorExp",
    [TL_EXPR_AWAIT] = "Await",
    [TL_EXPR_YIELD] = "Yield",
    [TL_EXPR_YIELD_FROM] = "YieldFrom",
    [TL_EXPR_COMPARE] = "Compare",
    [TL_EXPR_CALL] = "Call",
    [TL_EXPR_FORMATTED_VALUE] = "FormattedValue",
    [TL_EXPR_JOINED_STR] = "JoinedStr",
    [TL_EXPR_CONSTANT] = "Constant",
    [TL_EXPR_ATTRIBUTE] = "Attribute",
    [TL_EXPR_SUBSCRIPT] = "Subscript",
    [TL_EXPR_STARRED] = "Starred",
    [TL_EXPR_NAME] = "Name",
    [TL_EXPR_LIST] = "List",
    [TL_EXPR_TUPLE] = "Tuple",
    [TL_EXPR_SLICE] = "Slice",
};

// The fields of the operators and the rest, by kind; both return whether the
// kind is one of theirs, to keep each switch readable.
static bool operator_fields(Dumper *d, const TlExpr *expr) {
    switch (expr->kind) {
    case TL_EXPR_BOOL_OP:
        word_field(d, "op", bool_names[expr->u.bool_op.op]);
        exprs_field(d, "values", &expr->u.bool_op.values);
        return true;
    case TL_EXPR_NAMED_EXPR:
        expr_field(d, "target", expr->u.named_expr.target);
        expr_field(d, "value", expr->u.named_expr.value);
        return true;
    case TL_EXPR_BIN_OP:
        expr_field(d, "left", expr->u.bin_op.left);
        word_field(d, "op", bin_names[expr->u.bin_op.op]);
        expr_field(d, "right", expr->u.bin_op.right);
        return true;
    case TL_EXPR_UNARY_OP:
        word_field(d, "op", unary_names[expr->u.unary_op.op]);
        expr_field(d, "operand", expr->u.unary_op.operand);
        return true;
    case TL_EXPR_LAMBDA:
        arguments_field(d, expr->u.lambda.args);
        expr_field(d, "body", expr->u.lambda.body);
        return true;
    case TL_EXPR_IF_EXP:
        expr_field(d, "test", expr->u.if_exp.test);
        expr_field(d, "body", expr->u.if_exp.body);
        expr_field(d, "orelse", expr->u.if_exp.orelse);
        return true;
    case TL_EXPR_COMPARE:
        compare_fields(d, expr);
        return true;
    case TL_EXPR_AWAIT:
    case TL_EXPR_YIELD_FROM:
        expr_field(d, "value", expr->u.await.value);
        return true;
    case TL_EXPR_YIELD:
        expr_field(d, "value", expr->u.yield.value);
        return true;
    default:
        return false;
    }
}

static bool display_fields(Dumper *d, const TlExpr *expr) {
    switch (expr->kind) {
    case TL_EXPR_DICT:
        exprs_field(d, "keys", &expr->u.dict.keys);
        exprs_field(d, "values", &expr->u.dict.values);
        return true;
    case TL_EXPR_SET:
        exprs_field(d, "elts", &expr->u.set.elts);
        return true;
    case TL_EXPR_LIST_COMP:
    case TL_EXPR_SET_COMP:
    case TL_EXPR_GENERATOR_EXP:
        expr_field(d, "elt", expr->u.comp.elt);
        comps_field(d, "generators", &expr->u.comp.generators);
        return true;
    case TL_EXPR_DICT_COMP:
        expr_field(d, "key", expr->u.dict_comp.key);
        expr_field(d, "value", expr->u.dict_comp.value);
        comps_field(d, "generators", &expr->u.dict_comp.generators);
        return true;
    case TL_EXPR_LIST:
    case TL_EXPR_TUPLE:
        exprs_field(d, "elts", &expr->u.list.elts);
        ctx_field(d, expr->u.list.ctx);
        return true;
    default:
        return false;
    }
}

static void primary_fields(Dumper *d, const TlExpr *expr) {
    switch (expr->kind) {
    case TL_EXPR_CALL:
        expr_field(d, "func", expr->u.call.func);
        exprs_field(d, "args", &expr->u.call.args);
        keywords_field(d, "keywords", &expr->u.call.keywords);
        break;
    case TL_EXPR_FORMATTED_VALUE:
        expr_field(d, "value", expr->u.formatted_value.value);
        int_field(d, "conversion", expr->u.formatted_value.conversion);
        expr_field(d, "format_spec", expr->u.formatted_value.format_spec);
        break;
    case TL_EXPR_JOINED_STR:
        exprs_field(d, "values", &expr->u.joined_str.values);
        break;
    case TL_EXPR_CONSTANT:
        constant_fields(d, &expr->u.constant);
        break;
    case TL_EXPR_ATTRIBUTE:
        expr_field(d, "value", expr->u.attribute.value);
        name_field(d, "attr", expr->u.attribute.attr);
        ctx_field(d, expr->u.attribute.ctx);
        break;
    case TL_EXPR_SUBSCRIPT:
        expr_field(d, "value", expr->u.subscript.value);
        expr_field(d, "slice", expr->u.subscript.slice);
        ctx_field(d, expr->u.subscript.ctx);
        break;
    case TL_EXPR_STARRED:
        expr_field(d, "value", expr->u.starred.value);
        ctx_field(d, expr->u.starred.ctx);
        break;
    case TL_EXPR_NAME:
        name_field(d, "id", expr->u.name.id);
        ctx_field(d, expr->u.name.ctx);
        break;
    case TL_EXPR_SLICE:
        expr_field(d, "lower", expr->u.slice.lower);
        expr_field(d, "upper", expr->u.slice.upper);
        expr_field(d, "step", expr->u.slice.step);
        break;
    default:
        break;
    }
}

static void dump_expr(Dumper *d, const TlExpr *expr) {
    if (d->level > MAX_LEVEL) {
        put(d, "...");
        return;
    }
    open_node(d, expr_names[expr->kind]);
    if (!operator_fields(d, expr) && !display_fields(d, expr)) {
        primary_fields(d, expr);
    }
    close_at(d, expr->pos);
}

// --- Patterns ---------------------------------------------------------------

DEFINE_LIST_FIELD(patterns_field, TlPatternList, dump_pattern)

static const char *const pattern_names[] = {
    [TL_PATTERN_VALUE] = "MatchValue",
    [TL_PATTERN_SINGLETON] = "MatchSingleton",
    [TL_PATTERN_SEQUENCE] = "MatchSequence",
    [TL_PATTERN_MAPPING] = "MatchMapping",
    [TL_PATTERN_CLASS] = "MatchClass",
    [TL_PATTERN_STAR] = "MatchStar",
    [TL_PATTERN_AS] = "MatchAs",
    [TL_PATTERN_OR] = "MatchOr",
};

static void pattern_fields(Dumper *d, const TlPattern *pattern) {
    switch (pattern->kind) {
    case TL_PATTERN_VALUE:
        expr_field(d, "value", pattern->u.value.value);
        break;
    case TL_PATTERN_SINGLETON: {
        TlConstant value = {.kind = pattern->u.singleton.value};
        constant_fields(d, &value);
        break;
    }
    case TL_PATTERN_SEQUENCE:
    case TL_PATTERN_OR:
        patterns_field(d, "patterns", &pattern->u.sequence.patterns);
        break;
    case TL_PATTERN_MAPPING:
        exprs_field(d, "keys", &pattern->u.mapping.keys);
        patterns_field(d, "patterns", &pattern->u.mapping.patterns);
        name_field(d, "rest", pattern->u.mapping.rest);
        break;
    case TL_PATTERN_CLASS:
        expr_field(d, "cls", pattern->u.cls.cls);
        patterns_field(d, "patterns", &pattern->u.cls.patterns);
        names_field(d, "kwd_attrs", &pattern->u.cls.kwd_attrs);
        patterns_field(d, "kwd_patterns", &pattern->u.cls.kwd_patterns);
        break;
    case TL_PATTERN_STAR:
        name_field(d, "name", pattern->u.star.name);
        break;
    case TL_PATTERN_AS:
        if (pattern->u.as.pattern != NULL) {
            field(d, "pattern");
            dump_pattern(d, pattern->u.as.pattern);
        }
        name_field(d, "name", pattern->u.as.name);
        break;
    }
}

static void dump_pattern(Dumper *d, const TlPattern *pattern) {
    open_node(d, pattern_names[pattern->kind]);
    pattern_fields(d, pattern);
    close_at(d, pattern->pos);
}

// --- Statements -------------------------------------------------------------

DEFINE_LIST_FIELD(stmts_field, TlStmtList, dump_stmt)

static void dump_handler(Dumper *d, const TlExceptHandler *handler) {
    open_node(d, "ExceptHandler");
    expr_field(d, "type", handler->type);
    name_field(d, "name", handler->name);
    stmts_field(d, "body", &handler->body);
    close_at(d, handler->pos);
}

DEFINE_LIST_FIELD(handlers_field, TlExceptHandlerList, dump_handler)

static void dump_alias(Dumper *d, const TlAlias *alias) {
    open_node(d, "alias");
    name_field(d, "name", alias->name);
    name_field(d, "asname", alias->asname);
    close_at(d, alias->pos);
}

DEFINE_LIST_FIELD(aliases_field, TlAliasList, dump_alias)

static void dump_with_item(Dumper *d, const TlWithItem *item) {
    open_node(d, "withitem");
    expr_field(d, "context_expr", item->context_expr);
    expr_field(d, "optional_vars", item->optional_vars);
    close_node(d, ")");
}

DEFINE_LIST_FIELD(with_items_field, TlWithItemList, dump_with_item)

static void dump_match_case(Dumper *d, const TlMatchCase *match_case) {
    open_node(d, "match_case");
    field(d, "pattern");
    dump_pattern(d, match_case->pattern);
    expr_field(d, "guard", match_case->guard);
    stmts_field(d, "body", &match_case->body);
    close_node(d, ")");
}

DEFINE_LIST_FIELD(match_cases_field, TlMatchCaseList, dump_match_case)

static const char *const stmt_names[] = {
    [TL_STMT_FUNCTION_DEF] = "FunctionDef",
    [TL_STMT_ASYNC_FUNCTION_DEF] = "AsyncFunctionDef",
    [TL_STMT_CLASS_DEF] = "ClassDef",
    [TL_STMT_RETURN] = "Return",
    [TL_STMT_DELETE] = "Delete",
    [TL_STMT_ASSIGN] = "Assign",
    [TL_STMT_AUG_ASSIGN] = "AugAssign",
    [TL_STMT_ANN_ASSIGN] = "AnnAssign",
    [TL_STMT_FOR] = "For",
    [TL_STMT_ASYNC_FOR] = "AsyncFor",
    [TL_STMT_WHILE] = "While",
    [TL_STMT_IF] = "If",
    [TL_STMT_WITH] = "With",
    [TL_STMT_ASYNC_WITH] = "AsyncWith",
    [TL_STMT_MATCH] = "Match",
    [TL_STMT_RAISE] = "Raise",
    [TL_STMT_TRY] = "Try",
    [TL_STMT_TRY_STAR] = "TryStar",
    [TL_STMT_ASSERT] = "Assert",
    [TL_STMT_IMPORT] = "Import",
    [TL_STMT_IMPORT_FROM] = "ImportFrom",
    [TL_STMT_GLOBAL] = "Global",
    [TL_STMT_NONLOCAL] = "Nonlocal",
    [TL_STMT_EXPR] = "Expr",
    [TL_STMT_PASS] = "Pass",
    [TL_STMT_BREAK] = "Break",
    [TL_STMT_CONTINUE] = "Continue",
};

// As with expressions: compound statements first, then the simple ones.
static bool compound_fields(Dumper *d, const TlStmt *stmt) {
    switch (stmt->kind) {
    case TL_STMT_FUNCTION_DEF:
    case TL_STMT_ASYNC_FUNCTION_DEF:
        name_field(d, "name", stmt->u.function_def.name);
        arguments_field(d, stmt->u.function_def.args);
        stmts_field(d, "body", &stmt->u.function_def.body);
        exprs_field(d, "decorator_list", &stmt->u.function_def.decorator_list);
        expr_field(d, "returns", stmt->u.function_def.returns);
        return true;
    case TL_STMT_CLASS_DEF:
        name_field(d, "name", stmt->u.class_def.name);
        exprs_field(d, "bases", &stmt->u.class_def.bases);
        keywords_field(d, "keywords", &stmt->u.class_def.keywords);
        stmts_field(d, "body", &stmt->u.class_def.body);
        exprs_field(d, "decorator_list", &stmt->u.class_def.decorator_list);
        return true;
    case TL_STMT_FOR:
    case TL_STMT_ASYNC_FOR:
        expr_field(d, "target", stmt->u.for_.target);
        expr_field(d, "iter", stmt->u.for_.iter);
        stmts_field(d, "body", &stmt->u.for_.body);
        stmts_field(d, "orelse", &stmt->u.for_.orelse);
        return true;
    case TL_STMT_WHILE:
    case TL_STMT_IF:
        expr_field(d, "test", stmt->u.if_.test);
        stmts_field(d, "body", &stmt->u.if_.body);
        stmts_field(d, "orelse", &stmt->u.if_.orelse);
        return true;
    case TL_STMT_WITH:
    case TL_STMT_ASYNC_WITH:
        with_items_field(d, "items", &stmt->u.with.items);
        stmts_field(d, "body", &stmt->u.with.body);
        return true;
    case TL_STMT_MATCH:
        expr_field(d, "subject", stmt->u.match.subject);
        match_cases_field(d, "cases", &stmt->u.match.cases);
        return true;
    case TL_STMT_TRY:
    case TL_STMT_TRY_STAR:
        stmts_field(d, "body", &stmt->u.try_.body);
        handlers_field(d, "handlers", &stmt->u.try_.handlers);
        stmts_field(d, "orelse", &stmt->u.try_.orelse);
        stmts_field(d, "finalbody", &stmt->u.try_.finalbody);
        return true;
    default:
        return false;
    }
}

static void simple_fields(Dumper *d, const TlStmt *stmt) {
    switch (stmt->kind) {
    case TL_STMT_RETURN:
        expr_field(d, "value", stmt->u.return_.value);
        break;
    case TL_STMT_DELETE:
        exprs_field(d, "targets", &stmt->u.delete_.targets);
        break;
    case TL_STMT_ASSIGN:
        exprs_field(d, "targets", &stmt->u.assign.targets);
        expr_field(d, "value", stmt->u.assign.value);
        break;
    case TL_STMT_AUG_ASSIGN:
        expr_field(d, "target", stmt->u.aug_assign.target);
        word_field(d, "op", bin_names[stmt->u.aug_assign.op]);
        expr_field(d, "value", stmt->u.aug_assign.value);
        break;
    case TL_STMT_ANN_ASSIGN:
        expr_field(d, "target", stmt->u.ann_assign.target);
        expr_field(d, "annotation", stmt->u.ann_assign.annotation);
        expr_field(d, "value", stmt->u.ann_assign.value);
        int_field(d, "simple", stmt->u.ann_assign.simple);
        break;
    case TL_STMT_RAISE:
        expr_field(d, "exc", stmt->u.raise.exc);
        expr_field(d, "cause", stmt->u.raise.cause);
        break;
    case TL_STMT_ASSERT:
        expr_field(d, "test", stmt->u.assert_.test);
        expr_field(d, "msg", stmt->u.assert_.msg);
        break;
    case TL_STMT_IMPORT:
        aliases_field(d, "names", &stmt->u.import.names);
        break;
    case TL_STMT_IMPORT_FROM:
        name_field(d, "module", stmt->u.import_from.module);
        aliases_field(d, "names", &stmt->u.import_from.names);
        int_field(d, "level", stmt->u.import_from.level);
        break;
    case TL_STMT_GLOBAL:
    case TL_STMT_NONLOCAL:
        names_field(d, "names", &stmt->u.global.names);
        break;
    case TL_STMT_EXPR:
        expr_field(d, "value", stmt->u.expr.value);
        break;
    default:
        break;
    }
}

static void dump_stmt(Dumper *d, const TlStmt *stmt) {
    if (d->level > MAX_LEVEL) {
        put(d, "...");
        return;
    }
    open_node(d, stmt_names[stmt->kind]);
    if (!compound_fields(d, stmt)) {
        simple_fields(d, stmt);
    }
    close_at(d, stmt->pos);
}

void tl_ast_dump(TlBuf *out, const TlMod *mod) {
    Dumper dumper = {out, 0, true};
    Dumper *d = &dumper;
    switch (mod->kind) {
    case TL_MOD_MODULE:
        if (mod->body.len == 0) {
            put(d, "Module(body=[], type_ignores=[])");
            return;
        }
        open_node(d, "Module");
        stmts_field(d, "body", &mod->body);
        word_field(d, "type_ignores", "[]");
        break;
    case TL_MOD_INTERACTIVE:
        open_node(d, "Interactive");
        stmts_field(d, "body", &mod->body);
        break;
    case TL_MOD_EXPRESSION:
        open_node(d, "Expression");
        expr_field(d, "body", mod->expression);
        break;
    }
    close_node(d, ")");
}
