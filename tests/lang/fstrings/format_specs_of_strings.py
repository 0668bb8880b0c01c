s = "abc"
print(f"[{s:5}] [{s:>5}] [{s:^5}] [{s:*<6}] [{s:.2}] [{s:>6.1}] [{s:s}]")
print("{} {1} {x}".replace("{} ", "") .format(1, 2, x=3), "{0} {0!r} {1:>4}".format("a", "b"))
print("{}-{}".format(1, 2), "{a[0]} {a[1]} {b.real}".format(a=[5, 6], b=7), "{{}}".format())
print(format(5, "04"), format("a", "^3"), format(2.5), format(None))
print("%s %d %5.2f %r %x %% %-5s| %05d" % ("a", 3, 2.5, "q", 255, "l", 42))
print("%s" % [1, 2], "%s and %s" % ("a", "b"), "%(k)s" % {"k": 1}, "%c" % 65)
