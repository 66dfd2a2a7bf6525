"""What a class page says about results that aren't all alike."""

import csv
import io
import json
import re

import pytest

from autograder.cli.printing import tables
from autograder.exports import FORMATS, Request
from autograder.records import replaced
from autograder.report import write_report
from autograder.report.summary import summarise
from autograder.result import Status, TaskStatus, write_result

from ..exports import platforms


@pytest.fixture
def mixed(make_result):
    """One result from before an assignment got its third and tenth task, and one from after."""
    old, new = make_result("kim"), make_result("lee", (60.0, 0.0))
    third, tenth = (
        replaced(new.tasks[0], task=f"A01.{number}", points=points, earned=points)
        for number, points in ((3, 20.0), (10, 5.0))
    )
    tasks = (new.tasks[0], replaced(new.tasks[1], points=15.0), tenth, third)
    return [old, replaced(new, tasks=tasks, raw_score=85.0, score=85.0)]


@pytest.mark.parametrize("turned", [False, True])
def test_results_of_different_tasks_stand_in_one_table(mixed, tmp_path, turned):
    names = ("lee", "kim") if turned else ("kim", "lee")
    results = [replaced(one, student=name) for one, name in zip(mixed, names, strict=True)]
    (summary,) = summarise(results)
    assert [(one.task.task, len(one.results)) for one in summary.tasks] == [
        ("A01.1", 2),
        ("A01.2", 2),
        ("A01.3", 1),
        ("A01.10", 1),
    ]
    assert [one and one.task for one in summary.cells(results[0])] == ["A01.1", "A01.2", None, None]
    for result in results:
        write_result(result, tmp_path)
    page = write_report(tmp_path).read_text(encoding="utf-8")
    for row in re.findall(r'<tr><td><a href="a01_line.*?</tr>', page, re.DOTALL):
        assert len(re.findall('class="cell ', row)) == 4


def test_exports_find_tasks_by_their_ids(mixed, tmp_path):
    FORMATS["csv"](Request(results=mixed, out=tmp_path / "scores.csv"))
    text = (tmp_path / "scores.csv").read_text(encoding="utf-8-sig")
    kim, lee = csv.DictReader(io.StringIO(text))
    assert [kim[task] for task in ("A01.1", "A01.2", "A01.3", "A01.10")] == ["60", "28", "", ""]
    assert [lee[task] for task in ("A01.1", "A01.2", "A01.3", "A01.10")] == ["60", "0", "20", "5"]
    assert text.splitlines()[0].endswith("A01.1,A01.2,A01.3,A01.10")


def test_submitty_s_test_cases_are_those_of_every_result(mixed, tmp_path):
    FORMATS["submitty"](Request(results=mixed, out=tmp_path))
    config = json.loads((tmp_path / "a01_line" / "testcases.json").read_text(encoding="utf-8"))
    for result in mixed:
        file = tmp_path / "a01_line" / result.student / "results.json"
        read = json.loads(file.read_text(encoding="utf-8"))
        assert platforms.submitty(config, read) == result.score
        assert len(read["testcases"]) == len(config)


def test_a_task_that_nobody_wrote_has_a_share(make_result):
    tasks = tuple(
        replaced(one, status=TaskStatus.MISSING, earned=0.0) for one in make_result().tasks
    )
    (summary,) = summarise([make_result("kim", (0.0, 0.0), tasks=tasks)])
    assert [one.mean_share for one in summary.tasks] == [0, 0]


@pytest.fixture
def one_failed(make_result):
    """A result of 88 points, and one that the grader itself failed at."""
    return [make_result("kim"), make_result("lee", (0.0, 0.0), status=Status.KIT_ERROR)]


def test_a_failure_of_the_grader_is_no_zero_of_the_class(one_failed, tmp_path):
    (summary,) = summarise(one_failed)
    assert (summary.mean, summary.median, sum(summary.histogram)) == (88, 88, 1)
    assert [(one.mean_share, one.passed, len(one.results)) for one in summary.tasks] == [
        (1.0, 1, 1),
        (0.7, 0, 1),
    ]
    for result in one_failed:
        write_result(result, tmp_path)
    page = write_report(tmp_path).read_text(encoding="utf-8")
    assert "The grader itself failed for lee" in page
    student = (tmp_path / "a01_line" / "lee.html").read_text(encoding="utf-8")
    assert '<div class="score">–<small> / 100</small>' in student


def test_the_mean_on_the_terminal_is_of_those_with_a_score(one_failed):
    (table,) = tables(one_failed)
    assert table.caption == (
        "2 submissions, mean 88.0 of 100, 1 without a score, for the grader failed"
    )
    assert list(table.columns[1].cells) == ["88", "–"]


def test_a_class_without_any_score_has_no_mean(one_failed, tmp_path):
    (summary,) = summarise(one_failed[1:])
    assert summary.mean is summary.median is summary.tasks[0].mean_share is None
    write_result(one_failed[1], tmp_path)
    assert "–" in write_report(tmp_path, "ko").read_text(encoding="utf-8")
    (table,) = tables(one_failed[1:])
    assert "mean" not in table.caption
