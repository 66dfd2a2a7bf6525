"""What is exported is what the platforms read: the same scores for the same people, whatever they are called."""

import csv
import io
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.errors import UsageError
from autograder.exports import FORMATS, Request
from autograder.exports.documents import MAX_BYTES, prairielearn
from autograder.exports.junit import export as export_junit
from autograder.gradebook.tables import guarded
from autograder.records import replaced
from autograder.result import Lateness, Status
from autograder.texts import Text

from . import platforms

ROSTER = """\
id,name,section,email,canvas_id,sis_id,sis_login,moodle_id,excused
2026001,"Kim, Minsu",1,minsu@uni.example,1001,,,20001,
2026002,"O""Neil, Áine",1,aine@uni.example,1002,,,20002,
2026003,김민준,2,mj3@uni.example,1003,,,20003,
2026004,김민준,2,mj4@uni.example,1004,,,20004,
2026005,"=HYPERLINK(""x"")",2,evil@uni.example,1005,,,20005,
2026006,이도윤,2,doyun@uni.example,,S6,,,
2026007,최하은,3,haeun@uni.example,1007,,,20007,A01
2026008,문채원,3,chaewon@uni.example,1008,,,20008,
2026009,서준우,3,junwoo@uni.example,1009,,,20009,
"""
SCORES = {
    "2026001": 100.0,
    "2026002": 88.0,
    "2026003": 66.89,
    "2026004": 78.0,
    "2026005": 50.0,
    "2026006": 0.0,
}
CANVAS_STUDENTS = {
    1000 + number: {
        "sis": f"S{number}" if number == 6 else f"x{number}",
        "login": f"l{number}",
        "name": f"n{number}",
        "sortable": "",
    }
    for number in range(1, 10)
}
EXPORTED = """\
Student,ID,SIS User ID,SIS Login ID,Section,Homework A01 (555),Homework A011 (557),A02 (556),Assignments Current Score
,,,,,Manual Posting,,,
    Points Possible,,,,,100,10,100,(read only)
"Kim, Minsu",1001,x1,l1,1,,3,90,99
"O""Neil, Áine",1002,x2,l2,1,5,3,90,99
김민준,1003,x3,l3,2,,3,90,99
김민준,1004,x4,l4,2,,3,90,99
"=HYPERLINK(""x"")",1005,x5,l5,2,,3,90,99
이도윤,1006,S6,l6,2,,3,90,99
최하은,1007,x7,l7,3,,3,90,99
문채원,1008,x8,l8,3,41,3,90,99
서준우,1009,x9,l9,3,42,3,90,99
"Student, Test",1,,test,3,,,,
"""
ENGLISH = {
    "id": "Identifier",
    "grade": "Grade",
    "modified": "Last modified (grade)",
    "feedback": "Feedback comments",
}
KOREAN = {"id": "식별기호", "grade": "평가", "modified": "최종 수정(평가)", "feedback": "피드백"}
GERMAN = {
    "id": "ID",
    "grade": "Bewertung",
    "modified": "Zuletzt geändert (Bewertung)",
    "feedback": "Feedback als Kommentar",
}


@pytest.fixture
def results(make_result):
    """Six results, one with a penalty, one that the grader failed at; of three students there is none."""
    made = [
        make_result(student, (60.0, round(score - 60, 2)) if score >= 60 else (score, 0.0))
        for student, score in SCORES.items()
        if student != "2026004"
    ]
    late = Lateness(submitted=None, days=1, percent=10, of="max")
    made.append(make_result("2026004").penalised(10, late))
    made.append(make_result("2026009", (0.0, 0.0), status=Status.KIT_ERROR))
    return made


@pytest.fixture
def export(tmp_path, write_roster, results):
    """Run one export; return its bytes and notes."""

    def run(form, template=None, roster=ROSTER, written_in="utf-8", **options):
        out = tmp_path / "out.csv"
        if template is not None:
            file = tmp_path / "template.csv"
            file.write_bytes(template.encode(written_in))
            options["template"] = file
        request = Request(
            results=options.pop("results", results),
            out=out,
            roster=write_roster(roster) if roster else None,
            **options,
        )
        written = FORMATS[form](request)
        return out.read_bytes(), "\n".join(written.notes)

    return run


def canvas():
    taken = {(1002, 555): "5", (1008, 555): "41", (1009, 555): "42"}
    return platforms.Canvas(CANVAS_STUDENTS, {555: 100.0, 556: 100.0, 557: 10.0}, taken)


def canvas_grades(gradebook, number=555):
    return {
        f"2026{student - 1000:03}": grade
        for (student, one), grade in gradebook.grades.items()
        if one == number
    }


