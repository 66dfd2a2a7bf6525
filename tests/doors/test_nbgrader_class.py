"""A class through nbgrader: the same scores by every door, people's marks kept, nothing hidden shown."""

import csv
import html
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy

from autograder.numbers import number

from ..patience import PATIENCE
from ..worth import POINTS, SCORES, earned

A01, A02, A03 = "a01_gradient_descent_line", "a02_sgd_diabetes", "a03_sigmoid_cross_entropy"


def submitted(story):
    """Every (student, assignment) that was handed in."""
    folders = (story.graded / "submitted").glob("*/*")
    return sorted((folder.parent.name, folder.name) for folder in folders)


def test_the_class_is_large_and_all_finished_assignments_are_in_it(story, course):
    pairs = submitted(story)
    assert len(pairs) >= 20
    assert {assignment for _, assignment in pairs} == {one.id for one in course.finished}


def test_every_submission_is_graded_whatever_it_is(story):
    query = "select s.student_id, a.name from submitted_assignment s join assignment a on s.assignment_id = a.id"
    graded = set(story.rows(story.graded, query))
    assert graded == set(submitted(story))
    for student, assignment in submitted(story):
        assert story.notebook(student, assignment)["cells"]


@pytest.mark.parametrize("which", ["graded", "pushed"])
def test_each_task_has_the_points_that_the_command_line_gives(story, course, which):
    for student, assignment in submitted(story):
        if (student, assignment, which) == ("lee", A03, "graded"):
            continue  # handed in again in the other folder
        found = story.grades(getattr(story, which), student, assignment)
        expected = {
            course.task(task["task"]).check_cell: task["earned"]
            for task in story.result(student, assignment)["tasks"]
        }
        assert {cell: found[student, cell][0] for cell in expected} == expected, (
            student,
            assignment,
        )


def test_right_ones_have_full_marks_and_others_lack_what_they_lack(story, course):
    for one in course.finished:
        assert story.score("kim", one.id) == one.points
        assert 0 < story.score("lee", one.id) < one.points


def test_both_doors_show_the_same_notebook(story):
    for student in ("kim", "s05", "copied", "not-json", "endings"):
        assignment = A03 if student == "kim" else A01
        mine = story.notebook(student, assignment)
        assert mine == story.notebook(student, assignment, story.pushed)


def test_a_written_answer_waits_for_a_person_and_an_empty_one_is_nothing(story):
    before = {
        (who, cell): rest for who, name, cell, *rest in story.facts("before_regrade") if name == A03
    }
    assert before["kim", "manual_A03_M2"] == [None, None, 1]
    assert before["lee", "manual_A03_M1"] == [None, None, 1]
    assert before["lee", "manual_A03_M2"] == [0, None, 0]
    assert before["s01", "manual_A03_M1"] == [0, None, 0]


def test_a_regrade_keeps_what_people_decided(story):
    kim = story.grades(story.graded, "kim", A03)
    assert kim["kim", "manual_A03_M1"] == (None, 7, True)  # nbgrader asks to look again
    assert kim["kim", "test_A03_1"] == (6, 5, False)  # the same points: nothing to look at
    assert "Nicely done, says a person." in story.feedback("kim", A03)
    assert "The slope is largest at 0; canary-of-kim" in story.feedback("kim", A03)


def test_pushing_again_changes_nothing(story):
    assert story.facts("after_push") == story.facts("before_push")
    assert len(story.facts("before_push")["files"]) >= len(submitted(story))


