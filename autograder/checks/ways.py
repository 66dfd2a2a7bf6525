"""Ways of changing arguments: another layout in memory, whole numbers, extremes, another letter case."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

import numpy as np

from autograder.checks.lenses import Change


def on(names: Sequence[str], change: Callable[[Any], Any]) -> Change:
    """Return a change of some parameters only, by their names, and of all that dicts among them hold."""
    return lambda name, value: (
        change(value) if name in names or str(name).partition("['")[0] in names else value
    )


def on_arrays(change: Callable[[np.ndarray], np.ndarray]) -> Change:
    """Return a change of every array that has sides."""

    def changed(name: str | None, value: Any) -> Any:
        return change(value) if isinstance(value, np.ndarray) and value.ndim else value

    return changed


def _strided(array: np.ndarray) -> np.ndarray:
    wide = np.zeros(tuple(2 * side for side in array.shape), array.dtype)
    view = wide[tuple(slice(None, None, 2) for _ in array.shape)]
    view[...] = array
    return view


def _reversed(array: np.ndarray) -> np.ndarray:
    back = tuple(slice(None, None, -1) for _ in array.shape)
    return np.ascontiguousarray(array[back])[back]


LAYOUTS = (on_arrays(np.asfortranarray), on_arrays(_strided), on_arrays(_reversed))
LETTERS: tuple[Callable[[Any], Any], ...] = tuple(
    (lambda value, write=write: write(value) if isinstance(value, str) else value)  # type: ignore[misc]
    for write in (str.upper, str.title, str.swapcase, str.lower)
)


def whole(value: Any) -> Any:
    """Return whole numbers about three times as large."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return np.rint(3 * value).astype(np.int64)
    return round(3 * value) if isinstance(value, float) else value


def large_whole(value: Any) -> Any:
    """Return whole numbers, most of them beyond 30."""
    return whole(13 * value) if isinstance(value, float | np.ndarray) else value


def zero(value: Any) -> Any:
    """Return zeros, as whole numbers."""
    if isinstance(value, np.ndarray) and value.dtype.kind == "f":
        return np.zeros(value.shape, np.int64)
    return 0 if isinstance(value, float) else value


def _bytes(value: Any, dtype: type, lowest: int) -> Any:
    if not isinstance(value, np.ndarray) or value.dtype.kind != "f" or not value.size:
        return value
    share = (value - value.min()) / (np.ptp(value) or 1.0)
    return (np.rint(share * 255) + lowest).astype(dtype)


def int8(value: Any) -> Any:
    """Return an array as int8, over the whole range of it."""
    return _bytes(value, np.int8, -128)


def uint8(value: Any) -> Any:
    """Return an array as uint8, over the whole range of it."""
    return _bytes(value, np.uint8, 0)


def extreme(values: Sequence[float]) -> Iterator[Callable[[Any], Any]]:
    """Yield ways of putting extreme values into an array: all of them among its entries, then each everywhere."""

    def mixed(value: Any) -> Any:
        if not isinstance(value, np.ndarray) or not value.ndim:
            return values[0]
        changed = np.array(value, dtype=float)
        flat = changed.reshape(-1)
        flat[: len(values)] = np.asarray(values, dtype=float)[: flat.size]
        return changed

    yield mixed
    yield from (partial(_everywhere, extreme) for extreme in values)


def _everywhere(extreme: float, value: Any) -> Any:
    return np.full_like(value, extreme, dtype=float) if isinstance(value, np.ndarray) else extreme
