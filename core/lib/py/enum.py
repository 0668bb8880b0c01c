"""Enumerations: sets of names with values."""
from types import MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'Enum', 'IntEnum', 'StrEnum', 'Flag',
           'IntFlag', 'ReprEnum', 'auto', 'unique', 'property', 'member',
           'nonmember', 'verify', 'FlagBoundary', 'STRICT', 'CONFORM',
           'EJECT', 'KEEP', 'UNIQUE']

_unset = object()
# Until the classes of these names exist.
Enum = Flag = None


class property(property):
    """A property of members; through the class, a member of that name."""

    def __set_name__(self, owner, name):
        self._owner, self._name = owner, name

    def __get__(self, instance, owner=None):
        if instance is not None:
            return super().__get__(instance, owner)
        try:
            return owner._member_map_[self._name]
        except KeyError:
            raise AttributeError(f'{owner!r} has no attribute '
                                 f'{self._name!r}') from None

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'{self._owner!r} cannot set attribute '
                                 f'{self._name!r}')
        super().__set__(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f'{self._owner!r} cannot delete attribute '
                                 f'{self._name!r}')
        super().__delete__(instance)


class auto:
    """A value that is found by itself."""

    def __init__(self, value=_unset):
        self.value = value

    def __repr__(self):
        return f'auto({"" if self.value is _unset else self.value!r})'


class nonmember:
    """Keeps an attribute from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not be one."""

    def __init__(self, value):
        self.value = value


def _is_dunder(name):
    return (len(name) > 4 and name[:2] == name[-2:] == '__'
            and name[2] != '_' and name[-3] != '_')


def _is_sunder(name):
    return (len(name) > 2 and name[0] == name[-1] == '_'
            and name[1] != '_' and name[-2] != '_')


def _is_descriptor(value):
    return (hasattr(value, '__get__') or hasattr(value, '__set__')
            or hasattr(value, '__delete__'))


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


def _bits(value):
    """The single bits of a number, from the lowest."""
    while value > 0:
        bit = value & -value
        yield bit
        value ^= bit


class _EnumDict(dict):
    """The namespace of an enumeration while its body runs."""

    _settable = ('_order_', '_generate_next_value_', '_numeric_repr_',
                 '_missing_', '_ignore_', '_iter_member_',
                 '_iter_member_by_value_', '_iter_member_by_def_')

    def __init__(self, cls_name):
        super().__init__()
        self._member_names = []
        self._last_values = []
        self._ignore = []
        self._generate = None
        self._private = f'_{cls_name}__'

    def __setitem__(self, key, value):
        if key.startswith(self._private) and not key.endswith('__'):
            pass
        elif _is_sunder(key):
            self._set_sunder(key, value)
        elif _is_dunder(key) or key in self._ignore:
            pass
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value):
            value = self._add_member(key, value)
        super().__setitem__(key, value)

    def _set_sunder(self, key, value):
        if key not in self._settable:
            raise ValueError(f'_sunder_ names, such as {key!r}, are reserved '
                             'for future Enum use')
        if key == '_generate_next_value_':
            if self._member_names:
                raise TypeError('_generate_next_value_ must be defined before '
                                'members')
            self._generate = getattr(value, '__func__', value)
        elif key == '_ignore_':
            names = (value.replace(',', ' ').split()
                     if isinstance(value, str) else list(value))
            self._ignore = names

    def _add_member(self, key, value):
        if key in self:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        if isinstance(value, member):
            value = value.value
        if isinstance(value, auto):
            value = self._auto(key, value)
        elif type(value) is tuple:
            value = tuple([self._auto(key, item) if isinstance(item, auto)
                           else item for item in value])
        self._member_names.append(key)
        self._last_values.append(value)
        return value

    def _auto(self, key, value):
        if value.value is _unset:
            value.value = self._generate(key, 1, len(self._member_names),
                                         self._last_values[:])
        return value.value

    def update(self, members, **more):
        for name in members:
            self[name] = members[name]
        for name in more:
            self[name] = more[name]


# ---- making the class

