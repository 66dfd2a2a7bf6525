"""A syntax error costs the statement it is in, and every line keeps its number."""

import warnings

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.submission.syntax import Brackets, parse, pieces


def broken(source):
    """Return the broken parts of a source, each with its first line."""
    return [(piece.first_line, piece.source.strip()) for piece in pieces(source) if not piece.whole]


def whole(source):
    """Return the names that the whole parts of a source define."""
    names = set()
    for piece in pieces(source):
        if piece.whole:
            scope = {}
            exec(compile(piece.source, "piece", "exec"), scope)
            names |= scope.keys()
    return names - {"__builtins__"}


def test_a_source_that_parses_is_one_piece():
    source = "import sys\n\ndef f():\n    return 1\n"
    (piece,) = pieces(source)
    assert (piece.source, piece.first_line, piece.whole) == (source, 1, True)


def test_one_broken_function_costs_only_itself():
    source = "a = 1\n\ndef f(x)\n    return x\n\ndef g(x):\n    return x\n"
    assert broken(source) == [(3, "def f(x)\n    return x")]
    assert whole(source) == {"a", "g"}


def test_a_bracket_that_is_never_closed_costs_only_its_function():
    source = "def f():\n    return (1\n\ndef g():\n    return 2\n\nclass C:\n    x = 1\n"
    assert whole(source) == {"g", "C"}


def test_a_string_that_is_never_closed_costs_only_its_function():
    source = 'def f():\n    """Return one.\n    return 1\n\ndef g():\n    return 2\n'
    assert whole(source) == {"g"}


def test_one_broken_import_does_not_cost_the_others():
    source = "import math\nimport numpy az np\nX = 3\n\ndef f():\n    return 1\n"
    assert broken(source) == [(2, "import numpy az np")]
    assert whole(source) >= {"math", "X", "f"}


def test_a_decorated_function_stays_together():
    source = "x = = 1\n\n@staticmethod\ndef f():\n    return 1\n"
    assert whole(source) == {"f"}


def test_a_definition_inside_of_a_string_is_not_torn_apart():
    source = 'x = = 1\ntext = """\ndef f():\n@g\nclass C\n"""\ny = 2\n'
    assert whole(source) == {"text", "y"}


def test_an_if_keeps_its_else():
    source = (
        "x = = 1\nif True:\n    a = 1\nelse:\n    a = 2\ntry:\n    b = 1\nexcept E:\n    b = 2\n"
    )
    assert whole(source) == {"a", "b"}


def test_percent_cells_stand_for_themselves():
    source = "# %% one\nx = (1,\n# %% two\ny = 2\n"
    assert whole(source) == {"y"}


def test_warnings_of_the_parser_are_not_ours():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert parse('x = "\\d"; y = 1 is 1') is not None


@pytest.mark.parametrize(
    "source",
    [
        "(" * 100_000,
        "x = " + "-" * 200_000 + "1",
        "x = " + "1+" * 150_000 + "1",
        "x = a" + ".b" * 150_000,
        "x = " + "2**" * 100_000 + "2",
        "x = " + "9" * 5000,
        "x = 1\0",
        "x = '\ud800'",
        "if 1:\n pass\n" + "elif 1:\n pass\n" * 20_000,
        "x = " + "lambda:" * 50_000 + "1",
    ],
)
def test_a_source_made_to_break_the_parser_is_just_broken(source):
    assert parse(source) is None


@pytest.mark.parametrize(
    "source",
    ["def f(\n" * 40_000, "x = (\n" * 40_000, "'''\n@a\n" * 40_000, "def f():\n  (\n" * 30_000],
)
def test_a_source_made_to_be_split_without_end_is_given_up_in_time(source):
    # Without a budget these take minutes; the test's own time says that they don't.
    assert not all(piece.whole for piece in pieces(source))


LINES = st.sampled_from(
    [
        *("x = 1", "def f(a):", "    return a", "    return (a", "class C:", "    y = 2", "@f", ""),
        *("# %%", "# note", "if x:", "else:", '"""', "text = '''", "'''", "x = = 2", ")", "    )"),
        *(
            "async def g(): pass",
            "try:",
            "except E:",
            "    pass",
            "z = [",
            "]",
            "\tq = 1",
            "가 = 1",
        ),
    ]
)
SOURCES = st.lists(LINES, max_size=20).map("\n".join)


@given(SOURCES)
def test_every_line_keeps_its_number(source):
    lines = source.split("\n")
    seen = set()
    for piece in pieces(source):
        for number, line in enumerate(piece.source.split("\n"), piece.first_line):
            assert line == lines[number - 1]
            assert number not in seen, "a line came twice"
            seen.add(number)
    lost = [line for number, line in enumerate(lines, 1) if line.strip() and number not in seen]
    assert lost == []


@given(SOURCES)
def test_a_piece_that_is_called_whole_parses(source):
    for piece in pieces(source):
        assert piece.whole == (parse(piece.source) is not None)


@given(SOURCES)
def test_brackets_agree_with_python_on_where_statements_start(source):
    tree = parse(source)
    if tree is None:
        return
    starts = {node.lineno for node in tree.body} | {
        one.lineno for node in tree.body for one in getattr(node, "decorator_list", ())
    }
    brackets = Brackets()
    for number, line in enumerate(source.split("\n"), 1):
        if number in starts:
            assert brackets.at_statement
        brackets.feed(line)
