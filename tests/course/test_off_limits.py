"""What does a task by itself is off limits from whichever package it comes; what helps isn't."""

import pytest

ALL_RIGHT = 100
READY_MADE = {
    "A02.6": (
        "least_squares_line(x, y)",
        {
            "numpy.polynomial.polynomial.polyfit": "return tuple(polyfit(x, y, 1)[::-1])",
            "scipy.stats.linregress": "return tuple(linregress(x, y)[:2])",
            "statistics.linear_regression": "return tuple(linear_regression(list(x), list(y)))",
            "sklearn.linear_model.LinearRegression": "fit = LinearRegression().fit(x[:, None], y); return fit.coef_[0], fit.intercept_",
        },
    ),
    "A06.2": (
        "l2_norm(w)",
        {
            "numpy.linalg.norm": "return norm(w.ravel())",
            "math.hypot": "return hypot(*w.ravel())",
        },
    ),
    "A09.3": (
        "softmax(Z)",
        {
            "scipy.special.softmax": "return ready(Z, axis=-1)",
            "sklearn.utils.extmath.softmax": "return ready(np.atleast_2d(Z)).reshape(np.shape(Z))",
        },
    ),
    "A10.2": (
        "convolve_valid(x, w)",
        {
            "numpy.convolve": "return convolve(x, w, 'valid')",
            "scipy.signal.fftconvolve": "return fftconvolve(x, w, 'valid')",
        },
    ),
}
HELPFUL = {
    "A02.6": (
        "least_squares_line(x, y)",
        "numpy.polynomial.polynomial.polyval",
        "b, w = np.linalg.solve([[len(x), sum(x)], [sum(x), sum(x * x)]], [sum(y), sum(x * y)]); return float(w), polyval(0.0, [b, w])",
    ),
    "A09.3": (
        "softmax(Z)",
        "scipy.special.logsumexp",
        "return np.exp(Z - logsumexp(Z, axis=-1, keepdims=True))",
    ),
}


def written(head, name, body):
    """Return a function that imports a ready-made one and uses it."""
    module, _, last = name.rpartition(".")
    own = head.partition("(")[0]
    alias = " as ready" if last == own else ""
    return f"def {head}:\n    from {module} import {last}{alias}\n    {body}\n"


@pytest.mark.parametrize(
    ("task", "name"), [(task, name) for task, (_, bodies) in READY_MADE.items() for name in bodies]
)
def test_a_function_that_does_the_task_costs_it(grade, solution, task, name):
    head, bodies = READY_MADE[task]
    code = task.partition(".")[0]
    result = grade(solution(code, short=written(head, name, bodies[name])), code, diagnose=False)
    found = result.task(task)
    assert (found.earned, str(found.status)) == (0, "forbidden")
    assert name.rpartition(".")[2] in found.findings[0].en
    assert result.score == ALL_RIGHT - found.points


@pytest.mark.parametrize("task", HELPFUL)
def test_a_function_that_only_helps_costs_nothing(grade, solution, task):
    head, name, body = HELPFUL[task]
    code = task.partition(".")[0]
    result = grade(solution(code, helped=written(head, name, body)), code, diagnose=False)
    assert result.task(task).passed
