"""What one part of a course demands of another: sums, order, references."""

from __future__ import annotations

import keyword
from collections.abc import Callable, Iterator
from graphlib import CycleError, TopologicalSorter

from autograder.course.document import Place
from autograder.course.model import Assignment, Course
from autograder.course.moments import moment
from autograder.course.problems import did_you_mean, listed
from autograder.course.task import Task
from autograder.errors import CourseError

Found = Iterator[tuple[Place, str]]


def crosscheck(course: Course) -> Found:
    """Yield what contradicts itself in a course, each with its place in ``course.yml``."""
    for check in COURSE_CHECKS:
        yield from check(course)
    for index, assignment in enumerate(course.assignments):
        for place, message in _assignment_problems(course, assignment):
            yield ("assignments", index, *place), message


def languages_hold_the_default(course: Course) -> Found:
    """Demand that the default language is released, and that none is listed twice."""
    if course.language not in course.languages:
        yield (
            ("language",),
            f'"{course.language}" is not among the languages ({listed(course.languages)})',
        )
    yield from _repeated("languages", course.languages)


def seed_matches_edition(course: Course) -> Found:
    """Demand a seed of a course, and none of what students are given."""
    if course.edition == "course" and course.seed is None:
        yield (), 'key "seed" is missing; any whole number will do, and a course keeps it to itself'
    if course.edition == "students" and course.seed is not None:
        yield ("seed",), "the students' edition must not hold the seed of the hidden inputs"


def students_see_finished_only(course: Course) -> Found:
    """Demand that the students' edition lists no planned assignment."""
    if course.edition == "students":
        for index, assignment in enumerate(course.assignments):
            if not assignment.finished:
                yield (
                    ("assignments", index, "status"),
                    "the students' edition lists finished assignments only",
                )


def weights_sum_to_100(course: Course) -> Found:
    """Demand that the weights of a whole course are percents."""
    total = sum(assignment.weight for assignment in course.assignments)
    if course.edition == "course" and total != 100:
        yield ("assignments",), f"the weights sum to {total}, not to 100"


def assignments_are_unique_and_ordered(course: Course) -> Found:
    """Demand that each code stands once, and that codes rise."""
    before: Assignment | None = None
    for index, assignment in enumerate(course.assignments):
        if before is not None and assignment.code <= before.code:
            said = "stands twice" if assignment.code == before.code else f"follows {before.code}"
            yield ("assignments", index, "code"), f"{assignment.code} {said}; codes must rise"
        before = assignment


def times_are_clear(course: Course) -> Found:
    """Demand due times that exist and whose time zone is known.

    Students' machines are spared: they may lack the time zones, and nothing there needs the times.
    """
    if course.edition == "students":
        return
    try:
        zone = course.zone()
    except CourseError as error:
        yield ("timezone",), str(error)
        return
    for index, assignment in enumerate(course.assignments):
        if assignment.due is not None:
            try:
                moment(assignment.due, zone)
            except CourseError as error:
                yield ("assignments", index, "due"), str(error)


COURSE_CHECKS: tuple[Callable[[Course], Found], ...] = (
    languages_hold_the_default,
    seed_matches_edition,
    students_see_finished_only,
    weights_sum_to_100,
    assignments_are_unique_and_ordered,
    times_are_clear,
)


def _assignment_problems(course: Course, assignment: Assignment) -> Found:
    if not assignment.id.startswith(assignment.code.lower() + "_"):
        found = f"{assignment.code} doesn't match the id {assignment.id}, "
        yield ("code",), found + f"which starts with {assignment.id[:3]}"
    if assignment.finished and not assignment.weight:
        yield ("weight",), "found 0, expected at least 1: only a planned assignment has no weight"
    yield from _builds_on_problems(course, assignment)
    yield from _repeated("extras", assignment.extras)
    if assignment.finished and len(assignment.drafts) == len(assignment.tasks):
        yield ("tasks",), "all of them are drafts; an assignment without a finished task is planned"
    yield from _task_list_problems(assignment)
    known = {task.id: task for task in course.tasks}
    earlier = course.basis(assignment)
    basis = {other.code for other in earlier if other.code < assignment.code}
    for index, task in enumerate(assignment.tasks):
        for place, message in (
            *_name_problems(task),
            *_needs_problems(task, known, basis),
            *_given_problems(course, task, basis),
        ):
            yield ("tasks", index, *place), message
    yield from _cycle_problems(assignment)


