"""A mistake that is written in another style is rejected as well, and called by no other name.

A course may have more assignments than there are paraphrases, or fewer; what has none is not tried.
"""

from pathlib import Path

import pytest
from paraphrases import paraphrases_of

from autograder.course import find_course, load_course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import on_bench
from autograder.grading.diagnosis import Diagnosis
from autograder.grading.options import GradeOptions
from autograder.grading.programs import reference_program
from autograder.grading.variants import read_variants

COURSE = load_course(find_course(Path(__file__)))
BY_CODE = {each.code: each for each in COURSE.finished if paraphrases_of(each)}


@pytest.mark.parametrize("code", BY_CODE)
def test_each_bears_the_name_of_a_mistake(code):
    known = {(each.task, each.name) for each in read_variants(BY_CODE[code], "misconception")}
    assert {(each.task, each.name) for each in paraphrases_of(BY_CODE[code])} <= known


@pytest.mark.parametrize("code", BY_CODE)
def test_each_is_rejected_and_called_by_no_other_name(code):
    told = {}
    for variant, outcomes, causes in ran(BY_CODE[code]):
        if all(outcome.passed for outcome in outcomes):
            told[f"{variant.task} {variant.name}"] = "full marks"
        elif causes and variant.name not in causes:
            told[f"{variant.task} {variant.name}"] = ", ".join(causes)
    assert told == {}


def ran(assignment):
    """Return each paraphrase with the outcomes of its task's checks and the names that its author is told."""
    diagnosis = Diagnosis.of(COURSE, assignment)

    def work(bench):
        found = []
        for variant in paraphrases_of(assignment):
            program = reference_program(COURSE, assignment, variant.module_source(assignment))
            outcomes = bench.run(program, {variant.task})
            causes = diagnosis.causes(bench, variant.task, outcomes)
            found.append((variant, outcomes, [cause.name for cause in causes]))
        return found

    options = GradeOptions()
    return on_bench(COURSE, assignment, shared_sandbox(COURSE, assignment, options), options, work)
