"""Guards: what speaks against a verdict that is about to be given. They warn; they never forbid."""

from collections.abc import Iterator

from workbench.model.corroboration import Corroboration
from workbench.model.counterparts import Counterparts
from workbench.model.decision import Decision, Verdict
from workbench.model.evidence import Stance
from workbench.model.relation import Agreement
from workbench.model.session import Session

FEWEST_LINEAGES = 2
"""Lineages that say the same before a claim counts as confirmed without a primary source."""


def warning(
    decision: Decision,
    verdict: Verdict,
    corroboration: Corroboration,
    in_conflict: bool,
    rival: str = "",
) -> str:
    """Say what a verdict lacks.

    Args:
        decision: What is decided about the claim so far, its evidence above all.
        verdict: The verdict to come.
        corroboration: How many articles and lineages say the same.
        in_conflict: Whether something on the desk cannot be true together with the claim.
        rival: The number of a claim that is such a thing and is confirmed; empty where none is.

    Returns:
        A few words; empty where nothing speaks against it, or the claim has this verdict already.
    """
    if decision.verdict is verdict:
        return ""
    if verdict is Verdict.CONFIRMED and rival:
        return f"it conflicts with claim {rival}, which is confirmed too"
    if verdict is Verdict.CONFIRMED:
        enough = corroboration.independent >= FEWEST_LINEAGES
        return "" if enough or decision.has(Stance.SUPPORTS, primary=True) else _UNSUPPORTED
    if verdict is Verdict.DISPUTED:
        return "" if in_conflict or decision.has(Stance.UNDERMINES) else _UNCONTESTED
    return ""


_UNSUPPORTED = "fewer than two lineages and no primary source"
_UNCONTESTED = "nothing conflicts and no evidence undermines it"


def objection(session: Session, between: Counterparts, claim: str, verdict: Verdict) -> str:
    """Say what a verdict about a claim of a session lacks.

    Args:
        session: The session.
        between: What its articles say about each other.
        claim: The claim's id.
        verdict: The verdict to come.

    Returns:
        A few words; empty where nothing speaks against it, or the claim is not on the desk.
    """
    if claim not in session.desk.position:
        return ""
    rival = next(_confirmed_rivals(session, between, claim), "")
    number = session.desk.number(rival) if rival else ""
    decision, corroboration = session.decision(claim), between.corroboration(claim)
    return warning(decision, verdict, corroboration, between.in_conflict(claim), number)


def has_confirmed_rival(session: Session, between: Counterparts, claim: str) -> bool:
    """Tell whether something that cannot be true together with a claim is confirmed.

    Args:
        session: The session.
        between: What its articles say about each other.
        claim: The claim's id.
    """
    return next(_confirmed_rivals(session, between, claim), None) is not None


def _confirmed_rivals(session: Session, between: Counterparts, claim: str) -> Iterator[str]:
    for relation in between.relations(claim):
        rival = relation.other(claim)
        if relation.agreement is Agreement.CONFLICT and session.decision(rival).verdict is Verdict.CONFIRMED:
            yield rival


class Guard:
    """Remembers what was warned of: once for each claim and verdict."""

    def __init__(self) -> None:
        self._said: set[tuple[str, Verdict]] = set()

    def is_first(self, claim: str, verdict: Verdict) -> bool:
        """Tell whether nobody was warned of this verdict about this claim yet; from now on somebody was.

        Args:
            claim: The claim's id.
            verdict: The verdict.
        """
        fresh = (claim, verdict) not in self._said
        self._said.add((claim, verdict))
        return fresh
