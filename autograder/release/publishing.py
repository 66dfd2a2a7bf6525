"""The release: every file that students are given, written, or compared with what stands there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from pathlib import Path

from autograder.course import COURSE_FILE, Assignment, Course, Problem, listed
from autograder.errors import UsageError
from autograder.files import usual_mode, write_whole
from autograder.release.handouts import readme, students_course, students_hints
from autograder.release.lesson_rules import check_source
from autograder.release.notebook import notebook_text
from autograder.release.rendering import render_cells
from autograder.release.script import script_text
from autograder.release.source import Source, read_source
from autograder.texts import LANGUAGES, Language

# What tools leave in a folder of Python; hidden files are left alone too.
LEFT_BY_TOOLS = ("__pycache__",)
STRAY = "belongs to no finished assignment"
RENEW = "run autograder release"


@dataclass(frozen=True)
class ReleaseReport:
    """What a release did; paths are relative to ``out``, with forward slashes."""

    out: Path  # the folder that was written to
    written: tuple[str, ...]  # new or changed
    unchanged: tuple[str, ...]
    stray: tuple[str, ...]  # of no finished assignment; left where they are

    def __str__(self) -> str:
        """Say what was done, the files that were written by name."""
        total = len(self.written) + len(self.unchanged)
        lines = [f"{self.out}: {len(self.written)} of {total} files written, the rest up to date"]
        lines += [f"  {name}" for name in self.written]
        lines += [f"  {name}: {STRAY}" for name in self.stray]
        return "\n".join(lines)


def release(
    course: Course,
    languages: Sequence[str] | None = None,
    out: Path | None = None,
    *,
    solutions_through: str | None = None,
) -> ReleaseReport:
    """Write what students are given, for every finished assignment.

    Parameters
    ----------
    course
        The course.
    languages
        Those to write; all of the course's where it is None.
    out
        Where to write a folder for each language; ``assignments`` beside ``course.yml`` if None.
    solutions_through
        The last assignment that is closed: it and those before it are handed out solved.

    Raises
    ------
    SourceError
        Where a lesson can't be released; nothing has been written then.
    UsageError
        Where a language or an assignment isn't the course's, or ``out`` can't be written to.
    """
    folder = out or course.assignments_dir
    files = render(course, languages, solutions_through=solutions_through)
    written, unchanged = write_files(folder, files, "choose another folder with --out")
    return ReleaseReport(folder, written, unchanged, tuple(_strays(folder, files)))


def write_files(
    folder: Path, files: Mapping[str, str], advice: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Write texts below a folder where they differ from what is there.

    Parameters
    ----------
    folder
        The folder; made where it is missing.
    files
        Texts by relative path.
    advice
        What to do where one can't be written.

    Returns
    -------
    written, unchanged
        Their relative paths.

    Raises
    ------
    UsageError
        Where one can't be written.
    """
    written, unchanged = [], []
    for name, text in files.items():
        path = folder / name
        try:
            if path.is_file() and path.read_bytes() == text.encode():
                unchanged.append(name)
                continue
            write_whole(path, [text.encode()], usual_mode())
        except OSError as reason:
            found = f"{path}: can't be written ({reason.strerror or reason})"
            raise UsageError(f"{found}; {advice}") from None
        written.append(name)
    return tuple(written), tuple(unchanged)


def is_stale(
    course: Course,
    languages: Sequence[str] | None = None,
    out: Path | None = None,
    *,
    solutions_through: str | None = None,
) -> list[Problem]:
    """Return how the released files differ from what ``release`` would write; empty if they don't.

    Parameters and errors are those of ``release``. Line ends don't count, since a checkout on
    Windows may change them.
    """
    folder = out or course.assignments_dir
    files = render(course, languages, solutions_through=solutions_through)
    differences = []
    for name, text in files.items():
        path = folder / name
        if not path.is_file():
            differences.append(Problem(path, 0, "", f"is missing; {RENEW}"))
            continue
        found = path.read_bytes().decode(errors="replace").replace("\r\n", "\n")
        if found != text:
            differences.append(_first_difference(path, text, found))
    strays = _strays(folder, files)
    return differences + [Problem(folder / name, 0, "", f"{STRAY}; remove it") for name in strays]


def render(
    course: Course,
    languages: Sequence[str] | None = None,
    *,
    solutions_through: str | None = None,
) -> dict[str, str]:
    """Return the text of every released file by its path, ``en/a01_…/a01_….py`` and so on."""
    chosen = _chosen(course, languages)
    solved = _solved(course, solutions_through)
    if not course.finished:
        raise UsageError(f"{course.file}: no assignment is finished, so there is none to release")
    sources = [read_source(course, assignment) for assignment in course.finished]
    for source in sources:
        check_source(source)
    files = {}
    for language in chosen:
        files[f"{language}/{COURSE_FILE}"] = students_course(course, language)
        files[f"{language}/README.md"] = readme(course, language)
        for source in sources:
            for name, text in _assignment_files(source, language, source.assignment in solved):
                files[f"{language}/{source.assignment.id}/{name}"] = text
    return files


def _assignment_files(
    source: Source, language: Language, solved: bool
) -> Iterator[tuple[str, str]]:
    cells = render_cells(source, language, solved=solved)
    yield f"{source.assignment.id}.py", script_text(cells)
    yield f"{source.assignment.id}.ipynb", notebook_text(source, cells)
    yield from source.copied.items()
    hints = students_hints(source)
    if hints is not None:
        yield source.assignment.hints_file.name, hints


def _chosen(course: Course, languages: Sequence[str] | None) -> tuple[Language, ...]:
    wanted = course.languages if languages is None else languages
    for language in wanted:
        if language not in course.languages:
            raise UsageError(
                f'The course has no language "{language}"; it has {listed(course.languages)}.'
            )
    return tuple(language for language in course.languages if language in wanted)


def _solved(course: Course, through: str | None) -> tuple[Assignment, ...]:
    if through is None:
        return ()
    last = course.assignment(through)
    if not last.finished:
        raise UsageError(f"{last.code} is planned, so its solutions can't be handed out.")
    return tuple(each for each in course.finished if each.code <= last.code)


def _strays(folder: Path, files: Collection[str]) -> list[str]:
    """Return files that stand among the released ones and aren't any of them.

    The folder of a language that wasn't asked for is left out of sight.
    """
    others = set(LANGUAGES) - {name.partition("/")[0] for name in files}
    strays = []
    for path in sorted(folder.rglob("*")) if folder.is_dir() else ():
        parts = path.relative_to(folder).parts
        by_tools = any(part.startswith(".") or part in LEFT_BY_TOOLS for part in parts)
        name = "/".join(parts)
        if path.is_file() and not by_tools and parts[0] not in others and name not in files:
            strays.append(name)
    return strays


def _first_difference(path: Path, expected: str, found: str) -> Problem:
    pairs = zip_longest(expected.split("\n"), found.split("\n"))
    line, (wanted, there) = next(
        (line, pair) for line, pair in enumerate(pairs, start=1) if pair[0] != pair[1]
    )
    message = f"differs from its source: expected {_shown(wanted)}, found {_shown(there)}; {RENEW}"
    return Problem(path, line, "", message)


def _shown(line: str | None) -> str:
    if line is None:
        return "the end of the file"
    line = line.strip()
    return f'"{line}"' if len(line) <= 80 else f'"{line[:77]}…"'
