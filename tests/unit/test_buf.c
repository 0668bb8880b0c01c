// test_buf.c — buffers grow, print, and remember that they failed.
// SPDX-License-Identifier: MIT

#include "base/buf.h"

#include <setjmp.h>
#include <stdarg.h>
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

static void begin(TlAlloc *alloc, TlBuf *buf) {
    tl_alloc_init(alloc, host_realloc, NULL);
    tl_buf_init(buf, alloc);
}

static void end(TlAlloc *alloc, TlBuf *buf) {
    tl_buf_deinit(buf);
    assert_int_equal(alloc->live_bytes, 0);
    tl_alloc_deinit(alloc);
}

static void buf_holds_what_was_appended(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    assert_true(tl_buf_append(&buf, "ab\0c", 4));
    assert_true(tl_buf_append(&buf, NULL, 0));
    assert_true(tl_buf_append_char(&buf, 'd'));
    assert_true(tl_buf_append_str(&buf, "ef"));
    assert_true(tl_buf_append_fill(&buf, '-', 3));
    assert_int_equal(buf.len, 10);
    assert_memory_equal(buf.data, "ab\0cdef---", 10);
    end(&alloc, &buf);
}

static void buf_grows_byte_by_byte(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    for (int i = 0; i < 100000; i++) {
        assert_true(tl_buf_append_char(&buf, (char)i));
    }
    for (int i = 0; i < 100000; i++) {
        assert_int_equal(buf.data[i], (char)i);
    }
    end(&alloc, &buf);
}

static void buf_prints_short_and_long_texts(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    // Around the first capacity, where the text just fits or just does not.
    for (int width = 1; width < 300; width++) {
        tl_buf_deinit(&buf);
        assert_true(tl_buf_append_fmt(&buf, "%*d", width, 7));
        assert_int_equal(buf.len, width);
        assert_int_equal(buf.data[width - 1], '7');
    }
    tl_buf_clear(&buf);
    assert_true(tl_buf_append_fmt(&buf, "%s-%d", "Task", 1));
    assert_true(tl_buf_append_fmt(&buf, "%s", ""));
    assert_string_equal(tl_buf_cstr(&buf), "Task-1");
    end(&alloc, &buf);
}

static void buf_encodes_code_points(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    assert_true(tl_buf_append_utf8(&buf, 'A'));
    assert_true(tl_buf_append_utf8(&buf, 0xe9));
    assert_true(tl_buf_append_utf8(&buf, 0x20ac));
    assert_true(tl_buf_append_utf8(&buf, 0x1f40d));
    assert_true(tl_buf_append_utf8(&buf, 0xd800)); // lone surrogate
    assert_string_equal(tl_buf_cstr(&buf), "A\xc3\xa9\xe2\x82\xac"
                                           "\xf0\x9f\x90\x8d\xed\xa0\x80");
    end(&alloc, &buf);
}

static void buf_text_ends_with_nul_outside_its_length(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    assert_string_equal(tl_buf_cstr(&buf), "");
    assert_true(tl_buf_append_fill(&buf, 'x', buf.cap)); // full to the brim
    assert_int_equal(strlen(tl_buf_cstr(&buf)), buf.len);
    tl_buf_truncate(&buf, 2);
    assert_string_equal(tl_buf_cstr(&buf), "xx");
    end(&alloc, &buf);
}

static void buf_failure_is_sticky(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    assert_true(tl_buf_append_str(&buf, "kept"));
    tl_alloc_set_failure(&alloc, 0, false);
    assert_false(tl_buf_append_fill(&buf, 'x', 1000));
    assert_true(buf.failed);
    // Memory is there again, and so is room, but a hole would go unnoticed.
    assert_false(tl_buf_append_char(&buf, 'x'));
    assert_false(tl_buf_append_str(&buf, "x"));
    assert_false(tl_buf_append_fmt(&buf, "x"));
    assert_false(tl_buf_append_utf8(&buf, 'x'));
    assert_false(tl_buf_reserve(&buf, 0));
    assert_null(tl_buf_cstr(&buf));
    assert_int_equal(buf.len, 4);
    assert_memory_equal(buf.data, "kept", 4);
    tl_buf_clear(&buf);
    assert_true(tl_buf_append_str(&buf, "again"));
    end(&alloc, &buf);
}

static void buf_refuses_sizes_that_overflow(void **state) {
    TlAlloc alloc;
    TlBuf buf;
    begin(&alloc, &buf);
    assert_true(tl_buf_append_str(&buf, "kept"));
    assert_false(tl_buf_reserve(&buf, SIZE_MAX - 2));
    assert_true(buf.failed);
    end(&alloc, &buf);
}

static void ptrbuf_is_a_stack(void **state) {
    TlAlloc alloc;
    tl_alloc_init(&alloc, host_realloc, NULL);
    TlPtrBuf buf;
    tl_ptrbuf_init(&buf, &alloc);
    int numbers[100];
    for (int i = 0; i < 100; i++) {
        assert_true(tl_ptrbuf_push(&buf, &numbers[i]));
    }
    assert_ptr_equal(buf.items[50], &numbers[50]);
    assert_ptr_equal(tl_ptrbuf_pop(&buf), &numbers[99]);
    tl_ptrbuf_truncate(&buf, 8);
    assert_ptr_equal(tl_ptrbuf_pop(&buf), &numbers[7]);
    tl_ptrbuf_deinit(&buf);
    assert_int_equal(alloc.live_bytes, 0);
    tl_alloc_deinit(&alloc);
}

static void ptrbuf_is_unchanged_by_a_refused_push(void **state) {
    TlAlloc alloc;
    tl_alloc_init(&alloc, host_realloc, NULL);
    TlPtrBuf buf;
    tl_ptrbuf_init(&buf, &alloc);
    int number;
    while (buf.len < 8) {
        assert_true(tl_ptrbuf_push(&buf, &number));
    }
    tl_alloc_set_failure(&alloc, 0, true);
    assert_false(tl_ptrbuf_push(&buf, NULL));
    assert_int_equal(buf.len, 8);
    assert_ptr_equal(tl_ptrbuf_pop(&buf), &number);
    tl_ptrbuf_deinit(&buf);
    tl_alloc_deinit(&alloc);
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(buf_holds_what_was_appended),
        cmocka_unit_test(buf_grows_byte_by_byte),
        cmocka_unit_test(buf_prints_short_and_long_texts),
        cmocka_unit_test(buf_encodes_code_points),
        cmocka_unit_test(buf_text_ends_with_nul_outside_its_length),
        cmocka_unit_test(buf_failure_is_sticky),
        cmocka_unit_test(buf_refuses_sizes_that_overflow),
        cmocka_unit_test(ptrbuf_is_a_stack),
        cmocka_unit_test(ptrbuf_is_unchanged_by_a_refused_push),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests_name("buf", tests, NULL, NULL);
}
