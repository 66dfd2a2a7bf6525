"""An assignment imports the ones before it from the student's own files, filled in or not."""

import importlib
import inspect
import sys
import traceback

import pytest

from autograder.errors import SubmissionError
from autograder.student import install, uninstall
from autograder.student.importer import FINDER, DefinitionFailed

FILLED = "def predict(x, w):\n    return w * x\n"


def write(course, name, text):
    (course / "a01_line" / name).write_text(text, encoding="utf-8")


def load(course, name="a01_line", home="a02_descent"):
    install(course / home)
    return importlib.import_module(name)


def test_an_earlier_assignment_is_imported_from_the_folder_beside(course):
    write(course, "a01_line.py", FILLED)
    install(course / "a02_descent")
    scope = {}
    exec("from a01_line import predict", scope)
    assert scope["predict"](2, 3) == 6


def test_an_unfilled_function_says_its_task_when_it_is_called(course):
    module = load(course)
    with pytest.raises(NotImplementedError, match=r"A01\.1: write predict"):
        module.predict(1, 2)


def test_without_the_hook_nothing_is_found(course):
    install(course / "a02_descent")
    uninstall()
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("a01_line")


def test_the_notebook_is_taken_where_it_is_the_one_that_was_filled_in(course, notebook):
    write(course, "a01_line.ipynb", notebook("%matplotlib inline\n" + FILLED))
    assert load(course).predict(2, 3) == 6


def test_the_script_is_taken_where_the_notebook_is_untouched(course, notebook):
    write(course, "a01_line.ipynb", notebook((course / "a01_line" / "a01_line.py").read_text()))
    write(course, "a01_line.py", FILLED)
    assert load(course).predict(2, 3) == 6


def test_an_assignment_finds_its_own_module_too(course, notebook, monkeypatch):
    # Python alone would take the untouched .py from the current folder.
    write(course, "a01_line.ipynb", notebook(FILLED))
    monkeypatch.syspath_prepend(str(course / "a01_line"))
    assert load(course, home="a01_line").predict(2, 3) == 6


def test_assignments_import_each_other_through_several_steps(course):
    write(course, "a01_line.py", FILLED)
    (course / "a02_descent" / "a02_descent.py").write_text(
        "from a01_line import predict\n\ndef step(x):\n    return predict(x, 2)\n"
    )
    (course / "a03_more").mkdir()
    module = load(course, "a02_descent", home="a03_more")
    assert module.step(4) == 8


def test_assignments_may_lie_in_one_folder(course):
    (course / "a02_descent" / "a01_line.py").write_text(FILLED)
    assert load(course).predict(2, 3) == 6


def test_a_broken_function_costs_only_itself(course):
    write(course, "a01_line.py", "def cost(e:\n    return e\n\n" + FILLED)
    module = load(course)
    assert module.predict(2, 3) == 6
    with pytest.raises(DefinitionFailed, match=r"cost .* a01_line\.py, line 1, .* SyntaxError"):
        module.cost(1)


def test_a_name_that_failed_can_be_imported_and_says_why_when_it_is_used(course):
    write(course, "a01_line.py", "import numpie as np\nRATE = 1 / 0\n" + FILLED)
    install(course / "a02_descent")
    scope = {}
    exec("from a01_line import predict, np, RATE", scope)
    with pytest.raises(DefinitionFailed, match=r"np .* ModuleNotFoundError: No module named 'nump"):
        scope["np"].zeros(3)
    with pytest.raises(SubmissionError, match=r"RATE .* line 2, .* ZeroDivisionError"):
        scope["RATE"]()
    assert not hasattr(scope["np"], "__wrapped__"), "tools may ask for names of this kind"


@pytest.mark.parametrize(
    "use",
    [
        "RATE + 1",
        "1 - RATE",
        "RATE[0]",
        "-RATE",
        "float(RATE)",
        "RATE < 1",
        "list(RATE)",
        "len(RATE)",
        "RATE.shape",
        "RATE(1)",
        "[x for x in RATE]",
    ],
)
def test_whatever_is_done_with_a_name_that_failed_says_why(course, use):
    write(course, "a01_line.py", "RATE = 1 / 0\n" + FILLED)
    with pytest.raises(DefinitionFailed, match=r"RATE .* line 1"):
        eval(use, {"RATE": load(course).RATE})


def test_it_is_said_in_the_language_of_the_course(course, monkeypatch):
    write(course, "a01_line.py", "def cost(e:\n    return e\n\n" + FILLED)
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    with pytest.raises(DefinitionFailed, match="사용할 수 없습니다"):
        load(course).cost(1)


def test_an_earlier_definition_outlives_a_later_one_that_fails(course, notebook):
    write(course, "a01_line.ipynb", notebook(FILLED, "predict = missing(predict)"))
    assert load(course).predict(2, 3) == 6


def test_an_exit_at_the_top_ends_nothing(course):
    write(course, "a01_line.py", "import sys\nsys.exit(1)\n" + FILLED)
    assert load(course).predict(2, 3) == 6


def test_one_who_interrupts_an_import_stops_it(course):
    write(course, "a01_line.py", "raise KeyboardInterrupt\n" + FILLED)
    with pytest.raises(KeyboardInterrupt):
        load(course)


def test_a_class_whose_base_failed_names_the_first_cause(course):
    write(course, "a01_line.py", "Base = 1 / 0\n\nclass Net(Base):\n    pass\n")
    with pytest.raises(DefinitionFailed, match=r"Net .* line 1, failed with ZeroDivisionError"):
        load(course).Net()


