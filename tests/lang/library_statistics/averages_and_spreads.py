import random
import statistics
from statistics import *


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


D = [1, 2, 3, 4, 4]
E = [1.5, 2.5, 2.75, 0.1]
for fn in 'mean fmean median median_low median_high mode multimode stdev pstdev variance pvariance geometric_mean harmonic_mean'.split():
    for d in (D, E, [3], [], [1, 2], [0.1] * 3, [10 ** 20, 1], [1e+308, 1e+308] if fn in ('median',) else [2, 8]):
        show(lambda: getattr(statistics, fn)(d))
show(lambda: mode('aab'))
show(lambda: quantiles([1, 2, 3, 4, 5]))
show(lambda: quantiles(D, n=10, method='inclusive'))
show(lambda: mean(['a']))
show(lambda: stdev([1.1, 2.2, 3.3], 2))
show(lambda: pvariance([True, False]))
show(lambda: median(['b', 'a', 'c']))
random.seed(3)
R = [random.gauss(5, 2) for _ in range(50)]
print(mean(R), stdev(R), pstdev(R), variance(R), fmean(R), median(R), quantiles(R))
