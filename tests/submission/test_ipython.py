"""What only Jupyter understands is taken out; every other line stays where it was."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submission.ipython import drop_magics


@pytest.mark.parametrize(
    "line",
    [
        "%matplotlib inline",
        "!pip install numpy",
        "!!ls",
        "files = !ls",
        "a, b = !ls",
        "table[0] = !ls",
        "timing = %timeit -o f()",
        "np.dot?",
        "np.dot??",
        "?np.dot",
        "%timeit?",
        "!echo \"it's",
        "  %matplotlib inline",
    ],
)
def test_a_line_of_jupyters_becomes_pass(line):
    indent = line[: len(line) - len(line.lstrip())]
    before = "if True:\n    a = 1\n" if indent else "a = 1\n"
    indent = "    " if indent else ""
    source = f"{before}{indent}{line.strip()}\nb = 2"
    assert drop_magics(source) == f"{before}{indent}pass\nb = 2"


def test_a_block_that_held_only_a_shell_line_still_parses():
    source = "if colab:\n    !pip install numpy\nx = 1"
    assert drop_magics(source) == "if colab:\n    pass\nx = 1"


def test_a_shell_line_goes_with_its_continuation():
    assert drop_magics("!pip install \\\n    numpy\nx = 1") == "pass\n\nx = 1"


@pytest.mark.parametrize(
    "source",
    [
        "x = (10\n% 3)",
        "x = [7\n  % 4,\n 1]",
        'x = """\n%matplotlib inline\n!ls\nnp.dot?\n"""',
        "x = 10 \\\n% 3",
        "x = '''a\n%d''' % 3",
        "x = 1  # really?",
        "ok = a != b",
        "x %= 3",
        "def f():\n    '''%time'''\n    return 1 % 2",
    ],
)
def test_python_is_left_as_it_is(source):
    assert drop_magics(source) == source


def test_python_around_a_magic_is_left_as_it_is():
    kept = 'x = (10\n% 3)\ny = """\n%d\n!ls\n"""\nz = "a#" + \'"\' # it\'s ( [\n'
    assert drop_magics(kept + "%matplotlib inline\nw = 1") == kept + "pass\nw = 1"


def test_a_magic_after_a_string_that_is_never_closed_is_still_found():
    # Python ends such a string with its line, and so does the search.
    assert drop_magics("x = 'oops\n%matplotlib inline") == "x = 'oops\npass"


@pytest.mark.parametrize("magic", ["%%bash", "%%timeit", "%%html", "%%writefile f.py", "%%"])
def test_a_cell_that_runs_elsewhere_is_dropped_whole(magic):
    assert drop_magics(f"{magic}\ndef f():\n    pass").strip() == ""


@pytest.mark.parametrize("magic", ["%%time", "%%capture out", "\n%%time", "%%time\n%%capture"])
def test_a_cell_magic_that_runs_its_body_here_keeps_the_body(magic):
    lines = magic.count("\n") + 1
    assert drop_magics(f"{magic}\nx = 1") == "\n" * lines + "x = 1"


@pytest.mark.parametrize(
    ("source", "kept"),
    [
        ("get_ipython().run_line_magic('matplotlib', 'inline')\nx = 1", "pass\nx = 1"),
        ("files = get_ipython().getoutput('ls')\nx = 1", "pass\nx = 1"),
        ("get_ipython().system(\n    'ls'\n)\nx = 1", "pass\n\n\nx = 1"),
        ("가 = 1; get_ipython().system('ls'); 나 = 2", "가 = 1; pass; 나 = 2"),
        ("if True:\n    get_ipython().magic('x')", "if True:\n    pass"),
    ],
)
def test_calls_of_the_shell_object_are_taken_out(source, kept):
    assert drop_magics(source) == kept


def test_a_name_that_only_looks_like_the_shell_is_left():
    source = "def get_ipython_free():\n    return 1"
    assert drop_magics(source) == source


LINES = st.sampled_from(
    [
        *("x = 1", "def f(a):", "    return a", "%matplotlib inline", "!ls", "f?", "    !ls \\"),
        *("y = (1,", "% 3)", '"""', "'''", "'", "# it's", "s = 'a", "if x:", "    %time f()", ""),
        *("get_ipython().system('ls')", "%%time", "%%bash", "x = !ls", "\\", "}", "가 = '나'"),
    ]
)


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_the_number_of_lines_never_changes(source):
    assert drop_magics(source).count("\n") == source.count("\n")


@given(st.lists(LINES, max_size=12).map("\n".join))
def test_a_line_either_stays_or_becomes_pass_or_blank(source):
    for before, after in zip(source.split("\n"), drop_magics(source).split("\n"), strict=True):
        assert after == before or after.strip() in ("", "pass")


@given(st.text(max_size=200).filter(lambda text: "get_ipython" not in text))
def test_what_parses_is_not_touched(source):
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return
    assert drop_magics(source) == source
