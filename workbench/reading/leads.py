"""Leads: a dateline before the first sentence, "PORT ELLERY (Coastwire) - ", is told from that sentence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from workbench.model.article import Block, BlockKind, Span
from workbench.reading.dates import find_date
from workbench.reading.imprints import is_place, names_publisher
from workbench.reading.pieces import Piece
from workbench.reading.vocabulary import Vocabulary

_WITHIN: Final = 140
"""Code points within which a dateline ends."""
_PARAGRAPHS: Final = 3
"""Paragraphs that may have a dateline: an editor's note or a summary may come before the lead."""
_FEWEST_WORDS: Final = 5
"""Words that a lead has after its dateline, at least."""
_FEWEST_LETTERS: Final = 3
"""Letters of a town in capitals."""

# All runs are bounded, so that no line can take long.
_UPPER: Final = "A-ZÀ-ÖØ-ÞĄĆČĎĐĘĚĞİŁŃŇŐŒŘŚŞŠŤŮŰŹŻŽ"
_CAPITALS: Final = rf"[{_UPPER}][{_UPPER}.'’]{{0,20}}(?:[ /-][{_UPPER}][{_UPPER}.'’]{{0,20}}){{0,4}}"
_WORD: Final = rf"[{_UPPER}][^\W\d_{_UPPER}]{{1,20}}\.?"
_TOWN: Final = rf"{_WORD}(?:[ /-](?:[a-z]{{1,3}}[ -])?{_WORD}){{0,3}}"
_REGION: Final = rf"(?:,\s[{_UPPER}][\w.'’ -]{{1,25}}?)??"
_DAY: Final = (
    r"(?:[A-Z][a-z]{2,8}\.?,?\s)?(?:(?P<m>[A-Z][A-Za-z]{2,8})\.?\s\d{1,2}(?:,?\s\d{4})?"
    r"|\d{1,2}\s(?P<n>[A-Z][A-Za-z]{2,8})\.?(?:,?\s\d{4})?|\d{4}-\d\d-\d\d)"
)
_DATELINE: Final = re.compile(
    rf"[*_]{{0,3}}(?:(?P<capitals>{_CAPITALS}){_REGION}(?![\w])|(?P<town>{_TOWN}){_REGION}(?![\w]))?[*_]{{0,3}}"
    rf"[,.]?\s*(?P<day>{_DAY})?[,.]?\s*"
    r"(?:[(\[](?P<agency>[^\W\d_][^()\[\]\n]{1,40})[)\]]|/(?P<slashed>[A-Z][\w -]{1,20})/)?"
    r"[*_]{0,3}(?P<mark>\s*(?:--|[—–―])\s*|\s+-\s*|(?<=[)A-Z.])-\s+|:\s+|\.\s+)[*_]{0,3}"
    r"(?=[\"“‘'(\[]?[A-Z0-9À-ÖØ-Þ])"
)


@dataclass(frozen=True, slots=True)
class Leads:
    """The pieces and blocks of an article, its datelines parted from its text, and what they say."""

    pieces: tuple[Piece, ...]
    """The pieces, one for each block."""
    blocks: tuple[Block, ...]
    """The blocks."""
    publisher: str = ""
    """The agency that a dateline names, or empty."""
    date: str = ""
    """The full date of a dateline as an ISO date, or empty."""


def part_leads(text: str, pieces: Sequence[Piece], blocks: Sequence[Block], words: Vocabulary) -> Leads:
    """Part the datelines from the paragraphs that begin with them.

    Args:
        text: The canonical text.
        pieces: The article's pieces.
        blocks: The blocks, one for each piece.
        words: Months, and words in the names of publishers.

    Returns:
        The same with a block more for each dateline. A town must be in capitals, or have a day or an agency
        beside it; else the article must speak of it as of a town.
    """
    paragraphs = [index for index, block in enumerate(blocks) if block.kind is BlockKind.PARAGRAPH]
    leads = Leads(tuple(pieces), tuple(blocks))
    for index in reversed(paragraphs[:_PARAGRAPHS]):
        span = blocks[index].span
        found = _DATELINE.match(text, span.start, min(span.end, span.start + _WITHIN))
        if found is None or text.count(" ", found.end(), span.end) < _FEWEST_WORDS - 1:
            continue
        if _is_dateline(found, pieces, words, is_first=index == paragraphs[0]):
            leads = _parted(leads, index, found, words)
    return leads


def _is_dateline(found: re.Match[str], pieces: Sequence[Piece], words: Vocabulary, *, is_first: bool) -> bool:
    mark, agency = found["mark"].strip(), found["agency"] or found["slashed"] or ""
    month = found["m"] or found["n"] or ""
    if month and month.lower() not in words.months:
        return False
    if mark == ".":
        return bool(found["slashed"])
    if agency or found["day"]:
        return bool(agency or found["capitals"] or found["town"] or re.search(r"\d{4}", found["day"]))
    if mark == ":":
        return False
    if found["capitals"]:
        return sum(map(str.isalpha, found["capitals"])) >= _FEWEST_LETTERS
    town = found["town"] or ""
    return is_first and bool(town) and is_place(town, [piece.text for piece in pieces])


def _parted(leads: Leads, index: int, found: re.Match[str], words: Vocabulary) -> Leads:
    """Put a block for the dateline before its paragraph."""
    piece, block = leads.pieces[index], leads.blocks[index]
    span = Span(block.span.start, found.start("mark") + len(found["mark"].rstrip()))
    rest = Span(found.end(), block.span.end)
    shown = _DATELINE.match(piece.text)
    lead = piece.text[shown.end() :] if shown else piece.text
    agency = (found["agency"] or found["slashed"] or "").strip()
    is_told = agency and (found["capitals"] or found["day"] or names_publisher(agency, words))
    date = find_date(found["day"] or "", words.months)
    return Leads(
        (
            *leads.pieces[:index],
            replace(piece, span=span, text=" ".join(span.of(found.string).split())),
            replace(piece, span=rest, text=lead, after_gap=False),
            *leads.pieces[index + 1 :],
        ),
        (
            *leads.blocks[:index],
            Block(span, BlockKind.DATELINE, "where, when or for whom the lead was written"),
            replace(block, span=rest),
            *leads.blocks[index + 1 :],
        ),
        agency if is_told else leads.publisher,
        date.iso if date else leads.date,
    )
