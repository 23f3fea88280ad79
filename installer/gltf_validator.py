"""The folder ``.gltf-validator``: the validator of glTF's makers, by which tests check our files.

It runs in Node.js. Nothing needs it: where it cannot be had, the tests that use it are skipped.
"""

import os
import shutil
import subprocess
from pathlib import Path

from installer.messages import say

FOLDER = ".gltf-validator"
LOCK = "package-lock.json"  # with the hash of the package
LONGEST = 120  # seconds; it is not worth waiting for a network


def provide(root: Path) -> Path | None:
    """Install it for the repository ``root``, if that is possible.

    Returns:
        Its folder; None if there is none, which is said with the reason.
    """
    wanted, folder = root / "installer" / "gltf-validator", root / FOLDER
    npm = shutil.which("npm")
    if npm is None or not wanted.is_dir():
        return None
    try:
        if _is_complete(folder, wanted):
            return folder
        shutil.copytree(wanted, folder, dirs_exist_ok=True)
        words = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"]
        subprocess.run(words, cwd=folder, check=True, capture_output=True, timeout=LONGEST)
        (folder / "complete").write_bytes((wanted / LOCK).read_bytes())
    except (OSError, subprocess.SubprocessError) as error:
        reason = str(error).partition(os.linesep)[0]
        say(f"The tests with the glTF validator are left out, because npm failed: {reason}")
        return None
    return folder


def _is_complete(folder: Path, wanted: Path) -> bool:
    known = folder / "complete"
    return known.is_file() and known.read_bytes() == (wanted / LOCK).read_bytes()
