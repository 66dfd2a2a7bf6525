"""Frames over a worker's socket, with deadlines, a cap on what is printed, and a handle on the process."""

from __future__ import annotations

import os
import select
import shutil
import signal
import socket
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from autograder.program import Limits
from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.inside import wire
from autograder.sandbox.timing import SLICE, Clock, Meter, outlives
from autograder.sandbox.transport import PIECE, Printed, Progress, TransportFailed, noted, sizes

# What the news that a process has ended may take to come, on a busy machine.
NEWS_SECONDS = 30.0

# How a worker ended, as the zygote says it; None where it hasn't said so within a time.
Ended = Callable[[float], dict[str, Any] | None]


class SocketTransport:
    """Frames over a worker's socket, with a handle on its process that can't be reused.

    ``output`` is our end of the pipe that it prints to; ``place`` is a file in memory where it notes which statement it
    runs; ``box`` is a folder to be removed after it.
    """

    def __init__(
        self,
        channel: int,
        output: int,
        process: int,
        limits: Limits,
        ended: Ended,
        *,
        place: int | None = None,
        box: Path | None = None,
    ) -> None:
        self._channel, self.output_end, self._process = channel, output, process
        self._ended = ended
        self._limits = limits
        self._place = place
        self._box = box
        self.printed = Printed(limits)
        self._noted: Progress | None = None
        self._how: dict[str, Any] | None = None
        self.closed = False
        for descriptor in (channel, output):
            os.set_blocking(descriptor, False)
        self._poll = select.poll()
        self._poll.register(output, select.POLLIN)
        # Readable when the process has ended: its end of the channel may be held by another.
        self._poll.register(process, select.POLLIN)
        self._small = memoryview(bytearray(1 << 17))
        self.meter = Meter(pid_of(process))

    def send(self, parts: Sequence[Any], clock: Clock) -> None:
        if sum(map(len, parts)) < PIECE:
            parts = [b"".join(parts)]
        waiting = [memoryview(part).cast("B") for part in parts if len(part)]
        while waiting:
            try:
                count = os.writev(self._channel, waiting[:64])
            except BlockingIOError:
                self._wait(select.POLLOUT, clock)
                continue
            except OSError:
                raise TransportFailed(None) from None
            while count:
                if count >= len(waiting[0]):
                    count -= len(waiting.pop(0))
                else:
                    waiting[0] = waiting[0][count:]
                    count = 0

    def receive(self, clock: Clock) -> tuple[bytes, Any]:
        start = wire.LENGTHS.size
        filled = 0
        while filled < start:
            filled += self._some(self._small[filled:], clock)
        header, blob = sizes(self._small)
        total = start + header + blob
        if filled > total:
            raise TransportFailed(Loss.PROTOCOL, "unrequested data")
        buffer = memoryview(bytearray(total))
        buffer[:filled] = self._small[:filled]
        while filled < total:
            filled += self._some(buffer[filled:], clock)
        self._drain()
        return bytes(buffer[start : start + header]), buffer[start + header :]

    def quiet(self) -> bool:
        try:
            return not os.read(self._channel, 1)
        except OSError:
            return True

    def kill(self) -> None:
        if self.closed:
            return
        with suppress(ProcessLookupError):
            signal.pidfd_send_signal(self._process, signal.SIGKILL)
        with suppress(TransportFailed):
            self._drain()
        self._noted = self.progress()
        for descriptor in (self._channel, self.output_end, self._process, self._place):
            if descriptor is not None:
                os.close(descriptor)
        self.closed = True
        if self._box is not None:
            shutil.rmtree(self._box, ignore_errors=True)

    def cause(self) -> Loss:
        # It may have closed its channel, and live.
        if outlives(self.meter, self._gone):
            return Loss.PROTOCOL
        ended = self._end()
        if ended is None:
            return Loss.KILLED
        if os.WIFEXITED(ended["status"]):
            return Loss.EXITED
        number = os.WTERMSIG(ended["status"]) if os.WIFSIGNALED(ended["status"]) else 0
        if number == signal.SIGXCPU or (
            number == signal.SIGKILL and ended["cpu"] >= 0.9 * self._limits.cpu_seconds
        ):
            return Loss.TIMED_OUT
        return Loss.KILLED

    def _gone(self, wait: float) -> bool:
        return bool(select.select([self._process], [], [], wait)[0])

    @property
    def usage(self) -> Usage | None:
        ended = self._end()
        return None if ended is None else Usage(ended["cpu"], ended["memory"])

    def interrupt(self) -> bool:
        try:
            signal.pidfd_send_signal(self._process, signal.SIGUSR1)
        except (ProcessLookupError, PermissionError):
            return False
        return True

    def progress(self) -> Progress | None:
        if self.closed or self._place is None:
            return self._noted
        return noted(os.pread(self._place, wire.PLACE.size, 0))

    def _end(self) -> dict[str, Any] | None:
        if self._how is None:
            self._how = self._ended(NEWS_SECONDS)
        return self._how

    def _some(self, target: memoryview, clock: Clock) -> int:
        while True:
            try:
                count = os.readv(self._channel, [target])
            except BlockingIOError:
                self._wait(select.POLLIN, clock)
                continue
            except OSError:
                raise TransportFailed(None) from None
            if not count:
                raise TransportFailed(None)
            return count

    def _wait(self, event: int, clock: Clock) -> None:
        self._poll.register(self._channel, event)
        # Before each wait: a frame that drips in without end is no answer.
        clock.check()
        while True:
            start = time.monotonic()
            ready = {descriptor for descriptor, _ in self._poll.poll(SLICE * 1000)}
            clock.waited(time.monotonic() - start)
            # An answer that has arrived is taken, however late the machine let us look.
            if self._channel in ready:
                return
            if self.output_end in ready:
                self._drain()
            elif self._process in ready:
                raise TransportFailed(None)
            clock.check()

    def catch_up(self) -> None:
        """Take what was printed before the last answer: it is there."""
        self._drain()

    def _drain(self) -> None:
        """Take what was printed so far."""
        while True:
            try:
                piece = os.read(self.output_end, PIECE)
            except BlockingIOError:
                return
            except OSError:
                piece = b""
            if not piece:
                with suppress(KeyError):
                    self._poll.unregister(self.output_end)
                return
            self.printed.add(piece)
            if len(piece) < PIECE:
                return


def socket_pair() -> tuple[socket.socket, socket.socket]:
    """Return the two ends of a channel, with room for large arrays."""
    pair = socket.socketpair()
    for end in pair:
        end.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, 1 << 20)
    return pair


def pid_of(process: int) -> int | None:
    """Return the number of the process that a handle is of, as this process sees it; None where it can't."""
    try:
        with open(f"/proc/self/fdinfo/{process}", encoding="ascii") as file:
            numbers = [int(line[4:]) for line in file if line.startswith("Pid:")]
    except (OSError, ValueError):
        return None
    return numbers[0] if numbers and numbers[0] > 0 else None
