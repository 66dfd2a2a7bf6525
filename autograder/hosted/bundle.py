"""Bundles: a zip for Gradescope, folders for GitHub, a zip for students."""

from __future__ import annotations

import io
import json
import math
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from string import Template

import autograder
from autograder.course import Assignment, Course
from autograder.errors import UsageError
from autograder.files import usual_mode, write_bytes
from autograder.grading.suite import TIME_OUTS_PER_TASK
from autograder.hosted.contents import build_wheel, course_files, requirements
from autograder.hosted.gradescope import results_document, waiting_tasks
from autograder.hosted.settings import COURSE_FOLDER, Settings
from autograder.hosted.supervisor import SETTINGS_FILE
from autograder.locale import sentence
from autograder.numbers import number
from autograder.texts import Language

Files = dict[str, bytes]

EXECUTABLE = {"setup.sh", "run_autograder", "install.sh"}
# Beyond the student's own allowance: the grader and the warm interpreter, measured with scikit-learn loaded.
GRADER_MIB = 256
GRADESCOPE_CPU = 0.5
GITHUB_MINUTES = 15


def gradescope_files(course: Course, settings: Settings, wheel: Path) -> Files:
    """Return what Gradescope's autograder zip holds for an assignment, by path."""
    assignment = course.with_suite(settings.assignment, "bundle")
    said = sentence("hosted_waiting").in_(settings.language)
    first = results_document(settings, waiting_tasks(assignment), status="grading", output=said)
    return {
        "setup.sh": _text("setup.sh"),
        "run_autograder": _text("run_autograder"),
        "first.json": json.dumps(first, ensure_ascii=False, indent=1).encode(),
        **_grader(course, assignment, settings, wheel),
    }


def github_files(
    course: Course, settings: Settings, wheel: Path, repository: str, *, classroom: bool
) -> Files:
    """Return what GitHub needs for an assignment: a folder of the private grading repository, and a workflow.

    ``repository`` is the private one that will hold the grader, "owner/name". For a ``classroom``, the workflow hands
    its result to the autograding reporter; else its exit code tells.
    """
    assignment = course.with_suite(settings.assignment, "bundle")
    if repository.count("/") != 1 or not all(repository.split("/")):
        raise UsageError(f'--repository: found "{repository}", expected owner/name')
    folder = assignment.code.lower()
    values = {
        "code": assignment.code,
        "folder": folder,
        "variable": folder.upper(),
        "repository": repository,
        "points": number(assignment.points),
        "minutes": str(GITHUB_MINUTES),
    }
    workflow, named = ("ci.yml", "grade.yml")
    if classroom:
        workflow = named = "classroom.yml"
    grader = _grader(course, assignment, settings, wheel)
    grader["action.yml"] = _filled("action.yml", values)
    return {
        **{f"grading/{folder}/{name}": content for name, content in grader.items()},
        f"template/.github/workflows/{named}": _filled(workflow, values),
    }


def student_files(
    course: Course, language: Language, wheel: Path, solutions_through: str | None
) -> Files:
    """Return what students are given in one language: the release, and the wheel of their side of the tool."""
    from autograder.release import render

    files = render(course, [language], solutions_through=solutions_through)
    released = {name.partition("/")[2]: text.encode() for name, text in files.items()}
    readme = released["README.md"].decode()
    # The wheel lies beside it; the package need not be on any index.
    here = readme.replace("pip install dl-by-implementation", f"pip install {wheel.name}")
    return {**released, "README.md": here.encode(), wheel.name: wheel.read_bytes()}


@contextmanager
def wheel_for(course: Course, given: Path | None) -> Iterator[Path]:
    """Give the wheel of the package: the one that was named, or one built from the sources here while it is needed."""
    if given is not None:
        if given.suffix != ".whl" or not given.is_file():
            raise UsageError(f"{given}: is no wheel file")
        yield given
        return
    for root in (Path(autograder.__file__).resolve().parents[1], course.root):
        if (root / "pyproject.toml").is_file() and (root / "autograder" / "cli").is_dir():
            with tempfile.TemporaryDirectory(prefix="autograder-wheel-") as folder:
                yield build_wheel(root, Path(folder))
            return
    raise UsageError(
        f"{course.root}: holds no source of the package to build a wheel from; "
        "say which wheel to put in: --wheel FILE"
    )


def memory_mib(course: Course, assignment: Assignment) -> int:
    """Return the memory that a container needs to grade an assignment, in MiB."""
    return GRADER_MIB + max(course.limits_of(task).memory_mib for task in assignment.tasks)


def longest_seconds(course: Course, assignment: Assignment, processors: float) -> float:
    """Return about how long the slowest submission can take, in seconds: one that never ends in any task."""
    # Each task once with the student's own functions, and once with references where it needs any.
    runs = sum(
        (2 if task.needs else 1) * course.limits_of(task).cpu_seconds for task in assignment.tasks
    )
    return math.ceil(runs * TIME_OUTS_PER_TASK / processors)


def write_zip(
    path: Path, files: Mapping[str, bytes], prefix: str = "", mode: int | None = None
) -> None:
    """Write files into a zip; equal files give equal zips. It is the user's own, unless permissions are given."""
    zipped = io.BytesIO()
    with zipfile.ZipFile(zipped, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            entry = zipfile.ZipInfo(prefix + name)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100755 if name in EXECUTABLE else 0o100644) << 16
            archive.writestr(entry, content)
    write_bytes(path, zipped.getvalue(), mode)


def write_folder(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files below a folder, beside what is there."""
    for name, content in files.items():
        write_bytes(folder / name, content, usual_mode())


def _grader(course: Course, assignment: Assignment, settings: Settings, wheel: Path) -> Files:
    """Return what every hosted grader needs."""
    files = course_files(course, assignment)
    return {
        SETTINGS_FILE: settings.model_dump_json(indent=1).encode(),
        "install.sh": _text("install.sh"),
        "requirements.txt": requirements(course).encode(),
        wheel.name: wheel.read_bytes(),
        **{f"{COURSE_FOLDER}/{name}": content for name, content in files.items()},
    }


def _text(name: str) -> bytes:
    content = (resources.files("autograder.hosted") / "files" / name).read_bytes()
    return content.replace(b"\r\n", b"\n")  # from a checkout on Windows to a shell on Linux


def _filled(name: str, values: Mapping[str, str]) -> bytes:
    return Template(_text(name).decode()).substitute(values).encode()
