"""What many tests share: the course, a grader of one file, the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="session")
def root():
    return ROOT


@pytest.fixture(scope="session")
def course():
    return load_course(ROOT)


@pytest.fixture
def solution(course):
    """Return a solution's text with pieces of it replaced."""

    def edited(code="A01", **replacements):
        text = course.assignment(code).solution_file.read_text(encoding="utf-8")
        return text + "\n\n# %%\n" + "\n\n".join(replacements.values()) + "\n"

    return edited


@pytest.fixture
def grade(course, tmp_path):
    """Grade a source, or a file, of an assignment."""

    def run(source, code="A01", **options):
        assignment = course.assignment(code)
        path = source
        if isinstance(source, str):
            path = tmp_path / f"{assignment.id}.py"
            path.write_text(source, encoding="utf-8")
        job = Job(course.file, code, (Found("someone", path),), GradeOptions(**options))
        return grade_job(job)[0]

    return run


@pytest.fixture
def autograder(tmp_path):
    """Run the command line in a process of its own, elsewhere than in the checkout."""

    def run(*arguments, cwd=ROOT, **environment):
        return subprocess.run(
            [sys.executable, "-m", "autograder", *map(str, arguments)],
            cwd=cwd,
            env={**os.environ, "COLUMNS": "160", **environment},
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )

    return run
