"""What a researcher writes: three lines, the pages of the documentation, and a command's options as one object."""

import ast
import dataclasses
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

import autograder
from autograder import GradeOptions, Level, Register, grade, load_course, read_results
from autograder.classrun import ClassRun, find_submissions
from autograder.cli import options
from autograder.cli.main import commands
from autograder.errors import UsageError
from autograder.hosted.settings import Settings
from autograder.records import replaced

from ..patience import PATIENCE

THREE_LINES = """\
from autograder import grade, load_course
results = grade(load_course("course.yml"), ["handed-in"], workers=2)
print([(one.student, one.score if one.status == "graded" else None) for one in results])
"""
SCORES = [("kim", 100.0), ("lee", 40.0), ("park", None)]


def scores(results):
    return [(one.student, one.score if one.status == "graded" else None) for one in results]


def python(*arguments, cwd):
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_three_lines_grade_a_class_and_their_script_is_not_run_again_in_the_processes(place):
    (place / "study.py").write_text(THREE_LINES, encoding="utf-8")
    assert ast.literal_eval(python("study.py", cwd=place)) == SCORES


def test_what_is_graded_into_a_folder_is_read_from_it(place):
    course = load_course("course.yml")
    results = grade(course, place / "handed-in", "A01", out="results", workers=1)
    assert scores(results) == SCORES
    assert results[1].tasks[0].causes[0].name == "sum-for-product"
    assert read_results("results") == results


def test_the_api_and_the_command_give_the_same(place):
    results = grade(
        load_course(place), "handed-in", options=GradeOptions(diagnose=False), workers=1
    )
    arguments = ["grade", "handed-in", "--no-diagnosis", "--out", "out", "-j", "1", "--no-report"]
    done = CliRunner().invoke(commands, arguments, standalone_mode=False)
    assert done.return_value == 0, done.output
    alike = [
        [replaced(result, seconds=0.0) for result in some]
        for some in (results, read_results("out"))
    ]
    assert alike[0] == alike[1]


def test_a_roster_names_who_handed_in_and_what_its_reader_should_know_is_a_warning(place):
    (place / "times.csv").write_text("student,submitted_at\nsomebody,2026-03-16 20:00+09:00\n")
    register = Register(roster="roster.csv", submitted_at="times.csv")
    with pytest.warns(UserWarning, match="nobody on the roster"):
        results = grade(load_course(place), "handed-in/kim", "A01", register=register, workers=1)
    assert scores(results) == SCORES[:1]


def test_each_submission_is_told_when_it_is_graded(place):
    course = load_course(place)
    run = ClassRun(course, find_submissions(course, [place / "handed-in"]))
    told = []
    run.grade(GradeOptions(), workers=1, graded=lambda: told.append(1))
    assert len(told) == len(run.plan.submissions) == 3


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"paths": "nowhere"}, "there is no such file or folder"),
        ({"paths": "handed-in", "assignment": "A09"}, "no assignment"),
        ({"paths": []}, "no submission found"),
        ({"paths": "handed-in", "workers": 0}, "workers: found 0, expected at least 1"),
    ],
)
def test_what_cannot_be_graded_is_said_in_one_sentence(place, arguments, said):
    with pytest.raises(UsageError, match=said):
        grade(load_course(place), **arguments)


# ---- the documentation


def test_the_documentation_s_code_runs(root, place):
    page = (root / "docs" / "python_api.md").read_text(encoding="utf-8")
    blocks = [part.partition("```")[0] for part in page.split("```python\n")[1:]]
    names = {"__name__": "__main__"}
    for block in blocks:
        exec(compile(block, "python_api.md", "exec"), names)
    assert scores(names["results"]) == SCORES
    assert scores(names["plain"]) == [("kim", 100.0), ("lee", 0.0)]  # nothing carried forward
    assert [row["earned"] for row in names["rows"]][:2] == [60.0, 40.0]
    assert names["marks"]["kim"] == 100
    assert (place / "results" / "index.html").is_file()
    assert {change.kind for change in names["regraded"].changes} == {"same"}


def test_the_documentation_names_everything_and_nothing_else(root):
    page = (root / "docs" / "python_api.md").read_text(encoding="utf-8")
    table = page[page.index("| name |") :]
    cells = [line.split("|")[1] for line in table.splitlines()[2:]]
    named = {word.strip("` ").partition("(")[0] for cell in cells for word in cell.split("`, `")}
    assert named == set(autograder.__all__)


# ---- a light package


def test_importing_the_package_loads_neither_numpy_nor_pytest_nor_any_of_its_rooms(place):
    code = "import autograder, sys; print([one for one in sys.modules if one.startswith(('autograder.', 'numpy', 'pytest', 'pydantic'))])"
    assert python("-c", code, cwd=place).strip() == "[]"


def test_each_name_is_where_type_checkers_are_told_that_it_is():
    tree = ast.parse(Path(autograder.__file__).read_text(encoding="utf-8"))
    block = next(node for node in tree.body if isinstance(node, ast.If))
    told = {node.names[0].name: node.module for node in block.body}
    assert told == {name: f"autograder.{home}" for name, home in autograder._HOMES.items()}
    for name in autograder.__all__:
        assert getattr(autograder, name).__module__.startswith("autograder.")
    with pytest.raises(AttributeError, match="no attribute 'grades'"):
        _ = autograder.grades


# ---- the choices of grading are declared once


@click.command()
@options.grading
def asked(grading):
    return grading.options


@pytest.mark.parametrize("field", dataclasses.fields(GradeOptions), ids=lambda field: field.name)
def test_every_choice_of_grading_can_be_made_on_the_command_line_and_kept_in_a_bundle(field):
    turned = Level.RLIMITS if "Level" in field.type else not field.default
    arguments = [field.metadata["flag"], *(["rlimits"] if turned is Level.RLIMITS else [])]
    chosen = asked.main(arguments, standalone_mode=False)
    assert chosen == dataclasses.replace(GradeOptions(), **{field.name: turned})
    settings = Settings(assignment="A01", language="en", options=chosen)
    assert Settings.model_validate_json(settings.model_dump_json()).options == chosen
    assert asked.main([], standalone_mode=False) == GradeOptions()
