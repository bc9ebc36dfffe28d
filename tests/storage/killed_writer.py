"""A process that writes a session and says what is safe, until it is killed."""

import itertools
import sys
from dataclasses import replace
from pathlib import Path

from tests.builders import a_claim, the_ferry_session
from tests.storage.verdicts import AT, a_verdict
from workbench.model.article import BlockKind
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.event import Action, BlockChange, Event
from workbench.model.view import View
from workbench.storage.event_ids import new_event_id
from workbench.storage.library import Library
from workbench.storage.repository import SessionStore


def main(sessions: str, what: str) -> None:
    """Write the session `ferry` for ever.

    Args:
        sessions: The folder of sessions.
        what: "append" says the id of each event once it is stored, "compact" does so too and compacts now
            and then, "remember" says the number of each view once it is remembered, "analyse" changes
            blocks and stores another analysis now and then, and says its number.
    """
    library = Library(Path(sessions))
    if not library.exists("ferry"):
        library.create(the_ferry_session()).close()
    store = library.open("ferry")
    claims = [claim.id for claim in the_ferry_session().desk.claims]
    for number in itertools.count():
        claim = claims[number % len(claims)]
        if what == "remember":
            store.remember(View(claim=claim, search=str(number)))
            say(str(number))
        else:
            if what == "analyse" and number % 3 == 0:
                analyse_again(store)
                append_event(store, a_block_change(store))
            append_event(store, a_verdict(claim))
            store.remember(View(claim=claim, search=str(number)))
        if what == "compact" and number % 5 == 0:
            store.compact()


def append_event(store: SessionStore, event: Event) -> None:
    """Append one event and say its id."""
    store.append(event, View(claim=event.claim))
    say(event.id)


def analyse_again(store: SessionStore) -> None:
    """Store another analysis, with one claim more or less than the one before, and say its number."""
    session = store.load().session
    number = int(session.analyser) + 1
    desk = Desk.of(session.desk.articles, claims_of_analysis(number))
    store.replace_analysis(session.analysed_again(str(number), desk))
    say(str(number))


def claims_of_analysis(number: int) -> tuple[Claim, ...]:
    """Return the claims that the analysis of that number finds: each even one finds the headline too."""
    session = the_ferry_session()
    headline = a_claim(session.desk.articles[0], "Ferry runs aground off Port Ellery")
    return session.desk.claims if number % 2 else (*session.desk.claims, headline)


def a_block_change(store: SessionStore) -> Event:
    """Return an event that sets the last block with a claim aside, or brings it into review again."""
    article = store.load().session.desk.articles[0]
    claim = the_ferry_session().desk.claims[0]
    before = next(block for block in article.blocks if block.span.contains(claim.span))
    kind = BlockKind.PARAGRAPH if before.is_set_aside else BlockKind.BOILERPLATE
    change = BlockChange(article.id, before, replace(before, kind=kind))
    return Event(new_event_id(), AT, "Ana", Action.BLOCK, "", block=change)


def say(line: str) -> None:
    """Write a line to stdout at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
