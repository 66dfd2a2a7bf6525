"""The bars of fairness that the course was built to."""

import pytest

ALL_RIGHT = 100


def test_the_plain_sigmoid_is_right_and_gets_a_note(grade, solution):
    plain = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))\n"
    result = grade(solution("A03", sigmoid=plain), "A03")
    assert result.score == ALL_RIGHT
    assert any("overflow" in note.en for note in result.task("A03.3").notes)


def test_the_quotient_of_exponentials_is_wrong_and_called_by_its_name(grade, solution):
    quotient = "def sigmoid(z):\n    z = np.asarray(z, dtype=float)\n    return np.exp(z) / (1 + np.exp(z))\n"
    result = grade(solution("A03", sigmoid=quotient), "A03")
    task = result.task("A03.3")
    assert 0 < task.earned < task.points
    assert [cause.name for cause in task.causes] == ["infinity-over-infinity"]
    assert result.score == ALL_RIGHT - (task.points - task.earned)


def test_named_tuples_ordered_dicts_and_masked_arrays_are_what_they_are_made_of(grade, solution):
    line = "def sgd_step(x_i, y_i, w, b, rate):\n    from collections import namedtuple\n    e = w * x_i + b - y_i\n    return namedtuple('Line', 'w b')(w - rate * e * x_i, b - rate * e)\n"
    ends = "def line_segment(w, b, x_left=-0.1, x_right=0.15):\n    x = np.ma.array([x_left, x_right])\n    return np.ma.stack([x, w * x + b], axis=1)\n"
    fit = "def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):\n    from collections import OrderedDict\n    history = np.zeros((epochs, 2))\n    for k in range(epochs):\n        w, b = history[k] = sgd_epoch(x, y, w, b, rate)\n    return OrderedDict(w=w, b=b, history=history, updates=epochs * len(x))\n"
    right = solution("A02", sgd_step=line, line_segment=ends, sgd_fit=fit)
    assert grade(right, "A02").score == ALL_RIGHT
    wrong = solution("A02", sgd_step=line.replace("rate * e * x_i", "e * x_i"))
    assert grade(wrong, "A02").task("A02.2").earned == 0


def test_a_forbidden_shortcut_costs_its_task_and_is_said(grade, solution):
    short = "def least_squares_line(x, y):\n    slope, intercept = np.polyfit(x, y, 1)\n    return slope, intercept\n"
    result = grade(solution("A02", least_squares_line=short), "A02")
    task = result.task("A02.6")
    assert (task.earned, str(task.status)) == (0, "forbidden")
    assert "numpy.polyfit" in task.findings[0].en
    assert result.score == ALL_RIGHT - task.points


@pytest.mark.parametrize("trick", ["getattr(np, ''.join(['poly', 'fit']))", "vars(np)['polyfit']"])
def test_a_hidden_shortcut_meets_the_raiser(grade, solution, trick):
    short = f"def least_squares_line(x, y):\n    slope, intercept = {trick}(x, y, 1)\n    return slope, intercept\n"
    assert grade(solution("A02", least_squares_line=short), "A02").task("A02.6").earned == 0


def test_a_student_who_builds_on_an_earlier_assignment_is_graded_with_its_reference(
    grade, solution
):
    own = "from a01_gradient_descent_line import gradient\n\ndef sgd_step(x_i, y_i, w, b, rate):\n    dw, db = gradient(x_i, y_i, w, b)\n    return w - rate * dw, b - rate * db\n"
    assert grade(solution("A02", sgd_step=own), "A02").score == ALL_RIGHT


def test_a_forbidden_task_is_not_looked_at_again_for_an_earlier_mistake(grade, solution):
    flip = "def flip(w):\n    return w\n"
    short = "def convolve_valid(x, w):\n    return np.convolve(x, w, 'valid')\n"
    result = grade(solution("A10", flip=flip, convolve_valid=short), "A10")
    task = result.task("A10.2")
    assert (task.earned, str(task.status), task.carried) == (0, "forbidden", ())
    assert "numpy.convolve" in task.findings[0].en
    assert not [note for note in task.notes if "in place of yours" in note.en]
