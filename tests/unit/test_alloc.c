// test_alloc.c — the allocator keeps its books, its limits and its promises.
// SPDX-License-Identifier: MIT
//
// The host below checks the allocator's side of the contract: every block
// comes back with the size it was given. The arena, which only passes blocks
// on, is tested here too.

#include "base/alloc.h"
#include "base/arena.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

typedef struct Host {
    size_t bytes;  // with the allocator now
    size_t calls;  // that asked for memory
    bool refusing; // everything but a free
} Host;

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size) {
    Host *host = user;
    // The block's true size is kept in front of it.
    size_t *header = ptr == NULL ? NULL : (size_t *)ptr - 2;
    assert_int_equal(old_size, header == NULL ? 0 : header[0]);
    if (new_size == 0) {
        host->bytes -= old_size;
        free(header);
        return NULL;
    }
    host->calls++;
    if (host->refusing) {
        return NULL;
    }
    header = realloc(header, new_size + 2 * sizeof(size_t));
    header[0] = new_size;
    host->bytes = host->bytes - old_size + new_size;
    return header + 2;
}

// What every test starts and ends with: nothing live, nothing kept.
typedef struct Fixture {
    Host host;
    TlAlloc alloc;
} Fixture;

static Fixture *begin(void) {
    Fixture *f = calloc(1, sizeof(*f));
    tl_alloc_init(&f->alloc, host_realloc, &f->host);
    return f;
}

static void end(Fixture *f) {
    assert_int_equal(f->alloc.live_bytes, 0);
    tl_alloc_deinit(&f->alloc);
    assert_int_equal(f->host.bytes, 0);
    free(f);
}

static void blocks_of_all_sizes_do_not_overlap(void **state) {
    enum { COUNT = 700 };
    Fixture *f = begin();
    unsigned char *blocks[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        blocks[i] = tl_alloc(&f->alloc, i);
        assert_non_null(blocks[i]);
        assert_int_equal((uintptr_t)blocks[i] % 8, 0);
        memset(blocks[i], (int)(i & 0xff), i);
    }
    for (size_t i = 0; i < COUNT; i++) {
        for (size_t j = 0; j < i; j++) {
            assert_int_equal(blocks[i][j], i & 0xff);
        }
        tl_free(&f->alloc, blocks[i], i);
    }
    end(f);
}

static void sizes_count_rounded_to_sixteen(void **state) {
    Fixture *f = begin();
    const size_t sizes[] = {0, 1, 16, 17, 512, 513, 5000};
    const size_t booked[] = {16, 16, 16, 32, 512, 528, 5008};
    for (size_t i = 0; i < 7; i++) {
        void *p = tl_alloc(&f->alloc, sizes[i]);
        assert_int_equal(f->alloc.live_bytes, booked[i]);
        tl_free(&f->alloc, p, sizes[i]);
        assert_int_equal(f->alloc.live_bytes, 0);
    }
    end(f);
}

static void peak_is_the_highest_live_bytes(void **state) {
    Fixture *f = begin();
    void *a = tl_alloc(&f->alloc, 100);
    void *b = tl_alloc(&f->alloc, 1000);
    assert_int_equal(f->alloc.peak_bytes, 112 + 1008);
    tl_free(&f->alloc, b, 1000);
    tl_free(&f->alloc, a, 100);
    assert_int_equal(f->alloc.peak_bytes, 112 + 1008);
    void *blocks[200]; // recycled blocks must lift it as well
    for (int round = 0; round < 2; round++) {
        for (int i = 0; i < 200; i++) {
            blocks[i] = tl_alloc(&f->alloc, 16);
        }
        assert_int_equal(f->alloc.peak_bytes, 3200);
        for (int i = 0; i < 200; i++) {
            tl_free(&f->alloc, blocks[i], 16);
        }
    }
    end(f);
}

static void zeroed_blocks_are_zero_when_recycled(void **state) {
    Fixture *f = begin();
    unsigned char *p = tl_alloc(&f->alloc, 64);
    memset(p, 0xff, 64);
    tl_free(&f->alloc, p, 64);
    p = tl_alloc_zero(&f->alloc, 64);
    for (int i = 0; i < 64; i++) {
        assert_int_equal(p[i], 0);
    }
    tl_free(&f->alloc, p, 64);
    end(f);
}

#ifndef TL_ALLOC_DIRECT
static void small_blocks_are_recycled_without_the_host(void **state) {
    Fixture *f = begin();
    void *p = tl_alloc(&f->alloc, 40);
    size_t calls = f->host.calls;
    for (int i = 0; i < 100000; i++) {
        tl_free(&f->alloc, p, 40);
        p = tl_alloc(&f->alloc, 48);
    }
    assert_int_equal(f->host.calls, calls);
    tl_free(&f->alloc, p, 48);
    end(f);
}

