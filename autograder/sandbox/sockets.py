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

from autograder.sandbox import wire
from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.program import Limits
from autograder.sandbox.worker import TransportFailed

FLOOD = 64 << 20

# How a worker ended, as the zygote says it; None where it hasn't said so within a time.
Ended = Callable[[float], dict[str, Any] | None]


class SocketTransport:
    """Frames over a worker's socket, with a handle on its process that can't be reused."""

    def __init__(
        self,
        channel: int,
        output: int,
        process: int,
        limits: Limits,
        ended: Ended,
        box: Path | None,
    ) -> None:
        self._channel, self._output, self._process = channel, output, process
        self._ended = ended
        self._limits = limits
        self._box = box
        self._kept = limits.output_kib << 10
        self._text = bytearray()
        self._seen = 0
        self._open = True
        for descriptor in (channel, output):
            os.set_blocking(descriptor, False)
        self._poll = select.poll()
        self._poll.register(output, select.POLLIN)
        self._small = memoryview(bytearray(1 << 17))

    def send(self, parts: Sequence[Any], deadline: float) -> None:
        if sum(map(len, parts)) < 65536:
            parts = [b"".join(parts)]
        waiting = [memoryview(part).cast("B") for part in parts if len(part)]
        while waiting:
            try:
                count = os.writev(self._channel, waiting[:64])
            except BlockingIOError:
                self._wait(select.POLLOUT, deadline)
                continue
            except OSError:
                raise TransportFailed(None) from None
            while count:
                if count >= len(waiting[0]):
                    count -= len(waiting.pop(0))
                else:
                    waiting[0] = waiting[0][count:]
                    count = 0

    def receive(self, deadline: float) -> tuple[bytes, Any]:
        start = wire.LENGTHS.size
        filled = 0
        while filled < start:
            filled += self._some(self._small[filled:], deadline)
        header, blob = wire.LENGTHS.unpack_from(self._small)
        if header > wire.MAX_HEADER or blob > wire.MAX_BLOB:
            raise TransportFailed(Loss.PROTOCOL, "the answer is too large")
        total = start + header + blob
        if filled > total:
            raise TransportFailed(Loss.PROTOCOL, "unrequested data")
        buffer = memoryview(bytearray(total))
        buffer[:filled] = self._small[:filled]
        while filled < total:
            filled += self._some(buffer[filled:], deadline)
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
        self._open = False
        try:
            signal.pidfd_send_signal(self._process, signal.SIGKILL)
        except ProcessLookupError:
            pass
        try:
            self._drain()
        except TransportFailed:
            pass
        for descriptor in (self._channel, self._output, self._process):
            os.close(descriptor)
        if self._box is not None:
            shutil.rmtree(self._box, ignore_errors=True)

    def cause(self) -> Loss:
        ended = self._ended(1.0)
        if ended is None:
            return Loss.PROTOCOL
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
        ended = self._ended(1.0)
        return None if ended is None else Usage(ended["cpu"], ended["memory"])

    def _some(self, target: memoryview, deadline: float) -> int:
        while True:
            try:
                count = os.readv(self._channel, [target])
            except BlockingIOError:
                self._wait(select.POLLIN, deadline)
                continue
            except OSError:
                raise TransportFailed(None) from None
            if not count:
                raise TransportFailed(None)
            if time.monotonic() > deadline:
                raise TransportFailed(Loss.TIMED_OUT)
            return count

    def _wait(self, event: int, deadline: float) -> None:
        self._poll.register(self._channel, event)
        while True:
            left = deadline - time.monotonic()
            if left <= 0:
                raise TransportFailed(Loss.TIMED_OUT)
            for descriptor, _ in self._poll.poll(left * 1000):
                if descriptor == self._channel:
                    return
                self._drain()

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
