"""Grade the blind corpus: who is accepted, who is rejected, and which mistakes are named.

    python benchmarks/blind.py [A01 ...] [--programs FOLDER] [--out blind.csv]

Programs in ``tests/blind/programs`` were written from the released stubs alone, before anybody had looked at suite or
solution. Whether a name is right is for people to say: the table has what the page says beside what the author said.
"""

# ruff: noqa: E402 - the corpus lies beside its tests

from __future__ import annotations

import argparse
import csv
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "tests" / "blind"))

import corpus

from autograder.course import Course, load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.result import Result
from autograder.submission import Found

COLUMNS = (
    "code",
    "program",
    "task",
    "accepted",
    "score",
    "earned",
    "named",
    "others",
    "broken",
    "mistake",
)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("codes", nargs="*", help="assignments; all by default")
    parser.add_argument("--programs", type=Path, help="another corpus of the same form")
    parser.add_argument("--out", type=Path, default=Path("blind.csv"))
    chosen = parser.parse_args()
    corpus.FOLDER = chosen.programs or corpus.FOLDER
    codes = chosen.codes or sorted(path.name for path in corpus.FOLDER.iterdir())
    with ProcessPoolExecutor() as pool:
        rows = [
            row for rows in pool.map(graded, codes, [corpus.FOLDER] * len(codes)) for row in rows
        ]
    with chosen.out.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, COLUMNS)
        table.writeheader()
        table.writerows(rows)
    right = [row for row in rows if not row["broken"]]
    wrong = [row for row in rows if row["broken"]]
    print(f"right: {sum(row['accepted'] for row in right)} of {len(right)} accepted")
    rejected = sum(not row["accepted"] for row in wrong)
    print(
        f"wrong: {rejected} of {len(wrong)} rejected ({100 * rejected / max(len(wrong), 1):.1f} %)"
    )
    print(
        f"named: {sum(bool(row['named']) for row in wrong)}; whether rightly, {chosen.out} is for people to say"
    )
    return 0


def graded(code: str, folder: Path) -> list[dict[str, object]]:
    """Grade the programs of one assignment; return a row for each."""
    corpus.FOLDER = folder
    course = load_course(ROOT)
    with TemporaryDirectory() as temporary:
        return [
            _row(course, program, Path(temporary))
            for program in [*corpus.read_right(code), *corpus.read_wrong(code)]
        ]


def _row(course: Course, program: corpus.Blind, folder: Path) -> dict[str, object]:
    path = folder / f"{course.assignment(program.code).module}.py"
    path.write_text(program.source, encoding="utf-8")
    [result] = grade_job(
        Job(course.file, program.code, (Found(program.name, path),), GradeOptions())
    )
    lost = [task for task in result.tasks if not task.passed]
    mine = [task for task in lost if task.task == program.task]
    return {
        "code": program.code, "program": program.name, "task": program.task,
        "accepted": not (mine if program.task else lost), "score": result.score,
        "earned": f"{mine[0].earned} of {mine[0].points}" if mine else "",
        "named": " / ".join(_causes(result, program.task)) if program.task else "",
        "others": " ".join(task.task for task in lost if task.task != program.task),
        "broken": program.broken, "mistake": program.mistake,
    }  # fmt: skip


def _causes(result: Result, task: str) -> list[str]:
    """Return what the page calls the mistake, and what it says of its pattern."""
    mine = [one for one in result.tasks if one.task == task]
    names = [cause.title.en for one in mine for cause in one.causes]
    return names + [f"pattern: {one.pattern.en}" for one in mine if one.pattern is not None]


if __name__ == "__main__":
    sys.exit(main())
