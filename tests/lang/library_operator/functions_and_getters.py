import operator


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for c in ['operator.add(1,2)', 'operator.sub(1,2)', 'operator.mul("a",3)', 'operator.truediv(1,2)', 'operator.floordiv(7,2)', 'operator.mod(7,3)', 'operator.pow(2,3)', 'operator.neg(1)', 'operator.not_(1)', 'operator.and_(6,3)', 'operator.or_(6,3)', 'operator.xor(6,3)', 'operator.inv(5)', 'operator.lshift(1,4)', 'operator.contains([1],1)', 'operator.getitem({1:2},1)', 'operator.itemgetter(1)("abc")', 'operator.itemgetter(0,2)("abc")', 'operator.itemgetter("x")({"x":1})', 'operator.attrgetter("real")(5)', 'operator.attrgetter("__class__.__name__","real")(5)', 'operator.methodcaller("upper")("a")', 'operator.methodcaller("split",",",maxsplit=1)("a,b,c")', 'operator.itemgetter(1)', 'operator.attrgetter("a.b","c")', 'operator.methodcaller("x",1,k=2)', 'operator.index(3)', 'operator.index(3.0)', 'operator.concat([1],[2])', 'operator.concat(1,2)', 'operator.countOf([1,2,1],1)', 'operator.indexOf([1,2],2)', 'operator.indexOf([1],3)', 'operator.length_hint([1])', 'operator.length_hint(iter([1,2]))', 'operator.truth([])', 'operator.is_(1,1)', 'operator.iadd([1],[2])', 'operator.lt(1,2)', 'operator.eq(1,1.0)', 'operator.__add__(1,2)', 'operator.call(max,1,2)', 'operator.attrgetter(1)', 'operator.itemgetter(5)([])', 'operator.attrgetter("q")(1)', 'operator.matmul(1,2)']:
    show(lambda: eval(c))
