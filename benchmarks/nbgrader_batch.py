"""What ``nbgrader autograde`` costs, its own way and ours, in CPU seconds with all children.

    python benchmarks/nbgrader_batch.py [A01] [--submissions 30]

Both grade the same submissions (the solution, small edits of it) of one assignment, in course folders of their own, one
``nbgrader autograde`` each. nbgrader's own way runs the public checks in a kernel: fewer checks than ours, which is the
hidden suite. The last line is the ratio.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from autograder.course import load_course

ROOT = Path(__file__).resolve().parent.parent
BAR = 5.0
# Stock: nbgrader's own preprocessors, and nothing of ours.
STOCK = "c = get_config()\n"
EDITS = (None, ("return", "return 2 *"), ("return", "return -"))
# A control group counts every process, also those that end with a sandbox's namespace and that nobody waits for.
TIMED = """
import json, os, resource, subprocess, sys
from pathlib import Path
group = None
for mount in (Path("/sys/fs/cgroup"), Path("/sys/fs/cgroup/unified")):
    if not (mount / "cgroup.controllers").is_file():
        continue
    try:
        own = mount / f"benchmark-{os.getpid()}"
        own.mkdir()
        (own / "cgroup.procs").write_text(str(os.getpid()))
        group = own
        break
    except OSError:
        pass
with open(sys.argv[1], "w") as log:
    code = subprocess.run(sys.argv[2:], stdout=log, stderr=subprocess.STDOUT).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
cpu, counted = used.ru_utime + used.ru_stime, False
if group is not None:
    stat = dict(line.split() for line in (group / "cpu.stat").read_text().splitlines())
    cpu, counted = int(stat["usage_usec"]) / 1e6, True
    (group.parent / "cgroup.procs").write_text(str(os.getpid()))
    try:
        group.rmdir()
    except OSError:
        pass  # something of it is still ending
print(json.dumps({"code": code, "cpu": cpu, "counted": counted}))
"""


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("code", nargs="?", default="A01")
    parser.add_argument("--submissions", type=int, default=30)
    asked = parser.parse_args()
    assignment = load_course(ROOT).assignment(asked.code).id
    with tempfile.TemporaryDirectory() as temporary:
        ours, stock = Path(temporary) / "ours", Path(temporary) / "stock"
        run(
            [sys.executable, "-m", "autograder", "nbgrader", "course", str(ours), "--generate"],
            ROOT,
        )
        source = ours / "source" / assignment / f"{assignment}.ipynb"
        for number in range(asked.submissions):
            folder = ours / "submitted" / f"s{number:02}" / assignment
            shutil.copytree(ours / "release" / assignment, folder)
            (folder / source.name).write_text(json.dumps(submission(source, number)))
        shutil.copytree(ours, stock)
        (stock / "nbgrader_config.py").write_text(STOCK)
        seconds = {}
        for name, folder in (("nbgrader's own kernel", stock), ("our preprocessor", ours)):
            command = [sys.executable, "-m", "nbgrader", "autograde", assignment]
            timed = run([sys.executable, "-c", TIMED, str(folder / "log"), *command], folder)
            found = json.loads(timed)
            graded = len(list(folder.glob(f"autograded/*/{assignment}/*.ipynb")))
            if found["code"] or graded != asked.submissions:
                print((folder / "log").read_text()[-3000:])
                return 1
            seconds[name] = found["cpu"]
            if not found["counted"]:
                print(
                    "no control group could be made (try as root): workers in a namespace are not counted"
                )
            print(f"{name:<24}{found['cpu']:>8.1f} CPU s for {graded} submissions of {asked.code}")
    ratio = seconds["nbgrader's own kernel"] / seconds["our preprocessor"]
    print(f"ratio {ratio:.1f} (at least {BAR:g} is wanted)")
    return 0 if ratio >= BAR else 1


def submission(source: Path, number: int) -> dict[str, object]:
    """Return the solved notebook, every task of some submissions wrong in one place."""
    notebook = json.loads(source.read_text(encoding="utf-8"))
    answers = [cell for cell in notebook["cells"] if cell["id"].startswith("answer_")]
    for cell in notebook["cells"]:
        cell["metadata"].pop("stubs", None)
        text = "".join(cell["source"])
        edit = EDITS[number % len(EDITS)]
        if edit and answers and cell is answers[number % len(answers)]:
            text = text.replace(*edit, 1)
        lines = [
            line for line in text.split("\n") if "### BEGIN" not in line and "### END" not in line
        ]
        cell["source"] = "\n".join(lines)
    return notebook


def run(command: list[str], folder: Path) -> str:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stdout + done.stderr)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main())
