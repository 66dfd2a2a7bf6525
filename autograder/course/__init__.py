"""The course: what ``course.yml`` says, checked before anything runs.

``load_course(find_course())`` gives a frozen ``Course``; its assignments and tasks know their
names, points, prerequisites and folders.
"""

from autograder.course.hints import hint_of, load_hints
from autograder.course.loading import COURSE_FILE, current_course, find_course, load_course
from autograder.course.marking import Marking, load_marking
from autograder.course.model import Assignment, Course
from autograder.course.moments import moment, time_zone
from autograder.course.problems import Problem, did_you_mean, listed, raise_problems
from autograder.course.schema import SCHEMA_FILE, export_schema
from autograder.course.settings import HINT_STEPS, LatePolicy
from autograder.course.task import Task

__all__ = [
    "COURSE_FILE",
    "HINT_STEPS",
    "SCHEMA_FILE",
    "Assignment",
    "Course",
    "LatePolicy",
    "Marking",
    "Problem",
    "Task",
    "current_course",
    "did_you_mean",
    "export_schema",
    "find_course",
    "hint_of",
    "listed",
    "load_course",
    "load_hints",
    "load_marking",
    "moment",
    "raise_problems",
    "time_zone",
]
