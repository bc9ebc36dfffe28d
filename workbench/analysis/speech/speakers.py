"""Speakers: who stands behind an attribution, with pronouns and "the mayor" traced back to a name."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.analysis.speech.speakers_kinds import NamingRules
from workbench.analysis.speech.speakers_mentions import Mentions, Paragraph
from workbench.analysis.speech.speakers_phrases import before
from workbench.analysis.speech.tokens import Tagged, Tokens, sentence_of
from workbench.model.article import Span
from workbench.model.claim import Speaker, SpeakerKind

if TYPE_CHECKING:
    from workbench.analysis.speech.attributions import Attribution

_LEAST_SHARE: Final = 0.5


class ArticleSpeakers:
    """The speakers of one article, in the order in which they are asked for.

    Args:
        rules: What tells what a phrase names.
    """

    def __init__(self, rules: NamingRules) -> None:
        self._rules = rules
        self._mentions = Mentions(rules)
        self._previous: Paragraph | None = None

    def speaker(
        self,
        tagged: Tagged,
        source: Tokens,
        span: Span,
        base: int,
        previous: Paragraph | None = None,
    ) -> Speaker | None:
        """Tell who a phrase stands for.

        Args:
            tagged: The paragraph.
            source: The phrase's tokens.
            span: Where the phrase lies in the text.
            base: Where the paragraph starts in the text.
            previous: The paragraph before it, and where that starts; None where there is none.

        Returns:
            The speaker, or None where the phrase points at nobody.
        """
        first, last = source
        letter = tagged.tags[first]
        self._previous = previous
        if letter == "W":
            return self._relative(tagged, first, span, base)
        written = tagged.text[span.start - base : span.end - base]
        if last - first == 1 and letter in "PhDO":
            return self._pronoun(tagged, first, span, base, written)
        return self._named(tagged, source, span, written)

    def is_label(self, tagged: Tagged, label: Tokens, others: Iterable[str]) -> bool:
        """Tell whether what stands before a colon speaks what stands after it: "Ann Lee: no more delays".

        Args:
            tagged: The paragraph, in which the colon follows the label.
            label: The label's tokens.
            others: How the article names speakers elsewhere.

        Returns:
            False for "Opinion: …", and for "Port Office: statement on …", which is no speech.
        """
        name, colon = tagged.written(label), label[1]
        following = tagged.tags[colon + 1 : colon + 3]
        if following[1:] in ("F", "f") and self._rules.is_paper(tagged.written((colon + 1, colon + 2))):
            return False
        last = name.rpartition(" ")[2]
        return self._rules.can_speak(name) or any(last in other for other in others)

    def mention(self, tagged: Tagged, phrase: Tokens, base: int) -> None:
        """Note somebody who says nothing, but whom a pronoun may mean later on.

        Args:
            tagged: The paragraph.
            phrase: The phrase's tokens.
            base: Where the paragraph starts in the text.
        """
        first, last = phrase
        if tagged.tags[first] == "W" or (last - first == 1 and tagged.tags[first] in "PhDO"):
            return
        start, end = tagged.place(phrase)
        self._mentions.add(base + start, self._rules.naming(tagged, phrase, tagged.text[start:end]))

    def _named(self, tagged: Tagged, source: Tokens, span: Span, written: str) -> Speaker:
        naming = self._rules.naming(tagged, source, written)
        if naming.is_definite:
            naming = self._mentions.known(naming)
        self._mentions.add(span.start, naming)
        return Speaker(naming.name, span, naming.kind)

    def _relative(self, tagged: Tagged, token: int, span: Span, base: int) -> Speaker | None:
        """Trace "who" back to the phrase before it."""
        first, last = tagged.sentence_at(token)
        sentence = sentence_of(tagged.tags[first:last], "", False)
        at = token - first
        antecedent = before(sentence, at - 1 if at and sentence.tags[at - 1] == "," else at)
        if antecedent is None or antecedent[0] == at or sentence.tags[antecedent[0]] == "W":
            return Speaker(tagged.text[span.start - base : span.end - base], span, SpeakerKind.PRONOUN)
        source = first + antecedent[0], first + antecedent[1]
        written = tagged.written(source)
        if source[1] - source[0] == 1 and tagged.tags[source[0]] in "PhDO":
            return self._pronoun(tagged, source[0], span, base, written)
        return self._named(tagged, source, span, written)

    def _pronoun(self, tagged: Tagged, token: int, span: Span, base: int, written: str) -> Speaker | None:
        """Trace a pronoun back to the last name or speaker that it can mean."""
        word = written.lower().replace("’", "'").partition("'")[0]
        if word == "there":
            return None
        naming = self._mentions.meant(word, tagged, token, base, self._previous)
        if naming is None:
            return Speaker(written, span, SpeakerKind.PRONOUN)
        return Speaker(naming.name, span, naming.kind)


class SpeakerFinder:
    """Tells who stands behind the phrases of articles.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        self._rules = NamingRules(tables_folder)

    def article(self) -> ArticleSpeakers:
        """Begin an article: nobody has been mentioned yet."""
        return ArticleSpeakers(self._rules)


def speaker_of(sentence: Span, attributions: Iterable["Attribution"]) -> Speaker | None:
    """Tell who says a sentence.

    Args:
        sentence: The sentence's span.
        attributions: The attributions of its article, in order.

    Returns:
        The first of those whom the sentence itself names, else the one whose words run on into it; None
        where less than half of it is anybody's, that is, where the article speaks in its own voice.
    """
    shares = [(_share(sentence, one), one) for one in attributions if one.is_speech and one.speaker]
    said = [(share, one) for share, one in shares if share > 0]
    if sum(share for share, _ in said) < _LEAST_SHARE:
        return None
    here = [(share, one) for share, one in said if one.cue and one.cue.overlaps(sentence)] or said
    largest = max(share for share, _ in here)
    first = next(one for share, one in here if share >= _LEAST_SHARE * largest)
    return first.speaker


def _share(sentence: Span, attribution: "Attribution") -> float:
    """Return how much of a sentence is said, or says who says it."""
    spans = [*attribution.contents, *(span for span in (attribution.source, attribution.cue) if span)]
    covered = sum(max(0, min(span.end, sentence.end) - max(span.start, sentence.start)) for span in spans)
    return covered / max(1, sentence.end - sentence.start)
