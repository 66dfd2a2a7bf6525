"""A function whose name was given to a value afterwards is graded as it was defined."""

import pytest

from autograder.program import Cell
from autograder.submission.overwritten import restored

NAMES = ("gradient", "predict", "Net")
START = (
    "import numpy as np\nimport functools\n\n@functools.cache\ndef gradient(x):\n    return x, 1\n\n"
    "def predict(x):\n    return x\n\ndef other(x):\n    return x\n\n"
    "def make():\n    def inner(x):\n        return x\n    return inner\n\n"
    "class Net:\n    pass\n\nclass Callable:\n    def __call__(self, x):\n        return x\n\n"
    "xs = np.linspace(0, 1)\nboxes = [gradient, predict]\n"
)


def after(line):
    """Return the cells that a last line adds, and the notes."""
    cells, notes = restored([Cell(START + line, "a01.py")], NAMES)
    return cells[1:], [note.en for note in notes]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "gradient = gradient(3)",
            "gradient = np.array(gradient(3))",
            "gradient = gradient(3)[0]",
        ),
        *(
            "gradient, cost = gradient(3)",
            "cost, gradient = 1, 2",
            "gradient = 0.5",
            "gradient = []",
        ),
        *(
            "gradient = cost = {'w': 1}",
            "gradient: float = 3",
            "gradient = f'{xs}'",
            "gradient = -xs",
        ),
        *("gradient = other(3)", "gradient = xs.mean()", "gradient = [gradient(x) for x in xs]"),
        *("for gradient in xs:\n    pass", "for i, gradient in enumerate([1, 2]):\n    pass"),
        *("if xs.any():\n    gradient = 1", "gradient = float(gradient(3)[0])", "gradient = xs"),
        *("gradient = gradient(3) if xs.any() else None", "gradient = (gradient := 3)"),
        "gradient = predict\ngradient = 3",
        "from numpy import *\ngradient = array(gradient(3))",
    ],
)
def test_a_function_is_restored_where_its_name_holds_a_value(line):
    (cell, *more), (note,) = after(line)
    assert (cell.source, cell.filename, cell.first_line) == (
        "@functools.cache\ndef gradient(x):\n    return x, 1",
        "a01.py",
        4,
    )
    assert [one.source for one in more] == (["gradient = predict"] if "predict" in line else [])
    assert note.startswith("gradient was overwritten in a01.py, line ")
    assert "the one defined in a01.py, line 5 was graded" in note


@pytest.mark.parametrize(
    "line",
    [
        *("gradient = other", "gradient = lambda x: x", "gradient = np.vectorize(gradient)"),
        *(
            "gradient = functools.partial(gradient, 3)",
            "gradient = make()",
            "gradient = Callable()",
        ),
        *("gradient = boxes[0]", "for gradient in boxes:\n    pass", "gradient = other(gradient)"),
        *("gradient = unknown", "gradient = np.exp", "gradient, predict = predict, gradient"),
        *("import numpy as gradient", "gradient.calls = 3", "gradient = functools.cache(gradient)"),
        *("xs = gradient(3)", "gradient = 3\ndef gradient(x):\n    return x", "gradient += 1"),
        'if __name__ == "__main__":\n    gradient = gradient(3)',
        "def f():\n    gradient = gradient(3)",
    ],
)
def test_a_name_that_may_hold_a_function_is_left_alone(line):
    assert after(line) == ((), [])


def test_only_what_was_asked_for_is_restored():
    assert after("other = other(3)") == ((), [])


def test_a_class_is_restored_too():
    (cell,), (note,) = after("Net = Net()")
    assert cell.source == "class Net:\n    pass"
    assert note.startswith("Net was overwritten")


def test_the_place_is_that_of_the_cell():
    cells = [
        Cell("x = 1\n\ndef predict(x):\n    return x", "notebook cell 2", 3),
        Cell("\npredict = predict(1)", "notebook cell 9"),
    ]
    more, (note,) = restored(cells, NAMES)
    assert more == (*cells, Cell("def predict(x):\n    return x", "notebook cell 2", 5))
    assert note.en == (
        "predict was overwritten in notebook cell 9, line 2 (predict = predict(1)); the one defined in "
        "notebook cell 2, line 5 was graded. Give the value another name."
    )
    assert "노트북 셀 9의 2번째 줄(predict = predict(1))에서" in note.ko
