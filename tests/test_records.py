"""A record is replaced by a valid one or by none."""

import ast

import pytest
from pydantic import ValidationError

from autograder.program import Limits, TaskLimits
from autograder.records import replaced

from .gradebook.conftest import make_result

__all__ = ["make_result"]


def test_a_record_is_replaced_and_the_old_one_stays(make_result):
    before = make_result("kim")
    after = replaced(before, student="lee")
    assert (before.student, after.student) == ("kim", "lee")
    assert after.tasks == before.tasks


@pytest.mark.parametrize(
    "changes", [{"studnet": "lee"}, {"seconds": "long"}, {"score": 99.0}, {"penalty": -1.0}]
)
def test_a_name_a_type_or_a_sum_that_is_wrong_is_refused(make_result, changes):
    with pytest.raises(ValidationError):
        replaced(make_result("kim"), **changes)


def test_a_course_keeps_its_folder(course):
    assert replaced(course, attempts="last").file == course.file


def test_limits_are_overridden_by_those_that_are_named():
    limits = Limits(cpu_seconds=9).overridden(TaskLimits(memory_mib=1024, wall_seconds=20))
    assert limits == Limits(cpu_seconds=9, memory_mib=1024)


# Tests may make what no reader of a record would let through.
@pytest.mark.parametrize(
    ("folder", "forbidden"),
    [
        ("autograder", {"model_copy", "model_construct"}),
        ("benchmarks", {"model_copy", "model_construct"}),
        ("tests", {"model_copy"}),
    ],
)
def test_nothing_is_copied_without_being_validated(root, folder, forbidden):
    copied = [
        f"{path.relative_to(root)}:{node.lineno}"
        for path in sorted((root / folder).rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in forbidden
    ]
    assert not copied, f"use autograder.records.replaced: {copied}"
