"""A student's folder in every state, and what each of the three doors says of its tasks."""

from __future__ import annotations

import ast
import contextlib
import io
import json
import os
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from autograder.cli.main import commands
from autograder.course import Assignment, Course, load_course
from autograder.locale import catalogue, sentence
from autograder.notebook import ChecksFailed, check
from autograder.release.publishing import render
from autograder.student import install, uninstall
from autograder.student.reasons import Verdict
from autograder.submission.notebook import code_cells, load
from autograder.texts import Language

ROOT = Path(__file__).resolve().parents[2]

Verdicts = Mapping[str, Verdict]


@cache
def the_course() -> Course:
    return load_course(ROOT)


@cache
def released(language: Language, *, solved: bool) -> Mapping[str, str]:
    """Return the released files of a language by path below its folder, as stubs or with the solutions in them."""
    course = the_course()
    through = course.finished[-1].code if solved else None
    files = render(course, [language], solutions_through=through)
    return {name.removeprefix(f"{language}/"): text for name, text in files.items()}


# ---- a student's folder


@dataclass
class Folder:
    """A student's folder of the course, written where it is told to.

    Attributes
    ----------
    language
        The language of the release.
    files
        Text by path; whatever differs from the stubs has been changed.
    """

    language: Language
    files: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.files = dict(released(self.language, solved=False))

    def solve(self, assignment: Assignment, names: set[str] | None = None) -> Folder:
        """Fill in an assignment's functions, or some of them."""
        solved = released(self.language, solved=True)
        for path in _paths(assignment):
            self.files[path] = filled(path, self.files[path], solved[path], names)
        return self

    def edit(self, assignment: Assignment, change) -> Folder:
        """Change an assignment's source: its script as a whole, its notebook cell by cell."""
        for path in _paths(assignment):
            self.files[path] = edited(path, self.files[path], change)
        return self

    def begin(self, assignment: Assignment, line: str) -> Folder:
        """Put a line at the top of an assignment's script, and into a cell of its own of its notebook."""
        script, notebook = _paths(assignment)
        self.files[script] = f"{line}\n{self.files[script]}"
        content = json.loads(self.files[notebook])
        cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": line}
        content["cells"].insert(0, cell)
        self.files[notebook] = json.dumps(content)
        return self

    def end(self, assignment: Assignment, source: str) -> Folder:
        """Put something at the end of an assignment's script, and into a last cell of its notebook."""
        script, notebook = _paths(assignment)
        self.files[script] += f"\n\n# %%\n{source}\n"
        content = json.loads(self.files[notebook])
        cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": source}
        content["cells"].append(cell)
        self.files[notebook] = json.dumps(content)
        return self

    def remove(self, assignment: Assignment, *endings: str) -> Folder:
        """Remove an assignment's folder, or only its files of some endings."""
        for path in list(self.files):
            if path.startswith(f"{assignment.id}/") and path.endswith(endings or ("",)):
                del self.files[path]
        return self

    def write(self, folder: Path) -> Path:
        for path, text in self.files.items():
            file = folder / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        return folder


def _paths(assignment: Assignment) -> tuple[str, str]:
    return f"{assignment.id}/{assignment.id}.py", f"{assignment.id}/{assignment.id}.ipynb"


def filled(path: str, stub: str, solved: str, names: set[str] | None) -> str:
    """Return a stub with the definitions of some names, or of all, taken from the solution."""
    if names is None:
        return solved
    if path.endswith(".py"):
        return _with_definitions(stub, solved, names)
    content, other = json.loads(stub), json.loads(solved)
    for cell, right in zip(content["cells"], other["cells"], strict=True):
        if cell["cell_type"] == "code":
            theirs, ours = "".join(right["source"]), "".join(cell["source"])
            cell["source"] = _with_definitions(ours, theirs, names)
    return json.dumps(content)


def edited(path: str, text: str, change) -> str:
    if path.endswith(".py"):
        return change(text)
    content = json.loads(text)
    for cell in content["cells"]:
        if cell["cell_type"] == "code":
            cell["source"] = change("".join(cell["source"]))
    return json.dumps(content)


def _with_definitions(stub: str, solved: str, names: set[str]) -> str:
    """Return a stub with some definitions of the solution, and the helpers that only the solution has."""
    there, right = _definitions(stub), _definitions(solved)
    lines, theirs = stub.split("\n"), solved.split("\n")
    for name, (first, last) in reversed(there.items()):
        if name in names and name in right:
            start, end = right[name]
            lines[first:last] = theirs[start:end]
    for name, (start, end) in right.items():
        if name not in there and names & there.keys():
            lines += ["", "", *theirs[start:end]]
    return "\n".join(lines)


def _definitions(source: str) -> dict[str, tuple[int, int]]:
    """Return where the functions and classes of the top level stand, in order."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    body = [node for node in ast.parse(source).body if isinstance(node, kinds)]
    return {node.name: (node.lineno - 1, node.end_lineno) for node in body}


# ---- the three doors

SUMS = {
    "cell_passed": Verdict.PASSED,
    "cell_failed": Verdict.FAILED,
    "cell_not_written": Verdict.NOT_WRITTEN,
    "cell_waiting": Verdict.WAITING,
}


def command_line(folder: Path, assignment: Assignment, language: Language) -> Verdicts:
    """Return what ``autograder check`` says, in the assignment's folder."""
    with at(folder / assignment.id, language):
        done = CliRunner().invoke(commands, ["check"], standalone_mode=False)
    if done.exception is not None:
        raise done.exception
    found: dict[str, Verdict] = {}
    lines = done.output.split("\n")
    for line, after in zip(lines, [*lines[1:], ""], strict=True):
        head = re.match(r"([✓✗·]) (A\d+\.\d+) ", line)
        if head is not None:
            found[head[2]] = _of_line(head[1], after.strip(), language)
    passed = all(one is Verdict.PASSED for one in found.values())
    assert done.return_value == (0 if passed else 1), done.output
    return found


