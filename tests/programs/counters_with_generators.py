from collections import deque


def counter(name, n):
    for i in range(n):
        yield f"{name}{i}"


ready = deque([counter("a", 2), counter("b", 3), counter("c", 1)])
while ready:
    current = ready.popleft()
    try:
        print(next(current))
    except StopIteration:
        continue
    ready.append(current)
