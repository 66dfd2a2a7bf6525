"""The trusted side of a worker: requests, replies, deadlines, and what student objects look like from here."""

from __future__ import annotations

import builtins
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

from autograder.sandbox import wire
from autograder.sandbox.program import Limits, Program

START_SECONDS = 30.0
MAX_CLASSES = 1000


class Loss(Enum):
    """Why a worker is gone."""

    TIMED_OUT = "timed_out"
    EXITED = "exited"
    KILLED = "killed"
    MEMORY = "memory"
    OUTPUT = "output"
    PROTOCOL = "protocol"
    CALLBACKS = "callbacks"


class WorkerLost(Exception):  # noqa: N818 - it is an event, not a mistake
    """The worker is gone, and with it whatever was asked of it."""

    def __init__(self, loss: Loss, detail: str = "") -> None:
        super().__init__(f"{loss.value}{': ' + detail if detail else ''}")
        self.loss = loss


@dataclass(frozen=True)
class Frame:
    """A line of the student's own on the way to an exception."""

    filename: str
    line: int
    function: str
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
        The name that the student's module lacks, where that is what happened.
    """

    type_name: str = ""
    mro: tuple[str, ...] = ()
    message: str = ""
    frames: tuple[Frame, ...] = ()
    missing_name: str | None = None


@dataclass(frozen=True)
class LoadError:
    """A statement that raised, or a cell that doesn't parse, while the program was loaded."""

    type: str
    message: str
    filename: str
    line: int
    source: str


@dataclass(frozen=True)
class Call:
    """A finished request, as an observer is told of it."""

    path: str
    args: tuple[Any, ...] = ()
    kwargs: Mapping[str, Any] = field(default_factory=dict)
    value: Any = None
    error: StudentError | None = None
    warnings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Usage:
    """What a worker used, as the kernel counted it: seconds of processor time and KiB of memory."""

    cpu_seconds: float
    memory_kib: int


class Transport(Protocol):
    """How frames get to a worker and back, and how it is ended."""

    def send(self, parts: Sequence[Any], deadline: float) -> None: ...
    def receive(self, deadline: float) -> tuple[bytes, Any]: ...
    def quiet(self) -> bool: ...
    def kill(self) -> None: ...
    def cause(self) -> Loss: ...

    @property
    def output(self) -> str: ...
    @property
    def usage(self) -> Usage | None: ...


class TransportFailed(Exception):  # noqa: N818
    """The worker can't be reached any more."""

    def __init__(self, loss: Loss | None, detail: str = "") -> None:
        super().__init__(detail)
        self.loss = loss
        self.detail = detail


class Remote:
    """A student's object. It holds a number only: no student code or class ever reaches this process."""

    __slots__ = ("__weakref__", "_class", "_id", "_module", "_path", "_worker")

    def __init__(self, worker: Worker, number: int, class_name: str, module: str, path: str) -> None:
        for name, value in (
            ("_worker", worker), ("_id", number), ("_class", class_name), ("_module", module), ("_path", path),
        ):  # fmt: skip
            object.__setattr__(self, name, value)

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._worker.call(self, args, kwargs)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return self._worker.get(self, name)

    def __setattr__(self, name: str, value: Any) -> None:
        self._worker.set(self, name, value)

    def __repr__(self) -> str:
        return f"<student's {self._path or self._class}>"

    def __del__(self) -> None:
        try:
            self._worker.forget(self._id)
        except Exception:  # noqa: S110 - at the end of the interpreter there may be no worker to tell
            pass


