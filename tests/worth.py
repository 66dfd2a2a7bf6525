"""What the submissions of the example class are worth in A01: the one place where a test knows.

The table below says what is wrong with each of them; points come from the course and weights from the suite, whatever they
are today, and a task that the class was never given earns nothing. ``tests/fairness/test_example_class.py`` holds the grader
to it; the tests of doors, gradebook and bundles read it.
"""

from __future__ import annotations

import runpy
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from autograder.checks import TaskMark
from autograder.course import load_course
from autograder.grading.scoring import shares

A01 = load_course(Path(__file__).resolve().parent.parent).assignment("A01")
TASKS = {task.id: task for task in A01.tasks}
POINTS = A01.points

ALL = {"A01.1", "A01.2", "A01.3", "A01.4", "A01.5", "A01.6", "A01.7"}
# The tasks that earn nothing, and the checks that fail in those that earn something.
LOST: dict[str, set[str]] = {
    "s01": set(),  # loops
    "s02": set(),  # a notebook, single precision and closed forms
    "s03": set(),  # a notebook with magics and shell lines
    "s04": set(),  # sums for means
    "s05": {"A01.3", "A01.7"},  # three mistakes
    "s06": ALL,  # blank
    "s07": {"A01.5", "A01.6", "A01.7"},  # half finished
    "s08": {"A01.4"},  # a bracket is missing in one function
    "s09": {"A01.7"},  # imports what isn't there
    "s10": {"A01.6"},  # an endless loop
    "s11": {"A01.7"},  # os._exit
    "s12": ALL,  # patches numpy.testing
    "s13": ALL,  # lies with an ndarray subclass
    "s14": ALL - {"A01.1"},  # looks for the suite; its one honest function is right
    "s15": {"A01.3"},  # two mistakes, one of conduct
    "s16": ALL,  # not text
}
# The checks of a law that ask for values.
VALUES = ("again", "layouts", "whole", "extremes")
FAILS = {
    "s04": {
        *(f"test_gradient_in_every_call[{name}]" for name in VALUES),
        "test_gradient_toy",
        "test_gradient_is_the_derivative",
    },
    "s05": {
        *(f"test_numerical_gradient_in_every_call[{name}]" for name in VALUES[:3]),
        "test_numerical_gradient_number",
        "test_numerical_gradient_vector",
        "test_numerical_gradient_step",
    },
    "s15": {
        "test_half_squared_error_in_every_call[refused]",
        *(f"test_descend_in_every_call[{name}]" for name in VALUES),
        "test_descend_follows_the_derivative",
        "test_descend_many_steps",
    },
}


def _shares() -> dict[str, dict[str, float]]:
    """Return which share of its task each check of the suite is worth, by task; one that is made of a law is called "test_…[again]"."""
    checks: dict[str, dict[str, TaskMark]] = defaultdict(dict)
    for name, check in runpy.run_path(str(A01.suite_file)).items():
        if not name.startswith("test_"):
            continue
        for mark in check.pytestmark:
            if mark.name == "parametrize":
                marked = {f"{name}[{case.id}]": case.marks[0].args[0] for case in mark.args[1]}
            else:
                marked = {name: mark.args[0]}
            for check_name, about in marked.items():
                if not about.forward:
                    checks[about.task][check_name] = about
    return {
        task: dict(zip(marks, shares([*marks.values()]), strict=True))
        for task, marks in checks.items()
    }


def earned(student: str, task: str) -> float:
    """Return what a student earns for a task."""
    if task in LOST[student] or task not in ALL:
        return 0.0
    passed = SHARES[task].keys() - FAILS.get(student, set())
    share = sum(SHARES[task][check] for check in passed)
    return round(TASKS[task].points * share, 2)


SHARES = _shares()
SCORES = {student: round(sum(earned(student, task) for task in ALL), 2) for student in LOST}


def points(tasks: Iterable[str]) -> float:
    """Return what some tasks of A01 are worth together."""
    return sum(TASKS[task].points for task in tasks)


def late(student: str, percent: float) -> float:
    """Return a score with a share of the assignment's points taken off for lateness."""
    return round(SCORES[student] - POINTS * percent / 100, 2)
