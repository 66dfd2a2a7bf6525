"""Situations that users of other graders reported: each is right, or said to the student in one clear sentence."""

import json

import pytest

MODULE = "a01_gradient_descent_line"


@pytest.fixture
def own(course):
    """Return the text of a correct A01, with something before it and after it."""
    text = course.assignment("A01").solution_file.read_text(encoding="utf-8")

    def written(after="", before=""):
        return f"{before}{text}\n\n# %%\n{after}\n"

    return written


@pytest.fixture
def notebook():
    """Build a notebook from code cells; a pair is a cell of another kind and its text."""

    def build(*cells):
        entries = []
        for cell in cells:
            kind, source = cell if isinstance(cell, tuple) else ("code", cell)
            entry = {"cell_type": kind, "source": source, "metadata": {}}
            if kind == "code":
                entry |= {"outputs": [], "execution_count": None}
            entries.append(entry)
        return json.dumps({"cells": entries, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})

    return build


@pytest.fixture
def hand_in(tmp_path):
    """Write the files of one submission; return their folder."""

    def write(**files):
        folder = tmp_path / "kim"
        folder.mkdir(exist_ok=True)
        for name, content in files.items():
            data = content if isinstance(content, bytes) else content.encode()
            (folder / name).write_bytes(data)
        return folder

    return write


def said(result, language="en"):
    """Return what a result's notes say."""
    return " | ".join(note.in_(language) for note in result.notes)


def earned(result):
    return {task.function: task.earned for task in result.tasks}


# ---- line numbers are the file's


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "odd", ["# plain\n", "\x0c\n", "sign = '\u2028\x0b\x1c\x85'\n", "if True:\n\tx = 1\n"]
)
def test_lines_are_those_of_the_file_whatever_it_is_saved_with(
    grade, own, tmp_path, odd, mark, end
):
    text = own(
        "\x0cnumbers = 1 / 0\n\x0cdef broken(x:\n    return x\n\x0cdef late(a, a):\n    pass\n", odd
    )
    file = tmp_path / f"{MODULE}.py"
    file.write_bytes(mark + text.replace("\n", end).encode())
    result = grade(file)
    lines = text.split("\n")
    found = {(one.line, one.source) for one in result.load_problems}
    wanted = ("numbers = 1 / 0", "def broken(x:", "def late(a, a):")
    assert {line for line, _ in found} == {lines.index(f"\x0c{one}") + 1 for one in wanted}
    assert {source for _, source in found} == set(wanted)
    assert result.score == 100


def test_lines_of_a_notebook_are_those_of_its_cells(grade, own, notebook, tmp_path):
    file = tmp_path / f"{MODULE}.ipynb"
    cells = (
        "%matplotlib inline\n",
        "",
        ("markdown", "# Text"),
        "\n\nnumbers = 1 / 0",
        "def f(:\n    pass\n\nx = 1",
    )
    file.write_text(notebook(*cells, own()), encoding="utf-8")
    result = grade(file)
    found = [(one.filename, one.line) for one in result.load_problems]
    assert found == [("notebook cell 2", 3), ("notebook cell 3", 1)]
    assert result.score == 100


# ---- await at the top level


AWAITED = """
import asyncio

async def slope_of(x):
    await asyncio.sleep(0)
    return 2 * x

SCALE = await slope_of(0.5)
async for one in aiter_missing():
    pass
await asyncio.sleep(1)

def predict(x, w, b):
    return SCALE * (w * x + b)
"""


def test_await_at_the_top_level_is_run_as_in_a_notebook(grade, own, notebook, tmp_path):
    file = tmp_path / f"{MODULE}.ipynb"
    file.write_text(notebook(own(), AWAITED), encoding="utf-8")
    result = grade(file)
    assert result.score == 100
    missing, waits = result.load_problems
    assert "aiter_missing" in missing.message
    assert "needs an event loop" in waits.message
    assert (waits.filename, waits.line) == ("notebook cell 2", 11)
