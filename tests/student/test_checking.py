"""``check("A01.1")`` below a task says what is right, what isn't, and what to do next."""

import builtins
import io
import json
import os
import subprocess
import sys

import pytest

from autograder.errors import AutograderError
from autograder.notebook import CheckError, ChecksFailed, check

RIGHT = {"predict": lambda x, w: w * x}


@pytest.fixture
def here(course, monkeypatch):
    """Work in the folder of A01; return it."""
    monkeypatch.chdir(course / "a01_line")
    return course / "a01_line"


@pytest.fixture
def said(capsys):
    """Run checks on some names; return the lines that were printed, and the error or None."""

    def run(*tasks, **names):
        error = None
        try:
            check(*tasks, namespace=names)
        except AutograderError as raised:
            error = raised
        return capsys.readouterr().out.splitlines(), error

    return run


@pytest.fixture
def defined(tmp_path):
    """Run a cell as a notebook does; return the notebook's names."""

    def run(source):
        cell = tmp_path / "cell.py"
        cell.write_text(source, encoding="utf-8")
        names = {"__name__": "__main__"}
        exec(compile(source, str(cell), "exec"), names)
        return names

    return run


def test_right_answers_are_ticked_and_the_next_task_is_named(here, said):
    lines, error = said("A01.1", **RIGHT)
    assert lines == ["✓ one number", "✓ zero", "A01.1: all checks pass (2). Go on with A01.2."]
    assert error is None


def test_after_the_last_task_there_is_no_next(here, said):
    def cost(error):
        if isinstance(error, str):
            raise ValueError
        return error**2

    lines, error = said("A01.2", cost=cost)
    assert lines[-1].startswith("A01.2: all checks pass (2). That was the last task here.")
    assert error is None


def test_wrong_answers_are_explained(here, said):
    lines, error = said("A01.1", predict=lambda x, w: w + x)
    assert lines[0] == "✗ one number: The result is wrong. It returned 5; expected 6."
    assert lines[1].startswith("✗ zero: The result is wrong.")
    assert lines[2].startswith("A01.1: 2 of 2 checks failed.")
    assert lines[3] == "Stuck? In a terminal: autograder hint A01.1"
    assert isinstance(error, ChecksFailed)
    assert str(error) == "A01.1: 2 of 2 checks failed (see above)"


def test_one_failure_among_successes_fails_the_cell(here, said):
    lines, error = said("A01.1", predict=lambda x, w: 6.0)
    assert [line[0] for line in lines[:2]] == ["✓", "✗"]
    assert str(error) == "A01.1: 1 of 2 checks failed (see above)"


def test_a_function_that_is_not_written_is_not_called_wrong(here, said):
    def predict(x, w):
        raise NotImplementedError("A01.1: write predict")

    lines, error = said("A01.1", predict=predict)
    assert lines == [
        "A01.1 is not written yet. Replace the line that raises NotImplementedError by your code, "
        "run that cell, then this one."
    ]
    assert isinstance(error, ChecksFailed)


def test_a_function_that_was_never_run_is_not_defined(here, said):
    lines, error = said("A01.1")
    assert lines[0] == (
        "✗ one number: predict is not defined in this notebook yet. Run the cell that defines it."
    )
    assert isinstance(error, ChecksFailed)


def test_an_exception_is_shown_with_the_line_that_raised(here, defined, capsys):
    names = defined("def predict(x, w):\n    return w * x / 0  # here\n")
    with pytest.raises(ChecksFailed):
        check("A01.1", namespace=names)
    assert capsys.readouterr().out.splitlines()[0] == (
        "✗ one number: It raised ZeroDivisionError: float division by zero in the line "
        "return w * x / 0  # here."
    )


def test_an_exception_deeper_down_is_shown_with_the_students_line(here, defined, capsys):
    names = defined("import json\ndef predict(x, w):\n    return json.loads('{')\n")
    with pytest.raises(ChecksFailed):
        check("A01.1", namespace=names)
    assert "in the line return json.loads('{')." in capsys.readouterr().out


def test_braces_in_a_message_are_only_braces(here, said):
    def predict(x, w):
        raise KeyError("{x}")

    lines, _ = said("A01.1", predict=predict)
    assert "KeyError: '{x}'" in lines[0]


def test_an_exit_fails_the_check_and_not_the_notebook(here, said):
    lines, error = said("A01.1", predict=lambda x, w: sys.exit("bye"))
    assert "SystemExit: bye" in lines[0]
    assert isinstance(error, ChecksFailed)


