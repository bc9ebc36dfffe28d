"""How to read a report, for somebody who has never seen the program: names, places and words."""

from collections.abc import Iterator
from typing import Final

HEADING: Final = "How to read this report"

_NAMES: Final = """\
A claim is named by its article and its place there: 19.3 is the third claim of article 19 in reading order,
as the claims stood when the report was made, and is told under the heading Claim 19.3. A place such as
12–80 means the characters of the article's text (Unicode code points, counted from 0) from the first number
up to, but not including, the second; the SHA-256 is that of the same text in UTF-8. Quotes are the
article's own words, notes stand as they were typed. A character that cannot be shown is replaced by a
visible one; the JSONL report has it as it was. Of a claim that nobody has touched, the report gives the
quote, the place, and how many claims are related."""

_FOUND: Final = """\
What claims have to do with each other is found by the program. Each relation gives the rule that decided and
how sure it is, from 0 to 1, and says whether a reviewer has accepted it, or made it. Those that a reviewer
rejected are named among the corrections only."""

_WORDS: Final = (
    ("In conflict", "two claims that cannot both be true. That does not say which of them is wrong"),
    (
        "Differs",
        "two claims that state something else about the same thing, and can both be true: about 100 and "
        "more than 100",
    ),
    ("The same", "two claims that state the same"),
    (
        "Wording",
        "how much of it two claims share. Verbatim: copied, though a word or a number may have been changed. "
        "Near: most words, in the same order. Paraphrase: the same thing in other words. Topic: another "
        "statement about the same thing",
    ),
    (
        "Words",
        "those in which two claims differ, and in what: number, unit, date, party, polarity (one denies what "
        "the other says), antonym, zero against some, modifier (the same number with another bound, such as "
        "about or at least)",
    ),
    ("Lineage", "articles that share copied text. What they say alike has one source, not several"),
    (
        "Independent",
        "lineages, counted: 4 articles, 2 independent, means that four articles say it, and no more than two "
        "of them without copying",
    ),
    (
        "Check-worthiness",
        "how much there is to check in a claim, from 0 to 1, and why. It does not say whether it is true",
    ),
    (
        "Types",
        "what a claim states: a quantity, a date, an event, a comparison, a denial, somebody's own words "
        "(quote), or what somebody is said to have said (attribution)",
    ),
    (
        "Unverified",
        "somebody has looked, and could not establish it. Unreviewed: nobody has decided about it",
    ),
)
"""Each word that a reader meets in a report, and what it means there."""


def reading_guide() -> Iterator[str]:
    """Write the guide.

    Yields:
        Its paragraphs.
    """
    yield f"## {HEADING}"
    yield _NAMES
    yield _FOUND
    yield "\n".join(f"- {word}: {meaning}." for word, meaning in _WORDS)
