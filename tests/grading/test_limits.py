"""What a submission can cost the grader: bounded in time and memory, whatever it answers."""

import time
import tracemalloc

from autograder.course import load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found

FUNCTIONS = ("predict", "half_squared_error", "gradient", "descend")


def every_function(body):
    return "import time\nimport numpy as np\n" + "".join(
        f"def {name}(*args, **kwargs):\n    {body}\n" for name in FUNCTIONS
    )


def test_large_answers_do_not_pile_up(grade):
    grade(every_function("return 0.0"))
    tracemalloc.start()
    try:
        result = grade(every_function("return np.zeros(20 << 20, np.int8)"))
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert result.score == 0
    # Some ten answers of 20 MiB, each of them eight times as large in float64.
    assert most < 1200 << 20


def test_sleeping_in_every_call_costs_each_task_its_time_and_no_more(course, tmp_path):
    text = course.file.read_text(encoding="utf-8")
    hasty = tmp_path / "course.yml"
    hasty.write_text(
        text.replace(
            "cpu_seconds: 2\n  wall_seconds: 10\n", "cpu_seconds: 0.3\n  wall_seconds: 1.0\n", 1
        ),
        encoding="utf-8",
    )
    for folder in ("solutions", "autograder"):
        (tmp_path / folder).symlink_to(course.root / folder)
    quick = load_course(hasty)
    work = tmp_path / "a01_slope.py"
    work.write_text(every_function("time.sleep(60); return 0.0"), encoding="utf-8")
    start = time.monotonic()
    [result] = grade_job(
        Job(quick.file, "A01", (Found("sleeper", work),), GradeOptions(diagnose=False))
    )
    took = time.monotonic() - start
    assert quick.limits_of(quick.assignment("A01").tasks[0]).wall_seconds == 1.0
    assert result.score == 0
    assert "slept or waited for 1 s" in " ".join(
        check.message.en for task in result.tasks for check in task.checks if check.message
    )
    # Two workers of one second for each task, the rest isn't run; on a busy machine all takes longer.
    reasons = {one.reason for task in result.tasks for one in task.checks}
    assert {"lost_waiting", "not_run"} <= reasons
    assert took < 120
