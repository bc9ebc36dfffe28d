"""Clock times next to a date: "Tuesday at 8:30 p.m.", "9am on Friday", "noon"."""

import re
from typing import Final

from workbench.analysis.numbers.number_tokens import Sentence

_CLOCK: Final = re.compile(
    r"(?P<hour>[0-9]{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
    r"(?:[:.h](?P<minute>[0-5][0-9])(?::(?P<second>[0-5][0-9]))?)?"
    r"(?:\s?(?P<half>[ap])\.?\s?m\b\.?|(?P<glued>[ap])(?![a-z]|\.[a-z])|\s?(?P<whole>o'?\s?clock\b))?"
)
_LEAD: Final = re.compile(
    r",?\s*(?:(at|@|around|about|for|by|from)\s*)?(?=[0-9]|(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)"
)
_HOURS: Final = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip
_LATE_PARTS: Final = ("night", "evening", "afternoon")
_NOON: Final = 12
_EVENING: Final = 5


def clock_at(sentence: Sentence, start: int, part: str = "", bare: bool = False) -> tuple[str, int] | None:
    """Read a clock time.

    Args:
        sentence: The sentence.
        start: Where it begins, as an offset into the sentence.
        part: The part of the day that is known: with "night", 8 is 20:00.
        bare: Whether a mere number is a clock time here, as after "at".

    Returns:
        The time as "20:30" (with seconds where they are stated) and where it ends; None when there is none.
    """
    match = _CLOCK.match(sentence.lower, start)
    if not match:
        return None
    hour = _HOURS.get(match["hour"]) or int(match["hour"].lstrip("0") or 0 if match["hour"].isdigit() else 0)
    half = match["half"] or match["glued"]
    is_told = half or match["whole"] or (match["minute"] and ":" in match.group())
    if not is_told and not (bare and (match["minute"] or 0 < hour <= 2 * _NOON)):
        return None
    following = sentence.lower[match.end() : match.end() + 2]
    if following[:1].isalnum() or following[:1] in ("%", "/") or re.match(r"[.,:-]\d", following):
        return None
    if half == "p" and hour < _NOON:
        hour += _NOON
    elif half == "a" and hour == _NOON:
        hour = 0
    elif not half and any(late in part for late in _LATE_PARTS) and _EVENING <= hour < _NOON:
        hour += _NOON
    if hour > 2 * _NOON:
        return None
    seconds = f":{match['second']}" if match["second"] else ""
    return f"{hour % 24:02}:{match['minute'] or '00'}{seconds}", match.end()


def clock_after(sentence: Sentence, end: int, part: str) -> tuple[str, int] | None:
    """Read the clock time that follows a date: ", at 8:30 p.m."; None when none does."""
    lead = _LEAD.match(sentence.lower, end)
    if not lead or lead.end() == end:
        return None
    return clock_at(sentence, lead.end(), part, bare=lead[1] in ("at", "@", "around"))
