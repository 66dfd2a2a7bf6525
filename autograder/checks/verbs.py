"""What a check can expect of a student's function.

Everything that comes back from student code is plain data or an opaque ``Remote``; a verb never calls a method of what
it was given, so an object that lies about itself has nothing to lie to.
"""

from __future__ import annotations

import builtins
import copy
import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.checks.failure import CheckFailed, Failure
from autograder.checks.tolerance import EXACT, GRADIENT, TIGHT, VALUE, Tolerance, looks_float32
from autograder.sandbox import Remote, WorkerLost

Shape = tuple[int, ...]
# Classes beside the built-in ones that students return by mistake.
KNOWN_CLASSES = ("ndarray", "Series", "DataFrame", "Generator", "csr_matrix", "generator")
PLAIN_SEQUENCES = (tuple, list)
# A larger shape isn't said in numbers: an array without entries costs nothing, and its sides could spell hidden inputs.
LARGEST_SAID = 10_000_000
MOST_SIDES_SAID = 6
# Entries of a wrong answer that are kept, as float64, to look for what they have in common with the right ones.
MOST_KEPT = 1_000_000


def expect_close(
    got: Any,
    want: Any,
    *,
    tol: Tolerance = VALUE,
    shapes: Sequence[Shape] = (),
) -> None:
    """Expect a result to have the wanted structure, shape and values.

    Parameters
    ----------
    got
        What the student's function returned.
    want
        The right answer: a number, an array, text, None, or tuples, lists and dicts of those. A dict may come back with
        more keys than wanted.
    tol
        How close each number must be.
    shapes
        Further shapes that the docstring allows for an array, beside the shape of ``want``.

    Raises
    ------
    CheckFailed
        Where the result differs.
    """
    __tracebackhide__ = True
    _compare(got, want, tol, shapes, "")


def expect_gradient(got: Any, want: Any, *, tol: Tolerance = GRADIENT) -> None:
    """Expect gradients to equal the reference's: the worst entry in units of the rms of its array."""
    __tracebackhide__ = True
    _compare(got, want, tol, (), "")


def expect_shape(got: Any, shape: Shape, *, dtype: type | None = None) -> np.ndarray:
    """Expect an array of a shape and, where the docstring promises one, of a kind of dtype (``float``, ``int``).

    Returns the array, which can be indexed even where a list came back.
    """
    __tracebackhide__ = True
    array = _array(got, "")
    if array.shape != shape:
        raise CheckFailed(_wrong_shape(array.shape, shape, "", ()))
    kinds = {float: "f", int: "iu", bool: "b"}.get(dtype, "") if dtype is not None else ""
    if kinds and array.dtype.kind not in kinds:
        _fail("wrong_dtype", got=str(array.dtype), want=dtype.__name__ if dtype else "", part="")
    return array


def expect(condition: Any, code: str = "property", **values: object) -> None:
    """Expect a property of the result to hold; say in the check's title which."""
    __tracebackhide__ = True
    if not bool(condition):
        raise CheckFailed(Failure(code, {"part": "", **values}))


def expect_error(
    error: type[Exception], function: Callable[..., Any], *args: Any, **kwargs: Any
) -> None:
    """Expect a call to raise an error that the docstring promises."""
    __tracebackhide__ = True
    try:
        function(*args, **kwargs)
    except (NotImplementedError, WorkerLost):
        raise
    except error:
        return
    except AttributeError as missing:
        # A function that isn't there must not pass for one that raises.
        if issubclass(error, AttributeError):
            raise
        _fail("wrong_error", got="AttributeError", want=error.__name__, cause=missing)
    except Exception as other:
        name = getattr(other, "known_type", type(other).__name__)
        _fail("wrong_error", got=name, want=error.__name__, cause=other)
    _fail("no_error", want=error.__name__)


