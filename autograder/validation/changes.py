"""Does a wrapped program answer otherwise than the program itself? Decided on the inputs of a task's laws."""

from __future__ import annotations

import time
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import numpy as np

from autograder.checks.laws import Law
from autograder.checks.lenses import Lens, seen, shown
from autograder.checks.sealed import PLAIN
from autograder.checks.tolerance import VALUE, Tolerance

INPUTS = 1_000
# Many scenarios train a network: so many seconds of inputs are enough of each, and most take less.
MOST_SECONDS = 0.3
# And one that builds a large network its memory: so much of what was answered is enough of it.
MOST_BYTES = 200_000_000

# What each call of a scenario answered.
Log = list[tuple[Any, ...]]


class Logs:
    """What a program answers on the inputs of a law, and whether a wrapped one answers otherwise.

    Parameters
    ----------
    law
        Whose inputs.
    program
        The program, without a wrapper: in this process, as the reference is.
    seed
        Draws the inputs.
    seconds
        How long to look for one that shows a difference, at most.
    """

    def __init__(
        self, law: Law, program: ModuleType, seed: int, seconds: float = MOST_SECONDS
    ) -> None:
        self._seconds = seconds
        self._law = law
        self._program = program
        self._seed = seed
        # Drawn numbers may be any in a check; a wrapper changes them all the same, for both draw from the same state.
        tol = law.tol if np.isfinite(law.tol.absolute) else VALUE
        self._ways = [("as it is", None, tol), *law.lenses(), *_refusals(law)]
        self._logs: list[Log] = []
        self._bytes = 0

    def difference(self, wrapped: ModuleType) -> str | None:
        """Return on which input it answers otherwise, and how; None where it doesn't, on a thousand at most."""
        end = time.process_time() + self._seconds
        asked = place = 0
        while asked < INPUTS and time.process_time() < end:
            name, change, tol = self._ways[place % len(self._ways)]
            n = self._law.sizes[place // len(self._ways) % len(self._law.sizes)]
            if place == len(self._logs):
                if self._bytes > MOST_BYTES:
                    break
                self._logs.append(self._log(self._program, change, place, n))
                self._bytes += sum(array.nbytes for array in _arrays(self._logs[-1]))
            theirs = self._log(wrapped, change, place, n)
            difference = _first_difference(self._logs[place], theirs, tol, kinds=change is None)
            if difference is not None:
                return f"{name}, size {n}: {difference}"
            asked += len(theirs) - 1
            place += 1
        return None

    def _log(self, module: ModuleType, change: Any, place: int, n: int) -> Log:
        """Return what each call answered: path, result or error, the arguments afterwards, what is shared."""
        log: Log = []

        def call(function: Any, path: str, args: list[Any], kwargs: dict[str, Any]) -> Any:
            try:
                result = function(*args, **kwargs)
            except Exception as error:
                log.append((path, type(error).__name__, _kept([*args, *kwargs.values()])))
                raise
            handed = [one for one in (*args, *kwargs.values()) if isinstance(one, np.ndarray)]
            shared = self._law.fresh and any(
                np.shares_memory(one, two) for one in _arrays(result) for two in handed
            )
            after = _kept([*args, *kwargs.values()])
            log.append((path, _kept(result), after, shared, _kinds(result)))
            return result

        rng = np.random.default_rng([self._seed, place])
        try:
            with seen(module, Lens(self._program, change, call)) as lensed:
                log.append(("returns", _kept(self._law.scenario(lensed, rng, n))))
        except Exception as error:
            log.append(("ends", type(error).__name__))
        return log


def _refusals(law: Law) -> list[tuple[str, Any, Tolerance]]:
    return [
        (
            f"bad {name}",
            lambda parameter, value, name=name, bad=bad, place=place: (
                bad(value)[place] if parameter == name and place < len(bad(value)) else value
            ),
            law.tol,
        )
        for name, bad in law.refused.items()
        for place in range(8)
    ]


def _arrays(value: Any) -> list[np.ndarray]:
    if isinstance(value, np.ndarray):
        return [value]
    if isinstance(value, tuple | list):
        return [array for item in value for array in _arrays(item)]
    return (
        [array for item in value.values() for array in _arrays(item)]
        if isinstance(value, dict)
        else []
    )


def _kinds(value: Any) -> Any:
    """Return what kinds of things a result is made of, as far as a docstring speaks of them."""
    if isinstance(value, tuple | list):
        return [_kinds(item) for item in value]
    if isinstance(value, dict):
        return {key: _kinds(item) for key, item in value.items()}
    if isinstance(value, np.ndarray) and value.ndim:
        return "array", value.dtype.kind in "iu", value.shape
    if isinstance(value, bool | np.bool_ | int | float | np.generic | np.ndarray):
        return "number", np.asarray(value).dtype.kind in "iu"
    return type(value).__name__ if isinstance(value, PLAIN) else "object"


def _kept(value: Any) -> Any:
    value = shown(value)
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, tuple | list):
        return [_kept(item) for item in value]
    if isinstance(value, dict):
        return {key: _kept(item) for key, item in value.items()}
    if isinstance(value, np.random.Generator):
        return repr(value.bit_generator.state)
    if isinstance(value, PLAIN):
        return value
    held = getattr(value, "__dict__", {})
    return {name: _kept(one) for name, one in held.items() if isinstance(one, PLAIN)}


def _first_difference(a: Log, b: Log, tol: Tolerance, *, kinds: bool) -> str | None:
    for mine, theirs in zip(a, b, strict=False):
        # Of whole numbers no docstring says whether what is made of them is whole, too.
        if not _same(mine[: None if kinds else 4], theirs[: None if kinds else 4], tol):
            return f"{mine[0]} gives {_short(theirs[1:])} and not {_short(mine[1:])}"
    return None if len(a) == len(b) else "another number of calls"


def _short(value: Any) -> str:
    return " ".join(str(value).split())[:160]


def _same(a: Any, b: Any, tol: Tolerance) -> bool:
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray) and a.dtype == b.dtype:
        if a.shape == b.shape and a.tobytes() == b.tobytes():
            return True
    elif type(a) is type(b) and isinstance(a, str | int | float) and a == b:
        return True
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(_same(a[key], b[key], tol) for key in a)
    if isinstance(a, tuple | list) and isinstance(b, tuple | list):
        return len(a) == len(b) and all(_same(x, y, tol) for x, y in zip(a, b, strict=True))
    numbers = (int, float, complex, np.number, np.bool_, np.ndarray)
    if isinstance(a, numbers) and isinstance(b, numbers):
        a, b = np.asarray(a), np.asarray(b)
        if a.shape != b.shape or a.dtype.kind not in "biuf" or b.dtype.kind not in "biuf":
            return a.shape == b.shape and bool(np.all(a == b))
        a, b = a.astype(float), b.astype(float)
        with np.errstate(all="ignore"):
            near = (a == b) | (np.isnan(a) & np.isnan(b)) | (np.abs(a - b) <= tol.allowed(a))
        return bool(np.all(near))
    return type(a) is type(b) and a == b
