"""What known mistakes answer is remembered under everything it depends on, and not for ever."""

import os

import pytest

from autograder.grading import fingerprint, observation
from autograder.grading.observation import Memory, Observation, prune
from autograder.program import TaskLimits
from autograder.records import replaced

SEEN = {"test_a": Observation(passed=True, conduct=False, code=None, drawn=False, answers=())}


@pytest.fixture(scope="module")
def course(the_course):
    return the_course


def facts(course, code="A02"):
    return fingerprint.facts(course, course.assignment(code))


def test_nothing_changes_where_nothing_has(course):
    assert facts(course) == facts(course)


@pytest.mark.parametrize("package", ["numpy", "scipy", "scikit-learn", "joblib"])
def test_another_version_of_a_package_is_another_fact(course, monkeypatch, package):
    """A02 and A13 read data sets through scikit-learn; what these hold is scikit-learn's choice."""
    before, works = facts(course), fingerprint.versions
    monkeypatch.setattr(fingerprint, "versions", lambda names: {**works(names), package: "99"})
    assert package in works(fingerprint.of_imports(["sklearn"]))
    assert facts(course) != before


def test_another_seed_and_another_limit_are_other_facts(course):
    before = facts(course)
    assert facts(replaced(course, seed=course.seed + 1)) != before
    first, second, *others = course.assignments
    task = replaced(second.tasks[0], limits=TaskLimits(cpu_seconds=99))
    changed = replaced(second, tasks=(task, *second.tasks[1:]))
    assert facts(replaced(course, assignments=(first, changed, *others))) != before


@pytest.fixture
def memory(tmp_path):
    return Memory(tmp_path, ["facts"])


def test_what_is_kept_is_recalled_by_the_same_facts_only(memory, tmp_path):
    memory.keep("A01.1", "source", SEEN)
    assert Memory(tmp_path, ["facts"]).recall("A01.1", "source") == SEEN
    assert Memory(tmp_path, ["others"]).recall("A01.1", "source") is None


def test_a_folder_of_somebody_else_s_is_read_all_the_same(memory, monkeypatch):
    def refused(*_, **__):
        raise PermissionError

    memory.keep("A01.1", "source", SEEN)
    monkeypatch.setattr(observation.os, "utime", refused)
    assert memory.recall("A01.1", "source") == SEEN


def test_what_was_not_used_for_the_longest_time_makes_room(tmp_path):
    files = []
    for number in range(10):
        file = tmp_path / f"{number:02}" / "x"
        file.parent.mkdir()
        file.write_bytes(bytes(100))
        os.utime(file, (number, number))
        files.append(file)
    prune(tmp_path, 1000)
    assert all(file.exists() for file in files)
    prune(tmp_path, 999)
    assert [file.exists() for file in files] == [False] * 3 + [True] * 7


def test_the_memory_of_a_course_is_bounded_and_what_is_used_stays(tmp_path, monkeypatch):
    monkeypatch.setattr(prune, "__defaults__", (400,))
    for number in range(30):
        Memory(tmp_path, ["facts"]).keep("A01.1", str(number), SEEN)
        for file in (tmp_path / ".autograder").glob("*/*"):
            os.utime(file, (file.stat().st_mtime - 10,) * 2)
        assert Memory(tmp_path, ["facts"]).recall("A01.1", "0") == SEEN
    kept = list((tmp_path / ".autograder").glob("*/*"))
    assert len(kept) < 30
    assert sum(file.stat().st_size for file in kept) <= 400 + kept[0].stat().st_size
