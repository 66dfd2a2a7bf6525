"""What Jupyter understands and Python doesn't: magics, shell lines, help requests.

What is harmless is honoured: ``%time K = 2`` runs its statement, ``%run other.py`` that file, ``%%writefile tools.py``
makes a further file of the submission. Everything else is taken out, and told where it might have mattered. Every
other line keeps its number. ``display(...)`` is left alone: it is an ordinary call, for which the worker provides a
function that does nothing.
"""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TypeGuard

from autograder.submission.syntax import Brackets, parse
from autograder.texts import shown

# Cell magics whose body runs as Python in the notebook's own namespace.
TRANSPARENT = frozenset({"time", "capture", "prun"})
WRITES = frozenset({"writefile", "file"})
# Line magics that run a statement in the notebook's own namespace.
RUNS_STATEMENT = frozenset({"time", "prun"})
# Code for what a magic imports.
MEANS = {"pylab": "import numpy, numpy as np, matplotlib.pyplot as plt; from numpy import *"}

# Nothing that is graded hangs on these.
SILENT = frozenset({
    "matplotlib", "config", "load_ext", "reload_ext", "unload_ext", "autoreload", "precision", "who", "who_ls",
    "whos", "pwd", "ls", "dir", "history", "hist", "pip", "conda", "mamba", "uv", "env", "set_env", "xmode",
    "pdb", "pprint", "lsmagic", "magic", "quickref", "colors", "autosave", "notebook", "doctest_mode", "reset",
    "mkdir", "clear", "cat", "debug", "html", "HTML", "javascript", "js", "latex", "markdown", "svg", "bash",
    "sh", "cmd", "script",
})  # fmt: skip
SILENT_SHELL = re.compile(
    r"!{1,2}\s*(?:sudo\s+)?(?:pip3?|python3?\s+-m\s+pip|python3?\s+(?:-V|--version)|conda|mamba|uv|apt(?:-get)?"
    r"|ls|dir|pwd|echo|cat|head|mkdir|clear|nvidia-smi|jupyter)\b"
)
MAX_SHOWN = 40  # characters of a line in a note

CELL_MAGIC = re.compile(r"%%(?P<name>[^\W\d]\w*)?(?P<rest>.*)")
LINE = re.compile(
    r"""(?P<indent>[ \t]*)
    (?: (?P<targets> [^\W\d][\w.,\[\]\ \t*]* = [ \t]* )? (?P<call> [%!] (?!=) .* )   # %magic, !shell, files = !ls
      | \?{1,2} \s* [\w.*%]+ \s* $                    # ?name
      | %{0,2} [\w.*\[\]]+ \?{1,2} \s* $              # name?
    )""",
    re.VERBOSE,
)
MAGIC = re.compile(r"%(?P<name>[^\W\d]\w*)\s*(?P<rest>.*)")
HELP = re.compile(r"[%\w.*\[\]]+\?{1,2}\s*")


@dataclass(frozen=True)
class Inserted:
    """What runs at a line of its own, from 1: the file that ``%run`` names, or the body of a cell magic.

    A notebook's export to a script has the body in a string.
    """

    line: int
    path: str = ""
    source: str = ""


@dataclass(frozen=True)
class Dropped:
    """Something that was taken out, and its line."""

    line: int
    text: str


@dataclass(frozen=True)
class Translation:
    """A cell or script as Python, with as many lines as before, and what runs at some of them.

    ``written`` are the files that it writes by ``%%writefile``: path → text; ``dropped`` was taken out and may have
    mattered.
    """

    source: str
    inserted: tuple[Inserted, ...] = ()
    written: Mapping[str, str] = field(default_factory=dict)
    dropped: tuple[Dropped, ...] = ()


def translate(source: str, module: str = "") -> Translation:
    """Return the source of a notebook cell, or of a script, as Python.

    A line that only Jupyter understands becomes ``pass``, at its own indentation, for it may be all
    that a block holds. A cell that is not in Python, or whose magic runs it elsewhere (``%%bash``,
    ``%%timeit``), comes back blank. A cell that parses as it is keeps every line: ``%`` may well
    start one, inside of brackets or a string.

    A cell that writes the file of ``module``, the assignment's, is the submission's own source.
    """
    translator = _Translator(module, source.split("\n"))
    python = translator.python()
    order = sorted(translator.inserted, key=lambda one: one.line)
    return Translation(python, tuple(order), translator.written, tuple(translator.dropped))


