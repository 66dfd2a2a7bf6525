"""What a submission answered, call by call, and whether two submissions gave the same answers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np

from autograder.checks.opening import holds_object
from autograder.sandbox import Remote, StudentError, WorkerLost, content
from autograder.sandbox.inside import wire

# Two programs make the same mistake when their answers agree this well, in units of the root mean square: looser than
# float32 noise (8e-6), tighter than the mildest mistake that was measured (2e-3).
SAME_ANSWER = 1e-4
# An argument with more entries is said by its shape, even where the inputs may be shown.
MOST_WRITTEN = 24


# Stands for an object of a program that is gone: all that can be said of one is that it is an object.
OPAQUE = object()


@dataclass(frozen=True)
class Answer:
    """One finished request to student code.

    Attributes
    ----------
    path
        What was called or read: "gradient", "LogisticNeuron().fit".
    value
        What came back; a copy of plain data, or a ``Remote``.
    error
        The built-in type of the exception instead, or None.
    args, kwargs
        What was handed over; ``args`` is None where an attribute was read.
    """

    path: str
    value: Any = None
    error: str | None = None
    args: Sequence[Any] | None = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)

    @property
    def drawn(self) -> bool:
        """Whether a random generator was among the arguments: then the values are nobody's business."""
        return bool(wire.generators(self.args or (), self.kwargs))

    def described(self, *, values: bool = False) -> str:
        """Return the call as a student may read it: in names and shapes, or with what was handed over."""
        if self.args is None:
            return self.path
        say = _written if values else _described
        parts = [say(value) for value in self.args]
        parts += [f"{name}={say(value)}" for name, value in self.kwargs.items()]
        return f"{self.path}({', '.join(parts)})"


@dataclass
class Transcript:
    """The answers given during one check, in order."""

    answers: list[Answer] = field(default_factory=list)

    @property
    def drawn(self) -> bool:
        """Whether random numbers were drawn along the way."""
        return any(answer.drawn for answer in self.answers)

    def settle(self) -> None:
        """Read named tuples and other children of plain data while their worker is there: later nobody could."""
        self.answers = [
            replace(one, value=_settled(one.value)) if holds_object(one.value) else one
            for one in self.answers
        ]


def same_answer(a: Answer, b: Answer) -> bool:
    """Tell whether two answers to one request agree."""
    if a.path != b.path or a.error != b.error:
        return False
    return a.error is not None or same_value(a.value, b.value)


def same_value(a: Any, b: Any) -> bool:
    """Tell whether two results agree: structure, shape, and numbers within ``SAME_ANSWER``."""
    a, b = wire.content(a), wire.content(b)
    if _is_object(a) or _is_object(b):
        return _is_object(a) and _is_object(b)
    if isinstance(a, Mapping) or isinstance(b, Mapping):
        if not (isinstance(a, Mapping) and isinstance(b, Mapping)) or a.keys() != b.keys():
            return False
        return all(same_value(a[key], b[key]) for key in a)
    if _is_structure(a) and _is_structure(b):
        if len(a) != len(b):
            return False
        return all(same_value(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, str | bytes | None) or isinstance(b, str | bytes | None):
        return type(a) is type(b) and bool(a == b)
    return _same_numbers(a, b)


def _settled(value: Any) -> Any:
    if isinstance(value, Remote):
        try:
            held = content(value)
        except (StudentError, WorkerLost):
            return value
        return value if isinstance(held, Remote) else _settled(held)
    if isinstance(value, tuple | list):
        return type(value)(_settled(one) for one in value)
    if isinstance(value, dict):
        return {key: _settled(one) for key, one in value.items()}
    return value


def _is_object(value: Any) -> bool:
    return value is OPAQUE or isinstance(value, Remote)


def _is_structure(value: Any) -> bool:
    return isinstance(value, Sequence) and not isinstance(value, str | bytes)


def _same_numbers(a: Any, b: Any) -> bool:
    try:
        x, y = np.asarray(a), np.asarray(b)
    except (ValueError, TypeError):
        return False
    if x.shape != y.shape or (x.dtype.kind == "b") != (y.dtype.kind == "b"):
        # True stands for 1, and yet who returns it has made another mistake than who returns 1.
        return False
    if x.dtype.kind not in "biufc" or y.dtype.kind not in "biufc":
        return x.dtype == y.dtype and bool(np.all(x == y))
    with np.errstate(all="ignore"):
        x, y = x.astype(np.complex128), y.astype(np.complex128)
        finite = np.isfinite(x) & np.isfinite(y)
        rms = float(np.sqrt(np.mean(np.abs(y[finite]) ** 2))) if finite.any() else 0.0
        near = np.abs(x - y) <= SAME_ANSWER * max(rms, 1e-12)
        same = (x == y) | (np.isnan(x) & np.isnan(y))
    return bool(np.where(finite, near, same).all())


def _written(value: Any) -> str:
    """Say a value in full where it is short, and what it is where it isn't."""
    if isinstance(value, np.ndarray):
        if value.size > MOST_WRITTEN:
            return _described(value)
        return np.array2string(value, precision=6, separator=", ").replace("\n", "")
    if isinstance(value, tuple | list) and len(value) <= MOST_WRITTEN:
        inner = ", ".join(_written(one) for one in value)
        return f"[{inner}]" if isinstance(value, list) else f"({inner}{',' * (len(value) == 1)})"
    if isinstance(value, bool | int | float | str | np.number | None):
        return repr(value.item() if isinstance(value, np.generic) else value)[:60]
    return _described(value)


def _described(value: Any) -> str:
    if isinstance(value, np.ndarray):
        kind = {"f": "", "i": " int", "u": " int", "b": " bool"}.get(value.dtype.kind, "")
        return f"array {value.shape}{kind}"
    if isinstance(value, np.random.Generator):
        return "rng"
    if isinstance(value, bool | np.bool_):
        return "bool"
    if isinstance(value, int | np.integer):
        return "int"
    if isinstance(value, float | np.floating):
        return "float"
    if isinstance(value, str):
        return "str"
    if isinstance(value, tuple | list):
        return f"{type(value).__name__} of {len(value)}"
    if isinstance(value, dict):
        return f"dict of {len(value)}"
    if value is None:
        return "None"
    return "object" if isinstance(value, Remote) else "function"
