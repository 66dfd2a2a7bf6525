"""How much of what a program says is passed on: its worker cuts there, and the grader, who trusts no worker, once more."""

NAME = 100  # characters of a class, a module, a name
LINE = 200  # of a line of source, a file's name, a warning
REASON = 300  # of what a failed statement says
MESSAGE = 4000  # of what an exception says

MOST_BASES = 20
MOST_FRAMES = 20
MOST_WARNINGS = 5
MOST_PROBLEMS = 200
