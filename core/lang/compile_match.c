// compile_match.c — match statements.
// SPDX-License-Identifier: MIT
//
// A pattern consumes the subject from the top of the stack. What it captures
// stays below, bound only when the whole pattern has matched. When it fails,
// it jumps to one of a ladder of labels, number n of which drops n values
// before the next case.
#include "lang/compile_impl.h"

#include "object/dict.h"
#include "object/exc.h"
#include "object/str.h"

#include <string.h>

typedef struct PatternContext {
    TlPtrBuf stores;        // names of the captures, top of the stack first
    TlPtrBuf fails;         // label + 1 of rung n of the ladder
    bool allow_irrefutable; // this pattern may match anything
    int on_top; // values above the captures that a failure has to drop
} PatternContext;

static void compile_pattern(TlCompiler *c, const TlPattern *p,
                            PatternContext *pc);

// --- The ladder -------------------------------------------------------------

static void push_item(TlCompiler *c, TlPtrBuf *buf, void *item) {
    if (!tl_ptrbuf_push(buf, item)) {
        tl_c_memory(c);
    }
}

static void ensure_rungs(TlCompiler *c, PatternContext *pc, size_t n) {
    while (pc->fails.len <= n && !c->failed) {
        push_item(c, &pc->fails, (void *)((intptr_t)tl_c_label(c) + 1));
    }
}

static int rung(const PatternContext *pc, size_t n) {
    return n < pc->fails.len ? (int)((intptr_t)pc->fails.items[n] - 1) : 0;
}

// Jumps to where all that the pattern has on the stack is dropped.
static void jump_to_fail(TlCompiler *c, PatternContext *pc, TlOpcode op) {
    size_t pops = (size_t)pc->on_top + pc->stores.len;
    ensure_rungs(c, pc, pops);
    if (!c->failed) {
        tl_c_jump(c, op, rung(pc, pops));
    }
}

static void emit_ladder(TlCompiler *c, PatternContext *pc) {
    for (size_t n = pc->fails.len; n > 0 && !c->failed; n--) {
        tl_c_bind(c, rung(pc, n - 1));
        if (n > 1) {
            tl_c_op(c, TL_OP_POP_TOP);
        }
    }
    tl_ptrbuf_truncate(&pc->fails, 0);
}

// --- Captures ---------------------------------------------------------------

// Moves the top of the stack below [count] - 1 others.
static void rotate(TlCompiler *c, size_t count) {
    for (; count > 1; count--) {
        tl_c_op_arg(c, TL_OP_SWAP, (int64_t)count);
    }
}

// Notes that a value just put below the other captures is [name].
static void add_capture(TlCompiler *c, const TlName *name, PatternContext *pc) {
    for (size_t i = 0; i < pc->stores.len; i++) {
        if (pc->stores.items[i] == name) {
            tl_c_error(c, "multiple assignments to name '%s' in pattern",
                       name->text);
            return;
        }
    }
    push_item(c, &pc->stores, (void *)name);
}

// Puts the top of the stack among the captures, or drops it (NULL: `_`).
static void store_name(TlCompiler *c, const TlName *name, PatternContext *pc) {
    if (name == NULL) {
        tl_c_op(c, TL_OP_POP_TOP);
    } else if (!tl_c_forbidden(c, name, TL_CTX_STORE)) {
        rotate(c, (size_t)pc->on_top + pc->stores.len + 1);
        add_capture(c, name, pc);
    }
}

static bool is_wildcard(const TlPattern *p) {
    return p->kind == TL_PATTERN_AS && p->u.as.name == NULL;
}

static bool is_star_wildcard(const TlPattern *p) {
    return p->kind == TL_PATTERN_STAR && p->u.star.name == NULL;
}

// A pattern inside another, which may always match anything.
static void compile_subpattern(TlCompiler *c, const TlPattern *p,
                               PatternContext *pc) {
    bool outer = pc->allow_irrefutable;
    pc->allow_irrefutable = true;
    compile_pattern(c, p, pc);
    pc->allow_irrefutable = outer;
}

// --- Sequences --------------------------------------------------------------

static void unpack_items(TlCompiler *c, TlPatternList list, int star,
                         PatternContext *pc) {
    int after = list.len - star - 1;
    if (star < 0) {
        tl_c_op_arg(c, TL_OP_UNPACK_SEQUENCE, list.len);
    } else if (star > 0xff || after > 0xffff) {
        tl_c_error(c, "too many expressions in star-unpacking sequence "
                      "pattern");
        return;
    } else {
        tl_c_op_arg(c, TL_OP_UNPACK_EX, star | after << 8);
    }
    pc->on_top += list.len;
    for (int i = 0; i < list.len; i++) {
        pc->on_top--;
        compile_subpattern(c, list.items[i], pc);
    }
}