def test_a_submission_handed_in_again_is_updated_and_only_that(story, course):
    before, after = story.facts("after_push"), story.facts("after_resubmission")
    changed = [
        (old, new) for old, new in zip(before["grades"], after["grades"], strict=True) if old != new
    ]
    assert {(new[0], new[1]) for _, new in changed} == {("lee", A03)}
    left_out = course.assignment("A03").tasks[-1].points
    lee = {new[2]: new[3:] for _, new in changed}
    assert lee["manual_A03_M1"] == [None, 3, 1]  # kept, and to be looked at: the essay is another
    assert [auto for cell, (auto, _, _) in lee.items() if cell.startswith("test_")] == [left_out]
    files = {name for name, state in after["files"].items() if before["files"].get(name) != state}
    assert files == {f"autograded/lee/{A03}/{A03}.ipynb", f"autograded/lee/{A03}/timestamp.txt"}
    assert story.score("lee", A03, story.pushed) == course.assignment("A03").points
    times = {student: time for student, time in after["submissions"] if student == "lee" and time}
    assert times == {"lee": "2026-11-20 10:00:00.000000"}


def test_being_late_costs_what_nbgraders_plugin_says(story):
    for facts in ("before_push", "after_resubmission"):
        penalties = {
            (who, name): cost for who, name, cost in story.facts(facts)["penalties"] if cost
        }
        assert penalties == {("kim", A02): 100}
    costs = story.rows(story.graded, "select late_submission_penalty from submitted_notebook")
    assert sorted(cost for (cost,) in costs if cost) == [100]


def test_nbgrader_does_not_grade_anew_what_was_pushed(story):
    kept = story.pushed / "autograded" / "lee" / A03
    assert f"Skipping existing assignment: {kept}" in story.log.read_text(encoding="utf-8")


def test_no_hidden_check_solution_or_guide_reaches_a_student(story, course):
    # What stands in the release, or in a right solution, is no secret of the suite's.
    files = [
        *(story.graded / "release").rglob("*.*"),
        *(one.solution_file for one in course.finished),
    ]
    public = "\n".join(path.read_text(encoding="utf-8") for path in files)
    public += json.dumps(public, ensure_ascii=False)
    lines = {}
    for one in course.finished:
        for line in one.suite_file.read_text(encoding="utf-8").split("\n"):
            line = line.strip()
            if (
                len(line) > 24
                and line not in public
                and not line.startswith(("@task", "import ", "from "))
            ):
                lines[line] = one.code
    assert len(lines) > 100
    pages = [*story.graded.glob("feedback/*/*/*.html"), *story.pushed.glob("feedback/*/*/*.html")]
    assert len(pages) > 40
    shown = {page: readable(page.read_text(encoding="utf-8")) for page in pages}
    for folder in (story.graded, story.pushed):
        for path in folder.glob("autograded/*/*/*.ipynb"):
            shown[path] = path.read_text(encoding="utf-8")
    for path, text in shown.items():
        for canary in ("of-a-suite", "of-a-solution", "of-a-guide"):
            assert f"canary-{canary}" not in text, path
        found = [line for line in lines if line in text]
        assert not found, path


def readable(page):
    """The words of a page, without the marks that colour its code."""
    return html.unescape(re.sub(r"<[^>]*>", "", page))


def test_feedback_says_what_is_wrong_and_how_to_think_about_it(story):
    page = readable(story.feedback("s05"))
    assert number(SCORES["s05"]) in page
    assert "One-sided differences" in page
    assert f"Score: {SCORES['s05']} / {POINTS:.1f}" in re.sub(r"\s+", " ", page)
    assert "✗ " in page


def test_nothing_that_a_student_wrote_runs_in_the_browser_of_who_marks_it(story):
    page = story.feedback("scripts", A03)
    assert "canary-of-a-script" in page
    assert "<script>document.title" not in page
    assert "<img src=x" not in page
    for cell in story.notebook("scripts", A03)["cells"]:
        if cell["cell_type"] != "code":
            assert not re.search(r"<(script|img)", "".join(cell["source"]))
        for output in cell.get("outputs", ()):
            assert "<script" not in "".join(output["data"]["text/html"])


