"""Tagged paragraphs: one letter for each word that tells its part in grammar, and where the word lies."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from workbench.analysis.speech.lexicon import QUOTE, Entry, Lexicon
from workbench.analysis.speech.quotations import QuotedRun

Tokens = tuple[int, int]
"""A run of tokens: the first one, and one past the last."""

Place = tuple[int, int]
"""Where a run of text starts and ends, counted from its paragraph's start."""

_NOMINAL: Final = re.compile(r"(?<=[DM])(?:(?P<n>[Ge])|(?P<k>[EZ])|(?P<d>s))")
_NICKNAME: Final = re.compile(r"(?<=N)q(?=N)")
_LONGEST_NICKNAME: Final = 20
_SPEAKER_FOLLOWS: Final = re.compile(
    r"[DjNMnp#tRPEZkFfgd(),]{1,18}?[Rx]{0,2}[szZ](?=R?[.,;:FotqQ-]|$)|[sz](?=[DjNpP])[DjNMnp#PEZFf]{1,9}[.,]"
)
_SENTENCE: Final = re.compile(r"[^.Q]*[.Q]|[^.Q]+")
_TERMINAL: Final = ".!?…"
_MARKS: Final = "\"“”„«»'’‘`"
_HEADLINE_WORDS: Final = range(4, 31)


class Phrase(NamedTuple):
    """A noun phrase as letters and words."""

    letters: str
    """One letter a word, as the lexicon explains them."""
    text: str
    """The phrase as written."""
    places: tuple[Place, ...]
    """Where each word lies in the phrase."""

    def word(self, at: int) -> str:
        """Return one of the words as written."""
        start, end = self.places[at]
        return self.text[start:end]

    def part(self, first: int, last: int) -> str:
        """Return some of the words as written, but with single spaces between."""
        return " ".join(self.text[self.places[first][0] : self.places[last - 1][1]].split())


class Sentence(NamedTuple):
    """One sentence as letters and words, wherever it stands; a quotation is one token."""

    tags: str
    """One letter a token, as the lexicon explains them; `q` a quotation, `Q` one that ends the sentence."""
    words: tuple[str, ...]
    """The words that tell more than their letter; of a quotation, what `quotation_word` tells."""
    ends_paragraph: bool
    """Whether nothing follows it in its paragraph."""
    backwards: str
    """The letters from last to first, to match what stands before a token."""
    size: int
    """How many tokens it has."""


def quotation_word(quotation: str) -> str:
    """Tell what counts outside a quotation: "," a comma ends it, "." it is whole, "a" it begins small."""
    words = quotation.strip(_MARKS)
    last = words[-1:] or " "
    return (
        ("," if last == "," else "") + ("." if last in ".,!?…" else "") + ("a" if words[:1].islower() else "")
    )


