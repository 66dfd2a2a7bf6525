"""``Submission``: what was handed in, as cells that a worker can load."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.locale import sentence
from autograder.program import Cell
from autograder.submission.archive import archive_tree
from autograder.submission.beside import Beside
from autograder.submission.choice import Kind, Reading, choose, holds_source, read_source
from autograder.submission.contents import Aside
from autograder.submission.definitions import Definitions, definitions
from autograder.submission.identity import original_name
from autograder.submission.lost import needed_from_main, source_problems
from autograder.submission.messages import unreadable
from autograder.submission.naming import ANOTHER, certainty, suffix_of
from autograder.submission.overwritten import restored
from autograder.submission.script import read_script
from autograder.submission.statements import Definition, top_level
from autograder.submission.tree import (
    ARCHIVE,
    SOURCES,
    Tree,
    file_entry,
    folder_tree,
    kind_of_file,
    sort_entries,
)
from autograder.texts import Text

MAX_PLACES_SHOWN = 4


@dataclass(frozen=True)
class Submission:
    """What one student handed in for one assignment.

    Attributes
    ----------
    name
        The file that was read, as the student called it, relative to what was handed in.
    path
        What was handed in: a file, a folder or an archive.
    module
        The assignment's module, "a01_gradient_descent_line".
    kind
        Whether the file is a script or a notebook.
    cells
        Its source: graded cells only, in order, every line with its own number.
    files
        Further ``.py`` files that it imports, and data that it may read: relative path → content.
    notes
        What a student should know about the reading, such as which of two files was taken.
    asides
        The cells of a notebook that aren't code and look as if they held some.
    digest
        SHA-256 of what a worker loads, in hexadecimal; outputs and texts of a notebook don't count, nor do notes.
    """

    name: str
    path: Path
    module: str
    kind: Kind
    cells: tuple[Cell, ...]
    files: Mapping[str, bytes] = field(default_factory=dict)
    notes: tuple[Text, ...] = ()
    asides: tuple[Aside, ...] = ()
    digest: str = field(init=False, default="")

    def __post_init__(self) -> None:
        object.__setattr__(self, "digest", _digest(self.module, self.cells, self.files))


def read_submission(
    path: Path | str,
    module: str,
    *,
    stub_text: str | None = None,
    further: Sequence[Path] = (),
) -> Submission:
    """Read what one student handed in.

    Parameters
    ----------
    path
        A ``.py`` or ``.ipynb`` file, which is taken whatever its name; or a folder or ``.zip`` of one student's, in
        which the file is looked for (``autograder.submission.choice`` has the rule).
    module
        The assignment's module, "a01_gradient_descent_line".
    stub_text
        The ``.py`` of the assignment as it was handed out, in any language: an untouched copy then loses against a
        file that was worked on, and a function that it asks for is graded even where its name was overwritten later.
    further
        Further files of the same submission, as learning platforms write them beside ``path``.

    Raises
    ------
    UnreadableSubmission
        A ``SubmissionError`` that says in every language what is wrong, where, and what to do. No other exception comes
        out, whatever the files hold.
    """
    path, release = Path(path), _release(stub_text)
    tree, reading = _chosen(path, module, release, further)
    contents = reading.contents
    beside = Beside.of(tree, reading.entry, contents.written)
    cells, not_run = beside.inline(contents.parts)
    cells, overwritten = restored(cells, release.code if release is not None else ())
    helpers, left_out = beside.helpers(cells, tree.where)
    helper_texts = (source.decode("utf-8", "replace") for source in helpers.values())
    data, too_much = beside.data([*(cell.source for cell in cells), *helper_texts])
    of_versions = filter(None, (problem.text for problem in source_problems(cells)))
    of_files = (*not_run, *left_out, *too_much)
    of_names = (*overwritten, *_defined_twice(reading), *needed_from_main(cells))
    return Submission(
        name=str(reading.entry.path),
        path=path,
        module=module,
        kind=reading.kind,
        cells=cells,
        files={**data, **helpers},
        notes=(*reading.notes, *contents.notes, *of_files, *of_names, *of_versions),
        asides=contents.asides,
    )


def _chosen(
    path: Path, module: str, release: Definitions | None, further: Sequence[Path]
) -> tuple[Tree, Reading]:
    """Return the files of what was handed in, and the one that is graded."""
    if further:
        tree = sort_entries(str(path.parent), map(file_entry, (path, *further)))
        return tree, choose(tree, module, release, original_name)
    tree = _tree(path)
    if not path.is_file() or suffix_of(path.name) == ARCHIVE:
        return tree, choose(tree, module, release)
    reading = read_source(tree.sources[0], str(path), module)
    if certainty(original_name(path.name), module) == ANOTHER:
        note = sentence("other_name", name=path.name, module=module)
        reading = replace(reading, notes=(note, *reading.notes))
    return tree, reading


@lru_cache(maxsize=16)
def _release(stub_text: str | None) -> Definitions | None:
    """Return what the untouched assignment defines; one that can't be read helps no choice."""
    if stub_text is None:
        return None
    try:
        return definitions(read_script(stub_text.encode(), "release", "release").cells)
    except SubmissionError:
        return None


def _tree(path: Path) -> Tree:
    """Return the files of what was handed in."""
    suffix = suffix_of(path.name)
    try:
        if path.is_dir():
            if suffix in (*SOURCES, ARCHIVE):
                raise unreadable("folder_named_like_file", where=path, suffix=suffix)
            return folder_tree(path)
        if not path.exists():
            raise unreadable("missing", where=path)
        if not path.is_file():
            raise unreadable("not_a_file", where=path, found=kind_of_file(path))
        if suffix == ARCHIVE:
            return archive_tree(path)
        entry = file_entry(path)
        if suffix in SOURCES or holds_source(entry):
            return Tree(str(path), (entry,))
    except (OSError, ValueError) as error:
        # A name too long for the file system, or with a NUL in it.
        reason = getattr(error, "strerror", None) or error
        raise unreadable("no_permission", where=path, reason=reason) from None
    raise unreadable("wrong_suffix", where=path, suffix=suffix or path.name)


def _defined_twice(reading: Reading) -> Iterator[Text]:
    """Say which functions several cells define: a copied cell is easily overlooked."""
    cells: dict[str, list[str]] = defaultdict(list)
    for statement in top_level(reading.contents.cells if reading.kind == "notebook" else ()):
        if isinstance(statement.node, Definition):
            cells[statement.node.name].append(statement.cell.filename)
    for name, there in cells.items():
        if len(set(there)) > 1:
            shown = ", ".join(dict.fromkeys(there[-MAX_PLACES_SHOWN:]))
            yield sentence("defined_twice", name=name, places=shown)


def _digest(module: str, cells: Iterable[Cell], files: Mapping[str, bytes]) -> str:
    """Return a hash by which different programs differ: every part goes with its length."""
    total = hashlib.sha256()
    of_cells = (
        part for cell in cells for part in (cell.filename, str(cell.first_line), cell.source)
    )
    of_files = (part for file in sorted(files.items()) for part in file)
    for part in (module, *of_cells, "files", *of_files):
        data = part if isinstance(part, bytes) else part.encode("utf-8", "surrogatepass")
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()
