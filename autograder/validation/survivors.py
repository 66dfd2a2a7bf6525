"""Wrappers that a suite misjudges: harmful ones that survive without a reason, harmless ones that lose a point."""

from __future__ import annotations

from autograder.grading.bench import Bench
from autograder.kit_files import EXEMPT
from autograder.validation.exempt import read_exemptions, unfounded
from autograder.validation.problem import Findings
from autograder.validation.wrappers import WRAPPERS
from autograder.validation.wrapping import Wrapping


def check_wrappers(bench: Bench, findings: Findings, seed: int = 0) -> None:
    """Put every wrapper around every task's functions; note what the suite misjudges."""
    assignment, suite = bench.assignment, bench.suite
    exemptions = read_exemptions(assignment)
    assert suite.reference is not None, "hidden suites have one"
    for where, what in unfounded(assignment, exemptions, suite.reference):
        findings.check("exemptions", False, where, what)
    for task in assignment.tasks:
        findings.check(
            "tasks with laws", task.id in suite.laws, task.id,
            "no law says what it promises of every call: declare one with @promises (docs/authoring.md)",
        )  # fmt: skip
    wrapping = Wrapping(bench, seed)
    survivors = list(wrapping.harmful())
    for survivor in survivors:
        allowing = [each for each in exemptions if each.allows(survivor)]
        if allowing:
            findings.exempt.append(f'{survivor}: "{allowing[0].sentence}", {allowing[0].why}')
            continue
        promise = WRAPPERS[survivor.wrapper].promise
        findings.check(
            "harmful wrappers", False, str(survivor),
            f"no check rejects it, although {promise}, and it changes what is answered: {survivor.why}. "
            f"Let its law ask for that, or quote in {EXEMPT.name} the words of the docstring that allow it",
        )  # fmt: skip
    findings.count("harmful wrappers", wrapping.tried - wrapping.unchanged - len(survivors))
    tried = wrapping.tried
    lost = list(wrapping.harmless())
    for survivor in lost:
        wrapper = WRAPPERS.get(survivor.wrapper)
        reason = wrapper.promise if wrapper else "it says the same in other words"
        findings.check(
            "harmless wrappers", False, str(survivor),
            f"it loses a point, although {reason}: {survivor.why}",
        )  # fmt: skip
    findings.count("harmless wrappers", wrapping.tried - tried - len({str(one) for one in lost}))
