"""The course folder: what nbgrader releases is what ``autograder release`` releases."""

import json
import os
import re
import subprocess
import sys
from dataclasses import fields, replace

import pytest

from autograder.course import load_course
from autograder.errors import SourceError
from autograder.nbgrader_plugin.course_folder import write_course_folder
from autograder.nbgrader_plugin.cutting import with_stubs
from autograder.release import render

from ..patience import PATIENCE

BY_NBGRADER = ("checksum", "cell_type")


def test_a_release_by_nbgrader_is_a_release_by_the_kit(story, course):
    files = render(course, ["en"])
    for assignment in course.finished:
        name = f"{assignment.id}/{assignment.id}.ipynb"
        made = json.loads((story.graded / "release" / name).read_text(encoding="utf-8"))
        for cell in made["cells"]:
            for key in BY_NBGRADER:
                cell["metadata"].get("nbgrader", {}).pop(key, None)
        assert made == json.loads(files[f"en/{name}"])


def test_a_student_is_given_what_the_notebook_needs_and_nothing_that_solves_it(story, course):
    for assignment in course.finished:
        given = {path.name for path in (story.graded / "release" / assignment.id).iterdir()}
        assert given == {f"{assignment.id}.ipynb", "test_public.py", "figures.py", "hints.yml"}
    for path in (story.graded / "release").rglob("*"):
        if path.is_file():
            text = path.read_text(encoding="utf-8")
            assert "canary" not in text, path
            assert "BEGIN SOLUTION" not in text, path


def test_the_source_holds_solutions_and_model_answers_between_marks(story):
    name = "a03_sigmoid_cross_entropy"
    text = (story.graded / "source" / name / f"{name}.ipynb").read_text(encoding="utf-8")
    assert "canary-of-a-solution" in text
    assert "canary-of-a-guide" in text


def test_nbgrader_validate_passes_the_solution(story):
    name = "a03_sigmoid_cross_entropy"
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "validate", f"{name}.ipynb"],
        cwd=story.graded / "source" / name,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "MPLBACKEND": "agg"},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert "Success! Your notebook passes all the tests." in done.stdout + done.stderr


def test_writing_it_again_changes_nothing_and_leaves_what_is_yours(course, tmp_path):
    first = write_course_folder(course, tmp_path, "ko")
    assert "nbgrader_config.py" in first.written
    (tmp_path / "nbgrader_config.py").write_text("# mine\n", encoding="utf-8")
    (tmp_path / "source" / "own").mkdir()
    again = write_course_folder(course, tmp_path, "ko")
    assert again.written == ()
    assert again.kept == ("nbgrader_config.py",)
    assert (tmp_path / "nbgrader_config.py").read_text(encoding="utf-8") == "# mine\n"
    assert (tmp_path / "source" / "own").is_dir()


def test_a_folder_inside_the_course_finds_the_course_wherever_both_are_moved(course, tmp_path):
    (tmp_path / "a").mkdir()
    text = course.file.read_text(encoding="utf-8")
    (tmp_path / "a" / "course.yml").write_text(text, encoding="utf-8")
    (tmp_path / "a" / "solutions").symlink_to(course.root / "solutions")
    write_course_folder(load_course(tmp_path / "a"), tmp_path / "a" / "nb" / "grader", "en")
    config = (tmp_path / "a" / "nb" / "grader" / "nbgrader_config.py").read_text(encoding="utf-8")
    assert 'course=Path(__file__).parent / "../.."' in config
    assert str(tmp_path) not in config


def test_a_configuration_that_was_written_under_the_plugin_s_old_name_still_works(course, tmp_path):
    from autograder.nbgrader_plugin.settings import open_folder

    write_course_folder(course, tmp_path, "ko")
    file = tmp_path / "nbgrader_config.py"
    text = file.read_text(encoding="utf-8").replace("nbgrader_plugin", "nbgrader_door")
    assert "from autograder.nbgrader_door.settings import configure" in text
    file.write_text(text, encoding="utf-8")
    config, _ = open_folder(tmp_path)
    assert config.Autograder.language == "ko"
    assert config.Autograde.exporter_class.startswith("autograder.nbgrader_plugin.")


def test_every_choice_of_a_run_is_a_setting():
    from traitlets.config import Config

    from autograder.grading.options import GradeOptions
    from autograder.nbgrader_plugin.settings import Autograder
    from autograder.sandbox import Level

    assert Autograder().options == GradeOptions()
    for choice in fields(GradeOptions):
        switch = isinstance(choice.default, bool)
        said, meant = [not choice.default] * 2 if switch else ("landlock", Level.LANDLOCK)
        config = Config({"Autograder": {choice.name: said}})
        assert Autograder(config=config).options == replace(GradeOptions(), **{choice.name: meant})


SOURCE = """def f(x):
    ### BEGIN SOLUTION
    return 2 * x
    ### END SOLUTION

### BEGIN SOLUTION
def helper(): ...
### END SOLUTION"""


