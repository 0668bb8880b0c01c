class Account:
    def __init__(self):
        self.balance = 1


try:
    Account().balanse
except AttributeError as error:
    print(error)
counter = 0
print(countr)
