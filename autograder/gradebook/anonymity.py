"""Results without people: stable pseudonyms, and nothing left that tells whose a result is."""

from __future__ import annotations

import base64
import builtins
import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from autograder.errors import UsageError
from autograder.files import write_whole
from autograder.gradebook.roster import Roster
from autograder.locale import sentence
from autograder.records import replaced
from autograder.result import CheckResult, LoadProblem, Result, TaskResult
from autograder.submission.identity import platform_name
from autograder.texts import Text

KEY_BYTES = 32
PSEUDONYM_LETTERS = 8
REMOVED = "…"
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PATH = re.compile(r"(?:[A-Za-z]:)?(?:[\\/][\w .@~+()-]+){2,}|~[\\/][\w.\\/-]+")
# A line of the student's file, as messages name it: files bear their students' names.
PLACE = re.compile(r" \(.{1,200}?:\d+\)")
# A part of a name that is shorter says nothing, and would tear words apart.
SHORTEST, SHORTEST_HANGUL = 3, 2
SHORTEST_NUMBER = 4
NOBODY = r"(?!)"  # a pattern that fits nothing
ENDING = {"script": ".py", "notebook": ".ipynb"}


def load_key(path: Path, apart_from: Iterable[Path] = ()) -> bytes:
    """Return the key of pseudonyms, made on first use.

    Parameters
    ----------
    path
        The file of the key; only its owner may read it. Whoever has it can find out who is who.
    apart_from
        Folders that are given away: the key must not lie in them.

    Raises
    ------
    UsageError
        Where the key lies in such a folder, can't be read or made, or is no key.
    """
    for folder in apart_from:
        if path.resolve().is_relative_to(folder.resolve()):
            raise UsageError(f"{path}: the key must not lie in {folder}, which is given away")
    try:
        if not path.exists():
            write_whole(path, [f"{secrets.token_hex(KEY_BYTES)}\n".encode()])
        key = bytes.fromhex(path.read_text(encoding="ascii").strip())
    except (OSError, ValueError) as error:
        raise UsageError(f"{path}: can't be read or made as a key ({error})") from None
    if len(key) != KEY_BYTES:
        raise UsageError(f"{path}: is no key; one holds {2 * KEY_BYTES} hexadecimal digits")
    return key


@dataclass(frozen=True)
class Anonymiser:
    """Takes what tells out of results.

    The same key gives a student the same pseudonym in every assignment and every term. By the roster nobody's name, id
    or address remains in any text; without it, only what the results themselves tell is removed.
    """

    key: bytes
    roster: Roster | None = None

    def pseudonym(self, student: str) -> str:
        """Return a student's pseudonym, ``student-7k3f9qab``."""
        name = unicodedata.normalize("NFC", student).casefold().encode()
        digest = hmac.digest(self.key, name, "sha256")
        return "student-" + base64.b32encode(digest).decode().lower()[:PSEUDONYM_LETTERS]

    def anonymous(self, results: Sequence[Result]) -> list[Result]:
        """Return results without names, ids, addresses, paths, file names, times and students' own source lines."""
        students = {result.student for result in results}
        if len({self.pseudonym(student) for student in students}) != len(students):
            raise UsageError("two students have got one pseudonym; use another key")
        words = self._telling(results)
        hidden = (self._result(result, words) for result in results)
        return sorted(hidden, key=lambda result: (result.code, result.student))

    def _result(self, result: Result, words: re.Pattern[str]) -> Result:
        file = result.assignment + ENDING.get(result.kind, "")
        lateness = None
        if result.lateness and result.penalty:
            unsaid = {"submitted": None, "source": "", "due": None, "extra_minutes": 0}
            lateness = replaced(result.lateness, **unsaid)
        return replaced(
            result,
            student=self.pseudonym(result.student),
            submission=file,
            lateness=lateness,
            attempts=tuple(
                replaced(attempt, submission=file, submitted=None) for attempt in result.attempts
            ),
            message=sentence("anonymous_message") if result.message else None,
            load_problems=tuple(_load_problem(one, file) for one in result.load_problems),
            tasks=tuple(_task(task, words) for task in result.tasks),
            notes=(),
        )

    def _telling(self, results: Sequence[Result]) -> re.Pattern[str]:
        """Return a pattern of everything that names somebody."""
        words: set[str] = set()
        for result in results:
            words |= {result.student, *_stems(result)}
        for student in self.roster or ():
            words |= {student.id, student.name, student.email, *student.ids.values()}
            words |= {student.email.partition("@")[0], *re.split(r"[\s,]+", student.name)}
        shortest = {True: SHORTEST, False: SHORTEST_HANGUL}
        telling = [word for word in words if len(word) >= shortest[word.isascii()]]
        patterns = map(_bounded, sorted(telling, key=len, reverse=True))
        return re.compile("|".join(patterns) or NOBODY, re.IGNORECASE)


