"""The lexicon: one letter for every word, so that regular expressions can read a sentence's grammar.

Tagging looks a word up in tables and falls back on its shape. It is shallow on purpose: what a verb
means is decided later, by the frame it stands in.

    D determiner      # number           N name            M possessive     n other word
    p people, papers  t time             P subject pronoun O object pronoun h pronoun and verb
    W who, which      w what, how        B when, because   K but            & and
    T that            o to               f of              F preposition    a as
    R adverb          x auxiliary        y be              v verb           d -ed   g -ing
    s cue, past       z cue, -s          e cue, base       G cue, -ing      c according   i if    i if
    E cue or noun     Z cue or plural    k noun that says  A abbreviation before a name
    q quotation       Q quotation that ends its sentence   , ; : . - ( ) punctuation   * other
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from workbench.analysis.attributions_forms import base_forms, inflect
from workbench.tables import Table, read_table

_TABLES = Path(__file__).parent / "tables"
_MOST_CACHED: Final = 100_000

CUE_TAGS: Final = "szeGEZ"
"""The tags that a verb of speech or thought can bear."""

_GRAMMAR_TAGS: Final = {
    "verbs": "v",
    "numbers": "#",
    "time": "t",
    "adverbs": "R",
    "prepositions": "F",
    "determiners": "D",
    "subjects": "P",
    "objects": "O",
    "relatives": "W",
    "questions": "w",
    "subordinators": "B",
    "contrasts": "K",
    "conjunctions": "&",
    "auxiliaries": "x",
    "being": "y",
}
_WORD_TAGS: Final = {"that": "T", "to": "o", "of": "f", "as": "a", "according": "c", "if": "i"}
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "(": "(", ")": ")", "[": "(", "]": ")",
    "—": "-", "–": "-", "-": "-", "―": "-", "--": "-", "%": "#", "$": "#", "…": "*", "...": "*",
}  # fmt: skip
_NOT_ADVERBS: Final = frozenset(
    "ally family supply reply italy assembly bully belly rally fly monopoly anomaly daily weekly monthly elderly friendly "
    "likely unlikely deadly costly orderly early lonely ugly holy jelly".split()
)
_CONTRACTIONS: Final = ("'s", "'re", "'ve", "'d", "'ll", "'m")


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that can put speech or thought into somebody's mouth."""

    lemma: str
    """Its base form."""
    groups: tuple[str, ...]
    """The groups of the speech table that list it: "say", "judge"."""


class Lexicon(dict[str, str]):
    """Tags of words; a word may carry the white space that follows it.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        super().__init__()
        speech = read_table(_TABLES, "speech", tables_folder)
        speakers = read_table(_TABLES, "speakers", tables_folder)
        grammar = read_table(_TABLES, "grammar", tables_folder)
        abbreviations = read_table(_TABLES, "abbreviations", tables_folder)
        self.cues: dict[str, Cue] = {}
        self.papers = frozenset(plurals(speakers["papers"]))
        self._known: dict[str, str] = {}
        self._add_nouns(speech, speakers)
        self._add_verbs(speech)
        self._titles = frozenset(f"{word}" for word in abbreviations["titles"])
        for key, tag in _GRAMMAR_TAGS.items():
            self._known.update(dict.fromkeys(grammar[key], tag))
        self._known.update(_WORD_TAGS)
        self._known.update(_PUNCTUATION)

    def __missing__(self, piece: str) -> str:
        """Tag a piece of text that was not seen before, and remember it."""
        tag = self._tag(piece.strip())
        if len(self) < _MOST_CACHED:
            self[piece] = tag
        return tag

    def _add_nouns(self, speech: Table, speakers: Table) -> None:
        for noun in speech["nouns"]:
            self._known.update(dict.fromkeys(plurals([noun]), "k"))
            for form in plurals([noun]):
                self.cues[form] = Cue(noun, ("noun",))
        self._known.update(dict.fromkeys(plurals(speakers["people"]), "p"))
        self._known.update(dict.fromkeys(plurals(speakers["papers"]), "p"))

    def _add_verbs(self, speech: Table) -> None:
        irregular = speech["irregular"]
        assert isinstance(irregular, Mapping)
        also_nouns = frozenset(speech["also_nouns"])
        groups: dict[str, list[str]] = {}
        for group, words in speech.items():
            if group not in ("nouns", "phrases", "irregular", "also_nouns"):
                for base in words:
                    groups.setdefault(base, []).append(group)
        for base, listed in groups.items():
            cue = Cue(base, tuple(listed))
            for form, tag in inflect(base, irregular):
                self.cues[form] = cue
                noun = base in also_nouns or self._known.get(form, "") in ("k", "p")
                self._known[form] = {"e": "E", "z": "Z"}.get(tag, tag) if noun else tag

    def _tag(self, word: str) -> str:
        if not word:
            return "*"
        lower = word.lower().replace("’", "'")
        tag = self._known.get(lower)
        if word[0].isupper():
            return self._capitalised(word, lower, tag)
        if tag is not None:
            return tag
        return self._shape(word, lower)

    def _capitalised(self, word: str, lower: str, tag: str | None) -> str:
        if lower in self._titles or (len(word) == 1 and lower not in ("a", "i")):
            return "A"
        if tag is not None and tag in "DPOWwBK&TofFaRxyci":
            return "N" if word in ("May", "Will", "US", "IT") else tag
        if tag == "t" and lower.endswith(("day", "row", "ber", "ary", "night")):
            return tag
        if tag in ("s", "G") and word != word.upper():
            return tag
        if tag == "#":
            return tag
        if lower.endswith("ly") and lower not in _NOT_ADVERBS and len(lower) > 5:
            return "R"
        return self._possessive(lower, "N") or "N"

    def _shape(self, word: str, lower: str) -> str:
        if word[0].isdigit() or (word[0] in "$€£#" and len(word) > 1):
            return "#"
        if not word[0].isalpha():
            return "*"
        possessive = self._possessive(lower, "n")
        if possessive:
            return possessive
        if word != lower and any(letter.isupper() for letter in word):
            return "N"
        if lower.endswith("ly") and lower not in _NOT_ADVERBS:
            return "R"
        if lower.endswith("ing") and len(lower) > 4:
            return "g"
        if lower.endswith("ed") and len(lower) > 3:
            return "d"
        if lower.endswith("n't"):
            return "x"
        return "n"

    def _possessive(self, lower: str, plain: str) -> str:
        """Tag a word with an apostrophe: a possessive, or a pronoun with its verb."""
        if "'" not in lower:
            return ""
        stem, mark, ending = lower.rpartition("'")
        if mark + ending in _CONTRACTIONS and self._known.get(stem, "") in ("P", "W", "w", "T"):
            return "h"
        return "M" if ending in ("s", "") else plain


def plurals(nouns: Iterable[str]) -> list[str]:
    """Return the nouns, each followed by its plural."""
    return [form for noun in nouns for form in base_forms(noun)]
