"""Tagged paragraphs: one letter for each word that tells its part in grammar, and where the word lies."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from operator import itemgetter
from typing import Final, NamedTuple

from workbench.analysis.speech.lexicon import QUOTE, Entry, Lexicon
from workbench.analysis.speech.quotations import QuotedRun

Tokens = tuple[int, int]
"""A run of tokens: the first one, and one past the last."""

Place = tuple[int, int]
"""Where a run of text starts and ends, counted from its paragraph's start."""

_NOMINAL: Final = re.compile(r"[DM][GeEZs]")
_AS_NOUN: Final = {"G": "n", "e": "n", "E": "k", "Z": "k", "s": "d"}
"""The letters of what would be a cue, were it no noun after "the" or "Veale's"."""
_NICKNAME: Final = re.compile(r"(?<=N)q(?=N)")
_LONGEST_NICKNAME: Final = 20
_SPEAKER_FOLLOWS: Final = re.compile(
    r"[DjNMnp#tRPEZkFfgd(),]{1,18}?[Rx]{0,2}[szZ](?=R?[.,;:FotqQ-]|$)|[sz](?=[DjNpP])[DjNMnp#PEZFf]{1,9}[.,]"
)
_SENTENCE: Final = re.compile(r"[^.Q]*[.Q]|[^.Q]+")
_TERMINAL: Final = ".!?…"
_MARKS: Final = "\"“”„«»'’‘`"
_HEADLINE_WORDS: Final = range(4, 31)
_letters: Final = itemgetter(0)
_small_words: Final = itemgetter(1)
_size: Final = itemgetter(3)
_width: Final = itemgetter(4)


class Phrase(NamedTuple):
    """A noun phrase as letters and words."""

    letters: str
    """One letter a word, as the lexicon explains them."""
    text: str
    """The phrase as written."""
    words: Sequence[str]
    """Its words as written."""
    places: Sequence[Place] | None
    """Where each word lies in the phrase; None where single spaces or the like part them all."""

    def word(self, at: int) -> str:
        """Return one of the words as written."""
        return self.words[at]

    def part(self, first: int, last: int) -> str:
        """Return some of the words as written, but with single spaces between."""
        if self.places is None:
            return " ".join(self.words[first:last])
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

    __slots__ = ("_counts", "_entries", "_listed", "_runs", "_starts", "_words", "quotations", "tags", "text")

    def __init__(self, text: str, quotations: Sequence[QuotedRun], lexicon: Lexicon) -> None:
        self.text = text
        self.quotations: dict[int, QuotedRun] = {}
        """The quotations by their token."""
        self._starts: list[int] = []
        self._counts: list[int] = []
        self._words = ""
        self._listed: list[str] = []
        if quotations:
            runs = _cut(text, quotations)
            chunks = [chunk for _, run in runs for chunk in run]
        else:
            chunks = text.split(" ")
            runs = [(0, chunks)]
        self._runs = runs
        entries = [lexicon[chunk] for chunk in chunks]
        if len(entries) in _HEADLINE_WORDS and not text.endswith("."):
            entries = _headline(chunks, entries, lexicon)
        self._entries = entries
        tags = "".join(map(_letters, entries))
        if "~" in tags:
            tags = tags.replace("~D", ".D").replace("~P", ".P").replace("~", "N")
        self.tags = _NOMINAL.sub(_as_noun, tags.replace(".)", "N)").replace(".,", "N,"))
        """The letters, as the lexicon explains them."""
        if quotations:
            self._place_quotations(quotations)

    def place(self, run: Tokens) -> Place:
        """Return where a run of tokens lies in the paragraph."""
        if not self._counts:
            self._locate()
        counts, entries, (first, last) = self._counts, self._entries, run
        chunk = bisect_right(counts, first) - 1
        start = self._starts[chunk] + entries[chunk][2][first - counts[chunk]][0]
        last -= 1
        if last in self.quotations:
            return start, self.quotations[last][1]
        if last != first:
            chunk = bisect_right(counts, last, chunk) - 1
        return start, self._starts[chunk] + entries[chunk][2][last - counts[chunk]][1]

    def written(self, run: Tokens) -> str:
        """Return a run of tokens as it stands in the text."""
        start, end = self.place(run)
        return self.text[start:end]

    def phrase(self, run: Tokens, written: str) -> Phrase:
        """Return a run of tokens, written as it stands in the text, as a phrase."""
        first, last = run
        words = written.split()
        if len(words) == last - first:
            return Phrase(self.tags[first:last], written, words, None)
        spans = [self.place((token, token + 1)) for token in range(first, last)]
        base = spans[0][0]
        return Phrase(
            self.tags[first:last],
            written,
            [self.text[start:end] for start, end in spans],
            [(start - base, end - base) for start, end in spans],
        )

    def sentences(self) -> Iterator[tuple[Tokens, bool]]:
        """Give the sentences, each with whether it ends the paragraph.

        The full stop is not part of one; a quotation that ends one is.
        """
        tags = self.tags
        stop = tags.find(".")
        if stop == len(tags) - 1 and stop >= 0 and "Q" not in tags:  # so are most paragraphs
            yield (0, stop), True
            return
        for match in _SENTENCE.finditer(tags):
            first, last = match.span()
            yield (first, last - 1 if tags[last - 1] == "." else last), last == len(tags)

    def sentence_at(self, token: int) -> Tokens:
        """Return the sentence around a token."""
        return next(run for run, _ in self.sentences() if run[0] <= token <= run[1])

    def words(self, run: Tokens) -> str:
        """Return the words of a run of tokens that tell more than their letter, a tab after each."""
        words = self._words
        if not words:
            words = self._words = "".join(map(_small_words, self._entries))
            if self.quotations:
                listed = words.split("\t")
                for token, quotation in self.quotations.items():
                    listed[token] = quotation_word(self.text[quotation.start : quotation.end])
                words = self._words = "\t".join(listed)
        first, last = run
        if first == 0 and last == len(self.tags) - 1 and words.endswith("\t\t"):
            return words[:-1]  # all but the full stop: so are most paragraphs
        if not self._listed:
            self._listed = words.split("\t")
        return "\t".join([*self._listed[first:last], ""])

    def _locate(self) -> None:
        """Work out where each chunk starts, and how many tokens come before it."""
        entries, starts = self._entries, self._starts
        self._counts = list(accumulate(map(_size, entries), initial=0))
        for at, chunks in self._runs:
            widths = map(_width, entries[len(starts) : len(starts) + len(chunks)])
            starts += accumulate(widths, initial=at)
            starts.pop()

    def _place_quotations(self, quotations: Sequence[QuotedRun]) -> None:
        """Note which token is which quotation, and mark those that end their sentence."""
        at, tags = -1, self.tags
        for quotation in quotations:
            at = tags.index("q", at + 1)
            self.quotations[at] = quotation
        if "NqN" in tags:
            tags = _NICKNAME.sub(self._as_nickname, tags)
        closing = [
            token
            for token, quotation in self.quotations.items()
            if tags[token] == "q" and self._ends_sentence(tags, token, quotation)
        ]
        for token in closing:
            tags = f"{tags[:token]}Q{tags[token + 1 :]}"
        self.tags = tags

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


