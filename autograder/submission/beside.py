"""The files beside the one that is graded, as it may name them: in an import, by ``%run``, or to read data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from pathlib import PurePosixPath

from autograder.errors import SubmissionError
from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission import limits
from autograder.submission.contents import Contents, Run
from autograder.submission.experiments import Part, without_experiments
from autograder.submission.identity import original_name
from autograder.submission.messages import listed, place, reason_of, unreadable
from autograder.submission.modules import PACKAGE, imported_modules, package_of
from autograder.submission.naming import CODE, plain_name
from autograder.submission.notebook import read_notebook
from autograder.submission.script import decode_script, read_script
from autograder.submission.statements import tree_of
from autograder.submission.tree import DATA, NOTEBOOK, SCRIPT, Entry, Tree
from autograder.texts import Text

COOKIE = re.compile(r"^([ \t\f]*#.*?coding[:=][ \t]*)[-\w.]+", re.ASCII)
MAX_RUN_DEPTH = 3  # files that run files
# What reads a file whose name may have been put together.
READS = re.compile(
    r"\b(?:open|load|loadtxt|genfromtxt|fromfile|memmap|read_\w+|DictReader|reader|glob|listdir|iterdir)\s*\("
)


@dataclass
class Beside:
    """The files beside the one that is graded, and below it: path relative to its folder → the file, by its plain name.

    ``written`` are files that it writes itself; they come before those on disk.
    """

    entries: Mapping[str, Entry]
    written: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, tree: Tree, chosen: Entry, written: Mapping[str, str]) -> Beside:
        """Return the files beside one that was chosen, without what a platform added to their names."""
        folder = chosen.path.parent
        entries: dict[str, Entry] = {}
        for entry in (*tree.others, *tree.sources):
            if entry is not chosen and entry.path.is_relative_to(folder):
                relative = entry.path.relative_to(folder)
                entries[str(relative.with_name(plain_name(original_name(relative.name))))] = entry
        return cls(entries, written)

    # ---- sources

    def contents(self, path: str) -> Contents | None:
        """Return what a script or notebook holds, None where there is none; ``SubmissionError`` if it can't be read."""
        if path in self.written:
            return read_script(self.written[path].encode(), path, path)
        entry = self.entries.get(path)
        if entry is None:
            return None
        if entry.suffix == NOTEBOOK:
            return read_notebook(entry.read(limits.MAX_NOTEBOOK_BYTES), path)
        return read_script(entry.read(limits.MAX_SOURCE_BYTES), path, path)

    def inline(self, parts: Sequence[Cell | Run]) -> tuple[tuple[Cell, ...], tuple[Text, ...]]:
        """Return cells with the files that they run in their places, and what could not be run."""
        notes: list[Text] = []
        return tuple(self._inlined(parts, (), notes)), tuple(notes)

    def _inlined(
        self, parts: Iterable[Cell | Run], outer: tuple[str, ...], notes: list[Text]
    ) -> Iterable[Cell]:
        for part in parts:
            if isinstance(part, Cell):
                yield part
                continue
            where = place(part.filename, part.line)
            try:
                found = self.contents(part.path)
            except SubmissionError as error:
                notes.append(
                    sentence("run_left_out", name=part.path, place=where, reason=reason_of(error))
                )
                continue
            if found is None:
                notes.append(sentence("run_without_file", name=part.path, place=where))
            elif part.path not in outer and len(outer) < MAX_RUN_DEPTH:
                inner = self._inlined(found.parts, (*outer, part.path), notes)
                for cell in inner:  # a notebook's are named after it
                    of_notebook = cell.filename.startswith("notebook cell")
                    named = f"{part.path}, {cell.filename}" if of_notebook else cell.filename
                    yield replace(cell, filename=named)

    # ---- what is imported

    def helpers(
        self, cells: Iterable[Cell], where: str
    ) -> tuple[dict[str, bytes], tuple[Text, ...]]:
        """Return the modules that cells import, directly or by each other: path → UTF-8 source; and what to know of it.

        A notebook is imported as a script of what it defines.
        """
        files: dict[str, bytes] = {}
        notes: list[Text] = []
        seen: set[str] = set()
        waiting = [path for cell in cells for path in _imported(cell, "")]
        while waiting:
            path = waiting.pop(0)
            if path in seen:
                continue
            seen.add(path)
            try:
                source, notebook = self._module(path)
            except SubmissionError as error:
                notes.append(sentence("helper_left_out", name=path, reason=reason_of(error)))
                continue
            if source is None:
                continue
            # In place of an earlier assignment's, the reference may stand.
            if notebook and not CODE.match(notebook):
                notes.append(sentence("notebook_imported", name=notebook))
            files[path] = _as_utf8(source)
            waiting += _imported(Cell(source, path), package_of(path))
            if len(files) > limits.MAX_HELPERS:
                raise unreadable("too_many", where=where, limit=limits.MAX_HELPERS)
            if (size := sum(map(len, files.values()))) > limits.MAX_HELPER_BYTES:
                limit = limits.MAX_HELPER_BYTES
                raise unreadable("too_large", where=where, found=size, limit=limit)
        return dict(sorted(files.items())), tuple(notes)

    def _module(self, path: str) -> tuple[str | None, str]:
        """Return the source that importing a relative path runs, and the notebook that it is of; it may be neither."""
        if path in self.written:
            return self.written[path], ""
        if path in self.entries:
            data = self.entries[path].read(limits.MAX_SOURCE_BYTES)
            return decode_script(data, path), ""
        notebook = str(PurePosixPath(path).with_suffix(NOTEBOOK))
        contents = self.contents(notebook) if notebook in self.entries else None
        return None if contents is None else _as_script(contents, notebook), notebook

    # ---- data

    def data(self, sources: Sequence[str]) -> tuple[dict[str, bytes], tuple[Text, ...]]:
        """Return the data files that sources may read, within limits; and what was left out.

        A file counts where its name stands in a source; where a source reads files, every one does.
        """
        text = "\n".join(sources)
        reads = READS.search(text) is not None
        written = {path: source.encode() for path, source in self.written.items()}
        paths = {
            path
            for path in (*self.written, *self.entries)
            if PurePosixPath(path).suffix.lower() in DATA
        }
        named = {path for path in paths if PurePosixPath(path).name in text}
        files: dict[str, bytes] = {}
        missed: list[str] = []
        left = limits.MAX_DATA_BYTES
        for path in sorted(paths if reads else named, key=lambda one: (one not in named, one)):
            try:
                data = written[path] if path in written else self.entries[path].read(left)
            except SubmissionError:
                data = None
            if data is not None and len(data) <= left and len(files) < limits.MAX_DATA_FILES:
                files[path] = data
                left -= len(data)
            elif path in named:  # what nobody named is no loss
                missed.append(path)
        if not missed:
            return files, ()
        allowed = {"count": limits.MAX_DATA_FILES, "limit": limits.MAX_DATA_BYTES >> 20}
        return files, (sentence("data_left_out", names=listed(missed), **allowed),)


def _as_script(contents: Contents, name: str) -> str:
    """Return what a notebook defines as one script, each cell under its own heading."""
    parts = [Part(cell.source, experiment=True) for cell in contents.cells]
    sources = zip(contents.cells, without_experiments(parts), strict=True)
    return "\n".join(f"# {name}, {cell.filename}\n{source}" for cell, source in sources)


def _imported(cell: Cell, package: str) -> list[str]:
    """Return the relative paths at which the imports of a source may lie, their packages first."""
    tree = tree_of(cell)
    paths: list[str] = []
    for name in imported_modules(tree, package) if tree is not None else ():
        for inner in accumulate(name.split("."), "{}/{}".format):
            paths += (f"{inner}/{PACKAGE}", f"{inner}{SCRIPT}")
    return paths


def _as_utf8(source: str) -> bytes:
    """Return source as UTF-8; a cookie in its first two lines must not say otherwise."""
    head, rest = source.split("\n", 2)[:2], source.split("\n", 2)[2:]
    return "\n".join([*(COOKIE.sub(r"\g<1>utf-8", line) for line in head), *rest]).encode()
