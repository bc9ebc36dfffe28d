"""The overview: progress article by article, conflicts that are open, time spent, and what to do next."""

from collections.abc import Callable
from datetime import timedelta
from enum import StrEnum
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Label
from textual.widgets.option_list import Option

from workbench.model.display import displayable
from workbench.model.progress import Progress
from workbench.resources import styles_folder
from workbench.review.overview import ArticleProgress, Overview
from workbench.ui.fitting import padded
from workbench.ui.glyphs import Glyphs
from workbench.ui.widgets.choice_list import ChoiceList
from workbench.ui.widgets.key_line import KeyLine

_BAR = 12
_NARROWEST_TITLE = 16
_ROOMY_TITLE = 30
"""Cells that a title has at least where conflicts are told in words."""
_AROUND = 4
"""Cells of the list's padding and its scroll bar."""


class Wish(StrEnum):
    """What the reviewer wants to do after a look at the overview."""

    REPORT = "report"
    UNDO = "undo"


class OverviewScreen(ModalScreen[str | None]):
    """Shows how far a session is; enter returns the id of an article, `w` and `z` a wish, esc nothing.

    Args:
        overview: What to show.
        name: What the session is called.
        glyphs: The signs of the verdicts.
    """

    CSS_PATH = styles_folder() / "overview.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,O", "dismiss(None)", "Close"),
        Binding("w", f"dismiss('{Wish.REPORT}')", "Report"),
        Binding("z", f"dismiss('{Wish.UNDO}')", "Undo"),
    ]

    def __init__(self, overview: Overview, name: str, glyphs: Glyphs) -> None:
        super().__init__()
        self._overview = overview
        self._session = name
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """Create the summary, the list of articles and the line of keys."""
        yield Label(self._summary(), id="overview-summary", markup=False)
        yield ChoiceList(
            *map(Option, self._lines()),
            id="overview-list",
            markup=False,
        )
        yield KeyLine(
            ("enter", "go to the article"),
            ("w", "write the report"),
            ("z", "undo"),
            ("esc", "close"),
            id="overview-keys",
        )

    def on_mount(self) -> None:
        """Put the cursor on the first article that is not done."""
        options = self.query_one(ChoiceList)
        todo = (
            index
            for index, one in enumerate(self._overview.articles)
            if one.progress.reviewed < one.progress.total
        )
        options.highlighted = next(todo, 0)
        options.focus()

    def on_resize(self, event: events.Resize) -> None:
        """Fit the lines to the new width."""
        options = self.query_one(ChoiceList)
        for index, line in enumerate(self._lines()):
            if options.get_option_at_index(index).prompt != line:
                options.replace_option_prompt_at_index(index, line)

    @on(ChoiceList.OptionSelected)
    def return_the_chosen(self, event: ChoiceList.OptionSelected) -> None:
        """Return the article that was chosen."""
        self.dismiss(self._overview.articles[event.option_index].article.id)

    def _summary(self) -> Content:
        found = self._overview
        progress = found.progress
        done = progress.reviewed == progress.total
        head = (
            f"All {progress.total} claims are reviewed: w writes the report"
            if done
            else f"{progress.reviewed} of {progress.total} claims are reviewed, {progress.parked} parked"
        )
        who = ", ".join(displayable(name) for name in found.reviewers if name)
        facts = [
            _counts(progress) or "no verdicts yet",
            f"{found.conflicts} claims in conflict, {found.open_conflicts} of them open",
            f"{_duration(found.spent)} spent{f' by {who}' if who else ''}, pauses not counted",
        ]
        title = Content.styled(f"{displayable(self._session)}: {head}", "bold")
        return Content("\n").join([title, *map(Content, facts)])

    def _lines(self) -> list[Content]:
        """Return a line for each article, with the bars in one column and the conflicts in another."""
        width = self.app.size.width - _AROUND
        after = self._after(_conflicts_told)
        if width - max(map(cell_len, after), default=0) < _ROOMY_TITLE:
            after = self._after(self._conflicts_in_signs)
        room = max(_NARROWEST_TITLE, width - max(map(cell_len, after), default=0))
        titles = (
            displayable(f"{number} {one.article.title}").replace("\n", " ")
            for number, one in enumerate(self._overview.articles, start=1)
        )
        return [
            Content(padded(title, room, self._glyphs.ellipsis) + told)
            for title, told in zip(titles, after, strict=True)
        ]

    def _after(self, conflicts_told: Callable[[ArticleProgress], str]) -> list[str]:
        return [
            f" {self._bar(one.progress)}  {conflicts_told(one)}".rstrip() for one in self._overview.articles
        ]

    def _bar(self, progress: Progress) -> str:
        full = _BAR * progress.reviewed // max(1, progress.total)
        bar = self._glyphs.full * full + self._glyphs.empty * (_BAR - full)
        return f"{bar} {progress.reviewed:>3}/{progress.total:<3}"

    def _conflicts_in_signs(self, one: ArticleProgress) -> str:
        return f"{self._glyphs.conflict} {one.open_conflicts}/{one.conflicts} open" if one.conflicts else ""


def _conflicts_told(one: ArticleProgress) -> str:
    if one.conflicts == 1:
        return "1 conflict open" if one.open_conflicts else "1 conflict, not open"
    return f"{one.open_conflicts} of {one.conflicts} conflicts open" if one.conflicts else ""


def _counts(progress: Progress) -> str:
    counted = (
        (progress.disputed, "disputed"),
        (progress.confirmed, "confirmed"),
        (progress.unverified, "unverified"),
        (progress.parked, "parked"),
        (progress.not_checkable, "not checkable"),
        (progress.not_a_claim, "not a claim"),
    )
    return ", ".join(f"{number} {label}" for number, label in counted if number)


def _duration(spent: timedelta) -> str:
    """Return a time as a person says it: `1 h 05 min`."""
    minutes = round(spent.total_seconds() / 60)
    if minutes < 1:
        return "less than a minute"
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02} min"