CANVAS_EXPECTED = {
    **{student: f"{score:g}" for student, score in SCORES.items()},
    "2026007": "EX",
    "2026008": "41",  # missing: what Canvas has stays
    "2026009": "42",  # the grader failed: no zero
}


def test_canvas_gets_every_score_back_to_its_student(export):
    data, notes = export("canvas", EXPORTED)
    gradebook = canvas()
    gradebook.upload(data)
    assert canvas_grades(gradebook) == CANVAS_EXPECTED
    assert gradebook.new_students == gradebook.new_assignments == []
    assert gradebook.assignments[555] == 100
    assert not any(number in (556, 557) for _, number in gradebook.grades)
    assert "Student, Test" in notes
    assert "grader failed; grade again: 2026009" in notes


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_canvas_with_semicolons_and_decimal_commas(export, encoding):
    text = "\n".join(
        ";".join(f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row)
        for row in csv.reader(io.StringIO(EXPORTED))
    )
    data, _ = export("canvas", text, written_in=encoding, decimal=",")
    gradebook = canvas()
    gradebook.upload(data)
    assert canvas_grades(gradebook) == CANVAS_EXPECTED
    assert b"66,89" in data


def test_canvas_points_are_scaled_and_never_changed(export):
    data, notes = export("canvas", EXPORTED, column="557")
    gradebook = canvas()
    gradebook.upload(data)
    got = canvas_grades(gradebook, 557)
    assert {student: got[student] for student in SCORES} == {
        student: f"{round(score / 10, 2):g}" for student, score in SCORES.items()
    }
    assert gradebook.assignments[557] == 10
    assert "scaled to the 10 points possible" in notes


def test_canvas_missing_as_zero_is_asked_for(export):
    data, _ = export("canvas", EXPORTED, missing_as_zero=True)
    gradebook = canvas()
    gradebook.upload(data)
    got = canvas_grades(gradebook)
    assert (got["2026008"], got["2026007"], got["2026009"]) == ("0", "EX", "42")


def test_canvas_without_its_file_needs_the_number_of_the_column(export):
    with pytest.raises(UsageError, match="Gradebook → Export"):
        export("canvas")
    data, _ = export("canvas", column="Homework A01 (555)")
    gradebook = canvas()
    gradebook.upload(data)
    assert canvas_grades(gradebook) == {**CANVAS_EXPECTED}
    assert gradebook.new_students == gradebook.new_assignments == []


@pytest.mark.parametrize(
    ("template", "column", "said"),
    [
        (EXPORTED.replace("A01", "Quiz"), None, "no column fits A01"),
        (EXPORTED.replace("A011", "A01"), None, "several columns fit A01"),
        (
            EXPORTED,
            "999",
            'no column fits "999". Say which: --column NUMBER, of Homework A01 (555)',
        ),
        ("Name,Points\nkim,3\n", None, "not a gradebook exported from Canvas"),
        (
            EXPORTED.replace(",100,10,", ",none,10,"),
            None,
            ":3: Homework A01 (555): found “none” as points possible",
        ),
    ],
)
def test_canvas_templates_that_do_not_fit_are_refused(export, template, column, said):
    with pytest.raises(UsageError) as error:
        export("canvas", template, column=column)
    assert said in str(error.value)


def test_canvas_without_a_roster_goes_by_the_numbers_of_the_downloads(export, make_result):
    data, _ = export(
        "canvas", EXPORTED, roster=None, results=[make_result("kimminsu_1001"), make_result("x2")]
    )
    gradebook = canvas()
    gradebook.upload(data)
    assert canvas_grades(gradebook)["2026001"] == canvas_grades(gradebook)["2026002"] == "88"


def worksheet(headings, participant, decimal, quote='"'):
    most = f"{quote}100{decimal}00{quote}"
    names = [
        "Kim",
        "O'Neil",
        "김민준",
        "김민준",
        "=HYPERLINK(1)",
        "이도윤",
        "최하은",
        "문채원",
        "서준우",
        "Unknown",
    ]
    address = {6: "doyun@uni.example"}
    header = [
        headings["id"],
        "Full name",
        "Email address",
        "Status",
        headings["grade"],
        "Most",
        "May it",
        "Sent",
        headings["modified"],
        headings["feedback"],
    ]
    rows = [
        f"{participant}{20000 + number},{name},{address.get(number, '')},sent,{'-' if number % 2 else ''},{most},Yes,-,{number}. March,"
        for number, name in enumerate(names, 1)
    ]
    return "\r\n".join([",".join(header), *rows]) + "\r\n"


