"""Grading one submission: read, check against the policy, run, score, explain."""

from __future__ import annotations

import os
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import autograder
from autograder.course import Assignment, Course, Task
from autograder.errors import SandboxError, SubmissionError
from autograder.grading.bench import Bench, Trial
from autograder.grading.carrying import carried
from autograder.grading.consistency import credited
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.losses import load_failure, load_problem
from autograder.grading.outcome import Outcome, by_task
from autograder.grading.programs import submission_program
from autograder.grading.reasons import Reasons
from autograder.grading.record import Recorder
from autograder.grading.scoring import Scored, score_task, submission_status, with_warnings
from autograder.locale import sentence
from autograder.records import replaced
from autograder.result import Result, Status, TaskResult
from autograder.sandbox import WorkerLost
from autograder.submission import Finding, Found, Submission, check_policy
from autograder.submission.classes import unavailable_classes
from autograder.submission.lost import version_notes
from autograder.submission.messages import reason_of
from autograder.texts import Text

# Told each task's result as soon as its checks have run, before anything is carried forward or explained.
Watch = Callable[[TaskResult], None]


class Grader:
    """Grades submissions of one assignment, one after another, on its bench.

    Parameters
    ----------
    bench
        The suite, and where it is run.
    diagnosis
        The assignment's known mistakes; None for those that this process knows already.
    watch
        Told each task as its checks have run.
    """

    def __init__(
        self, bench: Bench, diagnosis: Diagnosis | None = None, watch: Watch | None = None
    ) -> None:
        self.bench = bench
        self._watch = watch
        self._diagnosis = diagnosis or Diagnosis.shared(bench.course, bench.assignment)
        self._stub = stub_text(bench.course, bench.assignment)
        self._recorder = Recorder(bench.course, bench.assignment, bench.sandbox.level.value)
        # Whether the sandbox failed in what was graded last: the result says nothing then.
        self.sandbox_failed = False

    def grade(self, found: Found) -> Result:
        """Return the result of one submission; whatever it holds, and whatever is wrong in us, this doesn't raise."""
        start = time.perf_counter()
        self.sandbox_failed = False
        try:
            result = self._graded(found)
        except SubmissionError as error:
            message = _without_folder(error, found)
            result = self._recorder.failed(found, Status.REJECTED, message)
        except SandboxError as error:
            self.sandbox_failed = True
            result = self._kit_error(found, str(error))
        except Exception as error:  # a mistake of ours costs nobody else of the class their result
            result = self._kit_error(found, _place_of(error))
        # Where it died, the workers died with it, and their checks look like crashes of the student's.
        self.sandbox_failed |= not self.bench.sandbox.alive
        return replaced(result, seconds=round(time.perf_counter() - start, 3))

    def _kit_error(self, found: Found, error: str) -> Result:
        return self._recorder.failed(found, Status.KIT_ERROR, sentence("kit_error", error=error))

    def _graded(self, found: Found) -> Result:
        course, assignment = self.bench.course, self.bench.assignment
        submission = found.read(assignment.module, self._stub)
        findings = policy_findings(course, assignment, submission)
        general = [finding.text for finding in findings if finding.task_function is None]
        if general and course.policy == "reject":
            return self._recorder.failed(found, Status.REJECTED, general[0])
        own_files = self.bench.options.own_files
        program = submission_program(course, assignment, submission, own_files=own_files)
        with Trial(self.bench, program) as trial:
            try:
                errors = trial.load()
            except WorkerLost as lost:
                return self._recorder.failed(found, *load_failure(lost))
            outcomes = by_task(trial.run(self._finished(findings)))
            scored = graded(trial, self._diagnosis, outcomes, findings)
            scored = with_warnings(scored, trial.subject.warnings)
        scored = Reasons(submission, assignment.tasks, errors).added(scored)
        results = [task.result for task in scored.values()]
        general += version_notes(errors)
        general += unavailable_classes(submission.cells, course, assignment, submission.files)
        status = submission_status(results, problems=bool(errors))
        problems = list(map(load_problem, errors))
        return self._recorder.graded(found, submission, status, results, problems, general)

    def _finished(self, findings: Sequence[Finding]) -> Callable[[Sequence[Outcome]], None] | None:
        watch = self._watch
        if watch is None:
            return None

        def finished(outcomes: Sequence[Outcome]) -> None:
            task = self.bench.assignment.task(outcomes[0].mark.task)
            watch(score_task(task, outcomes, _forbidden(task, findings)))

        return finished


def graded(
    trial: Trial,
    diagnosis: Diagnosis,
    outcomes: Mapping[str, Sequence[Outcome]],
    findings: Sequence[Finding],
) -> dict[str, Scored]:
    """Return the tasks from what their checks found: scored, carried forward, explained.

    Parameters
    ----------
    trial
        The submission, to be run again where a reference may help.
    diagnosis
        The known mistakes.
    outcomes
        By task.
    findings
        What the static policy found.
    """
    bench = trial.bench
    scored = scored_tasks(bench.assignment.tasks, outcomes, findings)
    if bench.options.carry:
        scored = credited(trial, carried(trial, scored))
    if bench.options.diagnose:
        scored = diagnosis.explained(bench, scored)
    return scored


def scored_tasks(
    tasks: Sequence[Task],
    outcomes: Mapping[str, Sequence[Outcome]],
    findings: Sequence[Finding] = (),
) -> dict[str, Scored]:
    """Return tasks as their checks alone have it."""
    scored = {}
    for task in tasks:
        found = outcomes.get(task.id, ())
        scored[task.id] = Scored(score_task(task, found, _forbidden(task, findings)), found)
    return scored


def policy_findings(
    course: Course, assignment: Assignment, submission: Submission
) -> Sequence[Finding]:
    """Return what the static policy has against a submission."""
    return check_policy(
        submission.cells,
        allowed_packages=course.packages_of(assignment),
        forbidden_names=course.forbidden,
        task_bans={task.function: task.forbid for task in assignment.tasks if task.forbid},
        files=submission.files,
        own_modules=tuple(other.module for other in course.assignments),
    )


def stub_text(course: Course, assignment: Assignment) -> str | None:
    """Return the text of the untouched stub, by which a copy of it loses to work beside it."""
    file = assignment.release_dir(course.language) / f"{assignment.id}.py"
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _place_of(error: Exception) -> str:
    """Return the kind of an exception, and the line of ours it comes from: students may read no more of it."""
    package = Path(autograder.__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        f"{Path(frame.filename).relative_to(package).as_posix()}:{frame.lineno}"
        for frame in frames
        if Path(frame.filename).is_relative_to(package)
    ]
    return " ".join((type(error).__name__, *ours[-1:]))


def _without_folder(error: SubmissionError, found: Found) -> Text:
    """Return an error's text without the folders of this machine: a student will read it."""
    text = reason_of(error)
    folder = f"{found.path.parent}{os.sep}"
    return Text(en=text.en.replace(folder, ""), ko=text.ko.replace(folder, ""))


def _forbidden(task: Task, findings: Sequence[Finding]) -> list[Text]:
    return [finding.text for finding in findings if finding.task_function in task.functions]