class Worker:
    """A process that has loaded one program.

    Attributes
    ----------
    module
        The student's module.
    load_errors
        What went wrong while it was loaded.
    observer
        Told of each finished request.
    lost
        Why it is gone; None while it lives.
    """

    def __init__(
        self,
        transport: Transport,
        program: Program,
        limits: Limits,
        stand_in: Callable[..., Any] | None = None,
    ) -> None:
        self._transport = transport
        self._limits = limits
        self._number = 0
        self._dead: list[int] = []
        self._callbacks: dict[int, Callable[..., Any]] = {}
        self._callbacks_left = limits.callbacks
        self._attributes: dict[tuple[int, str], Remote] = {}
        self._stand_ins = {(module, name) for module, names in program.stand_ins.items() for name in names}
        self._stand_in = stand_in
        self.lost: Loss | None = None
        self.observer: Callable[[Call], None] | None = None
        self._hello()
        loaded = self._request("load", [_loadable(program)])
        try:
            (self.module, problems), = loaded
            self.load_errors = tuple(_load_error(one) for one in problems)
            if not isinstance(self.module, Remote):
                raise TypeError
        except (TypeError, ValueError):
            raise self._lose(Loss.PROTOCOL, "malformed answer") from None
        object.__setattr__(self.module, "_path", "")

    # ---- requests

    def call(
        self,
        function: Remote,
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        echo: bool = False,
    ) -> Any:
        """Call a student's function.

        Parameters
        ----------
        function
            The function.
        args, kwargs
            Its arguments: plain data, arrays, generators, this worker's objects, and functions of ours to be called back.
        echo
            Whether to return the arguments as the call left them, too: ``(result, (args, kwargs))``.

        Raises
        ------
        StudentError
            What the function raised.
        WorkerLost
            Where the worker did not survive.
        """
        kwargs = dict(kwargs or {})
        path = function._path
        answer = self._observed(path, args, kwargs, "call", [function, list(args), kwargs], echo)
        if echo:
            value, after = answer
            if type(after) is not list or len(after) != 2:
                raise self._lose(Loss.PROTOCOL, "malformed answer")
            return self._named(value, f"{path}()"), (after[0], after[1])
        return self._named(answer, f"{path}()")

    def get(self, owner: Remote, name: str) -> Any:
        """Return an attribute: data, or another ``Remote``."""
        known = self._attributes.get((owner._id, name)) if owner._path == "" else None
        if known is not None and self.lost is None:
            return known
        path = f"{owner._path}.{name}" if owner._path else name
        value = self._named(self._observed(path, (), {}, "get", [owner, name]), path)
        if owner._path == "" and isinstance(value, Remote):
            self._attributes[owner._id, name] = value
        return value

    def set(self, owner: Remote, name: str, value: Any) -> None:
        """Set an attribute."""
        self._request("set", [owner, name, value])

    def set_stand_in(self, name: str, function: Callable[..., Any]) -> None:
        """Replace a name of the student's module by a function of ours, called back over the pipe."""
        self._attributes.clear()
        self._request("stand_in", [name, function])

    def forget(self, number: int) -> None:
        """Let the worker drop an object, the next time it is asked something."""
        self._dead.append(number)

    def close(self) -> None:
        """End the worker."""
        if self.lost is None:
            self.lost = Loss.KILLED
        self._transport.kill()

    @property
    def output(self) -> str:
        """What the program printed, capped."""
        return self._transport.output

    @property
    def usage(self) -> Usage | None:
        """What the worker used, where that is known."""
        return self._transport.usage

    def _named(self, value: Any, path: str) -> Any:
        if isinstance(value, Remote) and not value._path:
            object.__setattr__(value, "_path", path)
        return value

    def _observed(
        self, path: str, args: Sequence[Any], kwargs: Mapping[str, Any], op: str, arguments: list[Any], echo: bool = False
    ) -> Any:
        try:
            answer = self._request(op, arguments, echo)
        except StudentError as error:
            if self.observer is not None:
                self.observer(Call(path, tuple(args), kwargs, None, error, self._warnings))
            raise
        if self.observer is not None and not (op == "get" and isinstance(answer, Remote)):
            value = answer[0] if echo else answer
            self.observer(Call(path, tuple(args), kwargs, value, None, self._warnings))
        return answer

    def _hello(self) -> None:
        message = self._receive(time.monotonic() + START_SECONDS)
        if type(message) is not dict or message.get("ok") is not True:
            raise self._lose(Loss.PROTOCOL, "no greeting")

    def _request(self, op: str, arguments: list[Any], echo: bool = False) -> Any:
        if self.lost is not None:
            raise WorkerLost(self.lost)
        if self._dead and op != "free":
            dead, self._dead = self._dead, []
            self._request("free", [dead])
        # A worker that speaks unasked is trying to answer the next question before it is put.
        if not self._transport.quiet():
            raise self._lose(Loss.PROTOCOL, "unrequested data")
        self._number += 1
        deadline = time.monotonic() + self._limits.wall_seconds
        # Functions handed over live as long as the request; those of stand-ins as long as the worker.
        kept = None if op == "stand_in" else set(self._callbacks)
        self._send({"id": self._number, "op": op, "a": arguments, "echo": echo}, deadline)
        try:
            answer = self._answer(deadline)
        finally:
            if kept is not None:
                self._callbacks = {number: one for number, one in self._callbacks.items() if number in kept}
        self._warnings = _warned(answer.get("warned"))
        if "exc" in answer:
            raise student_error(answer["exc"])
        if echo:
            return answer["ok"], answer.get("args")
        return answer["ok"]

    _warnings: tuple[tuple[str, str], ...] = ()

    def _answer(self, deadline: float) -> dict[str, Any]:
        while True:
            message = self._receive(deadline)
            if type(message) is not dict:
                raise self._lose(Loss.PROTOCOL, "malformed answer")
            if "callback" in message:
                self._call_back(message, deadline)
                continue
            if message.get("id") != self._number or type(message.get("id")) is not int:
                raise self._lose(Loss.PROTOCOL, "answer to another question")
            if "ok" not in message and type(message.get("exc")) is not dict:
                raise self._lose(Loss.PROTOCOL, "malformed answer")
            return message

    def _call_back(self, message: dict[str, Any], deadline: float) -> None:
        """Answer a call from the student's code; only the type of an exception goes back."""
        number, args, kwargs = message["callback"], message.get("a"), message.get("k")
        well_formed = type(number) is int and type(args) is list and type(kwargs) is dict
        if not well_formed or not all(type(key) is str for key in kwargs):
            raise self._lose(Loss.PROTOCOL, "malformed callback")
        self._callbacks_left -= 1
        if self._callbacks_left < 0:
            raise self._lose(Loss.CALLBACKS)
        try:
            if number == 0:
                function: Callable[..., Any] = self._earlier
            else:
                function = self._callbacks[number]
            reply = {"ok": function(*args, **kwargs)}
            self._send(reply, deadline)
        except TransportFailed:
            raise
        except WorkerLost:
            if self.lost is not None:
                raise
            self._send({"exc": "RuntimeError"}, deadline)
        except Exception as error:
            kinds = [kind.__name__ for kind in type(error).__mro__ if hasattr(builtins, kind.__name__)]
            self._send({"exc": kinds[0] if kinds else "RuntimeError"}, deadline)

    def _earlier(self, module: str, name: str, *args: Any, **kwargs: Any) -> Any:
        if self._stand_in is None or (module, name) not in self._stand_ins:
            raise RuntimeError("no such function")
        return self._stand_in(module, name, args, kwargs)

    # ---- frames

    def _opaque(self, value: Any) -> dict[str, Any]:
        if isinstance(value, Remote):
            if value._worker is not self:
                raise wire.WireError("an object of another worker can't be sent")
            return {"!": "obj", "id": value._id}
        if callable(value) and not isinstance(value, type):
            number = max(self._callbacks, default=0) + 1
            self._callbacks[number] = value
            return {"!": "fn", "id": number}
        raise wire.WireError(f"a {type(value).__name__} can't be sent")

    def _handle(self, description: dict[str, Any]) -> Remote:
        number = description.get("id")
        if description.get("!") != "obj" or type(number) is not int:
            raise wire.WireError("malformed handle")
        return Remote(self, number, printable(description.get("cls"), 100), printable(description.get("mod"), 100), "")

    def _send(self, message: Any, deadline: float) -> None:
        parts = wire.frame(message, self._opaque)
        try:
            self._transport.send(parts, deadline)
        except TransportFailed as error:
            raise self._lose(error.loss or self._transport.cause(), error.detail) from None

    def _receive(self, deadline: float) -> Any:
        try:
            header, blob = self._transport.receive(deadline)
        except TransportFailed as error:
            raise self._lose(error.loss or self._transport.cause(), error.detail) from None
        try:
            return wire.decode(header, blob, self._handle)
        except (wire.WireError, MemoryError) as error:
            raise self._lose(Loss.PROTOCOL, str(error)) from None

    def _lose(self, loss: Loss, detail: str = "") -> WorkerLost:
        if self.lost is None:
            self.lost = loss
            self._transport.kill()
        return WorkerLost(self.lost, detail)


