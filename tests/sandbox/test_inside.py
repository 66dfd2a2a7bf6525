"""What runs inside a sandbox finds nothing there but the standard library, NumPy and the files beside it."""

import ast
import sys
from pathlib import Path

import pytest

import autograder
from autograder.sandbox.surroundings import INSIDE

PACKAGE = Path(autograder.__file__).parent
FILES = {path.stem: path for path in INSIDE.glob("*.py")}
AROUND = {*sys.stdlib_module_names, "numpy"}


def imported(path):
    """Return the modules that a file imports, wherever in it, with all their dots."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add("." * node.level + (node.module or ""))
    return found


def shared():
    """Return the names of the files that the trusted side imports, too."""
    found = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ImportFrom):
                continue
            if node.module == "autograder.sandbox.inside":
                found |= {alias.name for alias in node.names}
            elif (node.module or "").startswith("autograder.sandbox.inside."):
                found.add(node.module.rpartition(".")[2])
    return found


@pytest.mark.parametrize("name", sorted(FILES))
def test_a_file_imports_its_neighbours_by_bare_names_and_nothing_else_of_ours(name):
    assert {module.partition(".")[0] for module in imported(FILES[name])} <= AROUND | set(FILES)


def test_what_both_sides_use_needs_no_neighbour():
    assert {"caps", "guarded", "kernel", "stubs", "wire"} <= shared()
    for name in shared():
        assert imported(FILES[name]).isdisjoint(FILES), name


def test_no_neighbour_hides_a_module_of_the_standard_library():
    assert set(FILES).isdisjoint(sys.stdlib_module_names)
