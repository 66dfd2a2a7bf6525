"""Of several files, the one that a student worked on is graded; the time of a file never counts."""

import os

import pytest

from autograder.errors import SubmissionError
from autograder.submission import read_submission
from autograder.submission.naming import (
    ANOTHER,
    CERTAIN,
    CODED,
    NAMED,
    ONLY,
    certainty,
    names_assignment,
)

MODULE = "a01_gradient_descent_line"
STUB = (
    'def predict(x, w, b):\n    """Return it."""\n    raise NotImplementedError("A01.1")\n\n'
    'def gradient(x, y, w, b):\n    """Return it."""\n    raise NotImplementedError("A01.4")\n'
)
HALF = STUB.replace('raise NotImplementedError("A01.1")', "return w * x + b")
FULL = HALF.replace('raise NotImplementedError("A01.4")', "return 0, 0")


def taken(folder, stub=None, module=MODULE):
    return read_submission(folder, module, stub_text=stub).name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (f"{MODULE}.py", CERTAIN),
        (f"{MODULE.upper()}.ipynb", CERTAIN),
        (f"{MODULE} (1).ipynb", CERTAIN),
        (f"{MODULE}(2).ipynb", CERTAIN),
        (f"{MODULE}-Copy1.ipynb", CERTAIN),
        (f"{MODULE} - Copy (2).py", CERTAIN),
        (f"{MODULE} - 복사본.py", CERTAIN),
        (f"{MODULE}의 사본.ipynb", CERTAIN),
        (f"Copy of {MODULE}.ipynb", CERTAIN),
        ("A01.py", CERTAIN),
        (f"kim_{MODULE}.py", NAMED),
        (f"{MODULE}_final_v2.py", NAMED),
        ("kim_a01.py", CODED),
        ("20231234-A1-report.ipynb", CODED),
        ("a01_gradient (1).ipynb", CODED),
        ("homework.py", ONLY),
        ("data01.py", ONLY),
        ("a010.py", ONLY),
        ("kim_a02.py", ONLY),
        (f"{MODULE}.ipynb.txt", CERTAIN),
        (f"{MODULE}.ipynb (1).json", CERTAIN),
        ("kim_A1.py.txt", CODED),
        ("a02_sgd_diabetes.py", ANOTHER),
        ("kim_a13_keras_like.ipynb", ANOTHER),
    ],
)
def test_a_name_says_how_surely_a_file_is_meant(name, expected):
    assert certainty(name, MODULE) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        *((name, True) for name in ("kim_A1.py", "A01", "hw-a1 (2)", f"{MODULE}", "A01.ipynb.txt")),
        *((name, False) for name in ("kim_A11.py", "a02_sgd_diabetes", "data01.py", "submissions")),
    ],
)
def test_files_and_folders_are_named_after_an_assignment_by_one_rule(name, expected):
    assert names_assignment(name, MODULE) is expected


def test_a_module_without_a_code_is_found_by_its_name_or_as_the_only_file():
    assert certainty("warmup.py", "warmup") == CERTAIN
    assert certainty("kim_warmup.py", "warmup") == NAMED
    assert certainty("other.py", "warmup") == ONLY


def test_the_only_source_is_taken_whatever_its_name(put):
    assert taken(put({"homework.py": FULL, "report.pdf": b"%PDF", "data.csv": "1,2"})) == (
        "homework.py"
    )


def test_a_notebook_that_was_filled_wins_over_the_untouched_script(put, notebook):
    folder = put({f"{MODULE}.py": STUB, f"{MODULE}.ipynb": notebook(FULL)})
    submission = read_submission(folder, MODULE, stub_text=STUB)
    assert submission.kind == "notebook"
    assert submission.notes[0].en == (
        f"{MODULE}.ipynb was graded; {MODULE}.py is still as it was handed out."
    )


def test_a_script_that_was_filled_wins_over_the_untouched_notebook(put, notebook):
    folder = put({f"{MODULE}.py": FULL, f"{MODULE}.ipynb": notebook(STUB)})
    for stub in (STUB, None):
        assert taken(folder, stub) == f"{MODULE}.py"