def printable(value: Any, most: int) -> str:
    """Return anything as text that can be stored and shown: no lone surrogates, no endless length."""
    text = value if type(value) is str else ""
    return text[:most].encode("utf-8", "backslashreplace").decode()


_classes: dict[tuple[str, type[Exception] | None], type[StudentError]] = {}


def student_error(description: Mapping[str, Any]) -> StudentError:
    """Return the exception that a worker described; whatever the description holds, this returns."""
    name = printable(description.get("type"), 100)
    mro = description.get("mro")
    names = tuple(printable(one, 100) for one in mro[:20]) if type(mro) is list else ()
    base = next((kind for one in names if (kind := _builtin_exception(one)) is not None), None)
    message = printable(description.get("msg"), 4000)
    kind = _class_of(name, base)
    try:
        error = kind(message)
    except Exception:  # e.g. UnicodeDecodeError wants five arguments
        error = StudentError(message)
    error.type_name, error.mro, error.message = name, names, message
    error.frames = _frames(description.get("tb"))
    missing = description.get("missing")
    error.missing_name = printable(missing, 100) if type(missing) is str else None
    return error


def _builtin_exception(name: str) -> type[Exception] | None:
    kind = getattr(builtins, name, None)
    return kind if isinstance(kind, type) and issubclass(kind, Exception) and kind is not Exception else None


