"""What a source imports, and which module a file of a submission is."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import PurePosixPath

PACKAGE = "__init__.py"


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
