"""Whatever is handed in is read, or refused in one sentence that says what to do."""

import contextlib
import os
import pickle
import re
import socket
import sys
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

import autograder.locale
from autograder.errors import SubmissionError
from autograder.submission import UnreadableSubmission, discover, read_submission
from autograder.submission.near_misses import why_missing

MODULE = "a01_gradient_descent_line"
CODE = "def predict(x, w, b):\n    return w * x + b\n"


def refusal(path):
    with pytest.raises(UnreadableSubmission) as caught:
        read_submission(path, MODULE)
    text = caught.value.text
    assert text.en == str(caught.value)
    assert "{" not in text.en + text.ko, "a placeholder was left open"
    assert str(path) in text.en
    assert str(path) in text.ko
    return text.en


def test_a_script_is_read(put):
    folder = put({"kim.py": CODE})
    submission = read_submission(folder / "kim.py", MODULE)
    assert (submission.name, submission.kind, submission.module) == ("kim.py", "script", MODULE)
    assert submission.cells[0].filename == "kim.py"
    assert submission.files == {}
    assert submission.notes == ()


def test_a_path_may_be_text(put):
    assert read_submission(str(put({f"{MODULE}.py": CODE})), MODULE).cells


def test_a_file_alone_takes_nothing_from_its_neighbours(put):
    # They may be other students'.
    folder = put({"kim.py": "import tools\n" + CODE, "tools.py": CODE})
    assert read_submission(folder / "kim.py", MODULE).files == {}


def test_a_file_that_is_named_after_another_assignment_is_read_with_a_note(put):
    folder = put({"a02_sgd_diabetes.py": CODE})
    (note,) = read_submission(folder / "a02_sgd_diabetes.py", MODULE).notes
    assert "a02_sgd_diabetes.py" in note.en


def test_a_notebook_called_py_is_read_as_a_notebook(put, notebook):
    folder = put({f"{MODULE}.py": notebook(CODE)})
    submission = read_submission(folder, MODULE)
    assert submission.kind == "notebook"
    assert "was read as one" in submission.notes[0].en


def test_a_function_in_two_cells_is_mentioned(put, notebook):
    folder = put({f"{MODULE}.ipynb": notebook(CODE, "x = 1", CODE, CODE + CODE)})
    (note,) = read_submission(folder, MODULE).notes
    assert note.en == (
        "predict is defined more than once (notebook cell 1, notebook cell 3, notebook cell 4); "
        "the last one counts."
    )


def test_further_files_of_one_student_are_read_together(put, notebook):
    folder = put(
        {
            "kim_12_345_a01.py": "def predict(x, w, b):\n    raise NotImplementedError\n",
            "kim_12_346_a01-1.ipynb": notebook(CODE),
            "lee_13_347_a01.py": CODE,
        }
    )
    paths = [folder / "kim_12_345_a01.py", folder / "kim_12_346_a01-1.ipynb"]
    submission = read_submission(paths[0], MODULE, further=paths[1:])
    assert submission.name == "kim_12_346_a01-1.ipynb"


def test_what_a_platform_put_before_names_is_taken_off_again(put):
    files = {
        "kim_12_345_a01.py": "import tools\nx = open('data.csv')\n" + CODE,
        "kim_12_346_tools-1.py": "y = 1\n",
        "kim_12_347_data.csv": "1,2",
        "lee_13_348_a01.py": CODE,
    }
    kim, lee = discover([put(files)], MODULE)
    assert kim.read(MODULE).files == {"tools.py": b"y = 1\n", "data.csv": b"1,2"}
    assert lee.read(MODULE).files == {}


def test_the_digest_follows_what_is_run(put, notebook):
    def digest(name, content):
        return read_submission(put({name: content}, str(len(content))) / name, MODULE).digest

    plain = digest("kim.ipynb", notebook(CODE))
    assert plain == digest("kim.ipynb", notebook((CODE, {"collapsed": True})))
    assert plain == digest("kim.ipynb", notebook(CODE, ("plot()", {"tags": ["experiment"]})))
    assert plain != digest("kim.ipynb", notebook(CODE + "\n"))
    assert plain != digest("kim.ipynb", notebook("x = 1", CODE))
    assert plain != digest("kim.py", CODE)


