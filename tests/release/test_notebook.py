"""The notebook: what nbformat, Jupyter and nbgrader expect of one."""

import json

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from autograder.release import render


@pytest.fixture
def files(course):
    return render(course)


@pytest.fixture(params=["en", "ko"])
def line(request, files):
    return nbformat.reads(files[f"{request.param}/a01_line/a01_line.ipynb"], as_version=4)


@pytest.fixture
def neuron(files):
    return nbformat.reads(files["en/a02_neuron/a02_neuron.ipynb"], as_version=4)


def by_id(notebook):
    return {cell.id: cell for cell in notebook.cells}


def test_nbformat_and_nbgrader_find_nothing_wrong(files):
    names = [name for name in files if name.endswith(".ipynb")]
    assert len(names) == 4
    for name in names:
        notebook = nbformat.reads(files[name], as_version=nbformat.NO_CONVERT)
        nbformat.validate(notebook)
        MetadataValidator().validate_nb(notebook)
        assert (notebook.nbformat, notebook.nbformat_minor) == (4, 5)
        assert notebook.metadata.kernelspec.name == "python3"


def test_nbformat_would_write_the_same_bytes(files):
    text = files["ko/a01_line/a01_line.ipynb"]
    assert nbformat.writes(nbformat.reads(text, as_version=4)) + "\n" == text


def test_cells_stand_in_order_each_task_followed_by_its_check(line, neuron):
    assert list(by_id(line)) == [
        "intro", "imports", "given", "predict-text",
        "answer_A01_1", "test_A01_1", "answer_A01_2", "test_A01_2", "figure",
    ]  # fmt: skip
    assert list(by_id(neuron)) == [
        "start", "code_2", "answer_A02_1", "test_A02_1", "test_A02_2",
        "answer_A02_3", "test_A02_3", "essay", "manual_A02_M1",
    ]  # fmt: skip


def test_an_answer_cell_is_the_students(line, neuron):
    cell = by_id(line)["answer_A01_1"]
    assert cell.metadata.nbgrader == {
        "schema_version": 3, "grade_id": "answer_A01_1",
        "grade": False, "solution": True, "locked": False, "task": False,
    }  # fmt: skip
    assert cell.metadata.task == "A01.1"
    assert cell.metadata.get("editable", True)
    assert by_id(neuron)["answer_A02_1"].metadata.task == "A02.1 A02.2"


def test_a_check_cell_carries_the_points_of_its_task(course, line, neuron):
    for notebook, assignment in ((line, course.finished[0]), (neuron, course.finished[1])):
        for task in assignment.tasks:
            cell = by_id(notebook)[task.check_cell]
            assert cell.metadata.nbgrader == {
                "schema_version": 3, "grade_id": task.check_cell, "points": task.points,
                "grade": True, "solution": False, "locked": True, "task": False,
            }  # fmt: skip
            assert cell.source == f'from autograder.notebook import check\n\ncheck("{task.id}")'
            assert cell.metadata.editable is False


def test_nbgrader_takes_points_with_decimals(tiny):
    course = tiny.change("course.yml", "points: 60", "points: 61").load()
    notebook = nbformat.reads(render(course)["en/a01_line/a01_line.ipynb"], as_version=4)
    for task in course.assignment("A01").tasks:
        metadata = by_id(notebook)[task.check_cell].metadata.nbgrader
        MetadataValidator().validate_cell(by_id(notebook)[task.check_cell])
        assert metadata.points == task.points


def test_text_is_read_only(line):
    cell = by_id(line)["intro"]
    assert cell.metadata.nbgrader.locked
    assert not cell.metadata.nbgrader.solution
    assert cell.metadata.editable is False


def test_imports_and_experiments_are_free_to_edit(line):
    assert by_id(line)["imports"].metadata == {}
    assert by_id(line)["figure"].metadata == {"tags": ["experiment"]}


def test_a_manual_cell_carries_points_of_its_own(neuron):
    question = by_id(neuron)["essay"]
    assert question.metadata.nbgrader.locked
    assert "5" in question.source
    nbgrader = by_id(neuron)["manual_A02_M1"].metadata.nbgrader
    assert (nbgrader.grade, nbgrader.solution, nbgrader.locked) == (True, True, False)
    assert nbgrader.points == 5


def test_a_notebook_holds_what_the_script_holds(files):
    for name in ("a01_line", "a02_neuron"):
        notebook = nbformat.reads(files[f"ko/{name}/{name}.ipynb"], as_version=4)
        script = files[f"ko/{name}/{name}.py"]
        for cell in notebook.cells:
            if cell.cell_type == "code" and not cell.id.startswith("test_"):
                assert cell.source in script


def test_bytes_do_not_depend_on_the_run(course):
    assert render(course) == render(course)
    text = render(course)["en/a01_line/a01_line.ipynb"]
    assert text == json.dumps(json.loads(text), indent=1, sort_keys=True, ensure_ascii=False) + "\n"
