"""A link made by hand: the claim to relate this one to, and whether both can be true."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, Label, Static
from textual.widgets.option_list import Option

from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.relation import Agreement, Provenance, Relation
from workbench.resources import styles_folder
from workbench.ui.glyphs import glyphs_of
from workbench.ui.palette import Palette
from workbench.ui.quotes import quoted, said_where, styled
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine

_SHOWN = 100
"""Claims that are listed at most: typing brings others."""

_CHOICES = (
    (Agreement.SAME, "s same: they state the same"),
    (Agreement.DIFFERS, "d differs: something else, but both can be true"),
    (Agreement.CONFLICT, "c conflict: they cannot both be true"),
)
_TYPE = (("type", "to find a claim"), ("up down", "choose"), ("enter", "link"), ("esc", "back"))
_CHOOSE = (("s d c", "link so"), ("j k", "choose"), ("enter", "link"), ("esc", "another claim"))


class LinkScreen(Screen[Relation | None]):
    """Asks for a claim of another article and how it agrees; returns the relation, esc leaves.

    Args:
        desk: The articles and claims.
        claim: The claim to link.
        palette: The styles.
    """

    CSS_PATH = styles_folder() / "relations.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back"),
        Binding("up", "move(-1)", "Up", priority=True),
        Binding("down", "move(1)", "Down", priority=True),
        Binding("s", "agree('same')", "Same"),
        Binding("d", "agree('differs')", "Differs"),
        Binding("c", "agree('conflict')", "Conflict"),
    ]

    def __init__(self, desk: Desk, claim: Claim, palette: Palette) -> None:
        super().__init__()
        self._desk = desk
        self._claim = claim
        self._palette = palette
        self._others = _likest_first(desk, claim)
        self._listed: list[Claim] = []
        self._other: Claim | None = None

    def compose(self) -> ComposeResult:
        """Create the claim, the line to type into, both lists and the line of keys."""
        with Vertical(id="link-box"):
            yield Static(id="link-claim")
            yield Input(placeholder="words of the other claim", compact=True, id="link-words")
            yield ChoiceList(id="link-list", markup=False)
            agreements = [Option(text) for _, text in _CHOICES]
            yield ChoiceList(*agreements, id="link-agreements", markup=False)
            yield Label("", id="link-message", markup=False)
            yield KeyLine(*_TYPE, id="link-keys")

    def on_mount(self) -> None:
        """List what is worded most like the claim."""
        head = styled(
            f"Link {said_where(self._desk, self._claim, glyphs_of(self.app))}", self._palette["strong"]
        )
        quote = quoted(self._desk, self._claim, (), self._palette)
        self.query_one("#link-claim", Static).update(Content("\n").join([head, quote]))
        self.query_one("#link-agreements").display = False
        self.query_one(Input).focus()
        self._find("")

    @on(Input.Changed)
    def find_while_typing(self, event: Input.Changed) -> None:
        """List the claims that have the words typed so far."""
        self._find(event.value)

    @on(Input.Submitted)
    def choose_the_claim(self) -> None:
        """Ask how the claim under the cursor agrees."""
        place = self.query_one("#link-list", ChoiceList).highlighted
        if place is not None and place < len(self._listed):
            self._ask(self._listed[place])

    @on(ChoiceList.OptionSelected, "#link-list")
    def choose_the_clicked_claim(self, event: ChoiceList.OptionSelected) -> None:
        """Ask how the claim that was clicked agrees."""
        self._ask(self._listed[event.option_index])

    @on(ChoiceList.OptionSelected, "#link-agreements")
    def return_the_relation(self, event: ChoiceList.OptionSelected) -> None:
        """Return the relation with the agreement that was chosen."""
        self.action_agree(_CHOICES[event.option_index][0])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Leave letters to the line until a claim is chosen, and arrows to the list after."""
        if action == "agree":
            return self._other is not None
        if action == "move":
            return self._other is None
        return True

    def action_move(self, by: int) -> None:
        """Move the cursor in the list while the line has the keys."""
        options = self.query_one("#link-list", ChoiceList)
        if self._listed:
            options.highlighted = ((options.highlighted or 0) + by) % len(self._listed)

    def action_back(self) -> None:
        """Choose another claim, or leave."""
        if self._other is None:
            self.dismiss(None)
            return
        self._other = None
        self._show_step()
        self.query_one(Input).focus()

    def action_agree(self, agreement: str) -> None:
        """Return the relation."""
        if self._other is None:
            return
        first, second = sorted((self._claim.id, self._other.id), key=self._desk.position.__getitem__)
        self.dismiss(
            Relation(first, second, Provenance.PARAPHRASE, Agreement(agreement), "linked by hand", 1.0)
        )

    def _ask(self, other: Claim) -> None:
        self._other = other
        self._show_step()
        agreements = self.query_one("#link-agreements", ChoiceList)
        agreements.highlighted = 0
        agreements.focus()

    def _show_step(self) -> None:
        """Show the list of claims, or, once one is chosen, that one and the list of agreements."""
        chosen = self._other
        self.query_one("#link-agreements").display = chosen is not None
        self.query_one(Input).display = chosen is None
        options = self.query_one("#link-list", ChoiceList)
        options.disabled = chosen is not None
        self._listed = [chosen] if chosen else self._listed
        if chosen:
            options.set_options([self._option(chosen)])
        else:
            self._find(self.query_one(Input).value)
        self._tell("Can both be true?" if chosen else "")
        self.query_one(KeyLine).show(*(_CHOOSE if chosen else _TYPE))

    def _find(self, words: str) -> None:
        found = self._matching(words)
        self._listed = found[:_SHOWN]
        options = self.query_one("#link-list", ChoiceList)
        options.set_options([self._option(claim) for claim in self._listed])
        options.highlighted = 0 if self._listed else None
        more = len(found) - len(self._listed)
        nothing = "" if found else "No claim of another article has these words"
        self._tell(f"and {more} more" if more else nothing)

    def _matching(self, words: str) -> list[Claim]:
        """Return the claims that have all the words; a capital letter makes case count."""
        wanted, ignore_case = words.split(), words == words.lower()
        return [
            claim
            for claim, quote in self._others
            if all(word in (quote.lower() if ignore_case else quote) for word in wanted)
        ]

    def _option(self, claim: Claim) -> Option:
        where = styled(said_where(self._desk, claim, glyphs_of(self.app)), self._palette["text"])
        quote = quoted(self._desk, claim, (), self._palette)
        return Option(Content("\n").join([quote, where, Content("")]))

    def _tell(self, message: str) -> None:
        self.query_one("#link-message", Label).update(Content(f" {message}"))


def _likest_first(desk: Desk, claim: Claim) -> list[tuple[Claim, str]]:
    """Return the claims of all other articles with their words, those worded most like a claim first."""
    from rapidfuzz.fuzz import token_set_ratio  # deferred: few relations are made by hand

    own = desk.quote(claim).lower()
    others = [(one, desk.quote(one)) for one in desk.claims if one.article != claim.article]
    return sorted(others, key=lambda other: -token_set_ratio(own, other[1].lower()))
