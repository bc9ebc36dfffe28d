"""Mentions: whom an article has brought in so far, and whom a pronoun means among them."""

import re
from collections import deque
from collections.abc import Iterator
from typing import Final, NamedTuple

from workbench.analysis.speech.speakers_kinds import Naming, NamingRules
from workbench.analysis.speech.tokens import Tagged, Tokens
from workbench.model.claim import SpeakerKind

Paragraph = tuple[Tagged, int]
"""A paragraph, and where it starts in the text."""

_HE: Final = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f"}
_GROUPS: Final = frozenset({"they", "their"})
_THINGS: Final = frozenset({"it", "its"})
_SUBJECT: Final = re.compile(r"(?:^|(?<=[.,QKB&;(:-]))[DjpnM#]{0,6}?(N{1,5})(?=[xyvszdRhGW(,])")
_UNKNOWN: Final = re.compile(r"(?:^|(?<=\.))(N{2,3})(?=R?[xyvszd])")
"""A full name that begins a sentence, whoever it is; "the Kessel Dam" begins with an article."""
_FIRST: Final = re.compile(r"(?:^|[.Q])(?:[DjpnNM#]{1,8},)?$")
"""What stands before the subject of a whole sentence: nothing, or "the dam guard,"."""
_WITHIN: Final = 10
"""Tokens before a name in which that stands."""
_LOOK_BACK: Final = 120
"""Tokens before a pronoun in which the subject that it means is looked for."""
_DESCRIPTION: Final = re.compile(r",[DjnMN]{0,5}[pn](?=[,Ff])")
_REMEMBERED: Final = 60


class _Mention(NamedTuple):
    """A speaker or name that the article has brought in."""

    start: int
    naming: Naming


