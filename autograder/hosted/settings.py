"""``bundle.json``: what was chosen when a bundle was made, for the run on the hosted grader."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from autograder.course import Assignment, Course, load_course
from autograder.course.settings import Visibility
from autograder.errors import UsageError
from autograder.grading.options import GradeOptions
from autograder.hosted.supervisor import SETTINGS_FILE
from autograder.texts import Language

COURSE_FOLDER = "course"


class Settings(BaseModel):
    """The choices of one bundle."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    assignment: str
    language: Language
    options: GradeOptions = GradeOptions()
    seconds: float = 540
    visibility: Visibility = "visible"
    stdout_visibility: Visibility = "hidden"


def read_bundle(folder: Path) -> tuple[Settings, Course, Assignment]:
    """Return what an unpacked bundle holds: its choices, its course, the assignment to grade."""
    file = folder / SETTINGS_FILE
    try:
        settings = Settings.model_validate_json(file.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{file}: can't be read ({error.strerror or error})") from None
    except ValidationError as error:
        first = str(error).splitlines()[0]
        raise UsageError(f"{file}: not a bundle of this version ({first}). Make it anew") from None
    course = load_course(folder / COURSE_FOLDER)
    return settings, course, course.assignment(settings.assignment)