def test_the_export_has_a_row_for_every_student_and_task(story, course):
    with (story.graded / "tasks.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    students = {student for student, _ in submitted(story)}
    cells = sum(len(one.tasks) for one in course.finished)
    assert {row["student_id"] for row in rows} == students
    assert sum(row["marked_by"] == "autograder" for row in rows) == cells * len(students)
    by_task = {(row["student_id"], row["task"]): row for row in rows}
    assert float(by_task["s05", "A01.5"]["score"]) == earned("s05", "A01.5")
    assert by_task["kim", "A03.1"]["score"] == "5.0"
    assert by_task["kim", "A03.1"]["auto_score"] == "6.0"
    assert by_task["kim", "A03.M1"]["manual_score"] == "7.0"
    assert by_task["kim", "A03.M1"]["needs_manual_grade"] == "yes"
    assert by_task["s05", "A03.1"]["submitted"] == "no"
    assert by_task["s05", "A03.1"]["score"] == ""
    a01 = [row["task"] for row in rows if row["student_id"] == "s05" and row["assignment"] == A01]
    assert a01 == list(course.assignment("A01").task_ids)
    with (story.graded / "some.csv").open(encoding="utf-8-sig", newline="") as file:
        some = list(csv.DictReader(file))
    assert {(row["student_id"], row["assignment"]) for row in some} == {("kim", A03)}


def test_names_of_people_come_back_as_they_were(course, tmp_path):
    """``autograder grade`` makes names file-safe; the gradebook has nbgrader's."""
    from autograder.nbgrader_plugin.push import find_works
    from autograder.nbgrader_plugin.settings import open_folder
    from autograder.submission import discover

    names = ("박 지훈", "o'brien", "Kim", "kim", "a12_late", "s.1")
    for name in names:
        folder = tmp_path / "submitted" / name / A01
        folder.mkdir(parents=True)
        (folder / f"{A01}.ipynb").write_text("{}", encoding="utf-8")
    (tmp_path / "nbgrader_config.py").write_text("", encoding="utf-8")
    _, directory = open_folder(Path(tmp_path))
    graded = {one.student for one in discover([tmp_path / "submitted"], A01)}
    works = find_works(directory, course.assignment("A01"))
    assert set(works) == graded
    assert sorted(one.student for one in works.values()) == sorted(names)


@pytest.fixture
def registered(story, tmp_path):
    """A course folder with everything registered, and a student's work in it that nobody has graded yet."""
    folder = tmp_path / "grading"
    shutil.copytree(story.pushed / "release", folder / "release")
    shutil.copy(story.pushed / "gradebook.db", folder)
    shutil.copy(story.pushed / "nbgrader_config.py", folder)
    shutil.copytree(
        story.pushed / "submitted" / "lee" / A01, folder / "submitted" / "newcomer" / A01
    )
    return folder


def test_what_cannot_be_recorded_is_said_and_the_rest_is_recorded(
    story, autograder, registered, tmp_path
):
    results = tmp_path / "results"
    # Late by the rule of course.yml: what that costs is in the result, and nbgrader's own rule is not asked.
    lateness = {
        "submitted": "2026-11-20T19:00:00+09:00",
        "due": "2026-11-19T19:00:00+09:00",
        "days": 1,
        "percent": 10,
    }
    lee = story.result("lee")
    late = {"penalty": 10, "score": lee["raw_score"] - 10, "lateness": lateness}
    write(results, {**lee, **late, "student": "newcomer"})
    write(results, {**story.result("kim"), "status": "kit error", "score": 0, "raw_score": 0})
    write(results, {**story.result("kim"), "assignment": "a99_unknown"})
    write(results, story.result("kim", A02))
    write(results, {**story.result("lee"), "student": "clock"})
    clock = registered / "submitted" / "clock" / A01
    shutil.copytree(story.pushed / "submitted" / "lee" / A01, clock)
    (clock / "timestamp.txt").write_text("half past ten", encoding="utf-8")
    connection = sqlite3.connect(registered / "gradebook.db")
    with connection:
        named = "select id from base_cell where name = 'test_A02_1'"
        connection.execute(f"update grade_cells set max_score = 99 where id in ({named})")
    connection.close()
    before = story.grades(registered, "kim")
    done = autograder("nbgrader", "push", results, "--course", registered)
    assert done.returncode == 1
    assert "A01 kim: the grader itself failed" in done.stdout
    assert 'no assignment "a99_unknown"' in done.stdout
    assert "holds no time such as" in done.stdout
    assert "A02.1 is worth" in done.stdout
    assert "run nbgrader generate_assignment a02_sgd_diabetes" in done.stdout
    assert f"{A01}: 1 in the gradebook" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert story.grades(registered, "kim") == before
    assert story.score("newcomer", which=registered) == story.score("lee")
    found = story.rows(registered, """select s.timestamp, n.late_submission_penalty from submitted_assignment s
        join submitted_notebook n on n.assignment_id = s.id where s.student_id = 'newcomer'""")  # fmt: skip
    assert found == [("2026-11-20 10:00:00.000000", 10)]


def write(results, result):
    folder = results / result["assignment"]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{result['student']}.json").write_text(json.dumps(result), encoding="utf-8")


def test_without_the_isolation_that_is_required_nothing_is_run_or_recorded(story, registered):
    with (registered / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('\nc.Autograder.level = "subprocess"\nc.Autograder.minimum = "landlock"\n')
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", A01],
        cwd=registered,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert f"There was an error processing assignment '{A01}' for student 'newcomer'" in done.stderr
    assert "landlock" in done.stderr
    assert not (registered / "autograded" / "newcomer" / A01).exists()
    scores = story.grades(registered, "newcomer")
    assert {auto for auto, _, _ in scores.values()} == {None}


@pytest.mark.skipif(
    "AUTOGRADER_TEST_DB_URL" not in os.environ,
    reason="AUTOGRADER_TEST_DB_URL names no empty database",
)
def test_another_database_takes_the_same_grades(story, autograder, tmp_path):
    """With postgresql+psycopg2://…, say: a server is needed, so this runs where one is given."""
    url = os.environ["AUTOGRADER_TEST_DB_URL"]
    folder, results = tmp_path / "grading", tmp_path / "results"
    made = autograder("nbgrader", "course", folder, "--course", story.course)
    assert made.returncode == 0, made.stderr
    with (folder / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write(f"\nc.CourseDirectory.db_url = {url!r}\n")
    made = autograder("nbgrader", "course", folder, "--course", story.course, "--generate")
    assert made.returncode == 0, made.stdout + made.stderr
    shutil.copytree(story.pushed / "submitted", folder / "submitted")
    shutil.copytree(story.results / A03, results / A03)
    for _ in range(2):
        done = autograder("nbgrader", "push", results, "--course", folder)
        assert done.returncode == 0, done.stdout + done.stderr
    assert not (folder / "gradebook.db").exists()
    engine = sqlalchemy.create_engine(url)
    query = """select s.student_id, c.name, g.auto_score
        from "grade" g join base_cell c on g.cell_id = c.id join submitted_notebook n on g.notebook_id = n.id
        join submitted_assignment s on n.assignment_id = s.id where c.name like 'test_A03%'"""
    with engine.connect() as connection:
        found = {
            (who, cell): score for who, cell, score in connection.execute(sqlalchemy.text(query))
        }
    engine.dispose()
    expected = story.grades(story.pushed, assignment=A03)
    assert found == {
        key: auto for key, (auto, _, _) in expected.items() if key[1].startswith("test_")
    }
    for student in ("kim", "scripts"):
        path = folder / "autograded" / student / A03 / f"{A03}.ipynb"
        assert json.loads(path.read_text(encoding="utf-8")) == story.notebook(
            student, A03, story.pushed
        )
