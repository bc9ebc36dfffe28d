"""Repetitions: lines that an article has twice, which pasted pages do with titles, captions and teasers."""

from collections.abc import Mapping, Sequence

from workbench.model.article import BlockKind
from workbench.reading.boilerplate import Judgement, bare_form
from workbench.reading.pieces import Piece
from workbench.reading.running_text import is_running_text


def find_repetitions(
    pieces: Sequence[Piece], forms: Sequence[str], judged: Mapping[int, Judgement]
) -> dict[int, Judgement]:
    """Find the pieces that repeat an earlier one.

    Numbers and marks may well repeat, as in a table. A line that comes twice in a row and is no sentence
    stands for a picture, and its first occurrence is a caption.

    Args:
        pieces: The pieces of the article.
        forms: Their phrase forms.
        judged: What is known of them.

    Returns:
        What the repeated pieces are, by their numbers.
    """
    found: dict[int, Judgement] = {}
    first_of: dict[str, int] = {}
    for index, form in enumerate(map(bare_form, forms)):
        first = first_of.setdefault(form, index)
        if first == index or index in judged or not any(map(str.isalpha, form)):
            continue
        kind = judged[first][0] if first in judged else None
        if kind is BlockKind.TITLE:
            found[index] = (BlockKind.DUPLICATE, "repeats the title")
            continue
        found[index] = (BlockKind.DUPLICATE, "repeats an earlier line")
        if index == first + 1 and kind is None and not is_running_text(pieces[index].text):
            found[first] = (BlockKind.CAPTION, "comes twice in a row, as a picture and its caption do")
    return found
