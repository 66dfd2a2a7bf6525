"""The public checks: the reference passes them, and no stub does."""

from __future__ import annotations

from autograder.course import Assignment, Course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_public_bench
from autograder.grading.options import GradeOptions
from autograder.grading.outcome import by_task
from autograder.grading.programs import reference_program
from autograder.sandbox import Cell, Program
from autograder.validation.problem import Findings


def check_public(
    course: Course, assignment: Assignment, options: GradeOptions, findings: Findings
) -> None:
    """Run an assignment's public checks on its reference, and on a module that has nothing in it."""
    file = assignment.public_checks

    def work(bench: Bench) -> None:
        for outcome in bench.run(reference_program(course, assignment)):
            why = outcome.failure.text("input").en if outcome.failure else ""
            findings.check("public checks", outcome.passed, outcome.mark.task,
                           f"the reference fails its public check {outcome.name}: {why}")  # fmt: skip
        empty = Program(module=assignment.module, cells=(Cell("", "empty.py"),))
        outcomes = by_task(bench.run(empty))
        for task in assignment.tasks:
            checks = outcomes.get(task.id, ())
            findings.check("public checks", any(not check.passed for check in checks), task.id,
                           "has no public check that an empty file fails: a student has nothing to go by")  # fmt: skip

    sandbox = shared_sandbox(course, assignment, options)
    on_public_bench(course, assignment, sandbox, file, work)
