"""What naming the causes of a failed submission costs, and what carrying a mistake forward does.

    python benchmarks/feedback.py [A01 …]

Each assignment's misconceptions are graded as whole submissions, once as they are, once with the dependants
of failed tasks graded again, and once with causes named too, in CPU seconds of the grader and of its workers. "first"
is the first diagnosis after the suite has changed; "later" any other, whichever process makes it: known mistakes are
run once and remembered. The last line is the medians over all submissions.
"""

from __future__ import annotations

import random
import shutil
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from arguments import ROOT, assignments
from diagnosis import Whole

from autograder.course import Assignment, load_course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_bench
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader
from autograder.grading.options import GradeOptions
from autograder.grading.variants import read_variants
from autograder.sandbox import Sandbox, Worker

SUBMISSIONS = 12
PLAIN = GradeOptions(diagnose=False, carry=False)
CARRIED = GradeOptions(diagnose=False)
NAMED = GradeOptions()


class Meter:
    """CPU seconds of this process and of the workers that a sandbox starts."""

    def __init__(self, sandbox: Sandbox) -> None:
        self.workers: list[Worker] = []
        spawn = sandbox.spawn

        def counted(*args, **kwargs):
            worker = spawn(*args, **kwargs)
            self.workers.append(worker)
            return worker

        sandbox.spawn = counted

    def of(self, work) -> float:
        self.workers.clear()
        start = time.process_time()
        work()
        own = time.process_time() - start
        return own + sum(one.usage.cpu_seconds for one in self.workers if one.usage)


def measure(course_root: Path, code: str) -> list[tuple[float, ...]]:
    course = load_course(course_root)
    assignment: Assignment = course.assignment(code)
    rows: list[tuple[float, ...]] = []

    def work(bench: Bench) -> None:
        meter = Meter(bench.sandbox)
        everyone = read_variants(assignment, "misconception")
        chosen = random.Random(code).sample(everyone, min(SUBMISSIONS, len(everyone)))

        def grade(variant, options: GradeOptions, diagnosis: Diagnosis | None) -> float:
            grader = Grader(replace(bench, options=options), diagnosis)
            found = Whole(variant.module_source(assignment), assignment.module)
            return meter.of(lambda: grader.grade(found))

        grade(chosen[0], PLAIN, None)
        for variant in chosen:
            plain = min(grade(variant, PLAIN, None) for _ in range(2))
            carried = min(grade(variant, CARRIED, None) for _ in range(2))
            # A diagnosis of its own each time: as a new process would have.
            first = grade(variant, NAMED, Diagnosis.of(course, assignment))
            later = min(grade(variant, NAMED, Diagnosis.of(course, assignment)) for _ in range(2))
            rows.append((plain, carried, first, later))

    on_bench(course, assignment, shared_sandbox(course, assignment, NAMED), NAMED, work)
    return rows


def main() -> int:
    _, codes = assignments(__doc__)
    everything: list[tuple[float, ...]] = []
    print(
        f"{'':<5}{'plain s':>9}{'carried s':>11}{'first s':>9}{'later s':>9}{'later/carried':>15}"
    )
    with tempfile.TemporaryDirectory() as folder:
        # A course that has never been diagnosed.
        copy = Path(folder) / "course"
        names = ("course.yml", "solutions", "assignments", "autograder/suites")
        for name in names:
            source = ROOT / name
            (copy / name).parent.mkdir(parents=True, exist_ok=True)
            (shutil.copytree if source.is_dir() else shutil.copy)(source, copy / name)
        for code in codes:
            rows = measure(copy, code)
            everything += rows
            columns = [statistics.median(column) for column in zip(*rows, strict=True)]
            ratio = statistics.median(row[3] / row[1] for row in rows)
            plain, carried, first, later = columns
            print(
                f"{code:<5}{plain:>9.3f}{carried:>11.3f}{first:>9.3f}{later:>9.3f}{ratio:>15.2f}",
                flush=True,
            )
    named = statistics.median(row[3] / row[1] for row in everything)
    carried = statistics.median(row[1] / row[0] for row in everything)
    print(
        f"naming causes {100 * (named - 1):+.0f} %, carrying forward {100 * (carried - 1):+.0f} %"
    )
    return 0 if named <= 1.25 else 1


if __name__ == "__main__":
    sys.exit(main())
