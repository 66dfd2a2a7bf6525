"""Imports of earlier assignments: ``from a03_sigmoid_cross_entropy import sigmoid``.

The module is the student's own file, ``../a03_sigmoid_cross_entropy/a03_sigmoid_cross_entropy.py``
or ``.ipynb``, whichever is filled in. It is read as a submission is, and each statement at its top
runs by itself: one that fails costs what it defines, and using that says why. Of a notebook only
the definitions run; what it prints, draws and trains in loops stays there.
"""

from __future__ import annotations

import importlib.abc
import importlib.machinery
import importlib.util
import linecache
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType

from autograder.errors import SubmissionError
from autograder.kit_files import PUBLIC_CHECKS
from autograder.locale import sentence
from autograder.program import Cell
from autograder.sandbox.inside import guarded
from autograder.sandbox.inside.guarded import Guarded, defines
from autograder.student.place import (
    assignment_of,
    home_of,
    language_in,
    module_of,
    readable_course,
)
from autograder.student.reasons import ASSIGNMENT, unavailable
from autograder.submission.submission import read_submission


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
        sys.meta_path.append(NOWHERE)
    FINDER.add(Path(folder).absolute())


def uninstall() -> None:
    """Take back every :func:`install`, and forget the modules that came by it."""
    for finder in (FINDER, NOWHERE):
        if finder in sys.meta_path:
            sys.meta_path.remove(finder)
    FINDER.clear()


class AssignmentFinder(importlib.abc.MetaPathFinder):
    """Finds assignments' modules in the folders of a student."""

    def __init__(self) -> None:
        self._folders: list[Path] = []
        self._paths: list[str] = []
        # How many of the modules are being run at this moment: one may import another.
        self.loading = 0

    def add(self, folder: Path) -> None:
        """Look in a folder, and beside it, before all others."""
        if folder in self._folders:
            self._folders.remove(folder)
        self._folders.insert(0, folder)
        self.add_path(folder)
        self._forget(lambda name, home: self.home(name) != home)

    def add_path(self, folder: Path) -> None:
        """Let further files be found that the student wrote beside an assignment."""
        if str(folder) not in sys.path:
            sys.path.append(str(folder))
            self._paths.append(str(folder))

    def clear(self) -> None:
        """Look nowhere any more."""
        for path in self._paths:
            if path in sys.path:
                sys.path.remove(path)
        self._paths.clear()
        self._folders.clear()
        self._forget(lambda name, home: True)

    @property
    def first(self) -> Path | None:
        """The folder that is worked in."""
        return self._folders[0] if self._folders else None

    def home(self, name: str) -> Path | None:
        """Return the folder that holds an assignment's module, or None."""
        # Anything else in an assignment's folder is for Python to find.
        if not ASSIGNMENT.match(name):
            return None
        homes = (home_of(folder, name) for folder in self._folders)
        return next((home for home in homes if home is not None), None)

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


class NowhereFinder(importlib.abc.MetaPathFinder):
    """Asked last: says what to do about an assignment of the course that nobody has found."""

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
    ) -> None:
        """Raise ``ModuleNotFoundError`` for an earlier assignment; anything else is not there, and no more."""
        if path is not None or FINDER.first is None or not ASSIGNMENT.match(fullname):
            return
        course = readable_course(FINDER.first)
        if assignment_of(course, fullname) is not None:
            said = sentence("nowhere", module=fullname, folder=FINDER.first.parent)
            raise ModuleNotFoundError(said.in_(language_in(course)), name=fullname)


class AssignmentLoader(importlib.abc.Loader):
    """Loads an assignment's module from the student's file in a folder, ``home``, each statement by itself."""

    def __init__(self, home: Path) -> None:
        self.home = home

    def exec_module(self, module: ModuleType) -> None:
        """Fill a module; raises ``SubmissionError`` only where its file can't be read at all."""
        submission = read_submission(self.home, module.__name__)
        file = self.home / submission.name
        module.__file__ = str(file)
        module.__dict__.setdefault("display", _display)
        FINDER.add_path(self.home)
        notebook = submission.kind == "notebook"
        # What is checked runs whole, as it does in grading; of a notebook that is imported, the definitions.
        whole = not notebook or (
            FINDER.first == self.home and module_of(self.home / PUBLIC_CHECKS) == module.__name__
        )
        run = Guarded(
            module.__dict__,
            lambda error, statement, filename, line: None,
            lambda statement, filename: whole or defines(statement),
            # A student who stops what runs wants it to stop.
            (Exception, SystemExit),
            partial(DefinitionFailed, self.home),
        )
        FINDER.loading += 1
        try:
            for cell in submission.cells:
                # A debugger finds a script by its path; a notebook's cells have none.
                filename = f"{file.name}, {cell.filename}" if notebook else str(file)
                if notebook:
                    _remember_source(filename, cell)
                run.run(cell.source, filename, cell.first_line)
        finally:
            FINDER.loading -= 1


class DefinitionFailed(guarded.DefinitionFailed, SubmissionError):
    """Something was used whose definition had failed; said in the language of the course."""

    def __init__(
        self, folder: Path, name: str, filename: str, line: int, reason: str, module: str = ""
    ) -> None:
        super().__init__(name, Path(filename).name, line, reason, module)
        self._folder = folder

    def __str__(self) -> str:
        return unavailable(self).text("input").in_(language_in(readable_course(self._folder)))


def _display(*args: object, **kwargs: object) -> None:
    """Stand for what a notebook shows a value with."""


def _remember_source(filename: str, cell: Cell) -> None:
    """Let tracebacks show a notebook's lines, which stand in no file of their own."""
    known = linecache.cache.get(filename)
    before = list(known[2])[: cell.first_line - 1] if known is not None and len(known) > 1 else []
    # The pieces of a broken cell follow each other; what was dropped between them is blank.
    before += ["\n"] * (cell.first_line - 1 - len(before))
    lines = [*before, *(f"{line}\n" for line in cell.source.split("\n"))]
    linecache.cache[filename] = (sum(map(len, lines)), None, lines, filename)


FINDER = AssignmentFinder()
NOWHERE = NowhereFinder()
