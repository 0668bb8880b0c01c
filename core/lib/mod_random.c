// mod_random.c — the native module _random: the Mersenne Twister.
// SPDX-License-Identifier: MIT
//
// MT19937 as Matsumoto and Nishimura published it, seeded as CPython seeds it:
// the same seed gives the same numbers.
#include "lib/modules.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"

enum { N = 624, M = 397 };

typedef struct TlRandom {
    TlObject ob;
    uint32_t state[N];
    int index;
} TlRandom;

static void init_genrand(TlRandom *r, uint32_t seed)
{
    r->state[0] = seed;
    for (uint32_t i = 1; i < N; i++) {
        uint32_t prev = r->state[i - 1];
        r->state[i] = 1812433253u * (prev ^ (prev >> 30)) + i;
    }
    r->index = N;
}

static void init_by_array(TlRandom *r, const uint32_t *key, uint32_t len)
{
    init_genrand(r, 19650218u);
    uint32_t *mt = r->state;
    uint32_t i = 1, j = 0;
    for (uint32_t k = N > len ? N : len; k > 0; k--) {
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1664525u)) +
                key[j] + j;
        if (++i >= N) {
            mt[0] = mt[N - 1];
            i = 1;
        }
        j = (j + 1) % len;
    }
    for (uint32_t k = N - 1; k > 0; k--) {
        mt[i] = (mt[i] ^ ((mt[i - 1] ^ (mt[i - 1] >> 30)) * 1566083941u)) - i;
        if (++i >= N) {
            mt[0] = mt[N - 1];
            i = 1;
        }
    }
    mt[0] = 0x80000000u;
}

static uint32_t twist(uint32_t high, uint32_t low)
{
    uint32_t y = (high & 0x80000000u) | (low & 0x7FFFFFFFu);
    return (y >> 1) ^ ((y & 1) ? 0x9908B0DFu : 0);
}

static void refill(TlRandom *r)
{
    uint32_t *mt = r->state;
    for (int k = 0; k < N; k++) {
        mt[k] = mt[(k + M) % N] ^ twist(mt[k], mt[(k + 1) % N]);
    }
    r->index = 0;
}

static uint32_t next_u32(TlRandom *r)
{
    if (r->index >= N) {
        refill(r);
    }
    uint32_t y = r->state[r->index++];
    y ^= y >> 11;
    y ^= (y << 7) & 0x9D2C5680u;
    y ^= (y << 15) & 0xEFC60000u;
    return y ^ (y >> 18);
}

static TlRandom *as_random(TlRef self)
{
    return (TlRandom *)tl_as_obj(self);
}

// ---- seeding

// Absolute value of the int [n] in 32-bit words. Owned by the caller.
static uint32_t *words_of(TlRuntime *rt, TlRef n, uint32_t *count)
{
    TlBuf hex;
    tl_buf_init(&hex, &rt->alloc);
    uint32_t *words = NULL;
    if (tl_int_format_to(rt, n, 16, &hex) == TL_OK && !hex.failed) {
        const char *digits = hex.data + (hex.data[0] == '-');
        size_t len = hex.len - (hex.data[0] == '-');
        *count = (uint32_t)((len + 7) / 8);
        words = tl_alloc_zero(&rt->alloc, *count * sizeof *words);
        for (size_t i = 0; words != NULL && i < len; i++) {
            char c = digits[len - 1 - i];
            uint32_t digit =
                (uint32_t)(c <= '9' ? c - '0' : (c | 32) - 'a' + 10);
            words[i / 8] |= digit << (i % 8 * 4);
        }
    }
    if (words == NULL && !tl_raised(rt)) {
        tl_raise_memory(rt);
    }
    tl_buf_deinit(&hex);
    return words;
}

static TlStatus seed_with_int(TlRuntime *rt, TlRandom *r, TlRef n)
{
    uint32_t count;
    uint32_t *words = words_of(rt, n, &count);
    if (words == NULL) {
        return TL_RAISED;
    }
    init_by_array(r, words, count);
    tl_free(&rt->alloc, words, count * sizeof *words);
    return TL_OK;
}

