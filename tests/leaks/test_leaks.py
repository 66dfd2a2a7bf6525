"""Nothing of the suite reaches a student by any text, however hard the student's code tries."""

import json
import subprocess
import sys

import pytest

from autograder.hosted import github
from autograder.hosted.gradescope import results_document
from autograder.hosted.settings import Settings
from autograder.result import read_results
from autograder.telling import general_feedback

from ..patience import PATIENCE

# What a submission can do with what it was handed, to get it onto a page.
TRICKS = {
    "message": "raise ValueError(f'{x!r} {w!r} {b!r}')",
    "type name": "raise type(f'E{x!r} {w!r} {b!r}', (ValueError,), {})('x')",
    "foreign base": "raise type(f'E{x!r} {w!r}', (type(f'F{b!r}', (Exception,), {}),), {})()",
    "base exception": "raise type(f'E{x!r}', (BaseException,), {})(f'{x!r} {w!r} {b!r}')",
    "system exit": "raise SystemExit(f'{x!r} {w!r} {b!r}')",
    "warning": "import warnings; warnings.warn(f'{x!r} {w!r} {b!r}')",
    "runtime warning": "import warnings; warnings.warn(f'overflow encountered in {x!r} {w!r} {b!r}', RuntimeWarning)",
    "warning class": "import warnings; warnings.warn('overflow encountered in exp', type(f'W{x!r}{w!r}{b!r}', (RuntimeWarning,), {}))",
    "output": "print(x, w, b, flush=True); import sys; print(x, w, b, file=sys.stderr)",
    "text": "return f'{x!r} {w!r} {b!r}'",
    "key": "return {f'{x!r} {w!r} {b!r}': 1}",
    "class of result": "return type(f'C{x!r} {w!r} {b!r}', (), {})()",
    "module of result": "return type('C', (), {'__module__': f'{x!r} {w!r} {b!r}'})()",
    "class of item": "return (type(f'C{x!r}', (), {})(), [f'{w!r} {b!r}'])",
    "source line": (
        "import linecache; text = f'raise ValueError # {x!r} {w!r} {b!r}\\n'; "
        "linecache.cache['a01_gradient_descent_line.py'] = (9, None, [text] * 900, 'a01_gradient_descent_line.py'); "
        "raise ValueError"
    ),
    "file of a frame": "exec(compile('raise ValueError', f'{x!r} {w!r} {b!r}', 'exec'))",
    "function of a frame": (
        "name = 'f' + ''.join(c if c.isalnum() else '_' for c in f'{x!r}{w!r}{b!r}'); space = {}; "
        "exec(f'def {name}(): raise ValueError', space); space[name]()"
    ),
    "attribute error": "raise AttributeError(f'{x!r} {w!r} {b!r}', name=f'{x!r}')",
    "chained": "raise ValueError from RuntimeError(f'{x!r} {w!r} {b!r}')",
    "note": "error = ValueError(); error.add_note(f'{x!r} {w!r} {b!r}'); raise error",
    "not finite": "import numpy as np; return np.full(3, np.nan)",
    "echo of the input": "return x",
    "shape": "import numpy as np; return np.zeros((0, int(round(10**4 * x)) if isinstance(x, float) else 73410624 + 1, 51723749 + 1))",
    "sides": "import numpy as np; return np.zeros((0, *map(int, str(7341.0625).replace('.', '')), 5))",
    "frames of the grader": (
        "import sys; f = sys._getframe(); said = []\n"
        "    while f: said.append(repr(f.f_locals)); f = f.f_back\n"
        "    raise ValueError(' '.join(said))"
    ),
}


