"""What lateness costs: one rule, applied to the raw score and never to its own result."""

from __future__ import annotations

from datetime import datetime, timedelta

from autograder.course import LatePolicy
from autograder.gradebook.times import Time
from autograder.result import Lateness, Result

DAY = timedelta(days=1)
NOTHING_OFF = LatePolicy(per_day=0, of="max")


def days_late(submitted: datetime, due: datetime, grace: timedelta = timedelta()) -> int:
    """Return how many days of lateness have begun, in moments that know their time zones.

    Within the grace it is 0; that only forgives, and doesn't shift the due time.
    """
    late = submitted - due
    return 0 if late <= grace else -(-late // DAY)


def with_lateness(
    result: Result,
    time: Time,
    due: datetime | None,
    policy: LatePolicy | None,
    extra: timedelta = timedelta(),
) -> Result:
    """Return a result with the penalty that its lateness costs, in place of any penalty it had.

    Parameters
    ----------
    result
        The result; only its raw score counts.
    time
        When it was handed in. Where nobody knows, nothing is taken off, and the result says so.
    due, extra
        When the assignment is due for everybody, None where it isn't, and the student's extra time.
    policy
        What lateness costs; None for nothing.
    """
    if due is None:
        known = Lateness(submitted=time.when, source=time.source) if time.when else None
        return result.penalised(0.0, known)
    own_due = due + extra
    minutes = int(extra / timedelta(minutes=1))
    if time.when is None:
        unknown = Lateness(submitted=None, due=own_due, extra_minutes=minutes)
        return result.penalised(0.0, unknown)
    policy = policy or NOTHING_OFF
    days = days_late(time.when, own_due, timedelta(minutes=policy.grace_minutes))
    percent = min(policy.cap, policy.per_day * days)
    lateness = Lateness(
        submitted=time.when.astimezone(own_due.tzinfo),  # people compare the two
        source=time.source,
        due=own_due,
        extra_minutes=minutes,
        days=days,
        percent=percent,
        of=policy.of,
    )
    base = result.max_score if policy.of == "max" else result.raw_score
    return result.penalised(percent / 100 * base, lateness)
