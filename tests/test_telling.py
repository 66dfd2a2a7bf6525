"""A result is told once: every form says the same of a task, in the same words and order."""

import html
import re

import pytest

from autograder.exports.documents import prairielearn, submitty
from autograder.hosted.gradescope import results_document
from autograder.hosted.settings import Settings
from autograder.nbgrader_plugin.comments import comment_on
from autograder.records import replaced
from autograder.report.pages import environment
from autograder.result import LoadProblem, TaskStatus, tasks_of
from autograder.telling import (
    MARKDOWN,
    PLAIN,
    Remark,
    about_result,
    about_task,
    log_rows,
    task_feedback,
)
from autograder.texts import Text

from .gradebook.conftest import make_result

__all__ = ["make_result"]


def text(english, korean):
    return Text(en=english, ko=korean)


@pytest.fixture
def told(make_result):
    """A result of which everything is said that can be said."""
    base = make_result()
    (cause,) = base.tasks[1].causes
    second = replaced(cause, name="other", title=text("Another cause", "다른 원인"))
    task = replaced(
        base.tasks[1],
        findings=(text("It calls `np.gradient`.", "`np.gradient`를 호출합니다."),),
        causes=(cause, second),
        pattern=text("Every entry is 0.", "모든 원소가 0입니다."),
        notes=(text("NumPy warned.", "NumPy가 경고했습니다."),),
    )
    problem = LoadProblem(message="NameError: a", note=text("cut", "잘림"), filename="a.py", line=3)
    late = {"raw_score": 88.0, "penalty": 8.0, "score": 80.0}
    return replaced(base, tasks=(base.tasks[0], task), load_problems=(problem,), **late)


def forms(result, language):
    """Return what each form says of the second task, without its markup."""
    task = result.tasks[1]
    cases = submitty(result, language, tasks_of([result]))["testcases"]
    settings = Settings(assignment=result.assignment, language=language)
    document = results_document(settings, result.tasks, status="graded")
    yield "\n".join(one["messages"][0]["message"] for one in cases[1]["autochecks"])
    yield prairielearn(result, language)["tests"][1]["message"]
    yield re.sub(r"\\(.)|[*`]", r"\1", html.unescape(document["tests"][1]["output"]))
    pages = environment(language).get_template("student.html").render(result=result)
    (own,) = re.findall(rf'<section class="card" id="{task.task}">.*?</section>', pages, re.DOTALL)
    yield html.unescape(re.sub(r"<.*?>", "", own))


@pytest.mark.parametrize("language", ["en", "ko"])
def test_every_form_says_the_same_words_in_the_same_order(told, language):
    task = told.tasks[1]
    words = [
        task.findings[0],
        task.causes[0].title,
        task.causes[0].hint,
        task.causes[1].title,
        task.pattern,
        task.notes[0],
        task.checks[0].title,
        task.checks[0].message,
    ]
    for form in forms(told, language):
        rest = form.replace("`", "")
        for word in words:
            _, found, rest = rest.partition(word.in_(language).replace("`", ""))
            assert found, f"{word.en} is missing, or not in its place: {form}"


def test_of_what_is_not_written_it_is_said_once_why(make_result):
    task = make_result("kim", (60.0, 0.0)).tasks[1]
    unwritten = replaced(task, status=TaskStatus.MISSING, checks=task.checks * 3)
    assert task_feedback(unwritten, "en", PLAIN) == "2 of the 3 entries are wrong."
    assert task_feedback(task, "en", PLAIN).splitlines() == [
        "0 of 1 checks passed.",
        "",
        "✗ random data. gradient(array (3,)): 2 of the 3 entries are wrong.",
    ]


def test_a_whole_result_says_what_was_cut_and_what_lateness_cost(told):
    said = [PLAIN.block(remark) for remark in about_result(told, "en")]
    assert said[0] == "88 earned − 8 for lateness = 80 points"
    assert said[1].endswith("a.py:3: cut")
    assert "잘림" in MARKDOWN.block(list(about_result(told, "ko"))[1])


def test_a_comment_says_the_causes_and_nothing_that_a_student_wrote(told):
    said = comment_on(told.tasks, "en")
    assert said.startswith("A01.2 gradient: 28 / 40, partly.\n\nOne of these fits")
    assert "Summed & not averaged. 1/m?" in said
    assert "Every entry is 0." in said
    assert "np.gradient" not in said
    assert "array" not in said
    assert comment_on(told.tasks[:1], "en") is None


def test_what_a_student_said_stays_text_in_markdown_and_html():
    hostile = Remark("fault", "<b> `a` *x*", code="<i>`f`", source="# <u>")
    assert MARKDOWN.block(hostile) == "`` <i>`f` ``: &lt;b&gt; `a` \\*x\\*\n  `# <u>`"
    line = environment("en").filters["line"](hostile)
    assert line == "<code>&lt;i&gt;`f`</code>: &lt;b&gt; <code>a</code> *x*"


def test_a_log_lines_up_its_tasks_and_their_sum(told):
    first, second, total = log_rows(told)
    assert first.startswith("A01.1   predict ")
    assert second.index("28 / 40") == total.index("80 / 100") == first.index("60 / 60")
    assert total.endswith("graded")


def test_one_cause_is_told_without_a_choice(make_result):
    (cause,) = about_task(make_result().tasks[1], "en")
    assert PLAIN.block(cause) == "Summed & not averaged. 1/m?"
