from b import value
other = 1
