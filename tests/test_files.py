"""A file is written whole or not at all, and nothing is left beside it."""

import os
import sys

import pytest

from autograder.files import write_whole


def test_a_file_is_replaced_by_its_pieces(tmp_path):
    path = tmp_path / "deep" / "er" / "results.json"
    assert write_whole(path, [b"one ", b"two"]) == path
    assert write_whole(path, [b"three"]).read_bytes() == b"three"
    assert [one.name for one in path.parent.iterdir()] == ["results.json"]


def test_what_breaks_off_leaves_the_old_file_and_no_other(tmp_path):
    path = tmp_path / "results.json"
    write_whole(path, [b"old"])

    def breaking():
        yield b"half"
        raise RuntimeError("no more")

    with pytest.raises(RuntimeError):
        write_whole(path, breaking())
    assert path.read_bytes() == b"old"
    assert [one.name for one in tmp_path.iterdir()] == ["results.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_permissions_are_the_users_own_unless_they_are_given(tmp_path):
    assert os.stat(write_whole(tmp_path / "secret", [b"x"])).st_mode & 0o777 == 0o600
    assert os.stat(write_whole(tmp_path / "graded", [b"x"], 0o444)).st_mode & 0o777 == 0o444
