"""What stands beside a language's assignments: the students' ``course.yml``, hints and README."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template
from typing import Any

import yaml

import autograder
from autograder.course import Assignment, Course, LatePolicy, Task
from autograder.course.settings import HintSteps
from autograder.locale import sentence
from autograder.program import Limits, TaskLimits
from autograder.records import Part
from autograder.release.source import Source
from autograder.texts import Language, Text

# What students are given of each part of a course, in this order. Nothing else leaves: the seed makes hidden inputs,
# and whatever course.yml will hold tomorrow stays here until somebody has thought of students reading it.
HANDED_OUT: Mapping[type[Part], tuple[str, ...]] = {
    Course: (
        *("title", "language", "languages", "earlier", "packages", "forbidden", "policy"),
        *("limits", "hints", "timezone", "attempts", "late"),
    ),
    Assignment: (
        *("id", "code", "status", "title", "weight", "builds_on", "slides", "due", "late"),
        *("extras", "forbid", "points", "tasks"),
    ),
    Task: (
        *("id", "function", "also", "title", "points"),
        *("needs", "given", "forbid", "show", "limits"),
    ),
    Limits: (
        *("cpu_seconds", "wall_seconds", "loading_seconds", "answer_seconds"),
        *("memory_mib", "output_kib"),
    ),
    TaskLimits: ("cpu_seconds", "wall_seconds", "answer_seconds", "memory_mib", "output_kib"),
    HintSteps: ("released", "after_attempts"),
    LatePolicy: ("grace_minutes", "per_day", "of", "cap"),
}


def students_course(course: Course, language: Language) -> str:
    """Return the text of the students' ``course.yml``: finished assignments, and only what is handed out of them."""
    made_by = {"edition": "students", "kit": autograder.__version__}
    data = {**made_by, **handed_out(course), "language": language}
    data["limits"] = {name: getattr(course.limits, name) for name in HANDED_OUT[Limits]}
    data["assignments"] = []
    for assignment in course.finished:
        entry = handed_out(assignment)
        for task in entry["tasks"]:
            # Each task already holds what is forbidden in all of them.
            own = [name for name in task.pop("forbid", []) if name not in assignment.forbid]
            if own:
                task["forbid"] = own
        data["assignments"].append(entry)
    return f"# {sentence('students_course').in_(language)}\n{_yaml(data)}"


def handed_out(part: Part) -> dict[str, Any]:
    """Return what students are given of a part of a course, as plain data; what is as by default is left out.

    Of a task's limits, all that it names are: the course's may be others than the defaults.

    Raises
    ------
    KeyError
        For a part of which nothing is listed.
    """
    listed = next((kind for kind in type(part).__mro__ if kind in HANDED_OUT), type(part))
    names = HANDED_OUT[listed]
    named = isinstance(part, TaskLimits)
    plain = part.model_dump(
        mode="json", include=set(names), exclude_defaults=not named, exclude_unset=named
    )
    return {name: _inner(getattr(part, name), plain[name]) for name in names if name in plain}


def _inner(value: object, plain: Any) -> Any:
    if isinstance(value, Part):
        return handed_out(value)
    if isinstance(value, tuple):
        return [_inner(one, other) for one, other in zip(value, plain, strict=True)]
    return plain


def students_hints(source: Source) -> str | None:
    """Return the text of a student's ``hints.yml``: the steps released; None where none is."""
    released = source.course.hints.released
    if not released:
        return None
    steps: dict[str, Any] = {
        task_id: [step.model_dump() for step in hints[:released]]
        for task_id, hints in source.hints.items()
    }
    return _yaml(steps)


def readme(course: Course, language: Language) -> str:
    """Return the text of the ``README.md`` that students start from."""
    path = Path(__file__).parent / f"readme.{language}.md"
    template = Template(path.read_text(encoding="utf-8"))
    first = course.finished[0]
    return template.substitute(
        title=course.title.in_(language),
        table="\n".join(_rows(course, language)),
        code=first.code,
        id=first.id,
        task=first.tasks[0].id,
    )


def _rows(course: Course, language: Language) -> Iterable[str]:
    for each in course.finished:
        folder = f"[`{each.id}`]({each.id}/)"
        yield f"| {each.code} | {folder} | {each.title.in_(language)} | {len(each.tasks)} |"


class _Writer(yaml.SafeDumper):
    """Writes long lists further in than their key, and small lists and mappings on one line."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: object) -> bool:
        return True

    def represent_sequence(
        self, tag: str, sequence: Any, flow_style: bool | None = None
    ) -> yaml.SequenceNode:
        small = bool(sequence) and all(isinstance(item, str) for item in sequence)
        return super().represent_sequence(tag, sequence, flow_style=small or flow_style)

    def represent_mapping(
        self, tag: str, mapping: Any, flow_style: bool | None = None
    ) -> yaml.MappingNode:
        small = bool(mapping) and set(mapping) == set(Text.model_fields)
        return super().represent_mapping(tag, mapping, flow_style=small or flow_style)


def _yaml(data: Mapping[str, Any]) -> str:
    text = yaml.dump(dict(data), Dumper=_Writer, sort_keys=False, allow_unicode=True, width=10**6)
    return str(text)
