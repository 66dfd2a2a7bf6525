"""Nothing around the kit has a say in how the checks are run: no variable of pytest's, no plugin that is installed."""

import re

import pytest


@pytest.fixture(params=["options", "plugins", "installed"])
def disturbed(request, monkeypatch, tmp_path):
    """Disturb every pytest that looks around itself."""
    if request.param == "options":
        monkeypatch.setenv("PYTEST_ADDOPTS", "-k nothing")
        return
    (tmp_path / "disturber.py").write_text(
        "def pytest_collection_modifyitems(items):\n    items.clear()\n", encoding="utf-8"
    )
    if request.param == "plugins":
        monkeypatch.setenv("PYTEST_PLUGINS", "disturber")
    else:
        about = tmp_path / "disturber-1.0.dist-info"
        about.mkdir()
        (about / "METADATA").write_text("Metadata-Version: 2.1\nName: disturber\nVersion: 1.0\n")
        (about / "entry_points.txt").write_text("[pytest11]\ndisturber = disturber\n")
    monkeypatch.syspath_prepend(tmp_path)


@pytest.mark.usefixtures("disturbed")
def test_a_solution_earns_every_point_whatever_is_set_around(grade, solution):
    result = grade(solution())
    assert result.score == result.max_score


def test_pytest_is_started_in_one_place(root):
    started = [
        file.relative_to(root).as_posix()
        for file in (root / "autograder").rglob("*.py")
        if re.search(r"\bpytest\.main\(|\b_prepareconfig\(", file.read_text(encoding="utf-8"))
    ]
    assert started == ["autograder/checks/running.py"]