def test_what_a_failing_function_printed_is_shown(here, said):
    def predict(x, w):
        print("x is", x)
        return x

    lines, _ = said("A01.1", predict=predict)
    assert lines[1:3] == ["    It printed:", "      x is 2.0"]
    assert "✓ zero" in lines
    assert not any("0.0" in line for line in lines), "a passing check shows no print"


def test_several_tasks_or_all_of_them(here, said):
    lines, error = said("A01.1", "A01.2", **RIGHT)
    assert lines[2].startswith("A01.1: all checks pass")
    assert str(error) == "A01.2: 2 of 2 checks failed (see above)"
    assert said(**RIGHT)[0] == lines


@pytest.mark.parametrize("name", ["1", "predict", "a01.1"])
def test_a_task_may_be_named_by_its_number_or_function(here, said, name):
    assert said(name, **RIGHT)[0][-1].startswith("A01.1: all checks pass")


def test_korean_is_spoken_where_the_course_or_the_environment_says_so(here, said, monkeypatch):
    monkeypatch.setenv("AUTOGRADER_LANGUAGE", "ko")
    lines, error = said("A01.1", **RIGHT)
    assert lines == [
        "✓ 숫자 하나",
        "✓ 영",
        "A01.1: 모든 검사를 통과했습니다(2개). A01.2(으)로 넘어가세요.",
    ]
    lines, error = said("A01.1", predict=lambda x, w: 0)
    assert "반환값은" in lines[0]
    assert str(error) == "A01.1: 검사 2개 중 1개 실패(위 참고)"


def test_the_languages_of_two_courses_differ(here, said):
    file = here.parent / "course.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("language: en\n", "language: ko\n"))
    assert said("A01.1", **RIGHT)[0][0] == "✓ 숫자 하나"


def test_changed_functions_are_checked_as_they_are_now(here, said):
    assert said("A01.1", predict=lambda x, w: 0)[1] is not None
    assert said("A01.1", **RIGHT)[1] is None


def test_changed_checks_are_read_afresh(here, said):
    assert said("A01.1", **RIGHT)[1] is None
    file = here / "test_public.py"
    file.write_text(file.read_text().replace("6.0", "700.0"))
    lines, error = said("A01.1", **RIGHT)
    assert "expected 700" in lines[0]
    assert isinstance(error, ChecksFailed)


def test_the_students_names_are_left_as_they_were(here, said):
    names = dict(RIGHT)
    check("A01.1", namespace=names)
    assert names == RIGHT
    assert "a01_line" not in sys.modules
    assert "test_public" not in sys.modules


def test_a_module_of_that_name_comes_back_afterwards(here, said, monkeypatch):
    monkeypatch.setitem(sys.modules, "a01_line", json)
    assert said("A01.1", **RIGHT)[1] is None
    assert sys.modules["a01_line"] is json


