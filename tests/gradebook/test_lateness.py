"""The laws of lateness: monotone, capped, idempotent, never below zero, never twice."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from autograder.course import LatePolicy
from autograder.errors import UsageError
from autograder.gradebook.lateness import days_late, with_lateness
from autograder.gradebook.times import Time
from autograder.result import Result, read_results, write_result

DUE = datetime(2026, 3, 16, 14, 59, tzinfo=UTC)
policies = st.builds(
    LatePolicy,
    grace_minutes=st.integers(0, 3000),
    per_day=st.floats(0, 100),
    of=st.sampled_from(["max", "earned"]),
    cap=st.floats(0, 100),
)
minutes = st.integers(-10_000, 100_000)
shares = st.tuples(
    st.floats(0, 60).map(lambda x: round(x, 2)), st.floats(0, 40).map(lambda x: round(x, 2))
)


def late(result, policy, by, extra=0):
    time = Time(DUE + timedelta(minutes=by), "table")
    return with_lateness(result, time, DUE, policy, timedelta(minutes=extra))


@given(policies, minutes, minutes, shares)
def test_later_is_never_better(make_result, policy, one, other, earned):
    first, second = sorted((one, other))
    result = make_result(earned=earned)
    assert late(result, policy, first).score >= late(result, policy, second).score


@given(policies, minutes, shares)
def test_a_penalty_is_capped_and_leaves_no_less_than_nothing(make_result, policy, by, earned):
    result = make_result(earned=earned)
    got = late(result, policy, by)
    base = result.max_score if policy.of == "max" else result.raw_score
    assert 0 <= got.penalty <= policy.cap / 100 * base + 0.01
    assert 0 <= got.score <= got.raw_score
    assert got.raw_score == result.raw_score
    assert got.raw_score - got.penalty == pytest.approx(got.score, abs=0.005)


@given(policies, policies, minutes, minutes, shares)
def test_a_penalty_replaces_the_one_before(make_result, policy, other, by, before, earned):
    result = make_result(earned=earned)
    once = late(result, policy, by)
    assert late(once, policy, by) == once
    assert late(late(result, other, before), policy, by) == once


@given(policies, minutes, st.integers(0, 5000), shares)
def test_extra_time_never_costs(make_result, policy, by, extra, earned):
    result = make_result(earned=earned)
    assert late(result, policy, by, extra).score >= late(result, policy, by).score


@given(minutes)
def test_extra_time_moves_the_due_time(make_result, by):
    policy = LatePolicy(per_day=10, of="max", grace_minutes=7)
    result = make_result(earned=(60.0, 40.0))
    assert late(result, policy, by + 600, 600).score == late(result, policy, by).score


@pytest.mark.parametrize(
    ("seconds", "days"),
    [
        (-1, 0),
        (0, 0),
        (600, 0),
        (601, 1),
        (86400, 1),
        (86401, 2),
        (2 * 86400, 2),
        (2 * 86400 + 1, 3),
    ],
)
def test_a_day_counts_when_it_has_begun_and_grace_only_forgives(seconds, days):
    assert days_late(DUE + timedelta(seconds=seconds), DUE, timedelta(minutes=10)) == days


@pytest.mark.parametrize(("of", "penalty"), [("max", 20.0), ("earned", 17.6)])
def test_percent_of_what_is_as_the_course_says(make_result, of, penalty):
    got = late(make_result(), LatePolicy(per_day=10, of=of), 24 * 60 + 1)
    assert (got.raw_score, got.penalty, got.score) == (88.0, penalty, 88.0 - penalty)
    assert (got.lateness.days, got.lateness.percent, got.lateness.of) == (2, 20.0, of)


def test_an_unknown_time_costs_nothing_and_is_not_hidden(make_result):
    got = with_lateness(make_result(), Time(None), DUE, LatePolicy(per_day=10, of="max"))
    assert got.score == 88
    assert got.lateness.submitted is None
    assert got.lateness.due == DUE


def test_a_course_without_a_policy_records_lateness_and_takes_nothing(make_result):
    got = with_lateness(make_result(), Time(DUE + timedelta(days=3), "table"), DUE, None)
    assert (got.lateness.days, got.penalty, got.score) == (3, 0, 88)


def test_a_result_that_does_not_add_up_is_refused(make_result):
    data = late(make_result(), LatePolicy(per_day=10, of="max"), 1).model_dump()
    assert Result.model_validate(data).score == 78
    with pytest.raises(ValidationError, match="is not the score"):
        Result.model_validate({**data, "score": 68.0})


def test_lateness_survives_the_disk(make_result, tmp_path):
    got = late(make_result(), LatePolicy(per_day=10, of="max"), 5000)
    write_result(got, tmp_path)
    assert read_results(tmp_path) == [got]


def test_a_result_of_the_first_version_is_read_as_never_late(make_result, tmp_path):
    path = write_result(make_result(), tmp_path)
    data = json.loads(path.read_text(encoding="utf-8"))
    for key in ("raw_score", "penalty", "lateness", "attempts", "language"):
        del data[key]
    path.write_text(json.dumps({**data, "schema_version": 1}), encoding="utf-8")
    (read,) = read_results(tmp_path)
    assert (read.raw_score, read.penalty, read.score) == (88, 0, 88)
    assert read.language == "en"
    path.write_text(json.dumps({**data, "schema_version": 99}), encoding="utf-8")
    with pytest.raises(UsageError, match="newer version"):
        read_results(tmp_path)
