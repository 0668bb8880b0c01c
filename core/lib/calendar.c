// calendar.c — the Gregorian calendar and strftime.
// SPDX-License-Identifier: MIT
#include "lib/calendar.h"

#include <stdio.h>
#include <string.h>

#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

static const char *const weekdays[] = {"Monday",   "Tuesday", "Wednesday",
                                       "Thursday", "Friday",  "Saturday",
                                       "Sunday"};
static const char *const months[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// ---- days

// Years are counted from March, so that the leap day is a year's last; an era
// is the 400 years after which the calendar repeats.
int64_t tl_days_from_civil(int64_t year, int month, int day)
{
    year -= month <= 2;
    int64_t era = (year >= 0 ? year : year - 399) / 400;
    int64_t year_of_era = year - era * 400;
    int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int64_t day_of_era = year_of_era * 365 + year_of_era / 4 -
                         year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

static void date_from_days(int64_t days, TlCivil *civil)
{
    days += 719468;
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era = (day_of_era - day_of_era / 1460 +
                           day_of_era / 36524 - day_of_era / 146096) /
                          365;
    int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 -
                                        year_of_era / 100);
    int month = (int)((5 * day_of_year + 2) / 153);
    civil->day = (int)(day_of_year - (153 * month + 2) / 5 + 1);
    civil->month = month < 10 ? month + 3 : month - 9;
    civil->year = year_of_era + era * 400 + (civil->month <= 2);
}

void tl_civil_complete(TlCivil *civil)
{
    int64_t days = tl_days_from_civil(civil->year, civil->month, civil->day);
    civil->weekday = (int)(((days + 3) % 7 + 7) % 7);
    civil->yearday = (int)(days - tl_days_from_civil(civil->year, 1, 1)) + 1;
}

void tl_civil_from_seconds(int64_t seconds, TlCivil *civil)
{
    int64_t days = seconds / 86400 - (seconds % 86400 < 0);
    int rest = (int)(seconds - days * 86400);
    date_from_days(days, civil);
    civil->hour = rest / 3600;
    civil->minute = rest / 60 % 60;
    civil->second = rest % 60;
    tl_civil_complete(civil);
}

int64_t tl_civil_to_seconds(const TlCivil *c)
{
    int64_t days = tl_days_from_civil(c->year, c->month, c->day);
    return ((days * 24 + c->hour) * 60 + c->minute) * 60 + c->second;
}

// ---- text

void tl_civil_ctime(const TlCivil *c, char *out, size_t size)
{
    snprintf(out, size, "%.3s %.3s %2d %02d:%02d:%02d %lld",
             weekdays[c->weekday], months[c->month - 1], c->day, c->hour,
             c->minute, c->second, (long long)c->year);
}

// ISO 8601 week and the year it belongs to.
static int iso_week(const TlCivil *c, int64_t *year)
{
    int64_t days = tl_days_from_civil(c->year, c->month, c->day);
    int64_t thursday = days - c->weekday + 3;
    TlCivil t;
    date_from_days(thursday, &t);
    *year = t.year;
    return (int)(thursday - tl_days_from_civil(t.year, 1, 1)) / 7 + 1;
}

static int twelve_hour(const TlCivil *c)
{
    return c->hour % 12 == 0 ? 12 : c->hour % 12;
}

static void append_date_field(TlBuf *out, const TlCivil *c, char field)
{
    int64_t iso_year;
    int week = iso_week(c, &iso_year);
    switch (field) {
    case 'a': tl_buf_append_fmt(out, "%.3s", weekdays[c->weekday]); break;
    case 'A': tl_buf_append_str(out, weekdays[c->weekday]); break;
    case 'b':
    case 'h': tl_buf_append_fmt(out, "%.3s", months[c->month - 1]); break;
    case 'B': tl_buf_append_str(out, months[c->month - 1]); break;
    case 'C': tl_buf_append_fmt(out, "%02d", (int)(c->year / 100)); break;
    case 'd': tl_buf_append_fmt(out, "%02d", c->day); break;
    case 'e': tl_buf_append_fmt(out, "%2d", c->day); break;
    case 'G': tl_buf_append_fmt(out, "%lld", (long long)iso_year); break;
    case 'j': tl_buf_append_fmt(out, "%03d", c->yearday); break;
    case 'm': tl_buf_append_fmt(out, "%02d", c->month); break;
    case 'u': tl_buf_append_fmt(out, "%d", c->weekday + 1); break;
    case 'U':
        tl_buf_append_fmt(out, "%02d",
                          (c->yearday + 6 - (c->weekday + 1) % 7) / 7);
        break;
    case 'V': tl_buf_append_fmt(out, "%02d", week); break;
    case 'w': tl_buf_append_fmt(out, "%d", (c->weekday + 1) % 7); break;
    case 'W':
        tl_buf_append_fmt(out, "%02d", (c->yearday + 6 - c->weekday) / 7);
        break;
    case 'y': tl_buf_append_fmt(out, "%02d", (int)(c->year % 100)); break;
    case 'Y': tl_buf_append_fmt(out, "%lld", (long long)c->year); break;
    default: tl_buf_append_fmt(out, "%%%c", field); break;
    }
}

static void append_field(TlBuf *out, const TlCivil *c, char field, int micros)
{
    char text[64];
    switch (field) {
    case '%': tl_buf_append_char(out, '%'); break;
    case 'n': tl_buf_append_char(out, '\n'); break;
    case 't': tl_buf_append_char(out, '\t'); break;
    case 'c':
        tl_civil_ctime(c, text, sizeof text);
        tl_buf_append_str(out, text);
        break;
    case 'D':
    case 'x':
        tl_buf_append_fmt(out, "%02d/%02d/%02d", c->month, c->day,
                          (int)(c->year % 100));
        break;
    case 'f': tl_buf_append_fmt(out, "%06d", micros); break;
    case 'F':
        tl_buf_append_fmt(out, "%lld-%02d-%02d", (long long)c->year, c->month,
                          c->day);
        break;
    case 'H': tl_buf_append_fmt(out, "%02d", c->hour); break;
    case 'I': tl_buf_append_fmt(out, "%02d", twelve_hour(c)); break;
    case 'M': tl_buf_append_fmt(out, "%02d", c->minute); break;
    case 'p': tl_buf_append_str(out, c->hour < 12 ? "AM" : "PM"); break;
    case 'r':
        tl_buf_append_fmt(out, "%02d:%02d:%02d %s", twelve_hour(c), c->minute,
                          c->second, c->hour < 12 ? "AM" : "PM");
        break;
    case 's':
        tl_buf_append_fmt(out, "%lld", (long long)tl_civil_to_seconds(c));
        break;
    case 'R': tl_buf_append_fmt(out, "%02d:%02d", c->hour, c->minute); break;
    case 'S': tl_buf_append_fmt(out, "%02d", c->second); break;
    case 'T':
    case 'X':
        tl_buf_append_fmt(out, "%02d:%02d:%02d", c->hour, c->minute,
                          c->second);
        break;
    case 'z': tl_buf_append_str(out, "+0000"); break;
    case 'Z': tl_buf_append_str(out, "UTC"); break;
    default: append_date_field(out, c, field); break;
    }
}

// Takes the zeros and spaces away that fill a number from [start] on.
static void strip_padding(TlBuf *out, size_t start)
{
    size_t at = start;
    while (at + 1 < out->len && (out->data[at] == '0' || out->data[at] == ' ')) {
        at++;
    }
    memmove(out->data + start, out->data + at, out->len - at);
    tl_buf_truncate(out, out->len - (at - start));
}

TlValue tl_civil_strftime(TlRuntime *rt, const TlCivil *civil, TlStr *format,
                          int micros)
{
    TlBuf out;
    tl_buf_init(&out, &rt->alloc);
    for (int64_t i = 0; i < format->len; i++) {
        uint32_t c = tl_str_at(format, i);
        if (c != '%' || i + 1 >= format->len) {
            tl_buf_append_utf8(&out, c);
            continue;
        }
        uint32_t field = tl_str_at(format, ++i);
        size_t start = out.len;
        bool bare = field == '-' && i + 1 < format->len;
        if (bare) {
            field = tl_str_at(format, ++i);
        }
        if (field < 128) {
            append_field(&out, civil, (char)field, micros);
            if (bare && !out.failed) {
                strip_padding(&out, start);
            }
        } else {
            tl_buf_append_char(&out, '%');
            tl_buf_append_utf8(&out, field);
        }
    }
    TlValue text = tl_str_from_buf(rt, &out);
    tl_buf_deinit(&out);
    return text;
}

TlStatus tl_civil_from_tuple(TlRuntime *rt, TlRef tuple, TlCivil *c)
{
    int64_t n[9];
    if (!tl_is_tuple(tuple) || tl_as_tuple(tuple)->len != 9) {
        tl_raise(rt, rt->exc.TypeError,
                 "Tuple or struct_time argument required");
        return TL_RAISED;
    }
    for (int i = 0; i < 9; i++) {
        if (tl_index_i64(rt, tl_as_tuple(tuple)->items[i], &n[i]) != TL_OK) {
            return TL_RAISED;
        }
    }
    if (n[1] < 0 || n[1] > 12 || n[2] < 0 || n[2] > 31 || n[3] < 0 ||
        n[3] > 23 || n[4] < 0 || n[4] > 59 || n[5] < 0 || n[5] > 61) {
        tl_raise(rt, rt->exc.ValueError, "time tuple field out of range");
        return TL_RAISED;
    }
    *c = (TlCivil){.year = n[0],
                   .month = n[1] == 0 ? 1 : (int)n[1],
                   .day = n[2] == 0 ? 1 : (int)n[2],
                   .hour = (int)n[3],
                   .minute = (int)n[4],
                   .second = (int)n[5],
                   .weekday = (int)((n[6] % 7 + 7) % 7),
                   .yearday = n[7] == 0 ? 1 : (int)n[7]};
    return TL_OK;
}
