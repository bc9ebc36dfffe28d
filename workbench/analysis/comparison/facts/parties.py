"""Whose side those are on who are counted, from the names in front of and behind the noun."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.facts.counting import Counted
from workbench.analysis.comparison.facts.events import Events
from workbench.analysis.comparison.words import CAPITAL, PLACE, Reading, Vocabulary, Word
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[2] / "tables"
_BEHIND: Final = 10
"""Words behind the noun that may name the side: "fighters aligned with President A"."""
_LEADING: Final = frozenset(
    {"of", "from", "with", "to", "by", "for", "the", "president", "loyal", "aligned", "allied"}
)
_LEADS: Final = frozenset(
    {"of", "from", "belong", "belonged", "belonging", "loyal", "aligned", "allied", "supporting"}
)
_NAME: Final = 4
"""Words of a name."""
_OF: Final = frozenset({"to", "of", "from"})
_OWNERS: Final = frozenset({"our", "their", "his", "your"})
_AGENT: Final = 6
"""Words that are searched for who did it."""
_SHORTEST_NAME: Final = 2
NOBODY: Final[frozenset[str]] = frozenset()


class Parties:
    """Reads sides.

    Args:
        vocabulary: What reads words.
        events: The words for events.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, vocabulary: Vocabulary, events: Events, own: Path | None = None) -> None:
        table = read_table(_TABLES, "parties", own)

        def normals(key: str) -> frozenset[str]:
            return frozenset(vocabulary.word(word).normal for word in cast("list[str]", table[key]))

        self._side = {
            vocabulary.word(word).normal: vocabulary.word(row.split()[0]).normal
            for row in cast("list[str]", table["sides"])
            for word in row.split()
        }
        self._ties, self._pro, self._against = normals("ties"), normals("pro"), normals("against")
        self._neutral = normals("neutral")
        self._events = events
        self._side_signs = frozenset(
            vocabulary.word(word).sign for row in cast("list[str]", table["sides"]) for word in row.split()
        )

    def neighbours(self, reading: Reading) -> Iterable[tuple[str, str]]:
        """Return the names that stand before the words for a side: ("syria", "government")."""
        if self._side_signs.isdisjoint(reading.signs):
            return
        words = reading.words
        for number, word in enumerate(words[1:], 1):
            side = self._side.get(word.normal)
            if side is None:
                continue
            for back in (number - 1, number - 2):
                if back < 0:
                    break
                name = words[back]
                if self._is_side(name, 1) and name.normal not in self._side:
                    yield name.normal, side
                    break
                if name.normal not in self._ties and name.normal not in self._pro:
                    break

    def of(self, words: Sequence[Word], first: int, counted: Counted) -> frozenset[str]:
        """Return the side of those who are counted, as features.

        Args:
            words: The words of the claim.
            first: The number of the first word of the quantity.
            counted: What it counts.

        Returns:
            The features; empty when nothing tells.
        """
        found = set(self._features(words[first : counted.last]))
        end = counted.last
        if end < len(words) and words[end].normal in _LEADS:
            limit = end
            while limit < min(len(words), end + _BEHIND) and self._goes_on(words[limit]):
                limit += 1
            found |= set(self._features(words[end:limit]))
        if counted.is_own:
            start = max(0, counted.at - _AGENT)
            found |= set(self._features(words[start : counted.at]))
        return frozenset(found) if found else NOBODY

    def beside(self, words: Sequence[Word], first: int, last: int) -> frozenset[str]:
        """Return the side that a number without a noun is of: "17 to the front", "and the front seventeen".

        Args:
            words: The words of the claim.
            first: The number of the first word of the quantity.
            last: One past the last.

        Returns:
            The features; empty where no name stands beside.
        """
        if last < len(words) and words[last].normal in _OF:
            return frozenset(self._features([words[last], *words[last + 1 : last + _NAME]]))
        if first and words[first - 1].flags & CAPITAL:
            return frozenset(self._features(words[max(0, first - _NAME) : first]))
        return NOBODY

    def are_owned(self, words: Sequence[Word], first: int, counted: Counted) -> bool:
        """Tell whether those who are counted are "ours" or "theirs": one side of several.

        Args:
            words: The words of the claim.
            first: The number of the first word of the quantity.
            counted: What it counts.
        """
        near = words[max(0, first - 1) : counted.last]
        if any(word.normal in _OWNERS for word in near):
            return True
        return counted.is_own

    def doer(self, words: Sequence[Word], counted: Counted) -> frozenset[str]:
        """Return the side that did it: "US strikes killed 12", "killed in the coalition's attack".

        Args:
            words: The words of the claim.
            counted: What is counted, with the event.

        Returns:
            The features; empty when nothing tells.
        """
        if counted.at < 0 or counted.is_own:
            return NOBODY
        if counted.is_done:
            start = counted.at
            while start > max(0, counted.at - _AGENT) and words[start - 1].normal not in (
                "who",
                "said",
                "that",
                "but",
            ):
                start -= 1
            return frozenset(self._features(words[start : counted.at])) or NOBODY
        behind = words[counted.at + 1 : counted.at + 2]
        if behind and behind[0].normal in ("in", "by", "when"):
            limit = counted.at + 2
            while limit < min(len(words), counted.at + 2 + _AGENT) and self._goes_on(words[limit]):
                limit += 1
            return frozenset(self._features(words[counted.at + 2 : limit])) or NOBODY
        return NOBODY

    def named(self, words: Sequence[Word]) -> frozenset[str]:
        """Return the sides that a run of words names."""
        return frozenset(self._features(words))

    def _goes_on(self, word: Word) -> bool:
        return word.is_content or bool(word.flags & PLACE) or word.normal in _LEADING

    def _features(self, words: Sequence[Word]) -> Iterable[str]:
        for number, word in enumerate(words):
            name = self._side.get(word.normal, word.normal)
            if not self._is_side(word, number):
                continue
            behind = words[number + 1].normal if number + 1 < len(words) else ""
            before = words[number - 1].normal if number else ""
            if behind in self._ties:
                yield f"{name}+tie"
            elif before in self._against:
                yield f"{name}+anti"
            else:
                yield name

    def _is_side(self, word: Word, number: int) -> bool:
        if word.normal in self._neutral:
            return False
        if word.flags & PLACE or word.normal in self._side:
            return True
        is_name = (
            number > 0 and word.flags & CAPITAL and word.is_content and len(word.normal) > _SHORTEST_NAME
        )
        return bool(is_name) and word.sign not in self._events.kind and word.sign not in self._events.group
