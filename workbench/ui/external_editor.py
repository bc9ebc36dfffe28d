"""A text in the user's own editor, through a private file that is removed afterwards."""

import os
import shlex
import signal
import subprocess
import tempfile
from pathlib import Path

from workbench.errors import UsageError


def edit(text: str) -> str:
    """Let the user edit a text with `$VISUAL` or `$EDITOR`; the terminal must be free.

    Args:
        text: What to begin with.

    Returns:
        The text as the editor left it.

    Raises:
        UsageError: No editor is set, or it cannot be run, or it ended with an error.
    """
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise UsageError("no editor is set", "set $EDITOR, or press e")
    with tempfile.TemporaryDirectory(prefix="workbench-") as folder:
        file = Path(folder) / "note.md"
        file.write_text(text, encoding="utf-8")
        interrupted = signal.signal(signal.SIGINT, lambda *_: None)  # ctrl+c is the editor's, not ours
        try:
            ended = subprocess.run([*shlex.split(command), str(file)], check=False)
        except (OSError, ValueError) as error:
            raise UsageError(f"{command}: {error}", "check $EDITOR") from error
        finally:
            signal.signal(signal.SIGINT, interrupted)
        if ended.returncode != 0:
            raise UsageError(f"{command} ended with exit code {ended.returncode}", "the note is as it was")
        try:
            return file.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(
                f"{command}: the note cannot be read: {error}", "the note is as it was"
            ) from error
