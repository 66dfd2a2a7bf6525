"""The Gradescope door: the zip's own scripts, in the platform's folders and under a container's limits."""

import json
import os
import re
import shutil
import subprocess
import sys
import threading
import time
import zipfile
from itertools import accumulate
from pathlib import Path

import jsonschema
import pytest

from autograder.course import load_course
from autograder.errors import UsageError
from autograder.hosted import gradescope
from autograder.hosted.bundle import gradescope_files, write_folder, write_zip
from autograder.hosted.settings import Settings
from autograder.hosted.supervisor import supervise, write_results
from autograder.records import replaced

from ..patience import PATIENCE

HERE = Path(__file__).parent
SCHEMA = json.loads((HERE / "gradescope.schema.json").read_text())
MEMORY = 768 << 20
CGROUPS = Path("/sys/fs/cgroup")
# The first valid results are there before this share of the time has passed: a platform may end the rest.
FIRST_SHARE = 0.5

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Gradescope's containers are Linux")


def checked(results):
    jsonschema.validate(results, SCHEMA)
    return results


@pytest.fixture(scope="module")
def limits():
    """The platform's default limits, as cgroups where this machine lets us make them: half a CPU, 768 MB."""
    made = []
    try:
        for name, values in {
            "cpu": {"cpu.cfs_period_us": 100_000, "cpu.cfs_quota_us": 50_000},
            "memory": {"memory.limit_in_bytes": MEMORY},
        }.items():
            folder = CGROUPS / name / f"autograder-test-{os.getpid()}"
            folder.mkdir()
            made.append(folder)
            for file, value in values.items():
                (folder / file).write_text(str(value))
    except OSError:
        pass  # another layout of cgroups, or no right to make any: without limits then
    yield made if len(made) == 2 else []
    for folder in made:
        folder.rmdir()


@pytest.fixture
def a03(course):
    return course.assignment("A03")


@pytest.fixture(scope="module")
def zips(course, wheel, tmp_path_factory):
    """Write the autograder zip of an assignment."""

    def write(code="A03", language="en", **choices):
        path = tmp_path_factory.mktemp("zip") / "autograder.zip"
        settings = Settings(assignment=code, language=language, **choices)
        write_zip(path, gradescope_files(course, settings, wheel))
        return path

    return write


@pytest.fixture(scope="module")
def environment(zips, installed_packages, tmp_path_factory):
    """Run the zip's setup.sh as Gradescope does when it builds an image; packages come from this machine."""
    root = tmp_path_factory.mktemp("image")
    unpack(zips(), root / "source")
    variables = {
        **os.environ,
        "AUTOGRADER_ROOT": str(root),
        "AUTOGRADER_ENVIRONMENT": str(root / "environment"),
        "AUTOGRADER_PACKAGES": str(installed_packages()),
    }
    subprocess.run(
        ["bash", root / "source" / "setup.sh"], env=variables, check=True, timeout=PATIENCE
    )
    assert not (root / "source").stat().st_mode & 0o077
    return variables


def unpack(path, folder):
    with zipfile.ZipFile(path) as archive:
        archive.extractall(folder)
        for entry in archive.infolist():
            (folder / entry.filename).chmod(entry.external_attr >> 16)


