"""What nbgrader gets wrong by itself, each case right through our door.

Every case is a submission of the same class, graded by one ``nbgrader autograde``.
"""

import re

from ..worth import ALL, LOST, POINTS, SCORES, TASKS

A01, A03 = "a01_gradient_descent_line", "a03_sigmoid_cross_entropy"


def test_a_warning_is_not_a_zero(story, course):
    assert story.score("warned", A03) == course.assignment("A03").points


def test_what_a_test_cell_ends_with_is_neither_partial_credit_nor_full_marks_nor_an_error(story):
    assert story.score("endings") == POINTS
    assert story.score("endings-only") == 0


def test_an_edited_test_cell_is_shown_as_it_was_released(story):
    cells = {cell["id"]: cell for cell in story.notebook("endings")["cells"]}
    for task in TASKS.values():
        released = f'from autograder.notebook import check\n\ncheck("{task.id}")'
        assert cells[task.check_cell]["source"] == released.splitlines(True)


def test_leaving_the_process_costs_one_task_and_feedback_says_so(story):
    assert story.score("s11") == SCORES["s11"]
    assert "A01.7" in story.feedback("s11")
    grades = story.grades(story.graded, "s11", A01)
    lost = [
        task.check_cell for task in TASKS.values() if task.id not in ALL or task.id in LOST["s11"]
    ]
    assert [cell for (_, cell), (auto, _, _) in grades.items() if auto == 0] == lost


def test_an_endless_loop_costs_its_own_task(story):
    assert story.score("s10") == SCORES["s10"]


def test_a_copied_cell_costs_nothing_and_stops_nobody(story):
    assert story.score("copied") == POINTS
    names = [
        cell["metadata"].get("nbgrader", {}).get("grade_id")
        for cell in story.notebook("copied")["cells"]
    ]
    assert names.count("answer_A01_2") == names.count("test_A01_2") == names.count("intro") == 1


def test_a_deleted_cell_is_put_back_and_what_is_left_is_graded(story):
    points = {
        cell: auto for (_, cell), (auto, _, _) in story.grades(story.graded, "deleted").items()
    }
    assert points == {
        task.check_cell: 0 if task.id == "A01.7" else task.points for task in TASKS.values()
    }
    names = [cell["id"] for cell in story.notebook("deleted")["cells"]]
    assert names.index("test_A01_1") == names.index("answer_A01_1") + 1
    assert names.index("test_A01_7") == names.index("answer_A01_7") + 1


def test_metadata_in_whatever_state_is_no_reason_for_a_zero(story):
    for student in ("no-metadata", "old-schema", "new-schema", "odd-metadata"):
        assert story.score(student) == POINTS, student


def test_of_attachments_pictures_are_kept_and_one_that_is_not_there_stops_no_page(story):
    shown, quoted = story.notebook("odd-metadata")["cells"][1:3]
    picture = {"image/png": "AAAA"}
    assert shown["attachments"] == {"b c.png": picture, "b%20c.png": picture}
    assert "data:image/png;base64,AAAA" in story.feedback("odd-metadata")
    assert "![a](attachment:a.png)" in "".join(quoted["source"])
    assert "onerror" not in story.feedback("odd-metadata")


def test_what_cannot_be_read_gets_a_zero_a_reason_and_a_page(story):
    for student in ("not-json", "no-cells", "s16"):
        assert story.score(student) == 0
        assert "rejected" in story.feedback(student)
    assert "ipynb" in re.sub(r"<[^>]*>", "", story.feedback("not-json"))


def test_killing_the_parent_kills_nobody(story):
    assert story.score("kills-parent") == 0
    assert story.score("lee") > 0  # who comes after it


def test_no_trick_earns_a_point(story):
    tricks = ("kills-parent", "transforms", "reads-source", "writes-gradebook", "formats", "reads-others", "outlives",
              "phones", "s12", "s13")  # fmt: skip
    assert {name: story.score(name) for name in tricks} == dict.fromkeys(tricks, 0)


def test_the_gradebook_is_written_by_nobody_else(story):
    manual = {
        key: manual
        for key, (_, manual, _) in story.grades(story.graded).items()
        if manual is not None
    }
    assert manual == {("kim", "manual_A03_M1"): 7, ("kim", "test_A03_1"): 5}


def test_other_students_files_cannot_be_read(story):
    assert "canary-of-kim" in story.feedback("kim", A03)
    assert "canary-of-kim" not in story.feedback("reads-others")
    assert "SQLite format" not in story.feedback("reads-others")


def test_nothing_outlives_its_grading(story):
    assert not (story.folder / "outlived").exists()


def test_nobody_phones(story):
    assert story.facts("connections") == 0
