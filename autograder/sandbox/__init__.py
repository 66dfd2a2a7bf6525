"""Student code behind a pipe: sandboxed workers, and the plain data that crosses."""

from autograder.program import Cell, Earlier, Level, Limits, Program
from autograder.sandbox.callbacks import StandIn
from autograder.sandbox.events import (
    Call,
    Frame,
    LoadError,
    Loss,
    Stopped,
    StudentError,
    Usage,
    WorkerLost,
)
from autograder.sandbox.levels import DESCRIPTIONS, Probe, open_sandbox, probe
from autograder.sandbox.loaded import Loaded, Stops
from autograder.sandbox.remote import Remote, class_name, content, echoed, held, held_results
from autograder.sandbox.sandbox import Sandbox
from autograder.sandbox.timing import Overrun
from autograder.sandbox.worker import Worker

__all__ = [
    "DESCRIPTIONS",
    "Call",
    "Cell",
    "Earlier",
    "Frame",
    "Level",
    "Limits",
    "LoadError",
    "Loaded",
    "Loss",
    "Overrun",
    "Probe",
    "Program",
    "Remote",
    "Sandbox",
    "StandIn",
    "Stopped",
    "Stops",
    "StudentError",
    "Usage",
    "Worker",
    "WorkerLost",
    "class_name",
    "content",
    "echoed",
    "held",
    "held_results",
    "open_sandbox",
    "probe",
]
