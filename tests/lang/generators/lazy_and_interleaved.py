def numbers():
    print("start")
    for i in range(3):
        print("yield", i)
        yield i
    print("end")


g = numbers()
print("made")
for n in g:
    print("got", n)
print(list(g))
