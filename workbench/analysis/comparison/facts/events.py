"""The words for what happened to those who are counted, and for who they are."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final, cast

from workbench.analysis.comparison.words import Vocabulary
from workbench.model.article import Span
from workbench.tables import read_table

_TABLES: Final = Path(__file__).parents[2] / "tables"


class Events:
    """Knows the kinds of events that have a count, by the signs of a vocabulary.

    Args:
        vocabulary: What reads words.
        own: The folder of the user's tables, or None.

    Raises:
        ConfigError: The user's table is broken.
    """

    def __init__(self, vocabulary: Vocabulary, own: Path | None = None) -> None:
        table = read_table(_TABLES, "events", own)

        def signs(words: str) -> frozenset[str]:
            runs = [word.replace("_", " ") for word in words.split()]
            return frozenset(vocabulary.read(run, Span(0, len(run))).signs for run in runs)

        def named(key: str) -> dict[str, str]:
            rows = cast("Mapping[str, str]", table[key])
            return {sign: name for name, words in rows.items() for sign in signs(words)}

        words = cast("Mapping[str, str]", table["words"])
        self.kind: Mapping[str, str] = named("kinds")
        """Sign to kind of event: "killed"."""
        self.group: Mapping[str, str] = named("groups")
        """Sign to who is counted: "child"; "person" for anybody."""
        self.groups = frozenset(self.group.values())
        """The names of all groups."""
        self.happening: Mapping[str, str] = named("happenings")
        """Sign to what happens on a day: "attack"."""
        self.reaching = signs(words["reaching"])
        """What leads from "death toll" to its number."""
        self.taking = signs(words["taking"])
        """What takes lives: "the crash cost eight lives"."""
        self.losing = signs(words["losing"])
        """What a side does whose men are killed."""
        self.wishing = signs(words["wishing"])
        """What makes a number one that somebody asks for."""
        self.granting = signs(words["granting"])
        """What makes a number one that somebody got."""
        self.posts = signs(words["posts"])
        """What is cut where people would be killed: "eliminate 300 posts"."""
        self.cutting = signs(words["cutting"])
        """What happens to posts that are lost."""
        self.rising = signs(words["rising"])
        """What a count does on a day: "the toll rose to 61 on Tuesday"."""
        self.including = signs(words["including"])
        """What stands before a part of a count."""
        self.adding = signs(words["adding"])
        """What makes a count an addition to another."""
        self.reporting = signs(words["reporting"])
        """Verbs whose day is the day of the report."""
        self.since = signs(words["since"])
        """What makes a count one of many events."""
        self.outdated = signs(words["outdated"])
        """What stands before a count that is given up for another."""
        self.weak_opposites = signs(words["weak_opposites"])
        """Words whose opposite proves nothing by itself."""
        self.lasting = signs(words["lasting"])
        """What began long ago: "since the war broke out"."""
        self.counted = signs(words["counted"])
        """What makes a day the day of the count."""
        self.signs = frozenset(self.kind)
        """The signs of all event words."""
        rows = cast("Mapping[str, str]", table["includes"])
        self._within = {name: frozenset(words.split()) for name, words in rows.items()}

    def are_alike(self, one: str, other: str) -> bool:
        """Tell whether two kinds are one, or one includes the other."""
        return one == other or other in self._within.get(one, ()) or one in self._within.get(other, ())
