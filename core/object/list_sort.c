// list_sort.c — list.sort: stable, natural, galloping merge sort (timsort).
// SPDX-License-Identifier: MIT
//
// Tim Peters' algorithm with the merge order of Munro and Wild's powersort,
// step for step as CPython 3.11 does it: a program whose __lt__ prints sees
// the same comparisons in the same order.
//
// The list is empty while it is sorted; the items are in a slice of our own.
// At every moment, also when a comparison raises, that slice is a permutation
// of the items: a merge that stops half-way puts the set-aside half back.

#include "base/check.h"
#include "object/exc.h"
#include "object/list_impl.h"
#include "object/str.h"

enum {
    MIN_GALLOP = 7,    // wins in a row before galloping starts
    MAX_PENDING = 85,  // runs waiting to be merged; enough for 2**64 items
    MIN_RUN_LIMIT = 64
};

// Keys, and the values that move with them; NULL when the keys are the values.
typedef struct Slice {
    TlValue *keys, *values;
} Slice;

// All keys of one kind are compared without a call.
typedef enum KeyKind { KEYS_ANY, KEYS_INT, KEYS_FLOAT, KEYS_STR } KeyKind;

typedef struct Run {
    int64_t start, len;
    int power;  // of the boundary to the next run
} Run;

typedef struct Sort {
    TlRuntime *rt;
    Slice all;
    int64_t len;
    KeyKind kind;
    int64_t min_gallop;
    Slice temp;
    int64_t temp_cap;
    Run pending[MAX_PENDING];
    int npending;
} Sort;

static Slice at(Slice s, int64_t i) {
    return (Slice){s.keys + i, s.values == NULL ? NULL : s.values + i};
}

static void move(Slice to, Slice from, int64_t n) {
    memmove(to.keys, from.keys, (size_t)n * sizeof(TlValue));
    if (to.values != NULL) {
        memmove(to.values, from.values, (size_t)n * sizeof(TlValue));
    }
}

// Moves one item and steps both sides by [step].
static void take(Slice *to, Slice *from, int step) {
    *to->keys = *from->keys;
    to->keys += step;
    from->keys += step;
    if (to->values != NULL) {
        *to->values = *from->values;
        to->values += step;
        from->values += step;
    }
}

// 1, 0, -1 raised.
static int less(Sort *sort, TlRef a, TlRef b) {
    TlRuntime *rt = sort->rt;
    if (tl_seq_tick(rt) == TL_RAISED) {
        return -1;
    }
    switch (sort->kind) {
    case KEYS_INT: return tl_as_small(a) < tl_as_small(b);
    case KEYS_FLOAT: return tl_as_double(a) < tl_as_double(b);
    case KEYS_STR: return tl_str_compare(tl_as_str(a), tl_as_str(b)) < 0;
    case KEYS_ANY: break;
    }
    return tl_less(rt, a, b);
}

static KeyKind kind_of(TlRuntime *rt, TlRef v) {
    if (tl_is_small_int(v)) {
        return KEYS_INT;
    }
    if (tl_is_double(v)) {
        return KEYS_FLOAT;
    }
    return tl_is_obj(v) && tl_as_obj(v)->type == rt->types.str ? KEYS_STR
                                                               : KEYS_ANY;
}

static KeyKind common_kind(TlRuntime *rt, const TlValue *keys, int64_t n) {
    KeyKind kind = kind_of(rt, keys[0]);
    for (int64_t i = 1; i < n && kind != KEYS_ANY; i++) {
        if (kind_of(rt, keys[i]) != kind) {
            kind = KEYS_ANY;
        }
    }
    return kind;
}

// ---- runs

static void reverse(TlValue *values, int64_t n) {
    for (int64_t i = 0, j = n - 1; i < j; i++, j--) {
        TlValue v = values[i];
        values[i] = values[j];
        values[j] = v;
    }
}

static void reverse_slice(Slice s, int64_t n) {
    reverse(s.keys, n);
    if (s.values != NULL) {
        reverse(s.values, n);
    }
}

// Length of the run at the start of [s]: not descending, or strictly
// descending. -1 raised.
static int64_t count_run(Sort *sort, Slice s, int64_t n, bool *descending) {
    *descending = false;
    if (n == 1) {
        return 1;
    }
    int first = less(sort, s.keys[1], s.keys[0]);
    *descending = first > 0;
    int64_t len = 2;
    for (int same = first; same >= 0 && len < n; len++) {
        same = less(sort, s.keys[len], s.keys[len - 1]);
        if (same < 0) {
            return -1;
        }
        if (same != first) {
            break;
        }
    }
    return first < 0 ? -1 : len;
}

