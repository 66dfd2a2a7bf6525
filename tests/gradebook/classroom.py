"""A class of thirty as it really arrives: five platforms, two alphabets, and people."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MODULE = "a01_gradient_descent_line"

# id, name, section, e-mail, extra time, excused, then what the platforms call them.
ROSTER = """\
id,name,section,email,extra_time,excused,canvas_id,moodle_id,github,blackboard
2026001,"Kim, Minsu",1,minsu@uni.example,,,1001,,,
2026002,"Lee, Jiwoo",1,jiwoo@uni.example,,,1002,,,
2026003,Park Seojun,1,seojun@uni.example,,,,,,
2026004,O'Neil Áine,1,aine@uni.example,,,1004,,,
2026005,Müller Jörg,1,joerg@uni.example,,,1005,,,
2026006,김민준,2,mj6@uni.example,,,1006,,,
2026007,김민준,2,mj7@uni.example,,,1007,,,
2026008,박서연,2,seoyeon@uni.example,,,,20008,,
2026009,이도윤,2,doyun@uni.example,2d,,,20009,,
2026010,최하은,2,haeun@uni.example,,,,20010,,
2026011,정지호,2,jiho@uni.example,,,,,,
2026012,강서윤,2,seoyun@uni.example,,,,20012,,
2026013,조은우,3,eunwoo@uni.example,,,,,,
2026014,윤아린,3,arin@uni.example,,,,,,
2026015,장시우,3,siwoo@uni.example,,,,,,
2026016,임지안,3,jian@uni.example,,,,,,
2026017,한예준,3,yejun@uni.example,,,,,,
2026018,오수아,3,sua@uni.example,,,,,,
2026019,서준우,3,junwoo@uni.example,,,,,,
2026020,신유나,3,yuna@uni.example,A01=1d,,,,,
2026021,Hana Octo,4,hana@uni.example,,,,,octo-hana,
2026022,Ben Ng,4,ben@uni.example,,,,,benng,
2026023,권태오,4,taeo@uni.example,,,,,,kwon23
2026024,황보라,4,bora@uni.example,,,,,,hwang24
2026025,송다인,4,dain@uni.example,,,,,,
2026026,전우진,4,woojin@uni.example,,,,,,
2026027,홍길동,4,gildong@uni.example,,,,,,
2026028,문채원,4,chaewon@uni.example,,,,,,
2026029,양세찬,4,sechan@uni.example,,A01,,,,
2026030,"=HYPERLINK(""x"")",4,evil@uni.example,,,,,,
2026031,노지훈,4,jihun@uni.example,,,,,,
"""
TIMES = """\
student,submitted_at
1002,2026-03-17 10:00
minsu@uni.example,2026-03-16 20:00
20010,2026-03-18 12:30
2026012,2026-03-16 23:59
"""
COURSE = """\
timezone: Asia/Seoul
attempts: {attempts}
late: {{grace_minutes: 10, per_day: 10, of: {of}, cap: 50}}
"""
GRADESCOPE = """\
---
submission_9001:
  :submitters:
  - :name: 조은우
    :sid: '2026013'
    :email: eunwoo@uni.example
  :created_at: 2026-03-16 14:00:00.123456000 Z
  :score: 0.0
submission_9002: !ruby/hash:ActiveSupport::HashWithIndifferentAccess
  :submitters:
  - :name: 윤아린
    :sid: ''
    :email: arin@uni.example
  - :name: 장시우
    :sid: '2026015'
    :email: siwoo@uni.example
  :created_at: 2026-03-17 20:00:00.000000000 Z
  :history:
  - :id: 1
    :created_at: 2026-03-10 01:00:00.000000000 Z
