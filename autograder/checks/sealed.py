"""What a suite is handed of a student's: an answer that verbs open, and nothing else does.

A list, a named tuple and an array all unpack, but not alike; ``len``, a subscript or ``isinstance`` on what came back
is right for the programs that its author thought of, and wrong for the next one. So an answer is sealed: it can be
called, handed back to the student's functions, and given to a verb. An object of a class of the student's can be asked
for its attributes, which are sealed again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, NoReturn

import numpy as np

from autograder.checks.failure import CheckFailed, Failure, fail
from autograder.checks.kinds import described

PLAIN = (
    type(None), bool, int, float, complex, str, bytes, tuple, list, dict, set, frozenset, np.ndarray, np.generic,
)  # fmt: skip


# Makes the calls of student code while a law is asked: it is handed the function, sealed, and the arguments.
Caller = Callable[["Sealed", Sequence[Any], Mapping[str, Any]], "Sealed"]
_caller: ContextVar[Caller | None] = ContextVar("caller", default=None)


class SealedError(TypeError):
    """A suite has gone around the verbs: a mistake in the suite, never in what is graded."""


class NoAttribute(CheckFailed, AttributeError):
    """An object of the student's lacks an attribute."""


class Sealed:
    """An answer of the student's, or their module.

    Parameters
    ----------
    answer
        What came back: plain data, or an object of the student's.
    path
        How it was got, as a reader of the suite would write it; empty for the module itself.
    part
        Which part of a result it is, "[0]", or which attribute of an object, ".w"; empty for what a call returned.
    """

    __slots__ = ("_answer", "_part", "_path")
    _answer: Any
    _path: str
    _part: str

    def __init__(self, answer: Any, path: str = "", part: str = "") -> None:
        for name, value in (("_answer", answer), ("_path", path), ("_part", part)):
            object.__setattr__(self, name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Sealed:
        __tracebackhide__ = True
        caller = _caller.get()
        return called(self, *args, **kwargs) if caller is None else caller(self, args, kwargs)

    def __getattr__(self, name: str) -> Sealed:
        __tracebackhide__ = True
        if name.startswith("__"):
            raise AttributeError(name)
        owner = self._answer
        if isinstance(owner, PLAIN):
            if owner is None and not self._part:
                fail("nothing", want=described(object()))
            fail("wrong_type", got=described(owner), want=described(object()), part=self._part)
        try:
            value = getattr(owner, name)
        except AttributeError as missing:
            if not self._path:
                raise
            raise NoAttribute(Failure("no_attribute", {"name": name})) from missing
        path = f"{self._path}.{name}" if self._path else name
        return Sealed(value, path, f".{name}")

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self._answer, name, opened(value))

    def __repr__(self) -> str:
        return f"<sealed {self._path or 'module'}>"

    @property  # type: ignore[misc]
    def __class__(self) -> NoReturn:  # type: ignore[override]
        # What ``isinstance`` asks, once the type itself has not said yes.
        _refusal("isinstance")(self)


def called(sealed: Sealed, *args: Any, **kwargs: Any) -> Sealed:
    """Call what is sealed, past whatever makes the calls just now."""
    __tracebackhide__ = True
    result = function_of(sealed)(*opened(args), **opened(kwargs))
    return Sealed(result, f"{sealed._path}()")


def function_of(sealed: Sealed) -> Callable[..., Any]:
    """Return what is sealed where it can be called; fail where it can't."""
    __tracebackhide__ = True
    if not callable(sealed._answer):
        fail("no_function", name=sealed._path, got=described(sealed._answer))
    return sealed._answer  # type: ignore[no-any-return]


@contextmanager
def calling(caller: Caller) -> Iterator[None]:
    """Let all calls of student code be made by a function, while the block lasts."""
    token = _caller.set(caller)
    try:
        yield
    finally:
        _caller.reset(token)


def _refusal(name: str) -> Callable[..., NoReturn]:
    def refuse(sealed: Sealed, *args: Any, **kwargs: Any) -> NoReturn:
        raise SealedError(
            f"{sealed!r} is the student's: {name} would be right for some answers and wrong for "
            "others, so open it with a verb of autograder.checks"
        )

    return refuse


# Operators can stand on either side, or assign.
OPERATORS = (
    "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "divmod", "pow", "lshift", "rshift",
    "and", "xor", "or",
)  # fmt: skip
REFUSED = (
    "eq", "ne", "lt", "le", "gt", "ge", "contains", "bool", "hash",
    "len", "length_hint", "iter", "next", "reversed", "getitem", "setitem", "delitem",
    "float", "int", "index", "complex", "neg", "pos", "abs", "invert", "round", "trunc", "floor", "ceil",
    "str", "format", "bytes", "copy", "deepcopy", "reduce", "reduce_ex",
    "array", "array_ufunc", "array_function",
    *(side + name for name in OPERATORS for side in ("", "r", "i")),
)  # fmt: skip
for _name in REFUSED:
    setattr(Sealed, f"__{_name}__", _refusal(f"__{_name}__"))


def opened(value: Any) -> Any:
    """Return what is sealed as it came back, also inside of tuples, lists and dicts; anything else as it is."""
    if isinstance(value, Sealed):
        return value._answer
    kind = type(value)
    if kind is tuple or kind is list:
        return kind(opened(item) for item in value)
    if kind is dict:
        return {key: opened(item) for key, item in value.items()}
    return value


def part_of(value: Any) -> str:
    """Return which part of a result an answer is, in the words of a failure."""
    return value._part if isinstance(value, Sealed) else ""


def resealed(whole: Any, item: Any, place: str) -> Any:
    """Return a part of an answer, sealed where the answer was."""
    if not isinstance(whole, Sealed):
        return item
    return Sealed(item, f"{whole._path}{place}", f"{whole._part}{place}")
