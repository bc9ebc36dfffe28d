"""What a session's tables hold, and how dataclasses lie in them."""

from collections.abc import Iterable

import msgspec

from workbench.errors import StoreError
from workbench.model.article import Article
from workbench.model.claim import Claim
from workbench.model.desk import Desk
from workbench.model.event import Event
from workbench.model.session import Session
from workbench.model.view import View
from workbench.storage.chain import ChainEnd
from workbench.storage.codec import decode_table, to_document
from workbench.storage.schema import SCHEMA, SESSION_TABLE
from workbench.storage.tables import StoredTable, Tables, encode_document

SESSION = SESSION_TABLE
ARTICLES = "articles"
CLAIMS = "claims"
EVENTS = "events"
CHAIN = "chain"
VIEW = "view"
ONLY = 1
"""The number of the document in a table that holds one."""


class SessionRecord(msgspec.Struct, frozen=True):
    """What is stored of a session beside its articles, claims and events."""

    name: str
    """What it was called when it was created; the folder's name is what counts."""
    created_at: str
    """ISO 8601 in UTC."""
    analyser: str
    """The version of the analysis that found the claims."""
    schema: int
    """The version of what is stored."""
    analysed_through: str = ""
    """The id of the last event that the stored blocks and claims take into account."""


def tables_of(session: Session) -> Tables:
    """Lay out a session that begins, without events.

    Raises:
        StoreError: A text in it cannot be written in UTF-8.
    """
    return Tables(
        {
            SESSION: _table([record_of(session)]),
            ARTICLES: _table(session.desk.articles),
            CLAIMS: _table(session.desk.claims),
            EVENTS: _table([]),
            CHAIN: _table([ChainEnd()]),
            VIEW: _table([View()]),
        }
    )


def record_of(session: Session) -> SessionRecord:
    """Return what is to be stored of a session beside its articles, claims and events."""
    return SessionRecord(session.name, session.created_at, session.analyser, SCHEMA, session.analysed_through)


def read_record(tables: Tables) -> SessionRecord:
    """Return what is stored of a session itself.

    Raises:
        StoreError: It is not there, or cannot be read.
    """
    records = decode_table(tables.get(SESSION), SessionRecord, SESSION)
    if not records:
        raise StoreError("the table 'session' is missing")
    return records[0]


def is_known_schema(tables: Tables) -> bool:
    """Tell whether this program may write a session: whether no newer one has."""
    try:
        return read_record(tables).schema <= SCHEMA
    except StoreError:
        return False


def read_view(tables: Tables) -> View:
    """Return where the reviewer was; at the beginning when that cannot be read: it costs no decision."""
    try:
        views = decode_table(tables.get(VIEW), View, VIEW)
    except StoreError:
        return View()
    return views[0] if views else View()


def read_chain_end(tables: Tables) -> ChainEnd:
    """Return where the chain of events ends.

    Raises:
        StoreError: It cannot be read.
    """
    ends = decode_table(tables.get(CHAIN), ChainEnd, CHAIN)
    return ends[0] if ends else ChainEnd()


def read_session(tables: Tables, name: str) -> Session:
    """Return the session: its desk, and the fold of its events.

    Raises:
        StoreError: A table cannot be read, or a claim names an article that is not there.
    """
    record = read_record(tables)
    articles = decode_table(tables.get(ARTICLES), Article, ARTICLES)
    claims = decode_table(tables.get(CLAIMS), Claim, CLAIMS)
    try:
        desk = Desk.of(articles, claims)
    except KeyError as error:
        raise StoreError(f"a claim names the article {error}, which is not there") from error
    begun = Session.start(name, record.created_at, record.analyser, desk, record.analysed_through)
    return begun.fold(decode_table(tables.get(EVENTS), Event, EVENTS))


def _table(values: Iterable[object]) -> StoredTable:
    return StoredTable(
        {str(number): encode_document(to_document(value)) for number, value in enumerate(values, start=ONLY)}
    )