def test_an_earlier_assignment_that_is_not_there_says_what_to_do(course, monkeypatch):
    (course / "a01_line" / "a01_line.py").unlink()
    with pytest.raises(ModuleNotFoundError, match="folders of your assignments side by side"):
        load(course)
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    with pytest.raises(ModuleNotFoundError, match="나란히 두세요"):
        load(course)
    with pytest.raises(ModuleNotFoundError, match="No module named 'a09_gone'"):
        load(course, "a09_gone")


def test_what_needs_an_assignment_that_is_not_there_says_what_to_do(course):
    (course / "a01_line" / "a01_line.py").unlink()
    (course / "a02_descent" / "a02_descent.py").write_text(
        "from a01_line import predict\n\ndef step(x):\n    return predict(x, 2)\n"
    )
    with pytest.raises(DefinitionFailed, match=r"predict comes from .* a01_line.* side by side"):
        load(course, "a02_descent").step(1)


def test_the_name_is_not_main(course):
    write(course, "a01_line.py", FILLED + 'if __name__ == "__main__":\n    RAN = True\n')
    assert not hasattr(load(course), "RAN")


def test_annotations_of_the_future_hold_in_every_statement(course):
    source = (
        "from __future__ import annotations\ndef predict(x: Missing, w) -> Gone:\n    return x\n"
    )
    write(course, "a01_line.py", source)
    assert load(course).predict(2, 3) == 2


def test_of_a_notebook_only_the_definitions_run(course, notebook, capsys):
    cells = (
        "import math\nRATE = 0.5",
        FILLED,
        "print(predict(1, 2))",
        "predict(1, 2)",
        "for _ in range(3):\n    print('training')",
        "while True:\n    print('for ever')",
        "assert False",
        "if RATE > 0:\n    def cost(e):\n        return e",
    )
    write(course, "a01_line.ipynb", notebook(*cells))
    module = load(course)
    assert (module.RATE, module.cost(3), module.predict(2, 3)) == (0.5, 3, 6)
    assert capsys.readouterr().out == ""


def test_what_is_checked_runs_whole_as_in_grading(course, notebook):
    table = "TABLE = []\nfor i in range(3):\n    TABLE.append(i)"
    write(course, "a01_line.ipynb", notebook(table, FILLED))
    assert load(course, home="a01_line").TABLE == [0, 1, 2]
    uninstall()
    assert load(course).TABLE == []


def test_a_notebook_that_checks_itself_does_not_when_it_is_imported(course, notebook, capsys):
    cells = ("from autograder.notebook import check\nDONE = check('A01.1') is None", FILLED)
    write(course, "a01_line.ipynb", notebook(*cells))
    module = load(course, home="a01_line")
    assert module.DONE is True
    assert module.predict(2, 3) == 6
    assert capsys.readouterr().out == ""


def test_a_debugger_finds_the_scripts_lines(course):
    write(course, "a01_line.py", "X = 1\n\n" + FILLED)
    module = load(course)
    file = str(course / "a01_line" / "a01_line.py")
    assert module.__file__ == file
    assert module.predict.__code__.co_filename == file
    assert module.predict.__code__.co_firstlineno == 3
    assert inspect.getsource(module.predict) == FILLED


def test_a_traceback_shows_the_notebooks_lines(course, notebook):
    broken_first = "def cost(e:\n    pass\n\ndef predict(x, w):\n    return x / 0  # here\n"
    write(course, "a01_line.ipynb", notebook("X = 1", broken_first))
    module = load(course)
    with pytest.raises(ZeroDivisionError) as caught:
        module.predict(1, 2)
    frame = traceback.extract_tb(caught.value.__traceback__)[-1]
    assert frame.filename == "a01_line.ipynb, notebook cell 2"
    assert (frame.lineno, frame.line) == (5, "return x / 0  # here")


def test_a_file_that_cannot_be_read_says_so_at_the_import(course):
    write(course, "a01_line.py", "")
    with pytest.raises(SubmissionError, match=r"a01_line\.py: the file is empty"):
        load(course)
    assert "a01_line" not in sys.modules


def test_a_helper_beside_the_own_module_is_found(course):
    write(course, "tools.py", "X = 7\n")
    write(course, "a01_line.py", "import tools\n" + FILLED)
    assert load(course, home="a01_line").tools.X == 7


def test_installing_again_changes_nothing(course):
    install(course / "a02_descent")
    before = list(sys.meta_path), list(sys.path)
    install(str(course / "a02_descent"))
    assert (sys.meta_path, sys.path) == before


def test_another_folder_of_assignments_takes_over(course, tmp_path):
    write(course, "a01_line.py", FILLED)
    other = tmp_path / "other"
    (other / "a01_line").mkdir(parents=True)
    (other / "a01_line" / "a01_line.py").write_text("def predict(x, w):\n    return 'other'\n")
    assert load(course, home="a01_line").predict(2, 3) == 6
    assert load(other, home="a01_line").predict(2, 3) == "other"
    assert load(course, home="a01_line").predict(2, 3) == 6


def test_uninstalling_takes_everything_back(course):
    before = list(sys.path)
    load(course)
    uninstall()
    assert FINDER not in sys.meta_path
    assert sys.path == before
    assert "a01_line" not in sys.modules


@pytest.mark.parametrize("name", ["numpy", "figures", "test_public", "tools", "os"])
def test_other_modules_are_left_to_python(course, name):
    for folder in ("a01_line", "a02_descent"):
        (course / folder / f"{name}.py").write_text("x = 1\n")
    install(course / "a01_line")
    assert FINDER.find_spec(name) is None


def test_submodules_are_left_to_python(course):
    install(course / "a02_descent")
    assert FINDER.find_spec("a01_line", path=["somewhere"]) is None
    assert FINDER.find_spec("a01_line.more") is None
