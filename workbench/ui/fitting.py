"""Text cut to a number of cells."""

from rich.cells import cell_len, set_cell_size


def fitted(text: str, width: int, ellipsis: str) -> str:
    """Return the text, cut to a width with an ellipsis where it is longer.

    Args:
        text: One line.
        width: Cells, 0 or more.
        ellipsis: What stands for what was cut.

    Returns:
        At most `width` cells; not padded.
    """
    # A line of a megabyte needs no measuring: each code point but a combining one has a cell.
    text = text[: 4 * width + 4]
    if cell_len(text) <= width:
        return text
    if width < max(1, len(ellipsis)):
        return ellipsis[: max(0, width)]
    return set_cell_size(text, width - len(ellipsis)).rstrip() + ellipsis


def fitted_words(text: str, width: int, ellipsis: str) -> str:
    """Return the text, cut between two words where there is a gap in its second half.

    Args:
        text: One line.
        width: Cells, 0 or more.
        ellipsis: What stands for what was cut.
    """
    shown = fitted(text, width, ellipsis)
    if shown == text or not shown:
        return shown
    kept = shown.removesuffix(ellipsis)
    gap = kept.rfind(" ")
    whole = text[len(kept) : len(kept) + 1] == " " or gap < len(kept) // 2
    return shown if whole else kept[:gap].rstrip() + ellipsis


def padded(text: str, width: int, ellipsis: str) -> str:
    """Return the text cut or filled with spaces to exactly a width in cells."""
    cut = fitted(text, width, ellipsis)
    return cut + " " * (width - cell_len(cut))
