"""The pages that are made from results."""

import re

import pytest

from autograder.errors import UsageError
from autograder.report import write_report
from autograder.result import LoadProblem, Status, read_results, write_result

PAGE_TEXT = {"en": "Class results", "ko": "수강생 전체 결과"}


@pytest.fixture(scope="module")
def results(course, root, tmp_path_factory):
    from autograder.grading.batch import Job, grade_job
    from autograder.grading.options import GradeOptions
    from autograder.submission import discover

    found = discover([root / "examples" / "class"], "a01_gradient_descent_line")
    wanted = {"s01", "s04", "s06", "s08", "s12", "s16"}
    chosen = tuple(one for one in found if one.student in wanted)
    return grade_job(Job(course.file, "A01", chosen, GradeOptions()))


@pytest.fixture
def written(tmp_path):
    """Write results into a folder, and return it."""

    def write(*results):
        for result in results:
            write_result(result, tmp_path)
        return tmp_path

    return write


@pytest.mark.parametrize("language", ["en", "ko"])
def test_pages_stand_alone_in_either_language(results, written, language):
    folder = written(*results)
    index = write_report(folder, language)
    pages = [index, *folder.glob("*/*.html")]
    assert len(pages) == 1 + len(results)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"""(src|href)=["'](https?:)?//""", text)
        assert "<script" not in text
        assert f'lang="{language}"' in text
    assert PAGE_TEXT[language] in index.read_text(encoding="utf-8")


def test_a_student_page_names_the_mistake_and_nobody_else(results, written):
    folder = written(*results)
    write_report(folder, "en")
    page = (folder / "a01_gradient_descent_line" / "s04.html").read_text(encoding="utf-8")
    assert "The slopes are summed, not averaged" in page
    assert "s01" not in page


def test_results_survive_the_way_to_disk_and_back(results, written):
    assert read_results(written(*results)) == sorted(results, key=lambda one: one.student)


def test_what_a_student_wrote_is_shown_as_text(make_result, written):
    hostile = LoadProblem(
        message="<script>alert(1)</script>", filename="a.py", line=1, source="<b>"
    )
    folder = written(make_result("kim", load_problems=(hostile,), status=Status.NOT_LOADED))
    write_report(folder, "en")
    for page in (folder / "index.html", *folder.glob("*/*.html")):
        text = page.read_text(encoding="utf-8")
        assert "<script>" not in text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text


def test_the_class_page_shows_every_assignment_of_the_folder(make_result, written):
    """Who grades A01 and then A02 into one folder looks at a page of both."""
    write_report(written(make_result("kim", code="A01"), make_result("lee", code="A01")))
    page = write_report(written(make_result("kim", code="A02"))).read_text(encoding="utf-8")
    assert re.findall(r'<h2 id="(.*?)"', page) == ["A01", "A02"]
    assert re.findall(r'<a href="(.*?)"', page) == [
        "a01_line/kim.html",
        "a01_line/lee.html",
        "a02_line/kim.html",
    ]


def test_pages_are_in_the_language_of_the_course(make_result, written):
    folder = written(make_result("kim", language="ko"))
    assert 'lang="ko"' in write_report(folder).read_text(encoding="utf-8")
    assert 'lang="ko"' in (folder / "a01_line" / "kim.html").read_text(encoding="utf-8")
    assert 'lang="en"' in write_report(folder, "en").read_text(encoding="utf-8")


def test_pages_of_nothing_are_refused(tmp_path):
    with pytest.raises(UsageError, match="holds no results"):
        write_report(tmp_path)
