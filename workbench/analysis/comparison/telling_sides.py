"""Who stands on the two sides of a conflict, and which side is later: a toll rises from day to day."""

from datetime import date

from workbench.model.claim import Claim


def told_by(a: Claim, b: Claim) -> str:
    """Say who says it on both sides.

    Args:
        a: The first claim.
        b: The second.

    Returns:
        Words to add to the rule; empty where neither claim has a speaker.
    """
    first, second = (one.speaker.text if one.speaker else "" for one in (a, b))
    return f" ({first or 'the article'} / {second or 'the article'})" if first or second else ""


def told_later(a: str, b: str) -> str:
    """Say by how many days one number is the later one.

    Args:
        a: The date of the first claim's article, ISO 8601.
        b: That of the second.

    Returns:
        Words to add to the rule; empty where both are of one day, or a date is not known.
    """
    try:
        days = (date.fromisoformat(b) - date.fromisoformat(a)).days
    except ValueError:
        return ""
    if not days:
        return ""
    later = "second" if days > 0 else "first"
    return f", the {later} told {'a day' if abs(days) == 1 else f'{abs(days)} days'} later"
