"""Student code behind a pipe: sandboxed workers, and the plain data that crosses."""

from autograder.sandbox.events import (
    Call,
    CallsExhausted,
    Frame,
    LoadError,
    Loss,
    StudentError,
    Usage,
    WorkerLost,
)
from autograder.sandbox.levels import DESCRIPTIONS, Probe, Sandbox, open_sandbox, probe
from autograder.sandbox.program import Cell, Earlier, Level, Limits, Program
from autograder.sandbox.worker import Remote, Worker

__all__ = [
    "DESCRIPTIONS",
    "Call",
    "CallsExhausted",
    "Cell",
    "Earlier",
    "Frame",
    "Level",
    "Limits",
    "LoadError",
    "Loss",
    "Probe",
    "Program",
    "Remote",
    "Sandbox",
    "StudentError",
    "Usage",
    "Worker",
    "WorkerLost",
    "open_sandbox",
    "probe",
]
