"""Whether a folder is the user's own and closed to others, as ssh and git ask of theirs (POSIX systems).

On Windows the access list of a user's profile closes it to others, which no mode shows: not asked there.
"""

from __future__ import annotations

import os
import stat

#: Links followed at most on the way to a folder; Linux has the same bound (path_resolution(7)).
_MOST_LINKS = 40
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH


def open_to_others(folder: str) -> str:
    """Return the place on the way to ``folder`` (absolute) that another user may change; blank: none.

    Every folder and link on the way belongs to this user or to root. Only folders whose entries belong to
    their makers (sticky) may be written by everybody. ``folder`` itself, if it is there, is
    :func:`is_private`.
    """
    if not hasattr(os, "getuid"):
        return ""
    at, rest, links = os.sep, _parts(folder), 0
    while True:
        try:
            seen = os.lstat(at)
        except FileNotFoundError:
            return ""  # it will be made by us, in a folder that is safe
        except OSError:
            return at
        if stat.S_ISLNK(seen.st_mode):
            links += 1
            if seen.st_uid not in (0, os.getuid()) or links > _MOST_LINKS:
                return at
            target = os.readlink(at)
            rest = [*rest, *_parts(target)]
            at = os.sep if os.path.isabs(target) else os.path.dirname(at)
        elif not (_is_safe_to_pass(seen) if rest else is_private(seen)):
            return at
        elif not rest:
            return ""
        name = rest.pop() if rest else ""
        at = os.path.dirname(at) if name == os.pardir else os.path.join(at, name)


def is_private(seen: os.stat_result) -> bool:
    """Whether only this user can write the folder or file that was seen (where the system knows owners)."""
    if not hasattr(os, "getuid"):
        return True
    return seen.st_uid == os.getuid() and not seen.st_mode & _OTHERS_WRITE


def _is_safe_to_pass(seen: os.stat_result) -> bool:
    if not stat.S_ISDIR(seen.st_mode) or seen.st_uid not in (0, os.getuid()):
        return False
    return bool(seen.st_mode & stat.S_ISVTX) or not _is_writable_by_others(seen)


def _is_writable_by_others(seen: os.stat_result) -> bool:
    """Whether the mode lets others write: everybody, or a group that is not the owner's alone."""
    if seen.st_mode & stat.S_IWOTH:
        return True
    return bool(seen.st_mode & stat.S_IWGRP) and not _is_own_group(seen)


def _is_own_group(seen: os.stat_result) -> bool:
    """Whether the group is the one that many systems give each user for himself, under the user's name."""
    import grp  # hardly ever needed
    import pwd

    try:
        user, group = pwd.getpwuid(seen.st_uid), grp.getgrgid(seen.st_gid)
    except KeyError:
        return False
    alone = all(member == user.pw_name for member in group.gr_mem)
    return group.gr_name == user.pw_name and group.gr_gid == user.pw_gid and alone


def _parts(path: str) -> list[str]:
    """The names of ``path``, the last one first."""
    return [name for name in reversed(path.split(os.sep)) if name not in ("", os.curdir)]
