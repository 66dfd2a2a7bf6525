"""A function that is missing under its name is looked for where students put it by mistake."""

import json

import pytest

from autograder.sandbox import LoadError
from autograder.submission import read_submission
from autograder.submission.near_misses import near_misses, why_missing

MODULE = "a01_gradient_descent_line"
NAMES = (
    "gradient",
    "half_squared_error",
    "sgd_step",
    "l1_norm",
    "l2_norm",
    "relu",
    "Net.fit",
    "Net.predict",
)


def near(put, source, **files):
    return near_misses(read_submission(put({f"{MODULE}.py": source, **files}), MODULE), NAMES)


@pytest.mark.parametrize(
    ("source", "name", "said"),
    [
        (
            "x = 1\ndef halfSquaredError(y): pass",
            "half_squared_error",
            "there is a halfSquaredError",
        ),
        ("x = 1\ndef Gradient(x): pass", "gradient", "there is a Gradient"),
        ("x = 1\ndef gradeint(x): pass", "gradient", "there is a gradeint"),
        ("x = 1\nsgd_Step = lambda x: x", "sgd_step", "there is a sgd_Step"),
        ("x = 1\ndef sgd_stpe(): pass", "sgd_step", "there is a sgd_stpe"),
        ("class Solver:\n    def gradient(self): pass", "gradient", "inside of the class Solver"),
        ("def solve():\n    def gradient(x): pass", "gradient", "inside of the function solve"),
        ('if __name__ == "__main__":\n    def gradient(x): pass', "gradient", "under `if __name__"),
        ("x = 1\n# def gradient(x):\n#    pass", "gradient", "in a comment"),
        ("x = '''\ndef gradient(x):\n    pass\n'''", "gradient", "in a comment or a text"),
    ],
)
def test_what_comes_nearest_is_said_with_its_line(put, source, name, said):
    text = near(put, source)[name]
    assert said in text.en
    assert f"{MODULE}.py, line 2" in text.en
    assert f"{MODULE}.py의 2번째 줄" in text.ko
    assert name in text.ko


@pytest.mark.parametrize(
    "source",
    [
        "def l1_norm(x): pass",  # another task's, not a misspelt l2_norm
        "def elu(x): pass",  # short names differ by a letter on purpose
        "def gradient(x): pass\ndef Gradient(x): pass",
        "def completely_different(x): pass",
        "gradient = 3",
    ],
)
def test_another_name_is_no_other_spelling(put, source):
    assert near(put, source) == {}


def test_a_method_is_looked_for_in_its_class(put):
    source = "class Net:\n    def Fit(self): pass\n    def predict(self): pass\n"
    found = near(put, source)
    assert set(found) == {"Net.fit"}
    assert "there is a Fit" in found["Net.fit"].en


def test_a_helper_that_is_imported_without_the_name_is_said(put):
    files = {"tools.py": "x = 1\ndef gradient(x): pass\n"}
    text = near(put, "import tools\n", **files)["gradient"]
    assert "tools.py, line 2" in text.en
    assert "from tools import gradient" in text.en
    assert "from tools import gradient" in text.ko


@pytest.mark.parametrize(("kind", "said"), [("markdown", "A Markdown cell"), ("raw", "A raw cell")])
def test_a_cell_that_is_no_code_is_looked_into(put, kind, said):
    code = {"cell_type": "code", "source": "x = 1", "metadata": {}, "outputs": []}
    text = {
        "cell_type": kind,
        "source": "```python\ndef gradient(x):\n    return x\n```",
        "metadata": {},
    }
    for cells, place in (
        ([code, text], "after notebook cell 1"),
        ([text, code], "before the first"),
    ):
        notebook = json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})
        submission = read_submission(put({f"{MODULE}.ipynb": notebook}), MODULE)
        found = near_misses(submission, NAMES)["gradient"]
        assert found.en.startswith(f"{said} holds `def gradient` ({place}")
        assert "`def gradient`" in found.ko


def test_what_was_lost_comes_before_what_is_near(put):
    source = "def gradient(:\n    pass\n\ndef Gradient(x): pass\n\nrelu = missing\n\nclass Net(Missing):\n    pass\n"
    submission = read_submission(put({f"{MODULE}.py": source}), MODULE)
    problems = [
        LoadError("NameError", "name 'missing'", f"{MODULE}.py", line, "") for line in (6, 8)
    ]
    found = {name: text.en for name, text in why_missing(submission, NAMES, problems).items()}
    assert found["gradient"].startswith(f"gradient could not be read ({MODULE}.py, line 1;")
    assert found["relu"].startswith(
        f"relu is missing, because the statement that sets it failed ({MODULE}.py, line 6;"
    )
    assert found["Net.fit"] == found["Net.predict"]
    assert "line 8" in found["Net.fit"]


def test_what_is_set_only_under_main_and_needed_is_said(put):
    source = (
        "def f(x):\n    return x + K\n\ndef g(N):\n    return N\n\n"
        'if __name__ == "__main__":\n    K = 3\n    N = 4\n    f(3)\n'
    )
    (note,) = read_submission(put({f"{MODULE}.py": source}), MODULE).notes
    assert note.en.startswith(f'K is set under `if __name__ == "__main__"` ({MODULE}.py, line 8)')
    assert "K" in note.ko
