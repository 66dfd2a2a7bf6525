"""A draft is left out of what students are given: its cells, their twins, its checks and its hints."""

import pytest

from autograder.authoring import draft_task
from autograder.course import load_course, load_hints
from autograder.errors import CourseError, SourceError, UsageError
from autograder.release import render
from autograder.release.source import without_checks

GRADIENT = "    title: {en: Gradient, ko: 기울기}\n    points: 40\n"
DRAFT = GRADIENT.replace("    points", "    status: draft\n    points")
CHECKS = """\
from autograder.checks import expect, task


@task("A01.1", en="a", ko="a")
def test_a():
    expect(True, en="a", ko="a")


@task(
    "A01.2", en="b", ko="b"
)
def test_b():
    expect(True, en="b", ko="b")


LAST = 1
"""


@pytest.fixture
def drafted(tiny):
    """Make the gradient a draft, with a text of its own and a check."""
    tiny.change("course.yml", GRADIENT, DRAFT).change("course.yml", "points: 60", "points: 100")
    text = '# %% [markdown] id="gradient-text" task="A01.2"\n# The slope.\n\n# %% task="A01.2"\n'
    tiny.change("A01/a01_line.py", '# %% task="A01.2"\n', text)
    twin = "<!-- cell: gradient-text -->\n기울기.\n\n<!-- docstring: gradient -->\n"
    tiny.change("A01/lesson.ko.md", "<!-- docstring: gradient -->\n", twin)
    tiny.write("A01/test_public.py", CHECKS)
    return tiny


def test_nothing_of_it_is_released(drafted):
    files = render(drafted.load())
    for name, text in files.items():
        assert "A01.2" not in text, name
        assert "def gradient" not in text, name
        assert "The slope." not in text, name
    assert 'task="A01.1"' in files["en/a01_line/a01_line.py"]


def test_everything_of_it_is_released_once_it_is_finished(drafted):
    drafted.change("course.yml", "    status: draft\n", "")
    drafted.change("course.yml", "points: 100\n    forbid", "points: 60\n    forbid")
    files = render(drafted.load())
    assert "# The slope." in files["en/a01_line/a01_line.py"]
    assert 'task="A01.2"\n# The slope' not in files["en/a01_line/a01_line.py"]
    assert "기울기." in files["ko/a01_line/a01_line.py"]
    assert "def test_b" in files["en/a01_line/test_public.py"]


def test_checks_of_others_stay_as_they_are():
    left = without_checks(CHECKS, ["A01.2"])
    assert left == CHECKS[: CHECKS.index("\n\n@task(\n")] + CHECKS[CHECKS.index("\n\nLAST") :]
    assert without_checks(CHECKS, ["A01.9"]) == CHECKS
    assert without_checks("not Python", ["A01.1"]) == "not Python"


def test_its_hints_are_not_read(drafted):
    assert set(load_hints(drafted.load().assignment("A01"))) == {"A01.1"}


def test_it_needs_a_cell_of_its_own(tiny):
    before = "    title: {en: Classes, ko: 클래스}\n"
    tiny.change("course.yml", before, f"{before}    status: draft\n")
    tiny.change("course.yml", "points: 50", "points: 80")
    with pytest.raises(SourceError, match=r"A02\.2 is a draft, and the cell holds others"):
        render(tiny.load())


def test_an_assignment_of_drafts_alone_is_planned(tiny):
    for title in ("{en: Prediction, ko: 예측}", "{en: Gradient, ko: 기울기}"):
        tiny.change(
            "course.yml", f"    title: {title}\n", f"    title: {title}\n    status: draft\n"
        )
    with pytest.raises(CourseError, match="an assignment without a finished task is planned"):
        tiny.load()


def test_a_planned_assignment_that_has_no_files_yet_gets_them(tiny):
    changed = draft_task(tiny.root / "course.yml", "A03.2", "sooner")
    assert {path.name for path in changed} == {
        *(
            "course.yml",
            "a03_later.py",
            "lesson.ko.md",
            "figures.py",
            "hints.yml",
            "test_public.py",
        ),
        *("test_a03.py", "misconceptions.py", "alternatives.py"),
    }
    lesson = tiny.path("solutions/a03_later/a03_later.py").read_text(encoding="utf-8")
    assert lesson.index('task="A03.2"') < lesson.index("experiment")
    assert load_course(tiny.root, drafts=True).assignment("A03").drafts == ("A03.1", "A03.2")


def test_tasks_in_brackets_are_left_alone_and_said(tiny):
    one = (
        "  - id: A03.1\n    function: later\n    title: {en: Later, ko: 나중에}\n    points: 100\n"
    )
    inside = "{id: A03.1, function: later, title: {en: Later, ko: 나중에}, points: 100}"
    tiny.change("course.yml", f"  tasks:\n{one}", f"  tasks: [{inside}]\n")
    with pytest.raises(SourceError, match=r"course\.yml:\d+: stands in brackets"):
        draft_task(tiny.root / "course.yml", "A03.2", "sooner")
    assert not tiny.path("solutions/a03_later").exists()


def test_tasks_are_not_added_to_what_students_have(tiny):
    files = render(tiny.load())
    tiny.write("handed/course.yml", files["en/course.yml"])
    with pytest.raises(UsageError, match="is what students are given"):
        draft_task(tiny.root / "handed" / "course.yml", "A02.4", "sooner")
