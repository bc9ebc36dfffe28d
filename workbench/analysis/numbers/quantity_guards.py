"""What looks like a quantity and is none: names, clock times, list marks, scores, telephone numbers."""

import re
from collections.abc import Sequence
from typing import Final

from workbench.analysis.numbers.counted_nouns import CountedNouns
from workbench.analysis.numbers.number_tokens import CARDINAL, DIGITS, Sentence, Token
from workbench.analysis.numbers.numeral import Numeral
from workbench.tables import Table

_MARKS: Final = ".,;:\"'”"
_CLOCK: Final = re.compile(
    r"\s?(?:[ap]\.?\s?m\b|o'clock|hrs?\s?(?:gmt|utc)|(?:gmt|utc|[ecmp][sd]t|bst|cet|cest)\b)"
)
_NEVER_BEFORE: Final = "_@#=&"
_GLUE: Final = "/:.+"
_LAST_HOUR: Final = 24
_LIST_MARK: Final = re.compile(r"[.)]\s")
_CLOSING: Final = ",;:.)\"”'’"


class QuantityGuards:
    """Tells numbers that are quantities from those that are not.

    Args:
        table: The table "quantities".
        nouns: What reads the words that follow.
    """

    def __init__(self, table: Table, nouns: CountedNouns) -> None:
        self._designators = frozenset(table["designators"])
        self._harmed = frozenset(table["harmed"])
        self._stops = frozenset(table["stops"])
        self._one_before = frozenset(table["one_before"])
        self._one_after = frozenset(table["one_after"])
        self._nouns = nouns

    def refuse_before(self, sentence: Sentence, numeral: Numeral) -> bool:
        """Tell whether what stands right before a number makes it a part of something else."""
        raw, start = sentence.lower, numeral.start
        if start == 0:
            return _LIST_MARK.match(raw, numeral.end) is not None and numeral.end < 4
        before = raw[start - 1]
        if before in ' ("“$£€':
            return False
        if before in _NEVER_BEFORE:
            return True
        further = raw[start - 2] if start > 1 else " "
        if before in _GLUE or before in "-–":
            return further.isalnum() or (before != "-" and not further.isspace())
        is_short = numeral.end - start == 2 and raw[start : numeral.end].isdigit()
        return before == "'" and (further.isdigit() or is_short)

    def refuse_after(self, sentence: Sentence, numeral: Numeral) -> bool:
        """Tell whether what stands right after a number makes it a part of something else."""
        lower, end = sentence.lower, numeral.end
        char = lower[end : end + 1]
        if char.isalpha() or char == "_":
            return True
        return char in ("'", ":", "/", ",") and lower[end + 1 : end + 2].isdigit()

    @staticmethod
    def refuse_dash(sentence: Sentence, end: int) -> bool:
        """Tell whether a number that opens no range has another glued to it: a score, a telephone number."""
        lower = sentence.lower
        return (
            lower[end : end + 1] in ("-", "–") and lower[end + 1 : end + 2].isdigit()
        ) or lower.startswith("-to-", end)

    @staticmethod
    def is_clock(sentence: Sentence, numeral: Numeral) -> bool:
        """Tell whether a number is a clock time: "2.30 pm", "1800 GMT"."""
        lower, end = sentence.lower, numeral.end
        if _CLOCK.match(lower, end) is None:
            return False
        decimals = len(lower[numeral.start : end].partition(".")[2])
        return (numeral.low <= _LAST_HOUR and decimals in (0, 2)) or 100 <= numeral.low <= 2400

    def refuse_name(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether a bare number in figures is part of a name: "Flight 93", "Apollo 11", "No. 3"."""
        raw = sentence.raw
        before = raw[max(0, start - 24) : start].rpartition(" ")
        if not start or before[2]:
            return False
        word = before[0].rpartition(" ")[2].strip('("“')
        if not word:
            return False
        lower = word.rstrip(".").lower()
        if lower in self._designators:
            return True
        if not word[0].isupper() or lower in self._stops:
            return False
        if word[-1] in _CLOSING and not (word[-1] == "." and "." in word[:-1]):
            return False
        follows = sentence.word_after(end).strip(_MARKS)
        if self._nouns.is_plural(follows) or follows in self._harmed:
            return False
        is_first = raw[: start - 1].strip('("“ ') == word
        return not is_first or not follows.isalpha() or follows in self._stops

    def refuse_one(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether "one" is a pronoun or an idiom: "one of", "no one", "the one who"."""
        follows = sentence.word_after(end)
        if not follows[:1].isalnum():
            return True
        before = sentence.words_before(start, 16)
        if before and before[-1].strip('"(“') in self._one_after:
            return True
        bare = follows.strip(_MARKS)
        return bare in self._one_before or bare in self._stops

    def refuse_title(self, sentence: Sentence, start: int, end: int) -> bool:
        """Tell whether a number in words is part of a name: "Ground Zero", "World War Two"."""
        raw = sentence.raw
        if not raw[start].isupper() or start < 2 or raw[start - 1] != " ":
            return False
        words = raw[max(0, start - 24) : start].split()
        if words[-2:] == ["Group", "of"]:
            return True
        follows = sentence.word_after(end).strip(_MARKS)
        if self._nouns.is_plural(follows) or follows in self._harmed:
            return False
        return bool(words) and words[-1][0].isupper() and words[-1][-1].isalpha() and not raw.isupper()

    @staticmethod
    def in_long_row(sentence: Sentence, i: int) -> bool:
        """Tell whether two figures stand right before a figure: serial numbers, tables, telephone numbers."""
        tokens = sentence.tokens
        return i > 1 and tokens[i].kind & DIGITS != 0 and _follows(tokens, i) and _follows(tokens, i - 1)

    @staticmethod
    def in_row(sentence: Sentence, i: int, following: int, taken_to: int) -> bool:
        """Tell whether only a blank parts a figure from another, as in tables and serial numbers."""
        tokens = sentence.tokens
        if not tokens[i].kind & DIGITS:
            return False
        if following < len(tokens) and tokens[following].kind & DIGITS and sentence.gap(following - 1) == "":
            return True
        if (
            i
            and tokens[i - 1].kind & DIGITS
            and sentence.gap(i - 1) == ""
            and tokens[i - 1].start >= taken_to
        ):
            return not tokens[i - 1].kind & CARDINAL
        return False


def _follows(tokens: Sequence[Token], i: int) -> bool:
    """Tell whether a figure stands one character after another figure."""
    return tokens[i - 1].end + 1 == tokens[i].start and tokens[i - 1].kind & DIGITS != 0
