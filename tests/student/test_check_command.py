"""``autograder check`` on a small course: what it says, in full, and what to do about it."""

import os
import subprocess
import sys

import pytest
from click.testing import CliRunner

import autograder
from autograder import checkrun
from autograder.cli.main import commands
from autograder.errors import AutograderError
from autograder.notebook import ChecksFailed
from autograder.notebook import check as check_below_cell
from autograder.sandbox import Loss, WorkerLost
from autograder.student import install

RIGHT = (
    "def predict(x, w):\n    return w * x\n\n\n"
    "def cost(error):\n    if isinstance(error, str):\n        raise ValueError\n    return error**2\n"
)
SECOND_CHECKS = (
    "import a02_descent as student\n"
    "from autograder.checks import expect_close, task\n\n\n"
    '@task("A02.1", en="a step", ko="걸음")\n'
    "def test_step():\n    expect_close(student.step(2.0), 6.0)\n"
)
SECOND = "from a01_line import predict\n\n\ndef step(x):\n    return predict(x, 3)\n"


@pytest.fixture
def here(course, monkeypatch):
    monkeypatch.chdir(course / "a01_line")
    return course / "a01_line"


@pytest.fixture
def second(course, monkeypatch):
    """Work in the folder of A02, which imports ``predict`` of A01; return it."""
    folder = course / "a02_descent"
    (folder / "a02_descent.py").write_text(SECOND, encoding="utf-8")
    (folder / "test_public.py").write_text(SECOND_CHECKS, encoding="utf-8")
    monkeypatch.chdir(folder)
    return folder


@pytest.fixture
def said():
    """Call ``autograder check``; return what it printed, and the exit code or the error."""

    def run(*arguments):
        done = CliRunner().invoke(commands, ["check", *arguments], standalone_mode=False)
        if done.exception is not None and not isinstance(done.exception, AutograderError):
            raise done.exception
        return done.output, done.exception or done.return_value

    return run


def write(folder, text):
    (folder / f"{folder.name}.py").write_text(text, encoding="utf-8")


def plain_pytest(folder, **environment):
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q"],
        cwd=folder,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return done.stdout


# ---- what isn't written, and what waits for it

NEEDS = "It needs A01.1 predict, which is not written yet. Write it in a01_line.py first."


def test_what_is_written_and_calls_what_is_not_waits_for_it_at_every_door(
    second, said, capsys, monkeypatch
):
    text, code = said()
    assert code == 1
    assert f"· A02.1 Step step\n    {NEEDS}\n" in text
    assert "not written yet: it still raises" not in text.lower()
    printed = plain_pytest(second)
    assert NEEDS in printed
    assert "Written, and waiting for another task: A02.1." in printed
    install(second)
    names = {"__name__": "__main__"}
    exec(SECOND, names)
    with pytest.raises(ChecksFailed):
        check_below_cell("A02.1", namespace=names)
    assert capsys.readouterr().out == f"A02.1 can't be checked yet. {NEEDS}\n"


def test_waiting_is_no_attempt(second, course, said):
    said()
    assert "A02.1" not in (course / ".attempts.json").read_text()


def test_a_helper_that_says_something_of_its_own_has_raised(here, said):
    write(here, RIGHT.replace("return w * x", 'raise NotImplementedError("only for lines")'))
    text, _ = said("A01.1")
    assert "✗ A01.1" in text
    assert "only for lines" in text


def test_within_one_assignment_what_is_not_written_is_named_too(here, said):
    stub = 'def predict(x, w):\n    raise NotImplementedError("A01.1: write predict")\n\n\n'
    write(here, stub + "def cost(error):\n    return predict(error, error)\n")
    text, _ = said()
    assert "· A01.2 Cost cost\n    It needs A01.1 predict, which is not written yet.\n" in text


# ---- what could not be loaded


def test_what_could_not_be_loaded_is_said_in_full_on_the_narrowest_terminal(
    here, said, monkeypatch
):
    monkeypatch.setenv("COLUMNS", "20")
    write(here, "import a_package_with_a_name_that_is_longer_than_any_terminal\n\n" + RIGHT)
    text, code = said()
    assert code == 0
    assert (
        "✗ a01_line.py, line 1: ModuleNotFoundError: "
        "No module named 'a_package_with_a_name_that_is_longer_than_any_terminal'\n"
        "    import a_package_with_a_name_that_is_longer_than_any_terminal\n"
    ) in text


