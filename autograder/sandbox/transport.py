"""How frames get to a worker and back: what every transport offers, what all of them keep to, and how they fail."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from autograder.program import Limits
from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.inside import wire
from autograder.sandbox.timing import Clock, Meter, Overrun

# Bytes that are read of what a program prints: at once, and before it is ended.
PIECE = 1 << 16
FLOOD = 64 << 20

# The statement that a worker runs while it loads a program: its number, its cell, its line.
Progress = tuple[int, int, int]


class Transport(Protocol):
    """How frames get to a worker and back, and how it is ended."""

    def send(self, parts: Sequence[Any], clock: Clock) -> None: ...
    def receive(self, clock: Clock) -> tuple[bytes, Any]: ...
    def quiet(self) -> bool: ...
    def catch_up(self) -> None: ...
    def kill(self) -> None: ...
    def cause(self) -> Loss: ...
    def interrupt(self) -> bool: ...
    def progress(self) -> Progress | None: ...

    @property
    def meter(self) -> Meter: ...
    @property
    def printed(self) -> Printed: ...
    @property
    def usage(self) -> Usage | None: ...


class TransportFailed(Exception):
    """The worker can't be reached any more."""

    def __init__(self, loss: Loss | None, detail: str = "", overrun: Overrun | None = None) -> None:
        super().__init__(detail)
        self.loss = loss
        self.detail = detail
        self.overrun = overrun


class Printed:
    """What a program prints: some of it is kept, and a flood fails its transport."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.output_kib << 10
        self._kept = bytearray()
        self._seen = 0

    def add(self, piece: bytes) -> None:
        self._seen += len(piece)
        self._kept += piece[: self._most - len(self._kept)]
        if self._seen > FLOOD:
            raise TransportFailed(Loss.OUTPUT)

    def __str__(self) -> str:
        cut = "\n[output cut]" if self._seen > self._most else ""
        return self._kept.decode("utf-8", "replace") + cut


def sizes(start: bytes | memoryview) -> tuple[int, int]:
    """Return the sizes of a frame's header and blob from its first bytes; too large a frame fails its transport."""
    header, blob = wire.LENGTHS.unpack_from(start)
    if header > wire.MAX_HEADER or blob > wire.MAX_BLOB:
        raise TransportFailed(Loss.PROTOCOL, "the answer is too large")
    return header, blob


def noted(data: bytes) -> Progress | None:
    """Return what a worker has noted of the statement that it runs; None where it has noted nothing."""
    size = wire.PLACE.size
    return wire.PLACE.unpack(data[:size]) if len(data) >= size else None