def test_untouched_is_told_by_the_code_not_by_the_language_of_the_docstrings(put, notebook):
    # Less is left to write in the notebook's release than in the script that was begun.
    short = 'def predict(x, w, b):\n    """예측값."""\n    raise NotImplementedError("A01.1")\n'
    begun = (
        "def predict(x, w, b):\n    y = w * x\n    raise NotImplementedError\n"
        "def extra():\n    raise NotImplementedError\n"
    )
    release = short.replace("예측값", "Return it")
    folder = put({f"{MODULE}.py": begun, f"{MODULE}.ipynb": notebook(short)})
    assert taken(folder, release) == f"{MODULE}.py"
    assert taken(folder) == f"{MODULE}.ipynb"


def test_the_file_with_fewer_functions_left_to_write_wins(put, notebook):
    for filled, other in ((FULL, HALF), (HALF, STUB)):
        folder = put({f"{MODULE}.py": other, f"{MODULE}.ipynb": notebook(filled)})
        submission = read_submission(folder, MODULE)
        assert submission.name == f"{MODULE}.ipynb"
        assert "fewer of its functions are left" in submission.notes[0].en


def test_a_function_that_was_deleted_is_left_to_write(put, notebook):
    one = "def predict(x, w, b):\n    return w * x + b\n"
    folder = put({f"{MODULE}.py": one, f"{MODULE}.ipynb": notebook(FULL)})
    assert taken(folder, STUB) == f"{MODULE}.ipynb"


def test_a_file_that_defines_nothing_loses(put, notebook):
    folder = put({f"{MODULE}.py": "x = 1\n", f"{MODULE}.ipynb": notebook(HALF)})
    assert taken(folder) == f"{MODULE}.ipynb"


def test_stubs_are_counted_in_source_that_does_not_parse(put, notebook):
    broken = STUB.replace("def predict(x, w, b):", "def predict(x, w, b:")
    folder = put({f"{MODULE}.py": broken, f"{MODULE}.ipynb": notebook(HALF)})
    assert taken(folder) == f"{MODULE}.ipynb"


def test_of_equals_the_script_is_taken_and_said(put, notebook):
    other = FULL.replace("0, 0", "1, 1")
    folder = put({f"{MODULE}.py": FULL, f"{MODULE}.ipynb": notebook(other)})
    submission = read_submission(folder, MODULE)
    assert submission.kind == "script"
    assert "as many functions are written in both" in submission.notes[0].en


def test_two_files_of_the_same_code_need_no_note(put, notebook):
    folder = put({f"{MODULE}.py": FULL, f"{MODULE}.ipynb": notebook(FULL)})
    assert read_submission(folder, MODULE).notes == ()


def test_the_time_of_a_file_does_not_matter(put, notebook):
    folder = put({f"{MODULE}.py": FULL, f"{MODULE}.ipynb": notebook(STUB)})
    for old, new in ((f"{MODULE}.py", f"{MODULE}.ipynb"), (f"{MODULE}.ipynb", f"{MODULE}.py")):
        os.utime(folder / old, (1, 1))
        os.utime(folder / new, (2_000_000_000, 2_000_000_000))
        assert taken(folder) == f"{MODULE}.py"


def test_a_second_download_that_was_filled_wins_over_the_untouched_first(put):
    folder = put({f"{MODULE}.py": STUB, f"{MODULE} (1).py": FULL})
    assert taken(folder) == f"{MODULE} (1).py"


def test_a_copy_deeper_down_loses_against_its_equal(put):
    folder = put({f"{MODULE}.py": FULL, f"backup/{MODULE}.py": FULL.replace("w * x", "x * w")})
    assert taken(folder) == f"{MODULE}.py"


def test_a_file_that_cannot_be_read_gives_way_to_one_that_can(put):
    folder = put({f"{MODULE}.ipynb": "{", f"{MODULE}.py": HALF})
    submission = read_submission(folder, MODULE)
    assert submission.kind == "script"
    assert submission.notes[0].en == f"{MODULE}.py was graded; {MODULE}.ipynb can't be read."


