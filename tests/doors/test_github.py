"""The GitHub door: the action's own steps, the reporter's payload, the job summary, annotations, exit codes."""

import base64
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from autograder.hosted.bundle import github_files, write_folder
from autograder.hosted.github import Run, annotation_commands, encoded, payload, report, summary
from autograder.hosted.settings import Settings
from autograder.numbers import number

from ..patience import PATIENCE
from ..worth import POINTS, SCORES, TASKS

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the action's steps are bash")


@pytest.fixture
def bundle(course, wheel, tmp_path):
    """Write the grading folder and the workflow of an assignment."""

    def write(code="A01", language="en", classroom=False, **choices):
        settings = Settings(assignment=code, language=language, **choices)
        files = github_files(course, settings, wheel, "org/grading", classroom=classroom)
        write_folder(tmp_path, files)
        return tmp_path

    return write


@pytest.fixture
def run_action(root, tmp_path, installed):
    """Run the steps of an action.yml in a student's repository, as a runner does.

    Its install.sh is tried where Gradescope's setup.sh calls it; here an environment that is installed is linked.
    """

    def run(action, submission, pass_at=""):
        repository = tmp_path / "repository"
        repository.mkdir()
        shutil.copy(submission, repository)
        for name in ("numpy.py", "autograder.py", "sitecustomize.py"):
            (repository / name).write_text(
                "raise SystemExit('a file of the repository was imported')"
            )
        temporary = tmp_path / "temporary"
        temporary.mkdir()
        (action / "install.sh").write_text(
            f'test -d "$1/course" && ln -s "{installed.parent}" "$2"\n'
        )
        described = yaml.safe_load((action / "action.yml").read_text())
        runs = [step for step in described["runs"]["steps"] if "run" in step]
        variables = {
            **{name: value for name, value in os.environ.items() if name != "PYTHONPATH"},
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(action),
            "GITHUB_OUTPUT": str(tmp_path / "output"),
            "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
            "RUNNER_TEMP": str(temporary),
            "SUBMISSION": described["inputs"]["submission"]["default"],
            "PASS_AT": pass_at,
        }
        assert set(runs[-1]["env"]) <= set(variables)
        for step in runs:
            done = subprocess.run(
                ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
                cwd=repository,
                env=variables,
                capture_output=True,
                text=True,
                timeout=PATIENCE,
                check=False,
            )
        lines = (tmp_path / "output").read_text().splitlines()
        outputs = dict(line.split("=", 1) for line in lines)
        outputs["result"] = json.loads(base64.b64decode(outputs["result"], validate=True))
        return done, outputs, (tmp_path / "summary").read_text(encoding="utf-8")

    return run


def test_the_action_grades_and_reports_each_task(bundle, run_action, root):
    submission = root / "examples" / "class" / "s04" / "a01_gradient_descent_line.py"
    done, outputs, said = run_action(bundle() / "grading" / "a01", submission)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Student code can't read the hidden tests" in done.stdout
    result = outputs["result"]
    assert (result["version"], result["status"], result["max_score"]) == (1, "fail", POINTS)
    scores = {test["name"].split()[0]: test["score"] for test in result["tests"]}
    assert round(sum(scores.values()), 2) == SCORES["s04"] == float(outputs["score"])
    assert 0 < scores["A01.4"] < TASKS["A01.4"].points
    assert all(isinstance(test["score"], int | float) for test in result["tests"])
    assert {test["status"] for test in result["tests"]} == {"pass", "fail"}
    assert sum(test["duration"] for test in result["tests"]) > 0
    assert f"{number(SCORES['s04'])} of {POINTS} points" in said
    assert "The slopes are summed, not averaged" in said
    line = next(
        place
        for place, text in enumerate(submission.read_text().splitlines(), 1)
        if text.startswith("def gradient(")
    )
    commands = [line for line in done.stdout.splitlines() if line.startswith("::")]
    title = f"::warning title=A01.4 {number(scores['A01.4'])} / {number(TASKS['A01.4'].points)},"
    assert commands == [one for one in commands if one.startswith(title)]
    assert f"file=a01_gradient_descent_line.py,line={line}::" in commands[0]


