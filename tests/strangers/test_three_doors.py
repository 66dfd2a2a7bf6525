"""``autograder check``, plain ``pytest`` and the notebook's ``check`` say the same of each task, whatever a folder holds.

Every assignment's stub and solution are walked in both languages, and each other state of a folder with a few
assignments; with AUTOGRADER_FULL_WALK=1 every state with every assignment.
"""

from __future__ import annotations

import ast
import os
import re
from collections import Counter

import pytest

from autograder.course import Assignment
from autograder.student.reasons import Verdict

from .doors import DOORS, Folder, Verdicts, released, the_course

COURSE = the_course()
FULL = bool(os.environ.get("AUTOGRADER_FULL_WALK"))
FEW = 2

LATER = [one for one in COURSE.finished if one.builds_on]
METHODS = [one for one in COURSE.finished if one.class_names]


def imported(assignment: Assignment) -> dict[Assignment, list[str]]:
    """Return what the stub imports of earlier assignments."""
    modules = {one.module: one for one in COURSE.finished}
    tree = ast.parse(released("en", solved=False)[f"{assignment.id}/{assignment.id}.py"])
    found: dict[Assignment, list[str]] = {}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and node.module in modules:
            names = [alias.name for alias in node.names]
            found.setdefault(modules[node.module], []).extend(names)
    return found


def solved(assignment: Assignment, language="en", *, itself=True) -> Folder:
    """Return a folder in which an assignment and all before it are filled in."""
    folder = Folder(language)
    for one in (*COURSE.basis(assignment), *((assignment,) if itself else ())):
        folder.solve(one)
    return folder


def said_of(folder: Folder, assignment: Assignment, tmp_path) -> Verdicts:
    """Return what all doors say of the tasks; they say the same."""
    place = folder.write(tmp_path / "course")
    said = {name: dict(door(place, assignment, folder.language)) for name, door in DOORS.items()}
    (first, verdicts), *others = said.items()
    assert list(verdicts) == list(assignment.task_ids)
    for name, theirs in others:
        assert theirs == verdicts, f"{first} and {name} differ"
    return verdicts


def few(assignments, first):
    """Return some assignments to walk, others for each state of a folder."""
    chosen = [assignments[(first + 5 * step) % len(assignments)] for step in range(FEW)]
    return pytest.mark.parametrize(
        "assignment", assignments if FULL else chosen, ids=lambda one: one.code
    )


every = pytest.mark.parametrize("assignment", COURSE.finished, ids=lambda one: one.code)
both = pytest.mark.parametrize("language", ["en", "ko"])


@both
@every
def test_an_untouched_stub_is_not_written(assignment, language, tmp_path):
    verdicts = said_of(Folder(language), assignment, tmp_path)
    assert set(verdicts.values()) == {Verdict.NOT_WRITTEN}


@both
@every
def test_a_solution_passes(assignment, language, tmp_path):
    verdicts = said_of(solved(assignment, language), assignment, tmp_path)
    assert set(verdicts.values()) == {Verdict.PASSED}


@few(COURSE.finished, 0)
@pytest.mark.parametrize("half", ["first", "second"])
def test_what_is_written_of_a_file_passes_or_waits_for_the_rest(assignment, half, tmp_path):
    names = list(dict.fromkeys(task.name for task in assignment.tasks))
    middle = (len(names) + 1) // 2
    written = set(names[:middle] if half == "first" else names[middle:])
    folder = solved(assignment, itself=False).solve(assignment, written)
    verdicts = said_of(folder, assignment, tmp_path)
    for task in assignment.tasks:
        done = (Verdict.PASSED, Verdict.WAITING)
        assert verdicts[task.id] in (done if task.name in written else (Verdict.NOT_WRITTEN,))


# ---- the earlier assignment


@few(LATER, 0)
def test_what_needs_a_missing_assignment_fails(assignment, tmp_path):
    folder = solved(assignment)
    for one in imported(assignment):
        folder.remove(one)
    verdicts = Counter(said_of(folder, assignment, tmp_path).values())
    assert verdicts[Verdict.FAILED] or not imported(assignment)
    assert set(verdicts) <= {Verdict.FAILED, Verdict.PASSED}


