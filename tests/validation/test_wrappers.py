"""Every wrapper around every function: what breaks a promise is rejected, what breaks none is accepted, or it is told."""

import ast
import re
import sys
from pathlib import Path

import pytest

from autograder.course import load_course
from autograder.errors import SourceError
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import on_bench
from autograder.grading.options import GradeOptions
from autograder.grading.reference import reference_source
from autograder.validation.exempt import read_exemptions, unfounded
from autograder.validation.problem import Findings
from autograder.validation.rewrites import REWRITES, rewritten
from autograder.validation.survivors import check_wrappers
from autograder.validation.wrappers import WRAPPERS, library
from autograder.validation.wrapping import Wrapping

sys.path.insert(0, str(Path(__file__).parents[1] / "checks"))
from toy import write_course

TASK = "A02.11"
SUITE = "autograder/suites/a02_toy/test_a02.py"


@pytest.fixture
def folder(tmp_path):
    write_course(tmp_path)
    return tmp_path


def on(folder, work):
    """Return what some work makes of the bench of the toy's second assignment."""
    course = load_course(folder)
    assignment, options = course.assignment("A02"), GradeOptions()
    return on_bench(course, assignment, shared_sandbox(course, assignment, options), options, work)


def spoil(folder, old, new):
    file = folder / SUITE
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1, old
    file.write_text(text.replace(old, new), encoding="utf-8")


def survivors(folder, *, harmful=True, laws=None):
    """Return the wrappers of the task's reference that are misjudged, and how many were tried."""

    def work(bench):
        wrapping = Wrapping(bench)
        if laws is not None:
            wrapping.laws = lambda task: laws
        found = wrapping.harmful([TASK]) if harmful else wrapping.harmless([TASK])
        return [one.wrapper for one in found if one.program == "reference"], wrapping.tried

    return on(folder, work)


def test_where_a_law_asks_for_all_that_is_promised_nothing_survives(folder):
    found, tried = survivors(folder)
    assert found == []
    assert tried > 2 * 60


@pytest.mark.parametrize(
    ("promise", "survivor"),
    [
        ('whole="x w", ', "takes_the_dtype_of"),
        ('letters="how", ', "knows_one_spelling"),
        ("fresh=True, ", "returns_the_argument_itself"),
        ('refused={"w": misshapen}, ', "swallows_errors"),
        (', module.spread(x, w, "half")', "ignores"),
    ],
)
def test_a_promise_that_no_check_asks_for_lets_a_broken_program_through(folder, promise, survivor):
    whole = on(folder, lambda bench: bench.suite.laws[TASK])
    spoil(folder, promise, "")
    assert survivor in survivors(folder, laws=whole)[0]


def test_harmless_ones_lose_nothing(folder):
    found, tried = survivors(folder, harmful=False)
    assert found == []
    assert tried == 2 * (sum(one.harmless for one in WRAPPERS.values()) + len(REWRITES))


def test_a_suite_that_asks_how_memory_lies_refuses_a_right_program(folder):
    text = (folder / SUITE).read_text(encoding="utf-8")
    (folder / SUITE).write_text(
        text + f'\n\n@task("{TASK}", en="too much", ko="지나침")\ndef test_more(student):\n'
        "    expect_unchanged(student.spread, np.ones((2, 3)))\n"
        "    first = student.spread(np.ones((2, 3)))\n"
        "    expect(type(first._answer).__name__ == 'ndarray', en='an array', ko='배열')\n",
        encoding="utf-8",
    )
    assert "returns_array_children" in survivors(folder, harmful=False)[0]


# ---- exemptions


def exempt(folder, text):
    (folder / SUITE).with_name("exempt.yml").write_text(text, encoding="utf-8")
    course = load_course(folder)
    assignment = course.assignment("A02")
    exemptions = read_exemptions(assignment)

    def work(bench):
        return list(unfounded(assignment, exemptions, bench.suite.reference))

    return on(folder, work)


@pytest.mark.parametrize(
    ("task", "wrapper", "said"),
    [
        ("A02.99", "returns_a_list", "A02 has no task A02.99"),
        (TASK, "returns_fortran_order", "there is no harmful wrapper returns_fortran_order"),
        (TASK, "dances", "there is no harmful wrapper dances"),
        (TASK, "returns_a_list", "its docstring doesn't say"),
    ],
)
def test_an_exemption_that_nothing_allows_is_told(folder, task, wrapper, said):
    text = f"- {{task: {task}, wrapper: {wrapper}, sentence: a list will do, why: so}}\n"
    [(where, what)] = exempt(folder, text)
    assert said in what
    assert where.startswith(f"{task} {wrapper} (a02_toy/exempt.yml)")


def test_an_exemption_quotes_its_docstring(folder):
    solution = folder / "solutions/a02_toy/a02_toy.py"
    text = solution.read_text(encoding="utf-8")
    said = '"full"):\n    """Return the entries:\n    a list   will do."""\n'
    solution.write_text(text.replace('"full"):\n', said, 1), encoding="utf-8")
    text = f"- {{task: {TASK}, wrapper: returns_a_list, sentence: a list will do, why: so}}\n"
    assert exempt(folder, text) == []
    spoil(folder, "float64=True,", "float64=True, kinds=False,")

    def work(bench):
        findings = Findings("A02")
        check_wrappers(bench, findings)
        return findings

    findings = on(folder, work)
    assert [line for line in findings.exempt if f"{TASK} returns_a_list(spread)" in line]
    assert not [
        one for one in findings.problems if "returns_a_list" in one.where and TASK in one.where
    ]
    # The toy's other tasks have no laws.
    assert next(one.where for one in findings.problems if "no law says" in one.what) == "A02.1"


@pytest.mark.parametrize("text", ["- {task: A02.11}\n", "{a: 1}\n", "- [\n", "- {task: 1, wrapper: x, sentence: y, why: z, more: 1}\n"])  # fmt: skip
def test_a_file_of_another_form_is_refused_with_its_name(folder, text):
    with pytest.raises(SourceError, match=r"exempt\.yml"):
        exempt(folder, text)


# ---- the library


def test_wrappers_run_without_anything_of_ours():
    text = library()
    assert "autograder" not in text
    names = {node.name for node in ast.parse(text).body if isinstance(node, ast.FunctionDef)}
    assert set(WRAPPERS) <= names


def test_each_wrapper_says_what_it_breaks_or_why_it_is_harmless():
    for wrapper in WRAPPERS.values():
        assert re.fullmatch(r"[a-z].{8,}[a-z0-9]", wrapper.promise), wrapper.name
        assert wrapper.source.startswith(f"def {wrapper.name}("), wrapper.name
    assert sum(not one.harmless for one in WRAPPERS.values()) >= 60
    assert sum(one.harmless for one in WRAPPERS.values()) + len(REWRITES) >= 20


@pytest.mark.parametrize("name", REWRITES)
def test_a_rewrite_changes_every_solution_and_no_signature(the_course, name):
    for assignment in the_course.assignments:
        source = reference_source(assignment)
        text = rewritten(source, REWRITES[name]())
        before, after = ast.parse(source), ast.parse(text)
        assert ast.dump(before) != ast.dump(after), assignment.code
        for old, new in zip(before.body, after.body, strict=True):
            if isinstance(old, ast.FunctionDef):
                assert [one.arg for one in old.args.args] == [one.arg for one in new.args.args]