def seen_by_students(folder):
    """Return every text below a folder of results."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    kinds = {path.suffix for path in files}
    assert {".html", ".json", ".md", ".txt"} <= kinds
    assert any("junit" in str(path) for path in files)
    assert any("prairielearn" in str(path) for path in files)
    return {path: path.read_text(encoding="utf-8") for path in files}


def spellings(canary):
    """Return the ways in which a canary may show."""
    yield canary
    yield canary.replace(".", "_")
    yield json.dumps(canary).strip('"')
    if canary[:1].isdigit():
        yield canary.replace(".", "")
        yield ", ".join(canary.replace(".", ""))


@pytest.fixture(scope="module")
def graded(planted, tmp_path_factory):
    """Every trick, graded on the command line; what was printed, and where the results are."""
    folder = tmp_path_factory.mktemp("tricks")
    hidden = planted.assignment("A01")
    stub = hidden.release_dir("en").joinpath(f"{hidden.id}.py").read_text(encoding="utf-8")
    for number, trick in enumerate(TRICKS.values()):
        place = folder / "class" / f"s{number:02}"
        place.mkdir(parents=True)
        own = f"\n\ndef predict(x, w=0, b=0):\n    {trick}\n    return 0.0\n"
        (place / f"{hidden.id}.py").write_text(stub + own, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "autograder", "grade", folder / "class", "--out", folder / "results",
         "--course", planted.file, "--assignment", "A01"],
        capture_output=True, text=True, check=False, timeout=PATIENCE,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    written = folder / "results"
    for form in ("csv", "junit", "prairielearn", "submitty"):
        exported = subprocess.run(
            [sys.executable, "-m", "autograder", "export", form, written, "--out", written / "exports" / form],
            capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
        assert exported.returncode == 0, exported.stderr
    for result in read_results(written):
        hosted = written / "hosted" / result.student
        hosted.mkdir(parents=True)
        settings = Settings(assignment=result.assignment, language="en")
        document = results_document(
            settings, result.tasks, status="graded", output=general_feedback(result, "en")
        )
        (hosted / "results.json").write_text(json.dumps(document), encoding="utf-8")
        run = github.Run(result, folder / "class", "ko", "namespaces")
        (hosted / "payload.json").write_text(json.dumps(github.payload(run)), encoding="utf-8")
        (hosted / "summary.md").write_text(github.summary(run), encoding="utf-8")
        (hosted / "log.txt").write_text(
            "\n".join(github.annotation_commands(run)), encoding="utf-8"
        )
    return done.stdout + done.stderr, written


@pytest.mark.parametrize("kind", ["a test's name", "a comment", "a text in the suite", "a hidden input",
                                  "an expected value", "a misconception's source", "the reference's source"])  # fmt: skip
def test_no_trick_shows(graded, kind, canaries):
    printed, folder = graded
    for text in spellings(canaries[kind]):
        assert text not in printed
        for path, content in seen_by_students(folder).items():
            assert text not in content, path.name


def test_the_tricks_were_tried_and_paid_nothing(graded):
    _, folder = graded
    results = sorted(folder.glob("a01*/*.json"))
    assert len(results) == len(TRICKS)
    for path in results:
        result = json.loads(path.read_text(encoding="utf-8"))
        task = next(one for one in result["tasks"] if one["task"] == "A01.1")
        assert len(task["checks"]) >= 5
        assert task["earned"] == 0, result["student"]


def test_where_the_inputs_may_be_shown_they_are(planted, tmp_path):
    """The canaries are where a leak would find them: with ``show: input`` they come out."""
    text = planted.file.read_text(encoding="utf-8")
    open_course = planted.root / "open.yml"
    open_course.write_text(
        text.replace("function: predict\n", "function: predict\n    show: input\n", 1),
        encoding="utf-8",
    )
    try:
        hidden = planted.assignment("A01")
        work = tmp_path / f"{hidden.id}.py"
        work.write_text("def predict(x, w, b): return x\n", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "autograder", "grade", work, "--out", tmp_path / "out", "--course", open_course],
            capture_output=True, text=True, check=False, timeout=PATIENCE,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        shown = next((tmp_path / "out").glob("*/*.json")).read_text(encoding="utf-8")
        assert "7341.0625" in shown
        assert "5172.375" in shown
        assert "canary of a comment" not in shown
    finally:
        open_course.unlink()
