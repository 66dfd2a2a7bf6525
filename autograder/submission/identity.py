"""Whose a submission is: names of files and folders, as people and platforms write them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from autograder.submission.naming import code_of, mention, plain_name, suffix_of, without_copy_mark
from autograder.submission.tree import ARCHIVE, SOURCES

# "Kim Chulsoo_123456_assignsubmission_file_" as a folder (with or without the last "_"), or before a file's own name.
MOODLE = re.compile(r"(?P<who>.+?_\d+)_assignsubmission_(?P<kind>[a-z]+)(?:_(?P<rest>.*))?$")
# "kimchulsoo_LATE_123_456789_a01.py": name, number of the user, number of the upload, the file's own name.
CANVAS = re.compile(r"(?P<who>[^_]+)(?P<late>_LATE)?_(?P<user>\d+)_(?P<upload>\d+)_(?P<rest>.+)$")
# "HW1_kimcs_attempt_2026-03-05-14-03-22_a01.py": column of the gradebook, user name, the server's time, the file's own
# name; a ".txt" without one holds what the student typed.
BLACKBOARD = re.compile(
    r"(?P<column>.+?)_(?P<who>[^_]+)_attempt_(?P<time>\d{4}(?:-\d\d){5})(?:_(?P<rest>.+)|\.txt)$"
)
# "57923-123456 - Kim Chulsoo - Mar 16, 2026 1159 PM" as a folder, or before a file's own name.
BRIGHTSPACE = re.compile(
    r"\d+-\d+ - (?P<who>.+?) - (?P<time>[A-Z][a-z]{2} \d{1,2}, \d{4} \d{3,4} [AP]M)(?: - (?P<rest>.+))?$"
)
# Canvas numbers uploads of one name: "a01-1.py" is the second.
CANVAS_AGAIN = re.compile(r"-\d{1,2}(?=\.\w+$)")

MAX_ID_BYTES = 120  # ".json" and a report's ending must still fit into the 255 of a file name
UNSAFE = re.compile(r"[^\w.@+-]+")
# Names that Windows keeps for devices, whatever their suffix.
DEVICES = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)
NOBODY = "student"
SUFFIXES = (*SOURCES, ARCHIVE)


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
    kind
        "moodle", "canvas", "blackboard" or "brightspace".
    user, person
        The platform's own number or login of the student, and their name as it wrote it; may be empty.
    time, late
        When it was handed in, as it stands in the name; or only whether the platform marked it as late.
    """

    student: str
    name: str
    holds_files: bool = True
    kind: str = ""
    user: str = ""
    person: str = ""
    time: str = ""
    late: bool = False


def platform_name(name: str) -> Platform | None:
    """Return what a learning platform made of a name, or None where none did."""
    return next(platform_names(name), None)


def platform_names(name: str) -> Iterator[Platform]:
    """Yield every reading of a name as a platform's.

    A platform's mark comes first and the student's own name of the file behind it, so a second reading is a
    coincidence, or a student who would be taken for another.
    """
    if canvas := CANVAS.match(name):
        rest = CANVAS_AGAIN.sub("", canvas["rest"])
        who, user = canvas["who"], canvas["user"]
        yield Platform(f"{who}_{user}", rest, True, "canvas", user, who, late=bool(canvas["late"]))
    if moodle := MOODLE.match(name):
        person, _, user = moodle["who"].rpartition("_")
        holds_files = moodle["kind"] == "file"
        yield Platform(moodle["who"], moodle["rest"] or "", holds_files, "moodle", user, person)
    if blackboard := BLACKBOARD.match(name):
        who, rest = blackboard["who"], blackboard["rest"] or ""
        yield Platform(who, rest, bool(rest), "blackboard", who, "", blackboard["time"])
    if brightspace := BRIGHTSPACE.match(name):
        who, rest = brightspace["who"], brightspace["rest"] or ""
        yield Platform(who, rest, True, "brightspace", "", who, brightspace["time"])


def original_name(name: str) -> str:
    """Return a file's own name, without what a learning platform put before it."""
    platform = platform_name(name)
    return platform.name if platform and platform.name else name


def student_of_file(path: Path, module: str) -> str:
    """Return whose a file is: by its name, or its folder's where that is only the assignment's."""
    platform = platform_name(path.name)
    if platform:
        return file_safe(platform.student)
    rest = _without_assignment(_stem(path), module)
    return file_safe(rest) if rest else student_of_folder(path.parent, module)


def student_of_folder(folder: Path, module: str) -> str:
    """Return whose a folder is: by its name, or where that is only the assignment's, the next."""
    *_, here = _named_places(Path(folder).absolute(), module)
    platform = platform_name(here.name)
    if platform:
        return file_safe(platform.student)
    return file_safe(here.name) if here.name else NOBODY


def naming_places(path: Path, module: str) -> list[Path]:
    """Return a submission and the folders above it, up to the first whose name is more than the assignment's.

    Only these may say whose it is and when it came: what lies further up is named by whoever collected it.
    """
    path = path.absolute()
    if suffix_of(path.name) not in SUFFIXES:
        return _named_places(path, module)
    if platform_name(path.name) or _without_assignment(_stem(path), module):
        return [path]
    return [path, *_named_places(path.parent, module)]


def _named_places(folder: Path, module: str) -> list[Path]:
    places = [folder]
    while (
        without_copy_mark(places[-1].name) in (module.lower(), code_of(module), "")
        and places[-1].parent != places[-1]
    ):
        places.append(places[-1].parent)
    return places


def file_safe(name: str) -> str:
    """Return a name that every file system takes, letters of every script kept."""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "ignore").decode())
    name = UNSAFE.sub("-", name).strip("-._ ")
    name = name.encode()[:MAX_ID_BYTES].decode("utf-8", "ignore").rstrip("-._ ") or NOBODY
    return f"{name}_" if DEVICES.match(name) else name


def _stem(path: Path) -> str:
    return plain_name(path.name).rpartition(".")[0] or path.name


def _without_assignment(stem: str, module: str) -> str:
    """Return a stem without the assignment's name, "kim" for "kim_a01_descent (2)"."""
    stem = unicodedata.normalize("NFC", stem)
    found = mention(stem, module)
    if found is None:
        return stem
    before, after = stem[: found.start()], stem[found.end() :]
    # A mark of a copy stands after the assignment's name; before it, "Copy of".
    after = without_copy_mark(f"x{after}")[1:] and after
    before = "" if without_copy_mark(f"{before}x") == "x" else before
    return f"{before.rstrip('-_ .')}-{after.lstrip('-_ .')}".strip("-_ .")
