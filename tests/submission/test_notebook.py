"""Notebooks are read as cells: the graded ones, in order, under the numbers that Jupyter shows."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import SubmissionError
from autograder.submission.notebook import read_notebook


def read(text):
    data = text.encode() if isinstance(text, str) else text
    return read_notebook(data, "work.ipynb").cells


def test_cells_come_in_order_with_the_numbers_that_jupyter_shows(notebook):
    cells = read(notebook("a = 1", "  \n", "b = 2"))
    assert [(cell.source, cell.filename) for cell in cells] == [
        ("a = 1", "notebook cell 1"),
        ("b = 2", "notebook cell 2"),  # a blank cell runs without a number
    ]


@pytest.mark.parametrize(
    "metadata",
    [
        {"tags": ["experiment"]},
        {"nbgrader": {"grade": True, "solution": False}},
        {"nbgrader": {"grade": True}},
        {"vscode": {"languageId": "shellscript"}},
    ],
    ids=["experiment", "locked test", "locked test without solution", "shell cell"],
)
def test_cells_that_are_not_graded_are_left_out_but_counted(notebook, metadata):
    cells = read(notebook(("plot(1)", metadata), "y = 2"))
    assert [(cell.source, cell.filename) for cell in cells] == [("y = 2", "notebook cell 2")]


@pytest.mark.parametrize(
    "metadata",
    [
        {"tags": ["hard"]},
        {"nbgrader": {"grade": False, "solution": True}},
        {"nbgrader": {"grade": True, "solution": True}},
        {"tags": "experiment"},
        {"nbgrader": None},
        [],
    ],
)
def test_a_students_cells_are_graded_whatever_else_they_carry(notebook, metadata):
    assert len(read(notebook(("x = 1", metadata)))) == 1


def test_what_an_experiment_defines_still_counts(notebook):
    source = "%matplotlib inline\nplot()\ndef helper():\n    return 1\nhelper()"
    (cell,) = read(notebook((source, {"tags": ["experiment"]})))
    assert cell.source == "\n\ndef helper():\n    return 1\n"


def test_a_source_may_be_a_list_of_lines(notebook):
    (cell,) = read(notebook(["a = 1\n", "b = 2"]))
    assert cell.source == "a = 1\nb = 2"


def test_magics_are_dropped_and_lines_keep_their_numbers(notebook):
    (cell,) = read(notebook("%matplotlib inline\na = 1"))
    assert cell.source == "pass\na = 1"


def test_a_cell_for_another_language_is_left_out(notebook):
    cells = read(notebook("%%bash\nls", "a = 1"))
    assert [cell.filename for cell in cells] == ["notebook cell 2"]


def test_a_broken_function_costs_only_itself_inside_of_a_cell_too(notebook):
    cells = read(notebook("def f(:\n    pass\n\ndef g():\n    return 1"))
    assert [(cell.filename, cell.first_line) for cell in cells] == [
        ("notebook cell 1", 1),
        ("notebook cell 1", 4),
    ]


def test_format_3_is_read(notebook):
    sheet = {
        "cells": [
            {"cell_type": "heading", "level": 1, "source": "Title"},
            {"cell_type": "code", "input": ["a = 1\n", "b = 2"], "language": "python"},
        ]
    }
    (cell,) = read(json.dumps({"nbformat": 3, "worksheets": [sheet], "metadata": {"name": ""}}))
    assert cell.source == "a = 1\nb = 2"


def test_what_is_missing_or_strange_in_a_cell_is_passed_over():
    cells = [
        {"cell_type": "code"},
        {"cell_type": "code", "source": None},
        {"cell_type": "code", "source": [1, "a = 1", None]},
        {"source": "b = 2"},
        "c = 3",
        None,
    ]
    (cell,) = read(json.dumps({"cells": cells}))
    assert cell.source == "a = 1"


def test_a_letter_that_python_cannot_hold_is_replaced():
    (cell,) = read('{"cells": [{"cell_type": "code", "source": "x = \'\\ud800\\u0000\'"}]}')
    assert cell.source == "x = '\ufffd\ufffd'"


def test_a_pair_of_surrogates_is_one_letter():
    (cell,) = read('{"cells": [{"cell_type": "code", "source": "x = \'\\ud83d\\ude00\'"}]}')
    assert cell.source == "x = '😀'"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "empty"),
        ("  \n", "empty"),
        ('{"cells": [', "line 1 column 12"),
        ("print('hello')", "can't be opened"),
        ("[]", "not a notebook"),
        ('{"title": 1}', "not a notebook"),
        ('{"cells": {}}', "not a notebook"),
        ('{"worksheets": [{}]}', "not a notebook"),
        ('{"cells": []}', "no code"),
        ('{"cells": [{"cell_type": "markdown", "source": "hi"}]}', "no code"),
        ('{"cells": [{"cell_type": "code", "source": "%%bash\\nls"}]}', "no code"),
        ('{"cells": [], "metadata": {"kernelspec": {"language": "R"}}}', "written in R"),
        ('{"cells": [], "metadata": {"language_info": {"name": "julia"}}}', "written in julia"),
        ("[" * 100_000, "can't be opened"),
        ('{"cells": ' + "9" * 5000 + "}", "can't be opened"),
    ],
)
def test_what_is_no_notebook_is_refused_with_the_reason(text, complaint):
    with pytest.raises(SubmissionError, match=complaint):
        read(text)


def test_a_notebook_with_too_much_source_is_refused(notebook):
    with pytest.raises(SubmissionError, match="at most 524288"):
        read(notebook("x = 1\n" * 50_000, "y = 2\n" * 50_000))


def test_a_notebook_with_too_many_cells_is_refused(notebook):
    with pytest.raises(SubmissionError, match="more than 2000"):
        read(notebook(*["x = 1"] * 2001))


KEYS = (
    *("cells", "worksheets", "cell_type", "source", "input", "metadata", "tags"),
    *("nbgrader", "vscode", "languageId", "kernelspec", "language", "name"),
)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(KEYS),
            inner | st.just("code"),
            max_size=4,
        )
    ),
    max_leaves=12,
)


@given(JSON)
def test_any_json_is_a_notebook_or_refused(value):
    try:
        cells = read(json.dumps(value))
    except SubmissionError:
        return
    assert cells
