// test_trace.c — the event log: strings, records, levels, writers.
// SPDX-License-Identifier: MIT
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "trace/trace.h"

static TlAlloc alloc;
static TlTrace trace;

static void *plain_realloc(void *user, void *ptr, size_t old_size,
                           size_t new_size)
{
    if (new_size == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, new_size);
}

static void open_trace(TlTraceLevel level, size_t capacity)
{
    tl_alloc_init(&alloc, plain_realloc, NULL);
    assert_true(tl_trace_init(&trace, &alloc, level, capacity));
}

static void close_trace(void)
{
    tl_trace_deinit(&trace);
    assert_int_equal(alloc.live_bytes, 0);
    tl_alloc_deinit(&alloc);
}

static const TlTraceRecord *record(size_t i)
{
    const TlTraceRecord *records;
    assert_true(i < tl_trace_pending(&trace, &records));
    return &records[i];
}

static void start(void)
{
    trace.cause = tl_trace_emit2(&trace, TL_EV_PROGRAM_START, 0, 0, 0);
}

static void equal_texts_have_one_id(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    uint32_t a = tl_trace_cstr(&trace, "Task-1");
    for (int i = 0; i < 5000; i++) {
        char text[32];
        snprintf(text, sizeof text, "text %d", i);
        assert_int_not_equal(tl_trace_cstr(&trace, text), a);
    }
    assert_int_equal(tl_trace_cstr(&trace, "Task-1"), a);
    size_t len;
    assert_string_equal(tl_trace_text(&trace, a, &len), "Task-1");
    assert_int_equal(len, 6);
    assert_int_equal(tl_trace_cstr(&trace, ""), 0);
    close_trace();
}

static void a_long_text_is_cut_between_characters(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    size_t size = 70000;
    char *text = malloc(size);
    for (size_t i = 0; i + 1 < size; i += 2) {
        memcpy(text + i, "\xC3\xA4", 2);
    }
    size_t len;
    tl_trace_text(&trace, tl_trace_str(&trace, text, size), &len);
    assert_true(len <= 65536);
    assert_int_equal(len % 2, 0);
    free(text);
    close_trace();
}

static void events_are_numbered_and_default_to_the_ambient_cause(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    start();
    trace.now = 2.5;
    uint32_t seq = tl_trace_emit2(&trace, TL_EV_LOOP_CREATE, 7, 0, 0);
    assert_int_equal(seq, 1);
    assert_int_equal(record(0)->cause, TL_NO_CAUSE);
    assert_int_equal(record(1)->cause, 0);
    assert_int_equal(record(1)->id, 7);
    assert_true(record(1)->t == 2.5);
    close_trace();
}

static void an_event_below_the_level_is_not_kept(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    start();
    assert_int_equal(tl_trace_emit2(&trace, TL_EV_LINE, 1, 0, 0), 0);
    const TlTraceRecord *records;
    assert_int_equal(tl_trace_pending(&trace, &records), 1);
    close_trace();
}

static void a_full_log_keeps_its_beginning(void **state)
{
    open_trace(TL_TRACE_SCHED, 300);
    start();
    for (int i = 0; i < 1000; i++) {
        tl_trace_emit2(&trace, TL_EV_OUTPUT, 0, 0, 0);
    }
    const TlTraceRecord *records;
    assert_int_equal(tl_trace_pending(&trace, &records), 300);
    assert_int_equal(records[299].seq, 299);
    assert_int_equal(trace.dropped, 701);
    close_trace();
}

static void draining_makes_room_and_numbers_go_on(void **state)
{
    open_trace(TL_TRACE_SCHED, 10);
    start();
    for (int i = 0; i < 9; i++) {
        tl_trace_emit2(&trace, TL_EV_OUTPUT, 0, 0, 0);
    }
    tl_trace_drained(&trace);
    assert_int_equal(tl_trace_emit2(&trace, TL_EV_OUTPUT, 0, 0, 0), 10);
    assert_int_equal(trace.dropped, 0);
    close_trace();
}

static void json_lines_escape_what_json_needs(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    start();
    tl_trace_emit2(&trace, TL_EV_OUTPUT, 0, tl_trace_cstr(&trace, "stdout"),
                   tl_trace_cstr(&trace, "a\"b\\c\nd\x01\xED\xA0\x80"));
    TlBuf out;
    tl_buf_init(&out, &alloc);
    tl_trace_jsonl_record(&out, &trace, record(1));
    assert_string_equal(
        tl_buf_cstr(&out),
        "{\"seq\":1,\"t\":0.0,\"kind\":\"output\",\"id\":null,\"cause\":0,"
        "\"loop\":null,\"thread\":1,\"file\":null,\"line\":null,"
        "\"stream\":\"stdout\",\"text\":\"a\\\"b\\\\c\\nd\\u0001\\ud800\"}\n");
    tl_buf_deinit(&out);
    close_trace();
}

static void an_endless_wait_is_null_in_json(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    start();
    TlEvent wait = {.kind = TL_EV_LOOP_WAIT,
                    .id = 1,
                    .number = 1e308 * 10,
                    .cause = TL_NO_CAUSE};
    tl_trace_emit(&trace, &wait);
    TlBuf out;
    tl_buf_init(&out, &alloc);
    tl_trace_jsonl_record(&out, &trace, record(1));
    assert_non_null(strstr(tl_buf_cstr(&out), "\"until\":null"));
    tl_buf_deinit(&out);
    close_trace();
}

static void chrome_json_is_one_array(void **state)
{
    open_trace(TL_TRACE_SCHED, 100);
    start();
    tl_trace_emit2(&trace, TL_EV_HANDLE_RUN, 3, 0, 0);
    tl_trace_emit2(&trace, TL_EV_HANDLE_END, 3, 0, 0);
    TlBuf out;
    tl_buf_init(&out, &alloc);
    tl_trace_chrome_begin(&out);
    for (size_t i = 0; i < 3; i++) {
        tl_trace_chrome_record(&out, &trace, record(i));
    }
    tl_trace_chrome_end(&out);
    const char *text = tl_buf_cstr(&out);
    assert_int_equal(text[0], '[');
    assert_non_null(strstr(text, "\"name\":\"handle.run\",\"ph\":\"B\""));
    assert_non_null(strstr(text, "\"name\":\"handle.end\",\"ph\":\"E\""));
    assert_non_null(strstr(text, "\n]\n"));
    tl_buf_deinit(&out);
    close_trace();
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_texts_have_one_id),
        cmocka_unit_test(a_long_text_is_cut_between_characters),
        cmocka_unit_test(events_are_numbered_and_default_to_the_ambient_cause),
        cmocka_unit_test(an_event_below_the_level_is_not_kept),
        cmocka_unit_test(a_full_log_keeps_its_beginning),
        cmocka_unit_test(draining_makes_room_and_numbers_go_on),
        cmocka_unit_test(json_lines_escape_what_json_needs),
        cmocka_unit_test(an_endless_wait_is_null_in_json),
        cmocka_unit_test(chrome_json_is_one_array),
    };
    if (argc > 1) {
        cmocka_set_test_filter(argv[1]);
    }
    return cmocka_run_group_tests(tests, NULL, NULL);
}
