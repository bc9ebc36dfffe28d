"""Decisions brought in from a JSONL report of another copy of a session: nobody's word is lost."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from workbench.errors import SpanError
from workbench.model.article import Span
from workbench.model.claim import claim_id
from workbench.model.decision import UNDECIDED, Decision, State
from workbench.model.event import ClaimsChange, DecisionChange
from workbench.model.relation import Difference, Relation, RelationChange, Standing
from workbench.reports.jsonl_reading import RelationLine, Reported
from workbench.review.annotating import clean_evidence, same_source
from workbench.review.review import Review
from workbench.review.spans import SpanEditor

_SAID = frozenset({Standing.ACCEPTED, Standing.LINKED})


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a report."""

    changed: int
    """How many claims have more decided about them than before, or otherwise."""
    related: int
    """How many relations are accepted or linked now that were not."""
    unchanged: int
    """How many claims have all that the report says already."""
    kept: tuple[str, ...]
    """What is decided otherwise here and stays so: one line each, naming the line of the report."""
    strays: tuple[str, ...]
    """What the session has no claim for: one line each, likewise."""


def bring_in(
    review: Review, reported: Iterable[Reported], tables: Path | None, *, overrule: bool = False
) -> Imported:
    """Take over what a report says, in one stroke that one undo takes back.

    A line is about a claim only where article, bounds and words are the same: it never goes to a
    look-alike. What nobody has decided here is taken over, evidence and tags are joined, and where both say
    something else about a claim, what is said here stays. A claim that a person made is made here too.

    Args:
        review: The open review.
        reported: What the report says.
        tables: The folder of the user's word lists, or None.
        overrule: Whether the report's word counts where something else is decided here.

    Returns:
        What became of it.

    Raises:
        ReportError: It is no such report; nothing has changed.
        StoreError: It could not be made durable; nothing has changed.
    """
    lines = list(reported)
    taking = _Taking(review, tables, overrule)
    for line in lines:
        taking.take(line)
    relations = tuple(taking.relations(lines))
    view = review.view
    if taking.made or taking.after or relations:
        review.take_over(tuple(taking.made.values()), taking.after, relations)
        if view.claim:  # the reviewer goes on where they were, not where something was brought in
            review.look(view)
    changed = len(taking.after) + len(taking.made)
    return Imported(changed, len(relations), taking.unchanged, tuple(taking.kept), tuple(taking.strays))


