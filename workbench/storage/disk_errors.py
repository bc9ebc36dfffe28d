"""What an error of the operating system means for the one who wanted something saved."""

import errno

from workbench.errors import StoreError, StoreFullError, StoreReadOnlyError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def says_full(error: OSError) -> bool:
    """Tell whether an error means that there is no room: the same call may succeed later."""
    return error.errno in _FULL


def says_read_only(error: OSError) -> bool:
    """Tell whether an error means that nothing may be written there."""
    return error.errno in _FORBIDDEN


def explained(error: OSError) -> StoreError:
    """Return the error that a user can understand."""
    reason = error.strerror or str(error)
    if says_full(error):
        return StoreFullError(f"nothing was saved: {reason}", "make room and repeat")
    if says_read_only(error):
        return StoreReadOnlyError(f"nothing can be saved here: {reason}")
    return StoreError(f"nothing was saved: {reason}")
