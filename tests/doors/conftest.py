"""A class that goes through nbgrader, once for all tests: nbgrader starts slowly, and many tests look at its work.

The story is told by real commands in a temporary folder: a copy of the course with canaries planted in its suites,
solutions and marking guides; a course folder for nbgrader; a class of good, wrong, broken and hostile submissions;
``nbgrader autograde``, a person's marks, a regrade, feedback, export. And the same class once more by ``autograder grade``
and ``push``. Tests only read what the story has left.
"""

import json
import os
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import yaml

from autograder.release import render

from ..patience import PATIENCE

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
A01, A03 = "a01_gradient_descent_line", "a03_sigmoid_cross_entropy"
CANARY = "canary"
ESSAY = "The slope is largest at 0; canary-of-kim, and $a<b$ too."
LATE = "2026-11-20 10:00:00 UTC"


class Story:
    """Where everything is, and a few questions to it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.course = self.folder / "course"
        self.graded = self.folder / "graded"  # by nbgrader autograde
        self.pushed = self.folder / "pushed"  # by autograder grade and push
        self.results = self.folder / "results"
        self.log = self.folder / "log.txt"

    def facts(self, name):
        """What the story noted at some point."""
        return json.loads((self.folder / f"{name}.json").read_text(encoding="utf-8"))

    def grades(self, which, student=None, assignment=None):
        """(student, cell) → (auto score, manual score, whether a person should look)."""
        return {
            (who, cell): (auto, manual, bool(asks))
            for who, name, cell, auto, manual, asks in grades(which / "gradebook.db")
            if student in (None, who) and assignment in (None, name)
        }

    def rows(self, which, query):
        """What a gradebook answers."""
        return rows(which / "gradebook.db", query)

    def score(self, student, assignment=A01, which=None):
        """The automatic points of a submission."""
        found = self.grades(which or self.graded, student, assignment)
        assert found, f"{student} has no grades"
        return round(
            sum(auto or 0 for (_, cell), (auto, _, _) in found.items() if cell.startswith("test_")),
            2,
        )

    def feedback(self, student, assignment=A01, which=None):
        """The text of a feedback page as a browser shows it."""
        path = (which or self.graded) / "feedback" / student / assignment / f"{assignment}.html"
        return path.read_text(encoding="utf-8")

    def notebook(self, student, assignment=A01, which=None):
        """A notebook that nbgrader shows."""
        path = (which or self.graded) / "autograded" / student / assignment / f"{assignment}.ipynb"
        return json.loads(path.read_text(encoding="utf-8"))

    def result(self, student, assignment=A01):
        """What ``autograder grade`` says."""
        return json.loads(
            (self.results / assignment / f"{student}.json").read_text(encoding="utf-8")
        )


def grades(database):
    query = """
        select s.student_id, a.name, c.name, g.auto_score, g.manual_score, g.needs_manual_grade
        from grade g join base_cell c on g.cell_id = c.id join submitted_notebook n on g.notebook_id = n.id
        join submitted_assignment s on n.assignment_id = s.id join assignment a on s.assignment_id = a.id
        order by 1, 2, 3"""
    return rows(database, query)


def rows(database, query):
    connection = sqlite3.connect(f"file:{database}?mode=ro", uri=True)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.fixture(scope="session")
def story(tmp_path_factory, course):
    """The story, told by the first worker that asks for it; the others wait."""
    pytest.importorskip("nbgrader", reason="nbgrader comes with the instructor's install")
    base = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        base = base.parent
    folder = base / "nbgrader-story"
    try:
        folder.mkdir()
    except FileExistsError:
        return _told_elsewhere(folder)
    try:
        told = Story(folder)
        tell(told, course)
    except BaseException as error:
        (folder / "failed").write_text(str(error)[-4000:], encoding="utf-8")
        raise
    (folder / "ready").touch()
    return told


def _told_elsewhere(folder):
    for _ in range(PATIENCE * 4):
        if (folder / "ready").exists():
            return Story(folder)
        if (folder / "failed").exists():
            pytest.fail((folder / "failed").read_text(encoding="utf-8"))
        time.sleep(0.25)
    pytest.fail(f"the class was not through nbgrader after {PATIENCE} seconds")


def tell(story, course):
    plant_canaries(story.course)
    autograder(story, "nbgrader", "course", story.graded, "--course", story.course, "--generate")
    with (story.graded / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('\nc.LateSubmissionPlugin.penalty_method = "zero"\n')
    listener = Listener()
    hand_in(story, course, listener.port)
    shutil.copytree(story.graded, story.pushed)
    # Two folders, two processors.
    with ThreadPoolExecutor(1) as beside:
        other = beside.submit(push_it, story)
        autograde_it(story, course)
        other.result()
    note(story, "connections", listener.close())


def autograde_it(story, course):
    """Autograde, mark by hand, autograde again; feedback and export."""
    nbgrader(
        story,
        story.graded,
        ["gradebook-due", "a02_sgd_diabetes", "2026-11-19"],
        *(["autograde", one.id] for one in course.finished),
        ["gradebook-grade", "kim", A03, "manual_A03_M1", "7"],
        ["gradebook-grade", "kim", A03, "test_A03_1", "5"],
        ["gradebook-comment", "kim", A03, "answer_A03_1", "Nicely done, says a person."],
    )
    note(story, "before_regrade", grades(story.graded / "gradebook.db"))
    nbgrader(
        story,
        story.graded,
        ["autograde", A03, "--force"],
        ["generate_feedback", A01],
        ["generate_feedback", A03],
        ["export", "--to", "tasks.csv"],
        ["export", "--to", "some.csv", "--assignment", f"[{A03!r}]", "--student", "['kim']"],
    )


def push_it(story):
    """Grade by the kit and push, mark by hand, push again, change a submission, push again."""
    grade = (
        "grade",
        story.pushed / "submitted",
        "--out",
        story.results,
        "--course",
        story.course,
        "--no-report",
    )
    autograder(story, *grade, "-j", "2")
    push = ("nbgrader", "push", story.results, "--course", story.pushed)
    nbgrader(story, story.pushed, ["gradebook-due", "a02_sgd_diabetes", "2026-11-19"])
    autograder(story, *push)
    nbgrader(
        story,
        story.pushed,
        ["gradebook-grade", "kim", A03, "manual_A03_M1", "7"],
        ["gradebook-grade", "kim", A03, "test_A03_1", "5"],
        ["gradebook-comment", "kim", A03, "answer_A03_1", "Nicely done, says a person."],
        ["gradebook-grade", "lee", A03, "manual_A03_M1", "3"],
    )
    note(story, "before_push", everything(story.pushed))
    autograder(story, *push)
    note(story, "after_push", everything(story.pushed))
    # lee writes another essay and solves the task that was left out, and hands in again.
    folder = story.pushed / "submitted" / "lee" / A03
    file = folder / f"{A03}.ipynb"
    notebook = json.loads(file.read_text(encoding="utf-8"))
    solved = json.loads(
        (story.pushed / "submitted" / "kim" / A03 / file.name).read_text(encoding="utf-8")
    )
    for cell, better in zip(notebook["cells"], solved["cells"], strict=True):
        cell["source"] = "A longer essay." if cell["id"] == "manual_A03_M1" else better["source"]
    file.write_text(json.dumps(notebook), encoding="utf-8")
    (folder / "timestamp.txt").write_text(LATE, encoding="utf-8")
    autograder(story, *grade, "-a", "A03")
    autograder(story, *push)
    nbgrader(story, story.pushed, ["generate_feedback", A03], ["autograde", A03])
    note(story, "after_resubmission", everything(story.pushed))


def everything(folder):
    """All that a push may write: grades, comments, submissions, files."""
    database = folder / "gradebook.db"
    files = {
        path.relative_to(folder).as_posix(): [
            path.stat().st_mtime_ns,
            path.read_bytes().hex()[-64:],
        ]
        for path in sorted((folder / "autograded").rglob("*"))
        if path.is_file()
    }
    submissions = "select student_id, timestamp from submitted_assignment order by 1, 2"
    comments = "select id, auto_comment, manual_comment from comment order by id"
    penalties = """select s.student_id, a.name, n.late_submission_penalty from submitted_notebook n
        join submitted_assignment s on n.assignment_id = s.id join assignment a on s.assignment_id = a.id
        order by 1, 2"""
    return {
        "grades": grades(database),
        "comments": rows(database, comments),
        "submissions": rows(database, submissions),
        "penalties": rows(database, penalties),
        "files": files,
    }


def note(story, name, facts):
    text = json.dumps(facts, default=str, ensure_ascii=False)
    (story.folder / f"{name}.json").write_text(text, encoding="utf-8")


def plant_canaries(target):
    """Copy the course, with words in it that no student may ever see."""
    for name in ("solutions", "assignments", "autograder/suites"):
        shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "course.yml", target)
    for file in (target / "solutions").glob("*/a*.py"):
        edit(file, r"^( *)### BEGIN SOLUTION$", rf"\g<0>\n\1# {CANARY}-of-a-solution")
    for file in (target / "autograder" / "suites").glob("*/test_*.py"):
        edit(file, r"^def test_.*:$", rf"\g<0>  # {CANARY}-of-a-suite")
    for file in (target / "solutions").glob("*/marking.yml"):
        marking = yaml.safe_load(file.read_text(encoding="utf-8"))
        for one in marking.values():
            one["guide"] = {
                key: f"{text}\n\n{CANARY}-of-a-guide" for key, text in one["guide"].items()
            }
        file.write_text(yaml.safe_dump(marking, allow_unicode=True), encoding="utf-8")


def edit(file, pattern, replacement):
    text, count = re.subn(
        pattern, replacement, file.read_text(encoding="utf-8"), flags=re.MULTILINE
    )
    assert count, f"{file}: nothing fits {pattern}"
    file.write_text(text, encoding="utf-8")


class Student:
    """A released notebook that gets filled in."""

    def __init__(self, story, solved, assignment, student):
        self.assignment = assignment
        self.folder = story.graded / "submitted" / student / assignment
        released = story.graded / "release" / assignment / f"{assignment}.ipynb"
        self.notebook = json.loads(released.read_text(encoding="utf-8"))
        self.solved = {cell["id"]: cell for cell in solved[assignment]["cells"]}
        self.cells = {cell["id"]: cell for cell in self.notebook["cells"]}

    def solve(self, *but):
        """Fill in every answer but some."""
        for name, cell in self.cells.items():
            if name.startswith("answer_") and name not in but:
                cell["source"] = self.solved[name]["source"]
        return self

    def write(self, **sources):
        for name, source in sources.items():
            self.cells[name]["source"] = source
        return self

    def add(self, source, place=None, kind="code"):
        extra = {"outputs": [], "execution_count": None} if kind == "code" else {}
        cell = {
            "cell_type": kind,
            "metadata": {},
            "source": source,
            "id": f"own-{len(self.notebook['cells'])}",
            **extra,
        }
        cells = self.notebook["cells"]
        cells.insert(len(cells) if place is None else place, cell)
        return self

    def save(self, timestamp=None, text=None):
        self.folder.mkdir(parents=True)
        text = json.dumps(self.notebook) if text is None else text
        (self.folder / f"{self.assignment}.ipynb").write_text(text, encoding="utf-8")
        if timestamp:
            (self.folder / "timestamp.txt").write_text(timestamp, encoding="utf-8")


def hand_in(story, course, port):
    """Write the submissions of a class."""
    last = course.finished[-1].code
    pages = render(course, ["en"], solutions_through=last)
    solved = {one.id: json.loads(pages[f"en/{one.id}/{one.id}.ipynb"]) for one in course.finished}

    def student(name, assignment=A01):
        return Student(story, solved, assignment, name)

    for folder in sorted((ROOT / "examples" / "class").iterdir()):
        for file in sorted(folder.iterdir()):
            if file.stem not in solved:
                continue
            if file.suffix == ".ipynb":
                target = story.graded / "submitted" / folder.name / file.stem
                target.mkdir(parents=True)
                shutil.copy(file, target)
            else:
                text = file.read_bytes().decode("utf-8", "replace")
                student(folder.name, file.stem).add(text).save()
    for one in course.finished:
        essays = [name for name in student("anyone", one.id).cells if name.startswith("manual_")]
        right = student("kim", one.id).solve().write(**dict.fromkeys(essays, ESSAY))
        right.save(LATE if one.code == "A02" else None)
        left_out = [name for name in right.cells if name.startswith("answer_")][-1]
        student("lee", one.id).solve(left_out).write(**dict.fromkeys(essays[:1], "short")).save()
    hand_in_broken(student)
    hand_in_hostile(student, story, port)


def hand_in_broken(student):
    """Notebooks as they come in on a bad day; the work in all of them is right."""
    copied = student("copied").solve()
    cells = copied.notebook["cells"]
    for name in ("answer_A01_2", "test_A01_2", "intro"):
        cells.insert(
            cells.index(copied.cells[name]) + 1, json.loads(json.dumps(copied.cells[name]))
        )
    copied.save()
    deleted = student("deleted").solve()
    for name in ("test_A01_1", "test_A01_7", "answer_A01_7"):
        deleted.notebook["cells"].remove(deleted.cells[name])
    deleted.save()
    # Endings of a test cell that nbgrader takes for partial credit, for full marks, or for an error.
    endings = dict(
        zip(range(1, 6), ("np.float64(0.5)", "-1.0", "False", "'0.5'", "1e9"), strict=True)
    )
    tests = {f"test_A01_{number}": f"import numpy as np\n{end}" for number, end in endings.items()}
    student("endings").solve().write(**tests).save()
    student("endings-only").write(**tests, test_A01_6="pass", test_A01_7="print(1)").save()
    student("not-json").save(text='{"cells": [')
    student("no-cells").save(
        text='{"cells": 3, "metadata": [], "nbformat": 4, "nbformat_minor": 5}'
    )
    bare = student("no-metadata").solve()
    bare.notebook["cells"] = [{**cell, "metadata": None} for cell in bare.notebook["cells"]]
    bare.save()
    for number, name in ((1, "old-schema"), (99, "new-schema")):
        strange = student(name).solve()
        strange.cells["answer_A01_3"]["metadata"]["nbgrader"]["schema_version"] = number
        strange.save()
    odd = student("odd-metadata").solve()
    odd.cells["answer_A01_3"]["metadata"]["nbgrader"] = {
        "grade_id": ["test_A01_3"],
        "points": "many",
    }
    odd.cells["test_A01_4"]["metadata"]["nbgrader"]["points"] = 1000
    odd.cells["test_A01_5"]["cell_type"] = "markdown"
    odd.add("![a](attachment:a.png) ![b](attachment:b%20c.png) \ud800", 0, "markdown")
    odd.add("![b](attachment:b%20c.png)", 0, "markdown")
    odd.notebook["cells"][0]["attachments"] = odd.notebook["cells"][1]["attachments"] = {
        "\ud800.png": {"image/png": "AAAA"},
        "a.png": {"image/png": 'AAAA" onerror="alert(1)'},
        "b c.png": {"image/png": "AAAA", "text/html": "<b>"},
        "c.png": 3,
    }
    odd.save()
    warned = "def sigmoid(z):\n    return 1 / (1 + np.exp(-np.asarray(z, dtype=float)))"
    student("warned", A03).solve().write(answer_A03_3=warned).save()


WRONG = """
def predict(x, w, b): return 0 * np.asarray(x) - 5
def half_squared_error(y_hat, y): return 0 * np.asarray(y_hat) - 5
def chain_factors(x, y, w, b): return -5, -5, -5
def gradient(x, y, w, b): return -5, -5
def numerical_gradient(f, theta, h=1e-5): return -5
def descend(x, y, w0, b0, lr, steps, train=("w", "b")): return np.zeros((steps + 1, 2)) - 5
def critical_lr(x): return -5
"""


def hand_in_hostile(student, story, port):
    """Programs that want points they haven't earned, or somebody else's; all their functions are wrong."""
    database = story.graded / "gradebook.db"
    attacks = {
        "kills-parent": "import os, signal\nos.kill(os.getppid(), signal.SIGKILL)\nos.killpg(0, signal.SIGKILL)",
        "transforms": """
