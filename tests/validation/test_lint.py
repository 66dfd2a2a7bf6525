"""The lint finds every line of a suite that goes around the verbs, and no other."""

from pathlib import Path

import pytest

from autograder.validation.lint import around_the_verbs

HEAD = """
import numpy as np

from autograder.checks import (
    expect, expect_close, expect_items, expect_keys, expect_numbers, expect_object, expect_shape, expect_unchanged, task,
)


def first(result):
    return result[0]


def opened_first(result):
    return expect_items(result, 2)[0]


def trained(module, *data):
    model = module.Model()
    model.fit(*data)
    return model


def lists(student):
    return [student.f(1), student.f(2)]


def test_it(student, reference, rng):
"""


def found(*lines):
    source = HEAD + "".join(f"    {line}\n" for line in lines)
    before = HEAD.count("\n")
    problems = around_the_verbs(source, Path("test_a01.py"))
    return {int(each.where.partition(":")[2]) - before for each in problems}


@pytest.mark.parametrize(
    "line",
    [
        "len(student.f(1))",
        "isinstance(student.f(1), tuple)",
        "np.asarray(student.f(1))",
        "np.sum(student.f(1))",
        "np.concatenate([np.zeros(1), student.f(1)])",
        "float(student.f(1))",
        "sorted(student.f(1))",
        "type(student.f(1))",
        "hasattr(student.f(1), 'w')",
        "student.f(1)[0]",
        "student.Model().params['W']",
        "student.f(1) == 2",
        "2 < student.f(1)",
        "student.f(1) is None",
        "1 in student.f(1)",
        "student.f(1) + 1",
        "-student.f(1)",
        "student.f(1) and True",
        "not student.f(1)",
        "f'{student.f(1)}'",
        "[*student.f(1)]",
        "print(*student.f(1))",
        "a, b = student.f(1)",
        "student.f(1)['w'] = 2",
        "student.f(1)._answer",
        "[x for x in student.f(1)]",
        "{k: 1 for k in student.f(1)}",
        "list(zip(student.f(1), [1]))",
        "expect(student.f(1), en='x', ko='x')",
        "reference.f(student.f(1))",
        "first(student.f(1)) if False else None; student.f(1)[0]",
        "student.f(1)[0] if student.f(1) else 2",
        "(lambda: student.f(1)[0])()",
        "expect_close(student.f(1)[0], 2)",
        "expect_object(student.f(1))[0]",
        "expect_unchanged(student.f, 1)[0]",
        "expect_items(student.f(1), 2)[0][0]",
        "expect_items(student.f(1), 2)[:1][0] + 1",
        "expect_keys(student.f(1), 'w')['w'].sum() + 1",
        "opened_first(student.f(1)) + 1",
        "trained(student, 1).w[0]",
        "np.concatenate(lists(student))",
        "assert student.f(1)",
    ],
)
def test_a_line_that_opens_an_answer_by_itself_is_found(line):
    assert 1 in found(line)


@pytest.mark.parametrize(
    "lines",
    [
        ("got = student.f(1)", "got[0]"),
        ("a = b = student.f(1)", "b + 1"),
        ("a, b = expect_items(student.f(1), 2)", "b + 1"),
        ("one, other = (student.f(k) for k in (1, 2))", "np.array_equal(one, other)"),
        ("model = trained(student, 1)", "model.losses[-1]"),
        ("kept = []; kept.append(student.f(1))", "np.concatenate(kept)"),
        ("x, y = student.f(1), 2", "x * y"),
        ("x = 1 if rng else student.f(1)", "len(x)"),
    ],
)
def test_an_answer_is_followed_to_where_it_is_opened(lines):
    assert found(*lines) == {2}


def test_loops_are_followed():
    assert found("for x in student.f(1):", "    pass") == {1}
    assert found("for x in expect_items(student.f(1), 2):", "    x + 1") == {2}
    assert found("for x, k in zip(expect_items(student.f(1), 2), [1, 2]):", "    k + 1") == set()
    assert found("for x, k in zip(expect_items(student.f(1), 2), [1, 2]):", "    x + k") == {2}
    assert found(
        "for n, x in expect_keys(student.f(1), 'w').items():", "    n + 'a'", "    x + 1"
    ) == {3}
    assert found("y = 0", "for _ in range(2):", "    y + 1", "    y = student.f(1)") == {3}
    assert found("if student.f(1):", "    pass") == {1}
    assert found("while student.f(1):", "    pass") == {1}


def test_a_helper_is_read_as_it_is_called():
    source = HEAD + "    first(student.f(1))\n"
    (problem,) = around_the_verbs(source, Path("test_a01.py"))
    line = source.splitlines().index("    return result[0]") + 1
    assert str(problem).startswith(f"test_a01.py:{line}: a subscript of what came from the student")
    assert found("first(reference.f(1))", "first((1, 2))") == set()


@pytest.mark.parametrize(
    "lines",
    [
        ("expect_close(student.f(1), reference.f(1))",),
        ("expect_close(student.f(1), student.f(2))",),
        ("student.g(student.f(1))", "student.g([student.f(1)], k=student.f(1))"),
        ("np.sum(expect_numbers(student.f(1)))", "expect_shape(student.f(1), (2,))[0] + 1"),
        ("expect(expect_shape(student.f(1), ()) > 1, en='x', ko='x')",),
        ("model = student.Model()", "model.w = 1", "expect_close(model.fit(1).w, 1)"),
        ("getattr(student, 'f')(1)", "setattr(student.Model(), 'w', 1)"),
        ("len(expect_items(student.f(1), 2))", "a, b = expect_items(student.f(1), 2)", "student.g(a)"),
        ("trained(reference, 1).losses[-1] + trained(reference, 1).w",),
        ("net, right = trained(student, 1), trained(reference, 1)", "right.losses[2:]", "net.losses"),
        ("for one in (student, reference):", "    one.f(1)"),
        ("expect_close((student.f(1), student.f(2)), (1, 2))",),
        ("expect_close([student.f(k) for k in range(3)], [1, 2, 3])",),
        ("reference.f(1)[0] + 1", "np.asarray(reference.f(1))"),
        ("arrays = [expect_shape(one, (2,)) for one in expect_items(student.f(1), 2)]", "np.concatenate(arrays)"),
        ("learned = expect_keys(student.f(1), 'w')", "learned = {n: expect_numbers(learned[n]) for n in learned}", "reference.f(learned)"),
        ("expect_close(opened_first(student.f(1)), 2)",),
    ],
)  # fmt: skip
def test_what_goes_through_the_verbs_is_let_pass(lines):
    assert found(*lines) == set()


def test_a_public_check_is_followed_from_its_import():
    source = "import a01_line as student\n\n\ndef test_it():\n    student.f(1)[0]\n"
    (problem,) = around_the_verbs(source, Path("test_public.py"))
    assert problem.where == "test_public.py:5"


def test_no_suite_of_the_course_goes_around_the_verbs(course):
    files = [each.suite_file for each in course.assignments]
    files += [each.solution_dir / "test_public.py" for each in course.assignments]
    for file in files:
        assert around_the_verbs(file.read_text(encoding="utf-8"), file) == [], file.name
