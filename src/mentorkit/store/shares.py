"""Whether a file lies on a network share, where an SQLite database is not safe.

Looks at the mounts that Linux tells of; elsewhere it finds nothing.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from mentorkit.errors import StorageError


MOUNTS = Path("/proc/self/mounts")

ALLOW = "MENTORKIT_ALLOW_NETWORK_SHARE"
"""Set to 1 by who makes sure that one computer alone uses the database."""

NETWORKED = re.compile(
    r"nfs4?|cifs|smb3?|smbfs|afs|ceph|glusterfs|lustre|beegfs|davfs"
    r"|fuse\.(sshfs|rclone|s3fs|gcsfuse|glusterfs|cephfs|davfs2?|smbnetfs)"
)


def share_of(path: Path, mounts: str) -> str | None:
    r"""Return the kind of network share that a path lies on, if it does.

    Parameters
    ----------
    path : pathlib.Path
        An absolute path.
    mounts : str
        The mounts, one a line: device, mount point, kind.

    Examples
    --------
    >>> mounts = "/dev/sda1 / ext4 rw 0 0\nfiles:/home /home nfs4 rw 0 0"
    >>> share_of(Path("/home/grace/program/mentorkit.db"), mounts)
    'nfs4'
    >>> share_of(Path("/homely/mentorkit.db"), mounts) is None
    True
    """
    nearest, kind = Path("/"), ""
    for line in mounts.splitlines():
        words = line.split()
        if len(words) < 3:
            continue
        point = Path(words[1].replace("\\040", " ").replace("\\011", "\t"))
        if path.is_relative_to(point) and point.is_relative_to(nearest):
            nearest, kind = point, words[2]
    return kind if NETWORKED.fullmatch(kind) else None


def check_local(path: Path) -> None:
    """See that a database file is on this computer's own disk.

    Raises
    ------
    StorageError
        It is on a network share.
    """
    if os.environ.get(ALLOW) == "1":
        return
    try:
        mounts = MOUNTS.read_text("utf-8", errors="replace")
    except OSError:
        return
    if kind := share_of(path.absolute().resolve(), mounts):
        raise StorageError(
            f"{path} is on a network share ({kind}), where two computers that write"
            " damage a database file. Move the workspace to this computer's own disk,"
            " or let the team work on PostgreSQL (docs/team.md). If one computer alone"
            f" ever uses it, set {ALLOW}=1. Nothing was changed."
        )
