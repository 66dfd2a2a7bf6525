"""Runs nbgrader's commands one after another in one process, since each start of it costs seconds.

    python nbgrader_commands.py COMMANDS.json

A command is a list of words, as on the command line. Words that start with "gradebook" are what a person does in the
formgrader, by the same calls: ["gradebook-grade", student, assignment, cell, score], ["gradebook-comment", …, text],
["gradebook-due", assignment, date]. Prints the exit code of each command as JSON in the last line.
"""

import datetime
import json
import sys
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps import NbGraderApp


def nbgrader(words):
    try:
        NbGraderApp.launch_instance(words)
    except SystemExit as end:
        return end.code or 0
    finally:
        if NbGraderApp.initialized():
            type(NbGraderApp.instance()).clear_instance()
        NbGraderApp.clear_instance()
    return 0


def gradebook(action, *words):
    with Gradebook(f"sqlite:///{Path('gradebook.db').absolute()}") as book:
        if action == "gradebook-due":
            name, date = words
            book.update_or_create_assignment(name, duedate=datetime.datetime.fromisoformat(date))
            return 0
        student, assignment, cell, given = words
        if action == "gradebook-grade":
            grade = book.find_grade(cell, assignment, assignment, student)
            grade.manual_score, grade.needs_manual_grade = float(given), False
        else:
            book.find_comment(cell, assignment, assignment, student).manual_comment = given
        book.db.commit()
    return 0


def main():
    commands = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    codes = [
        gradebook(*words) if words[0].startswith("gradebook") else nbgrader(words)
        for words in commands
    ]
    print(json.dumps(codes))


if __name__ == "__main__":
    main()