// Sorts [n] items of which the first [sorted] are in order, by insertion.
static TlStatus binary_insertion(Sort *sort, Slice s, int64_t n,
                                 int64_t sorted) {
    for (int64_t i = sorted; i < n; i++) {
        TlValue pivot = s.keys[i];
        int64_t low = 0, high = i;
        while (low < high) {
            int64_t mid = low + (high - low) / 2;
            int before = less(sort, pivot, s.keys[mid]);
            if (before < 0) {
                return TL_RAISED;
            }
            if (before) {
                high = mid;
            } else {
                low = mid + 1;
            }
        }
        TlValue value = s.values == NULL ? TL_NO_VALUE : s.values[i];
        move(at(s, low + 1), at(s, low), i - low);
        s.keys[low] = pivot;
        if (s.values != NULL) {
            s.values[low] = value;
        }
    }
    return TL_OK;
}

// ---- galloping: where [key] belongs among [n] sorted keys

// Halves [low, high) to the first place that is not before [key]: for [right]
// behind equal keys, else in front of them. -1 raised.
static int64_t bisect(Sort *sort, TlRef key, const TlValue *a, int64_t low,
                      int64_t high, bool right) {
    while (low < high) {
        int64_t mid = low + (high - low) / 2;
        int before = right ? less(sort, key, a[mid]) : less(sort, a[mid], key);
        if (before < 0) {
            return -1;
        }
        if ((before > 0) == right) {
            high = mid;
        } else {
            low = mid + 1;
        }
    }
    return high;
}

// Is [key]'s place beyond a[i], seen from the left? 1, 0, -1 raised.
static int beyond(Sort *sort, TlRef key, TlRef here, bool right) {
    if (!right) {
        return less(sort, here, key);
    }
    int before = less(sort, key, here);
    return before < 0 ? -1 : !before;
}

// Starts looking at [hint] and doubles the distance. -1 raised.
static int64_t gallop(Sort *sort, TlRef key, const TlValue *a, int64_t n,
                      int64_t hint, bool right) {
    int up = beyond(sort, key, a[hint], right);
    if (up < 0) {
        return -1;
    }
    int64_t last = 0, ofs = 1;
    int64_t limit = up ? n - hint : hint + 1;
    while (ofs < limit) {
        int more = beyond(sort, key, a[up ? hint + ofs : hint - ofs], right);
        if (more < 0) {
            return -1;
        }
        if (more != up) {
            break;
        }
        last = ofs;
        ofs = ofs * 2 + 1;
    }
    if (ofs > limit) {
        ofs = limit;
    }
    if (up) {
        return bisect(sort, key, a, hint + last + 1, hint + ofs, right);
    }
    return bisect(sort, key, a, hint - ofs + 1, hint - last, right);
}

// ---- merging two neighbours

typedef enum Step {
    STEP_RAISED,
    STEP_MORE,
    STEP_DONE,     // the side in the list is used up
    STEP_LAST_ONE  // one set-aside item is left: it goes to the very end
} Step;

// A merge in progress. Going up (the left side is set aside) a and b are the
// next items from the front; going down (the right side is set aside), from
// the back, and dest too.
typedef struct Merge {
    Slice dest, a, b;
    Slice a_base, b_base;  // fronts, for galloping down
    int64_t na, nb;
    int64_t awins, bwins;
} Merge;

static TlStatus reserve_temp(Sort *sort, int64_t n) {
    if (n <= sort->temp_cap) {
        return TL_OK;
    }
    bool pairs = sort->all.values != NULL;
    size_t unit = sizeof(TlValue) * (pairs ? 2 : 1);
    TlAlloc *alloc = &sort->rt->alloc;
    tl_free(alloc, sort->temp.keys, (size_t)sort->temp_cap * unit);
    sort->temp = (Slice){NULL, NULL};
    sort->temp_cap = 0;
    TlValue *block = tl_alloc(alloc, (size_t)n * unit);
    if (block == NULL) {
        tl_raise_memory(sort->rt);
        return TL_RAISED;
    }
    sort->temp = (Slice){block, pairs ? block + n : NULL};
    sort->temp_cap = n;
    return TL_OK;
}

