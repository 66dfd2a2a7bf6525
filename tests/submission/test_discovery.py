"""The submissions of a class are found, each under a name of its own, and none stops another's."""

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import SubmissionError
from autograder.submission import discover, read_submission
from autograder.submission.identity import MAX_ID_BYTES, file_safe, original_name

MODULE = "a01_gradient_descent_line"
CODE = "def predict(x, w, b):\n    return w * x + b\n"


def found(*paths, module=MODULE):
    """Return student → path relative to the first path's folder."""
    return {
        one.student: one.path.relative_to(paths[0]).as_posix() for one in discover(paths, module)
    }


# ---- one student's


@pytest.mark.parametrize(
    "files",
    [
        [f"{MODULE}.py"],
        [f"{MODULE}.py", f"{MODULE}.ipynb", "test_public.py", "figures.py", "hints.yml"],
        [f"{MODULE} (1).ipynb", "tools.py"],
        ["A01.py", "tools.py", "more.py"],
        [f"{MODULE}.py", "tools/norms.py"],
        [f"{MODULE}.py", f"backup/{MODULE}.py"],
        ["homework.py"],
        ["homework.py", "homework.ipynb", "report.pdf"],
        ["homework.ipynb", "data/diabetes.csv"],
        ["report.pdf"],
        [],
        ["a02_sgd_diabetes/a02_sgd_diabetes.py"],
    ],
)
def test_a_students_folder_is_one_submission(put, files):
    folder = put(dict.fromkeys(files, CODE), "kim")
    assert found(folder) == {"kim": "."}


def test_a_students_folder_of_many_assignments_gives_the_right_one(put):
    names = (MODULE, "a02_sgd_diabetes")
    folder = put({f"{name}/{name}.py": CODE for name in names}, "kim")
    assert found(folder) == {"kim": MODULE}


def test_the_folder_of_an_assignment_is_its_owners(put):
    put({f"{MODULE}.py": CODE}, f"kim/{MODULE}")
    top = put({}, "kim")
    assert found(top / MODULE, top) == {"kim": "."}


@pytest.mark.parametrize("name", [f"{MODULE}.py", f"{MODULE} (2).ipynb", "A01.py"])
def test_a_file_named_after_the_assignment_alone_is_its_folders_owners(put, name):
    folder = put({name: CODE}, "kim")
    assert list(found(folder / name)) == ["kim"]


@pytest.mark.parametrize(
    ("name", "student"),
    [
        (f"kim_{MODULE}.py", "kim"),
        (f"{MODULE}_kim.py", "kim"),
        (f"kim_{MODULE} (1).ipynb", "kim"),
        ("20231234_Kim_A01.py", "20231234_Kim"),
        ("a01-kim-lee.py", "kim-lee"),
        ("김철수_a01.py", "김철수"),
        ("kim.zip", "kim"),
        (f"kim_{MODULE}.ipynb.txt", "kim"),
        ("kim_A1.py (1).txt", "kim"),
    ],
)
def test_a_file_tells_its_student(put, name, student):
    assert list(found(put({name: CODE}, "class") / name)) == [student]


def test_a_path_that_does_not_exist_is_found_and_its_reading_says_so(tmp_path):
    (one,) = discover([tmp_path / "nobody.py"], MODULE)
    with pytest.raises(SubmissionError, match="no such file"):
        one.read(MODULE)


# ---- a class


def test_a_folder_of_students_folders(put):
    folder = put(
        {
            f"kim/{MODULE}.py": CODE,
            "lee/homework.ipynb": CODE,
            f"park/hw/{MODULE}.py": CODE,
            "nobody": None,
            ".git/config.py": CODE,
            "__MACOSX/kim.py": CODE,
            "grades.csv": "kim,1",
            "README.md": "",
        },
        "class",
    )
    assert found(folder) == {"kim": "kim", "lee": "lee", "park": "park", "nobody": "nobody"}


def test_a_class_of_files_with_the_endings_of_browsers(put, notebook):
    names = ("kim_a01.ipynb.json", "lee_A1.py.txt", "park_a01.json")
    folder = put({**dict.fromkeys(names, notebook(CODE)), "grades_a01.json": "{}"}, "class")
    assert found(folder) == {name.partition("_")[0]: name for name in names}


def test_a_class_of_one(put):
    assert found(put({f"kim/{MODULE}.py": CODE}, "class")) == {"kim": "kim"}


