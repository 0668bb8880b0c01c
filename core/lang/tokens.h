// tokens.h — every token of the language, once.
// SPDX-License-Identifier: MIT
//
// One X-macro per group, so that names, spellings and numbers cannot drift
// apart. Soft keywords (match, case, _) are names; the parser knows them.
#ifndef TL_LANG_TOKENS_H
#define TL_LANG_TOKENS_H

// X(name, text): tokens without one fixed spelling.
#define TL_TOKENS_CLASS(X) \
    X(END, "end of file")  \
    X(NEWLINE, "newline")  \
    X(INDENT, "indent")    \
    X(DEDENT, "dedent")    \
    X(NAME, "name")        \
    X(NUMBER, "number")    \
    X(STRING, "string")    \
    X(UNKNOWN, "unknown character")

// X(name, text): operators and delimiters.
#define TL_TOKENS_OPERATOR(X)    \
    X(LPAR, "(")                 \
    X(RPAR, ")")                 \
    X(LSQB, "[")                 \
    X(RSQB, "]")                 \
    X(LBRACE, "{")               \
    X(RBRACE, "}")               \
    X(COLON, ":")                \
    X(COMMA, ",")                \
    X(SEMI, ";")                 \
    X(DOT, ".")                  \
    X(ELLIPSIS, "...")           \
    X(ARROW, "->")               \
    X(AT, "@")                   \
    X(EQUAL, "=")                \
    X(COLON_EQUAL, ":=")         \
    X(PLUS, "+")                 \
    X(MINUS, "-")                \
    X(STAR, "*")                 \
    X(SLASH, "/")                \
    X(PERCENT, "%")              \
    X(TILDE, "~")                \
    X(VBAR, "|")                 \
    X(AMPER, "&")                \
    X(CIRCUMFLEX, "^")           \
    X(LESS, "<")                 \
    X(GREATER, ">")              \
    X(EQ_EQUAL, "==")            \
    X(NOT_EQUAL, "!=")           \
    X(LESS_EQUAL, "<=")          \
    X(GREATER_EQUAL, ">=")       \
    X(LEFT_SHIFT, "<<")          \
    X(RIGHT_SHIFT, ">>")         \
    X(DOUBLE_STAR, "**")         \
    X(DOUBLE_SLASH, "//")        \
    X(PLUS_EQUAL, "+=")          \
    X(MIN_EQUAL, "-=")           \
    X(STAR_EQUAL, "*=")          \
    X(SLASH_EQUAL, "/=")         \
    X(PERCENT_EQUAL, "%=")       \
    X(AMPER_EQUAL, "&=")         \
    X(VBAR_EQUAL, "|=")          \
    X(CIRCUMFLEX_EQUAL, "^=")    \
    X(AT_EQUAL, "@=")            \
    X(LEFT_SHIFT_EQUAL, "<<=")   \
    X(RIGHT_SHIFT_EQUAL, ">>=")  \
    X(DOUBLE_STAR_EQUAL, "**=")  \
    X(DOUBLE_SLASH_EQUAL, "//=")

// X(name, text): reserved words, sorted by text.
#define TL_TOKENS_KEYWORD(X)   \
    X(KW_FALSE, "False")       \
    X(KW_NONE, "None")         \
    X(KW_TRUE, "True")         \
    X(KW_AND, "and")           \
    X(KW_AS, "as")             \
    X(KW_ASSERT, "assert")     \
    X(KW_ASYNC, "async")       \
    X(KW_AWAIT, "await")       \
    X(KW_BREAK, "break")       \
    X(KW_CLASS, "class")       \
    X(KW_CONTINUE, "continue") \
    X(KW_DEF, "def")           \
    X(KW_DEL, "del")           \
    X(KW_ELIF, "elif")         \
    X(KW_ELSE, "else")         \
    X(KW_EXCEPT, "except")     \
    X(KW_FINALLY, "finally")   \
    X(KW_FOR, "for")           \
    X(KW_FROM, "from")         \
    X(KW_GLOBAL, "global")     \
    X(KW_IF, "if")             \
    X(KW_IMPORT, "import")     \
    X(KW_IN, "in")             \
    X(KW_IS, "is")             \
    X(KW_LAMBDA, "lambda")     \
    X(KW_NONLOCAL, "nonlocal") \
    X(KW_NOT, "not")           \
    X(KW_OR, "or")             \
    X(KW_PASS, "pass")         \
    X(KW_RAISE, "raise")       \
    X(KW_RETURN, "return")     \
    X(KW_TRY, "try")           \
    X(KW_WHILE, "while")       \
    X(KW_WITH, "with")         \
    X(KW_YIELD, "yield")

typedef enum TlTokenKind {
#define TL_TOKEN_ENUM(name, text) TL_TOK_##name,
    TL_TOKENS_CLASS(TL_TOKEN_ENUM)
    TL_TOKENS_OPERATOR(TL_TOKEN_ENUM)
    TL_TOKENS_KEYWORD(TL_TOKEN_ENUM)
#undef TL_TOKEN_ENUM
    TL_TOK_COUNT
} TlTokenKind;

#endif