class Tagged:
    """One paragraph as letters. All places are counted from its start.

    Args:
        text: The paragraph's text.
        quotations: Its quotations, in order.
        lexicon: What gives the letters.
    """

    __slots__ = ("_ends", "_entries", "_runs", "_starts", "_words", "quotations", "tags", "text")

    def __init__(self, text: str, quotations: Sequence[QuotedRun], lexicon: Lexicon) -> None:
        self.text = text
        self.quotations: dict[int, QuotedRun] = {}
        """The quotations by their token."""
        self._starts: list[int] = []
        self._ends: list[int] = []
        self._words: list[str] = []
        runs = self._runs = _cut(text, quotations)
        entries = [lexicon[chunk] for _, chunks in runs for chunk in chunks]
        if len(entries) in _HEADLINE_WORDS and text[-1:] != ".":
            entries = _headline(runs, entries, lexicon)
        self._entries = entries
        tags = "".join([entry[0] for entry in entries])
        if "~" in tags:
            tags = tags.replace("~D", ".D").replace("~P", ".P").replace("~", "N")
        self.tags = _NOMINAL.sub(_as_noun, tags.replace(".)", "N)").replace(".,", "N,"))
        """The letters, as the lexicon explains them."""
        if quotations:
            self._place_quotations(quotations)

    def place(self, run: Tokens) -> Place:
        """Return where a run of tokens lies in the paragraph."""
        if not self._starts:
            self._locate()
        return self._starts[run[0]], self._ends[run[1] - 1]

    def phrase(self, run: Tokens) -> Phrase:
        """Return a run of tokens as a phrase."""
        first, last = run
        if not self._starts:
            self._locate()
        base, end = self._starts[first], self._ends[last - 1]
        places = tuple(
            [(self._starts[token] - base, self._ends[token] - base) for token in range(first, last)]
        )
        return Phrase(self.tags[first:last], self.text[base:end], places)

    def sentences(self) -> Iterator[tuple[Tokens, bool]]:
        """Give the sentences, each with whether it ends the paragraph.

        The full stop is not part of one; a quotation that ends one is.
        """
        tags = self.tags
        for match in _SENTENCE.finditer(tags):
            first, last = match.span()
            yield (first, last - 1 if tags[last - 1] == "." else last), last == len(tags)

    def sentence_at(self, token: int) -> Tokens:
        """Return the sentence around a token."""
        return next(run for run, _ in self.sentences() if run[0] <= token <= run[1])

    def words(self, run: Tokens) -> tuple[str, ...]:
        """Return the words of a run of tokens that tell more than their letter."""
        if not self._words:
            words = self._words = list(chain.from_iterable([entry[1] for entry in self._entries]))
            for token, quotation in self.quotations.items():
                words[token] = quotation_word(self.text[quotation.start : quotation.end])
        return tuple(self._words[run[0] : run[1]])

    def _locate(self) -> None:
        starts, ends = self._starts, self._ends
        entries = iter(self._entries)
        for at, chunks in self._runs:
            for chunk in chunks:
                for first, last in next(entries)[2]:
                    starts.append(at + first)
                    ends.append(at + last)
                at += len(chunk) + 1
        for token, quotation in self.quotations.items():
            ends[token] = quotation.end

    def _place_quotations(self, quotations: Sequence[QuotedRun]) -> None:
        """Note which token is which quotation, and mark those that end their sentence."""
        at, tags = -1, self.tags
        for quotation in quotations:
            at = tags.index("q", at + 1)
            self.quotations[at] = quotation
        tags = _NICKNAME.sub(self._as_nickname, tags)
        letters = list(tags)
        for token, quotation in self.quotations.items():
            if tags[token] == "q" and self._ends_sentence(tags, token, quotation):
                letters[token] = "Q"
        self.tags = "".join(letters)

    def _as_nickname(self, match: re.Match[str]) -> str:
        quotation = self.quotations[match.start()]
        return "N" if quotation.end - quotation.start < _LONGEST_NICKNAME else "q"

    def _ends_sentence(self, tags: str, token: int, quotation: QuotedRun) -> bool:
        mark = self.text[quotation.end - 2] if quotation.is_closed else "."
        if mark not in _TERMINAL or tags[token + 1 : token + 2] in (",", ";", ")", "-"):
            return False
        return mark == "." or not _SPEAKER_FOLLOWS.match(tags, token + 1)


_Runs = list[tuple[int, Sequence[str]]]
"""Where each run of chunks starts, and its chunks."""


def sentence_of(tags: str, words: tuple[str, ...], ends_paragraph: bool) -> Sentence:
    """Return a sentence with all that follows from its letters."""
    return Sentence(tags, words, ends_paragraph, tags[::-1], len(tags))


def _cut(text: str, quotations: Sequence[QuotedRun]) -> _Runs:
    """Cut a paragraph at its spaces and quotations."""
    if not quotations:
        return [(0, text.split(" "))]
    runs: _Runs = []
    position = 0
    for quotation in quotations:
        runs.append((position, text[position : quotation.start].split(" ")))
        runs.append((quotation.start, (QUOTE,)))
        position = quotation.end
    runs.append((position, text[position:].split(" ")))
    return runs


def _as_noun(match: re.Match[str]) -> str:
    return match.lastgroup or ""


def _headline(runs: _Runs, entries: list[Entry], lexicon: Lexicon) -> list[Entry]:
    """Where nearly all words of a line have capitals, read those that may be verbs as verbs."""
    chunks = [chunk for _, run in runs for chunk in run]
    long = [chunk for chunk in chunks if len(chunk) > 4]
    if not long or sum(word[0].isupper() for word in long) < 0.7 * len(long):
        return entries
    read = []
    for chunk, entry in zip(chunks, entries, strict=True):
        small = lexicon[chunk.lower()] if entry.letters[:1] == "N" else entry
        is_verb = small.letters[:1] in ("s", "z", "Z", "G", "v", "y", "x") and len(small.letters) == len(
            entry.letters
        )
        read.append(entry._replace(letters=small.letters, words=small.words) if is_verb else entry)
    return read
