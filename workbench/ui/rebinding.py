"""The bindings of a screen under another keymap."""

from textual.binding import Binding, BindingsMap

from workbench.ui.commands import BY_ID, COMMANDS
from workbench.ui.keymap import Keymap


def rebound(bindings: BindingsMap, keymap: Keymap) -> BindingsMap:
    """Return bindings in which the registry's commands have the keys of a keymap.

    Textual's own `set_keymap` applies the whole keymap again at every key press, cannot take a
    command off the keyboard, and drops a clashing key without a word.

    Args:
        bindings: The bindings of a screen.
        keymap: The keys of the commands.
    """
    kept = {
        key: its for key, its in bindings.key_to_bindings.items() if not any(each.id in BY_ID for each in its)
    }
    changed = BindingsMap(
        Binding(",".join(keys), command.action_string, command.title, show=False, id=command.id)
        for command in COMMANDS
        if (keys := keymap.keys[command.id])
    )
    return BindingsMap.from_keys({**kept, **changed.key_to_bindings})
