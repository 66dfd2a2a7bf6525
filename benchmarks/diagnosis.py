"""Does the diagnosis name the right cause, and never a wrong one? Does one early mistake cost only its own points?

    python benchmarks/diagnosis.py [A01 …]

Five kinds of wrong programs are graded, each in the sandbox, with the whole suite's checks of its task:

- every misconception as written;
- every paraphrase: the same fault in another style, written without looking at the diagnosis;
- every mutant of the references (those of ``mutation.py``);
- every misconception with a mutation on top: two faults in one task;
- pairs of misconceptions in different tasks of one submission, graded whole.

A name is right when it is the program's own, or when the program gives the named mistake's answers in every check under
two other seeds as well, so that no input tells them apart; otherwise it is wrong.

Last, every task that others need is broken alone, by its first misconception and by an exception: the score must fall
by that task's points only. So is a student's own file of every earlier assignment: nothing may be lost for it here.
"""

from __future__ import annotations

import random
import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

from arguments import ROOT, assignments
from mutation import mutants, mutations

sys.path.insert(0, str(ROOT / "tests" / "diagnosis"))
from paraphrases import paraphrases_of

from autograder.course import Task, load_course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import Bench, on_bench
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.grader import Grader
from autograder.grading.options import GradeOptions
from autograder.grading.outcome import Outcome
from autograder.grading.programs import reference_program
from autograder.grading.reference import reference_source
from autograder.grading.transcript import same_answer
from autograder.grading.variants import Variant, read_variants
from autograder.records import replaced
from autograder.sandbox import Cell
from autograder.submission import Submission

OTHER_SEEDS = (7, 23)
# Mutations put on top of each misconception, and pairs of misconceptions for each assignment.
FAULTS_ON_TOP = 4
PAIRS = 40
KINDS = ("misconceptions", "paraphrases", "mutants", "two faults")


@dataclass
class Count:
    """What became of the programs of one kind."""

    tried: int = 0
    right: int = 0
    wrong: list[str] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)


@dataclass
class Tally:
    """What one assignment's programs were told."""

    code: str
    counts: dict[str, Count] = field(default_factory=lambda: {kind: Count() for kind in KINDS})
    pairs: Count = field(default_factory=Count)
    carried: int = 0
    uncarried: list[str] = field(default_factory=list)


