"""A user's table adds to the shipped one, and a broken one is named with its line."""

from pathlib import Path

import pytest

from workbench.errors import ConfigError
from workbench.tables import read_table

SHIPPED = """\
# Words about fruit.
words = ["apple", "pear"]
verbs = [
  "peel",
]

[colours]
apple = "red"

[weights]
apple = 0.2

[months]
may = 5

[ranges]
few = [3, 9]

[nothing]
"""


class Folders:
    """A shipped table, and the folder of a user."""

    def __init__(self, root: Path) -> None:
        self.shipped = root / "shipped"
        self.own = root / "own"
        self.shipped.mkdir()
        self.own.mkdir()
        (self.shipped / "fruit.toml").write_text(SHIPPED, encoding="utf-8")

    @property
    def file(self) -> Path:
        return self.own / "fruit.toml"

    def read(self) -> dict[str, list[str] | dict[str, object]]:
        return read_table(self.shipped, "fruit", self.own)

    def read_with(self, text: str) -> dict[str, list[str] | dict[str, object]]:
        self.file.write_text(text, encoding="utf-8")
        return self.read()


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    return Folders(tmp_path)


def error_with(folders: Folders, text: str) -> str:
    with pytest.raises(ConfigError) as raised:
        folders.read_with(text)
    return str(raised.value)


def test_a_table_is_read_as_lists_and_mappings(folders: Folders) -> None:
    table = read_table(folders.shipped, "fruit")

    assert table["words"] == ["apple", "pear"]
    assert table["weights"] == {"apple": 0.2}


def test_without_a_file_of_the_user_the_shipped_table_stands(folders: Folders) -> None:
    assert folders.read() == read_table(folders.shipped, "fruit")
    assert read_table(folders.shipped, "fruit", folders.own / "missing") == folders.read()


def test_an_empty_file_of_the_user_changes_nothing(folders: Folders) -> None:
    assert folders.read_with("# nothing yet\n") == read_table(folders.shipped, "fruit")


def test_words_of_the_user_are_added_once_and_after_the_shipped_ones(folders: Folders) -> None:
    table = folders.read_with('words = ["plum", "apple", "plum", "fig"]')

    assert table["words"] == ["apple", "pear", "plum", "fig"]
    assert table["verbs"] == ["peel"]


def test_entries_of_the_user_are_added_and_replace_those_that_are_there(folders: Folders) -> None:
    table = folders.read_with('[colours]\napple = "green"\nplum = "blue"')

    assert table["colours"] == {"apple": "green", "plum": "blue"}


@pytest.mark.parametrize(
    ("text", "key", "entry", "value"),
    [
        ("weights.fig = 1", "weights", "fig", 1),
        ("months = { mai = 5 }", "months", "mai", 5),
        ("[ranges]\ndozens = [24, 99]", "ranges", "dozens", [24, 99]),
        ('[nothing]\nanything = "goes"', "nothing", "anything", "goes"),
        ('[colours]\n"red plum" = "[sic]"', "colours", "red plum", "[sic]"),
    ],
)
def test_a_value_of_the_same_shape_is_taken(
    folders: Folders, text: str, key: str, entry: str, value: object
) -> None:
    mapping = folders.read_with(text)[key]

    assert isinstance(mapping, dict)
    assert mapping[entry] == value


def test_a_byte_order_mark_and_windows_line_ends_are_read(folders: Folders) -> None:
    folders.file.write_bytes(b'\xef\xbb\xbfwords = ["plum"]\r\n[colours]\r\nplum = "blue"\r\n')

    assert folders.read()["words"] == ["apple", "pear", "plum"]


def test_reading_twice_gives_tables_of_their_own(folders: Folders) -> None:
    first = folders.read_with('words = ["plum"]')
    first["words"] = []

    assert folders.read()["words"] == ["apple", "pear", "plum"]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("words = [\n", 1),
        ('\nwords = ["plum"]\nverbs oops\n', 3),
        ('words = ["plum"]\nwords = ["fig"]\n', 2),
        ('\n\n\nwords = ["plum\n', 4),
        ("[colours\n", 1),
    ],
)
def test_a_file_that_is_no_toml_is_named_with_its_line(folders: Folders, text: str, line: int) -> None:
    message = error_with(folders, text)

    assert message.startswith(f"{folders.file}:{line}: ")
    assert "\n" not in message


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        (
            '# mine\nword = ["plum"]',
            2,
            "unknown key 'word' (known: colours, months, nothing, ranges, verbs, weights, words)",
        ),
        ("\n[colors]\nplum = 1", 2, "unknown key 'colors'"),
        ('words = "plum"', 1, "'words' must be a list of words"),
        ("[words]\nplum = 1", 1, "'words' must be a list of words"),
        ('verbs = ["cut"]\nwords = ["plum", 5]', 2, "'words' holds 5, which is no word"),
        ('words = ["plum", " "]', 1, "'words' holds ' ', which is no word"),
        ('\ncolours = ["blue"]', 2, "'colours' must be a table"),
        ('[months]\nmai = 5\njune = "six"', 3, "'june' must be like 5"),
        ("[months]\nmai = 5.5", 2, "'mai' must be like 5"),
        ("[months]\nmai = true", 2, "'mai' must be like 5"),
        ("[weights]\nfig = nan", 2, "'fig' must be like 0.2"),
        ("[weights]\nfig = -inf", 2, "'fig' must be like 0.2"),
        ("[colours]\nplum = 7", 2, "'plum' must be like 'red'"),
        ("[ranges]\n\nmany = [1]", 3, "'many' must be like [3, 9]"),
        ('[ranges]\nmany = [1, "x"]', 2, "'many' must be like [3, 9]"),
        ('[colours]\n"" = "blue"', 2, "'colours' holds '', which is no word"),
    ],
)
def test_a_key_or_value_that_does_not_fit_is_named_with_its_line(
    folders: Folders, text: str, line: int, complaint: str
) -> None:
    assert error_with(folders, text).startswith(f"{folders.file}:{line}: {complaint}")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('[months]\nmaying = 5\nmay = "x"', 3),
        ('# may = 1\n[months]\nmay = "x"', 3),
        ('[colours]\nmay = "x"\n[months]\nmay = "x"', 4),
        ('words = [\n  "may",\n]\n[months]\n"may" = "x"', 5),
        ('months.june = 6\nmonths.may = "x"', 2),
        ('\nmonths = { june = 6, may = "x" }', 2),
    ],
)
def test_the_line_is_that_of_the_entry_itself(folders: Folders, text: str, line: int) -> None:
    assert error_with(folders, text).startswith(f"{folders.file}:{line}: 'may' must be like 5")


def test_a_file_that_is_not_utf_8_is_named_with_its_line(folders: Folders) -> None:
    folders.file.write_bytes('words = [\n  "plum",\n  "açaí",\n]\n'.encode("latin-1"))

    with pytest.raises(ConfigError) as raised:
        folders.read()

    assert str(raised.value) == f"{folders.file}:3: not UTF-8 (save the file as UTF-8)"


def test_a_shipped_table_that_is_missing_is_named(folders: Folders) -> None:
    with pytest.raises(ConfigError, match=r"nuts\.toml: cannot be read: No such file"):
        read_table(folders.shipped, "nuts", folders.own)
