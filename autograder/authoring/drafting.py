"""A new task, or a new assignment with its first task: every file it touches, as it will be."""

from __future__ import annotations

from pathlib import Path

import jinja2
import yaml

from autograder.authoring.inserting import in_course, in_lesson, in_table, in_twins
from autograder.authoring.naming import Naming, assignment_naming, task_naming
from autograder.course import Assignment, Course, load_course
from autograder.course.document import read_text
from autograder.errors import SourceError, UsageError
from autograder.files import usual_mode, write_whole

TEMPLATES = Path(__file__).parent / "templates"
Texts = dict[Path, str]


def draft_task(file: Path, task_id: str, function: str) -> list[Path]:
    """Write every piece of a new task as a draft.

    Parameters
    ----------
    file
        The ``course.yml``.
    task_id
        The task's id, the next of its assignment.
    function
        What is to be written: ``step``, or ``Cell.forward``.

    Returns
    -------
    list
        The files that were changed or made.

    Raises
    ------
    UsageError
        Where there can be no such task, or a file can't be written.
    SourceError
        Where a file can't be read.
    """
    course = _whole(file)
    naming = task_naming(course, task_id, function)
    text = in_course(_text(course.file), _filled("task.yml", naming), naming.code)
    return _written(_with_pieces(course, text, naming, course.assignment(naming.code)))


def draft_assignment(file: Path, code: str, slug: str) -> list[Path]:
    """Write every piece of a new assignment, planned, with one task to begin with.

    Parameters, results and errors are those of :func:`draft_task`; ``slug`` is what its folder is called.
    """
    course = _whole(file)
    naming = assignment_naming(course, code, slug)
    text = in_course(_text(course.file), _filled("assignment.yml", naming))
    return _written(_with_pieces(course, text, naming, None))


def _whole(file: Path) -> Course:
    course = load_course(file, drafts=True)
    if course.edition == "students":
        raise UsageError(
            f"{course.file}: is what students are given; tasks are added to the course"
        )
    return course


def _with_pieces(course: Course, text: str, naming: Naming, before: Assignment | None) -> Texts:
    """Return the text of every file with a new task in it.

    Parameters
    ----------
    course
        The course as it is.
    text
        The text of its ``course.yml`` with the task.
    naming
        The task's names.
    before
        Its assignment without it; None where that is new, too.
    """
    new = Course.model_validate(yaml.safe_load(text)).located(course.file)
    assignment = new.assignment(naming.code)
    own, suite = assignment.solution_dir, assignment.suite_dir
    texts = {course.file: text}

    def begun(file: Path, template: str) -> str:
        return _text(file) if file.is_file() else _filled(template, naming)

    lesson = begun(assignment.solution_file, "lesson.py")
    twins = begun(own / "lesson.ko.md", "lesson.ko.md")
    done = before.tasks if before else ()
    texts[assignment.solution_file] = in_lesson(lesson, _filled("lesson_task.py", naming), done)
    texts[own / "lesson.ko.md"] = in_twins(twins, _filled("lesson_task.ko.md", naming), done)
    texts[own / "figures.py"] = begun(own / "figures.py", "figures.py")
    for file, first, piece in (
        (assignment.hints_file, "hints.yml", "hints_task.yml"),
        (own / "test_public.py", "test_public.py", "test_public_task.py"),
        (assignment.suite_file, "test_hidden.py", "test_hidden_task.py"),
        (suite / "misconceptions.py", "misconceptions.py", "misconceptions_task.py"),
        (suite / "alternatives.py", "alternatives.py", "alternatives_task.py"),
    ):
        texts[file] = f"{begun(file, first).rstrip()}\n{_filled(piece, naming)}"
    return {**texts, **_tables(course.root / "docs", naming)}


def _tables(docs: Path, naming: Naming) -> Texts:
    """Return the tables in ``docs/`` with a row for the task; a fork without docs needs none."""
    texts = {}
    mistakes, coverage = docs / "misconceptions.md", docs / "coverage.md"
    if mistakes.is_file():
        row = _filled("misconceptions_task.md", naming)
        texts[mistakes] = in_table(_text(mistakes), row, "## By topic")
    if coverage.is_file():
        text, heading = _text(coverage), f"## {naming.code}"
        if heading not in text.splitlines():
            text = f"{text.rstrip()}\n{_filled('coverage.md', naming)}"
        texts[coverage] = in_table(text, _filled("coverage_task.md", naming), heading)
    return texts


def _text(file: Path) -> str:
    return read_text(file, SourceError, "a piece of the course")


def _filled(template: str, naming: Naming) -> str:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 - Python, YAML and Markdown
    )
    return environment.get_template(f"{template}.j2").render(naming.words())


def _written(texts: Texts) -> list[Path]:
    changed = []
    for file, text in texts.items():
        try:
            if not file.is_file() or _text(file) != text:
                write_whole(file, [text.encode()], usual_mode())
                changed.append(file)
        except OSError as error:
            raise UsageError(f"{file}: can't be written ({error.strerror or error})") from None
    return changed
