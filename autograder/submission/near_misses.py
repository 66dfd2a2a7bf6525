"""Why a function is missing: it stands elsewhere, under another spelling, in a text, or couldn't be read."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.lost import Problem, lost_names
from autograder.submission.messages import place
from autograder.submission.modules import cell_of, module_name
from autograder.submission.statements import (
    Definition,
    Statement,
    bound_names,
    statements,
    top_level,
)
from autograder.submission.tree import SCRIPT
from autograder.texts import Text

if TYPE_CHECKING:
    from autograder.submission.submission import Submission

LEAST_ALIKE = 0.8  # of two spellings; "gradeint" and "gradient" are 0.88 alike
SHORT = 4  # letters of a name that is another one as soon as one letter differs


def near_misses(submission: Submission, names: Collection[str]) -> dict[str, Text]:
    """Return, for each wanted name that a submission doesn't bind, what comes nearest to it, if anything does.

    Wanted are all functions, classes and methods ("Net.fit") that its tasks ask for: one of them is no other spelling
    of another.
    """
    places = _Places.of(submission.cells)
    found: dict[str, Text | None] = {}
    for name in names:
        owner, _, member = name.rpartition(".")
        wanted = name.partition(".")[0]
        if owner in places.classes:
            methods = places.classes[owner]
            if member not in methods:
                members = {each.rpartition(".")[2] for each in names}
                found[name] = _other_spelling(member, methods, members)
        elif wanted not in places.top:
            found[name] = (
                places.inside_of(wanted)
                or _in_files(submission, wanted)
                or _in_texts(submission, wanted)
                or _other_spelling(wanted, places.top, names)
                or _in_comments(submission.cells, wanted)
            )
    return {name: text for name, text in found.items() if text is not None}


def why_missing(
    submission: Submission, names: Collection[str], problems: Iterable[Problem] = ()
) -> dict[str, Text]:
    """Return why wanted names are missing, as far as that can be told: lost while loading, or nearly there.

    ``problems`` are what went wrong while it was loaded, ``worker.load_errors``.
    """
    lost = lost_names(submission.cells, problems)
    near = near_misses(submission, names)
    texts = {name: lost[top].text for name in names if (top := name.partition(".")[0]) in lost}
    return {name: texts.get(name) or near[name] for name in names if name in texts or name in near}


@dataclass
class _Places:
    """Where a submission binds names: at the top level, in classes of the top level, and inside of something else.

    Of the last, what is said comes first, then of what it is inside.
    """

    top: dict[str, Statement] = field(default_factory=dict)
    classes: dict[str, dict[str, Statement]] = field(default_factory=dict)
    inside: dict[str, tuple[str, str, Statement]] = field(default_factory=dict)

    @classmethod
    def of(cls, cells: Iterable[Cell]) -> _Places:
        places = cls()
        for outer in top_level(cells):
            for statement in outer.inner:
                places._take(statement, outer.under_main)
        return places

    def inside_of(self, name: str) -> Text | None:
        """Say inside of what a name is bound."""
        if name not in self.inside:
            return None
        code, owner, statement = self.inside[name]
        return sentence(code, name=name, owner=owner, place=statement.place)

    def _take(self, statement: Statement, under_main: bool) -> None:
        node, cell = statement.node, statement.cell
        for name in bound_names(node):
            if under_main:
                self.inside.setdefault(name, ("near_under_main", "", statement))
            else:
                self.top[name] = statement
        if not isinstance(node, Definition):
            return
        code = "near_in_function"
        if isinstance(node, ast.ClassDef):
            code = "near_in_class"
            members = (Statement(member, cell) for member in statements(node.body))
            self.classes[node.name] = {
                name: member for member in members for name in bound_names(member.node)
            }
        for inner in ast.walk(node):
            if inner is not node and isinstance(inner, Definition):
                self.inside.setdefault(inner.name, (code, node.name, Statement(inner, cell)))


def _other_spelling(
    name: str, there: Mapping[str, Statement], wanted: Collection[str]
) -> Text | None:
    """Say which name that is there may be meant."""
    alike = {
        other: _alike(name, other)
        for other in there
        if other not in wanted and not other.startswith("__")
    }
    best = max(alike, key=lambda other: alike[other], default=None)
    if best is None or alike[best] < LEAST_ALIKE:
        return None
    return sentence("near_spelling", name=name, found=best, place=there[best].place)


def _alike(one: str, other: str) -> float:
    """Return how alike two names are: 1 where only capitals and underscores differ."""
    one, other = (name.lower().replace("_", "") for name in (one, other))
    if one == other:
        return 1.0
    if min(len(one), len(other)) <= SHORT:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _in_files(submission: Submission, name: str) -> Text | None:
    """Say that a helper defines a name which the submission doesn't import."""
    for path, content in submission.files.items():
        for statement in top_level([cell_of(path, content)] if path.endswith(SCRIPT) else []):
            defines = isinstance(statement.node, Definition | ast.Assign)
            if defines and name in bound_names(statement.node):
                module = module_name(path)
                return sentence("near_in_file", name=name, place=statement.place, module=module)
    return None


def _in_texts(submission: Submission, name: str) -> Text | None:
    """Say that a cell which isn't code holds a definition."""
    definition = _definition_of(name)
    for aside in submission.asides:
        if definition.search(aside.source):
            where = sentence("after_cell" if aside.after else "before_cells", number=aside.after)
            code = "near_in_raw" if aside.kind == "raw" else "near_in_markdown"
            return sentence(code, name=name, place=where)
    return None


def _in_comments(cells: Iterable[Cell], name: str) -> Text | None:
    """Say that a definition stands in a comment or in a text of several lines."""
    definition = _definition_of(name)
    for cell in cells:
        for number, line in enumerate(cell.source.split("\n"), cell.first_line):
            if definition.match(line):
                return sentence("near_in_comment", name=name, place=place(cell.filename, number))
    return None


def _definition_of(name: str) -> re.Pattern[str]:
    return re.compile(rf"^[\s#>`]*(?:async\s+def|def|class)\s+{re.escape(name)}\b", re.MULTILINE)
