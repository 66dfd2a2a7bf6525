"""The instructor's term, through the command line: thirty submissions, a roster, lateness, a regrade, exports."""

import csv
import io
import os
import re
import shutil
import subprocess
import sys

import pytest

from autograder.numbers import number
from autograder.result import read_results

from .. import worth
from ..patience import PATIENCE
from ..worth import late
from . import classroom

LATE = {"2026002": 1, "2026010": 2, "2026014": 2, "2026015": 2}
# Who handed in what of the example class, and how many per cent lateness costs them.
WORK = {
    "2026001": "s01", "2026002": "s04", "2026003": "s07", "2026004": "s01", "2026005": "s08", "2026006": "s01",
    "2026007": "s05", "2026008": "s02", "2026009": "s03", "2026010": "s04", "2026011": "s06", "2026012": "s12",
    "2026013": "s01", "2026014": "s15", "2026015": "s15", "2026016": "s02", "2026017": "s16", "2026018": "s09",
    "2026019": "s10", "2026020": "s11", "2026021": "s01", "2026022": "s04", "2026023": "s01", "2026024": "s01",
    "2026025": "s04", "2026026": "s01", "2026027": "s01", "2026030": "s07", "stranger": "s01",
}  # fmt: skip
SCORES = {student: late(work, 10 * LATE.get(student, 0)) for student, work in WORK.items()}


def run(*arguments, cwd):
    return subprocess.run(
        [sys.executable, "-m", "autograder", *map(str, arguments)],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "160", "PYTHONPATH": str(classroom.ROOT)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )


