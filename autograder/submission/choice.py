"""Which file of a folder or archive is the submission.

By name first. The files that may be meant are, from the most to the least certain,

0. ``<module>.py`` and ``<module>.ipynb``, and what browsers and editors make of the name on a second download,
   ``<module> (1).ipynb``, ``<module>-Copy1.ipynb``;
1. files whose name holds the module's, ``kim_<module>.py``;
2. files whose name holds the assignment's code, ``kim_A01.py``;
3. where there is none of these, the only ``.py`` or ``.ipynb`` that isn't another assignment's; of several, those
   that define a function of the release.

What a browser or a system added to a name counts for nothing: ``<module>.ipynb.txt`` is a notebook. A ``.json`` or
``.txt`` is looked into where it is named after the assignment, or where there is nothing else; it counts where it
holds a notebook, or Python that defines something.

Then by content, among all that the name leaves (0 to 2, or 3): a file that defines something before one that doesn't,
a file that was worked on before the untouched release, the one with fewer functions left to write. Only then by
certainty of the name, by depth, ``.py`` before ``.ipynb``, and by path. The time of a file never counts: it is lost
on the way through a zip or a learning platform.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Literal

from autograder.errors import SubmissionError
from autograder.locale import sentence
from autograder.submission.contents import Contents
from autograder.submission.definitions import Definitions, definitions
from autograder.submission.limits import MAX_CANDIDATES, MAX_NOTEBOOK_BYTES, MAX_SOURCE_BYTES
from autograder.submission.messages import UnreadableSubmission, listed, unreadable
from autograder.submission.naming import ONLY, certainty
from autograder.submission.notebook import read_notebook
from autograder.submission.script import read_script
from autograder.submission.tree import NOTEBOOK, SOURCES, Entry, Tree
from autograder.texts import Text

Kind = Literal["script", "notebook"]
DISGUISES = (".json", ".txt")


@dataclass(frozen=True)
class Reading:
    """One candidate, read: the file, what it holds and what that defines, and what to know about it."""

    entry: Entry
    kind: Kind
    contents: Contents
    defined: Definitions
    notes: tuple[Text, ...] = ()


def read_source(entry: Entry, where: str, module: str = "") -> Reading:
    """Read one file: a notebook or a script, whichever it holds."""
    data = entry.read(MAX_NOTEBOOK_BYTES)
    kind: Kind = "notebook" if entry.suffix == NOTEBOOK or is_notebook(data) else "script"
    if kind == "notebook":
        contents = read_notebook(data, where, module)
    else:
        contents = read_script(data[: MAX_SOURCE_BYTES + 1], where, entry.name, module)
    notes: tuple[Text, ...] = ()
    if kind == "notebook" and entry.suffix != NOTEBOOK:
        notes = (sentence("notebook_in_disguise", name=entry.name),)
    elif PurePosixPath(entry.name).suffix.lower() not in SOURCES:
        notes = (sentence("other_ending", name=entry.name, kind=sentence(f"read_as_{kind}")),)
    return Reading(entry, kind, contents, definitions(contents.cells), notes)


def is_notebook(data: bytes) -> bool:
    """Say whether bytes look like a notebook's, whatever the file is called."""
    return data[:64].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"cells"' in data


def holds_source(entry: Entry) -> bool:
    """Say whether a ``.json`` or ``.txt`` holds a notebook, or Python that defines something."""
    if PurePosixPath(entry.name).suffix.lower() not in DISGUISES:
        return False
    try:
        data = entry.read(MAX_NOTEBOOK_BYTES)
        if is_notebook(data):
            return True
        script = read_script(data[: MAX_SOURCE_BYTES + 1], entry.name, entry.name)
    except SubmissionError:
        return False
    return entry.suffix == ".txt" and bool(definitions(script.cells).code)


