"""The folder ``.venv-blender``: Blender as a Python module, by which tests read what we export.

Blender's module wants one version of Python and an older numpy, and is under the GPL: it has an
environment of its own, and the application talks to it as to any other program. Nothing needs it:
where it cannot be had, the tests that use it are skipped.
"""

import hashlib
import os
import shutil
import sys
from dataclasses import replace
from pathlib import Path

from installer import packages
from installer import virtual_environment as environments
from installer.messages import SetupError, say

FOLDER, LOCK = ".venv-blender", "lock-blender.txt"

PYTHON = "3.11"
"""The only version that Blender's module is built for."""

NEEDED_GB = 3.0
"""Free space that it wants at its peak; it keeps a third of that."""

_NO_WAIT = ("--retries", "1", "--timeout", "60")  # it is not worth waiting for a network


def provide(root: Path) -> Path | None:
    """Make or mend the environment of the repository ``root``, if that is possible.

    Returns:
        Its Python; None if there is none, which is said with the reason.
    """
    lock = root / "installer" / LOCK
    if environments.VERSION != PYTHON or not lock.is_file():
        return None
    folder = root / FOLDER
    wanted = environments.Stamp(
        place=str(folder),
        python=PYTHON,
        locks=hashlib.sha256(lock.read_bytes()).hexdigest(),
        build="blender",
    )
    try:
        with environments.alone(root):
            known = environments.read_stamp(folder)
            if not (known and environments.is_complete(folder, known, wanted)):
                _fill(folder, lock, wanted)
    except SetupError as error:
        say(f"The tests with Blender are left out. {error}")
        return None
    return environments.interpreter(folder)


def _fill(folder: Path, lock: Path, stamp: environments.Stamp) -> None:
    free = shutil.disk_usage(folder.parent).free / 1e9
    if free < NEEDED_GB:
        raise SetupError(f"Blender needs {NEEDED_GB:.0f} GB, and {free:.1f} GB are free.")
    say(f"Setting up {FOLDER}, which downloads 400 MB the first time.")
    if os.path.lexists(folder):  # by an older lock, or half of it
        environments.remove(folder)
    environments.make(folder)
    environments.write_stamp(folder, stamp)
    python = environments.interpreter(folder)
    words = ["--only-binary", ":all:", *_NO_WAIT, "-r", str(lock)]
    try:
        packages.pip_install(python, "Installing Blender", words)
    except SetupError:
        if (log := folder / "install.log").is_file():  # where the sentence says that it is
            log.replace(folder.parent / ".venv" / log.name)
        environments.remove(folder)
        raise
    installed = environments.distributions(folder)
    environments.write_stamp(folder, replace(stamp, distributions=installed))


def main() -> int:
    """Provide it for this repository."""
    return 0 if provide(Path(__file__).resolve().parents[1]) else 1


if __name__ == "__main__":
    sys.exit(main())
