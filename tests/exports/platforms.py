"""The platforms' side: readers written after their documented rules and their importers, not after our writers."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

STUDENT_HEADINGS = {
    "Student",
    "ID",
    "SIS User ID",
    "SIS Login ID",
    "Integration ID",
    "Root Account",
    "Section",
}


@dataclass
class Canvas:
    """Canvas's gradebook importer.

    The delimiter is the semicolon where the first three lines agree on more of them than of commas. The first row must
    start Student, ID; SIS columns follow in their order and Section ends them. A heading that ends in a number in
    brackets is that assignment, any other a new one. Students are found by ID, then SIS User ID, then SIS Login ID, then
    name. A number with commas and points keeps the last sign as its decimal sign. An empty cell takes a grade away.
    """

    students: dict[int, dict[str, str]]  # ID → sis, login, name, sortable
    assignments: dict[int, float]  # number → points possible
    grades: dict[tuple[int, int], str] = field(default_factory=dict)
    new_students: list[str] = field(default_factory=list)
    new_assignments: list[str] = field(default_factory=list)

    def upload(self, data: bytes) -> None:
        text = data.decode("utf-8")
        rows = list(
            csv.reader(io.StringIO(text, newline=""), delimiter=self._delimiter(text), strict=True)
        )
        rows = [
            [self._converted(cell) for cell in row]
            for row in rows
            if not re.fullmatch(r"[;, ]*", ",".join(row))
        ]
        header = rows[0]
        assert len(header) > 3
        assert "Student" in header[0]
        assert "ID" in header[1]
        width = 3
        if re.search(r"SIS\s+Login\s+ID", header[2]):
            width = 4
        elif re.search(r"SIS\s+User\s+ID", header[2]) and re.search(r"SIS\s+Login\s+ID", header[3]):
            width = 5 + ("Integration ID" in header) + ("Root Account" in header)
        assert "Section" in header[width - 1], "invalid header row"
        columns = {}
        for place, heading in enumerate(header[width:], width):
            match = re.search(r"\((\d+)\)$", heading)
            if match and int(match[1]) in self.assignments:
                columns[place] = int(match[1])
            else:
                self.new_assignments.append(heading)
        for row in rows[1:]:
            if "Points Possible" in row[0]:
                for place, number in columns.items():
                    self.assignments[number] = float(row[place])
                continue
            student = self._student(row, header)
            if student is None:
                self.new_students.append(row[0])
                continue
            for place, number in columns.items():
                cell = row[place].strip()
                if cell == "":
                    self.grades.pop((student, number), None)
                elif cell.upper() == "EX":
                    self.grades[student, number] = "EX"
                else:
                    assert float(cell) >= 0
                    self.grades[student, number] = cell

    @staticmethod
    def _delimiter(text):
        lines = text.splitlines()[:3]
        counts = {}
        for sign in ";,":
            sizes = {len(next(csv.reader([line], delimiter=sign))) for line in lines}
            counts[sign] = sizes.pop() if len(sizes) == 1 else 0
        return ";" if counts[";"] > counts[","] else ","

    @staticmethod
    def _converted(cell):
        if not re.fullmatch(r"-?[0-9.,]+%?", cell):
            return cell
        *whole, last = re.split("[,.]", cell)
        return f"{''.join(whole)}.{last}" if whole else last

    def _student(self, row, header):
        if row[1].isdigit() and int(row[1]) in self.students:
            return int(row[1])
        for heading, key in (("SIS User ID", "sis"), ("SIS Login ID", "login")):
            value = row[header.index(heading)] if heading in header else ""
            for number, student in self.students.items():
                if value and student[key] == value:
                    return number
        for number, student in self.students.items():
            if row[0] in (student["name"], student["sortable"]):
                return number
        return None


@dataclass
class Moodle:
    """Moodle's offline grading worksheet, uploaded again.

    Columns are found by the headings of the user's language; Identifier, Grade and Last modified (grade) must be there.
    The identifier is cut after as many letters as "Participant " has in that language. A grade is read in the locale's
    decimal sign; an empty or negative one, and one above the maximum, is skipped. An unknown identifier is skipped.
    """

    headings: dict[str, str]
    participant: str
    decimal: str
    users: dict[str, str]  # number → who
    maximum: float
    grades: dict[str, float] = field(default_factory=dict)
    feedback: dict[str, str] = field(default_factory=dict)
    modified: dict[str, str] = field(default_factory=dict)
    skipped: list[str] = field(default_factory=list)

    def upload(self, data: bytes) -> None:
        text = data.decode("utf-8").removeprefix("\ufeff")
        rows = list(csv.reader(io.StringIO(text, newline="")))
        header = rows[0]
        places = {
            name: header.index(heading)
            for name, heading in self.headings.items()
            if heading in header
        }
        assert {"id", "grade", "modified"} <= places.keys(), "invalid grade import"
        for row in rows[1:]:
            number = row[places["id"]][len(self.participant) :]
            if number not in self.users:
                self.skipped.append(row[places["id"]])
                continue
            who = self.users[number]
            self.modified[who] = row[places["modified"]]
            cell = row[places["grade"]].replace(" ", "").replace(self.decimal, ".")
            if cell not in ("", "-"):
                grade = float(cell)
                if not 0 <= grade <= self.maximum:
                    self.skipped.append(row[places["id"]])
                    continue
                self.grades[who] = grade
            if "feedback" in places:
                self.feedback[who] = row[places["feedback"]]


def prairielearn(data: bytes) -> dict:
    """Read results.json as PrairieLearn documents it; everything but the score is optional."""
    import json

    assert len(data) <= 10**6
    read = json.loads(data)
    if read.get("gradable", True) is False:
        errors = read.get("format_errors", [])
        assert isinstance(errors, str | list)
        return read
    assert isinstance(read["score"], int | float)
    assert 0 <= read["score"] <= 1
    tests = read.get("tests", [])
    for one in tests:
        assert isinstance(one["name"], str)
        assert 0 <= one["points"] <= one["max_points"]
        assert all(
            isinstance(one.get(key, ""), str) for key in ("description", "message", "output")
        )
    assert len({"points" in one for one in tests}) <= 1
    return read


def submitty(config: list[dict], results: dict) -> float:
    """Return the points Submitty counts: by the index of each test case; penalties between their points and 0."""
    total = 0.0
    for index, case in enumerate(config):
        got = results["testcases"][index]
        points = float(got.get("points_awarded", 0))
        if case["points"] < 0:
            points = min(max(case["points"], points), 0)
        else:
            assert 0 <= points <= case["points"]
        assert isinstance(got.get("view_testcase", True), bool)
        for check in got.get("autochecks", []):
            assert isinstance(check["description"], str)
            for message in check["messages"]:
                assert message["type"] in ("information", "failure", "warning", "success")
        total += points
    return total


def junit(data: bytes) -> dict[str, dict]:
    """Read JUnit XML as CI servers do: counts must be true, every case has class and name."""
    root = ET.fromstring(data)
    assert root.tag == "testsuites"
    read = {}
    for suite in root:
        cases = suite.findall("testcase")
        assert int(suite.get("tests")) == len(cases)
        for name, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
            assert int(suite.get(name)) == sum(case.find(tag) is not None for case in cases)
        assert all(
            case.get("classname") and case.get("name") and float(case.get("time")) >= 0
            for case in cases
        )
        read[suite.get("name")] = {
            one.get("name"): one.get("value") for one in suite.find("properties")
        }
        read[suite.get("name")]["points"] = [
            float(one.get("value"))
            for one in suite.iterfind("testcase/properties/property[@name='points']")
        ]
    for name in ("tests", "failures", "errors"):
        assert int(root.get(name)) == sum(int(suite.get(name)) for suite in root)
    return read
