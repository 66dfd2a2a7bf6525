"""The version floors are ones that were tried: pyproject.toml, the lock and the measured table agree."""

import importlib.metadata
import platform
import re
import subprocess
import sys
import tomllib
import warnings

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name
from packaging.version import Version

A01 = "a01_gradient_descent_line"


@pytest.fixture(scope="module")
def script(root):
    """The script that tries the floors; it imports its neighbour by name."""
    sys.path.insert(0, str(root / "benchmarks"))
    try:
        import floors

        yield floors
    finally:
        sys.path.remove(str(root / "benchmarks"))
        for name in ("floors", "student_ways"):
            sys.modules.pop(name, None)


@pytest.fixture(scope="module")
def measured(root):
    """The rows of the measured table, by Python and choice of versions."""
    text = (root / "docs" / "measured.md").read_text(encoding="utf-8")
    lines = [line.strip("| ") for line in text.splitlines() if line.startswith("|")]
    rows = [[cell.strip() for cell in line.split("|")] for line in lines]
    header = next(row for row in rows if row[:2] == ["Python", "versions"])
    found = [
        dict(zip(header, row, strict=True)) for row in rows if row[1:2] in (["lowest"], ["newest"])
    ]
    return {(row["Python"].rpartition(".")[0], row["versions"]): row for row in found}


@pytest.fixture
def locked(root):
    """Return the version that the lock pins on a Python."""
    lines = (root / "requirements" / "lock.txt").read_text(encoding="utf-8").splitlines()
    pins = [Requirement(line.rstrip("\\ ")) for line in lines if re.match(r"\w", line)]

    def version(name, python):
        on = {"python_version": python, "python_full_version": f"{python}.9"}
        (pin,) = (
            pin
            for pin in pins
            if canonicalize_name(pin.name) == name
            and (pin.marker is None or pin.marker.evaluate(on))
        )
        return str(pin.specifier).removeprefix("==")

    return version


def test_every_floor_has_been_tried_on_every_python(script, measured):
    assert {python for python, _ in measured} == set(script.PYTHONS)
    for python in script.PYTHONS:
        row = measured[python, "lowest"]
        for name, floor in script.floors(script.requirements(), python).items():
            assert Version(row[name]) == Version(floor), (
                f"{name} {floor} wasn't tried on Python {python}: run make floors and note its table"
            )


def test_what_was_tried_passed(measured):
    for row in measured.values():
        assert int(row["passed"]) > 0
        assert row["failed"] == "0"


def test_the_lock_is_above_the_floors(script, locked):
    for python in script.PYTHONS:
        for name, floor in script.floors(script.requirements(), python).items():
            assert Version(locked(name, python)) >= Version(floor)


def test_what_is_installed_here_is_above_the_floors(script):
    floors = script.floors(script.requirements(), platform.python_version())
    for name, floor in floors.items():
        assert Version(importlib.metadata.version(name)) >= Version(floor), name


def test_the_first_python_that_is_tried_is_the_first_that_is_allowed(script, root):
    text = (root / "pyproject.toml").read_text(encoding="utf-8")
    allowed = SpecifierSet(tomllib.loads(text)["project"]["requires-python"])
    assert script.PYTHONS[0] in allowed
    major, minor = script.PYTHONS[0].split(".")
    assert f"{major}.{int(minor) - 1}" not in allowed


def test_of_several_floors_the_highest_that_holds_on_a_python_counts(script):
    needed = ["numpy>=2.0", "NumPy>=2.1; python_version >= '3.13'", "click>=8.1,<10"]
    assert script.floors(needed, "3.12") == {"numpy": "2.0", "click": "8.1"}
    assert script.floors(needed, "3.13.0") == {"numpy": "2.1", "click": "8.1"}


def test_a_requirement_without_a_floor_is_refused(script):
    with pytest.raises(ValueError, match="click"):
        script.floors(["click<10"], "3.12")


@pytest.mark.parametrize(
    ("module", "ours"),
    [
        ("autograder", True),
        ("autograder.checks.verbs", True),
        ("a05_data_and_batches", True),
        ("a05_data_and_batches.test_public", True),
        ("figures", True),
        ("matplotlib.figure", False),
        ("matplotlib.testing.autograder_like", False),
    ],
)
def test_a_warning_about_our_own_code_ends_a_step_and_no_other_does(script, module, ours):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(script.STRICT)
        raised = False
        try:
            warnings.warn_explicit("old", DeprecationWarning, "file.py", 1, module=module)
        except DeprecationWarning:
            raised = True
    assert raised is ours


@pytest.mark.parametrize(("edition", "code"), [("stub", 0), ("solved", 1)])
def test_the_cells_of_a_stub_go_the_way_of_a_stub_and_no_other(root, edition, code):
    folder = root / "assignments" / "en" / A01
    command = [sys.executable, root / "benchmarks" / "notebook_cells.py", f"{A01}.ipynb", edition]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == code, done.stderr
    assert (", 0 wrong" in done.stdout) is (code == 0)
