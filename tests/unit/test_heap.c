// test_heap.c — the heap gives nodes back in order and keeps its invariant.
// SPDX-License-Identifier: MIT

#include "base/heap.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

// A timer as the loop has them: equal deadlines in the order they were set.
typedef struct Timer {
    int when;
    int sequence;
    TlHeapNode node; // not first, so that TL_HEAP_ENTRY has work to do
    bool inside;
} Timer;

static Timer *timer_of(const TlHeapNode *node) {
    return TL_HEAP_ENTRY(node, Timer, node);
}

static bool fires_before(const TlHeapNode *a, const TlHeapNode *b) {
    const Timer *x = timer_of(a);
    const Timer *y = timer_of(b);
    return x->when != y->when ? x->when < y->when : x->sequence < y->sequence;
}

static void *host_realloc(void *user, void *ptr, size_t old_size,
                          size_t new_size) {
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static void begin(TlAlloc *alloc, TlHeap *heap) {
    tl_alloc_init(alloc, host_realloc, NULL);
    tl_heap_init(heap, alloc, fires_before);
}

static void end(TlAlloc *alloc, TlHeap *heap) {
    tl_heap_deinit(heap);
    assert_int_equal(alloc->live_bytes, 0);
    tl_alloc_deinit(alloc);
}

static uint32_t next_random(uint32_t *random) {
    *random = *random * 1664525u + 1013904223u;
    return *random >> 8;
}

static void heap_pops_in_order(void **state) {
    enum { COUNT = 500 };
    TlAlloc alloc;
    TlHeap heap;
    begin(&alloc, &heap);
    Timer timers[COUNT];
    uint32_t random = 7;
    for (int i = 0; i < COUNT; i++) {
        timers[i].when = (int)(next_random(&random) % 100);
        timers[i].sequence = i;
        assert_true(tl_heap_push(&heap, &timers[i].node));
        assert_true(tl_heap_check(&heap));
    }
    assert_int_equal(tl_heap_len(&heap), COUNT);
    const TlHeapNode *last = tl_heap_pop_min(&heap);
    for (int i = 1; i < COUNT; i++) {
        assert_ptr_equal(tl_heap_peek(&heap), heap.nodes[0]);
        const TlHeapNode *node = tl_heap_pop_min(&heap);
        assert_true(fires_before(last, node));
        assert_true(tl_heap_check(&heap));
        last = node;
    }
    assert_int_equal(tl_heap_len(&heap), 0);
    end(&alloc, &heap);
}

static void heap_is_null_when_empty(void **state) {
    TlAlloc alloc;
    TlHeap heap;
    begin(&alloc, &heap);
    assert_null(tl_heap_peek(&heap));
    assert_null(tl_heap_pop_min(&heap));
    assert_true(tl_heap_check(&heap));
    end(&alloc, &heap);
}

static void heap_removes_any_node(void **state) {
    enum { COUNT = 100 };
    // Every node once, from a heap in which others are in its way.
    for (int victim = 0; victim < COUNT; victim++) {
        TlAlloc alloc;
        TlHeap heap;
        begin(&alloc, &heap);
        Timer timers[COUNT];
        uint32_t random = 3;
        for (int i = 0; i < COUNT; i++) {
            timers[i].when = (int)(next_random(&random) % 1000);
            timers[i].sequence = i;
            assert_true(tl_heap_push(&heap, &timers[i].node));
        }
        tl_heap_remove(&heap, &timers[victim].node);
        assert_true(tl_heap_check(&heap));
        assert_int_equal(tl_heap_len(&heap), COUNT - 1);
        while (tl_heap_len(&heap) > 0) {
            assert_ptr_not_equal(tl_heap_pop_min(&heap), &timers[victim].node);
        }
        end(&alloc, &heap);
    }
}

static void heap_moves_the_last_node_up_when_it_must(void **state) {
    TlAlloc alloc;
    TlHeap heap;
    begin(&alloc, &heap);
    // As a tree: 0 over 10 and 1; 11, 12 under 10; 2, 3 under 1. Removing 11
    // puts the 3 below 10, where it cannot stay.
    const int when[] = {0, 10, 1, 11, 12, 2, 3};
    Timer timers[7];
    for (int i = 0; i < 7; i++) {
        timers[i].when = when[i];
        timers[i].sequence = i;
        assert_true(tl_heap_push(&heap, &timers[i].node));
        assert_int_equal(timers[i].node.index, i);
    }
    tl_heap_remove(&heap, &timers[3].node);
    assert_true(tl_heap_check(&heap));
    assert_int_equal(timers[6].node.index, 1);
    end(&alloc, &heap);
}

static void heap_is_unchanged_by_a_refused_push(void **state) {
    TlAlloc alloc;
    TlHeap heap;
    begin(&alloc, &heap);
    Timer timers[9];
    for (int i = 0; i < 8; i++) {
        timers[i].when = 8 - i;
        timers[i].sequence = i;
        assert_true(tl_heap_push(&heap, &timers[i].node));
    }
    tl_alloc_set_failure(&alloc, 0, true);
    timers[8].when = 0;
    assert_false(tl_heap_push(&heap, &timers[8].node));
    assert_int_equal(tl_heap_len(&heap), 8);
    assert_true(tl_heap_check(&heap));
    assert_ptr_equal(tl_heap_peek(&heap), &timers[7].node);
    end(&alloc, &heap);
}

static void heap_check_sees_disorder(void **state) {
    TlAlloc alloc;
    TlHeap heap;
    begin(&alloc, &heap);
    Timer timers[3];
    for (int i = 0; i < 3; i++) {
        timers[i].when = i;
        timers[i].sequence = i;
        assert_true(tl_heap_push(&heap, &timers[i].node));
    }
    timers[0].when = 5;
    assert_false(tl_heap_check(&heap));
    timers[0].when = 0;
    timers[1].node.index = 2;
    assert_false(tl_heap_check(&heap));
    end(&alloc, &heap);
}

static void heap_survives_random_use(void **state) {
    enum { COUNT = 64 };
    TlAlloc alloc;
    TlHeap heap;
    begin(&alloc, &heap);
    Timer timers[COUNT] = {{.inside = false}};
    uint32_t random = 11;
    for (int step = 0; step < 20000; step++) {
        Timer *timer = &timers[next_random(&random) % COUNT];
        if (timer->inside) {
            tl_heap_remove(&heap, &timer->node);
        } else {
            timer->when = (int)(next_random(&random) % 50);
            timer->sequence = step;
            assert_true(tl_heap_push(&heap, &timer->node));
        }
        timer->inside = !timer->inside;
        assert_true(tl_heap_check(&heap));
    }
    end(&alloc, &heap);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(heap_pops_in_order),
        cmocka_unit_test(heap_is_null_when_empty),
        cmocka_unit_test(heap_removes_any_node),
        cmocka_unit_test(heap_moves_the_last_node_up_when_it_must),
        cmocka_unit_test(heap_is_unchanged_by_a_refused_push),
        cmocka_unit_test(heap_check_sees_disorder),
        cmocka_unit_test(heap_survives_random_use),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests_name("heap", tests, NULL, NULL);
}
