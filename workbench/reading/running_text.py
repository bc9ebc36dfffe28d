"""What reads like sentences, as against headings, captions and entries of lists."""

import re
from typing import Final

_SENTENCE_END: Final = re.compile(r"[.!?…。！？।۔؟][\"'”’»)\]*]*$")
_LONG: Final = 250
"""Code points beyond which a line is running text, however it ends."""


def is_running_text(text: str) -> bool:
    """Tell whether a line reads like sentences, not like a heading or an entry of a list."""
    words = text.count(" ") + 1
    if words > 30 or len(text) > _LONG:
        return True
    return ends_sentence(text) and (words >= 8 or len(text) > 100 or _is_dense(text))


def ends_sentence(text: str) -> bool:
    """Tell whether a line ends as a sentence does."""
    return bool(_SENTENCE_END.search(text[-6:]))


def _is_dense(text: str) -> bool:
    """Tell whether a line is long for a script that puts no spaces between words."""
    return len(text) >= 15 and " " not in text and not text.isascii()
