"""Can student code read what must stay hidden? Tried, not assumed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.errors import SandboxError
from autograder.grading.batch import shared_sandbox
from autograder.grading.options import GradeOptions
from autograder.sandbox import Cell, Level, Program, Sandbox

PROBE = """
def readable(paths):
    found = []
    for path in paths:
        try:
            with open(path, "rb") as file:
                file.read(1)
        except OSError:
            continue
        found.append(path)
    return found
"""


def files_in_reach(sandbox: Sandbox, files: Iterable[Path]) -> list[Path]:
    """Return those of some files that a worker of a sandbox can read.

    Raises
    ------
    SandboxError
        Where a level that promises to hide them doesn't.
    """
    paths = [str(file) for file in files]
    worker = sandbox.spawn(Program("probe", (Cell(PROBE, "probe.py"),)))
    try:
        found = [Path(one) for one in worker.module.readable(paths)]
    finally:
        worker.close()
    if found and sandbox.level >= Level.LANDLOCK:
        raise SandboxError(f"student code can read {found[0]} at the level {sandbox.level.value}")
    return found


def isolation_of(
    course: Course, assignment: Assignment, options: GradeOptions, *hidden: Path
) -> tuple[Level, str]:
    """Return the isolation level that an assignment is graded at here, and what an instructor should know of it.

    ``hidden`` are files that student code must not read, beside the suite and the reference.
    """
    sandbox = shared_sandbox(course, assignment, options)
    files = (assignment.suite_file, assignment.solution_file, *hidden)
    said = "Student code can't read the hidden tests or the solutions."
    if files_in_reach(sandbox, files):
        said = (
            "STUDENT CODE CAN READ THE HIDDEN TESTS at this level here: "
            "accept it for code that you trust, or grade elsewhere."
        )
    return sandbox.level, f"Isolation: {sandbox.level.value}. {said}"