import ast
from IPython import get_ipython
class Strip(ast.NodeTransformer):
    def visit_Assert(self, node): return ast.Pass()
shell = get_ipython()
shell.input_transformers_cleanup.append(lambda lines: ["pass\\n"] if "check" in "".join(lines) else lines)
shell.ast_transformers.append(Strip())""",
        "reads-source": f"""
import json
for cell in json.load(open({str(story.graded / "source" / A01 / f"{A01}.ipynb")!r}))["cells"]:
    if cell["id"].startswith("answer_"): exec("".join(cell["source"]))""",
        "writes-gradebook": f"""
import sqlite3
book = sqlite3.connect({str(database)!r})
book.execute("update grade set manual_score = 100, auto_score = 100")
book.commit()""",
        "formats": """
from IPython import get_ipython
class Full:
    def __repr__(self): return "8.0"
formatter = get_ipython().display_formatter.formatters["text/plain"]
formatter.for_type(int, lambda value, printer, cycle: printer.text("8.0"))
formatter.for_type(type(None), lambda value, printer, cycle: printer.text("8.0"))
Full()""",
        "reads-others": f"""
def predict(x, w, b): raise ValueError(open({str(story.graded / "submitted" / "kim" / A03 / f"{A03}.ipynb")!r}).read()[:100000])
def critical_lr(x): return open({str(database)!r}, "rb").read(16)""",
        "outlives": f"""
