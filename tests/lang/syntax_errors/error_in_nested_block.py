class A:
    def f(self):
        if self
            pass
