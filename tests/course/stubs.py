"""The docstrings of what students are given, in each language."""

import ast
import functools
import inspect
import re
from pathlib import Path

from autograder.course import load_course

ROOT = Path(__file__).resolve().parents[2]
COURSE = load_course(ROOT)
TASKS = {task.id: task for assignment in COURSE.finished for task in assignment.tasks}
STUBS = [(language, task) for language in COURSE.languages for task in TASKS]

SECTION = re.compile(r"^(?P<name>\w+)\n-{3,}$", re.MULTILINE)


@functools.cache
def docstrings(language: str, assignment: str) -> dict[str, str]:
    """Return the docstring of each function, class and method of a released stub."""
    path = ROOT / "assignments" / language / assignment / f"{assignment}.py"
    found: dict[str, str] = {}

    def walk(body, prefix):
        for node in body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                found[prefix + node.name] = inspect.cleandoc(ast.get_docstring(node) or "")
            if isinstance(node, ast.ClassDef):
                walk(node.body, node.name + ".")

    walk(ast.parse(path.read_text(encoding="utf-8")).body, "")
    return found


def docstring_of(language: str, task_id: str, function: str = "") -> str:
    """Return the docstring of what a task asks for; of a method, its class's doesn't belong to it."""
    task = TASKS[task_id]
    assignment = COURSE.assignment(task.code).id
    return docstrings(language, assignment)[function or task.function]


def sections(docstring: str) -> dict[str, str]:
    """Split a docstring at its headings; what precedes the first is under the empty name."""
    parts = SECTION.split(docstring)
    return {"": parts[0], **dict(zip(parts[1::2], parts[2::2], strict=True))}


def types_of(section: str) -> list[str]:
    """Return the types that a section of parameters names: what follows the colon of unindented lines."""
    return [line.partition(" : ")[2] for line in section.splitlines() if re.match(r"\S.* : ", line)]


@functools.cache
def asked(code: str) -> dict[str, set[str]]:
    """Return what the hidden suite of an assignment asks of each task beside values.

    Errors by name, "unchanged", and "dtype int" or the like; in a check itself or in a function that it calls.
    """
    folder = ROOT / "autograder" / "suites" / COURSE.assignment(code).id
    tree = ast.parse((folder / f"test_{code.lower()}.py").read_text(encoding="utf-8"))
    functions = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}

    def conduct(function: ast.FunctionDef, seen: frozenset[str]) -> set[str]:
        found = set()
        for call in (node for node in ast.walk(function) if isinstance(node, ast.Call)):
            name = call.func.id if isinstance(call.func, ast.Name) else ""
            if name == "expect_error":
                found.add(ast.unparse(call.args[0]))
            elif name == "expect_unchanged":
                found.add("unchanged")
            elif name in functions and name not in seen:
                found |= conduct(functions[name], seen | {name})
            found |= {
                f"dtype {ast.unparse(keyword.value)}"
                for keyword in call.keywords
                if keyword.arg == "dtype" and name == "expect_shape"
            }
        return found

    def of_law(words: dict[str, ast.expr]) -> set[str]:
        found = set() if "unchanged" in words else {"unchanged"}
        if "refused" in words:
            found.add(ast.unparse(words["error"]) if "error" in words else "ValueError")
        return found | ({"dtype float"} if "float64" in words else set())

    tasks: dict[str, set[str]] = {}
    for function in functions.values():
        for mark in (one for one in function.decorator_list if isinstance(one, ast.Call)):
            kind = ast.unparse(mark.func)
            if kind in ("task", "promises"):
                found = tasks.setdefault(ast.literal_eval(mark.args[0]), set())
                found |= conduct(function, frozenset())
            if kind == "promises":
                found |= of_law({str(word.arg): word.value for word in mark.keywords})
    return tasks
