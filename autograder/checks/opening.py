"""Reading an answer as what it is: sealed, living in a worker, or here; plain data, or a child of plain data."""

from __future__ import annotations

from typing import Any, NoReturn

import numpy as np

from autograder.checks.failure import fail
from autograder.checks.kinds import described, promised
from autograder.checks.sealed import Sealed
from autograder.sandbox import Remote, content
from autograder.sandbox.inside import wire
from autograder.texts import Text

SEQUENCES = (tuple, list)
# What numbers are: a bool is the number it stands for, as everywhere in Python.
NUMBERS = "biufc"
# Lists within lists that are followed; the wire carries no more.
DEEPEST = 64


def plain(value: Any) -> Any:
    """Return what an answer holds as plain data, its items as they are; an object of the student's as it is.

    Named tuples, ordered dicts, enums of text or numbers, masked arrays: each is read as the plain data it is made of.
    """
    if isinstance(value, Sealed):
        value = value._answer
    if isinstance(value, Remote):
        return content(value)
    return wire.content(value)


def holds_object(value: Any) -> bool:
    """Tell whether an answer is an object of the student's, or holds one in a tuple, list or dict."""
    if isinstance(value, tuple | list):
        return any(map(holds_object, value))
    if isinstance(value, dict):
        return any(map(holds_object, value.values()))
    return isinstance(value, Remote)


def array_of(given: Any, part: str, want: str = "array") -> np.ndarray:
    """Return an answer as an array of numbers, or fail saying what it is instead.

    Parameters
    ----------
    given
        The answer.
    part
        Which part of the result it is.
    want
        What was promised: "array" or "number".
    """
    __tracebackhide__ = True
    value = plain(given)
    array = _as_array(value)
    if array is None or array.dtype.kind not in NUMBERS:
        wrong_type(value, promised(want), part, got=_no_array(value))
    if array.dtype.kind == "c":
        fail("wrong_dtype", got=str(array.dtype), want="float", part=part)
    return array


def numbers_of(array: np.ndarray) -> np.ndarray:
    """Return an array that can be calculated with: bools as the numbers they stand for."""
    return array.astype(np.int64) if array.dtype.kind == "b" else array


def wrong_type(value: Any, want: Text, part: str, got: Text | None = None) -> NoReturn:
    """Fail for an answer of another kind; for one that is None, ask for the ``return``."""
    __tracebackhide__ = True
    if value is None and not part:
        fail("nothing", want=want)
    fail("wrong_type", got=got or described(value), want=want, part=part)


def _as_array(value: Any) -> np.ndarray | None:
    """Return an array of whatever a value holds; None where it makes none."""
    if isinstance(value, SEQUENCES):
        made = _numbers_in(value)
        return made if made is not None else _numbers_in(_read_through(value, DEEPEST))
    if not isinstance(value, int | float | complex | np.generic | np.ndarray):
        return None
    array = np.asarray(value)
    return None if array.dtype.kind == "O" else array


def _numbers_in(items: Any) -> np.ndarray | None:
    try:
        array = np.asarray(items)
    except (ValueError, TypeError, OverflowError):
        return None
    return array if array.dtype.kind in NUMBERS else None


def _read_through(value: Any, depth: int) -> Any:
    """Return nested lists with every item read as plain data."""
    value = plain(value)
    if isinstance(value, SEQUENCES) and depth:
        return [_read_through(item, depth - 1) for item in value]
    return value


def _no_array(value: Any) -> Text | None:
    """Say why a value that might have been numbers is none; None where its kind says it."""
    if isinstance(value, SEQUENCES):
        return promised("ragged")
    if isinstance(value, int):
        return promised("too_large_a_number")
    return None