def test_a_folder_of_students_files(put):
    folder = put(
        {
            f"kim_{MODULE}.py": CODE,
            "lee_A01.ipynb": CODE,
            "park.py": CODE,
            "choi.zip": b"",
            "test_public.py": "",
            "roster.csv": "",
        },
        "class",
    )
    assert found(folder) == {
        "choi": "choi.zip",
        "kim": f"kim_{MODULE}.py",
        "lee": "lee_A01.ipynb",
        "park": "park.py",
    }


def test_folders_and_files_mixed(put):
    folder = put({f"kim/{MODULE}.py": CODE, "lee_a01.py": CODE}, "class")
    assert found(folder) == {"kim": "kim", "lee": "lee_a01.py"}


def test_a_stub_that_lies_beside_the_students_does_not_make_them_one(put):
    files = {f"{MODULE}.py": CODE, f"kim/{MODULE}.py": CODE, f"lee/{MODULE}.py": CODE}
    folder = put(files, "class")
    assert found(folder) == {
        "class": f"{MODULE}.py",
        "kim": "kim",
        "lee": "lee",
    }


def test_two_files_of_one_student_go_together(put, notebook):
    stub = "def predict(x, w, b):\n    raise NotImplementedError\n"
    folder = put({"kim_a01.py": stub, "kim_a01 (1).ipynb": notebook(CODE), "lee_a01.py": CODE})
    kim, lee = discover([folder], MODULE)
    assert (kim.student, kim.path.name, len(kim.further)) == ("kim", "kim_a01.py", 1)
    assert (lee.student, lee.further) == ("lee", ())
    assert kim.read(MODULE).name == "kim_a01 (1).ipynb"


def test_nbgraders_layout(put):
    folder = put(
        {
            f"kim/{MODULE}/{MODULE}.ipynb": CODE,
            f"kim/{MODULE}/timestamp.txt": "",
            "kim/a02_sgd_diabetes/a02_sgd_diabetes.ipynb": CODE,
            f"lee/{MODULE}/{MODULE}.ipynb": CODE,
        },
        "submitted",
    )
    assert found(folder) == {"kim": f"kim/{MODULE}", "lee": f"lee/{MODULE}"}


def test_gradescopes_layout(put):
    folder = put(
        {
            "submission_metadata.yml": "submission_1:\n  :submitters: []\n",
            f"submission_1/{MODULE}.py": CODE,
            "submission_2/hw.py": CODE,
            "submission_3": None,
        },
        "assignment_7_export",
    )
    assert list(found(folder)) == ["submission_1", "submission_2", "submission_3"]


def test_moodles_layout_of_folders(put):
    folder = put(
        {
            f"Kim Chulsoo_123456_assignsubmission_file_/{MODULE}.py": CODE,
            "Lee Younghee_123457_assignsubmission_file/hw.ipynb": CODE,
            "Lee Younghee_123457_assignsubmission_onlinetext/onlinetext.html": "hello",
            "김 철수_123458_assignsubmission_file_/a.py": CODE,
        },
        "moodle",
    )
    assert list(found(folder)) == ["Kim-Chulsoo_123456", "Lee-Younghee_123457", "김-철수_123458"]


def test_moodles_layout_of_files(put):
    folder = put(
        {
            f"Kim Chulsoo_123456_assignsubmission_file_{MODULE}.py": "import tools\n" + CODE,
            "Kim Chulsoo_123456_assignsubmission_file_report.pdf": b"%PDF",
            "Lee Younghee_123457_assignsubmission_file_hw.docx": b"PK",
            "Lee Younghee_123457_assignsubmission_onlinetext_.html": "hello",
        },
        "moodle",
    )
    kim, lee = discover([folder], MODULE)
    assert kim.student == "Kim-Chulsoo_123456"
    assert kim.read(MODULE).cells
    assert lee.student == "Lee-Younghee_123457"
    with pytest.raises(SubmissionError, match="can't be graded"):
        lee.read(MODULE)


def test_canvas_layout(put, notebook):
    folder = put(
        {
            f"kimchulsoo_101_9001_{MODULE}.py": CODE,
            "leeyounghee_LATE_102_9002_a01-2.ipynb": notebook(CODE),
            "kimchulsoo_103_9003_homework.py": CODE,
            "parkminsu_104_9004_report.docx": b"PK",
        },
        "submissions",
    )
    assert list(found(folder)) == [
        "kimchulsoo_101",
        "kimchulsoo_103",
        "leeyounghee_102",
        "parkminsu_104",
    ]


