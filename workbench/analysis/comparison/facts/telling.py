"""What the days and the wording of two claims say to each other, beside their figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from workbench.analysis.comparison.alignment import Alignment
from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.content import Contents
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.polarity import opposites
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.analysis.comparison.words import Word
from workbench.model.relation import Agreement, DifferenceKind

_ONE_EVENT: Final = 2
"""Days between two dates for one event; with more between, it is another event."""
_KILLING: Final = "killing"
"""A story tells of many who were killed, and not all on one day."""
_ALIKE: Final = 0.2
_SOMEWHAT_ALIKE: Final = 0.1
"""The nearness from which on two attacks on two days may be one: an article tells of others too."""
_HOURS_APART: Final = 3
_TELLING: Final = 1.5
"""How rare a denied concept must be, to tell that the other claim speaks of the same."""
_FEWEST: Final = 2
"""Words with content that must be denied, unless it is a verb: "no reference" denies little."""
_MUCH: Final = 0.3
"""The share of a claim that it must be, in rarity."""
_SAME_STORY: Final = 0.6
"""How sure it is that two attacks of one story are one."""


@dataclass(frozen=True, slots=True)
class WordKnowledge:
    """What is known about words."""

    concepts: Concepts
    """What they have to do with each other."""
    contents: Contents
    """What gives their concepts."""
    weak: frozenset[str]
    """The signs of those whose opposite proves nothing by itself."""
    weigh: Callable[[str], float]
    """How telling it is to share a concept."""


def compare_days(a: Prepared, b: Prepared, nearness: float) -> Iterator[Finding]:
    """Hold the days that two claims give for one kind of event against each other.

    Args:
        a: The first claim.
        b: The second, of the same story.
        nearness: How much they have in common, 0..1.

    Yields:
        At most one finding: the days that are nearest to each other decide.
    """
    pairs = [
        (one.gap(two), one.hours_apart(two), one, two)
        for one in a.happenings
        for two in b.happenings
        if one.kind == two.kind and (one.kind != _KILLING or nearness >= _ALIKE)
    ]
    if not pairs:
        return
    gap, hours, one, two = min(pairs, key=lambda pair: pair[:2])
    words = f"{one.span.of(a.text)} / {two.span.of(b.text)}"
    if gap > _ONE_EVENT:
        return
    if gap or (hours > _HOURS_APART and one.is_part and two.is_part):
        if nearness < _SOMEWHAT_ALIKE:
            return
        rule = "another day" if gap else "another time of the day"
        yield Finding(
            Agreement.CONFLICT, DifferenceKind.DATE, f"{words}: {rule}", _SAME_STORY, one.span, two.span
        )
    elif (one.is_part, one.end - one.start) != (two.is_part, two.end - two.start):
        yield Finding(
            Agreement.DIFFERS,
            DifferenceKind.DATE,
            f"{words}: one is more exact",
            _SAME_STORY,
            one.span,
            two.span,
        )
    else:
        yield Finding(Agreement.SAME, None, f"{words}: the same day", _SAME_STORY, one.span, two.span)


def compare_words(
    a: Prepared, b: Prepared, alignment: Alignment, words: WordKnowledge, nearness: float
) -> Iterator[Finding]:
    """Find what one of two claims about one thing denies of the other, and words that exclude each other.

    Args:
        a: The first claim.
        b: The second.
        alignment: The two laid side by side.
        words: What words mean.
        nearness: How much they have in common, 0..1.

    Yields:
        At most one finding. Nothing where one denies the opposite of what the other says.
    """
    if any(frame.event for frame in (*a.frames, *b.frames)) or _asks(a) or _asks(b):
        return
    whole_a, whole_b = a.claim.span, b.claim.span
    pair = _opposed(a, b, alignment, words)
    if pair:
        is_denied = [
            words.contents.of_word(word.written) in one.denied for word, one in zip(pair, (a, b), strict=True)
        ]
        if is_denied[0] == is_denied[1]:
            reason = f'"{pair[0].written}" / "{pair[1].written}": opposites'
            yield Finding(Agreement.CONFLICT, DifferenceKind.ANTONYM, reason, nearness, whole_a, whole_b)
    elif bool(a.denied) != bool(b.denied) and (_is_denied(a, b, words) or _is_denied(b, a, words)):
        denied = (a.denied | b.denied) & a.concepts & b.concepts
        named = [word.written for word in a.reading.words if words.contents.of_word(word.written) in denied]
        reason = f'only one of them denies it: "{" ".join(named)}"'
        yield Finding(Agreement.CONFLICT, DifferenceKind.POLARITY, reason, nearness, whole_a, whole_b)


def _asks(claim: Prepared) -> bool:
    """Tell whether a claim quotes a question, and so need not deny what it says."""
    return "?" in claim.claim.span.of(claim.text)


def _is_denied(by: Prepared, other: Prepared, words: WordKnowledge) -> bool:
    """Tell whether much of what a claim says is that something of the other is not so."""
    both = (by.denied - other.denied) & other.concepts
    if len(both) < _FEWEST and by.denied_verbs.isdisjoint(both):
        return False
    denied = sum(map(words.weigh, both))
    return denied >= _TELLING and denied >= _MUCH * sum(map(words.weigh, by.concepts))


def _opposed(
    a: Prepared, b: Prepared, alignment: Alignment, words: WordKnowledge
) -> tuple[Word, Word] | None:
    """Return words of two claims that exclude each other, where neither claim has both."""
    gaps = alignment.gaps
    own = [word for gap in gaps for word in a.reading.words[gap.a : gap.a_end]]
    other = [word for gap in gaps for word in b.reading.words[gap.b : gap.b_end]]
    return opposites(words.concepts, words.weak, own, other)
