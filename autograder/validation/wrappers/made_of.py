"""What wrappers are made of: they run in a worker, beside the program, and import nothing of ours."""

import functools
import inspect

import numpy as np

from autograder.validation.wrappers.registry import helper


@helper
def on_arrays(value, change):
    """Return a result with every array and float in it changed."""
    if isinstance(value, np.ndarray | np.floating) or type(value) is float:
        changed = change(np.asarray(value))
        return changed if isinstance(value, np.ndarray) else np.asarray(changed)[()]
    if type(value) in (tuple, list):
        return type(value)(on_arrays(item, change) for item in value)
    if type(value) is dict:
        return {key: on_arrays(item, change) for key, item in value.items()}
    return value


@helper
def kept_as(function, answer):
    """Return a function that answers as ``answer`` does, under the name of another."""
    return functools.wraps(function)(answer)


@helper
def arrays_in(args, kwargs):
    """Return the arrays with sides among the arguments of a call."""
    return [one for one in (*args, *kwargs.values()) if isinstance(one, np.ndarray) and one.ndim]


@helper
def shapes_in(args, kwargs):
    """Return what a call is known by that looks at nothing but shapes, text and whole numbers."""
    known = []
    for one in (*args, *kwargs.values()):
        if isinstance(one, int | str | bool) or one is None:
            known.append(one)
        else:
            known.append(
                np.shape(one)
                if isinstance(one, np.ndarray | list | tuple | float)
                else type(one).__name__
            )
    return repr(known)


@helper
def deep(value):
    """Return a copy of a result, its arrays copied; objects as they are."""
    return on_arrays(value, np.array)


@helper
def argument(function, args, kwargs, name):
    """Return one argument of a call by its name, and a way to call with another in its place."""
    try:
        bound = inspect.signature(function).bind(*args, **kwargs)
    except (TypeError, ValueError):
        return None, None
    if name not in bound.arguments:
        return None, None

    def instead(value):
        bound.arguments[name] = value
        return function(*bound.args, **bound.kwargs)

    return bound.arguments[name], instead


@helper
def spoiled(result):
    """Return a result of the same kind that is wrong."""
    return on_arrays(
        result, lambda array: np.zeros_like(array) if array.any() else np.ones_like(array)
    )


@helper
def spoils_unless(function, holds):
    """Return a function that is right where something holds of its arguments, and spoils its result where not."""

    def answer(*args, **kwargs):
        result = function(*args, **kwargs)
        arrays = arrays_in(args, kwargs)
        return result if all(holds(array) for array in arrays) else spoiled(result)

    return kept_as(function, answer)
