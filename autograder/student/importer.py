"""Imports of earlier assignments: ``from a03_sigmoid_cross_entropy import sigmoid``.

The module is the student's own file, ``../a03_sigmoid_cross_entropy/a03_sigmoid_cross_entropy.py``
or ``.ipynb``, whichever is filled in. It is read as a submission is, and each statement at its top
runs by itself: one that fails costs what it defines, and using that says why. Of a notebook only
the definitions run; what it prints, draws and trains in loops stays there.
"""

from __future__ import annotations
import __future__

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import linecache
import re
import sys
import traceback
import warnings
from collections.abc import Callable, Iterable, Sequence
from functools import reduce
from operator import or_
from pathlib import Path
from types import ModuleType

from autograder.errors import SubmissionError
from autograder.sandbox.program import Cell
from autograder.student.messages import NOT_DEFINED_THERE
from autograder.student.place import language_of
from autograder.submission.messages import fill
from autograder.submission.names import bound_names, statements
from autograder.submission.submission import Submission, read_submission
from autograder.submission.tree import NOTEBOOK, SCRIPT
from autograder.texts import Text

# An assignment's module by its name; anything else in an assignment's folder is for Python to find.
ASSIGNMENT = re.compile(r"[a-z]+\d+_\w+$")
# What a definition binds, read off source that doesn't parse.
DEFINED = re.compile(r"^(?:async[ \t]+def|def|class)[ \t]+(\w+)|^(\w+)[ \t]*=[^=]", re.MULTILINE)
# Statements that do something and define nothing.
DEEDS = ast.Expr | ast.For | ast.AsyncFor | ast.While | ast.Assert


def install(folder: Path | str) -> None:
    """Let what runs in an assignment's folder import it and the assignments beside it.

    Calling it again for the same folder changes nothing; for another one, that one's modules come
    first, and those imported from elsewhere are forgotten.

    Parameters
    ----------
    folder
        The folder of an assignment; the others lie beside it.
    """
    if FINDER not in sys.meta_path:
        # Before Python's own: of a .py and an .ipynb, it would always take the .py.
        sys.meta_path.insert(0, FINDER)
    FINDER.add(Path(folder).absolute())


def uninstall() -> None:
    """Take back every :func:`install`, and forget the modules that came by it."""
    if FINDER in sys.meta_path:
        sys.meta_path.remove(FINDER)
    FINDER.clear()


class AssignmentFinder(importlib.abc.MetaPathFinder):
    """Finds assignments' modules in the folders of a student."""

    def __init__(self) -> None:
        self._folders: list[Path] = []

    def add(self, folder: Path) -> None:
        """Look in a folder, and beside it, before all others."""
        if folder in self._folders:
            self._folders.remove(folder)
        self._folders.insert(0, folder)
        if str(folder) not in sys.path:
            sys.path.append(str(folder))  # for further files that the student wrote
        self._forget(lambda name, home: self.home(name) != home)

    def clear(self) -> None:
        """Look nowhere any more."""
        for folder in self._folders:
            if str(folder) in sys.path:
                sys.path.remove(str(folder))
        self._folders.clear()
        self._forget(lambda name, home: True)

    def home(self, name: str) -> Path | None:
        """Return the folder that holds an assignment's module, or None."""
        if not ASSIGNMENT.match(name):
            return None
        for folder in self._folders:
            for home in (folder, folder.parent / name):
                if any((home / f"{name}{suffix}").is_file() for suffix in (SCRIPT, NOTEBOOK)):
                    return home
        return None

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> importlib.machinery.ModuleSpec | None:
        """Return how to load an assignment's module; None leaves it to Python's own finders."""
        home = self.home(fullname) if path is None else None
        if home is None:
            return None
        loader = AssignmentLoader(home)
        return importlib.util.spec_from_loader(fullname, loader, origin=str(home))

    def _forget(self, when: Callable[[str, Path], bool]) -> None:
        for name, module in list(sys.modules.items()):
            loader = getattr(getattr(module, "__spec__", None), "loader", None)
            if isinstance(loader, AssignmentLoader) and when(name, loader.home):
                del sys.modules[name]


class AssignmentLoader(importlib.abc.Loader):
    """Loads an assignment's module from the student's file, statement by statement.

    Attributes
    ----------
    home
        The folder that holds it.
    """

    def __init__(self, home: Path) -> None:
        self.home = home

    def exec_module(self, module: ModuleType) -> None:
        """Fill a module; raises ``SubmissionError`` only where its file can't be read at all."""
        submission = read_submission(self.home, module.__name__)
        module.__file__ = str(self.home / submission.name)
        fill_module(module, submission, Path(module.__file__))


