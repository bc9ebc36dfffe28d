"""A process that writes a session and says what is safe, until it is killed."""

import itertools
import sys
from pathlib import Path

from tests.builders import the_ferry_session
from tests.storage.verdicts import a_verdict
from workbench.model.view import View
from workbench.storage.library import Library
from workbench.storage.repository import SessionStore


def main(sessions: str, what: str) -> None:
    """Write the session `ferry` for ever.

    Args:
        sessions: The folder of sessions.
        what: "append" says the id of each event once it is stored, "compact" does so too and compacts now
            and then, "remember" says the number of each view once it is remembered.
    """
    library = Library(Path(sessions))
    if not library.exists("ferry"):
        library.create(the_ferry_session()).close()
    store = library.open("ferry")
    claims = [claim.id for claim in store.load().session.desk.claims]
    for number in itertools.count():
        claim = claims[number % len(claims)]
        if what == "remember":
            store.remember(View(claim=claim, search=str(number)))
            say(str(number))
        else:
            append(store, claim)
            store.remember(View(claim=claim, search=str(number)))
        if what == "compact" and number % 5 == 0:
            store.compact()


def append(store: SessionStore, claim: str) -> None:
    """Append one event and say its id."""
    event = a_verdict(claim)
    store.append(event, View(claim=claim))
    say(event.id)


def say(line: str) -> None:
    """Write a line to stdout at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