// Items are fetched one by one, when most of them do not matter.
static void index_items(TlCompiler *c, TlPatternList list, int star,
                        PatternContext *pc) {
    pc->on_top++; // the sequence stays
    for (int i = 0; i < list.len; i++) {
        const TlPattern *item = list.items[i];
        if (is_wildcard(item) || i == star) {
            continue;
        }
        tl_c_op_arg(c, TL_OP_COPY, 1);
        if (i < star) {
            tl_c_load_const(c, tl_small_int(i));
        } else {
            tl_c_op(c, TL_OP_GET_LEN);
            tl_c_load_const(c, tl_small_int(list.len - i));
            tl_c_op_arg(c, TL_OP_BINARY_OP, TL_BIN_SUB);
        }
        tl_c_op(c, TL_OP_BINARY_SUBSCR);
        compile_subpattern(c, item, pc);
    }
    pc->on_top--;
    tl_c_op(c, TL_OP_POP_TOP);
}

// The place of the `*x`, or -1; -2 after an error.
static int find_star(TlCompiler *c, TlPatternList list) {
    int star = -1;
    for (int i = 0; i < list.len; i++) {
        if (list.items[i]->kind == TL_PATTERN_STAR) {
            if (star >= 0) {
                tl_c_error(c, "multiple starred names in sequence pattern");
                return -2;
            }
            star = i;
        }
    }
    return star;
}

static bool all_wildcards(TlPatternList list) {
    for (int i = 0; i < list.len; i++) {
        if (!is_wildcard(list.items[i]) && !is_star_wildcard(list.items[i])) {
            return false;
        }
    }
    return true;
}

// Checks the length: exactly, or at least, what the pattern has.
static void check_length(TlCompiler *c, int size, int star,
                         PatternContext *pc) {
    if (star >= 0 && size == 1) {
        return; // [*x] takes any
    }
    tl_c_op(c, TL_OP_GET_LEN);
    tl_c_load_const(c, tl_small_int(star < 0 ? size : size - 1));
    tl_c_op_arg(c, TL_OP_COMPARE_OP, star < 0 ? TL_EQ : TL_GE);
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_FALSE);
}

static void sequence_pattern(TlCompiler *c, const TlPattern *p,
                             PatternContext *pc) {
    TlPatternList list = p->u.sequence.patterns;
    int star = find_star(c, list);
    if (star < -1) {
        return;
    }
    pc->on_top++; // the subject
    tl_c_op(c, TL_OP_MATCH_SEQUENCE);
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_FALSE);
    check_length(c, list.len, star, pc);
    pc->on_top--;
    if (all_wildcards(list)) {
        tl_c_op(c, TL_OP_POP_TOP);
    } else if (star >= 0 && is_star_wildcard(list.items[star])) {
        index_items(c, list, star, pc);
    } else {
        unpack_items(c, list, star, pc);
    }
}

// --- Mappings ---------------------------------------------------------------

// The keys as a tuple on the stack. Equal literals are a mistake.
static void load_keys(TlCompiler *c, const TlPattern *p) {
    TlExprList keys = p->u.mapping.keys;
    TlSet *seen = tl_set_new(c->rt, c->rt->types.set);
    if (seen == NULL) {
        tl_c_raised(c);
        return;
    }
    for (int i = 0; i < keys.len && tl_compile_ok(c); i++) {
        TlValue key = tl_fold(c, keys.items[i]);
        int added = tl_has_value(key) ? tl_set_add(c->rt, seen, key) : 1;
        TlValue text = added == 0 ? tl_repr(c->rt, key) : TL_NO_VALUE;
        size_t len;
        if (tl_has_value(text)) {
            const char *utf8 = tl_str_utf8(c->rt, tl_as_str(text), &len);
            if (utf8 != NULL) {
                tl_c_error(c, "mapping pattern checks duplicate key (%s)",
                           utf8);
            }
        }
        if (added < 0 || tl_raised(c->rt)) {
            tl_c_raised(c);
        }
        tl_decref(c->rt, text);
        tl_decref(c->rt, key);
        tl_c_expr(c, keys.items[i]);
    }
    tl_release(c->rt, seen);
    tl_c_op_arg(c, TL_OP_BUILD_TUPLE, keys.len);
}

