"""The lexicon: one letter for every word, so that regular expressions can read a sentence's grammar.

Tagging looks a word up in tables and falls back on its shape. It is shallow on purpose: what a verb
means is decided later, by the frame it stands in.

    D article, my     j some, this       # number          N name            M possessive
    n other word      p people, papers   t time            P subject pronoun O object pronoun
    h pronoun + verb  W who, which       w what, how       i if              B when, because
    K but             & and              T that            o to              f of
    F preposition     a as               R adverb          x auxiliary       y be
    v verb            d -ed              g -ing            c according       k noun that says
    s cue, past       z cue, -s          e cue, base       G cue, -ing
    E cue or noun     Z cue or plural    ~ stop of an abbreviation
    , ; : . - ( ) punctuation            * other
"""

import re
from pathlib import Path
from typing import Final, NamedTuple

from workbench.analysis.speech.cuewords import Cue, read_cues
from workbench.analysis.speech.forms import with_plurals
from workbench.tables import read_table

QUOTE: Final = " "
"""What stands for a quotation among the runs of text between two spaces: none of them is a space."""

_TABLES: Final = Path(__file__).parents[1] / "tables"
_MOST_KEPT: Final = 30_000
_PIECE: Final = re.compile(
    r"(?:[A-Z]-)?(?:[A-Z]\.)+[A-Z](?=\.)|[$€£#]?\d+(?:[.,:]\d+)*[%\w-]*|-[a-z]\w+"
    r"|\w+(?:[.'’&/@_-]+\w+)*(?:(?<=s)['’](?!\w))?|\.{2,}|-{1,3}|[^\w\s]"
)
_GRAMMAR: Final = {
    "verbs": "v", "numbers": "#", "time": "t", "adverbs": "R", "prepositions": "F", "quantifiers": "j",
    "determiners": "D", "subjects": "P", "objects": "O", "relatives": "W", "questions": "w",
    "subordinators": "B", "contrasts": "K", "conjunctions": "&", "auxiliaries": "x", "being": "y",
}  # fmt: skip
_SINGLE_WORDS: Final = {"that": "T", "to": "o", "of": "f", "as": "a", "according": "c", "if": "i"}
_PUNCTUATION: Final = {
    ",": ",", ";": ";", ":": ":", ".": ".", "!": ".", "?": ".", "(": "(", ")": ")", "[": "(", "]": ")",
    "—": "-", "–": "-", "-": "-", "―": "-", "--": "-", "%": "#", "$": "#",
}  # fmt: skip
_CLOSED: Final = "DjPOWwB&KTofFaRxyci"
_TELLING: Final = frozenset("szeGEZkDjPOWwTofFaBKxyhic")
_NEGATIONS: Final = frozenset({"not", "never"})
_SHORTEST_ADVERB: Final = 6


class Entry(NamedTuple):
    """What the lexicon knows of a run of text between two spaces: "said,"."""

    letters: str
    """One letter for each of its words and signs: "s,"."""
    words: str
    """The words in lower case where a word tells more than its letter, else empty; a tab after each."""
    places: tuple[tuple[int, int], ...]
    """Where each of them lies in the run."""
    size: int
    """How many words and signs it has."""
    width: int
    """How many characters it takes, the space after it included."""


_QUOTATION: Final = Entry("q", "\t", ((0, 1),), 1, 2)


