"""Text of others as Markdown that shows it and obeys none of it, in CommonMark and in GitHub's dialect."""

import re
from typing import Final

from workbench.model.display import displayable

_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}

_MARKUP: Final = re.compile(
    r"(?P<remark>(?<![\[\]!])\[[^\W_]{2,}(?: [^\W_]+){0,3}\](?![\[(:{]))"  # "[sic]": no link without a target
    r"|[\\`*_\[\]{}|~<>]"  # code, emphasis, links, tables, strikethrough, tags, templates
    r"|&(?=#?\w+;)"  # entities
    r"|(?<!\S)#"  # headings, and the closing marks of a heading
    r"|\$(?!\d)"  # formulas, but not prices
    r"|(?<=\w)\.(?=[^\W\d_]{2})|(?i:(?<=www))\."  # domains, which some programs turn into links
)

_BLOCK_START: Final = re.compile(r"[-+:!=]|\d+(?=[.)](?:\s|$))")
"""What begins a list, a rule, a definition or an underlined heading where a line begins with it."""

_WORD: Final = re.compile(r"[^\s<>\"“”‘’`]+")

_LINKS_BY_ITSELF: Final = re.compile(r"@|//|www\.", re.IGNORECASE)
"""GitHub links addresses even where they are escaped; only code keeps them text."""

_PUNCTUATION: Final = ".,;:!?()[]'"


def inline(text: str) -> str:
    """Write text as one line of Markdown, runs of white space as one space.

    Args:
        text: A title, a name, a reason: anything that others wrote.

    Returns:
        Markdown that renders as the displayable text, and as nothing else, wherever a line holds it.
    """
    return _line(" ".join(displayable(text).split()))


def quoted(text: str) -> str:
    """Write text as a Markdown block quote, each line break kept as a hard one.

    Args:
        text: The quote; line breaks at its ends are dropped.

    Returns:
        Lines beginning with `>`, without a final line break, that render as the displayable text.
    """
    lines = displayable(text).strip("\n").split("\n")
    return "\\\n".join(f"> {_keep_edges(line)}" for line in lines)


def code(text: str) -> str:
    """Write text as a Markdown code span, for what a reader copies: ids, file names, checksums.

    Args:
        text: The text; a line feed is shown as its picture.

    Returns:
        A code span with a fence longer than any run of backticks in the text, or nothing for nothing.
    """
    shown = displayable(text).replace("\n", "\N{SYMBOL FOR LINE FEED}")
    if not shown:
        return ""
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", shown)), default=0))
    pad = " " if shown.strip(" ") and (shown[0] in " `" or shown[-1] in " `") else ""
    return f"{fence}{pad}{shown}{pad}{fence}"


def _keep_edges(line: str) -> str:
    """Escape a line; the white space at its ends, which Markdown drops, is written as entities."""
    body = line.strip()
    before, after = line.split(body, 1) if body else (line, "")
    return f"{_spelled(before)}{_line(body)}{_spelled(after)}"


def _spelled(space: str) -> str:
    return "".join(f"&#{ord(character)};" for character in space)


def _line(line: str) -> str:
    pieces, at = [], 0
    if _LINKS_BY_ITSELF.search(line):
        for word in _WORD.finditer(line):
            address = word[0].strip(_PUNCTUATION)
            if _LINKS_BY_ITSELF.search(address):
                start = word.start() + word[0].index(address)
                pieces += [_escaped(line[at:start]), code(address)]
                at = start + len(address)
    pieces.append(_escaped(line[at:]))
    escaped = "".join(pieces)
    start_of_block = _BLOCK_START.match(escaped)
    if start_of_block is None:
        return escaped
    cut = start_of_block.end() if escaped[0].isdigit() else 0
    return f"{escaped[:cut]}\\{escaped[cut:]}"


def _escaped(text: str) -> str:
    return _MARKUP.sub(_escaped_match, text)


def _escaped_match(match: re.Match[str]) -> str:
    if match["remark"]:
        return match[0]
    return _ENTITIES.get(match[0]) or f"\\{match[0]}"
