"""Is an answer the right one? Structure, shape and values, and of what differs where and how."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from autograder.checks.failure import CheckFailed, Failure, fail
from autograder.checks.kinds import described, promised
from autograder.checks.opening import SEQUENCES, array_of, numbers_of, plain, wrong_type
from autograder.checks.sealed import Sealed
from autograder.checks.tolerance import EXACT, TIGHT, Tolerance, looks_float32
from autograder.sandbox import Remote

# A side is None where any length will do.
Shape = tuple[int | None, ...]

# A larger shape isn't said in numbers: an array without entries costs nothing, and its sides could spell hidden inputs.
LARGEST_SAID = 10_000_000
MOST_SIDES_SAID = 6
# Entries of a wrong answer that are kept, as float64, to look for what they have in common with the right ones.
MOST_KEPT = 1_000_000


def compare(given: Any, want: Any, tol: Tolerance, shapes: Sequence[Shape], part: str) -> None:
    """Fail where an answer differs from the right one."""
    __tracebackhide__ = True
    want = plain(want)
    if isinstance(want, Mapping):
        _compare_dict(given, want, tol, part)
    elif isinstance(want, tuple) or (isinstance(want, list) and _holds_structure(want)):
        _compare_items(given, want, tol, part)
    elif want is None or isinstance(want, str | bool | np.bool_ | bytes):
        _compare_single(given, want, part)
    else:
        right = np.asarray(want)
        if right.dtype.kind == "O":
            # An answer that was to repeat another one of the student's, which is no data itself.
            wrong_type(want, promised("array"), part)
        _compare_array(given, right, tol, shapes, part)


def wrong_shape(got: Shape, want: Shape, part: str, shapes: Sequence[Shape] = ()) -> Failure:
    """Return the failure of an array of another shape."""
    names = [written(shape) for shape in (want, *shapes)]
    return Failure("wrong_shape", {"got": _shown(got), "want": " / ".join(names), "part": part})


def fits(shape: Shape, want: Shape) -> bool:
    """Tell whether a shape is the wanted one."""
    return len(shape) == len(want) and all(
        side is None or side == mine for mine, side in zip(shape, want, strict=True)
    )


def written(shape: Shape) -> str:
    """Write a shape: "(3, 1)", "scalar", "(…, 28, 28)" where any length will do."""
    return str(shape).replace("None", "…") if shape else "scalar"


def _shown(shape: Shape) -> str:
    """Write a shape as it is, or "(…)" where no mistake would make such a one."""
    size = math.prod(max(side or 0, 1) for side in shape)
    return "(…)" if len(shape) > MOST_SIDES_SAID or size > LARGEST_SAID else written(shape)


def _holds_structure(items: Sequence[Any]) -> bool:
    kinds = (tuple, list, dict, str, np.ndarray, Sealed, Remote)
    return any(isinstance(item, kinds) for item in items)


def _compare_dict(given: Any, want: Mapping[Any, Any], tol: Tolerance, part: str) -> None:
    __tracebackhide__ = True
    got = entries(given, part)
    for key, value in want.items():
        if key not in got:
            fail("missing_key", key=repr(key), part=part)
        compare(got[key], value, tol, (), f"{part}[{key!r}]")


def entries(given: Any, part: str) -> dict[Any, Any]:
    """Return the entries of a dict, its keys as plain data; fail for anything else."""
    __tracebackhide__ = True
    got = plain(given)
    if not isinstance(got, dict):
        wrong_type(got, promised("dict"), part)
    return {_key(key): value for key, value in got.items()}


def _key(key: Any) -> Any:
    if type(key) is str:
        return key
    read = plain(key)
    return key if isinstance(read, dict | list | np.ndarray) else read


def _compare_items(given: Any, want: Sequence[Any], tol: Tolerance, part: str) -> None:
    __tracebackhide__ = True
    kind = promised("tuple" if isinstance(want, tuple) else "list")
    got = items_of(given, len(want), part, want=kind)
    for i, (item, right) in enumerate(zip(got, want, strict=True)):
        compare(item, right, tol, (), f"{part}[{i}]")


def items_of(given: Any, count: int, part: str, want: Any) -> list[Any]:
    """Return the items of a tuple, a list, or an array, which unpacks just as well; fail for anything else."""
    __tracebackhide__ = True
    got = plain(given)
    if isinstance(got, np.ndarray) and got.ndim and len(got) == count:
        return list(got)
    if not isinstance(got, SEQUENCES):
        wrong_type(got, want, part)
    if len(got) != count:
        fail("wrong_length", got=len(got), want=count, part=part)
    return list(got)


def _compare_single(given: Any, want: Any, part: str) -> None:
    """Compare text, a truth value, bytes or None."""
    __tracebackhide__ = True
    got = plain(given)
    if isinstance(got, np.bool_) or (
        isinstance(got, np.ndarray) and not got.ndim and got.dtype.kind in "bU"
    ):
        got = got.item()
    if isinstance(want, np.bool_):
        want = want.item()
    if type(got) is not type(want):
        wrong_type(got, described(want), part)
    if got != want:
        detail = {"got": repr(got)[:200], "want": repr(want)}
        raise CheckFailed(Failure("wrong_text", {"part": part}, detail))


def _compare_array(
    given: Any, want: np.ndarray, tol: Tolerance, shapes: Sequence[Shape], part: str
) -> None:
    __tracebackhide__ = True
    array = array_of(given, part, "array" if want.ndim else "number")
    if want.dtype.kind == "b" and array.dtype.kind != "b":
        fail("wrong_dtype", got=str(array.dtype), want="bool", part=part)
    array = numbers_of(array)
    if array.shape != want.shape:
        if not any(fits(array.shape, shape) for shape in shapes):
            failure = wrong_shape(array.shape, want.shape, part, shapes)
            if array.size > MOST_KEPT:
                raise CheckFailed(failure)
            raise CheckFailed(failure, array.astype(np.float64), want.astype(np.float64))
        want = want.reshape(array.shape)
    if tol != EXACT and looks_float32(array):
        tol = tol.for_float32() if tol is not TIGHT else tol
    with np.errstate(all="ignore"):
        number, right = array.astype(np.float64), want.astype(np.float64)
        wrong = ~(np.abs(number - right) <= tol.allowed(right))
    # Infinities and NaN are right only where they are wanted.
    special = ~np.isfinite(right)
    same = (number == right) | (np.isnan(number) & np.isnan(right))
    wrong = np.where(special | ~np.isfinite(number), ~same, wrong)
    if not wrong.any():
        return
    lost = ~np.isfinite(number) & np.isfinite(right)
    code = "not_finite" if lost.any() else "wrong_value" if number.ndim else "wrong_number"
    counted = lost if lost.any() else wrong
    index = tuple(int(i) for i in np.argwhere(counted)[0])
    values = {"count": int(counted.sum()), "size": number.size, "part": part}
    detail = at_index(index, got=f"{number[index]:.9g}", want=f"{right[index]:.9g}")
    raise CheckFailed(Failure(code, values, detail), number, right)


def at_index(index: tuple[int, ...], **detail: str) -> dict[str, str]:
    """Return the detail of a failure with the place in the array; a single number has none."""
    if index:
        detail["index"] = str(index if len(index) > 1 else index[0])
    return detail
