"""Harmful: programs whose results are of the wrong kind, or whose numbers are too narrow."""

# ruff: noqa: D103 - what each does is what it is called, and what it breaks is said by its decorator

import numpy as np

from autograder.validation.wrappers.made_of import argument, arrays_in, kept_as, on_arrays
from autograder.validation.wrappers.registry import breaks


@breaks("the values are right to the tolerance", where="float64")
def narrows_to_float32(function):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), lambda array: array.astype(np.float32))

    return kept_as(function, answer)


@breaks("the values are right to the tolerance")
def narrows_to_float16(function):
    def answer(*args, **kwargs):
        return on_arrays(
            function(*args, **kwargs), lambda array: array.astype(np.float16).astype(float)
        )

    return kept_as(function, answer)


@breaks("the values aren't cut to whole numbers")
def narrows_to_int(function):
    def answer(*args, **kwargs):
        return on_arrays(
            function(*args, **kwargs), lambda array: array.astype(np.int64).astype(float)
        )

    return kept_as(function, answer)


@breaks("whole numbers are fine", per="argument", on="numbers")
def takes_the_dtype_of(function, name):
    def answer(*args, **kwargs):
        value, _ = argument(function, args, kwargs, name)
        dtype = np.asarray(value).dtype if isinstance(value, np.ndarray | int | float) else None
        if dtype is None or dtype.kind not in "iu":
            return function(*args, **kwargs)
        return on_arrays(function(*args, **kwargs), lambda array: array.astype(dtype).astype(float))

    return kept_as(function, answer)


@breaks("whole numbers of any size are fine", per="argument", on="array")
def wraps_around_in(function, name):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if instead is None or not isinstance(value, np.ndarray) or value.dtype.itemsize != 1:
            return function(*args, **kwargs)
        return instead(value + value.dtype.type(100))

    return kept_as(function, answer)


@breaks("whole numbers are fine")
def refuses_whole_numbers(function):
    def answer(*args, **kwargs):
        if any(array.dtype.kind in "iu" for array in arrays_in(args, kwargs)):
            raise TypeError("floats, please")
        return function(*args, **kwargs)

    return kept_as(function, answer)


@breaks("an array is returned")
def returns_a_list(function):
    def listed(value):
        if type(value) is tuple:
            return tuple(listed(item) for item in value)
        return value.tolist() if isinstance(value, np.ndarray) and value.ndim else value

    return kept_as(function, lambda *args, **kwargs: listed(function(*args, **kwargs)))


@breaks("a number is returned")
def returns_an_array_of_one(function):
    def boxed(value):
        if type(value) is tuple:
            return tuple(boxed(item) for item in value)
        number = isinstance(value, int | float | np.number) or (
            isinstance(value, np.ndarray) and not value.ndim
        )
        return np.array([value]) if number and not isinstance(value, bool) else value

    return kept_as(function, lambda *args, **kwargs: boxed(function(*args, **kwargs)))


@breaks("an int is returned")
def returns_a_float(function):
    def floated(value):
        if type(value) in (tuple, list):
            return type(value)(floated(item) for item in value)
        if isinstance(value, np.ndarray) and value.dtype.kind in "iu":
            return value.astype(float)
        return (
            float(value)
            if isinstance(value, int | np.integer) and not isinstance(value, bool)
            else value
        )

    return kept_as(function, lambda *args, **kwargs: floated(function(*args, **kwargs)))


@breaks("the result has the promised shape")
def squeezes(function):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), np.squeeze)

    return kept_as(function, answer)


@breaks("an array of one entry is an array")
def returns_one_entry_as_a_number(function):
    def unboxed(value):
        if type(value) is tuple:
            return tuple(unboxed(item) for item in value)
        return (
            value.item()
            if isinstance(value, np.ndarray) and value.ndim and value.size == 1
            else value
        )

    return kept_as(function, lambda *args, **kwargs: unboxed(function(*args, **kwargs)))


@breaks("the result has the promised shape")
def transposes(function):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), np.transpose)

    return kept_as(function, answer)
