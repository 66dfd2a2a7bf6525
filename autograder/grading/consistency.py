"""Consistency: a failed gradient may be the right derivative of the student's own forward pass, where that is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from autograder.grading.bench import Trial
from autograder.grading.outcome import Outcome
from autograder.grading.scoring import Scored
from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import TaskStatus


def credited(trial: Trial, scored: Mapping[str, Scored]) -> dict[str, Scored]:
    """Return the tasks with credit for gradients that are those of a wrong forward pass; of a right one, with a note.

    The credit is never more than the forward pass has lost: else a forward pass that is simple and wrong, with the
    gradient of that, would pay better than a right one without.
    """
    better = dict(scored)
    granted: list[tuple[set[str], float]] = []
    for task, forward in trial.bench.suite.consistency.items():
        failed = better[task].result
        if failed.passed or failed.status not in (TaskStatus.PARTIAL, TaskStatus.FAILED):
            continue
        outcomes = trial.run_again(task, consistency=True)
        before = [better[name].result for name in forward]
        forward_right = all(result.passed for result in before)
        names = ", ".join(result.function for result in before)
        if all(outcome.passed for outcome in outcomes):
            lost = sum(result.points - result.earned for result in before)
            lost -= sum(gain for others, gain in granted if others & set(forward))
            share = failed.points * trial.bench.course.consistency_credit
            credit = round(min(share, failed.earned + lost), 2)
            if not forward_right and credit > failed.earned:
                granted.append((set(forward), credit - failed.earned))
                note = sentence(
                    "consistent", function=failed.function, forward=names, credit=number(credit)
                )
                better[task] = better[task].noted(note, earned=credit, status=TaskStatus.PARTIAL)
        elif forward_right:
            wrong = _disagreeing(outcomes)
            if wrong is not None:
                note = sentence(
                    "not_derivative", function=failed.function, forward=names, names=wrong
                )
                better[task] = better[task].noted(note)
    return better


def _disagreeing(outcomes: Sequence[Outcome]) -> str | None:
    """Return the parameters whose slopes disagree, in brackets; None where the check told nothing."""
    failures = [outcome.failure for outcome in outcomes if outcome.failure is not None]
    told = [failure for failure in failures if failure.code == "no_derivative"]
    names = sorted({str(failure.values["name"]).strip() for failure in told} - {""})
    if not told:
        return None
    return f" ({', '.join(names)})" if names else ""