static Step take_a_up(Merge *m) {
    take(&m->dest, &m->a, 1);
    return --m->na == 1 ? STEP_LAST_ONE : STEP_MORE;
}

static Step take_b_up(Merge *m) {
    take(&m->dest, &m->b, 1);
    return --m->nb == 0 ? STEP_DONE : STEP_MORE;
}

static Step take_a_down(Merge *m) {
    take(&m->dest, &m->a, -1);
    return --m->na == 0 ? STEP_DONE : STEP_MORE;
}

static Step take_b_down(Merge *m) {
    take(&m->dest, &m->b, -1);
    return --m->nb == 1 ? STEP_LAST_ONE : STEP_MORE;
}

// One pair at a time until one side wins often in a row.
static Step merge_pairs(Sort *sort, Merge *m, bool up) {
    m->awins = m->bwins = 0;
    while (m->awins < sort->min_gallop && m->bwins < sort->min_gallop) {
        int b_less = less(sort, *m->b.keys, *m->a.keys);
        if (b_less < 0) {
            return STEP_RAISED;
        }
        Step step;
        if ((b_less > 0) == up) {
            step = up ? take_b_up(m) : take_b_down(m);
            m->bwins++;
            m->awins = 0;
        } else {
            step = up ? take_a_up(m) : take_a_down(m);
            m->awins++;
            m->bwins = 0;
        }
        if (step != STEP_MORE) {
            return step;
        }
    }
    return STEP_MORE;
}

// One round of galloping upwards: a stretch of a, one of b.
static Step gallop_up(Sort *sort, Merge *m) {
    int64_t k = gallop(sort, *m->b.keys, m->a.keys, m->na, 0, true);
    if (k < 0) {
        return STEP_RAISED;
    }
    m->awins = k;
    move(m->dest, m->a, k);
    m->dest = at(m->dest, k);
    m->a = at(m->a, k);
    m->na -= k;
    if (k > 0 && m->na <= 1) {
        return m->na == 1 ? STEP_LAST_ONE : STEP_DONE;
    }
    Step step = take_b_up(m);
    if (step != STEP_MORE) {
        return step;
    }
    k = gallop(sort, *m->a.keys, m->b.keys, m->nb, 0, false);
    if (k < 0) {
        return STEP_RAISED;
    }
    m->bwins = k;
    move(m->dest, m->b, k);
    m->dest = at(m->dest, k);
    m->b = at(m->b, k);
    m->nb -= k;
    if (m->nb == 0) {
        return STEP_DONE;
    }
    return take_a_up(m);
}

// The same downwards.
static Step gallop_down(Sort *sort, Merge *m) {
    int64_t k =
        gallop(sort, *m->b.keys, m->a_base.keys, m->na, m->na - 1, true);
    if (k < 0) {
        return STEP_RAISED;
    }
    k = m->na - k;
    m->awins = k;
    m->dest = at(m->dest, -k);
    m->a = at(m->a, -k);
    move(at(m->dest, 1), at(m->a, 1), k);
    m->na -= k;
    if (m->na == 0) {
        return STEP_DONE;
    }
    Step step = take_b_down(m);
    if (step != STEP_MORE) {
        return step;
    }
    k = gallop(sort, *m->a.keys, m->b_base.keys, m->nb, m->nb - 1, false);
    if (k < 0) {
        return STEP_RAISED;
    }
    k = m->nb - k;
    m->bwins = k;
    m->dest = at(m->dest, -k);
    m->b = at(m->b, -k);
    move(at(m->dest, 1), at(m->b, 1), k);
    m->nb -= k;
    if (k > 0 && m->nb <= 1) {
        return m->nb == 1 ? STEP_LAST_ONE : STEP_DONE;
    }
    return take_a_down(m);
}

static Step merge_steps(Sort *sort, Merge *m, bool up) {
    for (;;) {
        Step step = merge_pairs(sort, m, up);
        if (step != STEP_MORE) {
            return step;
        }
        // Galloping gets cheaper to enter while it pays.
        sort->min_gallop++;
        do {
            sort->min_gallop -= sort->min_gallop > 1;
            step = up ? gallop_up(sort, m) : gallop_down(sort, m);
            if (step != STEP_MORE) {
                return step;
            }
        } while (m->awins >= MIN_GALLOP || m->bwins >= MIN_GALLOP);
        sort->min_gallop++;
    }
}

