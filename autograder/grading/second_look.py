"""A second look at failed tasks: what an earlier mistake cost, what is consistent with it, and why they failed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from autograder.closure import closure
from autograder.course import Assignment, Course, Task
from autograder.grading.patterns import common_pattern
from autograder.grading.programs import with_references
from autograder.grading.suite import Outcome
from autograder.locale import sentence
from autograder.numbers import number
from autograder.records import replaced
from autograder.result import Cause, TaskResult, TaskStatus
from autograder.sandbox import Program
from autograder.texts import Text

# Nothing was written that a second look could be kinder to, or it earns nothing however often it is looked at.
NOTHING_TO_GAIN = {TaskStatus.NOT_ATTEMPTED, TaskStatus.MISSING, TaskStatus.FORBIDDEN}


class RunAgain(Protocol):
    """Runs a task's checks once more, with references in place of some functions."""

    def __call__(
        self,
        program: Program,
        task: str,
        replaced: Sequence[str] = (),
        *,
        consistency: bool = False,
    ) -> list[Outcome]: ...


@dataclass
class SecondLook:
    """The failed tasks of one submission.

    Attributes
    ----------
    course, assignment
        What is graded.
    program
        The submission.
    results
        By task; improved as the looks go on.
    outcomes
        By task: what its checks found, with references standing in where they did.
    score
        Returns a task's result from new outcomes.
    run_again
        Runs its checks once more.
    """

    course: Course
    assignment: Assignment
    program: Program
    results: dict[str, TaskResult]
    outcomes: dict[str, Sequence[Outcome]]
    score: Callable[[str, Sequence[Outcome]], TaskResult]
    run_again: RunAgain

    def carry(self) -> None:
        """Grade the failed dependants of failed tasks once more, with references standing in; keep the better.

        Functions of earlier assignments count as failed where they are the student's own.
        """
        own = [
            one
            for one in self.course.basis(self.assignment)
            if one.module not in self.program.earlier
        ]
        earlier = [one.module for one in own]
        program = with_references(self.course, self.program, own)
        # What is missing may be what an earlier assignment of the student's own failed to define.
        hopeless = NOTHING_TO_GAIN - ({TaskStatus.MISSING} if earlier else set())
        for task in self.assignment.tasks:
            wanting = self.results[task.id]
            names = [one.function for one in self._failed_prerequisites(task)]
            if wanting.passed or not (names or earlier) or wanting.status in hopeless:
                continue
            again = self.run_again(program, task.id, names)
            better = self.score(task.id, again)
            # Where it earns no more, its checks still show the task's own mistake without the earlier one.
            if better.earned >= wanting.earned:
                stood_in = (*earlier, *names)
                note = sentence("carried", names=", ".join(stood_in), before=number(wanting.earned))
                self.results[task.id] = replaced(
                    better, carried=stood_in, notes=(*better.notes, note)
                )
                self.outcomes[task.id] = again

    def _failed_prerequisites(self, task: Task) -> list[Task]:
        """Return the failed tasks of this assignment that a task needs, directly or through others."""
        needs = {one.id: one.needs for one in self.assignment.tasks}
        needed = closure(task.needs, lambda one: needs.get(one, ()))
        return [
            one
            for one in self.assignment.tasks
            if one.id in needed and one.can_stand_in and not self.results[one.id].passed
        ]

    def credit_consistency(self, compared: Mapping[str, tuple[str, ...]]) -> None:
        """Compare failed gradients with the student's own forward pass: for credit where that is wrong.

        The credit is never more than the forward pass has lost: else a forward pass that is simple and wrong, with
        the gradient of that, would pay better than a right one without.

        Parameters
        ----------
        compared
            The tasks that can be compared, and the tasks of their forward pass.
        """
        granted: list[tuple[set[str], float]] = []
        for task_id, forward in compared.items():
            failed = self.results[task_id]
            if failed.passed or failed.status not in (TaskStatus.PARTIAL, TaskStatus.FAILED):
                continue
            outcomes = self.run_again(self.program, task_id, consistency=True)
            forward_right = all(self.results[one].passed for one in forward)
            names = ", ".join(self.results[one].function for one in forward)
            if all(one.passed for one in outcomes):
                lost = sum(self.results[one].points - self.results[one].earned for one in forward)
                lost -= sum(gain for others, gain in granted if others & set(forward))
                share = failed.points * self.course.consistency_credit
                credit = round(min(share, failed.earned + lost), 2)
                if not forward_right and credit > failed.earned:
                    granted.append((set(forward), credit - failed.earned))
                    note = sentence(
                        "consistent", function=failed.function, forward=names, credit=number(credit)
                    )
                    self._note(task_id, note, earned=credit, status=TaskStatus.PARTIAL)
            elif forward_right:
                wrong = _disagreeing(outcomes)
                if wrong is not None:
                    note = sentence(
                        "not_derivative", function=failed.function, forward=names, names=wrong
                    )
                    self._note(task_id, note)

    def explain(self, causes: Callable[[str, Sequence[Outcome]], tuple[Cause, ...]]) -> None:
        """Name the known mistakes that fit; where none does, what the wrong answers have in common."""
        for task_id, result in self.results.items():
            if result.status in (TaskStatus.PARTIAL, TaskStatus.FAILED):
                outcomes = self.outcomes[task_id]
                named = causes(task_id, outcomes)
                pattern = None if named else common_pattern(outcomes)
                self.results[task_id] = replaced(result, causes=named, pattern=pattern)

    def _note(self, task_id: str, note: Text, **changed: object) -> None:
        result = self.results[task_id]
        self.results[task_id] = replaced(result, notes=(*result.notes, note), **changed)


def _disagreeing(outcomes: Sequence[Outcome]) -> str | None:
    """Return the parameters whose slopes disagree, in brackets; None where the check told nothing."""
    failures = [one.failure for one in outcomes if one.failure is not None]
    told = [one for one in failures if one.code == "no_derivative"]
    names = sorted({str(one.values["name"]).strip() for one in told} - {""})
    if not told:
        return None
    return f" ({', '.join(names)})" if names else ""
