"""Files that appear complete or not at all."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from dimitra_studio.core.errors import ExportError

_REASONS = {
    errno.ENOSPC: "the disk is full; free some space",
    errno.EDQUOT: "your disk quota is used up; free some space",
    errno.EACCES: "the folder cannot be written; choose another",
    errno.EPERM: "the folder cannot be written; choose another",
    errno.EROFS: "the folder is read-only; choose another",
    errno.ENAMETOOLONG: "the name is too long; choose a shorter one",
    errno.EFBIG: "the file would be larger than the disk allows; choose another disk",
    errno.EEXIST: "there is a file of that name; choose another",
    errno.ENOTDIR: "there is a file where a folder should be; choose another folder",
}


def write_error(path: Path, error: OSError) -> ExportError:
    """Say in one sentence why ``path`` could not be written and what to do."""
    reason = _REASONS.get(error.errno or 0, error.strerror or str(error))
    return ExportError(f"{path} could not be written: {reason}.")


def check_writable(path: Path) -> None:
    """Refuse an output path before the work begins, not after.

    Raises:
        ExportError: if the folder is missing or read-only, or the path is a folder or too long.
    """
    folder = path.parent
    try:
        if not folder.is_dir():
            raise ExportError(f"The folder {folder} does not exist; create it or choose another.")
        if path.is_dir():
            raise ExportError(f"{path} is a folder; give the name of a file.")
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise write_error(path, error) from error


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """Give a file beside ``path`` to write into, and move it there when the block succeeds.

    Whatever ends the block early, a cancelled job and Ctrl-C too, leaves ``path`` as it was and
    no other file behind.

    Raises:
        ExportError: if the file cannot be written.
    """
    check_writable(path)
    handle, name = tempfile.mkstemp(suffix=path.suffix, prefix=".dimitra-", dir=path.parent)
    os.close(handle)
    partial = Path(name)
    try:
        yield partial
        umask = os.umask(0)
        os.umask(umask)
        partial.chmod(0o666 & ~umask)  # mkstemp makes private files
        partial.replace(path)
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        partial.unlink(missing_ok=True)
