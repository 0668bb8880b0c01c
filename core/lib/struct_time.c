// struct_time.c — time.struct_time: nine numbers with names.
// SPDX-License-Identifier: MIT
#include "lib/calendar.h"
#include "lib/struct_time.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/str.h"

enum { FIELDS = 9 };

static const char *const names[FIELDS] = {
    "tm_year", "tm_mon",  "tm_mday", "tm_hour", "tm_min",
    "tm_sec",  "tm_wday", "tm_yday", "tm_isdst"};

static TlValue get_field(TlRuntime *rt, TlRef self, void *closure)
{
    (void)rt;
    return tl_incref(tl_as_tuple(self)->items[(size_t)(uintptr_t)closure]);
}

static TlValue repr(TlRuntime *rt, TlRef self)
{
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    tl_buf_append_str(&out, "time.struct_time(");
    for (int i = 0; i < FIELDS; i++) {
        TlValue text = tl_repr(rt, tl_as_tuple(self)->items[i]);
        if (!tl_has_value(text)) {
            tl_buf_deinit(&out);
            return TL_NO_VALUE;
        }
        tl_buf_append_fmt(&out, i == 0 ? "%s=" : ", %s=", names[i]);
        tl_str_append_to(&out, tl_as_str(text));
        tl_decref(rt, text);
    }
    tl_buf_append_char(&out, ')');
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

#define FIELD(name, i) {name, get_field, NULL, (void *)(uintptr_t)i}
static const TlGetSetDef getsets[] = {
    FIELD("tm_year", 0), FIELD("tm_mon", 1),  FIELD("tm_mday", 2),
    FIELD("tm_hour", 3), FIELD("tm_min", 4),  FIELD("tm_sec", 5),
    FIELD("tm_wday", 6), FIELD("tm_yday", 7), FIELD("tm_isdst", 8),
    {0},
};

static const TlSlots slots = {.repr = repr};

const TlTypeSpec tl_struct_time_spec = {
    .name = "struct_time",
    .module = "time",
    .doc = "The time value as returned by gmtime() and localtime().",
    .slots = &slots,
    .getsets = getsets,
};

TlValue tl_struct_time(TlRuntime *rt, const TlCivil *c)
{
    TlTuple *fields = tl_tuple_new(rt, FIELDS);
    if (fields == NULL) {
        return TL_NO_VALUE;
    }
    int64_t numbers[FIELDS] = {c->year,   c->month,   c->day,
                               c->hour,   c->minute,  c->second,
                               c->weekday, c->yearday, 0};
    for (int i = 0; i < FIELDS; i++) {
        fields->items[i] = tl_small_int(numbers[i]);
    }
    TlValue value = tl_call1(rt, tl_from_obj(rt->lib->struct_time),
                             tl_from_obj(fields));
    tl_release(rt, fields);
    return value;
}
