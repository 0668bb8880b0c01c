// ast.h — the syntax tree: node types, names, constants.
// SPDX-License-Identifier: MIT
//
// The node set and the field names are those of CPython 3.11's Python.asdl, so
// a reader who knows the `ast` module knows this file. Every node, list, name
// and text lives in the TlArena handed to tl_parse() and dies with it: nothing
// here is freed one by one, and every pointer stays valid as long as the arena.
//
// Invariants: a pointer field is never NULL unless its comment says "or NULL";
// an empty list has len 0 (its items pointer may then be NULL); two names with
// equal text are the same TlName object (within one tree), so compare pointers.
//
// Not here: what a name means (scope.h), private-name mangling and docstrings
// (the compiler), building the tree (parser.h).
#ifndef TL_LANG_AST_H
#define TL_LANG_AST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct TlArena;
struct TlBuf;

// Source range of a node: lines from 1, columns are UTF-8 byte offsets from 0,
// the end is exclusive. Equal to lineno, col_offset, end_lineno and
// end_col_offset of CPython.
typedef struct TlPos {
    int32_t line;
    int32_t col;
    int32_t end_line;
    int32_t end_col;
} TlPos;

// An identifier, UTF-8, zero-terminated as well. Interned: see above.
typedef struct TlName {
    const char *text;
    int len;
} TlName;

typedef struct TlExpr TlExpr;
typedef struct TlStmt TlStmt;
typedef struct TlPattern TlPattern;
typedef struct TlComprehension TlComprehension;
typedef struct TlExceptHandler TlExceptHandler;
typedef struct TlArguments TlArguments;
typedef struct TlArg TlArg;
typedef struct TlKeyword TlKeyword;
typedef struct TlAlias TlAlias;
typedef struct TlWithItem TlWithItem;
typedef struct TlMatchCase TlMatchCase;

// --- Lists ------------------------------------------------------------------

typedef struct TlNameList {
    const TlName **items;
    int len;
} TlNameList;

typedef struct TlExprList {
    TlExpr **items;
    int len;
} TlExprList;

typedef struct TlStmtList {
    TlStmt **items;
    int len;
} TlStmtList;

typedef struct TlPatternList {
    TlPattern **items;
    int len;
} TlPatternList;

typedef struct TlComprehensionList {
    TlComprehension **items;
    int len;
} TlComprehensionList;

typedef struct TlExceptHandlerList {
    TlExceptHandler **items;
    int len;
} TlExceptHandlerList;

typedef struct TlArgList {
    TlArg **items;
    int len;
} TlArgList;

typedef struct TlKeywordList {
    TlKeyword **items;
    int len;
} TlKeywordList;

typedef struct TlAliasList {
    TlAlias **items;
    int len;
} TlAliasList;

typedef struct TlWithItemList {
    TlWithItem **items;
    int len;
} TlWithItemList;

typedef struct TlMatchCaseList {
    TlMatchCase **items;
    int len;
} TlMatchCaseList;

// --- Operators and contexts -------------------------------------------------

typedef enum TlExprContext {
    TL_CTX_LOAD,
    TL_CTX_STORE,
    TL_CTX_DEL
} TlExprContext;

typedef enum TlBoolOp {
    TL_BOOL_AND,
    TL_BOOL_OR
} TlBoolOp;

// Also the operator of an augmented assignment.
typedef enum TlBinOp {
    TL_BINOP_ADD,
    TL_BINOP_SUB,
    TL_BINOP_MULT,
    TL_BINOP_MAT_MULT,
    TL_BINOP_DIV,
    TL_BINOP_MOD,
    TL_BINOP_POW,
    TL_BINOP_L_SHIFT,
    TL_BINOP_R_SHIFT,
    TL_BINOP_BIT_OR,
    TL_BINOP_BIT_XOR,
    TL_BINOP_BIT_AND,
    TL_BINOP_FLOOR_DIV
} TlBinOp;

typedef enum TlUnaryOp {
    TL_UNARY_INVERT,
    TL_UNARY_NOT,
    TL_UNARY_U_ADD,
    TL_UNARY_U_SUB
} TlUnaryOp;

