"""New tasks and assignments: every piece that one is made of, written as a draft with what is to be done."""

from autograder.authoring.drafting import draft_assignment, draft_task

__all__ = ["draft_assignment", "draft_task"]
