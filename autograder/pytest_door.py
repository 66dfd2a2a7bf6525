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
    config.pluginmanager.register(plugin, "autograder-hidden-suite")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the sandbox."""
    plugin: HiddenSuite | None = config.pluginmanager.getplugin("autograder-hidden-suite")
    if plugin is not None:
        plugin.close()


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> None:
    """Prepare for public checks: earlier assignments are imported from the student's own files."""
    if file_path.name == "test_public.py":
        from autograder.student import install

        install(file_path.parent)
