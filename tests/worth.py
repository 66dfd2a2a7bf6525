"""What the submissions of the example class are worth in A01: the one place where a test knows.

``tests/grading/test_example_class.py`` holds the grader to it; the tests of doors, gradebook and bundles read it, so that
a check more or less in the suite is a change of this table and of nothing else.
"""

POINTS = 100
SCORES = {
    "s01": POINTS,  # loops
    "s02": POINTS,  # a notebook, single precision and closed forms
    "s03": POINTS,  # a notebook with magics and shell lines
    "s04": 89.71,  # sums for means
    "s05": 66.89,  # three mistakes
    "s06": 0,  # blank
    "s07": 50,  # half finished
    "s08": 82,  # a bracket is missing in one function
    "s09": 92,  # imports what isn't there
    "s10": 78,  # an endless loop
    "s11": 92,  # os._exit
    "s12": 0,  # patches numpy.testing
    "s13": 0,  # lies with an ndarray subclass
    "s14": 8,  # looks for the suite; its one honest function is right
    "s15": 75.58,  # two mistakes, one of conduct
    "s16": 0,  # not text
}


def late(student: str, points: float) -> float:
    """Return a score with points taken off for lateness."""
    return round(SCORES[student] - points, 2)
