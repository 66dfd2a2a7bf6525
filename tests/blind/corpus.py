"""Reading the blind corpus: right programs, and wrong ones that replace a few definitions of the first right one."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "programs"
MARK = "\n# witness\n"


@dataclass(frozen=True)
class Blind:
    """A program that somebody wrote who had read nothing but the stub.

    Attributes
    ----------
    code
        The assignment's.
    name
        The file it was read from, "wrong/07_stale_bias".
    source
        The whole program.
    task, promise, broken, mistake
        Of a wrong one: the task; the words of the stub that it breaks; what it does instead; what an instructor would
        call that.
    """

    code: str
    name: str
    source: str
    task: str = ""
    promise: str = ""
    broken: str = ""
    mistake: str = ""


def read_right(code: str) -> list[Blind]:
    """Return the right programs of an assignment."""
    files = [FOLDER / code / "base.py", *sorted((FOLDER / code / "right").glob("*.py"))]
    return [
        Blind(code, file.relative_to(FOLDER / code).with_suffix("").as_posix(), file.read_text(encoding="utf-8"))
        for file in files
    ]  # fmt: skip


def read_wrong(code: str) -> list[Blind]:
    """Return the wrong programs of an assignment."""
    base = (FOLDER / code / "base.py").read_text(encoding="utf-8")
    programs = []
    for file in sorted((FOLDER / code / "wrong").glob("*.py")):
        text = file.read_text(encoding="utf-8")
        head = ast.get_docstring(ast.parse(text)) or ""
        said = {
            key.strip(): value.strip()
            for key, _, value in (line.partition(":") for line in head.splitlines())
        }
        programs.append(
            Blind(
                code, f"wrong/{file.stem}", instead(base, text.partition(MARK)[0]),
                said["task"], said["promise"], said["broken"], said["name"],
            )
        )  # fmt: skip
    return programs


def instead(base: str, body: str) -> str:
    """Return a program with some of its definitions replaced by others of the same names; what is new comes first."""
    lines, new = base.splitlines(), body.splitlines()
    old = {node.name: node for node in ast.parse(base).body if _defines(node)}  # type: ignore[attr-defined]
    tree = ast.parse(base)
    added: list[str] = []
    replaced: dict[str, list[str]] = {}
    for node in ast.parse(body).body:
        piece = new[_first(node) : node.end_lineno]
        if _defines(node) and node.name in old:  # type: ignore[attr-defined]
            replaced[node.name] = piece  # type: ignore[attr-defined]
        elif not isinstance(node, ast.Expr):
            added += piece
    for node in reversed(tree.body):
        if _defines(node) and node.name in replaced:  # type: ignore[attr-defined]
            lines[_first(node) : node.end_lineno] = replaced[node.name]  # type: ignore[attr-defined]
    imports = [
        node.end_lineno or 0 for node in tree.body if isinstance(node, ast.Import | ast.ImportFrom)
    ]
    at = max(imports, default=0)
    lines[at:at] = added
    return "\n".join(lines) + "\n"


def _defines(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.ClassDef)


def _first(node: ast.stmt) -> int:
    marks = getattr(node, "decorator_list", [])
    return min([node.lineno, *(mark.lineno for mark in marks)]) - 1