def expect_unchanged(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Expect a call to leave its arguments as they were; return its result."""
    __tracebackhide__ = True
    before = copy.deepcopy((args, kwargs))
    if isinstance(function, Remote):
        result, after = function._worker.call(function, args, kwargs, echo=True)
    else:
        result = function(*args, **kwargs)
        after = (args, kwargs)
    if not _same(before, after):
        _fail("changed_input")
    return result


def _fail(code: str, cause: BaseException | None = None, **values: object) -> None:
    __tracebackhide__ = True
    raise CheckFailed(Failure(code, {"part": "", **values})) from cause


def _same(a: Any, b: Any) -> bool:
    """Compare plain data exactly, NaN being equal to itself."""
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        if not (isinstance(a, np.ndarray) and isinstance(b, np.ndarray)):
            return False
        if a.shape != b.shape or a.dtype != b.dtype:
            return False
        return np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    if isinstance(a, PLAIN_SEQUENCES) and isinstance(b, PLAIN_SEQUENCES):
        return len(a) == len(b) and all(_same(x, y) for x, y in zip(a, b, strict=True))
    if isinstance(a, Mapping) and isinstance(b, Mapping):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, int | float | str | bytes | None) and not isinstance(a, np.generic):
        return bool(a == b)
    # Functions, generators and objects of the student's own: conduct on these isn't checked.
    return True


def plain(value: Any) -> Any:
    """Return what a named tuple, an ordered dict or another child of plain data holds; anything else as it is."""
    return value._worker.content(value) if isinstance(value, Remote) else value


def _describe(value: Any) -> str:
    """Name a type as a student knows it; never by a name that the submission has made up."""
    if isinstance(value, Remote):
        known = hasattr(builtins, value._class) or value._class in KNOWN_CLASSES
        return value._class if known else "object"
    if value is None:
        return "None"
    return type(value).__name__


def _array(got: Any, part: str) -> np.ndarray:
    """Return a result as an array of numbers, or fail saying what it is instead."""
    __tracebackhide__ = True
    got = plain(got)
    if isinstance(got, bool | np.bool_):
        _fail("wrong_type", got="bool", want="number", part=part)
    if isinstance(got, int | float | complex | np.generic | np.ndarray):
        array = np.asarray(got)
    elif isinstance(got, PLAIN_SEQUENCES):
        try:
            array = np.asarray(got)
        except (ValueError, TypeError, OverflowError):
            array = np.empty(0, object)
    else:
        array = np.empty(0, object)
    if array.dtype == bool:
        _fail("wrong_type", got="bool", want="number", part=part)
    if array.dtype.kind not in "iufc":
        _fail("wrong_type", got=_describe(got), want="array", part=part)
    if array.dtype.kind == "c":
        _fail("wrong_dtype", got=str(array.dtype), want="float", part=part)
    return array


def _wrong_shape(got: Shape, want: Shape, part: str, shapes: Sequence[Shape]) -> Failure:
    names = [str(shape) if shape else "scalar" for shape in (want, *shapes)]
    return Failure(
        "wrong_shape",
        {"got": _shown(got), "want": " / ".join(names), "part": part},
    )


def _shown(shape: Shape) -> str:
    """Write a shape as it is, or "(…)" where no mistake would make such a one."""
    if len(shape) > MOST_SIDES_SAID or math.prod(max(side, 1) for side in shape) > LARGEST_SAID:
        return "(…)"
    return str(shape) if shape else "scalar"


def _compare(got: Any, want: Any, tol: Tolerance, shapes: Sequence[Shape], part: str) -> None:
    __tracebackhide__ = True
    got = plain(got)
    if isinstance(want, Mapping):
        _compare_dict(got, want, tol, part)
    elif isinstance(want, tuple) or (isinstance(want, list) and _holds_structure(want)):
        _compare_items(got, want, tol, part)
    elif want is None or isinstance(want, str | bool | bytes):
        # ``bool`` before numbers: True is an int.
        if isinstance(want, bool) and isinstance(got, np.bool_):
            got = bool(got)
        if type(got) is not type(want):
            _fail("wrong_type", got=_describe(got), want=_describe(want), part=part)
        if got != want:
            raise CheckFailed(
                Failure("wrong_text", {"part": part}, {"got": repr(got)[:200], "want": repr(want)})
            )
    else:
        _compare_array(got, np.asarray(want), tol, shapes, part)


def _holds_structure(items: Sequence[Any]) -> bool:
    return any(isinstance(item, tuple | list | dict | str | np.ndarray) for item in items)


def _compare_dict(got: Any, want: Mapping[Any, Any], tol: Tolerance, part: str) -> None:
    __tracebackhide__ = True
    if not isinstance(got, dict):
        _fail("wrong_type", got=_describe(got), want="dict", part=part)
    for key, value in want.items():
        if key not in got:
            _fail("missing_key", key=repr(key), part=part)
        _compare(got[key], value, tol, (), f"{part}[{key!r}]")


def _compare_items(got: Any, want: Sequence[Any], tol: Tolerance, part: str) -> None:
    __tracebackhide__ = True
    if isinstance(got, np.ndarray) and got.ndim and len(got) == len(want):
        # ``dw, db = gradient(…)`` unpacks an array just as well as a tuple.
        got = list(got)
    if not isinstance(got, PLAIN_SEQUENCES):
        _fail("wrong_type", got=_describe(got), want="tuple", part=part)
    if len(got) != len(want):
        _fail("wrong_length", got=len(got), want=len(want), part=part)
    for i, (one, right) in enumerate(zip(got, want, strict=True)):
        _compare(one, right, tol, (), f"{part}[{i}]")


def _compare_array(
    got: Any, want: np.ndarray, tol: Tolerance, shapes: Sequence[Shape], part: str
) -> None:
    __tracebackhide__ = True
    array = _array(got, part)
    if array.shape != want.shape:
        if array.shape not in shapes:
            failure = _wrong_shape(array.shape, want.shape, part, shapes)
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
    index = tuple(int(i) for i in np.argwhere(wrong)[0])
    lost = ~np.isfinite(number) & wrong
    if lost.any():
        index = tuple(int(i) for i in np.argwhere(lost)[0])
        values = {"count": int(lost.sum()), "size": number.size, "part": part}
        raise CheckFailed(
            Failure("not_finite", values, _detail(number, right, index)), number, right
        )
    values = {"count": int(wrong.sum()), "size": number.size, "part": part}
    code = "wrong_value" if number.ndim else "wrong_number"
    raise CheckFailed(Failure(code, values, _detail(number, right, index)), number, right)


def _detail(got: np.ndarray, want: np.ndarray, index: Shape) -> dict[str, str]:
    detail = {"got": f"{got[index]:.9g}", "want": f"{want[index]:.9g}"}
    if index:
        detail["index"] = str(index if len(index) > 1 else index[0])
    return detail