@pytest.fixture
def platform(environment, tmp_path, limits):
    """Lay out /autograder elsewhere, and run run_autograder in a container's confinement."""

    class Run:
        def __init__(self, path, submission, unlimited=False):
            self.root = tmp_path / "autograder"
            unpack(path, self.root / "source")
            shutil.copy(self.root / "source" / "run_autograder", self.root)
            (self.root / "submission").mkdir()
            (self.root / "results").mkdir()
            if submission is not None:
                shutil.copy(submission, self.root / "submission")
            metadata = {
                "id": 4711,
                "created_at": "2026-11-25T10:00:00.000000+09:00",
                "assignment": {"id": 12, "course_id": 3, "title": "A03", "total_points": "100.0"},
                "users": [{"id": 9, "name": "Student User", "email": "student@example.com"}],
                "previous_submissions": [],
            }
            (self.root / "submission_metadata.json").write_text(json.dumps(metadata))
            groups = [] if unlimited else [one for group in limits for one in ("--cgroup", group)]
            self.first_valid = self.seconds = None
            watcher = threading.Thread(target=self.watch, daemon=True)
            self.start = time.monotonic()
            watcher.start()
            self.done = subprocess.run(
                [
                    sys.executable,
                    HERE / "container.py",
                    *groups,
                    "--",
                    self.root / "run_autograder",
                ],
                env={**environment, "AUTOGRADER_ROOT": str(self.root)},
                cwd=self.root,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
            self.seconds = time.monotonic() - self.start
            watcher.join(1)
            self.results = checked(self.read())

        def read(self):
            return json.loads((self.root / "results" / "results.json").read_text(encoding="utf-8"))

        def watch(self):
            while self.seconds is None:
                try:
                    checked(self.read())
                except (OSError, ValueError):
                    time.sleep(0.005)
                    continue
                self.first_valid = time.monotonic() - self.start
                return

        @property
        def scores(self):
            return self.results["extra_data"]["tasks"]

        @property
        def tests(self):
            return {test["number"]: test for test in self.results["tests"]}

    return Run


def test_the_zip_holds_what_gradescope_asks_for_and_the_assignments_files_alone(zips):
    with zipfile.ZipFile(zips()) as archive:
        names = set(archive.namelist())
        modes = {entry.filename: entry.external_attr >> 16 for entry in archive.infolist()}
    assert {"setup.sh", "run_autograder"} <= names
    assert modes["run_autograder"] & 0o111
    assert "course/autograder/suites/a03_sigmoid_cross_entropy/test_a03.py" in names
    # A03 builds on A01: its reference stands in, its suite isn't needed; other assignments aren't either.
    assert "course/solutions/a01_gradient_descent_line/a01_gradient_descent_line.py" in names
    assert not any(
        "suites/a01" in name or "a02" in name or "alternatives" in name for name in names
    )


def test_a_submission_is_graded_within_the_platforms_limits(platform, zips, a03, root, limits):
    submission = root / "examples" / "class" / "s04" / "a03_sigmoid_cross_entropy.ipynb"
    run = platform(zips(language="ko"), submission)
    assert run.done.returncode == 0, run.done.stderr
    # One task is wrong there, and not in everything.
    wrong = a03.task("sigmoid")
    assert a03.points - wrong.points < run.results["score"] < a03.points
    assert run.results["score"] == pytest.approx(
        sum(test["score"] for test in run.results["tests"])
    )
    assert run.results["extra_data"]["status"] == "graded"
    # The container refuses namespaces: the sandbox says which level it fell to, and what that means.
    assert run.results["extra_data"]["isolation"] == "landlock"
    assert "Isolation: landlock. Student code can't read the hidden tests" in run.done.stdout
    sigmoid = run.tests[str(wrong.number)]
    assert 0 < sigmoid["score"] < sigmoid["max_score"] == wrong.points
    assert sigmoid["status"] == "failed"
    assert sigmoid["name"].startswith("A03.3 sigmoid: ")
    assert re.search(r"검사 \d+개 중 \d+개를 통과했습니다\.", sigmoid["output"])
    assert run.tests["1"]["status"] == "passed"
    assert run.first_valid < FIRST_SHARE * run.seconds
    if limits:
        peak = int((limits[1] / "memory.max_usage_in_bytes").read_text())
        assert peak < MEMORY, f"{peak >> 20} MiB"


def test_results_are_written_after_every_task(course, a03, wheel, root, tmp_path, monkeypatch):
    settings = Settings(assignment="A03", language="en")
    write_folder(tmp_path / "source", gradescope_files(course, settings, wheel))
    (tmp_path / "submission").mkdir()
    shutil.copy(
        root / "examples" / "class" / "s01" / "a03_sigmoid_cross_entropy.py",
        tmp_path / "submission",
    )
    written = []

    def write(file, results):
        write_results(file, results)
        written.append(checked(json.loads(file.read_text(encoding="utf-8"))))

    monkeypatch.setattr(gradescope, "write_results", write)
    assert gradescope.grade_submission(gradescope.Platform(tmp_path)) == 0
    waiting = [sum(test["output"] == "Not graded yet." for test in one["tests"]) for one in written]
    assert waiting == [*reversed(range(len(a03.tasks) + 1)), 0]
    earned = accumulate((task.points for task in a03.tasks), initial=0)
    assert [one["score"] for one in written] == pytest.approx([*earned, a03.points])


@pytest.fixture
def written(tmp_path, solution):
    """Write a submission of A03: the reference, with some functions replaced."""

    def write(**replacements):
        file = tmp_path / "a03_sigmoid_cross_entropy.py"
        file.write_text(solution("A03", **replacements), encoding="utf-8")
        return file

    return write


def test_running_out_of_time_keeps_what_was_graded(platform, zips, a03, written, environment):
    endless = "def binary_cross_entropy(a, y):\n    while True:\n        pass"
    run = platform(zips(seconds=7), written(endless=endless), unlimited=True)
    assert run.done.returncode == 0, run.done.stderr
    endless = a03.task("binary_cross_entropy")
    before = a03.tasks[: a03.tasks.index(endless)]
    # The limit is the platform's, of wall time: a busy machine comes less far.
    graded = [
        task for task in a03.tasks if run.tests[str(task.number)].get("output") != "Not graded yet."
    ]
    assert graded == list(before[: len(graded)])
    assert run.results["score"] == pytest.approx(sum(task.points for task in graded))
    assert run.results["extra_data"]["status"] == "timed out"
    assert "time limit of 7 seconds" in run.results["output"]
    assert run.tests[str(endless.number)]["output"] == "Not graded yet."
    deadline = time.monotonic() + PATIENCE
    while left := processes(environment["AUTOGRADER_ENVIRONMENT"]):
        assert time.monotonic() < deadline, left
        time.sleep(0.05)


def processes(path):
    """Return the command lines of running processes that mention a path."""
    found = []
    for file in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            command = file.read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except OSError:
            continue
        if path in command:
            found.append(command)
    return found


def test_a_platform_that_isolates_too_little_is_a_failure_of_the_grader(platform, zips, written):
    run = platform(zips(options={"minimum": "namespaces"}), written(), unlimited=True)
    assert run.done.returncode == 1
    assert "no isolation level of at least namespaces works" in run.done.stderr
    assert run.results["extra_data"]["status"] == "kit error"
    assert "not your mistake" in run.results["output"]
    assert "Traceback" not in run.done.stdout + run.done.stderr


def test_where_hidden_files_can_be_read_it_is_said_plainly(platform, zips, a03, written):
    # A worker of this level is kept out by file permissions alone, and only where root can give it another user
    # that can still read the interpreter. In a test's private folder it can't.
    run = platform(
        zips(options={"level": "rlimits", "minimum": "rlimits"}), written(), unlimited=True
    )
    assert run.results["score"] == a03.points
    assert run.results["extra_data"]["isolation"] == "rlimits"
    assert "STUDENT CODE CAN READ THE HIDDEN TESTS" in run.done.stdout


def test_a_submission_cannot_read_what_is_hidden_nor_write_its_results(
    platform, zips, a03, written, tmp_path
):
    # It is right only where nothing can be read, listed or written.
    thief = f'''
right = encode_labels
def encode_labels(*arguments, **named):
    import glob
    suite = "{tmp_path}/autograder/source/course/autograder/suites/a03_sigmoid_cross_entropy/test_a03.py"
    results = "{tmp_path}/autograder/results/results.json"
    for path, mode in ((suite, "r"), (results, "r"), (results, "a"), ("{tmp_path}/new", "w")):
        try:
            open(path, mode).close()
        except OSError:
            continue
        raise RuntimeError(path)
    assert not glob.glob("{tmp_path}/*")
    return right(*arguments, **named)
'''
    run = platform(zips(), written(thief=thief), unlimited=True)
    assert run.results["score"] == a03.points, run.tests["1"]


@pytest.mark.parametrize("handed_in", [None, "notes.txt"])
def test_a_submission_without_work_is_rejected_with_a_reason(platform, zips, tmp_path, handed_in):
    if handed_in is not None:
        handed_in = tmp_path / handed_in
        handed_in.write_text("hello")
    run = platform(zips(), handed_in, unlimited=True)
    assert run.done.returncode == 0
    assert run.results["score"] == 0
    assert run.results["extra_data"]["status"] == "rejected"
    assert str(tmp_path) not in run.results["output"]
    assert run.results["output"]


@pytest.mark.parametrize("end", ["os.kill(os.getpid(), 9)", "sys.exit(2)", "1 / 0"])
def test_a_grader_that_breaks_off_leaves_valid_results(tmp_path, zips, end):
    with zipfile.ZipFile(zips()) as archive:
        first = json.loads(archive.read("first.json"))
    results = tmp_path / "results.json"
    results.write_text(json.dumps(first))
    broken = [sys.executable, "-c", f"import os, sys; {end}"]
    assert supervise(broken, 10, results, "ko") == 1
    after = checked(json.loads(results.read_text(encoding="utf-8")))
    assert after["extra_data"]["status"] == "kit error"
    assert "채점기 자체에 오류" in after["output"]


def test_visibility_is_chosen_by_flag_or_course(autograder, course, root, wheel, tmp_path):
    text = course.file.read_text(encoding="utf-8")
    (tmp_path / "course").mkdir()
    for name in ("solutions", "autograder", "assignments", "requirements"):
        (tmp_path / "course" / name).symlink_to(root / name)
    file = tmp_path / "course" / "course.yml"
    file.write_text(text + "\ngradescope: {visibility: after_due_date}\n", encoding="utf-8")
    assert load_course(file).gradescope.visibility == "after_due_date"

    def made(*flags):
        out = tmp_path / "out.zip"
        done = autograder(
            *("bundle", "gradescope", "A03", "--course", file, "--wheel", wheel, "--out", out),
            *flags,
        )
        assert done.returncode == 0, done.stderr
        with zipfile.ZipFile(out) as archive:
            first = checked(json.loads(archive.read("first.json")))
        return {first["visibility"], *(test["visibility"] for test in first["tests"])}, first

    assert made()[0] == {"after_due_date"}
    seen, first = made("--visibility", "after_published", "--stdout-visibility", "visible")
    assert seen == {"after_published"}
    assert first["stdout_visibility"] == "visible"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["gradescope", "A99"], "no assignment"),
        (["gradescope", "A03", "--level", "armoured"], "no isolation level"),
        (["gradescope", "A03", "--wheel", "nowhere.whl"], "is no wheel file"),
        (["gradescope", "A03", "--out", "README.md/a.zip"], "can't be written"),
        (["github", "A03", "--repository", "grading"], "owner/name"),
        (["student", "--solutions-through", "A99"], "no assignment"),
    ],
)
def test_bad_input_gets_one_clear_message(autograder, arguments, said):
    done = autograder("bundle", *arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_a_planned_assignment_has_nothing_to_bundle(course):
    first, *others = course.assignments
    planned = replaced(first, status="planned")
    changed = replaced(course, assignments=(planned, *others))
    with pytest.raises(UsageError, match=r"A01 is planned.*no suite to bundle"):
        changed.with_suite("A01", "bundle")


def test_a_wrong_results_file_would_be_noticed():
    good = {"score": 1.0, "tests": [{"score": 1.0, "number": "1", "status": "passed"}]}
    checked(good)
    for bad in (
        {"tests": [{"number": "1"}]},
        {**good, "visibility": "sometimes"},
        {**good, "tests": [{"score": 1.0, "number": 1}]},
        {**good, "tests": [{"score": "1"}]},
        {**good, "points": 3},
    ):
        with pytest.raises(jsonschema.ValidationError):
            checked(bad)
