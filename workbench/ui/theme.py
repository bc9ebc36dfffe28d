"""The colours of verdicts as theme variables, told apart by colour-blind eyes, for dark and light themes.

The distances were chosen by simulating protan, deutan and tritan vision (Machado 2009): blue, orange
and amber (purple on a light page), never green against red.
"""

DARK = {
    "wb-confirmed": "#2ca7e6",
    "wb-disputed": "#e8744a",
    "wb-unverified": "#fbbd05",
    "wb-unreviewed": "#e0e0e0",
    "wb-rejected": "#919191",
    "wb-text": "#8c8c8c",
    "wb-claim": "#202225",
    "wb-current": "#2d3550",
    "wb-marker": "#7aa2ff",
    "wb-match": "#5f5300",
    "wb-match-current": "#f5e6a8",
    "wb-match-current-text": "#121212",
}

LIGHT = {
    "wb-confirmed": "#0f5c8c",
    "wb-disputed": "#963c0f",
    "wb-unverified": "#8a1fc4",
    "wb-unreviewed": "#1f1f1f",
    "wb-rejected": "#686868",
    "wb-text": "#6a6a6a",
    "wb-claim": "#eeeef4",
    "wb-current": "#b9cdee",
    "wb-marker": "#1d4fb8",
    "wb-match": "#e6d98a",
    "wb-match-current": "#5a4a00",
    "wb-match-current-text": "#ffffff",
}


def verdict_colours(*, dark: bool) -> dict[str, str]:
    """Return the values of the verdict colours for a dark or a light theme."""
    return DARK if dark else LIGHT
