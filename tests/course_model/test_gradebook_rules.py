"""Due times, attempts and lateness in course.yml: what is read, and what is said to what can't be."""

from datetime import UTC, datetime, timedelta

import pytest

from autograder.course import load_course
from autograder.errors import CourseError
from autograder.release.handouts import students_course

RULES = "timezone: Asia/Seoul\nattempts: best\nlate: {per_day: 10, of: earned, grace_minutes: 15, cap: 40}\n"


def with_rules(course_file, rules=RULES, due="due: 2026-03-16 23:59", late=""):
    course_file.change("seed: 7\n", f"seed: 7\n{rules}")
    return course_file.change("  slides: L1-L9\n", f"  slides: L1-L9\n  {due}\n{late}")


@pytest.mark.parametrize(
    "due",
    [
        "2026-03-16 23:59",
        "'2026-03-16T23:59'",
        "2026-03-16 23:59:00",
        "2026-03-16 23:59:00+09:00",
        "2026-03-16T14:59:00Z",
        "2026-03-16T15:59+01:00",
    ],
)
def test_every_way_of_writing_a_moment_is_the_same_moment(course_file, due):
    course = with_rules(course_file, due=f"due: {due}").load()
    assert course.due(course.assignment("A01")) == datetime(2026, 3, 16, 14, 59, tzinfo=UTC)
    assert course.due(course.assignment("A02")) is None


def test_an_assignment_may_have_a_rule_of_its_own(course_file):
    late = "  late: {per_day: 0, of: max}\n"
    course = with_rules(course_file, late=late).load()
    assert course.late_policy(course.assignment("A01")).per_day == 0
    assert course.late_policy(course.assignment("A02")).per_day == 10
    assert course.attempts == "best"


def test_a_course_that_says_nothing_counts_the_last_and_takes_nothing(course):
    assert course.attempts == "last"
    assert course.late_policy(course.assignment("A01")) is None


@pytest.mark.parametrize(
    ("rules", "due", "said"),
    [
        (
            RULES,
            "due: 2026-03-16",
            'due: found "2026-03-16", expected a date and a time such as "2026-03-16 23:59"',
        ),
        (RULES, "due: soon", 'due: found "soon", expected a date and a time'),
        (RULES, "due: 2026-02-30 10:00", "is no day and hour"),
        ("", "due: 2026-03-16 23:59", '"2026-03-16 23:59" has no time zone; write its offset'),
        ("timezone: Seoul\n", "", 'timezone: no time zone is called "Seoul"'),
        ("timezone: ../../etc/passwd\n", "", "no time zone is called"),
        ("attempts: newest\n", "", 'attempts: found "newest", expected last, best or first'),
        ("late: {of: max}\n", "", 'late.per_day: key "per_day" is missing'),
        ("late: {per_day: 10}\n", "", 'late.of: key "of" is missing'),
        ("late: {per_day: 110, of: max}\n", "", "late.per_day: found 110, expected at most 100"),
        ("late: {per_day: 10, of: all}\n", "", 'late.of: found "all", expected max or earned'),
        ("late: {per_day: 10, of: max, grace: 5}\n", "", 'unknown key "grace"'),
    ],
)
def test_what_is_wrong_is_named_with_line_and_key(course_file, rules, due, said):
    course_file.change("seed: 7\n", f"seed: 7\n{rules}")
    if due:
        course_file.change("  slides: L1-L9\n", f"  slides: L1-L9\n  {due}\n")
    with pytest.raises(CourseError) as error:
        course_file.load()
    assert said in str(error.value)
    assert "course.yml:" in str(error.value)


def test_students_are_told_the_rules_that_bind_them_and_no_more(course_file, tmp_path):
    course = with_rules(course_file).load()
    text = students_course(course, "ko")
    handed = tmp_path / "students" / "course.yml"
    handed.parent.mkdir()
    handed.write_text(text, encoding="utf-8")
    students = load_course(handed)
    assert students.due(students.assignment("A01")) == course.due(course.assignment("A01"))
    assert (students.late, students.attempts, students.timezone) == (
        course.late,
        "best",
        "Asia/Seoul",
    )
    assert students.late.grace_minutes == 15
    assert students.due(students.assignment("A01")).utcoffset() == timedelta(hours=9)
    assert "seed" not in text
