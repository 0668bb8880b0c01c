import random


def roll():
    return random.random()


def is_lucky(value, limit=0.1):
    return value < limit
