"""The grader's tests grade the toy course; a module that needs the real one asks for it."""

import pytest


@pytest.fixture(scope="session")
def course(toy_course):
    return toy_course