def test_the_digest_follows_the_helpers(put):
    def digest(helper):
        files = {f"{MODULE}.py": "import tools\n" + CODE, "tools.py": helper}
        return read_submission(put(files, helper.strip()), MODULE).digest

    assert digest("x = 1\n") != digest("x = 2\n")


def test_a_submission_and_its_error_cross_between_processes(put):
    folder = put({f"{MODULE}.py": "import tools\n" + CODE, "tools.py": "x = 1\n"})
    submission = read_submission(folder, MODULE)
    assert pickle.loads(pickle.dumps(submission)) == submission
    with pytest.raises(UnreadableSubmission) as caught:
        read_submission(folder / "gone", MODULE)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (again.text, str(again)) == (caught.value.text, str(caught.value))


# ---- what can't be read


def test_a_missing_path(tmp_path):
    assert "no such file" in refusal(tmp_path / "nobody.py")


@pytest.mark.parametrize("name", ["kim.py", "kim.ipynb", "kim.zip"])
def test_a_folder_named_like_a_file(put, name):
    assert "this is a folder" in refusal(put({}, name))


def test_an_empty_folder(put):
    assert f"{MODULE}.py" in refusal(put({}))


def test_a_folder_of_empty_folders(put):
    assert "nothing in it" in refusal(put({"data": None}))


def test_a_folder_without_anything_that_fits(put):
    message = refusal(put({"report.pdf": b"%PDF", "a/data.csv": "1"}))
    assert "found: a/data.csv, report.pdf" in message


def test_a_long_list_of_what_was_found_is_cut(put):
    message = refusal(put({f"{i}.txt": "" for i in range(50)}))
    assert message.count(".txt") == 6


@pytest.mark.parametrize("name", ["report.pdf", "kim.tar.gz", "kim.rar", "kim"])
def test_a_file_of_another_kind(put, name):
    assert "can't be graded" in refusal(put({name: b"x"}) / name)


@pytest.mark.parametrize(
    ("name", "content", "complaint"),
    [
        ("kim.py", b"", "empty"),
        ("kim.py", b"\xef\xbb\xbf", "empty"),
        ("kim.py", b"\x7fELF\0\0", "binary"),
        ("kim.py", b"#" * 600_000, "524289 bytes or more"),
        ("kim.ipynb", b"\x89PNG\r\n\0", "binary"),
        ("kim.ipynb", b"", "empty"),
        ("kim.zip", b"", "empty"),
    ],
)
def test_a_file_of_the_wrong_content(put, name, content, complaint):
    assert complaint in refusal(put({name: content}) / name)


def test_a_notebook_beyond_all_measure(put, monkeypatch):
    monkeypatch.setattr("autograder.submission.choice.MAX_NOTEBOOK_BYTES", 1000)
    monkeypatch.setattr("autograder.submission.notebook.MAX_NOTEBOOK_BYTES", 1000)
    assert "at most 1000" in refusal(put({"kim.ipynb": b" " * 5000}) / "kim.ipynb")


def test_a_folder_of_too_many_files(put, monkeypatch):
    monkeypatch.setattr("autograder.submission.tree.MAX_FOLDER_ENTRIES", 5)
    assert "more than 5" in refusal(put({f"{i}.txt": "" for i in range(6)}))


def test_a_file_that_may_not_be_opened(put, monkeypatch):
    folder = put({"kim.py": CODE})

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    assert "Permission denied" in refusal(folder / "kim.py")