def fill_module(module: ModuleType, submission: Submission, file: Path) -> None:
    """Run a submission's statements in a module, each by itself."""
    notebook = submission.kind == "notebook"
    flags = 0
    for cell in submission.cells:
        # A debugger finds a script by its path; a notebook's cells have none.
        filename = f"{file.name}, {cell.filename}" if notebook else str(file)
        if notebook:
            _remember_source(filename, cell)
        try:
            body = _parse(cell, filename)
        except (SyntaxError, ValueError) as error:
            names = (one or other for one, other in DEFINED.findall(cell.source))
            _replace(names, module, filename, _line_of(error, cell.first_line), error)
            continue
        for statement in body:
            if notebook and isinstance(statement, DEEDS):
                continue
            flags |= _future_flags(statement)
            try:
                _run(statement, module, filename, flags)
            except (Exception, SystemExit) as error:
                names = (name for one in statements([statement]) for name in bound_names(one))
                line = _line_of(error, statement.lineno, filename)
                _replace(names, module, filename, line, error)


class DefinitionFailed(SubmissionError):
    """Something was used whose definition had failed."""


class Unavailable:
    """Stands for a name whose definition failed, and says so when it is used."""

    def __init__(self, folder: Path, text: Text) -> None:
        self._folder = folder
        self._text = text

    def __call__(self, *args: object, **kwargs: object) -> object:
        """Say that it isn't there."""
        raise self._refusal()

    def __getattr__(self, name: str) -> object:
        # Python and its tools ask any object for names of this kind.
        if name.startswith("__"):
            raise AttributeError(name)
        raise self._refusal()

    def _refusal(self) -> DefinitionFailed:
        return DefinitionFailed(self._text.in_(language_of(self._folder)))


def _parse(cell: Cell, filename: str) -> list[ast.stmt]:
    """Return a cell's statements with the line numbers of its file."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # said again when the statement is compiled
        tree = compile(cell.source, filename, "exec", ast.PyCF_ONLY_AST, dont_inherit=True)
    assert isinstance(tree, ast.Module), "exec mode gives a module"
    ast.increment_lineno(tree, cell.first_line - 1)
    return tree.body


def _run(statement: ast.stmt, module: ModuleType, filename: str, flags: int) -> None:
    tree = ast.Module([statement], type_ignores=[])
    code = compile(tree, filename, "exec", flags, dont_inherit=True)
    exec(code, module.__dict__)  # noqa: S102 - the student's own code on their own machine


def _future_flags(statement: ast.stmt) -> int:
    """Return what a ``from __future__`` import switches on for the statements after it."""
    if not isinstance(statement, ast.ImportFrom) or statement.module != "__future__":
        return 0
    known = (getattr(__future__, alias.name, None) for alias in statement.names)
    return reduce(or_, (one.compiler_flag for one in known if one is not None), 0)


def _replace(
    names: Iterable[str], module: ModuleType, filename: str, line: int, error: BaseException
) -> None:
    """Let names that a failed statement would have bound say so; an earlier definition stays."""
    reason = error.msg if isinstance(error, SyntaxError) else str(error)
    shown = f"{type(error).__name__}: {reason}".removesuffix(": ")
    folder = Path(module.__file__ or ".").parent
    for name in names:
        text = fill(
            NOT_DEFINED_THERE, name=name, filename=Path(filename).name, line=line, error=shown
        )
        module.__dict__.setdefault(name, Unavailable(folder, text))


def _line_of(error: BaseException, first_line: int, filename: str | None = None) -> int:
    """Return the line of a file at which an error arose."""
    if isinstance(error, SyntaxError) and filename is None:
        return first_line - 1 + (error.lineno or 1)
    frames = traceback.extract_tb(error.__traceback__)
    lines = [frame.lineno for frame in frames if frame.filename == filename and frame.lineno]
    return lines[-1] if lines else first_line


def _remember_source(filename: str, cell: Cell) -> None:
    """Let tracebacks show a notebook's lines, which stand in no file of their own."""
    known = linecache.cache.get(filename)
    before = list(known[2]) if known is not None and len(known) > 1 else []
    lines = [f"{line}\n" for line in cell.source.split("\n")]
    # The pieces of a broken cell follow each other; what was dropped between them is blank.
    before = before[: cell.first_line - 1]
    before += ["\n"] * (cell.first_line - 1 - len(before))
    whole = [*before, *lines]
    linecache.cache[filename] = (sum(map(len, whole)), None, whole, filename)


FINDER = AssignmentFinder()
