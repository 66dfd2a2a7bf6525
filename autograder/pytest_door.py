"""The pytest door: ``pytest autograder/suites/<id> --submission PATH``, and ``pytest`` in an assignment's folder.

Loaded by every pytest of the environment that the kit is installed in, so it imports next to nothing until it is
needed.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from autograder.grading.door import HiddenSuite

PLUGIN = "autograder-hidden-suite"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add ``--submission`` and ``--isolation``."""
    group = parser.getgroup("autograder", "grading a submission with a hidden suite")
    group.addoption(
        "--submission",
        metavar="PATH",
        help="the submission to grade: a .py, .ipynb, .zip, or a folder",
    )
    group.addoption(
        "--isolation",
        metavar="LEVEL",
        help="the isolation level to use (default: the strongest here)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Register the suite's fixtures where a submission is graded, and the import hook where one is tried."""
    config.addinivalue_line("markers", "task(mark): ties a check to its task")
    path = config.getoption("--submission", None)
    if path is None:
        return
    from autograder.errors import AutograderError
    from autograder.grading.door import HiddenSuite

    try:
        plugin = HiddenSuite.opened(
            Path(path), [Path(one) for one in config.args], config.getoption("--isolation")
        )
    except AutograderError as error:
        raise pytest.UsageError(str(error)) from None
    config.pluginmanager.register(plugin, PLUGIN)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the sandbox."""
    plugin: HiddenSuite | None = config.pluginmanager.getplugin(PLUGIN)
    if plugin is not None:
        plugin.close()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> None:
    """Prepare for public checks; refuse a hidden suite that has nothing to grade."""
    if file_path.name == "test_public.py":
        from autograder.student import install

        # Earlier assignments are imported from the student's own files.
        install(file_path.parent)
    elif (
        file_path.parent.parent.name == "suites"
        and file_path.name.startswith("test_")
        and not parent.config.pluginmanager.hasplugin(PLUGIN)
    ):
        raise pytest.UsageError(
            f"{file_path.name} is a hidden suite: say what it should grade, "
            f"pytest {file_path.parent} --submission PATH"
        )
