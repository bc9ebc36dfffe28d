"""The part of the review screen that edits spans: select by keyboard, new claims and bounds, merge, split."""

from collections.abc import Callable
from dataclasses import replace

from textual import on

from workbench.errors import SpanError, WorkbenchError
from workbench.model.article import Article, Span
from workbench.model.claim import Claim
from workbench.model.event import ClaimsChange
from workbench.review.annotating import evidence_from
from workbench.review.selecting import (
    Selecting,
    cut_moved,
    likely_cut,
    moved,
    moved_by_letter,
    neighbour,
    words_in,
)
from workbench.review.spans import SpanEditor, sentences_around
from workbench.ui.screens.review_articles import ReviewArticles
from workbench.ui.screens.review_marks import ReviewMarks
from workbench.ui.screens.review_prompts import run_chosen
from workbench.ui.widgets.article_pane import ArticlePane
from workbench.ui.widgets.claim_list import ClaimList
from workbench.ui.widgets.pane_heading import PaneHeading
from workbench.ui.widgets.span_bar import SpanBar

_NEW_CLAIM = ("enter", "new claim")
_MOVES = (("w b", "word"), ("?", "keys"), ("esc", "leave"), ("h l", "letter"), ("( )", "sentence"))
_SPLIT_KEYS = (("enter", "split here"), ("h l", "one word back, on"), ("?", "keys"), ("esc", "leave"))


