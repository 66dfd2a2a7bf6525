"""The stub: the lesson in one language, without its solutions and without anything lost."""

import ast
import importlib.util
import inspect
import subprocess
import sys

import jupytext
import numpy as np
import pytest

from autograder.release import render

LINE = "a01_line/a01_line.py"
NEURON = "a02_neuron/a02_neuron.py"


@pytest.fixture
def files(course):
    return render(course)


@pytest.fixture
def load(tmp_path, monkeypatch):
    """Import a released file from a folder of its own."""
    folder = tmp_path / "imported"
    folder.mkdir()
    monkeypatch.syspath_prepend(str(folder))

    def load(text, name):
        path = folder / f"{name}.py"
        path.write_text(text, encoding="utf-8")
        spec = importlib.util.spec_from_file_location(name, path)
        module = importlib.util.module_from_spec(spec)
        monkeypatch.setitem(sys.modules, name, module)
        spec.loader.exec_module(module)
        return module

    return load


def test_a_stub_raises_what_is_to_be_written(files, load):
    line = load(files[f"en/{LINE}"], "a01_line")
    with pytest.raises(NotImplementedError, match=r"^A01\.1: write predict$"):
        line.predict(1.0, 2.0, 3.0)
    neuron = load(files[f"en/{NEURON}"], "a02_neuron")
    with pytest.raises(NotImplementedError, match=r"^A02\.2: write Neuron\.predict$"):
        neuron.Neuron().predict(np.zeros(2))


def test_a_korean_stub_raises_a_korean_sentence(files, load):
    line = load(files[f"ko/{LINE}"], "a01_line")
    with pytest.raises(NotImplementedError, match=r"^A01\.1: predict 함수를 구현하세요$"):
        line.predict(1.0, 2.0, 3.0)
    neuron = load(files[f"ko/{NEURON}"], "a02_neuron")
    with pytest.raises(NotImplementedError, match=r"^A02\.1: Neuron\.fit 메서드를 구현하세요$"):
        neuron.Neuron().fit(1, 2)


def test_a_marked_method_that_no_task_names_belongs_to_the_only_task_of_its_cell(files, load):
    neuron = load(files[f"en/{NEURON}"].replace("from a01_line import predict", ""), "a02_neuron")
    with pytest.raises(NotImplementedError, match=r"^A02\.3: write Layer\.__init__$"):
        neuron.Layer()


def test_the_whole_stub_is_as_expected(files):
    assert files[f"en/{LINE}"].split("# ## Prediction\n")[1] == (
        '''

# %% task="A01.1"
def predict(x, w, b):
    """Return the line's prediction.

    # %% is no mark in here, and ### BEGIN SOLUTION is none either.

    Examples
    --------
    >>> predict(2.0, 3.0, 1.0)
    7.0
    """
    x = as_floats(x)
    # TODO A01.1: put your code here instead of the next line.
    raise NotImplementedError("A01.1: write predict")


# %% task="A01.2"
def gradient(x, y, w, b):
    r"""Return $\\partial J/\\partial w$ of the mean cost."""
    # TODO A01.2: put your code here instead of the next line.
    raise NotImplementedError("A01.2: write gradient")


# %% tags=["experiment"]
if __name__ == "__main__":
    print(predict(1.0, 2.0, 3.0))
'''.replace("\\\\", "\\")
    )


def test_a_korean_docstring_reads_as_its_twin(files, load):
    line = load(files[f"ko/{LINE}"], "a01_line")
    assert inspect.getdoc(line.gradient) == r"평균 비용의 $\partial J/\partial w$를 반환합니다."
    assert inspect.getdoc(line.predict).splitlines()[-1] == "7.0"
    assert line.predict.__doc__.endswith("7.0\n    ")
    # A docstring of given code has a twin where its author writes one.
    assert inspect.getdoc(line.as_floats) == "Return x as floats."


