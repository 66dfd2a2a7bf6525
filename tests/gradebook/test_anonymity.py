"""Results without people: stable names, and nothing left in any byte."""

import stat

import pytest

from autograder.errors import UsageError
from autograder.gradebook.anonymity import Anonymiser, load_key
from autograder.locale import sentence
from autograder.records import replaced
from autograder.report import write_report
from autograder.result import Attempt, CheckResult, Status, TaskStatus, write_result
from autograder.texts import Text

KEY, OTHER = bytes(range(32)), bytes(32)
ROSTER = "id,name,email,github\n2026001,김민준,mj.kim@uni.example,octo-kim\n2026002,Áine O'Neil,aine@uni.example,\n"
TELLING = (
    "2026001",
    "김민준",
    "mj.kim",
    "octo-kim",
    "Kim",
    "uni.example",
    "20088",
    "/srv",
    "Áine",
    "O'Neil",
    "C:\\",
)


@pytest.fixture
def result(make_result, load_problem):
    """A result that tells whose it is in every way a submission can."""
    said = "It raised KimError: I am Kim, mj.kim@uni.example (/srv/kim/a01_line.py), 2026001 김민준 octo-kim Áine O'Neil"
    check = CheckResult(
        title=Text(en="random data", ko="무작위"),
        conduct=False,
        weight=1,
        passed=False,
        reason="raised",
        message=Text(en=said, ko=said),
        where="kim.py:3: raise KimError('I am Kim')",
    )
    value = replaced(
        check,
        reason="wrong_text",
        message=Text(
            en="It returned '김민준 2026001 C:\\Users\\Kim\\x.py'.", ko="mj.kim@uni.example"
        ),
    )
    place = " (김민준 (1).py:12)"
    refused = replaced(
        check,
        reason="refused",
        message=sentence("refused", name="numpy.polyfit", where=place),
    )
    base = make_result("2026001")
    warning = Text(en="NumPy warned (Kim says hi). No points", ko="NumPy 경고")
    task = replaced(
        base.tasks[0], checks=(check, value, refused), status=TaskStatus.FAILED, notes=(warning,)
    )
    name = "kimminjun_20088_5_a01_line_Kim.py"
    return make_result(
        "2026001",
        assignment="a01_line",
        submission=name,
        tasks=(task, base.tasks[1]),
        load_problems=(load_problem,),
        notes=(Text(en="kim.py was taken, not mj.kim.py", ko="김민준.py"),),
        message=Text(en="/srv/kim/2026001.zip: broken", ko="김민준.zip"),
        status=Status.REJECTED,
        attempts=(Attempt(number=1, submission=name, counts=True),),
    )


def test_neither_results_nor_pages_hold_anything_that_tells(result, write_roster, tmp_path):
    (hidden,) = Anonymiser(KEY, write_roster(ROSTER)).anonymous([result])
    out = tmp_path / "out"
    write_result(hidden, out)
    for language in ("en", "ko"):
        write_report(out, language, out=out / language)
    for file in out.rglob("*"):
        said = str(file.relative_to(out))
        said += file.read_text(encoding="utf-8") if file.is_file() else ""
        for word in TELLING:
            assert word.casefold() not in said.casefold(), f"{word} in {file.name}"


def test_scores_and_reasons_remain(result, write_roster):
    (hidden,) = Anonymiser(KEY, write_roster(ROSTER)).anonymous([result])
    assert (hidden.score, hidden.status) == (result.score, result.status)
    assert hidden.tasks[0].checks[0].message.en == "It raised Exception."
    refused = hidden.tasks[0].checks[2].message
    assert refused == sentence("refused", name="numpy.polyfit", where="")
    assert hidden.tasks[1] == result.tasks[1]
    assert hidden.load_problems[0].message == "ValueError"
    assert hidden.load_problems[0].line == 3


def test_pseudonyms_are_stable_and_depend_on_the_key():
    one = Anonymiser(KEY)
    assert one.pseudonym("2026001") == Anonymiser(KEY).pseudonym("2026001")
    assert one.pseudonym("2026001") != one.pseudonym("2026002")
    assert one.pseudonym("2026001") != Anonymiser(OTHER).pseudonym("2026001")


def test_what_teaches_is_not_torn_apart(make_result, write_roster):
    # "Ng" is two letters; "An" is in every other word.
    roster = write_roster("id,name\n1,An Ng\n")
    base = make_result("1")
    (hidden,) = Anonymiser(KEY, roster).anonymous([base])
    assert hidden.tasks == base.tasks


def test_the_key_is_made_once_for_its_owner_alone(tmp_path):
    path = tmp_path / "keys" / "class.key"
    key = load_key(path)
    assert load_key(path) == key
    assert len(key) == 32
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_the_key_must_not_lie_in_what_is_given_away(tmp_path):
    with pytest.raises(UsageError, match="must not lie in"):
        load_key(tmp_path / "out" / "x.key", apart_from=[tmp_path / "out"])
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("content", ["", "abc", "zz" * 32])
def test_what_is_no_key_is_refused(tmp_path, content):
    path = tmp_path / "x.key"
    path.write_text(content)
    with pytest.raises(UsageError, match="key"):
        load_key(path)