def _mixin_of(cls_name, bases):
    """The data type that members are made of, and the base enumeration."""
    if not bases:
        return object, Enum
    first_enum = bases[-1]
    if not isinstance(first_enum, EnumType):
        raise TypeError('new enumerations should be created as '
                        '`EnumName([mixin_type, ...] [data_type,] enum_type)`')
    data_types = []
    for base in bases:
        candidate = None
        for parent in base.__mro__:
            if parent is object:
                continue
            if isinstance(parent, EnumType):
                if parent._member_type_ is not object:
                    data_types.append(parent._member_type_)
                    break
            elif '__new__' in parent.__dict__ or (
                    '__dataclass_fields__' in parent.__dict__):
                data_types.append(candidate or parent)
                break
            else:
                candidate = candidate or parent
    data_types = list(dict.fromkeys(data_types))
    if len(data_types) > 1:
        raise TypeError(f'too many data types for {cls_name!r}: '
                        f'{set(data_types)!r}')
    return (data_types[0] if data_types else object), first_enum


def _constructor_of(namespace, member_type, first_enum):
    """What makes members, and whether it takes the value's arguments."""
    new = namespace.get('__new__')
    if isinstance(new, staticmethod):
        new = new.__func__
    if new is None and first_enum is not None:
        for candidate in (member_type, first_enum):
            inherited = getattr(candidate, '_own_new_', None)
            if inherited is not None:
                new = inherited
                break
    if new is not None:
        return new, True
    if member_type is object:
        return object.__new__, False
    return member_type.__new__, True


def _make_member(cls, name, value):
    args = value if isinstance(value, tuple) else (value,)
    if cls._member_type_ is tuple:
        args = (args,)
    if cls._use_args_:
        item = cls._new_member_(cls, *args)
    else:
        item = cls._new_member_(cls)
    if not hasattr(item, '_value_'):
        if cls._member_type_ is object:
            item._value_ = value
        else:
            item._value_ = cls._member_type_(*args)
    item._name_ = name
    item.__objclass__ = cls
    item.__init__(*args)
    return item


def _find(cls, value):
    """The member with that value, or None."""
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for item in cls._member_map_.values():
            if item._value_ == value:
                return item
        return None


def _add(cls, name, value):
    item = _make_member(cls, name, value)
    value = item._value_
    same = _find(cls, value)
    if same is not None:
        item = same
    else:
        item._sort_order_ = len(cls._member_names_)
        if Flag is None or not issubclass(cls, Flag) or (
                isinstance(value, int) and _is_single_bit(value)):
            cls._member_names_.append(name)
        try:
            cls._value2member_map_.setdefault(value, item)
        except TypeError:
            pass
    cls._member_map_[name] = item
    type.__setattr__(cls, name, item)


_SHOWN = ('__repr__', '__str__', '__format__', '__reduce_ex__')


def _prefer_enum_texts(cls, namespace, member_type, first_enum):
    """The data type's texts give way to the enumeration's."""
    for name in _SHOWN:
        if name in namespace or not hasattr(cls, name):
            continue
        found = getattr(cls, name)
        if found in (getattr(member_type, name, None),
                     getattr(object, name, None)):
            type.__setattr__(cls, name, getattr(first_enum, name))


