// hash.h — SipHash-1-3, the keyed hash of strings and bytes.
// SPDX-License-Identifier: MIT
//
// The same function CPython 3.11 uses for str and bytes, so equal keys give
// equal hashes. Python's own conventions around it (the empty string hashes to
// 0, -1 becomes -2) belong to the objects.

#ifndef TL_BASE_HASH_H
#define TL_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

// Returns the hash of the [n] bytes at [bytes] under the 128-bit key whose
// little-endian halves are [k0] and [k1].
uint64_t tl_siphash13(const void *bytes, size_t n, uint64_t k0, uint64_t k1);

#endif
