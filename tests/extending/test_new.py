"""`autograder new` writes every piece of a task or an assignment; until it is finished, nobody else sees it."""

import re

import pytest

from autograder.course import load_course

A01 = "a01_gradient_descent_line"


@pytest.fixture(scope="module")
def drafts(copy):
    """Return the copy with a new task, a new method and a new assignment, and what `new` said of the first."""
    copy.before = {
        name: copy.text(name) for name in copy.files() if name.endswith((".py", ".yml", ".md"))
    }
    copy.said = copy.done("new", "A01.8", "momentum")
    copy.done("new", "A01.9", "Schedule.rate")
    copy.done("new", "A14", "recurrent_network")
    return copy


def test_only_lines_are_added_to_what_somebody_wrote(drafts):
    for name, before in drafts.before.items():
        after = drafts.text(name).splitlines()
        rest = iter(after)
        assert all(line in rest for line in before.splitlines()), name


def test_it_names_the_files_and_each_holds_the_task(drafts):
    *files, _, _ = drafts.said.splitlines()
    assert len(files) == 10
    assert all("A01.8" in drafts.text(file) or file.endswith("lesson.ko.md") for file in files)


def test_a_draft_lacks_things_and_the_course_is_sound(drafts):
    said = drafts.done("validate", "A01", "A14")
    assert "sound" in said.splitlines()
    told = [line for line in said.splitlines() if line.startswith("…")]
    assert "… course.yml: the title of A01.8 is to be done" in told
    assert any(f"{A01}/hints.yml" in line for line in told)
    assert any("a14_recurrent_network/misconceptions.py" in line for line in told)
    assert not [line for line in told if "is to be done" not in line]


def test_what_a_draft_has_not_got_is_told_and_no_error(drafts):
    hints = f"solutions/{A01}/hints.yml"
    whole = drafts.text(hints)
    suite = f"autograder/suites/{A01}/test_a01.py"
    checks = drafts.text(suite)
    try:
        drafts.write(hints, whole.partition("A01.8:")[0])
        drafts.write(suite, checks.partition('\n\n@task("A01.8"')[0] + "\n")
        said = drafts.done("validate", "A01")
    finally:
        drafts.write(hints, whole)
        drafts.write(suite, checks)
    assert "task A01.8 has no hints" in said
    assert re.search(r"… A01\.8: no check in test_a01\.py tries its values", said)
    assert "sound" in said.splitlines()


def test_students_see_nothing_of_a_draft(drafts, tmp_path):
    assert "up to date" in drafts.done("release", "--check")
    solution = f"solutions/{A01}/{A01}.py"
    drafts.done("grade", solution, "--out", tmp_path)
    [result] = tmp_path.rglob("*.json")
    text = result.read_text(encoding="utf-8")
    assert '"score": 100' in text
    assert "A01.8" not in text
    assert load_course(drafts.folder).assignment("A01").left_out == ("A01.8", "A01.9")


def test_a_finished_task_can_not_need_a_draft(drafts):
    before = drafts.text("course.yml")
    try:
        drafts.replace(
            "course.yml",
            "    points: 8\n  - id: A01.8\n",
            "    points: 8\n    needs: [A01.8]\n  - id: A01.8\n",
        )
        said = drafts.run("autograder", "validate", "A01")
    finally:
        drafts.write("course.yml", before)
    assert said.returncode != 0
    assert "A01.7 is finished, but A01.8, which it needs, is a draft" in said.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("A01.8", "other"), "A01.8 exists: it is momentum. The next one is A01.10."),
        (("A01.12", "other"), "A01.12 doesn't come next in A01: that is A01.10."),
        (("A1.8", "other"), '"A1.8" is no id of a task; one looks like "A01.8".'),
        (("A20.1", "other"), "The course has no assignment A20; begin it with: autograder new A20 NAME"),
        (("A14", "other"), "A14 exists: it is a14_recurrent_network. The next one is A15."),
        (("A17", "other"), "A17 doesn't come next in the course: that is A15."),
        (("A15", "Other-Name"), '"Other-Name" can\'t name a folder'),
        (("A01.10", "predict"), "predict is already the function of A01.1."),
        (("A01.10", "Schedule.step"), "Schedule is already written for A01.9."),
        (("A01.10", "lambda"), '"lambda" can\'t name a function'),
        (("A01.10", "a.b.c"), '"a.b.c" can\'t name a function'),
    ],
)  # fmt: skip
def test_what_can_not_be_begun_is_said(drafts, words, said):
    before = drafts.files(), drafts.text("course.yml")
    ran = drafts.run("autograder", "new", *words)
    assert ran.returncode == 2
    assert said in ran.stderr
    assert before == (drafts.files(), drafts.text("course.yml"))