def _stems(result: Result) -> set[str]:
    """Return what the name of a submitted file may tell, the assignment's own name left out."""
    names = {result.submission, *(one.submission for one in result.attempts)}
    words: set[str] = set()
    for name in names:
        for part in Path(name).parts:
            platform = platform_name(part)
            if platform is not None:
                words |= {platform.student, platform.user, platform.person}
            parts = re.split(r"[\W_]+", Path(part).stem.replace(result.assignment, " "))
            # A short number in a file's name is a version, or also stands in an expected value.
            words |= {one for one in parts if not one.isdigit() or len(one) > SHORTEST_NUMBER}
    functions = {one for task in result.tasks for one in re.split(r"[._]", task.function)}
    known = {*result.assignment.split("_"), result.code, *functions}
    return words - known - {one.lower() for one in known}


def _bounded(word: str) -> str:
    """Return a pattern of a word: of Latin letters and digits only as a whole, of others wherever it stands."""
    escaped = re.escape(word)
    return rf"(?<![A-Za-z0-9]){escaped}(?![A-Za-z0-9])" if word.isascii() else escaped


def _scrubbed(text: str, words: re.Pattern[str]) -> str:
    text = unicodedata.normalize("NFC", text)
    for pattern in (EMAIL, PATH, words):
        text = pattern.sub(REMOVED, text)
    return text


def _without(text: Text, words: re.Pattern[str]) -> Text:
    return Text(en=_scrubbed(text.en, words), ko=_scrubbed(text.ko, words))


def _task(task: TaskResult, words: re.Pattern[str]) -> TaskResult:
    return replaced(
        task,
        checks=tuple(_check(check, words) for check in task.checks),
        pattern=_without(task.pattern, words) if task.pattern else None,
        findings=tuple(_without(finding, words) for finding in task.findings),
        notes=tuple(_without(note, words) for note in task.notes if not _warning(note)),
    )


def _check(check: CheckResult, words: re.Pattern[str]) -> CheckResult:
    message = _without(check.message, words) if check.message else None
    if message is not None and check.reason == "raised":
        found = re.search(r"[A-Za-z_]\w*", message.en.partition("raised")[2])
        kind = _kind(found.group() if found else "")
        message = sentence("raised", type=kind, message="", where="")
    elif message is not None:
        message = Text(en=PLACE.sub("", message.en), ko=PLACE.sub("", message.ko))
    return replaced(check, message=message, where=None)


def _load_problem(problem: LoadProblem, file: str) -> LoadProblem:
    """Keep the kind of the exception and its line; its text and the source line are the student's own words."""
    kind = _kind(problem.message.partition(":")[0])
    return LoadProblem(message=kind, filename=file, line=problem.line)


def _kind(name: str) -> str:
    """Return the name of an exception that Python has; one of a student's own may be called anything."""
    return name if isinstance(getattr(builtins, name, None), type) else "Exception"


def _warning(note: Text) -> bool:
    """Say whether a note quotes a warning: students' code may warn of anything."""
    return note.en.startswith(sentence("warned", warning="\0").en.partition("\0")[0])