@pytest.mark.parametrize(
    ("headings", "participant", "decimal", "encoding"),
    [
        (ENGLISH, "Participant ", ".", "utf-8"),
        (KOREAN, "참여자", ".", "utf-8-sig"),
        (GERMAN, "Teilnehmer/in", ",", "utf-8"),
    ],
)
def test_moodle_gets_grades_and_feedback_in_the_language_it_speaks(
    export, headings, participant, decimal, encoding
):
    users = {str(20000 + number): f"2026{number:03}" for number in range(1, 11)}
    data, notes = export("moodle", worksheet(headings, participant, decimal), written_in=encoding)
    moodle = platforms.Moodle(headings, participant, decimal, users, 100.0)
    moodle.upload(data)
    assert moodle.grades == SCORES
    assert not moodle.skipped
    assert moodle.modified["2026003"] == "3. March"
    assert (
        "A01.2 gradient: 28 / 40, partly (Summed &amp; not averaged)" in moodle.feedback["2026002"]
    )
    assert "88 earned − 10 for lateness = 78 points" in moodle.feedback["2026004"]
    assert moodle.feedback["2026008"] == ""
    assert "Unknown" in notes
    assert "excused" in notes
    assert data.startswith(b"\xef\xbb\xbf") == (encoding == "utf-8-sig")


def test_moodle_scales_to_its_maximum(export):
    users = {str(20000 + number): f"2026{number:03}" for number in range(1, 11)}
    data, _ = export("moodle", worksheet(ENGLISH, "Participant ", ".").replace("100.00", "5.00"))
    moodle = platforms.Moodle(ENGLISH, "Participant ", ".", users, 5.0)
    moodle.upload(data)
    assert moodle.grades == pytest.approx(
        {student: score / 20 for student, score in SCORES.items()}, abs=0.005
    )


def test_moodle_without_a_worksheet_lists_the_roster_alone(export, results, make_result):
    data, notes = export("moodle", results=[*results, make_result("stranger")])
    rows = list(csv.DictReader(io.StringIO(data.decode())))
    assert {row["idnumber"]: row["A01 A line"] for row in rows} == {
        **{student: f"{score:g}" for student, score in SCORES.items()},
        "2026007": "", "2026008": "", "2026009": "",
    }  # fmt: skip
    assert "stranger" in notes


@pytest.mark.parametrize(
    "text", ["a,b\n", "a,b\n1,2\n", "Identifier,Full name\nParticipant 1,Kim\n"]
)
def test_a_worksheet_that_is_none_is_refused(export, text):
    with pytest.raises(UsageError, match=r"participants|Moodle|which column"):
        export("moodle", text)


def test_the_table_holds_every_student_and_every_task(export):
    data, notes = export("csv")
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    assert {
        student: float(row["A01 score"]) for student, row in rows.items() if row["A01 score"]
    } == SCORES
    late = rows["2026004"]
    assert [
        late[f"A01 {name}"] for name in ("raw score", "penalty", "score", "max score", "days late")
    ] == ["88", "10", "78", "100", "1"]
    assert (late["A01.1"], late["A01.2"]) == ("60", "28")
    assert [rows[one]["A01 standing"] for one in ("2026007", "2026008", "2026009")] == [
        "excused",
        "missing",
        "graded",
    ]
    assert rows["2026009"]["A01 status"] == "kit error"
    assert rows["2026001"]["name"] == "Kim, Minsu"
    assert rows["2026005"]["name"] == '\'=HYPERLINK("x")'
    assert "2026009" in notes


def test_the_table_of_a_german_excel(export):
    data, _ = export("csv", decimal=",")
    rows = {
        row["student"]: row
        for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";")
    }
    assert rows["2026003"]["A01 score"] == "66,89"


def test_the_table_of_several_assignments_is_one_row_a_student(export, results, make_result):
    data, _ = export("csv", roster=None, results=[*results, make_result("2026001", code="A02")])
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    assert len(rows) == 7
    assert (rows["2026001"]["A02 score"], rows["2026002"]["A02 score"]) == ("88", "")


@given(st.text())
def test_no_cell_of_text_is_a_formula(text):
    cell = guarded(text)
    assert (
        not cell
        or cell[0] not in "=+@\t\r"
        or cell.lstrip("+-").replace(".", "").replace(",", "").rstrip("%").isdigit()
    )
    assert cell.removeprefix("'") == text.replace("\0", "").removeprefix("'")


def test_prairielearn_reads_score_and_tests(results):
    for result in results:
        read = platforms.prairielearn(json.dumps(prairielearn(result, "en")).encode())
        if result.status is Status.KIT_ERROR:
            assert read["gradable"] is False
        else:
            assert read["score"] * 100 == pytest.approx(SCORES[result.student])
            assert sum(one["points"] for one in read["tests"]) == pytest.approx(result.raw_score)


