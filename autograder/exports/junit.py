"""``junit``: JUnit XML as pytest writes it, with points as properties: one suite a submission, one case a check."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from autograder.exports.request import Request, Written
from autograder.files import write_bytes
from autograder.numbers import number
from autograder.result import CheckResult, Result, TaskResult
from autograder.texts import Language

# What XML 1.0 has no way to hold.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def export(request: Request) -> Written:
    """Write one file for all submissions."""
    suites = [_suite(result, request.language) for result in request.results]
    totals = {
        name: str(sum(int(suite.get(name, "0")) for suite in suites))
        for name in ("tests", "failures", "errors", "skipped")
    }
    root = ET.Element("testsuites", totals)
    root.extend(suites)
    ET.indent(root, " ")
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Written([write_bytes(request.out, data + b"\n")])


def _suite(result: Result, language: Language) -> ET.Element:
    name = f"{result.code}.{result.student}"
    suite = ET.Element("testsuite", {"name": _clean(name)})
    values = {
        "student": result.student,
        "assignment": result.assignment,
        "status": str(result.status),
        "max_score": number(result.max_score),
        "suite": result.engine.suite,
    }
    if result.has_score:
        values |= {
            "raw_score": number(result.raw_score),
            "penalty": number(result.penalty),
            "score": number(result.score),
        }
    _properties(suite, values)
    for task in result.tasks:
        suite.extend(_cases(task, result, name, language))
    cases = suite.findall("testcase")
    for kind, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(kind, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    suite.set("time", f"{result.seconds:.3f}")
    return suite


def _cases(task: TaskResult, result: Result, suite: str, language: Language) -> list[ET.Element]:
    """Return a case for each check, and one where there is none; the first carries the task's points."""
    cases = []
    for check in task.checks:
        case = _case(suite, task, check.title.in_(language))
        if not check.passed:
            tag = "error" if task.status in ("crashed", "timed out") else "failure"
            _outcome(case, tag, check.reason or "failed", _why(check, language))
        cases.append(case)
    if not cases:
        case = _case(suite, task, task.title.in_(language))
        tag = "failure" if result.has_score else "error"
        why = result.message.in_(language) if result.message else str(task.status)
        if not task.passed:
            _outcome(case, tag, str(task.status), why)
        cases.append(case)
    cause = "; ".join(one.name for one in task.causes)
    values = {"max_points": number(task.points)}
    if result.has_score:
        values["points"] = number(task.earned)
    _properties(cases[0], values | ({"cause": cause} if cause else {}))
    return cases


def _case(suite: str, task: TaskResult, title: str) -> ET.Element:
    names = {"classname": f"{suite}.{task.task}", "name": title, "time": "0.000"}
    return ET.Element("testcase", {key: _clean(value) for key, value in names.items()})


def _outcome(case: ET.Element, tag: str, kind: str, text: str) -> None:
    first = text.splitlines()[0] if text else kind
    ET.SubElement(case, tag, {"type": _clean(kind), "message": _clean(first)}).text = _clean(text)


def _why(check: CheckResult, language: Language) -> str:
    parts = (check.call, check.message.in_(language) if check.message else None, check.where)
    return "\n".join(part for part in parts if part)


def _properties(parent: ET.Element, values: dict[str, str]) -> None:
    properties = ET.Element("properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", {"name": name, "value": _clean(value)})
    parent.insert(0, properties)


def _clean(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
