"""A claim as the command line and the JSONL report write it: one object a line."""

import json
import math

from workbench.model.claim import Claim, Quantity, Speaker


def claim_line(claim: Claim, quote: str) -> dict[str, object]:
    """Gather the fields of a claim.

    Args:
        claim: The claim.
        quote: The text that its span covers.

    Returns:
        The fields in the order in which they are written; offsets are code points.
    """
    return {
        "id": claim.id,
        "article": claim.article,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": quote,
        "kind": claim.kind.value,
        "types": [kind.value for kind in claim.types],
        "score": claim.score,
        "reasons": list(claim.reasons),
        "speaker": _speaker(claim.speaker),
        "quantities": [_quantity(quantity) for quantity in claim.quantities],
    }


def json_line(fields: dict[str, object]) -> str:
    """Write an object as one line of JSON in printable ASCII, so that no terminal obeys what it holds.

    Args:
        fields: What the object holds.

    Returns:
        The line, without a line break.
    """
    return json.dumps(fields, ensure_ascii=True, allow_nan=False)


def _speaker(speaker: Speaker | None) -> dict[str, object] | None:
    if speaker is None:
        return None
    return {"text": speaker.text, "start": speaker.span.start, "end": speaker.span.end}


def _quantity(quantity: Quantity) -> dict[str, object]:
    return {
        "start": quantity.span.start,
        "end": quantity.span.end,
        "low": _bound(quantity.low),
        "high": _bound(quantity.high),
        "unit": quantity.unit,
        "modifier": quantity.modifier,
        "counted": quantity.counted,
    }


def _bound(value: float | None) -> float | None:
    """Return a bound that JSON can write: a number too large for a float is no bound."""
    return value if value is not None and math.isfinite(value) else None
