"""Harmful: programs that take for granted what nobody promised: shapes, sizes, signs, orders."""

# ruff: noqa: D103 - what each does is what it is called, and what it breaks is said by its decorator

import numpy as np

from autograder.validation.wrappers.made_of import (
    argument,
    kept_as,
    on_arrays,
    spoiled,
    spoils_unless,
)
from autograder.validation.wrappers.registry import breaks


@breaks("arrays may lie in memory in any way")
def assumes_contiguous(function):
    def flat(value):
        if not isinstance(value, np.ndarray) or value.flags.c_contiguous or not value.size:
            return value
        root = value
        while isinstance(root.base, np.ndarray):
            root = root.base
        memory = root.ravel(order="K")
        return (
            np.resize(memory, value.shape)
            if memory.size < value.size
            else memory[: value.size].reshape(value.shape)
        )

    def answer(*args, **kwargs):
        return function(*map(flat, args), **{name: flat(value) for name, value in kwargs.items()})

    return kept_as(function, answer)


@breaks("any shape is fine")
def assumes_square(function):
    return spoils_unless(function, lambda array: array.ndim < 2 or array.shape[0] == array.shape[1])


@breaks("any shape is fine")
def assumes_square_images(function):
    return spoils_unless(function, lambda array: array.ndim < 4 or array.shape[1] == array.shape[2])


@breaks("any number of columns is fine")
def assumes_one_channel(function):
    return spoils_unless(function, lambda array: array.ndim < 2 or array.shape[-1] == 1)


@breaks("any number of columns is fine")
def assumes_several_columns(function):
    return spoils_unless(function, lambda array: array.ndim < 2 or array.shape[-1] > 1)


@breaks("any number of rows is fine")
def assumes_one_row(function):
    return spoils_unless(function, lambda array: array.shape[0] == 1)


@breaks("one row is fine")
def assumes_several_rows(function):
    return spoils_unless(function, lambda array: array.shape[0] > 1)


@breaks("any number of rows is fine", n=(2, 3, 5))
def assumes_more_rows(function, n):
    return spoils_unless(function, lambda array: array.shape[0] > n)


@breaks("any number of rows is fine", n=(3, 5, 6))
def assumes_fewer_rows(function, n):
    return spoils_unless(function, lambda array: array.shape[0] < n)


@breaks("an even or odd number of rows is fine")
def assumes_an_even_number_of_rows(function):
    return spoils_unless(function, lambda array: array.shape[0] % 2 == 0)


@breaks("negative numbers are fine")
def assumes_positive(function):
    return spoils_unless(
        function, lambda array: array.dtype.kind not in "if" or bool(np.all(array >= 0))
    )


@breaks("zeros are fine", per="argument", on="numbers")
def fails_at_zero(function, name):
    def answer(*args, **kwargs):
        value, _ = argument(function, args, kwargs, name)
        result = function(*args, **kwargs)
        zero = isinstance(value, int | float) and not isinstance(value, bool) and value == 0
        return spoiled(result) if zero else result

    return kept_as(function, answer)


@breaks("any order is fine")
def assumes_sorted(function):
    return spoils_unless(
        function,
        lambda array: (
            array.ndim != 1 or array.dtype.kind not in "iuf" or bool(np.all(np.diff(array) >= 0))
        ),
    )


@breaks("no two values need differ")
def assumes_no_ties(function):
    return spoils_unless(
        function, lambda array: array.dtype.kind != "f" or len(np.unique(array)) == array.size
    )


@breaks("any stride is fine", per="argument", on="int")
def takes_for_one(function, name):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if instead is None or type(value) is not int:
            return function(*args, **kwargs)
        return instead(1)

    return kept_as(function, answer)


@breaks("every row counts", n=(3, 4, 6))
def handles_the_first_rows(function, n):
    def cut(array):
        kept = np.array(array)
        if kept.ndim:
            kept[n:] = 0
        return kept

    return kept_as(function, lambda *args, **kwargs: on_arrays(function(*args, **kwargs), cut))


@breaks("every entry counts")
def loses_the_last_entry(function):
    def lost(array):
        kept = np.array(array)
        if kept.size:
            kept.reshape(-1)[-1] = 0 if kept.reshape(-1)[-1] else 1
        return kept

    return kept_as(function, lambda *args, **kwargs: on_arrays(function(*args, **kwargs), lost))


@breaks("the result has the promised shape")
def drops_the_last_row(function):
    def answer(*args, **kwargs):
        return on_arrays(
            function(*args, **kwargs), lambda array: array[:-1] if array.ndim else array
        )

    return kept_as(function, answer)


@breaks("the items come in the promised order")
def swaps_the_items(function):
    def answer(*args, **kwargs):
        result = function(*args, **kwargs)
        return (
            (result[1], result[0], *result[2:])
            if type(result) is tuple and len(result) > 1
            else result
        )

    return kept_as(function, answer)


@breaks("every row is in its place")
def reverses_the_rows(function):
    def answer(*args, **kwargs):
        return on_arrays(
            function(*args, **kwargs), lambda array: array[::-1] if array.ndim else array
        )

    return kept_as(function, answer)
