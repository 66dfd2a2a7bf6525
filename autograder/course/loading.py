"""The way from ``course.yml`` to a ``Course``, and from pydantic's findings to sentences."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, get_args

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from autograder.course.crosschecks import crosscheck
from autograder.course.document import Document, Place, read_document
from autograder.course.fields import PATTERNS
from autograder.course.model import Course
from autograder.course.problems import did_you_mean, listed, raise_problems, told
from autograder.errors import AutograderError, CourseError, UsageError

COURSE_FILE = "course.yml"
WHAT = "a course: title, assignments, and so on"

Model = TypeVar("Model")


def load_course(path: str | Path, *, drafts: bool = False) -> Course:
    """Read a course.

    Parameters
    ----------
    path
        A ``course.yml``, or the folder that holds one.
    drafts
        Whether tasks that are drafts are among its tasks; only ``autograder validate`` wants them.

    Returns
    -------
    Course
        The course, checked, and aware of its folders.

    Raises
    ------
    CourseError
        Where the file is missing or wrong; the message names every problem with its line.
    """
    file = Path(path)
    if file.is_dir():
        file = file / COURSE_FILE
    document, course = read_model(file, Course, CourseError, WHAT)
    raise_problems(
        (document.problem(place, message) for place, message in crosscheck(course)),
        CourseError,
        str(file),
    )
    return (course if drafts else course.without_drafts()).located(file.absolute())


def read_model(
    path: Path, model: type[Model], error: type[AutograderError], what: str
) -> tuple[Document, Model]:
    """Read a YAML file into a model; return the document, too, which knows the lines.

    Parameters
    ----------
    path
        The file.
    model
        What it should hold: a model, or a dict of them.
    error
        The class of error to raise.
    what
        What it should hold, in words, where it is missing or empty.

    Raises
    ------
    AutograderError
        Of the class given, where the file is missing or wrong; the message names every problem with its line.
    """
    document = read_document(path, error, what)
    if not isinstance(document.data, dict):
        raise error(f"{path}: expected keys with values; it should hold {what}")
    try:
        return document, TypeAdapter(model).validate_python(document.data)
    except ValidationError as reason:
        problems = [
            document.problem(_in_file(document, found["loc"]), _sentence(model, found))
            for found in reason.errors(include_url=False)
        ]
        raise told(problems, error, str(path)) from None


def current_course(file: Path) -> Course:
    """Return the course of a ``course.yml``, read again only where the file has changed; errors as ``load_course``."""
    try:
        state = file.stat()
    except OSError:
        return load_course(file)
    return _read_course(file, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=8)
def _read_course(file: Path, changed: int, size: int) -> Course:
    return load_course(file)


def find_course(start: str | Path = ".") -> Path:
    """Return the nearest ``course.yml`` in a folder or above it.

    Raises
    ------
    UsageError
        Where neither the folder nor any above it holds one.
    """
    folder = Path(start).absolute()
    if folder.is_file():
        folder = folder.parent
    for candidate in (folder, *folder.parents):
        if (candidate / COURSE_FILE).is_file():
            return candidate / COURSE_FILE
    raise UsageError(
        f"{folder}: there is no {COURSE_FILE} here or in a folder above; "
        "go to the folder of your course and try again"
    )


def _in_file(document: Document, loc: Place) -> Place:
    """Return pydantic's place without what it adds for its own use, so that the file has it."""
    place: Place = ()
    for step in loc:
        if step == "[key]":
            continue  # the key itself is wrong, and it is the step before
        if (*place, step) in document.lines or step == loc[-1]:
            place = (*place, step)
    return place


def _sentence(model: object, details: ErrorDetails) -> str:
    """Return what was found and what is allowed, in words."""
    kind, found = details["type"], details["input"]
    context: Mapping[str, Any] = details.get("ctx", {})
    last = details["loc"][-1] if details["loc"] else ""
    if kind == "extra_forbidden":
        allowed = _keys_at(model, details["loc"][:-1])
        return f'unknown key "{last}".{did_you_mean(str(last), allowed)} Known: {listed(allowed)}'
    if kind == "missing":
        return f'key "{last}" is missing'
    if kind == "told":
        return details["msg"]
    if kind == "string_pattern_mismatch":
        return f"found {_shown(found)}, expected {PATTERNS[str(context['pattern'])]}"
    if kind in ("literal_error", "enum"):
        expected = str(context["expected"])
        choices = [word.strip("' ") for word in expected.replace(" or ", ",").split(",")]
        hint = did_you_mean(found, choices) if isinstance(found, str) else ""
        return f"found {_shown(found)}, expected {listed(choices)}.{hint}".removesuffix(".")
    expected = _EXPECTED.get(kind, "")
    if expected:
        return f"found {_shown(found)}, expected {expected.format_map(dict(context))}"
    return f"found {_shown(found)}: {details['msg']}"


# What was expected, by pydantic's name for the mistake.
_EXPECTED = {
    "int_type": "a whole number",
    "float_type": "a number",
    "string_type": "text (put it in quotes if it reads as a number, a date, yes or no)",
    "string_too_short": "text that isn't empty",
    "tuple_type": "a list, such as [a, b]",
    "model_type": "keys with values",
    "model_attributes_type": "keys with values",
    "dict_type": "keys with values",
    "too_short": "at least {min_length} of them",
    "too_long": "at most {max_length} of them",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "finite_number": "a number that is finite",
}


def _shown(value: object) -> str:
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "keys (" + listed([str(key) for key in value], limit=4) + ")"
    if isinstance(value, tuple):
        return f"a list of {len(value)}"
    if isinstance(value, bool):
        return "yes" if value else "no"
    shown = f'"{value}"' if isinstance(value, str) else str(value)
    return shown if len(shown) <= 60 else shown[:57] + '…"'


def _keys_at(model: object, loc: Place) -> list[str]:
    """Return the keys that a model knows at a place."""
    here = next(_models_in(model), None)
    for step in loc:
        if here is not None and step in here.model_fields:
            here = next(_models_in(here.model_fields[str(step)].annotation), None)
    return list(here.model_fields) if here is not None else []


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation holds, directly or within a tuple, a dict or a union."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from _models_in(part)
