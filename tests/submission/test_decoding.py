"""Source is read in whatever encoding an editor saved it."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from autograder.errors import SubmissionError
from autograder.submission.decoding import decode

KOREAN = "# 예측값\nname = '경사 하강'\n"


@pytest.mark.parametrize(
    "data",
    [
        KOREAN.encode(),
        codecs.BOM_UTF8 + KOREAN.encode(),
        codecs.BOM_UTF16_LE + KOREAN.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + KOREAN.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + KOREAN.encode("utf-32-le"),
        KOREAN.encode("cp949"),
    ],
    ids=["utf-8", "utf-8 with mark", "utf-16 le", "utf-16 be", "utf-32 le", "Korean Windows"],
)
def test_korean_source_reads_the_same_in_every_encoding(data):
    assert decode(data, "file") == KOREAN


def test_a_coding_cookie_is_obeyed():
    text = "# -*- coding: latin-1 -*-\nname = 'café'\n"
    assert decode(text.encode("latin-1"), "file") == text


def test_a_cookie_wins_over_the_guess():
    # These bytes are Korean in cp949 and Japanese in shift_jis.
    text = "# coding: shift_jis\nx = 'あい'\n"
    assert decode(text.encode("shift_jis"), "file") == text


@pytest.mark.parametrize("name", ["punycode", "hex", "rot13", "no-such-encoding", "utf-7"])
def test_a_cookie_that_no_editor_writes_is_not_obeyed(name):
    text = f"# coding: {name}\nx = 1\n"
    assert decode(text.encode(), "file") == text


def test_western_text_without_a_cookie_is_read_too():
    assert decode("x = 'à'".encode("latin-1"), "file") == "x = 'à'"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_every_line_end_becomes_a_newline(end):
    assert decode(f"a = 1{end}b = 2{end}".encode(), "file") == "a = 1\nb = 2\n"


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"x = 1\0",
        codecs.BOM_UTF16_LE + b"\x00",
        bytes(range(128, 160)) + b"\x01\x02",
    ],
    ids=["a picture", "a NUL", "half a UTF-16 letter", "control characters"],
)
def test_binary_data_is_refused(data):
    with pytest.raises(SubmissionError, match="binary"):
        decode(data, "file")


@given(st.binary(max_size=400))
def test_any_bytes_are_text_or_refused(data):
    try:
        text = decode(data, "file")
    except SubmissionError:
        return
    assert "\r" not in text
    assert "\0" not in text


@given(st.text(alphabet=st.characters(exclude_characters="\r\0", exclude_categories=["Cs"])))
def test_utf8_comes_back_as_it_was(text):
    # A leading mark is the one thing that is taken off; "coding:" would choose another encoding.
    if "coding" not in text and not text.startswith("\ufeff"):
        assert decode(text.encode(), "file") == text
