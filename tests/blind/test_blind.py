"""Programs written from the released stubs alone, before anybody had looked at suite or solution, are judged rightly.

The figures of the first grading, which nobody had prepared for, stand in docs/measured.md. What is kept here is what was
learnt from it: no right program may ever lose a point again, and no wrong one be accepted that isn't listed.
"""

import sys
from pathlib import Path

import pytest
import yaml

from autograder.course import load_course
from autograder.grading.batch import shared_sandbox
from autograder.grading.bench import on_bench
from autograder.grading.options import GradeOptions
from autograder.grading.programs import for_task, reference_program

sys.path.insert(0, str(Path(__file__).parent))
from corpus import FOLDER, read_right, read_wrong

CODES = sorted(path.name for path in FOLDER.iterdir())
# Wrong programs whose fault no check sees, each with the reason.
ACCEPTED = yaml.safe_load((FOLDER.parent / "accepted.yml").read_text(encoding="utf-8")) or {}


@pytest.fixture(scope="module")
def course(root):
    return load_course(root)


@pytest.mark.parametrize("code", CODES)
def test_right_programs_are_accepted_and_wrong_ones_rejected(course, code):
    assignment = course.assignment(code)
    options = GradeOptions()

    def work(bench):
        lost, passed = [], []
        for program in read_right(code):
            source = reference_program(course, assignment, program.source)
            lost += [(program.name, one.name) for one in bench.run(source) if not one.passed]
        for program in read_wrong(code):
            whole = reference_program(course, assignment, program.source)
            source = for_task(course, whole, course.task(program.task))
            if all(one.passed for one in bench.run(source, {program.task})):
                passed.append(f"{code} {program.name}")
        return lost, passed

    sandbox = shared_sandbox(course, assignment, options)
    lost, passed = on_bench(course, assignment, sandbox, options, work)
    assert lost == []
    assert passed == [name for name in sorted(ACCEPTED) if name.startswith(f"{code} ")]


def test_the_corpus_is_what_it_says_it_is():
    assert len(CODES) == 13
    for code in CODES:
        assert len(read_right(code)) == 10
        wrong = read_wrong(code)
        assert len(wrong) == 40
        assert all(one.promise and one.broken and one.mistake for one in wrong)
        assert len({one.source for one in wrong}) == 40
