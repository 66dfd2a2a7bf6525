"""Whose a submission is: platforms' names, people's names, and whom neither may be taken for."""

import pytest

from autograder.gradebook.gradescope_export import GradescopeExports
from autograder.gradebook.matching import Matcher
from autograder.submission import Found

MODULE = "a01_line"
ROSTER = """\
id,name,email,canvas_id,moodle_id,github,nbgrader,blackboard
2026001,"Kim, Minsu",minsu@uni.example,1001,,octo-kim,mkim,kim1
2026002,김민준,mj2@uni.example,,,,,
2026003,김민준,mj3@uni.example,,30003,kim,,
2026004,이 도윤,doyun@uni.example,,,,,
2026005,Ng Ben,ben@uni.example,1005,,benng,,
"""


@pytest.fixture
def matcher(write_roster):
    return Matcher(write_roster(ROSTER))


@pytest.mark.parametrize(
    ("path", "student"),
    [
        ("kimminsu_1001_77_a01_line.py", "2026001"),
        ("whatever_LATE_1001_77_a01_line-1.py", "2026001"),
        ("이도윤_888_77_a01_line.py", "2026004"),
        ("김민준_30003_assignsubmission_file_/a01_line.py", "2026003"),
        ("HW_kim1_attempt_2026-03-14-10-00-00_a01_line.py", "2026001"),
        ("2026002/a01_line/a01_line.ipynb", "2026002"),
        ("mkim/a01_line/a01_line.ipynb", "2026001"),
        ("line-octo-kim/a01_line.py", "2026001"),
        ("line-kim/a01_line.py", "2026003"),
        ("benng/a01_line.py", "2026005"),
        ("2026004_이도윤_a01_line.py", "2026004"),
        ("이도윤 2026004/a01_line.py", "2026004"),
        ("minsu@uni.example/a01_line.py", "2026001"),
        ("doyun_a01.py", "2026004"),
        ("Kim Minsu a01_line (2).py", "2026001"),
        ("minsu kim/a01_line.py", "2026001"),
        ("57923-1 - Minsu Kim - Mar 16, 2026 1159 PM/a01_line.py", "2026001"),
    ],
)
def test_names_of_platforms_and_people_are_understood(matcher, tmp_path, path, student):
    match = matcher.match(_found(tmp_path, path), MODULE)
    assert [one.id for one in match.students] == [student], match.reason


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("김민준_999_77_a01_line.py", "fits several students (2026002 김민준, 2026003 김민준)"),
        ("stranger/a01_line.py", "nobody on the roster"),
        # Canvas says it is somebody else's, so the name in it proves nothing.
        ("kimminsu_4444_77_a01_line.py", "the roster's canvas_id of theirs is 1001"),
        ("stranger_4444_77_2026001_a01_line.py", "nobody on the roster"),
        ("2026004_김민준_a01_line.py", "fits several students"),
        # Canvas's mark stands first; what follows is the student's own choice.
        ("evil_1005_77_Kim_30003_assignsubmission_file_a01_line.py", "as if several platforms"),
        ("evil_1005_77_HW_kim1_attempt_2026-01-01-00-00-00_a01_line.py", "as if several platforms"),
        (
            "HW_ghost_attempt_2026-03-14-10-00-00_HW_kim1_attempt_2026-01-01-00-00-00_a01_line.py",
            "nobody",
        ),
        # Folders that an instructor made name nobody.
        ("CS101_1001_2026_export/stranger/a01_line.py", "nobody on the roster"),
    ],
)
def test_nobody_is_taken_for_somebody_else(matcher, tmp_path, path, reason):
    match = matcher.match(_found(tmp_path, path), MODULE)
    assert not match.students
    assert reason in match.reason


def test_one_of_two_equal_names_is_found_by_the_number_of_the_other_platform_only(
    matcher, tmp_path
):
    # 2026003 has a Moodle number and this isn't it; 2026002 has none. Still both might be meant.
    match = matcher.match(_found(tmp_path, "김민준_1_assignsubmission_file_/a01_line.py"), MODULE)
    assert not match.students


def test_gradescope_names_a_group_by_sid_and_address(matcher, write_roster, tmp_path):
    (tmp_path / "submission_metadata.yml").write_text(
        "submission_5:\n  :submitters:\n  - :name: X\n    :sid: '2026002'\n    :email: ''\n"
        "  - :name: Y\n    :sid: ''\n    :email: DOYUN@uni.example\n  :created_at: 2026-03-01 00:00:00.5 Z\n",
        encoding="utf-8",
    )
    matcher = Matcher(write_roster(ROSTER), GradescopeExports())
    match = matcher.match(_found(tmp_path, "submission_5/a01_line.py"), MODULE)
    assert [one.id for one in match.students] == ["2026002", "2026004"]


def _found(folder, path):
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text("")
    return Found("label", file)