static void chunks_are_used_to_the_last_grain(void **state) {
    Fixture *f = begin();
    // 63 blocks of 512 leave 496 bytes of the first chunk, which must serve a
    // request of that class after the second chunk was begun.
    void *blocks[64];
    for (int i = 0; i < 64; i++) {
        blocks[i] = tl_alloc(&f->alloc, 512);
    }
    assert_int_equal(f->host.calls, 2);
    char *rest = tl_alloc(&f->alloc, 496);
    assert_ptr_equal(rest, (char *)blocks[62] + 512);
    tl_free(&f->alloc, rest, 496);
    for (int i = 0; i < 64; i++) {
        tl_free(&f->alloc, blocks[i], 512);
    }
    end(f);
}
#endif

static void resizing_keeps_the_common_part(void **state) {
    const size_t sizes[] = {1, 16, 20, 512, 513, 4000, 100, 40000, 513, 512, 8};
    Fixture *f = begin();
    char *p = NULL;
    size_t old_size = 0;
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        p = tl_realloc(&f->alloc, p, old_size, sizes[i]);
        assert_non_null(p);
        assert_int_equal(f->alloc.live_bytes, (sizes[i] + 15) / 16 * 16);
        for (size_t j = 0; j < old_size && j < sizes[i]; j++) {
            assert_int_equal(p[j], (char)(j * 7));
        }
        for (size_t j = 0; j < sizes[i]; j++) {
            p[j] = (char)(j * 7);
        }
        old_size = sizes[i];
    }
    assert_null(tl_realloc(&f->alloc, p, old_size, 0));
    end(f);
}

static void budget_refuses_what_would_exceed_it(void **state) {
    Fixture *f = begin();
    tl_alloc_set_budget(&f->alloc, 1024);
    void *a = tl_alloc(&f->alloc, 512);
    void *b = tl_alloc(&f->alloc, 512);
    assert_non_null(b);
    assert_null(tl_alloc(&f->alloc, 1));
    assert_null(tl_alloc(&f->alloc, 100000));
    assert_null(tl_realloc(&f->alloc, b, 512, 513));
    assert_int_equal(f->alloc.live_bytes, 1024);
    tl_free(&f->alloc, a, 512);
    a = tl_alloc(&f->alloc, 500); // a freed block makes room again
    assert_non_null(a);
    tl_alloc_set_budget(&f->alloc, 100); // less than what is live
    tl_free(&f->alloc, b, 512);
    assert_null(tl_alloc(&f->alloc, 512));
    tl_alloc_set_budget(&f->alloc, 0);
    b = tl_alloc(&f->alloc, 512);
    assert_non_null(b);
    tl_free(&f->alloc, a, 500);
    tl_free(&f->alloc, b, 512);
    end(f);
}

static void absurd_sizes_are_refused(void **state) {
    Fixture *f = begin();
    assert_null(tl_alloc(&f->alloc, SIZE_MAX));
    assert_null(tl_alloc(&f->alloc, SIZE_MAX - 15));
    void *p = tl_alloc(&f->alloc, 8);
    assert_null(tl_realloc(&f->alloc, p, 8, SIZE_MAX - 3));
    tl_free(&f->alloc, p, 8);
    assert_int_equal(f->host.bytes <= TL_ALLOC_CHUNK_SIZE, 1);
    end(f);
}

static void injected_failure_hits_the_counted_allocation(void **state) {
    Fixture *f = begin();
    tl_free(&f->alloc, tl_alloc(&f->alloc, 16), 16); // there is a free block
    tl_alloc_set_failure(&f->alloc, 2, false);
    void *a = tl_alloc(&f->alloc, 16);
    void *b = tl_alloc(&f->alloc, 16);
    assert_non_null(b);
    assert_null(tl_alloc(&f->alloc, 16));
    void *c = tl_alloc(&f->alloc, 16); // once only
    assert_non_null(c);
    tl_free(&f->alloc, a, 16);
    tl_free(&f->alloc, b, 16);
    tl_free(&f->alloc, c, 16);
    end(f);
}

static void injected_failure_can_last(void **state) {
    Fixture *f = begin();
    void *p = tl_alloc(&f->alloc, 100);
    tl_alloc_set_failure(&f->alloc, 0, true);
    for (int i = 0; i < 5; i++) {
        assert_null(tl_alloc(&f->alloc, 16));
        assert_null(tl_realloc(&f->alloc, p, 100, 200));
    }
    p = tl_realloc(&f->alloc, p, 100, 99); // nothing grows
    assert_non_null(p);
    tl_alloc_set_failure(&f->alloc, -1, false);
    tl_free(&f->alloc, p, 99);
    p = tl_alloc(&f->alloc, 16);
    assert_non_null(p);
    tl_free(&f->alloc, p, 16);
    end(f);
}

static void host_refusal_changes_nothing(void **state) {
    Fixture *f = begin();
    f->host.refusing = true;
    assert_null(tl_alloc(&f->alloc, 16));
    assert_null(tl_alloc(&f->alloc, 1000));
    f->host.refusing = false;
    char *p = tl_alloc(&f->alloc, 1000);
    memset(p, 7, 1000);
    f->host.refusing = true;
    assert_null(tl_realloc(&f->alloc, p, 1000, 2000));
    assert_int_equal(f->alloc.live_bytes, 1008);
    assert_int_equal(p[999], 7);
    tl_free(&f->alloc, p, 1000);
    end(f);
}