class Trial:
    """The programs of one assignment, run and diagnosed."""

    def __init__(self, bench: Bench) -> None:
        self.course, self.assignment = course, assignment = bench.course, bench.assignment
        # Mutants loop for ever; nothing that is right needs as long.
        limits = {
            task: replaced(limit, cpu_seconds=min(2, limit.cpu_seconds), wall_seconds=6)
            for task, limit in bench.limits.items()
        }
        self.bench = replace(bench, limits=limits)
        self.tasks = {task.id: task for task in assignment.tasks}
        self.text = reference_source(assignment)
        self.misconceptions = read_variants(assignment, "misconception")
        self.diagnosis = Diagnosis.of(course, assignment)
        self.seed = bench.suite.seed
        self.tally = Tally(assignment.code)
        self.names = {(one.task, one.name): one for one in self.misconceptions}
        self.ran: dict[tuple[int, str, str], Mapping[str, Outcome]] = {}

    def run(self, task: str, source: str, seed: int) -> Mapping[str, Outcome]:
        """Run one task's checks on a whole module's source, under a seed."""
        self.bench.suite.seed = seed
        try:
            program = reference_program(self.course, self.assignment, source)
            outcomes = self.bench.run(program, {task})
        finally:
            self.bench.suite.seed = self.seed
        return {one.name: one for one in outcomes}

    def told(self, task: str, outcomes: Mapping[str, Outcome]) -> list[str]:
        """Return the names that a student with these outcomes is told."""
        causes = self.diagnosis.causes(self.bench, task, list(outcomes.values()))
        return [cause.name for cause in causes]

    def same(self, task: str, source: str, name: str) -> bool:
        """Tell whether a program answers like a misconception under other seeds, too."""
        for seed in OTHER_SEEDS:
            key = (seed, task, name)
            if key not in self.ran:
                whole = self.names[task, name].module_source(self.assignment)
                self.ran[key] = self.run(task, whole, seed)
            mine = self.run(task, source, seed)
            for check, theirs in self.ran[key].items():
                a, b = mine[check].transcript, theirs.transcript
                if mine[check].mark.conduct or a.drawn or b.drawn:
                    continue
                if mine[check].passed != theirs.passed or not all(
                    same_answer(x, y) for x, y in zip(a.answers, b.answers, strict=False)
                ):
                    return False
        return True

    def judge(self, kind: str, task: str, own: str | None, source: str, label: str) -> None:
        """Run a wrong program, and count what its author is told."""
        outcomes = self.run(task, source, self.seed)
        if all(one.passed for one in outcomes.values()):
            return
        count = self.tally.counts[kind]
        count.tried += 1
        names = self.told(task, outcomes)
        if own in names or any(self.same(task, source, name) for name in names):
            count.right += 1
        elif names:
            count.wrong.append(f"{label}: told {', '.join(names)}")
        else:
            count.unnamed.append(label)

    def single(self) -> None:
        variants = {
            "misconceptions": self.misconceptions,
            "paraphrases": paraphrases_of(self.assignment),
        }
        for kind, of_kind in variants.items():
            for one in of_kind:
                source = one.module_source(self.assignment)
                self.judge(kind, one.task, one.name, source, f"{one.task} {one.name}")
        for one in mutants(self.assignment):
            label = f"{one.task} {one.before}  →  {one.after}"
            self.judge("mutants", one.task, None, one.source, label)

    def two_faults(self) -> None:
        for one in self.misconceptions:
            for changed in on_top(one):
                source = f"{self.text}\n\n{changed}\n"
                label = f"{one.task} {one.name} and more:\n{changed}"
                self.judge("two faults", one.task, one.name, source, label)

    def grade(
        self, sources: Iterable[str], earlier: Mapping[str, str] | None = None
    ) -> dict[str, tuple[float, list[str]]]:
        """Grade a whole submission: the reference with pieces replaced; return points lost and names, by task.

        ``earlier`` are the student's own files of earlier assignments, by module.
        """
        text = "\n\n".join((self.text, *sources)) + "\n"
        options = GradeOptions(own_files=earlier is not None)
        grader = Grader(replace(self.bench, options=options), self.diagnosis)
        result = grader.grade(Whole(text, self.assignment.module, earlier or {}))  # type: ignore[arg-type]
        return {
            one.task: (one.points - one.earned, [cause.name for cause in one.causes])
            for one in result.tasks
        }

    def pairs(self) -> None:
        draw = random.Random(1)
        candidates = [
            (a, b)
            for i, a in enumerate(self.misconceptions)
            for b in self.misconceptions[i + 1 :]
            if a.task != b.task and defined(a) != defined(b)
        ]
        for a, b in draw.sample(candidates, min(PAIRS, len(candidates))):
            graded = self.grade((a.source, b.source))
            for one in (a, b):
                self.tally.pairs.tried += 1
                names = graded[one.task][1]
                source = one.module_source(self.assignment)
                if one.name in names or any(self.same(one.task, source, name) for name in names):
                    self.tally.pairs.right += 1
                else:
                    label = f"{one.task} {one.name} beside {a.name if one is b else b.name}"
                    kept = self.tally.pairs.wrong if names else self.tally.pairs.unnamed
                    kept.append(f"{label}: told {', '.join(names) or 'nothing'}")

    def carried(self) -> None:
        needed = {name for task in self.assignment.tasks for name in task.needs}
        for task in self.assignment.tasks:
            if task.id in needed and task.module_function:
                first = next(one for one in self.misconceptions if one.task == task.id)
                for label, source in (
                    (first.name, first.source),
                    ("raises", raising(task)),
                ):
                    graded = self.grade([source])
                    lost = {name for name, (points, _) in graded.items() if points > 0}
                    self.tally.carried += 1
                    if lost != {task.id}:
                        self.tally.uncarried.append(
                            f"{task.id} {label}: {', '.join(sorted(lost - {task.id})) or 'itself unharmed'}"
                        )
        for one in self.course.basis(self.assignment):
            broken = "\n".join(raising(task) for task in one.tasks if task.module_function)
            graded = self.grade([], {one.module: broken})
            lost = {name for name, (points, _) in graded.items() if points > 0}
            self.tally.carried += 1
            if lost:
                self.tally.uncarried.append(f"own {one.code} broken: {', '.join(sorted(lost))}")