class EnumType(type):
    """Metaclass of enumerations."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = _EnumDict(cls)
        _, first_enum = _mixin_of(cls, bases)
        if first_enum is not None:
            namespace._generate = first_enum._generate_next_value_
        return namespace

    @classmethod
    def _check_for_existing_members_(metacls, name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base._member_names_:
                    raise TypeError(f'<enum {name!r}> cannot extend {base!r}')

    def __new__(metacls, cls_name, bases, namespace, *, boundary=None,
                _simple=False, **kwds):
        names = namespace._member_names
        values = {name: namespace[name] for name in names}
        plain = {name: value for name, value in namespace.items()
                 if name not in values and name not in namespace._ignore}
        plain.pop('_ignore_', None)
        order = plain.pop('_order_', None)
        if 'mro' in values or '' in values:
            raise ValueError("invalid enum member name(s) 'mro'")
        generate = plain.get('_generate_next_value_')
        if generate is not None and not isinstance(generate, staticmethod):
            plain['_generate_next_value_'] = staticmethod(generate)
        member_type, first_enum = _mixin_of(cls_name, bases)
        new, use_args = _constructor_of(plain, member_type, first_enum)
        # Enum's own one does not make members, it finds them.
        own_new = None if Enum is None else plain.pop('__new__', None)
        plain['_member_type_'] = member_type
        plain['_member_names_'] = []
        plain['_member_map_'] = {}
        plain['_value2member_map_'] = {}
        plain['_new_member_'] = staticmethod(new)
        plain['_use_args_'] = use_args
        if own_new is not None:
            plain['_own_new_'] = staticmethod(new)
        plain['_boundary_'] = (boundary
                               or getattr(first_enum, '_boundary_', None))
        for hidden in '_member_names', '_last_values', '_generate':
            plain.pop(hidden, None)
        cls = super().__new__(metacls, cls_name, bases, plain, **kwds)
        if Enum is None:
            return cls
        cls.__new__ = Enum.__new__
        _prefer_enum_texts(cls, plain, member_type, first_enum)
        for name in names:
            _add(cls, name, values[name])
        if Flag is not None and issubclass(cls, Flag):
            cls._finish_flag()
        if order is not None:
            _check_order(cls, order)
        return cls

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_unset, *, module=None, qualname=None,
                 type=None, start=1, boundary=None):
        if names is _unset and type is None:
            return cls.__new__(cls, value)
        return cls._create_(value, names, module, qualname, type, start,
                            boundary)

    def _create_(cls, class_name, names, module, qualname, mixin, start,
                 boundary):
        metacls = cls.__class__
        bases = (cls,) if mixin is None else (mixin, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        last = []
        if isinstance(names, (tuple, list)) and names and (
                isinstance(names[0], str)):
            pairs = []
            for i, name in enumerate(names):
                value = namespace._generate(name, start, i, last[:])
                last.append(value)
                pairs.append((name, value))
        elif hasattr(names, 'items'):
            pairs = list(names.items())
        else:
            pairs = list(names)
        for name, value in pairs:
            namespace[name] = value
        if module is None:
            import sys
            module = sys._getframe().f_globals.get('__name__')
        namespace['__module__'] = module
        if qualname is not None:
            namespace['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace,
                               boundary=boundary)

    def __contains__(cls, value):
        if not isinstance(value, Enum):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f"'{type(value).__qualname__}' and "
                            f"'{cls.__class__.__qualname__}'")
        return isinstance(value, cls) and value._name_ in cls._member_map_

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f'{cls.__name__!r} cannot delete member '
                                 f'{name!r}.')
        super().__delattr__(name)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __getattr__(cls, name):
        raise AttributeError(name)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name]
                for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    def _members(cls):
        return MappingProxyType(cls._member_map_)

    __members__ = property.__base__(_members)

    def __repr__(cls):
        kind = ('flag' if Flag is not None and issubclass(cls, Flag)
                else 'enum')
        return f'<{kind} {cls.__name__!r}>'

    def __dir__(cls):
        return sorted({'__class__', '__contains__', '__doc__', '__getitem__',
                       '__init_subclass__', '__iter__', '__len__',
                       '__members__', '__module__', '__name__',
                       '__qualname__', *cls._member_names_})


EnumMeta = EnumType


def _check_order(cls, order):
    if isinstance(order, str):
        order = order.replace(',', ' ').split()
    if list(order) != cls._member_names_:
        raise TypeError('member order does not match _order_:\n'
                        f'  {cls._member_names_}\n  {list(order)}')


# ---- enumerations

class Enum(metaclass=EnumType):
    """Base of enumerations."""

    def __new__(cls, value):
        if type(value) is cls:
            return value
        found = _find(cls, value)
        if found is not None:
            return found
        error = None
        try:
            found = cls._missing_(value)
        except Exception as exc:
            error, found = exc, None
        if isinstance(found, cls):
            return found
        if Flag is not None and issubclass(cls, Flag) and (
                cls._boundary_ is EJECT and isinstance(found, int)):
            return found
        failure = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if found is None and error is None:
            raise failure
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned '
                              f'{found!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = failure
        raise error

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            return sorted(last_values)[-1] + 1
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        show = (self._member_type_.__repr__
                if self._member_type_ is not object
                and '__dataclass_fields__' not in self._member_type_.__dict__
                else repr)
        name = f'{self.__class__.__name__}.{self._name_}'
        return f'<{name}: {show(self._value_)}>'

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __dir__(self):
        return sorted({'__class__', '__doc__', '__eq__', '__hash__',
                       '__module__', 'name', 'value'})

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_


class ReprEnum(Enum):
    """Only repr() is the enumeration's: str() is the data type's."""


class IntEnum(int, ReprEnum):
    """Members are ints too."""

    __str__ = int.__repr__
    __format__ = int.__format__


class StrEnum(str, ReprEnum):
    """Members are strs too."""

    __str__ = str.__str__
    __format__ = str.__format__

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        value = str(*values)
        item = str.__new__(cls, value)
        item._value_ = value
        return item

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


# ---- flags

class FlagBoundary(StrEnum):
    """What becomes of values with bits that no flag has."""
    STRICT = auto()
    CONFORM = auto()
    EJECT = auto()
    KEEP = auto()


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


def _binary(value, width):
    """0b0 0101, with a sign bit in front."""
    if value < 0:
        value += 1 << width
        return f'0b1 {value:0{width}b}'
    return f'0b0 {value:0{width}b}'


class Flag(Enum, boundary=STRICT):
    """Members that can be combined."""

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            high = last.bit_length() - 1
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None
        return 2 ** (high + 1)

    @classmethod
    def _finish_flag(cls):
        mask = 0
        for item in cls._member_map_.values():
            if isinstance(item._value_, int):
                mask |= item._value_
        type.__setattr__(cls, '_flag_mask_', mask)
        type.__setattr__(cls, '_all_bits_', 2 ** mask.bit_length() - 1)

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, everything = cls._flag_mask_, cls._all_bits_
        if value < 0 and cls._boundary_ is not KEEP and (
                ~value <= everything):
            value = everything + 1 + value if value < 0 else value
            value &= mask
        elif value < 0:
            value = max(everything + 1, 2 ** value.bit_length()) + value
        if value & ~mask:
            if cls._boundary_ is STRICT:
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(
                    f'{cls!r} invalid value {value!r}\n'
                    f'    given {_binary(value, width)}\n'
                    f'  allowed {_binary(mask, width)}')
            if cls._boundary_ is CONFORM:
                value &= mask
            elif cls._boundary_ is EJECT:
                return value
        found = cls._value2member_map_.get(value)
        return cls._combined(value) if found is None else found

    @classmethod
    def _combined(cls, value):
        """A member without a place in the class."""
        if cls._member_type_ is object:
            item = object.__new__(cls)
        else:
            item = cls._member_type_.__new__(cls, value)
        item._value_ = value
        names = [part._name_ for part in cls._parts(value)]
        unknown = value & ~cls._flag_mask_
        if names and unknown:
            names.append(str(unknown))
        item._name_ = '|'.join(names) if names else None
        item.__objclass__ = cls
        return cls._value2member_map_.setdefault(value, item)

    @classmethod
    def _parts(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            item = cls._value2member_map_.get(bit)
            if item is not None and item._name_ is not None:
                yield item

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError("unsupported operand type(s) for 'in': "
                            f'{type(other).__qualname__!r} and '
                            f'{self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._parts(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'<{name}: {int.__repr__(self._value_)}>'
        return f'<{name}.{self._name_}: {int.__repr__(self._value_)}>'

    def __str__(self):
        name = self.__class__.__name__
        if self._name_ is None:
            return f'{name}({int.__repr__(self._value_)})'
        return f'{name}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _other(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(
                other, self._member_type_):
            return other
        return None

    def __or__(self, other):
        value = self._other(other)
        if value is None:
            return NotImplemented
        return self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._other(other)
        if value is None:
            return NotImplemented
        return self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._other(other)
        if value is None:
            return NotImplemented
        return self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (KEEP, EJECT):
            return cls(~self._value_)
        return cls(cls._flag_mask_ & ~self._value_)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__
    __hash__ = Enum.__hash__


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Flags that are ints too."""

    __str__ = int.__repr__
    __format__ = int.__format__
    __repr__ = Flag.__repr__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__
    __contains__ = Flag.__contains__
    __bool__ = Flag.__bool__
    __hash__ = Enum.__hash__


Flag._finish_flag()
IntFlag._finish_flag()


# ---- checks

UNIQUE = 'one name per value'


def unique(enumeration):
    """Decorator: no value may have two names."""
    duplicates = [(name, item._name_)
                  for name, item in enumeration.__members__.items()
                  if name != item._name_]
    if duplicates:
        text = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError('duplicate values found in '
                         f'{enumeration!r}: {text}')
    return enumeration


def verify(*checks):
    """Decorator form of the checks."""
    def checked(enumeration):
        if UNIQUE in checks:
            unique(enumeration)
        return enumeration
    return checked
