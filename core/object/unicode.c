// unicode.c — properties and case mappings of code points.
// SPDX-License-Identifier: MIT
//
// Reads the generated tables: uni_index picks the block of a code point in
// uni_blocks, which holds an index into uni_words; above the table uni_high
// has ranges. A case mapping is looked up among the special ones, then among
// the runs, else the code point maps to itself.

#include "object/str_impl.h"

typedef struct UniRun {
    uint32_t first;
    uint16_t length;  // from the first to the last code point
    uint8_t step;     // every one, or every second one
    int32_t delta;
} UniRun;

typedef struct UniSpecial {
    uint8_t kind;
    uint32_t cp;
    uint8_t count;
    uint16_t to[3];
} UniSpecial;

#include "object/unicode_tables.h"

#define LENGTH(array) (sizeof(array) / sizeof(array)[0])

static uint32_t properties(uint32_t cp) {
    if (cp < UNI_TABLE_END) {
        uint32_t block = uni_index[cp >> UNI_SHIFT];
        uint32_t low = cp & ((1u << UNI_SHIFT) - 1);
        return uni_words[uni_blocks[block << UNI_SHIFT | low]];
    }
    size_t from = 0, to = LENGTH(uni_high);
    while (to - from > 1) {
        size_t middle = (from + to) / 2;
        if (uni_high[middle] >> 8 <= cp) {
            from = middle;
        } else {
            to = middle;
        }
    }
    return uni_words[uni_high[from] & 0xFF];
}

bool tl_uni_is_alpha(uint32_t cp) {
    return properties(cp) & UNI_ALPHA;
}

bool tl_uni_is_space(uint32_t cp) {
    return properties(cp) & UNI_SPACE;
}

bool tl_uni_is_decimal(uint32_t cp) {
    return properties(cp) & UNI_DECIMAL;
}

bool tl_uni_is_digit(uint32_t cp) {
    return properties(cp) & UNI_DIGIT;
}

bool tl_uni_is_numeric(uint32_t cp) {
    return properties(cp) & UNI_NUMERIC;
}

bool tl_uni_is_printable(uint32_t cp) {
    return properties(cp) & UNI_PRINTABLE;
}

bool tl_uni_is_upper(uint32_t cp) {
    return properties(cp) & UNI_UPPER;
}

bool tl_uni_is_lower(uint32_t cp) {
    return properties(cp) & UNI_LOWER;
}

bool tl_uni_is_title(uint32_t cp) {
    return properties(cp) & UNI_TITLE;
}

bool tl_uni_is_id_start(uint32_t cp) {
    return properties(cp) & UNI_ID_START;
}

bool tl_uni_is_id_continue(uint32_t cp) {
    return properties(cp) & UNI_ID_CONTINUE;
}

bool tl_uni_is_cased(uint32_t cp) {
    return properties(cp) & UNI_CASED;
}

bool tl_uni_is_case_ignorable(uint32_t cp) {
    return properties(cp) & UNI_CASE_IGNORABLE;
}

int tl_uni_decimal(uint32_t cp) {
    uint32_t word = properties(cp);
    return word & UNI_DECIMAL ? (int)(word >> UNI_DECIMAL_SHIFT) : -1;
}

static const UniSpecial *find_special(uint32_t cp, TlCaseKind kind) {
    size_t from = 0, to = LENGTH(uni_special);
    while (from < to) {
        size_t middle = (from + to) / 2;
        const UniSpecial *row = &uni_special[middle];
        if (row->kind == kind && row->cp == cp) {
            return row;
        }
        if (row->kind < kind || (row->kind == kind && row->cp < cp)) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    return NULL;
}

static uint32_t map_run(uint32_t cp, const UniRun *runs, size_t count) {
    // Runs of step two may interleave: look at the last two that begin
    // before [cp].
    size_t from = 0, to = count;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (runs[middle].first <= cp) {
            from = middle + 1;
        } else {
            to = middle;
        }
    }
    for (size_t i = from; i > 0 && i + 2 > from; i--) {
        const UniRun *run = &runs[i - 1];
        uint32_t at = cp - run->first;
        if (at <= run->length && at % run->step == 0) {
            return cp + (uint32_t)run->delta;
        }
    }
    return cp;
}

int tl_uni_map(uint32_t cp, TlCaseKind kind, uint32_t out[3]) {
    bool up = kind == TL_CASE_UPPER || kind == TL_CASE_TITLE;
    if (cp < 128) {
        bool other = up ? cp >= 'a' && cp <= 'z' : cp >= 'A' && cp <= 'Z';
        out[0] = other ? cp ^ 0x20 : cp;
        return 1;
    }
    const UniSpecial *row = find_special(cp, kind);
    if (row == NULL && kind == TL_CASE_TITLE) {
        row = find_special(cp, TL_CASE_UPPER);
    } else if (row == NULL && kind == TL_CASE_FOLD) {
        row = find_special(cp, TL_CASE_LOWER);
    }
    if (row != NULL) {
        for (int i = 0; i < row->count; i++) {
            out[i] = row->to[i];
        }
        return row->count;
    }
    out[0] = up ? map_run(cp, uni_upper, LENGTH(uni_upper))
                : map_run(cp, uni_lower, LENGTH(uni_lower));
    return 1;
}
