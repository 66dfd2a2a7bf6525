"""What runs on a student's own machine: imports of earlier assignments, checks in a notebook.

``install(folder)`` lets an assignment import the ones before it from the student's own folders;
``autograder.notebook.check("A01.1")`` runs the public checks of a task in a notebook.
"""

from autograder.student.importer import install, uninstall

__all__ = ["install", "uninstall"]
