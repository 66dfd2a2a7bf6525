"""When a submission came: what each platform says, and never a guess."""

import os
from datetime import UTC, datetime, timedelta

import pytest

from autograder.course import time_zone
from autograder.errors import UsageError
from autograder.gradebook.matching import Matcher
from autograder.gradebook.times import Clock, load_times, nbgrader_time
from autograder.submission import Found

SEOUL = time_zone("Asia/Seoul")
CODES = ("A01", "A02")
MODULE = "a01_line"


def found(folder, name, stamp=None):
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("x = 1\n")
    if stamp:
        (file.parent / "timestamp.txt").write_text(stamp)
    return Found("kim", file)


@pytest.mark.parametrize(
    ("name", "when"),
    [
        ("HW_kim_attempt_2026-03-14-10-20-30_a01.py", "2026-03-14T10:20:30+09:00"),
        ("5-7 - Kim Minsu - Mar 6, 2026 905 PM/a01.py", "2026-03-06T21:05:00+09:00"),
        ("5-7 - Kim Minsu - Mar 16, 2026 1211 AM/a01.py", "2026-03-16T00:11:00+09:00"),
    ],
)
def test_a_time_in_a_platform_s_name_is_one_of_the_course_s_zone(tmp_path, name, when):
    time = Clock(SEOUL).time(found(tmp_path, name), MODULE)
    assert (time.when, time.source) == (datetime.fromisoformat(when), "file name")
    assert Clock(None).time(found(tmp_path, name), MODULE).when is None


def test_a_time_that_the_student_wrote_into_the_name_proves_nothing(tmp_path):
    assert Clock(SEOUL).time(found(tmp_path, "kim_2026-03-14-10-20-30_a01.py"), MODULE).when is None


@pytest.mark.parametrize(
    ("stamp", "when"),
    [
        ("2026-03-16 14:58:00.123456 UTC", datetime(2026, 3, 16, 14, 58, 0, 123456, UTC)),
        ("2026-03-16 23:58:00 Asia/Seoul\n", datetime(2026, 3, 16, 23, 58, tzinfo=SEOUL)),
        ("2026-03-16 14:58:00", datetime(2026, 3, 16, 14, 58, tzinfo=UTC)),
        ("2026-03-16T14:58:00+00:00", datetime(2026, 3, 16, 14, 58, tzinfo=UTC)),
        ("yesterday", None),
        ("2026-03-16 14:58:00 Atlantis/Capital", None),
        ("", None),
    ],
)
def test_nbgrader_s_timestamp_is_read_with_its_zone(tmp_path, stamp, when):
    one = found(tmp_path, "submitted/kim/a01_line/a01_line.ipynb", stamp or " ")
    assert nbgrader_time(one.path.parent / "timestamp.txt") == when
    assert Clock(SEOUL).time(one, MODULE).when == when


def test_the_time_of_a_file_counts_only_when_it_is_asked_for(tmp_path):
    one = found(tmp_path, "kim/a01.py")
    os.utime(one.path, (1_773_600_000, 1_773_600_000))
    assert Clock(SEOUL).time(one, MODULE).when is None
    time = Clock(SEOUL, use_mtime=True).time(one, MODULE)
    assert (time.when.timestamp(), time.source) == (1_773_600_000, "file's own time")


def test_a_table_wins_and_finds_students_by_any_id(tmp_path, write_roster):
    matcher = Matcher(
        write_roster("id,name,email,canvas_id\n1,김민준,mj@uni.example,77\n2,Lee,l@uni.example,\n")
    )
    table = tmp_path / "times.csv"
    table.write_text(
        "Student,Submitted at,assignment,file\n77,2026-03-16 10:00,A01,\nMJ@uni.example,2026-03-17T01:00:00Z,A02,\n"
        "2,2026-03-16 11:00,A01,second.py\nnobody,2026-03-16 11:00,A01,\n",
        encoding="utf-8-sig",
    )
    times, notes = load_times(table, SEOUL, matcher, CODES)
    clock = Clock(SEOUL, times)
    one, two = found(tmp_path, "a/first.py"), found(tmp_path, "a/second.py")
    assert clock.given("1", "A01", one, alone=True).when == datetime(2026, 3, 16, 10, tzinfo=SEOUL)
    assert clock.given("1", "A02", one, alone=True).when == datetime(2026, 3, 17, 1, tzinfo=UTC)
    assert clock.given("1", "A01", one, alone=False) is None
    assert clock.given("2", "A01", one, alone=False) is None
    assert clock.given("2", "A01", two, alone=False).when == datetime(2026, 3, 16, 11, tzinfo=SEOUL)
    assert len(notes) == 1
    assert 'times.csv:5: "nobody" is nobody on the roster' in notes[0]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            "student,when\n1,2026-03-16 10:00\n",
            'column "submitted_at" is missing; found student or when',
        ),
        ("student,submitted_at\n1,noon\n", ":2: column submitted_at:"),
        (
            "student,submitted_at\n1,2026-02-30 10:00\n",
            'expected a time such as "2026-03-16 23:59"',
        ),
        (
            "student,submitted_at,assignment\n1,2026-03-16 10:00,A9\n",
            'column assignment: found "A9", allowed are A01 or A02',
        ),
    ],
)
def test_a_wrong_table_of_times_names_the_cell(tmp_path, content, said):
    table = tmp_path / "times.csv"
    table.write_text(content)
    with pytest.raises(UsageError) as error:
        load_times(table, SEOUL, None, CODES)
    assert said in str(error.value)


def test_a_time_without_a_zone_needs_the_course_s(tmp_path):
    table = tmp_path / "times.csv"
    table.write_text("student,submitted_at\n1,2026-03-16 10:00\n")
    with pytest.raises(UsageError, match="has no time zone"):
        load_times(table, None, None, CODES)
    assert load_times(table, SEOUL, None, CODES)[0][0].when.utcoffset() == timedelta(hours=9)


@pytest.mark.parametrize(
    "place",
    [
        "kim/a01_line",
        "repositories/kim/a01_line",
        "submitted/Kim_7_assignsubmission_file_/a01_line",
    ],
)
def test_a_timestamp_that_a_student_handed_in_proves_nothing(tmp_path, place):
    one = found(tmp_path, f"{place}/a01_line.py", "2026-03-01 00:00:00 UTC")
    assert Clock(SEOUL).time(one, MODULE).when is None
