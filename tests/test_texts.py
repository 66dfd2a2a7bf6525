"""Texts in two languages, and the code that stands in them."""

import html
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.report.pages import code_marks
from autograder.telling import MARKDOWN
from autograder.texts import code_pieces


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", [("plain", False)]),
        ("call `f(x)` twice", [("call ", False), ("f(x)", True), (" twice", False)]),
        ("`f`", [("f", True)]),
        ("a ` b", [("a ` b", False)]),
        ("`f` and ` alone", [("f", True), (" and ` alone", False)]),
        ("nothing `` between", [("nothing `` between", False)]),
        ("blanks ` ` between", [("blanks ` ` between", False)]),
        ("", []),
    ],
)
def test_code_stands_between_two_backquotes(text, pieces):
    assert list(code_pieces(text)) == pieces


def test_a_lone_backquote_is_shown_everywhere():
    assert code_marks("a ` b") == "a ` b"
    assert MARKDOWN.text("a ` b") == r"a \` b"
    assert code_marks("`f` ` <b>") == "<code>f</code> ` &lt;b&gt;"
    assert MARKDOWN.text("`f` ` b") == r"`f` \` b"


@given(st.text("ab` <*"))
def test_no_letter_and_no_lone_backquote_is_lost(text):
    kept = "".join(f"`{piece}`" if code else piece for piece, code in code_pieces(text))
    assert kept == text
    page = str(code_marks(text))
    assert html.unescape(re.sub("</?code>", "`", page)) == text