// `**rest`: a copy of the subject without the keys. [subject, keys] -> [].
static void store_rest(TlCompiler *c, const TlPattern *p, PatternContext *pc) {
    int size = p->u.mapping.keys.len;
    tl_c_op_arg(c, TL_OP_BUILD_MAP, 0);
    tl_c_op_arg(c, TL_OP_SWAP, 3);
    tl_c_op_arg(c, TL_OP_DICT_UPDATE, 2);
    tl_c_op_arg(c, TL_OP_UNPACK_SEQUENCE, size);
    for (; size > 0; size--) {
        tl_c_op_arg(c, TL_OP_COPY, 1 + size); // the copy, below the keys
        tl_c_op_arg(c, TL_OP_SWAP, 2);
        tl_c_op(c, TL_OP_DELETE_SUBSCR);
    }
    store_name(c, p->u.mapping.rest, pc);
}

static void mapping_values(TlCompiler *c, const TlPattern *p,
                           PatternContext *pc) {
    int size = p->u.mapping.keys.len;
    load_keys(c, p);
    tl_c_op(c, TL_OP_MATCH_KEYS);
    pc->on_top += 2; // keys and values above the subject
    tl_c_op_arg(c, TL_OP_COPY, 1);
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_NONE);
    tl_c_op_arg(c, TL_OP_UNPACK_SEQUENCE, size);
    pc->on_top += size - 1;
    for (int i = 0; i < size; i++) {
        pc->on_top--;
        compile_subpattern(c, p->u.mapping.patterns.items[i], pc);
    }
    pc->on_top -= 2; // subject and keys are all that is left
    if (p->u.mapping.rest != NULL) {
        store_rest(c, p, pc);
    } else {
        tl_c_op(c, TL_OP_POP_TOP);
        tl_c_op(c, TL_OP_POP_TOP);
    }
}

static void mapping_pattern(TlCompiler *c, const TlPattern *p,
                            PatternContext *pc) {
    int size = p->u.mapping.keys.len;
    const TlName *rest = p->u.mapping.rest;
    pc->on_top++; // the subject
    tl_c_op(c, TL_OP_MATCH_MAPPING);
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_FALSE);
    if (size == 0 && rest == NULL) { // {} matches any mapping
        pc->on_top--;
        tl_c_op(c, TL_OP_POP_TOP);
        return;
    }
    if (size > 0) {
        tl_c_op(c, TL_OP_GET_LEN);
        tl_c_load_const(c, tl_small_int(size));
        tl_c_op_arg(c, TL_OP_COMPARE_OP, TL_GE);
        jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_FALSE);
    }
    mapping_values(c, p, pc);
}

// --- Classes ----------------------------------------------------------------

static void check_attributes(TlCompiler *c, const TlPattern *p) {
    TlNameList names = p->u.cls.kwd_attrs;
    for (int i = 0; i < names.len; i++) {
        tl_c_forbidden(c, names.items[i], TL_CTX_STORE);
        for (int k = i + 1; k < names.len; k++) {
            if (names.items[i] == names.items[k]) {
                tl_c_error_at(c, p->u.cls.kwd_patterns.items[k]->pos,
                              "attribute name repeated in class pattern: %s",
                              names.items[i]->text);
                return;
            }
        }
    }
}

static void load_attribute_names(TlCompiler *c, TlNameList names) {
    TlTuple *tuple = tl_tuple_new(c->rt, names.len);
    for (int i = 0; tuple != NULL && i < names.len; i++) {
        tuple->items[i] = tl_c_name_str(c, names.items[i]);
    }
    if (tuple == NULL) {
        tl_c_raised(c);
        return;
    }
    tl_c_load_const(c, tl_from_obj(tuple));
}

static void class_pattern(TlCompiler *c, const TlPattern *p,
                          PatternContext *pc) {
    int positional = p->u.cls.patterns.len;
    int total = positional + p->u.cls.kwd_patterns.len;
    check_attributes(c, p);
    tl_c_expr(c, p->u.cls.cls);
    load_attribute_names(c, p->u.cls.kwd_attrs);
    tl_c_op_arg(c, TL_OP_MATCH_CLASS, positional);
    tl_c_op_arg(c, TL_OP_COPY, 1);
    pc->on_top++; // the attributes, or None
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_NONE);
    tl_c_op_arg(c, TL_OP_UNPACK_SEQUENCE, total);
    pc->on_top += total - 1;
    for (int i = 0; i < total; i++) {
        const TlPattern *part =
            i < positional ? p->u.cls.patterns.items[i]
                           : p->u.cls.kwd_patterns.items[i - positional];
        pc->on_top--;
        if (is_wildcard(part)) {
            tl_c_op(c, TL_OP_POP_TOP);
        } else {
            compile_subpattern(c, part, pc);
        }
    }
}

