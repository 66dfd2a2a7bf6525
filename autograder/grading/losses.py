"""What the end of a worker is called: in a check, and while a submission was loaded."""

from __future__ import annotations

import re

from autograder.checks.failure import Failure
from autograder.locale import sentence
from autograder.numbers import number
from autograder.result import LoadProblem, Status
from autograder.sandbox import LoadError, Loss, Overrun, WorkerLost
from autograder.texts import Text

NAME = r"[A-Za-z_][\w.]{0,100}"
# What the worker says where it has taken something away.
REFUSED = re.compile(rf"({NAME}) is not allowed in this task", re.ASCII)
REFUSED_CLASS = re.compile(
    rf"({NAME}) of ({NAME}) is not there in grading; its functions are", re.ASCII
)
OVERRUNS = {"waiting": "lost_waiting", "wall": "lost_wall"}


def failure_of_loss(lost: WorkerLost) -> Failure:
    """Return why a check failed that lost its worker."""
    kind = "" if lost.overrun is None else lost.overrun.kind
    code = OVERRUNS.get(kind, f"lost_{lost.loss.value}")
    return Failure(code, {"seconds": _seconds(lost.overrun)})


def load_problem(error: LoadError) -> LoadProblem:
    """Return what a page tells of a statement that failed, was cut, or was left out."""
    message = f"{error.type}: {error.message}" if error.message else error.type
    note = None
    if error.stopped is not None:
        overrun = error.stopped.overrun
        note = sentence(_stopped(error.stopped.loss, overrun), seconds=_seconds(overrun))
        message = note.en
    elif error.type == "Refused" and (refused := _refused(error.message)) is not None:
        note, message = refused, refused.en
    return LoadProblem(
        message=message,
        note=note,
        filename=error.filename,
        line=error.line,
        source=error.source.strip(),
    )


def load_failure(lost: WorkerLost) -> tuple[Status, Text]:
    """Return what becomes of a submission that can't be loaded, and what is said of it."""
    status = Status.TIMED_OUT if lost.loss is Loss.TIMED_OUT else Status.CRASHED
    where = "…" if lost.place is None else f"{lost.place.filename}:{lost.place.line}"
    return status, sentence(f"load_{status.name.lower()}", place=where)


def _refused(message: str) -> Text | None:
    name = REFUSED.fullmatch(message)
    if name is not None:
        return sentence("refused", name=name[1], where="")
    of_module = REFUSED_CLASS.fullmatch(message)
    if of_module is not None:
        return sentence("refused_class", name=of_module[1], module=of_module[2], where="")
    return None


def _stopped(loss: Loss, overrun: Overrun | None) -> str:
    if overrun is not None and loss is Loss.TIMED_OUT:
        return f"stopped_{overrun.kind}"
    return "stopped_exited" if loss is Loss.EXITED else "stopped_crashed"


def _seconds(overrun: Overrun | None) -> str:
    return "" if overrun is None else number(overrun.seconds)
