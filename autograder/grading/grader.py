"""Grading one submission: read, check against the policy, run, score, explain."""

from __future__ import annotations

import hashlib
import os
import platform
import time
import traceback
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path

import numpy as np

import autograder
from autograder.course import Assignment, Course, Task
from autograder.errors import SandboxError, SubmissionError
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.loads import Loads
from autograder.grading.losses import load_failure, load_problem
from autograder.grading.options import GradeOptions, limits_of
from autograder.grading.programs import for_task, submission_program
from autograder.grading.reasons import Reasons
from autograder.grading.scoring import score_task, unrun_task
from autograder.grading.second_look import SecondLook
from autograder.grading.stand_ins import StandIns
from autograder.grading.subject import Subject
from autograder.grading.suite import Outcome, Session
from autograder.locale import sentence
from autograder.records import replaced
from autograder.result import Cause, Engine, LoadProblem, Result, Status, TaskResult, TaskStatus
from autograder.sandbox import Limits, Program, Sandbox, WorkerLost
from autograder.submission import Finding, Found, Submission, check_policy
from autograder.submission.classes import unavailable_classes
from autograder.submission.lost import version_notes
from autograder.texts import Text

# Told each task's result as soon as its checks have run, before anything is carried forward or explained.
Watch = Callable[[TaskResult], None]


