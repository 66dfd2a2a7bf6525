"""Several submissions of one student become the one result that the course's rule picks."""

from datetime import UTC, datetime, timedelta

import pytest

from autograder.course import LatePolicy
from autograder.gradebook.matching import Matcher
from autograder.gradebook.plan import Plan
from autograder.gradebook.times import Clock, Submitted
from autograder.records import replaced
from autograder.result import Status
from autograder.submission import Found

DUE = "2026-03-16 12:00+00:00"
NOON = datetime(2026, 3, 16, 12, tzinfo=UTC)


@pytest.fixture
def planned(course, write_roster, tmp_path, make_result):
    """Return a function that plans kim's submissions and settles the scores that grading gives them."""

    def plan(rule, submissions, extra="", before=(), with_times=True):
        roster = write_roster(f"id,extra_time\nkim,{extra}\nlee,\n")
        assignment = replaced(course.assignment("A01"), due=DUE)
        changed = replaced(course, attempts=rule, late=LatePolicy(per_day=10, of="max"))
        found, times = [], []
        for number, (hours, _) in enumerate(submissions, 1):
            path = tmp_path / f"download{number}" / f"kim_{number}" / "a01.py"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("")
            label = f"kim-{number}"
            found.append((assignment, Found(label, path)))
            if with_times and hours is not None:
                when = NOON + timedelta(hours=hours)
                times.append(Submitted("kim", when, "A01", f"kim_{number}"))
        made = Plan(changed, found, Matcher(roster), Clock(UTC, times), before)
        done = []
        for graded_assignment, one in made.submissions:
            score = submissions[int(one.student[-1]) - 1][1]
            status = {"status": Status.KIT_ERROR} if score is None else {}
            result = make_result(
                one.student,
                (60.0, float(score or 0) - 60),
                assignment=graded_assignment.id,
                **status,
            )
            done += made.take(result)
        return made, done

    return plan


@pytest.mark.parametrize(
    ("rule", "score", "counts"),
    [("last", 70, 3), ("first", 80, 1), ("best", 95, 2)],
)
def test_the_rule_of_the_course_decides(planned, rule, score, counts):
    _, (result,) = planned(rule, [(-3, 80), (-2, 95), (-1, 70)])
    assert (result.student, result.score) == ("kim", score)
    assert [one.number for one in result.attempts if one.counts] == [counts]


def test_only_what_counts_is_graded(planned):
    plan, (result,) = planned("last", [(-3, 80), (-2, 95), (-1, 70)])
    assert len(plan.submissions) == 1
    assert [one.score for one in result.attempts] == [None, None, 70]
    assert [one.status for one in result.attempts] == [None, None, Status.GRADED]


def test_time_and_not_the_order_of_names_says_which_is_last(planned):
    _, (result,) = planned("last", [(-1, 80), (-3, 95)])
    assert result.score == 80
    assert [one.submitted for one in result.attempts] == sorted(
        one.submitted for one in result.attempts
    )


def test_the_best_is_the_best_after_lateness(planned):
    _, (result,) = planned("best", [(-1, 80), (30, 95)])  # 95 less two days of 10
    assert (result.score, result.penalty) == (80, 0)
    assert [one.score for one in result.attempts] == [80, 75]


def test_of_equally_good_ones_the_earliest_counts(planned):
    _, (result,) = planned("best", [(-1, 80), (-5, 80)])
    assert [one.counts for one in result.attempts] == [True, False]
    assert result.attempts[0].submitted == NOON - timedelta(hours=5)


def test_where_times_are_missing_the_best_counts_and_the_student_is_told(planned):
    plan, (result,) = planned("last", [(-1, 95), (None, 70)])
    assert result.score == 95
    assert "2번 제출했으나" in result.notes[-1].ko
    assert plan.undated


def test_a_failure_of_the_grader_never_beats_a_score(planned):
    _, (result,) = planned("best", [(-1, None), (-2, 70)])
    assert (result.score, result.status) == (70, Status.GRADED)
    assert [one.score for one in result.attempts] == [70, None]


def test_extra_time_of_the_roster_moves_the_due_time(planned):
    _, (late,) = planned("last", [(30, 80)])
    _, (excused,) = planned("last", [(30, 80)], extra="A01=2d")
    assert (late.penalty, excused.penalty) == (20, 0)
    assert excused.lateness.extra_minutes == 2 * 24 * 60


def test_a_regrade_keeps_the_times_that_the_results_hold(planned):
    _, before = planned("last", [(30, 80)])
    _, (again,) = planned("last", [(None, 90)], before=before, with_times=False)
    assert (again.raw_score, again.penalty, again.score) == (90, 20, 70)
    _, two = planned("last", [(-3, 80), (30, 95)])
    assert two[0].penalty == 20


def test_without_a_roster_every_submission_stands_for_itself(course, tmp_path, make_result):
    assignment = course.assignment("A01")
    found = [(assignment, Found(name, tmp_path / name)) for name in ("kim", "kim-2")]
    plan = Plan(course, found)
    done = [
        result
        for owner, one in plan.submissions
        for result in plan.take(make_result(one.student, assignment=owner.id))
    ]
    assert sorted(one.student for one in done) == ["kim", "kim-2"]
    assert not plan.unmatched
    assert not plan.repeated
