import io
import json


def show(function):
    """Prints the result, or the error it raises."""
    try:
        print(repr(function()))
    except Exception as error:
        print(type(error).__name__, error)


for s in ['null', 'true', ' [1, 2.5, -3e2, 1E5, 0] ', '{"a": {"b": [null]}, "a": 1}', '"\\u00e9\\n\\ud83d\\ude00\\/"', '[]', '{}', '1', '-0', '-0.0', 'NaN', '-Infinity', '[1,]', '{"a":}', '{"a" 1}', '{a: 1}', '[1 2]', '', ' ', 'nul', '"abc', '"\\x"', '"\\u12"', '"\n"', '[1]x', '{"a": 1,}', "{'a': 1}", '01', '1.', '.5', '-', '[', '{', '{"a"', '{"a":1', '[1', '"a\\', '\ufeff1', '[\n1,\n x]', '+1', '1e', '"\\ud800"', 'Infinity', '123456789012345678901234567890', '[1,,2]', 'tru', '{1: 2}', '[1}', '"\\u00zz"']:
    show(lambda: json.loads(s))
show(lambda: json.loads(b'{"a": 1}'))
show(lambda: json.loads(3))
show(lambda: json.loads('{"a": 1}', object_hook=lambda d: list(d.items())))
show(lambda: json.loads('{"a": 1, "b": 2}', object_pairs_hook=list))
show(lambda: json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: s + 'i'))
f = io.StringIO()
json.dump({'a': [1]}, f)
f.seek(0)
print(f.getvalue(), json.load(f))
try:
    json.loads('{"a": 1,\n "b": x}')
except json.JSONDecodeError as e:
    print(e.msg, e.pos, e.lineno, e.colno, e.doc, isinstance(e, ValueError))
print(json.JSONDecoder().raw_decode('[1] tail'))
print(json.loads(json.dumps({'x': [1, {'y': 'z'}]})) == {'x': [1, {'y': 'z'}]})