// seed(n): an int. None stands for the run's own seed.
static TlValue random_seed(TlRuntime *rt, TlRef self, const TlRef *args,
                           int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    TlValue n = tl_is_none(args[0]) ? tl_int_from_i64(rt, rt->lib->seed)
                                    : tl_incref(args[0]);
    TlStatus status = TL_RAISED;
    if (tl_has_value(n) && !tl_is_int(n)) {
        tl_raise_fmt(rt, rt->exc.TypeError, "an int is required, not %T", n);
    } else if (tl_has_value(n)) {
        status = seed_with_int(rt, as_random(self), n);
    }
    tl_decref(rt, n);
    return status == TL_OK ? TL_NONE : TL_NO_VALUE;
}

// ---- drawing

// random(): 53 random bits as a fraction.
static TlValue random_random(TlRuntime *rt, TlRef self, const TlRef *args,
                             int nargs, TlTuple *kwnames)
{
    (void)rt, (void)args, (void)nargs, (void)kwnames;
    uint32_t high = next_u32(as_random(self)) >> 5;
    uint32_t low = next_u32(as_random(self)) >> 6;
    return tl_from_double((high * 67108864.0 + low) * (1.0 / 9007199254740992.0));
}

static TlValue shift_in(TlRuntime *rt, TlValue number, uint32_t word, int place)
{
    TlValue high = tl_int_from_u64(rt, word);
    TlValue shifted =
        tl_has_value(high)
            ? tl_int_binary(rt, high, tl_small_int(place), TL_BIN_LSHIFT)
            : TL_NO_VALUE;
    TlValue sum = tl_has_value(shifted)
                      ? tl_int_binary(rt, number, shifted, TL_BIN_OR)
                      : TL_NO_VALUE;
    tl_decref(rt, high);
    tl_decref(rt, shifted);
    tl_decref(rt, number);
    return sum;
}

static TlValue random_getrandbits(TlRuntime *rt, TlRef self, const TlRef *args,
                                  int nargs, TlTuple *kwnames)
{
    (void)nargs, (void)kwnames;
    int64_t k;
    if (tl_index_i64(rt, args[0], &k) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (k < 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "number of bits must be non-negative");
    }
    if (k > 100000000) {
        return tl_raise_memory(rt);
    }
    TlValue number = tl_small_int(0);
    for (int64_t place = 0; place < k && tl_has_value(number); place += 32) {
        uint32_t word = next_u32(as_random(self));
        if (k - place < 32) {
            word >>= 32 - (k - place);
        }
        number = shift_in(rt, number, word, (int)place);
    }
    return number;
}

static TlValue random_new(TlRuntime *rt, TlType *type, const TlRef *args,
                          int nargs, TlTuple *kwnames)
{
    (void)args, (void)nargs, (void)kwnames;
    TlRandom *r = tl_object_new(rt, type);
    if (r == NULL) {
        return TL_NO_VALUE;
    }
    TlValue seed = tl_int_from_i64(rt, rt->lib->seed);
    if (!tl_has_value(seed) || seed_with_int(rt, r, seed) != TL_OK) {
        tl_release(rt, r);
        r = NULL;
    }
    tl_decref(rt, seed);
    return r == NULL ? TL_NO_VALUE : tl_from_obj(r);
}

static const TlSlots random_slots = {.new_ = random_new};

static const TlNativeDef random_methods[] = {
    {"seed", random_seed, TL_FN_SIG, "(n=None, /)", NULL},
    {"random", random_random, TL_FN_NOARGS, "()",
     "random() -> x in the interval [0, 1)."},
    {"getrandbits", random_getrandbits, TL_FN_ONE, "(k, /)",
     "getrandbits(k) -> x. Generates an int with k random bits."},
    {0},
};

static const TlTypeSpec random_spec = {
    .name = "Random",
    .module = "_random",
    .doc = "The Mersenne Twister.",
    .size = sizeof(TlRandom),
    .flags = TL_TYPE_BASE,
    .slots = &random_slots,
    .methods = random_methods,
};

TlStatus tl_init__random(TlRuntime *rt, TlModule *module)
{
    TlType *type = tl_type_from_spec(rt, &random_spec, rt->types.object);
    if (type == NULL) {
        return TL_RAISED;
    }
    TlStatus status =
        tl_dict_set_cstr(rt, module->dict, "Random", tl_from_obj(type));
    tl_release(rt, type);
    return status;
}