def test_projects_around_the_notebook_have_no_say(here, said, monkeypatch):
    (here / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n")
    (here / "conftest.py").write_text("raise RuntimeError\n")
    monkeypatch.setenv("PYTEST_ADDOPTS", "-k nothing")
    assert said("A01.1", **RIGHT)[1] is None


def test_without_a_course_the_checks_still_run(here, said):
    (here.parent / "course.yml").unlink()
    lines, error = said("A01.1", **RIGHT)
    assert lines[-1] == "A01.1: all checks pass (2). Go on with A01.2."
    assert error is None
    assert not any("hint" in line for line in said("A01.1")[0])


def test_the_folder_may_be_renamed(here, said, monkeypatch):
    renamed = here.rename(here.parent / "week 1")
    monkeypatch.chdir(renamed)
    assert said("A01.1", **RIGHT)[1] is None


@pytest.mark.parametrize("kind", ["names", "environment"])
def test_an_editor_may_say_where_the_notebook_is(here, said, monkeypatch, kind, tmp_path):
    monkeypatch.chdir(tmp_path)
    path = str(here / "a01_line.ipynb")
    names = dict(RIGHT)
    if kind == "names":
        names["__vsc_ipynb_file__"] = path
    else:
        monkeypatch.setenv("JPY_SESSION_NAME", path)
    assert said("A01.1", **names)[1] is None


def test_checking_installs_the_imports_of_earlier_assignments(course, said, monkeypatch):
    monkeypatch.chdir(course / "a02_descent")
    checks = (
        "import a02_descent as student\n"
        "from a01_line import predict\n"
        "from autograder.checks import expect_close, task\n"
        '@task("A02.1", en="a step", ko="걸음")\n'
        "def test_step():\n"
        "    expect_close(student.step(2.0), predict(2.0, 3.0))\n"
    )
    (course / "a02_descent" / "test_public.py").write_text(checks, encoding="utf-8")
    (course / "a01_line" / "a01_line.py").write_text("def predict(x, w):\n    return w * x\n")
    assert said("A02.1", step=lambda x: 3 * x)[1] is None


# ---- why checks can't run


def test_an_unknown_task_names_the_known_ones(here, said):
    lines, error = said("A07.9", **RIGHT)
    assert lines == []
    assert isinstance(error, CheckError)
    assert str(error) == (
        'There are no checks for "A07.9" here. The tasks that can be checked are A01.1, A01.2.'
    )


def test_a_folder_without_checks_says_where_to_go(tmp_path, said, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, error = said("A01.1")
    assert isinstance(error, CheckError)
    assert str(tmp_path) in str(error)
    assert "test_public.py" in str(error)


@pytest.mark.parametrize(
    ("checks", "complaint"),
    [
        ("import a01_line as student\nfrom a01_line import gone\n", "gone"),
        ("import a01_line as student\ndef test(:\n", "SyntaxError"),
        ("import a01_line as student\nimport no_such_package\n", "no_such_package"),
        ("raise ValueError('broken')\n", "broken"),
    ],
)
def test_checks_that_cannot_be_loaded_say_why(here, said, checks, complaint):
    (here / "test_public.py").write_text(checks)
    lines, error = said("A01.1", **RIGHT)
    assert lines == []
    assert isinstance(error, CheckError)
    assert complaint in str(error)


def test_a_broken_course_is_said_in_one_line(here, said):
    (here.parent / "course.yml").write_text("title: 1\n")
    _, error = said("A01.1", **RIGHT)
    assert isinstance(error, CheckError)
    assert "course.yml" in str(error)


def test_an_interrupted_check_interrupts_the_cell(here):
    def predict(x, w):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check("A01.1", namespace={"predict": predict})


# ---- how it looks


def test_a_failure_is_an_assertion_for_nbgrader_and_one_line_for_jupyter(here, said):
    _, error = said("A01.1")
    assert isinstance(error, AssertionError)
    assert error._render_traceback_() == [f"ChecksFailed: {error}"]
    _, error = said("A09.1")
    assert error._render_traceback_() == [f"CheckError: {error}"]


CELLS = """
from IPython.core.interactiveshell import InteractiveShell
shell = InteractiveShell.instance()
shell.run_cell("def predict(x, w):\\n    return w / x")
shell.run_cell("from autograder.notebook import check\\n\\ncheck('A01.1')")
"""


def test_jupyter_shows_the_checks_and_one_line(here):
    pytest.importorskip("IPython")
    run = subprocess.run(
        [sys.executable, "-c", CELLS],
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "IPYTHONDIR": str(here)},
        check=True,
    )
    assert run.stdout.splitlines() == [
        "✗ one number: The result is wrong. It returned 1.5; expected 6.",
        "✗ zero: It raised ZeroDivisionError: float division by zero in the line return w / x.",
        "A01.1: 2 of 2 checks failed. Change your function, run its cell again, then this one.",
        "Stuck? In a terminal: autograder hint A01.1",
        "ChecksFailed: A01.1: 2 of 2 checks failed (see above)",
    ]


@pytest.mark.parametrize("encoding", ["cp949", "cp1252", "ascii", "no-such-encoding"])
def test_a_console_with_few_letters_gets_plain_signs(here, monkeypatch, encoding):
    class Console(io.StringIO):
        def write(self, text):
            known = "ascii" if encoding.startswith("no") else encoding
            text.encode(known)  # raises where a real console would
            return super().write(text)

    Console.encoding = encoding
    console = Console()
    monkeypatch.setattr(builtins, "print", _print_to(console))
    monkeypatch.setattr(sys, "stdout", console)
    check("A01.1", namespace=RIGHT)
    assert console.getvalue().splitlines()[0] == "ok one number"


def _print_to(file):
    def write(*words):
        file.write(" ".join(map(str, words)) + "\n")

    return write