def test_line_numbers_are_those_of_the_file(here, said):
    write(here, f"# one\n# two\n{RIGHT}\n\ndef broken(:\n    pass\n\nnumbers = 1 / 0\n")
    text, code = said()
    assert code == 0
    lines = (here / "a01_line.py").read_text().split("\n")
    assert f"a01_line.py, line {lines.index('def broken(:') + 1}: SyntaxError" in text
    assert f"a01_line.py, line {lines.index('numbers = 1 / 0') + 1}: ZeroDivisionError" in text


@pytest.mark.parametrize(
    ("language", "advice"),
    [("en", "Keep the folders of your assignments side by side"), ("ko", "나란히")],
)
def test_an_earlier_assignment_that_is_missing_is_said_with_what_to_do(
    second, course, said, language, advice
):
    (course / "a01_line" / "a01_line.py").unlink()
    text, code = said("--language", language)
    assert code == 1
    assert "No module named 'a01_line'" in text
    assert text.count(advice) == 2  # where it failed to load, and at the task that needs it
    assert "NameError" not in text


def test_a_statement_that_fails_in_an_earlier_assignment_is_told_and_costs_nothing(
    second, course, said
):
    write(course / "a01_line", "numbers = 1 / 0\n" + RIGHT)
    text, code = said()
    assert code == 0
    assert "✗ a01_line.py, line 1: ZeroDivisionError: division by zero\n    numbers = 1 / 0" in text


def test_a_statement_that_fails_in_an_earlier_notebook_names_the_notebook(
    second, course, said, notebook
):
    (course / "a01_line" / "a01_line.py").unlink()
    file = course / "a01_line" / "a01_line.ipynb"
    file.write_text(notebook("numbers = 1 / 0", RIGHT), encoding="utf-8")
    text, code = said()
    assert code == 0
    assert "✗ a01_line.ipynb, notebook cell 1, line 1: ZeroDivisionError" in text


BROKEN = (
    "predict can't be used: its definition in a01_line.py, line 1, failed with ZeroDivisionError"
)


def test_what_an_earlier_assignment_failed_to_define_is_said_at_every_door(
    second, course, said, capsys
):
    write(course / "a01_line", "predict = 1 / 0\n")
    text, _ = said()
    assert BROKEN in text
    assert BROKEN in plain_pytest(second)
    install(second)
    names = {"__name__": "__main__"}
    exec(SECOND, names)
    with pytest.raises(ChecksFailed):
        check_below_cell("A02.1", namespace=names)
    assert BROKEN in capsys.readouterr().out


def test_it_is_said_in_korean_where_the_student_reads_korean(second, course, said):
    write(course / "a01_line", "predict = 1 / 0\n")
    wanted = "a01_line.py 1번째 줄의 정의에서 ZeroDivisionError: division by zero 오류가 발생하여"
    assert wanted in said("--language", "ko")[0]
    assert wanted in plain_pytest(second, AUTOGRADER_LANGUAGE="ko")


def test_an_earlier_file_that_cannot_be_read_is_said_with_the_reason(second, course, said):
    write(course / "a01_line", "")
    text, code = said()
    assert code == 1
    assert "Your file of the earlier assignment a01_line can't be read" in text
    assert "the file is empty" in text


def test_a_helper_beside_an_earlier_assignment_comes_along(second, course, said):
    (course / "a01_line" / "tools.py").write_text("def times(a, b):\n    return a * b\n")
    source = "import tools\n\n\ndef predict(x, w):\n    return tools.times(x, w)\n"
    write(course / "a01_line", source)
    assert said()[1] == 0
    assert "1 passed" in plain_pytest(second)


def test_ones_own_function_that_failed_says_why_and_is_not_defined(here, said):
    write(here, RIGHT.replace("def cost(error):", "def cost(error:"))
    text, _ = said()
    assert (
        "· A01.2 Cost cost\n    cost can't be used: its definition in a01_line.py, line 5" in text
    )


