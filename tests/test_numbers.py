"""A number is written in one way wherever a person reads it."""

import ast
import re

import pytest

from autograder.numbers import number, read_number

# Their numbers are limits and tolerances, which have more than two decimals, or many zeros.
OTHER_NUMBERS = {"checks", "sandbox", "suites"}
# `g` alone; where somebody chose how many digits a factor is told with, they meant it.
GENERAL = re.compile(r"f?['\"][^.]*g['\"]")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0.0, "0"),
        (-0.001, "0"),
        (100.0, "100"),
        (66.8912, "66.89"),
        (7.5, "7.5"),
        (1_000_000.0, "1000000"),
        (12345.67, "12345.67"),
    ],
)
def test_a_number_has_at_most_two_decimals_and_no_exponent(value, written):
    assert number(value) == written
    assert number(value, ",") == written.replace(".", ",")


def test_no_room_writes_numbers_in_a_way_of_its_own(root):
    found = []
    for path in sorted((root / "autograder").rglob("*.py")):
        if OTHER_NUMBERS & set(path.relative_to(root).parts):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            spec = node.format_spec if isinstance(node, ast.FormattedValue) else None
            if spec is not None and GENERAL.fullmatch(ast.unparse(spec)):
                found.append(f"{path.relative_to(root)}:{node.lineno}")
    assert not found, f"use autograder.numbers.number: {found}"


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("100", 100),
        (" 100,00 ", 100),
        ("66.89", 66.89),
        ("1e3", None),
        ("-", None),
        ("", None),
        ("10%", None),
    ],
)
def test_a_cell_is_read_in_either_decimal_sign(cell, value):
    assert read_number(cell) == value