def test_if_none_can_be_read_the_reason_is_the_most_certain_ones(put):
    with pytest.raises(SubmissionError, match=rf"{MODULE}\.ipynb: this notebook can't be opened"):
        read_submission(put({f"{MODULE}.ipynb": "{", "kim_a01.py": ""}), MODULE)


def test_of_several_unnamed_files_the_one_that_defines_the_tasks_is_taken(put, notebook):
    files = {"homework.ipynb": notebook(FULL), "tools.py": "def norm(v):\n    return 1\n"}
    assert taken(put(files), STUB) == "homework.ipynb"


def test_of_several_unnamed_files_none_is_guessed(put, notebook):
    files = {"homework.ipynb": notebook(FULL), "tools.py": "def norm(v):\n    return 1\n"}
    with pytest.raises(SubmissionError, match=r"several might be meant: homework\.ipynb, tools"):
        read_submission(put(files), MODULE)


def test_an_unnamed_script_and_notebook_of_the_same_functions_are_chosen_between(put, notebook):
    assert taken(put({"hw.ipynb": notebook(FULL), "hw.py": STUB})) == "hw.ipynb"


def test_another_assignments_file_is_not_taken_for_this_one(put):
    with pytest.raises(SubmissionError, match=r"found: a02_sgd_diabetes\.py"):
        read_submission(put({"a02_sgd_diabetes.py": FULL}), MODULE)


def test_a_folder_of_many_assignments_gives_the_right_one(put):
    folder = put({f"{name}/{name}.py": f"x = '{name}'\n" for name in ("a02_sgd_diabetes", MODULE)})
    assert taken(folder) == f"{MODULE}/{MODULE}.py"


@pytest.mark.parametrize(
    "name",
    [
        "test_public.py",
        "figures.py",
        f".{MODULE}.py",
        f"__MACOSX/{MODULE}.py",
        f".ipynb_checkpoints/{MODULE}.ipynb",
        f"venv/{MODULE}.py",
        f"a/b/c/d/{MODULE}.py",
    ],
)
def test_files_that_are_not_the_students_work_are_passed_over(put, name):
    folder = put({name: FULL, f"x/{MODULE}.py": HALF})
    assert taken(folder) == f"x/{MODULE}.py"


# ---- what browsers and systems make of a name


@pytest.mark.parametrize(
    "name", [f"{MODULE}.ipynb.txt", f"{MODULE}.ipynb.json", f"{MODULE}.json", "a01.ipynb (1).txt"]
)
def test_a_notebook_is_read_whatever_the_end_of_its_name(put, notebook, name):
    folder = put({name: notebook(FULL)})
    for handed_in in (folder, folder / name):
        submission = read_submission(handed_in, MODULE)
        assert (submission.kind, submission.name) == ("notebook", name)
        assert name in submission.notes[0].en
        assert "notebook" in submission.notes[0].en.replace(name, "")
        assert "노트북" in submission.notes[0].ko


@pytest.mark.parametrize("name", [f"{MODULE}.py.txt", f"{MODULE}.txt", "kim_a01.py (2).txt"])
def test_a_script_is_read_whatever_the_end_of_its_name(put, name):
    folder = put({name: FULL})
    for handed_in in (folder, folder / name):
        submission = read_submission(handed_in, MODULE)
        assert (submission.kind, submission.cells[0].filename) == ("script", name)
        assert f"{name} was read as a Python script" in submission.notes[0].en


def test_the_only_file_may_be_a_json_that_holds_a_notebook(put, notebook):
    assert taken(put({"Untitled.json": notebook(FULL), "data.json": '{"x": 1}'})) == "Untitled.json"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        (f"{MODULE}.json", '{"points": 3}'),
        (f"{MODULE}.txt", "I could not finish A01. Sorry!"),
        (f"{MODULE}.csv", FULL),
        (f"{MODULE}.json", FULL),
    ],
)
def test_what_holds_no_source_is_not_taken_for_it(put, name, content):
    folder = put({name: content})
    with pytest.raises(SubmissionError):
        read_submission(folder, MODULE)
    with pytest.raises(SubmissionError):
        read_submission(folder / name, MODULE)
    assert taken(put({"work.py": FULL})) == "work.py"
