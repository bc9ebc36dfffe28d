"""Tagged paragraphs: words with their places, and one letter for each that tells its part in grammar."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final

from workbench.analysis.attributions_lexicon import Lexicon
from workbench.analysis.quotations import Quotation
from workbench.model.article import Span

_PIECE: Final = re.compile(
    r"(?:[A-Z]\.){2,}(?:[-–]\w+)*\s*"
    r"|[$€£#]?\d+(?:[.,]\d+)*[%\w-]*\s*"
    r"|\w+(?: ?-(?=[a-z])\w+|[.'’&/@_-]+\w+|\.(?=\s+[a-z(]|[,;:]))*(?:(?<=s)['’](?=[\s,.]))?\s*"
    r"|\.{2,}\s*|-{1,3}\s*"
    r"|[^\w\s]\s*"
)
_SPACE: Final = re.compile(r"\s*")
_SPEAKER_FOLLOWS: Final = re.compile(r"[DNMnp#tRPLAkEZ]{0,8}R?x?[szZ](?![DNMnp])|[szZ][DNpAP]")
_TERMINAL: Final = ".!?…"


@dataclass(frozen=True, slots=True)
class Tagged:
    """One paragraph, tokenised; a quotation is one token."""

    text: str
    """The canonical text."""
    starts: list[int]
    """Where each token begins in the text, and last where the paragraph ends."""
    words: list[str]
    """The tokens, with the white space after them; empty for a quotation."""
    tags: str
    """One letter a token, as the lexicon explains them."""
    backwards: str
    """The tags from last to first, to match what stands before a token."""
    quotations: dict[int, Quotation]
    """The quotations by token."""

    def end(self, token: int) -> int:
        """Return where a token ends in the text, white space left out."""
        start = self.starts[token]
        if token in self.quotations:
            return self.quotations[token].span.end
        return start + len(self.words[token].rstrip())

    def span(self, first: int, last: int) -> Span:
        """Return the span of the tokens from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.end(last - 1))

    def word(self, token: int) -> str:
        """Return a token in lower case, with straight apostrophes."""
        return self.words[token].strip().lower().replace("’", "'")

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence around a token, and one past its last.

        The full stop is not part of it; a quotation that ends the sentence is.
        """
        tags = self.tags
        first = max(tags.rfind(".", 0, token), tags.rfind("Q", 0, token)) + 1
        stop, quote = tags.find(".", token), tags.find("Q", token)
        ends = [end for end in (stop, quote + 1 if quote >= 0 else -1) if end >= 0]
        return first, min(ends, default=len(tags))


def tag_paragraph(text: str, paragraph: Span, quotations: Sequence[Quotation], lexicon: Lexicon) -> Tagged:
    """Tokenise and tag one paragraph.

    Args:
        text: The canonical text.
        paragraph: The paragraph.
        quotations: Its quotations, in order.
        lexicon: What tags the words.

    Returns:
        The tagged paragraph.
    """
    words: list[str] = []
    starts: list[int] = []
    held: dict[int, Quotation] = {}
    position = paragraph.start
    for quotation in quotations:
        _add_pieces(text, position, quotation.span.start, words, starts)
        held[len(words)] = quotation
        words.append("")
        starts.append(quotation.span.start)
        position = quotation.span.end
    _add_pieces(text, position, paragraph.end, words, starts)
    starts.append(paragraph.end)
    tags = "".join([lexicon[word] if word else "q" for word in words]).replace("A.", "NN").replace("A", "N")
    if held:
        tags = _end_sentences(text, tags, held)
    return Tagged(text, starts, words, tags, tags[::-1], held)


def _add_pieces(text: str, start: int, end: int, words: list[str], starts: list[int]) -> None:
    space = _SPACE.match(text, start, end)
    first = space.end() if space else start
    if first >= end:
        return
    pieces = _PIECE.findall(text, first, end)
    words += pieces
    starts += accumulate(map(len, pieces[:-1]), initial=first)


def _end_sentences(text: str, tags: str, held: dict[int, Quotation]) -> str:
    """Mark the quotations that end their sentence."""
    letters = list(tags)
    for token, quotation in held.items():
        mark = text[quotation.span.end - 2] if quotation.is_closed else "."
        follows = tags[token + 1 : token + 2]
        if mark not in _TERMINAL or follows in (",", ";", ")", "-"):
            continue
        if mark == "." or not _SPEAKER_FOLLOWS.match(tags, token + 1):
            letters[token] = "Q"
    return "".join(letters)
