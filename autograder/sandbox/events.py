"""What comes back from a worker beside values: its end, exceptions of student code, what a program failed to load."""

from __future__ import annotations

import builtins
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any

from autograder.sandbox.inside import caps
from autograder.sandbox.timing import Overrun

MAX_CLASSES = 1000
# Exceptions by names that no student has chosen.
KNOWN_EXCEPTIONS = {"AxisError", "ComplexWarning", "LinAlgError"} | {
    name
    for name, kind in vars(builtins).items()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}


class Loss(Enum):
    """Why a worker is gone."""

    TIMED_OUT = "timed_out"
    EXITED = "exited"
    KILLED = "killed"
    OUTPUT = "output"
    PROTOCOL = "protocol"
    CALLBACKS = "callbacks"

    @property
    def out_of_time(self) -> bool:
        """Whether it used up time: its own, or that of those whom it asked."""
        return self in (Loss.TIMED_OUT, Loss.CALLBACKS)


class WorkerLost(Exception):
    """The worker is gone, and with it whatever was asked of it.

    Attributes
    ----------
    loss
        Why.
    overrun
        What ran out, where that is why.
    place
        The statement that was being run, where the program was being loaded.
    """

    place: Place | None = None

    def __init__(self, loss: Loss, detail: str = "", overrun: Overrun | None = None) -> None:
        super().__init__(f"{loss.value}{': ' + detail if detail else ''}")
        self.loss = loss
        self.detail = detail
        self.overrun = overrun


@dataclass(frozen=True)
class Place:
    """A top-level statement of a program: which, counted from 0, and where it stands."""

    number: int
    filename: str
    line: int


@dataclass(frozen=True)
class Undefined:
    """A name that was used though its definition had failed, as its worker tells it: where, with what."""

    name: str
    filename: str
    line: int
    reason: str
    module: str = ""  # that its import didn't find


@dataclass(frozen=True)
class Frame:
    """A line of the student's own on the way to an exception; its text is ours, not what the worker said of it."""

    filename: str
    line: int
    source: str


class StudentError(Exception):
    """An exception that student code raised; also an instance of the built-in one it derives from.

    Attributes
    ----------
    type_name
        The name of its class.
    mro
        The names of its class and of all its bases.
    message
        Its text, capped.
    frames
        The student's own lines, the innermost last.
    missing_name
        The attribute that was asked for and isn't there, where that is what happened.
    missing_in_module
        Whether it was the student's module that was asked for it, and not an object.
    undefined
        The name that was used though its definition had failed, where that is what happened; said by the worker, so
        for the eyes of those who wrote what runs there.
    """

    type_name: str = ""
    mro: tuple[str, ...] = ()
    message: str = ""
    frames: tuple[Frame, ...] = ()
    missing_name: str | None = None
    missing_in_module: bool = False
    undefined: Undefined | None = None

    @property
    def known_type(self) -> str:
        """The nearest class that Python or NumPy defines: a name of the student's own making could say anything."""
        return next((name for name in self.mro if name in KNOWN_EXCEPTIONS), "Exception")


@dataclass(frozen=True)
class LoadError:
    """A statement that raised, or a cell that doesn't parse, while the program was loaded."""

    type: str
    message: str
    filename: str
    line: int
    source: str
    stopped: Stopped | None = None


@dataclass(frozen=True)
class Stopped:
    """Why a statement, by its number, did not run to its end: it was cut, or ended its process and was left out."""

    number: int
    loss: Loss
    overrun: Overrun | None = None


@dataclass(frozen=True)
class Call:
    """A finished request, as an observer is told of it; ``args`` is None where an attribute was read."""

    path: str
    args: tuple[Any, ...] | None = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    value: Any = None
    error: StudentError | None = None
    warnings: tuple[tuple[str, str], ...] = ()
    size: int = 0  # bytes that the answer takes here, roughly


