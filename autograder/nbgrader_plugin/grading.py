"""``nbgrader autograde``: the engine grades what was handed in; nbgrader starts no kernel."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nbformat.notebooknode import NotebookNode
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from autograder.errors import SandboxError
from autograder.grading.batch import Job, grade_job
from autograder.nbgrader_plugin.recording import Entry, record
from autograder.nbgrader_plugin.registered import read_master
from autograder.nbgrader_plugin.report import with_report
from autograder.nbgrader_plugin.settings import Autograder
from autograder.submission import Found


class Grade(NbGraderPreprocessor):
    """Takes the places of nbgrader's ``Execute`` and ``SaveAutoGrades``."""

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Grade the submission that a notebook comes from; record its scores, and show them in it.

        Raises
        ------
        SandboxError
            Where the grader itself failed: nothing is recorded then, and nbgrader lists the submission as failed.
        """
        settings = Autograder(parent=self)
        course = settings.load_course()
        language = settings.language_of(course)
        who = resources["nbgrader"]
        assignment = course.assignment(who["assignment"])
        directory = self.parent.parent.coursedir
        # What was handed in, and not nbgrader's copy of it: so every door grades the same bytes.
        folder = Path(
            directory.format_path(directory.submitted_directory, who["student"], who["assignment"])
        )
        found = Found(who["student"], folder)
        (result,) = grade_job(Job(course.file, assignment.id, (found,), settings.options))
        if not result.has_score:
            raise SandboxError(result.message.en if result.message else "the grader failed")
        with Gradebook(who["db_url"], directory.course_id) as gradebook:
            master = read_master(gradebook, directory, assignment)
            submitted = gradebook.find_submission_notebook(
                who["notebook"], who["assignment"], who["student"]
            )
            record(Entry(gradebook, submitted, nb, master, language), result)
        self.log.info("%s: %g of %g points", who["student"], result.score, result.max_score)
        return with_report(nb, result, assignment, language), resources
