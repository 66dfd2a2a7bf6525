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

from autograder.course import load_course

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
FAILS = {
    "s04": {
        "test_gradient_toy",
        "test_gradient_random",
        "test_gradient_is_the_derivative",
        "test_gradient_integers",
    },
    "s05": {
        "test_numerical_gradient_number",
        "test_numerical_gradient_vector",
        "test_numerical_gradient_step",
        "test_numerical_gradient_large_step",
    },
    "s15": {
        "test_half_squared_error_refuses_broadcasting",
        "test_descend_together",
        "test_descend_follows_the_derivative",
        "test_descend_integer_start",
        "test_descend_many_steps",
    },
}


def _weights() -> dict[str, dict[str, float]]:
    """Return what each check of the suite weighs, by task."""
    weights: dict[str, dict[str, float]] = defaultdict(dict)
    for name, check in runpy.run_path(str(A01.suite_file)).items():
        for mark in getattr(check, "pytestmark", ()):
            about = mark.args[0]
            if name.startswith("test_") and not about.forward:
                weights[about.task][name] = about.weight
    return weights


def earned(student: str, task: str) -> float:
    """Return what a student earns for a task."""
    if task in LOST[student] or task not in ALL:
        return 0.0
    weights = WEIGHTS[task]
    passed = weights.keys() - FAILS.get(student, set())
    share = sum(weights[check] for check in passed) / sum(weights.values())
    return round(TASKS[task].points * share, 2)


WEIGHTS = _weights()
SCORES = {student: round(sum(earned(student, task) for task in ALL), 2) for student in LOST}


def points(tasks: Iterable[str]) -> float:
    """Return what some tasks of A01 are worth together."""
    return sum(TASKS[task].points for task in tasks)


def late(student: str, percent: float) -> float:
    """Return a score with a share of the assignment's points taken off for lateness."""
    return round(SCORES[student] - POINTS * percent / 100, 2)
