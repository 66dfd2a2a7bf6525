"""The bars of fairness that the course was built to."""

import pytest


def all_right(result):
    return result.score == result.max_score


def test_the_plain_sigmoid_is_right_and_gets_a_note(grade, solution):
    plain = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))\n"
    result = grade(solution("A03", sigmoid=plain), "A03")
    assert all_right(result)
    assert any("overflow" in note.en for note in result.task("A03.3").notes)


def test_the_quotient_of_exponentials_is_wrong_and_called_by_its_name(grade, solution):
    quotient = "def sigmoid(z):\n    z = np.asarray(z, dtype=float)\n    return np.exp(z) / (1 + np.exp(z))\n"
    result = grade(solution("A03", sigmoid=quotient), "A03")
    task = result.task("A03.3")
    assert 0 < task.earned < task.points
    assert [cause.name for cause in task.causes] == ["infinity-over-infinity"]
    assert result.score == pytest.approx(result.max_score - (task.points - task.earned))


def test_named_tuples_ordered_dicts_and_masked_arrays_are_what_they_are_made_of(grade, solution):
    line = "def sgd_step(x_i, y_i, w, b, rate):\n    from collections import namedtuple\n    e = w * x_i + b - y_i\n    return namedtuple('Line', 'w b')(w - rate * e * x_i, b - rate * e)\n"
    ends = "def line_segment(w, b, x_left=-0.1, x_right=0.15):\n    x = np.ma.array([x_left, x_right])\n    return np.ma.stack([x, w * x + b], axis=1)\n"
    fit = "def sgd_fit(x, y, w=1.0, b=1.0, rate=0.01, epochs=1):\n    from collections import OrderedDict\n    history = np.zeros((epochs, 2))\n    for k in range(epochs):\n        w, b = history[k] = sgd_epoch(x, y, w, b, rate)\n    return OrderedDict(w=w, b=b, history=history, updates=epochs * len(x))\n"
    right = solution("A02", sgd_step=line, line_segment=ends, sgd_fit=fit)
    assert all_right(grade(right, "A02"))
    wrong = solution("A02", sgd_step=line.replace("rate * e * x_i", "e * x_i"))
    assert grade(wrong, "A02").task("A02.2").earned == 0


def test_a_forbidden_shortcut_costs_its_task_and_is_said(grade, solution):
    short = "def least_squares_line(x, y):\n    slope, intercept = np.polyfit(x, y, 1)\n    return slope, intercept\n"
    result = grade(solution("A02", least_squares_line=short), "A02")
    task = result.task("A02.6")
    assert (task.earned, str(task.status)) == (0, "forbidden")
    assert "numpy.polyfit" in task.findings[0].en
    assert result.score == pytest.approx(result.max_score - task.points)


@pytest.mark.parametrize("trick", ["getattr(np, ''.join(['poly', 'fit']))", "vars(np)['polyfit']"])
def test_a_hidden_shortcut_meets_the_raiser(grade, solution, trick):
    short = f"def least_squares_line(x, y):\n    slope, intercept = {trick}(x, y, 1)\n    return slope, intercept\n"
    assert grade(solution("A02", least_squares_line=short), "A02").task("A02.6").earned == 0


def test_a_student_who_builds_on_an_earlier_assignment_is_graded_with_its_reference(
    grade, solution
):
    own = "from a01_gradient_descent_line import gradient\n\ndef sgd_step(x_i, y_i, w, b, rate):\n    dw, db = gradient(x_i, y_i, w, b)\n    return w - rate * dw, b - rate * db\n"
    assert all_right(grade(solution("A02", sgd_step=own), "A02"))


UNWRITTEN = 'def {name}(*args, **kwargs):\n    raise NotImplementedError("{task}: write {name}")\n'


