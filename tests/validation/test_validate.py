"""`autograder validate` notices what makes a course unsound, and says what it is."""

import shutil

import pytest


@pytest.fixture
def copy(root, tmp_path):
    """Return a copy of the course whose files may be spoiled."""
    for name in ("solutions", "assignments"):
        shutil.copytree(root / name, tmp_path / name, ignore=shutil.ignore_patterns("__pycache__"))
    suites = tmp_path / "autograder" / "suites"
    ignore = shutil.ignore_patterns("__pycache__")
    shutil.copytree(root / "autograder" / "suites", suites, ignore=ignore)
    shutil.copy(root / "course.yml", tmp_path / "course.yml")
    return tmp_path


@pytest.fixture
def spoil(copy):
    def replaced(name, old, new):
        path = copy / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{name} has no {old!r}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")

    return replaced


@pytest.fixture
def validate(copy, autograder):
    def run(*more):
        done = autograder("validate", "A01", "--course", copy, *more)
        assert "Traceback" not in done.stdout + done.stderr
        return done.returncode, done.stdout + done.stderr

    return run


SOLUTION = "solutions/a01_gradient_descent_line/a01_gradient_descent_line.py"
SUITE = "autograder/suites/a01_gradient_descent_line/test_a01.py"
MISTAKES = "autograder/suites/a01_gradient_descent_line/misconceptions.py"


def test_the_course_as_it_is_is_sound(validate):
    code, said = validate("--wrappers")
    assert code == 0, said
    assert "sound" in said.splitlines()


def test_a_line_taken_out_of_a_check_that_matters_is_missed(spoil, validate):
    spoil(
        SUITE,
        'extremes=far("x y w b"), refused={"x": unlike, "y": unlike}',
        'extremes=far("x y w b")',
    )
    code, said = validate()
    assert code == 1
    assert "A01.4 shapes-broadcast" in said
    assert "a student who makes this mistake gets full marks" in said


def test_a_line_that_goes_around_the_verbs_is_pointed_to(spoil, validate):
    line = "    expect_close(student.predict(2.0, 3.0, 1.0), 7.0)\n"
    spoil(SUITE, line, line + "    if len(student.predict(2.0, 3.0, 1.0)):\n        pass\n")
    code, said = validate()
    assert code == 1
    assert "test_a01.py:" in said
    assert "len() of what came from the student's code: open it with a verb first" in said


def test_an_edited_stub_is_noticed(spoil, validate):
    stub = "assignments/en/a01_gradient_descent_line/a01_gradient_descent_line.py"
    spoil(stub, 'raise NotImplementedError("A01.1: write predict")', "return w * x + b")
    code, said = validate()
    assert code == 1
    assert "run autograder release" in said
    assert "an untouched stub should load and earn 0, and earns 8" in said


def test_a_broken_reference_is_noticed(spoil, validate):
    spoil(
        SOLUTION,
        "    return 2 / np.mean(np.asarray(x) ** 2)",
        "    return 1 / np.mean(np.asarray(x) ** 2)",
    )
    code, said = validate()
    assert code == 1
    assert "A01.7: the reference earns" in said


def test_a_reference_that_cannot_be_imported_is_said(spoil, validate):
    spoil(SOLUTION, "import numpy as np", "import numpy as np\nimport nowhere")
    code, said = validate()
    assert code == 1
    assert "No module named 'nowhere'" in said


def test_two_mistakes_that_cannot_be_told_apart_are_noticed(copy, validate):
    path = copy / MISTAKES
    text = path.read_text(encoding="utf-8")
    last = text[text.rindex("@misconception(") :]
    path.write_text(text + "\n\n" + last.replace('"sum-for-mean"', '"sum-again"'), encoding="utf-8")
    code, said = validate()
    assert code == 1
    assert "gives the same answers as A01.7 sum-for-mean" in said


def test_a_slip_in_a_misconception_does_not_count_as_rejected(spoil, validate):
    spoil(MISTAKES, "    return w * np.asarray(x)\n", "    return w * numpie.asarray(x)\n")
    code, said = validate()
    assert code == 1
    assert "ends in NameError" in said


def test_a_stray_file_and_a_missing_translation_are_noticed(copy, spoil, validate):
    (copy / "solutions" / "a01_gradient_descent_line" / "old_lesson.py").write_text("x = 1\n")
    spoil(
        "solutions/a01_gradient_descent_line/lesson.ko.md",
        "<!-- cell: cost-text -->",
        "<!-- cell: other -->",
    )
    code, said = validate()
    assert code == 1
    assert "old_lesson.py: is no file of an assignment" in said
    assert "cost-text" in said