typedef enum TlCmpOp {
    TL_CMP_EQ,
    TL_CMP_NOT_EQ,
    TL_CMP_LT,
    TL_CMP_LT_E,
    TL_CMP_GT,
    TL_CMP_GT_E,
    TL_CMP_IS,
    TL_CMP_IS_NOT,
    TL_CMP_IN,
    TL_CMP_NOT_IN
} TlCmpOp;

// --- Constants --------------------------------------------------------------

typedef enum TlConstKind {
    TL_CONST_NONE,
    TL_CONST_TRUE,
    TL_CONST_FALSE,
    TL_CONST_ELLIPSIS,
    TL_CONST_INT,       // text: digits without underscores, 0x/0o/0b or none
    TL_CONST_FLOAT,     // number
    TL_CONST_IMAGINARY, // number: the imaginary part
    TL_CONST_STR,       // text: UTF-8, lone surrogates as WTF-8
    TL_CONST_BYTES      // text: the raw bytes
} TlConstKind;

typedef struct TlConstant {
    TlConstKind kind;
    bool u_prefix; // str written u'...'; the `kind` field of ast.Constant
    const char *text; // zero-terminated too, but may hold zero bytes
    size_t len;
    double number;
} TlConstant;

// --- Expressions ------------------------------------------------------------

typedef enum TlExprKind {
    TL_EXPR_BOOL_OP,
    TL_EXPR_NAMED_EXPR,
    TL_EXPR_BIN_OP,
    TL_EXPR_UNARY_OP,
    TL_EXPR_LAMBDA,
    TL_EXPR_IF_EXP,
    TL_EXPR_DICT,
    TL_EXPR_SET,
    TL_EXPR_LIST_COMP,
    TL_EXPR_SET_COMP,
    TL_EXPR_DICT_COMP,
    TL_EXPR_GENERATOR_EXP,
    TL_EXPR_AWAIT,
    TL_EXPR_YIELD,
    TL_EXPR_YIELD_FROM,
    TL_EXPR_COMPARE,
    TL_EXPR_CALL,
    TL_EXPR_FORMATTED_VALUE,
    TL_EXPR_JOINED_STR,
    TL_EXPR_CONSTANT,
    TL_EXPR_ATTRIBUTE,
    TL_EXPR_SUBSCRIPT,
    TL_EXPR_STARRED,
    TL_EXPR_NAME,
    TL_EXPR_LIST,
    TL_EXPR_TUPLE,
    TL_EXPR_SLICE
} TlExprKind;

struct TlExpr {
    TlExprKind kind;
    TlPos pos;
    union {
        struct {
            TlBoolOp op;
            TlExprList values; // two or more
        } bool_op;
        struct {
            TlExpr *target;
            TlExpr *value;
        } named_expr;
        struct {
            TlExpr *left;
            TlBinOp op;
            TlExpr *right;
        } bin_op;
        struct {
            TlUnaryOp op;
            TlExpr *operand;
        } unary_op;
        struct {
            TlArguments *args;
            TlExpr *body;
        } lambda;
        struct {
            TlExpr *test;
            TlExpr *body;
            TlExpr *orelse;
        } if_exp;
        struct {
            TlExprList keys; // an item is NULL for `**value`
            TlExprList values;
        } dict;
        struct {
            TlExprList elts;
        } set;
        struct { // ListComp, SetComp and GeneratorExp
            TlExpr *elt;
            TlComprehensionList generators;
        } comp;
        struct {
            TlExpr *key;
            TlExpr *value;
            TlComprehensionList generators;
        } dict_comp;
        struct { // Await and YieldFrom
            TlExpr *value;
        } await;
        struct {
            TlExpr *value; // or NULL
        } yield;
        struct {
            TlExpr *left;
            TlCmpOp *ops; // comparators.len of them
            TlExprList comparators;
        } compare;
        struct {
            TlExpr *func;
            TlExprList args;
            TlKeywordList keywords;
        } call;
        struct {
            TlExpr *value;
            int conversion;      // -1, or 's', 'r', 'a'
            TlExpr *format_spec; // a JoinedStr, or NULL
        } formatted_value;
        struct {
            TlExprList values;
        } joined_str;
        TlConstant constant;
        struct {
            TlExpr *value;
            const TlName *attr;
            TlExprContext ctx;
        } attribute;
        struct {
            TlExpr *value;
            TlExpr *slice;
            TlExprContext ctx;
        } subscript;
        struct {
            TlExpr *value;
            TlExprContext ctx;
        } starred;
        struct {
            const TlName *id;
            TlExprContext ctx;
        } name;
        struct { // List and Tuple
            TlExprList elts;
            TlExprContext ctx;
        } list;
        struct {
            TlExpr *lower; // or NULL
            TlExpr *upper; // or NULL
            TlExpr *step;  // or NULL
        } slice;
    } u;
};