class Grader:
    """Grades submissions of one assignment, one after another, with a suite that is already collected."""

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        session: Session,
        sandbox: Sandbox,
        options: GradeOptions,
        diagnosis: Diagnosis | None = None,
        watch: Watch | None = None,
    ) -> None:
        self.course = course
        self.assignment = assignment
        self.options = options
        self._watch = watch
        self._session = session
        self._sandbox = sandbox
        self._diagnosis = diagnosis
        self._tasks = {task.id: task for task in assignment.tasks}
        self._limits = {task.id: limits_of(course, task) for task in assignment.tasks}
        self._stub = stub_text(course, assignment)
        self._engine = engine(assignment, sandbox.level.value)
        # Whether the sandbox failed in what was graded last: the result says nothing then.
        self.sandbox_failed = False

    def grade(self, found: Found) -> Result:
        """Return the result of one submission; whatever it holds, and whatever is wrong in us, this doesn't raise."""
        start = time.perf_counter()
        self.sandbox_failed = False
        try:
            result = self._graded(found)
        except SubmissionError as error:
            result = self._failed(found, Status.REJECTED, _without_folder(error, found))
        except SandboxError as error:
            self.sandbox_failed = True
            message = sentence("kit_error", error=str(error))
            result = self._failed(found, Status.KIT_ERROR, message)
        except Exception as error:  # a mistake of ours costs nobody else of the class their result
            message = sentence("kit_error", error=_place_of(error))
            result = self._failed(found, Status.KIT_ERROR, message)
        # Where it died, the workers died with it, and their checks look like crashes of the student's.
        self.sandbox_failed |= not self._sandbox.alive
        return replaced(result, seconds=round(time.perf_counter() - start, 3))

    def _graded(self, found: Found) -> Result:
        submission = found.read(self.assignment.module, self._stub)
        findings = self.findings(submission)
        if findings and self.course.policy == "reject":
            general = [finding for finding in findings if finding.task_function is None]
            if general:
                return self._failed(found, Status.REJECTED, general[0].text)
        return self._run(found, submission, findings)

    def findings(self, submission: Submission) -> Sequence[Finding]:
        bans = {task.function: task.forbid for task in self.assignment.tasks if task.forbid}
        own = tuple(one.module for one in self.course.assignments)
        return check_policy(
            submission.cells,
            allowed_packages=self.course.packages_of(self.assignment),
            forbidden_names=self.course.forbidden,
            task_bans=bans,
            files=submission.files,
            own_modules=own,
        )

    def _run(self, found: Found, submission: Submission, findings: Sequence[Finding]) -> Result:
        program = submission_program(
            self.course, self.assignment, submission, own_files=self.options.own_files
        )
        stand_ins = StandIns(self._sandbox, self.course, program.answered, self.first_limits)
        loads = self.loads()
        subject = self.subject(program, loads, stand_ins)
        try:
            try:
                errors = subject.load(self.assignment.tasks[0].id)
            except WorkerLost as lost:
                return self._failed(found, *load_failure(lost))

            def finished(of_task: Sequence[Outcome]) -> None:
                if self._watch is not None:
                    task = self._tasks[of_task[0].mark.task]
                    self._watch(score_task(task, of_task, _forbidden(task, findings)))

            outcomes = by_task(self._session.run(subject, watch=finished))
            results = self.results(outcomes, program, findings, loads)
        finally:
            subject.leave()
            stand_ins.close()
            loads.close()
        results = with_warnings(results, subject.warnings)
        results = Reasons(submission, self.assignment.tasks, errors).added(results, outcomes)
        problems = tuple(map(load_problem, errors))
        blank = all(
            one.status in (TaskStatus.NOT_ATTEMPTED, TaskStatus.MISSING) for one in results.values()
        )
        nothing = (
            blank and problems and all(one.status is TaskStatus.MISSING for one in results.values())
        )
        status = Status.NOT_LOADED if nothing else Status.BLANK if blank else Status.GRADED
        general = [finding.text for finding in findings if finding.task_function is None]
        general += version_notes(errors)
        general += unavailable_classes(
            submission.cells, self.course, self.assignment, submission.files
        )
        return make_result(
            self.course,
            self.assignment,
            found,
            status,
            self._engine,
            tasks=tuple(results.values()),
            load_problems=problems,
            notes=(*submission.notes, *general),
            kind=submission.kind,
            file=submission.name,
        )

    @property
    def first_limits(self) -> Limits:
        """The limits of the assignment's first task: those of what stands in for earlier assignments."""
        return self._limits[self.assignment.tasks[0].id]

    def loads(self) -> Loads:
        """Return where a submission's workers come from; to be closed."""
        return Loads(self._sandbox, self._limits.values())

    def subject(
        self,
        program: Program,
        loads: Loads,
        stand_ins: StandIns,
        replaced: Sequence[str] = (),
    ) -> Subject:
        module = self.assignment.module
        return Subject(
            loads,
            program,
            self._limits.__getitem__,
            stand_in=stand_ins,
            replaced={name: stand_ins.function(module, name) for name in replaced},
            varied=self.varied,
            functions_of=lambda task: self._tasks[task].functions,
        )

    def varied(self, program: Program, task_id: str) -> Program:
        """Return a program as one task wants it."""
        return for_task(self.course, program, self._tasks[task_id])

    def results(
        self,
        outcomes: dict[str, Sequence[Outcome]],
        program: Program,
        findings: Sequence[Finding],
        loads: Loads,
    ) -> dict[str, TaskResult]:
        """Return the tasks' results from what their checks found: scored, carried forward, explained.

        Parameters
        ----------
        outcomes
            By task; where a stand-in made a task better, its outcomes are replaced.
        program
            The submission, to be run again where a stand-in may help.
        findings
            What the static policy found.
        loads
            Where its workers come from.
        """
        forbidden = {task.id: _forbidden(task, findings) for task in self.assignment.tasks}
        results = {
            task.id: score_task(task, outcomes.get(task.id, ()), forbidden[task.id])
            for task in self.assignment.tasks
        }
        second = SecondLook(
            self.course,
            self.assignment,
            program,
            results,
            outcomes,
            lambda task, again: score_task(self._tasks[task], again, forbidden[task]),
            partial(self._run_again, loads),
        )
        if self.options.carry:
            second.carry()
            second.credit_consistency(self._session.consistency)
        if self.options.diagnose:
            second.explain(self._causes)
        return second.results

    def _run_again(
        self,
        loads: Loads,
        program: Program,
        task: str,
        replaced: Sequence[str] = (),
        *,
        consistency: bool = False,
    ) -> list[Outcome]:
        """Run a task's checks once more, with references in place of some of the program's own functions."""
        allowed = program.answered | {(self.assignment.module, name) for name in replaced}
        stand_ins = StandIns(self._sandbox, self.course, allowed, self._limits[task])
        try:
            subject = self.subject(program, loads, stand_ins, replaced)
            return self._session.run(subject, {task}, consistency=consistency)
        finally:
            stand_ins.close()

    def _causes(self, task: str, outcomes: Sequence[Outcome]) -> tuple[Cause, ...]:
        if self._diagnosis is None:
            return ()
        return self._diagnosis.causes(
            self._session, self._sandbox, self._limits[task], task, outcomes
        )

    def _failed(self, found: Found, status: Status, message: Text) -> Result:
        return failed_result(self.course, self.assignment, found, status, message, self._engine)


