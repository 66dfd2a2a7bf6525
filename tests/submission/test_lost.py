"""A name that is missing is told by the statement that failed."""

import pytest

from autograder.program import Cell
from autograder.sandbox import LoadError
from autograder.submission.lost import lost_names, version_notes

SOURCE = """import torch
from tqdm import tqdm, trange
numbers = 1 / 0

@deco
def decorated(x):
    return helper(x)

def helper(x):
    return 1 / 0

value = helper(1)
if True:
    import late
    late.x = 1
torch = None
"""


def lost(problems, source=SOURCE, first_line=1):
    errors = [LoadError(kind, message, "a01.py", line, "") for kind, message, line in problems]
    return lost_names([Cell(source, "a01.py", first_line)], errors)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        *(
            (2, {"tqdm", "trange"}),
            (3, {"numbers"}),
            (5, {"decorated"}),
            (13, {"late"}),
            (14, {"late"}),
        ),
        # A function that was called there is not itself lost, and nor is what is bound again later.
        *((10, set()), (7, set()), (1, set()), (99, set())),
    ],
)
def test_the_names_of_the_statement_that_failed_are_lost(line, names):
    assert set(lost([("NameError", "x", line)])) == names
    moved = lost([("NameError", "x", line + 30)], first_line=31)
    assert set(moved) == names
    assert all(one.problem.line == line + 30 for one in moved.values())


def test_an_import_is_told_as_one():
    text = lost([("ModuleNotFoundError", "No module named 'tqdm'", 2)])["tqdm"].text
    assert text.en == (
        "tqdm could not be imported (a01.py, line 2; ModuleNotFoundError: No module named 'tqdm'), so it is missing."
    )
    assert text.ko.startswith("tqdm 이름을 가져오지 못해 사용할 수 없습니다(a01.py의 2번째 줄, ")


def test_a_folder_of_the_grader_is_not_told():
    message = "cannot import name 'trapz' from 'numpy' (/opt/python/lib/numpy/__init__.py)"
    text = lost([("ImportError", message, 2)])["tqdm"].text
    assert "/opt" not in text.en + text.ko
    assert "It was run with Python" in text.en  # and with NumPy: another one has it


def test_a_value_is_told_by_its_statement():
    text = lost([("ZeroDivisionError", "division by zero", 3)])["numbers"].text
    assert text.en.startswith(
        "numbers is missing, because the statement that sets it failed (a01.py, line 3;"
    )


@pytest.mark.parametrize("problems", [[], [("SyntaxError", "invalid syntax", 2)]])
def test_what_cannot_be_read_is_told_so(problems):
    source = "def predict(x):\n    return x x\n\ndef late(a, a):\n    return a\n"
    cells = [Cell("def predict(x):\n    return x x", "notebook cell 3", 5)]
    one = lost_names(cells)["predict"]
    assert one.text.en.startswith(
        "predict could not be read (notebook cell 3, line 6; SyntaxError: invalid syntax"
    )
    assert "노트북 셀 3의 6번째 줄" in one.text.ko
    assert set(lost_names([Cell(source, "a01.py")])) == {"predict", "late"}


def test_a_function_that_cannot_be_compiled_is_told_so():
    source = "x = 1\ndef late(a):\n    b = 1\n    global b\n"
    (one,) = lost(
        [("SyntaxError", "name 'b' is assigned to before global declaration", 4)], source
    ).values()
    assert one.text.en.startswith("late could not be read (a01.py, line 4;")


def test_versions_are_said_once_for_what_another_version_may_have():
    message = "module 'numpy' has no attribute 'trapz'"
    errors = [
        LoadError("AttributeError", message, "notebook cell 2", 3, ""),
        LoadError("AttributeError", message, "notebook cell 4", 1, ""),
        LoadError("NameError", "name 'x' is not defined", "notebook cell 4", 2, ""),
        LoadError("SyntaxError", "f-string: unmatched '['", "notebook cell 5", 2, "f'{x['"),
    ]
    (note,) = version_notes(errors)
    assert note.en.startswith("notebook cell 2, line 3: It was run with Python ")
    assert "numpy.trapz may be there" in note.en
    assert note.ko.startswith("노트북 셀 2의 3번째 줄: 실행 환경: Python ")
