// char_names.c — the few character names \N{...} knows here.
// SPDX-License-Identifier: MIT
//
// Unicode's whole list would be larger than the rest of the engine; these are
// the names people write.
#include "lang/char_names.h"

#include <string.h>

static const struct {
    const char *name;
    uint32_t cp;
} char_names[] = {
    {"ALARM CLOCK", 0x23F0},
    {"ALMOST EQUAL TO", 0x2248},
    {"BALLOT X", 0x2717},
    {"BLACK CIRCLE", 0x25CF},
    {"BLACK HEART SUIT", 0x2665},
    {"BLACK STAR", 0x2605},
    {"BULLET", 0x2022},
    {"BYTE ORDER MARK", 0xFEFF},
    {"CENT SIGN", 0x00A2},
    {"CHECK MARK", 0x2713},
    {"COPYRIGHT SIGN", 0x00A9},
    {"DEGREE SIGN", 0x00B0},
    {"DIVISION SIGN", 0x00F7},
    {"DOWNWARDS ARROW", 0x2193},
    {"EM DASH", 0x2014},
    {"EN DASH", 0x2013},
    {"EULER CONSTANT", 0x2107},
    {"EURO SIGN", 0x20AC},
    {"FULL BLOCK", 0x2588},
    {"GREATER-THAN OR EQUAL TO", 0x2265},
    {"GREEK CAPITAL LETTER ALPHA", 0x0391},
    {"GREEK CAPITAL LETTER BETA", 0x0392},
    {"GREEK CAPITAL LETTER DELTA", 0x0394},
    {"GREEK CAPITAL LETTER EPSILON", 0x0395},
    {"GREEK CAPITAL LETTER GAMMA", 0x0393},
    {"GREEK CAPITAL LETTER LAMDA", 0x039B},
    {"GREEK CAPITAL LETTER MU", 0x039C},
    {"GREEK CAPITAL LETTER OMEGA", 0x03A9},
    {"GREEK CAPITAL LETTER PHI", 0x03A6},
    {"GREEK CAPITAL LETTER PI", 0x03A0},
    {"GREEK CAPITAL LETTER SIGMA", 0x03A3},
    {"GREEK CAPITAL LETTER TAU", 0x03A4},
    {"GREEK SMALL LETTER ALPHA", 0x03B1},
    {"GREEK SMALL LETTER BETA", 0x03B2},
    {"GREEK SMALL LETTER DELTA", 0x03B4},
    {"GREEK SMALL LETTER EPSILON", 0x03B5},
    {"GREEK SMALL LETTER GAMMA", 0x03B3},
    {"GREEK SMALL LETTER LAMDA", 0x03BB},
    {"GREEK SMALL LETTER MU", 0x03BC},
    {"GREEK SMALL LETTER OMEGA", 0x03C9},
    {"GREEK SMALL LETTER PHI", 0x03C6},
    {"GREEK SMALL LETTER PI", 0x03C0},
    {"GREEK SMALL LETTER SIGMA", 0x03C3},
    {"GREEK SMALL LETTER TAU", 0x03C4},
    {"GRINNING FACE", 0x1F600},
    {"HEAVY CHECK MARK", 0x2714},
    {"HORIZONTAL ELLIPSIS", 0x2026},
    {"HOURGLASS", 0x231B},
    {"INFINITY", 0x221E},
    {"LATIN SMALL LETTER A WITH DIAERESIS", 0x00E4},
    {"LATIN SMALL LETTER E WITH ACUTE", 0x00E9},
    {"LATIN SMALL LETTER N WITH TILDE", 0x00F1},
    {"LATIN SMALL LETTER O WITH DIAERESIS", 0x00F6},
    {"LATIN SMALL LETTER SHARP S", 0x00DF},
    {"LATIN SMALL LETTER U WITH DIAERESIS", 0x00FC},
    {"LEFT DOUBLE QUOTATION MARK", 0x201C},
    {"LEFT SINGLE QUOTATION MARK", 0x2018},
    {"LEFTWARDS ARROW", 0x2190},
    {"LESS-THAN OR EQUAL TO", 0x2264},
    {"MICRO SIGN", 0x00B5},
    {"MIDDLE DOT", 0x00B7},
    {"MULTIPLICATION SIGN", 0x00D7},
    {"NO-BREAK SPACE", 0x00A0},
    {"NOT EQUAL TO", 0x2260},
    {"OHM SIGN", 0x2126},
    {"PILE OF POO", 0x1F4A9},
    {"PLUS-MINUS SIGN", 0x00B1},
    {"POUND SIGN", 0x00A3},
    {"REGISTERED SIGN", 0x00AE},
    {"RIGHT DOUBLE QUOTATION MARK", 0x201D},
    {"RIGHT SINGLE QUOTATION MARK", 0x2019},
    {"RIGHTWARDS ARROW", 0x2192},
    {"RIGHTWARDS DOUBLE ARROW", 0x21D2},
    {"ROCKET", 0x1F680},
    {"SECTION SIGN", 0x00A7},
    {"SNAKE", 0x1F40D},
    {"SNOWMAN", 0x2603},
    {"STOPWATCH", 0x23F1},
    {"UPWARDS ARROW", 0x2191},
    {"WHITE CIRCLE", 0x25CB},
    {"WHITE STAR", 0x2606},
    {"YEN SIGN", 0x00A5},
    {"ZERO WIDTH JOINER", 0x200D},
    {"ZERO WIDTH SPACE", 0x200B},
};

static bool is_same(const char *name, const char *text, size_t len) {
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (name[i] != (c >= 'a' && c <= 'z' ? (char)(c & ~0x20) : c)) {
            return false;
        }
    }
    return name[len] == '\0';
}

bool tl_char_by_name(const char *name, size_t len, uint32_t *cp) {
    for (size_t i = 0; i < sizeof char_names / sizeof *char_names; i++) {
        if (strlen(char_names[i].name) == len &&
            is_same(char_names[i].name, name, len)) {
            *cp = char_names[i].cp;
            return true;
        }
    }
    return false;
}
