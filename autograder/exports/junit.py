"""``junit``: JUnit XML as pytest writes it, with points as properties: one suite a submission, one case a check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from autograder.exports.request import Request, Written
from autograder.files import write_bytes
from autograder.numbers import number
from autograder.result import Result, TaskResult, TaskStatus
from autograder.texts import Language

# What XML 1.0 has no way to hold.
NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
BROKEN_OFF = (TaskStatus.CRASHED, TaskStatus.TIMED_OUT)


def export(request: Request) -> Written:
    """Write one file for all submissions."""
    root = ET.Element("testsuites")
    for result in request.results:
        _add_suite(root, result, request.language)
    for count in ("tests", "failures", "errors", "skipped"):
        root.set(count, str(sum(int(suite.get(count, "0")) for suite in root)))
    for element in root.iter():
        element.text = NOT_XML.sub("\ufffd", element.text or "")
        for name, value in element.items():
            element.set(name, NOT_XML.sub("\ufffd", value))
    ET.indent(root, " ")
    data = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return Written([write_bytes(request.out, data + b"\n")])


def _add_suite(root: ET.Element, result: Result, language: Language) -> None:
    suite = ET.SubElement(root, "testsuite", name=f"{result.code}.{result.student}")
    about = {
        "student": result.student,
        "assignment": result.assignment,
        "status": str(result.status),
        "max_score": number(result.max_score),
        "suite": result.engine.suite,
    }
    if result.has_score:
        for name in ("raw_score", "penalty", "score"):
            about[name] = number(getattr(result, name))
    _add_properties(suite, about)
    for task in result.tasks:
        _add_cases(suite, task, result, language)
    cases = suite.findall("testcase")
    for count, tag in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
        suite.set(count, str(sum(case.find(tag) is not None for case in cases)))
    suite.set("tests", str(len(cases)))
    suite.set("time", f"{result.seconds:.3f}")


def _add_cases(suite: ET.Element, task: TaskResult, result: Result, language: Language) -> None:
    """Add a case for each check, and one where there is none; the first carries the task's points."""
    about = {"max_points": number(task.points)}
    if result.has_score:
        about["points"] = number(task.earned)
    if task.causes:
        about["cause"] = "; ".join(cause.name for cause in task.causes)
    name = f"{suite.get('name')}.{task.task}"
    for title, failure in _cases(task, result, language):
        case = ET.SubElement(suite, "testcase", classname=name, name=title, time="0.000")
        if about:
            _add_properties(case, about)
            about = {}
        if failure is not None:
            tag, kind, text = failure
            said = text.splitlines()[0] if text else kind
            ET.SubElement(case, tag, type=kind, message=said).text = text


def _cases(
    task: TaskResult, result: Result, language: Language
) -> Iterator[tuple[str, tuple[str, str, str] | None]]:
    """Yield what each case is called and, where it failed, the tag, the kind and the text of that."""
    tag = "error" if task.status in BROKEN_OFF else "failure"
    for check in task.checks:
        said = check.message.in_(language) if check.message else None
        why = "\n".join(filter(None, (check.call, said, check.where)))
        failure = (tag, check.reason or "failed", why)
        yield check.title.in_(language), None if check.passed else failure
    if not task.checks:
        said = result.message.in_(language) if result.message else str(task.status)
        failure = ("failure" if result.has_score else "error", str(task.status), said)
        yield task.title.in_(language), None if task.passed else failure


def _add_properties(parent: ET.Element, values: Mapping[str, str]) -> None:
    properties = ET.SubElement(parent, "properties")
    for name, value in values.items():
        ET.SubElement(properties, "property", name=name, value=value)
