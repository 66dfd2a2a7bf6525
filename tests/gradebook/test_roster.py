"""The roster: encodings, headings in two languages, and errors that name the cell."""

from datetime import timedelta

import pytest

from autograder.errors import UsageError
from autograder.gradebook.roster import COLUMNS, IDENTIFIERS

KOREAN = "학번,이름,분반,이메일\r\n2026001,김민준,1,mj@uni.example\r\n2026002,똠방각하,2,ddom@uni.example\r\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16"])
def test_every_encoding_that_korean_excel_writes_is_read(write_roster, encoding):
    roster = write_roster(KOREAN, encoding)
    assert [(one.id, one.name, one.section) for one in roster] == [
        ("2026001", "김민준", "1"),
        ("2026002", "똠방각하", "2"),
    ]
    assert any("CP949" in note for note in roster.notes) == (encoding == "cp949")


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_that_excel_writes_is_read(write_roster, separator):
    lines = [["id", "name", "section"], ["a1", '"Kim, Minsu; Dr."', "2"]]
    roster = write_roster("\n".join(separator.join(line) for line in lines))
    assert [(one.id, one.name, one.section) for one in roster] == [("a1", "Kim, Minsu; Dr.", "2")]


def test_names_are_composed_however_they_were_typed(write_roster):
    decomposed = "\u1100\u1175\u11b7"  # 김 in three pieces, as macOS names files
    roster = write_roster(f"id,name\n1,{decomposed}\n")
    assert roster.students[0].name == "김"


def test_two_students_of_one_name_are_two_students(write_roster):
    assert len(write_roster("id,name\n1,김민준\n2,김민준\n")) == 2


def test_extra_time_and_excuses_are_read(write_roster):
    roster = write_roster(
        "id,Extra time,excused\n1,1d12h,\n2,A01=2d; 90m,a02\n3,,all\n4,0,\n",
        codes=("A01", "A02", "A03"),
    )
    one, two, three, four = roster
    assert one.extra_in("A03") == timedelta(hours=36)
    assert two.extra_in("A01") == timedelta(days=2)
    assert two.extra_in("A02") == timedelta(minutes=90)
    assert [two.is_excused(code) for code in ("A01", "A02")] == [False, True]
    assert three.is_excused("A03")
    assert four.extra_in("A01") == timedelta()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("id,name\n1,a\n\n1,b\n", ':4: column id: "1" stands twice, first in line 2'),
        ("id,email\n1,a@b.c\n2,A@B.C\n", ':3: column email: "a@b.c" stands twice'),
        ("name\nkim\n", ':1: column "id" is missing; found name'),
        ("id\n", "holds no students"),
        ("", "is empty; it should hold a roster"),
        ("id,extra_tiem\n1,2d\n", 'column extra_tiem: unknown column. Did you mean "extratime"?'),
        ("id,id\n1,2\n", "a second column for id"),
        (
            "id,extra_time\n1,25%\n",
            ':2: column extra_time: found "25%", expected a time such as 2d',
        ),
        (
            "id,extra_time\n1,99999999999d\n",
            ':2: column extra_time: found "99999999999d", expected a time such as 2d',
        ),
        ("id,excused\n1,A77\n", ':2: column excused: found "A77", allowed are A01 or A02 or all'),
        ("id,email\n1,kim\n", ':2: column email: found "kim", expected an address with an @'),
        ("id\n../../x\n", ':2: column id: found "../../x", allowed are letters'),
        ("id\n=1+1\n", ':2: column id: found "=1+1"'),
        ("id\n2.026E+09\n", "a number that a spreadsheet has shortened"),
        ("id,name\n,kim\n", ":2: column id: is empty"),
        (
            "id,name\n1,Kim,Minsu\n",
            ":2: 3 cells under 2 columns; put a cell that holds a comma in quotes",
        ),
        ('id,name\n1,"Kim\n', "not a table"),
        (b"id,name\n1,Jos\xe9\n", ":2: byte 0xE9 is neither UTF-8 nor CP949"),
        (b"PK\x03\x04\0\0", "so it is no CSV file"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(write_roster, content, said):
    with pytest.raises(UsageError) as error:
        write_roster(content, codes=("A01", "A02"))
    assert said in str(error.value)
    assert "roster.csv" in str(error.value)


@pytest.mark.parametrize("column", [column.name for column in COLUMNS])
def test_two_students_share_a_group_or_a_deadline_but_never_what_a_platform_calls_them(
    write_roster, column
):
    value = {"email": "a@b.c", "extra_time": "2d", "excused": "all"}.get(column, "7")
    rows = f"id,{column}\n1,{value}\n2,{value}\n"
    if column == "id":
        rows = f"id\n{value}\n{value}\n"
    if column in IDENTIFIERS:
        with pytest.raises(UsageError, match=f'column {column}: "{value}" stands twice'):
            write_roster(rows)
    else:
        assert len(write_roster(rows)) == 2


def test_what_names_a_student_on_a_platform_is_told_apart_from_what_describes_them():
    describing = {column.name for column in COLUMNS} - set(IDENTIFIERS)
    assert describing == {"name", "section", "extra_time", "excused"}


def test_all_problems_are_told_at_once(write_roster):
    with pytest.raises(UsageError) as error:
        write_roster("id,email\n1,x\n1,y\n")
    assert str(error.value).count("\n") == 3


def test_columns_of_a_portal_that_mean_nothing_here_are_left_out_and_named(write_roster):
    roster = write_roster("id,학과,영문이름,Grade\n1,컴퓨터,Kim,A\n")
    assert [note for note in roster.notes if "aren't used: 학과, 영문이름, Grade" in note]


def test_an_encoding_can_be_said(write_roster):
    assert write_roster("id,name\n1,José\n", "cp1252", encoding="cp1252").students[0].name == "José"


def test_a_missing_file_is_an_error_and_no_traceback(tmp_path):
    from autograder.gradebook.roster import load_roster

    with pytest.raises(UsageError, match="can't be read"):
        load_roster(tmp_path / "nowhere.csv")