@pytest.mark.parametrize(
    ("code", "task", "name"),
    [
        ("A01", "A01.1", "predict"),
        ("A03", "A03.3", "sigmoid"),
        ("A10", "A10.4", "pad_amounts"),
        ("A11", "A11.1", "output_size"),
    ],
)
def test_a_stub_left_in_place_costs_its_own_task_alone(grade, solution, code, task, name):
    result = grade(solution(code, stub=UNWRITTEN.format(name=name, task=task)), code)
    assert str(result.task(task).status) == "not attempted"
    assert result.score == pytest.approx(result.max_score - result.task(task).points)


def test_a_task_that_calls_a_stub_is_told_which(grade, solution):
    stub = UNWRITTEN.format(name="pad_amounts", task="A10.4")
    result = grade(solution("A10", stub=stub), "A10", carry=False)
    task = result.task("A10.5")
    assert str(task.status) == "failed"
    assert {check.reason for check in task.checks if not check.passed} == {"calls_unwritten"}
    assert any("It needs A10.4" in check.message.en for check in task.checks if check.message)


FORWARDS = {
    "A05": 'class Parts(NamedTuple):\n    a: object\n    b: object\n    c: object\n    d: object\n    e: object\n    f: object\n\ndef wrapped(right):\n    return lambda *args, **kwargs: Parts(*right(*args, **kwargs))\n\nthree_way_split = wrapped(three_way_split)\n\ndef fit_verdict(train_score, val_score, lower, gap):\n    word = "under" if train_score < lower else "over" if train_score - val_score > gap else "ok"\n    return np.str_(word)\n',
    "A09": "class Batches(list):\n    pass\n\ndef wrapped(right):\n    return lambda *args, **kwargs: Batches(right(*args, **kwargs))\n\nminibatches = wrapped(minibatches)\n",
    "A11": "class Forward(NamedTuple):\n    Y: object\n    cache: object\n\nclass Cache(NamedTuple):\n    X: object\n    K: object\n    stride: object\n    padding: object\n\ndef wrapped(right):\n    def forward(*args, **kwargs):\n        Y, cache = right(*args, **kwargs)\n        return Forward(Y, Cache(*cache))\n    return forward\n\nconv2d_forward = wrapped(conv2d_forward)\n",
    "A12": "class Forward(NamedTuple):\n    Y: object\n    cache: object\n\ndef wrapped(right):\n    return lambda *args, **kwargs: Forward(*right(*args, **kwargs))\n\nmax_pool_forward = wrapped(max_pool_forward)\navg_pool_forward = wrapped(avg_pool_forward)\ntanh_from_sigmoid = wrapped(tanh_from_sigmoid)\n\nclass Row(NamedTuple):\n    name: object\n    shape: object\n    parameters: object\n\nright_shapes = lenet5_shapes\n\ndef lenet5_shapes(*args, **kwargs):\n    return [Row(*row) for row in right_shapes(*args, **kwargs)]\n\nclass Nothing(OrderedDict):\n    pass\n\nReLU.params = ReLU.grads = property(lambda self: Nothing(), lambda self, value: None)\n",
    "A13": "class Sets(NamedTuple):\n    a: object\n    b: object\n    c: object\n    d: object\n    e: object\n    f: object\n\ndef wrapped(right):\n    return lambda *args, **kwargs: Sets(*right(*args, **kwargs))\n\nload_digits28 = wrapped(load_digits28)\n\nright_train = train\n\ndef train(*args, **kwargs):\n    return OrderedDict(right_train(*args, **kwargs))\n\nright_build = build_lecture_cnn\n\ndef build_lecture_cnn(*args, **kwargs):\n    model = right_build(*args, **kwargs)\n    for layer in model.layers:\n        layer.params = defaultdict(list, layer.params)\n    model.layers = tuple(model.layers)\n    return model\n",
}
IMPORTS = "from collections import OrderedDict, defaultdict\nfrom typing import NamedTuple\n"


