"""Every sentence that says why a check failed: produced by a program, graded for real, and read in both languages."""

import re
import sys
from pathlib import Path

import pytest
import yaml

import autograder.locale
from autograder.grading.batch import Job, grade_job
from autograder.grading.options import GradeOptions
from autograder.submission import Found

sys.path.insert(0, str(Path(__file__).parent))
from toy import SOLUTION, write_course

# Said of each task of a submission that can't be loaded: tests/grading/test_endings.py.
ELSEWHERE = {"load_failed"}
CODES = set(
    yaml.safe_load((Path(autograder.locale.__file__).parent / "failures.yml").read_text("utf-8"))
)


@pytest.fixture(scope="module")
def toy(tmp_path_factory):
    return write_course(tmp_path_factory.mktemp("toy"))


@pytest.fixture
def grade(toy, tmp_path):
    def run(source):
        path = tmp_path / "a02_toy.py"
        path.write_text(source, encoding="utf-8")
        options = GradeOptions(diagnose=False, carry=False)
        return grade_job(Job(toy, "A02", (Found("someone", path),), options))[0]

    return run


@pytest.fixture
def told(grade):
    """Grade the solution with a piece after it; return the failed checks of a task."""

    def run(task, piece):
        result = grade(f"{SOLUTION}\n\n{piece}\n")
        return [check for check in result.task(task).checks if not check.passed]

    return run


def test_the_solution_earns_all_but_what_the_broken_check_takes(grade):
    result = grade(SOLUTION)
    failed = [
        (task.task, check.reason)
        for task in result.tasks
        for check in task.checks
        if not check.passed
    ]
    assert failed == [("A02.5", "broken_check")]


LINE = (
    SOLUTION.count("\n") + 4
)  # where the body of a function begins that stands below the solution

