"""Guards: what speaks against a verdict that is about to be given. They warn; they never forbid."""

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
    rival_confirmed: bool = False,
) -> str:
    """Say what a verdict lacks.

    Args:
        decision: What is decided about the claim so far, its evidence above all.
        verdict: The verdict to come.
        corroboration: How many articles and lineages say the same.
        in_conflict: Whether something on the desk cannot be true together with the claim.
        rival_confirmed: Whether such a thing is confirmed.

    Returns:
        A few words; empty where nothing speaks against it, or the claim has this verdict already.
    """
    if decision.verdict is verdict:
        return ""
    if verdict is Verdict.CONFIRMED and rival_confirmed:
        return _RIVALLED
    if verdict is Verdict.CONFIRMED:
        enough = corroboration.independent >= FEWEST_LINEAGES
        return "" if enough or decision.has(Stance.SUPPORTS, primary=True) else _UNSUPPORTED
    if verdict is Verdict.DISPUTED:
        return "" if in_conflict or decision.has(Stance.UNDERMINES) else _UNCONTESTED
    return ""


_RIVALLED = "what conflicts with it is confirmed too"
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
    rival_confirmed = has_confirmed_rival(session, between, claim)
    decision, corroboration = session.decision(claim), between.corroboration(claim)
    return warning(decision, verdict, corroboration, between.in_conflict(claim), rival_confirmed)


def has_confirmed_rival(session: Session, between: Counterparts, claim: str) -> bool:
    """Tell whether something that cannot be true together with a claim is confirmed.

    Args:
        session: The session.
        between: What its articles say about each other.
        claim: The claim's id.
    """
    rivals = {one.other(claim) for one in between.relations(claim) if one.agreement is Agreement.CONFLICT}
    return any(session.decision(rival).verdict is Verdict.CONFIRMED for rival in rivals)


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
