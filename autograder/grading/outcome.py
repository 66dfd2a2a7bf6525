"""What one check found."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from autograder.checks.failure import Failure
from autograder.checks.marks import TaskMark
from autograder.grading.failures import Asked, failure_of
from autograder.grading.transcript import Transcript
from autograder.sandbox import Loss, WorkerLost


@dataclass
class Outcome:
    """What one check found.

    Attributes
    ----------
    name
        The test's name, parameters included.
    mark
        Its task, title, weight.
    error
        The exception that ended it, or None where it passed.
    transcript
        What the subject answered.
    not_run
        Whether it was left out, after others of its task ran out of time.
    asked
        What the assignment asks for: by it, what isn't written is told from what fails.
    """

    name: str
    mark: TaskMark
    error: BaseException | None = None
    transcript: Transcript = field(default_factory=Transcript)
    not_run: bool = False
    asked: Asked = field(default_factory=Asked)

    @property
    def passed(self) -> bool:
        """Tell whether the check passed."""
        return self.error is None and not self.not_run

    @property
    def loss(self) -> Loss | None:
        """Why the worker was lost during the check, where it was."""
        return self.error.loss if isinstance(self.error, WorkerLost) else None

    @property
    def failure(self) -> Failure | None:
        """Why the check failed."""
        if self.not_run:
            return Failure("not_run")
        return None if self.error is None else failure_of(self.error, self.mark.task, self.asked)

    def call(self, *, values: bool = False) -> str | None:
        """Return the last request made of the student's code, in names and shapes or with the values."""
        answers = self.transcript.answers
        return answers[-1].described(values=values) if answers else None


def by_task(outcomes: Sequence[Outcome]) -> dict[str, Sequence[Outcome]]:
    """Group outcomes by their task."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.mark.task, []).append(outcome)
    return dict(groups)
