"""A loaded program, and the workers that are made of it.

Top-level code runs once, on a time of its own, whatever number of workers is wanted. A statement that can't be cut ends
its process; the program is then loaded anew without it.
"""

from __future__ import annotations

import os
import select
import socket
import struct
from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from autograder.errors import SandboxError
from autograder.program import Limits, Program
from autograder.sandbox.callbacks import StandIn
from autograder.sandbox.events import LoadError, StudentError, WorkerLost
from autograder.sandbox.loading import stopped_at
from autograder.sandbox.sockets import SocketTransport, socket_pair
from autograder.sandbox.worker import Worker

if TYPE_CHECKING:
    from autograder.sandbox.zygotes import ZygoteSandbox

# How often a program is loaded anew without the statement that ended its process.
MOST_RELOADS = 3
# Beside one for each task: for those whose worker is lost.
SPARE_SLOTS = 8
MOST_SLOTS = 48
ANSWERING = Limits(cpu_seconds=5, wall_seconds=5)
CREDENTIALS = struct.Struct("3i")

Start = Callable[[Sequence[int]], Worker]


class Loaded(Protocol):
    """A program that has been loaded."""

    @property
    def problems(self) -> tuple[LoadError, ...]: ...
    def worker(self, limits: Limits, stand_in: StandIn | None = None) -> Worker: ...
    def close(self) -> None: ...


class Stops:
    """The statements of one submission that were found to take too long, or to end their process.

    Attributes
    ----------
    left_out
        Their numbers: the next loading leaves them out.
    told
        What is told of them.
    """

    def __init__(self) -> None:
        self.left_out: set[int] = set()
        self.told: list[LoadError] = []
        self._reloads = 0

    def load(self, program: Program, start: Start) -> tuple[Worker, tuple[LoadError, ...]]:
        """Load a program, anew where a statement ends the process; return the worker, and what went wrong."""
        while True:
            try:
                worker = start(sorted(self.left_out))
            except WorkerLost as lost:
                place = lost.place
                if place is None or place.number in self.left_out or self._reloads == MOST_RELOADS:
                    raise
                self._reloads += 1
                self._add(stopped_at(program, place, lost.loss, lost.overrun))
                continue
            found = [error for error in worker.load_errors if not self._add(error)]
            return worker, (*found, *self.told)

    def _add(self, error: LoadError) -> bool:
        """Note a statement that was stopped; tell whether it was."""
        if error.stopped is None:
            return False
        self.left_out.add(error.stopped.number)
        self.told.append(error)
        return True


class Reloading:
    """A program that each worker loads for itself; ``spawn`` starts one."""

    def __init__(
        self, spawn: Callable[..., Worker], program: Program, limits: Limits, stops: Stops
    ) -> None:
        self._spawn = spawn
        self._program = program
        self._stops = stops
        # Loaded at once, for what goes wrong to be known; the first worker that is wanted is this one.
        self._first: Worker | None
        self._first, self.problems = self._load(limits)

    def worker(self, limits: Limits, stand_in: StandIn | None = None) -> Worker:
        first, self._first = self._first, None
        if first is not None:
            first.serve_with(limits, stand_in)
            return first
        return self._load(limits, stand_in)[0]

    def close(self) -> None:
        if self._first is not None:
            self._first.close()
            self._first = None

    def _load(
        self, limits: Limits, stand_in: StandIn | None = None
    ) -> tuple[Worker, tuple[LoadError, ...]]:
        start = partial(self._spawn, self._program, limits, stand_in)
        return self._stops.load(self._program, start)