@pytest.mark.parametrize("code", FORWARDS)
def test_children_of_plain_data_earn_what_plain_data_earn(grade, solution, code):
    result = grade(solution(code, children=IMPORTS + FORWARDS[code]), code)
    wrong = [
        (check.title.en, check.message.en)
        for task in result.tasks
        for check in task.checks
        if not check.passed
    ]
    assert wrong == []
    assert all_right(result)


@pytest.mark.parametrize("word", ["class Verdict(str, enum.Enum)", "class Verdict(enum.StrEnum)"])
def test_an_enum_of_text_is_text(grade, solution, word):
    source = f"import enum\n\n{word}:\n    UNDER = 'under'\n    OVER = 'over'\n    OK = 'ok'\n\nright_verdict = fit_verdict\n\ndef fit_verdict(*args):\n    return Verdict(right_verdict(*args))\n"
    assert all_right(grade(solution("A05", verdict=source), "A05"))


def test_truth_values_stand_for_numbers_but_are_no_array_of_floats(grade, solution):
    comparing = "right_codes = encode_labels\n\ndef encode_labels(labels, positive):\n    return right_codes(labels, positive) == 1\n"
    task = grade(solution("A03", comparing=comparing), "A03").task("A03.1")
    assert [check.reason for check in task.checks if not check.passed] == ["wrong_dtype"]


def test_a_hidden_shortcut_is_said_to_be_switched_off(grade, solution):
    hidden = "def least_squares_line(x, y):\n    return getattr(np, 'poly' + 'fit')(x, y, 1)\n"
    task = grade(solution("A02", hidden=hidden), "A02").task("A02.6")
    assert {check.reason for check in task.checks} == {"refused"}
    assert "numpy.polyfit" in task.checks[0].message.en


def test_a_mistake_in_a_named_tuple_is_called_by_its_name(grade, solution):
    """The answers of a check are read before its worker is gone."""
    summed = "class Slopes(NamedTuple):\n    dw: object\n    db: object\n\ndef gradient(x, y, w, b):\n    if np.shape(x) != np.shape(y):\n        raise ValueError\n    error = predict(x, w, b) - y\n    return Slopes(np.sum(error * x), np.sum(error))\n"
    task = grade(solution("A01", summed=IMPORTS + summed)).task("A01.4")
    assert [cause.name for cause in task.causes] == ["sum-for-mean"]


def test_a_forbidden_task_is_not_looked_at_again_for_an_earlier_mistake(grade, solution):
    flip = "def flip(w):\n    return w\n"
    short = "def convolve_valid(x, w):\n    return np.convolve(x, w, 'valid')\n"
    result = grade(solution("A10", flip=flip, convolve_valid=short), "A10")
    task = result.task("A10.2")
    assert (task.earned, str(task.status), task.carried) == (0, "forbidden", ())
    assert "numpy.convolve" in task.findings[0].en
    assert not [note for note in task.notes if "in place of yours" in note.en]


TRAINING = {
    "A04": """
import numpy as np
x = np.random.default_rng(0).normal(size=(200, 3)); y = (x[:, 0] > 0).astype(float)
mine = LogisticNeuron(); mine.fit(x, y, 0.1, 20)
""",
    "A08": """
import numpy as np
X = np.array([[0., 0.], [0., 1.], [1., 0.], [1., 1.]]); Y = np.array([[0.], [1.], [1.], [0.]])
net = TwoLayerNet(init_params(2, 4, np.random.default_rng(3))); net.fit(X, Y, 1.0, 700)
""",
    "A05": "from a03_sigmoid_cross_entropy import sigmoid\nfor _ in range(20_010): sigmoid(1.0)",
}


@pytest.mark.parametrize("code", list(TRAINING))
def test_training_a_model_of_ones_own_costs_nothing(grade, solution, code):
    result = grade(solution(code, mine=TRAINING[code]), code)
    assert all_right(result)
    assert result.load_problems == ()
