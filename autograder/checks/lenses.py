"""Seeing a module's calls through a lens, which may change what is handed over or watch what becomes of it.

A law's scenario is written once and run on the student's module and on the reference: a lens changes the arguments of
both in the same way, so that the reference's answer is the right one for what was asked.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import partial
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checks.sealed import PLAIN, Sealed, called, calling, opened

# Arguments by position and by name.
Given = tuple[list[Any], dict[str, Any]]
# Told the name of a parameter, or None where there is none, and a value; returns what is handed over in its place.
Change = Callable[[str | None, Any], Any]
# Does a call: it is handed how to make it, its path, and the arguments.
Call = Callable[[Callable[..., Any], str, list[Any], dict[str, Any]], Any]


class Lens:
    """What happens on the way of each call.

    Parameters
    ----------
    reference
        The module whose signatures tell the names of what is handed over by position.
    change
        Told the name and the value of each argument, and of what tuples, lists and dicts hold ("cache[0]",
        "params['W1']"); returns what takes its place.
    call
        Makes the call itself; plainly, where it isn't given.
    """

    def __init__(
        self, reference: ModuleType, change: Change | None = None, call: Call | None = None
    ) -> None:
        self._reference = reference
        self._change = change
        self._call = call

    def through(self, function: Callable[..., Any], path: str, given: Given) -> Any:
        """Make a call, its arguments changed."""
        args, kwargs = given
        if self._change is not None:
            names = [*_parameters(self._reference, path), *[None] * len(args)]
            args = [self._changed(name, value) for name, value in zip(names, args, strict=False)]
            kwargs = {name: self._changed(name, value) for name, value in kwargs.items()}
        if self._call is not None:
            return self._call(function, path, args, kwargs)
        return function(*args, **kwargs)

    def _changed(self, name: str | None, value: Any) -> Any:
        assert self._change is not None
        value = self._change(name, value)
        if type(value) in (tuple, list):
            return type(value)(
                self._changed(f"{name}[{place}]", item) for place, item in enumerate(value)
            )
        if type(value) is dict:
            return {key: self._changed(f"{name}[{key!r}]", item) for key, item in value.items()}
        return value


@contextmanager
def seen(module: Any, lens: Lens) -> Iterator[Any]:
    """Give a module, the student's or one of ours, whose calls go through a lens while the block lasts."""
    if not isinstance(module, Sealed):
        yield Seen(module, "", lens)
        return

    def call(sealed: Sealed, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Sealed:
        given = [*opened(tuple(args))], dict(opened(dict(kwargs)))
        answer: Sealed = lens.through(partial(called, sealed), path_of(sealed), given)
        return answer

    with calling(call):
        yield module


class Seen:
    """One of our own modules, or an object of one, seen through a lens."""

    def __init__(self, held: Any, path: str, lens: Lens) -> None:
        self.__dict__.update(_held=held, _path=path, _lens=lens)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._held, name)
        return (
            Seen(value, f"{self._path}.{name}".strip("."), self._lens) if callable(value) else value
        )

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._held, name, shown(value))

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        given = (
            [shown(value) for value in args],
            {key: shown(value) for key, value in kwargs.items()},
        )
        result = self._lens.through(self._held, self._path, given)
        return result if _is_data(result) else Seen(result, f"{self._path}()", self._lens)


def shown(value: Any) -> Any:
    """Return what is seen through a lens as it is; anything else, too."""
    if isinstance(value, Seen):
        return value._held
    if type(value) in (tuple, list):
        return type(value)(shown(item) for item in value)
    return value


def path_of(sealed: Sealed) -> str:
    """Return how a function was reached, "LogisticNeuron().fit"."""
    return sealed._path


def _is_data(value: Any) -> bool:
    return isinstance(value, (*PLAIN, np.random.Generator))


def _parameters(reference: ModuleType, path: str) -> list[str]:
    """Return the names of a function's parameters, as the reference has them; none where it has no such function."""
    found: Any = reference
    for name in path.replace("()", "").split("."):
        owner, found = found, getattr(found, name, None)
    try:
        names = list(inspect.signature(found).parameters)
    except (TypeError, ValueError):
        return []
    return names[1:] if inspect.isclass(owner) and inspect.isfunction(found) else names
