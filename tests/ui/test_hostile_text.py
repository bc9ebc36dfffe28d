from pathlib import Path

from tests.ui.driving import article_file, reviewing

HOSTILE = """Mayor says [sic] “it is [/b] fine”

The mayor of Orley said [bold red]12 people[/] were hurt on Monday, [sic] in the text.

A tag [/b] without a start and a [link=x]lin[/link] were printed on 4 pages on Tuesday.

Escape \x1b[31mred\x1b]0;owned\x07 and \x9b1m and \u202eright to left\u202c cost 40 dollars on Monday.

A NUL \x00 byte and a cafe\u0301 with an e\u0301 were found in 3 files on Monday.

日本の首相は月曜日に東京で100人が死亡したと述べた。 The 東京 office counted 100 people on Monday.

قالت الشرطة إن 12 شخصا أصيبوا يوم الاثنين في المدينة.

A family \U0001f468\u200d\U0001f469\u200d\U0001f467 of 3 and a flag \U0001f1eb\U0001f1f7 came Monday.
"""


async def test_article_text_is_shown_as_it_is_and_never_obeyed(tmp_path: Path) -> None:
    file = article_file(tmp_path, HOSTILE, "mayor.txt")
    async with reviewing(tmp_path / "home", [file], size=(160, 60)) as ana:
        shown = ana.text()
        for words in ("[bold red]12 people[/]", "[sic]", "[/b]", "[link=x]lin[/link]", "café", "東京"):
            words = words.replace("é", "e\u0301") if words == "café" else words
            assert words in shown
        for forbidden in "\x1b\x9b\x00\x07\u202e\u202c":
            assert forbidden not in shown
        assert "␛[31mred␛]0;owned␇" in shown


async def test_spans_of_hostile_text_are_exact_and_the_canonical_text_keeps_everything(
    tmp_path: Path,
) -> None:
    file = article_file(tmp_path, HOSTILE, "mayor.txt")
    async with reviewing(tmp_path / "home", [file]) as ana:
        for _ in ana.review.session.desk.claims:
            await ana.press("c")
        session = ana.stored()
        article = session.desk.articles[0]
        assert article.text == HOSTILE
        assert all(session.desk.quote(claim) in HOSTILE for claim in session.desk.claims)
        assert session.progress.confirmed == len(session.desk.claims) >= 7


async def test_hostile_names_and_notes_do_no_harm(tmp_path: Path) -> None:
    file = article_file(
        tmp_path, "[red]Title[/red]\n\nThe mayor said 3 people died on Monday.\n", "[b]x[bold].txt"
    )
    async with reviewing(tmp_path / "home", [file], size=(80, 24)) as ana:
        assert "[red]Title[/red]" in ana.text()
        assert "[b]x[bold].txt" in ana.text()
        await ana.press("e")
        ana.app.screen.query_one("TextArea").text = "[/b] \x1b[2J done"  # type: ignore[attr-defined]
        await ana.settle()
        await ana.press("escape")
        assert "\x1b" not in ana.text()
        assert "[/b] ␛[2J done" in ana.text() or "Note saved" in ana.text()


async def test_a_megabyte_in_one_line_scrolls_and_takes_verdicts(tmp_path: Path) -> None:
    sentence = "The council of Orley paid 12 million dollars to 3 firms on Monday. "
    file = article_file(tmp_path, sentence * (1_000_000 // len(sentence)), "long.txt")
    async with reviewing(tmp_path / "home", [file], size=(80, 24)) as ana:
        await ana.press("c", "G", "d")
        assert ana.review.session.progress.decided == 2
        assert any(line.startswith("▌") for line in ana.lines()[3:])
