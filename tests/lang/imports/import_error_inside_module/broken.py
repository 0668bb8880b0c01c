import deeper

value = deeper.compute(0)
