// hash.c — SipHash-1-3, after the paper by Aumasson and Bernstein.
// SPDX-License-Identifier: MIT
//
// One round per eight-byte word, three to finish. Words are little-endian
// whatever the machine is, so hashes agree everywhere.

#include "base/hash.h"

typedef struct SipState {
    uint64_t v0, v1, v2, v3;
} SipState;

static uint64_t rotate(uint64_t x, int bits) {
    return x << bits | x >> (64 - bits);
}

static void sip_round(SipState *s) {
    s->v0 += s->v1;
    s->v2 += s->v3;
    s->v1 = rotate(s->v1, 13) ^ s->v0;
    s->v3 = rotate(s->v3, 16) ^ s->v2;
    s->v0 = rotate(s->v0, 32);
    s->v2 += s->v1;
    s->v0 += s->v3;
    s->v1 = rotate(s->v1, 17) ^ s->v2;
    s->v3 = rotate(s->v3, 21) ^ s->v0;
    s->v2 = rotate(s->v2, 32);
}

static void absorb(SipState *s, uint64_t word) {
    s->v3 ^= word;
    sip_round(s);
    s->v0 ^= word;
}

// The [n] <= 8 bytes at [p] as a little-endian number.
static uint64_t load(const unsigned char *p, size_t n) {
    uint64_t word = 0;
    for (size_t i = 0; i < n; i++) {
        word |= (uint64_t)p[i] << (8 * i);
    }
    return word;
}

uint64_t tl_siphash13(const void *bytes, size_t n, uint64_t k0, uint64_t k1) {
    const unsigned char *p = bytes;
    // The constants spell "somepseudorandomlygeneratedbytes".
    SipState s = {
        k0 ^ 0x736f6d6570736575u,
        k1 ^ 0x646f72616e646f6du,
        k0 ^ 0x6c7967656e657261u,
        k1 ^ 0x7465646279746573u,
    };
    size_t left = n;
    for (; left >= 8; left -= 8, p += 8) {
        absorb(&s, load(p, 8));
    }
    absorb(&s, (uint64_t)n << 56 | load(p, left));
    s.v2 ^= 0xff;
    sip_round(&s);
    sip_round(&s);
    sip_round(&s);
    return s.v0 ^ s.v1 ^ s.v2 ^ s.v3;
}
