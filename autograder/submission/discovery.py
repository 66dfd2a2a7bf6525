"""Who handed in what: from paths to one ``Found`` a student, without reading any file but a ``.json``.

A path may be a file, which is one student's; or a folder, of one student or of a class. A folder is **one student's**
where

- it holds the assignment's own file (``<module>.py``, ``A01 (1).ipynb``) or a folder of the assignment's name, and
  fewer than two of its other folders hold a file named after the assignment;
- or it holds one file (or a ``.py`` and an ``.ipynb`` of one name), and no folder with work in it;
- or it holds no file and at most one folder, which is empty or another assignment's.

Otherwise it is a **class**: every folder in it is a student's, and so is every ``.py``, ``.ipynb`` and ``.zip`` and
every ``.json`` that holds a notebook; files of one student (the same name before the assignment's, the same number of
a learning platform) go together. So is every folder in which a learning platform named something. A student whose
folder is empty is found, too, and reading it says so. A class in a class (sections) is given as several paths.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from autograder.errors import SubmissionError
from autograder.submission.choice import holds_source
from autograder.submission.identity import (
    file_safe,
    original_name,
    platform_name,
    student_of_file,
    student_of_folder,
)
from autograder.submission.limits import MAX_DEPTH
from autograder.submission.naming import (
    CERTAIN,
    CODE,
    ONLY,
    certainty,
    code_of,
    suffix_of,
    without_copy_mark,
)
from autograder.submission.submission import Submission, read_submission
from autograder.submission.tree import (
    ARCHIVE,
    DATA,
    KIT_FILES,
    SOURCES,
    file_entry,
    is_noise,
    list_folder,
)

WORK = (*SOURCES, ARCHIVE)
DISGUISED_NOTEBOOK = ".json"


@dataclass(frozen=True)
class Found:
    """One student's submission, not read yet.

    Attributes
    ----------
    student
        An id that no other submission of the call has, and that every file system takes as a name.
    path
        The file or folder.
    further
        Further files of the same student beside it.
    """

    student: str
    path: Path
    further: tuple[Path, ...] = ()

    def read(self, module: str, stub_text: str | None = None) -> Submission:
        """Read it; see :func:`autograder.submission.read_submission`."""
        return read_submission(self.path, module, stub_text=stub_text, further=self.further)


def discover(paths: Iterable[Path | str], module: str) -> list[Found]:
    """Return the submissions that lie at some paths, ordered by student.

    Paths are files, students' folders, folders of a class. One that doesn't exist is found as a submission whose
    reading says so: nothing that is wrong with one student's stops another's.
    """
    found: dict[str, Found] = {}
    for path in map(Path, paths):
        for submission in _at(path, module):
            # Two ways to the same file are one.
            found.setdefault(os.path.normcase(os.path.abspath(submission.path)), submission)
    return sorted(_unique(list(found.values())), key=lambda one: (one.student.casefold(), one.path))


def _at(path: Path, module: str) -> list[Found]:
    try:
        if not path.is_dir():
            return [Found(student_of_file(path, module), path)]
        folder = _Folder(path, module)
        if folder.is_students:
            return [Found(student_of_folder(path, module), folder.own_folder or path)]
        return folder.students()
    except (OSError, SubmissionError):
        return [Found(student_of_folder(path, module), path)]  # reading it will say what is wrong


class _Folder:
    """One folder, looked at to tell a student's from a class."""

    def __init__(self, path: Path, module: str) -> None:
        self.module = module
        # The folder in it that has the assignment's name, as in nbgrader's layout.
        self.own_folder = _own_folder(path, module)
        items = [Path(item.path) for item in list_folder(path) if not is_noise(item.name)]
        self.files = [item for item in items if _is_work(item) and not item.is_dir()]
        self.folders = [
            item
            for item in items
            if item.is_dir() and ((made := platform_name(item.name)) is None or made.holds_files)
        ]

    @property
    def is_students(self) -> bool:
        """Whether it is one student's; the rule stands at the top of this module."""
        if any(platform_name(item.name) for item in (*self.files, *self.folders)):
            return False
        students = [item for item in self.folders if not self._is_assignments(item)]
        if self.own_folder or any(self._certainty(item) == CERTAIN for item in self.files):
            work = (map(self._certainty, _work_in(item, MAX_DEPTH - 1)) for item in students)
            return sum(any(rank < ONLY for rank in ranks) for ranks in work) < 2
        working = [item for item in students if any(_work_in(item, MAX_DEPTH - 1))]
        files = {student_of_file(item, self.module) for item in self.files}
        if files:
            return len(files) == 1 and not working
        return len(students) < 2 and not working

    def students(self) -> list[Found]:
        """Return every student of a class."""
        found = [
            Found(student_of_folder(item, self.module), _own_folder(item, self.module) or item)
            for item in self.folders
            if not self._is_assignments(item)
        ]
        # Files of different times are different attempts.
        groups: dict[tuple[str, str], list[Path]] = {}
        for item in self.files:
            platform = platform_name(item.name)
            time = platform.time if platform else ""
            groups.setdefault((student_of_file(item, self.module), time), []).append(item)
        for (student, _), files in groups.items():
            first, *rest = sorted(files, key=self._preference)
            readable = [item for item in rest if suffix_of(item.name) in (*SOURCES, *DATA)]
            together = tuple(readable) if suffix_of(first.name) in SOURCES else ()
            found.append(Found(student, first, together))
        return found

    def _certainty(self, file: Path) -> int:
        return certainty(original_name(file.name), self.module)

    def _preference(self, file: Path) -> tuple[int, int, str]:
        suffix = suffix_of(file.name)
        rank = WORK.index(suffix) if suffix in WORK else len(WORK)
        return rank, self._certainty(file), str(file)

    def _is_assignments(self, folder: Path) -> bool:
        """Say whether a folder is named like an assignment of the course, this or another."""
        if folder == self.own_folder:
            return True
        code = CODE.match(self.module)
        # A student may be called so: the assignment's folder lies in theirs.
        if code is None or _own_folder(folder, self.module):
            return False
        pattern = rf"{code['letters']}\d{{{len(code['digits'])}}}_[a-z]\w*$"
        return re.match(pattern, folder.name, re.IGNORECASE) is not None


