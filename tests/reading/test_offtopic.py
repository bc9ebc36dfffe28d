"""What was pasted into an article from another story is set aside, and nothing else is."""

from pathlib import Path

from tests.reading.reading_builders import quotes, read_text
from workbench.model.article import Article, BlockKind, Span
from workbench.reading.articles import read_article
from workbench.reading.offtopic import STANDS_ALONE, set_aside_offtopic
from workbench.reading.sources import find_sources

BRIDGE = [
    "The old harbour bridge in Port Ellery was closed on Friday after engineers found cracks in two pillars.",
    "Some 4,000 cars cross the harbour bridge each day, and drivers have to go round the bay meanwhile.",
    "Tom Brandt, who runs the office, said engineers had warned of cracks in the concrete two years ago.",
    "Repairs of the pillars will take nine weeks and cost two million, the office told drivers on Friday.",
    "Port Ellery asked the ferry company for more boats, so that drivers can cross the bay during repairs.",
]
TOLD_AGAIN = [
    "Engineers found cracks in the pillars of Port Ellery's old bridge, and the harbour office closed it.",
    "Drivers must go round the bay or take the ferry, said Tom Brandt of the harbour office on Friday.",
    "The repairs cost two million and will take nine weeks, during which no cars can cross the harbour.",
    "Brandt said the ferry company would send more boats, because 4,000 cars cross the bridge each day.",
]
TOLD_A_THIRD_TIME = [
    "Port Ellery closed its harbour bridge on Friday: engineers had found cracks in the concrete pillars.",
    "The harbour office said repairs would take nine weeks, and told drivers to use the ferry.",
    "About 4,000 cars cross the old bridge each day, Tom Brandt said, and the boats have room for few.",
    "Engineers warned of the cracks two years ago, and repairs were to cost two million even then.",
]
RECIPE_HEADING = "Grandmother shares her almond cake secret"
RECIPE = "Whisk three eggs with sugar until fluffy, fold in almonds and lemon zest, then bake until golden."
PASTED = [*BRIDGE[:3], f"{RECIPE_HEADING}\n{RECIPE}", *BRIDGE[3:]]
ELECTION = [
    "Voters in the mountain province elected a schoolteacher as governor, ending the rule of one family.",
    "Turnout reached a record, and observers praised the count, although two villages missed ballots.",
    "The schoolteacher promised clinics, honest courts and a railway through the valley.",
    "Her rival conceded before midnight and thanked his family, supporters and the observers.",
]
QUOTE = (
    "“My grandmother baked wonderful almond cakes whenever somebody fell into water,” laughed a fisherman."
)


def articles(folder: Path, *texts: list[str]) -> list[Article]:
    return [read_text(folder, "\n\n".join(text), f"{number}.txt") for number, text in enumerate(texts)]


def spans(article: Article) -> list[Span]:
    return [block.span for block in article.blocks]


def offtopic(judged: tuple[Article, ...]) -> list[str]:
    return [quote for article in judged for quote in quotes(article, BlockKind.OFFTOPIC)]


def test_a_pasted_paragraph_and_its_heading_are_set_aside_with_the_share_of_words(tmp_path: Path) -> None:
    judged = set_aside_offtopic(articles(tmp_path, PASTED, TOLD_AGAIN, TOLD_A_THIRD_TIME))

    assert offtopic(judged) == [RECIPE_HEADING, RECIPE]
    block = next(block for block in judged[0].blocks if block.kind is BlockKind.OFFTOPIC)
    assert block.reason == "about something else: the other articles use 0% of its words"
    assert block.is_set_aside


def test_a_story_told_three_times_has_no_inserts(tmp_path: Path) -> None:
    assert offtopic(set_aside_offtopic(articles(tmp_path, BRIDGE, TOLD_AGAIN, TOLD_A_THIRD_TIME))) == []


