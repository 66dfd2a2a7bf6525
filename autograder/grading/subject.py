"""What a suite is run on: a program, in one worker after another."""

from __future__ import annotations

import re
from collections.abc import Mapping

import numpy as np

from autograder.grading.loads import Wanted, Workers
from autograder.grading.transcript import OPAQUE, Answer, Transcript
from autograder.sandbox import Call, Remote, Worker

FLOATING = "divide by zero|overflow|underflow|invalid value"
OPERATIONS = "|".join(name for name in dir(np) if isinstance(getattr(np, name), np.ufunc))
NUMPY_WARNING = re.compile(
    rf"(?:{FLOATING}) encountered in (?:scalar )?(?:{OPERATIONS}|det|reduce|dot|square|cast)"
)

# Bytes of answers that are remembered of one task: the next are remembered as objects of which nothing is known.
MOST_REMEMBERED = 128 << 20


class Subject:
    """A program under test.

    Each task gets a worker of its own, so that nothing that happens in one task, be it a crash or a clever trick,
    reaches the next. A worker that is lost is replaced for the next check.

    Parameters
    ----------
    workers
        Where its workers come from.
    wanted
        What is wanted of the worker of each task, by the task's id.
    keep_worker
        Whether one worker serves all tasks as long as it lives: where starting one is slow, and for one's own code.
    """

    def __init__(
        self, workers: Workers, wanted: Mapping[str, Wanted], *, keep_worker: bool = False
    ) -> None:
        self._workers = workers
        self._wanted = wanted
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
        wanted = self._wanted[task]
        if self._worker is None:
            self._worker = self._workers.worker(wanted)
            for name, function in wanted.replaced.items():
                self._worker.set_stand_in(name, function)
            self._worker.observer = self._observe
        elif another:
            self._worker.renew(wanted.limits)
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