"""


def course_folder(folder: Path, attempts: str = "last", of: str = "max") -> Path:
    """Make a course like the real one, with due times, beside its solutions and suites."""
    folder.mkdir(parents=True)
    text = (ROOT / "course.yml").read_text(encoding="utf-8")
    text = text.replace("seed:", COURSE.format(attempts=attempts, of=of) + "seed:", 1)
    text = text.replace("  slides: L8-L191\n", "  slides: L8-L191\n  due: 2026-03-16 23:59\n", 1)
    (folder / "course.yml").write_text(text, encoding="utf-8")
    for name in ("solutions", "assignments", "autograder"):
        (folder / name).symlink_to(ROOT / name, target_is_directory=True)
    return folder


def source(name: str) -> Path:
    """Return the A01 of a student of the example class."""
    folder = ROOT / "examples" / "class" / name
    return next(folder.glob(f"{MODULE}.*"))


def hand_in(name: str, place: Path, text: str | None = None) -> None:
    """Put a submission of the example class at a place; ``{suffix}`` of its name is filled."""
    original = source(name)
    place = place.with_name(place.name.replace("{suffix}", original.suffix))
    place.parent.mkdir(parents=True, exist_ok=True)
    if text is None:
        shutil.copyfile(original, place)
    else:
        place.write_text(text, encoding="utf-8")


def thirty(folder: Path) -> list[Path]:
    """Write thirty submissions, and return the folders as an instructor would name them."""
    canvas, moodle, gradescope = folder / "canvas", folder / "moodle", folder / "export_77"
    nbgrader, github = folder / "submitted", folder / "a01-submissions"
    blackboard, plain = folder / "blackboard", folder / "usb"
    hand_in("s01", canvas / f"kimminsu_1001_5001_{MODULE}.py")
    hand_in("s04", canvas / f"leejiwoo_LATE_1002_5002_{MODULE}-1.py")  # late, by the table
    hand_in("s07", canvas / "parkseojun_1003_5003_a01.py")  # by the name: the roster has no number
    hand_in("s01", canvas / f"oneiláine_1004_5004_{MODULE}.py")
    hand_in("s08", canvas / "müllerjörg_1005_5005_A01 (2).py")
    hand_in("s01", canvas / f"김민준_1006_5006_{MODULE}.py")
    hand_in("s05", canvas / f"김민준_1007_5007_{MODULE}.ipynb")
    hand_in("s02", moodle / "박서연_20008_assignsubmission_file_" / f"{MODULE}.ipynb")
    hand_in("s03", moodle / "이도윤_20009_assignsubmission_file_" / f"{MODULE}.ipynb")
    hand_in("s04", moodle / "최하은_20010_assignsubmission_file_" / f"{MODULE}.py")  # late
    hand_in("s06", moodle / "정지호_20011_assignsubmission_file_" / f"{MODULE}.ipynb")
    hand_in("s12", moodle / "강서윤_20012_assignsubmission_file_" / f"{MODULE}.py")  # hostile
    hand_in("s01", gradescope / "submission_9001" / f"{MODULE}.py")
    hand_in("s15", gradescope / "submission_9002" / f"{MODULE}.ipynb")  # a pair, late
    (gradescope / "submission_metadata.yml").write_text(GRADESCOPE, encoding="utf-8")
    for number, name, stamp in (
        ("2026016", "s02", "2026-03-15 12:00:00 Asia/Seoul"),
        ("2026017", "s16", "2026-03-16 12:00:00.123456 UTC"),  # broken: not text
        ("2026018", "s09", "2026-03-16 14:58:00 UTC"),
        ("2026019", "s10", "2026-03-16 15:05:00 UTC"),  # six minutes over: within the grace
        ("2026020", "s11", "2026-03-17 14:00:00 UTC"),  # a day of extra time
    ):
        hand_in(name, nbgrader / number / MODULE / (MODULE + "{suffix}"))
        (nbgrader / number / MODULE / "timestamp.txt").write_text(stamp, encoding="utf-8")
    hand_in("s01", github / "a01-octo-hana" / f"{MODULE}.py")
    hand_in("s04", github / "a01-benng" / f"{MODULE}.py")
    hand_in("s07", blackboard / f"HW1_kwon23_attempt_2026-03-14-10-00-00_{MODULE}.py")
    hand_in("s01", blackboard / f"HW1_kwon23_attempt_2026-03-16-21-30-00_{MODULE}.py")
    hand_in("s01", blackboard / f"HW1_hwang24_attempt_2026-03-16-08-00-00_{MODULE}.py")
    hand_in("s04", plain / f"2026025_{MODULE}.py")
    hand_in("s01", plain / "전우진_2026026_A01.py")
    hand_in("s08", plain / "홍길동" / f"{MODULE}.py")
    hand_in("s01", plain / "2026027" / f"{MODULE}.py")  # the same student once more
    hand_in("s01", plain / "stranger" / f"{MODULE}.py")  # nobody
    hand_in("s07", plain / "2026030" / f"{MODULE}.py")
    return [canvas, moodle, gradescope, nbgrader, github, blackboard, plain]
