"""What a suite is run on: a program, in one worker after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import numpy as np

from autograder.grading.transcript import OPAQUE, Answer, Transcript
from autograder.sandbox import Call, Limits, Program, Remote, Sandbox, Worker

FLOATING = "divide by zero|overflow|underflow|invalid value"
OPERATIONS = "|".join(name for name in dir(np) if isinstance(getattr(np, name), np.ufunc))
NUMPY_WARNING = re.compile(
    rf"(?:{FLOATING}) encountered in (?:scalar )?(?:{OPERATIONS}|det|reduce|dot|square|cast)"
)

# Bytes of answers that are remembered of one task: the next are remembered as objects of which nothing is known.
MOST_REMEMBERED = 128 << 20

StandIn = Callable[..., Any]


class Subject:
    """A program under test.

    Each task gets a worker of its own, so that nothing that happens in one task, be it a crash or a clever trick,
    reaches the next. A worker that is lost is replaced for the next check.

    Parameters
    ----------
    sandbox
        Where the workers live.
    program
        What they load.
    limits_of
        The limits of a task's worker, by the task's id.
    stand_in
        Answers the program's calls to functions of earlier assignments: ``stand_in(module, function, args, kwargs)``.
    replaced
        Functions of the program's own module to be answered by a callback instead, by name.
    varied
        Returns the program as one task wants it: with what is taken away, or given, for that task alone.
    keep_worker
        Whether one worker serves all tasks as long as it lives: where starting one is slow, and for one's own code.
    """

    def __init__(
        self,
        sandbox: Sandbox,
        program: Program,
        limits_of: Callable[[str], Limits],
        stand_in: StandIn | None = None,
        replaced: Mapping[str, StandIn] | None = None,
        varied: Callable[[Program, str], Program] = lambda program, task: program,
        keep_worker: bool = False,
    ) -> None:
        self._sandbox = sandbox
        self._program = program
        self._limits_of = limits_of
        self._stand_in = stand_in
        self._replaced = dict(replaced or {})
        self._varied = varied
        self._keep_worker = keep_worker
        self._begin_check = getattr(stand_in, "begin_check", None)
        self._task: str | None = None
        self._remembered = 0
        self._worker: Worker | None = None
        self._transcript = Transcript()
        self.warnings: dict[str, set[str]] = {}

    @property
    def worker(self) -> Worker | None:
        """The worker of the task that is being checked."""
        return self._worker

    def enter(self, task: str, transcript: Transcript) -> Remote:
        """Return the student's module, in a worker that has served no other task."""
        another = self._task != task and not self._keep_worker
        if self._worker is not None and (another or self._worker.lost is not None):
            self.leave()
        if self._task != task:
            self._remembered = 0
        self._task = task
        if transcript is not self._transcript and self._begin_check is not None:
            self._begin_check()
        self._transcript = transcript
        if self._worker is None:
            program = self._varied(self._program, task)
            limits = self._limits_of(task)
            if self._keep_worker:
                # The limit is a task's, and this one serves them all.
                limits = replace(limits, life_seconds=None)
            self._worker = self._sandbox.spawn(program, limits, self._stand_in)
            for name, function in self._replaced.items():
                self._worker.set_stand_in(name, function)
            self._worker.observer = self._observe
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
