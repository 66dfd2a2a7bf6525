"""The gradebook: who handed in what and when, which attempt counts, what lateness costs, what a regrade changes.

``load_roster`` reads who takes the course; a ``Plan`` groups submissions by student and settles their results into one;
``entries`` tells who is missing; ``compare`` and ``accept`` make a regrade; ``Anonymiser`` takes people out of results.
"""

from autograder.gradebook.anonymity import Anonymiser, load_key
from autograder.gradebook.attendance import Entry, Standing, entries
from autograder.gradebook.plan import Plan
from autograder.gradebook.regrade import accept, compare
from autograder.gradebook.roster import Roster, Student, load_roster

__all__ = [
    "Anonymiser",
    "Entry",
    "Plan",
    "Roster",
    "Standing",
    "Student",
    "accept",
    "compare",
    "entries",
    "load_key",
    "load_roster",
]
