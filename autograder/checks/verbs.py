"""What a check can expect of a student's function.

Everything that comes back from student code is plain data or an opaque ``Remote``, and sealed; a verb never calls a
method of what it was given, so an object that lies about itself has nothing to lie to. Public checks also run where the
student's own module is imported as it is: a verb takes plain answers of every kind just as well, and judges them alike.
"""

from __future__ import annotations

import builtins
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np

from autograder.checks.comparison import Shape, compare, entries, fits, items_of, wrong_shape
from autograder.checks.failure import CheckFailed, fail
from autograder.checks.kinds import promised
from autograder.checks.opening import array_of, numbers_of, plain, wrong_type
from autograder.checks.sealed import PLAIN, Sealed, SealedError, opened, part_of, resealed
from autograder.checks.tolerance import GRADIENT, VALUE, Tolerance
from autograder.checks.unwritten import is_stub
from autograder.sandbox import Remote, StudentError, WorkerLost, echoed
from autograder.texts import Text

KINDS: Mapping[type, str] = {float: "f", int: "iu", bool: "b"}
# What never counts as the error that was promised: nothing to judge, or nothing that the student's code raised.
NO_ANSWERS = (WorkerLost, CheckFailed, SealedError)


def expect_close(
    got: Any, want: Any, *, tol: Tolerance = VALUE, shapes: Sequence[Shape] = ()
) -> None:
    """Expect a result to have the wanted structure, shape and values.

    Parameters
    ----------
    got
        What the student's function returned.
    want
        The right answer: a number, an array, a mask of bool, text, None, or tuples, lists and dicts of those. A
        dict may come back with more keys than wanted.
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
    compare(got, want, tol, shapes, part_of(got))


def expect_gradient(got: Any, want: Any, *, tol: Tolerance = GRADIENT) -> None:
    """Expect gradients to equal the reference's: the worst entry in units of the rms of its array."""
    __tracebackhide__ = True
    compare(got, want, tol, (), part_of(got))


def expect_shape(got: Any, shape: Shape, *, dtype: type | None = None) -> np.ndarray:
    """Expect an array of a shape and, where the docstring promises one, of a kind of dtype (``float``, ``int``).

    A side that may have any length is None. Returns the array, to be calculated with even where a list came back.
    """
    __tracebackhide__ = True
    part = part_of(got)
    array = array_of(got, part, "array" if shape else "number")
    if not fits(array.shape, shape):
        raise CheckFailed(wrong_shape(array.shape, shape, part))
    if dtype is not None:
        if array.dtype.kind not in KINDS[dtype]:
            fail("wrong_dtype", got=str(array.dtype), want=dtype.__name__, part=part)
        return array
    return numbers_of(array)


def expect_numbers(got: Any) -> np.ndarray:
    """Expect a number, or an array of numbers of any shape; return the array, without a side where it is a number."""
    __tracebackhide__ = True
    return numbers_of(array_of(got, part_of(got)))


def expect_items(got: Any, count: int, *, array: bool = True) -> list[Any]:
    """Expect so many items: a tuple, a list, a child of one, or an array, which unpacks just as well.

    An array will not do, with ``array=False``, where the items are of different kinds: it is one of them, come alone.
    Returns the items, each of them an answer as the whole was: to be given to a verb, or back to the student's code.
    """
    __tracebackhide__ = True
    part, want = part_of(got), promised("items", count=count)
    held = plain(got)
    if not array and isinstance(held, np.ndarray):
        wrong_type(held, want, part)
    items = items_of(held, count, part, want)
    return [resealed(got, item, f"[{place}]") for place, item in enumerate(items)]


def expect_keys(got: Any, *names: str, only: bool = False) -> dict[str, Any]:
    """Expect a dict with entries of some names, and with ``only`` no others.

    Returns those entries by name, each of them an answer as the whole was.
    """
    __tracebackhide__ = True
    part = part_of(got)
    found = entries(got, part)
    for name in names:
        if name not in found:
            fail("missing_key", key=repr(name), part=part)
    if only and len(found) > len(names):
        fail("more_keys", got=len(found), want=len(names), part=part)
    return {name: resealed(got, found[name], f"[{name!r}]") for name in names}


