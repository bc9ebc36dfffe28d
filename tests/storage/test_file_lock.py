"""The lock of a session: one holder, given up with its process, also where the system has no flock."""

import errno
import fcntl
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.storage.flock import HeldError, lock_file

HOLD = """
import sys
from pathlib import Path
from workbench.storage.flock import lock_file
lock = lock_file(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_a_lock_has_one_holder_at_a_time(tmp_path: Path) -> None:
    lock = lock_file(tmp_path / "lock")
    with pytest.raises(HeldError):
        lock_file(tmp_path / "lock")
    lock.release()
    lock.release()
    assert not lock.is_locked
    assert lock_file(tmp_path / "lock").is_locked


def test_a_process_that_ends_gives_its_lock_up(tmp_path: Path) -> None:
    run = [sys.executable, "-c", HOLD, str(tmp_path / "lock")]
    with subprocess.Popen(run, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with pytest.raises(HeldError):
            lock_file(tmp_path / "lock")
        other.kill()
    assert lock_file(tmp_path / "lock").is_locked


def test_the_locks_file_is_private(tmp_path: Path) -> None:
    lock_file(tmp_path / "lock")
    assert (tmp_path / "lock").stat().st_mode & 0o077 == 0


def test_a_link_in_the_place_of_the_lock_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "elsewhere").touch()
    (tmp_path / "lock").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(OSError, match="symbolic links"):
        lock_file(tmp_path / "lock")


@pytest.mark.filterwarnings("ignore:flock not supported")
def test_without_flock_the_file_itself_is_the_lock(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object) -> None:
        raise OSError(errno.ENOSYS, "Function not implemented")

    monkeypatch.setattr(fcntl, "flock", missing)
    lock = lock_file(tmp_path / "lock")
    assert lock.is_locked
    with pytest.raises(HeldError):
        lock_file(tmp_path / "lock")
    lock.release()
    assert lock_file(tmp_path / "lock").is_locked
