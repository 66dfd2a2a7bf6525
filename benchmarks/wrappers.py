"""Every harmful and harmless wrapper around every function of every task: who survives, and by what it shows.

python benchmarks/wrappers.py [A01 | A01.4 ...] [--seed 0]
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path

from autograder.course import load_course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_bench
from autograder.grading.options import GradeOptions
from autograder.validation.wrapping import Survivor, Wrapping


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("what", nargs="*", help="assignments or tasks; all by default")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--seconds", type=float, default=3.0, help="how long to look for a change, for each wrapper"
    )
    chosen = parser.parse_args()
    course = load_course(Path("course.yml"), drafts=True)
    codes = {one.partition(".")[0] for one in chosen.what} or {
        one.code for one in course.assignments
    }
    survived = 0
    for assignment in (one for one in course.assignments if one.code in codes):
        tasks = [one for one in chosen.what if one.startswith(f"{assignment.code}.")]
        options = GradeOptions()

        def work(bench: Bench, tasks: list[str] = tasks) -> list[Survivor]:
            begun = time.process_time()
            harmful = Wrapping(bench, chosen.seed, chosen.seconds)
            harmless = Wrapping(bench, chosen.seed)
            found = [*harmful.harmful(tasks), *harmless.harmless(tasks)]
            print(
                f"{bench.assignment.code}: harmful {harmful.tried} ({harmful.unchanged} change nothing), "
                f"harmless {harmless.tried}; {len(found)} to explain; {time.process_time() - begun:.1f} s here"
            )
            return found

        sandbox = shared_sandbox(course, assignment, options)
        for one in on_bench(course, assignment, sandbox, options, work):
            survived += 1
            print(f"  {one.task} {one.program}: {one.wrapped}: {one.why}")
    return 1 if survived else 0


if __name__ == "__main__":
    sys.exit(main())