@dataclass
class _Translator:
    module: str
    lines: list[str]
    inserted: list[Inserted] = field(default_factory=list)
    written: dict[str, str] = field(default_factory=dict)
    dropped: list[Dropped] = field(default_factory=list)

    def python(self) -> str:
        for i, line in enumerate(self.lines):
            if not line.strip():
                continue
            magic = CELL_MAGIC.match(line)
            if magic is None:
                break
            name = magic["name"] or ""
            body = "\n".join(self.lines[i + 1 :])
            if not self._is_transparent(name, magic["rest"], body, i + 1):
                return "\n" * (len(self.lines) - 1)
            self.lines[i] = ""
        source = "\n".join(self.lines)
        tree = parse(source)
        if tree is None:
            source = self._without_lines()
            tree = parse(source)
        return source if tree is None else self._without_shell_calls(source, tree)

    def _is_transparent(self, name: str, rest: str, body: str, line: int) -> bool:
        """Say whether the body of a cell magic runs here; note what becomes of it where it doesn't."""
        if name in TRANSPARENT:
            return True
        if name in WRITES:
            words = _words(rest)
            path = safe_path(words[-1]) if words else None
            if path is not None and path == f"{self.module}.py":
                return True
            if path is not None:
                before = self.written.get(path, "") if "-a" in words else ""
                self.written[path] = f"{before}{body}\n"
                return False
        self._drop(line, f"%%{name}{rest}")
        return False

    # ---- lines that aren't Python

    def _without_lines(self) -> str:
        kept = list(self.lines)
        brackets = Brackets()
        i = 0
        while i < len(self.lines):
            found = LINE.match(self.lines[i]) if brackets.at_statement else None
            if found is None:
                brackets.feed(self.lines[i])
                i += 1
                continue
            first = i
            while self.lines[i].endswith("\\") and i + 1 < len(self.lines):
                i += 1
                kept[i] = ""
            text = "\n".join(self.lines[first : i + 1]).replace("\\\n", " ")
            kept[first] = self._line(found, LINE.match(text) or found, first + 1)
            i += 1
        return "\n".join(kept)

    def _line(self, first: re.Match[str], whole: re.Match[str], line: int) -> str:
        """Return the Python for a line of Jupyter's, which may go on over several."""
        indent, targets, call = first["indent"], whole["targets"] or "", whole["call"]
        if call is None or HELP.fullmatch(call):
            return f"{indent}pass"
        code = self._meaning(targets, call, line, top=not indent)
        return indent + ("pass" if code is None else code)

    def _meaning(self, targets: str, call: str, line: int, *, top: bool) -> str | None:
        """Return the Python that a magic stands for; None, and a note, where there is none."""
        magic = MAGIC.match(call)
        name, rest = (magic["name"], magic["rest"]) if magic else ("", "")
        if name in RUNS_STATEMENT and rest and parse(f"{targets}{rest}") is not None:
            return f"{targets}{rest}"
        if name in MEANS and not targets:
            return MEANS[name]
        if name == "run" and top and not targets and (path := _run_path(rest)):
            self.inserted.append(Inserted(line, path=path))
            return None
        self._drop(line, f"{targets}{call}", bool(targets))
        return None

    def _drop(self, line: int, text: str, binds: bool = False) -> None:
        magic = re.match(r"%{1,2}(\w+)", text)
        silent = SILENT_SHELL.match(text) or (magic is not None and magic[1] in SILENT)
        if binds or not silent:
            self.dropped.append(Dropped(line, shown(text.strip(), MAX_SHOWN)))

    # ---- calls of the shell object

    def _without_shell_calls(self, source: str, tree: ast.Module) -> str:
        """Replace statements that call ``get_ipython()``: a notebook's export to a script has them."""
        if "get_ipython" not in source:
            return source
        lines = [line.encode() for line in source.split("\n")]  # columns are counted in bytes
        calls = [node for node in ast.walk(tree) if _is_shell_call(node)]
        # From the end, so that two on one line keep their columns.
        for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset), reverse=True):
            first, last = node.lineno - 1, (node.end_lineno or node.lineno) - 1
            before, after = lines[first][: node.col_offset], lines[last][node.end_col_offset :]
            alone = not before.strip() and not after.strip()
            code = self._shell_call(node, alone, top=alone and not before)
            lines[first] = before + code.encode() + after
            lines[first + 1 : last + 1] = [b""] * (last - first)
        return b"\n".join(lines).decode()

    def _shell_call(self, node: ast.Expr | ast.Assign, alone: bool, top: bool) -> str:
        """Return the Python for one call."""
        method = getattr(getattr(node.value, "func", None), "attr", "")
        arguments = getattr(node.value, "args", ())
        words = [str(one.value) for one in arguments if isinstance(one, ast.Constant)]
        if isinstance(node, ast.Assign) or not words:
            line = self.lines[node.lineno - 1].strip()
            self._drop(node.lineno, line, binds=isinstance(node, ast.Assign))
            return "pass"
        if method == "run_cell_magic" and len(words) == 3:
            name, rest, body = words
            if self._is_transparent(name, f" {rest}", body, node.lineno):
                if top:
                    self.inserted.append(Inserted(node.lineno, source=body))
                else:
                    self._drop(node.lineno, f"%%{name}", binds=True)
            return "pass"
        shown = f"{'%' if 'magic' in method else '!'}{' '.join(words)}"
        code = self._meaning("", shown, node.lineno, top=top)
        if code is not None and (not alone or "\n" in code):
            self._drop(node.lineno, shown, binds=True)
            code = None
        return code or "pass"


def safe_path(name: str) -> str | None:
    """Return a path below the submission's folder in one form; None for one that leads out of it."""
    path = PurePosixPath(name.replace("\\", "/"))
    if path.is_absolute() or ":" in name or ".." in path.parts or not path.name:
        return None
    return str(path)


def _words(text: str) -> list[str]:
    try:
        return shlex.split(text, comments=True, posix=True)
    except ValueError:
        return []


def _run_path(rest: str) -> str | None:
    """Return the file that ``%run`` names; None where it names none of the submission's."""
    words = [word for word in _words(rest.replace("\\", "/")) if word not in ("-i", "-n", "-e")]
    if not words or words[0].startswith("-"):
        return None
    name = words[0] if words[0].endswith((".py", ".ipynb")) else f"{words[0]}.py"
    return safe_path(name)


def _is_shell_call(node: ast.AST) -> TypeGuard[ast.Expr | ast.Assign]:
    """Say whether a statement's value is got from ``get_ipython()``."""
    if not isinstance(node, ast.Expr | ast.Assign):
        return False
    value: ast.expr = node.value
    while isinstance(value, ast.Call | ast.Attribute | ast.Subscript):
        called = isinstance(value, ast.Call)
        value = value.func if isinstance(value, ast.Call) else value.value
        if called and isinstance(value, ast.Name):
            return value.id == "get_ipython"
    return False