def test_a_folder_that_may_not_be_opened(put, monkeypatch):
    folder = put({"kim.py": CODE})

    def refuse(*_):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "scandir", refuse)
    assert "Permission denied" in refusal(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes in folders")
def test_a_pipe_is_refused_without_waiting_for_it(tmp_path):
    os.mkfifo(tmp_path / f"{MODULE}.py")
    assert "pipe" in refusal(tmp_path / f"{MODULE}.py")
    assert "nothing in it" in refusal(tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="this system has no sockets in folders")
def test_a_socket_is_refused(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # its full path may be too long for a socket
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("kim.py")
        assert "socket" in refusal(tmp_path / "kim.py")


@pytest.mark.skipif(sys.platform == "win32", reason="links need a privilege there")
def test_a_link_inside_of_a_folder_is_not_followed(put):
    folder = put({"solutions/secret.py": CODE, "kim/notes.txt": ""})
    (folder / "kim" / f"{MODULE}.py").symlink_to(folder / "solutions" / "secret.py")
    (folder / "kim" / "more").symlink_to(folder / "solutions")
    assert "notes.txt" in refusal(folder / "kim")


@pytest.mark.parametrize("name", ["a\0b.py", "x" * 5000 + ".py"])
def test_a_path_that_no_file_can_have(name):
    with pytest.raises(SubmissionError):
        read_submission(name, MODULE)


def test_a_name_cannot_write_to_the_terminal(put):
    if sys.platform == "win32":
        pytest.skip("no such names there")
    folder = put({"\x1b[31mred.txt": ""})
    with pytest.raises(SubmissionError) as caught:
        read_submission(folder, MODULE)
    assert "\x1b" not in str(caught.value)


SEEDS = st.sampled_from(
    [
        *(b"", b"def f(:\n", b"x = 1\n", b'{"cells": [', b'"source": "', b"]}", b"PK\x03\x04"),
        *(b"\xff\xfe", b"\0", b"# coding: utf-16\n", b"%%", b"!ls\n", b"'''", b'{"cells"', b"\xb0"),
    ]
)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("any")


@given(
    parts=st.lists(st.binary(max_size=30) | SEEDS, max_size=8),
    suffix=st.sampled_from([".py", ".ipynb", ".zip"]),
)
def test_whatever_bytes_come_in_only_a_submission_error_comes_out(place, parts, suffix):
    path = place / f"kim{suffix}"
    path.write_bytes(b"".join(parts))
    with contextlib.suppress(SubmissionError):
        assert read_submission(path, MODULE).cells


# ---- what is said


TEXTS = yaml.safe_load(
    (Path(autograder.locale.__file__).parent / "submission.yml").read_text("utf-8")
)


@pytest.mark.parametrize("code", TEXTS)
def test_a_sentence_fits_whatever_name_stands_in_it(code):
    # Which of two endings a Korean name wants, only its sound can tell.
    korean = TEXTS[code]["ko"]
    assert not re.search(r"[\w})](?:\(으\)|을\(를\)|이\(가\)|은\(는\)|와\(과\))", korean), korean


# ---- whatever comes in


HOSTILE = [
    "x = a" + ".b" * 900 + "()",
    "x = " + "f(" * 80 + ")" * 80,
    "x = " + "1+" * 900 + "1",
    "x = " + "-" * 90 + "1",
    "x = " + "[" * 90 + "]" * 90,
    "x = get_ipython()" + ".b" * 900 + "()",
    "def fit():\n    return " + "1+" * 900 + "x",
    "".join(f"{' ' * i}def f{i}():\n" for i in range(90)) + " " * 91 + "pass",
    "fit = fit(1)\n" * 3000,
    "%time " * 500 + "x = 1",
    "%run a.py\n" * 3000,
    "\n".join(f"def f{i}(): return f{i + 1}" for i in range(3000)) + "\nf0 = f0()",
    "def fit():\n" + "\n".join(f"    x{i} = x{i + 1}" for i in range(2000)),
]


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
@pytest.mark.parametrize(
    "before", ["", '# %% tags=["experiment"]\n', "def fit(x):\n    return x + f0\n"]
)
def test_a_source_made_to_be_slow_or_deep_is_read_all_the_same(put, before, source):
    stub = "def fit(x):\n    raise NotImplementedError\n"
    folder = put({f"{MODULE}.py": f"{before}{source}\n"})
    start = time.process_time()
    with contextlib.suppress(UnreadableSubmission):
        submission = read_submission(folder, MODULE, stub_text=stub)
        why_missing(submission, ["fit", "Net.fit", "other"])
    assert time.process_time() - start < 3
