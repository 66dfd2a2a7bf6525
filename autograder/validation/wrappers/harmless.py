"""Harmless: whatever they do to a right program, it stays right, and nobody may lose a point by it."""

# ruff: noqa: D103 - what each does is what it is called, and why it is harmless is said by its decorator

import functools
import inspect
import warnings
from collections import OrderedDict, namedtuple

import numpy as np

from autograder.validation.wrappers.made_of import kept_as, on_arrays
from autograder.validation.wrappers.registry import helper, keeps


@helper
def renewed(value, change):
    """Return a result with each of its parts given to ``change``, the innermost first."""
    if type(value) in (tuple, list):
        value = type(value)(renewed(item, change) for item in value)
    elif type(value) is dict:
        value = {key: renewed(item, change) for key, item in value.items()}
    return change(value)


@helper
def in_other_memory(function, change):
    """Return a function whose arrays lie in memory in another way."""

    def changed(value):
        return change(value) if isinstance(value, np.ndarray) and value.ndim else value

    return kept_as(function, lambda *args, **kwargs: renewed(function(*args, **kwargs), changed))


@keeps("a named tuple is a tuple")
def returns_named_tuples(function):
    def named(value):
        if type(value) is not tuple or not value:
            return value
        return namedtuple("Parts", [f"part_{place}" for place in range(len(value))])(*value)

    return kept_as(function, lambda *args, **kwargs: renewed(function(*args, **kwargs), named))


@keeps("a child of dict is a dict")
def returns_ordered_dicts(function):
    def ordered(value):
        return OrderedDict(value) if type(value) is dict else value

    return kept_as(function, lambda *args, **kwargs: renewed(function(*args, **kwargs), ordered))


@keeps("a child of ndarray is an array")
def returns_array_children(function):
    class Grid(np.ndarray):
        pass

    return in_other_memory(function, lambda array: array.view(Grid))


@keeps("how an array lies in memory is nobody's concern")
def returns_fortran_order(function):
    return in_other_memory(function, np.asfortranarray)


@keeps("how an array lies in memory is nobody's concern")
def returns_strided_arrays(function):
    def strided(array):
        wide = np.zeros((*array.shape[:-1], 2 * array.shape[-1]), array.dtype)
        wide[..., ::2] = array
        return wide[..., ::2]

    return in_other_memory(function, strided)


@keeps("a result that can't be written into is still the result")
def returns_read_only_arrays(function):
    def locked(array):
        array = array.copy()
        array.flags.writeable = False
        return array

    return in_other_memory(function, locked)


@keeps("a number of NumPy's is a number")
def returns_numpy_scalars(function):
    def scalar(value):
        return np.asarray(value)[()] if type(value) in (int, float, bool) else value

    return kept_as(function, lambda *args, **kwargs: renewed(function(*args, **kwargs), scalar))


@keeps("an array without sides is a number")
def returns_arrays_without_sides(function):
    def boxed(value):
        return np.asarray(value) if isinstance(value, float | np.floating) else value

    return kept_as(function, lambda *args, **kwargs: renewed(function(*args, **kwargs), boxed))


@keeps("a number of Python's is a number")
def returns_python_numbers(function):
    def plain(value):
        number = isinstance(value, np.generic) or (isinstance(value, np.ndarray) and not value.ndim)
        return value.item() if number else value

    return kept_as(function, lambda *args, **kwargs: renewed(function(*args, **kwargs), plain))


@keeps("what is printed is nobody's concern")
def prints(function):
    def answer(*args, **kwargs):
        print("calling", function.__name__, *args)
        return function(*args, **kwargs)

    return kept_as(function, answer)


@keeps("a warning is no mistake")
def warns(function):
    def answer(*args, **kwargs):
        warnings.warn("careful", RuntimeWarning, stacklevel=2)
        return function(*args, **kwargs)

    return kept_as(function, answer)


@keeps("three times as slow is fast enough")
def computes_three_times(function):
    def answer(*args, **kwargs):
        plain = not any(
            isinstance(one, np.random.Generator) or callable(one)
            for one in (*args, *kwargs.values())
        )
        plain = plain and all(
            isinstance(one, np.ndarray | int | float | str) for one in (*args, *kwargs.values())
        )
        for _ in range(2 if plain else 0):
            function(*args, **kwargs)
        return function(*args, **kwargs)

    return kept_as(function, answer)


@keeps("recursion within reason is allowed")
def calls_itself_a_hundred_times(function):
    def deeper(depth, args, kwargs):
        return deeper(depth - 1, args, kwargs) if depth else function(*args, **kwargs)

    return kept_as(function, lambda *args, **kwargs: deeper(100, args, kwargs))


@keeps("a decorator is allowed, and may hide the signature")
def hides_its_signature(function):
    def answer(*args, **kwargs):
        return function(*args, **kwargs)

    return answer


@keeps("arguments may be handed on by name")
def passes_by_keyword(function):
    signature = inspect.signature(function)
    plain = all(
        one.kind is inspect.Parameter.POSITIONAL_OR_KEYWORD for one in signature.parameters.values()
    )

    def answer(*args, **kwargs):
        if not plain:
            return function(*args, **kwargs)
        given = signature.bind(*args, **kwargs).arguments
        itself = [given.pop("self")] if "self" in given else []
        return function(*itself, **given)

    return kept_as(function, answer)


@keeps("remembering is harmless where values decide")
def remembers_by_value(function):
    known = {}

    def answer(*args, **kwargs):
        plain = all(type(one) in (np.ndarray, int, float, str) for one in (*args, *kwargs.values()))
        if not plain:
            return function(*args, **kwargs)
        key = repr([(one.tobytes(), one.shape, one.dtype, one.strides) if isinstance(one, np.ndarray) else one
                    for one in (*args, *sorted(kwargs.items()))])  # fmt: skip
        if key not in known:
            known[key] = function(*args, **kwargs)
        return on_arrays(known[key], np.array)

    return kept_as(function, answer)


@keeps("an object that can be called is a function")
def is_an_object(function):
    if inspect.isclass(function) or "self" in inspect.signature(function).parameters:
        return function

    class Callable:
        def __init__(self):
            functools.update_wrapper(self, function)

        def __call__(self, *args, **kwargs):
            return function(*args, **kwargs)

    return Callable()


@keeps("single precision is right to the tolerance", where="not float64")
def returns_float32(function):
    def narrowed(array):
        return array.astype(np.float32)

    return in_other_memory(
        function, lambda array: narrowed(array) if array.dtype == float else array
    )


@keeps("a class may be a child of another", per="class")
def is_a_child_class(kind):
    return type(kind.__name__, (kind,), {"__doc__": kind.__doc__})


@keeps("an object may know more than is promised", per="class")
def keeps_more_attributes(kind):
    before = kind.__setattr__

    def held(one, name, value):
        before(one, f"earlier_{name}", one.__dict__.get(name))
        before(one, name, value)

    kind.__setattr__ = held
    return kind
