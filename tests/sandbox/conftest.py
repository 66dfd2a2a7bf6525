"""One sandbox of each level that this machine gives, opened once."""

import textwrap

import pytest

from autograder.errors import SandboxUnavailable
from autograder.sandbox import Cell, Level, Limits, Program, open_sandbox

QUICK = Limits(cpu_seconds=1, wall_seconds=3, memory_mib=256)


@pytest.fixture(scope="session")
def opened():
    """Open sandboxes by level, once each; a level that this machine doesn't give skips the test with the reason."""
    sandboxes = {}

    def open_level(level):
        if level not in sandboxes:
            try:
                sandboxes[level] = open_sandbox(level, packages=("numpy", "scipy"))
            except SandboxUnavailable as error:
                sandboxes[level] = str(error)
        if isinstance(sandboxes[level], str):
            pytest.skip(sandboxes[level])
        return sandboxes[level]

    yield open_level
    for sandbox in sandboxes.values():
        if not isinstance(sandbox, str):
            sandbox.close()


@pytest.fixture(params=list(Level), ids=lambda level: level.value)
def sandbox(request, opened):
    return opened(request.param)


@pytest.fixture
def spawn(sandbox):
    """Start workers that load some source, and end them after the test."""
    workers = []

    def start(*sources, limits=QUICK, stand_in=None, **parts):
        cells = tuple(Cell(textwrap.dedent(source), "work.py") for source in sources)
        parts.setdefault("cells", cells)
        workers.append(sandbox.spawn(Program("work", **parts), limits, stand_in))
        return workers[-1]

    yield start
    for worker in workers:
        worker.close()