def _own_folder(folder: Path, module: str) -> Path | None:
    """Return the folder inside of a folder that has the assignment's name."""
    names = (module.lower(), code_of(module))
    try:
        items = [Path(item.path) for item in list_folder(folder)]
    except SubmissionError:
        return None
    own = (item for item in items if without_copy_mark(item.name) in names and item.is_dir())
    return next(own, None)


def _is_work(file: Path) -> bool:
    """Say whether a file may be a submission; whatever a learning platform collected is one."""
    platform = platform_name(file.name)
    if platform:
        return platform.holds_files
    suffix = suffix_of(file.name)
    if suffix == DISGUISED_NOTEBOOK:
        return file.is_file() and holds_source(file_entry(file))
    return suffix in WORK and file.name.lower() not in KIT_FILES


def _work_in(folder: Path, depth: int) -> Iterable[Path]:
    """Yield the files in a folder that may be a submission; what can't be opened holds none."""
    try:
        items = list_folder(folder)
    except SubmissionError:
        return
    for item in items:
        if is_noise(item.name) or item.is_symlink():
            continue
        if item.is_dir(follow_symlinks=False):
            if depth:
                yield from _work_in(Path(item.path), depth - 1)
        elif _is_work(Path(item.path)):
            yield Path(item.path)


def _unique(found: Sequence[Found]) -> list[Found]:
    """Give every submission an id of its own, whatever the order of the paths.

    Two of one name are told apart by the folder above, "monday-kim" and "friday-kim"; where that fails, by number. Ids
    that differ in case only count as one: on Windows and macOS they name the same file.
    """
    counts = Counter(submission.student.casefold() for submission in found)
    taken: set[str] = set()
    unique: list[Found] = []
    for submission in sorted(found, key=lambda submission: str(submission.path)):
        base = submission.student
        if counts[base.casefold()] > 1:
            above = (folder.name for folder in submission.path.absolute().parents)
            # The nearest folder that doesn't just repeat the student's name.
            folder = next((name for name in above if file_safe(name) != base), "")
            base = file_safe(f"{folder}-{base}")
        numbered = (base if number == 1 else f"{base}-{number}" for number in count(1))
        student = next(name for name in numbered if name.casefold() not in taken)
        taken.add(student.casefold())
        unique.append(replace(submission, student=student))
    return unique
