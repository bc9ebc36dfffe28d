"""The JSONL report read back: strictly, since anybody may have written the file."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

import msgspec

from workbench.errors import ReportError
from workbench.model.article import Span
from workbench.model.decision import Confidence, Decision, Note, State, Verdict
from workbench.model.display import displayable
from workbench.model.evidence import Evidence, Stance
from workbench.model.relation import Agreement, DifferenceKind, Provenance, Standing

_Offset = Annotated[int, msgspec.Meta(ge=0)]
_Share = Annotated[float, msgspec.Meta(ge=0, le=1)]


class _EvidenceLine(msgspec.Struct, frozen=True):
    stance: Stance
    primary: bool = False
    title: str | None = None
    location: str | None = None
    quote: str | None = None
    date: str | None = None
    article: str | None = None
    start: _Offset | None = None
    end: _Offset | None = None
    reviewer: str = ""
    at: str = ""


class DifferenceLine(msgspec.Struct, frozen=True):
    """Words of a claim that stand against words of another one."""

    here_offsets: tuple[_Offset, _Offset] = msgspec.field(name="here")
    """Where they stand in the article of the claim."""
    there_offsets: tuple[_Offset, _Offset] = msgspec.field(name="there")
    """Where the others stand in the other claim's article."""
    kind: DifferenceKind
    """In what they differ."""

    @property
    def here(self) -> Span:
        """Their span in the article of the claim."""
        return Span(*self.here_offsets)

    @property
    def there(self) -> Span:
        """The span of the others in the other claim's article."""
        return Span(*self.there_offsets)


class RelationLine(msgspec.Struct, frozen=True):
    """What another claim has to do with a claim."""

    claim: str
    """The id of the other claim."""
    text: str
    """The text that the other claim covers."""
    provenance: Provenance
    """How much of the wording they share."""
    agreement: Agreement
    """Whether both can be true."""
    reason: str
    """The rule that decided."""
    confidence: _Share
    """How sure the judgement is, 0..1."""
    standing: Standing
    """What a reviewer said about it."""
    differs: tuple[DifferenceLine, ...] = ()
    """The words that differ."""


class _Line(msgspec.Struct, frozen=True):
    id: str
    article: str
    start: _Offset
    end: _Offset
    text: str
    state: State
    verdict: Verdict | None = None
    note: str | None = None
    noted_by: str | None = None
    noted_at: str | None = None
    evidence: tuple[_EvidenceLine, ...] = ()
    reviewer: str | None = None
    decided_at: str | None = None
    relations: tuple[RelationLine, ...] = ()
    confidence: Confidence | None = None
    reason: str | None = None
    tags: tuple[str, ...] = ()
    wording: str | None = None
    by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Reported:
    """What a report says about one claim."""

    line: int
    """Where it says so: the number of the line, from 1."""
    claim: str
    """The claim's id."""
    article: str
    """The id of its article."""
    span: Span
    """Where it stands there."""
    text: str
    """The text that it covers."""
    by_hand: bool
    """Whether a person made it, or set its bounds."""
    decision: Decision
    """All that is decided about it; nothing in it steers a terminal."""
    relations: tuple[RelationLine, ...]
    """What other claims have to do with it."""


def read_jsonl_report(lines: Iterable[bytes], name: str) -> Iterator[Reported]:
    """Read a JSONL report.

    Args:
        lines: Its lines, in UTF-8; empty ones are passed over.
        name: What to call the file in a message.

    Yields:
        What each line says, in their order.

    Raises:
        ReportError: A line is none of such a report; the message names file, line and fault.
    """
    decoder = msgspec.json.Decoder(_Line)
    for number, raw in enumerate(lines, start=1):
        bare = raw.removeprefix(b"\xef\xbb\xbf").strip()
        if not bare:
            continue
        try:
            read = decoder.decode(bare)
            yield Reported(
                line=number,
                claim=read.id,
                article=read.article,
                span=_span(read.start, read.end),
                text=read.text,
                by_hand=read.by_hand,
                decision=_decision(read),
                relations=read.relations,
            )
        except (msgspec.DecodeError, UnicodeDecodeError, ValueError) as error:
            raise ReportError(
                f"{name}:{number}: not a line of a JSONL report: {error}", "export --format jsonl writes them"
            ) from error


def _decision(read: _Line) -> Decision:
    note = None
    if read.note and displayable(read.note).strip():
        note = Note(displayable(read.note).strip(), _one_line(read.noted_by), _moment(read.noted_at))
    return Decision(
        state=read.state,
        verdict=read.verdict,
        reviewer=_one_line(read.reviewer),
        at=_moment(read.decided_at),
        note=note,
        evidence=tuple(_evidence(one) for one in read.evidence),
        tags=tuple(dict.fromkeys(filter(None, map(_one_line, read.tags)))),
        confidence=read.confidence if read.verdict else None,
        reason=_one_line(read.reason) if read.verdict else "",
        wording=_one_line(read.wording),
    )


def _evidence(read: _EvidenceLine) -> Evidence:
    is_placed = read.article and read.start is not None and read.end is not None
    return Evidence(
        stance=read.stance,
        title=read.title or "",
        location=read.location or "",
        quote=read.quote or "",
        date=read.date or "",
        is_primary=read.primary,
        article=(read.article or "") if is_placed else "",
        span=_span(read.start or 0, read.end or 0) if is_placed else None,
        reviewer=_one_line(read.reviewer),
        at=_moment(read.at),
    )


def _span(start: int, end: int) -> Span:
    if start >= end:
        raise ValueError(f"the span {start}-{end} is empty")
    return Span(start, end)


def _moment(text: str | None) -> str:
    """Return a time as the session keeps it; empty for none."""
    if text:
        datetime.fromisoformat(text)
    return text or ""


def _one_line(text: str | None) -> str:
    return " ".join(displayable(text or "").split())
