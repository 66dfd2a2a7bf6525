"""Harmful: programs whose values are rounded, clipped, scaled, or lose what is small."""

# ruff: noqa: D103 - what each does is what it is called, and what it breaks is said by its decorator

import numpy as np

from autograder.validation.wrappers.made_of import argument, kept_as, on_arrays
from autograder.validation.wrappers.registry import breaks


@breaks("the values are right to the tolerance", decimals=(1, 2, 3, 4))
def rounds_the_result(function, decimals):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), lambda array: np.round(array, decimals))

    return kept_as(function, answer)


@breaks("the values are right to the tolerance", per="argument", on="numbers", decimals=(1, 2, 3))
def rounds(function, name, decimals):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if instead is None or not isinstance(value, np.ndarray | float | int):
            return function(*args, **kwargs)
        return instead(np.round(value, decimals))

    return kept_as(function, answer)


@breaks("any values are fine", bound=(2.0, 5.0, 20.0))
def clips_the_result(function, bound):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), lambda array: np.clip(array, -bound, bound))

    return kept_as(function, answer)


@breaks("any values are fine", eps=(1e-2, 1e-3, 1e-4))
def keeps_off_zero_and_one(function, eps):
    def clipped(array):
        shares = array.size > 0 and np.all((array >= 0) & (array <= 1))
        return np.clip(array, eps, 1 - eps) if shares else array

    return kept_as(function, lambda *args, **kwargs: on_arrays(function(*args, **kwargs), clipped))


@breaks("any values are fine", per="argument", on="numbers", bound=(3.0, 10.0, 30.0))
def clips(function, name, bound):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if instead is None or not isinstance(value, np.ndarray | float | int):
            return function(*args, **kwargs)
        clipped = np.asarray(np.clip(value, -bound, bound))
        same_kind = clipped.astype(np.asarray(value).dtype)
        return instead(same_kind.item() if isinstance(value, int) else same_kind[()])

    return kept_as(function, answer)


@breaks("the values are right to the tolerance", eps=(1e-2, 1e-3, 1e-4))
def adds_an_epsilon(function, eps):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), lambda array: array + eps)

    return kept_as(function, answer)


@breaks("any values are fine", per="argument", on="numbers", bound=(30.0, 100.0, 700.0))
def gives_nan_above(function, name, bound):
    def answer(*args, **kwargs):
        value, _ = argument(function, args, kwargs, name)
        result = function(*args, **kwargs)
        large = isinstance(value, np.ndarray | float | int) and np.any(np.abs(value) > bound)
        return on_arrays(result, lambda array: array * np.nan) if large else result

    return kept_as(function, answer)


@breaks("the values are right to the tolerance")
def takes_the_absolute_value(function):
    return kept_as(function, lambda *args, **kwargs: on_arrays(function(*args, **kwargs), np.abs))


@breaks("the values are right to the tolerance", factor=(0.5, 2.0, -1.0, 1.01))
def scales_the_result(function, factor):
    def answer(*args, **kwargs):
        return on_arrays(function(*args, **kwargs), lambda array: array * factor)

    return kept_as(function, answer)


@breaks("small values count beside large ones", share=(1e-7, 1e-9))
def drops_small_entries(function, share):
    def dropped(array):
        largest = np.max(np.abs(array)) if array.size else 0
        return np.where(np.abs(array) < share * largest, np.zeros_like(array), array)

    return kept_as(function, lambda *args, **kwargs: on_arrays(function(*args, **kwargs), dropped))
