"""A lesson that can't be released is told with file, line and what to do."""

import pytest

from autograder.errors import SourceError
from autograder.release import render

BEGIN, END = "    ### BEGIN SOLUTION\n", "    ### END SOLUTION\n"

# File, old text, new text, where the line of the error is looked for (after the change), words.
UNSOUND = [
    # cells
    ("A01/a01_line.py", '[markdown] id="intro"', "[markdown]", "# %%", "needs an id"),
    ("A01/a01_line.py", 'id="intro"', 'id="in tro"', "# %%", "use letters, digits"),
    ("A01/a01_line.py", 'id="intro"', "id=intro", "# %%", "is not JSON"),
    ("A01/a01_line.py", 'id="intro"', 'ids="intro"', "# %%", 'unknown option "ids". Did you mean "id"?'),
    ("A01/a01_line.py", '[markdown] id="intro"', '[raw] id="intro"', "# %%", "not [raw]"),
    ("A01/a01_line.py", '[markdown] id="intro"', '[markdown] Title', "# %%", 'can\'t read "Title"'),
    ("A01/a01_line.py", 'id="predict-text"', 'id="intro"', "# ## Prediction", 'id "intro" is that of the cell in line 2'),
    ("A01/a01_line.py", 'id="given"', 'id="code_9"', "def as_floats", "is kept for a cell that the release adds"),
    ("A01/a01_line.py", "# # A line\n", "# # A line\nx = 1\n", "x = 1", "starts with #"),
    ("A01/a01_line.py", '# %% [markdown] id="intro"', 'x = 1\n# %% [markdown] id="intro"', "x = 1", "before the first cell"),
    ("A01/a01_line.py", "# ## Prediction\n", "", 'id="predict-text"', "the cell is empty"),
    ("A01/a01_line.py", "    slope = w * x\n", "# %%\n    slope = w * x\n", "# %%\n    slope", "not whole Python"),
    ("A01/a01_line.py", "    slope = w * x\n", "    slope = w *\n", "slope = w *\n", "not Python"),
    # tasks
    ("A01/a01_line.py", 'task="A01.2"', "", None, 'no cell has task="A01.2"; the one that defines gradient should'),
    ("A01/a01_line.py", 'task="A01.2"', 'task="A01.3"', "### BEGIN SOLUTION\ndef", "A01 has no task A01.3"),
    ("A01/a01_line.py", 'task="A01.2"', 'task="A01.1"', "### BEGIN SOLUTION\ndef", "A01.1 already has the cell in line"),
    ("A01/a01_line.py", "def gradient(", "def gradiant(", "### BEGIN SOLUTION\ndef", "doesn't define gradient. Did you mean \"gradiant\"?"),
    ("A01/a01_line.py", "def gradient(", "def more():\n    pass\n\n\ndef gradient(", "def more", "is not its task; give it a cell of its own"),
    ("A01/a01_line.py", "def as_floats", "def predict():\n    pass\n\n\ndef as_floats", "def predict", "is the function of A01.1, defined in another cell"),
    ("A01/a01_line.py", '    r"""Return $\\partial J/\\partial w$ of the mean cost."""\n', "", "def gradient", "gradient has no docstring"),
    ("A02/a02_neuron.py", '    """One neuron."""\n', "", "class Neuron", "Neuron has no docstring"),
    ("A02/a02_neuron.py", "        self.w = 0.0\n", "        ### BEGIN SOLUTION\n        self.w = 0.0\n        ### END SOLUTION\n", "def __init__", "Neuron.__init__ has a solution block and belongs to no task"),
    # marks
    ("A01/a01_line.py", BEGIN + "    slope = w * x\n    return slope + b\n" + END, "    return w * x\n", "def predict", "has no ### BEGIN SOLUTION"),
    ("A01/a01_line.py", "    return slope + b\n" + END, "    return slope + b\n", "    ### BEGIN", "without an ### END SOLUTION below it"),
    ("A01/a01_line.py", BEGIN + "    slope", "    slope", "    ### END", "without a ### BEGIN SOLUTION above it"),
    ("A01/a01_line.py", BEGIN + "    slope", BEGIN + BEGIN + "    slope", "    ### BEGIN SOLUTION\n    slope", "within a block; end the first one"),
    ("A01/a01_line.py", BEGIN + "    slope", "    ## BEGIN SOLUTION\n    slope", "    ## BEGIN", 'found "## BEGIN SOLUTION"; write'),
    ("A01/a01_line.py", BEGIN + "    slope", "    ### Begin solution\n    slope", "    ### Begin", "write"),
    ("A01/a01_line.py", "    slope = w * x\n    return slope + b\n", "    # nothing\n", "    ### BEGIN", "nothing stands between"),
    ("A01/a01_line.py", "    return slope + b\n" + END, END + "    return slope + b\n", "    return slope", "goes on after ### END SOLUTION"),
    ("A01/a01_line.py", BEGIN + "    slope = w * x\n", "    for _ in range(1):\n        ### BEGIN SOLUTION\n        slope = w * x\n", "        ### BEGIN", "must enclose whole statements"),
    ("A01/a01_line.py", BEGIN + "    slope", "  ### BEGIN SOLUTION\n    slope", "  ### BEGIN SOLUTION\n    slope", "stand as far in"),
    ("A01/a01_line.py", "    slope = w * x\n    return", "    slope = w * x\n" + END + BEGIN + "    return", "    return slope", "goes on after ### END SOLUTION; its one solution block"),
    ("A01/a01_line.py", "    x = as_floats(x)\n" + BEGIN, BEGIN + "    x = as_floats(x)\n", None, None),
    ("A01/a01_line.py", '    """Return x as floats."""\n', BEGIN + '    """Return x as floats."""\n' + END, "    return np.asarray", "goes on after"),
    ("A01/a01_line.py", "    return np.asarray(x, dtype=float)\n", BEGIN + "    return np.asarray(x, dtype=float)\n" + END, "def as_floats", "belongs to no task: the cell names none"),
    ("A01/a01_line.py", "# ## Prediction\n", "# ## Prediction\n# ### BEGIN SOLUTION\n", "# ### BEGIN", "isn't cut out"),
    # twins
    ("A01/lesson.ko.md", "<!-- cell: predict-text -->\n## 예측\n", "", None, "the cell has no Korean twin; write <!-- cell: predict-text -->"),
    ("A01/lesson.ko.md", "cell: predict-text", "cell: predict-texts", "<!-- cell: predict-texts", 'has no cell predict-texts. Did you mean "predict-text"?'),
    ("A01/lesson.ko.md", "docstring: gradient", "docstring: gradiant", "<!-- docstring: gradiant", 'Did you mean "gradient"?'),
    ("A01/lesson.ko.md", "docstring: gradient", "docstring: gradiant", None, "the docstring of gradient has no Korean twin"),
    ("A01/lesson.ko.md", "docstring: gradient", "docstring: as_floats", None, "the docstring of gradient has no Korean twin"),
    ("A02/lesson.ko.md", "<!-- docstring: Neuron -->\n뉴런 하나입니다.\n", "", None, "the docstring of Neuron has no Korean twin"),
    ("A02/lesson.ko.md", "<!-- docstring: Layer.__init__ -->\n파라미터 없이 시작합니다.\n", "", None, "the docstring of Layer.__init__ has no Korean twin"),
    ("A01/lesson.ko.md", "docstring: gradient", "docstrings: gradient", "<!-- docstrings", 'unknown kind "docstrings". Did you mean "docstring"?'),
    ("A01/lesson.ko.md", "docstring: gradient", "docstring: predict", None, "docstring predict stands twice"),
    ("A01/lesson.ko.md", "## 예측\n", "", "<!-- cell: predict-text", "cell predict-text has no text"),
    ("A01/lesson.ko.md", "<!-- cell: intro -->", "직선\n<!-- cell: intro -->", "직선\n", "text before the first twin"),
    ("A01/lesson.ko.md", "를 반환합니다.\n", '를 "반환합니다"\n', "<!-- docstring: gradient", "must hold no"),
    ("A01/lesson.ko.md", "## 예측\n", "\n## 예측\n%%time\n", "%%time", "would begin a new cell"),
    # what runs, and what leaks
    ("A01/a01_line.py", ' tags=["experiment"]', "", "if __name__", 'belongs in a cell with tags=["experiment"]'),
    ("A01/a01_line.py", 'if __name__ == "__main__":\n    print', "print", "print", "an experiment runs under"),
    ("A01/a01_line.py", "import numpy as np\n", "import numpy as np\nfrom a02_neuron import Neuron\n", "from a02", "A01 doesn't build on A02"),
    ("A01/a01_line.py", "    print(predict", "    print(_residual(1, 2, 3, 4), predict", "    print", "uses _residual, a helper that students aren't given"),
    ("A01/figures.py", '"""Figures."""\n', "### END SOLUTION\n", "###", "keep solutions out of it"),
    ("A01/figures.py", '"""Figures."""\n', "def f(:\n", "def", "not Python"),
    ("A01/figures.py", '"""Figures."""\n', "def line(x, w, b):\n    slope = w * x\n    return slope + b\n", "def line", "line holds the solution of predict"),
    ("A01/figures.py", '"""Figures."""\n', "def line(x, w, b):\n    slope = w * x\n    return slope - b\n", None, None),
    ("A02/a02_neuron.py", "        self.w = 0.0\n", "        self.params = {}\n        self.grads = {}\n", "def __init__", "holds the solution of Layer.__init__"),
    ("A02/marking.yml", "A02.M1", "A02.M2", None, 'marking.yml has A02.M2, and no markdown cell says manual="A02.M2"'),
    ("A02/marking.yml", "A02.M1", "A01.M1", "A01.M1", "not of A02; its ids look like A02.M1"),
    ("A02/marking.yml", "points: 5", "points: none", "  points", "points"),
    ("A02/a02_neuron.py", 'manual="A02.M1"', 'manual="A02.M3"', "# What does", "A02.M3 has no entry in marking.yml"),
    ("A01/a01_line.py", 'tags=["experiment"] id="figure"', 'tags=["experiment"] manual="A01.M1"', None, "in a markdown cell"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "place", "words"), UNSOUND)
