"""What was handed in: found, read as guarded cells, held against the static policy.

``discover(paths, module)`` finds the submissions of a class, ``read_submission(path, module)``
reads one, ``check_policy(cells, …)`` says what in it isn't allowed.
"""

from autograder.submission.discovery import Found, discover
from autograder.submission.messages import UnreadableSubmission
from autograder.submission.policy import Finding, check_policy
from autograder.submission.submission import Submission, read_submission

__all__ = [
    "Finding",
    "Found",
    "Submission",
    "UnreadableSubmission",
    "check_policy",
    "discover",
    "read_submission",
]
