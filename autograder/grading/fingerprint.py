"""What grading depends on, apart from the submission: told in results, and the key of what is remembered."""

from __future__ import annotations

import hashlib
import platform
import sys
from functools import cache
from pathlib import Path

import numpy as np

import autograder
from autograder.course import Assignment, Course
from autograder.distributions import of_imports, versions
from autograder.result import Engine

# The rooms of the engine that have a say in what is observed.
ROOMS = ("checks", "grading", "sandbox")


def engine(assignment: Assignment, isolation: str) -> Engine:
    """Return what grades an assignment here: versions, the suite's digest, the isolation level."""
    digest = hashlib.sha256()
    for file in (assignment.suite_file, assignment.solution_file):
        digest.update(file.read_bytes() if file.is_file() else b"")
    return Engine(
        version=autograder.__version__,
        suite=digest.hexdigest()[:12],
        isolation=isolation,
        python=platform.python_version(),
        numpy=np.__version__,
    )


def facts(course: Course, assignment: Assignment) -> list[object]:
    """Return all that the answers of a reference or of a variant depend on, apart from its own source."""
    files = [assignment.suite_file, assignment.solution_file]
    files += [earlier.solution_file for earlier in course.basis(assignment)]
    texts = [file.read_text(encoding="utf-8") if file.is_file() else "" for file in files]
    # Data sets and special functions come from packages that NumPy's version says nothing of.
    installed = versions({"numpy", *of_imports(course.packages_of(assignment))})
    limits = {task.id: course.limits_of(task) for task in assignment.tasks}
    machine = (_engine_digest(), sys.version, platform.machine())
    return [*machine, installed, limits, course.seed, *texts]


@cache
def _engine_digest() -> str:
    digest = hashlib.sha256(autograder.__version__.encode())
    package = Path(autograder.__file__).parent
    for room in ROOMS:
        for file in sorted((package / room).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()
