"""Bytes become the canonical text: the right charset, one kind of line end, and nothing else changed."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.reading.charset import NotTextError, decode_text

FRENCH = "L’été dernier, le préfet a déclaré : « Les dégâts s’élèvent à 3 000 € », a-t-on précisé à l’hôtel. "
RUSSIAN = "Губернатор заявил, что в результате наводнения пострадали двести человек, сообщили в области. "
JAPANESE = "知事は、洪水の被害を受けた住民が二百人に上ると述べた。県庁は避難所を開設した。"


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(lambda t: t[0] not in "\ufeff"))
def test_what_is_written_as_utf8_with_a_mark_comes_back(text: str) -> None:
    decoded, warnings = decode_text(codecs.BOM_UTF8 + text.encode("utf-8"))

    assert decoded == text.replace("\r\n", "\n").replace("\r", "\n")
    assert warnings == ()


@given(st.binary())
def test_any_bytes_are_text_or_are_refused(data: bytes) -> None:
    try:
        text, _ = decode_text(data)
    except NotTextError:
        return
    text.encode("utf-8")
    assert "\r" not in text


@pytest.mark.parametrize(
    ("mark", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF32_BE, "utf-32-be"),
    ],
)
def test_a_byte_order_mark_decides_and_is_dropped(mark: bytes, charset: str) -> None:
    assert decode_text(mark + FRENCH.encode(charset)) == (FRENCH, ())


def test_line_ends_of_any_system_become_one_kind() -> None:
    assert decode_text(b"a\r\nb\rc\nd\r\n\r\ne")[0] == "a\nb\nc\nd\n\ne"


def test_nothing_else_changes() -> None:
    text = "nul \0 escape \x1b[31m bidi \u202e mark e\u0301 \u200b \ufeff separator \u2028 \x0c end"

    assert decode_text(text.encode("utf-8")) == (text, ())


@pytest.mark.parametrize("charset", ["utf-16-le", "utf-16-be"])
def test_utf16_without_a_mark_is_recognised_and_said(charset: str) -> None:
    text, warnings = decode_text("The bridge was closed on Friday.".encode(charset))

    assert text == "The bridge was closed on Friday."
    assert warnings == (f"decoded as {charset}, which the file does not say",)


def test_western_text_in_an_old_charset_is_read_as_windows_1252() -> None:
    text, warnings = decode_text((FRENCH * 5).encode("cp1252"))

    assert text == FRENCH * 5
    assert warnings == ("decoded as windows-1252, which the file does not say",)


def test_a_single_accent_is_enough_for_windows_1252() -> None:
    assert decode_text(b"The caf\xe9 in Port Ellery was closed.")[0] == "The café in Port Ellery was closed."


@pytest.mark.parametrize(
    ("text", "charset"), [(RUSSIAN * 10, "cp1251"), (JAPANESE * 10, "shift_jis"), (JAPANESE * 10, "euc_jp")]
)
def test_text_of_other_scripts_in_an_old_charset_is_recognised(text: str, charset: str) -> None:
    decoded, warnings = decode_text(text.encode(charset))

    assert decoded == text
    assert len(warnings) == 1


def test_a_few_damaged_bytes_do_not_make_utf8_another_charset() -> None:
    text, warnings = decode_text((FRENCH * 3).encode("utf-8") + b"\xff end")

    assert text == FRENCH * 3 + "\N{REPLACEMENT CHARACTER} end"
    assert warnings == ("not all of it is utf-8: 1 place shown as \N{REPLACEMENT CHARACTER}",)
