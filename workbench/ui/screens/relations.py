"""The relations of one claim: what other articles say about it, and a person's word on that."""

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Label, Static
from textual.widgets.option_list import Option

from workbench.model.claim import Claim
from workbench.model.counterparts import answer
from workbench.model.display import displayable
from workbench.model.event import Event
from workbench.model.relation import Relation, Standing
from workbench.resources import styles_folder
from workbench.ui.answers import corroboration_told, marked_words
from workbench.ui.quotes import quoted, said_where, styled
from workbench.ui.reversals import told_of_reversal
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine

if TYPE_CHECKING:
    from workbench.ui.screens.review_display import ReviewDisplay

_KEYS = (
    ("j k", "choose"),
    ("a", "accept"),
    ("x", "reject"),
    ("l", "link by hand"),
    ("enter", "go there"),
    ("z", "undo"),
    ("esc", "back"),
)


class RelationsScreen(Screen[str | None]):
    """Lists the relations of a claim; enter returns the claim at the other end, esc leaves.

    Args:
        below: The review screen that it lies over: what is said here is said to its review.
        claim: The claim.
    """

    CSS_PATH = styles_folder() / "relations.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,r", "dismiss(None)", "Back"),
        Binding("a", "say('accepted')", "Accept"),
        Binding("x", "say('rejected')", "Reject"),
        Binding("l", "link", "Link by hand"),
        Binding("z,ctrl+z", "undo", "Undo"),
        Binding("Z,ctrl+y", "redo", "Redo"),
    ]

    def __init__(self, below: "ReviewDisplay", claim: Claim) -> None:
        super().__init__()
        self._below = below
        self._review = below.review
        self._claim = claim
        self._relations: list[Relation] = []

    def compose(self) -> ComposeResult:
        """Create the claim, the list, a line for messages and the line of keys."""
        with Vertical(id="relations-box"):
            yield Static(id="relations-claim")
            yield ChoiceList(id="relations-list", markup=False)
            yield Label("", id="relations-message", markup=False)
            yield KeyLine(*_KEYS, id="relations-keys")

    def on_mount(self) -> None:
        """Put the cursor on what weighs most."""
        self.query_one(ChoiceList).focus()
        self._show(0)

    def show_what_is_known(self) -> None:
        """Show what was found since, under the same cursor."""
        self._show_at(self._chosen)

    # What a person says

    def action_say(self, standing: str) -> None:
        """Accept or reject the relation under the cursor."""
        relation = self._chosen
        if relation is None:
            self._tell("There is no relation to accept or reject")
            return
        place = self._relations.index(relation)
        done, event = self._below.attempt(
            lambda: self._review.relate(self._claim.id, relation, Standing(standing))
        )
        if not done:
            return
        self._tell(f"It is {standing} already" if event is None else standing.capitalize())
        if standing == Standing.REJECTED:
            self._show(place)
        else:
            self._show_at(relation)

    def action_link(self) -> None:
        """Choose a claim that the program did not find."""
        from workbench.ui.screens.link import LinkScreen  # deferred: few relations are made by hand

        screen = LinkScreen(self._review.session.desk, self._claim, self._below.palette)
        self.app.push_screen(screen, self._take_link)

    def _take_link(self, relation: Relation | None) -> None:
        if relation is None:
            return
        done, event = self._below.attempt(
            lambda: self._review.relate(self._claim.id, relation, Standing.LINKED)
        )
        if done:
            self._tell("Linked" if event else "It is linked already")
            self._show_at(relation)

    def action_undo(self) -> None:
        """Take the latest word about a relation back."""
        done = self._review.session.done
        if done is None or done.event.relation is None:
            self._tell("The last change is not about a relation: undo it on the review screen")
            return
        self._reverse("Undone", self._review.undo)

    def action_redo(self) -> None:
        """Bring back what was undone about a relation."""
        undone = self._review.session.undone
        if undone is None or undone.event.relation is None:
            self._tell("Nothing about a relation was undone last")
            return
        self._reverse("Redone", self._review.redo)

    def _reverse(self, word: str, change: Callable[[], Event | None]) -> None:
        _, event = self._below.attempt(change)
        if event is not None and event.relation is not None:
            self._tell(told_of_reversal(word, event, self._review.session.desk))
            self._show_at(event.relation.relation)

    # Showing

    @on(ChoiceList.OptionHighlighted)
    def mark_the_words_that_differ(self) -> None:
        """Mark, in the claim, the words in which it differs from the one under the cursor."""
        self._show_claim()

    @on(ChoiceList.OptionSelected)
    def return_the_other_claim(self) -> None:
        """Return the claim at the other end."""
        if self._chosen is not None:
            self.dismiss(self._chosen.other(self._claim.id))

    @property
    def _chosen(self) -> Relation | None:
        place = self.query_one(ChoiceList).highlighted
        return self._relations[place] if place is not None and place < len(self._relations) else None

    def _show_at(self, relation: Relation | None) -> None:
        keys = [one.key for one in self._known()]
        self._show(keys.index(relation.key) if relation is not None and relation.key in keys else 0)

    def _show(self, place: int) -> None:
        self._relations = self._known()
        options = self.query_one(ChoiceList)
        options.set_options([Option(self._line(relation)) for relation in self._relations])
        options.highlighted = min(place, len(self._relations) - 1) if self._relations else None
        self._show_claim()
        if not self._relations:
            self._tell(
                "Articles are being compared"
                if self._below.pending
                else "No other claim is about the same thing: l links one by hand"
            )

    def _known(self) -> list[Relation]:
        counterparts, claim = self._review.counterparts, self._claim.id
        there = counterparts.desk.position
        rejected = [one for one in counterparts.rejected(claim) if one.other(claim) in there]
        return [*counterparts.relations(claim), *rejected]

    def _show_claim(self) -> None:
        chosen, palette = self._chosen, self._below.palette
        desk, claim = self._review.session.desk, self._claim
        words = marked_words(chosen, claim) if chosen else ()
        told = corroboration_told(self._review.counterparts, claim.id)
        dot = self._below.glyphs.dot
        where = said_where(desk, claim, self._below.glyphs) + (f" {dot} {told}" if told else "")
        head = styled(where, palette["strong"])
        shown = Content("\n").join([head, quoted(desk, claim, words, palette)])
        self.query_one("#relations-claim", Static).update(shown)

    def _line(self, relation: Relation) -> Content:
        palette, glyphs = self._below.palette, self._below.glyphs
        counterparts = self._review.counterparts
        other = counterparts.desk.claim(relation.other(self._claim.id))
        said, standing = answer(relation), counterparts.standing(relation)
        sign = f"{glyphs.of_answer(said)} {relation.agreement}"
        facts = f"   {relation.provenance}   {relation.confidence:.0%}   {standing}   "
        return Content("\n").join(
            [
                Content.assemble(
                    styled(sign, palette.of_answer(said)),
                    styled(facts, palette["text"]),
                    styled(said_where(counterparts.desk, other, glyphs), palette["strong"]),
                ),
                quoted(counterparts.desk, other, marked_words(relation, other), palette),
                styled(displayable(relation.reason).replace("\n", " "), palette["text"]),
                Content(""),
            ]
        )

    def _tell(self, message: str) -> None:
        self.query_one("#relations-message", Label).update(Content(f" {self._below.glyphs.plain(message)}"))
