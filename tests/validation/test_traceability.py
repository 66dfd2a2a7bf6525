"""The tables that name misconceptions are held against the suites."""

import shutil

import pytest

from autograder.course import load_course
from autograder.validation.traceability import ERRATA, TABLE, check_traceability

GOOD = "A07.3 `transpose-forgotten`"


@pytest.fixture
def problems(root, tmp_path):
    """Return a function that spoils a table and tells what is said of it."""
    suites = "autograder/suites"
    shutil.copytree(root / suites, tmp_path / suites, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(root / "docs", tmp_path / "docs")
    shutil.copy(root / "course.yml", tmp_path / "course.yml")
    course = load_course(tmp_path)

    def spoil(file=TABLE, old="", new="", codes=None):
        path = tmp_path / file
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        chosen = [course.assignment(code) for code in codes] if codes else course.finished
        return [str(problem) for problem in check_traceability(course, chosen)]

    return spoil


def test_the_tables_as_they_are_hold(problems):
    assert problems() == []


@pytest.mark.parametrize(
    ("new", "said"),
    [
        ("A07.3 `transpose-forgoten`", "A07.3 has no misconception `transpose-forgoten`"),
        ("A07.2 `transpose-forgotten`", "A07.2 has no misconception `transpose-forgotten`"),
        ("A07.3 `transpose-forgotten`, `gone`", "A07.3 has no misconception `gone`"),
        ("A07.2, A07.3 `transpose-forgotten`", "should read like"),
        ("`transpose-forgotten`", "should read like"),
    ],
)
def test_a_name_that_no_variant_bears_is_said(problems, new, said):
    (problem,) = problems(old=GOOD, new=new)
    assert said in problem
    assert problem.startswith(f"{TABLE}:")


@pytest.mark.parametrize("cell", ["", "—", "  "])
def test_a_blank_row_is_said(problems, cell):
    row = "| | one mean for the whole table | A05.4 `axis-omitted` |"
    (problem,) = problems(old=row, new=f"| | one mean for the whole table | {cell} |")
    assert "has no variant" in problem


def test_a_row_may_say_why_it_has_no_variant(problems):
    row = "| | one mean for the whole table | A05.4 `axis-omitted` |"
    assert problems(old=row, new="| | one mean | — no input tells it from the right one |") == []


def test_names_of_other_assignments_are_not_looked_up(problems):
    assert problems(old=GOOD, new="A07.3 `gone`", codes=["A01"]) == []


def test_a_name_quoted_among_the_errata_is_looked_up_in_its_section(problems):
    quoted = "misconception `cost-for-its-derivative`"
    (problem,) = problems(ERRATA, quoted, "misconceptions `slope-derivative-is-one`, `gone`")
    assert "A01 has no misconception `gone`" in problem
    assert problem.startswith(f"{ERRATA}:")


def test_a_missing_table_is_said_and_a_fork_without_docs_needs_none(problems, tmp_path):
    (tmp_path / TABLE).unlink()
    assert "is missing" in problems(ERRATA)[0]
    course = load_course(tmp_path)
    shutil.rmtree(tmp_path / "docs")
    assert not list(check_traceability(course, course.finished))
