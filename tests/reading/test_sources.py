"""What a user names becomes a list of articles, or one line that says what is wrong."""

import os
from pathlib import Path

import pytest

from workbench.errors import SourceError
from workbench.reading.articles import read_article
from workbench.reading.sources import Source, find_sources

SENTENCE = "The ferry ran aground near the old harbour on Monday evening.\n"


def write(folder: Path, *names: str, text: str = SENTENCE) -> None:
    for name in names:
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def ids(*sources: object) -> list[str]:
    return [source.article_id for source in find_sources([str(source) for source in sources])]


def message(source: object) -> str:
    with pytest.raises(SourceError) as caught:
        for found in find_sources([str(source)]):
            read_article(found)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_a_folder_stands_for_its_text_and_markdown_files_by_name(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.md", "c.markdown", "d.text", "picture.png", "notes.rst")

    assert ids(tmp_path) == ["a.md", "b.txt", "c.markdown", "d.text"]


def test_a_folder_is_searched_to_the_bottom_without_hidden_files(tmp_path: Path) -> None:
    write(tmp_path, "x/deep/one.txt", "x/.hidden.txt", ".git/two.txt", "zero.TXT")

    assert ids(tmp_path) == ["one.txt", "zero.TXT"]


def test_sources_keep_the_order_in_which_they_were_named(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "a.txt")

    assert ids(tmp_path / "b.txt", tmp_path / "a.txt") == ["b.txt", "a.txt"]


def test_files_of_one_name_are_told_apart_by_the_shortest_path_that_differs(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt", "b/x.txt", "b/y.txt")

    assert ids(tmp_path) == ["a/x.txt", "b/x.txt", "y.txt"]


def test_as_many_folders_are_named_as_it_takes(tmp_path: Path) -> None:
    write(tmp_path, "a/same/x.txt", "b/same/x.txt", "c/x.txt")

    assert ids(tmp_path) == ["a/same/x.txt", "b/same/x.txt", "c/x.txt"]


def test_a_file_that_is_named_twice_comes_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a/x.txt")
    monkeypatch.chdir(tmp_path)

    assert ids("a/x.txt", "./a/x.txt", tmp_path / "a" / "x.txt", "a") == ["x.txt"]


def test_a_link_to_a_file_and_the_file_are_one_article(tmp_path: Path) -> None:
    write(tmp_path, "x.txt")
    (tmp_path / "y.txt").symlink_to(tmp_path / "x.txt")

    assert ids(tmp_path / "y.txt", tmp_path / "x.txt") == ["x.txt"]


def test_links_to_folders_do_not_lead_in_circles(tmp_path: Path) -> None:
    write(tmp_path, "x.txt")
    (tmp_path / "loop").symlink_to(tmp_path, target_is_directory=True)

    assert ids(tmp_path) == ["x.txt"]


def test_the_name_of_a_source_is_as_the_user_gave_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "desk/x.txt", "y.txt")
    monkeypatch.chdir(tmp_path)

    found = find_sources(["./desk", "y.txt"])

    assert [source.name for source in found] == ["./desk/x.txt", "y.txt"]
    assert [source.is_named for source in found] == [False, True]


def test_a_hyphen_is_standard_input_and_comes_once() -> None:
    assert [(source.path, source.name) for source in find_sources(["-", "-"])] == [(None, "-")]


def test_standard_input_is_read_as_plain_text(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    write(tmp_path, "input")
    with (tmp_path / "input").open(encoding="utf-8") as stream:
        monkeypatch.setattr("sys.stdin", stream)
        article = read_article(find_sources(["-"])[0])

    assert article.text == SENTENCE
    assert article.source == "-"


def test_a_text_of_an_unknown_kind_is_read_when_it_is_named_itself(tmp_path: Path) -> None:
    write(tmp_path, "story.log", "STORY")

    assert ids(tmp_path / "story.log", tmp_path / "STORY") == ["story.log", "STORY"]


def test_ids_are_printable_whatever_a_file_is_called(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/bad\xff\x1b[31m\n.txt"
    Path(os.fsdecode(name)).write_text(SENTENCE, encoding="utf-8")

    (found,) = find_sources([os.fsdecode(name)])

    assert found.article_id == "bad��[31m�.txt"
    found.article_id.encode("utf-8")
    assert read_article(found).text == SENTENCE


def test_a_pipe_is_listed_without_being_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # opening it would wait for ever

    assert ids(tmp_path / "pipe") == ["pipe"]


def test_what_another_command_prints_can_be_a_source(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, SENTENCE.encode())
    os.close(writing)

    (found,) = find_sources([f"/dev/fd/{reading}"])

    assert read_article(found).text == SENTENCE
    os.close(reading)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert message(tmp_path / "gone.txt") == f"{tmp_path}/gone.txt: no such file or folder"


def test_a_path_through_a_file_is_missing(tmp_path: Path) -> None:
    write(tmp_path, "x.txt")

    assert message(tmp_path / "x.txt" / "y.txt").endswith("y.txt: no such file or folder")


def test_a_path_that_no_file_can_have_is_one_line() -> None:
    assert "cannot be read" in message("a\0b\n.txt")


def test_a_folder_without_articles_is_named(tmp_path: Path) -> None:
    write(tmp_path, "picture.png", ".hidden.txt")

    assert message(tmp_path).startswith(f"{tmp_path}: no articles in this folder")


@pytest.mark.parametrize(
    "address", ["https://example.org/a", "HTTP://example.org", "ftp://example.org/x.txt"]
)
def test_a_web_address_says_that_it_comes_later(address: str) -> None:
    assert message(address).startswith(f"{address}: web addresses cannot be read yet")


@pytest.mark.parametrize(("name", "kind"), [("a.html", "HTML"), ("a.PDF", "PDF"), ("a.docx", "Word")])
def test_a_format_that_comes_later_says_so(tmp_path: Path, name: str, kind: str) -> None:
    write(tmp_path, name)

    assert message(tmp_path / name).startswith(f"{tmp_path}/{name}: {kind} files cannot be read yet")


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"", "is empty"),
        (b" \n\t\r\n ", "holds only white space"),
        (b"\xef\xbb\xbf\n", "holds only white space"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "is an image, not text"),
        (b"PK\x03\x04rest", "is a zip archive or an office document, not text"),
        (b"%PDF-1.7 text", "is a PDF file, not text"),
        (bytes(range(256)) * 20, "is binary, not text"),
        (b"\x01\x02\x03\x04 abc", "is binary, not text"),
    ],
)
def test_what_is_no_text_is_named_with_its_fault(tmp_path: Path, data: bytes, fault: str) -> None:
    file = tmp_path / "x.txt"
    file.write_bytes(data)

    assert message(file) == f"{file}: {fault}"


def test_a_file_that_went_away_after_it_was_found_is_named(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match=r"x\.txt: cannot be read: no such file"):
        read_article(Source("x.txt", "x.txt", tmp_path / "x.txt"))