def test_one_students_export_of_a_platform_keeps_its_student(put):
    folder = put({"kimchulsoo_101_9001_hw.py": CODE}, "submissions")
    assert list(found(folder)) == ["kimchulsoo_101"]


def test_a_platforms_additions_are_taken_off_a_name():
    assert original_name("kim_1_2_a01-3.py") == "a01.py"
    assert original_name("Kim_1_assignsubmission_file_a01.py") == "a01.py"
    assert original_name("kim_a01.py") == "kim_a01.py"


# ---- names


def test_two_students_of_one_name_are_told_apart_by_their_sections(put):
    top = put({f"monday/kim/{MODULE}.py": CODE, f"friday/kim/{MODULE}.py": CODE})
    for paths in ([top / "monday", top / "friday"], [top / "friday", top / "monday"]):
        names = {one.student: one.path.parent.name for one in discover(paths, MODULE)}
        assert names == {"monday-kim": "monday", "friday-kim": "friday"}


def test_sections_tell_apart_in_nbgraders_layout_too(put):
    top = put({f"{day}/kim/{MODULE}/{MODULE}.py": CODE for day in ("monday", "friday")})
    names = [one.student for one in discover([top / "monday", top / "friday"], MODULE)]
    assert names == ["friday-kim", "monday-kim"]


def test_names_that_differ_in_what_no_file_may_hold_are_told_apart(put):
    if sys.platform == "win32":
        pytest.skip("no such names there")
    folder = put({"kim?/a01.py": CODE, "kim*/a01.py": CODE, "Kim/a01.py": CODE}, "class")
    names = [one.student for one in discover([folder], MODULE)]
    assert len({name.casefold() for name in names}) == 3


def test_a_path_given_twice_is_one_submission(put, monkeypatch):
    folder = put({f"kim/{MODULE}.py": CODE, f"lee/{MODULE}.py": CODE}, "class")
    monkeypatch.chdir(folder)
    assert len(discover([folder, ".", folder / "kim" / ".." / "kim"], MODULE)) == 2


def test_adding_a_student_renames_no_other(put):
    folder = put({"kim/a01.py": CODE, "lee/a01.py": CODE}, "class")
    before = found(folder)
    put({"lee2/a01.py": CODE}, "class")
    assert before.items() <= found(folder).items()


@given(st.text(max_size=300))
def test_every_name_makes_a_file_name(name):
    safe = file_safe(name)
    assert 0 < len(safe.encode()) <= MAX_ID_BYTES + 1
    assert not set(safe) & set('/\\:*?"<>|\0 \n')
    assert safe[0] not in ".-"
    assert safe[-1] != "."
    assert file_safe(safe) == safe


@pytest.mark.parametrize("name", ["con", "NUL", "com1", "Aux", "con.kim"])
def test_windows_devices_are_no_names(name):
    assert file_safe(name) == f"{name}_"


# ---- nobody stops anybody


def test_a_broken_submission_stops_no_other(put):
    folder = put(
        {
            f"kim/{MODULE}.py": CODE,
            f"lee/{MODULE}.ipynb": "{",
            "park.zip": b"PK",
            "choi": None,
            "jung.py": b"\0",
        },
        "class",
    )
    read, refused = [], []
    for one in discover([folder], MODULE):
        try:
            one.read(MODULE)
        except SubmissionError:
            refused.append(one.student)
        else:
            read.append(one.student)
    assert (read, refused) == (["kim"], ["choi", "jung", "lee", "park"])


def test_a_folder_that_may_not_be_opened_stops_no_other(put, monkeypatch):
    import os

    folder = put({f"kim/{MODULE}.py": CODE, f"lee/{MODULE}.py": CODE}, "class")
    really = os.scandir

    def scandir(path):
        if str(path).endswith("lee"):
            raise PermissionError(13, "Permission denied")
        return really(path)

    monkeypatch.setattr(os, "scandir", scandir)
    kim, lee = discover([folder], MODULE)
    assert kim.read(MODULE).cells
    with pytest.raises(SubmissionError, match="Permission denied"):
        read_submission(lee.path, MODULE)


def test_finding_reads_no_file(put, monkeypatch):
    folder = put({f"kim/{MODULE}.py": CODE, "lee.zip": b"PK"}, "class")
    monkeypatch.setattr("autograder.submission.tree.read_file", None)
    monkeypatch.setattr("autograder.submission.archive.read_file", None)
    assert len(discover([folder], MODULE)) == 2
