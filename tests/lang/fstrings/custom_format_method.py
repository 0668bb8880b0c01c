class Money:
    def __init__(self, cents):
        self.cents = cents

    def __format__(self, spec):
        text = f"{self.cents / 100:.2f}"
        return f"{text} {spec or 'EUR'}"

    def __str__(self):
        return "money"


m = Money(1250)
print(f"{m} {m:USD} {m!s} {m!s:>8}", format(m, "X"), "{:y}".format(m))
