// traceback_anchors.c — finds the operator that failed in a line of source.
// SPDX-License-Identifier: MIT
//
// CPython parses the segment of the line again and looks at its outermost
// node. Here one pass over the tokens is enough: at bracket depth 0 the loosest
// binary operator is the outermost node; without one, a closing bracket at the
// end that belongs to a subscript. Anything that is no such expression (a
// comparison, a statement, a conditional) has no anchors.
#include <ctype.h>

#include "vm/traceback_impl.h"

enum { LOOSEST = 1, PREC_POWER = 8, PREC_NONE = 100 };

typedef struct Scan {
    const char *s;
    size_t len, at;
    int depth;
    bool operand;       // the last token ended an operand
    bool prefixed;      // it begins with a unary operator
    bool awaited;       // ... or with await
    int prec;           // of the loosest operator so far
    size_t op, op_len;  // its place
    size_t bracket;     // place of the last subscript's bracket at depth 0
    bool subscript;     // the last token closed that bracket
    bool failed;
} Scan;

static bool is_name_char(char c)
{
    return isalnum((unsigned char)c) || c == '_' || (unsigned char)c >= 128;
}

static char peek(const Scan *sc, size_t ahead)
{
    return sc->at + ahead < sc->len ? sc->s[sc->at + ahead] : '\0';
}

// Behind a string literal whose quote is at [at].
static void skip_string(Scan *sc)
{
    char quote = sc->s[sc->at];
    bool triple = peek(sc, 1) == quote && peek(sc, 2) == quote;
    size_t width = triple ? 3 : 1;
    sc->at += width;
    while (sc->at < sc->len) {
        if (sc->s[sc->at] == '\\') {
            sc->at++;
        } else if (sc->s[sc->at] == quote &&
                   (!triple || (peek(sc, 1) == quote &&
                                peek(sc, 2) == quote))) {
            sc->at += width;
            return;
        }
        sc->at++;
    }
    sc->failed = true;
}

static bool is_word(const char *s, size_t n, const char *const *words)
{
    for (; *words != NULL; words++) {
        if (strlen(*words) == n && memcmp(s, *words, n) == 0) {
            return true;
        }
    }
    return false;
}

static void scan_name(Scan *sc)
{
    // At depth 0 these make it something else than an operation.
    static const char *const others[] = {
        "and", "or", "not", "in", "is", "if", "else", "lambda", "for", "async",
        "yield", "raise", "return", "del", "assert", "import", "from", "with",
        "global", "nonlocal", "pass", "def", "class", "try", "while", "except",
        "finally", "elif", "as", "break", "continue", NULL};
    static const char *const await_word[] = {"await", NULL};
    size_t start = sc->at;
    while (sc->at < sc->len && is_name_char(sc->s[sc->at])) {
        sc->at++;
    }
    size_t n = sc->at - start;
    if (n <= 2 && (peek(sc, 0) == '"' || peek(sc, 0) == '\'')) {
        skip_string(sc);
    } else if (sc->depth == 0 && is_word(sc->s + start, n, others)) {
        sc->failed = true;
    } else if (sc->depth == 0 && is_word(sc->s + start, n, await_word)) {
        sc->awaited |= start == 0;
        return;
    }
    sc->operand = true;
}

static void scan_number(Scan *sc)
{
    while (sc->at < sc->len) {
        char c = sc->s[sc->at];
        bool exponent_sign = (c == '+' || c == '-') &&
                             tolower((unsigned char)sc->s[sc->at - 1]) == 'e';
        if (!is_name_char(c) && c != '.' && !exponent_sign) {
            break;
        }
        sc->at++;
    }
    sc->operand = true;
}

static void open_bracket(Scan *sc)
{
    if (sc->depth == 0 && sc->s[sc->at] == '[' && sc->operand) {
        sc->bracket = sc->at;
        sc->subscript = true;
    } else if (sc->depth == 0) {
        sc->subscript = false;
    }
    sc->depth++;
    sc->at++;
    sc->operand = false;
}

static int precedence(char c, char next)
{
    switch (c) {
    case '|': return LOOSEST;
    case '^': return 2;
    case '&': return 3;
    case '<':
    case '>': return next == c ? 4 : 0;
    case '+':
    case '-': return 5;
    case '*': return next == '*' ? PREC_POWER : 6;
    case '/':
    case '%':
    case '@': return 6;
    default: return 0;
    }
}

static void scan_operator(Scan *sc)
{
    char c = sc->s[sc->at];
    size_t width = (c == '*' || c == '/' || c == '<' || c == '>') &&
                           peek(sc, 1) == c ? 2 : 1;
    if (sc->depth > 0) {
        sc->at++;
        return;
    }
    int prec = precedence(c, peek(sc, 1));
    bool unary = !sc->operand && (c == '+' || c == '-' || c == '~');
    if ((prec == 0 && !unary) || peek(sc, width) == '=' ||
        (!sc->operand && !unary)) {
        sc->failed = true;
        return;
    }
    if (unary) {
        sc->prefixed |= sc->prec == PREC_NONE;
    } else if (prec < sc->prec || (prec == sc->prec && prec != PREC_POWER)) {
        sc->prec = prec;
        sc->op = sc->at;
        sc->op_len = width;
    }
    sc->operand = false;
    sc->subscript = false;
    sc->at += width;
}

static void scan_token(Scan *sc)
{
    char c = sc->s[sc->at];
    if (c == ' ' || c == '\t' || c == '\f') {
        sc->at++;
    } else if (c == '"' || c == '\'') {
        skip_string(sc);
        sc->operand = true;
        sc->subscript &= sc->depth > 0;
    } else if (isdigit((unsigned char)c)) {
        scan_number(sc);
        sc->subscript &= sc->depth > 0;
    } else if (is_name_char(c)) {
        scan_name(sc);
        sc->subscript &= sc->depth > 0;
    } else if (c == '(' || c == '[' || c == '{') {
        open_bracket(sc);
    } else if (c == ')' || c == ']' || c == '}') {
        sc->failed |= --sc->depth < 0;
        sc->at++;
        sc->operand = true;
    } else if (c == '.') {
        sc->at++;
    } else {
        scan_operator(sc);
    }
}

// A right operand in parentheses begins behind them.
static size_t right_operand(const Scan *sc)
{
    size_t at = sc->op + sc->op_len;
    while (at < sc->len && sc->s[at] == ' ') {
        at++;
    }
    while (at < sc->len && sc->s[at] == '(' && sc->s[sc->len - 1] == ')') {
        at++;
    }
    return at;
}

bool tl_find_anchors(const char *text, size_t len, size_t *from, size_t *to)
{
    Scan sc = {.s = text, .len = len, .prec = PREC_NONE};
    while (sc.at < sc.len && !sc.failed) {
        scan_token(&sc);
    }
    if (sc.failed || sc.depth != 0) {
        return false;
    }
    if (sc.prec != PREC_NONE) {
        *from = sc.op;
        *to = sc.op + 1;
        if (*to < right_operand(&sc) && *to < len && text[*to] != ' ') {
            ++*to;
        }
        return !(sc.prefixed && sc.prec == PREC_POWER);
    }
    *from = sc.bracket;
    *to = len;
    return sc.subscript && !sc.prefixed && !sc.awaited;
}
