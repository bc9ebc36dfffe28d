"""Settings: from config.toml, the environment and the command line; a bad one is named with its place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from workbench.errors import ConfigError

if TYPE_CHECKING:
    from workbench.toml_file import TomlFile

CONFIG_NAME: Final = "config.toml"
VARIABLE_PREFIX: Final = "WORKBENCH_"
DEFAULT: Final = "default"
"""Where a setting comes from that nobody has set."""
REMEMBERED: Final = "chosen in the palette"
"""Where a theme comes from that was chosen on the screen."""

NO_THEME: Final = "none"
"""The theme without any colour, which NO_COLOR asks for too."""
THEMES: Final = ("dark", "light", "terminal", NO_THEME)
"""The program's own themes; `terminal` uses the colours that the terminal is set to."""
MORE_THEMES: Final = (
    *("ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light", "catppuccin-frappe", "catppuccin-latte"),
    *("catppuccin-macchiato", "catppuccin-mocha", "dracula", "flexoki", "gruvbox", "monokai", "nord"),
    *("rose-pine", "rose-pine-dawn", "rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark"),
    *("textual-light", "tokyo-night"),
)
"""Themes that Textual brings, named here so that checking a setting need not import it."""
KEY_PROFILES: Final = ("default", "vim", "prodigy", "rayyan")

_OWN_KEYS: Final = "keys"
_YES: Final = ("1", "true", "yes", "on")
_NO: Final = ("0", "false", "no", "off")


@dataclass(frozen=True, slots=True)
class OwnKey:
    """The keys that a user gives one command."""

    command: str
    """The command's id: `verdict.confirm`."""
    keys: tuple[str, ...]
    """The keys as the user writes them; none take the command off the keyboard."""
    place: str
    """Where it is said: `file:line`."""


