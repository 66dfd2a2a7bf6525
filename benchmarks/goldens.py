"""Is every golden value of the lecture asserted by a test?

``tests/course/goldens.json`` holds the values, by assignment: computed from what the slides print, or from inputs
chosen where a slide's picture says nothing. A golden counts as asserted where tests of the assignment (its hidden
suite, its public checks, the tests of the course) hold all its numbers as literals, or take it from the file by name.
Numbers of few digits prove nothing on their own; for those, and for values that no test should hold,
``tests/course/goldens.yml`` says which test asserts it, or why none does.

    python benchmarks/goldens.py [-v]

With ``-v`` every golden is listed with its test. The last line says goldens, asserted, not used with a reason,
unexplained; the exit code is 1 where one is unexplained or a row of the table is stale.
"""

from __future__ import annotations

import ast
import json
import operator
import re
import sys
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from autograder.course import Assignment, Course, load_course
from autograder.grading.variants import read_variants

ROOT = Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "course"

# A test may hold fewer digits than the file, or a digit of rounding more.
TOLERANCE = 1e-6
# A number of so many significant digits is no coincidence; a list of so many numbers in a row neither.
TELLING_DIGITS = 5
TELLING_LENGTH = 4

ARITHMETIC = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.Pow: operator.pow,
}


@dataclass(frozen=True)
class Golden:
    """A value of the lecture: its assignment, its name, how it came about, and the numbers."""

    code: str
    name: str
    tag: str
    value: Any

    @property
    def numbers(self) -> list[float]:
        """Its numbers in order, none where it is a truth value or a text."""
        flat = list(flatten(self.value))
        return [] if any(isinstance(one, bool | str) for one in flat) else flat


@dataclass
class Test:
    """What a test holds: its literal numbers, its literal lists, the texts in it, and patterns of its f-strings."""

    name: str
    numbers: list[float] = field(default_factory=list)
    lists: list[list[float]] = field(default_factory=list)
    texts: set[str] = field(default_factory=set)
    patterns: list[re.Pattern[str]] = field(default_factory=list)

    def names(self, golden: Golden) -> bool:
        """Tell whether the test takes the golden from the file."""
        return golden.name in self.texts or any(one.fullmatch(golden.name) for one in self.patterns)

    def asserts(self, golden: Golden) -> bool:
        """Tell whether the golden's numbers are all here, and are enough to be no coincidence."""
        wanted = golden.numbers
        if any(telling(one) for one in wanted):
            return all(self.holds(one) for one in wanted)
        return (
            len(wanted) >= TELLING_LENGTH
            and len(set(wanted)) > 1
            and any(within(wanted, one) for one in self.lists)
        )

    def holds(self, number: float) -> bool:
        """Tell whether a number is among the literals, with as many digits where it has many."""
        place = bisect_left(self.numbers, number)
        return any(
            near(number, one) and telling(one) >= telling(number)
            for one in self.numbers[max(place - 1, 0) : place + 2]
        )


def flatten(value: Any) -> Iterator[Any]:
    """Yield the entries of nested lists."""
    if isinstance(value, list):
        for one in value:
            yield from flatten(one)
    else:
        yield value


def telling(number: float) -> bool:
    """Tell whether a number has so many significant digits that it occurs twice for one reason only."""
    written = f"{abs(number):.11e}".partition("e")[0]
    return len(written.replace(".", "").rstrip("0")) >= TELLING_DIGITS


def near(a: float, b: float) -> bool:
    """Tell whether two numbers agree, up to the digits a test may leave out."""
    return abs(a - b) <= TOLERANCE * max(abs(a), abs(b)) or max(abs(a), abs(b)) < 1e-14


def within(wanted: list[float], numbers: list[float]) -> bool:
    """Tell whether a list of numbers occurs as a whole in another one."""
    starts = range(len(numbers) - len(wanted) + 1)
    return any(all(map(near, wanted, numbers[start:])) for start in starts)


# ---- literals


