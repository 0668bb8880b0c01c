import random

print(random.random(), random.random())
print([random.randint(1, 6) for _ in range(10)], random.uniform(1, 2), random.choice("abcdef"))
random.seed(42)
print(random.random(), random.randrange(10), random.randrange(0, 100, 5))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 3), random.choices("ab", k=4))
own = random.Random(7)
print(own.random(), own.randint(1, 1000000), own.getrandbits(32), random.gauss(0, 1))
