"""Checks run by themselves: no settings, plugins or conftest.py of a project around them have a say."""

import pytest

from autograder.checks.running import run_file

CHECKS = """\
import pytest


def test_prints():
    print("so it says")


@pytest.mark.unheard_of
def test_marked_by_nobody():
    pass
"""


class Reports:
    """Notes what ran, and what was printed meanwhile."""

    def __init__(self):
        self.printed = {}

    def pytest_configure(self, config):
        config.addinivalue_line("markers", "unheard_of: not by the checks' own settings")

    def pytest_runtest_logreport(self, report):
        if report.when == "call":
            self.printed[report.nodeid.rpartition("::")[2]] = report.capstdout


@pytest.fixture
def checks(tmp_path):
    """Write checks into a folder whose pytest.ini and conftest.py would break every run; return their file."""
    (tmp_path / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (tmp_path / "conftest.py").write_text("raise RuntimeError\n")
    file = tmp_path / "test_some.py"
    file.write_text(CHECKS)
    return file


def test_nothing_around_the_checks_has_a_say(checks):
    reports = Reports()
    assert run_file(checks, reports, root=checks.parents[1]) == pytest.ExitCode.OK
    assert list(reports.printed) == ["test_prints", "test_marked_by_nobody"]


@pytest.mark.parametrize(("capture", "held"), [(True, "so it says\n"), (False, "")])
def test_what_is_printed_is_held_where_it_is_asked_for(checks, capture, held):
    reports = Reports()
    run_file(checks, reports, root=checks.parents[1], capture=capture)
    assert reports.printed["test_prints"] == held


def test_a_mark_that_nobody_knows_is_refused(checks):
    checks.write_text(CHECKS.replace("unheard_of", "unheard_of_in_any_run"))
    code = run_file(checks, object(), root=checks.parents[1])
    assert code == pytest.ExitCode.INTERRUPTED


def test_a_file_that_has_changed_is_read_anew(checks, tmp_path):
    for name in ("first", "second", "third"):
        checks.write_text(f"def test_{name}():\n    pass\n")
        reports = Reports()
        run_file(checks, reports, root=checks.parents[1])
        assert list(reports.printed) == [f"test_{name}"]
