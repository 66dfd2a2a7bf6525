"""Does a suite accept every right program and reject every wrong one? Tried on all the programs we have."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from autograder.course import Assignment, Course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_bench
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader
from autograder.grading.options import GradeOptions
from autograder.grading.outcome import Outcome
from autograder.grading.programs import reference_program
from autograder.grading.reference import reference_source
from autograder.grading.scoring import earned_share
from autograder.grading.transcript import same_answer
from autograder.grading.variants import Variant, read_variants
from autograder.numbers import number
from autograder.sandbox import StudentError
from autograder.submission import Found
from autograder.validation.nothing import nothing_sources
from autograder.validation.problem import Findings
from autograder.validation.survivors import check_wrappers

VARIANTS_PER_TASK = 2

# A misconception that ends like this is a slip of its author's, not a mistake of a student's.
SLIPS = {"NameError", "ImportError", "ModuleNotFoundError", "SyntaxError", "UnboundLocalError"}


class Soundness:
    """The trials of one assignment's suite; ``wrappers`` is the seed of what is drawn for those, None for none."""

    def __init__(
        self,
        course: Course,
        assignment: Assignment,
        options: GradeOptions,
        findings: Findings,
        *,
        wrappers: int | None = 0,
    ) -> None:
        self.course = course
        self.assignment = assignment
        self.options = options
        self.findings = findings
        self.wrappers = wrappers

    def run(self) -> None:
        """Run every trial; note the findings."""
        misconceptions = read_variants(self.assignment, "misconception")
        alternatives = read_variants(self.assignment, "alternative")
        self._enough(misconceptions, "misconception")
        self._enough(alternatives, "alternative")

        def work(bench: Bench) -> None:
            self._bench = bench
            self._diagnosis = Diagnosis.of(self.course, self.assignment)
            self._grader = Grader(bench, self._diagnosis)
            self._suite()
            self._solution()
            self._stubs()
            self._nothing()
            self._consistency()
            self._misconceptions(misconceptions)
            self._alternatives(alternatives)
            if self.wrappers is not None:
                check_wrappers(bench, self.findings, self.wrappers)

        sandbox = shared_sandbox(self.course, self.assignment, self.options)
        on_bench(self.course, self.assignment, sandbox, self.options, work)

    def _enough(self, variants: tuple[Variant, ...], kind: str) -> None:
        for task in self.assignment.tasks:
            count = sum(variant.task == task.id for variant in variants)
            self.findings.check(
                f"enough {kind}s",
                count >= VARIANTS_PER_TASK,
                task.id,
                f"has {count} {kind}s in {kind}s.py; write at least {VARIANTS_PER_TASK}",
            )

    def _suite(self) -> None:
        for task in self.assignment.tasks:
            values = [
                name
                for name, mark in self._bench.suite.marks
                if mark.task == task.id and not mark.conduct
            ]
            self.findings.check(
                "tasks with checks", bool(values), task.id,
                f"no check in {self.assignment.suite_file.name} tries its values: write a test marked with it",
            )  # fmt: skip

    def _solution(self) -> None:
        result = self._grader.grade(Found(student="solution", path=self.assignment.solution_file))
        for task in result.tasks:
            bad = [check for check in task.checks if not check.passed]
            why = "; ".join(
                f'"{check.title.en}": {check.message.en if check.message else ""}' for check in bad
            )
            why = (
                why
                or "; ".join(text.en for text in task.findings)
                or str(result.message and result.message.en)
            )
            self.findings.check(
                "solution", task.passed, task.task,
                f"the reference earns {number(task.earned)} of {number(task.points)}, not all: {why}",
            )  # fmt: skip
        for problem in result.load_problems:
            self.findings.check(
                "solution",
                False,
                f"{problem.filename}:{problem.line}",
                f"the reference can't be loaded whole: {problem.message}",
            )

    def _stubs(self) -> None:
        if not self.assignment.finished:
            return
        for language in self.course.languages:
            folder = self.assignment.release_dir(language)
            for ending in (".py", ".ipynb"):
                stub = folder / f"{self.assignment.id}{ending}"
                if not stub.is_file():
                    self.findings.check(
                        "stubs", False, str(stub), "is missing: run autograder release"
                    )
                    continue
                result = self._grader.grade(Found(student="stub", path=stub))
                self.findings.check(
                    "stubs",
                    result.score == 0 and not result.load_problems,
                    _short(stub),
                    f"an untouched stub should load and earn 0, and earns {number(result.score)}"
                    + "".join(f"; line {one.line}: {one.message}" for one in result.load_problems),
                )

    def _nothing(self) -> None:
        for task in self.assignment.tasks:
            for description, source in nothing_sources(task):
                outcomes = self._run({task.id}, source)
                paid = [
                    one.name for one in outcomes.values() if one.passed and not one.mark.conduct
                ]
                self.findings.check(
                    "do-nothing functions",
                    earned_share(list(outcomes.values())) == 0,
                    task.id,
                    f"a function that {description} is paid for by {', '.join(paid)}: "
                    "ask for a value there that nothing gives, or mark the check conduct=True",
                )

    def _consistency(self) -> None:
        """Try the checks that compare a gradient with the forward pass: the reference passes, nothing doesn't."""
        for task_id, forward in self._bench.suite.consistency.items():
            tasks = [self.assignment.task(one) for one in (task_id, *forward)]
            for description, sources in (
                ("the reference", []),
                *(
                    (description, [dict(nothing_sources(task))[description] for task in tasks])
                    for description, _ in nothing_sources(tasks[0])
                ),
            ):
                whole = reference_source(self.assignment, *sources)
                program = reference_program(self.course, self.assignment, whole)
                outcomes = self._bench.run(program, {task_id}, consistency=True)
                passed = all(one.passed for one in outcomes)
                why = "; ".join(str(one.error) for one in outcomes if one.error is not None)
                self.findings.check(
                    "consistency", passed != bool(sources), task_id,
                    f"its check of consistency is {'passed' if passed else 'failed'} by {description}: {why}",
                )  # fmt: skip

    def _misconceptions(self, variants: tuple[Variant, ...]) -> None:
        ran: dict[str, Mapping[str, Outcome]] = {}
        for variant in variants:
            where = f"{variant.task} {variant.name} (misconceptions.py:{variant.line})"
            outcomes = ran[where] = self._run({variant.task}, variant.source)
            failed = [one for one in outcomes.values() if not one.passed]
            rejected = self.findings.check(
                "misconceptions rejected", bool(failed), where,
                f"no check of {variant.task} rejects it: a student who makes this mistake gets full marks. "
                f"Add or strengthen a test in {self.assignment.suite_file.name}",
            )  # fmt: skip
            slips = {
                one.error.type_name
                for one in failed
                if isinstance(one.error, StudentError) and one.error.type_name in SLIPS
            }
            if slips:
                self.findings.check(
                    "misconceptions sound",
                    False,
                    where,
                    f"ends in {', '.join(slips)}: mend the variant",
                )
            if rejected:
                self.findings.check(
                    "misconceptions named",
                    variant.name in self._causes(variant.task, list(outcomes.values())),
                    where,
                    "a student who makes it isn't told its name: too many others give the same answers",
                )
            for other, theirs in ran.items():
                if (
                    other != where
                    and other.startswith(f"{variant.task} ")
                    and _same(outcomes, theirs)
                ):
                    self.findings.check(
                        "misconceptions differ",
                        False,
                        where,
                        f"gives the same answers as {other} in every check",
                    )

    def _causes(self, task: str, outcomes: Sequence[Outcome]) -> list[str]:
        """Return the names that a student with these outcomes would be told."""
        return [cause.name for cause in self._diagnosis.causes(self._bench, task, outcomes)]

    def _alternatives(self, variants: tuple[Variant, ...]) -> None:
        finished = {task.id for task in self.assignment.tasks} - set(self.assignment.drafts)
        for variant in variants:
            outcomes = self._run({variant.task} | finished, variant.source)
            bad = [one for one in outcomes.values() if not one.passed]
            why = "; ".join(
                f"{one.name}: {one.failure.text('input').en if one.failure else ''}"
                for one in bad[:3]
            )
            self.findings.check(
                "alternatives accepted", not bad, f"{variant.task} {variant.name} (alternatives.py:{variant.line})",
                f"a correct implementation is rejected: {why}",
            )  # fmt: skip

    def _run(self, tasks: Collection[str], source: str) -> dict[str, Outcome]:
        """Run the reference with one piece replaced, on some tasks' checks."""
        whole = reference_source(self.assignment, source)
        program = reference_program(self.course, self.assignment, whole)
        outcomes = self._bench.run(program, tasks)
        return {outcome.name: outcome for outcome in outcomes}


def _same(a: Mapping[str, Outcome], b: Mapping[str, Outcome]) -> bool:
    """Tell whether two programs gave the same answers in every check."""
    for name, mine in a.items():
        x, y = mine.transcript.answers, b[name].transcript.answers
        if len(x) != len(y) or not all(same_answer(p, q) for p, q in zip(x, y, strict=True)):
            return False
    return True


def _short(path: Path) -> str:
    return "/".join(path.parts[-4:])
