"""Whose a submission is: names of files and folders, as people and platforms write them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from autograder.submission.choice import code_of, without_copy_mark

# "Kim Chulsoo_123456_assignsubmission_file_" as a folder (with or without the last "_"), or before
# a file's own name.
MOODLE = re.compile(r"(?P<who>.+?_\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<rest>.*))?$")
# "kimchulsoo_LATE_123_456789_a01.py": name, number of the user, number of the upload, the file's
# own name.
CANVAS = re.compile(r"(?P<who>[^_]+)(?:_LATE)?_(?P<user>\d+)_(?P<upload>\d+)_(?P<rest>.+)$")
# Canvas numbers uploads of one name: "a01-1.py" is the second.
CANVAS_AGAIN = re.compile(r"-\d{1,2}(?=\.\w+$)")

MAX_ID_BYTES = 120  # ".json" and a report's ending must still fit into the 255 of a file name
UNSAFE = re.compile(r"[^\w.@+-]+")
# Names that Windows keeps for devices, whatever their suffix.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
NOBODY = "student"


@dataclass(frozen=True)
class Platform:
    """What a learning platform wrote into a name.

    Attributes
    ----------
    student
        Name and number of the student.
    name
        The file's own name; empty for a folder.
    holds_files
        False for what the student typed into a text box instead.
    """

    student: str
    name: str
    holds_files: bool = True


def platform_name(name: str) -> Platform | None:
    """Return what a learning platform made of a name, or None where none did."""
    if moodle := MOODLE.match(name):
        return Platform(moodle["who"], moodle["rest"] or "", moodle["kind"] == "file")
    if canvas := CANVAS.match(name):
        name = CANVAS_AGAIN.sub("", canvas["rest"])
        return Platform(f"{canvas['who']}_{canvas['user']}", name)
    return None


def original_name(name: str) -> str:
    """Return a file's own name, without what a learning platform put before it."""
    platform = platform_name(name)
    return platform.name if platform and platform.name else name


def student_of_file(path: Path, module: str) -> str:
    """Return whose a file is: by its name, or its folder's where that is only the assignment's."""
    platform = platform_name(path.name)
    if platform:
        return file_safe(platform.student)
    rest = _without_assignment(path.stem, module)
    return file_safe(rest) if rest else student_of_folder(path.parent, module)


def student_of_folder(folder: Path, module: str) -> str:
    """Return whose a folder is: by its name, or where that is only the assignment's, the next."""
    folder = Path(folder).absolute()
    for here in (folder, *folder.parents):
        platform = platform_name(here.name)
        if platform:
            return file_safe(platform.student)
        if here.name and without_copy_mark(here.name) not in (module.lower(), code_of(module)):
            return file_safe(here.name)
    return NOBODY


def file_safe(name: str) -> str:
    """Return a name that every file system takes, letters of every script kept."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "ignore").decode())
    name = UNSAFE.sub("-", name).strip("-._ ")
    name = name.encode()[:MAX_ID_BYTES].decode("utf-8", "ignore").rstrip("-._ ") or NOBODY
    return f"{name}_" if DEVICES.match(name) else name


def _without_assignment(stem: str, module: str) -> str:
    """Return a stem without the assignment's name, "kim" for "kim_a01_descent (2)"."""
    stem = unicodedata.normalize("NFC", stem)
    found = re.search(re.escape(module), stem, re.IGNORECASE)
    if found is None and (code := code_of(module)):
        number = re.sub(r"^([a-z]+)0*", r"\g<1>0*", code)
        found = re.search(rf"(?<![a-z0-9]){number}(?!\d)", stem, re.IGNORECASE)
    if found is None:
        return stem
    before, after = stem[: found.start()], stem[found.end() :]
    # A mark of a copy stands after the assignment's name; before it, "Copy of".
    after = without_copy_mark(f"x{after}")[1:] and after
    before = "" if without_copy_mark(f"{before}x") == "x" else before
    return f"{before.rstrip('-_ .')}-{after.lstrip('-_ .')}".strip("-_ .")