struct TlComprehension {
    TlExpr *target;
    TlExpr *iter;
    TlExprList ifs;
    bool is_async;
};

struct TlArg {
    TlPos pos;
    const TlName *arg;
    TlExpr *annotation; // or NULL
};

struct TlArguments {
    TlArgList posonlyargs;
    TlArgList args;
    TlArg *vararg; // or NULL
    TlArgList kwonlyargs;
    TlExprList kw_defaults; // as long as kwonlyargs; NULL item: required
    TlArg *kwarg;           // or NULL
    TlExprList defaults;    // of the last ones of posonlyargs + args
};

struct TlKeyword {
    TlPos pos;
    const TlName *arg; // or NULL for `**value`
    TlExpr *value;
};

// --- Statements -------------------------------------------------------------

typedef enum TlStmtKind {
    TL_STMT_FUNCTION_DEF,
    TL_STMT_ASYNC_FUNCTION_DEF,
    TL_STMT_CLASS_DEF,
    TL_STMT_RETURN,
    TL_STMT_DELETE,
    TL_STMT_ASSIGN,
    TL_STMT_AUG_ASSIGN,
    TL_STMT_ANN_ASSIGN,
    TL_STMT_FOR,
    TL_STMT_ASYNC_FOR,
    TL_STMT_WHILE,
    TL_STMT_IF,
    TL_STMT_WITH,
    TL_STMT_ASYNC_WITH,
    TL_STMT_MATCH,
    TL_STMT_RAISE,
    TL_STMT_TRY,
    TL_STMT_TRY_STAR,
    TL_STMT_ASSERT,
    TL_STMT_IMPORT,
    TL_STMT_IMPORT_FROM,
    TL_STMT_GLOBAL,
    TL_STMT_NONLOCAL,
    TL_STMT_EXPR,
    TL_STMT_PASS,
    TL_STMT_BREAK,
    TL_STMT_CONTINUE
} TlStmtKind;

struct TlStmt {
    TlStmtKind kind;
    TlPos pos; // of a decorated definition: starts at `def`/`class`
    union {
        struct { // FunctionDef and AsyncFunctionDef
            const TlName *name;
            TlArguments *args;
            TlStmtList body;
            TlExprList decorator_list;
            TlExpr *returns; // or NULL
        } function_def;
        struct {
            const TlName *name;
            TlExprList bases;
            TlKeywordList keywords;
            TlStmtList body;
            TlExprList decorator_list;
        } class_def;
        struct {
            TlExpr *value; // or NULL
        } return_;
        struct {
            TlExprList targets;
        } delete_;
        struct {
            TlExprList targets;
            TlExpr *value;
        } assign;
        struct {
            TlExpr *target;
            TlBinOp op;
            TlExpr *value;
        } aug_assign;
        struct {
            TlExpr *target;
            TlExpr *annotation;
            TlExpr *value; // or NULL
            bool simple;   // target is a name without parentheses
        } ann_assign;
        struct { // For and AsyncFor
            TlExpr *target;
            TlExpr *iter;
            TlStmtList body;
            TlStmtList orelse;
        } for_;
        struct { // While and If; `elif` is one If in orelse
            TlExpr *test;
            TlStmtList body;
            TlStmtList orelse;
        } if_;
        struct { // With and AsyncWith
            TlWithItemList items;
            TlStmtList body;
        } with;
        struct {
            TlExpr *subject;
            TlMatchCaseList cases;
        } match;
        struct {
            TlExpr *exc;   // or NULL
            TlExpr *cause; // or NULL
        } raise;
        struct { // Try and TryStar
            TlStmtList body;
            TlExceptHandlerList handlers;
            TlStmtList orelse;
            TlStmtList finalbody;
        } try_;
        struct {
            TlExpr *test;
            TlExpr *msg; // or NULL
        } assert_;
        struct {
            TlAliasList names;
        } import;
        struct {
            const TlName *module; // dotted, or NULL in `from . import x`
            TlAliasList names;    // one alias named "*" for a star import
            int level;            // number of leading dots
        } import_from;
        struct { // Global and Nonlocal
            TlNameList names;
        } global;
        struct {
            TlExpr *value;
        } expr;
    } u;
};

