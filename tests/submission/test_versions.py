"""Where another Python or NumPy may be why, the versions are said; nowhere else."""

import ast
import sys

import numpy as np
import pytest

from autograder.program import Cell
from autograder.submission.lost import source_problems
from autograder.submission.versions import version_note

PYTHON = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
NUMPY = "NumPy " + ".".join(np.__version__.split(".")[:2])


def note_of(statement):
    with pytest.raises(Exception) as caught:  # noqa: PT011
        exec(statement, {"np": np})
    return version_note(type(caught.value).__name__, str(caught.value))


@pytest.mark.parametrize(
    ("statement", "name"),
    [
        *(
            (f"np.{name}", name)
            for name in ("in1d", "trapz", "float_", "NaN", "product", "asfarray")
        ),
        ("from numpy import trapz", "numpy.trapz"),
        ("np.arange(3).itemset(0, 1)", "itemset"),
        ("import itertools; itertools.chunked", "itertools.chunked"),
        ("from typing import overrode", "typing.overrode"),
        ("import numpy.nosuch", "numpy.nosuch"),
    ],
)
def test_what_another_version_may_have_is_said_with_the_versions(statement, name):
    note = note_of(statement)
    assert PYTHON in note.en
    assert NUMPY in note.en
    assert name in note.en
    assert name in note.ko


def test_the_package_is_the_one_that_is_meant():
    assert "SciPy 1." in note_of("from scipy.integrate import simps").en
    assert "scikit-learn 1." in note_of("from sklearn.datasets import load_boston").en


@pytest.mark.parametrize(
    "statement",
    [
        "1 / 0",
        "x.y",
        "'a'.nosuch",
        "import nosuch",
        "np.ones(3) @ np.ones(2)",
        "raise AttributeError('module')",
    ],
)
def test_other_errors_say_nothing_of_versions(statement):
    assert note_of(statement) is None


NEWER = [
    ('x = f"{a["b"]}"', (3, 12)),
    ('print(f"{\', \'.join(a)} and {", ".join(b)}")', (3, 12)),
    ('x = f"{"\\n".join(a)}"', (3, 12)),
    ("type X = int", (3, 12)),
    ("type X[T] = list[T]", (3, 12)),
    ("def f[T](x: T): pass", (3, 12)),
    ("class A[T]: pass", (3, 12)),
    ('x = t"{a}"', (3, 14)),
    ("try:\n    pass\nexcept A, B:\n    pass", (3, 14)),
]


@pytest.mark.parametrize(("source", "needed"), NEWER)
def test_syntax_of_a_newer_python_is_recognised_by_an_older_one(source, needed):
    problems = list(source_problems([Cell("\n" + source, "a01.py", 11)]))
    if sys.version_info >= needed:
        assert problems == []
        return
    (problem,) = problems
    assert problem.line == 12 + source[: source.find("except")].count("\n") * ("except" in source)
    assert "Python {}.{}".format(*needed) in problem.text.en
    assert f"It was run with {PYTHON} and {NUMPY}." in problem.text.en
    assert problem.text.en.startswith("a01.py, line 1")
    assert f"{PYTHON}, {NUMPY}" in problem.text.ko


@pytest.mark.parametrize(
    "source",
    [
        "def f(:",
        "x = (1",
        "print 'x'",
        "if x\n    pass",
        "class A(",
        "x = 'a",
        "def type(x",
        "except",
        "types = = 1",
    ],
)
def test_an_ordinary_syntax_error_says_nothing_of_versions(source):
    with pytest.raises(SyntaxError):
        ast.parse(source)
    (problem,) = source_problems([Cell(source, "a01.py")])
    assert problem.text is None
