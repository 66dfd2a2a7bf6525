"""Does a score depend on how busy the machine is? Grades every reference and every alternative beside busy processes.

Each program is graded as a submission, by the strongest isolation that there is, while sixteen processes of the same
priority compute without end. Every one of them must earn full marks.

    python benchmarks/under_load.py [A01 ...]
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from arguments import assignments

from autograder.course import Assignment
from autograder.grading.batch import grade_class
from autograder.grading.options import GradeOptions
from autograder.grading.reference import reference_source
from autograder.grading.variants import read_variants
from autograder.submission import Found

BUSY = 16
SPIN = "while True: pass"


@contextmanager
def busy(count: int) -> Iterator[None]:
    """Keep so many processes computing."""
    processes = [subprocess.Popen([sys.executable, "-c", SPIN]) for _ in range(count)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
        for process in processes:
            process.wait()


def programs(assignment: Assignment, folder: Path) -> list[Found]:
    """Write the reference and each alternative as a submission."""
    sources = {"reference": reference_source(assignment)}
    for one in read_variants(assignment, "alternative"):
        name = f"{one.task}-{one.name}".lower().replace(" ", "-")
        sources[name] = one.module_source(assignment)
    found = []
    for number, (name, source) in enumerate(sources.items()):
        file = folder / f"{number:03}" / f"{assignment.id}.py"
        file.parent.mkdir()
        file.write_text(source, encoding="utf-8")
        found.append(Found(name, file))
    return found


def main() -> int:
    """Print a row an assignment, and whatever lost points; return 1 where anything did."""
    course, codes = assignments(__doc__)
    lost = 0
    print(
        f"{'':<5}{'programs':>9}{'full marks':>12}{'wall s':>9}   beside {BUSY} busy processes",
        flush=True,
    )
    with busy(BUSY):
        for code in codes:
            assignment = course.assignment(code)
            with tempfile.TemporaryDirectory() as folder:
                found = programs(assignment, Path(folder))
                start = time.perf_counter()
                results = list(
                    grade_class(course, [(assignment, one) for one in found], GradeOptions())
                )
            full = sum(result.score == assignment.points for result in results)
            lost += len(results) - full
            wall = time.perf_counter() - start
            print(f"{code:<5}{len(results):>9}{full:>12}{wall:>9.0f}", flush=True)
            for result in results:
                for task in result.tasks:
                    if not task.passed:
                        said = "; ".join(one.message.en for one in task.checks if one.message)
                        print(
                            f"      {result.student}: {task.task} {task.earned:g} of {task.points:g}: {said}"
                        )
                if result.message:
                    print(f"      {result.student}: {result.status}: {result.message.en}")
    return int(lost > 0)


if __name__ == "__main__":
    raise SystemExit(main())
