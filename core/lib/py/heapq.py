"""Lists as heaps: heap[k] <= heap[2*k+1] and heap[k] <= heap[2*k+2]."""
__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge',
           'nlargest', 'nsmallest', 'heappushpop']


def _towards_root(heap, start, at):
    """Moves the item up to where its parent is not larger."""
    item = heap[at]
    while at > start:
        up = (at - 1) >> 1
        parent = heap[up]
        if not item < parent:
            break
        heap[at] = parent
        at = up
    heap[at] = item


def _to_leaf_and_back(heap, at):
    """Lets the smaller children rise to the leaf, then the item from there."""
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        other = child + 1
        if other < end and not heap[child] < heap[other]:
            child = other
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _towards_root(heap, start, at)


def _check(heap, name):
    if not isinstance(heap, list):
        raise TypeError(f'{name}() argument 1 must be list, not '
                        + type(heap).__name__)


def heappush(heap, item, /):
    """Adds the item."""
    _check(heap, 'heappush')
    heap.append(item)
    _towards_root(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Takes the smallest item out."""
    _check(heap, 'heappop')
    if not heap:
        raise IndexError('index out of range')
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _to_leaf_and_back(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """heappop(), then heappush(), in one."""
    _check(heap, 'heapreplace')
    if not heap:
        raise IndexError('index out of range')
    smallest = heap[0]
    heap[0] = item
    _to_leaf_and_back(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """heappush(), then heappop(), in one."""
    _check(heap, 'heappushpop')
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _to_leaf_and_back(heap, 0)
    return item


def heapify(heap, /):
    """Makes a heap of a list, in place and in linear time."""
    if not isinstance(heap, list):
        raise TypeError('heapify() argument must be list, not '
                        + type(heap).__name__)
    for i in reversed(range(len(heap) // 2)):
        _to_leaf_and_back(heap, i)


class _Entry:
    """An item with its key and place, smaller ones first or last."""

    __slots__ = ('key', 'order', 'item')

    def __init__(self, key, order, item):
        self.key, self.order, self.item = key, order, item

    def __lt__(self, other):
        if self.key < other.key:
            return True
        return not other.key < self.key and self.order < other.order


class _ReversedEntry(_Entry):
    __slots__ = ()

    def __lt__(self, other):
        if other.key < self.key:
            return True
        return not self.key < other.key and self.order < other.order


def merge(*iterables, key=None, reverse=False):
    """Sorted inputs as one sorted stream."""
    kind = _ReversedEntry if reverse else _Entry
    heap = []
    for order, iterable in enumerate(iterables):
        it = iter(iterable)
        for item in it:
            heap.append(kind(item if key is None else key(item), order,
                             (item, it)))
            break
    heapify(heap)
    while heap:
        item, it = heap[0].item
        yield item
        for following in it:
            heapreplace(heap, kind(following if key is None
                                   else key(following), heap[0].order,
                                   (following, it)))
            break
        else:
            heappop(heap)


def nsmallest(n, iterable, key=None):
    """The n smallest items, sorted."""
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    """The n largest items, sorted downwards."""
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
