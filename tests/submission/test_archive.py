"""A zip is read without being unpacked, and one that means harm is refused."""

import contextlib
import stat
import struct
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import SubmissionError
from autograder.submission import read_submission

MODULE = "a01_gradient_descent_line"
CODE = "def predict(x, w, b):\n    return w * x + b\n"


@pytest.mark.parametrize(
    "name",
    [
        f"{MODULE}.py",
        f"kim/{MODULE}.py",
        f"a/b/c/{MODULE}.py",
        f"kim\\{MODULE}.py",
        f"./{MODULE}.py",
        f"김철수/{MODULE}.py",
    ],
)
def test_the_file_is_found_in_a_zip(zipped, name):
    submission = read_submission(zipped([(name, CODE)]), MODULE)
    assert submission.cells[0].source == CODE
    assert submission.cells[0].filename == f"{MODULE}.py"


def test_what_systems_add_to_a_zip_is_passed_over(zipped):
    path = zipped(
        [
            (f"__MACOSX/kim/._{MODULE}.py", b"\0\5\x16\7"),
            (f"kim/.ipynb_checkpoints/{MODULE}-checkpoint.ipynb", "{}"),
            (f"kim/__pycache__/{MODULE}.py", "x"),
            ("kim/test_public.py", "import pytest"),
            ("kim/figures.py", "import matplotlib"),
            (f"kim/{MODULE}.py", CODE),
        ]
    )
    submission = read_submission(path, MODULE)
    assert submission.name == f"kim/{MODULE}.py"
    assert submission.notes == ()


def test_a_korean_name_in_the_windows_code_page_is_readable(zipped):
    # Windows writes the name in cp949 and no flag that says so; zipfile takes it for cp437.
    path = zipped([("XXXXXX.py", CODE)])
    path.write_bytes(path.read_bytes().replace(b"XXXXXX", "김철수".encode("cp949")))
    assert read_submission(path, MODULE).name == "김철수.py"


def test_a_name_that_comes_twice_is_the_later_file(zipped):
    with pytest.warns(UserWarning, match="Duplicate"):
        path = zipped([(f"{MODULE}.py", "x = 1"), (f"{MODULE}.py", "x = 2")])
    assert read_submission(path, MODULE).cells[0].source == "x = 2"


def test_helpers_are_read_from_a_zip(zipped):
    path = zipped([(f"kim/{MODULE}.py", "import tools\n"), ("kim/tools.py", CODE)])
    assert read_submission(path, MODULE).files == {"tools.py": CODE.encode()}


@pytest.mark.parametrize(
    "name", ["../evil.py", "a/../../evil.py", "/etc/evil.py", "C:\\evil.py", "..\\evil.py"]
)
def test_a_zip_that_reaches_outside_of_itself_is_refused(zipped, name):
    with pytest.raises(SubmissionError, match="outside of its own folder"):
        read_submission(zipped([(name, CODE), (f"{MODULE}.py", CODE)]), MODULE)


def test_a_link_in_a_zip_is_never_followed(zipped):
    link = zipfile.ZipInfo(f"{MODULE}.py")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with pytest.raises(SubmissionError, match="nothing in it"):
        read_submission(zipped([(link, "/etc/passwd")]), MODULE)


def test_a_bomb_is_refused_by_what_it_declares(zipped):
    path = zipped([(f"{MODULE}.py", b"#" * 50_000_000)])
    assert path.stat().st_size < 100_000
    with pytest.raises(SubmissionError, match="50000000 bytes, far more"):
        read_submission(path, MODULE)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(zipped):
    path = zipped([(f"{MODULE}.py", b"#" * 50_000_000)])
    real, small = struct.pack("<L", 50_000_000), struct.pack("<L", 1000)
    path.write_bytes(path.read_bytes().replace(real, small))
    with pytest.raises(SubmissionError):
        read_submission(path, MODULE)


def test_files_that_are_large_together_are_refused(zipped, monkeypatch):
    helpers = [(f"tools{i}.py", f"x = '{'1234567' * 100}'\n") for i in range(4)]
    imports = "".join(f"import tools{i}\n" for i in range(4))
    path = zipped([(f"{MODULE}.py", imports + CODE), *helpers])
    assert len(read_submission(path, MODULE).files) == 4
    monkeypatch.setattr("autograder.submission.limits.MAX_UNPACKED_BYTES", 2000)
    submission = read_submission(path, MODULE)
    assert len(submission.files) == 2
    assert "far more than it should" in submission.notes[0].en


def test_a_zip_of_too_many_files_is_refused(zipped):
    path = zipped([(f"{i}.txt", "") for i in range(5001)])
    with pytest.raises(SubmissionError, match="more than 5000"):
        read_submission(path, MODULE)


def test_an_index_that_hides_its_length_is_refused(zipped):
    path = zipped([(f"{i:06}" + "x" * 400, "") for i in range(6000)])
    data = bytearray(path.read_bytes())
    at = data.rfind(b"PK\x05\x06")
    data[at + 8 : at + 12] = struct.pack("<2H", 1, 1)
    path.write_bytes(data)
    with pytest.raises(SubmissionError, match="more than 5000"):
        read_submission(path, MODULE)


def test_an_encrypted_zip_says_so(zipped):
    path = zipped([(f"{MODULE}.py", CODE)])
    data = bytearray(path.read_bytes())
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + offset] |= 1
    path.write_bytes(data)
    with pytest.raises(SubmissionError, match="password"):
        read_submission(path, MODULE)


def test_a_packing_that_needs_much_memory_is_refused(tmp_path):
    path = tmp_path / "kim.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr(f"{MODULE}.py", CODE)
    with pytest.raises(SubmissionError, match="packed by a method"):
        read_submission(path, MODULE)


def test_a_zip_in_a_zip_is_not_opened(zipped):
    inner = zipped([(f"{MODULE}.py", CODE)], "inner.zip").read_bytes()
    with pytest.raises(SubmissionError, match=r"found: inner\.zip"):
        read_submission(zipped([("inner.zip", inner)]), MODULE)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [(b"", "empty"), (b"PK", "can't be opened"), (b"hello" * 50, "can't be opened")],
)
def test_what_is_no_zip_is_refused(tmp_path, data, complaint):
    path = tmp_path / "kim.zip"
    path.write_bytes(data)
    with pytest.raises(SubmissionError, match=complaint):
        read_submission(path, MODULE)


@pytest.fixture(scope="module")
def sound_zip(tmp_path_factory):
    path = tmp_path_factory.mktemp("zip") / "kim.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"kim/{MODULE}.py", CODE * 5)
        archive.writestr("kim/notes.txt", "hello")
    return path, path.read_bytes()


@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=6),
    st.floats(0, 1),
)
def test_a_damaged_zip_is_read_or_refused(sound_zip, changes, keep):
    path, sound = sound_zip
    data = bytearray(sound)
    for place, byte in changes:
        data[int(place * len(data))] = byte
    path.write_bytes(bytes(data[: max(1, int(keep * len(data)))]) if keep < 0.5 else bytes(data))
    with contextlib.suppress(SubmissionError):
        assert read_submission(path, MODULE).cells