# The code, the task, what is put below the solution, and what the student reads.
CASES = [
    ("failed", "A02.9", "def secret(x):\n    return 4.0",
     "This check did not pass.", "이 검사를 통과하지 못했습니다."),
    ("hidden_check", "A02.9", "def secret(x):\n    return 4.0",
     "A hidden check", "비공개 검사"),
    ("not_attempted", "A02.1", "def value(x):\n    raise NotImplementedError('A02.1: write value')",
     "Not written yet: it still raises NotImplementedError.",
     "아직 구현되지 않았습니다. NotImplementedError가 발생합니다."),
    ("not_attempted", "A02.1", "def value(x):\n    raise NotImplementedError",
     "Not written yet: it still raises NotImplementedError.",
     "아직 구현되지 않았습니다. NotImplementedError가 발생합니다."),
    ("calls_unwritten", "A02.1", "def table(x):\n    raise NotImplementedError('A02.2: write table')\n\ndef value(x):\n    return table(x)",
     "It needs A02.2, which is not written yet.",
     "A02.2 문제가 아직 구현되지 않아 실행할 수 없습니다."),
    ("raised", "A02.1", "def value(x):\n    raise NotImplementedError('A99.2: the answer is 42')",
     f"It raised NotImplementedError (a02_toy.py:{LINE}). It says: A99.2: the answer is 42",
     f"NotImplementedError 오류가 발생했습니다 (a02_toy.py:{LINE}). 오류 메시지: A99.2: the answer is 42"),
    ("raised", "A02.3", "def pair(x):\n    raise NotImplementedError('not for numbers')",
     f"It raised NotImplementedError (a02_toy.py:{LINE}).",
     f"NotImplementedError 오류가 발생했습니다 (a02_toy.py:{LINE})."),
    ("missing", "A02.1", "del value",
     "value is not defined in the submission.", "제출물에 value 정의가 없습니다."),
    ("missing", "A02.6", "class Model:\n    pass",
     "fit is not defined in the submission.", "제출물에 fit 정의가 없습니다."),
    ("no_attribute", "A02.6", "class Model:\n    def fit(self, x):\n        self.w = 2 * x\n        return self",
     "The object has no losses.", "객체에 losses 속성이나 메서드가 없습니다."),
    ("no_function", "A02.1", "value = 3.0",
     "value can't be called: at the end of the file the name stands for a float. Is it used for something else further down?",
     "value 함수를 호출할 수 없습니다. 파일 끝에서 이 이름이 가리키는 것은 float입니다. 아래쪽에서 같은 이름을 다른 값에 사용했는지 확인하세요."),
    ("raised", "A02.1", "def value(x):\n    return 1 / 0",
     f"It raised ZeroDivisionError (a02_toy.py:{LINE}). It says: division by zero",
     f"ZeroDivisionError 오류가 발생했습니다 (a02_toy.py:{LINE}). 오류 메시지: division by zero"),
    ("detail_error", "A02.1", "def value(x):\n    raise KeyError('w')",
     f"It raised KeyError (a02_toy.py:{LINE}). It says: 'w'",
     f"KeyError 오류가 발생했습니다 (a02_toy.py:{LINE}). 오류 메시지: 'w'"),
    ("out_of_reach", "A02.1", "def value(x):\n    return open('numbers.csv').read()",
     f"It raised FileNotFoundError (a02_toy.py:{LINE}). What needs a file, the network or another program can't be graded.",
     f"FileNotFoundError 오류가 발생했습니다 (a02_toy.py:{LINE}). 파일, 네트워크, 다른 프로그램이 필요한 코드는 채점할 수 없습니다."),
    ("out_of_memory", "A02.1", "def value(x):\n    return np.zeros(1 << 50)",
     f"It asked for more memory than a task may use (a02_toy.py:{LINE}): MemoryError.",
     f"문제마다 사용할 수 있는 메모리보다 많은 메모리를 요청했습니다 (a02_toy.py:{LINE}): MemoryError."),
    ("refused", "A02.10", "def short(x):\n    return getattr(np, 'poly' + 'fit')([1, 2], [1, 2], 1)",
     f"It uses numpy.polyfit (a02_toy.py:{LINE}). The grader has switched that off, because it isn't allowed in this task.",
     f"numpy.polyfit 사용 (a02_toy.py:{LINE}): 이 문제에서 허용되지 않는 기능이므로 채점기가 사용하지 못하게 막았습니다."),
    ("refused", "A02.10", "def short(x):\n    import importlib\n    return importlib.import_module('color' + 'sys').hsv_to_rgb(0, 0, x)",
     f"It uses colorsys (a02_toy.py:{LINE + 1}). The grader has switched that off, because it isn't allowed in this task.",
     f"colorsys 사용 (a02_toy.py:{LINE + 1}): 이 문제에서 허용되지 않는 기능이므로 채점기가 사용하지 못하게 막았습니다."),
    ("refused_class", "A02.1", "def value(x):\n    from a01_earlier import Scaler\n    return Scaler().fit(x)",
     f"It uses the class Scaler of a01_earlier (a02_toy.py:{LINE + 1}). Of earlier assignments, grading offers the functions only.",
     f"a01_earlier 모듈의 클래스 Scaler 사용 (a02_toy.py:{LINE + 1}): 이전 과제에서는 함수만 채점에 사용할 수 있습니다."),
    ("too_large", "A02.1", "def value(x):\n    return [0.123456789] * 1_000_000",
     "What it returned is too large for the grader to read, or nested too deeply.",
     "반환값이 채점기가 읽을 수 없을 만큼 크거나 지나치게 깊이 중첩되어 있습니다."),
    ("too_large", "A02.1", "def value(x):\n    x = []\n    x.append(x)\n    return x",
     "What it returned is too large for the grader to read, or nested too deeply.",
     "반환값이 채점기가 읽을 수 없을 만큼 크거나 지나치게 깊이 중첩되어 있습니다."),
    ("nothing", "A02.1", "def value(x):\n    2.0 * x",
     "The result is None, which is what a function without a `return` gives; the docstring promises a number. Is a `return` missing?",
     "결과가 None입니다. `return`이 없는 함수는 None을 반환합니다. docstring에 적힌 반환값의 자료형은 숫자입니다. `return`을 빠뜨리지 않았는지 확인하세요."),
    ("nothing", "A02.6", "class Model:\n    def fit(self, x):\n        self.w = x",
     "The result is None, which is what a function without a `return` gives; the docstring promises an object with fit. Is a `return` missing?",
     "결과가 None입니다. `return`이 없는 함수는 None을 반환합니다. docstring에 적힌 반환값의 자료형은 fit 속성이 있는 객체입니다. `return`을 빠뜨리지 않았는지 확인하세요."),
    ("wrong_shape", "A02.2", "def table(x):\n    return 2 * x.reshape(3, 1)",
     "The result has shape (3, 1); the docstring promises (3,).",
     "결과의 shape이 (3, 1)입니다. docstring에 적힌 shape은 (3,)입니다."),
    ("wrong_shape", "A02.7", "def slope(w):\n    return 2 * w[:, None]",
     "The result (w) has shape (3, 1); the docstring promises (3,).",
     "결과 (w)의 shape이 (3, 1)입니다. docstring에 적힌 shape은 (3,)입니다."),
    ("wrong_dtype", "A02.2", "def table(x):\n    return (2 * x).astype(int)",
     "The result has dtype int64; the docstring promises float.",
     "결과의 dtype이 int64입니다. docstring에 적힌 dtype은 float입니다."),
    ("result_overwritten", "A02.11", "ROOM, plain = {}, spread\n\ndef spread(*args, **kwargs):\n    made = plain(*args, **kwargs)\n    room = ROOM.setdefault(made.shape, made)\n    room[...] = made\n    return room",
     "A result that it had returned before was changed by a later call: return a new array each time.",
     "앞서 반환한 결과가 다음 호출에서 바뀌었습니다. 호출할 때마다 새 배열을 반환하세요."),
    ("shares_memory", "A02.11", "plain = spread\n\ndef spread(x, *args, **kwargs):\n    return plain(x, *args, **kwargs) if args or kwargs or x.dtype != float else x.reshape(-1)",
     "The result shares memory with an argument: writing into the one changes the other. Return a copy.",
     "결과가 인자와 메모리를 공유합니다. 한쪽에 쓰면 다른 쪽도 바뀝니다. 복사본을 반환하세요."),
    ("wrong_type", "A02.2", "def table(x):\n    return np.array(['2', '4', '6'])",
     "The result is an array of text; the docstring promises an array of numbers.",
     "결과의 자료형이 문자열 배열입니다. docstring에 적힌 자료형은 숫자 배열입니다."),
    ("wrong_type", "A02.2", "def table(x):\n    return np.array([1, None, 3], dtype=object)",
     "The result is an array of Python objects (dtype object); the docstring promises an array of numbers.",
     "결과의 자료형이 파이썬 객체의 배열(dtype object)입니다. docstring에 적힌 자료형은 숫자 배열입니다."),
    ("wrong_type", "A02.1", "def value(x):\n    return '4.0'",
     "The result is text; the docstring promises a number.",
     "결과의 자료형이 문자열입니다. docstring에 적힌 자료형은 숫자입니다."),
    ("wrong_type", "A02.3", "def pair(x):\n    return (one for one in (x, [x]))",
     "The result is an iterator, which is used up once it is read; the docstring promises 2 items in a tuple or list.",
     "결과의 자료형이 한 번 읽으면 끝나는 반복자입니다. docstring에 적힌 자료형은 항목 2개로 된 tuple 또는 list입니다."),
    ("wrong_type", "A02.7", "def slope(w):\n    return [2.0, [4.0], 6.0]",
     "The result (w) is a list that makes no array of numbers: its rows differ in length, or it holds other things; the docstring promises an array of numbers.",
     "결과 (w)의 자료형이 숫자 배열이 되지 않는 list(행의 길이가 서로 다르거나 숫자가 아닌 것이 들어 있음)입니다. docstring에 적힌 자료형은 숫자 배열입니다."),
    ("subject_attribute", "A02.6", "class Model:\n    w = None\n    losses = ()\n    def fit(self, x):\n        return self",
     "The attribute w is None; the docstring promises a number.",
     "속성 w의 자료형이 None입니다. docstring에 적힌 자료형은 숫자입니다."),
    ("subject_result", "A02.3", "def pair(x):\n    return x, [1.0]",
     "The result[1] is wrong: 1 of 1 entries.", "결과[1]의 원소 1개 중 1개가 틀렸습니다."),
    ("wrong_length", "A02.3", "def pair(x):\n    return x, [x], x",
     "The result has 3 items; the docstring promises 2.",
     "결과의 항목이 3개입니다. docstring에 따르면 2개여야 합니다."),
    ("missing_key", "A02.4", "def entries(x):\n    return {'W': x}",
     "The result lacks the key 'w'.", "결과에 'w' 키가 없습니다."),
    ("more_keys", "A02.4", "def entries(x):\n    return {'w': x, 'b': x}",
     "The result has 2 keys; the docstring promises 1.",
     "결과의 키가 2개입니다. docstring에 따르면 1개여야 합니다."),
    ("wrong_value", "A02.2", "def table(x):\n    return 2 * x + np.array([0, 1, 1])",
     "The result is wrong: 2 of 3 entries. At index 1 it returned -3; expected -4.",
     "결과의 원소 3개 중 2개가 틀렸습니다. 인덱스 1의 값은 -3인데 맞는 값은 -4입니다."),
    ("detail_got_index_want", "A02.2", "def table(x):\n    return 2 * x + np.array([0, 1, 1])",
     "The result is wrong: 2 of 3 entries. At index 1 it returned -3; expected -4.",
     "결과의 원소 3개 중 2개가 틀렸습니다. 인덱스 1의 값은 -3인데 맞는 값은 -4입니다."),
    ("wrong_number", "A02.1", "def value(x):\n    return x + 1",
     "The result is wrong. It returned 3; expected 4.",
     "결과 값이 틀렸습니다. 반환값은 3인데 맞는 값은 4입니다."),
    ("detail_got_want", "A02.1", "def value(x):\n    return x + 1",
     "The result is wrong. It returned 3; expected 4.",
     "결과 값이 틀렸습니다. 반환값은 3인데 맞는 값은 4입니다."),
    ("wrong_text", "A02.5", "def word(x):\n    return 'under'",
     "The result is wrong.", "결과 값이 틀렸습니다."),
    ("not_finite", "A02.2", "def table(x):\n    return np.log(x)",
     "The result is nan or infinite where it should not be: 1 of 3 entries. At index 1 it returned nan; expected -4.",
     "결과의 원소 3개 중 1개가 nan 또는 무한대입니다. 유한한 값이어야 합니다. 인덱스 1의 값은 nan인데 맞는 값은 -4입니다."),
    ("not_finite", "A02.7", "def slope(w):\n    return np.log(w)",
     "The result (w) is nan or infinite where it should not be: 1 of 3 entries.",
     "결과 (w)의 원소 3개 중 1개가 nan 또는 무한대입니다. 유한한 값이어야 합니다."),
    ("no_error", "A02.8", "def guarded(x):\n    return x",
     "It should raise ValueError here, and raised nothing.",
     "여기서는 ValueError 오류가 발생해야 하는데 아무 오류도 발생하지 않았습니다."),
    ("wrong_error", "A02.8", "class Odd(TypeError):\n    pass\n\ndef guarded(x):\n    raise Odd",
     "It should raise ValueError here, and raised TypeError.",
     "여기서는 ValueError 오류가 발생해야 하는데 TypeError 오류가 발생했습니다."),
    ("changed_input", "A02.2", "def table(x):\n    x *= 2\n    return x",
     "It changed its argument 1 in place: work on a copy.",
     "인자로 받은 값(인자 1)을 직접 바꾸었습니다. 복사본에서 계산하세요."),
    ("no_derivative", "A02.7", "def slope(w):\n    return 3 * w",
     "The gradient w is not the derivative of your own forward pass. At index 2 it returned 12; expected 8.",
     "기울기 w: 본인이 작성한 순전파의 도함수가 아닙니다. 인덱스 2의 값은 12인데 맞는 값은 8입니다."),
    ("no_derivative_of_loss", "A02.7", "def table(x):\n    return 2 * x.astype(np.float32)\n\ndef slope(w):\n    return 3 * w",
     "The gradient w is not the derivative of the loss: along a small step the loss changes otherwise. At index 0 it returned 3; expected 2.",
     "기울기 w: 손실 함수의 도함수가 아닙니다. 매개변수를 조금 움직였을 때 손실의 변화가 이 기울기와 다릅니다. 인덱스 0의 값은 3인데 맞는 값은 2입니다."),
    ("wrong_forward", "A02.7", "def table(x):\n    return 0 * x",
     "The gradient can't be compared with your own forward pass: that doesn't give the right value here.",
     "기울기를 본인이 작성한 순전파와 비교할 수 없습니다. 순전파의 값이 여기서 맞지 않습니다."),
    ("property", "A02.2", "def table(x):\n    return -2 * x",
     "This should hold and does not: the second entry is the larger.",
     "다음이 성립해야 하는데 성립하지 않습니다: 두 번째 원소가 더 큽니다."),
    ("unexpected", "A02.1", "def value(x):\n    return 0.0",
     "The result could not be used: it is not what the docstring promises.",
     "결과를 사용할 수 없습니다. docstring에 적힌 형태가 아닙니다."),
    ("broken_check", "A02.5", "",
     "This check is broken: that is a fault of the course, and says nothing about your work.",
     "이 검사 자체에 오류가 있습니다. 과제의 문제이며 제출한 코드와는 관계가 없습니다."),
]  # fmt: skip


