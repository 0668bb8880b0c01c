// calendar.h — dates and times of day, as time and datetime print them.
// SPDX-License-Identifier: MIT
//
// The proleptic Gregorian calendar; the only zone is UTC.
#ifndef TL_LIB_CALENDAR_H
#define TL_LIB_CALENDAR_H

#include "lib/lib.h"

typedef struct TlCivil {
    int64_t year;
    int month, day;             // from 1
    int hour, minute, second;
    int weekday;                // Monday is 0
    int yearday;                // from 1
} TlCivil;

// Days since 1970-01-01 of a date, and the other way round.
int64_t tl_days_from_civil(int64_t year, int month, int day);
void tl_civil_from_seconds(int64_t seconds, TlCivil *civil);
int64_t tl_civil_to_seconds(const TlCivil *civil);
// From a date and time of day: fills weekday and yearday.
void tl_civil_complete(TlCivil *civil);
// "Thu Jan  1 00:00:00 1970"
void tl_civil_ctime(const TlCivil *civil, char *out, size_t size);
// From a struct_time or another sequence of nine numbers. TypeError.
TlStatus tl_civil_from_tuple(TlRuntime *rt, TlRef tuple, TlCivil *civil);
// strftime in the C locale; %f prints [micros]. A str.
TlValue tl_civil_strftime(TlRuntime *rt, const TlCivil *civil, TlStr *format,
                          int micros);
// time.struct_time of the moment.
TlValue tl_struct_time(TlRuntime *rt, const TlCivil *civil);

#endif