@dataclass(frozen=True)
class Usage:
    """What a worker used, as the kernel counted it: seconds of processor time and KiB of memory."""

    cpu_seconds: float
    memory_kib: int


def printable(value: Any, most: int) -> str:
    """Return anything as text that can be stored and shown: no lone surrogates, no endless length."""
    text = value if type(value) is str else ""
    return text[:most].encode("utf-8", "backslashreplace").decode()


# ---- what a worker says of itself: whatever that is, it is read without harm


def student_error(
    description: Mapping[str, Any], line: Callable[[str, int], str | None]
) -> StudentError:
    """Return the exception that a worker described.

    Parameters
    ----------
    description
        What the worker sent.
    line
        Returns the text of a line of the program; frames elsewhere are dropped.
    """
    name = printable(description.get("type"), caps.NAME)
    bases = _rows(description.get("mro"), caps.MOST_BASES)
    names = tuple(printable(base, caps.NAME) for base in bases)
    message = printable(description.get("msg"), caps.MESSAGE)
    error = StudentError(message)
    for base in filter(None, map(_builtin_exception, names)):
        try:
            error = _class_of(name, base)(message)
        except Exception:  # UnicodeDecodeError wants five arguments: the next base will do
            continue
        break
    error.type_name, error.mro, error.message = name, names, message
    error.frames = tuple(_frames(description.get("tb"), line))
    error.undefined = _undefined(description.get("undefined"))
    return error


def load_error(row: Any) -> LoadError:
    """Return a load error from what a worker sent; raises TypeError where it is malformed."""
    if type(row) is not list or len(row) != 5:
        raise TypeError
    kind, message, filename, line, source = row
    return LoadError(
        printable(kind, caps.NAME),
        printable(message, caps.REASON),
        printable(filename, caps.LINE),
        line if type(line) is int and 0 <= line < 1 << 31 else 0,
        printable(source, caps.LINE),
    )


def warned(rows: Any) -> tuple[tuple[str, str], ...]:
    """Return the warnings that a worker told of, as far as they are well formed."""
    return tuple(
        (printable(row[0], caps.NAME), printable(row[1], caps.LINE))
        for row in _rows(rows, caps.MOST_WARNINGS)
        if type(row) is list and len(row) == 2
    )


def _rows(rows: Any, most: int) -> list[Any]:
    return rows[:most] if type(rows) is list else []


_classes: dict[tuple[str, type[Exception]], type[StudentError]] = {}


def _class_of(name: str, base: type[Exception]) -> type[StudentError]:
    if len(_classes) > MAX_CLASSES:
        _classes.clear()
    if (name, base) not in _classes:
        shown = "Student" + (name if name.isidentifier() else "Exception")
        _classes[name, base] = type(shown, (StudentError, base), {})
    return _classes[name, base]


def _builtin_exception(name: str) -> type[Exception] | None:
    kind = getattr(builtins, name, None)
    if not isinstance(kind, type) or not issubclass(kind, Exception) or kind is Exception:
        return None
    # One that ends iterations could make ``all(map(student.f, …))`` stop, and hold, before its first check.
    return None if issubclass(kind, (StopIteration, StopAsyncIteration)) else kind


def _frames(rows: Any, line: Callable[[str, int], str | None]) -> Iterator[Frame]:
    for row in _rows(rows, caps.MOST_FRAMES):
        if type(row) is list and [type(part) for part in row] == [str, int]:
            filename, number = row
            source = line(filename, number)
            if source is not None:
                yield Frame(filename, number, printable(source, caps.LINE))


def _undefined(row: Any) -> Undefined | None:
    if type(row) is not list or [type(part) for part in row] != [str, str, int, str, str]:
        return None
    name, filename, line, reason, module = row
    return Undefined(
        printable(name, caps.NAME),
        printable(filename, caps.LINE),
        max(0, line),
        printable(reason, caps.REASON),
        printable(module, caps.NAME),
    )