@pytest.fixture(scope="module")
def term(tmp_path_factory):
    """A term's folder in which the class has been graded once."""
    folder = tmp_path_factory.mktemp("term")
    classroom.course_folder(folder / "course")
    paths = classroom.thirty(folder / "handed in")
    roster = classroom.ROSTER.replace("Á", "A").replace("ü", "u").replace("ö", "o")
    (folder / "명단.csv").write_bytes(roster.encode("cp949"))  # as Korean Excel saves it
    (folder / "times.csv").write_text(classroom.TIMES, encoding="utf-8-sig")
    done = run(
        "grade", *paths, "-a", "A01", "--course", "course", "--roster", "명단.csv", "--submitted-at", "times.csv",
        "--out", "results", cwd=folder,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return folder, done


def rows(folder, name):
    text = (folder / name).read_text(encoding="utf-8-sig")
    return {row["student"]: row for row in csv.DictReader(io.StringIO(text))}


def test_every_submission_reaches_its_student_with_its_score(term):
    folder, _ = term
    results = read_results(folder / "results")
    assert {one.student: one.score for one in results} == SCORES
    assert {
        one.student: one.lateness.days for one in results if one.lateness and one.lateness.days
    } == LATE
    for one in results:
        assert one.raw_score - one.penalty == pytest.approx(one.score, abs=0.005)
        assert one.penalty == 10 * LATE.get(one.student, 0)


def test_the_instructor_is_told_what_to_look_at(term):
    _, done = term
    said = done.stdout
    assert "28 of the 31 students on the roster handed in, 2 missing, 1 excused" in said
    assert "missing: 2026028 문채원, 2026031 노지훈" in said
    assert "excused: 2026029 양세찬" in said
    assert re.search(r"not on the roster \(A01\): .*stranger.*nobody on the roster", said)
    assert re.search(
        r"2 submissions \(A01\): 2026027: .*the best counts; the times aren't known", said
    )
    assert re.search(r"2 submissions \(A01\): 2026023: .*\(the last counts\)", said)
    assert "time not known, so no late penalty" in said
    assert "read as CP949" in done.stderr
    assert "Traceback" not in said + done.stderr


def test_the_class_page_lists_the_whole_roster(term):
    folder, _ = term
    page = (folder / "results" / "index.html").read_text(encoding="utf-8")
    for word in (
        "문채원",
        "not handed in",
        "excused",
        "not on the roster",
        f"{number(worth.SCORES['s04'])} − 10",
        "2 attempts",
        "=HYPERLINK",
    ):
        assert word in page, word
    student = (folder / "results" / classroom.MODULE / "2026002.html").read_text(encoding="utf-8")
    earned, left = number(worth.SCORES["s04"]), number(late("s04", 10))
    assert f"{earned} earned − 10 for lateness = {left} points" in student
    assert "Handed in 2026-03-17 10:00 UTC+09:00; due 2026-03-16 23:59 UTC+09:00" in student
    assert "Lee, Jiwoo" not in student  # names stand in the roster alone


def test_results_hold_no_name_that_only_the_roster_knows(term):
    folder, _ = term
    said = "".join(
        file.read_text(encoding="utf-8") for file in (folder / "results").glob("*/*.json")
    )
    assert "uni.example" not in said
    assert "Hana Octo" not in said


def test_exports_say_what_the_results_say(term):
    folder, _ = term
    done = run(
        "export", "csv", "results", "--out", "scores.csv", "--roster", "명단.csv", cwd=folder
    )
    assert done.returncode == 0, done.stderr
    table = rows(folder, "scores.csv")
    assert {
        one: float(row["A01 score"]) for one, row in table.items() if row["A01 score"]
    } == SCORES
    assert {one for one, row in table.items() if row["A01 standing"] == "missing"} == {
        "2026028",
        "2026031",
    }
    assert table["2026030"]["name"].startswith("'=")
    again = run("report", "results", cwd=folder)
    assert again.returncode == 0
    assert {one.student: one.score for one in read_results(folder / "results")} == SCORES


def test_anonymous_pages_and_tables_name_nobody(term):
    folder, _ = term
    done = run(
        "report", "results", "--anonymous", "--out", "public", "--roster", "명단.csv", cwd=folder
    )
    assert done.returncode == 0, done.stderr
    table = run(
        "export",
        "csv",
        "results",
        "--anonymous",
        "--out",
        "public.csv",
        "--roster",
        "명단.csv",
        cwd=folder,
    )
    assert table.returncode == 0, table.stderr
    files = [folder / "public.csv", *(folder / "public").rglob("*")]
    said = "".join(str(file.relative_to(folder)) for file in files)
    said += "".join(file.read_text(encoding="utf-8") for file in files if file.is_file())
    people = list(csv.DictReader(io.StringIO(classroom.ROSTER)))
    for person in people:
        # A name of one syllable or two letters is in other words, too.
        for word in (
            person["id"],
            person["name"],
            person["email"],
            person["canvas_id"],
            person["blackboard"],
        ):
            assert not word or word not in said, word
    for word in ("stranger.html", "kimminsu", "홍길동", "handed in", str(folder)):
        assert word not in said, word
    assert len(list((folder / "public").glob("*/*.json"))) == len(SCORES)
    assert (folder / "results.key").is_file()
    refused = run("export", "canvas", "results", "--anonymous", "--out", "x.csv", cwd=folder)
    assert refused.returncode == 2
    assert "has to know who is who" in refused.stderr


def test_a_regrade_is_shown_then_accepted_and_the_old_is_kept(term, tmp_path):
    folder, _ = term
    work = tmp_path / "work"
    shutil.copytree(folder / "results", work / "results")
    classroom.course_folder(work / "course")
    course = work / "course" / "course.yml"
    course.write_text(
        course.read_text(encoding="utf-8").replace("per_day: 10", "per_day: 25"), encoding="utf-8"
    )
    handed = folder / "handed in"
    arguments = (
        "regrade",
        "results",
        handed / "canvas",
        handed / "moodle",
        "-a",
        "A01",
        "--course",
        "course",
        "--roster",
        folder / "명단.csv",
    )
    shown = run(*arguments, cwd=work)  # without --submitted-at: the results know the times
    assert shown.returncode == 0, shown.stderr
    assert "late penalty 10 → 25" in shown.stdout
    assert "late penalty 20 → 50" in shown.stdout
    assert (
        "2 lose, 10 stay the same, 17 were not handed in again and stay as they are" in shown.stdout
    )
    assert {one.student: one.score for one in read_results(work / "results")} == SCORES
    accepted = run("regrade", "results", "--accept", cwd=work)
    assert accepted.returncode == 0, accepted.stderr
    new = {one.student: one.score for one in read_results(work / "results")}
    assert new == {**SCORES, "2026002": late("s04", 25), "2026010": late("s04", 50)}
    (kept,) = work.glob("results.before-*")
    assert {one.student: one.score for one in read_results(kept)} == SCORES
    # Once more changes nothing: what lateness took is not taken again.
    same = run(*arguments, cwd=work)
    assert "lose" not in same.stdout
    assert "12 stay the same" in same.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade", "{file}", "-a", "A01", "--roster", "nowhere.csv"], "nowhere.csv: can't be read"),
        (["grade", "{file}", "-a", "A01", "--roster", "{broken}"], ":2: column id: is empty"),
        (["regrade", "{empty}"], "say what to grade"),
        (["regrade", "{empty}", "--accept"], "there is no regrade to accept"),
        (["regrade", "{empty}", "{file}"], "holds no results. The folder of results comes first"),
        (["export", "csv", "{empty}", "--out", "x.csv"], "holds no results"),
        (["export", "excel", "{empty}", "--out", "x.csv"], "excel"),
        (
            ["export", "csv", "{results}", "--out", "x.csv", "-a", "A09"],
            "holds no results of A09; it has A01",
        ),
        (
            ["export", "csv", "{results}", "--out", "x.csv", "--out-encoding", "klingon"],
            "no encoding",
        ),
        (["export", "canvas", "{results}", "--out", "x.csv"], "Gradebook → Export"),
        (["export", "moodle", "{results}", "--out", "x.csv"], "Download grading worksheet"),
        (["report", "{results}", "--anonymous"], "--out FOLDER"),
        (["report", "{results}", "--anonymous", "--out", "{results}"], "is not empty"),
        (
            ["report", "{results}", "--anonymous", "--out", "new", "--key", "new/x.key"],
            "must not lie in",
        ),
    ],
)
def test_bad_input_gets_one_clear_message(term, tmp_path, arguments, said):
    folder, _ = term
    (tmp_path / "empty").mkdir()
    (tmp_path / "broken.csv").write_text("id,name\n,kim\n")
    places = {
        "empty": tmp_path / "empty",
        "broken": tmp_path / "broken.csv",
        "results": folder / "results",
        "file": classroom.source("s01"),
    }
    filled = [one.format(**places) for one in arguments]
    if arguments[0] in ("grade", "regrade"):
        filled += ["--course", str(classroom.ROOT)]
    done = run(*filled, cwd=tmp_path)
    assert done.returncode == 2, done.stdout
    assert said in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert not (tmp_path / "empty.regrade").exists()
