"""What steers a terminal is shown instead of obeyed, one code point for one."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.display import displayable

ANY_TEXT = st.text(st.characters(codec=None, categories=None))
SHOWN = set(displayable("".join(map(chr, range(0x110000)))))
"""What can come out at all."""


def characters(first: int, last: int) -> set[str]:
    return {chr(code) for code in range(first, last + 1)}


def test_no_control_character_but_the_line_feed_comes_through() -> None:
    controls = {character for character in SHOWN if unicodedata.category(character) == "Cc"}

    assert controls == {"\n"}


def test_no_surrogate_and_no_noncharacter_comes_through() -> None:
    assert not any(unicodedata.category(character) == "Cs" for character in SHOWN)
    assert not any(ord(character) & 0xFFFE == 0xFFFE for character in SHOWN)
    assert not SHOWN & characters(0xFDD0, 0xFDEF)


@pytest.mark.parametrize(
    ("first", "last"),
    [(0x061C, 0x061C), (0x200E, 0x200F), (0x202A, 0x202E), (0x2066, 0x2069)],
)
def test_no_character_that_turns_the_direction_of_text_comes_through(first: int, last: int) -> None:
    assert not SHOWN & characters(first, last)


@pytest.mark.parametrize(
    ("first", "last"),
    [(0x2028, 0x2029), (0xFEFF, 0xFEFF), (0xFFF9, 0xFFFB), (0xE0000, 0xE007F)],
)
def test_no_separator_mark_or_tag_comes_through(first: int, last: int) -> None:
    assert not SHOWN & characters(first, last)


@given(ANY_TEXT)
def test_the_length_never_changes_and_showing_twice_changes_nothing(text: str) -> None:
    shown = displayable(text)

    assert len(shown) == len(text)
    assert displayable(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07c\x7f", "a␀b␇c␡"),
        ("one\ttwo\r\nthree", "one two␍\nthree"),
        ("\x9b31m", "�31m"),
        ("user\u202etxt.exe", "user�txt.exe"),
        ("next\x85line\u2028and\u2029on", "next␤line␤and␤on"),
    ],
)
def test_controls_become_their_pictures(text: str, shown: str) -> None:
    assert displayable(text) == shown


@pytest.mark.parametrize(
    "text", ["[sic] [/b]", "👩‍🚒 ❤️", "cafe\u0301", "日本語", "שלום", "می‌خواهم", "a\n\nb", ""]
)
def test_what_writing_needs_is_left_alone(text: str) -> None:
    assert displayable(text) is text
