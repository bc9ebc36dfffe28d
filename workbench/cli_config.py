"""The settings as the command line needs them: put together for a start, or printed to be read and kept."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass, fields

from workbench.config import DEFAULT, Configuration, Settings, configure
from workbench.errors import ConfigError
from workbench.model.display import displayable
from workbench.paths import Paths
from workbench.remembered import Remembered
from workbench.ui.commands import COMMANDS
from workbench.ui.key_names import shown_name
from workbench.ui.keymap import keymap_of
from workbench.ui.setup import Setup


@dataclass(frozen=True, slots=True)
class Chosen:
    """What a user has chosen, and what is wrong with it."""

    configuration: Configuration
    """The settings."""
    setup: Setup
    """The screen that follows from them."""
    faults: tuple[str, ...]
    """What is wrong with settings and keys, a line each."""

    def refuse_faults(self) -> None:
        """Do nothing where all is right.

        Raises:
            ConfigError: Something is wrong: a review with other keys than expected would mark claims wrongly.
        """
        if self.faults:
            more = len(self.faults) - 1
            hint = f"workbench config names {more} more" if more else ""
            raise ConfigError(self.faults[0], hint)


def choose(paths: Paths, options: Mapping[str, object]) -> Chosen:
    """Put the settings of a start together.

    Args:
        paths: Where config.toml and what the screen remembers lie.
        options: Settings that the command line names.
    """
    remembered = Remembered(paths.data)
    configuration = configure(
        paths.config, options=options, environment=os.environ, remembered_theme=remembered.theme
    )
    settings = configuration.settings
    checked = keymap_of(settings.key_profile, settings.own_keys)
    setup = Setup(
        settings,
        checked.keymap,
        remembered,
        configuration.origins["theme"],
        remembered.wants_tour(paths.sessions),
    )
    return Chosen(configuration, setup, configuration.faults + checked.faults)


def print_settings(chosen: Chosen) -> None:
    """Print every setting as config.toml would say it, with its default and where it comes from.

    The output is a config.toml that leads to the same settings. Faults go to stderr.
    """
    configuration = chosen.configuration
    there = "" if configuration.file.exists() else " (does not exist; this may be saved there)"
    print(f"# {displayable(str(configuration.file))}{there}")
    for each in fields(Settings):
        if each.metadata:
            choices = ", ".join(each.metadata.get("choices", ()))
            value = _toml(getattr(configuration.settings, each.name))
            origin = displayable(configuration.origins[each.name])
            default = "" if origin == DEFAULT else f"; default {_toml(each.default)}"
            print(f"\n# {each.metadata['about']}{f' One of: {choices}.' if choices else ''}")
            print(f"{each.name} = {value}  # {origin}{default}")
    _print_keys(chosen)
    for fault in chosen.faults:
        print(f"workbench: {displayable(fault)}", file=sys.stderr)


def _print_keys(chosen: Chosen) -> None:
    own = {entry.command: entry for entry in chosen.configuration.settings.own_keys}
    profile = chosen.configuration.settings.key_profile
    print('\n# Keys that differ from those of the profile: "command" = "key", or ["key", "key"], or [].')
    print("[keys]")
    for command in COMMANDS:
        keys = _toml([shown_name(key) for key in chosen.setup.keymap.keys[command.id]])
        if command.id in own:
            usual = _toml([shown_name(key) for key in keymap_of(profile).keymap.keys[command.id]])
            print(f'"{command.id}" = {keys}  # {displayable(own[command.id].place)}; {profile} {usual}')
        else:
            print(f'# "{command.id}" = {keys}  # {command.title}')


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, list):
        return f"[{', '.join(map(_toml, value))}]"
    escaped = str(value).replace("\\", "\\\\").replace('"', '\\"')
    shown = "".join(c if displayable(c) == c else f"\\U{ord(c):08x}" for c in escaped)
    return f'"{shown}"'
