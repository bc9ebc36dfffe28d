"""Runs the program in a terminal of its own and reads what it sends, byte for byte."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b[PX^_\]].*?(?:\x1b\\|\x07)|\x1b[ -/]*[0-~]", re.DOTALL)

_PATIENCE = 30
"""Seconds after which something is taken to be never shown."""


class Terminal:
    """The program in a pseudo-terminal."""

    def __init__(
        self,
        home: Path,
        arguments: Sequence[str] = (),
        size: tuple[int, int] = (80, 24),
        **environment: str,
    ) -> None:
        self.raw = b""
        self._primary, secondary = pty.openpty()
        fcntl.ioctl(secondary, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
        fixed = {"WORKBENCH_HOME": str(home), "TERM": "xterm-256color"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "workbench", *arguments],
            stdin=secondary,
            stdout=secondary,
            stderr=secondary,
            env=os.environ | fixed | environment,
            start_new_session=True,
        )
        os.close(secondary)

    @property
    def text(self) -> str:
        """All that was shown so far, without the escape sequences."""
        return _ESCAPES.sub(b"", self.raw).decode("utf-8", "replace")

    def wait_for(self, pattern: str) -> None:
        """Read until the text has the pattern."""
        self.wait_until(lambda: re.search(pattern, self.text) is not None, repr(pattern))

    def wait_until(self, is_shown: Callable[[], bool], wanted: str) -> None:
        """Read until something is shown."""
        deadline = time.monotonic() + _PATIENCE
        while not is_shown():
            left = deadline - time.monotonic()
            assert left > 0 and self.read(left), f"{wanted} was never shown:\n{self.text[-2000:]}"

    def read(self, seconds: float) -> bool:
        """Read what there is, waiting for it at most so long; tell whether there was something."""
        if not select.select([self._primary], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._primary, 65536)
        except OSError:
            return False
        self.raw += data
        return bool(data)

    def press(self, keys: str) -> None:
        os.write(self._primary, keys.encode())

    def exit_code(self) -> int:
        """Read to the end, since a program whose terminal nobody reads cannot end, and return its code."""
        deadline = time.monotonic() + _PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            self.read(0.1)
        while self.read(0.1):
            pass
        return self.process.wait(timeout=1)

    def kill(self) -> None:
        """End it as the kernel does when memory runs out: at once, without a chance to clean up."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        while self.read(0):
            pass

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        os.close(self._primary)
