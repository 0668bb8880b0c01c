n = 1234567
print(f"{n:,} {n:_} {n:>10} {n:<10}| {n:^11} {n:+} {n:x} {n:X} {n:o} {n:b} {n:#x} {n:010}")
print(f"{-5:05} {5: } {-5: } {5:=+6} {255:#b} {65:c} {3:*^7} {n:e} {0.5:%} {n:.2f}")
x = 3.14159
print(f"{x:.2f} {x:8.3f}| {x:<8.3f}| {x:e} {x:.3g} {x:g} {1e10:g} {x:+.1f} {12345.678:,.2f} {x:08.2f}")
print(f"{1e100:.3e} {0.00001:g} {1.0:g} {2.5:.0f} {3.5:.0f} {0.1:.20f} {float('inf'):f} {float('nan'):5}")
width, precision = 10, 3
print(f"{x:{width}.{precision}f}|{x:{width}}|{True:d} {True} {True:>6}")
print(f"{1.5} {1e16} {1e-7} {123456789.0:.1f} {100:.1%}")
