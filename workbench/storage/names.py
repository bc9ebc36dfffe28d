"""Names of sessions: what can be a folder on every system, and typed on every command line."""

import re
import unicodedata

from workbench.errors import StoreError

MAX_CHARACTERS = 80
MAX_BYTES = 200
"""The longest name in UTF-8: file systems take 255 bytes, and the trash needs some of them."""

_PLAIN = re.compile(r"[\w .-]*")


def check_name(name: str) -> str:
    """Return a session's name, or say why it cannot be one.

    Args:
        name: What the user typed.

    Returns:
        The name.

    Raises:
        StoreError: It is empty, too long, or holds what a folder's name should not.
    """
    problem = _problem(name)
    if problem:
        raise StoreError(
            f"{_shown(name)!r} cannot name a session: {problem}", "letters, digits, space and . _ - will do"
        )
    return name


def is_name(name: str) -> bool:
    """Tell whether a folder's name can be a session's."""
    return not _problem(name)


def _problem(name: str) -> str:
    if not name:
        return "it is empty"
    if len(name) > MAX_CHARACTERS or len(name.encode("utf-8", "replace")) > MAX_BYTES:
        return f"it is longer than {MAX_CHARACTERS} characters or {MAX_BYTES} bytes"
    if name[0] in ". " or name[-1] in ". ":
        return "it begins or ends with a dot or a space"
    if not name.isascii():
        # \w has no combining marks, and Hindi cannot be written without them
        name = "".join(letter for letter in name if not unicodedata.category(letter).startswith("M"))
    rest = _PLAIN.match(name)
    strange = name[rest.end() : rest.end() + 1] if rest else ""
    return f"it holds {strange!r}" if strange else ""


def _shown(name: str) -> str:
    return name if len(name) <= MAX_CHARACTERS else name[:MAX_CHARACTERS] + "…"
