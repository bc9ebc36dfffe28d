"""What the days and the wording of two claims say to each other, beside their figures."""

from collections.abc import Iterator
from typing import Final

from workbench.analysis.comparison.alignment import Alignment
from workbench.analysis.comparison.concepts import Concepts
from workbench.analysis.comparison.facts.findings import Finding
from workbench.analysis.comparison.facts.polarity import opposites
from workbench.analysis.comparison.facts.prepared import Prepared
from workbench.model.relation import Agreement, DifferenceKind

_ONE_EVENT: Final = 2
"""Days between two dates for one event; with more between, it is another event."""
_HOURS_APART: Final = 3
_SAME_STORY: Final = 0.6
"""How sure it is that two attacks of one story are one."""
_ALIKE: Final = 0.5
"""The nearness from which on a denial or an opposite concerns the other claim."""


def compare_days(a: Prepared, b: Prepared) -> Iterator[Finding]:
    """Hold the days that two claims give for one kind of event against each other.

    Args:
        a: The first claim.
        b: The second, of the same story.

    Yields:
        At most one finding: the days that are nearest to each other decide.
    """
    pairs = [
        (one.gap(two), one.hours_apart(two), one, two)
        for one in a.happenings
        for two in b.happenings
        if one.kind == two.kind
    ]
    if not pairs:
        return
    gap, hours, one, two = min(pairs, key=lambda pair: pair[:2])
    words = f"{one.span.of(a.text)} / {two.span.of(b.text)}"
    if gap > _ONE_EVENT:
        return
    if gap or (hours > _HOURS_APART and one.is_part and two.is_part):
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
    a: Prepared, b: Prepared, alignment: Alignment, concepts: Concepts, nearness: float
) -> Iterator[Finding]:
    """Find what one of two related claims denies of the other, and words that exclude each other."""
    if any(frame.event for frame in (*a.frames, *b.frames)):
        return
    whole_a, whole_b = a.claim.span, b.claim.span
    if (a.denied ^ b.denied) & a.concepts & b.concepts:
        reason = "only one of them denies it"
        yield Finding(Agreement.CONFLICT, DifferenceKind.POLARITY, reason, nearness, whole_a, whole_b)
        return
    for gap in alignment.gaps:
        own, other = a.reading.words[gap.a : gap.a_end], b.reading.words[gap.b : gap.b_end]
        if own and other and len(own) <= 6 and len(other) <= 6:
            pair = opposites(concepts, own, other)
            if pair:
                yield Finding(
                    Agreement.CONFLICT,
                    DifferenceKind.ANTONYM,
                    f'"{pair[0].written}" / "{pair[1].written}": opposites',
                    nearness,
                    whole_a,
                    whole_b,
                )
                return