static void leak_shows_in_live_bytes_after_deinit(void **state) {
    Fixture *f = begin();
    void *p = tl_alloc(&f->alloc, 40);
    void *q = tl_alloc(&f->alloc, 600);
    tl_free(&f->alloc, q, 600);
#ifdef TL_ALLOC_DIRECT
    tl_free(&f->alloc, p, 40); // with the host, it would be a real leak
#else
    assert_non_null(p);
    tl_alloc_deinit(&f->alloc);
    assert_int_equal(f->alloc.live_bytes, 48);
    f->alloc.live_bytes = 0;
#endif
    end(f);
}

static void random_use_keeps_the_books(void **state) {
    enum { SLOTS = 100 };
    Fixture *f = begin();
    struct {
        unsigned char *p;
        size_t size;
    } slots[SLOTS] = {{NULL, 0}};
    size_t live = 0;
    uint32_t random = 1;
    for (int step = 0; step < 100000; step++) {
        random = random * 1664525u + 1013904223u;
        size_t i = (random >> 8) % SLOTS;
        size_t size = 1 + (random >> 16) % (random & 0x80 ? 5000 : 200);
        unsigned char *p =
            tl_realloc(&f->alloc, slots[i].p, slots[i].size, size);
        if (slots[i].p != NULL) {
            size_t last = size < slots[i].size ? size : slots[i].size;
            assert_int_equal(p[last - 1], i);
        }
        memset(p, (int)i, size);
        live -= (slots[i].size + 15) / 16 * 16;
        live += (size + 15) / 16 * 16;
        slots[i].p = p;
        slots[i].size = size;
        assert_int_equal(f->alloc.live_bytes, live);
    }
    for (int i = 0; i < SLOTS; i++) {
        tl_free(&f->alloc, slots[i].p, slots[i].size);
    }
    end(f);
}

static void arena_blocks_are_zeroed_and_aligned(void **state) {
    Fixture *f = begin();
    TlArena arena;
    tl_arena_init(&arena, &f->alloc);
    size_t used = 0;
    for (size_t size = 0; size < 400; size++) {
        unsigned char *p = tl_arena_alloc(&arena, size);
        assert_non_null(p);
        assert_int_equal((uintptr_t)p % 8, 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(p[i], 0);
            p[i] = 0xff;
        }
        used += (size + 7) / 8 * 8;
    }
    assert_non_null(tl_arena_alloc(&arena, 3000000));
    assert_int_equal(arena.used_bytes, used + 3000000);
    tl_arena_deinit(&arena);
    assert_int_equal(arena.used_bytes, 0);
    end(f);
}

static void arena_copies_strings(void **state) {
    Fixture *f = begin();
    TlArena arena;
    tl_arena_init(&arena, &f->alloc);
    assert_string_equal(tl_arena_strndup(&arena, "await it", 5), "await");
    assert_string_equal(tl_arena_strndup(&arena, NULL, 0), "");
    tl_arena_deinit(&arena);
    end(f);
}

static void arena_survives_refusal(void **state) {
    Fixture *f = begin();
    TlArena arena;
    tl_arena_init(&arena, &f->alloc);
    char *word = tl_arena_strndup(&arena, "kept", 4);
    tl_alloc_set_failure(&f->alloc, 0, true);
    assert_null(tl_arena_alloc(&arena, 5000));
    assert_null(tl_arena_alloc(&arena, SIZE_MAX));
    assert_null(tl_arena_strndup(&arena, word, SIZE_MAX));
    assert_non_null(tl_arena_alloc(&arena, 16)); // there is room for this
    assert_string_equal(word, "kept");
    tl_arena_deinit(&arena);
    end(f);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blocks_of_all_sizes_do_not_overlap),
        cmocka_unit_test(sizes_count_rounded_to_sixteen),
        cmocka_unit_test(peak_is_the_highest_live_bytes),
        cmocka_unit_test(zeroed_blocks_are_zero_when_recycled),
#ifndef TL_ALLOC_DIRECT
        cmocka_unit_test(small_blocks_are_recycled_without_the_host),
        cmocka_unit_test(chunks_are_used_to_the_last_grain),
#endif
        cmocka_unit_test(resizing_keeps_the_common_part),
        cmocka_unit_test(budget_refuses_what_would_exceed_it),
        cmocka_unit_test(absurd_sizes_are_refused),
        cmocka_unit_test(injected_failure_hits_the_counted_allocation),
        cmocka_unit_test(injected_failure_can_last),
        cmocka_unit_test(host_refusal_changes_nothing),
        cmocka_unit_test(leak_shows_in_live_bytes_after_deinit),
        cmocka_unit_test(random_use_keeps_the_books),
        cmocka_unit_test(arena_blocks_are_zeroed_and_aligned),
        cmocka_unit_test(arena_copies_strings),
        cmocka_unit_test(arena_survives_refusal),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests_name("alloc", tests, NULL, NULL);
}