def test_two_articles_are_too_few_to_judge(tmp_path: Path) -> None:
    pasted = [*BRIDGE, RECIPE]

    assert offtopic(set_aside_offtopic(articles(tmp_path, pasted, TOLD_AGAIN))) == []


def test_an_article_about_something_else_stays_whole(tmp_path: Path) -> None:
    judged = set_aside_offtopic(articles(tmp_path, BRIDGE, TOLD_AGAIN, TOLD_A_THIRD_TIME, ELECTION))

    assert offtopic(judged) == []


def test_copies_of_an_article_do_not_vouch_for_what_was_pasted_into_it(tmp_path: Path) -> None:
    judged = set_aside_offtopic(articles(tmp_path, PASTED, PASTED, TOLD_AGAIN, TOLD_A_THIRD_TIME))

    assert offtopic(judged) == [RECIPE_HEADING, RECIPE] * 2


def test_a_quote_is_never_set_aside(tmp_path: Path) -> None:
    judged = set_aside_offtopic(
        articles(tmp_path, [*BRIDGE[:3], QUOTE, *BRIDGE[3:]], TOLD_AGAIN, TOLD_A_THIRD_TIME)
    )

    assert offtopic(judged) == []


def test_nothing_but_the_kind_of_the_block_changes(tmp_path: Path) -> None:
    given = articles(tmp_path, PASTED, TOLD_AGAIN, TOLD_A_THIRD_TIME)

    judged = set_aside_offtopic(given)

    assert [article.id for article in judged] == [article.id for article in given]
    assert [[b.span for b in article.blocks] for article in judged] == [
        [b.span for b in a.blocks] for a in given
    ]


def test_no_articles_are_no_trouble() -> None:
    assert set_aside_offtopic([]) == ()


def test_the_insert_of_the_seeds_is_found_and_no_other_block(seeds: Path) -> None:
    judged = set_aside_offtopic([read_article(source) for source in find_sources([str(seeds)])])

    assert [quote.split()[0] for quote in offtopic(judged)] == ["IPhone", "Again,"]


def test_one_article_alone_gives_away_a_long_insert_under_its_own_heading(seeds: Path) -> None:
    article = read_article(find_sources([str(seeds / "001_a044712c1133c969.txt")])[0])
    (judged,) = set_aside_offtopic([article])
    aside = [block for block in judged.blocks if block.kind is BlockKind.OFFTOPIC]
    assert len(aside) == 2
    assert all("phone" in block.span.of(judged.text).lower() for block in aside)
    assert all("the rest of the article uses" in block.reason for block in aside)


def test_an_article_of_another_story_stays_and_gets_a_warning(tmp_path: Path) -> None:
    stories = articles(tmp_path, BRIDGE, TOLD_AGAIN, TOLD_A_THIRD_TIME, [*BRIDGE[1:], QUOTE], ELECTION)

    judged = set_aside_offtopic(stories)

    assert [article.warnings for article in judged] == [(), (), (), (), (STANDS_ALONE,)]
    assert judged[4].blocks == stories[4].blocks
    assert set_aside_offtopic(judged) == judged


def test_the_warning_goes_when_the_article_has_company(tmp_path: Path) -> None:
    stories = articles(
        tmp_path, BRIDGE, TOLD_AGAIN, TOLD_A_THIRD_TIME, [*BRIDGE[1:], QUOTE], ELECTION, ELECTION
    )

    assert [article.warnings for article in set_aside_offtopic(stories)] == [()] * 6


def test_articles_that_have_nothing_to_do_with_each_other_get_no_warnings(tmp_path: Path) -> None:
    fire = [
        "Flames reached the northern suburbs at dawn; hospitals evacuated patients, trains stopped running."
    ] * 3

    judged = set_aside_offtopic(articles(tmp_path, BRIDGE, ELECTION, [RECIPE], fire, [QUOTE]))

    assert [article.warnings for article in judged] == [()] * 5
