"""Texts that Markdown programs, browsers and terminals would obey if a report let them."""

from hypothesis import strategies as st

MARKUP = [
    *"\\`*_[]{}()#+-.!|~<>&\"'$^=:;@/%,? \n\t1aé日",
    *(
        "www.",
        "WWW.",
        "http://",
        "https://x.org",
        "ftp://",
        "mailto:",
        "a@b.co",
        "example.com",
        "//localhost",
    ),
    *("&amp;", "&#35;", "&lt", "<b>", "</b>", "<!--", "-->", "<script>", "<http://a.b>", "<a@b.c>"),
    *("![x](y)", "[x](y)", "[^1]", "[^1]:", "[x]: http://y.z", "[sic]", "[/b]", "[!NOTE]", "- [ ] "),
    *("1. ", "2) ", "> ", "# ", " #", "---", "===", "```", "~~~", "| a | b |", "|---|", "    "),
    *("\u00a0", "\u3000", "\u200b", "\x1b[31m", "\u202e", "\x00", "\u2028", "\x85", "\ud800", "U.S.", "$3.5"),
]
HOSTILE = st.one_of(st.lists(st.sampled_from(MARKUP), max_size=14).map("".join), st.text())
