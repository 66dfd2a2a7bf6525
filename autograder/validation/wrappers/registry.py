"""The wrappers, by name: their sources, what they break, and what is drawn for each seed."""

from __future__ import annotations

import inspect
import itertools
import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, TypeVar

F = TypeVar("F", bound=Callable[..., Any])
# Of what a wrapper exists once: of each function or method, of each parameter, each with a default, each class.
Per = Literal["function", "argument", "keyword", "class"]

HEAD = """
import functools
import inspect
import warnings
from collections import OrderedDict, namedtuple

import numpy as np
"""
# What a parameter must be for a wrapper to do anything to it.
On = Literal["anything", "array", "numbers", "int", "text", "generator"]


@dataclass(frozen=True)
class Wrapper:
    """A transformation of any function or class.

    Attributes
    ----------
    name, promise
        What it is called; the promise that it breaks, in words.
    source
        Its definition, without decorators.
    per
        Of what there is one.
    draws
        What is drawn for it: from which values, by the name of its parameter.
    where
        Only of use where a law promises this: "float64".
    on
        What a parameter must be for it to do anything.
    harmless
        Whether it changes nothing that matters.
    """

    name: str
    promise: str
    source: str
    per: Per
    draws: Mapping[str, Sequence[Any]]
    where: str = ""
    on: On = "anything"
    harmless: bool = False


WRAPPERS: dict[str, Wrapper] = {}
HELPERS: list[str] = []


def helper(function: F) -> F:
    """Note a function that wrappers are made of."""
    HELPERS.append(_source(function))
    return function


def breaks(
    promise: str,
    per: Per = "function",
    where: str = "",
    on: On = "anything",
    **draws: Sequence[Any],
) -> Callable[[F], F]:
    """Note a harmful wrapper, with the promise that it breaks."""

    def note(function: F) -> F:
        return _noted(function, promise, per=per, where=where, on=on, draws=draws)

    return note


def keeps(why: str, per: Per = "function", where: str = "") -> Callable[[F], F]:
    """Note a harmless wrapper, and why nobody must lose a point by it."""

    def note(function: F) -> F:
        return _noted(function, why, per=per, where=where, draws={}, harmless=True)

    return note


def _noted(function: F, promise: str, **said: Any) -> F:
    name = function.__name__
    if name in WRAPPERS:
        raise ValueError(f"two wrappers are called {name}")
    WRAPPERS[name] = Wrapper(name, promise, _source(function), **said)
    return function


def library() -> str:
    """Return the text of all wrappers, to run beside a program."""
    return "\n\n".join([HEAD, *HELPERS, *(one.source for one in WRAPPERS.values())])


def _source(function: Callable[..., Any]) -> str:
    lines = textwrap.dedent(inspect.getsource(function)).splitlines()
    return "\n".join(itertools.dropwhile(lambda line: not line.startswith("def "), lines)) + "\n"