def constant(node: ast.AST, known: dict[str, Any]) -> Any:
    """Return the number or nested list that an expression of literals is; None where it isn't one."""
    match node:
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return number
        case ast.Name(id=name):
            return known.get(name)
        case ast.UnaryOp(op=ast.USub(), operand=inner):
            return entrywise(operator.mul, -1, constant(inner, known))
        case ast.List(elts=entries) | ast.Tuple(elts=entries):
            found = [constant(one, known) for one in entries]
            return None if None in found else found
        case ast.Call(func=ast.Attribute(attr="array"), args=[inner, *_]):
            return constant(inner, known)
        case ast.Subscript(value=inner, slice=ast.Slice() as part):
            return cut(constant(inner, known), part)
        case ast.BinOp(left=left, op=op, right=right) if type(op) in ARITHMETIC:
            a, b = constant(left, known), constant(right, known)
            # Of lists, not arrays: [4] * 9 repeats.
            if isinstance(left, ast.List) and isinstance(b, int) and isinstance(op, ast.Mult):
                return None if a is None else a * b
            return entrywise(ARITHMETIC[type(op)], a, b)
    return None


def entrywise(function: Any, a: Any, b: Any) -> Any:
    """Apply an operation to numbers, or to a number and each entry of a list."""
    if a is None or b is None or (isinstance(a, list) and isinstance(b, list)):
        return None
    if isinstance(a, list):
        return [entrywise(function, one, b) for one in a]
    if isinstance(b, list):
        return [entrywise(function, a, one) for one in b]
    try:
        return function(a, b)
    except (ArithmeticError, ValueError):
        return None


def cut(value: Any, part: ast.Slice) -> Any:
    """Return a slice of a list."""
    ends = [
        None if end is None else constant(end, {}) for end in (part.lower, part.upper, part.step)
    ]
    return value[slice(*ends)] if isinstance(value, list) else None


def pattern(text: ast.JoinedStr) -> re.Pattern[str]:
    """Return what the texts of an f-string have in common."""
    parts = [
        re.escape(part.value) if isinstance(part, ast.Constant) else ".+" for part in text.values
    ]
    return re.compile("".join(map(str, parts)))