@dataclass(frozen=True)
class Whole:
    """A submission that lies in no file: what a grader asks of one that was found."""

    text: str
    module: str
    earlier: Mapping[str, str] = field(default_factory=dict)
    student: str = "someone"
    path: Path = Path("work.py")

    def read(self, module: str, stub: str | None = None) -> Submission:
        file = f"{module}.py"
        files = {f"{name}.py": text.encode() for name, text in self.earlier.items()}
        return Submission(file, self.path, module, "script", (Cell(self.text, file),), files)


def raising(task: Task) -> str:
    return f"def {task.module_function}(*args, **kwargs):\n    raise RuntimeError('broken')\n"


def defined(variant: Variant) -> str:
    """Return the name that a variant defines."""
    words = next(
        line for line in variant.source.splitlines() if line.startswith(("def ", "class "))
    )
    return words.split("(")[0].split(":")[0].split()[1]


def on_top(variant: Variant) -> Sequence[str]:
    """Return a misconception's source with one place of its body mutated, a few of them."""
    found: dict[str, None] = {}
    start = variant.source.index("def ") if "def " in variant.source else 0
    head = variant.source[: variant.source.index("\n", start)]
    for changed in mutations(variant.source):
        if changed.startswith(head) and "raise " not in differing(variant.source, changed):
            found[changed] = None
    every = list(found)
    return random.Random(variant.name).sample(every, min(FAULTS_ON_TOP, len(every)))


def differing(before: str, after: str) -> str:
    rows = zip(before.splitlines(), after.splitlines(), strict=False)
    return next((a for a, b in rows if a != b), "")


def run(code: str) -> Tally:
    course = load_course(ROOT)
    assignment = course.assignment(code)
    # Mutants hand nonsense to the suites' own functions; NumPy may warn of it.
    warnings.simplefilter("ignore")

    def work(bench: Bench) -> Tally:
        trial = Trial(bench)
        trial.single()
        trial.two_faults()
        trial.pairs()
        trial.carried()
        return trial.tally

    options = GradeOptions()
    sandbox = shared_sandbox(course, assignment, options)
    return on_bench(course, assignment, sandbox, options, work)


def percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "none tried"


def main() -> int:
    _, codes = assignments(__doc__)
    totals = Tally("all")
    with ProcessPoolExecutor(2) as pool:
        for tally in pool.map(run, codes):
            parts = []
            for kind in KINDS:
                count, total = tally.counts[kind], totals.counts[kind]
                parts.append(f"{kind} {count.right}/{count.tried} named, {len(count.wrong)} wrong")
                total.tried, total.right = total.tried + count.tried, total.right + count.right
                total.wrong += count.wrong
                total.unnamed += count.unnamed
                parts += [f"\n  WRONG {kind} {line}" for line in count.wrong]
                if kind in ("misconceptions", "paraphrases"):
                    parts += [f"\n  unnamed {kind} {line}" for line in count.unnamed]
            pairs = tally.pairs
            parts.append(f"pairs {pairs.right}/{pairs.tried}")
            parts += [f"\n  pair {line}" for line in (*pairs.wrong, *pairs.unnamed)]
            parts.append(f"carried {tally.carried - len(tally.uncarried)}/{tally.carried}")
            parts += [f"\n  not carried {line}" for line in tally.uncarried]
            print(f"{tally.code}: " + "; ".join(parts).replace("; \n", "\n"), flush=True)
            totals.pairs.tried += pairs.tried
            totals.pairs.right += pairs.right
            totals.carried += tally.carried
            totals.uncarried += tally.uncarried
    for kind in KINDS:
        count = totals.counts[kind]
        print(f"{kind}: {count.tried} programs, named right {percent(count.right, count.tried)}, "
              f"wrong {len(count.wrong)}")  # fmt: skip
    own = [totals.counts[kind] for kind in ("misconceptions", "paraphrases")]
    right, tried = sum(one.right for one in own), sum(one.tried for one in own)
    everyone = list(totals.counts.values())
    wrong = sum(len(one.wrong) for one in everyone)
    print(
        f"named right {percent(right, tried)}, named wrong "
        f"{percent(wrong, sum(one.tried for one in everyone))}, "
        f"pairs {percent(totals.pairs.right, totals.pairs.tried)}, "
        f"carried-forward exact {'no' if totals.uncarried else 'yes'}"
    )
    first = totals.counts["misconceptions"]
    second = totals.counts["paraphrases"]
    good = (
        not wrong
        and not totals.uncarried
        and first.right >= 0.95 * first.tried
        and second.right >= 0.85 * second.tried
        and totals.pairs.right >= 0.9 * totals.pairs.tried
    )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
