"""Every error a person can meet.

    AutograderError
    ├── CourseError          course.yml or a course folder is wrong
    ├── SubmissionError      a submission can't be read
    ├── SourceError          a file in solutions/ or autograder/suites/ is wrong
    ├── SandboxError         the isolation could not be set up (never a student's fault)
    │   └── SandboxUnavailable   this machine doesn't give the level that was asked for
    └── UsageError           a command was called with something it can't take

The message of each says what was wrong, where, what was found and what to do.
"""

from __future__ import annotations


class AutograderError(Exception):
    """The root: catch this one and print ``str(error)``; no traceback is owed to the reader."""

    exit_code = 2


class CourseError(AutograderError):
    """``course.yml``, or the folder it describes, is wrong."""


class SubmissionError(AutograderError):
    """A submission can't be read; other submissions are not affected."""


class SourceError(AutograderError):
    """A file that the course's authors wrote (lesson, suite, misconceptions, hints) is wrong."""


class SandboxError(AutograderError):
    """The isolation of student code failed: the kit's own failure, never a student's mark."""


class SandboxUnavailable(SandboxError):
    """The machine doesn't give the isolation level that was required."""


class UsageError(AutograderError):
    """A command was given something that it can't work with."""
