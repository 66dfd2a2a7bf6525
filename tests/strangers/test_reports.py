"""Situations that users of other graders reported: each is right, or said to the student in one clear sentence."""

import io
import json
import sys

import numpy as np
import pytest

from autograder.sandbox import Level, Program, open_sandbox
from autograder.submission import read_submission
from autograder.submission.lost import lost_names
from autograder.submission.near_misses import why_missing

MODULE = "a01_gradient_descent_line"


@pytest.fixture
def own(course):
    """Return the text of a correct A01, with something before it and after it."""
    text = course.assignment("A01").solution_file.read_text(encoding="utf-8")

    def written(after="", before=""):
        return f"{before}{text}\n\n# %%\n{after}\n"

    return written


@pytest.fixture
def notebook():
    """Build a notebook from code cells; a pair is a cell of another kind and its text."""

    def build(*cells):
        entries = []
        for cell in cells:
            kind, source = cell if isinstance(cell, tuple) else ("code", cell)
            entry = {"cell_type": kind, "source": source, "metadata": {}}
            if kind == "code":
                entry |= {"outputs": [], "execution_count": None}
            entries.append(entry)
        return json.dumps({"cells": entries, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})

    return build


@pytest.fixture
def hand_in(tmp_path):
    """Write the files of one submission; return their folder."""

    def write(**files):
        folder = tmp_path / "kim"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / name).write_bytes(data)
        return folder

    return write


def said(result, language="en"):
    """Return what a result's notes say."""
    return " | ".join(note.in_(language) for note in result.notes)


def earned(result):
    return {task.function: task.earned for task in result.tasks}


# ---- line numbers are the file's


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "odd", ["# plain\n", "\x0c\n", "sign = '\u2028\x0b\x1c\x85'\n", "if True:\n\tx = 1\n"]
)
def test_lines_are_those_of_the_file_whatever_it_is_saved_with(
    grade, own, tmp_path, odd, mark, end
):
    text = own(
        "\x0cnumbers = 1 / 0\n\x0cdef broken(x:\n    return x\n\x0cdef late(a, a):\n    pass\n", odd
    )
    file = tmp_path / f"{MODULE}.py"
    file.write_bytes(mark + text.replace("\n", end).encode())
    result = grade(file)
    lines = text.split("\n")
    found = {(one.line, one.source) for one in result.load_problems}
    wanted = ("numbers = 1 / 0", "def broken(x:", "def late(a, a):")
    assert {line for line, _ in found} == {lines.index(f"\x0c{one}") + 1 for one in wanted}
    assert {source for _, source in found} == set(wanted)
    assert result.score == result.max_score


def test_lines_of_a_notebook_are_those_of_its_cells(grade, own, notebook, tmp_path):
    file = tmp_path / f"{MODULE}.ipynb"
    cells = (
        "%matplotlib inline\n",
        "",
        ("markdown", "# Text"),
        "\n\nnumbers = 1 / 0",
        "def f(:\n    pass\n\nx = 1",
    )
    file.write_text(notebook(*cells, own()), encoding="utf-8")
    result = grade(file)
    found = [(one.filename, one.line) for one in result.load_problems]
    assert found == [("notebook cell 2", 3), ("notebook cell 3", 1)]
    assert result.score == result.max_score


# ---- await at the top level


AWAITED = """
import asyncio

async def slope_of(x):
    await asyncio.sleep(0)
    return 2 * x

SCALE = await slope_of(0.5)
async for one in aiter_missing():
    pass
await asyncio.sleep(1)

def predict(x, w, b):
    return SCALE * (w * np.asarray(x) + b)
"""


def test_await_at_the_top_level_is_run_as_in_a_notebook(grade, own, notebook, tmp_path):
    file = tmp_path / f"{MODULE}.ipynb"
    file.write_text(notebook(own(), AWAITED), encoding="utf-8")
    result = grade(file)
    assert result.score == result.max_score
    missing, waits = result.load_problems
    assert "aiter_missing" in missing.message
    assert "needs an event loop" in waits.message
    assert (waits.filename, waits.line) == ("notebook cell 2", 11)


# ---- packages that the grader lacks


BARS = """
import tqdm.notebook, tqdm.auto as auto
from tqdm import tqdm, trange
from rich.progress import track, Progress
from alive_progress import alive_it
import ipywidgets, plotly.express as px
from google.colab import drive
drive.mount("/content/drive")

right = half_squared_error

def half_squared_error(y_hat, y):
    bar = tqdm(total=1)
    bar.update(1)
    with tqdm([1]) as values:
        for one in auto.tqdm(values, desc="halves", leave=False):
            return one * right(y_hat, y)

def predict(x, w, b):
    progress = Progress()
    for i in trange(3, 4, desc="one"):
        for j in track(range(i - 3, 1), "two"):
            for k in progress.track(alive_it([1])):
                return (w * np.asarray(x) + b) * k + j
"""


