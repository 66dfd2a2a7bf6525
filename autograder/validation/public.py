"""The public checks: the reference passes them, and no stub does."""

from __future__ import annotations

from autograder.course import Assignment, Course
from autograder.grading.batch import shared_sandbox
from autograder.grading.grader import by_task
from autograder.grading.loads import Spawned
from autograder.grading.options import GradeOptions, limits_of
from autograder.grading.programs import reference_program
from autograder.grading.public import run_public
from autograder.grading.subject import Subject
from autograder.grading.suite import Session
from autograder.sandbox import Cell, Program
from autograder.validation.problem import Findings


def check_public(
    course: Course, assignment: Assignment, options: GradeOptions, findings: Findings
) -> None:
    """Run an assignment's public checks on its reference, and on a module that has nothing in it."""
    file = assignment.solution_dir / "test_public.py"
    limits = {task.id: limits_of(course, task) for task in assignment.tasks}

    def work(session: Session) -> None:
        sandbox = shared_sandbox(course, assignment, options)
        subject = Subject(
            Spawned(sandbox), reference_program(course, assignment), limits.__getitem__
        )
        for outcome in session.run(subject):
            why = outcome.failure.text("input").en if outcome.failure else ""
            findings.check("public checks", outcome.passed, outcome.mark.task,
                           f"the reference fails its public check {outcome.name}: {why}")  # fmt: skip
        empty = Program(module=assignment.module, cells=(Cell("", "empty.py"),))
        outcomes = by_task(session.run(Subject(Spawned(sandbox), empty, limits.__getitem__)))
        for task in assignment.tasks:
            checks = outcomes.get(task.id, ())
            findings.check("public checks", any(not one.passed for one in checks), task.id,
                           "has no public check that an empty file fails: a student has nothing to go by")  # fmt: skip

    run_public(course, assignment, file, work)