def _builds_on_problems(course: Course, assignment: Assignment) -> Found:
    by_code = {other.code: other for other in course.assignments}
    codes = list(by_code)
    for index, code in enumerate(assignment.builds_on):
        other = by_code.get(code)
        if other is None:
            found = f"there is no assignment {code}."
            yield ("builds_on", index), found + did_you_mean(code, codes)
        elif code >= assignment.code:
            yield ("builds_on", index), f"{code} doesn't come before {assignment.code}"
        elif assignment.finished and not other.finished:
            yield (
                ("builds_on", index),
                f"{assignment.code} is finished, but {code}, which it builds on, is planned",
            )
    yield from _repeated("builds_on", assignment.builds_on)


def _task_list_problems(assignment: Assignment) -> Found:
    before = 0
    for index, task in enumerate(assignment.tasks):
        place: Place = ("tasks", index, "id")
        if task.code != assignment.code:
            yield place, f"{task.id} doesn't belong to {assignment.code}"
        elif task.number <= before:
            yield place, f"{task.id} follows {assignment.code}.{before}; numbers must rise"
        before = max(before, task.number)
    owner: dict[str, str] = {}
    kinds: dict[str, str] = {}
    for index, task in enumerate(assignment.tasks):
        for name in task.functions:
            if name in owner:
                found = f"{name} is already the function of {owner[name]}"
                yield ("tasks", index, "function"), found
            owner[name] = task.id
        kind = "function" if task.class_name is None else "class"
        if kinds.setdefault(task.name, kind) != kind:
            yield ("tasks", index, "function"), f"{task.name} is both a function and a class"


def _name_problems(task: Task) -> Found:
    for key, names in (("function", (task.function,)), ("also", task.also)):
        for part in (part for name in names for part in name.split(".")):
            if keyword.iskeyword(part):
                yield (key,), f'"{part}" is a word of Python and can\'t name anything'
    for index, name in enumerate(task.also):
        if task.class_name is None or not name.startswith(task.class_name + "."):
            allowed = f"{task.class_name}.…" if task.class_name else "nothing, beside a function"
            yield ("also", index), f"{name} is no method of the same class; allowed: {allowed}"
    yield from _repeated("needs", task.needs)
    yield from _repeated("given", task.given)


def _needs_problems(task: Task, known: dict[str, Task], basis: set[str]) -> Found:
    for index, needed in enumerate(task.needs):
        other = known.get(needed)
        found = ""
        if other is None:
            found = f"there is no task {needed}." + did_you_mean(needed, known)
        elif other.id == task.id:
            found = f"{task.id} can't need itself"
        elif other.status == "draft" and task.status != "draft":
            found = f"{task.id} is finished, but {needed}, which it needs, is a draft"
        elif other.code != task.code and other.code not in basis:
            why = "doesn't come before it" if other.code > task.code else "is no part of it"
            earlier = listed(sorted(basis)) or "nothing"
            found = f"{task.code} builds on {earlier}; {needed} {why}"
        elif other.class_name is not None and other.code != task.code:
            found = f"{needed} is {other.function}, a method; "
            found += "of another assignment only functions can stand in"
        elif not other.can_stand_in:
            found = f"{needed} is several methods; only one that stands for itself can stand in"
        if found:
            yield ("needs", index), found


def _given_problems(course: Course, task: Task, basis: set[str]) -> Found:
    offered: dict[str, list[str]] = {}
    for assignment in course.assignments:
        if assignment.code in basis:
            for other in assignment.tasks:
                offered.setdefault(other.name, []).append(other.id)
    for index, name in enumerate(task.given):
        owners = offered.get(name, [])
        if not owners:
            found = f'no assignment that {task.code} builds on has a function or class "{name}".'
            yield ("given", index), found + did_you_mean(name, offered)
        elif len({owner.partition(".")[0] for owner in owners}) > 1:
            yield ("given", index), f'"{name}" is ambiguous: {listed(owners)}'


def _cycle_problems(assignment: Assignment) -> Found:
    """Walk the needs within one assignment; report a circle of several tasks."""
    needs = {
        task.id: [needed for needed in task.needs if needed != task.id] for task in assignment.tasks
    }
    try:
        TopologicalSorter(needs).prepare()
    except CycleError as error:
        circle = error.args[1][::-1]
        place = assignment.task_ids.index(circle[0])
        yield ("tasks", place, "needs"), "goes in a circle: " + " → ".join(circle)


def _repeated(key: str, values: tuple[str, ...] | list[str]) -> Found:
    for index, value in enumerate(values):
        if value in values[:index]:
            yield (key, index), f'"{value}" stands twice'