# ---- names that are nearly there


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (RIGHT.replace("def predict", "def Predict"), "Predict"),
        (RIGHT.replace("def predict", "def predikt"), "predikt"),
        ("class Line:\n    def predict(self, x, w):\n        return w * x\n", "Line"),
    ],
)
def test_a_function_under_another_name_or_in_a_class_is_recognised(here, said, source, found):
    write(here, source)
    text, _ = said("A01.1")
    missing = text.index("predict is not defined in the submission.")
    assert found in text[missing:].split("\n")[1]
    assert found in plain_pytest(here)


def test_a_function_in_a_markdown_cell_is_recognised(here, said, notebook):
    import json

    content = json.loads(notebook("x = 1"))
    cell = {"cell_type": "markdown", "metadata": {}, "source": RIGHT}
    content["cells"].append(cell)
    (here / "a01_line.py").unlink()
    (here / "a01_line.ipynb").write_text(json.dumps(content))
    text, _ = said("A01.1", "--language", "en")
    missing = text.index("predict is not defined in the submission.")
    assert "def predict" in text[missing:].split("\n")[1]


def test_a_forgotten_return_is_recognised(here, said):
    write(here, RIGHT.replace("return w * x", "w * x"))
    assert "Is a `return` missing?" in said("A01.1")[0]


def test_what_builds_on_what_fails_says_what_comes_first(here, said):
    write(
        here, "def predict(x, w):\n    return 0.5\n\n\ndef cost(error):\n    return predict(1, 2)\n"
    )
    text, _ = said()
    assert "It builds on A01.1, which fails as well: correct that first." in text


# ---- what is printed, and whose fault it is


def test_what_a_failing_check_printed_is_shown_and_no_other(here, said):
    write(
        here, 'print("top")\n' + RIGHT.replace("return w * x", "print('x is', x)\n    return 6.0")
    )
    text, _ = said("A01.1")
    shown = text[text.index("✗ A01.1") :]
    assert "It printed:\n        x is 0.0\n" in shown
    assert "x is 2.0" not in shown
    assert "top" not in shown


def test_what_is_printed_is_capped(here, said):
    write(here, RIGHT.replace("return w * x", "print('y' * 5000 + 'end')\n    return 1"))
    text, _ = said("A01.1")
    assert checkrun.MAX_PRINTED - 3 <= text.count("y" * 10) * 10 + 10 <= 3 * checkrun.MAX_PRINTED
    assert "yend" in text


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_broken_kit_is_called_our_fault(here, said, monkeypatch, language):
    lost = WorkerLost(Loss.PROTOCOL, "not loaded: 'a04_logistic_neuron'")
    monkeypatch.setattr(checkrun.Loads, "problems", lambda self, program: raise_(lost))
    text, code = said("--language", language)
    assert code == 1
    assert "not loaded: 'a04_logistic_neuron'" in text
    assert ("This is our fault, not yours" if language == "en" else "키트의 오류입니다") in text
    monkeypatch.setattr(checkrun.Loads, "problems", lambda self, program: raise_(KeyError("x")))
    _, error = said("--language", language)
    assert "KeyError: 'x'" in str(error)
    assert ("This is our fault, not yours" if language == "en" else "키트의 오류입니다") in str(
        error
    )


def raise_(error):
    raise error


def test_what_the_student_did_is_not_called_our_fault(here, said):
    write(here, RIGHT.replace("return w * x", "import os\n    os._exit(3)"))
    text, code = said("A01.1")
    assert code == 1
    assert "our fault" not in text
    assert "It ended the whole program" in text


def test_another_version_of_the_kit_is_said(here, course, said):
    file = course / "course.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(f"kit: 0.0.1\n{text}", encoding="utf-8")
    assert (
        f"version 0.0.1 of the kit, and version {autograder.__version__} is installed" in said()[0]
    )
    assert "0.0.1" in said("--language", "ko")[0]
    assert "version 0.0.1 of the kit" in plain_pytest(here)
    file.write_text(f"kit: {autograder.__version__}\n{text}", encoding="utf-8")
    assert "version" not in said()[0]