def expect_object(got: Any, *attributes: str) -> Any:
    """Expect an object of the student's that has some attributes, as where a method returns its own object.

    Returns the object, as it was given.
    """
    __tracebackhide__ = True
    held = plain(got)
    if isinstance(held, PLAIN):
        word = "object_with" if attributes else "object"
        wrong_type(held, promised(word, names=", ".join(attributes)), part_of(got))
    for name in attributes:
        if not hasattr(held, name):
            fail("no_attribute", name=name)
    return got


def expect(condition: Any, *, en: str, ko: str) -> None:
    """Expect a property to hold that no other verb knows.

    Parameters
    ----------
    condition
        Whether it holds, calculated from what verbs have opened.
    en, ko
        The property, as a clause that a student may read where it doesn't hold: "the losses go down".
    """
    __tracebackhide__ = True
    if not bool(condition):
        fail("property", property=Text(en=en, ko=ko))


def expect_error(
    error: type[Exception], function: Callable[..., Any], *args: Any, **kwargs: Any
) -> None:
    """Expect a call to raise an error that the docstring promises."""
    __tracebackhide__ = True
    try:
        function(*args, **kwargs)
    except NO_ANSWERS:
        raise
    except Exception as raised:
        stub = isinstance(raised, NotImplementedError) and is_stub(str(raised))
        # A function that isn't there must not pass for one that raises.
        absent = isinstance(raised, AttributeError) and issubclass(error, AttributeError)
        if stub or absent or "Refused" in getattr(raised, "mro", ()):
            raise
        if isinstance(raised, error):
            return
        fail("wrong_error", got=_known(raised), want=error.__name__, cause=raised)
    fail("no_error", want=error.__name__)


def expect_unchanged(function: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """Expect a call to leave its arguments as they were; return its result.

    Of objects of the student's among the arguments nothing is asked.
    """
    __tracebackhide__ = True
    args, kwargs = opened(args), opened(kwargs)
    called = opened(function)
    before = _kept(_named(args, kwargs))
    if isinstance(called, Remote):
        result, (args, kwargs) = echoed(called, args, kwargs)
        if isinstance(function, Sealed):
            result = Sealed(result, f"{function._path}()")
    else:
        result = function(*args, **kwargs)
    after = _named(args, kwargs)
    for name, old in before.items():
        if not _same(old, _kept(after[name])):
            fail("changed_input", argument=name)
    return result


def _named(args: Sequence[Any], kwargs: Mapping[str, Any]) -> dict[Any, Any]:
    """Return arguments by name, and those without one by their place, as a reader counts."""
    named: list[tuple[Any, Any]] = [*enumerate(args, 1), *kwargs.items()]
    return dict(named)


def _known(raised: Exception) -> str:
    """Name an exception by the nearest class that Python or NumPy defines."""
    if isinstance(raised, StudentError):
        return raised.known_type
    names = [kind.__name__ for kind in type(raised).__mro__]
    return next((name for name in names if hasattr(builtins, name)), "Exception")


def _kept(value: Any) -> Any:
    """Return a copy of plain data as it is now; objects and functions as they are."""
    value = plain(value)
    if isinstance(value, np.ndarray):
        return value.copy()
    if isinstance(value, tuple | list):
        return [_kept(item) for item in value]
    if isinstance(value, dict):
        return {key: _kept(item) for key, item in value.items()}
    return value


def _same(a: Any, b: Any) -> bool:
    """Compare plain data exactly, NaN being equal to itself."""
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        return a.dtype == b.dtype and np.array_equal(a, b, equal_nan=a.dtype.kind in "fc")
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        return False
    if isinstance(a, list) and isinstance(b, list):
        return len(a) == len(b) and all(map(_same, a, b))
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_same(a[key], b[key]) for key in a)
    if isinstance(a, int | float | str | bytes | None) and not isinstance(a, np.generic):
        return bool(a == b or (a != a and b != b))
    # Functions, generators and objects of the student's own: conduct on these isn't checked.
    return True
