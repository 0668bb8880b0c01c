// disasm.c — listings for --dump: tokens, tree, scopes, instructions.
// SPDX-License-Identifier: MIT
//
// An instruction is listed as: index, name, operand, what the operand means,
// and its source range (line:column-line:column, columns in bytes from 0). A
// cache word is not listed by itself: indexes skip it.
#include "lang/compile_impl.h"

#include "lang/lexer.h"
#include "lang/source.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

#include <string.h>

typedef enum Operand {
    OPERAND_NONE,
    OPERAND_NUM,
    OPERAND_CONST,
    OPERAND_LOCAL,
    OPERAND_NAME,
    OPERAND_BINOP,
    OPERAND_CMPOP,
    OPERAND_JUMP
} Operand;

static const struct {
    const char *name;
    Operand operand;
} ops[] = {
#define OP(name, operand, effect, doc) {#name, OPERAND_##operand},
    TL_OPCODES(OP)
#undef OP
};

// --- Instructions -----------------------------------------------------------

static bool put_repr(TlRuntime *rt, TlRef value, TlBuf *out) {
    if (tl_is_code(rt, value)) { // its address would differ between runs
        const TlCode *code = (const TlCode *)tl_as_obj(value);
        tl_buf_append_str(out, "<code ");
        tl_str_append_to(out, code->qualname);
        tl_buf_append_str(out, ">");
        return true;
    }
    TlValue text = tl_repr(rt, value);
    if (!tl_has_value(text)) {
        return false;
    }
    tl_str_append_to(out, tl_as_str(text));
    tl_decref(rt, text);
    return true;
}

static void put_binop(TlBuf *out, uint32_t arg) {
    static const char *const texts[] = {"+", "&",  "//", "<<", "@", "*", "%",
                                        "|", "**", ">>", "-",  "/", "^"};
    uint32_t op = arg & (TL_INPLACE_FLAG - 1);
    tl_buf_append_fmt(out, "%s%s", texts[op],
                      (arg & TL_INPLACE_FLAG) != 0 ? "=" : "");
}

static bool put_operand(TlRuntime *rt, const TlCode *code, uint32_t word,
                        TlBuf *out) {
    static const char *const compares[] = {"<", "<=", "==", "!=", ">", ">="};
    uint32_t arg = TL_INSTR_ARG(word);
    switch (ops[TL_INSTR_OP(word)].operand) {
    case OPERAND_NONE: break;
    case OPERAND_NUM: tl_buf_append_fmt(out, "%u", arg); break;
    case OPERAND_CONST:
        tl_buf_append_fmt(out, "%u (", arg);
        if (!put_repr(rt, code->consts->items[arg], out)) {
            return false;
        }
        tl_buf_append_str(out, ")");
        break;
    case OPERAND_LOCAL:
        tl_buf_append_fmt(out, "%u (", arg);
        tl_str_append_to(out, tl_as_str(code->local_names->items[arg]));
        tl_buf_append_str(out, ")");
        break;
    case OPERAND_NAME:
        tl_buf_append_fmt(out, "%u (", arg);
        tl_str_append_to(out, tl_as_str(code->names->items[arg]));
        tl_buf_append_str(out, ")");
        break;
    case OPERAND_BINOP: put_binop(out, arg); break;
    case OPERAND_CMPOP: tl_buf_append_str(out, compares[arg]); break;
    case OPERAND_JUMP: tl_buf_append_fmt(out, "to %u", arg); break;
    }
    return true;
}

static void put_header(const TlCode *code, TlBuf *out) {
    tl_buf_append_str(out, "code ");
    tl_str_append_to(out, code->qualname);
    tl_buf_append_fmt(
        out, ", line %d, flags 0x%x, stack %d, arguments %d/%d/%d\n",
        code->first_line, (unsigned)code->flags, code->stack_size,
        code->argcount, code->posonlyargcount, code->kwonlyargcount);
    static const char *const kinds[] = {"", " cell", " free"};
    for (int i = 0; i < code->nlocals; i++) {
        tl_buf_append_str(out, i == 0 ? "  locals " : ", ");
        tl_str_append_to(out, tl_as_str(code->local_names->items[i]));
        tl_buf_append_str(out, kinds[code->local_kinds[i]]);
    }
    tl_buf_append_str(out, code->nlocals > 0 ? "\n" : "");
}

