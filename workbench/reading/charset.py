"""From bytes to the canonical text: the charset, the line ends, and what is no text at all."""

import codecs
import re
from typing import Final

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC: Final = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"GIF8", "an image"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"\xfd7zXZ", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"\x28\xb5\x2f\xfd", "a compressed file"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
    (b"OggS", "a sound file"),
    (b"ID3", "a sound file"),
)
_CONTROLS: Final = bytes((*range(0x09), *range(0x0E, 0x1B), *range(0x1C, 0x20), 0x7F))
"""Control bytes that text rarely has: all but tab, line ends, form feed and escape."""
_SAMPLE: Final = 65_536
"""How many bytes are looked at to guess a charset or to tell text from other files."""
_CONTROLS_IN_UTF8: Final = 0.30
"""Above this share of control bytes even valid UTF-8 is no text."""
_CONTROLS_ELSEWHERE: Final = 0.04
"""Random bytes have .11; text in an old charset has next to none."""
_WESTERN: Final = re.compile(
    r"(?:cp125\d|windows.125\d|iso.?8859.?\d+|latin.?\d+|mac.\w+|hp.roman8|cp\d{3})$"
)
_LINE_END: Final = re.compile(r"\r\n?")


class NotTextError(ValueError):
    """The bytes are no text; the message says what they are."""


def decode_text(data: bytes) -> tuple[str, tuple[str, ...]]:
    r"""Decode an article's bytes and make its line ends one kind; nothing else changes.

    A byte order mark decides; else strict UTF-8; else UTF-16 without a mark, UTF-8 with a few
    damaged bytes, and at last the best guess, with windows-1252 before its look-alikes.

    Args:
        data: The file's bytes.

    Returns:
        The canonical text, in which every line ends in `\n`, and warnings a reader has to know.

    Raises:
        NotTextError: The bytes are an image, an archive, or otherwise no text.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise NotTextError(f"is {what}, not text")
    text, warnings = _decode(data)
    if "\r" in text:
        text = _LINE_END.sub("\n", text)
    return text, warnings


def _decode(data: bytes) -> tuple[str, tuple[str, ...]]:
    for mark, charset in _BOMS:
        if data.startswith(mark):
            return _forgiving(data[len(mark) :], charset, assumed=False)
    wide = _wide_charset(data)
    if wide:
        return _forgiving(data, wide, assumed=True)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        _refuse_binary(data, _CONTROLS_ELSEWHERE)
    else:
        _refuse_binary(data, _CONTROLS_IN_UTF8)
        return text, ()
    if _is_damaged_utf8(data):
        return _forgiving(data, "utf-8", assumed=False)
    return _forgiving(data, _guess(data), assumed=True)


def _forgiving(data: bytes, charset: str, *, assumed: bool) -> tuple[str, tuple[str, ...]]:
    """Decode with what cannot be decoded shown as replacement characters, and warn of both."""
    warnings = (f"decoded as {charset}, which the file does not say",) if assumed else ()
    try:
        return data.decode(charset), warnings
    except UnicodeDecodeError:
        text = data.decode(charset, "replace")
        lost = text.count("\N{REPLACEMENT CHARACTER}")
        places = "1 place" if lost == 1 else f"{lost} places"
        return text, (*warnings, f"not all of it is {charset}: {places} shown as \N{REPLACEMENT CHARACTER}")


def _refuse_binary(data: bytes, allowed: float) -> None:
    sample = data[:_SAMPLE].strip(b"\x00")
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls > allowed * len(sample):
        raise NotTextError("is binary, not text")


def _wide_charset(data: bytes) -> str:
    """Return the UTF-16 flavour of text that has no mark: every other byte of Western text is NUL."""
    sample = data[:_SAMPLE]
    pairs = len(sample) // 2
    if pairs < 2 or len(data) % 2:
        return ""
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * pairs and even < 0.05 * pairs:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * pairs and odd < 0.05 * pairs else ""


def _is_damaged_utf8(data: bytes) -> bool:
    """Tell whether the bytes beyond ASCII are UTF-8 sequences, but for a few."""
    text = data[: 4 * _SAMPLE].decode("utf-8", "replace")
    wrong = text.count("\N{REPLACEMENT CHARACTER}")
    right = sum(character > "\x7f" for character in text) - wrong
    return right > 4 * wrong


def _guess(data: bytes) -> str:
    """Return the likeliest charset of text that is not UTF-8."""
    from charset_normalizer import from_bytes  # deferred: 10 ms that a UTF-8 file does not need

    sample = data[:_SAMPLE]
    best = from_bytes(sample).best()
    charset = best.encoding.replace("_", "-") if best else "windows-1252"
    if not _WESTERN.match(charset) or charset in ("windows-1252", "cp1252"):
        return "windows-1252" if charset == "cp1252" else charset
    return charset if _reads_worse_as_1252(sample, charset) else "windows-1252"


def _reads_worse_as_1252(sample: bytes, charset: str) -> bool:
    """Tell whether windows-1252 makes symbols of what the guess takes for letters.

    The one-byte charsets of the West agree on most letters, and the guess among them is a toss; a
    Cyrillic, Greek or Hebrew page is full of letters that windows-1252 has no sense for.
    """
    guessed = sample.decode(charset, "replace")
    plain = sample.decode("cp1252", "replace")
    letters = sum(character.isalpha() for character in guessed if character > "\x7f")
    accented = sum(character.isalpha() for character in plain if character > "\x7f")
    ascii_letters = sum(character.isalpha() for character in plain if character <= "\x7f")
    return letters > 1.2 * accented + 2 or letters > ascii_letters
