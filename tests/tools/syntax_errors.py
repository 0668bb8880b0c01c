"""Programs that are wrong, one mistake each, for compare_ast.py --errors.

SPDX-License-Identifier: MIT
What is wrong with each, and where, CPython says when the list is run.
"""
import sys

SNIPPETS = r"""
if x
    pass
===
if x:
pass
===
if x:
    pass
elif y
    pass
===
if x:
    pass
elif y:
pass
===
if x:
    pass
else
    pass
===
if x:
    pass
else:
pass
===
while x
    pass
===
while x:
pass
===
for x in y
    pass
===
for x in y:
pass
===
for x y:
    pass
===
for f() in y: pass
===
for 1 in y: pass
===
for (a, b + c) in y: pass
===
for x in y: pass
else
===
async for x in y:
z
===
def f()
    pass
===
def f():
pass
===
def f:
    pass
===
def (a): pass
===
def f(a:
    pass
===
def f(a, a b): pass
===
def f(a=1, b): pass
===
def f(a=1, /, b): pass
===
def f(a, /, b, /): pass
===
def f(*, a, /): pass
===
def f(/, a): pass
===
def f(*): pass
===
def f(*, **k): pass
===
def f(*a=1): pass
===
def f(**k=1): pass
===
def f(**k, a): pass
===
def f(**k, *a): pass
===
def f(*a, *b): pass
===
def f(*, *b): pass
===
def f(a, (b, c)): pass
===
def f((a)): pass
===
def f(a=): pass
===
def f(a, /* b): pass
===
def f(a, b):
===
def f() -> : pass
===
lambda x=1, y: 2
===
lambda *: 1
===
lambda *, **k: 1
===
lambda **k, a: 1
===
lambda (x): 1
===
lambda (x, y), z: 1
===
lambda /, a: 1
===
lambda a, /, b, /: 1
===
lambda *a, *b: 1
===
lambda *a=1: 1
===
lambda **a=1: 1
===
lambda x=: 1
===
lambda x
===
class C
    pass
===
class C:
pass
===
class C(
===
class C(a b): pass
===
class C(x for x in y): pass
===
class 1: pass
===
class C(a=1, b): pass
===
try
    pass
===
try:
pass
===
try:
    pass
x = 1
===
try:
    pass
except
    pass
===
try:
    pass
except A
    pass
===
try:
    pass
except A:
pass
===
try:
    pass
except:
pass
===
try:
    pass
except A, B:
    pass
===
try:
    pass
except A, B as c:
    pass
===
try:
    pass
except A as 1:
    pass
===
try:
    pass
except* :
    pass
===
try:
    pass
except* A:
pass
===
try:
    pass
except A:
    pass
except* B:
    pass
===
try:
    pass
except* A:
    pass
except B:
    pass
===
try:
    pass
finally
    pass
===
try:
    pass
finally:
pass
===
try:
    pass
else:
    pass
===
with a
    pass
===
with a:
pass
===
with a as b
    pass
===
with (a as b)
    pass
===
with (a, b):
pass
===
with a as f(): pass
===
with a as (b, 1): pass
===
with a as 1: pass
===
with (a as 1): pass
===
match x
    case 1: pass
===
match x:
case 1: pass
===
match x:
    case 1
        pass
===
match x:
    case 1:
    pass
===
match x:
    case a as _: pass
===
match x:
    case a as b.c: pass
===
match x:
    case a as 1: pass
===
match x:
    case A(b=1, c): pass
===
match x:
    case A(b=1, c, d, e=2): pass
===
match x:
    case 1 + 2: pass
===
match x:
    case 1j + 2j: pass
===
match x:
    case {**a, 'b': 1}: pass
===
match x:
    case -a: pass
===
match x:
    case *a: pass
===
match x:
    case a | b c: pass
===
x = (1, 2
===
x = [1, 2
y = 3
===
x = {1: 2
y = 3
z = 4
===
x = 1)
===
x = (1]
===
x = (1,
2]
===
x = {1, 2)
===
foo(a, b
bar()
===
foo(
===
x = 'abc
===
x = "abc
y = 1
===
x = '''abc
===
x = '''abc

def
===
x = 'abc\
===
x = 'abc\
def
===
x = b'abc
===
x = f'abc
===
x = f'''abc
===
  x = 1
===
x = 1
  y = 2
===
if x:
    y
  z
===
if x:
    y
      z
===
if x:
	y
        z
===
if x:
        y
	z
===
def f():
    x = 1
     y = 2
===
1 = x
===
None = 1
===
True = 1
===
f() = 1
===
a + b = 1
===
-a = 1
===
a < b = 1
===
a and b = 1
===
not a = 1
===
'a' = 1
===
... = 1
===
f'{x}' = 1
===
[a, 1] = 2
===
(a, f()) = 2
===
a, b() = 2
===
a = b() = 2
===
a = 1 = b
===
a = yield = 1
===
(yield) = 1
===
yield = 1
===
yield x = 1
===
lambda: 1 = 2
===
{a: 1} = 2
===
{a} = 2
===
{} = 2
===
[x for x in y] = 2
===
{x for x in y} = 2
===
{x: 1 for x in y} = 2
===
(x for x in y) = 2
===
(a if b else c) = 2
===
a if b else c = 2
===
await a = 1
===
(a := 1) = 2
===
*a + b = 1
===
*f(), b = 1
===
f() += 1
===
a, b += 1
===
(a, b) += 1
===
[a] += 1
===
1 += 1
===
None += 1
===
a + b += 1
===
(a, b): int
===
a, b: int
===
[a]: int
===
[a, b]: int = 1
===
f(): int
===
1: int
===
(a.b, c): int
===
del f()
===
del 1
===
del a, 1
===
del (a, 1)
===
del a + b
===
del *a, b
===
del (a, *b)
===
del None
===
del [a, 'x']
===
del a b
===
del
===
del (x for x in y)
===
if a = 1: pass
===
while a = 1: pass
===
if a.b = 1: pass
===
if f() = 1: pass
===
if a == b = c: pass
===
if a = b = c: pass
===
if None = 1: pass
===
if (a = 1): pass
===
x = (a = 1)
===
x = [a = 1]
===
x = {a = 1}
===
print(a = 1 b)
===
f(a.b = 1)
===
f(a() = 1)
===
f(1 = 2)
===
f(None = 1)
===
f(True = 1)
===
f(a, b.c = 1)
===
f(a=1, b.c=2)
===
f(**a, b.c=2)
===
f(a=1, b)
===
f(a=1, b, c)
===
f(**a, b)
===
f(a=1, *b, c)
===
f(a for a in b, c)
===
f(c, a for a in b)
===
f(c, a for a in b, d)
===
f(a for a in b, c for c in d)
===
f(a for a in b if c, d)
===
f(a=b for b in c)
===
f(x, a=b for b in c)
===
f(*a for a in b)
===
f(a b)
===
f(a, b c)
===
f(a, b c, d)
===
f(a
b)
===
f(a, b
c, d)
===
f(,)
===
f(a,,b)
===
f(a, b, ,)
===
f(**)
===
f(*)
===
f(a=)
===
f(a:=1, b:=)
===
f(a := 1 b)
===
x = [1 2]
===
x = [1, 2 3]
===
x = (1 2)
===
x = {1 2}
===
x = {1: 2 3: 4}
===
x = {1: 2, 3}
===
x = {1: 2, 3: }
===
x = {1: }
===
x = {1: *a}
===
x = {1: 2, 3: *a}
===
x = {**a for a in b}
===
x = {1:2, **a b}
===
x = {1, 2: 3}
===
x = {*a: 1}
===
x = {a: b, *c}
===
x = {a := 1: 2}
===
x = {'a' 1}
===
x = a[1 2]
===
x = a[1:2 3]
===
x = a[]
===
x = a[1
===
x = [*a for a in b]
===
x = {*a for a in b}
===
x = (*a for a in b)
===
x = [a, b for a, b in c]
===
x = [a, for a in c]
===
x = {a, b for a, b in c}
===
x = [a for 1 in b]
===
x = [a for f() in b]
===
x = [a for a, 1 in b]
===
x = [a for a b]
===
x = [a for a in b c]
===
x = [a for a in b if]
===
x = [for a in b]
===
x = [a for a in b if c else d]
===
x = (*a)
===
x = (**a)
===
x = (*a, b c)
===
x = (yield = 1)
===
x = a if b
===
x = (a if b)
===
x = [a if b, c]
===
x = a if b else
===
x = a if else c
===
print "hello"
===
print x, y
===
print x
===
exec "a"
===
print
print 1
===
print(1) 2
===
print -1
print a.b
===
if x: print "hello"
===
def f():
    print "x" % 1
===
x = print "a"
===
import a b
===
import a.
===
import
===
import a as
===
import a as b.c
===
from a import
===
from a import b,
===
from a import (b, c
===
from a import b c
===
from a import (b,,c)
===
from . import *, a
===
from import a
===
from a import ()
===
from a import b as c.d
===
global
===
global a.b
===
nonlocal a b
===
return = 1
===
pass x
===
break 1
===
continue:
===
assert
===
assert x,
===
raise x from
===
raise from x
===
raise x, y
===
x = 
===
x = 1 +
===
x = * 2
===
x = 1 2
===
x y
===
x y z
===
a b = 1
===
= 1
===
x == 
===
x ! y
===
x <> y
===
x = $
===
x = ?
===
x = a?b
===
x++
===
x += 
===
x =+ 
===
x === 1
===
x := 1
===
(x.y := 1)
===
(f() := 1)
===
(x[0] := 1)
===
(1 := 1)
===
((a, b) := 1)
===
(a, b := c := d)
===
not
===
x = not
===
x = a not b
===
x = a is is b
===
x = a in
===
x = a or
===
x = and b
===
x.
===
x.1
===
x..y
===
x.if
===
class = 1
===
def = 1
===
if = 1
===
in = 1
===
@
def f(): pass
===
@a b
def f(): pass
===
@a
x = 1
===
@a def f(): pass
===
async x
===
async def f()
    pass
===
async def f():
pass
===
async with a
    pass
===
await
===
else:
    pass
===
elif x:
    pass
===
except:
    pass
===
finally:
    pass
===
)
===
]
===
}
===
x = )
===
x = 0777
===
x = 00012
===
x = 0_7
===
x = 1__0
===
x = 1_
===
x = 0x
===
x = 0xg
===
x = 0x1g
===
x = 0b2
===
x = 0b12
===
x = 0b
===
x = 0b1x
===
x = 0o8
===
x = 0o18
===
x = 0o
===
x = 0o1a
===
x = 1a
===
x = 1.5a
===
x = 1e
===
x = 1e+
===
x = 1ex
===
x = 1jx
===
x = 1.2.3
===
x = 5in y
===
x = 1_000_
===
x = 0_
===
x = 012.5a
===
x = '\x1'
===
x = '\u12'
===
x = '\U123'
===
x = '\U12345678'
===
x = '\N'
===
x = '\N{'
===
x = '\N{}'
===
x = 'abc\xzz'
===
x = 'é\x1'
===
x = b'\x1'
===
x = b'a\xg'
===
x = b'a' 'b'
===
x = 'a' b'b'
===
x = f'a' b'b'
===
x = ur'a'
===
x = bu'a'
===
x = kf'a'
===
f'{}'
===
f'{ }'
===
f'{!r}'
===
f'{:x}'
===
f'{=}'
===
f'}'
===
f'a } b'
===
f'{'
===
f'{a'
===
f'{a!'
===
f'{a!}'
===
f'{a!x}'
===
f'{a!rr}'
===
f'{a!r'
===
f'{a:'
===
f'{a:b'
===
f'{a b}'
===
x = f'abc {a b}'
===
x = f'''abc
 {a b}'''
===
f'{a:{b:{c}}}'
===
f'{a\n}'
===
f'{"\n"}'
===
f'{a#}'
===
f'{a)}'
===
f'{(a}'
===
f'{a]}'
===
f'{[a)}'
===
f'{"a}'
===
f'{a=b}'
===
f'{*a}'
===
f'{**a}'
===
f'{lambda x:1}'
===
f'{a.}'
===
f'{1a}'
===
x = f'{0777}'
===
f'{a$b}'
===
f'{f(a b)}'
===
f'{a = }' f'{b c}'
===
f'{import x}'
===
f'{print "x"}'
===
f'{a:{b c}}'
===
f'{f"{a b}"}'
===
f'{a;b}'
===
f'{a if b}'
===
f'{(a, b}'
===
x = 1 \ 
===
x = 1 \y
===
x = (1 \ 
)
===
x = 1 + \
2 \ 
===
x = 'a' 'b
===
é = 1 2
===
é = (a b)
===
x = (é, 'ü' b)
===
x = €
===
x = a·€
===
é€
===
x = “a”
===
x = 1 – 2
===
f(a, “b”)
===
x = 1;; y = 2
===
; x = 1
===
x = 1; if y: pass
===
if x: y; if z: pass
===
if x: if y: pass
===
for x in y: for z in w: pass
===
class C: def f(): pass
===
x = lambda: pass
===
x = [
    1,
    2
    3,
]
===
x = {
    'a': 1,
    'b': 2
    'c': 3,
}
===
foo(a,
    b
    c)
===
def f():
    return (1,
    
def g():
    pass
===
def f():
    x = [1, 2
    y = 3
    return x
===
class A:
    def f(self):
        if x:
            print "a"
===
class A:
    def f(self):
        for x in y
            pass
===
def f():
    if x:
        pass
    else if y:
        pass
===
while True print(1)
===
if x then: pass
===
for i in range(10) { }
===
x = {a, b
===
x = (a, b
y = (c, d)
===
def f(a, b:
    return a
===
print("a"
print("b")
===
print("a" "b" c)
===
print("a", "b" c)
===
print("hello'
===
print('it's')
===
x = "a" + "b
===
x = ["a", "b]
===
x = foo(1, 2))
===
x = foo((1, 2)
===
if x == 1
    y = 2
===
if x = 1:
    y = 2
===
if (x == 1:
    y = 2
===
return x y
===
async def f():
    await x y
===
async def f():
    async x
===
def f():
    yield x y
===
def f():
    return *
===
x = *
===
*
===
**a
===
x = **a
===
a = b c = d
===
a.b c
===
a[b] c
===
(a) b
===
[a] b
===
{a} b
===
'a' b
===
1 b
===
True b
===
None x
===
x = True False
===
f(a, b=1, c=2 d=3)
===
f(a, *b c)
===
f(a, **b c)
===
f(a, lambda x: y z)
===
f(a, not b c)
===
f(a.b c.d)
===
f(a[0] b[1])
===
f(a() b())
===
f("a" b)
===
f(match x)
===
f(x match)
===
f(print x)
===
[print x]
===
(a, b c
===
(a b
===
a = (b c
d = e
===
x = (1 if 2 else 3 4)
===
x = (a for b in c d)
===
x = [a for b in c for d in e f]
===
x = {a: b for c in d e}
===
x = [a, b, c d, e]
===
with open(x) as f, open(y) as g print(1)
===
import a, b c
===
from a import b as c d
===
global x = 1
===
def f(x) return x
===
def f(x): return x y
===
def f(x, y=1, z): return x
===
def f(self, a, b=2, c, d=3): pass
===
lambda a, b=1, c: 0
===
def f(a: int = 1, b: str): pass
===
def f(a.b): pass
===
def f(1): pass
===
def f('a'): pass
===
def f(None): pass
===
def f(a, b c): pass
===
def f(a:): pass
===
def f(a,,b): pass
===
def f(,a): pass
===
def f(*a, b, *): pass
===
def f(**): pass
===
class C(): x = 
===
try: pass
===
try: pass
except: pass
except A: pass
else: pass
finally: pass
x y
===
with: pass
===
with a as: pass
===
with a as b c: pass
===
for: pass
===
for x: pass
===
for x in: pass
===
for in y: pass
===
while: pass
===
if: pass
===
if x: 
===
if x:
    # comment
y
===
def f():
    # comment
===
def f():
    '''doc
===
class C:
    x = 1
   y = 2
===
if x:
    if y:
        z
   w
===
x = 1
    # comment
  y = 2
""".strip("\n").split("\n===\n")

