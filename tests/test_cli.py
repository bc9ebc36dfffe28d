import contextlib
import io
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.cli import main
from workbench.model.decision import Verdict
from workbench.paths import find_paths
from workbench.resources import seeds_folder
from workbench.review.opening import Sessions

SEEDS = str(seeds_folder())


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKBENCH_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def reviewed(home: Path) -> str:
    """A session of the seeds with one verdict."""
    review = Sessions(find_paths(str(home))).begin([SEEDS], "Ana", "desk").review
    review.mark(review.view.claim, Verdict.DISPUTED)
    review.close()
    return "desk"


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run the program as its user does."""
    return subprocess.run(
        [sys.executable, "-m", "workbench", *arguments],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        env=os.environ | environment,
        timeout=60,
        check=False,
    )


def test_claims_as_jsonl_quote_the_files_exactly(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["claims", SEEDS, "--format", "jsonl"]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert len(claims) > 60
    wanted = {
        "id",
        "article",
        "start",
        "end",
        "text",
        "kind",
        "types",
        "score",
        "reasons",
        "speaker",
        "quantities",
    }
    for claim in claims:
        assert wanted <= set(claim)
        text = (seeds_folder() / claim["article"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]
        assert 0 <= claim["score"] <= 1


def test_nothing_set_aside_in_the_seeds_is_a_claim(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["claims", SEEDS, "--format", "jsonl"])
    texts = "\n".join(json.loads(line)["text"] for line in capsys.readouterr().out.splitlines())
    for junk in (
        "Discuss This Article",
        "Like this",
        "Recommended News",
        "Samsung",
        "reprinted",
        "US forces Deir Ezzor",
    ):
        assert junk not in texts


def test_claims_of_standard_input(home: Path) -> None:
    done = run("claims", "-", "--format", "jsonl", stdin="The mayor said 3 people died on Monday.\n")
    assert done.returncode == 0
    assert json.loads(done.stdout)["text"] == "The mayor said 3 people died on Monday."


def test_the_command_line_never_loads_textual(home: Path, reviewed: str) -> None:
    for arguments in (
        ["claims", SEEDS],
        ["sessions"],
        ["export", reviewed],
        ["verify", reviewed],
        ["config"],
        ["paths"],
    ):
        code = (
            "import sys; from workbench.cli import main; "
            f"code = main({arguments!r}); "
            "loaded = [name for name in sys.modules if name.split('.')[0] == 'textual']; "
            "sys.exit(9 if loaded else code)"
        )
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60, check=False)
        assert done.returncode == 0, (arguments, done.stderr)


def test_sessions_are_listed_with_progress(
    home: Path, reviewed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["sessions", "--json"]) == 0
    (session,) = json.loads(capsys.readouterr().out)
    assert (session["name"], session["articles"], session["decided"], session["disputed"]) == (
        "desk",
        5,
        1,
        1,
    )
    assert session["claims"] > 60
    assert main(["sessions"]) == 0
    assert "desk" in capsys.readouterr().out


def test_the_report_goes_to_stdout_or_whole_into_a_file(
    home: Path, reviewed: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", reviewed]) == 0
    printed = capsys.readouterr().out
    target = tmp_path / "report.md"
    target.write_text("an older report")
    assert main(["export", reviewed, "--output", str(target)]) == 0
    assert target.read_text(encoding="utf-8") == printed
    assert "disputed" in printed
    assert not [file for file in tmp_path.iterdir() if file.name.startswith(".report")]


def test_the_jsonl_report_has_every_claim_with_its_decision(
    home: Path, reviewed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", reviewed, "--format", "jsonl"]) == 0
    claims = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [claim["verdict"] for claim in claims].count("disputed") == 1
    for claim in claims:
        text = (seeds_folder() / claim["article"]).read_text(encoding="utf-8")
        assert text[claim["start"] : claim["end"]] == claim["text"]


def test_verify_says_that_all_is_right(home: Path, reviewed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", reviewed]) == 0
    assert "right" in capsys.readouterr().out


def test_verify_answers_no_when_a_session_was_tampered_with(
    home: Path, reviewed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for file in (home / "sessions" / reviewed).glob("session.json*"):
        data = file.read_bytes()
        if b"At least 100 militants" in data:
            file.write_bytes(data.replace(b"At least 100 militants", b"At least 900 militants"))
    assert main(["verify", reviewed]) == 1
    assert "error" in capsys.readouterr().out


def test_home_is_taken_before_and_after_the_command(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--home", str(tmp_path / "one"), "paths"]) == 0
    assert str(tmp_path / "one") in capsys.readouterr().out
    assert main(["paths", "--home", str(tmp_path / "two")]) == 0
    assert str(tmp_path / "two") in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "content", "fault"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "white space"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, ""),
        ("page.html", b"<p>hello</p>", "HTML"),
    ],
)
@pytest.mark.parametrize("command", ["claims", "review"])
def test_bad_sources_get_one_line_that_names_them(
    home: Path, tmp_path: Path, name: str, content: bytes, fault: str, command: str
) -> None:
    file = tmp_path / name
    file.write_bytes(content)
    done = run(command, str(file), WORKBENCH_HOME=str(home))
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    if command == "claims":
        assert name in done.stderr and fault in done.stderr
    assert not (home / "sessions").exists()


@pytest.mark.parametrize(
    "arguments", [["claims", "nowhere.txt"], ["export", "nothing"], ["verify", "nothing"]]
)
def test_what_does_not_exist_is_named_in_one_line(home: Path, arguments: list[str]) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert arguments[-1] in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_without_articles_is_named(home: Path, tmp_path: Path) -> None:
    folder = tmp_path / "bare"
    folder.mkdir()
    done = run("claims", str(folder))
    assert done.returncode == 2
    assert "bare" in done.stderr


def test_a_bad_file_in_a_folder_is_named_and_the_others_are_read(home: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor said 3 people died on Monday.\n")
    (tmp_path / "b.txt").write_bytes(b"")
    done = run("claims", str(tmp_path))
    assert "3 people died" in done.stdout
    assert "b.txt" in done.stderr
    assert done.returncode == 2


def test_the_screen_without_a_terminal_is_refused_in_one_line(home: Path) -> None:
    done = run("review", SEEDS)
    assert done.returncode == 2
    assert "needs a terminal" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_an_unwritable_target_leaves_what_was_there(home: Path, reviewed: str, tmp_path: Path) -> None:
    done = run("export", reviewed, "--output", str(tmp_path / "no" / "such" / "folder.md"))
    assert done.returncode == 2
    assert "folder.md" in done.stderr
    assert run("export", reviewed, "--output", str(tmp_path)).returncode == 2


def test_a_reader_that_goes_away_is_no_crash(home: Path) -> None:
    code = f"{sys.executable} -m workbench claims {SEEDS} | head -n 1"
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert done.stdout.count("\n") == 1
    assert done.stderr == ""


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--help"])
    assert ended.value.code == 0
    shown = capsys.readouterr().out
    for command in ("review", "sessions", "claims", "compare", "export", "verify", "config", "paths"):
        assert command in shown


@pytest.mark.parametrize("arguments", [["bogus"], ["claims"], ["export"], ["claims", "--jobs", "-3", SEEDS]])
def test_bad_usage_gets_one_line(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_all_cores_find_the_same_claims_in_the_same_order(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["claims", SEEDS, "--format", "jsonl"])
    alone = capsys.readouterr().out
    together = run("claims", SEEDS, "--format", "jsonl", "--jobs", "2")
    assert together.stdout == alone


def test_a_broken_table_of_the_user_is_named_with_its_line(home: Path) -> None:
    tables = home / "config" / "tables"
    tables.mkdir(parents=True)
    (tables / "boilerplate.toml").write_text("# mine\n\nphrases = [\n")
    done = run("claims", SEEDS)
    assert done.returncode == 2
    assert "boilerplate.toml:" in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_the_readme_names_every_command_and_option() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    for name, options in commands_and_options().items():
        assert f"workbench {name}" in readme
        missing = [option for option in options if option not in readme]
        assert not missing, f"{name}: {missing}"


def test_the_readme_shows_no_option_that_does_not_exist() -> None:
    readme = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    shown = readme[readme.index("## Command line") : readme.index("## Where files are")]
    known = {option for options in commands_and_options().values() for option in options}
    assert set(re.findall(r"--[a-z-]+", shown)) <= known


def commands_and_options() -> dict[str, list[str]]:
    """The long options of each command, as its help prints them."""
    found = {}
    for name in re.findall(r"^    (\w+) ", help_of(), re.MULTILINE):
        actions = help_of(name).partition("  ACTION\n")[2]
        helps = [
            help_of(name),
            *(help_of(name, each) for each in re.findall(r"^    (\w+)", actions, re.MULTILINE)),
        ]
        found[name] = sorted(set(re.findall(r"(?<!\w)--[a-z][a-z-]+", "\n".join(helps))) - {"--help"})
    return found


def help_of(*command: str) -> str:
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown), pytest.raises(SystemExit):
        main([*command, "--help"])
    return shown.getvalue()