def choose(
    tree: Tree,
    module: str,
    release: Definitions | None,
    original: Callable[[str], str] = str,
) -> Reading:
    """Return the file that is the submission.

    ``release`` is what the assignment defines as it was handed out, where that is known; ``original`` takes a learning
    platform's additions off a file's name.

    Raises
    ------
    UnreadableSubmission
        Where no file fits, several might, or the one that fits can't be read.
    """
    every = (*tree.sources, *tree.others)
    ranks = {entry: certainty(original(entry.name), module) for entry in every}
    candidates, named = _candidates(tree, ranks)
    if not candidates:
        raise _nothing(tree, every, module)
    candidates.sort(key=lambda entry: (ranks[entry], len(entry.path.parts), str(entry.path)))
    read: list[Reading] = []
    failed: dict[Entry, SubmissionError] = {}
    for entry in candidates[:MAX_CANDIDATES]:
        try:
            read.append(read_source(entry, f"{tree.where}/{entry.path}", module))
        except SubmissionError as error:
            failed[entry] = error
    if not named:
        read = _one_of_unnamed(read, tree, module, release)
    if not read:
        raise next(iter(failed.values()))

    released = None if release is None else release.code

    def order(reading: Reading) -> tuple[object, ...]:
        return (
            not reading.defined.code,
            reading.defined.code == released,
            reading.defined.left_to_write(release),
            ranks[reading.entry],
            len(reading.entry.path.parts),
            reading.entry.suffix == NOTEBOOK,
            str(reading.entry.path),
        )

    best, *rest = sorted(read, key=order)
    more = _explain(best, rest, list(failed), release)
    return replace(best, notes=(*best.notes, *more))


def _nothing(tree: Tree, every: Sequence[Entry], module: str) -> UnreadableSubmission:
    """Return the error of a submission in which no file fits."""
    if not every:
        return unreadable("empty_folder", where=tree.where, module=module)
    found = listed([entry.path for entry in every])
    return unreadable("nothing_fits", where=tree.where, module=module, found=found)


def _candidates(tree: Tree, ranks: Mapping[Entry, int]) -> tuple[list[Entry], bool]:
    """Return the files that may be meant, and whether they are named after the assignment."""
    named = [entry for entry in tree.sources if ranks[entry] < ONLY]
    named += filter(holds_source, (entry for entry in tree.others if ranks[entry] < ONLY))
    if named:
        return named, True
    only = [entry for entry in tree.sources if ranks[entry] == ONLY]
    if not only:
        unnamed = [entry for entry in tree.others if ranks[entry] == ONLY]
        only = list(filter(holds_source, unnamed[:MAX_CANDIDATES]))
    return only, False


def _one_of_unnamed(
    read: list[Reading], tree: Tree, module: str, release: Definitions | None
) -> list[Reading]:
    """Keep the files that may be meant: one, or two that hold the same functions."""
    if release is not None:
        fitting = [reading for reading in read if release.code.keys() & reading.defined.code.keys()]
        read = fitting or read
    kinds = {reading.entry.suffix for reading in read}
    common = set.intersection(*(set(r.defined.code) for r in read)) if read else set()
    if len(read) > 1 and (len(kinds) < len(read) or not common):
        found = listed([reading.entry.path for reading in read])
        raise unreadable("several_fit", where=tree.where, module=module, found=found)
    return read


def _explain(
    best: Reading, rest: list[Reading], failed: list[Entry], release: Definitions | None
) -> list[Text]:
    """Say why one file was taken and not another, where they differ."""
    notes: list[Text] = []
    taken = best.entry.path
    for other in rest:
        if other.defined.code == best.defined.code:
            continue
        reason = "chosen_equal"
        if release is not None and other.defined.code == release.code:
            reason = "chosen_untouched"
        elif best.defined.left_to_write(release) < other.defined.left_to_write(release):
            reason = "chosen_written"
        notes.append(sentence(reason, taken=taken, others=other.entry.path))
    if failed:
        others = listed([entry.path for entry in failed])
        notes.append(sentence("chosen_readable", taken=taken, others=others))
    return notes
