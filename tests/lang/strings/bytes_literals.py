b = b"hi\x00\xff\n'"
print(b, len(b), b[0], b[1:3], list(b"ab"), b"a" + b"b", b"ab" * 2, b"a" in b"cab")
print("é☃".encode(), "é☃".encode("utf-8").decode(), "abc".encode("ascii"), bytes(3), bytes([65, 66]))
print(b"abc" == b"abc", b"a" < b"b", b"a,b".split(b","), b"abc".hex(), bytes.fromhex("6162"), b"ab".upper())
for f in (lambda: b"a" + "b", lambda: b"\xff".decode(), lambda: "é".encode("ascii"), lambda: b"a"[5]):
    try:
        f()
    except (TypeError, ValueError, IndexError) as error:
        print(type(error).__name__, error)
