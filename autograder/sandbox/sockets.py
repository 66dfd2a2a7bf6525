"""Frames over a worker's socket, with deadlines, a cap on what is printed, and a handle on the process."""

from __future__ import annotations

import os
import select
import shutil
import signal
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from autograder.program import Limits
from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.inside import wire
from autograder.sandbox.timing import SLICE, Clock, Meter
from autograder.sandbox.transport import TransportFailed

FLOOD = 64 << 20
# What a process that has closed its channel may take to end, and the news of that to come, on a busy machine.
DYING_SECONDS = 2.0
NEWS_SECONDS = 30.0

# How a worker ended, as the zygote says it; None where it hasn't said so within a time.
Ended = Callable[[float], dict[str, Any] | None]


class SocketTransport:
    """Frames over a worker's socket, with a handle on its process that can't be reused.

    Parameters
    ----------
    channel, output
        The ends of its socket and of the pipe that it prints to.
    process
        A handle on its process.
    limits
        What it may use.
    ended
        Says how it ended.
    place
        A file in memory in which it notes the statement that it runs; None where it loads nothing.
    box
        A folder to be removed after it.
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
        self._channel, self._output, self._process = channel, output, process
        self._ended = ended
        self._limits = limits
        self._place = place
        self._box = box
        self._kept = limits.output_kib << 10
        self._text = bytearray()
        self._seen = 0
        self._open = True
        self._noted: tuple[int, int, int] | None = None
        self._how: dict[str, Any] | None = None
        for descriptor in (channel, output):
            os.set_blocking(descriptor, False)
        self._poll = select.poll()
        self._poll.register(output, select.POLLIN)
        # Readable when the process has ended: its end of the channel may be held by another.
        self._poll.register(process, select.POLLIN)
        self._small = memoryview(bytearray(1 << 17))
        self.meter = Meter(pid_of(process))

    def send(self, parts: Sequence[Any], clock: Clock) -> None:
        if sum(map(len, parts)) < 65536:
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
        header, blob = wire.LENGTHS.unpack_from(self._small)
        if header > wire.MAX_HEADER or blob > wire.MAX_BLOB:
            raise TransportFailed(Loss.PROTOCOL, "the answer is too large")
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
        except BlockingIOError:
            return True
        except OSError:
            return True

    def kill(self) -> None:
        if not self._open:
            return
        try:
            signal.pidfd_send_signal(self._process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        try:
            self._drain()
        except TransportFailed:
            pass
        self._noted = self.progress()
        mine = [self._channel, self._output, self._process]
        mine += [] if self._place is None else [self._place]
        for descriptor in mine:
            os.close(descriptor)
        self._open = False
        if self._box is not None:
            shutil.rmtree(self._box, ignore_errors=True)

    def cause(self) -> Loss:
        # It may have closed its channel, and live.
        if not select.select([self._process], [], [], DYING_SECONDS)[0]:
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

    @property
    def output(self) -> str:
        cut = "\n[output cut]" if self._seen > self._kept else ""
        return self._text.decode("utf-8", "replace") + cut

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

    def progress(self) -> tuple[int, int, int] | None:
        if self._open and self._place is not None:
            return read_place(self._place)
        return self._noted

    @property
    def closed(self) -> bool:
        """Tell whether its process has been ended."""
        return not self._open

    @property
    def output_end(self) -> int:
        """Our end of the pipe that its process prints to."""
        return self._output

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
            if self._output in ready:
                self._drain()
            elif self._process in ready:
                raise TransportFailed(None)
            clock.check()

    def _drain(self) -> None:
        """Take what was printed; keep some, and end a flood."""
        while True:
            try:
                piece = os.read(self._output, 65536)
            except BlockingIOError:
                return
            except OSError:
                piece = b""
            if not piece:
                try:
                    self._poll.unregister(self._output)
                except KeyError:
                    pass
                return
            self._seen += len(piece)
            if len(self._text) < self._kept:
                self._text += piece[: self._kept - len(self._text)]
            if self._seen > FLOOD:
                raise TransportFailed(Loss.OUTPUT)
            if len(piece) < 65536:
                return


def pid_of(process: int) -> int | None:
    """Return the number of the process that a handle is of, as this process sees it; None where it can't."""
    try:
        with open(f"/proc/self/fdinfo/{process}", encoding="ascii") as file:
            numbers = [int(line[4:]) for line in file if line.startswith("Pid:")]
    except (OSError, ValueError):
        return None
    return numbers[0] if numbers and numbers[0] > 0 else None


def read_place(descriptor: int) -> tuple[int, int, int] | None:
    """Return what a worker has noted of the statement that it runs: its number, its cell, its line."""
    data = os.pread(descriptor, wire.PLACE.size, 0)
    return wire.PLACE.unpack(data) if len(data) == wire.PLACE.size else None