class Lexicon(dict[str, Entry]):
    """The entries of runs of text, made on first use.

    Args:
        tables_folder: The user's own tables, or None.

    Raises:
        ConfigError: A table of the user is broken.
    """

    def __init__(self, tables_folder: Path | None = None) -> None:
        super().__init__()
        speakers, grammar, abbreviations = (
            read_table(_TABLES, name, tables_folder) for name in ("speakers", "grammar", "abbreviations")
        )
        self[QUOTE] = _QUOTATION
        self._papers = with_plurals(speakers["papers"])
        known = dict.fromkeys(grammar["verbs"], "v")
        known.update(dict.fromkeys(with_plurals([*speakers["people"], *speakers["bodies"]]), "p"))
        known.update(dict.fromkeys(self._papers, "p"))
        self.cues: dict[str, Cue] = read_cues(_TABLES, tables_folder, known)
        """The words that can attribute, by their forms."""
        for key, tag in _GRAMMAR.items():
            if key != "verbs":
                known.update(dict.fromkeys(grammar[key], tag))
        self._known = {**known, **_SINGLE_WORDS, **_PUNCTUATION}
        self._plain = frozenset(grammar["not_adverbs"])
        self._titles = frozenset(word.lower() for word in abbreviations["titles"])
        self._shortened = frozenset(word.lower() for word in abbreviations["words"])

    def __missing__(self, chunk: str) -> Entry:
        """Make the entry of a run of text that was not seen before, and remember it."""
        size = len(chunk)
        if chunk.isalpha() or ((piece := _PIECE.match(chunk)) and piece.end() == size):
            letter, word = self._read(chunk)
            entry = Entry(letter, f"{word}\t", ((0, size),), 1, size + 1)
        else:
            entry = self._in_pieces(chunk)
        if len(self) >= _MOST_KEPT:
            self.clear()
            self[QUOTE] = _QUOTATION
        self[chunk] = entry
        return entry

    def _in_pieces(self, chunk: str) -> Entry:
        """Read a run of text that is not one word."""
        places = tuple([match.span() for match in _PIECE.finditer(chunk)])
        written = [chunk[start:end] for start, end in places]
        read = [self._read(word) for word in written]
        letters = [letter for letter, _ in read]
        if "." in written[1:]:
            for at, stop in enumerate(written[1:]):
                if stop == ".":
                    self._shorten(written[at], letters, at)
        words = "".join([f"{word}\t" for _, word in read])
        return Entry("".join(letters), words, places, len(places), len(chunk) + 1)

    def _read(self, word: str) -> tuple[str, str]:
        """Return the letter of a word, and the word itself where the letter alone tells too little."""
        lower = word.lower()
        if "’" in lower:
            lower = lower.replace("’", "'")
        tag = self._known.get(lower)
        if word[0].isupper():
            letter = self._capitalised(word, lower, tag)
        else:
            letter = tag if tag is not None else self._shape(word, lower)
        if letter in _TELLING or lower in _NEGATIONS:
            return letter, lower
        return letter, "paper" if letter == "p" and lower in self._papers else ""

    def _shorten(self, word: str, letters: list[str], at: int) -> None:
        """Mark the full stop after an abbreviation, which may not end a sentence."""
        lower = word.lower()
        if lower in self._titles or (len(word) == 1 and word.isupper()):
            letters[at : at + 2] = "N", "N"
        elif lower in self._shortened or "." in word:
            letters[at + 1] = "~"

    def _capitalised(self, word: str, lower: str, tag: str | None) -> str:
        if tag is not None and tag in _CLOSED:
            return "N" if word in ("May", "Will", "US", "IT") else tag
        if tag == "#" or (tag == "t" and lower.endswith(("day", "row", "ber", "ary", "night"))):
            return tag
        if tag in ("s", "G") and word != word.upper():
            return tag
        if lower.endswith("ly") and len(lower) >= _SHORTEST_ADVERB and lower not in self._plain:
            return "R"
        return self._apostrophe(lower) or "N"

    def _shape(self, word: str, lower: str) -> str:
        if word[0].isdigit() or (word[0] in "$€£#" and len(word) > 1):
            return "#"
        if not word[0].isalpha():
            return "n" if word[0] == "-" and len(word) > 3 else "*"
        if word != lower:
            return self._apostrophe(lower) or "N"
        if lower.endswith("ly") and lower not in self._plain:
            return "R"
        if lower.endswith("ing") and len(lower) > 4:
            return "g"
        if lower.endswith("ed") and len(lower) > 3:
            return "d"
        return self._apostrophe(lower) or "n"

    def _apostrophe(self, lower: str) -> str:
        """Tag a word with an apostrophe: a possessive, a pronoun with its verb, or a negation."""
        stem, mark, ending = lower.rpartition("'")
        if not mark:
            return ""
        if lower.endswith("n't"):
            return "x"
        if ending in ("s", "re", "ve", "d", "ll", "m") and self._known.get(stem, "") in ("P", "W", "w", "T"):
            return "h"
        return "M" if ending in ("s", "") else ""
