class A:
    def run(self):
        self.helper("a")

    def helper(self, text):
        return int(text)

    @property
    def value(self):
        return self.run()


class B(A):
    value2 = A().value
