"""How a number is written wherever a person reads it, and read where one has written it."""

from __future__ import annotations

import re


def number(value: float, decimal: str = ".") -> str:
    """Return a number with at most two decimals, ``66.89``, in a locale's decimal sign.

    Never an exponent: ``f"{value:g}"`` writes a million as ``1e+06``, and 12345.67 as ``12345.7``.
    """
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return ("0" if text == "-0" else text).replace(".", decimal)


def read_number(cell: str) -> float | None:
    """Return the number that a cell holds, in either decimal sign; None where it holds none."""
    cell = cell.strip()
    return float(cell.replace(",", ".")) if re.fullmatch(r"\d+(?:[.,]\d+)?", cell) else None
