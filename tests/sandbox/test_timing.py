"""Whose time it was, as the kernel's accounts tell: they lag behind, and the process may be gone."""

import pytest

from autograder.program import Limits
from autograder.sandbox.timing import SLICE, WALL_FACTOR, Clock, Overrun, Used, outlives

LIMITS = Limits(cpu_seconds=1, wall_seconds=2)


class Accounts:
    """A meter whose process does what a test says: ``used`` is what the kernel would tell at the next reading."""

    works = True

    def __init__(self):
        self.used = Used(0.0, 0.0)
        self.states = []
        self.gone = False

    def read(self):
        return self.used

    def runnable(self):
        return bool(self.states) and self.states.pop(0)()

    def ended(self):
        return self.gone


@pytest.fixture
def accounts():
    return Accounts()


@pytest.fixture
def clock(accounts, monkeypatch):
    monkeypatch.setattr("autograder.sandbox.timing._queued_here", lambda: 0.0)
    overruns = []
    clock = Clock(accounts, LIMITS, overruns.append)
    clock.overruns = overruns
    return clock


def wait(clock, seconds):
    for _ in range(round(seconds / SLICE)):
        clock.waited(SLICE)
        clock.check()


def test_who_sleeps_for_longer_than_allowed_has_overrun(clock):
    wait(clock, 1.9)
    assert clock.overruns == []
    wait(clock, 0.3)
    assert clock.overruns[0] == Overrun("waiting", 2)


def test_who_was_kept_waiting_is_charged_nothing(accounts, clock):
    for second in range(1, 9):
        accounts.used = Used(0.1, float(second))
        wait(clock, 1)
    assert clock.overruns == []


def test_a_long_stretch_in_the_queue_that_is_told_only_when_it_is_over_is_no_sleep(accounts, clock):
    accounts.states = [lambda: True] * 100
    wait(clock, 5)

    def its_turn_comes_now():
        accounts.used = Used(0.01, 5.0)
        return False

    accounts.states = [its_turn_comes_now]
    wait(clock, 0.1)
    assert clock.overruns == []


def test_whose_process_is_gone_is_waited_for_since_its_last_words_are_on_their_way(accounts, clock):
    accounts.gone = True
    wait(clock, 2 * WALL_FACTOR - 1)
    assert clock.overruns == []
    wait(clock, 2)  # something else holds its channel
    assert clock.overruns[0] == Overrun("waiting", 2)


def test_who_computes_for_longer_than_allowed_has_overrun_however_little_it_waited(accounts, clock):
    accounts.used = Used(1.5, 0.0)
    wait(clock, 0.1)
    assert clock.overruns == [Overrun("cpu", 1)]


@pytest.mark.parametrize(("slices", "lives"), [(5, False), (60, True)])
def test_a_process_that_ends_slowly_for_want_of_a_processor_has_ended(
    accounts, monkeypatch, slices, lives
):
    monkeypatch.setattr("autograder.sandbox.timing._queued_here", lambda: 0.0)
    times = iter(range(1000))
    monkeypatch.setattr("autograder.sandbox.timing.time.monotonic", lambda: next(times) * SLICE)
    left = iter([False] * slices + [True])
    assert outlives(accounts, lambda wait: next(left)) is lives


def test_on_a_busy_machine_ending_takes_as_long_as_it_takes(accounts, monkeypatch):
    monkeypatch.setattr("autograder.sandbox.timing._queued_here", lambda: 0.0)
    times = iter(range(10_000))
    monkeypatch.setattr("autograder.sandbox.timing.time.monotonic", lambda: next(times) * SLICE)
    left = iter([False] * 200 + [True])

    def gone(seconds):
        accounts.used = Used(0.01, accounts.used.queued + 2 * SLICE)
        return next(left)

    assert not outlives(accounts, gone)
