"""Moments as a course writes them, and the time zones they are meant in."""

from __future__ import annotations

from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from autograder.errors import CourseError


def time_zone(name: str) -> tzinfo:
    """Return a time zone by its name in the IANA database, ``Asia/Seoul``.

    Raises
    ------
    CourseError
        Where this machine knows no zone of that name.
    """
    try:
        return ZoneInfo(name)
    except (LookupError, ValueError, OSError):
        raise CourseError(
            f'no time zone is called "{name}" here; names look like Asia/Seoul or Europe/Berlin '
            "(on Windows, they come with the package tzdata)"
        ) from None


def moment(text: str, zone: tzinfo | None) -> datetime:
    """Return the moment that a text such as ``2026-03-16 23:59`` means in a time zone.

    Raises
    ------
    CourseError
        Where there is no such day or hour, or neither the text nor the course names a time zone.
    """
    try:
        read = datetime.fromisoformat(text)
    except ValueError as error:
        raise CourseError(f'"{text}" is no day and hour: {error}') from None
    if read.tzinfo is None:
        if zone is None:
            raise CourseError(
                f'"{text}" has no time zone; write its offset, "{text}+09:00", or give the course '
                "one, timezone: Asia/Seoul"
            )
        read = read.replace(tzinfo=zone)
    return read
