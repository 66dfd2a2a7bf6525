"""Public checks in a notebook: ``check("A01.1")`` in the cell below a task.

Importing this module also lets the notebook import earlier assignments from the student's own files.
"""

from autograder.student.checking import CheckError, ChecksFailed, check, find_earlier

__all__ = ["CheckError", "ChecksFailed", "check"]

# The cells above the first check may import earlier assignments; so the hook is there from the start.
find_earlier()
