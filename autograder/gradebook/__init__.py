"""The gradebook: who handed in what and when, which attempt counts, what lateness costs, what a regrade changes.

``roster.load_roster`` reads who takes the course; a ``plan.Plan`` groups submissions by student and settles their
results into one; ``attendance.entries`` tells who is missing; ``regrade.compare`` and ``accept`` make a regrade;
``anonymity.Anonymiser`` takes people out of results.
"""
