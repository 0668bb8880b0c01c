class Pizza:
    made = 0

    def __init__(self, *toppings):
        self.toppings = toppings

    @classmethod
    def margherita(cls):
        cls.made += 1
        return cls("tomato", "cheese")

    @staticmethod
    def price(count):
        return 8 + count


class Calzone(Pizza):
    pass


print(Pizza.margherita().toppings, type(Calzone.margherita()).__name__)
print(Pizza.made, Calzone.made, Pizza.price(2), Pizza().price(3))
