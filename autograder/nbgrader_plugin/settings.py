"""What ``nbgrader_config.py`` says: nbgrader's own settings for this kit, and the kit's settings."""

from __future__ import annotations

import logging
import os
import sysconfig
import warnings
from dataclasses import Field, fields
from pathlib import Path
from types import new_class
from typing import Any, cast

from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from traitlets import Bool, Enum, TraitType, Unicode
from traitlets.config import Application, Config, LoggingConfigurable

from autograder.course import Course, current_course, find_course
from autograder.errors import UsageError
from autograder.grading.options import GradeOptions
from autograder.nbgrader_plugin.course_folder import CONFIG_FILE
from autograder.sandbox import Level
from autograder.texts import LANGUAGES, Language

ROOM = "autograder.nbgrader_plugin"
LEVELS = [level.value for level in Level]

GENERATE = (
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    f"{ROOM}.cutting.CutSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
)
SANITIZE = (f"{ROOM}.restoring.Restore", "nbgrader.preprocessors.CheckCellMetadata")
AUTOGRADE = (
    f"{ROOM}.grading.Grade",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
)


def _setting(choice: Field[Any]) -> TraitType[Any, Any]:
    """Return the setting of one of the choices of a run; an isolation level is a name here, empty for none."""
    said = choice.metadata.get("help", "")
    if isinstance(choice.default, bool):
        return Bool(choice.default, help=f"{not choice.default}: {said}").tag(config=True)
    return Enum(["", *LEVELS], "", help=said).tag(config=True)


_SETTINGS = {choice.name: _setting(choice) for choice in fields(GradeOptions)}
Choices: Any = new_class(
    "Choices", (LoggingConfigurable,), None, lambda body: body.update(_SETTINGS)
)


class Autograder(Choices):
    """The kit's settings: ``c.Autograder.minimum = "namespaces"``; among them every choice of ``GradeOptions``."""

    course = Unicode("", help="The folder of course.yml.").tag(config=True)
    language = Enum(
        ["", *LANGUAGES], "", help="The language of the feedback; that of the course if empty."
    ).tag(config=True)

    @property
    def options(self) -> GradeOptions:
        """How to grade."""
        chosen = {choice.name: getattr(self, choice.name) for choice in fields(GradeOptions)}
        for name, value in chosen.items():
            if isinstance(value, str):
                chosen[name] = Level(value) if value else None
        return GradeOptions(**chosen)

    def load_course(self) -> Course:
        """Return the course that is graded."""
        if not self.course:
            raise UsageError(
                f'{CONFIG_FILE} does not say which course this is: c.Autograder.course = "…", the folder of course.yml'
            )
        return current_course(find_course(Path(self.course)))

    def language_of(self, course: Course) -> Language:
        """Return the language of the feedback."""
        return cast(Language, self.language) if self.language else course.language


def configure(c: Any, course: Path | str, language: Language | str = "") -> None:
    """Set nbgrader up for this kit; what is set after it wins.

    ``c`` is nbgrader's configuration, ``get_config()``; ``course`` the folder of ``course.yml``.
    """
    c.Autograder.course = str(Path(course).resolve())
    c.Autograder.language = language
    c.GenerateAssignment.preprocessors = list(GENERATE)
    c.Autograde.exporter_class = f"{ROOM}.reading.SubmissionExporter"
    c.Autograde.sanitize_preprocessors = list(SANITIZE)
    c.Autograde.autograde_preprocessors = list(AUTOGRADE)
    c.ExportApp.plugin_class = f"{ROOM}.export.TaskExportPlugin"
    _let_nbgrader_find_its_programs()
    # nbgrader's own, a page of them for each submission.
    warnings.filterwarnings("ignore", r"Object of type <Submitted", module=r"nbgrader\.api")
    if Application.initialized():
        # An error in what follows in the file would make nbgrader drop the whole of it, and run students' code
        # unprotected; so it is one that ends the command.
        Application.instance().raise_config_file_errors = True


def _let_nbgrader_find_its_programs() -> None:
    """Put the folder of this Python's programs on the path: nbgrader starts ``alembic`` by its bare name."""
    folder = sysconfig.get_path("scripts")
    path = os.environ.get("PATH", "")
    if folder not in path.split(os.pathsep):
        os.environ["PATH"] = f"{folder}{os.pathsep}{path}" if path else folder


def open_folder(folder: Path) -> tuple[Config, CourseDirectory]:
    """Return nbgrader's configuration of a course folder, as its own commands load it there.

    Raises
    ------
    UsageError
        Where it is no course folder, or its configuration can't be run.
    """
    if not (folder / CONFIG_FILE).is_file():
        raise UsageError(
            f"{folder}: holds no {CONFIG_FILE}, so it is no nbgrader course folder. "
            f"Write one: autograder nbgrader course {folder}"
        )
    app = NbGrader(log_level=logging.ERROR, raise_config_file_errors=True)
    app.load_cwd_config = False
    try:
        app.initialize([], root=str(folder.resolve()))
    except Exception as error:
        raise UsageError(
            f"{folder / CONFIG_FILE}: can't be run ({type(error).__name__}: {error})"
        ) from None
    config = app.config
    return config, app.coursedir or CourseDirectory(config=config)
