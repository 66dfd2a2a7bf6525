"""Earlier assignments, where a course keeps their references outside of the worker."""

import pytest

from autograder.course import load_course
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found


@pytest.fixture(scope="module")
def course(the_course):
    return the_course


@pytest.fixture(scope="module")
def closed(course, root, tmp_path_factory):
    """The course, with the references of earlier assignments outside."""
    folder = tmp_path_factory.mktemp("closed")
    text = course.file.read_text(encoding="utf-8")
    text = text.replace("  loading_seconds: 10\n", "  answer_seconds: 5\n", 1)
    (folder / "course.yml").write_text(f"earlier: outside\n{text}", encoding="utf-8")
    for name in ("solutions", "autograder"):
        (folder / name).symlink_to(root / name)
    return load_course(folder)


@pytest.fixture
def graded(closed, tmp_path):
    def run(code, more=""):
        assignment = closed.assignment(code)
        path = tmp_path / f"{assignment.id}.py"
        text = assignment.solution_file.read_text(encoding="utf-8")
        path.write_text(f"{text}\n\n# %%\n{more}\n", encoding="utf-8")
        return grade_job(Job(closed.file, code, (Found("someone", path),), GradeOptions()))[0]

    return run


@pytest.mark.parametrize("code", ["A02", "A05", "A06", "A09", "A13"])
def test_a_solution_earns_everything(graded, code):
    result = graded(code)
    assert result.score == result.max_score


def test_thousands_of_calls_are_answered(graded):
    often = "_once = line_segment\n\ndef line_segment(*args, **kwargs):\n    for _ in range(300): predict(1.0, 1.0, 1.0)\n    return _once(*args, **kwargs)\n"
    result = graded("A02", f"from a01_gradient_descent_line import predict\n{often}")
    assert result.score == result.max_score


def test_whoever_asks_pays_for_the_answers(closed, graded):
    endless = "from a01_gradient_descent_line import descend\n\ndef line_segment(*args):\n    x = np.arange(500.0)\n    while True:\n        descend(x, x, 0.0, 0.0, 1e-9, 2000)\n"
    task = graded("A02", endless).task("A02.5")
    assert (task.earned, task.status) == (0, "timed out")
    assert "took the grader more than 5 s" in task.checks[0].message.en


def test_a_class_refuses_to_be_used(graded):
    used = "from a05_data_and_batches import Standardizer\n\ndef forward(X, W, b):\n    return Standardizer().fit(X).transform(X) @ W + b\n"
    result = graded("A07", used)
    task = result.task("A07.2")
    assert task.earned == 0
    assert task.checks[0].reason == "refused_class"
    assert "Standardizer" in result.notes[0].en
    assert "A07.2" in result.notes[0].en


def test_its_source_is_not_there_to_be_read(graded):
    read = "import inspect, a01_gradient_descent_line as earlier\n\ndef line_segment(*args):\n    raise ValueError if 'w * x' in inspect.getsource(earlier.predict) else TypeError\n"
    [kinds] = {
        tuple(one.message.en for one in graded("A02", read).task("A02.5").checks if one.message)
    }
    assert not any("ValueError" in kind for kind in kinds)