@dataclass(frozen=True, slots=True)
class Settings:
    """What a user can set. A field is a key of config.toml, of the same type and with the same default.

    The `about` of a field says what it does, and `workbench config` prints it; `choices` are the
    words that it takes, `more` those that it takes without naming them.
    """

    theme: str = field(
        default="dark",
        metadata={
            "about": "Colours. Also the name of any theme in the palette's list; NO_COLOR means none.",
            "choices": THEMES,
            "more": MORE_THEMES,
        },
    )
    ascii: bool = field(
        default=False,
        metadata={"about": "Draw with ASCII signs even where the terminal shows Unicode: + x ? ."},
    )
    advance: bool = field(
        default=True,
        metadata={"about": "Go to the next unreviewed claim after a decision; if not, every key stays."},
    )
    strict: bool = field(
        default=False,
        metadata={
            "about": "Ask for a reason, which the report tells, before a verdict with little behind it: "
            "confirmed by fewer than two lineages and no primary source, or disputed without conflict or "
            "evidence."
        },
    )
    reviewer: str = field(
        default="", metadata={"about": "Who decides: the name in reports. Empty for your login name."}
    )
    key_profile: str = field(
        default="default",
        metadata={
            "about": "Which keys run the commands; [keys] changes single ones.",
            "choices": KEY_PROFILES,
        },
    )
    own_keys: tuple[OwnKey, ...] = ()
    """The table `[keys]`: commands that get other keys than the profile's."""


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings that hold, and how they came about."""

    file: Path
    """config.toml, whether it exists or not."""
    settings: Settings
    """What holds; a bad value has left its default."""
    origins: Mapping[str, str]
    """Where each setting comes from: `default`, `file:line`, `WORKBENCH_THEME`, `--theme`."""
    faults: tuple[str, ...]
    """What is wrong, a line each, with its place."""


def setting_names() -> list[str]:
    """Return the names of all settings but the own keys, in the order of their fields."""
    return [each.name for each in fields(Settings) if each.metadata]


def configure(
    folder: Path,
    *,
    options: Mapping[str, object] | None = None,
    environment: Mapping[str, str] | None = None,
    remembered_theme: str = "",
) -> Configuration:
    """Find out which settings hold: an option wins over the environment, that over the file.

    Args:
        folder: The folder that may hold config.toml.
        options: Settings that the command line names; None and empty ones count as not named.
        environment: The variables of the process: `WORKBENCH_THEME` and its like, and NO_COLOR.
        remembered_theme: The theme that was chosen on the screen; it holds where nothing else names one.

    Returns:
        The settings. Every fault that was found is among the faults, none stops the others.
    """
    path = folder / CONFIG_NAME
    configuring = _Configuring()
    if remembered_theme in THEMES + MORE_THEMES:
        configuring.take("theme", remembered_theme, REMEMBERED)
    if not _is_absent(path):
        configuring.read(path)
    configuring.take_environment(environment or {})
    for name, value in (options or {}).items():
        if value not in (None, "", False):
            configuring.take(name, value, f"--{name}")
    origins = {name: configuring.origins.get(name, DEFAULT) for name in setting_names()}
    return Configuration(path, configuring.settings, origins, tuple(configuring.faults))


def _is_absent(path: Path) -> bool:
    """Tell whether there is no file, which is not the same as one that cannot be reached."""
    try:
        path.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


class _Configuring:
    """Settings on their way: what comes later wins."""

    def __init__(self) -> None:
        self.settings = Settings()
        self.origins: dict[str, str] = {}
        self.faults: list[str] = []

    def take(self, name: str, value: object, place: str) -> None:
        """Take one setting, or note what is wrong with it."""
        complaint = _complaint(name, value)
        if complaint:
            self.faults.append(f"{place}: {complaint}")
            return
        self.settings = replace(self.settings, **{name: value})  # type: ignore[arg-type]  # just checked
        self.origins[name] = place

    def read(self, path: Path) -> None:
        """Take all that a file says."""
        from workbench.toml_file import read_toml  # deferred: 3 ms that most starts save

        try:
            self.take_file(read_toml(path))
        except ConfigError as error:
            self.faults.append(str(error))

    def take_file(self, file: "TomlFile") -> None:
        """Take all that config.toml says."""
        known = setting_names()
        for name, value in file.values.items():
            if name == _OWN_KEYS:
                self._take_keys(file, value)
            elif name in known:
                self.take(name, value, file.place(name))
            else:
                names = ", ".join([*known, f"[{_OWN_KEYS}]"])
                self.faults.append(f"{file.place(name)}: unknown setting {name!r} (known: {names})")

    def take_environment(self, environment: Mapping[str, str]) -> None:
        """Take what the variables of the process say."""
        for name in setting_names():
            variable = f"{VARIABLE_PREFIX}{name.upper()}"
            text = environment.get(variable, "")
            if text:
                self.take(name, _from_text(name, text), variable)
        if environment.get("NO_COLOR"):
            self.take("theme", NO_THEME, "NO_COLOR")

    def _take_keys(self, file: "TomlFile", value: object) -> None:
        if not isinstance(value, Mapping):
            self.faults.append(f"{file.place(_OWN_KEYS)}: {_OWN_KEYS!r} must be a table: [{_OWN_KEYS}]")
            return
        own = []
        for path, keys in _leaves(value):
            place = file.place(_OWN_KEYS, *path)
            chosen = [keys] if isinstance(keys, str) else keys
            if isinstance(chosen, list) and all(isinstance(key, str) and key for key in chosen):
                own.append(OwnKey(".".join(path), tuple(chosen), place))
            else:
                self.faults.append(f"{place}: {'.'.join(path)!r} must be a key or a list of keys")
        self.settings = replace(self.settings, own_keys=tuple(own))


def _leaves(table: Mapping[str, object]) -> Iterator[tuple[tuple[str, ...], object]]:
    """Yield path and value of each entry: `verdict.confirm` may be written with and without quotes."""
    for name, value in table.items():
        if isinstance(value, Mapping):
            yield from (((name, *path), leaf) for path, leaf in _leaves(value))
        else:
            yield (name,), value


def _from_text(name: str, text: str) -> object:
    """Return the value that a variable's text stands for; the text itself where it stands for none."""
    if isinstance(getattr(Settings(), name), bool):
        lowered = text.strip().lower()
        return True if lowered in _YES else False if lowered in _NO else text
    return text


def _complaint(name: str, value: object) -> str:
    """Say what is wrong with a value; empty where it is right."""
    metadata = Settings.__dataclass_fields__[name].metadata
    default = getattr(Settings(), name)
    if type(value) is not type(default):
        wanted = "true or false" if isinstance(default, bool) else "a text in quotes"
        return f"{name!r} must be {wanted}, not {value!r}"
    choices = metadata.get("choices")
    if choices and value not in choices and value not in metadata.get("more", ()):
        return f"{name!r} cannot be {value!r} (known: {', '.join(choices)})"
    return ""