// --- Alternatives -----------------------------------------------------------

// Brings the captures of an alternative, the top of the stack, into the order
// of those of the first one.
static void reorder_captures(TlCompiler *c, PatternContext *pc,
                             const TlPtrBuf *control) {
    size_t n = control->len;
    bool same = pc->stores.len == n;
    for (size_t i = n; same && i > 0; i--) {
        size_t at = 0;
        while (at < n && pc->stores.items[at] != control->items[i - 1]) {
            at++;
        }
        same = at < n;
        if (!same || at == i - 1) {
            continue;
        }
        TL_ASSERT(at < i - 1, "the places above are right already");
        pc->stores.items[at] = pc->stores.items[i - 1];
        pc->stores.items[i - 1] = control->items[i - 1];
        tl_c_op_arg(c, TL_OP_SWAP, (int64_t)i);
        if (at > 0) {
            tl_c_op_arg(c, TL_OP_SWAP, (int64_t)at + 1);
            tl_c_op_arg(c, TL_OP_SWAP, (int64_t)i);
        }
    }
    if (!same) {
        tl_c_error(c, "alternative patterns bind different names");
    }
}

static void alternative(TlCompiler *c, const TlPattern *p, int at,
                        const PatternContext *outer, TlPtrBuf *control,
                        int end) {
    PatternContext pc = {.allow_irrefutable =
                             at == p->u.sequence.patterns.len - 1 &&
                             outer->allow_irrefutable};
    tl_ptrbuf_init(&pc.stores, &c->rt->alloc);
    tl_ptrbuf_init(&pc.fails, &c->rt->alloc);
    const TlPattern *choice = p->u.sequence.patterns.items[at];
    tl_emit_at(c->em, choice->pos);
    tl_c_op_arg(c, TL_OP_COPY, 1);
    compile_pattern(c, choice, &pc);
    if (at == 0) {
        for (size_t i = 0; i < pc.stores.len; i++) {
            push_item(c, control, pc.stores.items[i]);
        }
    } else if (!c->failed) {
        reorder_captures(c, &pc, control);
    }
    tl_c_jump(c, TL_OP_JUMP, end);
    emit_ladder(c, &pc);
    tl_ptrbuf_deinit(&pc.stores);
    tl_ptrbuf_deinit(&pc.fails);
}

static void or_pattern(TlCompiler *c, const TlPattern *p, PatternContext *pc) {
    TlPtrBuf control; // captures of the first alternative
    int end = tl_c_label(c);
    tl_ptrbuf_init(&control, &c->rt->alloc);
    for (int i = 0; i < p->u.sequence.patterns.len && !c->failed; i++) {
        alternative(c, p, i, pc, &control, end);
    }
    // No alternative matched: only the copied subject is left.
    tl_c_op(c, TL_OP_POP_TOP);
    jump_to_fail(c, pc, TL_OP_JUMP);
    tl_c_bind(c, end);
    // The captures go below the subject and what else is on top, to those
    // made before; then the subject can go.
    size_t rotations = control.len + 1 + (size_t)pc->on_top + pc->stores.len;
    for (size_t i = 0; i < control.len && !c->failed; i++) {
        rotate(c, rotations);
        add_capture(c, control.items[i], pc);
    }
    tl_ptrbuf_deinit(&control);
    tl_c_op(c, TL_OP_POP_TOP);
}

// --- The other kinds --------------------------------------------------------

static void as_pattern(TlCompiler *c, const TlPattern *p, PatternContext *pc) {
    if (p->u.as.pattern == NULL) {
        if (!pc->allow_irrefutable && p->u.as.name != NULL) {
            tl_c_error(c,
                       "name capture '%s' makes remaining patterns "
                       "unreachable",
                       p->u.as.name->text);
        } else if (!pc->allow_irrefutable) {
            tl_c_error(c, "wildcard makes remaining patterns unreachable");
        }
        store_name(c, p->u.as.name, pc);
        return;
    }
    pc->on_top++; // a copy to be bound if the pattern matches
    tl_c_op_arg(c, TL_OP_COPY, 1);
    compile_pattern(c, p->u.as.pattern, pc);
    pc->on_top--;
    store_name(c, p->u.as.name, pc);
}

