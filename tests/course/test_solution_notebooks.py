"""The solved notebooks run from top to bottom, checks and figures included."""

from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

from autograder.course import load_course
from autograder.release import release

from ..patience import PATIENCE

ROOT = Path(__file__).resolve().parents[2]

FINISHED = [assignment.code for assignment in load_course(ROOT).finished]


@pytest.fixture(scope="module")
def solved(tmp_path_factory):
    out = tmp_path_factory.mktemp("solved")
    release(load_course(ROOT), languages=("en",), out=out, solutions_through=FINISHED[-1])
    return out / "en"


@pytest.mark.filterwarnings("ignore")  # of the notebook client and its kernel, not ours
@pytest.mark.parametrize("code", FINISHED)
def test_the_solution_runs_and_passes_its_own_checks(solved, course, code):
    assignment = course.assignment(code)
    folder = solved / assignment.id
    notebook = nbformat.read(folder / f"{assignment.id}.ipynb", as_version=4)
    client = NotebookClient(
        notebook,
        timeout=PATIENCE,
        startup_timeout=PATIENCE,
        resources={"metadata": {"path": str(folder)}},
    )
    client.execute()
    drawn = [
        output
        for cell in notebook.cells
        for output in cell.get("outputs", ())
        if "image/png" in output.get("data", {})
    ]
    assert drawn, "an assignment shows at least one figure"
    assert not [
        cell
        for cell in notebook.cells
        for one in cell.get("outputs", ())
        if one.output_type == "error"
    ]
