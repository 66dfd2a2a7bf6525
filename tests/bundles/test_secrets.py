"""No artefact that leaves the course holds a suite, a misconception, a solution or the seed."""

import ast
import io
import json
import re
import shutil
import tarfile
import zipfile

import pytest

from autograder.hosted.bundle import gradescope_files, student_files, write_zip
from autograder.hosted.contents import build_sdist, build_wheel
from autograder.hosted.settings import Settings

SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)
# Shorter pieces (`return w * x`) may stand in any program.
SHORTEST = {"suite": 60, "solution": 20}


@pytest.fixture(scope="module")
def canaries(root, course):
    """What must not get out, by where it stands; spaces and line ends don't count."""
    found = {"course.yml: seed": str(course.seed)}
    for file in sorted((root / "autograder" / "suites").rglob("*.py")):
        text = file.read_text(encoding="utf-8")
        lines = text.splitlines()
        for node in ast.parse(text).body:
            if isinstance(node, ast.FunctionDef | ast.ClassDef):
                piece = plain(" ".join(lines[node.lineno - 1 : node.end_lineno]))
                if len(piece) >= SHORTEST["suite"]:
                    found[f"{file.parent.name}/{file.name}:{node.lineno}"] = piece
    for file in sorted((root / "solutions").glob("*/*.py")):
        for number, block in enumerate(SOLUTION.findall(file.read_text(encoding="utf-8"))):
            if len(plain(block)) >= SHORTEST["solution"]:
                found[f"{file.name} solution {number}"] = plain(block)
    # A helper may stand in the public checks as well, and the last hint may be a solution of one line.
    public = [
        plain(file.read_text(encoding="utf-8"))
        for name in ("test_public.py", "hints.yml")
        for file in (root / "solutions").glob(f"*/{name}")
    ]
    found = {
        where: piece for where, piece in found.items() if not any(piece in one for one in public)
    }
    assert len(found) > 500
    return found


def plain(text):
    return " ".join(text.split())


def texts(name, content):
    """Yield every text in an artefact, archives within archives and notebooks' sources included."""
    if name.endswith((".zip", ".whl")):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.namelist():
                yield from texts(f"{name}!{entry}", archive.read(entry))
    elif name.endswith(".tar.gz"):
        with tarfile.open(fileobj=io.BytesIO(content)) as archive:
            for member in archive.getmembers():
                if member.isfile():
                    yield from texts(f"{name}!{member.name}", archive.extractfile(member).read())
    elif name.endswith(".ipynb"):
        cells = json.loads(content)["cells"]
        yield name, plain("\n".join("".join(cell["source"]) for cell in cells))
        yield name, plain(content.decode("utf-8"))
    else:
        yield name, plain(content.decode("utf-8", "replace"))


@pytest.fixture(scope="module")
def leaks(canaries):
    def found(path):
        members = list(texts(path.name, path.read_bytes()))
        assert len(members) > 5
        return [
            f"{member}: {place}"
            for member, text in members
            for place, piece in canaries.items()
            if piece in text
        ]

    return found


@pytest.fixture
def student_zip(course, wheel, tmp_path):
    def write(language, solutions_through=None):
        path = tmp_path / f"{language}.zip"
        write_zip(path, student_files(course, language, wheel, solutions_through))
        return path

    return write


def test_the_wheel_and_the_source_distribution_hold_nothing_secret(leaks, wheel, root, tmp_path):
    assert leaks(wheel) == []
    sdist = build_sdist(root, tmp_path)
    assert leaks(sdist) == []
    with tarfile.open(sdist) as archive:
        tops = {name.split("/")[1] for name in archive.getnames()}
    assert tops == {
        "autograder",
        "pyproject.toml",
        "README.md",
        "LICENSE",
        "CHANGELOG.md",
        "PKG-INFO",
        ".gitignore",
    }


@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_students_are_given_holds_nothing_secret(leaks, student_zip, language):
    assert leaks(student_zip(language)) == []


def test_solutions_that_are_handed_out_are_the_only_ones(leaks, student_zip):
    found = leaks(student_zip("en", "A02"))
    assert found
    assert {re.search(r": (a\d\d)_\S+ solution", one)[1] for one in found} == {"a01", "a02"}


def test_the_search_finds_what_is_there(leaks, course, wheel, root, tmp_path):
    """The bundle of a hosted grader holds the suite; and so would a wheel that didn't leave it out."""
    path = tmp_path / "autograder.zip"
    settings = Settings(assignment="A03", language="en")
    write_zip(path, gradescope_files(course, settings, wheel))
    found = "\n".join(leaks(path))
    for secret in (
        "test_a03.py:",
        "misconceptions.py:",
        "a03_sigmoid_cross_entropy.py solution",
        "seed",
    ):
        assert secret in found
    tree = tmp_path / "tree"
    shutil.copytree(
        root / "autograder", tree / "autograder", ignore=shutil.ignore_patterns("__pycache__")
    )
    for name in ("README.md", "LICENSE", "CHANGELOG.md"):
        shutil.copy(root / name, tree)
    project = (root / "pyproject.toml").read_text(encoding="utf-8")
    assert project.count('"autograder/suites"') == 1
    (tree / "pyproject.toml").write_text(
        project.replace('"autograder/suites"', ""), encoding="utf-8"
    )
    assert leaks(build_wheel(tree, tmp_path))
