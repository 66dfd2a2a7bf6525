"""docs/architecture.md is true: its walk names what is there, and its table is what `make lint` enforces."""

import ast
import re
import tomllib

import pytest

STOP = re.compile(r"`([a-z_]+(?:/[a-z_]+)*\.py):([A-Za-z_.]+)`")
MOST_STOPS = 12


@pytest.fixture(scope="module")
def architecture(root):
    return (root / "docs" / "architecture.md").read_text(encoding="utf-8")


def section(text, title):
    return text.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def defined(file):
    """Return the names that a file defines: functions, classes, and methods with their class's name."""
    names = set()
    for node in ast.parse(file.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        if isinstance(node, ast.ClassDef):
            names |= {
                f"{node.name}.{one.name}" for one in node.body if isinstance(one, ast.FunctionDef)
            }
    return names


def test_the_walk_of_a_submission_names_functions_that_are_there(architecture, root):
    walk = section(architecture, "The way of a submission")
    stops = STOP.findall(walk)
    assert len(re.findall(r"^\d+\. ", walk, re.M)) <= MOST_STOPS < len(stops)
    missing = [
        f"{file}:{name}" for file, name in stops if name not in defined(root / "autograder" / file)
    ]
    assert missing == []


def test_the_table_of_rooms_is_the_one_that_lint_enforces(architecture, root):
    pyproject = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))
    layers = pyproject["tool"]["importlinter"]["contracts"][0]["layers"]
    height = {
        room: place
        for place, layer in enumerate(reversed(layers))
        for room in re.findall(r"\w+", layer)
    }
    rows = re.findall(r"^\| (`[^|]*) \|", section(architecture, "Rooms"), re.M)
    told = [room for row in rows for room in re.findall(r"`(\w+)(?:\.py|/)`", row)]
    assert sorted(told) == sorted(height)
    heights = [height[room] for room in told]
    assert heights == sorted(heights)


MOST_LINES_OF_A_MODULE, MOST_LINES_OF_A_FUNCTION, MOST_PARAMETERS = 400, 50, 7


def functions(tree):
    return [
        node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    ]


def parameters(function):
    given = [*function.args.posonlyargs, *function.args.args, *function.args.kwonlyargs]
    return [one.arg for one in given if one.arg not in ("self", "cls")]


def test_modules_functions_and_lists_of_parameters_are_short(root):
    package = root / "autograder"
    files = [file for file in package.rglob("*.py") if package / "suites" not in file.parents]
    assert len(files) > 100
    found = []
    for file in files:
        text, name = file.read_text(encoding="utf-8"), file.relative_to(package).as_posix()
        if text.count("\n") > MOST_LINES_OF_A_MODULE:
            found.append(f"{name}: a module of {text.count(chr(10))} lines")
        for function in functions(ast.parse(text)):
            lines = function.end_lineno - function.lineno + 1
            if lines > MOST_LINES_OF_A_FUNCTION:
                found.append(f"{name}:{function.lineno}: {function.name} has {lines} lines")
            if len(parameters(function)) > MOST_PARAMETERS:
                found.append(
                    f"{name}:{function.lineno}: {function.name} takes {parameters(function)}"
                )
    assert found == []
