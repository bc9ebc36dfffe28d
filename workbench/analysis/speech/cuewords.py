"""Cue words: the verbs and nouns that can put speech or thought into somebody's mouth, in all their forms."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.analysis.speech.forms import inflect, with_plural
from workbench.tables import read_table

_SPEECH: Final = frozenset({"say", "report", "claim"})
_NO_GROUPS: Final = frozenset({"nouns", "irregular", "also_nouns"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that can put speech or thought into somebody's mouth."""

    lemma: str
    """Its base form."""
    groups: tuple[str, ...]
    """The groups of the speech table that list it: "say", "judge"; "noun" for a noun; "speech" for saying."""


def read_cues(folder: Path, own: Path | None, known: dict[str, str]) -> dict[str, Cue]:
    """Read the table of speech.

    Args:
        folder: The folder of the shipped tables.
        own: The folder of the user's tables, or None.
        known: The letters of words; the letters of the cues are added to them.

    Returns:
        The cues by their forms.

    Raises:
        ConfigError: The user's table is broken.
    """
    speech = read_table(folder, "speech", own)
    cues: dict[str, Cue] = {}
    for noun in speech["nouns"]:
        for form in with_plural(noun):
            known[form] = "k"
            cues[form] = Cue(noun, ("noun",))
    irregular, also_nouns = speech["irregular"], frozenset(speech["also_nouns"])
    assert isinstance(irregular, Mapping)
    groups: dict[str, list[str]] = {}
    for group in speech.keys() - _NO_GROUPS:
        for base in speech[group]:
            groups.setdefault(base, []).append(group)
    for base, listed in groups.items():
        if not _SPEECH.isdisjoint(listed):
            listed.append("speech")
        for form, tag in inflect(base, irregular):
            noun_groups = cues[form].groups if form in cues else ()
            is_noun = base in also_nouns or known.get(form, "") in ("k", "p")
            cues[form] = Cue(
                base, (*sorted(listed), *(group for group in noun_groups if group not in listed))
            )
            known[form] = {"e": "E", "z": "Z"}.get(tag, tag) if is_noun else tag
    return cues
