"""What a submission is paid for, and what it is told."""

import pytest

from autograder.result import Status, TaskStatus

SUM_FOR_MEAN = """
def gradient(x, y, w, b):
    if np.shape(x) != np.shape(y):
        raise ValueError
    error = predict(x, w, b) - y
    return (error * x).sum(), error.sum()
"""


def test_the_reference_earns_every_point_without_a_word(grade, solution):
    result = grade(solution())
    assert (result.status, result.score) == (Status.GRADED, 100)
    assert all(task.status is TaskStatus.PASSED and not task.notes for task in result.tasks)


def test_one_early_mistake_is_paid_for_once_and_called_by_its_name(grade, solution):
    result = grade(solution(gradient=SUM_FOR_MEAN))
    wrong, dependant = result.task("A01.4"), result.task("A01.6")
    assert [cause.name for cause in wrong.causes] == ["sum-for-mean"]
    assert 0 < wrong.earned < wrong.points
    assert dependant.passed
    assert dependant.carried == ("gradient",)
    assert result.score == pytest.approx(100 - (wrong.points - wrong.earned))


def test_without_carrying_the_dependant_pays_too(grade, solution):
    result = grade(solution(gradient=SUM_FOR_MEAN), carry=False)
    assert not result.task("A01.6").passed


def test_a_dependant_with_a_mistake_of_its_own_keeps_that_one(grade, solution):
    uphill = """
def descend(x, y, w0, b0, lr, steps, train=("w",)):
    w, b = float(w0), float(b0)
    path = [(w, b)]
    for _ in range(steps):
        dw, db = gradient(x, y, w, b)
        w, b = w + lr * dw * ("w" in train), b + lr * db * ("b" in train)
        path.append((w, b))
    return np.array(path)
"""
    result = grade(solution(gradient=SUM_FOR_MEAN, descend=uphill))
    assert [cause.name for cause in result.task("A01.4").causes] == ["sum-for-mean"]
    assert [cause.name for cause in result.task("A01.6").causes] == ["uphill"]


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
    task = result.task("A01.7")
    assert (task.status, task.earned) == (status, 0)
    assert result.score == 100 - task.points


def test_a_missing_function_is_missing(grade, solution):
    result = grade(solution(critical_lr="del critical_lr"))
    assert result.task("A01.7").status is TaskStatus.MISSING


def test_a_broken_statement_costs_only_what_it_defines(grade, solution):
    broken = solution(
        critical_lr="import torch\nnumbers = 1 / 0\n\ndef critical_lr(x):\n    return numbers"
    )
    result = grade(broken)
    assert [problem.message for problem in result.load_problems] == [
        "ModuleNotFoundError: No module named 'torch'",
        "ZeroDivisionError: division by zero",
    ]
    assert result.score == 92


def test_what_is_no_python_is_said(grade):
    result = grade("this is not Python at all\n")
    assert (result.status, result.score) == (Status.NOT_LOADED, 0)


def test_a_warning_is_a_note_and_not_a_lost_point(grade, solution):
    noisy = (
        "def critical_lr(x):\n    np.float64(1) / 0\n    return 2 / np.mean(np.asarray(x) ** 2)\n"
    )
    result = grade(solution(critical_lr=noisy))
    assert result.score == 100
    assert any("divide by zero" in note.en for note in result.task("A01.7").notes)


def test_hidden_values_are_not_told(grade, solution):
    spy = "def critical_lr(x):\n    raise ValueError('secret ' + repr(list(x)))\n"
    result = grade(solution(critical_lr=spy))
    assert "secret" not in result.model_dump_json().replace("'secret '", "")
    assert "ValueError" in result.task("A01.7").checks[0].message.en
    wrong = grade(solution(critical_lr="def critical_lr(x):\n    return 12345.5\n"))
    told = wrong.task("A01.7").model_dump_json()
    assert "12345" not in told
    assert "0.428571" not in told


def test_conduct_pays_only_beside_values(grade, solution):
    refuses = "def half_squared_error(y_hat, y):\n    raise ValueError\n"
    result = grade(solution(half_squared_error=refuses))
    task = result.task("A01.2")
    assert any(check.passed for check in task.checks)
    assert task.earned == 0


BUILT_ON = "from a01_gradient_descent_line import gradient\n\ndef sgd_step(x_i, y_i, w, b, rate):\n    dw, db = gradient(x_i, y_i, w, b)\n    return w - rate * dw, b - rate * db\n"
DOUBLED = "def gradient(x, y, w, b):\n    error = 2 * (w * np.asarray(x) + b - y)\n    return np.mean(error * x), np.mean(error)\n"


@pytest.mark.parametrize("carry", [True, False])
def test_a_mistake_in_a_students_own_earlier_file_is_paid_for_there(
    grade, solution, tmp_path, carry
):
    folder = tmp_path / "kim"
    folder.mkdir()
    (folder / "a01_gradient_descent_line.py").write_text(solution("A01", g=DOUBLED), "utf-8")
    (folder / "a02_sgd_diabetes.py").write_text(solution("A02", s=BUILT_ON), "utf-8")
    result = grade(folder, "A02", own_files=True, carry=carry)
    step = result.task("A02.2")
    if carry:
        assert result.score == 100
        assert step.carried == ("a01_gradient_descent_line",)
    else:
        assert step.earned < step.points
    assert grade(folder, "A02").score == 100


def test_an_earlier_class_can_be_imported_beside_functions(grade, solution):
    line = "from a06_regularization import RegularizedNeuron, l1_gradient\nfrom a05_data_and_batches import Standardizer\n"
    assert grade(solution("A07", imports=line), "A07").score == 100


def test_an_earlier_class_can_be_used_and_derived_from(grade, solution):
    derived = "from a06_regularization import RegularizedNeuron\n\nclass Kept(RegularizedNeuron):\n    pass\n\nKept()\n"
    result = grade(solution("A07", used=derived), "A07")
    assert (result.score, result.load_problems) == (100, ())


def test_calling_an_earlier_function_without_end_runs_out_of_time(grade, solution):
    endless = "from a01_gradient_descent_line import predict\n\ndef line_segment(*args):\n    while True:\n        predict(1.0, 1.0, 1.0)\n"
    task = grade(solution("A02", endless=endless), "A02").task("A02.5")
    assert (task.earned, task.status) == (0, "timed out")


def test_what_a_stand_in_draws_is_drawn(grade, solution):
    """A shuffling function that fails is replaced by the reference, and its caller still sees a new order each epoch."""
    same = "def minibatches(m, batch_size, rng=None):\n    raise RuntimeError('broken')\n"
    result = grade(solution("A09", same=same), "A09")
    assert result.score == 100 - result.task("A09.1").points
    assert result.task("A09.8").carried == ("minibatches",)
