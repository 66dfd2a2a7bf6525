"""Points as shares: what each task of an assignment is worth, so that all of them add up."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from math import floor
from typing import Annotated

from pydantic import AfterValidator, PlainSerializer
from pydantic_core import PydanticCustomError

from autograder.records import Amount


def _plain(value: float) -> float:
    """Return a whole number as an int: files say 30, not 30.0."""
    return int(value) if value.is_integer() else value


# Written as it is: pydantic would make 30.0 of a float's 30.
Share = Annotated[Amount, AfterValidator(_plain), PlainSerializer(lambda points: points)]


def scaled(shares: Sequence[float], total: int) -> list[float]:
    """Return shares scaled to a total, in hundredths, so that they add up to it exactly.

    Each is rounded down to a hundredth; the hundredths that are left go one each to those that lost most by it, and of
    equal ones to the first. Shares of at most two decimals that add up to the total already stay what they are.

    Raises
    ------
    PydanticCustomError
        Where a share comes to less than a hundredth.
    """
    if not shares:
        return []
    exact = [Fraction(str(share)) for share in shares]
    unit = Fraction(100 * total) / sum(exact)
    wanted = [share * unit for share in exact]
    hundredths = [floor(share) for share in wanted]
    lost_most = sorted(range(len(shares)), key=lambda place: hundredths[place] - wanted[place])
    for place in lost_most[: 100 * total - sum(hundredths)]:
        hundredths[place] += 1
    if 0 in hundredths:
        share = shares[hundredths.index(0)]
        message = (
            f"a share of {share} comes to less than 0.01 of the {total} points; make it larger"
        )
        raise PydanticCustomError("told", message)
    return [_plain(value / 100) for value in hundredths]
