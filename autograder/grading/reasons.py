"""What a page adds to a failed task from outside of its checks: why a name is missing, and which versions graded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from autograder.course import Task
from autograder.grading.outcome import Outcome
from autograder.grading.scoring import Scored
from autograder.sandbox import LoadError, StudentError
from autograder.submission import Submission
from autograder.submission.lost import Lost, lost_names
from autograder.submission.near_misses import why_missing
from autograder.submission.versions import names_in, version_note
from autograder.texts import Text

UNDEFINED = re.compile(r"name '(\w+)' is not defined")


class Reasons:
    """What is known of one submission, apart from what its checks saw.

    Parameters
    ----------
    submission
        What was handed in.
    tasks
        The assignment's tasks.
    problems
        What went wrong while it was loaded.
    """

    def __init__(
        self, submission: Submission, tasks: Sequence[Task], problems: Sequence[LoadError]
    ) -> None:
        self._tasks = {task.id: task for task in tasks}
        functions = [name for task in tasks for name in task.functions]
        # What was cut or left out is told by itself.
        failed = [one for one in problems if one.stopped is None]
        self._missing: Mapping[str, Text] = why_missing(submission, functions, failed)
        self._lost: Mapping[str, Lost] = lost_names(submission.cells, failed)
        self._words = names_in(submission.cells)

    def added(self, scored: Mapping[str, Scored]) -> dict[str, Scored]:
        """Return the tasks with what there is to say of those that failed."""
        said = {}
        for task, failed in scored.items():
            # One mistake fails many checks, and is said once.
            texts = {text.en: text for text in self._of(task, failed.outcomes)}
            said[task] = failed.noted(*texts.values()) if texts else failed
        return said

    def _of(self, task_id: str, outcomes: Sequence[Outcome]) -> Iterator[Text]:
        failed = [one for one in outcomes if one.error is not None]
        if any(one.failure is not None and one.failure.code == "missing" for one in failed):
            for name in self._tasks[task_id].functions:
                if name in self._missing:
                    yield self._missing[name]
        for one in failed:
            if isinstance(one.error, StudentError):
                yield from self._raised(one.error)

    def _raised(self, error: StudentError) -> Iterator[Text]:
        name = UNDEFINED.fullmatch(error.message)
        if name is not None and name[1] in self._lost:
            yield self._lost[name[1]].text
        # Student code may make up a message while it sees hidden inputs: only its own words are said.
        note = version_note(error.known_type, error.message, words=self._words)
        if note is not None:
            yield note
