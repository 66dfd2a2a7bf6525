"""The trusted side of a worker: requests, replies, deadlines, and what student objects look like from here."""

from __future__ import annotations

import builtins
import itertools
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from autograder.errors import SandboxError
from autograder.program import Limits, Program
from autograder.sandbox.events import (
    Call,
    LoadError,
    Loss,
    StudentError,
    Usage,
    WorkerLost,
    load_error,
    printable,
    student_error,
    warned,
)
from autograder.sandbox.inside import wire
from autograder.sandbox.loading import Loading, loadable
from autograder.sandbox.remote import Remote
from autograder.sandbox.timing import Clock, Overrun
from autograder.sandbox.transport import Transport, TransportFailed

# No student code runs while a worker starts: whatever that takes is the machine's.
STARTING = Limits(cpu_seconds=60, wall_seconds=120)
# Objects that a worker may name in its life: each costs the grader a little, and an honest program names hundreds.
MAX_HANDLES = 100_000
FREED_AT_ONCE = 10_000
# A list of numbers takes so many times the room in memory that its text took on the way.
ROOM = 8


class StandIn(Protocol):
    """Answers a program's calls to functions of earlier modules."""

    def __call__(
        self, module: str, function: str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Any: ...

    @property
    def cpu_seconds(self) -> float: ...


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

    module: Remote
    load_errors: tuple[LoadError, ...] = ()

    def __init__(
        self,
        transport: Transport,
        program: Program,
        limits: Limits,
        stand_in: StandIn | None = None,
    ) -> None:
        self._transport = transport
        self._program = program
        self._limits = limits
        self._line = program.line
        self._number = 0
        self._asking = False
        self._dead: list[int] = []
        self._alive: Counter[int] = Counter()
        self._handles = 0
        self._callbacks: dict[int, Callable[..., Any]] = {}
        self._callback_numbers = itertools.count(1)
        self._answering = 0.0
        self._size = 0
        self._attributes: dict[tuple[int, str], Remote] = {}
        self._answered = program.answered
        self._stand_in = stand_in
        self.lost: Loss | None = None
        self.overrun: Overrun | None = None
        self.observer: Callable[[Call], None] | None = None
        self._clock = Clock(transport.meter, STARTING, _out_of_time)
        self._hello()

    def load(self, left_out: Sequence[int] = ()) -> None:
        """Let it load its program, but for some statements; those that take too long are cut.

        Raises
        ------
        WorkerLost
            Where that ended it; says at which statement.
        """
        loading = Loading(self._transport, self._program, self._limits)
        self._clock = loading.clock
        try:
            loaded = self._request("load", [loadable(self._program, left_out)])
        except StudentError as error:
            raise self._lose(Loss.PROTOCOL, f"not loaded: {error.message[:200]}") from None
        except WorkerLost as lost:
            lost.place = loading.place()
            raise
        except wire.WireError as error:
            self.close()
            raise SandboxError(f"the program can't be sent to its worker: {error}") from None
        if type(loaded) is not tuple or len(loaded) != 2 or not isinstance(loaded[0], Remote):
            raise self._lose(Loss.PROTOCOL, "malformed answer")
        try:
            problems = [load_error(one) for one in loaded[1]]
        except TypeError:
            raise self._lose(Loss.PROTOCOL, "malformed answer") from None
        self._serve(loaded[0], (*problems, *loading.cut))

    def join(self, loader: Worker) -> None:
        """Take over the module of the worker that it was forked from."""
        mine = Remote(self, loader.module._id, loader.module._class, loader.module._module, "")
        self._alive[mine._id] += 1
        self._serve(mine, loader.load_errors)

    def serve_with(self, limits: Limits, stand_in: StandIn | None) -> None:
        """Take what answers its calls, and let its limits count from now on."""
        self._stand_in = stand_in
        self.renew(limits)

    def ask(self, op: str, arguments: list[Any]) -> Any:
        """Ask the worker's side for something that is no student's."""
        return self._request(op, arguments)

    def renew(self, limits: Limits) -> None:
        """Let its limits count from now on: it begins another task."""
        self._limits = limits
        self._answering = 0.0
        self._clock = Clock(self._transport.meter, limits, _out_of_time)

    def _serve(self, module: Remote, problems: Sequence[LoadError]) -> None:
        self.module, self.load_errors = module, tuple(problems)
        object.__setattr__(module, "_path", "")
        self.renew(self._limits)

    @property
    def cpu_seconds(self) -> float:
        """The processor time that it has used, in seconds."""
        return self._transport.meter.cpu()

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
            Its arguments: plain data, arrays, generators, objects of this worker, functions of ours.
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
            if type(after) is not list or [type(one) for one in after] != [list, dict]:
                raise self._lose(Loss.PROTOCOL, "malformed answer")
            return self._named(value, f"{path}()"), (after[0], after[1])
        return self._named(answer, f"{path}()")

    def get(self, owner: Remote, name: str) -> Any:
        """Return an attribute: data, or another ``Remote``."""
        known = self._attributes.get((owner._id, name)) if owner._path == "" else None
        if known is not None and self.lost is None:
            return known
        path = f"{owner._path}.{name}" if owner._path else name
        try:
            value = self._named(self._observed(path, None, {}, "get", [owner, name]), path)
        except StudentError as error:
            if isinstance(error, AttributeError):
                error.missing_name, error.missing_in_module = name, owner is self.module
            raise
        if owner._path == "" and isinstance(value, Remote):
            self._attributes[owner._id, name] = value
        return value

    def content(self, remote: Remote) -> Any:
        """Return as plain data what an instance of a subclass of tuple, list, dict or ndarray holds.

        Any other object comes back as a ``Remote``. The object stays where it is, and can still be passed back.
        """
        return self._request("content", [remote])

    def set(self, owner: Remote, name: str, value: Any) -> None:
        """Set an attribute."""
        self._attributes.pop((owner._id, name), None)
        self._request("set", [owner, name, value])

    def set_stand_in(self, name: str, function: Callable[..., Any]) -> None:
        """Replace a function of the student's module, or a method, by a function of ours, called back over the pipe.

        In place of a method, "Neuron.forpass", it is given the attributes of the object as a dict, then the arguments.
        """
        self._attributes.clear()
        self._request("stand_in", [name, function])

    def forget(self, number: int) -> None:
        """Let the worker drop an object, the next time it is asked something, unless another ``Remote`` is of it."""
        self._alive[number] -= 1
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
        self,
        path: str,
        args: Sequence[Any] | None,
        kwargs: Mapping[str, Any],
        op: str,
        arguments: list[Any],
        echo: bool = False,
    ) -> Any:
        handed = None if args is None else tuple(args)
        try:
            answer = self._request(op, arguments, echo)
        except StudentError as error:
            if self.observer is not None:
                self.observer(Call(path, handed, kwargs, None, error, self._warnings))
            raise
        if self.observer is not None and not (op == "get" and isinstance(answer, Remote)):
            value = answer[0] if echo else answer
            self.observer(Call(path, handed, kwargs, value, None, self._warnings, self._size))
        return answer

    def _hello(self) -> None:
        # No student code has run yet, so whatever goes wrong is the kit's.
        try:
            message = self._receive()
        except WorkerLost as lost:
            raise SandboxError(f"a worker did not start: {lost}") from None
        if type(message) is not dict or message.get("ok") is not True:
            failure = message.get("fail") if type(message) is dict else None
            self._lose(Loss.PROTOCOL)
            raise SandboxError(
                f"a worker did not start: {printable(failure, 500) or 'no greeting'}"
            )

    def _request(self, op: str, arguments: list[Any], echo: bool = False) -> Any:
        if self.lost is not None:
            raise WorkerLost(self.lost, overrun=self.overrun)
        if self._asking:
            # From within a callback: the worker waits for its answer and can't take a question.
            raise RuntimeError(
                "an object of the student's can't be used while its worker is waiting"
            )
        while self._dead and op != "free":
            dead, self._dead = self._dead[:FREED_AT_ONCE], self._dead[FREED_AT_ONCE:]
            dead = sorted({number for number in dead if self._alive[number] <= 0})
            for number in dead:
                del self._alive[number]
            if dead:
                self._request("free", [dead])
        # A worker that speaks unasked is trying to answer the next question before it is put.
        if not self._transport.quiet():
            raise self._lose(Loss.PROTOCOL, "unrequested data")
        self._number += 1
        # Functions handed over live as long as the request; those of stand-ins as long as the worker.
        kept = None if op == "stand_in" else set(self._callbacks)
        self._asking = True
        try:
            self._send({"id": self._number, "op": op, "a": arguments, "echo": echo})
            answer = self._answer()
        finally:
            self._asking = False
            if kept is not None:
                self._callbacks = {
                    number: one for number, one in self._callbacks.items() if number in kept
                }
        self._warnings = warned(answer.get("warned"))
        if "exc" in answer:
            raise student_error(answer["exc"], self._line)
        if echo:
            return answer["ok"], answer.get("args")
        return answer["ok"]

    _warnings: tuple[tuple[str, str], ...] = ()

    def _answer(self) -> dict[str, Any]:
        while True:
            begun = self._our_seconds()
            message = self._receive()
            if type(message) is not dict:
                raise self._lose(Loss.PROTOCOL, "malformed answer")
            if "callback" in message:
                self._call_back(message)
                self._charge(self._our_seconds() - begun)
                continue
            # The type first: an array would answer the comparison with an array.
            if type(message.get("id")) is not int or message["id"] != self._number:
                raise self._lose(Loss.PROTOCOL, "answer to another question")
            if ("exc" in message) == ("ok" in message) or type(message.get("exc", {})) is not dict:
                raise self._lose(Loss.PROTOCOL, "malformed answer")
            return message

    def _call_back(self, message: dict[str, Any]) -> None:
        """Answer a call from the student's code; only the type of an exception goes back."""
        number, args, kwargs = message["callback"], message.get("a"), message.get("k")
        if type(number) is not int or type(args) is not list or type(kwargs) is not dict:
            raise self._lose(Loss.PROTOCOL, "malformed callback")
        if not all(type(key) is str for key in kwargs):
            raise self._lose(Loss.PROTOCOL, "malformed callback")
        try:
            function = self._earlier if number == 0 else self._callbacks[number]
            reply = {"ok": function(*args, **kwargs)}
            # Draws count in the student's process, too: its generators go on from where the call left them.
            reply["drawn"] = wire.generators(args, kwargs)
            self._send(reply)
        except TransportFailed:
            raise
        except WorkerLost:
            if self.lost is not None:
                raise
            self._send({"exc": "RuntimeError"})
        except Exception as error:
            kinds = [
                kind.__name__ for kind in type(error).__mro__ if hasattr(builtins, kind.__name__)
            ]
            self._send({"exc": kinds[0] if kinds else "RuntimeError"})

    def _charge(self, seconds: float) -> None:
        """Let whoever asks pay: an answer costs our side more than the question costs the worker."""
        self._answering += seconds
        if self._answering > self._limits.answer_seconds:
            raise self._lose(
                Loss.CALLBACKS, overrun=Overrun("answers", self._limits.answer_seconds)
            )

    def _our_seconds(self) -> float:
        stand_in = 0.0 if self._stand_in is None else self._stand_in.cpu_seconds
        return time.thread_time() + stand_in

    def _earlier(self, module: str, name: str, *args: Any, **kwargs: Any) -> Any:
        if self._stand_in is None or (module, name) not in self._answered:
            raise RuntimeError("no such function")
        return self._stand_in(module, name, args, kwargs)

    # ---- frames

    def _opaque(self, value: Any) -> dict[str, Any]:
        if isinstance(value, Remote):
            if value._worker is not self:
                raise wire.WireError("an object of another worker can't be sent")
            return {"!": "obj", "id": value._id}
        if callable(value) and not isinstance(value, type):
            # Never used twice: a function that the student kept must not become another one.
            number = next(self._callback_numbers)
            self._callbacks[number] = value
            return {"!": "fn", "id": number}
        raise wire.WireError(f"a {type(value).__name__} can't be sent")

    def _handle(self, description: dict[str, Any]) -> Remote:
        number = description.get("id")
        if description.get("!") != "obj" or type(number) is not int or not 0 < number < 1 << 53:
            raise wire.WireError("malformed handle")
        self._handles += 1
        if self._handles > MAX_HANDLES:
            raise wire.WireError("too many objects")
        self._alive[number] += 1
        return Remote(
            self,
            number,
            printable(description.get("cls"), 100),
            printable(description.get("mod"), 100),
            "",
        )

    def _send(self, message: Any) -> None:
        parts = wire.frame(message, self._opaque)
        try:
            self._transport.send(parts, self._clock)
        except TransportFailed as failed:
            raise self._failed(failed) from None

    def _receive(self) -> Any:
        try:
            header, blob = self._transport.receive(self._clock)
        except TransportFailed as failed:
            raise self._failed(failed) from None
        self._size = ROOM * len(header) + len(blob)
        try:
            return wire.decode(header, blob, self._handle)
        except (wire.WireError, MemoryError) as error:
            raise self._lose(Loss.PROTOCOL, str(error)) from None

    def _failed(self, failed: TransportFailed) -> WorkerLost:
        return self._lose(
            failed.loss or self._transport.cause(), failed.detail, overrun=failed.overrun
        )

    def _lose(self, loss: Loss, detail: str = "", overrun: Overrun | None = None) -> WorkerLost:
        if self.lost is None:
            if loss is Loss.TIMED_OUT and overrun is None:
                # The kernel was quicker: its limit stands a little above ours.
                overrun = Overrun("cpu", self._limits.cpu_seconds)
            self.lost, self.overrun = loss, overrun
            self._transport.kill()
        return WorkerLost(self.lost, detail, self.overrun)


def _out_of_time(overrun: Overrun) -> None:
    raise TransportFailed(Loss.TIMED_OUT, overrun=overrun)
