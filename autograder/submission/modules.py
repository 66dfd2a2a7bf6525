"""What a source imports, and which module a file of a submission is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

from autograder.program import Cell
from autograder.submission.statements import Imports

PACKAGE = "__init__.py"


def imported_modules(tree: ast.AST, package: str = "") -> Iterator[str]:
    """Yield the dotted names of what a source imports, wherever the import stands.

    ``from a import b`` yields ``a.b``, for ``b`` may be a module. Relative imports are resolved in ``package``.
    """
    for node in ast.walk(tree):
        if isinstance(node, Imports):
            yield from imported_names(node, package)
        elif isinstance(node, ast.Call) and node.args:
            function, name = node.func, node.args[0]
            called = getattr(function, "attr", getattr(function, "id", ""))
            by_name = called in ("import_module", "__import__")
            if by_name and isinstance(name, ast.Constant) and isinstance(name.value, str):
                yield name.value


def imported_names(node: Imports, package: str) -> list[str]:
    """Return the dotted names that an import names, each at its full length; of ``*``, the module."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    base = node.module or ""
    if node.level:
        parts = package.split(".") if package else []
        parts = parts[: max(0, len(parts) - node.level + 1)]
        base = ".".join([*parts, base] if base else parts)
    names = ("" if alias.name == "*" else alias.name for alias in node.names)
    return [".".join(filter(None, (base, name))) for name in names]


def module_name(path: str) -> str:
    """Return the module that a relative path holds: "tools/norms.py" is "tools.norms"."""
    inner = PurePosixPath(path)
    parts = inner.parent.parts if inner.name == PACKAGE else inner.with_suffix("").parts
    return ".".join(parts)


def package_of(path: str) -> str:
    """Return the package in which a file's relative imports are resolved."""
    return ".".join(PurePosixPath(path).parent.parts)


def cell_of(path: str, source: bytes) -> Cell:
    """Return a file of a submission as a cell."""
    return Cell(source.decode("utf-8", "replace"), path)