static void value_pattern(TlCompiler *c, const TlPattern *p,
                          PatternContext *pc) {
    tl_c_expr(c, p->u.value.value);
    tl_c_op_arg(c, TL_OP_COMPARE_OP, TL_EQ);
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_FALSE);
}

static void singleton_pattern(TlCompiler *c, const TlPattern *p,
                              PatternContext *pc) {
    TlConstKind kind = p->u.singleton.value;
    tl_c_load_const(c, kind == TL_CONST_NONE   ? TL_NONE
                       : kind == TL_CONST_TRUE ? TL_TRUE
                                               : TL_FALSE);
    tl_c_op_arg(c, TL_OP_IS_OP, 0);
    jump_to_fail(c, pc, TL_OP_POP_JUMP_IF_FALSE);
}

static void compile_pattern(TlCompiler *c, const TlPattern *p,
                            PatternContext *pc) {
    if (!tl_c_enter(c)) {
        return;
    }
    tl_emit_at(c->em, p->pos);
    switch (p->kind) {
    case TL_PATTERN_VALUE: value_pattern(c, p, pc); break;
    case TL_PATTERN_SINGLETON: singleton_pattern(c, p, pc); break;
    case TL_PATTERN_SEQUENCE: sequence_pattern(c, p, pc); break;
    case TL_PATTERN_MAPPING: mapping_pattern(c, p, pc); break;
    case TL_PATTERN_CLASS: class_pattern(c, p, pc); break;
    case TL_PATTERN_STAR: store_name(c, p->u.star.name, pc); break;
    case TL_PATTERN_AS: as_pattern(c, p, pc); break;
    case TL_PATTERN_OR: or_pattern(c, p, pc); break;
    }
    tl_c_leave(c);
}

// --- The statement ----------------------------------------------------------

// A case other than a closing `case _`. [last]: the subject is not needed
// after it.
static void compile_case(TlCompiler *c, const TlMatchCase *arm,
                         PatternContext *pc, bool last, int end) {
    tl_emit_at(c->em, arm->pattern->pos);
    if (!last) {
        tl_c_op_arg(c, TL_OP_COPY, 1);
    }
    tl_ptrbuf_truncate(&pc->stores, 0);
    pc->on_top = 0;
    compile_pattern(c, arm->pattern, pc);
    for (size_t i = 0; i < pc->stores.len; i++) {
        tl_c_name_op(c, pc->stores.items[i], TL_CTX_STORE);
    }
    tl_ptrbuf_truncate(&pc->stores, 0);
    if (arm->guard != NULL) {
        ensure_rungs(c, pc, 0);
        tl_c_jump_if(c, arm->guard, rung(pc, 0), false);
    }
    if (!last) {
        tl_c_op(c, TL_OP_POP_TOP);
    }
    tl_c_stmts(c, arm->body);
    tl_emit_nowhere(c->em);
    tl_c_jump(c, TL_OP_JUMP, end);
    tl_emit_at(c->em, arm->pattern->pos);
    emit_ladder(c, pc);
}

void tl_c_match(TlCompiler *c, const TlStmt *s) {
    TlMatchCaseList cases = s->u.match.cases;
    const TlMatchCase *final = cases.items[cases.len - 1];
    bool has_default = is_wildcard(final->pattern) && cases.len > 1;
    int count = cases.len - has_default;
    int end = tl_c_label(c);
    PatternContext pc = {0};
    tl_ptrbuf_init(&pc.stores, &c->rt->alloc);
    tl_ptrbuf_init(&pc.fails, &c->rt->alloc);
    tl_c_expr(c, s->u.match.subject);
    for (int i = 0; i < count && tl_compile_ok(c); i++) {
        const TlMatchCase *arm = cases.items[i];
        pc.allow_irrefutable = arm->guard != NULL || i == cases.len - 1;
        compile_case(c, arm, &pc, i == count - 1, end);
    }
    if (has_default) {
        tl_emit_at(c->em, final->pattern->pos);
        if (final->guard != NULL) {
            tl_c_jump_if(c, final->guard, end, false);
        }
        tl_c_stmts(c, final->body);
    }
    tl_c_bind(c, end);
    tl_ptrbuf_deinit(&pc.stores);
    tl_ptrbuf_deinit(&pc.fails);
}
