"""Whether a folder lies on a network file system, where a lock may keep nobody out."""

import re
from pathlib import Path

_MOUNTS = Path("/proc/self/mountinfo")
"""Linux only: elsewhere nothing short of another program tells it, and nothing is said."""
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "lustre", "davfs"})
_NETWORK_BY_FUSE = frozenset({"sshfs", "davfs2", "glusterfs", "rclone", "s3fs"})
_ESCAPED = re.compile(r"\\([0-7]{3})")


def network_file_system(folder: Path, mounts: Path = _MOUNTS) -> str:
    """Return the type of the network file system that a folder lies on.

    Args:
        folder: The folder; it need not be there yet.
        mounts: The kernel's list of mounts.

    Returns:
        Its type, as "nfs4"; empty for a local file system, and where nobody can tell.
    """
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
        place = folder.resolve()
    except OSError:
        return ""
    depth, found = -1, ""
    for line in lines:
        point, kind = _mount(line)
        if point is not None and place.is_relative_to(point) and len(point.parts) >= depth:
            depth, found = len(point.parts), kind  # of two mounts at one place the later one is seen
    is_network = found in _NETWORK or found.removeprefix("fuse.") in _NETWORK_BY_FUSE
    return found if is_network else ""


def _mount(line: str) -> tuple[Path | None, str]:
    """Read a line of proc(5): `36 35 98:0 /root /point rw,noatime master:1 - ext4 /dev/sda1 rw`."""
    before, _, after = line.partition(" - ")
    fields, kind = before.split(" "), after.partition(" ")[0]
    if len(fields) < 5:
        return None, ""
    return Path(_ESCAPED.sub(lambda code: chr(int(code[1], 8)), fields[4])), kind
