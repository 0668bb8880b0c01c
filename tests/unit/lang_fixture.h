// lang_fixture.h — compiling snippets in unit tests.
// SPDX-License-Identifier: MIT
#ifndef TL_TESTS_LANG_FIXTURE_H
#define TL_TESTS_LANG_FIXTURE_H

#include "object_fixture.h"

#include <string.h>

#include "lang/code.h"
#include "lang/compile.h"

static inline TlRuntime *lang_new(void)
{
    TlRuntime *rt = rt_new();
    assert_true(tl_trace_init(&rt->trace, &rt->alloc, TL_TRACE_OFF, 16));
    assert_int_equal(tl_lang_init(rt), TL_OK);
    return rt;
}

static inline void lang_free(TlRuntime *rt)
{
    tl_lang_deinit(rt);
    tl_trace_deinit(&rt->trace);
    rt_free(rt);
}

static inline TlCode *try_compile(TlRuntime *rt, const char *source,
                                  bool trace_lines)
{
    TlCompileOptions options = {.mode = TL_PARSE_FILE,
                                .filename = "test.py",
                                .trace_lines = trace_lines};
    return tl_compile(rt, source, strlen(source), &options);
}

// The module code of [source]; fails the test when it does not compile.
static inline TlCode *compile(TlRuntime *rt, const char *source)
{
    TlCode *code = try_compile(rt, source, false);
    if (code == NULL) {
        TlValue text = tl_exc_summary(rt, rt->error);
        fail_msg("%s: %s", source, utf8_of(rt, text));
    }
    return code;
}

// The code called [qualname] inside [code]; borrowed, NULL when there is none.
static inline TlCode *find_code(TlRuntime *rt, TlCode *code,
                                const char *qualname)
{
    if (strcmp(utf8_of(rt, tl_from_obj(code->qualname)), qualname) == 0) {
        return code;
    }
    for (int64_t i = 0; i < code->consts->len; i++) {
        TlRef item = code->consts->items[i];
        TlCode *found =
            tl_is_code(rt, item)
                ? find_code(rt, (TlCode *)(void *)tl_as_obj(item), qualname)
                : NULL;
        if (found != NULL) {
            return found;
        }
    }
    return NULL;
}

// Compiling must raise this: "[class]: [message]" at line.offset-line.offset,
// written "1.5-1.9"; the offsets are CPython's.
static inline void syntax_error(TlRuntime *rt, const char *source,
                                const char *message, const char *place)
{
    TlCode *code = try_compile(rt, source, false);
    if (code != NULL) {
        fail_msg("compiled: %s", source);
    }
    TlValue exc = tl_fetch(rt);
    TlValue text = get(rt, exc, "msg");
    TlValue at = TL_NO_VALUE;
    if (!tl_has_value(text)) {
        fail_msg("no syntax error: %s", source);
    }
    assert_string_equal(utf8_of(rt, text), message);
    tl_decref(rt, text);
    TlValue line = get(rt, exc, "lineno"), col = get(rt, exc, "offset");
    TlValue end_line = get(rt, exc, "end_lineno");
    TlValue end_col = get(rt, exc, "end_offset");
    at = tl_str_fmt(rt, "%S.%S-%S.%S", line, col, end_line, end_col);
    if (strcmp(utf8_of(rt, at), place) != 0) {
        fail_msg("%s: at %s, not %s", source, utf8_of(rt, at), place);
    }
    tl_decref(rt, at);
    tl_decref(rt, end_line);
    tl_decref(rt, end_col);
    tl_decref(rt, line);
    tl_decref(rt, col);
    tl_decref(rt, exc);
}

#endif
