// diagnose.c — the message for a text that did not parse.
// SPDX-License-Identifier: MIT
#include "lang/parser_impl.h"

void tl_diagnose(TlParser *p) {
    if (p->err->cls == TL_ERROR_NONE) {
        TlPos pos = p->tokens[p->token_count - 1].pos;
        tl_parser_error(p, TL_ERROR_SYNTAX, pos, "invalid syntax");
    }
}
