"""What the first screen of a very large session needs: its articles, and what lies around the cursor."""

from bisect import bisect_left

import msgspec

from workbench.errors import StoreError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.event import Event
from workbench.model.session import Session
from workbench.model.view import View
from workbench.storage.codec import decode_documents, decode_table
from workbench.storage.contents import ARTICLES, CLAIMS, EVENTS, read_record
from workbench.storage.tables import StoredTable, Tables

LARGE = 20_000
"""Claims and events from which a session loads longer than the first screen should wait."""
REACH = 4
"""Articles before and after that of the cursor: more than a screen shows beside it."""


class _Subject(msgspec.Struct, frozen=True):
    """What an event is about."""

    claim: str = ""
    block: "_Owner | None" = None


class _Owner(msgspec.Struct, frozen=True):
    """The article that a claim or a block belongs to."""

    article: str


def is_large(tables: Tables) -> bool:
    """Tell whether loading the whole session takes so long that the first screen should not wait for it."""
    return len(tables.get(CLAIMS) or ()) + len(tables.get(EVENTS) or ()) >= LARGE


def read_surroundings(tables: Tables, name: str, view: View) -> Session | None:
    """Return a session of all articles, but only with the claims and events of those near the cursor.

    Args:
        tables: The tables of the session.
        name: Its name.
        view: Where the reviewer was.

    Returns:
        The session, or None when the cursor is not found where it should be, or something cannot be read:
        then only the whole session can tell.
    """
    try:
        articles = decode_table(tables.get(ARTICLES), Article, ARTICLES)
        cursor = view.article or view.claim.rpartition(":")[0]
        session = _read(tables, name, articles, cursor)
    except (StoreError, KeyError, msgspec.DecodeError):
        return None
    desk = session.desk
    if view == View():  # nobody has been anywhere: the cursor will be on the first claim
        return session if desk.claims and desk.claims[0].article == articles[0].id else None
    return session if view.claim in desk.position else None


def _read(tables: Tables, name: str, articles: list[Article], cursor: str) -> Session:
    record = read_record(tables)
    order = {article.id: number for number, article in enumerate(articles)}
    here = order.get(cursor, 0)
    near = {article.id for article in articles[max(0, here - REACH) : here + REACH + 1]}
    claims = _claims_of(near, tables[CLAIMS], order)
    begun = Session.start(
        name, record.created_at, record.analyser, Desk.of(articles, claims), record.analysed_through
    )
    return begun.fold(_events_about(near, tables[EVENTS]))


def _claims_of(near: set[str], table: StoredTable, order: dict[str, int]) -> list[Claim]:
    """Find the claims by halves: they are stored article by article."""
    documents = table.documents()
    places = sorted(order[article] for article in near)

    def place(document: msgspec.Raw) -> int:
        return order.get(_OWNER.decode(document).article, -1)

    first = bisect_left(documents, places[0], key=place)
    end = bisect_left(documents, places[-1] + 1, key=place)
    claims = decode_documents(documents[first:end], Claim, CLAIMS)
    return [claim for claim in claims if claim.article in near]


def _events_about(near: set[str], table: StoredTable) -> list[Event]:
    documents = [document for document in table.documents() if _is_about(_SUBJECT.decode(document), near)]
    return decode_documents(documents, Event, EVENTS)


def _is_about(subject: _Subject, near: set[str]) -> bool:
    article = subject.block.article if subject.block is not None else subject.claim.rpartition(":")[0]
    return article in near


_OWNER = msgspec.json.Decoder(_Owner)
_SUBJECT = msgspec.json.Decoder(_Subject)
