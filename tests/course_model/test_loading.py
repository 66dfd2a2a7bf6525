"""What is wrong in ``course.yml`` is told with its line, its key and what is allowed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.course import Course, find_course, load_course
from autograder.course.document import read_document
from autograder.errors import CourseError, UsageError


def told(course_file):
    with pytest.raises(CourseError) as caught:
        course_file.load()
    return str(caught.value)


def test_a_sound_course_loads_from_its_file_and_from_its_folder(course_file):
    by_file = course_file.load()
    assert load_course(course_file.path.parent) == by_file
    assert [task.id for task in by_file.tasks] == ["A01.1", "A01.2", "A02.1", "A02.2"]


def test_course_is_found_from_a_folder_below(course_file):
    course_file.load()
    below = course_file.path.parent / "solutions" / "a01_line"
    below.mkdir(parents=True)
    assert find_course(below) == course_file.path


def test_no_course_above_says_where_to_go(tmp_path):
    with pytest.raises(UsageError, match=r"no course\.yml here or in a folder above"):
        find_course(tmp_path)


def test_missing_file_says_what_it_should_hold(tmp_path):
    with pytest.raises(CourseError, match="no such file; it should hold a course"):
        load_course(tmp_path)


# Old text, new text, where the line of the error is looked for, and the words of the error.
WRONG_KEYS = [
    ("points: 60", "point: 60", "point: 60", ['unknown key "point"', 'Did you mean "points"?']),
    (
        "points: 60",
        "point: 60",
        "id: A01.1",
        ["assignments[A01].tasks[A01.1].points", "is missing"],
    ),
    ("seed: 7", "sead: 7", "sead: 7", ['unknown key "sead"', 'Did you mean "seed"?']),
    (
        "weight: 40",
        "weight: forty",
        "forty",
        ["assignments[A01].weight", 'found "forty", expected a whole number'],
    ),
    ("weight: 40", "weight: 40.0", "weight: 40.0", ["found 40.0, expected a whole number"]),
    ("weight: 40", "weight: yes", "weight: yes", ["found yes, expected a whole number"]),
    ("weight: 40", "weight: 0", "weight: 0", ["found 0, expected at least 1"]),
    (
        "cpu_seconds: 2",
        "cpu_seconds: -2",
        "limits:",
        ["limits.cpu_seconds", "found -2, expected more than 0"],
    ),
    ("cpu_seconds: 2", "cpu_seconds: .inf", "limits:", ["expected a number that is finite"]),
    (
        "status: planned",
        "status: plannd",
        "plannd",
        ["expected planned or finished", 'Did you mean "planned"?'],
    ),
    ("points: 60", "points: 0", "points: 0", ["found 0, expected more than 0"]),
    ("points: 60", "points: .nan", "points: .nan", ["expected a number that is finite"]),
    ("points: 60", "points: yes", "points: yes", ["found yes, expected a number"]),
    (
        "points: 60",
        "points: 0.001",
        "tasks:",
        ["assignments[A01].tasks", "a share of 0.001 comes to less than 0.01 of the 100 points"],
    ),
    (
        "seed: 7",
        "seed: 7\nisolation: {minimum: landlok}",
        "isolation:",
        ["namespaces, landlock, rlimits or subprocess", 'Did you mean "landlock"?'],
    ),
    ("limits: {cpu_seconds: 30}", "limits: {cpu: 30}", "limits: {cpu:", ['unknown key "cpu"']),
    (
        "limits: {cpu_seconds: 30}",
        "limits: {loading_seconds: 3}",
        "limits: {load",
        ['unknown key "loading_seconds"', "Known: cpu_seconds, wall_seconds"],
    ),
    ("show: input", "show: all", "show: all", ['found "all", expected nothing, kind or input']),
    ("ko: 직선", "kr: 직선", "kr: 직선", ['unknown key "kr"', "Known: en or ko"]),
    ("ko: 직선", "ko: ''", "A line", ["title.ko", "expected text that isn't empty"]),
    ("ko: 직선", "ko: 1", "A line", ["found 1, expected text"]),
    ("needs: [A01.1]", "needs: A01.1", "needs: A01.1", ['found "A01.1", expected a list']),
    ("needs: [A01.1]", "needs:", "needs:", ["found nothing, expected a list"]),
    ("function: predict", "function: a.b.c", "a.b.c", ["expected a function or method such as"]),
    ("id: A01.1", "id: A1.1", "A1.1", ['expected a task id such as "A01.4"']),
    ("id: a01_line", "id: a01-line", "a01-line", ["expected an assignment id such as"]),
    (
        "languages: [en, ko]",
        "languages: [en, fr]",
        "languages:",
        ["languages[1]", 'found "fr", expected en or ko'],
    ),
    ("slides: L1-L9", "slides: 1-9", "1-9", ["expected a range of lines"]),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), WRONG_KEYS)
def test_wrong_key_or_value_is_told_with_its_line(course_file, old, new, place, words):
    message = told(course_file.change(old, new))
    line = course_file.line_of(place)
    assert any(
        f"course.yml:{line}: " in said and all(word in said for word in words)
        for said in message.splitlines()
    ), message


WRONG_SENSE = [
    ("weight: 40", "weight: 41", "assignments:", "the weights sum to 101, not to 100"),
    ("seed: 7\n", "", "title:", 'key "seed" is missing'),
    ("language: en", "language: ko", None, None),
    ("languages: [en, ko]", "languages: [ko]", "language: en", "not among the languages"),
    ("languages: [en, ko]", "languages: [en, en]", "languages:", '"en" stands twice'),
    ("code: A02", "code: A03", "code: A03", "A03 doesn't match the id a02_neuron"),
    (
        "id: A01.2",
        "id: A01.1",
        "- id: A01.1\n    function: gradient",
        "A01.1 follows A01.1; numbers must rise",
    ),
    ("id: A01.2", "id: A02.2", "id: A02.2", "A02.2 doesn't belong to A01"),
    ("function: gradient", "function: predict", None, "already the function of A01.1"),
    ("function: gradient", "function: lambda", "lambda", '"lambda" is a word of Python'),
    ("function: gradient", "function: predict.at", None, "both a function and a class"),
    ("needs: [A01.1]", "needs: [A01.2]", "needs: [A01.2]", "can't need itself"),
    ("needs: [A01.1]", "needs: [A01.9]", "needs: [A01.9]", "there is no task A01.9"),
    ("needs: [A01.1]", "needs: [A01.1, A01.1]", "needs:", '"A01.1" stands twice'),
    ("needs: [A01.1]", "needs: [A02.1]", "needs:", "A02.1 doesn't come before it"),
    ("builds_on: [A01]", "builds_on: []", "needs: [A01.2]", "A01.2 is no part of it"),
    ("builds_on: [A01]", "builds_on: [A02]", "builds_on", "A02 doesn't come before A02"),
    ("builds_on: [A01]", "builds_on: [A07]", "builds_on", "there is no assignment A07"),
    ("given: [predict]", "given: [predikt]", "given", 'Did you mean "predict"?'),
    ("also: [Layer.backward]", "also: [Other.backward]", "also", "no method of the same class"),
    ("status: finished", "status: planned", None, None),
]


@pytest.mark.parametrize(("old", "new", "place", "words"), WRONG_SENSE)
def test_contradiction_is_told_with_its_line(course_file, old, new, place, words):
    course_file.change(old, new)
    if words is None:  # the sound neighbour of a wrong one
        course_file.load()
        return
    message = told(course_file)
    assert words in message
    if place is not None:
        assert f"course.yml:{course_file.line_of(place)}: " in message


def test_needs_in_a_circle_are_told_with_the_way_round(course_file):
    course_file.change("    points: 60", "    points: 60\n    needs: [A01.2]")
    assert "goes in a circle: A01.1 → A01.2 → A01.1" in told(course_file)


def test_a_task_may_need_a_later_one_of_its_assignment(course_file):
    course_file.change("    points: 60", "    points: 60\n    needs: [A01.2]")
    course_file.change("    needs: [A01.1]\n", "")
    assert course_file.load().task("A01.1").needs == ("A01.2",)


def test_a_method_stands_in_alone_and_within_its_assignment(course_file):
    course_file.change("    show: input", "    needs: [A02.1]")
    assert course_file.load().task("A02.2").needs == ("A02.1",)
    course_file.change(
        "    function: Neuron.fit\n", "    function: Neuron.fit\n    also: [Neuron.more]\n"
    )
    assert "A02.1 is several methods; only one that stands for itself can stand in" in told(
        course_file
    )


def test_a_finished_assignment_builds_on_finished_ones(course_file):
    course_file.change("status: planned", "status: finished")
    course_file.load()
    course_file.text = course_file.text.replace("status: finished", "status: planned", 1)
    assert "A02 is finished, but A01, which it builds on, is planned" in told(course_file)


def test_codes_rise(course_file):
    first, second = course_file.text.split("assignments:\n")[1].split("- id: a02")
    course_file.text = course_file.text.replace(first, "") + first
    assert "A01 follows A02; codes must rise" in told(course_file)
    assert second in course_file.text


def test_several_problems_are_told_at_once(course_file):
    course_file.change("weight: 40", "weight: x").change("seed: 7", "seed: y")
    message = told(course_file)
    assert "2 problems" in message
    assert "seed" in message
    assert "weight" in message


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty; it should hold a course"),
        ("- 1\n", "expected keys with values; it should hold a course"),
        ("title: [\n", "course.yml:2: not YAML"),
        ("seed: 1\nseed: 2\n", 'course.yml:2: key "seed" stands twice, first in line 1'),
        ("1: x\n", "course.yml:1: a key must be text, found '1'"),
        ("title: &t [*t]\n", "an anchor holds itself"),
        ("title: !!python/name:os.system x\n", "course.yml:1: can't be read as a value"),
        ("title: 2026-02-31\n", "can't be read as a value"),
        ("title: \x07\n", "course.yml:1: a control character (U+0007)"),
        ("title: a\ntitle2: b: c\n", "course.yml:2: not YAML"),
    ],
)
def test_what_is_not_a_course_at_all_is_told_with_its_line(course_file, text, words):
    course_file.text = text
    assert words in told(course_file)


def test_another_encoding_is_told(course_file):
    course_file.path.write_bytes("title: 직선".encode("euc-kr"))
    with pytest.raises(CourseError, match="is not UTF-8"):
        load_course(course_file.path)


def test_byte_order_mark_and_windows_line_ends_do_not_matter(course_file):
    expected = course_file.load()
    course_file.path.write_bytes(b"\xef\xbb\xbf" + course_file.text.replace("\n", "\r\n").encode())
    assert load_course(course_file.path) == expected


@settings(deadline=None)  # the machine may be busy
@given(
    st.recursive(
        st.none()
        | st.booleans()
        | st.integers()
        | st.floats(allow_nan=False)
        | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(st.sampled_from([*Course.model_fields, "other"]), inner, max_size=4)
        ),
        max_leaves=12,
    )
)
def test_any_yaml_loads_or_is_told_without_a_traceback_of_ours(tmp_path_factory, data):
    import yaml

    path = tmp_path_factory.mktemp("any") / "course.yml"
    path.write_text(yaml.safe_dump(data), encoding="utf-8")
    with pytest.raises(CourseError, match=r"course\.yml"):
        load_course(path)


def test_every_key_and_item_has_its_line(tmp_path):
    path = tmp_path / "some.yml"
    path.write_text("a:\n  b: 1\n  c:\n  - 2\n  -\n    d: 3\n", encoding="utf-8")
    document = read_document(path, CourseError, "something")
    assert document.data == {"a": {"b": 1, "c": (2, {"d": 3})}}
    assert document.line(("a", "c")) == 3
    assert document.line(("a", "c", 0)) == 4
    assert document.line(("a", "c", 1, "d")) == 6
    assert document.line(("a", "missing")) == 1
    assert document.name(("a", "c", 1, "d")) == "a.c[1].d"