import os, subprocess, time
subprocess.Popen(["/bin/sh", "-c", "sleep 1; touch {story.folder / "outlived"}"], start_new_session=True)
if os.fork() == 0:
    os.setsid(); time.sleep(1); open({str(story.folder / "outlived")!r}, "w"); os._exit(0)""",
        "phones": f"""
import urllib.request
urllib.request.urlopen("http://127.0.0.1:{port}/answers")""",
    }
    for name, attack in attacks.items():
        student(name).add(f"import numpy as np\n{WRONG}").add(attack).save()
    markup = "<script>document.title = 'canary-of-a-script'</script><img src=x onerror=alert(1)>"
    essay = student("scripts", A03).solve().write(manual_A03_M1=markup, manual_A03_M2=markup)
    wrong = f"def encode_labels(labels, positive):\n    raise ValueError({markup!r})"
    essay.write(answer_A03_1=wrong).add(markup, 0, "markdown").add(markup, 0, "raw").save()


class Listener:
    """Counts who connects to a port of this machine."""

    def __init__(self):
        self.server = socket.create_server(("127.0.0.1", 0))
        self.port = self.server.getsockname()[1]
        self.count = 0
        self.thread = threading.Thread(target=self.listen, daemon=True)
        self.thread.start()

    def listen(self):
        while True:
            try:
                connection, _ = self.server.accept()
            except OSError:
                return
            self.count += 1
            connection.close()

    def close(self):
        """Connect once ourselves, so that the count is known to count; and stop."""
        before = self.count
        socket.create_connection(("127.0.0.1", self.port), timeout=PATIENCE).close()
        for _ in range(100):
            if self.count > before:
                break
            time.sleep(0.05)
        self.server.shutdown(socket.SHUT_RDWR)
        self.server.close()
        self.thread.join(5)
        return self.count - 1


def autograder(story, *words, code=0):
    return run(story, [sys.executable, "-m", "autograder", *map(str, words)], ROOT, code).stdout


def nbgrader(story, folder, *commands):
    """Run commands in a course folder; every one of them must succeed."""
    file = folder / "commands.json"
    file.write_text(json.dumps(commands), encoding="utf-8")
    command = [sys.executable, str(HERE / "nbgrader_commands.py"), str(file)]
    codes = json.loads(run(story, command, folder).stdout.splitlines()[-1])
    failed = [words for words, code in zip(commands, codes, strict=True) if code]
    assert not failed, f"{failed}\n{story.log.read_text(encoding='utf-8')[-4000:]}"


def run(story, command, folder, code=0):
    started = time.perf_counter()
    done = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "160", "JUPYTER_NO_CONFIG": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        timeout=PATIENCE,
        check=False,
    )
    with story.log.open("a", encoding="utf-8") as log:
        seconds = time.perf_counter() - started
        log.write(f"$ {' '.join(command[1:])}   ({seconds:.1f} s)\n{done.stdout}{done.stderr}\n")
    assert done.returncode == code, f"{command}\n{done.stdout[-2000:]}{done.stderr[-4000:]}"
    return done
