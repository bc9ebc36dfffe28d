"""Numbers in loose words: "dozens", "several hundred", "half a million", "a third of", "an hour"."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias, cast

from workbench.analysis.numbers.number_tokens import MULTIPLIER, UNIT, VAGUE, Sentence, Token
from workbench.analysis.numbers.numeral import Numeral
from workbench.tables import Table

Multiplying: TypeAlias = Callable[[Sentence, Numeral], Numeral]

_SPANS: Final = frozenset({"hour", "minute", "week", "month", "year", "decade", "century", "fortnight"})
_LENGTHS_OPEN: Final = frozenset(
    {"for", "in", "within", "about", "nearly", "almost", "than", "least", "most", "over", "under", "after",
     "lasted", "took", "takes", "just", "around"}
)  # fmt: skip
_ARTICLES: Final = ("a", "an")
_OWNERS: Final = frozenset({"of", "the", "its", "their", "his", "her"})


class LooseNumerals:
    """Reads numbers that nobody counted, and those that an article begins.

    Args:
        table: The table "quantities".
        multiplied: What applies the multipliers that follow a number.
    """

    def __init__(self, table: Table, multiplied: Multiplying) -> None:
        self._multipliers = cast("Mapping[str, int]", table["multipliers"])
        self._vague = cast("Mapping[str, Sequence[int]]", table["vague"])
        self._fractions = cast("Mapping[str, int]", table["fractions"])
        self._harmed = frozenset(table["harmed"])
        self._multiplied = multiplied

    def fraction(self, sentence: Sentence, i: int, token: Token) -> Numeral | None:
        """Read "half a million", "half of", "a third of"."""
        value = 1 / self._fractions[token.word]
        whole = Numeral(value, value, token.start, token.end, i + 1, is_share=True)
        start = article_before(sentence, token.start)
        if token.word == "half":
            multiplied = sentence.gap(i) in ("a", "") and sentence.tokens[i + 1].kind & MULTIPLIER
            if multiplied:
                joined = whole._replace(end=sentence.tokens[i + 1].start - 1, is_share=False)
                factor = self._multipliers[sentence.tokens[i + 1].word] * value
                return joined._replace(
                    low=factor,
                    high=factor,
                    end=sentence.tokens[i + 1].end,
                    following=i + 2,
                    scale=factor,
                )
            follows = sentence.word_after(token.end)
            if follows in _ARTICLES:
                return whole._replace(end=token.end + 1 + len(follows))
            if follows in _OWNERS:
                return whole
            return whole if sentence.lower[token.end : token.end + 1] == "-" else None
        if start < token.start and sentence.word_after(token.end) == "of":
            return whole._replace(start=start)
        return None

    def vague(self, sentence: Sentence, i: int, token: Token) -> Numeral | None:
        """Read "dozens", "several hundred", "tens of thousands", "a couple of"."""
        low, high = map(float, self._vague[token.word])
        start = article_before(sentence, token.start)
        numeral = Numeral(low, high, start, token.end, i + 1)
        follower = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
        if follower and sentence.gap(i) in ("", "of") and follower.kind & (MULTIPLIER | VAGUE):
            factor = float(self._multipliers.get(follower.word) or self._vague[follower.word][0] / 2)
            numeral = numeral._replace(
                low=low * factor, high=high * factor, end=follower.end, following=i + 2, scale=factor
            )
            if token.word == "tens":
                numeral = numeral._replace(low=low * factor, high=high * factor)
            return self._multiplied(sentence, numeral)
        follows = sentence.word_after(token.end).strip(".,;:\"'”")
        if token.word == "few":
            close = follower is not None and follower.kind & UNIT and sentence.gap(i) == ""
            return numeral if start < token.start or close else None
        if token.word == "tens" or (token.word == "scores" and follows not in self._harmed | {"of", "more"}):
            return None
        if (
            token.word in ("couple", "handful")
            and follows != "of"
            and not (follower and follower.kind & UNIT)
        ):
            return None
        return numeral


def one_unit(sentence: Sentence, i: int, token: Token) -> Numeral | None:
    """Read "an hour" where its length is told: "for an hour", "less than a week"; not "once a week"."""
    start = article_before(sentence, token.start)
    if start == token.start or token.word not in _SPANS:
        return None
    before = sentence.words_before(start, 12)
    if not before or before[-1] not in _LENGTHS_OPEN:
        return None
    return Numeral(1.0, 1.0, start, start + len(sentence.lower[start : token.start].rstrip()), i)


def article_before(sentence: Sentence, start: int) -> int:
    """Return where "a" or "an" right before an offset begins, or the offset."""
    before = sentence.lower[max(0, start - 4) : start]
    for article in _ARTICLES:
        if before.endswith(f"{article} ") and (before[: -len(article) - 1] or " ")[-1] in " (\"'“-—":
            return start - len(article) - 1
    return start