@pytest.mark.parametrize(
    ("student", "pass_at", "code"),
    [
        ("s01", SCORES["s01"], 0),
        ("s04", SCORES["s04"] + 1, 1),
        ("s04", SCORES["s04"] - 1, 0),
        ("s16", 50, 1),
        ("s16", "", 0),
    ],
)
def test_the_exit_code_tells(bundle, run_action, root, student, pass_at, code):
    (submission,) = (root / "examples" / "class" / student).glob("a01_*")
    action = bundle(language="ko") / "grading" / "a01"
    done, outputs, said = run_action(action, submission, str(pass_at))
    assert done.returncode == code, done.stdout + done.stderr
    assert "점수" in said
    assert len(outputs["result"]["tests"]) == len(TASKS)


def test_a_grader_that_fails_is_an_error_and_not_a_mark(bundle, run_action, root, tmp_path):
    action = bundle() / "grading" / "a01"
    (
        action / "course" / "autograder" / "suites" / "a01_gradient_descent_line" / "test_a01.py"
    ).write_text("HIDDEN = 'expected value'\nimport nothing_of_this_name\n")
    submission = root / "examples" / "class" / "s01" / "a01_gradient_descent_line.py"
    done, outputs, said = run_action(action, submission)
    assert done.returncode == 2
    assert outputs["result"]["status"] == "error"
    assert {test["status"] for test in outputs["result"]["tests"]} == {"error"}
    assert "not your mistake" in said
    assert outputs["score"] == ""
    assert f"– of {POINTS} points" in said
    # Students read this log: nothing of the suite is in it.
    assert "expected value" not in done.stdout + done.stderr + said
    assert "Traceback" not in done.stdout + done.stderr


def test_nothing_a_student_writes_becomes_a_workflow_command(grade, tmp_path, solution):
    hostile = (
        'def predict(x, w, b):\n    raise ValueError("x\\n::error::mine\\n::add-mask::5 `a` <b>|")'
    )
    result = grade(solution(hostile=hostile))
    run = Run(result, tmp_path / "a01_gradient_descent_line.py", "en", "")
    for line in "\n".join(
        report(run, {"GITHUB_ACTIONS": "1", "GITHUB_STEP_SUMMARY": str(tmp_path / "s")})
    ).splitlines():
        assert line.startswith(("::error title=A01.", "::warning title=A01."))
        assert "::mine" not in line.split("::", 3)[2]
    assert not any(line.startswith("::") for line in summary(run).splitlines())
    assert "<b>" in summary(run)
    assert "<b>" not in re.sub(r"(`+) .*? \1", "", summary(run))
    assert "\n" not in encoded(run)
    assert payload(run)["tests"][0]["line_no"] > 0
    assert annotation_commands(run)


def test_elsewhere_the_summary_is_printed(grade, root, tmp_path):
    result = grade(root / "examples" / "class" / "s01")
    run = Run(result, tmp_path, "en", "")
    assert f"{number(SCORES['s01'])} of {POINTS} points" in "\n".join(report(run, {}))


def test_the_workflows_fit_the_reporter_and_the_action(bundle):
    made = bundle(classroom=True) / "template" / ".github" / "workflows" / "classroom.yml"
    workflow = yaml.safe_load(made.read_text())
    assert workflow["name"] == "Autograding Tests"
    ((name, job),) = workflow["jobs"].items()
    assert name == "run-autograding-tests"
    reporter = next(step for step in job["steps"] if "reporter" in step.get("uses", ""))
    runner = reporter["with"]["runners"]
    assert reporter["env"] == {
        f"{runner.upper()}_RESULTS": f"${{{{ steps.{runner}.outputs.result }}}}"
    }
    assert any(
        step.get("id") == runner and step["uses"] == "org/grading/a01@main" for step in job["steps"]
    )
    plain = yaml.safe_load(
        (bundle() / "template" / ".github" / "workflows" / "grade.yml").read_text()
    )
    action = yaml.safe_load((bundle() / "grading" / "a01" / "action.yml").read_text())
    step = plain["jobs"]["grade"]["steps"][-1]
    assert step["uses"] == "org/grading/a01@main"
    assert set(step["with"]) <= set(action["inputs"])
    assert step["with"]["pass-at"] == str(POINTS)
    # What students are given names the private repository and holds nothing of it.
    template = Path(made).parents[2]
    assert {file.suffix for file in template.rglob("*") if file.is_file()} == {".yml"}
