// mod_math.c — the module math: functions of one or two floats.
// SPDX-License-Identifier: MIT
//
// The C library computes; what is here is when CPython raises instead of
// giving infinity or NaN. Functions of ints are in math_int.c, those over many
// numbers in math_sum.c.
#include <math.h>

#include "lib/math_impl.h"
#include "lib/modules.h"
#include "object/bigint.h"
#include "object/dict.h"
#include "object/exc.h"
#include "object/list.h"
#include "object/number.h"
#include "object/str.h"

#define PI 3.141592653589793238462643383279502884
#define TAU 6.283185307179586476925286766559005768
#define E 2.718281828459045235360287471352662498

typedef double (*Unary)(double);
typedef double (*Binary)(double, double);

#define NATIVE(name)                                                     \
    static TlValue name(TlRuntime *rt, TlRef self, const TlRef *args,    \
                        int nargs, TlTuple *kwnames)

static TlValue domain_error(TlRuntime *rt)
{
    return tl_raise(rt, rt->exc.ValueError, "math domain error");
}

static TlValue range_error(TlRuntime *rt)
{
    return tl_raise(rt, rt->exc.OverflowError, "math range error");
}

static TlStatus two_doubles(TlRuntime *rt, const TlRef *args, double *x,
                            double *y)
{
    return tl_to_double(rt, args[0], x) == TL_OK
               ? tl_to_double(rt, args[1], y)
               : TL_RAISED;
}

// ---- functions of one number