def test_a_progress_bar_that_the_grader_lacks_iterates_all_the_same(grade, own):
    result = grade(own(BARS))
    assert result.score == result.max_score
    assert result.load_problems == ()
    assert result.notes == ()


def test_a_students_own_file_is_no_stub(grade, own, hand_in):
    folder = hand_in(
        **{
            f"{MODULE}.py": own("import progressbar\nK = progressbar.K + 0"),
            "progressbar.py": "K = 1",
        }
    )
    result = grade(folder)
    assert result.load_problems == ()
    assert result.score == result.max_score


# ---- what only Jupyter understands


MAGICS = (
    "%matplotlib inline\n!pip install numpy",
    "%%writefile helper.py\ndef same(d):\n    return d",
    "%time K = 1",
    "%run more.py",
    "%timeit K",
    "%%time\ndef predict(x, w, b):\n    return K * (w * np.asarray(x)) + shift(b)",
    "import helper\nright = half_squared_error\ndef half_squared_error(y_hat, y):\n    return helper.same(right(y_hat, y))",
)


def test_what_is_harmless_in_a_notebook_is_honoured_and_the_rest_named(
    grade, own, notebook, hand_in
):
    folder = hand_in(
        **{f"{MODULE}.ipynb": notebook(own(), *MAGICS), "more.py": "def shift(b):\n    return b\n"}
    )
    result = grade(folder)
    assert result.load_problems == ()
    assert result.score == result.max_score
    assert "%timeit K (notebook cell 6, line 1)" in said(result)
    assert "%timeit K(노트북 셀 6의 1번째 줄)" in said(result, "ko")
    assert "pip" not in said(result)


def test_a_file_that_is_run_and_did_not_come_along_is_said(grade, own, notebook, hand_in):
    folder = hand_in(**{f"{MODULE}.ipynb": notebook(own(), "%run more.py")})
    assert "more.py did not come along" in said(grade(folder))


# ---- files beside the submission


DATA = """
from pathlib import Path
import json
import numpy as np
import helper
from helper import double

table = np.loadtxt("data.csv", delimiter=",")
numbers = np.load(Path(__file__).parent / "numbers.npy")
names = json.loads(open("names.json").read())
right = half_squared_error

def half_squared_error(y_hat, y):
    return double(right(y_hat, y)) * table.sum() * numbers.sum() * len(names) / 2
"""


def test_a_notebook_is_a_module_and_data_files_are_there(grade, own, notebook, hand_in):
    stored = io.BytesIO()
    np.save(stored, np.array([0.5, 0.5]))
    cells = ("TWO = 2\ndef double(d):\n    return TWO * d", "1 / 0")
    folder = hand_in(
        **{
            f"{MODULE}.py": own(DATA),
            "helper.ipynb": notebook(*cells),
            "data.csv": "0.25,0.75\n",
            "numbers.npy": stored.getvalue(),
            "names.json": '["one"]',
        }
    )
    for level in Level:
        result = grade(folder, minimum=Level.SUBPROCESS, level=level)
        assert result.load_problems == ()
        assert result.score == result.max_score
    assert "helper.ipynb was imported as a module" in said(result)


# ---- scripts


SCRIPT = """
# %% tags=["experiment"]
print(undefined)

def predict(x, w, b):
    return ONE * times(w, x) + b

ONE = 1
times = lambda w, x: w * np.asarray(x) ** POWER
POWER = int("1")
losses = [undefined for _ in range(3)]
"""


def test_constants_and_lambdas_below_the_last_experiment_are_there(grade, own):
    result = grade(own(SCRIPT))
    assert result.load_problems == ()
    assert result.score == result.max_score


def test_a_script_knows_its_own_file(grade, own):
    use = "import os\nHERE = os.path.dirname(os.path.abspath(__file__))\nNAME = os.path.basename(__file__)"
    result = grade(own(f"{use}\nassert NAME == '{MODULE}.py', NAME\n"))
    assert result.load_problems == ()


# ---- overwritten names


@pytest.mark.parametrize(
    "line",
    [
        "gradient = gradient(np.ones(3), np.ones(3), 1.0, 2.0)",
        "dw, gradient = gradient(np.ones(3), np.ones(3), 1.0, 2.0)",
        "for gradient in np.linspace(0, 1, 3): pass",
        "gradient = 0.5",
    ],
)
def test_an_overwritten_function_is_graded_as_it_was_defined(grade, own, line):
    text = own(line)
    result = grade(text)
    assert result.score == result.max_score
    assert result.load_problems == ()
    lines = text.split("\n")
    at = lines.index(line) + 1
    defined = lines.index("def gradient(x, y, w, b):") + 1
    assert f"gradient was overwritten in {MODULE}.py, line {at} ({line})" in said(result)
    assert f"the one defined in {MODULE}.py, line {defined} was graded" in said(result)
    assert f"{MODULE}.py의 {at}번째 줄" in said(result, "ko")


