"""The formgrader's pages in a real browser: headless Chromium against a Jupyter server of this machine."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from autograder.numbers import number

from ..patience import PATIENCE
from ..worth import POINTS, SCORES, TASKS

A01, A03 = "a01_gradient_descent_line", "a03_sigmoid_cross_entropy"
TOKEN = "only-for-this-test"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="module")
def browse(story, tmp_path_factory):
    """Return a page's DOM after its scripts have run."""
    browser = next(filter(None, map(shutil.which, BROWSERS)), None)
    if browser is None:
        pytest.skip("no Chromium here: apt-get install chromium")
    home = tmp_path_factory.mktemp("jupyter")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # Nothing of this machine's own Jupyter settings, and nothing of ours in them.
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("JUPYTER")
    }
    environment |= {
        "HOME": str(home),
        "PYTHONPATH": os.pathsep.join(sys.path),
        **{f"JUPYTER_{name}_DIR": str(home / name) for name in ("CONFIG", "DATA", "RUNTIME")},
    }
    extensions = {"nbgrader.server_extensions.formgrader": True}
    with (home / "log").open("w", encoding="utf-8") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "jupyter_server", "--no-browser", "--allow-root", "--ip=127.0.0.1", f"--port={port}",
             "--ServerApp.port_retries=0", f"--IdentityProvider.token={TOKEN}",
             f"--ServerApp.jpserver_extensions={extensions}"],
            cwd=story.pushed, env=environment, stdout=log, stderr=subprocess.STDOUT,
        )  # fmt: skip
    address = f"http://127.0.0.1:{port}/formgrader"
    try:
        wait_for(f"{address}/gradebook?token={TOKEN}", server, home / "log")

        def dom(page, until):
            """Return a page once something is on it: its scripts fetch what it shows, on a machine that may be busy."""
            for _ in range(3):
                done = subprocess.run(
                    [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={home / 'browser'}",
                     "--virtual-time-budget=10000", "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
                     "--dump-dom", f"{address}/{page}"],
                    env=environment, capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, check=False,
                )  # fmt: skip
                assert done.returncode == 0, done.stderr[-2000:]
                if re.search(until, done.stdout):
                    return done.stdout
            pytest.fail(f"{page} doesn't show {until}:\n{done.stdout[-3000:]}")

        dom.address = address
        dom(f"gradebook?token={TOKEN}", A01)  # signs the browser in, as a person is
        yield dom
    finally:
        server.terminate()
        server.wait(30)


def wait_for(url, server, log):
    for _ in range(PATIENCE * 4):
        if server.poll() is not None:
            break
        try:
            with urllib.request.urlopen(url, timeout=PATIENCE):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.25)
    pytest.fail(f"the server did not start:\n{log.read_text(encoding='utf-8')[-3000:]}")


def submission(story, student, assignment):
    query = f"""select n.id from submitted_notebook n join submitted_assignment s on n.assignment_id = s.id
        join assignment a on s.assignment_id = a.id where s.student_id = '{student}' and a.name = '{assignment}'"""
    ((found,),) = story.rows(story.pushed, query)
    return f"submissions/{found}/"


def test_strangers_are_asked_who_they_are(browse):
    with urllib.request.urlopen(f"{browse.address}/api/assignments", timeout=PATIENCE) as answer:
        assert "/login?" in answer.url


def test_the_list_of_a_notebook_shows_everybodys_scores(browse, story):
    page = browse(f"gradebook/{A01}/{A01}", re.escape(f"{number(SCORES['s05'])} / {POINTS}"))
    scores = re.findall(rf">\s*([\d.]+) / {POINTS}\s*<", page)
    students = list((story.pushed / "submitted").glob(f"*/{A01}"))
    assert len(scores) >= len(students)
    assert {str(POINTS), number(SCORES["s05"]), number(SCORES["s04"]), "0"} <= set(scores)


def test_a_submission_shows_the_report_beside_its_answers(browse, story):
    page = browse(submission(story, "s05", A01), "test_A01_7")
    assert f">{number(SCORES['s05'])}<" in page
    assert "One-sided differences" in page
    assert "canary-of-a-suite" not in page
    # The formgrader's own script has filled in the points, in the cells that it knows.
    assert re.search(r'<input class="score tabbable[^"]*" id="test_A01_5"[^>]*>', page)
    assert len(re.findall(r'class="score tabbable', page)) == len(TASKS)


def test_a_person_finds_an_answer_to_mark_and_the_mark_that_was_given(browse, story):
    page = browse(submission(story, "kim", A03), "manual_A03_M1")
    assert "The slope is largest at 0" in page
    assert page.count('id="manual_A03_M1"') == 1
    query = "grades?submission_id=" + submission(story, "kim", A03).split("/")[1]
    url = f"{browse.address}/api/{query}&token={TOKEN}"
    with urllib.request.urlopen(url, timeout=PATIENCE) as answer:
        grades = {grade["name"]: grade for grade in json.load(answer)}
    assert grades["manual_A03_M1"]["manual_score"] == 7
    assert grades["test_A03_1"]["auto_score"] == 6


def test_a_students_script_is_text(browse, story):
    page = browse(submission(story, "scripts", A03), "manual_A03_M2")
    assert "canary-of-a-script" in page
    assert "<title>canary" not in page
    assert not re.search(r"<img[^>]* onerror=", page)
