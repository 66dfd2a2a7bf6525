"""A worker that can't be started leaves nothing behind."""

import subprocess
import tempfile

import pytest

from autograder.errors import SandboxError
from autograder.sandbox import Cell, Level, Limits, Program, Worker, WorkerLost, open_sandbox

LEVELS = [Level.RLIMITS, Level.SUBPROCESS]


@pytest.fixture
def temporary(tmp_path, monkeypatch):
    """An empty folder for temporary files, and what stands in it."""
    # Where the workers have a user of their own, that one has to get there.
    for folder in (tmp_path, *tmp_path.parents[:2]):
        folder.chmod(0o755)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return lambda: sorted(one.name for one in tmp_path.iterdir())


@pytest.fixture(params=LEVELS, ids=lambda level: level.value)
def sandbox(request, temporary):
    try:
        opened = open_sandbox(level=request.param)
    except SandboxError as error:
        pytest.skip(str(error))
    with opened:
        yield opened


def program(source="x = 1", **files):
    return Program("module", (Cell(source, "module.py"),), files)


@pytest.mark.parametrize("name", ["/etc/evil.py", "../evil.py", "a/../../evil.py", "a\0.py"])
def test_a_refused_name_leaves_no_folder(sandbox, temporary, name):
    before = temporary()
    with pytest.raises(SandboxError, match="no relative path"):
        sandbox.spawn(program(**{name: b""}))
    assert temporary() == before


def test_a_name_that_the_system_refuses_leaves_no_folder(sandbox, temporary):
    before = temporary()
    with pytest.raises(SandboxError, match="can't be written"):
        sandbox.spawn(program(**{"x" * 300 + ".py": b""}))
    assert temporary() == before


def test_a_process_that_can_not_be_started_leaves_no_folder(temporary, monkeypatch):
    def refused(*_, **__):
        raise OSError("no more processes")

    with open_sandbox(level=Level.SUBPROCESS) as sandbox:
        before = temporary()
        monkeypatch.setattr(subprocess, "Popen", refused)
        with pytest.raises(SandboxError, match="can't be started: no more processes"):
            sandbox.spawn(program())
        assert temporary() == before


def test_an_interrupt_while_a_program_is_loaded_leaves_no_folder(sandbox, temporary, monkeypatch):
    def interrupted(*_):
        raise KeyboardInterrupt

    before = temporary()
    monkeypatch.setattr(Worker, "load", interrupted)
    with pytest.raises(KeyboardInterrupt):
        sandbox.spawn(program())
    assert temporary() == before


def test_a_program_that_ends_its_process_while_it_is_loaded_leaves_no_folder(sandbox, temporary):
    before = temporary()
    with pytest.raises(WorkerLost):
        sandbox.spawn(program("import os\nos._exit(3)"), Limits())
    assert temporary() == before
