// config.h — build knobs of the core, all in one place.
// SPDX-License-Identifier: MIT
//
// Every switch that changes what the C core compiles to is named here and has
// one comment. There are debug switches only: a release has one feature set.

#ifndef TL_BASE_CONFIG_H
#define TL_BASE_CONFIG_H

// Run TL_ASSERT and the container checks. On unless NDEBUG says otherwise.
#if !defined(NDEBUG) && !defined(TL_DEBUG_CHECKS)
#define TL_DEBUG_CHECKS 1
#endif

// TL_STRESS (set by the `stress` preset) makes rare paths common: collect
// cycles before every allocation, move frames at each resume, check heaps.

// Give every block to the host allocator, with no pool in between, so that
// the sanitizer sees each overrun and each use after free.
#if defined(__SANITIZE_ADDRESS__) || defined(TL_STRESS)
#define TL_ALLOC_DIRECT 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define TL_ALLOC_DIRECT 1
#endif
#endif

// The caller must look at the result: it says whether the call failed.
#define TL_MUST_CHECK __attribute__((warn_unused_result))

// A small function that lives in a header.
#define TL_INLINE static inline

// Which way a branch nearly always goes. For measured hot paths only.
#define TL_LIKELY(cond)   __builtin_expect(!!(cond), 1)
#define TL_UNLIKELY(cond) __builtin_expect(!!(cond), 0)

// Parameter [fmt] is a printf format for the arguments from [args] on.
#define TL_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))

// The function does not return.
#define TL_NORETURN __attribute__((noreturn))

#endif
