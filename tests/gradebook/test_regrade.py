"""Grading anew: the difference, and results that change places whole or not at all."""

import json
import os

import pytest

from autograder.errors import UsageError
from autograder.gradebook import regrade
from autograder.records import replaced
from autograder.result import Status, read_results, write_result


@pytest.fixture
def folders(tmp_path, make_result):
    """Results of two students, and a regrade in which one of them gains."""
    results = tmp_path / "results"
    before = [make_result("kim"), make_result("lee")]
    for one in before:
        write_result(one, results)
    after = [make_result("kim", (60.0, 40.0)), make_result("lee")]
    new = regrade.prepare(results)
    for one in after:
        write_result(one, new)
    regrade.write_record(new, results, regrade.compare(before, after))
    return results, new


def scores(folder):
    return {one.student: one.score for one in read_results(folder)}


def test_who_loses_stands_first_and_every_change_has_its_reason(make_result):
    before = [
        make_result("a"),
        make_result("b", (60.0, 40.0)),
        make_result("c"),
        make_result("gone"),
    ]
    after = [
        make_result("a", (60.0, 40.0)),
        make_result("b"),
        make_result("c").penalised(10, None),
        make_result("new"),
    ]
    changes = regrade.compare(before, after)
    assert [(one.result.student, one.kind, one.gain) for one in changes] == [
        ("b", "loses", -12),
        ("c", "loses", -10),
        ("a", "gains", 12),
        ("new", "new", 0),
        ("gone", "kept", 0),
    ]
    assert [str(task) for task in changes[0].tasks] == ["A01.2 40 → 28 (“random data” now fails)"]
    assert changes[1].reasons == ("late penalty 0 → 10",)
    assert [str(task) for task in changes[2].tasks] == ["A01.2 28 → 40 (“random data” now passes)"]


def test_points_and_weights_that_were_fixed_are_told(make_result):
    before, after = make_result("a"), make_result("a")
    task = after.tasks[1]
    check = replaced(task.checks[0], weight=3)
    changed = replaced(task, points=50.0, earned=35.0, checks=(check,))
    after = make_result("a", tasks=(after.tasks[0], changed), score=95.0)
    (change,) = regrade.compare([before], [after])
    assert str(change.tasks[0]) == "A01.2 28 → 35 (worth 40 → 50; “random data” weighs 1 → 3)"


def test_the_same_results_change_nothing(make_result):
    results = [make_result("a"), make_result("b")]
    assert {one.kind for one in regrade.compare(results, results)} == {"same"}


def test_what_the_grader_failed_at_is_no_loss_and_no_gain(make_result):
    broken = make_result("kim", (0.0, 0.0), status=Status.KIT_ERROR)
    (lost,) = regrade.compare([make_result("kim")], [broken])
    assert (lost.kind, lost.gain, lost.tasks) == ("failed", 0, ())
    assert lost.reasons == ("graded → kit error",)
    (mended,) = regrade.compare([broken], [make_result("kim")])
    assert (mended.kind, mended.gain, mended.tasks) == ("new", 0, ())
    (still,) = regrade.compare([broken], [broken])
    assert still.kind == "same"


def test_a_score_is_never_given_up_for_a_failure_of_the_grader(folders, make_result):
    results, new = folders
    after = [make_result("kim", (0.0, 0.0), status=Status.KIT_ERROR), make_result("lee")]
    regrade.write_record(new, results, regrade.compare(read_results(results), after))
    with pytest.raises(UsageError, match="the grader failed for kim"):
        regrade.accept(results)
    assert scores(results) == {"kim": 88, "lee": 88}


def test_accepting_swaps_and_keeps_the_old(folders):
    results, new = folders
    kept = regrade.accept(results)
    assert scores(results) == {"kim": 100, "lee": 88}
    assert scores(kept) == {"kim": 88, "lee": 88}
    assert not new.exists()
    assert json.loads((results / regrade.RECORD).read_text())["changes"][0]["student"] == "kim"


def test_a_crash_between_the_two_steps_is_mended_by_accepting_again(folders):
    results, _ = folders
    os.rename(results, results.with_name("results.before-20260101-000000"))
    regrade.accept(results)
    assert scores(results) == {"kim": 100, "lee": 88}


def test_a_second_step_that_fails_leaves_the_results_where_they_were(folders, monkeypatch):
    results, new = folders
    rename = os.rename

    def broken(source, target):
        if str(source) == str(new):
            raise OSError("disk")
        rename(source, target)

    monkeypatch.setattr(regrade.os, "rename", broken)
    with pytest.raises(OSError, match="disk"):
        regrade.accept(results)
    assert scores(results) == {"kim": 88, "lee": 88}


def test_results_that_changed_since_are_not_replaced(folders, make_result):
    results, _ = folders
    write_result(make_result("kim", (60.0, 1.0)), results)
    with pytest.raises(UsageError, match="has changed since it was regraded"):
        regrade.accept(results)
    assert scores(results)["kim"] == 61


def test_a_regrade_that_was_stopped_cannot_be_accepted(tmp_path, make_result):
    results = tmp_path / "results"
    write_result(make_result("kim"), results)
    new = regrade.prepare(results)
    write_result(make_result("kim", (0.0, 0.0)), new)
    with pytest.raises(UsageError, match="was stopped before its end"):
        regrade.accept(results)
    regrade.prepare(results)  # makes room
    assert not list(new.glob("*/*.json"))


def test_nothing_that_is_no_regrade_is_deleted(tmp_path, make_result):
    results = tmp_path / "results"
    write_result(make_result("kim"), results)
    mine = tmp_path / "results.regrade" / "thesis.txt"
    mine.parent.mkdir()
    mine.write_text("three years")
    with pytest.raises(UsageError, match="holds no regrade"):
        regrade.prepare(results)
    assert mine.read_text() == "three years"


def test_accepting_nothing_says_what_to_do(tmp_path):
    (tmp_path / "results").mkdir()
    with pytest.raises(UsageError, match="there is no regrade to accept"):
        regrade.accept(tmp_path / "results")
