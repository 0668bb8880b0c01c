// test_ring.c — the ring keeps its order whatever is pushed and popped.
// SPDX-License-Identifier: MIT

#include "base/ring.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size) {
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

// Numbers stand in for pointers.
static void *number(uintptr_t n) {
    return (void *)n;
}

static void push(TlRing *ring, uintptr_t n) {
    assert_true(tl_ring_push(ring, number(n)));
}

static void begin(TlAlloc *alloc, TlRing *ring) {
    tl_alloc_init(alloc, host_realloc, NULL);
    tl_ring_init(ring, alloc);
}

static void end(TlAlloc *alloc, TlRing *ring) {
    tl_ring_deinit(ring);
    assert_int_equal(alloc->live_bytes, 0);
    tl_alloc_deinit(alloc);
}

static void ring_is_first_in_first_out(void **state) {
    TlAlloc alloc;
    TlRing ring;
    begin(&alloc, &ring);
    for (uintptr_t i = 1; i <= 1000; i++) {
        push(&ring, i);
        assert_int_equal(tl_ring_len(&ring), i);
    }
    for (uintptr_t i = 1; i <= 1000; i++) {
        assert_ptr_equal(tl_ring_pop(&ring), number(i));
    }
    assert_int_equal(tl_ring_len(&ring), 0);
    end(&alloc, &ring);
}

static void ring_pops_null_when_empty(void **state) {
    TlAlloc alloc;
    TlRing ring;
    begin(&alloc, &ring);
    assert_null(tl_ring_pop(&ring));
    push(&ring, 1);
    assert_non_null(tl_ring_pop(&ring));
    assert_null(tl_ring_pop(&ring));
    end(&alloc, &ring);
}

static void ring_keeps_order_when_it_wraps(void **state) {
    TlAlloc alloc;
    TlRing ring;
    begin(&alloc, &ring);
    uintptr_t in = 1;
    uintptr_t out = 1;
    for (int round = 0; round < 100; round++) {
        for (int i = 0; i < 5; i++) {
            push(&ring, in++);
        }
        for (int i = 0; i < 5; i++) {
            assert_ptr_equal(tl_ring_pop(&ring), number(out++));
        }
    }
    assert_int_equal(ring.cap, 8);
    end(&alloc, &ring);
}

static void ring_keeps_order_when_it_grows_wrapped(void **state) {
    for (uintptr_t offset = 0; offset < 8; offset++) {
        TlAlloc alloc;
        TlRing ring;
        begin(&alloc, &ring);
        for (uintptr_t i = 0; i < offset; i++) {
            push(&ring, 99);
            tl_ring_pop(&ring);
        }
        for (uintptr_t i = 1; i <= 20; i++) {
            push(&ring, i);
        }
        for (uintptr_t i = 1; i <= 20; i++) {
            assert_ptr_equal(tl_ring_peek(&ring, i - 1), number(i));
        }
        for (uintptr_t i = 1; i <= 20; i++) {
            assert_ptr_equal(tl_ring_pop(&ring), number(i));
        }
        end(&alloc, &ring);
    }
}

static void ring_front_pushes_come_out_first(void **state) {
    TlAlloc alloc;
    TlRing ring;
    begin(&alloc, &ring);
    push(&ring, 3);
    assert_true(tl_ring_push_front(&ring, number(2)));
    assert_true(tl_ring_push_front(&ring, number(1)));
    push(&ring, 4);
    for (uintptr_t i = 1; i <= 4; i++) {
        assert_ptr_equal(tl_ring_pop(&ring), number(i));
    }
    end(&alloc, &ring);
}

static void ring_is_empty_after_clear(void **state) {
    TlAlloc alloc;
    TlRing ring;
    begin(&alloc, &ring);
    push(&ring, 1);
    push(&ring, 2);
    tl_ring_clear(&ring);
    assert_null(tl_ring_pop(&ring));
    push(&ring, 3);
    assert_ptr_equal(tl_ring_peek(&ring, 0), number(3));
    end(&alloc, &ring);
}

static void ring_is_unchanged_by_a_refused_push(void **state) {
    TlAlloc alloc;
    TlRing ring;
    begin(&alloc, &ring);
    for (uintptr_t i = 1; i <= 8; i++) {
        push(&ring, i);
    }
    tl_alloc_set_failure(&alloc, 0, true);
    assert_false(tl_ring_push(&ring, number(9)));
    assert_false(tl_ring_push_front(&ring, number(0)));
    assert_int_equal(tl_ring_len(&ring), 8);
    for (uintptr_t i = 1; i <= 8; i++) {
        assert_ptr_equal(tl_ring_pop(&ring), number(i));
    }
    end(&alloc, &ring);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ring_is_first_in_first_out),
        cmocka_unit_test(ring_pops_null_when_empty),
        cmocka_unit_test(ring_keeps_order_when_it_wraps),
        cmocka_unit_test(ring_keeps_order_when_it_grows_wrapped),
        cmocka_unit_test(ring_front_pushes_come_out_first),
        cmocka_unit_test(ring_is_empty_after_clear),
        cmocka_unit_test(ring_is_unchanged_by_a_refused_push),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests_name("ring", tests, NULL, NULL);
}
