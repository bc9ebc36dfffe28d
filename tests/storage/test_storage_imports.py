"""Opening a session to read loads nothing that only writing needs."""

import subprocess
import sys
from pathlib import Path

from tests.builders import the_ferry_session
from workbench.storage.library import Library


def test_reading_a_session_loads_neither_filelock_nor_asyncio(tmp_path: Path) -> None:
    Library(tmp_path).create(the_ferry_session()).close()
    program = """
import sys
from pathlib import Path
from workbench.storage.library import Library
with Library(Path(sys.argv[1])).open("ferry", readonly=True) as store:
    assert store.load().session.progress.total == 3
print(sorted({"filelock", "asyncio", "logging", "textual", "json"} & set(sys.modules)))
"""
    run = [sys.executable, "-c", program, str(tmp_path)]
    said = subprocess.run(run, capture_output=True, text=True, check=True).stdout
    assert said.strip() in ("['json']", "[]")