// A NaN out of a number is a domain error; an infinity out of a finite number
// is a range error where the function [grows], else a pole.
static TlValue unary(TlRuntime *rt, TlRef arg, Unary fn, bool grows)
{
    double x;
    if (tl_to_double(rt, arg, &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    double r = fn(x);
    if (isnan(r) && !isnan(x)) {
        return domain_error(rt);
    }
    if (isinf(r) && isfinite(x)) {
        return grows ? range_error(rt) : domain_error(rt);
    }
    return tl_from_double(r);
}

#define UNARY(fn, grows)                        \
    NATIVE(math_##fn)                           \
    {                                           \
        return unary(rt, args[0], fn, (grows)); \
    }

UNARY(acos, false)
UNARY(acosh, false)
UNARY(asin, false)
UNARY(asinh, false)
UNARY(atan, false)
UNARY(atanh, false)
UNARY(cbrt, false)
UNARY(cos, false)
UNARY(cosh, true)
UNARY(erf, false)
UNARY(erfc, false)
UNARY(exp, true)
UNARY(exp2, true)
UNARY(expm1, true)
UNARY(fabs, false)
UNARY(log1p, false)
UNARY(sin, false)
UNARY(sinh, true)
UNARY(sqrt, false)
UNARY(tan, false)
UNARY(tanh, false)

// Exact for the factorials a double holds.
static double gamma_of(double x)
{
    if (x < 1 || x > 23 || x != floor(x)) {
        return tgamma(x);
    }
    double product = 1;
    for (double i = 2; i < x; i++) {
        product *= i;
    }
    return product;
}

NATIVE(math_gamma)
{
    double x;
    if (tl_to_double(rt, args[0], &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (x == 0 || (isinf(x) && x < 0)) {
        return domain_error(rt);
    }
    return unary(rt, tl_from_double(x), gamma_of, true);
}

NATIVE(math_lgamma)
{
    double x;
    if (tl_to_double(rt, args[0], &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (isfinite(x) && x <= 0 && x == floor(x)) {
        return domain_error(rt);
    }
    return unary(rt, tl_from_double(x), lgamma, true);
}

NATIVE(math_degrees)
{
    double x;
    return tl_to_double(rt, args[0], &x) == TL_OK
               ? tl_from_double(x * (180.0 / PI))
               : TL_NO_VALUE;
}

NATIVE(math_radians)
{
    double x;
    return tl_to_double(rt, args[0], &x) == TL_OK
               ? tl_from_double(x * (PI / 180.0))
               : TL_NO_VALUE;
}

static double ulp_of(double x)
{
    x = fabs(x);
    if (!isfinite(x)) {
        return x;
    }
    double above = nextafter(x, INFINITY);
    return isinf(above) ? x - nextafter(x, -INFINITY) : above - x;
}

NATIVE(math_ulp)
{
    return unary(rt, args[0], ulp_of, false);
}

// ---- questions

NATIVE(math_isfinite)
{
    double x;
    return tl_to_double(rt, args[0], &x) == TL_OK ? tl_bool(isfinite(x))
                                                  : TL_NO_VALUE;
}

NATIVE(math_isinf)
{
    double x;
    return tl_to_double(rt, args[0], &x) == TL_OK ? tl_bool(isinf(x))
                                                  : TL_NO_VALUE;
}

NATIVE(math_isnan)
{
    double x;
    return tl_to_double(rt, args[0], &x) == TL_OK ? tl_bool(isnan(x))
                                                  : TL_NO_VALUE;
}

// An optional tolerance.
static TlStatus tolerance(TlRuntime *rt, TlRef arg, double *out)
{
    return tl_has_value(arg) ? tl_to_double(rt, arg, out) : TL_OK;
}

// args: a, b, rel_tol, abs_tol.
NATIVE(math_isclose)
{
    double a, b, relative = 1e-9, absolute = 0;
    if (two_doubles(rt, args, &a, &b) != TL_OK ||
        tolerance(rt, args[2], &relative) != TL_OK ||
        tolerance(rt, args[3], &absolute) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (relative < 0 || absolute < 0) {
        return tl_raise(rt, rt->exc.ValueError,
                        "tolerances must be non-negative");
    }
    if (a == b) {
        return TL_TRUE;
    }
    if (isinf(a) || isinf(b)) {
        return TL_FALSE;
    }
    double apart = fabs(a - b);
    return tl_bool(apart <= fabs(relative * a) ||
                   apart <= fabs(relative * b) || apart <= absolute);
}

// ---- functions of two numbers

static TlValue binary(TlRuntime *rt, const TlRef *args, Binary fn)
{
    double x, y;
    if (two_doubles(rt, args, &x, &y) != TL_OK) {
        return TL_NO_VALUE;
    }
    double r = fn(x, y);
    if (isnan(r) && !isnan(x) && !isnan(y)) {
        return domain_error(rt);
    }
    return tl_from_double(r);
}

#define BINARY(fn)                       \
    NATIVE(math_##fn)                    \
    {                                    \
        return binary(rt, args, fn);     \
    }

BINARY(atan2)
BINARY(copysign)
BINARY(fmod)
BINARY(nextafter)
BINARY(remainder)

NATIVE(math_pow)
{
    double x, y;
    if (two_doubles(rt, args, &x, &y) != TL_OK) {
        return TL_NO_VALUE;
    }
    double r = pow(x, y);
    if (isfinite(x) && isfinite(y) && !isfinite(r)) {
        // Zero to a negative power is a pole, not too big.
        return isnan(r) || x == 0 ? domain_error(rt) : range_error(rt);
    }
    return tl_from_double(r);
}

// ---- logarithms

// Any positive int, also one that no double holds, as m * 2**e.
static double int_frexp(TlRef v, double *exponent)
{
    TlIntView view;
    tl_int_view(v, &view);
    bool sticky;
    uint64_t top = tl_mag_top64(view.d, view.n, &sticky);
    *exponent = (double)tl_mag_bits(view.d, view.n);
    // One conversion rounds; the lost bits only break ties.
    return ldexp((double)(top | sticky), -64);
}

static TlStatus log_of(TlRuntime *rt, TlRef arg, Unary fn, double *out)
{
    double x, exponent = 0;
    if (tl_is_int(arg) && tl_int_sign(arg) > 0) {
        if (tl_int_to_double(rt, arg, &x) != TL_OK) {
            tl_clear_error(rt);
            x = int_frexp(arg, &exponent);
        }
    } else if (tl_to_double(rt, arg, &x) != TL_OK) {
        return TL_RAISED;
    }
    if (x <= 0) {
        domain_error(rt);
        return TL_RAISED;
    }
    *out = fn(x);
    if (exponent > 0) {
        *out += fn(2.0) * exponent;
    }
    return TL_OK;
}

NATIVE(math_log)
{
    double x, base;
    if (kwnames != NULL && kwnames->len > 0) {
        return tl_raise(rt, rt->exc.TypeError,
                        "math.log() takes no keyword arguments");
    }
    if (nargs < 1 || nargs > 2) {
        return tl_raise(rt, rt->exc.TypeError,
                        "math.log requires 1 to 2 arguments");
    }
    if (log_of(rt, args[0], log, &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (nargs == 1) {
        return tl_from_double(x);
    }
    if (log_of(rt, args[1], log, &base) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (base == 0) {
        return tl_raise(rt, rt->exc.ZeroDivisionError,
                        "float division by zero");
    }
    return tl_from_double(x / base);
}

NATIVE(math_log2)
{
    double r;
    return log_of(rt, args[0], log2, &r) == TL_OK ? tl_from_double(r)
                                                  : TL_NO_VALUE;
}

NATIVE(math_log10)
{
    double r;
    return log_of(rt, args[0], log10, &r) == TL_OK ? tl_from_double(r)
                                                   : TL_NO_VALUE;
}

// ---- parts of a number

NATIVE(math_frexp)
{
    double x;
    int exponent = 0;
    if (tl_to_double(rt, args[0], &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (isfinite(x)) {
        x = frexp(x, &exponent);
    }
    return tl_tuple_pack2(rt, tl_from_double(x), tl_small_int(exponent));
}

NATIVE(math_ldexp)
{
    double x;
    int64_t exponent;
    if (tl_to_double(rt, args[0], &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    if (!tl_is_int(args[1])) {
        return tl_raise(rt, rt->exc.TypeError,
                        "Expected an int as second argument to ldexp.");
    }
    if (!tl_int_to_i64(args[1], &exponent)) {
        exponent = tl_int_sign(args[1]) < 0 ? INT64_MIN : INT64_MAX;
    }
    // Beyond this no double changes any more.
    exponent = exponent > 5000 ? 5000 : exponent < -5000 ? -5000 : exponent;
    double r = ldexp(x, (int)exponent);
    return isinf(r) && isfinite(x) ? range_error(rt) : tl_from_double(r);
}

NATIVE(math_modf)
{
    double x, whole;
    if (tl_to_double(rt, args[0], &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    double fraction = modf(x, &whole);
    return tl_tuple_pack2(rt, tl_from_double(fraction),
                          tl_from_double(whole));
}

// ---- rounding to int

// Calls the special method [name] of [v]: 1 with *out, 0 there is none, -1.
static int call_special(TlRuntime *rt, TlRef v, const char *name,
                        TlValue *out)
{
    TlStr *key = tl_intern_cstr(rt, name);
    if (key == NULL) {
        return -1;
    }
    TlValue method;
    int found = tl_lookup_special(rt, v, key, &method);
    tl_release(rt, key);
    if (found == 1) {
        *out = tl_call0(rt, method);
        tl_decref(rt, method);
    }
    return found;
}

static TlValue round_by(TlRuntime *rt, TlRef v, const char *special, Unary fn)
{
    double x;
    TlValue result = TL_NO_VALUE;
    if (tl_is_small_int(v)) {
        return v;
    }
    if (!tl_is_double(v)) {
        int found = call_special(rt, v, special, &result);
        if (found != 0) {
            return result;
        }
    }
    if (tl_to_double(rt, v, &x) != TL_OK) {
        return TL_NO_VALUE;
    }
    return tl_int_from_double(rt, fn(x));
}

NATIVE(math_floor)
{
    return round_by(rt, args[0], "__floor__", floor);
}

NATIVE(math_ceil)
{
    return round_by(rt, args[0], "__ceil__", ceil);
}

NATIVE(math_trunc)
{
    TlValue result = TL_NO_VALUE;
    if (tl_is_double(args[0])) {
        return tl_int_from_double(rt, tl_as_double(args[0]));
    }
    if (call_special(rt, args[0], "__trunc__", &result) == 0) {
        tl_raise_fmt(rt, rt->exc.TypeError,
                     "type %T doesn't define __trunc__ method", args[0]);
    }
    return result;
}

// ---- the module

#define ONE(name) {#name, math_##name, TL_FN_ONE, "(x, /)", NULL}
#define TWO(name) {#name, math_##name, TL_FN_SIG, "(x, y, /)", NULL}

static const TlNativeDef float_defs[] = {
    ONE(acos),
    ONE(acosh),
    ONE(asin),
    ONE(asinh),
    ONE(atan),
    TWO(atan2),
    ONE(atanh),
    ONE(cbrt),
    ONE(ceil),
    TWO(copysign),
    ONE(cos),
    ONE(cosh),
    ONE(degrees),
    ONE(erf),
    ONE(erfc),
    ONE(exp),
    ONE(exp2),
    ONE(expm1),
    ONE(fabs),
    ONE(floor),
    TWO(fmod),
    ONE(frexp),
    ONE(gamma),
    {"isclose", math_isclose, TL_FN_SIG, "(a, b, *, rel_tol=?, abs_tol=?)",
     "Determine whether two floating point numbers are close in value."},
    ONE(isfinite),
    ONE(isinf),
    ONE(isnan),
    {"ldexp", math_ldexp, TL_FN_SIG, "(x, i, /)", "Return x * (2**i)."},
    ONE(lgamma),
    {"log", math_log, TL_FN_RAW_KW, "(x, base=e)",
     "Return the logarithm of x to the given base, by default e."},
    ONE(log10),
    ONE(log1p),
    ONE(log2),
    ONE(modf),
    TWO(nextafter),
    TWO(pow),
    ONE(radians),
    TWO(remainder),
    ONE(sin),
    ONE(sinh),
    ONE(sqrt),
    ONE(tan),
    ONE(tanh),
    ONE(trunc),
    ONE(ulp),
    {NULL, NULL, 0, NULL, NULL},
};

TlStatus tl_init_math(TlRuntime *rt, TlModule *module)
{
    const struct {
        const char *name;
        double value;
    } constants[] = {
        {"e", E}, {"inf", INFINITY}, {"nan", NAN}, {"pi", PI}, {"tau", TAU},
    };
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (tl_dict_set_cstr(rt, module->dict, constants[i].name,
                             tl_from_double(constants[i].value)) != TL_OK) {
            return TL_RAISED;
        }
    }
    TlRef self = tl_from_obj(module);
    if (tl_module_add_functions(rt, self, float_defs) != TL_OK ||
        tl_module_add_functions(rt, self, tl_math_int_defs) != TL_OK) {
        return TL_RAISED;
    }
    return tl_module_add_functions(rt, self, tl_math_sum_defs);
}