@pytest.mark.parametrize(
    ("code", "task", "piece", "en", "ko"), CASES, ids=[f"{case[0]}-{case[1]}" for case in CASES]
)
def test_a_program_of_this_kind_is_told_this_sentence(told, code, task, piece, en, ko):
    checks = told(task, piece)
    said = [text for check in checks for text in (check.message, check.title)]
    assert en in [text.en for text in said]
    assert ko in [text.ko for text in said]
    assert code in {check.reason for check in checks} or code.startswith(
        ("detail_", "subject_", "failed", "hidden_check")
    )


def test_checks_that_were_not_run_say_why(told):
    checks = told("A02.9", "def secret(x):\n    while True: pass")
    assert [check.reason for check in checks] == ["lost_timed_out", "lost_timed_out", "not_run"]
    without = told("A02.2", "def table(x):\n    while True: pass")[-1]
    assert without.message.en == "Not run: earlier checks of this task ran out of time."
    assert without.message.ko == "실행하지 않았습니다. 이 문제의 앞선 검사가 시간을 초과했습니다."


def test_every_code_of_the_catalogue_is_produced_by_some_program():
    assert {case[0] for case in CASES} | {"not_run"} | ELSEWHERE == CODES


def test_no_sentence_pairs_particles_or_forgets_a_language():
    for code in CODES:
        text = autograder.locale.catalogue()[code]
        assert not re.search(r"[가-힣]\([가-힣]\)", text.ko), code
        assert re.search("[가-힣]", text.ko) or code.startswith("detail_"), code
