"""The pytest door: ``pytest autograder/suites/<id> --submission PATH``, and ``pytest`` in an assignment's folder.

Loaded by every pytest of the environment that the kit is installed in, so it imports next to nothing until it is
needed.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from autograder.kit_files import PUBLIC_CHECKS

if TYPE_CHECKING:
    from autograder.pytest_plugin.hidden import HiddenSuite

PLUGIN = "autograder-hidden-suite"
# The public checks that were collected: their file, and the task of each by its node id.
PUBLIC_TASKS: pytest.StashKey[tuple[Path, dict[str, str]]] = pytest.StashKey()
# What a report says of why a public check failed.
FAILURE = "autograder_failure"


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
    if config.getoption("numprocesses", None):
        raise pytest.UsageError("a submission is graded in one process: leave out -n")
    from autograder.errors import AutograderError
    from autograder.pytest_plugin.hidden import HiddenSuite

    try:
        plugin = HiddenSuite.opened(
            Path(path), [Path(one) for one in config.args], config.getoption("--isolation")
        )
    except AutograderError as error:
        raise pytest.UsageError(str(error)) from None
    config.pluginmanager.register(plugin.suite)
    config.pluginmanager.register(plugin, PLUGIN)


def pytest_unconfigure(config: pytest.Config) -> None:
    """Close the sandbox."""
    plugin: HiddenSuite | None = config.pluginmanager.getplugin(PLUGIN)
    if plugin is not None:
        plugin.close()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Remember which public check belongs to which task."""
    tasks = {
        item.nodeid: marker.args[0].task
        for item in items
        if item.path.name == PUBLIC_CHECKS
        and (marker := item.get_closest_marker("task"))
        and marker.args
    }
    if tasks:
        config.stash[PUBLIC_TASKS] = (items[0].path, tasks)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    """Let a public check say why it failed in the words of ``autograder check``."""
    code = None
    if (
        call.excinfo is not None
        and item.path.name == PUBLIC_CHECKS
        and PUBLIC_TASKS in item.config.stash
    ):
        from autograder.student.public import explained

        file, tasks = item.config.stash[PUBLIC_TASKS]
        if item.nodeid in tasks:
            code = explained(call.excinfo.value, file, tasks[item.nodeid])
    report: pytest.TestReport = yield  # type: ignore[assignment]
    if code is not None:
        report.user_properties.append((FAILURE, code))
    return report  # type: ignore[return-value]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say what to do next, below the public checks."""
    if PUBLIC_TASKS not in config.stash:
        return
    from autograder.student.public import next_step

    file, tasks = config.stash[PUBLIC_TASKS]
    codes: dict[str, list[str | None]] = {}
    for kind in ("passed", "failed"):
        for report in terminalreporter.getreports(kind):
            if report.nodeid in tasks:
                code = dict(report.user_properties).get(FAILURE)
                found = None if kind == "passed" else str(code or "failed")
                codes.setdefault(tasks[report.nodeid], []).append(found)
    said = next_step(file, codes) if codes else None
    if said:
        terminalreporter.ensure_newline()
        terminalreporter.write_line(said)


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> None:
    """Prepare for public checks; refuse a hidden suite that has nothing to grade."""
    if file_path.name == PUBLIC_CHECKS:
        from autograder.student import install

        # Earlier assignments are imported from the student's own files. What these draw opens no window.
        os.environ.setdefault("MPLBACKEND", "Agg")
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