def sentence_of(tags: str, words: str, ends_paragraph: bool) -> Sentence:
    """Return a sentence with all that follows from its letters; each of its words has a tab after it."""
    return Sentence(tags, tuple(words.split("\t")[:-1]), ends_paragraph, tags[::-1], len(tags))


def _cut(text: str, quotations: Sequence[QuotedRun]) -> _Runs:
    """Cut a paragraph at its spaces and quotations."""
    runs: _Runs = []
    position = 0
    for quotation in quotations:
        runs.append((position, text[position : quotation.start].split(" ")))
        runs.append((quotation.start, (QUOTE,)))
        position = quotation.end
    runs.append((position, text[position:].split(" ")))
    return runs


def _as_noun(match: re.Match[str]) -> str:
    owner_and_cue = match.group()
    return owner_and_cue[0] + _AS_NOUN[owner_and_cue[1]]


def _headline(chunks: Sequence[str], entries: list[Entry], lexicon: Lexicon) -> list[Entry]:
    """Where nearly all words of a line have capitals, read those that may be verbs as verbs."""
    long = [chunk[0] for chunk in chunks if len(chunk) > 4]
    if not long or sum(map(str.isupper, long)) < 0.7 * len(long):
        return entries
    read = []
    for chunk, entry in zip(chunks, entries, strict=True):
        small = lexicon[chunk.lower()] if entry.letters[:1] == "N" else entry
        is_verb = small.letters[:1] in ("s", "z", "Z", "G", "v", "y", "x") and len(small.letters) == len(
            entry.letters
        )
        read.append(entry._replace(letters=small.letters, words=small.words) if is_verb else entry)
    return read
