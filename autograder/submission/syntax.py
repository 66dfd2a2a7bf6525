"""Python source: whether it parses, and which parts of a broken one do."""

from __future__ import annotations

import ast
import re
import warnings
from bisect import bisect_right
from dataclasses import dataclass

from autograder.submission.limits import PARSE_BUDGET

# A coarse piece starts where a definition or a percent-format cell does, a fine one at any statement of the top level.
# Old editors put a form feed before either; to Python it is nothing.
COARSE = re.compile(r"\f*(?:(?:def|class|async\s+def)\b|@|#\s*%%)")
FINE = re.compile(r"\f*(?![\s#)\]}]|(?:else|elif|except|finally|case)\b).")
# How many starts a whole piece may reach over: a decorator needs its function, a string may hold a "def".
COARSE_REACH = 6
FINE_REACH = 24


def parse(source: str) -> ast.Module | None:
    """Return the syntax tree of a source, or None where Python can't parse it."""
    tree = parsed(source)
    return tree if isinstance(tree, ast.Module) else None


def parsed(source: str) -> ast.Module | Exception:
    """Return the syntax tree of a source, or why Python can't parse it.

    The parser gives up on nesting without end by MemoryError and RecursionError, on lone surrogates
    by ValueError. What it warns about (an invalid escape sequence) is the student's business.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return ast.parse(source)
        except (SyntaxError, ValueError, MemoryError, RecursionError) as error:
            return error


@dataclass(frozen=True)
class Piece:
    """Some consecutive lines of a source, the number of the first, and whether Python can parse them."""

    source: str
    first_line: int
    whole: bool


def pieces(source: str) -> list[Piece]:
    """Split a source so that what can't be parsed is small; every line keeps its number.

    A source that parses is one piece. A broken one is taken from its top: all up to the next
    function, class or cell, where that parses; else one statement, with as few followers as make it
    whole; else one statement as broken.
    """
    if not source.strip():
        return []
    if parse(source) is not None:
        return [Piece(source, 1, True)]
    lines = source.split("\n")
    left = PARSE_BUDGET - len(source)

    def parses(first: int, end: int) -> bool:
        nonlocal left
        if left < 0:
            return False  # without looking
        part = "\n".join(lines[first:end])
        left -= len(part)
        return parse(part) is not None

    coarse = [*_starts(lines, COARSE), len(lines)]
    fine = sorted({*coarse, *_starts(lines, FINE)})
    found: list[Piece] = []
    first = 0
    while first < len(lines):
        far, near = bisect_right(coarse, first), bisect_right(fine, first)
        ends = (*coarse[far : far + COARSE_REACH], *fine[near : near + FINE_REACH])
        end = next((end for end in ends if parses(first, end)), None)
        last = fine[near] if end is None else end
        text = "\n".join(lines[first:last])
        if end is not None and found and found[-1].whole:  # joined with its neighbour
            before = found.pop()
            found.append(Piece(f"{before.source}\n{text}", before.first_line, True))
        else:
            found.append(Piece(text, first + 1, end is not None))
        first = last
    return [piece for piece in found if piece.source.strip()]


def _starts(lines: list[str], pattern: re.Pattern[str]) -> list[int]:
    """Return the indices of the lines, but for the first, that match a pattern."""
    return [i for i, line in enumerate(lines) if i and pattern.match(line)]


class Brackets:
    """Follows source line by line, to say whether the next one starts a statement.

    It knows strings, comments, brackets and backslashes, and nothing else; so it also works on
    lines around which Python's own tokenizer gives up.
    """

    _token = re.compile(r"""\\.?|\"{3}|'{3}|["'#]|[\[({]|[\])}]""", re.DOTALL)

    def __init__(self) -> None:
        self._depth = 0
        self._quote = ""
        self._continued = False

    @property
    def at_statement(self) -> bool:
        """Whether the next line is at the start of a statement."""
        return not (self._depth or self._quote or self._continued)

    def feed(self, line: str) -> None:
        """Take in the next line, without its line end."""
        self._continued = False
        for token in self._token.finditer(line):
            text = token.group()
            if text == "\\":
                self._continued = True
            elif text.startswith("\\"):
                continue
            elif self._quote:
                # Inside '…', three quotes in a row close it and open and close another: '' and '.
                if text == self._quote or (len(self._quote) == 1 and text == self._quote * 3):
                    self._quote = ""
            elif text == "#":
                break
            elif text[0] in "\"'":
                self._quote = text
            elif text in "[({":
                self._depth += 1
            else:
                self._depth = max(0, self._depth - 1)
        if len(self._quote) == 1 and not self._continued:
            self._quote = ""  # never closed: Python ends it with the line, too
