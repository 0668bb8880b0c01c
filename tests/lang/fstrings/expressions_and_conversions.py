name, n, d = "ann", 5, {"k": "v"}
print(f"{name} is {n + 1} {d['k']} {name.upper()!r} {name!s:>5} {'é'!a}")
print(f"{{literal}} {n}}}" f"{n}" "{n}" rf"\n{n}")
print(f"{n=} {n + 1 = } {name!r:.2} {name=!s} {n=:03d}")
print(f"{'nested ' + f'{n:>{n}}'}|{[i for i in range(2)]}{(lambda: 1)()}")
print(f"""multi
line {n
}""", f"{n if n else 'zero'}", f"", f"{None} {True}")
