"""What grading a correct submission costs, in CPU seconds, per assignment.

    python benchmarks/cost.py [A01 …]

Medians of several runs of the solution, in a process whose suite and sandbox are warm: "grader" is the trusted process,
"workers" is what the kernel counted for the workers, the student's own functions included.
"""

from __future__ import annotations

import statistics
import sys
import time

from arguments import assignments

from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_bench
from autograder.grading.grader import Grader
from autograder.grading.options import GradeOptions
from autograder.sandbox import Worker
from autograder.submission import Found

RUNS = 5


def main() -> int:
    course, codes = assignments(__doc__)
    print(f"{'':<5}{'grader s':>10}{'workers s':>11}{'wall s':>9}   (medians of {RUNS} runs)")
    for code in codes:
        assignment = course.assignment(code)
        rows: list[tuple[float, float, float]] = []
        workers: list[Worker] = []

        def work(bench: Bench, assignment=assignment, rows=rows, workers=workers) -> None:
            sandbox = bench.sandbox
            spawn = sandbox.spawn

            def counted(*args, **kwargs):
                worker = spawn(*args, **kwargs)
                workers.append(worker)
                return worker

            sandbox.spawn = counted
            grader = Grader(bench)
            for _ in range(RUNS + 1):
                workers.clear()
                wall, cpu = time.perf_counter(), time.process_time()
                result = grader.grade(Found("solution", assignment.solution_file))
                assert result.score == assignment.points, f"{assignment.code}: {result.score}"
                cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
                used = [worker.usage for worker in workers]
                rows.append((cpu, sum(one.cpu_seconds for one in used if one), wall))
            sandbox.spawn = spawn

        options = GradeOptions()
        sandbox = shared_sandbox(course, assignment, options)
        on_bench(course, assignment, sandbox, options, work)
        # The first run warms up.
        grader_s, workers_s, wall_s = (
            statistics.median(column) for column in zip(*rows[1:], strict=True)
        )
        print(f"{code:<5}{grader_s:>10.3f}{workers_s:>11.3f}{wall_s:>9.3f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
