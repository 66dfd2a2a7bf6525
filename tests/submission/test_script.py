"""Scripts are one cell, unless they are broken; experiments are not run."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import SubmissionError
from autograder.submission.script import read_script


def read(text):
    return read_script(text.encode(), "work.py", "work.py").cells


def test_a_script_that_parses_is_one_cell():
    text = "# %% one\nx = 1\n# %% two\ny = 2\n"
    (cell,) = read(text)
    assert (cell.source, cell.filename, cell.first_line) == (text, "work.py", 1)


@pytest.mark.parametrize(
    "mark",
    [
        '# %% tags=["experiment"] id="figure"',
        '#%% Figure tags=["slow", "experiment"]',
        "# %% tags=['experiment']",
    ],
)
def test_experiments_are_blanked_and_lines_keep_their_numbers(mark):
    (cell,) = read(f"x = 1\n{mark}\nplot()\nshow()\n# %% next\ny = 2\n")
    assert cell.source == "x = 1\n\n\n\n# %% next\ny = 2\n"


def test_what_an_experiment_defines_still_counts():
    mark = '# %% tags=["experiment"]'
    text = f"x = 1\n{mark}\nplot()\n@wraps\ndef g():\n\n    return 1\n\nshow()\nimport math\n"
    (cell,) = read(text)
    kept = "x = 1\n\n\n@wraps\ndef g():\n\n    return 1\n\n\nimport math\n"
    assert cell.source == kept


def test_a_title_or_another_tag_is_no_experiment():
    text = '# %% an experiment\nx = 1\n# %% tags=["experimental"]\ny = 2\n'
    assert read(text)[0].source == text


def test_a_mark_inside_of_a_docstring_is_none():
    text = 'def f():\n    """\n# %% tags=["experiment"]\n    """\n    return 1\n'
    assert read(text)[0].source == text


def test_experiments_are_left_out_of_a_broken_script_too():
    cells = read('x = (1\n# %% tags=["experiment"]\nplot()\n# %%\ny = 2\n')
    assert not any("plot" in cell.source for cell in cells)
    assert any("y = 2" in cell.source and cell.first_line > 1 for cell in cells)


def test_a_syntax_error_costs_only_its_function():
    cells = read("import math\n\ndef f(:\n    pass\n\ndef g():\n    return 1\n")
    assert [(cell.first_line, _parses(cell.source)) for cell in cells] == [
        (1, True),
        (3, False),
        (6, True),
    ]
    assert {cell.filename for cell in cells} == {"work.py"}


def test_a_magic_left_in_a_script_costs_nothing():
    (cell,) = read("%matplotlib inline\nx = 1\n")
    assert cell.source == "pass\nx = 1\n"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("", "empty"),
        (" \n\t\n", "empty"),
        ("# only a comment\n", "no code"),
        ('# %% tags=["experiment"]\nplot()\n', "no code"),
        ("x = 1\n" * 100_000, "at most 524288"),
    ],
)
def test_what_holds_no_code_is_refused(text, complaint):
    with pytest.raises(SubmissionError, match=complaint):
        read(text)


LINES = st.sampled_from(
    [
        *("x = 1", "def f(a):", "    return a", "    return (a", "# %%", "# %% [markdown]", "# hi"),
        *('# %% tags=["experiment"]', '"""', "'''", "%matplotlib inline", "!ls", "if x:", "", "}"),
        *("    pass", "가 = '나'", "y = (", ")", "\ty = 1", "\x0c", "z = 1 \\"),
    ]
)


@given(st.lists(LINES, max_size=25).map("\n".join))
def test_every_line_is_where_it_was_or_gone(text):
    lines = text.split("\n")
    try:
        cells = read(text)
    except SubmissionError:
        return
    for cell in cells:
        for number, line in enumerate(cell.source.split("\n"), cell.first_line):
            assert line == lines[number - 1] or line.strip() in ("", "pass")


def _parses(source):
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