def test_an_unsound_lesson_is_told_with_its_line(tiny, name, old, new, place, words):
    tiny.change(name, old, new)
    if words is None:  # the sound neighbour of an unsound one
        render(tiny.load())
        return
    with pytest.raises(SourceError) as caught:
        render(tiny.load())
    message = str(caught.value)
    assert words in message
    if place is not None:
        at = f"{tiny.path(name).name}:{tiny.line_of(name, place)}:"
        assert any(at in said and words in said for said in message.splitlines()), message


@pytest.mark.parametrize(
    "name", ["a01_line.py", "lesson.ko.md", "test_public.py", "figures.py", "hints.yml"]
)
def test_a_missing_file_is_told(tiny, name):
    tiny.path(f"A01/{name}").unlink()
    with pytest.raises(SourceError, match=f"{name}: there is no such file"):
        render(tiny.load())


def test_a_finished_assignment_needs_its_folder(tiny):
    tiny.change("course.yml", "status: planned", "status: finished")
    with pytest.raises(SourceError, match="A03 is finished; write its lesson there, or mark"):
        render(tiny.load())


def test_several_problems_are_told_at_once(tiny):
    tiny.change("A01/a01_line.py", 'task="A01.2"', 'task="A01.9"')
    tiny.change("A01/lesson.ko.md", "cell: intro", "cell: inro")
    with pytest.raises(SourceError, match=r"a01_line: \d problems") as caught:
        render(tiny.load())
    assert "A01 has no task A01.9" in str(caught.value)
    assert "has no cell inro" in str(caught.value)


def test_windows_line_ends_and_a_byte_order_mark_do_not_matter(tiny):
    expected = render(tiny.load())
    path = tiny.path("A01/a01_line.py")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert render(tiny.load()) == expected