class ReviewSpans(ReviewMarks, ReviewArticles):
    """Actions on the claims themselves."""

    selecting: Selecting | None = None
    _is_cutting = False
    _span_bar: SpanBar

    # Selecting

    def action_select(self) -> None:
        """Begin to select: at the words the mouse has selected, else at the claim, else at a sentence."""
        claim, passage = self.review.claim, self.columns.selected_passage()
        view = self.review.view
        self.clear_selection()
        if passage is not None:
            self._begin(Selecting(*passage, claim=view.claim))
        elif claim is not None and claim.article == view.article:
            self._begin(Selecting(claim.article, claim.span, claim.id))
        elif (span := self._first_sentence(view.article)) is not None:
            self._begin(Selecting(view.article, span, view.claim))
        else:
            self.say("There is no text to select")

    def action_split(self) -> None:
        """Choose the word at which the claim is split."""
        claim = self.review.claim
        if claim is None:
            return
        text = self.review.session.desk.article_by_id[claim.article].text
        if len(words_in(text, claim.span)) < 2:
            self.say("A claim of one word cannot be split")
            return
        second = Span(likely_cut(text, claim.span), claim.span.end)
        self._begin(Selecting(claim.article, second, claim.id, moves_end=False), cutting=True)

    def action_merge(self) -> None:
        """Make one claim of the marked ones, or of this one and the next in its article."""
        claim, desk = self.review.claim, self.review.session.desk
        marked = self.review.marked_claims
        if claim is None:
            return
        if marked:
            chosen = [desk.claim(one) for one in marked]
        else:
            claims = desk.claims_by_article[claim.article]
            place = claims.index(claim)
            chosen = list(claims[place : place + 2])
        if len(chosen) < 2:
            self.say("Mark another claim" if marked else "No claim follows in this article")
        elif self.edit_spans(lambda editor: editor.merge(chosen)):
            self.show_marked(frozenset())

    @on(SpanBar.Pressed)
    def act_on_the_selection(self, event: SpanBar.Pressed) -> None:
        """Move the selection, take it, or leave it."""
        selecting = self.selecting
        if selecting is None:
            return
        if event.move == "leave":
            self.stop_selecting()
        elif event.move == "help":
            self._show_keys()
        elif event.move == "take" and self._is_cutting:
            self._take(selecting, lambda editor, claim: editor.split(claim, selecting.span.start))
        elif self._is_cutting:
            self._show(self._recut(selecting, event.move))
        elif event.move in ("take", "make"):
            resizes = event.move == "take" and self._resized(selecting) is not None
            self._take(
                selecting,
                (lambda editor, claim: editor.resize(claim, selecting.span))
                if resizes
                else (lambda editor, _: editor.make(selecting.article, selecting.span)),
            )
        elif event.move == "evidence":
            self._take_as_evidence(selecting)
        else:
            self._show(self._moved(selecting, event.move))

    @on(ArticlePane.Clicked)
    @on(PaneHeading.Clicked)
    @on(ClaimList.Clicked)
    def stop_selecting(self) -> None:
        """Leave the selection, and go back to the claim where it began."""
        selecting = self.selecting
        if selecting is not None:
            self._give_keys_back()
            self.show_claim(selecting.claim if selecting.claim in self.review.session.desk.position else "")

    def _give_keys_back(self) -> None:
        self.selecting = None
        self._span_bar.remove()
        self.keys.display = True
        self.set_focus(None)
        self.columns.show_selecting("", None)

    def _begin(self, selecting: Selecting, *, cutting: bool = False) -> None:
        self._is_cutting = cutting
        self._span_bar = SpanBar((), self.palette, self.glyphs)
        self.keys.display = False
        self.mount(self._span_bar)
        self._span_bar.focus()
        self._show(selecting)

    def _show(self, selecting: Selecting) -> None:
        self.selecting = selecting
        view = self.review.view
        if view.article != selecting.article or view.card_shown:
            self.show_view(replace(view, article=selecting.article, card_shown=False))
        self.columns.show_selecting(selecting.article, selecting.span, selecting.head)
        if self._is_cutting:
            self._span_bar.show(_SPLIT_KEYS)
            self.say("Two claims: the second begins where the mark begins")
            return
        taken = (
            ("enter", "new bounds") if self._resized(selecting) else _NEW_CLAIM,
            ("n", "new claim"),
        )
        self._span_bar.show((*(taken if self._resized(selecting) else taken[:1]), *_MOVES))
        length = selecting.span.end - selecting.span.start
        other = "start" if selecting.moves_end else "end"
        self.say(f"{length} characters   o move the {other}   s evidence   j k sentence   tab article")

    def _show_keys(self) -> None:
        from workbench.ui.help_entries import entries_of_selection  # deferred: a start does not need it
        from workbench.ui.screens.help import HelpScreen

        entries = entries_of_selection(self._span_bar, splitting=self._is_cutting)
        self.app.push_screen(HelpScreen(entries), run_chosen)

    # Moving

    def _moved(self, selecting: Selecting, move: str) -> Selecting:
        by = -1 if move.endswith("_back") or move == "previous" else 1
        article = self.review.session.desk.article_by_id[selecting.article]
        if move == "turn":
            return selecting.turned
        if move.startswith("letter"):
            return moved_by_letter(selecting, article.text, by)
        if move.startswith("article"):
            return self._in_other_article(selecting, by)
        sentences = self._sentences(article, selecting.head)
        if move.startswith("sentence"):
            return moved(selecting, sentences, by)
        if move.startswith("word"):
            return moved(selecting, [word for one in sentences for word in words_in(article.text, one)], by)
        edge = selecting.span.end if by > 0 else selecting.span.start
        return neighbour(selecting, self._sentences(article, edge), by)

    def _recut(self, selecting: Selecting, move: str) -> Selecting:
        desk = self.review.session.desk
        claim = desk.claim(selecting.claim)
        if not move.endswith(("_on", "_back")) or move.startswith("article"):
            return selecting
        by = 1 if move.endswith("_on") else -1
        text = desk.article_by_id[claim.article].text
        return selecting.moved_to(cut_moved(text, claim.span, selecting.span.start, by))

    def _in_other_article(self, selecting: Selecting, by: int) -> Selecting:
        other = self.article_beside(selecting.article, by)
        nearest = self.claim_to_go_to(other, selecting.claim)
        span = self.review.session.desk.claim(nearest).span if nearest else self._first_sentence(other)
        return replace(selecting.on(span), article=other) if span is not None else selecting

    def _sentences(self, article: Article, offset: int) -> list[Span]:
        shown = self.review.view.set_aside_shown
        return sentences_around(article, offset, self.tables, set_aside=shown)

    def _first_sentence(self, article: str) -> Span | None:
        return next(iter(self._sentences(self.review.session.desk.article_by_id[article], 0)), None)

    def _resized(self, selecting: Selecting) -> Claim | None:
        """Return the claim that enter gives new bounds; None where it makes a claim."""
        desk = self.review.session.desk
        if selecting.claim not in desk.position:
            return None
        claim = desk.claim(selecting.claim)
        return claim if claim.article == selecting.article and claim.span.overlaps(selecting.span) else None

    # Taking

    def _take(self, selecting: Selecting, change: Callable[[SpanEditor, Claim], ClaimsChange]) -> None:
        claim = self.review.claim
        if claim is None:
            made = self.edit_spans(lambda editor: editor.make(selecting.article, selecting.span))
        else:
            made = self.edit_spans(lambda editor: change(editor, claim))
        if made:
            self._give_keys_back()

    def _take_as_evidence(self, selecting: Selecting) -> None:
        claim, desk = self.review.claim, self.review.session.desk
        self.stop_selecting()
        if claim is not None:
            self.describe_evidence(claim, evidence_from(desk, selecting.article, selecting.span))

    def edit_spans(self, change: Callable[[SpanEditor], ClaimsChange]) -> bool:
        """Put claims in the place of others, and say what was done; or why it cannot be.

        Args:
            change: Works out the change.

        Returns:
            Whether it was done.
        """
        try:
            worked_out = change(SpanEditor(self.review, self.tables))
        except SpanError as error:
            self.say(f"Not possible: {error}")
            return False
        except WorkbenchError as error:
            self.complain(error)
            return False
        done, _ = self.attempt(lambda: self.review.change_claims(worked_out))
        if done:
            self.show_view(self.review.view)
            self.say(self._last_edit())
        return done

    def _last_edit(self) -> str:
        from workbench.review.history import edit  # deferred: a start does not need it

        trail = self.review.session.trail
        change = trail.event.claims if trail is not None else None
        if change is None:
            return ""
        if len(change.vanished) > 1:
            return f"Unreviewed now: {len(change.vanished)} claims merged, with the notes and evidence of all"
        if len(change.appeared) > 1:
            return "Unreviewed now: both halves of the claim; the note stays with the first"
        return f"{edit(change)[:1].upper()}{edit(change)[1:]}"
