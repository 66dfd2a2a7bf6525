"""Laws of the release: reading agrees with jupytext, and writing gives back what was read."""

import re
from pathlib import Path

import jupytext
import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.course import find_course, load_course
from autograder.release.lesson import read_lesson
from autograder.release.rendering import RenderedCell
from autograder.release.script import script_text

THE_COURSE = load_course(find_course(Path(__file__)))
WRITTEN = [each for each in THE_COURSE.finished if each.solution_file.is_file()]

WORDS = st.text("abc $\\\\%#한글*", min_size=1, max_size=12).map(str.strip)
# Text that looks like a magic command is escaped by jupytext in ways of its own.
WORDS = WORDS.filter(lambda words: words and not re.match(r"[#\s]*%", words))
MARKDOWN = st.lists(st.just("") | WORDS, min_size=1, max_size=4).filter(lambda lines: any(lines))
CODE = st.sampled_from(
    [
        "x = 1",
        "# a note\nx = 1",
        's = """\n# %% not a mark\n"""',
        "def f(x):\n\n    return x\n\n\ny = 2",
    ]
)


@st.composite
def lessons(draw):
    """Return the text of a lesson, and kind and source of each of its cells."""
    cells = draw(
        st.lists(
            st.tuples(st.just("code"), CODE) | st.tuples(st.just("markdown"), MARKDOWN),
            min_size=1,
            max_size=5,
        )
    )
    parts, expected = [], []
    for number, (kind, content) in enumerate(cells):
        if kind == "markdown":
            source = "\n".join(content).strip("\n")
            head = f'# %% [markdown] id="m{number}"'
            body = "\n".join(f"# {line}" if line else "#" for line in source.split("\n"))
        else:
            source, head, body = content, "# %%", content
        parts.append(f"{head}\n{body}\n")
        expected.append((kind, source))
    return "\n".join(parts), expected


@given(lessons())
def test_a_lesson_is_split_as_jupytext_splits_it(tmp_path_factory, lesson):
    text, expected = lesson
    path = tmp_path_factory.mktemp("lesson") / "lesson.py"
    path.write_text(text, encoding="utf-8")
    ours = [(cell.kind, cell.source) for cell in read_lesson(path).cells]
    theirs = [
        (cell.cell_type, cell.source) for cell in jupytext.reads(text, fmt="py:percent").cells
    ]
    assert ours == theirs == expected


@given(lessons())
def test_a_lesson_that_is_written_is_the_one_that_was_read(tmp_path_factory, lesson):
    text, _ = lesson
    path = tmp_path_factory.mktemp("lesson") / "lesson.py"
    path.write_text(text, encoding="utf-8")
    written = script_text([RenderedCell(cell, cell.source) for cell in read_lesson(path).cells])
    assert written == re.sub(r' id="m\d"', "", text)


@pytest.mark.parametrize("assignment", WRITTEN, ids=lambda assignment: assignment.code)
def test_a_lesson_of_the_course_loses_nothing_but_ids(assignment):
    text = assignment.solution_file.read_text(encoding="utf-8")
    cells = read_lesson(assignment.solution_file).cells
    written = script_text([RenderedCell(cell, cell.source) for cell in cells])
    assert sorted(written.split()) == sorted(
        re.sub(r'(?m)^(# %%.*?) id="[^"]*"( manual="[^"]*")?', r"\1", text).split()
    )
