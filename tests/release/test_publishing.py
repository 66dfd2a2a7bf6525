"""Releasing writes what students are given, and can say where it is stale."""

import subprocess
import sys

import pytest

from autograder.course import load_course, load_hints
from autograder.errors import UsageError
from autograder.program import Level
from autograder.release import is_stale, release


@pytest.fixture
def out(course):
    release(course)
    return course.assignments_dir


def test_it_writes_each_language_in_full(course, out):
    found = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    expected = {
        f"{language}/{name}" for language in ("en", "ko") for name in ("course.yml", "README.md")
    }
    for language in ("en", "ko"):
        for name in ("a01_line", "a02_neuron"):
            for file in (
                f"{name}.py",
                f"{name}.ipynb",
                "test_public.py",
                "figures.py",
                "hints.yml",
            ):
                expected.add(f"{language}/{name}/{file}")
    assert found == expected


def test_a_fresh_release_is_not_stale_and_is_not_written_again(course, out):
    assert is_stale(course) == []
    report = release(course)
    assert report.written == ()
    assert len(report.unchanged) == 24


def test_files_end_in_plain_newlines(out):
    for path in out.rglob("*"):
        if path.is_file():
            assert b"\r" not in path.read_bytes()
            assert path.read_bytes().endswith(b"\n")


def test_a_changed_file_is_told_by_its_first_differing_line(course, out):
    stub = out / "en" / "a01_line" / "a01_line.py"
    lines = stub.read_text(encoding="utf-8").split("\n")
    lines[4] = "edited by hand"
    stub.write_text("\n".join(lines), encoding="utf-8")
    (difference,) = is_stale(course)
    assert (difference.path, difference.line) == (stub, 5)
    assert 'found "edited by hand"' in str(difference)
    assert "a01_line.py:5: differs from its source" in str(difference)


def test_a_file_that_was_cut_short_is_told(course, out):
    stub = out / "en" / "README.md"
    stub.write_text(stub.read_text(encoding="utf-8")[:-10], encoding="utf-8")
    (difference,) = is_stale(course)
    assert "differs from its source" in str(difference)
    assert difference.line


def test_missing_and_stray_files_are_told(course, out):
    missing = out / "ko" / "a01_line" / "figures.py"
    missing.unlink()
    stray = out / "ko" / "a01_line" / "notes.txt"
    stray.write_text("mine")
    assert [str(each) for each in is_stale(course)] == [
        f"{missing}: is missing; run autograder release",
        f"{stray}: belongs to no finished assignment; remove it",
    ]
    report = release(course)
    assert report.written == ("ko/a01_line/figures.py",)
    assert report.stray == ("ko/a01_line/notes.txt",)
    assert stray.exists()
    assert "1 of 24 files written" in str(report)
    assert "notes.txt: belongs to no finished assignment" in str(report)


def test_an_assignment_that_is_no_longer_finished_leaves_strays(tiny, out):
    tiny.change("course.yml", "code: A02\n  status: finished", "code: A02\n  status: planned")
    said = {each.path.parent.name: each.message for each in is_stale(tiny.load())}
    assert said["a02_neuron"] == "belongs to no finished assignment; remove it"


def test_what_tools_leave_behind_is_not_stray(course, out):
    for name in ("__pycache__/x.pyc", ".ipynb_checkpoints/x.ipynb", ".pytest_cache/x"):
        path = out / "en" / "a01_line" / name
        path.parent.mkdir()
        path.write_text("")
    assert is_stale(course) == []


