// sys_info.c — the facts sys tells: versions, number formats, flags.
// SPDX-License-Identifier: MIT
//
// The language is Python 3.11's, and that is the version told.
#include "lib/sys_info.h"

#include <float.h>

#include "lib/modules.h"
#include "lib/structseq.h"
#include "object/class.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/number.h"
#include "object/str.h"

#define HEX_VERSION 0x030B00F0
#define PYTHON_VERSION "3.11.0 (Twinloop " TWINLOOP_VERSION ")"

TlStatus tl_put_steal(TlRuntime *rt, TlDict *dict, const char *name,
                      TlValue value)
{
    TlStatus status = tl_has_value(value)
                          ? tl_dict_set_cstr(rt, dict, name, value)
                          : TL_RAISED;
    tl_decref(rt, value);
    return status;
}

// An instance of a kind that needs no other: the type lives in its object.
static TlValue single(TlRuntime *rt, const TlTypeSpec *spec, TlValue *items,
                      int64_t count)
{
    TlType *type = tl_structseq_type(rt, spec);
    TlValue made = TL_NO_VALUE;
    if (type != NULL) {
        made = tl_structseq_new(rt, type, items, count);
        tl_release(rt, type);
    }
    return made;
}

// ---- version_info

static const TlGetSetDef version_fields[] = {
    TL_STRUCTSEQ_FIELD("major", 0),
    TL_STRUCTSEQ_FIELD("minor", 1),
    TL_STRUCTSEQ_FIELD("micro", 2),
    TL_STRUCTSEQ_FIELD("releaselevel", 3),
    TL_STRUCTSEQ_FIELD("serial", 4),
    TL_STRUCTSEQ_END,
};

static TlValue version_repr(TlRuntime *rt, TlRef self)
{
    return tl_structseq_repr(rt, self, "sys.version_info", version_fields);
}

static const TlSlots version_slots = {.repr = version_repr};

static const TlTypeSpec version_spec = {
    .name = "version_info",
    .module = "sys",
    .slots = &version_slots,
    .getsets = version_fields,
};

static TlValue version_info(TlRuntime *rt)
{
    TlValue items[] = {tl_small_int(3), tl_small_int(11), tl_small_int(0),
                       tl_str_from_cstr(rt, "final"), tl_small_int(0)};
    return single(rt, &version_spec, items, 5);
}

// ---- float_info

static const TlGetSetDef float_fields[] = {
    TL_STRUCTSEQ_FIELD("max", 0),        TL_STRUCTSEQ_FIELD("max_exp", 1),
    TL_STRUCTSEQ_FIELD("max_10_exp", 2), TL_STRUCTSEQ_FIELD("min", 3),
    TL_STRUCTSEQ_FIELD("min_exp", 4),    TL_STRUCTSEQ_FIELD("min_10_exp", 5),
    TL_STRUCTSEQ_FIELD("dig", 6),        TL_STRUCTSEQ_FIELD("mant_dig", 7),
    TL_STRUCTSEQ_FIELD("epsilon", 8),    TL_STRUCTSEQ_FIELD("radix", 9),
    TL_STRUCTSEQ_FIELD("rounds", 10),    TL_STRUCTSEQ_END,
};

static TlValue float_repr(TlRuntime *rt, TlRef self)
{
    return tl_structseq_repr(rt, self, "sys.float_info", float_fields);
}

static const TlSlots float_slots = {.repr = float_repr};

static const TlTypeSpec float_spec = {
    .name = "float_info",
    .module = "sys",
    .slots = &float_slots,
    .getsets = float_fields,
};

static TlValue float_info(TlRuntime *rt)
{
    TlValue items[] = {
        tl_from_double(DBL_MAX),     tl_small_int(DBL_MAX_EXP),
        tl_small_int(DBL_MAX_10_EXP), tl_from_double(DBL_MIN),
        tl_small_int(DBL_MIN_EXP),   tl_small_int(DBL_MIN_10_EXP),
        tl_small_int(DBL_DIG),       tl_small_int(DBL_MANT_DIG),
        tl_from_double(DBL_EPSILON), tl_small_int(FLT_RADIX),
        tl_small_int(1),
    };
    return single(rt, &float_spec, items, 11);
}

// ---- hash_info

static const TlGetSetDef hash_fields[] = {
    TL_STRUCTSEQ_FIELD("width", 0),     TL_STRUCTSEQ_FIELD("modulus", 1),
    TL_STRUCTSEQ_FIELD("inf", 2),       TL_STRUCTSEQ_FIELD("nan", 3),
    TL_STRUCTSEQ_FIELD("imag", 4),      TL_STRUCTSEQ_FIELD("algorithm", 5),
    TL_STRUCTSEQ_FIELD("hash_bits", 6), TL_STRUCTSEQ_FIELD("seed_bits", 7),
    TL_STRUCTSEQ_FIELD("cutoff", 8),    TL_STRUCTSEQ_END,
};

static TlValue hash_repr(TlRuntime *rt, TlRef self)
{
    return tl_structseq_repr(rt, self, "sys.hash_info", hash_fields);
}

static const TlSlots hash_slots = {.repr = hash_repr};

static const TlTypeSpec hash_spec = {
    .name = "hash_info",
    .module = "sys",
    .slots = &hash_slots,
    .getsets = hash_fields,
};

static TlValue hash_info(TlRuntime *rt)
{
    TlValue items[] = {
        tl_small_int(64),
        tl_int_from_i64(rt, (INT64_C(1) << 61) - 1),
        tl_small_int(314159),
        tl_small_int(0),
        tl_small_int(1000003),
        tl_str_from_cstr(rt, "siphash13"),
        tl_small_int(64),
        tl_small_int(128),
        tl_small_int(0),
    };
    return single(rt, &hash_spec, items, 9);
}

