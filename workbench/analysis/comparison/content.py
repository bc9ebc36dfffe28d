"""What sentences speak of: a character for each concept, so that sets of them are quick to make and keep."""

from typing import Final

from workbench.analysis.comparison.words import Reading, Vocabulary

_FIRST_CODE: Final = 0x100
_SURROGATES: Final = range(0xD800, 0xE000)


class Contents:
    """Gives the concepts of sentences.

    Args:
        vocabulary: What has read the sentences.
    """

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary: Vocabulary = vocabulary
        """What reads words."""
        self._table = _ConceptTable(vocabulary)
        self._without_numbers = _WithoutNumbers(self._table)
        self._known: dict[str, str] = {}

    def of(self, reading: Reading) -> str:
        """Return the concepts of a sentence in the order of its words, without words that say nothing.

        They are remembered: a claim is asked about when it is read, counted, prepared and looked for.

        Args:
            reading: The sentence.

        Returns:
            One character a word, the same for words of one concept in all sentences.
        """
        signs = reading.signs
        found = self._known.get(signs)
        if found is None:
            found = self._known[signs] = signs.translate(self._table)
        return found

    def of_signs(self, signs: str) -> str:
        """Return the concepts of a few words, given by their signs."""
        return signs.translate(self._table)

    def beside_numbers(self, signs: str) -> str:
        """Return the concepts of a few words, given by their signs, without those of numbers."""
        return signs.translate(self._without_numbers)

    def of_word(self, written: str) -> str:
        """Return the concept of one word; nothing for a word that says nothing."""
        return self._table.sign(self._table.vocabulary.word(written).concept)


class _ConceptTable(dict[int, str]):
    """Translates the signs of stems into those of concepts, each worked out once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        super().__init__()
        self.vocabulary = vocabulary
        forms = vocabulary.forms
        # in a fixed order: what is read first gets the lower sign, and signs decide which clues a claim has
        self._silent = {vocabulary.word(word).sign for word in sorted(forms.stop | forms.negators)}
        self._signs: dict[str, str] = {}

    def __missing__(self, code: int) -> str:
        sign = chr(code)
        if sign in self._silent:
            found = ""
        else:
            found = self.sign(self.vocabulary.concepts.of(self.vocabulary.stem(sign)))
        self[code] = found
        return found

    def sign(self, concept: str) -> str:
        """Return the character that stands for a concept."""
        known = self._signs.get(concept)
        if known is None:
            code = _FIRST_CODE + len(self._signs)
            if code >= _SURROGATES.start:
                code += len(_SURROGATES)
            known = self._signs[concept] = chr(code)
        return known


class _WithoutNumbers(dict[int, str]):
    """Translates the signs of stems likewise, and those of numbers into nothing."""

    def __init__(self, table: _ConceptTable) -> None:
        super().__init__()
        self._table = table

    def __missing__(self, code: int) -> str:
        # the stem of a number begins with a digit, and no other does
        is_number = self._table.vocabulary.stem(chr(code))[0].isdigit()
        found = self[code] = "" if is_number else self._table[code]
        return found
