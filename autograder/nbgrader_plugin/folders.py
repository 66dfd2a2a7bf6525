"""nbgrader's course folder, with the configuration that its own commands load there."""

from __future__ import annotations

import logging
from pathlib import Path

from nbgrader.apps.baseapp import NbGrader
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from autograder.errors import UsageError
from autograder.nbgrader_plugin.course_folder import CONFIG_FILE


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
