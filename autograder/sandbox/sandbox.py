"""What every sandbox does, whatever its level."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import Self

from autograder.program import Level, Limits, Program
from autograder.sandbox.callbacks import StandIn
from autograder.sandbox.loaded import Loaded, Reloading, Stops
from autograder.sandbox.transport import Transport
from autograder.sandbox.worker import Worker


class Sandbox(ABC):
    """Starts workers, which are kept from everything else as far as its level goes."""

    level: Level

    @property
    def alive(self) -> bool:
        """Whether it can start workers still."""
        return True

    @abstractmethod
    def start(self, program: Program, limits: Limits) -> Transport:
        """Start a process that will load a program."""

    def spawn(
        self,
        program: Program,
        limits: Limits | None = None,
        stand_in: StandIn | None = None,
        left_out: Sequence[int] = (),
    ) -> Worker:
        """Start a worker and let it load a program, but for some statements.

        Raises
        ------
        WorkerLost
            Where loading the program ended the worker.
        SandboxError
            Where the worker could not be started, or not be confined.
        """
        limits = limits or Limits()
        return Worker.started(self.start(program, limits), program, limits, stand_in, left_out)

    def load(self, program: Program, limits: Limits, stops: Stops, tasks: int) -> Loaded:
        """Load a program of which about so many workers will be wanted."""
        return Reloading(self.spawn, program, limits, stops)

    @abstractmethod
    def close(self) -> None:
        """End it, and every worker of it."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        self.close()
