"""Iterators that combine others."""
from collections import deque

__all__ = ['accumulate', 'chain', 'combinations',
           'combinations_with_replacement', 'compress', 'count', 'cycle',
           'dropwhile', 'filterfalse', 'groupby', 'islice', 'pairwise',
           'permutations', 'product', 'repeat', 'starmap', 'takewhile', 'tee',
           'zip_longest']

_missing = object()


class _Iterator:
    """An iterator whose items a generator makes."""

    __slots__ = ('_next',)

    def __init__(self, generator):
        self._next = generator.__next__

    def __iter__(self):
        return self

    def __next__(self):
        return self._next()


class count(_Iterator):
    """start, start + step, ..."""

    __slots__ = ('_at', '_step')

    def __init__(self, start=0, step=1):
        if not hasattr(start, '__add__'):
            raise TypeError('a number is required')
        self._at, self._step = start, step

    def __next__(self):
        value = self._at
        self._at = value + self._step
        return value

    def __repr__(self):
        if type(self._step) is int and self._step == 1:
            return f'count({self._at!r})'
        return f'count({self._at!r}, {self._step!r})'


class repeat(_Iterator):
    """One object again and again."""

    __slots__ = ('_object', '_left')

    def __init__(self, object, times=None):
        self._object = object
        self._left = None if times is None else max(range(times).stop, 0)

    def __next__(self):
        if self._left is not None:
            if self._left == 0:
                raise StopIteration
            self._left -= 1
        return self._object

    def __length_hint__(self):
        if self._left is None:
            raise TypeError('len() of unsized object')
        return self._left

    def __repr__(self):
        if self._left is None:
            return f'repeat({self._object!r})'
        return f'repeat({self._object!r}, {self._left})'


class cycle(_Iterator):
    """The items again and again."""

    __slots__ = ()

    def __init__(self, iterable, /):
        super().__init__(self._items(iter(iterable)))

    @staticmethod
    def _items(it):
        saved = []
        for item in it:
            saved.append(item)
            yield item
        while saved:
            yield from saved


class chain(_Iterator):
    """The items of one iterable after the other."""

    __slots__ = ()

    def __init__(self, *iterables):
        super().__init__(self._items(iterables))

    @staticmethod
    def _items(iterables):
        for iterable in iterables:
            yield from _plain(iterable)

    @classmethod
    def from_iterable(cls, iterables, /):
        self = cls()
        _Iterator.__init__(self, cls._items(iter(iterables)))
        return self


def _plain(iterable):
    # `yield from` would hand send() and throw() on to a generator.
    for item in iterable:
        yield item


class accumulate(_Iterator):
    """Sums so far, or what func makes of them."""

    __slots__ = ()

    def __init__(self, iterable, func=None, *, initial=None):
        super().__init__(self._items(iter(iterable), func, initial))

    @staticmethod
    def _items(it, func, total):
        if total is None:
            try:
                total = next(it)
            except StopIteration:
                return
        yield total
        for item in it:
            total = total + item if func is None else func(total, item)
            yield total


class compress(_Iterator):
    """The items whose selector is true."""

    __slots__ = ()

    def __init__(self, data, selectors):
        super().__init__(item for item, chosen in zip(data, selectors)
                         if chosen)


class dropwhile(_Iterator):
    """The items from the first on for which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        super().__init__(self._items(predicate, iter(iterable)))

    @staticmethod
    def _items(predicate, it):
        for item in it:
            if not predicate(item):
                yield item
                break
        for item in it:
            yield item


class takewhile(_Iterator):
    """The items up to the first for which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        super().__init__(self._items(predicate, iter(iterable)))

    @staticmethod
    def _items(predicate, it):
        for item in it:
            if not predicate(item):
                return
            yield item


class filterfalse(_Iterator):
    """The items for which the predicate is false."""

    __slots__ = ()

    def __init__(self, predicate, iterable, /):
        if predicate is None:
            predicate = bool
        super().__init__(item for item in iterable if not predicate(item))


class starmap(_Iterator):
    """function(*args) of each tuple."""

    __slots__ = ()

    def __init__(self, function, iterable, /):
        super().__init__(function(*args) for args in iterable)


class pairwise(_Iterator):
    """Neighbours: (s0, s1), (s1, s2), ..."""

    __slots__ = ()

    def __init__(self, iterable, /):
        super().__init__(self._items(iter(iterable)))

    @staticmethod
    def _items(it):
        for last in it:
            for item in it:
                yield last, item
                last = item


def _limit(value, text):
    if value is None:
        return None
    try:
        value = range(value).stop
    except TypeError:
        value = -1
    if value < 0:
        raise ValueError(text)
    return value


class islice(_Iterator):
    """What a slice of a list would give."""

    __slots__ = ()

    def __init__(self, iterable, /, *args):
        if not args:
            raise TypeError('islice expected at least 2 arguments, got 1')
        if len(args) > 3:
            raise TypeError('islice expected at most 4 arguments, got '
                            f'{len(args) + 1}')
        start, step = 0, 1
        stop = _limit(args[0] if len(args) == 1 else args[1],
                      'Stop argument for islice() must be None or an integer: '
                      '0 <= x <= sys.maxsize.')
        if len(args) > 1:
            start = _limit(args[0], 'Indices for islice() must be None or an '
                           'integer: 0 <= x <= sys.maxsize.') or 0
            step = _limit(args[2] if len(args) > 2 else None,
                          'Step for islice() must be a positive integer or '
                          'None.')
            if step == 0:
                raise ValueError('Step for islice() must be a positive '
                                 'integer or None.')
            step = step or 1
        super().__init__(self._items(iter(iterable), start, stop, step))

    @staticmethod
    def _items(it, start, stop, step):
        at = 0
        due = start
        while True:
            # What lies between is still taken from the input.
            while at < due:
                if next(it, _missing) is _missing:
                    return
                at += 1
            if stop is not None and at >= stop:
                return
            item = next(it, _missing)
            if item is _missing:
                return
            at += 1
            yield item
            due += step
            if stop is not None:
                due = min(due, stop)


