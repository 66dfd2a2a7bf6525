"""The trusted side of a worker: requests, replies, deadlines."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Self

from autograder.errors import SandboxError
from autograder.program import Limits, Program
from autograder.sandbox.callbacks import Callbacks, StandIn, refusal
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
from autograder.sandbox.remote import Objects, Remote, path_set
from autograder.sandbox.timing import Clock, Overrun
from autograder.sandbox.transport import Transport, TransportFailed

# No student code runs while a worker starts: whatever that takes is the machine's.
STARTING = Limits(cpu_seconds=60, wall_seconds=120)
# A list of numbers takes so many times the room in memory that its text took on the way.
ROOM = 8


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
    lost, overrun
        Why it is gone, and what ran out, where that is why; None while it lives.
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
        self._callbacks = Callbacks(program, stand_in)
        self._objects = Objects(self)
        self._number = 0
        self._asking = False
        self._answering = 0.0
        self._size = 0
        self._warnings: tuple[tuple[str, str], ...] = ()
        self._attributes: dict[str, Remote] = {}
        self.lost: Loss | None = None
        self.overrun: Overrun | None = None
        self.observer: Callable[[Call], None] | None = None
        self._clock = Clock(transport.meter, STARTING, _out_of_time)
        self._hello()

    @classmethod
    def started(
        cls,
        transport: Transport,
        program: Program,
        limits: Limits,
        stand_in: StandIn | None = None,
        left_out: Sequence[int] = (),
    ) -> Self:
        """Return a worker that has loaded its program; where that fails, its process is ended."""
        try:
            worker = cls(transport, program, limits, stand_in)
            worker.load(left_out)
        except BaseException:
            transport.kill()
            raise
        return worker

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
            loaded = self.ask("load", [loadable(self._program, left_out)])
        except StudentError as error:
            raise self._lose(Loss.PROTOCOL, f"not loaded: {error.message[:200]}") from None
        except WorkerLost as lost:
            lost.place = loading.place()
            raise
        except wire.WireError as error:
            self.close()
            raise SandboxError(f"the program can't be sent to its worker: {error}") from None
        if type(loaded) is not tuple or [type(part) for part in loaded] != [Remote, list]:
            raise self._malformed()
        module, rows = loaded
        try:
            problems = [load_error(row) for row in rows]
        except TypeError:
            raise self._malformed() from None
        self._serve(module, (*problems, *loading.cut))

    def join(self, loader: Worker) -> None:
        """Take over the module of the worker that it was forked from."""
        self._serve(self._objects.shared(loader.module), loader.load_errors)

    def serve_with(self, limits: Limits, stand_in: StandIn | None) -> None:
        """Take what answers its calls, and let its limits count from now on."""
        self._callbacks.stand_in = stand_in
        self.renew(limits)

    def renew(self, limits: Limits) -> None:
        """Let its limits count from now on: it begins another task."""
        self._limits = limits
        self._answering = 0.0
        self._clock = Clock(self._transport.meter, limits, _out_of_time)

    def close(self) -> None:
        """End the worker."""
        if self.lost is None:
            self.lost = Loss.KILLED
        self._transport.kill()

    @property
    def cpu_seconds(self) -> float:
        """The processor time that it has used, in seconds."""
        return self._transport.meter.cpu()

    @property
    def output(self) -> str:
        """What the program printed, capped; of a living one what it printed before its last answer."""
        if self.lost is None:
            self._transport.catch_up()
        return str(self._transport.printed)

    @property
    def usage(self) -> Usage | None:
        """What the worker used, where that is known."""
        return self._transport.usage

    # ---- what can be asked of it

    def call(
        self,
        function: Remote,
        args: Sequence[Any] = (),
        kwargs: Mapping[str, Any] | None = None,
        *,
        echo: bool = False,
        hold: bool = False,
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
        hold
            Whether the worker keeps what it returned.

        Raises
        ------
        StudentError
            What the function raised.
        WorkerLost
            Where the worker did not survive.
        """
        path, op, named = function._path, "hold" if hold else "call", dict(kwargs or {})
        answer = self._observed(path, args, named, op, [function, list(args), named], echo)
        if not echo:
            return path_set(answer, f"{path}()")
        value, after = answer
        if type(after) is not list or [type(part) for part in after] != [list, dict]:
            raise self._malformed()
        return path_set(value, f"{path}()"), (after[0], after[1])

    def get(self, owner: Remote, name: str) -> Any:
        """Return an attribute: data, or another ``Remote``."""
        of_module = owner is self.module
        if of_module and name in self._attributes and self.lost is None:
            return self._attributes[name]
        path = f"{owner._path}.{name}" if owner._path else name
        try:
            value = path_set(self._observed(path, None, {}, "get", [owner, name]), path)
        except StudentError as error:
            if isinstance(error, AttributeError):
                error.missing_name, error.missing_in_module = name, of_module
            raise
        if of_module and isinstance(value, Remote):
            self._attributes[name] = value
        return value

    def content(self, remote: Remote) -> Any:
        """Return as plain data what a child of plain data holds; any other object comes back as a ``Remote``."""
        return self.ask("content", [remote])

    def set(self, owner: Remote, name: str, value: Any) -> None:
        """Set an attribute."""
        self._attributes.pop(name, None)
        self.ask("set", [owner, name, value])

    def set_stand_in(self, name: str, function: Callable[..., Any]) -> None:
        """Replace a function of the student's module, or a method, by a function of ours, called back over the pipe.

        In place of a method, "Neuron.forpass", it is given the attributes of the object as a dict, then the arguments.
        """
        self._attributes.clear()
        self.ask("stand_in", [name, function])

    def forget(self, number: int) -> None:
        """Let the worker drop an object, the next time it is asked something, unless another ``Remote`` is of it."""
        self._objects.drop(number)

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
            answer = self.ask(op, arguments, echo)
        except StudentError as error:
            if self.observer is not None:
                self.observer(Call(path, handed, kwargs, None, error, self._warnings))
            raise
        if self.observer is not None and not (op == "get" and isinstance(answer, Remote)):
            value = answer[0] if echo else answer
            self.observer(Call(path, handed, kwargs, value, None, self._warnings, self._size))
        return answer

    # ---- requests and answers

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

    def ask(self, op: str, arguments: list[Any], echo: bool = False) -> Any:
        """Ask the worker's side for one of its operations."""
        if self.lost is not None:
            raise WorkerLost(self.lost, overrun=self.overrun)
        if self._asking:
            # From within a callback: the worker waits for its answer and can't take a question.
            raise RuntimeError(
                "an object of the student's can't be used while its worker is waiting"
            )
        while numbers := self._objects.unheld():
            self._exchange("free", [numbers])
        answer = self._exchange(op, arguments, echo)
        self._warnings = warned(answer.get("warned"))
        if "exc" in answer:
            raise student_error(answer["exc"], self._program.line)
        return (answer["ok"], answer.get("args")) if echo else answer["ok"]

    def _exchange(self, op: str, arguments: list[Any], echo: bool = False) -> dict[str, Any]:
        # A worker that speaks unasked is trying to answer the next question before it is put.
        if not self._transport.quiet():
            raise self._lose(Loss.PROTOCOL, "unrequested data")
        self._number += 1
        newest = self._callbacks.newest
        self._asking = True
        try:
            self._send({"id": self._number, "op": op, "a": arguments, "echo": echo})
            return self._answer()
        finally:
            self._asking = False
            # Functions handed over live as long as the request; those of stand-ins as long as the worker.
            if op != "stand_in":
                self._callbacks.drop_after(newest)

    def _answer(self) -> dict[str, Any]:
        while True:
            begun = self._callbacks.seconds
            message = self._receive()
            if type(message) is not dict:
                raise self._malformed()
            if "callback" in message:
                self._call_back(message)
                self._charge(self._callbacks.seconds - begun)
                continue
            # The type first: an array would answer the comparison with an array.
            if type(message.get("id")) is not int or message["id"] != self._number:
                raise self._lose(Loss.PROTOCOL, "answer to another question")
            if ("exc" in message) == ("ok" in message) or type(message.get("exc", {})) is not dict:
                raise self._malformed()
            return message

    def _call_back(self, message: dict[str, Any]) -> None:
        """Answer a call from the student's code; only the type of an exception goes back."""
        number, args, kwargs = message["callback"], message.get("a"), message.get("k")
        if type(number) is not int or type(args) is not list or type(kwargs) is not dict:
            raise self._lose(Loss.PROTOCOL, "malformed callback")
        if not all(type(key) is str for key in kwargs):
            raise self._lose(Loss.PROTOCOL, "malformed callback")
        try:
            self._send(self._callbacks.answer(number, args, kwargs))
        except WorkerLost:
            # This one, or one that was asked for the answer.
            if self.lost is not None:
                raise
            self._send({"exc": "RuntimeError"})
        except Exception as error:
            self._send(refusal(error))

    def _charge(self, seconds: float) -> None:
        """Let whoever asks pay: an answer costs our side more than the question costs the worker."""
        self._answering += seconds
        most = self._limits.answer_seconds
        if self._answering > most:
            raise self._lose(Loss.CALLBACKS, overrun=Overrun("answers", most))

    # ---- frames

    def _opaque(self, value: Any) -> dict[str, Any]:
        if isinstance(value, Remote):
            return {"!": "obj", "id": self._objects.number_of(value)}
        if callable(value) and not isinstance(value, type):
            return {"!": "fn", "id": self._callbacks.add(value)}
        raise wire.WireError(f"a {type(value).__name__} can't be sent")

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
            return wire.decode(header, blob, self._objects.named)
        except (wire.WireError, MemoryError) as error:
            raise self._lose(Loss.PROTOCOL, str(error)) from None

    # ---- its life and its end

    def _serve(self, module: Remote, problems: Sequence[LoadError]) -> None:
        self.module, self.load_errors = module, tuple(problems)
        self.renew(self._limits)

    def _malformed(self) -> WorkerLost:
        return self._lose(Loss.PROTOCOL, "malformed answer")

    def _failed(self, failed: TransportFailed) -> WorkerLost:
        loss = failed.loss or self._transport.cause()
        return self._lose(loss, failed.detail, failed.overrun)

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
