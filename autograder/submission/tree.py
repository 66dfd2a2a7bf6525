"""What lies in a submission: the files of a folder, or a single file, before any is read."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from autograder.kit_files import COPIED
from autograder.submission.limits import MAX_DEPTH, MAX_FOLDER_ENTRIES
from autograder.submission.messages import unreadable
from autograder.submission.naming import suffix_of

SCRIPT = ".py"
NOTEBOOK = ".ipynb"
ARCHIVE = ".zip"
SOURCES = (SCRIPT, NOTEBOOK)
# What a submission may read: tables and arrays, no code in disguise.
DATA = (".csv", ".tsv", ".txt", ".dat", ".json", ".npy", ".npz")

# Files of the kit that lie beside a student's, and folders that tools leave behind.
KIT_FILES = frozenset({*COPIED, "conftest.py"})
LEFT_BEHIND = frozenset({"__macosx", "__pycache__", "venv", "site-packages", "node_modules"})


@dataclass(frozen=True)
class Entry:
    """One file of a submission: where it lies in it, and what reads it.

    ``read`` returns its bytes, at most as many as asked for plus one; it raises ``UnreadableSubmission``.
    """

    path: PurePosixPath
    read: Callable[[int], bytes]

    @property
    def name(self) -> str:
        """The file's own name, its letters composed (macOS takes Korean ones apart)."""
        return unicodedata.normalize("NFC", self.path.name)

    @property
    def suffix(self) -> str:
        """The end of the plain name in small letters, ``.py``; of "a01.ipynb.txt", ``.ipynb``."""
        return suffix_of(self.path.name)


@dataclass(frozen=True)
class Tree:
    """The files of one submission: what to call the whole, its ``.py`` and ``.ipynb`` files, and what else was seen."""

    where: str
    sources: tuple[Entry, ...]
    others: tuple[Entry, ...] = ()


def is_noise(name: str) -> bool:
    """Say whether a file or folder is no part of anybody's work."""
    return name.startswith((".", "~$")) or name.lower() in LEFT_BEHIND


def sort_entries(where: str, entries: Iterable[Entry]) -> Tree:
    """Return the tree of some files: which are sources, which are something else."""
    ordered = sorted(entries, key=lambda entry: str(entry.path))
    sources = [e for e in ordered if e.suffix in SOURCES and e.name.lower() not in KIT_FILES]
    others = [e for e in ordered if e.suffix not in SOURCES]
    return Tree(where, tuple(sources), tuple(others))


def folder_tree(folder: Path) -> Tree:
    """Return the files of a folder, down to a few levels; no symbolic link, for one could point to a solution."""
    entries: list[Entry] = []
    seen = 0
    waiting = [(folder, PurePosixPath(), 0)]
    while waiting:
        here, relative, depth = waiting.pop()
        for item in list_folder(here):
            seen += 1
            if seen > MAX_FOLDER_ENTRIES:
                raise unreadable("too_many", where=folder, limit=MAX_FOLDER_ENTRIES)
            if is_noise(item.name) or item.is_symlink():
                continue
            if item.is_dir(follow_symlinks=False):
                if depth < MAX_DEPTH:
                    waiting.append((Path(item.path), relative / item.name, depth + 1))
            elif item.is_file(follow_symlinks=False):
                entries.append(file_entry(Path(item.path), relative / item.name))
    return sort_entries(str(folder), entries)


def list_folder(folder: Path) -> list[os.DirEntry[str]]:
    """Return what lies in a folder, by name."""
    try:
        with os.scandir(folder) as items:
            return sorted(items, key=lambda item: item.name)
    except OSError as error:
        raise unreadable("no_permission", where=folder, reason=error.strerror or error) from None


def file_entry(path: Path, relative: PurePosixPath | None = None) -> Entry:
    """Return the entry of a file on disk."""
    return Entry(relative or PurePosixPath(path.name), lambda limit: read_file(path, limit))


def read_file(path: Path, limit: int) -> bytes:
    """Return the bytes of an ordinary file, one more than the limit where it has more; never wait for a pipe."""
    # Windows knows neither flag, and needs O_BINARY instead.
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with open(descriptor, "rb") as file:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                raise unreadable("not_a_file", where=path, found=kind_of_file(path))
            return file.read(limit + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise unreadable("no_permission", where=path, reason=reason) from None


def kind_of_file(path: Path) -> str:
    """Return what a special file is, in the words of the file system."""
    kinds = ((stat.S_ISFIFO, "pipe"), (stat.S_ISSOCK, "socket"), (stat.S_ISDIR, "folder"))
    mode = path.stat().st_mode
    return next((word for test, word in kinds if test(mode)), "device")
