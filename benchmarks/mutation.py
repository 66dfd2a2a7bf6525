"""How many mutants of the references do the hidden suites kill?

Every operator of cosmic-ray is applied at every place of every reference function, one at a time, and the task's
checks are run on the mutant in the sandbox. A mutant that survives is either killed by a better test, or listed in the
assignment's ``equivalents.yml`` with the reason why no test could tell it from the reference.

    python benchmarks/mutation.py [A01 …]

The last line says mutants, killed, equivalent with a reason, unexplained; the exit code is 1 where one is unexplained.
"""

from __future__ import annotations

import ast
import difflib
import sys
import warnings
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass

import yaml
from arguments import ROOT, assignments
from cosmic_ray.mutating import mutate_code
from cosmic_ray.plugins import get_operator, operator_names

from autograder.course import Assignment, Course, load_course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_bench
from autograder.grading.options import GradeOptions
from autograder.grading.programs import reference_program
from autograder.grading.reference import reference_source

MOST_OCCURRENCES = 1000
# Operators that replace a variable to be named: not applicable at large.
NEEDS_ARGUMENTS = {"VariableReplacer", "VariableInserter"}


@dataclass(frozen=True)
class Mutant:
    """A reference with one place changed: the task it belongs to, and the line before and after."""

    task: str
    function: str
    before: str
    after: str
    source: str

    @property
    def key(self) -> tuple[str, str, str]:
        return self.function, self.before, self.after


def spans(assignment: Assignment, text: str) -> list[tuple[int, int, str, str]]:
    """Return first line, last line, task and name of every function that a student writes."""
    names = {name: task.id for task in assignment.tasks for name in task.functions}
    found = []
    for node in ast.parse(text).body:
        if isinstance(node, ast.FunctionDef) and node.name in names:
            found.append((*_body(node), names[node.name], node.name))
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                name = f"{node.name}.{getattr(inner, 'name', '')}"
                if isinstance(inner, ast.FunctionDef) and name in names:
                    found.append((*_body(inner), names[name], name))
    return found


def _body(node: ast.FunctionDef) -> tuple[int, int]:
    """Return the lines of a function's body: its docstring and its signature aren't mutated."""
    body = node.body[1:] if ast.get_docstring(node) is not None else node.body
    return body[0].lineno, node.end_lineno or node.lineno


def mutations(text: str) -> Iterator[str]:
    """Yield a source with one place changed: every operator at every place that it fits."""
    for name in operator_names():
        if name.rpartition("/")[2] not in NEEDS_ARGUMENTS:
            operator = get_operator(name)()
            for occurrence in range(MOST_OCCURRENCES):
                changed = mutate_code(text, operator, occurrence)
                if changed is None or changed == text:
                    break
                yield changed


def mutants(assignment: Assignment) -> list[Mutant]:
    """Return every mutant of an assignment's reference, each once."""
    text = reference_source(assignment)
    places = spans(assignment, text)
    before = text.splitlines()
    found: dict[tuple[int, str], Mutant] = {}
    for changed in mutations(text):
        after = changed.splitlines()
        lines = [i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b]
        # What an error says in words is promised nowhere, so no test reads it.
        if not lines or before[lines[0]].lstrip().startswith("raise "):
            continue
        line = lines[0]
        for first, last, task, function in places:
            if first <= line + 1 <= last:
                mutant = Mutant(task, function, before[line].strip(), after[line].strip(), changed)
                found.setdefault((line, after[line]), mutant)
    return list(found.values())


def explained(assignment: Assignment) -> dict[tuple[str, str, str], str]:
    """Return the reasons for the mutants that no test could kill."""
    file = assignment.suite_dir / "equivalents.yml"
    if not file.is_file():
        return {}
    rows = yaml.safe_load(file.read_text(encoding="utf-8")) or []
    return {(row["function"], row["before"], row["after"]): row["reason"] for row in rows}


def run(code: str) -> tuple[str, int, int, list[Mutant], list[str]]:
    """Return an assignment's code, its mutants, the equivalent ones, the unexplained ones, stale explanations."""
    course: Course = load_course(ROOT)
    assignment = course.assignment(code)
    # Mutants hand nonsense to the suites' own functions; NumPy may warn of it.
    warnings.simplefilter("ignore")
    reasons = explained(assignment)
    everyone = mutants(assignment)
    survivors: list[Mutant] = []

    def work(bench: Bench) -> None:
        for mutant in everyone:
            program = reference_program(course, assignment, mutant.source)
            outcomes = bench.run(program, {mutant.task})
            if all(outcome.passed for outcome in outcomes):
                survivors.append(mutant)

    options = GradeOptions()
    sandbox = shared_sandbox(course, assignment, options)
    on_bench(course, assignment, sandbox, options, work)
    unexplained = [one for one in survivors if one.key not in reasons]
    stale = [" → ".join(key) for key in reasons if key not in {one.key for one in survivors}]
    return code, len(everyone), len(survivors) - len(unexplained), unexplained, stale


def main() -> int:
    _, codes = assignments(__doc__)
    total = equal = missing = 0
    stale_any = False
    with ProcessPoolExecutor(2) as pool:
        for code, count, equivalent, unexplained, stale in pool.map(run, codes):
            print(
                f"{code}: {count} mutants, {len(unexplained)} unexplained, {equivalent} equivalent"
            )
            for one in unexplained:
                print(f"  {one.task} {one.function}")
                for line in difflib.ndiff([one.before], [one.after]):
                    if line[0] in "-+":
                        print(f"    {line}")
            for key in stale:
                stale_any = True
                print(f"  stale explanation: {key}")
            total, equal, missing = total + count, equal + equivalent, missing + len(unexplained)
    killed = total - equal - missing
    print(
        f"mutants {total}, killed {killed}, equivalent with a reason {equal}, unexplained {missing}"
    )
    return 1 if missing or stale_any else 0


if __name__ == "__main__":
    sys.exit(main())
