"""nbgrader's plug-in: a course folder for nbgrader, and our grades in its gradebook.

``course_folder`` writes the folder that nbgrader works on. There, ``nbgrader generate_assignment`` cuts the
solutions (``cutting``), and ``nbgrader autograde`` reads what was handed in (``reading``), makes a sound notebook
of it (``restoring``), has the engine grade it in its sandbox and records what it earned (``grading``,
``gradebook``). ``push`` records a class that ``autograder grade`` has graded. No kernel is started, and no student
code runs in nbgrader's process.

Everything but ``course_folder`` needs nbgrader, which comes with the instructor's install.
"""
