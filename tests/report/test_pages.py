"""The pages that are made from results."""

import re

import pytest

from autograder.records import replaced
from autograder.report import write_report
from autograder.result import read_results, write_result

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


@pytest.mark.parametrize("language", ["en", "ko"])
def test_pages_stand_alone_in_either_language(results, tmp_path, language):
    index = write_report(results, tmp_path, language)
    pages = [index, *tmp_path.glob("*/*.html")]
    assert len(pages) == 1 + len(results)
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not re.search(r"""(src|href)=["'](https?:)?//""", text)
        assert "<script" not in text
        assert f'lang="{language}"' in text
    assert PAGE_TEXT[language] in index.read_text(encoding="utf-8")


def test_a_student_page_names_the_mistake_and_nobody_else(results, tmp_path):
    write_report(results, tmp_path, "en")
    page = (tmp_path / "a01_gradient_descent_line" / "s04.html").read_text(encoding="utf-8")
    assert "The slopes are summed, not averaged" in page
    assert "s01" not in page


def test_results_survive_the_way_to_disk_and_back(results, tmp_path):
    for result in results:
        write_result(result, tmp_path)
    assert read_results(tmp_path) == sorted(results, key=lambda one: one.student)


def test_what_a_student_wrote_is_shown_as_text(results, tmp_path):
    from autograder.result import LoadProblem

    hostile = LoadProblem(
        message="<script>alert(1)</script>", filename="a.py", line=1, source="<b>"
    )
    write_report([replaced(results[0], load_problems=(hostile,))], tmp_path, "en")
    for page in (tmp_path / "index.html", *tmp_path.glob("*/*.html")):
        assert "<script>" not in page.read_text(encoding="utf-8")
