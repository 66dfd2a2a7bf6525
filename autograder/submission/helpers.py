"""Further files that a submission imports: they go with it into the worker."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from autograder.errors import SubmissionError
from autograder.sandbox.program import Cell
from autograder.submission.limits import MAX_HELPER_BYTES, MAX_HELPERS, MAX_SOURCE_BYTES
from autograder.submission.messages import (
    HELPER_UNREADABLE,
    TOO_LARGE,
    TOO_MANY,
    UnreadableSubmission,
    fill,
    unreadable,
)
from autograder.submission.script import decode_script
from autograder.submission.syntax import parse
from autograder.submission.tree import SCRIPT, Entry, Tree
from autograder.texts import Text

PACKAGE = "__init__.py"
COOKIE = re.compile(r"^([ \t\f]*#.*?coding[:=][ \t]*)[-\w.]+", re.ASCII)


def collect_helpers(
    tree: Tree, chosen: Entry, cells: Iterable[Cell]
) -> tuple[dict[str, bytes], tuple[Text, ...]]:
    """Return the ``.py`` files beside the chosen one that it imports, directly or by each other.

    Returns
    -------
    files
        Path relative to the chosen file's folder → UTF-8 source.
    notes
        What had to be left out.
    """
    folder = chosen.path.parent
    beside = {
        str(entry.path.relative_to(folder)): entry
        for entry in tree.sources
        if entry.suffix == SCRIPT and entry is not chosen and entry.path.is_relative_to(folder)
    }
    files: dict[str, bytes] = {}
    notes: list[Text] = []
    left_out: set[str] = set()
    waiting = [path for cell in cells for path in _wanted(cell.source, "")]
    while waiting:
        path = waiting.pop(0)
        if path not in beside or path in files or path in left_out:
            continue
        try:
            source = decode_script(beside[path].read(MAX_SOURCE_BYTES), path)
        except SubmissionError as error:
            left_out.add(path)
            reason = error.text if isinstance(error, UnreadableSubmission) else None
            notes.append(fill(HELPER_UNREADABLE, name=path, reason=reason or str(error)))
            continue
        files[path] = _as_utf8(source)
        waiting += _wanted(source, path)
        if len(files) > MAX_HELPERS:
            raise unreadable(TOO_MANY, where=tree.where, limit=MAX_HELPERS)
        if (size := sum(map(len, files.values()))) > MAX_HELPER_BYTES:
            raise unreadable(TOO_LARGE, where=tree.where, found=size, limit=MAX_HELPER_BYTES)
    return dict(sorted(files.items())), tuple(notes)


def imported_modules(tree: ast.AST, package: str = "") -> Iterator[str]:
    """Yield the dotted names of what a source imports, wherever the import stands.

    ``from a import b`` yields ``a`` and ``a.b``, for ``b`` may be a module. Relative imports are
    resolved in ``package``.
    """
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = absolute(node, package)
            if base:
                yield base
            for alias in node.names:
                yield f"{base}.{alias.name}" if base else alias.name
        elif isinstance(node, ast.Call) and node.args:
            function, name = node.func, node.args[0]
            called = getattr(function, "attr", getattr(function, "id", ""))
            by_name = called in ("import_module", "__import__")
            if by_name and isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield name.value


def absolute(node: ast.ImportFrom, package: str) -> str:
    """Return the module that an import names, a relative one resolved in its package."""
    if not node.level:
        return node.module or ""
    parts = package.split(".") if package else []
    parts = parts[: max(0, len(parts) - node.level + 1)]
    return ".".join([*parts, node.module] if node.module else parts)


def module_name(path: str) -> str:
    """Return the module that a relative path holds: "tools/norms.py" is "tools.norms"."""
    inner = PurePosixPath(path)
    parts = inner.parent.parts if inner.name == PACKAGE else inner.with_suffix("").parts
    return ".".join(parts)


def package_of(path: str) -> str:
    """Return the package in which a file's relative imports are resolved."""
    return ".".join(PurePosixPath(path).parent.parts)


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