static bool put_instructions(TlRuntime *rt, const TlCode *code, TlBuf *out) {
    for (uint32_t i = 0; i < code->instr_count; i++) {
        uint32_t word = code->instrs[i];
        const TlCodePos *pos = &code->positions[i];
        TlOpcode op = TL_INSTR_OP(word);
        tl_buf_append_fmt(out, "%6u  %-24s ", i, ops[op].name);
        if (!put_operand(rt, code, word, out)) {
            return false;
        }
        tl_buf_append_fmt(out, "  [%d:%d-%d:%d]\n", pos->line, pos->col,
                          pos->end_line, pos->end_col);
        i += tl_op_is_cached(op);
    }
    return true;
}

TlStatus tl_disassemble(TlRuntime *rt, const TlCode *code, TlBuf *out) {
    put_header(code, out);
    if (!put_instructions(rt, code, out)) {
        return TL_RAISED;
    }
    for (uint32_t i = 0; i < code->exc_count; i++) {
        const TlExcEntry *entry = &code->exc_table[i];
        tl_buf_append_fmt(out, "  %u to %u: handler %u, depth %u%s\n",
                          entry->start, entry->end, entry->target,
                          (unsigned)entry->depth,
                          entry->lasti ? ", lasti" : "");
    }
    for (int64_t i = 0; i < code->consts->len; i++) {
        TlRef item = code->consts->items[i];
        if (tl_is_code(rt, item)) {
            tl_buf_append_str(out, "\n");
            if (tl_disassemble(rt, (const TlCode *)tl_as_obj(item), out) !=
                TL_OK) {
                return TL_RAISED;
            }
        }
    }
    return TL_OK;
}

static TlStatus dump_bytecode(TlRuntime *rt, const char *source, size_t len,
                              const char *filename, TlBuf *out) {
    TlCompileOptions options = {.mode = TL_PARSE_FILE, .filename = filename};
    TlCode *code = tl_compile(rt, source, len, &options);
    if (code == NULL) {
        return TL_RAISED;
    }
    TlStatus status = tl_disassemble(rt, code, out);
    tl_release(rt, code);
    return status;
}

// --- Tokens -----------------------------------------------------------------

static void put_token(const TlToken *tok, TlBuf *out) {
    static const char *const names[] = {
#define NAME(name, text) #name,
        TL_TOKENS_CLASS(NAME) TL_TOKENS_OPERATOR(NAME) TL_TOKENS_KEYWORD(NAME)
#undef NAME
    };
    tl_buf_append_fmt(out, "%d:%d-%d:%d  %-16s ", tok->pos.line, tok->pos.col,
                      tok->pos.end_line, tok->pos.end_col, names[tok->kind]);
    if (tok->kind > TL_TOK_DEDENT && tok->end > tok->start) {
        tl_buf_append(out, tok->start, (size_t)(tok->end - tok->start));
    }
    tl_buf_append_char(out, '\n');
}

static TlStatus dump_tokens(TlRuntime *rt, const char *source, size_t len,
                            const char *filename, TlBuf *out) {
    TlSyntaxError err = {0};
    TlBuf text;
    TlToken tok;
    TlLexer *lex = tl_alloc(&rt->alloc, sizeof *lex); // large
    tl_buf_init(&text, &rt->alloc);
    if (lex == NULL) {
        tl_raise_memory(rt);
        return TL_RAISED;
    }
    if (tl_source_prepare(&text, source, len, TL_PARSE_FILE, &err)) {
        tl_lexer_init(lex, text.data, text.len, &err);
        while (tl_lexer_next(lex, &tok) && tok.kind != TL_TOK_END) {
            put_token(&tok, out);
        }
    }
    tl_buf_deinit(&text);
    tl_free(&rt->alloc, lex, sizeof *lex);
    if (err.cls != TL_ERROR_NONE) {
        return tl_compile_raise(rt, &err, filename, source, len);
    }
    return TL_OK;
}

TlStatus tl_dump_source(TlRuntime *rt, const char *what, const char *source,
                        size_t len, const char *filename, TlBuf *out) {
    if (strcmp(what, "tokens") == 0) {
        return dump_tokens(rt, source, len, filename, out);
    }
    if (strcmp(what, "bytecode") == 0) {
        return dump_bytecode(rt, source, len, filename, out);
    }
    bool scopes = strcmp(what, "scopes") == 0;
    return tl_compile_dump(rt, scopes, source, len, filename, out);
}