SNIPPETS += [
    "x = \\",
    "x = (\\",
    "\\",
    "x = 1\\ \ny",
    "\xa0x = 1",
    "x =\xa01",
    "x = \u200b1",
    "x = 'a\u200b' \u200b",
    "x = 1\x0c\n  y",
    "x = \x01",
    "x\x7f",
    "(" * 201,
    "[" * 100 + "(" * 101,
    "(" * 200,
    "(" * 100 + ")" * 101,
    "x = " + "9" * 4301,
    "".join(" " * i + "if x:\n" for i in range(101)) + " " * 101 + "pass\n",
    "if x:\n" + "\ty\n" + "    z\n",
    "if x:\r\n  y\r\n z\r\n",
    "x = 1\r\ny z\r\n",
    "x = 'a\r\nb'",
    "x = (1,\r\n2\r\n",
    "# coding: utf-8\nx y",
    "if x:\n  y",
    "if x:\n",
    "if x:",
    "class A:",
    "def f(): x = (",
    "x = '''a\nb''' y",
    "x = (1,\n     2 3)",
    "x = (\n'''a\nb''' y)",
    "f(a,\n  b=1,\n  c)",
    "f(x for x in\n y, 1)",
]

# Releases before 3.11.7 gave other answers, or other places, to these.
if sys.version_info >= (3, 11, 7):
    SNIPPETS += ["f(**a, *b)", "x = b'é'", "a\0b"]

EVAL = ["", "1 +", "1 2", "x = 1", "(1", "[1 2]", "x; y", "pass", "*a", "a b",
        "(a = 1)", "'a", "1\n2", "yield 1", "f(a b)"]

SINGLE = ["x = 1\ny = 2\n", "x y\n", "if x:\n", "(1", "x = \n", ")"]
