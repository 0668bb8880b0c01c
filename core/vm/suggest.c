// suggest.c — "Did you mean": the known name closest to an unknown one.
// SPDX-License-Identifier: MIT
//
// The measure is CPython's: an edit distance in which a change of case costs
// half of any other change, at most about a third of the characters changed.
#include "object/dict.h"
#include "object/exc_impl.h"
#include "vm/traceback_impl.h"

enum {
    MOVE_COST = 2,
    CASE_COST = 1,
    NAME_MAX = 40,
    CANDIDATES_MAX = 750,
    NO_DISTANCE = 1 << 20
};

static char fold(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

static int substitution(char a, char b)
{
    if (a == b) {
        return 0;
    }
    return fold(a) == fold(b) ? CASE_COST : MOVE_COST;
}

static int min_of(int a, int b)
{
    return a < b ? a : b;
}

// Edit distance, or more than [limit].
static int distance(const char *a, size_t na, const char *b, size_t nb,
                    int limit)
{
    if (na > NAME_MAX || nb > NAME_MAX) {
        return limit + 1;
    }
    int row[NAME_MAX + 1];
    for (size_t i = 0; i <= na; i++) {
        row[i] = (int)i * MOVE_COST;
    }
    for (size_t j = 1; j <= nb; j++) {
        int diagonal = row[0], least = NO_DISTANCE;
        row[0] = (int)j * MOVE_COST;
        for (size_t i = 1; i <= na; i++) {
            int cost = min_of(diagonal + substitution(a[i - 1], b[j - 1]),
                              min_of(row[i], row[i - 1]) + MOVE_COST);
            diagonal = row[i];
            row[i] = cost;
            least = min_of(least, cost);
        }
        if (na > 0 && least > limit) {
            return limit + 1;
        }
    }
    return row[na];
}

typedef struct Search {
    TlRuntime *rt;
    const char *name;
    size_t len;
    TlRef best;  // borrowed
    int least;
} Search;

static void consider(Search *s, TlRef candidate)
{
    size_t len;
    const char *text = tl_is_str(candidate)
                           ? tl_str_utf8(s->rt, tl_as_str(candidate), &len)
                           : NULL;
    if (text == NULL || (len == s->len && memcmp(text, s->name, len) == 0)) {
        return;
    }
    int limit = (int)(s->len + len + 3) * MOVE_COST / 6;
    limit = min_of(limit, s->least - 1);
    int d = distance(s->name, s->len, text, len, limit);
    if (d <= limit) {
        s->least = d;
        s->best = candidate;
    }
}

static TlValue best_of(Search *s, const TlRef *names, int64_t n)
{
    s->best = TL_NO_VALUE;
    s->least = NO_DISTANCE;
    for (int64_t i = 0; i < n && n < CANDIDATES_MAX; i++) {
        consider(s, names[i]);
    }
    return tl_incref(s->best);
}

static TlValue best_key(Search *s, TlDict *dict)
{
    int64_t pos = 0;
    TlRef key, value;
    s->best = TL_NO_VALUE;
    s->least = NO_DISTANCE;
    while (dict->used < CANDIDATES_MAX &&
           tl_dict_next(dict, &pos, &key, &value) != 0) {
        consider(s, key);
    }
    return tl_incref(s->best);
}

// The frame the name was looked up in is the innermost one.
static TlValue suggest_name(Search *s, const TlExc *exc)
{
    if (!tl_is_traceback(s->rt, exc->traceback)) {
        return TL_NO_VALUE;
    }
    TlTraceback *tb = (TlTraceback *)tl_as_obj(exc->traceback);
    while (tb->next != NULL) {
        tb = tb->next;
    }
    TlFrame *f = tb->frame;
    TlValue found =
        best_of(s, f->code->local_names->items, f->code->local_names->len);
    if (!tl_has_value(found)) {
        found = best_key(s, f->globals);
    }
    return tl_has_value(found) ? found : best_key(s, f->builtins);
}

static TlValue suggest_attribute(Search *s, const TlExc *exc)
{
    TlRuntime *rt = s->rt;
    TlRef obj = exc->extra[TL_EXTRA_OBJ];
    TlStr *dir = tl_intern_cstr(rt, "dir");
    if (dir == NULL || !tl_has_value(obj)) {
        tl_release(rt, dir);
        return TL_NO_VALUE;
    }
    TlRef function = tl_dict_get_str(rt, rt->builtins, dir);
    tl_release(rt, dir);
    TlValue names = tl_has_value(function) ? tl_call1(rt, function, obj)
                                           : TL_NO_VALUE;
    TlValue found = TL_NO_VALUE;
    if (tl_is_list(names)) {
        found = best_of(s, tl_as_list(names)->items, tl_as_list(names)->len);
    }
    tl_decref(rt, names);
    return found;
}

TlValue tl_suggest(TlRuntime *rt, TlRef exc)
{
    const TlExc *e = tl_as_exc(exc);
    bool is_name = tl_exc_is(exc, rt->exc.NameError);
    bool is_attribute = tl_exc_is(exc, rt->exc.AttributeError);
    if ((!is_name && !is_attribute) || !tl_is_str(e->extra[TL_EXTRA_NAME])) {
        return TL_NO_VALUE;
    }
    Search s = {.rt = rt};
    s.name = tl_str_utf8(rt, tl_as_str(e->extra[TL_EXTRA_NAME]), &s.len);
    TlValue found = TL_NO_VALUE;
    if (s.name != NULL) {
        found = is_name ? suggest_name(&s, e) : suggest_attribute(&s, e);
    }
    tl_clear_error(rt);
    return found;
}