class zip_longest(_Iterator):
    """zip() up to the end of the longest."""

    __slots__ = ()

    def __init__(self, *iterables, fillvalue=None):
        its = [iter(iterable) for iterable in iterables]
        super().__init__(self._items(its, fillvalue))

    @staticmethod
    def _items(its, fill):
        left = len(its)
        while left:
            row = []
            for i, it in enumerate(its):
                item = fill
                if it is not None:
                    item = next(it, _missing)
                    if item is _missing:
                        its[i] = None
                        left -= 1
                        if not left:
                            return
                        item = fill
                row.append(item)
            yield tuple(row)


class groupby(_Iterator):
    """Runs of items with the same key."""

    __slots__ = ('_it', '_key', '_item', '_value', '_target', '_group')

    def __init__(self, iterable, key=None):
        self._it = iter(iterable)
        self._key = key
        self._item = self._value = self._target = _missing
        self._group = None

    def _advance(self):
        self._item = next(self._it)
        self._value = (self._item if self._key is None
                       else self._key(self._item))

    def __next__(self):
        self._group = mark = object()
        while self._value is _missing or (self._target is not _missing
                                          and self._value == self._target):
            self._advance()
        self._target = self._value
        return self._value, _grouper(self._members(self._target, mark))

    def _members(self, target, mark):
        while self._group is mark and self._value == target:
            yield self._item
            if self._group is not mark:
                return
            try:
                self._advance()
            except StopIteration:
                self._value = self._target = _missing
                return


class _grouper(_Iterator):
    __slots__ = ()


# ---- combinations

class product(_Iterator):
    """Nested loops over the inputs."""

    __slots__ = ()

    def __init__(self, *iterables, repeat=1):
        pools = [tuple(iterable) for iterable in iterables]
        if repeat < 0:
            raise ValueError('repeat argument cannot be negative')
        super().__init__(self._items(pools * repeat))

    @staticmethod
    def _items(pools):
        sizes = [len(pool) for pool in pools]
        if 0 in sizes:
            return
        at = [0] * len(pools)
        while True:
            yield tuple([pool[i] for pool, i in zip(pools, at)])
            place = len(pools) - 1
            while place >= 0 and at[place] == sizes[place] - 1:
                at[place] = 0
                place -= 1
            if place < 0:
                return
            at[place] += 1


class permutations(_Iterator):
    """Arrangements of r items."""

    __slots__ = ()

    def __init__(self, iterable, r=None):
        pool = tuple(iterable)
        if r is None:
            r = len(pool)
        elif not isinstance(r, int):
            raise TypeError('Expected int as r')
        if r < 0:
            raise ValueError('r must be non-negative')
        super().__init__(self._items(pool, r))

    @staticmethod
    def _items(pool, r):
        if r > len(pool):
            return
        chosen = list(range(r))
        while True:
            yield tuple([pool[i] for i in chosen])
            # The last place that can take a larger index does; the places
            # behind it take the smallest that are free.
            for place in reversed(range(r)):
                before = chosen[:place]
                larger = [i for i in range(chosen[place] + 1, len(pool))
                          if i not in before]
                if larger:
                    chosen[place] = larger[0]
                    used = chosen[:place + 1]
                    free = [i for i in range(len(pool)) if i not in used]
                    chosen[place + 1:] = free[:r - place - 1]
                    break
            else:
                return


def _check_size(r):
    if r < 0:
        raise ValueError('r must be non-negative')


class combinations(_Iterator):
    """Selections of r items, in order."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        _check_size(r)
        super().__init__(self._items(pool, r))

    @staticmethod
    def _items(pool, r):
        n = len(pool)
        if r > n:
            return
        chosen = list(range(r))
        while True:
            yield tuple([pool[i] for i in chosen])
            place = r - 1
            while place >= 0 and chosen[place] == place + n - r:
                place -= 1
            if place < 0:
                return
            first = chosen[place] + 1
            chosen[place:] = range(first, first + r - place)


class combinations_with_replacement(_Iterator):
    """Selections of r items, which may repeat."""

    __slots__ = ()

    def __init__(self, iterable, r):
        pool = tuple(iterable)
        _check_size(r)
        super().__init__(self._items(pool, r))

    @staticmethod
    def _items(pool, r):
        n = len(pool)
        if not n and r:
            return
        chosen = [0] * r
        while True:
            yield tuple([pool[i] for i in chosen])
            place = r - 1
            while place >= 0 and chosen[place] == n - 1:
                place -= 1
            if place < 0:
                return
            chosen[place:] = [chosen[place] + 1] * (r - place)


class _tee(_Iterator):
    """One of several iterators over the same input."""

    __slots__ = ('_source', '_queue', '_all')

    def __init__(self, source, queue, queues):
        self._source, self._queue, self._all = source, queue, queues

    def __next__(self):
        if not self._queue:
            item = next(self._source)
            for queue in self._all:
                queue.append(item)
        return self._queue.popleft()

    def __copy__(self):
        queue = deque(self._queue)
        self._all.append(queue)
        return _tee(self._source, queue, self._all)


def tee(iterable, n=2, /):
    """n independent iterators."""
    if n < 0:
        raise ValueError('n must be >= 0')
    if n == 0:
        return ()
    first = iter(iterable)
    if not isinstance(first, _tee):
        queues = [deque()]
        first = _tee(first, queues[0], queues)
    return (first,) + tuple([first.__copy__() for _ in range(n - 1)])