def test_the_released_course_says_which_kit_made_it(root):
    for language in ("en", "ko"):
        text = (root / "assignments" / language / "course.yml").read_text(encoding="utf-8")
        assert f"\nkit: {autograder.__version__}\n" in text


# ---- classes that grading refuses

CLASS_COURSE = """\
title: {en: A course, ko: 과목}
edition: students
language: en
languages: [en, ko]
earlier: outside
assignments:
- id: a01_line
  code: A01
  status: finished
  title: {en: A line, ko: 직선}
  weight: 50
  slides: L1-L2
  tasks:
  - {id: A01.1, function: Line.fit, title: {en: Fit, ko: 학습}, points: 50}
  - {id: A01.2, function: cost, title: {en: Cost, ko: 비용}, points: 50}
- id: a02_descent
  code: A02
  status: finished
  builds_on: [A01]
  title: {en: Descent, ko: 하강}
  weight: 50
  slides: L3-L4
  tasks:
  - {id: A02.1, function: step, title: {en: Step, ko: 걸음}, points: 100}
"""
CANNOT = "Line of A01 can't be used in grading; its functions can. A02.1 would lose points for it."


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("from a01_line import Line\n\ndef step(x):\n    return 3 * x if Line() else x\n", 4),
        ("import a01_line as early\n\ndef step(x):\n    early.Line()\n    return 3 * x\n", 4),
        (
            "from a01_line import Line\n\nclass Mine(Line):\n    pass\n\ndef step(x):\n    Mine()\n    return 3 * x\n",
            3,
        ),
    ],
)
def test_a_class_that_grading_refuses_is_said_before_points_are_lost(
    second, course, said, source, line
):
    (course / "course.yml").write_text(CLASS_COURSE, encoding="utf-8")
    write(course / "a01_line", "class Line:\n    pass\n")
    write(second, source)
    text, code = said()
    assert code == 0
    assert f"a02_descent.py, line {line}: {CANNOT}" in text
    assert CANNOT in plain_pytest(second)
    assert "점수를 잃게 됩니다" in said("--language", "ko")[0]


def test_a_class_that_is_given_or_unused_is_not_warned_of(second, course, said):
    write(course / "a01_line", "class Line:\n    pass\n")
    write(second, "from a01_line import Line\n\ndef step(x):\n    return 3 * x\n")
    (course / "course.yml").write_text(CLASS_COURSE, encoding="utf-8")
    assert "can't be used in grading" not in said()[0]
    write(second, "from a01_line import Line\n\ndef step(x):\n    Line()\n    return 3 * x\n")
    given = CLASS_COURSE.replace("function: step,", "function: step, given: [Line],")
    for text in (given, CLASS_COURSE.replace("earlier: outside\n", "")):
        (course / "course.yml").write_text(text, encoding="utf-8")
        assert "can't be used in grading" not in said()[0]


# ---- what is asked for


def test_a_file_may_be_named_instead_of_an_assignment(here, course, said, monkeypatch):
    write(here, RIGHT)
    monkeypatch.chdir(course)
    assert said("a01_line/a01_line.py")[1] == 0
    assert said("./a01_line/")[1] == 0


@pytest.mark.parametrize(
    ("arguments", "en", "ko"),
    [
        ((), "Say which assignment", "어느 과제인지"),
        (("work.py",), "autograder check A01 work.py", "autograder check A01 work.py"),
        (
            ("A02",),
            "there is no a02_descent.py or .ipynb here",
            "a02_descent.py나 .ipynb 파일이 없",
        ),
    ],
)
def test_what_cannot_be_done_is_said_in_both_languages(
    course, said, monkeypatch, arguments, en, ko
):
    (course / "a02_descent").rmdir()
    monkeypatch.chdir(course)
    for language, wanted in (("en", en), ("ko", ko)):
        _, error = said(*arguments, "--language", language)
        assert wanted in str(error)


def test_checks_that_are_missing_are_said_in_both_languages(here, said):
    (here / "test_public.py").unlink()
    assert "Get a fresh copy" in str(said("A01")[1])
    assert "새로 받으세요" in str(said("A01", "--language", "ko")[1])
