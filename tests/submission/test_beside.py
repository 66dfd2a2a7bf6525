"""The files beside the one that is graded: run, imported as modules, or read as data."""

import pytest

from autograder.submission import limits, read_submission

MODULE = "a01_gradient_descent_line"


def placed(submission):
    return [(cell.filename, cell.first_line, cell.source) for cell in submission.cells]


def test_a_file_that_is_run_stands_in_the_place_of_the_line(put, notebook):
    cell = "a = 1\n%run tools.py\nb = 2"
    folder = put({f"{MODULE}.ipynb": notebook("z = 0", cell), "tools.py": "t = 3\n"})
    assert placed(read_submission(folder, MODULE)) == [
        ("notebook cell 1", 1, "z = 0"),
        ("notebook cell 2", 1, "a = 1\npass"),
        ("tools.py", 1, "t = 3\n"),
        ("notebook cell 2", 3, "b = 2"),
    ]


def test_a_notebook_may_be_run_too_and_what_it_runs(put, notebook):
    folder = put(
        {
            f"{MODULE}.py": "%run more.ipynb\n",
            "more.ipynb": notebook("m = 1", "%run tools"),
            "tools.py": "%run more.ipynb\nt = 3\n",
        }
    )
    assert [cell.filename for cell in read_submission(folder, MODULE).cells] == [
        f"{MODULE}.py",
        "more.ipynb, notebook cell 1",
        "more.ipynb, notebook cell 2",
        "tools.py",
        "tools.py",
    ]


def test_a_file_that_did_not_come_along_is_said(put, notebook):
    folder = put({f"{MODULE}.ipynb": notebook("x = 1\n%run tools.py")})
    (note,) = read_submission(folder, MODULE).notes
    assert note.en.startswith(
        "%run tools.py (notebook cell 1, line 2): tools.py did not come along"
    )
    assert "tools.py" in note.ko
    assert "노트북 셀 1의 2번째 줄" in note.ko


def test_a_file_that_cannot_be_run_is_said(put):
    folder = put({f"{MODULE}.py": "x = 1\n%run tools.py\n", "tools.py": b"\0"})
    (note,) = read_submission(folder, MODULE).notes
    assert f"%run tools.py ({MODULE}.py, line 2) was left out" in note.en


def test_the_body_of_a_cell_magic_counts_its_own_lines(put):
    source = "x = 1\nget_ipython().run_cell_magic('time', '', 'a = 1\\nb = 2')\ny = 2\n"
    submission = read_submission(put({f"{MODULE}.py": source}), MODULE)
    assert (f"{MODULE}.py, line 2", 1, "a = 1\nb = 2") in placed(submission)


def test_what_only_jupyter_understands_is_named_in_one_note(put, notebook):
    cells = ("%matplotlib inline\n!pip install x", "%timeit f()\n!wget data.csv", "x = !ls")
    (note,) = read_submission(put({f"{MODULE}.ipynb": notebook(*cells)}), MODULE).notes
    for part in ("%timeit f() (notebook cell 2, line 1)", "!wget data.csv", "x = !ls"):
        assert part in note.en
    assert "matplotlib" not in note.en
    assert "pip" not in note.en
    assert "x = !ls(노트북 셀 3의 1번째 줄)" in note.ko


def test_a_written_file_is_imported(put, notebook):
    cells = (
        "%%writefile tools.py\ndef f():\n    return 1",
        "%%writefile unused.py\nx = 1",
        "import tools",
    )
    submission = read_submission(put({f"{MODULE}.ipynb": notebook(*cells)}), MODULE)
    assert submission.files == {"tools.py": b"def f():\n    return 1\n"}


def test_a_notebook_is_imported_as_what_it_defines(put, notebook):
    cells = (
        "import math\n%matplotlib inline",
        "def f():\n    return K",
        "K = max(3, 2)\nplot(f())",
    )
    files = {f"{MODULE}.py": "from helper import f\n", "helper.ipynb": notebook(*cells)}
    submission = read_submission(put(files), MODULE)
    (source,) = submission.files.values()
    assert list(submission.files) == ["helper.py"]
    scope = {}
    exec(source, scope)
    assert scope["f"]() == 3
    assert b"plot" not in source
    assert b"# helper.ipynb, notebook cell 2\ndef f" in source
    assert "helper.ipynb was imported as a module" in submission.notes[0].en


def test_an_earlier_assignment_kept_as_a_notebook_comes_along(put, notebook):
    files = {
        "a02_sgd_diabetes.py": f"from {MODULE} import predict\n",
        f"{MODULE}.ipynb": notebook("def predict(): pass"),
    }
    submission = read_submission(put(files), "a02_sgd_diabetes")
    assert list(submission.files) == [f"{MODULE}.py"]
    assert submission.notes == ()


def test_a_script_comes_before_a_notebook_of_its_name(put, notebook):
    files = {
        f"{MODULE}.py": "import helper\n",
        "helper.ipynb": notebook("x = 1"),
        "helper.py": "y = 1\n",
    }
    submission = read_submission(put(files), MODULE)
    assert submission.files == {"helper.py": b"y = 1\n"}
    assert submission.notes == ()


# ---- data


@pytest.mark.parametrize(
    "source",
    [
        "x = np.loadtxt('data.csv')",
        "path = Path('data') / 'data.csv'",
        "for name in os.listdir('.'): pass",
        "x = open(f'{name}.csv')",
    ],
)
def test_data_that_may_be_read_comes_along(put, source):
    folder = put({f"{MODULE}.py": source, "data.csv": "1,2\n", "report.pdf": "%PDF", "x.pkl": "x"})
    assert read_submission(folder, MODULE).files == {"data.csv": b"1,2\n"}


def test_data_that_nobody_reads_stays_behind(put):
    folder = put({f"{MODULE}.py": "x = 1\n", "data.csv": "1,2\n"})
    assert read_submission(folder, MODULE).files == {}


def test_data_is_found_in_an_archive_and_below_the_file(zipped):
    path = zipped(
        [(f"hw/{MODULE}.py", "x = load('a.npy')"), ("hw/data/a.npy", b"\x93NUMPY"), ("a.npy", b"")]
    )
    assert read_submission(path, MODULE).files == {"data/a.npy": b"\x93NUMPY"}


def test_of_too_much_data_what_is_named_is_said(put, monkeypatch):
    monkeypatch.setattr("autograder.submission.limits.MAX_DATA_BYTES", 2 << 20)
    large = "x" * (2 << 20)
    files = {
        f"{MODULE}.py": "open('b.csv'), open('c.csv')",
        "a.csv": "",
        "b.csv": "1",
        "c.csv": large,
        "d.csv": large,
    }
    submission = read_submission(put(files), MODULE)
    assert set(submission.files) == {"a.csv", "b.csv"}
    (note,) = submission.notes
    assert "c.csv did not come along" in note.en
    assert "d.csv" not in note.en
    assert str(limits.MAX_DATA_FILES) in note.en


def test_what_a_cell_writes_may_be_read(put, notebook):
    cells = ("%%writefile data.csv\n1,2", "x = np.loadtxt('data.csv')")
    submission = read_submission(put({f"{MODULE}.ipynb": notebook(*cells)}), MODULE)
    assert submission.files == {"data.csv": b"1,2\n"}
