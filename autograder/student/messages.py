"""What is said to a student below the cells of a notebook."""

from __future__ import annotations

from autograder.texts import Text

# ---- why a check can't run

NO_CHECKS_HERE = Text(
    en="There is no {file} in {folder}. Open the notebook from its own assignment's folder, "
    "where the checks lie beside it.",
    ko="{folder}에 {file} 파일이 없습니다. 검사 파일이 함께 있는 과제 폴더에서 노트북을 여세요.",
)
NO_SUCH_TASK = Text(
    en='There are no checks for "{task}" here. The tasks that can be checked are {known}.',
    ko='여기에는 "{task}"에 대한 검사가 없습니다. 검사할 수 있는 문제: {known}.',
)
CHECKS_BROKEN = Text(
    en="The checks in {file} can't be loaded: {error}. Run the cells above first; if the file "
    "was changed, get a fresh copy.",
    ko="{file}의 검사를 불러올 수 없습니다: {error}. 먼저 위의 셀들을 실행하세요. 파일이 "
    "바뀌었다면 새로 받으세요.",
)

# ---- what a check found

NOT_DEFINED_YET = Text(
    en="{name} is not defined in this notebook yet. Run the cell that defines it.",
    ko="이 노트북에 {name}이(가) 아직 정의되지 않았습니다. 정의하는 셀을 실행하세요.",
)
RAISED = Text(en="It raised {error}.", ko="{error} 오류가 발생했습니다.")
RAISED_AT = Text(
    en="It raised {error} in the line {line}.",
    ko="다음 줄에서 {error} 오류가 발생했습니다: {line}",
)
ASSERTION = Text(
    en="It is not as expected: {error}",
    ko="예상과 다릅니다: {error}",
)
SKIPPED = Text(
    en="Not run: {error}",
    ko="실행하지 않았습니다: {error}",
)
PRINTED = Text(
    en="It printed:",
    ko="출력:",
)

# ---- what to do next

PASSED = Text(
    en="{task}: all checks pass ({count}). {next}",
    ko="{task}: 모든 검사를 통과했습니다({count}개). {next}",
)
NEXT_TASK = Text(
    en="Go on with {task}.",
    ko="{task}(으)로 넘어가세요.",
)
NO_NEXT_TASK = Text(
    en="That was the last task here. The hidden checks try more inputs.",
    ko="여기의 마지막 문제였습니다. 비공개 검사는 더 다양한 입력을 확인합니다.",
)
NOT_WRITTEN = Text(
    en="{task} is not written yet. Replace the line that raises NotImplementedError by your "
    "code, run that cell, then this one.",
    ko="{task}은(는) 아직 구현되지 않았습니다. NotImplementedError를 발생시키는 줄을 코드로 "
    "바꾸고 그 셀을 실행한 뒤 이 셀을 실행하세요.",
)
WAITING = Text(
    en="{task} can't be checked yet. {why}",
    ko="{task}: 아직 검사할 수 없습니다. {why}",
)
FAILED = Text(
    en="{task}: {failed} of {count} checks failed. Change your function, run its cell again, "
    "then this one.",
    ko="{task}: 검사 {count}개 중 {failed}개를 통과하지 못했습니다. 함수를 고치고 그 셀을 다시 "
    "실행한 뒤 이 셀을 실행하세요.",
)
STUCK = Text(
    en="Stuck? In a terminal: autograder hint {task}",
    ko="막히면 터미널에서 이 명령을 실행하세요: autograder hint {task}",
)
SUMMARY = Text(
    en="{task}: {failed} of {count} checks failed (see above)",
    ko="{task}: 검사 {count}개 중 {failed}개 실패(위 참고)",
)
