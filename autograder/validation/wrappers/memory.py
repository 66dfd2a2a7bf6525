"""Harmful: programs that remember what they should not, write into arguments, or share what is an object's own."""

# ruff: noqa: D103 - what each does is what it is called, and what it breaks is said by its decorator

import numpy as np

from autograder.validation.wrappers.made_of import (
    argument,
    arrays_in,
    deep,
    kept_as,
    on_arrays,
    shapes_in,
)
from autograder.validation.wrappers.registry import breaks


@breaks("every call is answered by its own arguments")
def remembers_by_shape(function):
    known = {}

    def answer(*args, **kwargs):
        key = shapes_in(args, kwargs)
        if key not in known:
            known[key] = deep(function(*args, **kwargs))
        return deep(known[key])

    return kept_as(function, answer)


@breaks("every call is answered by its own arguments")
def remembers_by_length(function):
    known = {}

    def answer(*args, **kwargs):
        lengths = tuple(len(array) for array in arrays_in(args, kwargs))
        if lengths not in known:
            known[lengths] = deep(function(*args, **kwargs))
            return deep(known[lengths])
        result = function(*args, **kwargs)
        same = repr(on_arrays(result, np.zeros_like)) == repr(
            on_arrays(known[lengths], np.zeros_like)
        )
        return deep(known[lengths]) if same else result

    return kept_as(function, answer)


@breaks("every call is answered by its own arguments")
def answers_as_the_first_time(function):
    known = []

    def answer(*args, **kwargs):
        if not known:
            known.append(deep(function(*args, **kwargs)))
        return deep(known[0])

    return kept_as(function, answer)


@breaks("every call starts anew")
def accumulates(function):
    sums = {}

    def answer(*args, **kwargs):
        result = function(*args, **kwargs)
        place = iter(range(1000))

        def added(array):
            key = (next(place), array.shape)
            sums[key] = sums.get(key, 0) + array
            return np.array(sums[key])

        return on_arrays(result, added)

    return kept_as(function, answer)


@breaks("every call is answered by its own arguments", per="argument", on="array")
def uses_an_earlier_argument(function, name):
    known = {}

    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if instead is None or not isinstance(value, np.ndarray):
            return function(*args, **kwargs)
        return instead(known.setdefault(value.shape, np.array(value)))

    return kept_as(function, answer)


@breaks("what was returned stays what it was")
def returns_the_same_buffer(function):
    buffers = {}

    def answer(*args, **kwargs):
        place = iter(range(1000))

        def filled(array):
            key = (next(place), array.shape, array.dtype.str)
            buffer = buffers.setdefault(key, np.empty_like(array))
            buffer[...] = array
            return buffer

        return on_arrays(function(*args, **kwargs), filled)

    return kept_as(function, answer)


@breaks("the arguments are left as they were", per="argument", on="array")
def writes_into(function, name):
    def answer(*args, **kwargs):
        result = deep(function(*args, **kwargs))
        value, _ = argument(function, args, kwargs, name)
        if (
            isinstance(value, np.ndarray)
            and value.size
            and value.dtype.kind in "if"
            and value.flags.writeable
        ):
            value[...] = 1 - value
        return result

    return kept_as(function, answer)


@breaks("the arguments are left as they were", per="argument", on="array")
def writes_into_long_ones(function, name):
    def answer(*args, **kwargs):
        result = deep(function(*args, **kwargs))
        value, _ = argument(function, args, kwargs, name)
        if (
            isinstance(value, np.ndarray)
            and value.size > 3
            and value.dtype.kind in "if"
            and value.flags.writeable
        ):
            value.flat[-1] += 1
        return result

    return kept_as(function, answer)


@breaks("the arguments are left as they were", per="argument", on="array")
def sorts_in_place(function, name):
    def answer(*args, **kwargs):
        result = deep(function(*args, **kwargs))
        value, _ = argument(function, args, kwargs, name)
        if isinstance(value, np.ndarray) and value.ndim and value.flags.writeable:
            value.sort(axis=0)
        elif type(value) is list:
            value.reverse()
        return result

    return kept_as(function, answer)


@breaks("the result is a new array", per="argument", on="array")
def returns_the_argument_itself(function, name):
    def answer(*args, **kwargs):
        value, _ = argument(function, args, kwargs, name)

        def same(array):
            mine = isinstance(value, np.ndarray) and value.ndim and value.dtype == array.dtype
            if mine and value.size == array.size and np.array_equal(value.ravel(), array.ravel()):
                return value.reshape(array.shape)
            return array

        return on_arrays(function(*args, **kwargs), same)

    return kept_as(function, answer)


@breaks("every object has a state of its own", per="class")
def shares_state_between_objects(kind):
    kind.__setattr__ = lambda one, name, value: setattr(kind, name, value)
    return kind


@breaks("attributes hold what is promised", per="class")
def keeps_float16_attributes(kind):
    before = kind.__setattr__

    def held(one, name, value):
        if isinstance(value, np.ndarray) and value.dtype.kind == "f":
            value = value.astype(np.float16).astype(float)
        before(one, name, value)

    kind.__setattr__ = held
    return kind


@breaks("attributes hold what is promised", per="class")
def keeps_the_first_attributes(kind):
    before = kind.__setattr__

    def held(one, name, value):
        if name not in one.__dict__ or not isinstance(value, np.ndarray | float):
            before(one, name, value)

    kind.__setattr__ = held
    return kind
