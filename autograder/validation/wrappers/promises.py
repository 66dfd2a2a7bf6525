"""Harmful: programs that refuse too little or too much, overlook an argument, or draw from another generator."""

# ruff: noqa: D103 - what each does is what it is called, and what it breaks is said by its decorator

import inspect

import numpy as np

from autograder.validation.wrappers.made_of import argument, arrays_in, kept_as
from autograder.validation.wrappers.registry import breaks


@breaks("the promised error is raised")
def swallows_errors(function):
    def answer(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            return 0.0

    return kept_as(function, answer)


@breaks("the promised error is raised")
def raises_another_error(function):
    def answer(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            raise ArithmeticError("something else") from None

    return kept_as(function, answer)


@breaks("each wrong shape is refused")
def compares_dimensions_only(function):
    def answer(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            if (
                len(
                    {
                        np.ndim(one)
                        for one in (*args, *kwargs.values())
                        if isinstance(one, np.ndarray)
                    }
                )
                <= 1
            ):
                return 0.0
            raise

    return kept_as(function, answer)


@breaks("each wrong shape is refused")
def compares_sizes_only(function):
    def answer(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            if len({one.size for one in arrays_in(args, kwargs)}) <= 1:
                return 0.0
            raise

    return kept_as(function, answer)


@breaks("a number in place of an array is refused")
def refuses_arrays_only(function):
    def answer(*args, **kwargs):
        try:
            return function(*args, **kwargs)
        except Exception:
            if any(isinstance(one, float | np.floating) for one in args):
                return 0.0
            raise

    return kept_as(function, answer)


@breaks("what fits is not refused")
def refuses_one_row(function):
    def answer(*args, **kwargs):
        if any(len(array) == 1 for array in arrays_in(args, kwargs)):
            raise ValueError("too few")
        return function(*args, **kwargs)

    return kept_as(function, answer)


@breaks("what fits is not refused")
def refuses_zeros(function):
    def answer(*args, **kwargs):
        if any(array.dtype.kind == "f" and np.any(array == 0) for array in arrays_in(args, kwargs)):
            raise ValueError("no zeros, please")
        return function(*args, **kwargs)

    return kept_as(function, answer)


@breaks("every argument counts", per="keyword")
def ignores(function, name):
    def answer(*args, **kwargs):
        default = inspect.signature(function).parameters[name].default
        _, instead = argument(function, args, kwargs, name)
        return function(*args, **kwargs) if instead is None else instead(default)

    return kept_as(function, answer)


@breaks("the default is what the signature says", per="keyword")
def has_another_default(function, name):
    def answer(*args, **kwargs):
        given, _ = argument(function, args, kwargs, name)
        default = inspect.signature(function).parameters[name].default
        if given is not None or type(default) not in (int, float, bool):
            return function(*args, **kwargs)
        kwargs[name] = (not default) if type(default) is bool else (default * 2 or 1)
        return function(*args, **kwargs)

    return kept_as(function, answer)


@breaks(
    "texts may be written in any letter case",
    per="argument",
    on="text",
    write=("lower", "upper", "title"),
)
def knows_one_spelling(function, name, write):
    def answer(*args, **kwargs):
        value, _ = argument(function, args, kwargs, name)
        if isinstance(value, str) and value not in (value.lower(), getattr(value, write)()):
            raise ValueError("unknown")
        return function(*args, **kwargs)

    return kept_as(function, answer)


@breaks(
    "the generator that is given is the only source of randomness", per="argument", on="generator"
)
def uses_the_global_generator(function, name):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if not isinstance(value, np.random.Generator):
            return function(*args, **kwargs)
        return instead(np.random.default_rng(np.random.randint(2**31)))  # noqa: NPY002 - the mistake itself

    return kept_as(function, answer)


@breaks(
    "different generators give different draws", per="argument", on="generator", seed=(0, 1, 42)
)
def uses_a_fixed_seed(function, name, seed):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if not isinstance(value, np.random.Generator):
            return function(*args, **kwargs)
        return instead(np.random.default_rng(seed))

    return kept_as(function, answer)


@breaks("generators in the same state give the same draws", per="argument", on="generator")
def uses_a_generator_of_its_own(function, name):
    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if not isinstance(value, np.random.Generator):
            return function(*args, **kwargs)
        return instead(np.random.default_rng())

    return kept_as(function, answer)


@breaks("a generator goes on from where it is", per="argument", on="generator")
def starts_the_generator_over(function, name):
    states = {}

    def answer(*args, **kwargs):
        value, instead = argument(function, args, kwargs, name)
        if not isinstance(value, np.random.Generator):
            return function(*args, **kwargs)
        own = np.random.default_rng(0)
        own.bit_generator.state = states.setdefault("first", value.bit_generator.state)
        return instead(own)

    return kept_as(function, answer)