@pytest.mark.parametrize("letter", ["x", "한", "\U0001f600", "\\", '"'])
def test_prairielearn_s_megabyte_cuts_texts_and_never_scores(make_result, tmp_path, letter):
    long = Text(en="x" + letter * 1_500_000 + "x", ko="x")
    base = make_result("kim")
    tasks = tuple(replaced(one, notes=(long,) * 3, findings=(long,) * 5) for one in base.tasks)
    result = make_result("kim", tasks=tasks, notes=(long,))
    out = tmp_path / "results.json"
    FORMATS["prairielearn"](Request(results=[result], out=out))
    assert out.stat().st_size <= MAX_BYTES
    read = platforms.prairielearn(out.read_bytes())
    assert read["score"] == 0.88
    assert [one["points"] for one in read["tests"]] == [60, 28]
    assert len(read["tests"][0]["message"]) > 1000


def test_what_could_not_be_read_costs_no_attempt_on_prairielearn(make_result):
    message = Text(en="kim.ipynb: this is not text", ko="텍스트가 아닙니다")
    result = make_result("kim", (0.0, 0.0), status=Status.REJECTED, message=message)
    read = platforms.prairielearn(json.dumps(prairielearn(result, "en")).encode())
    assert read["gradable"] is False
    assert read["format_errors"] == ["kim.ipynb: this is not text"]


def test_submitty_adds_up_to_the_score(results, tmp_path):
    written = FORMATS["submitty"](Request(results=results, out=tmp_path / "sub", language="ko"))
    folder = tmp_path / "sub" / "a01_line"
    config = json.loads((folder / "testcases.json").read_text(encoding="utf-8"))
    totals = {
        file.parent.name: platforms.submitty(config, json.loads(file.read_text(encoding="utf-8")))
        for file in folder.glob("*/results.json")
    }
    assert totals == pytest.approx(SCORES)
    assert "2026009" in "".join(written.notes)


def test_junit_holds_scores_points_and_true_counts(results, tmp_path):
    export_junit(Request(results=results, out=tmp_path / "junit.xml"))
    read = platforms.junit((tmp_path / "junit.xml").read_bytes())
    assert {
        one["student"]: float(one["score"]) for one in read.values() if one["status"] == "graded"
    } == SCORES
    assert read["A01.2026004"]["raw_score"] == "88"
    assert read["A01.2026004"]["points"] == [60, 28]
    failed = read["A01.2026009"]
    assert failed["status"] == "kit error"
    assert not {"score", "raw_score", "penalty"} & failed.keys()
    assert failed["points"] == []


words = st.text(min_size=1).filter(str.strip)


@given(
    student=st.text("가나abcXYZ0189.@+-", min_size=1),
    said=words,
    score=st.floats(0, 40).map(lambda x: round(x, 2)),
)
@settings(max_examples=60)
def test_whatever_is_said_every_format_reads_back_the_same_score(
    make_result, tmp_path_factory, student, said, score
):
    folder = tmp_path_factory.mktemp("any")
    text = Text.model_construct(en=said, ko=said)
    base = make_result(student, (60.0, score))
    task = replaced(base.tasks[1], notes=(text,), title=text)
    result = replaced(base, tasks=(base.tasks[0], task), notes=(text,))
    for form, name in (
        ("csv", "a.csv"),
        ("junit", "a.xml"),
        ("prairielearn", "a.json"),
        ("submitty", "b.json"),
    ):
        FORMATS[form](Request(results=[result], out=folder / name))
    total = 60 + score
    (row,) = csv.DictReader(io.StringIO((folder / "a.csv").read_text(encoding="utf-8-sig")))
    assert float(row["A01 score"]) == pytest.approx(total, abs=0.005)
    (suite,) = platforms.junit((folder / "a.xml").read_bytes()).values()
    assert float(suite["score"]) == pytest.approx(total, abs=0.005)
    assert platforms.prairielearn((folder / "a.json").read_bytes())["score"] == pytest.approx(
        total / 100
    )
    config = json.loads((folder / "testcases.json").read_text(encoding="utf-8"))
    assert platforms.submitty(
        config, json.loads((folder / "b.json").read_text(encoding="utf-8"))
    ) == pytest.approx(total)


def test_no_export_takes_lateness_off_again(export, results):
    before = [one.model_dump_json() for one in results]
    for _ in range(2):
        data, _ = export("csv")
    rows = {row["student"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    assert rows["2026004"]["A01 score"] == "78"
    assert [one.model_dump_json() for one in results] == before


def test_an_encoding_that_lacks_a_letter_is_an_error_and_no_file(make_result, tmp_path):
    out = tmp_path / "x.csv"
    with pytest.raises(
        UsageError, match="can't be written in ascii; choose --out-encoding utf-8-sig"
    ):
        FORMATS["csv"](Request(results=[make_result("김")], out=out, encoding="ascii"))
    assert not out.exists()
