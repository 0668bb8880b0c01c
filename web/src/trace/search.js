// search.js — binary search in sorted lists.
// SPDX-License-Identifier: MIT

/**
 * Index of the first element the predicate holds for; it must stay true after.
 * @template T
 * @param {readonly T[]} list
 * @param {(item: T) => boolean} holds
 */
export function firstIndex(list, holds) {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(list[middle])) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}
