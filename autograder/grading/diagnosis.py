"""Naming the cause: the known mistake that gives exactly the answers that the student's code gave.

Each misconception is run through the same checks as the submission. A cause fits when, in every check of the task,
the student's answers agree with the misconception's, call by call up to where the misconception first leaves the
reference. A wrong name is worse than none, so what can't be told apart is named together, the likelier first, and what
fits nothing isn't named.

Conduct (errors promised, inputs untouched) is left out of account where the values tell: who makes a mistake may well
forget to check a shape, too.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

import autograder
from autograder.course import Assignment, Course
from autograder.distributions import of_imports, versions
from autograder.grading.loads import Spawned
from autograder.grading.observation import Memory, Observations, observations
from autograder.grading.options import limits_of
from autograder.grading.programs import reference_program
from autograder.grading.subject import Subject
from autograder.grading.suite import Outcome, Session
from autograder.grading.transcript import Answer, same_answer
from autograder.grading.variants import Variant, read_variants
from autograder.result import Cause
from autograder.sandbox import Limits, Sandbox

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
        return Memory(self.course.root, _facts(self.course, self.assignment))

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
        student = observations(outcomes)
        right = self._seen(session, sandbox, limits, task, None)
        ranked = []
        for variant in self.variants:
            if variant.task == task:
                wrong = self._seen(session, sandbox, limits, task, variant)
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

    def _seen(
        self, session: Session, sandbox: Sandbox, limits: Limits, task: str, variant: Variant | None
    ) -> Observations:
        key = (task, variant.name if variant else "")
        if key not in self._known:
            source = variant.source if variant else ""
            seen = self._memory.recall(task, source)
            if seen is None:
                whole = variant.module_source(self.assignment) if variant else None
                program = reference_program(self.course, self.assignment, whole)
                outcomes = session.run(Subject(Spawned(sandbox), program, lambda _: limits), {task})
                seen = observations(outcomes)
                # A worker that was lost may fare better another time.
                if all(one.loss is None for one in outcomes):
                    self._memory.keep(task, source, seen)
            self._known[key] = seen
        return self._known[key]


def _facts(course: Course, assignment: Assignment) -> list[object]:
    """Return all that a reference's or a variant's answers depend on, apart from its own source."""
    files = [assignment.suite_file, assignment.solution_file]
    files += [one.solution_file for one in course.basis(assignment)]
    texts = [file.read_text(encoding="utf-8") if file.is_file() else "" for file in files]
    # Data sets and special functions come from packages that NumPy's version says nothing of.
    installed = versions({"numpy", *of_imports(course.packages_of(assignment))})
    limits = {task.id: limits_of(course, task) for task in assignment.tasks}
    machine = (_engine_digest(), sys.version, platform.machine())
    return [*machine, installed, limits, course.seed, *texts]


@cache
def _engine_digest() -> str:
    """Return a digest of the rooms of the engine that have a say in what is observed."""
    digest = hashlib.sha256(autograder.__version__.encode())
    package = Path(autograder.__file__).parent
    for room in ("checks", "grading", "sandbox"):
        for file in sorted((package / room).glob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()


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
    for name, mine in student.items():
        theirs = wrong[name]
        if mine.passed != theirs.passed:
            return False
        if mine.drawn or theirs.drawn:
            evidence |= not mine.passed
            continue
        agrees, tells = _compare(mine.answers, theirs.answers, right[name].answers)
        if not agrees:
            return False
        # Some mistakes leave the answers right and fail all the same: a changed input, a value that is barely off.
        alike = not mine.passed and mine.code == theirs.code
        evidence |= tells or alike
    return evidence


def _compare(
    mine: Sequence[Answer], theirs: Sequence[Answer], right: Sequence[Answer]
) -> tuple[bool, bool]:
    """Compare two programs' answers up to where the misconception leaves the reference.

    Returns whether they agree so far, and whether it leaves at all.
    """
    for place, answer in enumerate(theirs):
        if place >= len(mine) or not same_answer(mine[place], answer):
            return False, False
        if place >= len(right) or not same_answer(answer, right[place]):
            return True, True
    return len(mine) == len(theirs), False
