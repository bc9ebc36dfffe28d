"""The forms of a word: what the rules of English spelling make of a base form."""

from collections.abc import Iterable, Iterator, Mapping

_VOWELS = "aeiou"


def inflect(base: str, irregular: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Give the forms of a verb, each with its tag.

    Args:
        base: The base form: "deny".
        irregular: Forms that spelling does not give, each with its base form.

    Yields:
        A form and its tag: "e" base, "z" -s, "G" -ing, "s" past or participle.
    """
    special = [form for form, of in irregular.items() if of == base]
    yield base, "e"
    endings = {"z": _with_s(base), "G": _with_ing(base), "s": _with_ed(base)}
    for form in special:
        tag = "G" if form.endswith("ing") else "z" if form.endswith("s") else "s"
        endings.pop(tag, None)
        yield form, tag
    for tag, form in endings.items():
        yield form, tag


def with_plural(noun: str) -> tuple[str, ...]:
    """Return a noun and its plural; a noun that is a plural in itself stands alone."""
    if noun in ("people", "men", "women", "police", "media", "news", "data", "evidence"):
        return (noun,)
    if noun.endswith("man") and len(noun) > 3:
        return noun, f"{noun[:-2]}en"
    return noun, _with_s(noun)


def with_plurals(nouns: Iterable[str]) -> frozenset[str]:
    """Return the nouns with their plurals."""
    return frozenset(form for noun in nouns for form in with_plural(noun))


def _with_s(base: str) -> str:
    if base.endswith(("s", "x", "z", "ch", "sh")):
        return f"{base}es"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return f"{base[:-1]}ies"
    return f"{base}s"


def _with_ing(base: str) -> str:
    if base.endswith("ie"):
        return f"{base[:-2]}ying"
    if base.endswith("e") and not base.endswith(("ee", "oe")):
        return f"{base[:-1]}ing"
    return f"{base}ing"


def _with_ed(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in _VOWELS:
        return f"{base[:-1]}ied"
    return f"{base}ed"