@few(LATER, 1)
def test_what_needs_an_unfinished_assignment_waits_for_it(assignment, tmp_path):
    folder = Folder("en").solve(assignment)
    verdicts = Counter(said_of(folder, assignment, tmp_path).values())
    assert verdicts[Verdict.WAITING] or not imported(assignment)
    assert set(verdicts) <= {Verdict.WAITING, Verdict.PASSED}


@few(LATER, 2)
def test_what_needs_a_wrong_assignment_fails(assignment, tmp_path):
    folder = solved(assignment)
    for one, names in imported(assignment).items():
        wrong = (f"def {name}(*args, **kwargs):\n    return 0.5" for name in names)
        folder.end(one, "\n\n\n".join(wrong))
    verdicts = Counter(said_of(folder, assignment, tmp_path).values())
    assert verdicts[Verdict.FAILED] or not imported(assignment)


@few(LATER, 3)
def test_one_statement_that_fails_in_an_earlier_assignment_costs_nothing(assignment, tmp_path):
    folder = solved(assignment)
    for one in COURSE.basis(assignment):
        folder.begin(one, "numbers = 1 / 0")
    assert set(said_of(folder, assignment, tmp_path).values()) == {Verdict.PASSED}


@few(LATER, 4)
def test_an_earlier_assignment_may_be_kept_as_a_notebook_only(assignment, tmp_path):
    folder = solved(assignment)
    for one in COURSE.basis(assignment):
        folder.remove(one, f"{one.id}.py")
    assert set(said_of(folder, assignment, tmp_path).values()) == {Verdict.PASSED}


@few(LATER, 5)
def test_what_an_earlier_assignment_failed_to_define_is_said_when_it_is_used(assignment, tmp_path):
    folder = solved(assignment)
    for one, names in imported(assignment).items():
        folder.end(one, "\n".join(f"del {name}\n{name} = 1 / 0" for name in names))
    verdicts = Counter(said_of(folder, assignment, tmp_path).values())
    assert verdicts[Verdict.FAILED] or not imported(assignment)


# ---- one's own file


@few(COURSE.finished, 3)
def test_one_statement_that_fails_in_ones_own_file_costs_nothing(assignment, tmp_path):
    folder = solved(assignment).begin(assignment, "numbers = 1 / 0")
    assert set(said_of(folder, assignment, tmp_path).values()) == {Verdict.PASSED}


@few(COURSE.finished, 4)
def test_what_is_deleted_is_not_defined(assignment, tmp_path):
    name = assignment.tasks[-1].name
    folder = solved(assignment).end(assignment, f"del {name}")
    verdicts = said_of(folder, assignment, tmp_path)
    for task in assignment.tasks:
        if task.name == name:
            assert verdicts[task.id] is Verdict.NOT_DEFINED


@few(METHODS, 0)
def test_a_method_that_is_deleted_is_not_defined(assignment, tmp_path):
    task = [one for one in assignment.tasks if one.class_name][-1]
    deleted = "\n".join(f"del {name}" for name in task.functions)
    verdicts = said_of(solved(assignment).end(assignment, deleted), assignment, tmp_path)
    assert verdicts[task.id] is Verdict.NOT_DEFINED


@few(COURSE.finished, 5)
def test_what_does_not_parse_is_not_defined_and_costs_nothing_else(assignment, tmp_path):
    task = assignment.tasks[-1]
    head = re.compile(rf"^((?:class|def) {task.name})\b", re.MULTILINE)
    folder = solved(assignment).edit(assignment, lambda source: head.sub(r"\1(((", source))
    verdicts = said_of(folder, assignment, tmp_path)
    assert verdicts[task.id] is Verdict.NOT_DEFINED


@few(COURSE.finished, 6)
def test_a_forgotten_return_fails(assignment, tmp_path):
    task = assignment.tasks[0]
    folder = solved(assignment).end(assignment, f"def {task.name}(*args, **kwargs):\n    pass")
    verdicts = said_of(folder, assignment, tmp_path)
    assert verdicts[task.id] is Verdict.FAILED
