# nbody.py — floats, attributes and methods: ms for 5,000 steps of five bodies.
# SPDX-License-Identifier: MIT
import math
import time

from measure import report


class Body:
    def __init__(self, angle, distance, mass):
        self.x, self.y = distance * math.cos(angle), distance * math.sin(angle)
        speed = math.sqrt(1 / distance) if distance else 0.0
        self.vx, self.vy = -speed * math.sin(angle), speed * math.cos(angle)
        self.mass = mass

    def pull(self, other, dt):
        dx, dy = other.x - self.x, other.y - self.y
        square = dx * dx + dy * dy
        force = dt / (square * math.sqrt(square))
        self.vx += dx * force * other.mass
        self.vy += dy * force * other.mass
        other.vx -= dx * force * self.mass
        other.vy -= dy * force * self.mass

    def move(self, dt):
        self.x += self.vx * dt
        self.y += self.vy * dt


def simulate(steps):
    bodies = [Body(i, i * 1.5, 0.001 if i else 1.0) for i in range(5)]
    for _ in range(steps):
        for i, body in enumerate(bodies):
            for other in bodies[i + 1:]:
                body.pull(other, 0.01)
        for body in bodies:
            body.move(0.01)
    return bodies[4].x


ROUNDS = 6
first = simulate(5000)
began = time.perf_counter()
for _ in range(ROUNDS):
    assert simulate(5000) == first
report("nbody_5k", began, ROUNDS, "ms")
