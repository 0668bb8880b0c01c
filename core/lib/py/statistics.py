"""Averages and spreads of numbers."""

__all__ = ['StatisticsError', 'fmean', 'geometric_mean', 'harmonic_mean',
           'mean', 'median', 'median_high', 'median_low', 'mode', 'multimode',
           'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


def _ratio(value):
    """Exact numerator and denominator."""
    try:
        return value.as_integer_ratio()
    except AttributeError:
        raise TypeError(f"can't convert type '{type(value).__name__}' to "
                        'numerator/denominator') from None


def _gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def _sum(values):
    """The exact sum as (numerator, denominator)."""
    partials = {}
    for value in values:
        n, d = _ratio(value)
        partials[d] = partials.get(d, 0) + n
    denominator = 1
    for d in partials:
        denominator = denominator * d // _gcd(denominator, d)
    return sum(n * (denominator // d)
               for d, n in partials.items()), denominator


def _quotient(n, d, like_int):
    """n / d: an int where all inputs were ints and it is one."""
    if like_int and n % d == 0:
        return n // d
    return n / d


def _all_ints(values):
    return all(isinstance(value, int) for value in values)


def mean(data):
    values = list(data)
    if not values:
        raise StatisticsError('mean requires at least one data point')
    n, d = _sum(values)
    return _quotient(n, d * len(values), _all_ints(values))


def fmean(data, weights=None):
    values = list(data)
    if not values:
        raise StatisticsError('fmean requires at least one data point')
    from math import fsum
    if weights is None:
        return fsum(values) / len(values)
    weights = list(weights)
    if len(weights) != len(values):
        raise StatisticsError('data and weights must be the same length')
    return fsum(a * b for a, b in zip(values, weights)) / fsum(weights)


def geometric_mean(data):
    from math import exp, log
    try:
        return exp(fmean(map(log, data)))
    except ValueError:
        raise StatisticsError('geometric mean requires a non-empty dataset '
                              'containing positive numbers') from None


def harmonic_mean(data):
    values = list(data)
    if not values:
        raise StatisticsError('harmonic_mean requires at least one data '
                              'point')
    if min(values) < 0:
        raise StatisticsError('harmonic mean does not support negative values')
    if len(values) == 1:
        return values[0]
    if 0 in values:
        return 0
    n, d = _sum(1 / value for value in values)
    return len(values) * d / n


def _sorted(data):
    values = sorted(data)
    if not values:
        raise StatisticsError('no median for empty data')
    return values


def median(data):
    values = _sorted(data)
    half = len(values) // 2
    if len(values) % 2:
        return values[half]
    return (values[half - 1] + values[half]) / 2


def median_low(data):
    values = _sorted(data)
    return values[(len(values) - 1) // 2]


def median_high(data):
    values = _sorted(data)
    return values[len(values) // 2]


def _counts(data):
    counts = {}
    for value in data:
        counts[value] = counts.get(value, 0) + 1
    return counts


def mode(data):
    """The most common value, the first of several."""
    counts = _counts(data)
    if not counts:
        raise StatisticsError('no mode for empty data')
    return max(counts, key=counts.get)


def multimode(data):
    counts = _counts(data)
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 cut points."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    values = sorted(data)
    size = len(values)
    if size < 2:
        raise StatisticsError('must have at least two data points')
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    result = []
    m = size - 1 if method == 'inclusive' else size + 1
    for i in range(1, n):
        if method == 'inclusive':
            at, delta = divmod(i * m, n)
            low, high = values[at], values[at + 1]
        else:
            at = min(max(i * m // n, 1), size - 1)
            delta = i * m - at * n
            low, high = values[at - 1], values[at]
        result.append((low * (n - delta) + high * delta) / n)
    return result


def _spread(data, xbar, least, name):
    """The exact sum of squares, its denominator, how many, all ints?"""
    values = list(data)
    if len(values) < least:
        raise StatisticsError(f'{name} requires at least '
                              + ('two data points' if least == 2
                                 else 'one data point'))
    if xbar is None:
        n, d = _sum(values)
        d *= len(values)
    else:
        n, d = _ratio(xbar)
    total, scale = 0, 1
    parts = {}
    for value in values:
        a, b = _ratio(value)
        top, bottom = a * d - n * b, b * d
        parts[bottom] = parts.get(bottom, 0) + top * top
    for bottom, top in parts.items():
        square = bottom * bottom
        common = scale * square // _gcd(scale, square)
        total = total * (common // scale) + top * (common // square)
        scale = common
    return total, scale, len(values), _all_ints(values)


def variance(data, xbar=None):
    total, scale, count, ints = _spread(data, xbar, 2, 'variance')
    return _quotient(total, scale * (count - 1), ints)


def pvariance(data, mu=None):
    total, scale, count, ints = _spread(data, mu, 1, 'pvariance')
    return _quotient(total, scale * count, ints)


def _root(n, d):
    """The correctly rounded square root of n / d."""
    from math import isqrt
    shift = (n.bit_length() - d.bit_length() - 109) // 2
    if shift >= 0:
        numerator = isqrt(n // (d << 2 * shift))
        rest = n - numerator * numerator * (d << 2 * shift)
        return float((numerator | (rest != 0)) << shift)
    scaled = (n << -2 * shift) // d
    numerator = isqrt(scaled)
    inexact = (numerator * numerator != scaled
               or scaled * d != n << -2 * shift)
    return (numerator | inexact) / (1 << -shift)


def stdev(data, xbar=None):
    total, scale, count, _ = _spread(data, xbar, 2, 'stdev')
    return _root(total, scale * (count - 1)) if total else 0.0


def pstdev(data, mu=None):
    total, scale, count, _ = _spread(data, mu, 1, 'pstdev')
    return _root(total, scale * count) if total else 0.0
