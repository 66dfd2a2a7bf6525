"""What a submission is paid for, and what it is told."""

import pytest

from autograder.checks.marks import TaskMark
from autograder.grading.scoring import shares
from autograder.result import Status, TaskStatus
from autograder.texts import Text

SUM_FOR_MEAN = """
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError
    error = predict(x, w, b) - y
    return (error * x).sum(), error.sum()
"""


def test_the_reference_earns_every_point_without_a_word(grade, solution):
    result = grade(solution())
    assert (result.status, result.score) == (Status.GRADED, result.max_score)
    assert all(task.status is TaskStatus.PASSED and not task.notes for task in result.tasks)


def test_one_early_mistake_is_paid_for_once_and_called_by_its_name(grade, solution):
    result = grade(solution(gradient=SUM_FOR_MEAN))
    wrong, dependant = result.task("A01.3"), result.task("A01.4")
    assert [cause.name for cause in wrong.causes] == ["sum-for-mean"]
    assert 0 < wrong.earned < wrong.points
    assert dependant.passed
    assert dependant.carried == ("gradient",)
    assert result.score == pytest.approx(result.max_score - (wrong.points - wrong.earned))


def test_without_carrying_the_dependant_pays_too(grade, solution):
    result = grade(solution(gradient=SUM_FOR_MEAN), carry=False)
    assert not result.task("A01.4").passed


def test_a_dependant_with_a_mistake_of_its_own_keeps_that_one(grade, solution):
    uphill = """
def descend(x, y, w0, b0, lr, steps, train=("w", "b")):
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w, b = w + lr * dw * ("w" in train), b + lr * db * ("b" in train)
        path.append((w, b))
    return np.array(path)
"""
    result = grade(solution(gradient=SUM_FOR_MEAN, descend=uphill))
    assert [cause.name for cause in result.task("A01.3").causes] == ["sum-for-mean"]
    assert [cause.name for cause in result.task("A01.4").causes] == ["uphill"]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("while True: pass", TaskStatus.TIMED_OUT),
        ("import os; os._exit(0)", TaskStatus.CRASHED),
        ("raise SystemExit", TaskStatus.FAILED),
        ("return predict(x)", TaskStatus.FAILED),
        ("raise NotImplementedError", TaskStatus.NOT_ATTEMPTED),
        ("return np.zeros((1 << 36))", TaskStatus.FAILED),
        ("import ctypes; ctypes.string_at(0)", TaskStatus.CRASHED),
    ],
)
def test_what_goes_wrong_in_one_task_costs_that_task_alone(grade, solution, body, status):
    result = grade(solution(critical_lr=f"def critical_lr(x):\n    {body}\n"))
    task = result.task("A01.5")
    assert (task.status, task.earned) == (status, 0)
    assert result.score == result.max_score - task.points


def test_a_missing_function_is_missing(grade, solution):
    result = grade(solution(critical_lr="del critical_lr"))
    assert result.task("A01.5").status is TaskStatus.MISSING


def test_a_broken_statement_costs_only_what_it_defines(grade, solution):
    broken = solution(
        critical_lr="import torch\nnumbers = 1 / 0\n\ndef critical_lr(x):\n    return numbers"
    )
    result = grade(broken)
    assert [problem.message for problem in result.load_problems] == [
        "ModuleNotFoundError: No module named 'torch'",
        "ZeroDivisionError: division by zero",
    ]
    assert result.score == result.max_score - result.task("A01.5").points


def test_what_is_no_python_is_said(grade):
    result = grade("this is not Python at all\n")
    assert (result.status, result.score) == (Status.NOT_LOADED, 0)


def test_a_warning_is_a_note_and_not_a_lost_point(grade, solution):
    noisy = (
        "def critical_lr(x):\n    np.float64(1) / 0\n    return 2 / np.mean(np.asarray(x) ** 2)\n"
    )
    result = grade(solution(critical_lr=noisy))
    assert result.score == result.max_score
    assert any("divide by zero" in note.en for note in result.task("A01.5").notes)


