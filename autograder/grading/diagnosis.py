"""Naming the cause: the known mistake that gives exactly the answers that the student's code gave.

Each misconception is run through the same checks as the submission. A cause fits when, in every check of the task,
the student's answers agree with the misconception's, call by call up to where the misconception first leaves the
reference. A wrong name is worse than none, so what can't be told apart is named together, the likelier first, and what
fits nothing isn't named.

Conduct (errors promised, inputs untouched) is left out of account where the values tell: who makes a mistake may well
forget to check a shape, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from autograder.course import Assignment, Course
from autograder.grading.stand_ins import reference_program
from autograder.grading.subject import Subject
from autograder.grading.suite import Outcome, Session
from autograder.grading.transcript import Transcript, same_answer
from autograder.grading.variants import Variant, read_variants
from autograder.result import Cause
from autograder.sandbox import Limits, Sandbox

# More names than this say nothing.
MOST_CAUSES = 3

Outcomes = Mapping[str, Outcome]


@dataclass
class Diagnosis:
    """The known mistakes of one suite, each run once and only when it is needed."""

    course: Course
    assignment: Assignment
    variants: tuple[Variant, ...]
    _outcomes: dict[tuple[str, str], Outcomes] = field(default_factory=dict)

    @classmethod
    def of(cls, course: Course, assignment: Assignment) -> Diagnosis:
        """Read an assignment's misconceptions."""
        return cls(course, assignment, read_variants(assignment, "misconception"))

    def causes(
        self,
        session: Session,
        sandbox: Sandbox,
        limits: Limits,
        task: str,
        outcomes: Sequence[Outcome],
    ) -> tuple[Cause, ...]:
        """Return the misconceptions that fit all that a task's checks saw; none where nothing, or too much, fits.

        What fits in conduct as well comes first, then what stands first in ``misconceptions.py``.
        """
        student = {outcome.name: outcome for outcome in outcomes}
        right = self._run(session, sandbox, limits, task, None)
        ranked = []
        for place, variant in enumerate(self.variants):
            if variant.task == task:
                wrong = self._run(session, sandbox, limits, task, variant)
                fit = fits(student, wrong, right)
                if fit is not None:
                    ranked.append((-fit, place, variant))
        fitting = [variant for _, _, variant in sorted(ranked, key=lambda one: one[:2])]
        if len(fitting) > MOST_CAUSES:
            return ()
        return tuple(
            Cause(name=one.name, title=one.title, hint=one.hint)
            for one in fitting
            if one.title and one.hint
        )

    def _run(
        self, session: Session, sandbox: Sandbox, limits: Limits, task: str, variant: Variant | None
    ) -> Outcomes:
        key = (task, variant.name if variant else "")
        if key not in self._outcomes:
            source = variant.module_source(self.assignment) if variant else None
            program = reference_program(self.course, self.assignment, source)
            subject = Subject(sandbox, program, lambda _: limits)
            outcomes = session.run(subject, {task})
            self._outcomes[key] = {outcome.name: outcome for outcome in outcomes}
        return self._outcomes[key]


def fits(student: Outcomes, wrong: Outcomes, right: Outcomes) -> int | None:
    """Return how well a student's outcomes are those of a misconception; None where they aren't.

    2 where all of them are; 1 where those about values are, and conduct differs.
    """
    values = {name: mine for name, mine in student.items() if not mine.mark.conduct}
    if _fit(student, wrong, right):
        return 2
    if len(values) < len(student) and _fit(values, wrong, right):
        return 1
    return None


def _fit(student: Outcomes, wrong: Outcomes, right: Outcomes) -> bool:
    """Tell whether outcomes agree with a misconception's in every check, and give evidence for it in some."""
    evidence = False
    for name, mine in student.items():
        theirs = wrong[name]
        if mine.passed != theirs.passed:
            return False
        if mine.transcript.drawn or theirs.transcript.drawn:
            evidence |= not mine.passed
            continue
        agrees, tells = _compare(mine.transcript, theirs.transcript, right[name].transcript)
        if not agrees:
            return False
        # Some mistakes leave the answers right and fail all the same: a changed input, a value that is barely off.
        alike = not mine.passed and _code(mine) == _code(theirs)
        evidence |= tells or alike
    return evidence


def _code(outcome: Outcome) -> str | None:
    return outcome.failure.code if outcome.failure else None


def _compare(mine: Transcript, theirs: Transcript, right: Transcript) -> tuple[bool, bool]:
    """Compare two transcripts up to where the misconception leaves the reference.

    Returns whether they agree so far, and whether it leaves at all.
    """
    for place, answer in enumerate(theirs.answers):
        if place >= len(mine.answers) or not same_answer(mine.answers[place], answer):
            return False, False
        if place >= len(right.answers) or not same_answer(answer, right.answers[place]):
            return True, True
    return len(mine.answers) == len(theirs.answers), False