def _of_line(sign: str, after: str, language: Language) -> Verdict:
    if sign in "✓✗":
        return Verdict.PASSED if sign == "✓" else Verdict.FAILED
    said = {
        Verdict.NOT_WRITTEN: ("not_attempted",),
        Verdict.NOT_DEFINED: ("missing", "not_available"),
        Verdict.WAITING: ("calls_unwritten",),
    }
    for verdict, codes in said.items():
        if any(_pattern(code, language).match(after) for code in codes):
            return verdict
    raise AssertionError(after)


def plain_pytest(folder: Path, assignment: Assignment, language: Language) -> Verdicts:
    """Return what ``pytest`` says, in the assignment's folder."""
    options = ["-q", "-p", "autograder.pytest_plugin", "--tb=no"]
    options += [f"-pno:{name}" for name in ("cacheprovider", "unraisableexception")]
    said = io.StringIO()
    with (
        at(folder / assignment.id, language),
        environment(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", PYTEST_ADDOPTS="", MPLBACKEND="Agg"),
        contextlib.redirect_stdout(said),
    ):
        code = pytest.main(options)
    text = said.getvalue()
    count = len(assignment.tasks)
    if code == pytest.ExitCode.OK:
        assert sentence("check_all", count=count).in_(language) in text, text
        return dict.fromkeys(assignment.task_ids, Verdict.PASSED)
    assert code == pytest.ExitCode.TESTS_FAILED, text
    found = dict.fromkeys(assignment.task_ids, Verdict.PASSED)
    for verdict in Verdict:
        if verdict is Verdict.PASSED:
            continue
        template = catalogue()[f"tasks_{verdict.name.lower()}"].in_(language)
        for line in text.split("\n"):
            told = re.fullmatch(_as_pattern(template, r"([A-Z\d., ]+)"), line)
            found.update(dict.fromkeys(told[1].split(", ") if told else (), verdict))
    return found


def notebook(folder: Path, assignment: Assignment, language: Language) -> Verdicts:
    """Return what ``check`` says below the cells of the notebook, each of which has been run."""
    file = folder / assignment.id / f"{assignment.id}.ipynb"
    names: dict[str, object] = {"__name__": "__main__"}
    said = io.StringIO()
    with at(file.parent, language), contextlib.redirect_stdout(said):
        install(file.parent)  # what "import autograder.notebook" does in a kernel of its own
        for cell in code_cells(load(file.read_bytes(), str(file)), str(file)):
            if cell.graded and not cell.experiment:
                with contextlib.suppress(Exception):  # the student goes on with the next cell
                    exec(compile(cell.source, f"cell {cell.number}", "exec"), names)
        with contextlib.suppress(ChecksFailed):
            check(namespace=names)
    return _below_cells(assignment, said.getvalue(), language)


def _below_cells(assignment: Assignment, said: str, language: Language) -> Verdicts:
    """Read what was printed: each task's checks, and a line that sums them up."""
    found: dict[str, Verdict] = {}
    lines: list[str] = []
    absent = _pattern("cell_not_defined", language)
    missing = _pattern("missing", language)
    for line in said.split("\n"):
        task = next((one for one in assignment.task_ids if line.startswith(one)), None)
        if task is None:
            lines.append(line)
            continue
        for code, verdict in SUMS.items():
            template = catalogue()[code].in_(language).replace("{task}", task)
            if _as_pattern(template).match(line):
                found[task] = verdict
        failed = [one for one in lines if one.startswith("✗")]
        names = {assignment.task(task).name, *assignment.task(task).functions}
        told = [absent.search(one) or missing.search(one) for one in failed]
        if found[task] is Verdict.FAILED and all(
            one is not None and one[1].rpartition(": ")[2] in names for one in told
        ):
            found[task] = Verdict.NOT_DEFINED
        lines.clear()
    return found


DOORS = {"autograder check": command_line, "pytest": plain_pytest, "notebook": notebook}


def _pattern(code: str, language: Language) -> re.Pattern[str]:
    return _as_pattern(catalogue()[code].in_(language))


def _as_pattern(template: str, anything: str = "(.*)") -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", template)
    return re.compile(anything.join(map(re.escape, parts)))


@contextlib.contextmanager
def at(folder: Path, language: Language) -> Iterator[None]:
    """Work in a folder as in a process of its own: find no module or import hook there, and leave none behind."""
    path, hooks, here = list(sys.path), list(sys.meta_path), Path.cwd()
    # What other tests have left: what finds references or other students' files, and folders that hold some.
    sys.meta_path[:] = [one for one in hooks if not type(one).__module__.startswith("autograder.")]
    sys.path[:] = [one for one in path if not any(Path(one).glob("a[0-9]*_*.py"))]
    sys.path_importer_cache.clear()
    modules = {name: sys.modules.pop(name) for name in list(sys.modules) if _is_students(name)}
    os.chdir(folder)
    try:
        with environment(AUTOGRADER_LANGUAGE=""):
            yield
    finally:
        os.chdir(here)
        uninstall()
        sys.path[:], sys.meta_path[:] = path, hooks
        for name in list(sys.modules):
            if _is_students(name):
                del sys.modules[name]
        sys.modules.update(modules)


def _is_students(name: str) -> bool:
    last = name.rpartition(".")[2]
    return re.match(r"a\d+_|figures|test_public|tools|public_checks", last) is not None


@contextlib.contextmanager
def environment(**values: str) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name, value in values.items():
            patch.setenv(name, value)
        yield
