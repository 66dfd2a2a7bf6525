"""What this room says: why a submission can't be read, what was chosen, what isn't allowed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from autograder.errors import SubmissionError
from autograder.texts import LANGUAGES, Text

MAX_SHOWN = 200  # characters of a name in a message
MAX_LISTED = 6
CELL = re.compile(r"(?P<file>.+, )?notebook cell (?P<number>\d+)")


class UnreadableSubmission(SubmissionError):
    """A submission that can't be read, with the reason in every language.

    Attributes
    ----------
    text
        The reason; ``str(error)`` is its English half.
    """

    def __init__(self, text: Text) -> None:
        super().__init__(text.en)
        self.text = text

    def __reduce__(self) -> tuple[type[UnreadableSubmission], tuple[Text]]:
        # Submissions are graded in other processes, and their errors come back from there.
        return type(self), (self.text,)


def fill(text: Text, /, **values: object) -> Text:
    """Fill the placeholders of a text with values that a student chose, or with texts.

    Names of files come from outside: control characters (a terminal would obey them) and lone
    surrogates (they can't be written as UTF-8) are replaced, and long values are cut. A value that is
    a text itself is put in language by language; no value is ever read as a template.
    """
    filled = {
        language: text.in_(language).format(
            **{
                key: value.in_(language) if isinstance(value, Text) else shown(value)
                for key, value in values.items()
            }
        )
        for language in LANGUAGES
    }
    return Text(**filled)


def shown(value: object) -> str:
    """Return a value as a line that can be printed anywhere."""
    line = "".join(
        letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in str(value)
    )
    return line if len(line) <= MAX_SHOWN else line[: MAX_SHOWN - 1] + "…"


def listed(items: Sequence[Text | str], most: int = MAX_LISTED) -> Text:
    """Return some texts as one, with commas; of too many the first."""
    first = [
        item if isinstance(item, Text) else fill(AS_IT_IS, value=item) for item in items[:most]
    ]
    more = ", …" if len(items) > most else ""
    joined = {
        language: ", ".join(one.in_(language) for one in first) + more for language in LANGUAGES
    }
    return Text(**joined)


def place(filename: str, line: int | None = None) -> Text:
    """Return where something stands: the student's own file or cell, and the line in it."""
    cell = CELL.fullmatch(filename)
    where = fill(IN_CELL, file=cell["file"] or "", number=cell["number"]) if cell else filename
    return fill(PLACE, filename=where, line=line) if line else fill(AS_IT_IS, value=where)


def unreadable(text: Text, **values: object) -> UnreadableSubmission:
    """Return the error for a reason, its placeholders filled."""
    return UnreadableSubmission(fill(text, **values))


# ---- why a submission can't be read

MISSING = Text(
    en="{where}: there is no such file or folder. Check the path.",
    ko="{where}: 파일이나 폴더가 없습니다. 경로를 확인하세요.",
)
NO_PERMISSION = Text(
    en="{where}: it can't be opened ({reason}). Check who may read it, and whether another "
    "program holds it open.",
    ko="{where}: 열 수 없습니다({reason}). 읽기 권한과 다른 프로그램에서 사용 중인지 확인하세요.",
)
NOT_A_FILE = Text(
    en="{where}: this is neither a file nor a folder but a {found}. Hand in the .py or .ipynb "
    "file itself.",
    ko="{where}: 파일도 폴더도 아니고 {found}입니다. .py 또는 .ipynb 파일을 제출하세요.",
)
FOLDER_NAMED_LIKE_FILE = Text(
    en="{where}: the name ends in {suffix}, but this is a folder. Hand in the file that is "
    "inside it, or rename the folder.",
    ko="{where}: 이름의 끝은 {suffix}지만 파일이 아니라 폴더입니다. 그 안의 파일을 제출하거나 폴더 이름을 "
    "바꾸세요.",
)
WRONG_SUFFIX = Text(
    en="{where}: a {suffix} file can't be graded. Hand in a .py or .ipynb file, or a folder or "
    ".zip that holds it.",
    ko="{where}: {suffix} 파일은 채점할 수 없습니다. .py나 .ipynb 파일, 또는 그것이 든 폴더나 "
    ".zip을 제출하세요.",
)
EMPTY_FILE = Text(
    en="{where}: the file is empty. Save your work and hand in the file again.",
    ko="{where}: 파일이 비어 있습니다. 작업을 저장한 뒤 다시 제출하세요.",
)
EMPTY_FOLDER = Text(
    en="{where}: there is nothing in it. Put {module}.py or {module}.ipynb there.",
    ko="{where}: 안에 아무것도 없습니다. {module}.py나 {module}.ipynb를 넣으세요.",
)
NOTHING_FITS = Text(
    en="{where}: it holds neither {module}.py nor {module}.ipynb; found: {found}. Add the file, "
    "or give it that name.",
    ko="{where}: {module}.py도 {module}.ipynb도 없습니다. 찾은 파일: {found}. 파일을 넣거나 "
    "이름을 그렇게 바꾸세요.",
)
SEVERAL_FIT = Text(
    en="{where}: none of the files is called {module}.py or {module}.ipynb, and several might "
    "be meant: {found}. Give the right one that name.",
    ko="{where}: {module}.py나 {module}.ipynb라는 파일이 없고, 여러 파일이 해당될 수 있습니다: "
    "{found}. 맞는 파일의 이름을 그렇게 바꾸세요.",
)
TOO_LARGE = Text(
    en="{where}: it has {found} bytes or more; at most {limit} are read. Clear the outputs of a "
    "notebook, and keep data out of the source.",
    ko="{where}: 크기가 {found}바이트 이상입니다. {limit}바이트까지만 읽습니다. 노트북의 출력을 "
    "지우고, 데이터는 소스에서 빼세요.",
)
TOO_MANY = Text(
    en="{where}: it holds more than {limit} files or cells. Hand in only the files of this "
    "assignment.",
    ko="{where}: 파일이나 셀이 {limit}개를 넘습니다. 이 과제의 파일만 제출하세요.",
)
NOT_TEXT = Text(
    en="{where}: this is not text but binary data. Save it as UTF-8 text, or hand in the .py or "
    ".ipynb file itself.",
    ko="{where}: 텍스트가 아닌 이진 데이터입니다. UTF-8 텍스트로 저장하거나 .py, .ipynb 파일 "
    "자체를 제출하세요.",
)
NO_CODE = Text(
    en="{where}: there is no code in it. Check that the right file was saved.",
    ko="{where}: 코드가 없습니다. 맞는 파일이 저장되었는지 확인하세요.",
)
BROKEN_JSON = Text(
    en="{where}: this notebook can't be opened: {reason}. Open it in Jupyter, save it and hand "
    "it in again.",
    ko="{where}: 노트북을 열 수 없습니다: {reason}. Jupyter에서 열어 저장한 뒤 다시 제출하세요.",
)
NOT_A_NOTEBOOK = Text(
    en="{where}: the file is not a notebook, for it has no list of cells. Hand in the .ipynb "
    "that Jupyter saves.",
    ko="{where}: 셀 목록이 없어 노트북이 아닙니다. Jupyter가 저장한 .ipynb 파일을 제출하세요.",
)
WRONG_LANGUAGE = Text(
    en="{where}: the notebook says that it is written in {found}. Choose a Python kernel and "
    "save it again.",
    ko="{where}: 노트북의 언어 설정이 Python이 아닙니다({found}). Python 커널을 선택하고 다시 "
    "저장하세요.",
)
BROKEN_ARCHIVE = Text(
    en="{where}: the .zip can't be opened ({reason}). Make it again, without a password, from "
    "the folder of the assignment.",
    ko="{where}: .zip 파일을 열 수 없습니다({reason}). 과제 폴더를 암호 없이 다시 압축하세요.",
)
ENCRYPTED = Text(
    en="{where}: {name} is protected by a password. Make the .zip again without one.",
    ko="{where}: {name}에 암호가 걸려 있습니다. 암호 없이 다시 압축하세요.",
)
UNSAFE_NAME = Text(
    en="{where}: the .zip holds a file that would land outside of its own folder: {name}. Make "
    "it again from the folder of the assignment.",
    ko="{where}: .zip 안에 폴더 밖으로 풀리는 파일이 있습니다: {name}. 과제 폴더를 다시 "
    "압축하세요.",
)
BOMB = Text(
    en="{where}: {name} would unpack to {found} bytes, far more than it should. Make the .zip "
    "again from the folder of the assignment.",
    ko="{where}: {name}의 압축을 풀면 {found}바이트로, 지나치게 큽니다. 과제 폴더를 다시 "
    "압축하세요.",
)
BAD_PACKING = Text(
    en="{where}: {name} is packed by a method that is not read here. Make an ordinary .zip of "
    "the folder.",
    ko="{where}: {name}의 압축 방식은 지원하지 않습니다. 폴더를 일반 .zip으로 압축하세요.",
)

# ---- what was chosen, and what to know about it

CHOSEN_UNTOUCHED = Text(
    en="{taken} was graded; {others} is still as it was handed out.",
    ko="{taken} 파일을 채점했습니다. {others} 파일은 배포된 상태 그대로입니다.",
)
CHOSEN_WRITTEN = Text(
    en="{taken} was graded; fewer of its functions are left to write than in {others}.",
    ko="{taken} 파일을 채점했습니다. {others}보다 구현하지 않은 함수가 적습니다.",
)
CHOSEN_EQUAL = Text(
    en="{taken} was graded; {others} differs from it, but as many functions are written in "
    "both. Hand in one file.",
    ko="{taken} 파일을 채점했습니다. {others} 파일은 내용이 다르지만 구현된 함수의 수가 같습니다. "
    "파일을 하나만 제출하세요.",
)
CHOSEN_READABLE = Text(
    en="{taken} was graded; {others} can't be read.",
    ko="{taken} 파일을 채점했습니다. {others} 파일은 읽을 수 없습니다.",
)
OTHER_NAME = Text(
    en="The file is called {name}; it was graded as {module}.",
    ko="파일 이름은 {name}이지만 {module} 과제로 채점했습니다.",
)
NOTEBOOK_IN_DISGUISE = Text(
    en="{name} holds a notebook and was read as one.",
    ko="{name}의 내용이 노트북이어서 노트북으로 읽었습니다.",
)
OVERWRITTEN = Text(
    en="{name} was overwritten in {place} ({statement}); the one defined in {origin} was graded. Give "
    "the value another name.",
    ko="{place}({statement})에서 {name} 이름을 다른 값으로 덮어써서 {origin}에 정의된 것을 "
    "채점했습니다. 그 값에는 다른 이름을 쓰세요.",
)
SYNTAX_OF = Text(
    en="This may be syntax of Python {needed} or newer. It was run with {versions}.",
    ko="Python {needed} 이상의 문법일 수 있습니다. 실행 환경: {versions}.",
)
OTHER_VERSION = Text(
    en="It was run with {versions}; in a newer or an older version {name} may be there.",
    ko="실행 환경: {versions}. 더 새로운 버전이나 이전 버전에는 {name} 이름이 있을 수 있습니다.",
)
AT_PLACE = Text(en="{place}: {text}", ko="{place}: {text}")
UNREADABLE_PART = Text(
    en="{place}: Python can't read this ({reason}). {versions}",
    ko="{place}: 파이썬이 읽을 수 없는 부분입니다({reason}). {versions}",
)
DEFINED_TWICE = Text(
    en="{name} is defined more than once ({places}); the last one counts.",
    ko="{name} 정의가 여러 개입니다({places}). 마지막 정의가 적용됩니다.",
)
OTHER_ENDING = Text(
    en="{name} was read as {kind}, though its name ends otherwise. Save it as .py or .ipynb next time.",
    ko="{name}: 파일 이름의 끝이 다르지만 {kind} 읽었습니다. 다음에는 .py나 .ipynb로 저장하세요.",
)
A_SCRIPT = Text(en="a Python script", ko="파이썬 스크립트로")
A_NOTEBOOK = Text(en="a notebook", ko="노트북으로")
AT = Text(en="{text} ({place})", ko="{text}({place})")
LEFT_OUT = Text(
    en="Only Jupyter understands these lines, and they were left out: {lines}.",
    ko="Jupyter에서만 쓸 수 있는 줄이어서 실행하지 않았습니다: {lines}.",
)
RUN_WITHOUT_FILE = Text(
    en="%run {name} ({place}): {name} did not come along, so what it defines is missing. Hand it in, too.",
    ko="%run {name}({place}): {name} 파일이 함께 제출되지 않아 그 안의 정의를 사용할 수 없습니다. 그 파일도 "
    "함께 제출하세요.",
)
RUN_LEFT_OUT = Text(
    en="%run {name} ({place}) was left out: {reason}",
    ko="실행하지 않은 줄: %run {name}({place}). {reason}",
)
DATA_LEFT_OUT = Text(
    en="{names} did not come along to grading: of the data files beside a submission at most "
    "{count} are taken, {limit} MiB in all.",
    ko="채점에 포함되지 않은 데이터 파일: {names}. 제출물과 함께 있는 데이터 파일은 {count}개, 모두 합쳐 "
    "{limit}MiB까지만 사용합니다.",
)
NOTEBOOK_IMPORTED = Text(
    en="{name} was imported as a module: what its cells define is there, and nothing else of it is run.",
    ko="{name} 노트북을 모듈로 가져왔습니다. 셀에서 정의한 것만 사용하고 나머지는 실행하지 않습니다.",
)
HELPER_UNREADABLE = Text(
    en="The imported file {name} was left out: {reason}",
    ko="{name}: 가져올 수 없어 제외한 파일입니다. {reason}",
)

# ---- why a name is missing

LOST_IMPORT = Text(
    en="{name} could not be imported ({place}; {reason}), so it is missing.",
    ko="{name} 이름을 가져오지 못해 사용할 수 없습니다({place}, {reason}).",
)
LOST_DEFINITION = Text(
    en="{name} could not be read ({place}; {reason}).",
    ko="{name} 정의를 읽을 수 없습니다({place}, {reason}).",
)
LOST_VALUE = Text(
    en="{name} is missing, because the statement that sets it failed ({place}; {reason}).",
    ko="{name} 값을 정하는 문장에서 오류가 발생하여 사용할 수 없습니다({place}, {reason}).",
)
OTHER_SPELLING = Text(
    en="{name} is not defined; there is a {found} ({place}). Is it meant? Every letter counts.",
    ko="{name} 정의가 없고, 비슷한 이름 {found}만 있습니다({place}). 같은 함수라면 이름을 정확히 "
    "{name} 그대로 쓰세요.",
)
IN_A_CLASS = Text(
    en="{name} stands inside of the class {owner} ({place}). Move it out of it, to the left margin.",
    ko="{name} 정의가 클래스 {owner} 안에 있습니다({place}). 클래스 밖으로, 들여쓰기 없이 옮기세요.",
)
IN_A_FUNCTION = Text(
    en="{name} stands inside of the function {owner} ({place}). Move it out of it, to the left margin.",
    ko="{name} 정의가 함수 {owner} 안에 있습니다({place}). 함수 밖으로, 들여쓰기 없이 옮기세요.",
)
UNDER_MAIN = Text(
    en='{name} stands under `if __name__ == "__main__"` ({place}), which is not run in grading. Move it above.',
    ko='{name} 정의가 `if __name__ == "__main__"` 아래에 있습니다({place}). 이 부분은 채점에서 실행되지 '
    "않으므로 그 위로 옮기세요.",
)
IN_A_FILE = Text(
    en="{name} is defined in {place}, but the submission does not import it: from {module} import {name}",
    ko="{name} 정의가 {place}에 있지만 제출물에서 가져오지 않았습니다. 추가할 줄: from {module} import {name}",
)
IN_A_TEXT_CELL = Text(
    en="A Markdown cell holds `def {name}` ({place}). Make it a code cell.",
    ko="Markdown 셀에 `def {name}` 정의가 있습니다({place}). 그 셀을 코드 셀로 바꾸세요.",
)
IN_A_RAW_CELL = Text(
    en="A raw cell holds `def {name}` ({place}). Make it a code cell.",
    ko="Raw 셀에 `def {name}` 정의가 있습니다({place}). 그 셀을 코드 셀로 바꾸세요.",
)
AFTER_CELL = Text(en="after notebook cell {number}", ko="노트북 셀 {number} 다음")
BEFORE_CELLS = Text(en="before the first code cell", ko="첫 코드 셀 앞")
IN_A_COMMENT = Text(
    en="{name} is defined in a comment or a text only ({place}). Take the signs around it away.",
    ko="{name} 정의가 주석이나 문자열 안에만 있습니다({place}). 주석이나 따옴표를 지우세요.",
)
NEEDED_FROM_MAIN = Text(
    en='{name} is set under `if __name__ == "__main__"` ({place}), which is not run in grading, and a function uses '
    "it. Move it above.",
    ko='함수에서 사용하는 {name} 값을 `if __name__ == "__main__"` 아래에서 정합니다({place}). 이 부분은 채점에서 '
    "실행되지 않으므로 그 위로 옮기세요.",
)

# ---- what the policy found

IMPORT_NOT_ALLOWED = Text(
    en="{place}: it imports {name}, which is not among this course's packages.",
    ko="{place}: 가져온 {name} 패키지는 이 과정에서 사용할 수 있는 패키지가 아닙니다.",
)
NAME_FORBIDDEN = Text(
    en="{place}: it uses {name}, which is not allowed in a submission.",
    ko="{place}: {name} 기능은 제출물에서 사용할 수 없습니다.",
)
SHORTCUT = Text(
    en="{place}: {task} uses {name}, which does the whole task at once and isn't allowed here.",
    ko="{place}: {task}에서 사용한 {name} 함수는 문제를 한 번에 해결하므로 여기서는 사용할 수 "
    "없습니다.",
)
PLACE = Text(
    en="{filename}, line {line}",
    ko="{filename}의 {line}번째 줄",
)
IN_CELL = Text(
    en="{file}notebook cell {number}",
    ko="{file}노트북 셀 {number}",
)
AS_IT_IS = Text(en="{value}", ko="{value}")