struct TlExceptHandler {
    TlPos pos;
    TlExpr *type;       // or NULL
    const TlName *name; // or NULL
    TlStmtList body;
};

struct TlAlias {
    TlPos pos;
    const TlName *name;   // dotted in `import a.b`
    const TlName *asname; // or NULL
};

struct TlWithItem {
    TlExpr *context_expr;
    TlExpr *optional_vars; // or NULL
};

// --- Patterns ---------------------------------------------------------------

struct TlMatchCase {
    TlPattern *pattern;
    TlExpr *guard; // or NULL
    TlStmtList body;
};

typedef enum TlPatternKind {
    TL_PATTERN_VALUE,
    TL_PATTERN_SINGLETON,
    TL_PATTERN_SEQUENCE,
    TL_PATTERN_MAPPING,
    TL_PATTERN_CLASS,
    TL_PATTERN_STAR,
    TL_PATTERN_AS,
    TL_PATTERN_OR
} TlPatternKind;

struct TlPattern {
    TlPatternKind kind;
    TlPos pos;
    union {
        struct {
            TlExpr *value;
        } value;
        struct {
            TlConstKind value; // None, True or False
        } singleton;
        struct { // MatchSequence and MatchOr
            TlPatternList patterns;
        } sequence;
        struct {
            TlExprList keys;
            TlPatternList patterns;
            const TlName *rest; // or NULL
        } mapping;
        struct {
            TlExpr *cls;
            TlPatternList patterns;
            TlNameList kwd_attrs;
            TlPatternList kwd_patterns;
        } cls;
        struct {
            const TlName *name; // or NULL for `*_`
        } star;
        struct {
            TlPattern *pattern; // or NULL
            const TlName *name; // or NULL: the wildcard `_`
        } as;
    } u;
};

// --- Module -----------------------------------------------------------------

typedef enum TlModKind {
    TL_MOD_MODULE,
    TL_MOD_INTERACTIVE,
    TL_MOD_EXPRESSION
} TlModKind;

// The set of interned names of one tree, in its arena.
typedef struct TlNameTable TlNameTable;

typedef struct TlMod {
    TlModKind kind;
    TlStmtList body;    // Module and Interactive
    TlExpr *expression; // Expression only, else NULL
    TlNameTable *names; // for a compiler that needs further names
} TlMod;

// --- Functions --------------------------------------------------------------

// New, empty table in [arena]; NULL when out of memory.
TlNameTable *tl_names_new(struct TlArena *arena);

// The one name with this text; made on first use. [text] is copied. NULL when
// out of memory.
const TlName *tl_names_intern(TlNameTable *names, const char *text, int len);

// New node with [kind] and [pos] set and the rest zero; NULL: out of memory.
TlExpr *tl_expr_new(struct TlArena *arena, TlExprKind kind, TlPos pos);
TlStmt *tl_stmt_new(struct TlArena *arena, TlStmtKind kind, TlPos pos);
TlPattern *tl_pattern_new(struct TlArena *arena, TlPatternKind kind,
                          TlPos pos);

// Appends the text of Python's ast.dump(tree, indent=1,
// include_attributes=True) to [out]. Out of memory shows in [out], as for any
// other append.
void tl_ast_dump(struct TlBuf *out, const TlMod *mod);

#endif