def test_line_ends_of_a_windows_checkout_are_not_stale(course, out):
    for path in out.rglob("*.py"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert is_stale(course) == []


def test_an_edit_of_the_lesson_makes_the_release_stale(tiny, out):
    tiny.change("A01/a01_line.py", "# # A line", "# # A better line")
    stale = {each.path.relative_to(out).as_posix() for each in is_stale(tiny.load())}
    assert stale == {"en/a01_line/a01_line.py", "en/a01_line/a01_line.ipynb"}


def test_one_language_can_be_written_elsewhere(course, tmp_path):
    report = release(course, ["ko"], tmp_path / "elsewhere")
    assert all(name.startswith("ko/") for name in report.written)
    assert is_stale(course, ["ko"], tmp_path / "elsewhere") == []


def test_solved_assignments_are_stale_by_themselves_and_fresh_when_asked_for(course, tmp_path):
    out = tmp_path / "solved"
    release(course, out=out, solutions_through="a01")
    assert is_stale(course, out=out, solutions_through="A01") == []
    assert {each.path.parent.name for each in is_stale(course, out=out)} == {"a01_line"}


def test_nothing_is_written_where_a_lesson_is_unsound(tiny, tmp_path):
    tiny.change("A02/a02_neuron.py", 'task="A02.3"', "")
    with pytest.raises(Exception, match=r"no cell has task"):
        release(tiny.load(), out=tmp_path / "nothing")
    assert not (tmp_path / "nothing").exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ({"languages": ["fr"]}, 'no language "fr"; it has en or ko'),
        ({"solutions_through": "A03"}, "A03 is planned"),
        ({"solutions_through": "A9"}, 'no assignment "A9"'),
    ],
)
def test_what_the_course_has_not_is_told(course, arguments, words):
    with pytest.raises(UsageError, match=words):
        release(course, **arguments)


def test_a_folder_that_cannot_be_written_is_told(course, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match="can't be written"):
        release(course, out=tmp_path / "file")


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_students_course_loads_and_tells_no_secret(course, out, language):
    students = load_course(out / language)
    assert students.language == language
    assert students.seed is None
    assert [each.code for each in students.assignments] == ["A01", "A02"]
    assert students.isolation.minimum is Level.SUBPROCESS
    assert "20991231" not in (out / language / "course.yml").read_text(encoding="utf-8")
    for assignment in students.assignments:
        assert assignment.tasks == course.assignment(assignment.code).tasks
        assert assignment.release_dir(language) == out / language / assignment.id
        assert load_hints(assignment) == load_hints(course.assignment(assignment.code))


def test_scaled_points_are_handed_out_as_they_are_paid(tiny):
    course = tiny.change("course.yml", "points: 60", "points: 61").load()
    release(course)
    students = load_course(course.assignments_dir / "en")
    paid = [task.points for task in students.assignment("A01").tasks]
    assert paid == [task.points for task in course.assignment("A01").tasks] == [60.4, 39.6]


def test_only_released_hint_steps_are_handed_out(tiny):
    course = tiny.change("course.yml", "assignments:", "hints: {released: 1}\nassignments:").load()
    release(course)
    students = load_course(course.assignments_dir / "en")
    hints = load_hints(students.assignment("A01"))
    assert [step.en for step in hints["A01.1"]] == ["A nudge."]


def test_no_hints_are_handed_out_where_none_are_released(tiny):
    course = tiny.change("course.yml", "assignments:", "hints: {released: 0}\nassignments:").load()
    assert not any("hints" in name for name in release(course).written)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_readme_leads_through_install_fill_in_check_and_submit(out, language):
    text = (out / language / "README.md").read_text(encoding="utf-8")
    for words in (
        "pip install",
        "NotImplementedError",
        "autograder check A01",
        "autograder hint A01.1",
        "pytest",
        "a01_line.py",
    ):
        assert words in text
    assert "$" not in text
    assert text.count("\n## ") == 4


def test_releasing_needs_no_notebook_package():
    """Students import the same package; theirs has neither jupytext nor nbformat."""
    code = (
        "import sys; sys.modules.update(jupytext=None, nbformat=None, nbgrader=None, jinja2=None);"
        "import autograder.course, autograder.release"
    )
    subprocess.run([sys.executable, "-c", code], check=True)
