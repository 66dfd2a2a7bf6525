"""A file is written whole or not at all, and nothing is left beside it."""

import ast
import os
import re
import sys

import pytest

from autograder.errors import UsageError
from autograder.files import usual_mode, write_bytes, write_whole
from autograder.report import write_report
from autograder.result import write_result

from .gradebook.conftest import make_result

__all__ = ["make_result"]

# A worker's folder doesn't outlive it; hidden suites write nothing.
OTHER_ROOMS = ("sandbox/", "suites/")
# The writer itself, and logs that a platform lends us to add to.
ALLOWED = {("files.py", "write_whole"), ("hosted/github.py", "report")}


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


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
@pytest.mark.parametrize("mask", [0o022, 0o077, 0o002])
def test_what_is_handed_out_has_the_permissions_of_any_other_file(tmp_path, mask):
    before = os.umask(mask)
    try:
        (tmp_path / "other").write_bytes(b"")
        path = write_bytes(tmp_path / "ours", b"", usual_mode())
    finally:
        os.umask(before)
    assert path.stat().st_mode == (tmp_path / "other").stat().st_mode
    assert os.umask(before) == before


def test_a_place_that_can_not_be_written_to_is_told(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(UsageError, match=r"x\.json: can't be written"):
        write_bytes(tmp_path / "file" / "x.json", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="permissions are POSIX's")
def test_pages_are_as_private_as_the_results_they_show(make_result, tmp_path):
    result = write_result(make_result("kim"), tmp_path)
    index = write_report(tmp_path)
    for file in (result, result.with_suffix(".html"), index):
        assert file.stat().st_mode & 0o777 == 0o600
    assert not [one.name for one in tmp_path.rglob(".*")]
    # What is given away has the permissions of any other file.
    public = write_report(tmp_path, out=tmp_path / "public", mode=0o644)
    for file in (public, write_result(make_result("lee"), tmp_path / "public", 0o644)):
        assert file.stat().st_mode & 0o777 == 0o644


def test_a_run_that_is_stopped_leaves_no_half_a_page(make_result, tmp_path, monkeypatch):
    write_result(make_result("kim"), tmp_path)
    before = write_report(tmp_path, "en").read_bytes()

    def stopped(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr("autograder.files.os.fdopen", stopped)
    with pytest.raises(KeyboardInterrupt):
        write_report(tmp_path, "ko")
    assert (tmp_path / "index.html").read_bytes() == before


def test_nothing_is_written_but_by_the_one_writer(root):
    package, found = root / "autograder", []
    for path in sorted(package.rglob("*.py")):
        name = path.relative_to(package).as_posix()
        if name.startswith(OTHER_ROOMS):
            continue
        for function, call in calls(ast.parse(path.read_text(encoding="utf-8"))):
            if writes(call) and (name, function) not in ALLOWED:
                found.append(f"{name}:{call.lineno} {ast.unparse(call)[:60]}")
    assert not found, f"use autograder.files: {found}"


@pytest.mark.parametrize(
    "source",
    [
        "path.write_text(x)",
        "path.write_bytes(x)",
        "open(path, 'w')",
        "path.open('ab')",
        "open(path, mode='x')",
        "io.open(path, 'r+')",
        "ZipFile(path, 'w')",
        "shutil.copy(a, b)",
    ],
)
def test_a_writer_is_seen(source):
    assert writes(ast.parse(source).body[0].value)


@pytest.mark.parametrize(
    "source", ["open(path)", "path.open('rb')", "ZipFile(zipped, 'w')", "write_bytes(path, x)"]
)
def test_a_reader_is_none(source):
    assert not writes(ast.parse(source).body[0].value)


def calls(tree, function=""):
    """Yield each call below a node, with the function it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call):
            yield function, node
        yield from calls(node, node.name if isinstance(node, ast.FunctionDef) else function)


def writes(call):
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name in ("write_text", "write_bytes"):
        return isinstance(call.func, ast.Attribute)
    if name in ("copy", "copy2", "copyfile", "copytree"):
        return ast.unparse(call.func).startswith("shutil.")
    if name not in ("open", "ZipFile"):
        return False
    said = [*call.args, *(one.value for one in call.keywords)]
    modes = [one.value for one in said if isinstance(one, ast.Constant)]
    # A zip that is made in memory first is called so.
    in_memory = bool(call.args) and ast.unparse(call.args[0]) == "zipped"
    return not in_memory and any(re.fullmatch("[rwaxbt+]*[wax+][bt+]*", str(one)) for one in modes)
