"""Which sentences are statements at all: fragments, lead-ins and bare labels are not."""

import re
from collections.abc import Sequence
from typing import Final

from workbench.model.article import BlockKind

_LABELS: Final = frozenset({BlockKind.HEADING, BlockKind.CAPTION})
_WORD: Final = re.compile(r"\w*[^\W\d_]\w*")
_FEWEST_WORDS: Final = 4
_FEWEST_IN_A_LABEL: Final = 5
_LONGEST_LEAD_IN: Final = 12


def is_statement(sentence: str, words: Sequence[str], kind: BlockKind, tells: bool) -> bool:
    """Tell whether a sentence can be a claim.

    Args:
        sentence: The sentence.
        words: The same, split at white space.
        kind: The kind of its block.
        tells: Whether it has a number, or a word for something that happened or was said.

    Returns:
        False for "Reuters reports:", "Image: the harbour", "Yes.", and for a heading that states nothing.
    """
    count = len(words)
    if count > _LONGEST_LEAD_IN:
        return True
    if sentence[-1] in ":,":
        return False
    if kind in _LABELS:
        return tells and count >= _FEWEST_IN_A_LABEL
    fewest = _FEWEST_WORDS - (tells and sentence[-1] in '.!"”')
    return count >= fewest and len(_WORD.findall(sentence)) >= fewest