def failed_result(
    course: Course,
    assignment: Assignment,
    found: Found,
    status: Status,
    message: Text,
    made_by: Engine,
) -> Result:
    """Return the result of a submission of which nothing could be run."""
    tasks = tuple(unrun_task(task, TaskStatus.NOT_RUN, "load_failed") for task in assignment.tasks)
    return make_result(course, assignment, found, status, made_by, tasks=tasks, message=message)


def make_result(
    course: Course,
    assignment: Assignment,
    found: Found,
    status: Status,
    made_by: Engine,
    *,
    tasks: tuple[TaskResult, ...],
    message: Text | None = None,
    load_problems: tuple[LoadProblem, ...] = (),
    notes: Sequence[Text] = (),
    kind: str = "",
    file: str | None = None,
) -> Result:
    """Return the record of a submission whose tasks have been scored."""
    earned = round(sum(task.earned for task in tasks), 2)
    return Result(
        course=course.title,
        language=course.language,
        assignment=assignment.id,
        code=assignment.code,
        title=assignment.title,
        student=found.student,
        submission=file or found.path.name,
        kind=kind,
        status=status,
        raw_score=earned,
        score=earned,
        max_score=assignment.points,
        message=message,
        tasks=tasks,
        load_problems=load_problems,
        notes=tuple(notes),
        engine=made_by,
    )


def engine(assignment: Assignment, isolation: str) -> Engine:
    """Return what grades an assignment here: versions, the suite's fingerprint, the isolation level."""
    digest = hashlib.sha256()
    for file in (assignment.suite_file, assignment.solution_file):
        digest.update(file.read_bytes() if file.is_file() else b"")
    return Engine(
        version=autograder.__version__,
        suite=digest.hexdigest()[:12],
        isolation=isolation,
        python=platform.python_version(),
        numpy=np.__version__,
    )


def by_task(outcomes: Sequence[Outcome]) -> dict[str, Sequence[Outcome]]:
    """Group outcomes by their task."""
    groups: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        groups.setdefault(outcome.mark.task, []).append(outcome)
    return dict(groups)


def stub_text(course: Course, assignment: Assignment) -> str | None:
    """Return the text of the untouched stub, by which a copy of it loses to work beside it."""
    file = assignment.release_dir(course.language) / f"{assignment.id}.py"
    return file.read_text(encoding="utf-8") if file.is_file() else None


def _place_of(error: Exception) -> str:
    """Return the kind of an exception, and the line of ours it comes from: students may read no more of it."""
    package = Path(autograder.__file__).parent
    frames = traceback.extract_tb(error.__traceback__)
    ours = [
        f"{Path(one.filename).relative_to(package).as_posix()}:{one.lineno}"
        for one in frames
        if Path(one.filename).is_relative_to(package)
    ]
    return " ".join((type(error).__name__, *ours[-1:]))


def _without_folder(error: SubmissionError, found: Found) -> Text:
    """Return an error's text without the folders of this machine: a student will read it."""
    text = getattr(error, "text", None) or Text(en=str(error), ko=str(error))
    folder = f"{found.path.parent}{os.sep}"
    return Text(en=text.en.replace(folder, ""), ko=text.ko.replace(folder, ""))


def _forbidden(task: Task, findings: Sequence[Finding]) -> list[Text]:
    return [finding.text for finding in findings if finding.task_function in task.functions]


def with_warnings(
    results: Mapping[str, TaskResult], warnings: Mapping[str, set[str]]
) -> dict[str, TaskResult]:
    """Note what NumPy warned of. A warning is never a lost point."""
    noted = {}
    for task_id, result in results.items():
        notes = tuple(sentence("warned", warning=one) for one in sorted(warnings.get(task_id, ())))
        noted[task_id] = replaced(result, notes=(*result.notes, *notes))
    return noted
