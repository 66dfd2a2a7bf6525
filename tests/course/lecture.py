"""What the tests of the lecture's numbers share: the goldens, the references, the lecture's data sets."""

import json
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from sklearn.datasets import load_breast_cancer
from sklearn.model_selection import train_test_split

from autograder.course import load_course
from autograder.grading.reference import load_reference

ROOT = Path(__file__).resolve().parents[2]
TOY = np.array([1.0, 2.0, 3.0])
EXAMS = np.array([[1.0, 2.0], [2.0, 3.0], [3.0, 1.0], [4.0, 3.0], [5.0, 3.0], [6.0, 2.0]])
PASSED = np.array([0.0, 0.0, 0.0, 1.0, 1.0, 1.0])
GOLDENS = {
    name: one["value"]
    for rows in json.loads((Path(__file__).parent / "goldens.json").read_text("utf-8")).values()
    for name, one in rows.items()
}


def reference(code):
    """Return an assignment's solution module; skip the test where it isn't finished."""
    course = load_course(ROOT)
    assignment = course.assignment(code)
    if assignment not in course.finished:
        pytest.skip(f"{code} isn't finished")
    return load_reference(course, assignment)


def expect(name, got, rtol=1e-6, atol=1e-9):
    """Expect a golden value, which may be nested."""
    flat, wanted = list(flatten(got)), list(flatten(GOLDENS[name]))
    np.testing.assert_allclose(flat, wanted, rtol=rtol, atol=atol)


def flatten(value):
    """Yield the numbers of nested lists and arrays."""
    if isinstance(value, list | tuple):
        for one in value:
            yield from flatten(one)
    else:
        yield from np.ravel(value)


@cache
def diabetes():
    """Return inputs and targets of A02."""
    return reference("A02").load_bmi_target()


@cache
def breast_cancer():
    """Return the three sets of the lecture's sizes, unscaled; row order of scikit-learn's split."""
    X, y = load_breast_cancer(return_X_y=True)
    X, X_te, y, y_te = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    X_tr, X_va, y_tr, y_va = train_test_split(X, y, test_size=0.2, stratify=y, random_state=42)
    return X_tr, X_va, X_te, y_tr, y_va, y_te


def scaled():
    """Return the same sets, scaled by the training set's statistics."""
    X_tr, X_va, X_te, *labels = breast_cancer()
    scaler = reference("A05").Standardizer().fit(X_tr)
    return *(scaler.transform(X) for X in (X_tr, X_va, X_te)), *labels
