"""What only Jupyter understands is taken out; every other line stays where it was."""

import ast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submission.ipython import Dropped, Inserted, translate


def drop_magics(source):
    return translate(source).source


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
        assert after in (before, before.replace("%time ", "")) or after.strip() in ("", "pass")


@given(st.text(max_size=200).filter(lambda text: "get_ipython" not in text))
def test_what_parses_is_not_touched(source):
    try:
        ast.parse(source)
    except (SyntaxError, ValueError):
        return
    assert drop_magics(source) == source


# ---- what is harmless is honoured


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("%time K = 2", "K = 2"),
        ("%prun K = 2", "K = 2"),
        ("K = %time 1 + 1", "K = 1 + 1"),
        ("%time", "pass"),
        ("%time K = ", "pass"),
        ("get_ipython().run_line_magic('time', 'K = 2')", "K = 2"),
        ("get_ipython().magic('time K = 2')", "K = 2"),
    ],
)
def test_a_statement_behind_a_magic_is_run(line, code):
    assert drop_magics(f"a = 1\n{line}\nb = 2") == f"a = 1\n{code}\nb = 2"
    assert drop_magics(f"if a:\n    {line}\nb = 2") == f"if a:\n    {code}\nb = 2"


def test_a_timed_statement_may_go_on_over_lines():
    assert drop_magics("%time K = 1 + \\\n    2\nb = 2") == "K = 1 +      2\n\nb = 2"


def test_pylab_imports_what_it_promises():
    scope = {}
    exec(drop_magics("%pylab inline").replace(", matplotlib.pyplot as plt", ""), scope)
    assert scope["np"].pi == scope["pi"]


@pytest.mark.parametrize(
    ("line", "path"),
    [
        *((line, "other.py") for line in ("%run other.py", "%run other", "%run -i other.py 3 4")),
        ("%run './my tools/other.py'", "my tools/other.py"),
        ("%run other.ipynb", "other.ipynb"),
        ("get_ipython().run_line_magic('run', 'other.py')", "other.py"),
    ],
)
def test_a_file_that_is_run_is_named_at_its_line(line, path):
    translation = translate(f"a = 1\n{line}\nb = 2")
    assert translation.source == "a = 1\npass\nb = 2"
    assert translation.inserted == (Inserted(2, path=path),)
    assert translation.dropped == ()


@pytest.mark.parametrize(
    "line",
    ["%run ../other.py", "%run /etc/x.py", "%run C:/x.py", "%run -m tools", "%run", "x = %run a"],
)
def test_a_file_elsewhere_is_not_run(line):
    translation = translate(line)
    assert translation.inserted == ()
    assert translation.dropped == (Dropped(1, line),)


def test_a_cell_may_write_a_file():
    assert translate("%%writefile tools/norms.py\ndef f():\n    pass").written == {
        "tools/norms.py": "def f():\n    pass\n"
    }
    assert translate("%%file 'data.csv'\n1,2").written == {"data.csv": "1,2\n"}
    exported = "get_ipython().run_cell_magic('writefile', 'tools.py', 'x = 1')"
    assert translate(exported).written == {"tools.py": "x = 1\n"}


@pytest.mark.parametrize("path", ["../tools.py", "/tools.py", "C:\\tools.py", "..", ""])
def test_a_file_that_lies_elsewhere_is_not_written(path):
    translation = translate(f"%%writefile {path}\nx = 1")
    assert translation.written == {}
    assert len(translation.dropped) == 1


def test_a_cell_that_writes_the_submission_itself_is_its_source():
    source = "%%writefile a01.py\nx = 1"
    assert translate(source, "a01").source == "\nx = 1"
    assert translate(source, "a02").source.strip() == ""


def test_the_body_of_a_cell_magic_in_an_exported_script_is_run():
    source = "x = 1\nget_ipython().run_cell_magic('time', '', 'def f():\\n    return 1\\n')\n"
    translation = translate(source)
    assert translation.inserted == (Inserted(2, source="def f():\n    return 1\n"),)
    assert translation.source == "x = 1\npass\n"


@pytest.mark.parametrize(
    "line",
    [
        *("%matplotlib inline", "!pip install numpy", "%pip install x", "!ls -l", "np.dot?", "?f"),
        *(
            "%load_ext autoreload",
            "%autoreload 2",
            "%%bash\nls",
            "%%html\n<b>",
            "!python --version",
        ),
        "get_ipython().system('pip install x')",
    ],
)
def test_what_grading_does_not_hang_on_is_left_out_without_a_word(line):
    assert translate(line).dropped == ()


@pytest.mark.parametrize(
    "line",
    [
        *("%timeit f()", "%%timeit\nf()", "!wget x.csv", "files = !ls", "x = %timeit -o f()"),
        *("%%cython\ndef f(): pass", "%load other.py", "%cd ..", "%store -r K"),
    ],
)
def test_what_may_have_mattered_is_named(line):
    assert translate(line).dropped == (Dropped(1, line.split("\n")[0]),)
