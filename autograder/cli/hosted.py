"""``autograder hosted``: what the bundles run on hosted graders."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import click

from autograder.errors import UsageError


@click.group()
def hosted() -> None:
    """Grade on a hosted grader; the bundles' own scripts call this."""


@hosted.command()
@click.argument("root", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--unsupervised", is_flag=True, help="Grade in this process, with no limit on time.")
def gradescope(root: Path, unsupervised: bool) -> int:
    """Grade ROOT/submission into ROOT/results/results.json, where ROOT is Gradescope's /autograder."""
    if unsupervised:
        from autograder.hosted.gradescope import Platform, grade_submission

        return grade_submission(Platform(root))
    from autograder.hosted.supervisor import SETTINGS_FILE, supervise

    file = root / "source" / SETTINGS_FILE
    if not file.is_file():
        raise UsageError(f"{file}: there is no such file; is {root} Gradescope's /autograder?")
    settings = json.loads(file.read_text(encoding="utf-8"))
    command = [
        *(sys.executable, "-I", "-m", "autograder"),
        *("hosted", "gradescope", str(root), "--unsupervised"),
    ]
    results = root / "results" / "results.json"
    return supervise(command, settings["seconds"], results, settings["language"])


@hosted.command()
@click.argument("bundle", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.argument("submission", type=click.Path(path_type=Path, exists=True))
@click.option("--pass-at", type=float, help="The score from which the exit code is 0.")
def github(bundle: Path, submission: Path, pass_at: float | None) -> int:
    """Grade SUBMISSION with an unpacked BUNDLE: job summary, annotations, step outputs.

    The exit code is 1 where the score is below --pass-at, 2 where the grader itself failed.
    """
    from autograder.hosted.github import grade_submission, report
    from autograder.telling import log_rows

    run = grade_submission(bundle, submission)
    for line in (run.isolation, *log_rows(run.result), *report(run, os.environ)):
        click.echo(line)
    if not run.result.has_score:
        return 2
    return 1 if pass_at is not None and run.result.score < pass_at else 0