def test_a_stub_is_put_in_with_the_indent_of_its_mark():
    assert (
        with_stubs(SOURCE, [["# TODO", "raise X"], []], "c") == "def f(x):\n    # TODO\n    raise X"
    )


@pytest.mark.parametrize(
    ("source", "stubs", "said"),
    [
        (SOURCE, [["raise X"]], "more solutions than stubs"),
        (SOURCE, [["raise X"], [], []], "BEGIN SOLUTION\" is missing"),
        (SOURCE.replace("    ### END", "    # END"), [["raise X"], []], "missing its partner"),
        ("### END SOLUTION", [], "missing its partner"),
        ("### BEGIN SOLUTION\nx", [["y"]], "END SOLUTION\" is missing"),
    ],
)  # fmt: skip
def test_a_notebook_whose_marks_are_damaged_is_not_released(source, stubs, said):
    with pytest.raises(SourceError, match=r"cell c: .*autograder nbgrader course") as error:
        with_stubs(source, stubs, "c")
    assert said in str(error.value)


def test_what_nbgrader_refuses_to_release_is_said_with_its_reason(course, tmp_path):
    from autograder.nbgrader_plugin.generating import generate_assignments

    write_course_folder(course, tmp_path, "en")
    name = course.finished[0].id
    notebook = tmp_path / "source" / name / f"{name}.ipynb"
    text = notebook.read_text(encoding="utf-8").replace("### END SOLUTION", "# the end")
    notebook.write_text(text, encoding="utf-8")
    said = []
    assert generate_assignments(tmp_path, [name], said.append) == [name]
    assert len(said) == 1
    assert re.match(rf"{name}: refused by nbgrader: .*SourceError: cell .* is missing", said[0])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["push", "{results}", "--course", "{empty}"], "holds no nbgrader_config.py"),
        (["push", "{empty}", "--course", "{empty}"], "holds no results"),
        (["push", "{results}", "--course", "{broken}"], "ZeroDivisionError"),
        (["push", "{results}", "--course", "{lost}"], "does not say which course"),
        (["push", "{results}"], "Missing option"),
        (["course", "{file}"], "is a file"),
        (["course", "{empty}", "--course", "{empty}/nowhere"], "there is no such file"),
    ],
)
def test_bad_input_gets_one_clear_message(autograder, tmp_path, arguments, said):
    places = {name: tmp_path / name for name in ("empty", "results", "broken", "lost", "file")}
    for name in ("empty", "broken", "lost", "results"):
        places[name].mkdir()
    (places["broken"] / "nbgrader_config.py").write_text("1 / 0\n", encoding="utf-8")
    (places["lost"] / "nbgrader_config.py").write_text("", encoding="utf-8")
    places["file"].write_text("", encoding="utf-8")
    shown = tmp_path / "results" / "a01"
    shown.mkdir()
    (shown / "s.json").write_text(json.dumps(RESULT), encoding="utf-8")
    done = autograder("nbgrader", *[one.format(**places) for one in arguments])
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


RESULT = {
    "course": {"en": "c", "ko": "c"},
    "assignment": "a01_gradient_descent_line",
    "code": "A01",
    "title": {"en": "t", "ko": "t"},
    "student": "s",
    "submission": "s.py",
    "status": "graded",
    "score": 0,
    "max_score": 100,
    "engine": {"version": "1", "suite": "1", "isolation": "1", "python": "1", "numpy": "1"},
}

WITHOUT_NBGRADER = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("nbgrader", "nbconvert", "traitlets", "sqlalchemy", "jupytext", "nbformat"):
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)
sys.meta_path.insert(0, Absent())
from autograder.cli import main
main(sys.argv[1:])
"""


def test_without_nbgrader_the_command_says_what_to_install(root, tmp_path):
    def run(*arguments):
        return subprocess.run(
            [sys.executable, "-c", WITHOUT_NBGRADER, *map(str, arguments)],
            cwd=root,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )

    shown = tmp_path / "results" / "a01"
    shown.mkdir(parents=True)
    (shown / "s.json").write_text(json.dumps(RESULT), encoding="utf-8")
    done = run("nbgrader", "push", tmp_path / "results", "--course", tmp_path)
    assert done.returncode == 2
    assert 'pip install "dl-by-implementation[instructor]"' in done.stderr
    assert "Traceback" not in done.stderr
    assert run("nbgrader", "course", tmp_path / "made").returncode == 0
    assert run("doctor").returncode == 0


def test_a_broken_configuration_ends_nbgrader_before_it_can_run_anything_unprotected(
    tmp_path, course
):
    write_course_folder(course, tmp_path, "en")
    with (tmp_path / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write("c.Autograder.minimum = undefined\n")
    folder = tmp_path / "submitted" / "s" / "a01_gradient_descent_line"
    folder.mkdir(parents=True)
    notebook = tmp_path / "source" / "a01_gradient_descent_line" / "a01_gradient_descent_line.ipynb"
    (folder / notebook.name).write_bytes(notebook.read_bytes())
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", "a01_gradient_descent_line"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)},
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode != 0
    assert "undefined" in done.stderr
    assert not (tmp_path / "autograded").exists()
