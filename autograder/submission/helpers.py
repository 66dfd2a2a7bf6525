"""Further files that a submission imports: they go with it into the worker."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import PurePosixPath

from autograder.errors import SubmissionError
from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.beside import Beside
from autograder.submission.limits import MAX_HELPER_BYTES, MAX_HELPERS
from autograder.submission.messages import reason_of, unreadable
from autograder.submission.modules import PACKAGE, imported_modules, package_of
from autograder.submission.naming import CODE
from autograder.submission.syntax import parse
from autograder.submission.tree import NOTEBOOK, SCRIPT
from autograder.texts import Text

COOKIE = re.compile(r"^([ \t\f]*#.*?coding[:=][ \t]*)[-\w.]+", re.ASCII)


def collect_helpers(
    beside: Beside, cells: Iterable[Cell], where: str
) -> tuple[dict[str, bytes], tuple[Text, ...]]:
    """Return the modules beside the chosen file that it imports, directly or by each other.

    The first are paths relative to the chosen file's folder → UTF-8 source; then comes what had to be left out, and
    what was read as something else. A notebook is imported as a script of what it defines.
    """
    files: dict[str, bytes] = {}
    notes: list[Text] = []
    seen: set[str] = set()
    waiting = [path for cell in cells for path in _wanted(cell.source, "")]
    while waiting:
        path = waiting.pop(0)
        if path in seen:
            continue
        seen.add(path)
        try:
            source = beside.module_source(path)
        except SubmissionError as error:
            notes.append(sentence("helper_left_out", name=path, reason=reason_of(error)))
            continue
        if source is None:
            continue
        if path not in beside.written and path not in beside.entries:
            name = str(PurePosixPath(path).with_suffix(NOTEBOOK))
            if not CODE.match(name):  # in place of an earlier assignment, the reference may stand
                notes.append(sentence("notebook_imported", name=name))
        files[path] = _as_utf8(source)
        waiting += _wanted(source, path)
        if len(files) > MAX_HELPERS:
            raise unreadable("too_many", where=where, limit=MAX_HELPERS)
        if (size := sum(map(len, files.values()))) > MAX_HELPER_BYTES:
            raise unreadable("too_large", where=where, found=size, limit=MAX_HELPER_BYTES)
    return dict(sorted(files.items())), tuple(notes)


def _wanted(source: str, path: str) -> list[str]:
    """Return the relative paths at which the imports of a source may lie, their packages first."""
    tree = parse(source)
    if tree is None:
        return []
    paths: list[str] = []
    for name in imported_modules(tree, package_of(path)):
        parts = name.split(".")
        for i in range(1, len(parts) + 1):
            inner = "/".join(parts[:i])
            paths += (f"{inner}/{PACKAGE}", f"{inner}{SCRIPT}")
    return paths


def _as_utf8(source: str) -> bytes:
    """Return source as UTF-8; a cookie in its first two lines must not say otherwise."""
    head, rest = source.split("\n", 2)[:2], source.split("\n", 2)[2:]
    head = [COOKIE.sub(r"\g<1>utf-8", line) for line in head]
    return "\n".join([*head, *rest]).encode()
