"""An instructor adds a task, removes one, adds an assignment, changes points: no test of the course is edited for it."""

import ast
import json
import re

import pytest

A02, A08, A14 = "a02_sgd_diabetes", "a08_two_layer_network", "a14_recurrent_network"
GONE, FUNCTION = "A08.8", "collapse_linear"


def without(text, marked):
    """Return Python without the functions whose decorator names a task."""
    lines = text.splitlines(keepends=True)
    for node in reversed(ast.parse(text).body):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            calls = [one for one in node.decorator_list if isinstance(one, ast.Call) and one.args]
            if any(ast.unparse(call.args[0]) == repr(marked) for call in calls):
                del lines[node.decorator_list[0].lineno - 1 : node.end_lineno]
    return "".join(lines)


def remove(copy):
    """Remove a task: each of its pieces."""
    own, suite = f"solutions/{A08}", f"autograder/suites/{A08}"
    for file in (f"{own}/test_public.py", f"{suite}/test_a08.py", f"{suite}/misconceptions.py", f"{suite}/alternatives.py"):  # fmt: skip
        copy.write(file, without(copy.text(file), GONE))
    for file, start, end in (
        ("course.yml", rf"  - id: {GONE}\n", r"\n- id: a09"),
        (f"{own}/hints.yml", rf"{GONE}:\n", r"\Z"),
        (f"{own}/{A08}.py", rf'# %% task="{GONE}"\n', r"# %%"),
        (f"{own}/lesson.ko.md", rf"<!-- docstring: {FUNCTION} -->\n", r"<!--"),
    ):
        text = copy.text(file)
        shorter = re.sub(f"{start}.*?(?={end})", "", text, flags=re.DOTALL)
        assert shorter != text, file
        copy.write(file, shorter)
    copy.replace("docs/misconceptions.md", ", A08.8 `elementwise-product`", "")
    copy.replace("docs/coverage.md", "text `collapse-text`, A08.8", "text `collapse-text`")


@pytest.fixture(scope="module")
def extended(copy):
    copy.done("new", "A02.8", "momentum")
    copy.done("new", "A14", "recurrent_network")
    copy.write_what_is_to_do(A02, A14)
    copy.replace("course.yml", "    status: draft\n", "")
    copy.replace("course.yml", "  status: planned\n", "  status: finished\n")
    copy.replace("course.yml", "  weight: 0\n", "  weight: 1\n")
    weights = "  title: {en: A convolutional network, ko: 합성곱 신경망}\n  weight: "
    copy.replace("course.yml", f"{weights}10\n", f"{weights}9\n")
    remove(copy)
    # What is left is worth 100 again.
    for task, before, after in (
        ("A02.4", 24, 14), ("A08.1", 8, 14), ("A03.1", 6, 9), ("A03.6", 14, 11), ("A14.1", 10, 100),
    ):  # fmt: skip
        pattern = rf"(- id: {task}\n(?:    .*\n)*?    points: ){before}\n"
        text, found = re.subn(pattern, rf"\g<1>{after}\n", copy.text("course.yml"))
        assert found == 1
        copy.write("course.yml", text)
    copy.done("release")
    return copy


def test_the_changed_assignments_are_sound(extended):
    assert "sound" in extended.done("validate", "A02", "A08", "A14").splitlines()


@pytest.mark.parametrize(
    ("code", "name", "tasks"), [("A02", A02, 8), ("A08", A08, 7), ("A14", A14, 1)]
)
def test_their_solutions_earn_full_marks(extended, tmp_path, code, name, tasks):
    extended.done("grade", f"solutions/{name}/{name}.py", "--out", tmp_path, "--no-report")
    [file] = tmp_path.rglob("*.json")
    result = json.loads(file.read_text(encoding="utf-8"))
    assert (result["score"], len(result["tasks"])) == (result["max_score"], tasks)


def test_the_tests_of_the_course_stay_green_and_write_nothing(extended):
    before = extended.files()
    ran = extended.run(
        *("pytest", "-q", "-p", "no:cacheprovider", "-n", "0"),
        *("tests/course_model", "tests/course", "tests/validation/test_traceability.py"),
        *("tests/strangers/test_programs.py", "tests/diagnosis"),
        *("-k", "not test_programs and not rejected and not runs_and_passes or A02 or A14"),
    )
    assert ran.returncode == 0, ran.stdout
    assert extended.files() == before
