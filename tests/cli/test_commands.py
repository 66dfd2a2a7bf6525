"""The commands as people call them, and what they say to bad input."""

import ast
import json
import os
import re
import shutil
import sys

import pytest
from click.testing import CliRunner

from autograder.cli.main import COMMANDS, commands
from autograder.numbers import number
from autograder.result import write_result

from ..gradebook.conftest import make_result
from ..worth import SCORES

__all__ = ["make_result"]


def test_a_class_is_graded_into_json_and_pages(autograder, root, tmp_path):
    names = ("s01", "s04", "s16")
    for name in names:
        shutil.copytree(root / "examples" / "class" / name, tmp_path / "class" / name)
    done = autograder("grade", tmp_path / "class", "-a", "A01", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "The slopes are summed, not averaged" in done.stdout
    for name in names:
        result = json.loads(
            (tmp_path / "out" / "a01_gradient_descent_line" / f"{name}.json").read_text()
        )
        assert result["student"] == name
        assert (tmp_path / "out" / "a01_gradient_descent_line" / f"{name}.html").is_file()
    again = autograder("report", tmp_path / "out", "--language", "ko")
    assert again.returncode == 0
    assert "수강생 전체 결과" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_what_a_submission_is_called_and_says_neither_stops_a_class_nor_moves_a_terminal(
    autograder, root, tmp_path
):
    honest = (root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py").read_text()
    names = {
        "honest": ("a01.py", ""),
        "markup": ("a01.py", "raise ValueError('[/red] [bold')"),
        "terminal": (
            "a01 \x1b[2J.py",
            r"raise ValueError('\x1b]0;owned\x07 \x9b2J \u202egnp.exe')",
        ),
    }
    for name, (file, last) in names.items():
        (tmp_path / "class" / name).mkdir(parents=True)
        source = f"{honest}\n{last}\n"
        (tmp_path / "class" / name / file).write_text(source, encoding="utf-8")
    if sys.platform == "linux":
        # A name that is no UTF-8, as an archive from elsewhere unpacks to.
        undecodable = os.fsencode(tmp_path / "class" / "bytes")
        os.mkdir(undecodable)
        with open(os.path.join(undecodable, b"a01 \xff\xfe.py"), "w") as out:
            out.write(honest)
        names["bytes"] = ()
    done = autograder("grade", tmp_path / "class", "-a", "A01", "--out", tmp_path / "out")
    assert done.returncode == 0, done.stderr
    assert "[/red] [bold" in done.stdout
    folder = tmp_path / "out" / "a01_gradient_descent_line"
    assert {path.stem for path in folder.glob("*.json")} == set(names)
    written = [path.read_text(encoding="utf-8") for path in folder.iterdir()]
    for text in (done.stdout, done.stderr, *written):
        for sign in ("\x1b", "\x9b", "\u202e", "\\u001b"):
            assert sign not in text
    for path in folder.glob("*.json"):
        assert json.loads(path.read_text(encoding="utf-8"))["score"] == SCORES["s01"]


def test_one_file_is_graded_without_saying_which_assignment(
    autograder, root, tmp_path, make_result
):
    write_result(make_result("kim", code="A02"), tmp_path)
    file = root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py"
    done = autograder("grade", file, "--out", tmp_path)
    assert done.returncode == 0, done.stderr
    assert number(SCORES["s01"]) in done.stdout
    # What was graded into the folder before stands on its class page still.
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert re.findall(r'<h2 id="(.*?)"', page) == ["A01", "A02"]


@pytest.mark.parametrize(
    ("chosen", "found"), [([], "더했습니다"), (["--language", "en"], "Summed &amp; not averaged")]
)
def test_pages_and_exports_are_in_the_course_s_language_unless_another_is_asked_for(
    make_result, tmp_path, chosen, found, monkeypatch
):
    monkeypatch.delenv("AUTOGRADER_LANGUAGE", raising=False)
    results, out = tmp_path / "results", tmp_path / "out.json"
    write_result(make_result("kim", language="ko"), results)
    runner = CliRunner()
    assert runner.invoke(commands, ["report", str(results), *chosen]).exit_code == 0
    assert found in (results / "index.html").read_text(encoding="utf-8")
    done = runner.invoke(
        commands, ["export", "prairielearn", str(results), "--out", str(out), *chosen]
    )
    assert done.exit_code == 0, done.output
    assert found.replace("&amp;", "&") in out.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["kim_A1.py", "a01.py.txt", "A01 (1).py"])
def test_a_file_belongs_to_the_same_assignment_with_and_without_its_name_said(
    autograder, root, tmp_path, name
):
    file = tmp_path / name
    shutil.copy(root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py", file)
    for arguments in ((), ("-a", "A01")):
        done = autograder("grade", file, *arguments, "--out", tmp_path / "out", "--no-report")
        assert done.returncode == 0, done.stderr
        assert "A01" in done.stdout


def test_a_student_is_told_what_to_do_next(autograder, root, tmp_path):
    folder = tmp_path / "en"
    shutil.copytree(root / "assignments" / "en", folder)
    work = folder / "a01_gradient_descent_line"
    done = autograder("check", cwd=work)
    assert done.returncode == 1
    assert "Next: A01.1 predict" in done.stdout
    solved = (root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py").read_text()
    (work / "a01_gradient_descent_line.py").write_text(solved)
    done = autograder("check", "A01", cwd=work, AUTOGRADER_LANGUAGE="ko")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "모두 공개 검사를 통과" in done.stdout
    (work / "a01_gradient_descent_line.py").write_text(solved.replace("w * x + b", "w * x"))
    done = autograder("check", "A01.1", cwd=work)
    assert done.returncode == 1
    assert "It returned 6; expected 7." in done.stdout
    hint = autograder("hint", "A01.4", "2", cwd=work)
    assert "A01.3" in hint.stdout


def test_hints_come_after_attempts_where_the_course_says_so(autograder, root, tmp_path):
    folder = tmp_path / "en"
    shutil.copytree(root / "assignments" / "en", folder)
    manifest = folder / "course.yml"
    text = manifest.read_text(encoding="utf-8")
    later = "hints: {after_attempts: 2}\nassignments:\n"
    manifest.write_text(text.replace("assignments:\n", later, 1), encoding="utf-8")
    work = folder / "a01_gradient_descent_line"
    stub = (work / "a01_gradient_descent_line.py").read_text(encoding="utf-8")

    def attempt(body):
        own = f"\n\ndef predict(x, w, b):\n    {body}\n"
        (work / "a01_gradient_descent_line.py").write_text(stub + own, encoding="utf-8")
        autograder("check", "A01.1", cwd=work)

    attempt("return w * x")
    attempt("return w * x")
    early = autograder("hint", "A01.1", cwd=work)
    assert early.returncode == 1
    assert "after 2 attempts; there have been 1" in early.stdout
    assert "1번 시도" in autograder("hint", "A01.1", "--language", "ko", cwd=work).stdout
    attempt("return w + x")
    assert autograder("hint", "A01.1", cwd=work).returncode == 0
    assert autograder("hint", "A01.1", "2", cwd=work).returncode == 1
    assert "after 2 attempts; there have been 0" in autograder("hint", "A01.2", cwd=work).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["grade", "nowhere"], "there is no such file or folder"),
        (["grade", "{empty}"], "no submission found"),
        (["grade", "{file}", "-a", "A99"], "no assignment"),
        (["grade", "{file}", "-a", "A01", "--level", "armoured"], "no isolation level"),
        (["grade"], "Missing argument"),
        (["check", "A01.99"], "has no task"),
        (["check", "B7"], "no assignment"),
        (["hint", "A01.4", "9"], "9"),
        (["report", "nowhere"], "no such folder"),
        (["report", "{empty}"], "holds no results"),
        (["grade", "{file}", "--course", "{empty}"], "course.yml"),
        (["grade", "{file}", "--course", "{broken}"], "course.yml"),
        (["validate", "A99"], "no assignment"),
        (["sing"], "sing"),
    ],
)
def test_bad_input_gets_one_clear_message(autograder, root, tmp_path, arguments, said):
    places = {
        "empty": tmp_path / "empty",
        "broken": tmp_path / "broken",
        "file": root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py",
    }
    places["empty"].mkdir()
    places["broken"].mkdir()
    (places["broken"] / "course.yml").write_text("title: [unclosed\n")
    done = autograder(*[one.format(**places) for one in arguments])
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    "content", [b"", b"\x89PNG\r\n\x1a\n\x00\xff", b"{not json", b'{"cells": 3}']
)
def test_a_file_that_cannot_be_read_is_a_result_and_not_a_success(autograder, tmp_path, content):
    file = tmp_path / "a01_gradient_descent_line.ipynb"
    file.write_bytes(content)
    done = autograder("grade", file, "--out", tmp_path / "out")
    assert done.returncode == 1
    assert "rejected" in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    checked = autograder("check", "A01", file)
    assert checked.returncode == 2
    assert "Traceback" not in checked.stderr


def test_the_doctor_says_which_level_grading_uses(autograder):
    done = autograder("doctor")
    assert done.returncode == 0
    assert "Grading here uses the level: " in done.stdout


def test_each_command_lies_in_a_module_of_its_name_and_imports_no_other_command(root):
    folder = root / "autograder" / "cli"
    for name in COMMANDS:
        tree = ast.parse((folder / f"{name}.py").read_text(encoding="utf-8"))
        imported = [node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
        others = {f"autograder.cli.{other}" for other in COMMANDS}
        assert others.isdisjoint(imported), name
        assert commands.get_command(None, name).name == name