// Sets a aside and fills from the front. na <= nb.
static TlStatus merge_up(Sort *sort, Slice a, int64_t na, Slice b,
                         int64_t nb) {
    if (reserve_temp(sort, na) == TL_RAISED) {
        return TL_RAISED;
    }
    move(sort->temp, a, na);
    Merge m = {.dest = a, .a = sort->temp, .b = b, .na = na, .nb = nb};
    Step step = take_b_up(&m);
    if (step == STEP_MORE && na == 1) {
        step = STEP_LAST_ONE;
    }
    if (step == STEP_MORE) {
        step = merge_steps(sort, &m, true);
    }
    if (step == STEP_LAST_ONE) {
        move(m.dest, m.b, m.nb);
        m.dest = at(m.dest, m.nb);
    }
    move(m.dest, m.a, m.na);
    return step == STEP_RAISED ? TL_RAISED : TL_OK;
}

// Sets b aside and fills from the back. na > nb.
static TlStatus merge_down(Sort *sort, Slice a, int64_t na, Slice b,
                           int64_t nb) {
    if (reserve_temp(sort, nb) == TL_RAISED) {
        return TL_RAISED;
    }
    move(sort->temp, b, nb);
    Merge m = {.dest = at(b, nb - 1), .a = at(a, na - 1),
               .b = at(sort->temp, nb - 1), .a_base = a,
               .b_base = sort->temp, .na = na, .nb = nb};
    Step step = take_a_down(&m);
    if (step == STEP_MORE && nb == 1) {
        step = STEP_LAST_ONE;
    }
    if (step == STEP_MORE) {
        step = merge_steps(sort, &m, false);
    }
    if (step == STEP_LAST_ONE) {
        m.dest = at(m.dest, -m.na);
        move(at(m.dest, 1), at(m.a, 1 - m.na), m.na);
    }
    move(at(m.dest, 1 - m.nb), m.b_base, m.nb);
    return step == STEP_RAISED ? TL_RAISED : TL_OK;
}

// Merges pending runs [i] and [i] + 1.
static TlStatus merge_at(Sort *sort, int i) {
    Run *run = &sort->pending[i];
    Slice a = at(sort->all, run[0].start), b = at(sort->all, run[1].start);
    int64_t na = run[0].len, nb = run[1].len;
    run[0].len += nb;
    if (i == sort->npending - 3) {
        run[1] = run[2];
    }
    sort->npending--;
    // What is in place already at either end stays there.
    int64_t k = gallop(sort, b.keys[0], a.keys, na, 0, true);
    if (k < 0) {
        return TL_RAISED;
    }
    a = at(a, k);
    na -= k;
    if (na == 0) {
        return TL_OK;
    }
    nb = gallop(sort, a.keys[na - 1], b.keys, nb, nb - 1, false);
    if (nb <= 0) {
        return nb < 0 ? TL_RAISED : TL_OK;
    }
    return na <= nb ? merge_up(sort, a, na, b, nb)
                    : merge_down(sort, a, na, b, nb);
}

// ---- which runs to merge

// Depth of the boundary between two runs in the ideal merge tree: the first
// binary digit in which their midpoints, as fractions of the whole, differ.
static int boundary_power(int64_t start, int64_t n1, int64_t n2, int64_t n) {
    int64_t a = 2 * start + n1;
    int64_t b = a + n1 + n2;
    for (int power = 1;; power++) {
        if (a >= n) {
            a -= n;
            b -= n;
        } else if (b >= n) {
            return power;
        }
        a *= 2;
        b *= 2;
    }
}

// Pushes a run, merging first what lies deeper than the new boundary.
static TlStatus push_run(Sort *sort, int64_t start, int64_t len) {
    if (sort->npending > 0) {
        Run *last = &sort->pending[sort->npending - 1];
        int power = boundary_power(last->start, last->len, len, sort->len);
        while (sort->npending > 1 &&
               sort->pending[sort->npending - 2].power > power) {
            if (merge_at(sort, sort->npending - 2) == TL_RAISED) {
                return TL_RAISED;
            }
        }
        sort->pending[sort->npending - 1].power = power;
    }
    TL_ASSERT(sort->npending < MAX_PENDING, "powers bound the pending runs");
    sort->pending[sort->npending++] = (Run){start, len, 0};
    return TL_OK;
}

