"""Names of the types that have no built-in name."""
import _asyncio
import sys


def _function():
    yield


async def _coroutine():
    pass


async def _async_generator():
    yield


FunctionType = type(_function)
LambdaType = FunctionType
CodeType = type(_function.__code__)
MappingProxyType = type(type.__dict__)
SimpleNamespace = type(sys.implementation)
GeneratorType = type(_function())
_instance = _coroutine()
CoroutineType = type(_instance)
_instance.close()
del _instance
AsyncGeneratorType = type(_async_generator())
ModuleType = type(sys)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
NoneType = type(None)
EllipsisType = type(Ellipsis)
NotImplementedType = type(NotImplemented)
GenericAlias = type(list[int])
UnionType = type(int | str)


class _Class:
    def method(self):
        pass


MethodType = type(_Class().method)
MethodDescriptorType = type(str.join)
WrapperDescriptorType = type(object.__init__)
del _Class

try:
    raise TypeError
except TypeError as exc:
    TracebackType = type(exc.__traceback__)
    FrameType = type(exc.__traceback__.tb_frame)


def coroutine(func):
    """Makes a generator function awaitable."""
    if not callable(func):
        raise TypeError('types.coroutine() expects a callable')
    if type(func) is FunctionType:
        _asyncio._make_awaitable(func)
    return func