// ---- flags

static const TlGetSetDef flag_fields[] = {
    TL_STRUCTSEQ_FIELD("debug", 0),
    TL_STRUCTSEQ_FIELD("inspect", 1),
    TL_STRUCTSEQ_FIELD("interactive", 2),
    TL_STRUCTSEQ_FIELD("optimize", 3),
    TL_STRUCTSEQ_FIELD("dont_write_bytecode", 4),
    TL_STRUCTSEQ_FIELD("no_user_site", 5),
    TL_STRUCTSEQ_FIELD("no_site", 6),
    TL_STRUCTSEQ_FIELD("ignore_environment", 7),
    TL_STRUCTSEQ_FIELD("verbose", 8),
    TL_STRUCTSEQ_FIELD("bytes_warning", 9),
    TL_STRUCTSEQ_FIELD("quiet", 10),
    TL_STRUCTSEQ_FIELD("hash_randomization", 11),
    TL_STRUCTSEQ_FIELD("isolated", 12),
    TL_STRUCTSEQ_FIELD("dev_mode", 13),
    TL_STRUCTSEQ_FIELD("utf8_mode", 14),
    TL_STRUCTSEQ_FIELD("warn_default_encoding", 15),
    TL_STRUCTSEQ_FIELD("safe_path", 16),
    TL_STRUCTSEQ_FIELD("int_max_str_digits", 17),
    TL_STRUCTSEQ_END,
};

static TlValue flags_repr(TlRuntime *rt, TlRef self)
{
    return tl_structseq_repr(rt, self, "sys.flags", flag_fields);
}

static const TlSlots flags_slots = {.repr = flags_repr};

static const TlTypeSpec flags_spec = {
    .name = "flags",
    .module = "sys",
    .slots = &flags_slots,
    .getsets = flag_fields,
};

static TlValue flags(TlRuntime *rt)
{
    TlValue items[18];
    for (int i = 0; i < 18; i++) {
        items[i] = tl_small_int(0);
    }
    items[4] = tl_small_int(1);    // nothing is ever written
    items[13] = items[16] = TL_FALSE;
    items[17] = tl_small_int(-1);  // the default limit
    return single(rt, &flags_spec, items, 18);
}

// ---- implementation, builtin_module_names

static TlValue implementation(TlRuntime *rt, TlDict *sys)
{
    TlStr *key = tl_intern_cstr(rt, "version_info");
    TlValue made = key == NULL ? TL_NO_VALUE : tl_namespace_new(rt);
    if (tl_has_value(made)) {
        TlDict *dict = *tl_instance_dict(made);
        if (tl_put_steal(rt, dict, "name",
                         tl_str_from_cstr(rt, "twinloop")) != TL_OK ||
            tl_put_steal(rt, dict, "cache_tag", TL_NONE) != TL_OK ||
            tl_put_steal(rt, dict, "version",
                         tl_incref(tl_dict_get_str(rt, sys, key))) != TL_OK ||
            tl_put_steal(rt, dict, "hexversion",
                         tl_small_int(HEX_VERSION)) != TL_OK) {
            tl_clear(rt, &made);
        }
    }
    tl_release(rt, key);
    return made;
}

static TlValue module_names(TlRuntime *rt)
{
    static const char *const names[] = {
#define M(name) #name,
        TL_NATIVE_MODULES(M)
#undef M
    };
    int64_t count = sizeof names / sizeof *names;
    TlTuple *tuple = tl_tuple_new(rt, count);
    for (int64_t i = 0; tuple != NULL && i < count; i++) {
        tuple->items[i] = tl_str_from_cstr(rt, names[i]);
        if (!tl_has_value(tuple->items[i])) {
            TL_CLEAR_PTR(rt, tuple);
        }
    }
    return tuple == NULL ? TL_NO_VALUE : tl_from_obj(tuple);
}

// ---- all of it

static TlStatus add_texts(TlRuntime *rt, TlDict *sys)
{
    static const char *const texts[][2] = {
        {"version", PYTHON_VERSION}, {"platform", "twinloop"},
        {"byteorder", "little"},     {"executable", ""},
        {"prefix", ""},              {"exec_prefix", ""},
        {"base_prefix", ""},         {"base_exec_prefix", ""},
        {"float_repr_style", "short"},
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        if (tl_put_steal(rt, sys, texts[i][0],
                         tl_str_from_cstr(rt, texts[i][1])) != TL_OK) {
            return TL_RAISED;
        }
    }
    return TL_OK;
}

TlStatus tl_sys_add_info(TlRuntime *rt, TlDict *sys)
{
    if (add_texts(rt, sys) != TL_OK ||
        tl_put_steal(rt, sys, "hexversion", tl_small_int(HEX_VERSION)) !=
            TL_OK ||
        tl_put_steal(rt, sys, "maxsize", tl_int_from_i64(rt, INT64_MAX)) !=
            TL_OK ||
        tl_put_steal(rt, sys, "maxunicode", tl_small_int(0x10FFFF)) !=
            TL_OK ||
        tl_put_steal(rt, sys, "dont_write_bytecode", TL_TRUE) != TL_OK ||
        tl_put_steal(rt, sys, "version_info", version_info(rt)) != TL_OK ||
        tl_put_steal(rt, sys, "float_info", float_info(rt)) != TL_OK ||
        tl_put_steal(rt, sys, "hash_info", hash_info(rt)) != TL_OK ||
        tl_put_steal(rt, sys, "flags", flags(rt)) != TL_OK ||
        tl_put_steal(rt, sys, "implementation", implementation(rt, sys)) !=
            TL_OK) {
        return TL_RAISED;
    }
    return tl_put_steal(rt, sys, "builtin_module_names", module_names(rt));
}