class Forking:
    """A program that is loaded once, and forks its workers.

    The process that has loaded it counts as hostile as any other of student code: it has seen no input of a check, the
    channels of its workers were opened beforehand, it may make a bounded number of processes, and all of them end with
    it. The grader keeps accounts of each by itself. ``limits`` are the most that any worker of it will be allowed.
    """

    def __init__(
        self, sandbox: ZygoteSandbox, program: Program, limits: Limits, stops: Stops, tasks: int
    ) -> None:
        self._sandbox = sandbox
        self._program = program
        self._limits = limits
        self._stops = stops
        self._slots = min(MOST_SLOTS, tasks + SPARE_SLOTS)
        self._free: list[socket.socket] = []
        self._revived = 0
        self._last: SocketTransport | None = None
        # Where its own code has made forking impossible, each worker loads for itself.
        self._alone: Reloading | None = None
        self._load()

    def worker(self, limits: Limits, stand_in: StandIn | None = None) -> Worker:
        """Fork a worker; where the loader is gone, or has no channel left, the program is loaded anew."""
        if self._alone is None:
            try:
                return self._forked(limits, stand_in)
            except WorkerLost:
                if self._loader.lost is None or self._revived == MOST_RELOADS:
                    raise
                self._revived += 1
            except (StudentError, SandboxError, OSError, TypeError):
                self.close()
                self._alone = Reloading(
                    self._sandbox.spawn, self._program, self._limits, self._stops
                )
        if self._alone is not None:
            return self._alone.worker(limits, stand_in)
        self._load()
        return self._forked(limits, stand_in)

    def close(self) -> None:
        """End the loader, and with it whatever it has forked."""
        self._loader.close()
        self._let_go()
        if self._alone is not None:
            self._alone.close()

    def _load(self) -> None:
        try:
            self._loader, self.problems = self._stops.load(self._program, self._start)
        except BaseException:
            self._let_go()
            raise
        self._last = None

    def _start(self, left_out: Sequence[int]) -> Worker:
        self._let_go()
        pairs = [socket_pair() for _ in range(self._slots)]
        self._free = [ours for ours, _ in pairs]
        for ours in self._free:
            # The kernel's word for who speaks, not the worker's.
            ours.setsockopt(socket.SOL_SOCKET, socket.SO_PASSCRED, 1)
        try:
            slots = [theirs.fileno() for _, theirs in pairs]
            self._transport = self._sandbox.start(self._program, self._limits, slots)
        finally:
            for _, theirs in pairs:
                theirs.close()
        return Worker.started(self._transport, self._program, self._limits, left_out=left_out)

    def _let_go(self) -> None:
        while self._free:
            self._free.pop().close()

    def _forked(self, limits: Limits, stand_in: StandIn | None) -> Worker:
        if not self._free:
            self._loader.close()
            self._load()
        loader, slot = self._loader, self._slots - len(self._free)
        if self._last is not None and self._last.closed:
            # One that has ended counts as a process of the loader's until it has been asked for.
            self._last.usage  # noqa: B018
        loader.renew(ANSWERING)
        with self._free.pop(0) as ours:
            number = loader.ask("fork", [slot, limits.cpu_seconds, limits.memory_mib << 20])
            if type(number) is not int:
                raise TypeError
            self._last = SocketTransport(
                os.dup(ours.fileno()),
                # An end of its own: this worker may live longer than the loader.
                os.dup(self._transport.output_end),
                os.pidfd_open(_speaker(ours)),
                limits,
                lambda wait: _ended(loader, number),
            )
        worker = Worker(self._last, self._program, limits, stand_in)
        worker.join(loader)
        return worker


def _speaker(channel: socket.socket) -> int:
    """Return the process that has spoken first on a channel, as this process numbers it; waits for it."""
    if not select.select([channel], [], [], ANSWERING.wall_seconds * 20)[0]:
        raise OSError("the forked worker says nothing")
    _, ancillary, _, _ = channel.recvmsg(1, socket.CMSG_SPACE(CREDENTIALS.size), socket.MSG_PEEK)
    for level, kind, data in ancillary:
        if level == socket.SOL_SOCKET and kind == socket.SCM_CREDENTIALS:
            pid: int = CREDENTIALS.unpack(data[: CREDENTIALS.size])[0]
            if pid > 0:
                return pid
    raise OSError("the forked worker can't be told from others")


def _ended(loader: Worker, number: int) -> dict[str, Any] | None:
    """Return how a forked worker ended, as its parent says: believed for a sentence on one page only."""
    try:
        loader.renew(ANSWERING)
        status, cpu, memory = loader.ask("ended", [number])
        return {"status": int(status), "cpu": float(cpu), "memory": int(memory)}
    except (WorkerLost, StudentError, TypeError, ValueError):
        return None
