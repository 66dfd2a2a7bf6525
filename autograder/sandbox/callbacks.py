"""Functions of ours that a worker may call, and what answering costs."""

from __future__ import annotations

import builtins
import time
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Protocol

from autograder.program import Program
from autograder.sandbox.inside import wire


class StandIn(Protocol):
    """Answers a program's calls to functions of earlier modules."""

    def __call__(
        self, module: str, function: str, args: Sequence[Any], kwargs: Mapping[str, Any]
    ) -> Any: ...

    @property
    def cpu_seconds(self) -> float: ...


class Callbacks:
    """The functions that one worker may call; number 0 stands for those of earlier modules.

    Attributes
    ----------
    stand_in
        Answers for earlier modules.
    newest
        The last number that was given.
    """

    def __init__(self, program: Program, stand_in: StandIn | None) -> None:
        self.stand_in = stand_in
        self._answered = program.answered
        self._functions: dict[int, Callable[..., Any]] = {0: self._earlier}
        self.newest = 0

    def add(self, function: Callable[..., Any]) -> int:
        """Return the number by which a worker may call a function."""
        # Never used twice: a function that the student kept must not become another one.
        self.newest += 1
        self._functions[self.newest] = function
        return self.newest

    def drop_after(self, number: int) -> None:
        """Let the functions that came after another one be called no more."""
        for newer in range(number + 1, self.newest + 1):
            self._functions.pop(newer, None)

    def answer(self, number: int, args: list[Any], kwargs: dict[str, Any]) -> dict[str, Any]:
        """Call a function for a worker and return the reply; what the function raises comes through."""
        value = self._functions[number](*args, **kwargs)
        # Draws count in the student's process, too: its generators go on from where the call left them.
        return {"ok": value, "drawn": wire.generators(args, kwargs)}

    @property
    def seconds(self) -> float:
        """Processor time of our side, here and where references live: a difference of two is what came between."""
        elsewhere = 0.0 if self.stand_in is None else self.stand_in.cpu_seconds
        return time.thread_time() + elsewhere

    def _earlier(self, module: str, name: str, *args: Any, **kwargs: Any) -> Any:
        if self.stand_in is None or (module, name) not in self._answered:
            raise RuntimeError("no such function")
        return self.stand_in(module, name, args, kwargs)


def refusal(error: Exception) -> dict[str, Any]:
    """Return the reply for a function that raised: the nearest built-in type of its exception, and nothing else."""
    names = (kind.__name__ for kind in type(error).__mro__ if hasattr(builtins, kind.__name__))
    return {"exc": next(names, "RuntimeError")}