@pytest.mark.parametrize(
    "alias",
    [
        "predict = mine",
        "predict = lambda x, w, b: mine(x, w, b)",
        "import functools\npredict = functools.partial(mine)",
        "predict = np.vectorize(mine, otypes=[float])",
    ],
)
def test_an_alias_is_no_overwriting(grade, own, alias):
    mine = "def mine(x, w, b):\n    return w * np.asarray(x) + b\n"
    result = grade(own(mine + alias))
    assert earned(result)["predict"] == 8
    assert result.notes == ()


# ---- another Python, another NumPy


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="this Python knows the syntax")
def test_syntax_of_a_newer_python_is_told_with_the_versions_that_grade(grade, own):
    text = own(
        'def predict(x, w, b):\n    names = {"a": w}\n    return f"{names["a"]}"\n\ndef fine():\n    pass\n'
    )
    result = grade(text)
    line = text.split("\n").index('    return f"{names["a"]}"') + 1
    assert result.load_problems[0].line == line
    python = f"Python {sys.version_info[0]}.{sys.version_info[1]}"
    assert f"{MODULE}.py, line {line}" in said(result)
    assert "may be syntax of Python 3.12 or newer" in said(result)
    assert f"It was run with {python} and NumPy {np.__version__.rpartition('.')[0]}" in said(result)
    assert f"{python}, NumPy" in said(result, "ko")
    assert result.score == result.max_score  # the earlier definition is there still


def test_an_ordinary_mistake_is_not_blamed_on_versions(grade, own):
    assert grade(own("def other(:\n    pass")).notes == ()


# ---- browsers


@pytest.mark.parametrize("ending", [".ipynb.txt", ".ipynb.json", ".json", " (1).ipynb"])
def test_a_notebook_that_a_browser_renamed_is_graded(grade, own, notebook, tmp_path, ending):
    file = tmp_path / f"{MODULE}{ending}"
    file.write_text(notebook(own()), encoding="utf-8")
    result = grade(file)
    assert result.score == result.max_score
    assert ("(1)" in ending) == (result.notes == ())


def test_a_script_that_a_browser_renamed_is_graded(grade, own, tmp_path):
    file = tmp_path / f"{MODULE} (1).py.txt"
    file.write_text(own(), encoding="utf-8")
    result = grade(file)
    assert result.score == result.max_score


# ---- a function that is missing under its name


FUNCTIONS = ("predict", "half_squared_error", "chain_factors", "gradient", "descend", "critical_lr")
ELSEWHERE = """
import nosuch
from tqdm import tqdm

def halfSquaredError(y_hat, y):
    return 1

class Solver:
    def gradient(self):
        return nosuch.f()

def chain_factors(x, y:
    return 1

descend = nosuch.descend
# def critical_lr(x):
"""


def test_why_a_function_is_missing_is_said_from_what_was_loaded(notebook, hand_in):
    text = ("markdown", "My answer:\n\n```python\ndef predict(x, w, b):\n    return w * x + b\n```")
    folder = hand_in(**{f"{MODULE}.ipynb": notebook(ELSEWHERE, text)})
    submission = read_submission(folder, MODULE)
    with open_sandbox(level=Level.SUBPROCESS) as sandbox:
        worker = sandbox.spawn(Program(MODULE, submission.cells, submission.files))
        errors = worker.load_errors
        worker.close()
    found = why_missing(submission, FUNCTIONS, errors)
    assert {name: text.en.partition(" (")[0] for name, text in found.items()} == {
        "predict": "A Markdown cell holds `def predict`",
        "half_squared_error": "half_squared_error is not defined; there is a halfSquaredError",
        "chain_factors": "chain_factors could not be read",
        "gradient": "gradient stands inside of the class Solver",
        "descend": "descend is missing, because the statement that sets it failed",
        "critical_lr": "critical_lr is defined in a comment or a text only",
    }
    assert "notebook cell 1, line 12" in found["chain_factors"].en
    assert all(text.ko for text in found.values())
    lost = lost_names(submission.cells, errors)
    assert lost["nosuch"].text.en.startswith(
        "nosuch could not be imported (notebook cell 1, line 2;"
    )
    assert "tqdm" not in lost


def test_a_syntax_error_costs_one_function(grade, own):
    text = own().replace("def chain_factors(", "def chain_factors((")
    result = grade(text, carry=False)
    assert earned(result)["chain_factors"] == 0
    assert earned(result)["half_squared_error"] == 10
    (problem,) = result.load_problems
    assert text.split("\n")[problem.line - 1].startswith("def chain_factors((")
