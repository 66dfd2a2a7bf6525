"""What is said of a limit, and of a program's end: each sentence by a real program in a real sandbox, in both languages."""

import re
from pathlib import Path

import pytest
import yaml

import autograder.locale
from autograder.grading.losses import failure_of_loss, load_failure, load_problem
from autograder.sandbox import (
    Cell,
    Earlier,
    Level,
    Limits,
    LoadError,
    Program,
    Stops,
    WorkerLost,
    open_sandbox,
)
from autograder.sandbox.timing import Meter

CODES = set(
    yaml.safe_load((Path(autograder.locale.__file__).parent / "limits.yml").read_text("utf-8"))
)
LIMITS = Limits(cpu_seconds=1, wall_seconds=1.5, loading_seconds=1, answer_seconds=0.2)


class Square:
    """Stands in for an earlier function."""

    cpu_seconds = 0.0

    def __call__(self, module, name, args, kwargs):
        return args[0] ** 2


@pytest.fixture(scope="module")
def sandbox():
    with open_sandbox() as opened:
        yield opened


@pytest.fixture
def unmetered(monkeypatch):
    """A system that keeps no accounts of processes."""
    monkeypatch.setattr(Meter, "works", property(lambda self: False))


def program(source):
    earlier = {"a01_earlier": Earlier(functions=("square",))}
    return Program("work", (Cell(source, "work.py"),), earlier=earlier)


# The code, the body of a function, and how the sentence begins in both languages.
CALLS = [
    ("lost_timed_out", "while True: pass", "It used up its processor time: 1 s", "프로세서 시간을 다 썼습니다"),
    ("lost_waiting", "import time; time.sleep(60)", "It slept or waited for 1.5 s", "1.5초 동안"),
    ("lost_exited", "import os; os._exit(1)", "It ended the whole program (exit)", "값을 반환하지 않고"),
    ("lost_killed", "import ctypes; ctypes.string_at(0)", "The program crashed", "프로그램이 비정상"),
    ("lost_output", "while True: print('x' * 100_000)", "It printed far too much", "출력이 지나치게"),
    ("lost_protocol", "import os; os.write(3, b'x' * 4000)", "Its answer could not be read", "반환한 값을"),
    ("lost_callbacks", "from a01_earlier import square\n    while True: square(2)", "Answering its calls took the grader more than 0.2 s", "호출에 답하는 데"),
]  # fmt: skip


@pytest.mark.parametrize(("code", "body", "en", "ko"), CALLS, ids=[case[0] for case in CALLS])
def test_a_call_that_ends_its_worker_says_why(sandbox, code, body, en, ko):
    worker = sandbox.spawn(program(f"def call():\n    {body}\n"), LIMITS, Square())
    with pytest.raises(WorkerLost) as caught:
        worker.module.call()
    failure = failure_of_loss(caught.value)
    assert failure.code == code
    assert failure.text().en.startswith(en)
    assert failure.text().ko.startswith(ko)


def test_where_waiting_cannot_be_told_from_being_kept_waiting_it_says_so(sandbox, unmetered):
    limits = Limits(cpu_seconds=0.1, loading_seconds=10)
    worker = sandbox.spawn(program("import time\ndef call(n): time.sleep(n)\n"), limits)
    # Ten times the processor time, and not less.
    worker.module.call(0.5)
    with pytest.raises(WorkerLost) as caught:
        worker.module.call(5)
    failure = failure_of_loss(caught.value)
    assert failure.code == "lost_wall"
    assert failure.text().en.startswith("It was stopped after 1 s of wall time: this system can't")
    assert failure.text().ko.startswith("실제 시간으로 1초가 지나")


LOADS = [
    ("stopped_cpu", "while True: pass", "It ran for 1 s and was stopped", "1초 동안 실행되어"),
    ("stopped_waiting", "import time\ntime.sleep(60)", "It waited for 1 s", "1초 동안 기다리기만"),
    ("stopped_exited", "import os\nos._exit(1)", "It ended the whole program", "프로그램 전체를"),
    ("stopped_crashed", "import ctypes\nctypes.string_at(0)", "It crashed", "프로그램을 비정상"),
]


@pytest.mark.parametrize(("code", "source", "en", "ko"), LOADS, ids=[case[0] for case in LOADS])
def test_a_statement_that_was_stopped_says_why(sandbox, code, source, en, ko):
    loaded = sandbox.load(program(source), LIMITS, Stops(), 1)
    [problem] = map(load_problem, loaded.problems)
    loaded.close()
    assert problem.note.en.startswith(en)
    assert problem.note.ko.startswith(ko)
    assert (problem.filename, problem.line) == ("work.py", 1 + source.count("\n"))
    assert problem.source == source.split("\n")[-1]


def test_a_statement_that_was_stopped_by_wall_time_says_so(sandbox, unmetered):
    limits = Limits(loading_seconds=0.1)
    loaded = sandbox.load(program("import time\ntime.sleep(30)"), limits, Stops(), 1)
    [problem] = map(load_problem, loaded.problems)
    loaded.close()
    assert problem.note.en.startswith("It was stopped after 1 s of wall time")
    assert problem.note.ko.startswith("실제 시간으로 1초가 지나")


SWALLOW = "try:\n    while True: pass\nexcept BaseException:\n    while True: pass"


@pytest.mark.parametrize(
    ("code", "statement", "en", "ko"),
    [
        ("load_timed_out", SWALLOW, "Reading the submission was given up: statements outside its functions took", "제출물 읽기를"),
        ("load_crashed", "__import__('os')._exit(1)", "Reading the submission was given up: statements outside its functions ended", "제출물 읽기를"),
    ],
)  # fmt: skip
def test_what_cannot_be_loaded_says_why_and_where(sandbox, code, statement, en, ko):
    limits = Limits(cpu_seconds=1, loading_seconds=0.3)
    with pytest.raises(WorkerLost) as caught:
        sandbox.load(program("\n".join([statement] * 9)), limits, Stops(), 1)
    _, text = load_failure(caught.value)
    assert text.en.startswith(en)
    assert text.ko.startswith(ko)
    assert re.search(r"the last in work\.py:\d+\.$", text.en)
    assert re.search(r"work\.py:\d+입니다\.$", text.ko)


def test_what_the_grader_refuses_while_loading_is_said_to_be_that(grade, solution):
    result = grade(solution("A02", early="ready = np.polyfit([1.0, 2.0], [3.0, 4.0], 1)"), "A02")
    told = [one for one in result.load_problems if "polyfit" in one.source]
    # A task that forbids it loads the program without it; the first one doesn't, and nothing is told.
    assert told == []
    refused = "ready = np.polyfit([1.0, 2.0], [3.0, 4.0], 1)"
    problem = load_problem(
        LoadError("Refused", "numpy.polyfit is not allowed in this task", "work.py", 3, refused)
    )
    assert problem.message.startswith("It uses numpy.polyfit. The grader has switched that off")
    assert "채점기가" in problem.note.ko


def test_every_sentence_is_produced_by_some_program():
    told = {case[0] for case in (*CALLS, *LOADS)}
    alone = {"lost_wall", "stopped_wall", "load_timed_out", "load_crashed"}
    assert told | alone == CODES


def test_a_submission_that_cannot_be_loaded_says_so_at_each_task(grade):
    result = grade("\n".join(["__import__('os')._exit(1)"] * 9), level=Level.NAMESPACES)
    notes = {note.en for task in result.tasks for note in task.notes}
    assert notes == {"The submission could not be loaded."}