def test_hidden_values_are_not_told(grade, solution):
    spy = "def critical_lr(x):\n    raise ValueError('secret ' + repr(list(x)))\n"
    result = grade(solution(critical_lr=spy))
    assert "secret" not in result.model_dump_json().replace("'secret '", "")
    assert "ValueError" in result.task("A01.5").checks[0].message.en
    wrong = grade(solution(critical_lr="def critical_lr(x):\n    return 12345.5\n"))
    told = wrong.task("A01.5").model_dump_json()
    assert "12345" not in told
    assert "0.428571" not in told


def test_conduct_pays_only_beside_values(grade, solution):
    refuses = "def half_squared_error(y_hat, y):\n    raise ValueError\n"
    result = grade(solution(half_squared_error=refuses))
    task = result.task("A01.2")
    assert any(check.passed for check in task.checks)
    assert task.earned == 0


TWICE = "def predict(x, w, b):\n    return 2 * (w * x + b)\n"


@pytest.mark.parametrize("carry", [True, False])
def test_a_mistake_in_a_students_own_earlier_file_is_paid_for_there(
    grade, solution, tmp_path, carry
):
    folder = tmp_path / "kim"
    folder.mkdir()
    (folder / "a01_slope.py").write_text(solution("A01", predict=TWICE), "utf-8")
    (folder / "a02_unit.py").write_text(solution("A02"), "utf-8")
    result = grade(folder, "A02", own_files=True, carry=carry)
    forward = result.task("A02.1")
    if carry:
        assert result.score == result.max_score
        assert forward.carried == ("a01_slope",)
    else:
        assert forward.earned < forward.points
    result = grade(folder, "A02")
    assert result.score == result.max_score


def test_an_earlier_class_can_be_imported_beside_functions(grade, solution):
    result = grade(solution("A03", imports="from a02_unit import Unit, best_line\n"), "A03")
    assert result.score == result.max_score


def test_an_earlier_class_can_be_used_and_derived_from(grade, solution):
    derived = "from a02_unit import Unit\n\nclass Kept(Unit):\n    pass\n\nKept().fit(np.ones(2), np.ones(2), 0.1, 1)\n"
    result = grade(solution("A03", used=derived), "A03")
    assert (result.score, result.load_problems) == (result.max_score, ())


def test_calling_an_earlier_function_without_end_runs_out_of_time(grade, solution):
    endless = "from a01_slope import predict\n\ndef best_line(*args):\n    while True:\n        predict(1.0, 1.0, 1.0)\n"
    task = grade(solution("A02", endless=endless), "A02").task("A02.4")
    assert (task.earned, task.status) == (0, "timed out")


def test_what_a_stand_in_draws_is_drawn(grade, solution):
    """A shuffling function that fails is replaced by the reference, and its caller still sees a new order each epoch."""
    same = "def shuffled(m, rng=None):\n    raise RuntimeError('broken')\n"
    result = grade(solution("A03", same=same), "A03")
    assert result.score == result.max_score - result.task("A03.1").points
    assert result.task("A03.2").carried == ("shuffled",)


CONDUCT = (
    "def half_squared_error(y_hat, y):\n    return (np.asarray(y_hat) - np.asarray(y)) ** 2 / 2\n"
)


def test_a_slip_of_conduct_costs_a_part_of_a_fifth_however_much_the_values_weigh(grade, solution):
    task = grade(solution(half_squared_error=CONDUCT)).task("A01.2")
    assert [check.conduct for check in task.checks if not check.passed] == [True]
    conduct = [check for check in task.checks if check.conduct]
    assert task.earned == pytest.approx(task.points * (1 - 0.2 / len(conduct)), abs=0.01)


@pytest.mark.parametrize("heavy", [1.0, 50.0])
def test_conduct_is_a_fifth_of_any_task_that_has_some(heavy):
    def mark(weight, conduct):
        return TaskMark("A01.1", Text(en="a", ko="가"), weight, conduct)

    parts = shares([mark(heavy, False), mark(3.0, True), mark(heavy, False), mark(1.0, True)])
    assert parts == pytest.approx([0.4, 0.15, 0.4, 0.05])
    assert shares([mark(heavy, False)] * 2) == [0.5, 0.5]
    assert shares([mark(heavy, True)]) == [1.0]
