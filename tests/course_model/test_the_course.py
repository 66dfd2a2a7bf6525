"""The course that this repository holds: what its tasks forbid, and what editors know of its file.

What an instructor may change, such as how many tasks there are and what they are worth, is asked of no course.
"""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from autograder.course import COURSE_FILE, SCHEMA_FILE, export_schema, find_course, load_course
from autograder.submission.policy import forbids

ROOT = find_course(Path(__file__)).parent


@pytest.fixture(scope="module")
def the_course():
    return load_course(ROOT)


SLIDING = {
    "numpy.convolve",
    "numpy.correlate",
    "numpy.polymul",
    "numpy.fft",
    "scipy.signal",
    "scipy.ndimage.correlate",
}


@pytest.mark.parametrize(
    ("task", "names"),
    [
        ("A02.6", {"numpy.polyfit", "numpy.linalg.lstsq", "scipy.stats.linregress"}),
        ("A06.1", {"numpy.linalg.norm", "math.hypot"}),
        ("A06.2", {"numpy.linalg.norm", "math.hypot"}),
        ("A09.3", {"scipy.special.softmax", "sklearn.utils.extmath.softmax"}),
        *((task, SLIDING) for task in ("A10.2", "A10.3", "A10.5", "A10.6")),
        *((task, SLIDING) for task in ("A11.2", "A11.3", "A11.6")),
    ],
)
def test_shortcuts_are_forbidden_where_they_would_do_the_task(the_course, task, names):
    assert names <= set(the_course.task(task).forbid)


@pytest.mark.parametrize(
    ("task", "name"),
    [
        ("A02.6", "numpy.polynomial.polynomial.polyval"),
        ("A09.3", "scipy.special.expit"),
        ("A10.5", "scipy.ndimage.zoom"),
        ("A10.5", "numpy.lib.stride_tricks.sliding_window_view"),
    ],
)
def test_what_only_helps_is_not_forbidden(the_course, task, name):
    """Functions that do the task are off limits, not the packages that they come from."""
    assert not any(forbids(ban, name) for ban in the_course.task(task).forbid)


def test_its_editor_schema_is_fresh():
    found = (ROOT / SCHEMA_FILE).read_text(encoding="utf-8")
    assert found == export_schema(), "write autograder.course.export_schema() to it"


def test_its_editor_schema_accepts_it():
    schema = json.loads(export_schema())
    jsonschema.Draft202012Validator.check_schema(schema)
    text = (ROOT / COURSE_FILE).read_text(encoding="utf-8")
    assert text.startswith(f"# yaml-language-server: $schema={SCHEMA_FILE.as_posix()}\n")
    jsonschema.validate(yaml.safe_load(text), schema)


def test_its_editor_schema_knows_every_key_by_a_sentence():
    schema = json.loads(export_schema())
    for part in (schema, *schema["$defs"].values()):
        if part["title"] == "Text":
            continue
        for key, entry in part.get("properties", {}).items():
            assert entry.get("description"), f"{part['title']}.{key}"
