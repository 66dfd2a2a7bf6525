"""The sentences that a release writes into what students are given."""

from autograder.texts import Text

# The first words are the same in both languages: a check can tell an unwritten task by them.
UNWRITTEN_FUNCTION = Text(en="{task}: write {name}", ko="{task}: {name} 함수를 구현하세요")
UNWRITTEN_METHOD = Text(en="{task}: write {name}", ko="{task}: {name} 메서드를 구현하세요")
TODO = Text(
    en="TODO {task}: put your code here instead of the next line.",
    ko="TODO {task}: 다음 줄을 지우고 여기에 코드를 작성하세요.",
)
ANSWER_HERE = Text(en="*Write your answer here.*", ko="*여기에 답을 작성하세요.*")
BY_HAND = Text(en="*({points} points, marked by hand.)*", ko="*({points}점, 사람이 채점합니다.)*")
STUDENTS_COURSE = Text(
    en="The students' edition of the course, written by `autograder release`.",
    ko="`autograder release`가 만든 학생용 과정 파일입니다.",
)