static TlStatus merge_rest(Sort *sort) {
    while (sort->npending > 1) {
        int i = sort->npending - 2;
        if (i > 0 && sort->pending[i - 1].len < sort->pending[i + 1].len) {
            i--;
        }
        if (merge_at(sort, i) == TL_RAISED) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

// Short runs are lengthened to this: n / this is a power of two or just below.
static int64_t min_run(int64_t n) {
    int64_t odd = 0;
    while (n >= MIN_RUN_LIMIT) {
        odd |= n & 1;
        n >>= 1;
    }
    return n + odd;
}

static TlStatus sort_slice(Sort *sort) {
    int64_t shortest = min_run(sort->len);
    for (int64_t start = 0; start < sort->len;) {
        Slice s = at(sort->all, start);
        int64_t left = sort->len - start;
        bool descending;
        int64_t len = count_run(sort, s, left, &descending);
        if (len < 0) {
            return TL_RAISED;
        }
        if (descending) {
            reverse_slice(s, len);
        }
        if (len < shortest) {
            int64_t want = left < shortest ? left : shortest;
            if (binary_insertion(sort, s, want, len) == TL_RAISED) {
                return TL_RAISED;
            }
            len = want;
        }
        if (push_run(sort, start, len) == TL_RAISED) {
            return TL_RAISED;
        }
        start += len;
    }
    return merge_rest(sort);
}

// ---- the list around it

// The keys of [n] items, in a new array; NULL raised.
static TlValue *make_keys(TlRuntime *rt, TlRef key, const TlValue *items,
                          int64_t n) {
    TlValue *keys = tl_alloc(&rt->alloc, (size_t)n * sizeof(TlValue));
    if (keys == NULL) {
        tl_raise_memory(rt);
        return NULL;
    }
    for (int64_t i = 0; i < n; i++) {
        keys[i] = TL_NO_VALUE;
        if (tl_seq_tick(rt) == TL_OK) {
            keys[i] = tl_call1(rt, key, items[i]);
        }
        if (!tl_has_value(keys[i])) {
            while (i > 0) {
                tl_decref(rt, keys[--i]);
            }
            tl_free(&rt->alloc, keys, (size_t)n * sizeof(TlValue));
            return NULL;
        }
    }
    return keys;
}

// Sorts [n] > 0 items that no list shows now.
static TlStatus sort_items(TlRuntime *rt, TlValue *items, int64_t n, TlRef key,
                           bool backwards) {
    Sort sort = {.rt = rt, .len = n, .min_gallop = MIN_GALLOP};
    sort.all.keys = items;
    if (!tl_is_none(key)) {
        sort.all.keys = make_keys(rt, key, items, n);
        sort.all.values = items;
        if (sort.all.keys == NULL) {
            return TL_RAISED;
        }
    }
    sort.kind = common_kind(rt, sort.all.keys, n);
    // Reversed twice, equal items keep their order.
    if (backwards) {
        reverse_slice(sort.all, n);
    }
    TlStatus status = n < 2 ? TL_OK : sort_slice(&sort);
    if (sort.temp.keys != NULL) {
        size_t unit = sizeof(TlValue) * (sort.all.values != NULL ? 2 : 1);
        tl_free(&rt->alloc, sort.temp.keys, (size_t)sort.temp_cap * unit);
    }
    if (sort.all.values != NULL) {
        for (int64_t i = 0; i < n; i++) {
            tl_decref(rt, sort.all.keys[i]);
        }
        tl_free(&rt->alloc, sort.all.keys, (size_t)n * sizeof(TlValue));
    }
    if (backwards) {
        reverse(items, n);
    }
    return status;
}

TlStatus tl_list_sort(TlRuntime *rt, TlList *list, TlRef key, bool backwards) {
    TlValue *items = list->items;
    int64_t len = list->len, cap = list->cap;
    if (len == 0) {
        return TL_OK;
    }
    list->items = NULL;
    list->len = 0;
    list->cap = -1;  // see list.c
    TlStatus status = sort_items(rt, items, len, key, backwards);
    if (status == TL_OK && list->cap != -1) {
        tl_raise(rt, rt->exc.ValueError, "list modified during sort");
        status = TL_RAISED;
    }
    TlValue *others = list->items;
    int64_t nothers = list->len, others_cap = list->cap;
    list->items = items;
    list->len = len;
    list->cap = cap;
    for (int64_t i = nothers; i > 0; i--) {
        tl_decref(rt, others[i - 1]);
    }
    if (others != NULL) {
        tl_free(&rt->alloc, others, (size_t)others_cap * sizeof(TlValue));
    }
    return status;
}
