"""Trailers: what follows an article or interrupts it, told by the heading above and by whom it speaks to."""

from collections.abc import Mapping, Sequence
from typing import Final

from workbench.model.article import BlockKind
from workbench.reading.boilerplate import Judgement, asks_the_reader, bare_form
from workbench.reading.pieces import Piece
from workbench.reading.running_text import ends_sentence, is_running_text
from workbench.reading.vocabulary import Phrases

_LAST: Final = 6
"""Pieces at the end of an article among which notices to the reader are looked for."""


def find_trailers(
    pieces: Sequence[Piece], forms: Sequence[str], judged: Mapping[int, Judgement], phrases: Phrases
) -> dict[int, Judgement]:
    """Find lists of other articles under their headings, and notices to the reader at the end.

    Args:
        pieces: The pieces of an article.
        forms: Their phrase forms.
        judged: What is known of them.
        phrases: Headings over lists, words of address.

    Returns:
        What is boilerplate, by number.
    """
    found: dict[int, Judgement] = {}
    section = ""
    for index, piece in enumerate(pieces):
        if index in judged:
            section = piece.text if bare_form(forms[index]) in phrases.sections else section
        elif not section:
            continue
        elif is_running_text(piece.text) or ends_sentence(piece.text):
            section = ""
        else:
            found[index] = (BlockKind.BOILERPLATE, f"listed under “{section}”")
    for index in range(max(0, len(pieces) - _LAST), len(pieces)):
        if index not in judged and asks_the_reader(forms[index], phrases):
            found[index] = (BlockKind.BOILERPLATE, "speaks to the reader, below the text")
    return found