@cache
def tests_of(file: Path) -> tuple[Test, ...]:
    """Return the tests of a file, each with the literals of whatever it refers to in its module."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named: dict[str, ast.AST] = {}
    known: dict[str, Any] = {}
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            named[node.name] = node
        elif isinstance(node, ast.Assign):
            for target in node.targets:
                if isinstance(target, ast.Name):
                    named[target.id], known[target.id] = node, constant(node.value, known)
    return tuple(
        test_of(name, node, named, known)
        for name, node in named.items()
        if name.startswith("test_") and isinstance(node, ast.FunctionDef)
    )


def test_of(name: str, node: ast.AST, named: dict[str, ast.AST], known: dict[str, Any]) -> Test:
    """Return what one test holds."""
    test = Test(name)
    waiting, seen = [node], {name}
    while waiting:
        for part in ast.walk(waiting.pop()):
            if isinstance(part, ast.Name) and part.id in named and part.id not in seen:
                seen.add(part.id)
                waiting.append(named[part.id])
            if isinstance(part, ast.Constant) and isinstance(part.value, str):
                test.texts.add(part.value)
            if isinstance(part, ast.JoinedStr):
                test.patterns.append(pattern(part))
            if isinstance(part, ast.Dict):
                part = ast.Tuple(part.values)
            found = constant(part, known)
            if isinstance(found, list):
                test.lists.append(list(flatten(found)))
                test.numbers.extend(test.lists[-1])
            elif found is not None:
                test.numbers.append(found)
    test.numbers.sort()
    return test


# ---- the account


@dataclass
class Account:
    """What became of every golden, and which rows of the table are stale."""

    asserted: dict[str, str] = field(default_factory=dict)
    unused: dict[str, str] = field(default_factory=dict)
    unexplained: list[Golden] = field(default_factory=list)
    waiting: list[Golden] = field(default_factory=list)
    stale: list[str] = field(default_factory=list)

    @property
    def settled(self) -> bool:
        """Tell whether every golden is accounted for, and every row of the table still true."""
        return not self.unexplained and not self.stale


def goldens() -> list[Golden]:
    """Read the goldens; their names are unique."""
    table = json.loads((DATA / "goldens.json").read_text(encoding="utf-8"))
    found = [
        Golden(code, name, one["tag"], one["value"])
        for code, rows in table.items()
        for name, one in rows.items()
    ]
    names = [golden.name for golden in found]
    twice = {name for name in names if names.count(name) > 1}
    if twice:
        raise SystemExit(f"goldens.json has two goldens of the name {', '.join(sorted(twice))}")
    return found


def files_of(assignment: Assignment) -> list[Path]:
    """Return the files whose tests belong to an assignment: hidden suite, public checks."""
    files = [assignment.suite_file, assignment.public_checks]
    return [file for file in files if file.is_file()]


def of_the_course() -> list[Path]:
    """Return the tests of the course as a whole, without those of this script, which quote goldens."""
    return sorted(set(DATA.glob("test_*.py")) - {DATA / "test_goldens.py"})


def account(course: Course) -> Account:
    """Find the test of every golden, or the reason why there is none."""
    table = yaml.safe_load((DATA / "goldens.yml").read_text(encoding="utf-8"))
    result = Account()
    everyone = goldens()
    for code in sorted({golden.code for golden in everyone}):
        assignment = course.assignment(code)
        mine = [golden for golden in everyone if golden.code == code]
        if assignment not in course.finished:
            result.waiting += mine
            continue
        rows = table.get(code, {})
        names = {golden.name for golden in mine}
        result.stale += [
            f"{code}: there is no golden “{name}”" for name in rows if name not in names
        ]
        for golden in mine:
            found = _test_for(assignment, golden)
            row = rows.get(golden.name)
            if found:
                result.asserted[golden.name] = found
                if row:
                    result.stale.append(f"{code}: “{golden.name}” needs no row: {found} holds it")
            elif row is None:
                result.unexplained.append(golden)
            else:
                _settle(course, golden, row, result)
    return result


def _test_for(assignment: Assignment, golden: Golden) -> str:
    """Return the test that asserts a golden, or the several that do so together."""
    files = [*files_of(assignment), *of_the_course()]
    tests = [
        (f"{file.relative_to(ROOT)}::{one.name}", one) for file in files for one in tests_of(file)
    ]
    for name, test in tests:
        if test.names(golden) or test.asserts(golden):
            return name
    together: dict[str, Test] = {}
    for number in filter(telling, golden.numbers):
        holding = [(name, test) for name, test in tests if test.holds(number)]
        if not holding:
            return ""
        together.update(holding[:1])
    if all(any(test.holds(one) for test in together.values()) for one in golden.numbers):
        return " and ".join(together)
    return ""


def _settle(course: Course, golden: Golden, row: dict[str, str], result: Account) -> None:
    """Believe a row of the table, as far as it can be checked."""
    where = f"{golden.code}: “{golden.name}”"
    unknown = set(row) - {"asserted", "unused", "variant"}
    if unknown or ("asserted" in row) == ("unused" in row) or not all(row.values()):
        result.stale.append(f"{where}: a row says asserted, or unused and perhaps variant")
        return
    if "asserted" in row:
        code, _, name = row["asserted"].rpartition(" ")
        files = files_of(course.assignment(code or golden.code)) + of_the_course()
        if any(test.name == name for file in files for test in tests_of(file)):
            result.asserted[golden.name] = row["asserted"]
        else:
            result.stale.append(f"{where}: there is no test {row['asserted']}")
        return
    if "variant" in row:
        task, _, name = row["variant"].partition(" ")
        variants = read_variants(course.assignment(task.partition(".")[0]), "misconception")
        if not any((one.task, one.name) == (task, name) for one in variants):
            result.stale.append(f"{where}: there is no misconception {row['variant']}")
            return
    result.unused[golden.name] = row["unused"]


def main() -> int:
    result = account(load_course(ROOT))
    if "-v" in sys.argv[1:]:
        for name, test in result.asserted.items():
            print(f"{name}\n    {test}")
    print("Not used:")
    for name, reason in result.unused.items():
        print(f"  {name}: {reason}")
    for golden in result.unexplained:
        print(f"unexplained: {golden.code} {golden.name} = {golden.value}")
    for line in result.stale:
        print(f"stale: {line}")
    if result.waiting:
        codes = sorted({golden.code for golden in result.waiting})
        print(
            f"{len(result.waiting)} wait for their assignments to be finished: {', '.join(codes)}"
        )
    counts = (
        f"goldens {len(goldens())}, asserted {len(result.asserted)}, "
        f"not used with a reason {len(result.unused)}, unexplained {len(result.unexplained)}"
    )
    print(counts + (f", waiting {len(result.waiting)}" if result.waiting else ""))
    return 0 if result.settled else 1


if __name__ == "__main__":
    sys.exit(main())
