"""The loads of one submission: once for each way in which its tasks want it, and workers made of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol

from autograder.records import replaced
from autograder.sandbox import Limits, Loaded, LoadError, Program, Sandbox, StandIn, Stops, Worker


@dataclass(frozen=True)
class Wanted:
    """A worker that is wanted.

    Attributes
    ----------
    program
        What it has loaded.
    limits
        What it may use.
    stand_in
        Answers its calls to functions of earlier assignments.
    functions
        The functions whose checks it will serve.
    replaced
        What answers for some of the program's own functions, by their names.
    """

    program: Program
    limits: Limits
    stand_in: StandIn | None = None
    functions: tuple[str, ...] = ()
    replaced: Mapping[str, Callable[..., Any]] = field(default_factory=dict)


class Workers(Protocol):
    """Where a subject's workers come from."""

    def worker(self, wanted: Wanted) -> Worker: ...


class Spawned:
    """Workers of the course's own programs: each loads for itself, since most serve a single task."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._sandbox = sandbox

    def worker(self, wanted: Wanted) -> Worker:
        return self._sandbox.spawn(wanted.program, wanted.limits, wanted.stand_in)


class Loads:
    """Programs of one submission, loaded when they are first wanted.

    Parameters
    ----------
    sandbox
        Where they are loaded.
    limits
        Those of all workers that will be wanted: loading is allowed the most of each.
    """

    def __init__(self, sandbox: Sandbox, limits: Collection[Limits]) -> None:
        self._sandbox = sandbox
        self._tasks = len(limits)
        self._limits = most(tuple(limits))
        self._loaded: list[tuple[Program, Loaded, set[str]]] = []
        self._stops = Stops()

    def problems(self, program: Program) -> tuple[LoadError, ...]:
        """Load a program, and return what went wrong.

        Raises
        ------
        WorkerLost
            Where it can't be loaded at all.
        """
        return self._of(program, ())[0].problems

    def worker(self, wanted: Wanted) -> Worker:
        """Return a worker for the checks of some functions, with references in place of others.

        What a reference has answered can be remembered in what its asker was forked from: a function is never checked
        there after a reference stood in for it.
        """
        loaded, answered = self._of(wanted.program, wanted.functions)
        answered.update(wanted.replaced)
        return loaded.worker(wanted.limits, wanted.stand_in)

    def close(self) -> None:
        """End all of them."""
        while self._loaded:
            self._loaded.pop()[1].close()

    def _of(self, program: Program, functions: Collection[str]) -> tuple[Loaded, set[str]]:
        for place, (known, loaded, answered) in enumerate(self._loaded):
            if known == program:
                if answered.isdisjoint(functions):
                    return loaded, answered
                loaded.close()
                del self._loaded[place]
                break
        loaded = self._sandbox.load(program, self._limits, self._stops, self._tasks)
        self._loaded.append((program, loaded, set()))
        return self._loaded[-1][1:]


def most(limits: Sequence[Limits]) -> Limits:
    """Return limits that allow as much as each of several."""
    return replaced(
        limits[0],
        cpu_seconds=max(one.cpu_seconds for one in limits),
        wall_seconds=max(one.wall_seconds for one in limits),
        memory_mib=max(one.memory_mib for one in limits),
    )