class Mentions:
    """The speakers and names of one article, in reading order.

    Args:
        rules: What tells what a phrase names.
    """

    def __init__(self, rules: NamingRules) -> None:
        self._rules = rules
        self._all: deque[_Mention] = deque(maxlen=_REMEMBERED)
        self._genders: dict[str, set[str]] = {}

    def add(self, start: int, naming: Naming) -> None:
        """Note somebody.

        Args:
            start: Where the phrase begins in the text.
            naming: What it tells.
        """
        self._note_gender(naming)
        self._all.append(_Mention(start, naming))

    def known(self, naming: Naming) -> Naming:
        """Find the name that "the mayor" stands for, where a named speaker was called a mayor.

        Args:
            naming: What a definite phrase tells.

        Returns:
            The naming of that speaker, or the same one.
        """
        for mention in reversed(self._all):
            if (
                mention.naming.kind is SpeakerKind.NAMED
                and naming.head in mention.naming.name.lower().split()
            ):
                return mention.naming
        return naming

    def meant(
        self, word: str, tagged: Tagged, token: int, base: int, previous: Paragraph | None
    ) -> Naming | None:
        """Trace a pronoun back to the last name or speaker that it can mean.

        Args:
            word: The pronoun in lower case.
            tagged: Its paragraph.
            token: Where it stands there.
            base: Where the paragraph starts in the text.
            previous: The paragraph before, or None.

        Returns:
            Who it is, or None where nobody fits.
        """
        fitting: list[_Mention] = []
        if word in _HE:
            fitting = self._persons(tagged, token, base, previous, _HE[word])
        elif word in _GROUPS:
            fitting = [one for one in self._all if not one.naming.gender and not _is_name(one)]
        elif word in _THINGS:
            fitting = [
                one
                for one in self._all
                if not one.naming.is_person or (one.start >= base and self._may_be_thing(one.naming))
            ]
        here = base + tagged.place((token, token + 1))[0]
        before = [mention for mention in fitting if mention.start < here]
        return max(before, key=lambda mention: mention.start).naming if before else None

    def _note_gender(self, naming: Naming) -> None:
        if naming.gender and naming.kind is SpeakerKind.NAMED:
            self._genders.setdefault(naming.head, set()).add(naming.gender)

    def _persons(
        self, tagged: Tagged, token: int, base: int, previous: Paragraph | None, gender: str
    ) -> list[_Mention]:
        """Return whom "he" or "she" may mean: speakers, and whom the sentences before are about."""
        found = [mention for mention in self._all if mention.naming.is_person]
        found += self._subjects(tagged, token, base)
        fitting = [mention for mention in found if self._fits(mention.naming, gender)]
        if any(mention.start >= base for mention in fitting):
            return fitting
        further = [one for one in self._unknown_subjects(tagged, token, base) if one.naming.is_person]
        if not further and previous:
            before, start = previous
            further = self._subjects(before, len(before.tags), start, first_only=True)
        return fitting + [mention for mention in further if self._fits(mention.naming, gender)]

    def _fits(self, naming: Naming, gender: str) -> bool:
        """Tell whether "he" or "she" may mean a name; "Lund" is a woman where "Ida Lund" was named."""
        if naming.kind is SpeakerKind.OUTLET:
            return False
        known = {naming.gender} if naming.gender else self._genders.get(naming.head, set())
        return len(known) != 1 or gender in known

    def _may_be_thing(self, naming: Naming) -> bool:
        """Tell whether a single name may be a company's: nobody with that surname has been named."""
        if naming.kind is not SpeakerKind.NAMED or " " in naming.name or naming.gender:
            return False
        return not any(
            mention.naming.head == naming.head
            and mention.naming.name != naming.name
            and mention.naming.is_person
            for mention in self._all
        )

    def _unknown_subjects(self, tagged: Tagged, token: int, base: int) -> Iterator[_Mention]:
        """Give the full names that begin a sentence before a token."""
        for match in _UNKNOWN.finditer(tagged.tags, max(0, token - _LOOK_BACK), token):
            run = match.span(1)
            naming = self._rules.naming(tagged, run, tagged.written(run))
            if naming.kind is SpeakerKind.NAMED:
                yield _Mention(base + tagged.place(run)[0], naming)

    def _subjects(self, tagged: Tagged, token: int, base: int, *, first_only: bool = False) -> list[_Mention]:
        """Return the persons that are subjects before a token, or only those of whole sentences."""
        known = {mention.naming.head for mention in self._all}
        found = []
        for match in _SUBJECT.finditer(tagged.tags, max(0, token - _LOOK_BACK), token):
            run = match.span(1)
            naming = self._rules.naming(tagged, run, tagged.written(run))
            if naming.kind is not SpeakerKind.NAMED or not naming.is_person:
                continue
            is_known = naming.head in known or naming.gender or self._is_first_name(tagged, run[0])
            if first_only and not _FIRST.search(tagged.tags, max(0, match.start() - _WITHIN), match.start()):
                continue
            if is_known or self._is_described(tagged, match.start(), run):
                self._note_gender(naming)
                found.append(_Mention(base + tagged.place(run)[0], naming))
        return found

    def _is_described(self, tagged: Tagged, start: int, run: Tokens) -> bool:
        """Tell whether a name stands beside a word for a person: "the guard, Bo Hill," or after it."""
        tags, (first, last) = tagged.tags, run
        nouns = []
        if last - first > 1 and start > 1 and tags[start - 1] == ",":
            nouns.append(start - 2)
        if first > start:
            nouns.append(first - 1)
        description = _DESCRIPTION.match(tags, last)
        if description:
            nouns.append(description.end() - 1)
        return any(self._rules.is_person(tagged.written((noun, noun + 1))) for noun in nouns)

    def _is_first_name(self, tagged: Tagged, token: int) -> bool:
        return self._rules.is_first_name(tagged.written((token, token + 1)))


def _is_name(mention: _Mention) -> bool:
    return mention.naming.kind is SpeakerKind.NAMED and mention.naming.is_person
