"""What a suite is run on: a program, in one worker after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import Any

import numpy as np

from autograder.grading.loads import Wanted, Workers
from autograder.grading.transcript import OPAQUE, Answer, Transcript
from autograder.sandbox import Call, Limits, LoadError, Program, Remote, StandIn, Worker

FLOATING = "divide by zero|overflow|underflow|invalid value"
OPERATIONS = "|".join(name for name in dir(np) if isinstance(getattr(np, name), np.ufunc))
NUMPY_WARNING = re.compile(
    rf"(?:{FLOATING}) encountered in (?:scalar )?(?:{OPERATIONS}|det|reduce|dot|square|cast)"
)

# Bytes of answers that are remembered of one task: the next are remembered as objects of which nothing is known.
MOST_REMEMBERED = 128 << 20

Function = Callable[..., Any]


class Subject:
    """A program under test.

    Each task gets a worker of its own, so that nothing that happens in one task, be it a crash or a clever trick,
    reaches the next. A worker that is lost is replaced for the next check.

    Parameters
    ----------
    loads
        Where its workers come from.
    program
        What they load.
    limits_of
        The limits of a task's worker, by the task's id.
    stand_in
        Answers the program's calls to functions of earlier assignments.
    replaced
        Functions of the program's own module to be answered by a callback instead, by name.
    varied
        Returns the program as one task wants it: with what is taken away, or given, for that task alone.
    functions_of
        The functions that a task checks, by the task's id.
    keep_worker
        Whether one worker serves all tasks as long as it lives: where starting one is slow, and for one's own code.
    """

    def __init__(
        self,
        loads: Workers,
        program: Program,
        limits_of: Callable[[str], Limits],
        *,
        stand_in: StandIn | None = None,
        replaced: Mapping[str, Function] | None = None,
        varied: Callable[[Program, str], Program] = lambda program, task: program,
        functions_of: Callable[[str], Collection[str]] = lambda task: (),
        keep_worker: bool = False,
    ) -> None:
        self._loads = loads
        self._program = program
        self._limits_of = limits_of
        self._stand_in = stand_in
        self._replaced = dict(replaced or {})
        self._varied = varied
        self._functions_of = functions_of
        self._keep_worker = keep_worker
        self._task: str | None = None
        self._remembered = 0
        self._worker: Worker | None = None
        self._transcript = Transcript()
        self.warnings: dict[str, set[str]] = {}

    @property
    def worker(self) -> Worker | None:
        """The worker of the task that is being checked."""
        return self._worker

    def load(self, task: str) -> tuple[LoadError, ...]:
        """Load the program as one task wants it, and return what went wrong.

        Raises
        ------
        WorkerLost
            Where it can't be loaded at all.
        """
        return self._loads.problems(self._varied(self._program, task))

    def enter(self, task: str, transcript: Transcript) -> Remote:
        """Return the student's module, in a worker that has served no other task."""
        another = self._task != task
        if self._worker is not None and (
            (another and not self._keep_worker) or self._worker.lost is not None
        ):
            self.leave()
        if another:
            self._remembered = 0
        self._task = task
        self._transcript = transcript
        if self._worker is None:
            wanted = Wanted(
                self._varied(self._program, task),
                self._limits_of(task),
                self._stand_in,
                tuple(self._functions_of(task)),
                tuple(self._replaced),
            )
            self._worker = self._loads.worker(wanted)
            for name, function in self._replaced.items():
                self._worker.set_stand_in(name, function)
            self._worker.observer = self._observe
        elif another:
            self._worker.renew(self._limits_of(task))
        return self._worker.module

    def leave(self) -> None:
        """End the current worker."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None

    def _observe(self, call: Call) -> None:
        error = None if call.error is None else call.error.known_type
        self._remembered += call.size
        value = call.value if self._remembered <= MOST_REMEMBERED else OPAQUE
        self._transcript.answers.append(Answer(call.path, value, error, call.args, call.kwargs))
        for category, message in call.warnings:
            # NumPy's own words only: another warning may hold anything, hidden inputs included.
            if category == "RuntimeWarning" and NUMPY_WARNING.fullmatch(message):
                self.warnings.setdefault(self._task or "", set()).add(f"{category}: {message}")
