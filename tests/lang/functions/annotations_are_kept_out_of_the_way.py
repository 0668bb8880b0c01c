from typing import Any, Dict, List, Optional


def f(a: int, b: "str" = "x", *args: List[int], **kw: Any) -> Optional[Dict[str, int]]:
    count: int = 1
    later: "Undefined"
    return count


x: int = 5
y: List[str]
print(f(1), x)
try:
    print(y)
except NameError as error:
    print(error)
