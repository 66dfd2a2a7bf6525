"""How frames get to a worker and back: what every transport offers, and how it fails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Protocol

from autograder.sandbox.events import Loss, Usage
from autograder.sandbox.timing import Clock, Meter, Overrun


class Transport(Protocol):
    """How frames get to a worker and back, and how it is ended."""

    def send(self, parts: Sequence[Any], clock: Clock) -> None: ...
    def receive(self, clock: Clock) -> tuple[bytes, Any]: ...
    def quiet(self) -> bool: ...
    def kill(self) -> None: ...
    def cause(self) -> Loss: ...
    def interrupt(self) -> bool: ...
    def progress(self) -> tuple[int, int, int] | None: ...

    @property
    def meter(self) -> Meter: ...

    @property
    def output(self) -> str: ...
    @property
    def usage(self) -> Usage | None: ...


class TransportFailed(Exception):
    """The worker can't be reached any more."""

    def __init__(self, loss: Loss | None, detail: str = "", overrun: Overrun | None = None) -> None:
        super().__init__(detail)
        self.loss = loss
        self.detail = detail
        self.overrun = overrun
