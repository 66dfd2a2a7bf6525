"""What stands beside a language's assignments: the students' ``course.yml``, hints and README."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from string import Template
from typing import Any

import yaml

import autograder
from autograder.course import Course, Limits
from autograder.release.source import Source
from autograder.release.wording import STUDENTS_COURSE
from autograder.texts import Language, Text

README_TEMPLATES: Mapping[Language, str] = {"en": "readme.en.md", "ko": "readme.ko.md"}

# What a student's copy leaves out: the seed makes hidden inputs, and the rest is about the
# machines that grade.
LEFT_OUT = {"seed", "isolation", "gradescope", "assignments", "kit"}


def students_course(course: Course, language: Language) -> str:
    """Return the text of the students' ``course.yml``: finished assignments, and no seed."""
    data = course.model_dump(mode="json", exclude=LEFT_OUT, exclude_defaults=True)
    data = {"edition": "students", "kit": autograder.__version__, **data, "language": language}
    data["limits"] = course.limits.model_dump(include=set(Limits.model_fields))
    data["assignments"] = []
    for assignment in course.finished:
        entry = assignment.model_dump(mode="json", exclude_defaults=True)
        for task in entry["tasks"]:
            # Each task already holds what is forbidden in all of them.
            own = [name for name in task.pop("forbid", []) if name not in assignment.forbid]
            if own:
                task["forbid"] = own
        data["assignments"].append(entry)
    return f"# {STUDENTS_COURSE.in_(language)}\n{_yaml(data)}"


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
    path = Path(__file__).parent / README_TEMPLATES[language]
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
