"""Naming the cause: the known mistake that gives exactly the answers that the student's code gave.

Each misconception is run through the same checks as the submission. A cause fits when, in every check of the task,
the student's answers agree with the misconception's, call by call to the end. Where numbers were drawn they need not,
for a program may draw in another order; but only numbers that agree are evidence. A wrong name is worse than none, so
what can't be told apart is named together, the likelier first, and what fits nothing isn't named.

Conduct (errors promised, inputs untouched) is left out of account where the values tell: who makes a mistake may well
forget to check a shape, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.grading.bench import Bench
from autograder.grading.fingerprint import facts
from autograder.grading.observation import Memory, Observations, observations
from autograder.grading.outcome import Outcome
from autograder.grading.patterns import common_pattern
from autograder.grading.programs import reference_program
from autograder.grading.scoring import Scored
from autograder.grading.transcript import Answer, same_answer
from autograder.grading.variants import Variant, read_variants
from autograder.records import replaced
from autograder.result import Cause, TaskStatus

# More names than this say nothing.
MOST_CAUSES = 3


@dataclass
class Diagnosis:
    """The known mistakes of one suite, each run once and only when it is needed, and then remembered."""

    course: Course
    assignment: Assignment
    variants: tuple[Variant, ...]
    _known: dict[tuple[str, str], Observations] = field(default_factory=dict)

    @cached_property
    def _memory(self) -> Memory:
        """Made when something has failed: most submissions of a class never ask for it."""
        return Memory(self.course.root, facts(self.course, self.assignment))

    @classmethod
    def of(cls, course: Course, assignment: Assignment) -> Diagnosis:
        """Read an assignment's misconceptions."""
        return cls(course, assignment, read_variants(assignment, "misconception"))

    @classmethod
    def shared(cls, course: Course, assignment: Assignment) -> Diagnosis:
        """Return this process's diagnosis of an assignment."""
        key = (course.file, assignment.id)
        if key not in _shared:
            _shared[key] = cls.of(course, assignment)
        return _shared[key]

    def explained(self, bench: Bench, scored: Mapping[str, Scored]) -> dict[str, Scored]:
        """Return the tasks with the known mistakes that fit, or else with what their wrong answers have in common."""
        return {
            task: self._explained(bench, task, failed)
            if failed.result.status in (TaskStatus.PARTIAL, TaskStatus.FAILED)
            else failed
            for task, failed in scored.items()
        }

    def _explained(self, bench: Bench, task: str, failed: Scored) -> Scored:
        causes = self.causes(bench, task, failed.outcomes)
        pattern = None if causes else common_pattern(failed.outcomes)
        result = replaced(failed.result, causes=causes, pattern=pattern)
        return replace(failed, result=result)

    def causes(self, bench: Bench, task: str, outcomes: Sequence[Outcome]) -> tuple[Cause, ...]:
        """Return the misconceptions that fit all that a task's checks saw; none where nothing, or too much, fits.

        What fits in conduct as well comes first, then what stands first in ``misconceptions.py``.
        """
        student = observations(outcomes)
        right = self._seen(bench, task, None)
        ranked = []
        for variant in self.variants:
            if variant.task == task:
                wrong = self._seen(bench, task, variant)
                fit = fits(student, wrong, right)
                if fit is not None:
                    ranked.append((fit, variant))
        # Stable: what fits equally well stays in the order of the file.
        ranked.sort(key=lambda one: one[0], reverse=True)
        fitting = [variant for _, variant in ranked]
        if len(fitting) > MOST_CAUSES:
            return ()
        return tuple(
            Cause(name=one.name, title=one.title, hint=one.hint)
            for one in fitting
            if one.title and one.hint
        )

    def _seen(self, bench: Bench, task: str, variant: Variant | None) -> Observations:
        key = (task, variant.name if variant else "")
        if key not in self._known:
            source = variant.source if variant else ""
            seen = self._memory.recall(task, source)
            if seen is None:
                whole = variant.module_source(self.assignment) if variant else None
                program = reference_program(self.course, self.assignment, whole)
                outcomes = bench.run(program, {task})
                seen = observations(outcomes)
                # A worker that was lost may fare better another time.
                if all(one.loss is None for one in outcomes):
                    self._memory.keep(task, source, seen)
            self._known[key] = seen
        return self._known[key]


_shared: dict[tuple[Path, str], Diagnosis] = {}


def fits(student: Observations, wrong: Observations, right: Observations) -> int | None:
    """Return how well a program's answers are those of a misconception; None where they aren't.

    2 where all of them are; 1 where those about values are, and conduct differs.
    """
    values = {name: mine for name, mine in student.items() if not mine.conduct}
    if _fit(student, wrong, right):
        return 2
    if len(values) < len(student) and _fit(values, wrong, right):
        return 1
    return None


def _fit(student: Observations, wrong: Observations, right: Observations) -> bool:
    """Tell whether answers agree with a misconception's in every check, and give evidence for it in some."""
    evidence = False
    somewhere_right = any(mine.passed for mine in student.values())
    values_right = all(mine.passed for mine in student.values() if not mine.conduct)
    for name, mine in student.items():
        theirs = wrong[name]
        if mine.passed != theirs.passed:
            return False
        agrees, tells = _compare(mine.answers, theirs.answers, right[name].answers)
        if mine.drawn or theirs.drawn:
            # Another order of drawing gives other numbers: that they differ says nothing, and that they don't, all.
            if mine.code != theirs.code:
                return False
            evidence |= agrees and tells is Leaves.BY_A_VALUE
            # A slip of conduct beside right values is what its failure says, whatever was drawn.
            evidence |= values_right and not mine.passed
            continue
        if not agrees:
            return False
        # Some mistakes leave the answers right and fail all the same: a changed input, a value that is barely off.
        alike = tells is Leaves.NOWHERE and not mine.passed and mine.code == theirs.code
        # What raises everywhere equals every mistake that raises.
        raises = tells is Leaves.BY_AN_ERROR and somewhere_right
        evidence |= tells is Leaves.BY_A_VALUE or raises or alike
    return evidence


class Leaves(Enum):
    """How a misconception's answers leave the reference's."""

    NOWHERE = 0
    BY_A_VALUE = 1
    BY_AN_ERROR = 2


def _compare(
    mine: Sequence[Answer], theirs: Sequence[Answer], right: Sequence[Answer]
) -> tuple[bool, Leaves]:
    """Compare two programs' answers to the end, what comes after the misconception leaves the reference included.

    Returns whether they agree, and how the misconception leaves.
    """
    leaves = Leaves.NOWHERE
    for place, answer in enumerate(theirs):
        if place >= len(mine) or not same_answer(mine[place], answer):
            return False, leaves
        if leaves is Leaves.NOWHERE and (
            place >= len(right) or not same_answer(answer, right[place])
        ):
            leaves = Leaves.BY_A_VALUE if answer.error is None else Leaves.BY_AN_ERROR
    return len(mine) == len(theirs), leaves
