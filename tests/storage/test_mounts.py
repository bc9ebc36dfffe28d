from pathlib import Path

import pytest

from workbench.storage.mounts import network_file_system

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
40 22 0:40 / /home rw,relatime - nfs4 server:/home rw
41 40 8:2 / /home/ana/local rw - ext4 /dev/sdb1 rw
42 22 0:41 / /srv/our\\040team rw - cifs //server/team rw
43 22 0:42 / /mnt/desk rw - ext4 /dev/sdc1 rw
44 22 0:43 / /mnt/desk rw - fuse.sshfs host:/desk rw
short line
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/var/data", ""),
        ("/home/ana/workbench/sessions", "nfs4"),
        ("/home/ana/local/sessions", ""),
        ("/homestead", ""),
        ("/srv/our team/sessions", "cifs"),
        ("/mnt/desk", "fuse.sshfs"),
    ],
)
def test_a_folder_belongs_to_the_mount_nearest_above_it(tmp_path: Path, folder: str, kind: str) -> None:
    mounts = tmp_path / "mountinfo"
    mounts.write_text(MOUNTS)
    assert network_file_system(Path(folder), mounts) == kind


def test_where_nobody_can_tell_nothing_is_said(tmp_path: Path) -> None:
    assert network_file_system(tmp_path, tmp_path / "missing") == ""