@pytest.mark.parametrize("name", [LINE, NEURON])
def test_code_is_the_same_in_both_languages(files, name):
    def code(text):
        tree = ast.parse(text)
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                node.value = ""
        return ast.dump(tree)

    assert code(files[f"en/{name}"]) == code(files[f"ko/{name}"])


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", [LINE, NEURON])
def test_no_line_of_a_solution_is_left(tiny, files, language, name):
    source = tiny.path(f"solutions/{name}").read_text(encoding="utf-8")
    inside, solution = False, []
    for line in source.splitlines():
        mark = line.strip().removeprefix("# ")
        if mark in ("### BEGIN SOLUTION", "### END SOLUTION"):
            inside = "BEGIN" in mark
        elif inside and line.strip():
            solution.append(line.strip().removeprefix("# "))
    assert len(solution) > 4
    stub = [line.strip().removeprefix("# ") for line in files[f"{language}/{name}"].splitlines()]
    assert not set(solution) & set(stub)
    assert "### BEGIN SOLUTION" not in stub


def test_every_task_ends_in_its_raise(course, files):
    for assignment in course.finished:
        tree = ast.parse(files[f"en/{assignment.id}/{assignment.id}.py"])
        bodies = {}
        for node in ast.walk(tree):
            for inner in getattr(node, "body", []) if hasattr(node, "name") else []:
                bodies[f"{node.name}.{getattr(inner, 'name', '')}"] = getattr(inner, "body", None)
            if isinstance(node, ast.FunctionDef):
                bodies[node.name] = node.body
        for task in assignment.tasks:
            for function in task.functions:
                assert isinstance(bodies[function][-1], ast.Raise), function


@pytest.mark.parametrize("language", ["en", "ko"])
def test_jupytext_reads_the_stub_as_the_cells_that_were_meant(files, language):
    cells = jupytext.reads(files[f"{language}/{LINE}"], fmt="py:percent").cells
    assert [cell.cell_type for cell in cells] == ["markdown", "code", "code", "markdown"] + [
        "code"
    ] * 3
    assert [cell.metadata.get("task") for cell in cells if cell.cell_type == "code"] == [
        None, None, "A01.1", "A01.2", None,
    ]  # fmt: skip
    assert cells[-1].metadata["tags"] == ["experiment"]
    assert cells[0].source.startswith("# A line" if language == "en" else "# 직선")


def test_a_linter_finds_no_undefined_name(files):
    for name, text in files.items():
        if name.endswith(".py"):
            done = subprocess.run(
                [sys.executable, "-m", "ruff", "check", "--isolated", "--select", "E9,F8", "-"],
                input=text.encode(), capture_output=True, check=False,
            )  # fmt: skip
            assert done.returncode == 0, f"{name}: {done.stdout.decode()}"


def test_solutions_through_an_assignment_are_handed_out_without_marks(course, load):
    files = render(course, solutions_through="A01")
    line = load(files[f"ko/{LINE}"], "a01_line")
    assert line.predict(2.0, 3.0, 1.0) == 7.0
    assert line.gradient(np.array([1.0, 2.0]), np.array([0.0, 0.0]), 1.0, 0.0) == 2.5
    assert "SOLUTION\n" not in files[f"ko/{LINE}"]
    assert inspect.getdoc(line.predict).startswith("직선의 예측값")
    assert 'NotImplementedError("A02.1' in files[f"ko/{NEURON}"]
    assert 'NotImplementedError("A01' not in files["ko/a01_line/a01_line.ipynb"]


def test_a_question_is_followed_by_a_cell_for_its_answer_and_its_guide_stays_behind(files):
    stub = files[f"en/{NEURON}"]
    assert "# What does a neuron do?\n#\n# *(5 points, marked by hand.)*\n" in stub
    assert stub.endswith("# %% [markdown]\n# *Write your answer here.*\n")
    assert "*여기에 답을 작성하세요.*" in files[f"ko/{NEURON}"]
    assert not any("draws a line" in text or "marking" in name for name, text in files.items())
