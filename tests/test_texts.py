"""Texts in two languages: each once, by its code, filled by one filler; and the code that stands in them."""

import ast
import html
import re
import subprocess
import sys
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

import autograder
from autograder.locale import catalogue, sentence
from autograder.report.pages import code_marks
from autograder.telling import MARKDOWN
from autograder.texts import MAX_SHOWN, Text, code_pieces, joined

PACKAGE = Path(autograder.__file__).parent
# What says a sentence by its code, and what it puts before that.
SAYS = {
    "sentence": "",
    "Failure": "",
    "fail": "",
    "unreadable": "unreadable_",
    "say": "page_",
    "promised": "kind_",
}


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


# ---- the catalogue


def placeholders(text):
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@cache
def the_code():
    """Return the trees of the package but its suites: Python, and what its templates call."""
    trees = []
    for file in sorted(PACKAGE.rglob("*")):
        if file.is_relative_to(PACKAGE / "suites"):
            continue
        if file.suffix == ".py":
            trees.append(ast.parse(file.read_text("utf-8")))
        elif file.suffix == ".html":
            calls = re.findall(r"say\((?:[^()]|\([^()]*\))*\)", file.read_text("utf-8"))
            trees += [ast.parse(call.replace(" ~ ", " + ")) for call in calls]
    return trees


def said():
    """Yield each call that says a sentence, what stands before its code, and the codes it may be, as expressions."""
    for tree in the_code():
        for node in ast.walk(tree):
            name = getattr(node.func, "id", None) if isinstance(node, ast.Call) else None
            if name in SAYS and node.args:
                code = node.args[0]
                either = [code.body, code.orelse] if isinstance(code, ast.IfExp) else [code]
                yield node, SAYS[name], either


def said_plainly():
    for call, before, codes in said():
        for code in codes:
            if isinstance(code, ast.Constant):
                yield call, before + code.value


def words():
    """Return every text and name that stands in the code, and the beginnings of texts that are put together there."""
    whole, beginnings = set(), set()
    for tree in the_code():
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                whole |= {node.value, node.value.replace(" ", "_")}
            elif isinstance(node, ast.Name):
                whole.add(node.id.lower())
            elif isinstance(node, ast.JoinedStr) and isinstance(node.values[0], ast.Constant):
                beginnings.add(node.values[0].value)
            elif isinstance(node, ast.BinOp) and isinstance(node.left, ast.Constant):
                beginnings.add(node.left.value)
    return whole, {text for text in beginnings if re.fullmatch("[a-z_]+_", str(text))}


def test_every_sentence_is_there_in_both_languages_with_the_same_placeholders():
    for code, text in catalogue().items():
        assert text.en, code
        assert text.ko, code
        assert placeholders(text.en) == placeholders(text.ko), code
        assert all(map(str.isidentifier, placeholders(text.en))), code


def test_every_code_that_is_said_exists_and_is_filled():
    calls = list(said_plainly())
    assert len(calls) > 100
    for call, code in calls:
        assert code in catalogue(), code
        given = {keyword.arg for keyword in call.keywords}
        if None not in given and call.func.id in ("sentence", "unreadable", "say"):
            assert placeholders(catalogue()[code].en) <= given, code


def test_every_sentence_is_said():
    whole, beginnings = words()
    # Codes are put together of a beginning, in its own room perhaps another one, and a word.
    beginnings |= {before for before in SAYS.values() if before}
    beginnings |= {one + other for one in beginnings for other in beginnings}
    for code in catalogue():
        ends = {code.removeprefix(start) for start in beginnings if code.startswith(start)}
        # Details are named each by itself.
        parts = code.split("_")[1:] if code.startswith("detail_") else [code]
        assert ends & whole or whole.issuperset(parts), code


# ---- the filler


def test_a_text_in_a_text_is_said_in_its_own_language():
    outer, inner = Text(en="It is {what}.", ko="{what}입니다."), Text(en="red", ko="빨강")
    assert outer.format(what=inner) == Text(en="It is red.", ko="빨강입니다.")


@pytest.mark.parametrize("name", ["{reason}.py", "{0}.py", "{name!r}.py", "{", "}}"])
def test_no_value_is_read_as_a_template(name):
    text = sentence("helper_left_out", name=name, reason=Text.same(name))
    assert text.en.count(name) == 2
    assert text.ko.count(name) == 2


def test_a_value_is_one_printable_line_and_not_too_long():
    template = Text(en="[{value}]", ko="[{value}]")
    assert template.format(value="a\x1b[2J\u202eb\ud800").en == "[a\ufffd[2J\ufffdb\ufffd]"
    assert template.format(value="kim.py\n\tAll is well").en == "[kim.py All is well]"
    assert template.format(value="x" * 10**6).en == f"[{'x' * (MAX_SHOWN - 1)}…]"
    assert template.format(value=1.5).en == "[1.5]"


def test_texts_are_joined_language_by_language():
    assert joined([Text.same("a"), Text(en="b", ko="나")], ", ") == Text(en="a, b", ko="a, 나")


def test_no_sentence_is_read_before_one_is_said():
    program = (
        "import autograder.notebook, autograder.locale, autograder.cli.check; "
        "assert not autograder.locale.catalogue.cache_info().currsize"
    )
    subprocess.run([sys.executable, "-c", program], check=True, cwd=PACKAGE.parent)