class _Taking:
    """Works out what a report changes, line by line; changes nothing itself."""

    def __init__(self, review: Review, tables: Path | None, overrule: bool) -> None:
        self._session = review.session
        self._desk = review.session.desk
        self._editor = SpanEditor(review, tables)
        self._overrule = overrule
        self.made: dict[str, ClaimsChange] = {}
        self.after: dict[str, Decision] = {}
        self.unchanged = 0
        self.kept: list[str] = []
        self.strays: list[str] = []

    def take(self, line: Reported) -> None:
        """Take in one line."""
        evidence = tuple(clean_evidence(one, self._desk) for one in line.decision.evidence)
        there = replace(line.decision, evidence=tuple(one for one in evidence if not one.is_blank))
        if there == UNDECIDED and not line.by_hand:
            return
        article = self._desk.article_by_id.get(line.article)
        if article is None or line.span.of(article.text) != line.text:
            self._stray(line, f"no article {line.article!r} has these words at {_place(line.span)}")
        elif (claim := claim_id(line.article, line.span)) in self._desk.position:
            self._take_into(claim, line, there)
        elif line.by_hand:
            self._make(claim, line, there)
        else:
            self._stray(line, f"no claim stands at {_place(line.span)} of {line.article!r}")

    def _take_into(self, claim: str, line: Reported, there: Decision) -> None:
        here = self.after.get(claim, self._session.decision(claim))
        merged, differs = _merged(here, there, self._overrule)
        if merged != here:
            self.after[claim] = merged
        elif not differs:
            self.unchanged += 1
        if differs:
            named = f"line {line.line}, claim {self._desk.number(claim)}"
            self.kept.append(f"{named}: {here.label} here, {there.label} in the report")

    def _make(self, claim: str, line: Reported, there: Decision) -> None:
        try:
            change = self._editor.make(line.article, line.span)
        except SpanError as error:
            self._stray(line, f"the claim at {_place(line.span)} cannot be made: {error.message}")
            return
        accepted = change.decided[0].after
        decision = there if there.state is not State.SUGGESTED else replace(there, state=State.OPEN)
        if not decision.reviewer:
            decision = replace(decision, reviewer=accepted.reviewer, at=accepted.at)
        self.made[claim] = replace(change, decided=(DecisionChange(claim, UNDECIDED, decision),))

    def _stray(self, line: Reported, why: str) -> None:
        self.strays.append(f"line {line.line}: {why}")

    def relations(self, lines: Sequence[Reported]) -> Iterator[RelationChange]:
        """Yield what the report's reviewers said about relations between claims that are here too."""
        there = {line.claim: line for line in lines}
        seen: set[tuple[str, str]] = set()
        for line in lines:
            for read in line.relations:
                other = there.get(read.claim)
                if read.standing not in _SAID or other is None or other.text != read.text:
                    continue
                if self._is_here(line) and self._is_here(other) and line.claim != other.claim:
                    change = self._related(line, other, read)
                    if change is not None and change.relation.key not in seen:
                        seen.add(change.relation.key)
                        yield change

    def _is_here(self, line: Reported) -> bool:
        if claim_id(line.article, line.span) != line.claim:
            return False
        if line.claim in self.made:
            return True
        article = self._desk.article_by_id.get(line.article)
        known = line.claim in self._desk.position
        return known and article is not None and line.span.of(article.text) == line.text

    def _related(self, line: Reported, other: Reported, read: RelationLine) -> RelationChange | None:
        is_first = self._place(line) < self._place(other)
        a, b = (line, other) if is_first else (other, line)
        said = self._session.relations.get((a.claim, b.claim))
        if said is not None and said.after is not Standing.SUGGESTED:
            return None  # a reviewer has spoken about it here
        differences = tuple(
            Difference(*((one.here, one.there) if is_first else (one.there, one.here)), one.kind)
            for one in read.differs
            if one.here.end <= len(self._text(line)) and one.there.end <= len(self._text(other))
        )
        relation = Relation(
            a.claim, b.claim, read.provenance, read.agreement, read.reason, read.confidence, differences
        )
        untouched = Standing.UNLINKED if read.standing is Standing.LINKED else Standing.SUGGESTED
        return RelationChange(relation, said.after if said else untouched, read.standing)

    def _place(self, line: Reported) -> tuple[int, Span]:
        return self._desk.article_position[line.article], line.span

    def _text(self, line: Reported) -> str:
        return self._desk.article_by_id[line.article].text


def _merged(here: Decision, there: Decision, overrule: bool) -> tuple[Decision, bool]:
    """Join what two people have decided about one claim.

    Returns:
        What is decided from now on, and whether the second one's word was left out somewhere.
    """
    merged, differs = here, False
    if there.state is not State.SUGGESTED and (there.state, there.verdict) != (here.state, here.verdict):
        if here.is_unreviewed or overrule:
            merged = merged.put(there.state, there.verdict, there.reviewer, there.at, there.reason)
            merged = replace(merged, confidence=there.confidence)
        else:
            differs = there.state is not State.OPEN
    if there.note is not None and (here.note is None or here.note.text != there.note.text):
        if here.note is None or overrule:
            merged = replace(merged, note=there.note)
        else:
            differs = True
    if there.wording and there.wording != here.wording:
        if not here.wording or overrule:
            merged = replace(merged, wording=there.wording)
        else:
            differs = True
    more = (one for one in there.evidence if not any(same_source(one, known) for known in here.evidence))
    tags = tuple(dict.fromkeys((*here.tags, *there.tags)))
    return replace(merged, evidence=(*here.evidence, *more), tags=tags), differs


def _place(span: Span) -> str:
    return f"{span.start}-{span.end}"
