"""The part of the review screen that objects to verdicts: a warning in passing, a reason in strict mode."""

from collections.abc import Callable, Mapping, Sequence

from workbench.model.decision import Decision, State, Verdict
from workbench.review.guards import Guard, objection
from workbench.ui.screens.review_spans import ReviewSpans


class ReviewGuards(ReviewSpans):
    """Verdicts that are given past a guard."""

    _guard: Guard | None = None

    def past_the_guard(
        self, claims: Sequence[str], verdict: Verdict, decide: Callable[[Mapping[str, str]], None]
    ) -> None:
        """Let a verdict be given; say what it lacks, or, in strict mode, ask for a reason first.

        Args:
            claims: Ids of the claims.
            verdict: The verdict.
            decide: Gives it, with the reasons by the ids of their claims.
        """
        objections = self._objections(claims, verdict)
        if not objections:
            decide({})
        elif self.setup.settings.strict:
            self._ask_for_reason(verdict, objections, decide)
        else:
            self._guard = guard = self._guard or Guard()
            fresh = [claim for claim in objections if guard.is_first(claim, verdict)]
            shown = self._warning_of(verdict, objections, fresh)
            before = self.review.session
            decide({})
            if shown and self.review.session is not before:
                self.say(shown)

    def _objections(self, claims: Sequence[str], verdict: Verdict) -> dict[str, str]:
        between, session = self.counterparts, self.review.session
        found = {claim: objection(session, between, claim, verdict) for claim in claims}
        joint = " so far and " if self.pending else " and "  # articles may still be being compared
        return {claim: said.replace(" and ", joint, 1) for claim, said in found.items() if said}

    def _warning_of(self, verdict: Verdict, objections: Mapping[str, str], fresh: Sequence[str]) -> str:
        if not fresh:
            return ""
        who = f"{len(fresh)} claims" if len(fresh) > 1 else self._named(fresh[0])
        sign = self.glyphs.of(Decision(State.DECIDED, verdict))
        return f"{who} {sign} {verdict.value}, but {objections[fresh[0]]}"

    def _named(self, claim: str) -> str:
        return f"Claim {self.review.session.desk.number(claim)}"

    def _ask_for_reason(
        self, verdict: Verdict, objections: Mapping[str, str], decide: Callable[[Mapping[str, str]], None]
    ) -> None:
        def take(reason: str) -> None:
            written = " ".join(reason.split())
            if written:
                decide(dict.fromkeys(objections, written))
            else:
                self.say("No reason, no verdict: nothing is saved")

        self._ask_for("reason", f"Why {verdict.value} (esc saves nothing): ", "", take)
        said = next(iter(objections.values()))
        self.say(f"{said[:1].upper()}{said[1:]}")