def _class_of(name: str, base: type[Exception] | None) -> type[StudentError]:
    if len(_classes) > MAX_CLASSES:
        _classes.clear()
    if (name, base) not in _classes:
        shown = "Student" + (name if name.isidentifier() else "Exception")
        bases = (StudentError,) if base is None else (StudentError, base)
        _classes[name, base] = type(shown, bases, {})
    return _classes[name, base]


def _frames(rows: Any) -> tuple[Frame, ...]:
    frames = []
    for row in rows[:20] if type(rows) is list else ():
        if type(row) is list and len(row) == 4:
            line = row[1] if type(row[1]) is int and 0 <= row[1] < 1 << 31 else 0
            frames.append(Frame(printable(row[0], 200), line, printable(row[2], 100), printable(row[3], 200)))
    return tuple(frames)


def _load_error(row: Any) -> LoadError:
    if type(row) is not list or len(row) != 5:
        raise TypeError
    line = row[3] if type(row[3]) is int and 0 <= row[3] < 1 << 31 else 0
    return LoadError(
        printable(row[0], 100), printable(row[1], 300), printable(row[2], 200), line, printable(row[4], 200)
    )


def _warned(rows: Any) -> tuple[tuple[str, str], ...]:
    rows = rows[:5] if type(rows) is list else []
    return tuple(
        (printable(row[0], 60), printable(row[1], 200)) for row in rows if type(row) is list and len(row) == 2
    )


def _loadable(program: Program) -> dict[str, Any]:
    return {
        "module": program.module,
        "cells": [[cell.source, cell.filename, cell.first_line] for cell in program.cells],
        "sources": dict(program.sources),
        "stand_ins": {module: list(names) for module, names in program.stand_ins.items()},
        "forbidden": list(program.forbidden),
    }
