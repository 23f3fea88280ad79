"""Libraries of the system that Python packages cannot bring along: Debian and its relatives."""

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from installer.messages import SetupError, say

PACKAGES = (
    *("xvfb", "xauth"),  # windows in tests
    *("libgl1", "libegl1", "libgl1-mesa-dri", "libosmesa6"),  # OpenGL, with and without a window
    *("libglib2.0-0", "libfontconfig1", "libdbus-1-3", "libxkbcommon-x11-0"),  # Qt
    *("libxcb-cursor0", "libxcb-icccm4", "libxcb-keysyms1", "libxcb-image0", "libxcb-randr0"),
    *("libxcb-render-util0", "libxcb-shape0", "libxcb-xkb1"),
    *("libpulse0", "libportaudio2"),  # sound
)
INSTALL = ("apt-get", "install", "--yes", "--no-install-recommends")
VENV_PACKAGE = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"


def missing(wanted: Iterable[str], listing: str) -> list[str]:
    """Which packages are not installed.

    Args:
        wanted: names of packages.
        listing: a line per known package: status, name, and what else it provides, as in
            ``installed libglib2.0-0t64 libglib2.0-0 (= 2.80.0-6)``.
    """
    present: set[str] = set()
    for line in listing.splitlines():
        status, *names = line.replace(",", " ").split()
        if status == "installed":
            present.update(names)
    return [name for name in wanted if name not in present]


def _missing_here(wanted: Iterable[str]) -> list[str]:
    fields = "${db:Status-Status} ${Package} ${Provides}\n"
    query = ["dpkg-query", "--show", "--showformat", fields]
    listing = subprocess.run(query, capture_output=True, text=True, check=True).stdout
    return missing(wanted, listing)


def _apt(*words: str) -> bool:
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    done = subprocess.run(words, env=environment, capture_output=True, check=False)
    return done.returncode == 0


def _install(names: Sequence[str]) -> None:
    say(f"Installing system packages: {' '.join(names)}")
    _apt("apt-get", "update")
    if not _apt(*INSTALL, *names):
        for name in names:  # one unknown name spoils the whole list
            _apt(*INSTALL, name)


def _is_debian() -> bool:
    return shutil.which("dpkg-query") is not None and shutil.which("apt-get") is not None


def _advice(names: Sequence[str]) -> str:
    return f"run `apt-get install --no-install-recommends {' '.join(names)}` as root"


def provide_venv() -> None:
    """Make sure that this Python can make virtual environments: Debian keeps that apart.

    Raises:
        SetupError: if it cannot, and we may not or could not change that.
    """
    if importlib.util.find_spec("ensurepip") is None and _is_debian() and os.geteuid() == 0:
        _install([VENV_PACKAGE])
        importlib.invalidate_caches()
    if importlib.util.find_spec("ensurepip") is None:
        advice = _advice([VENV_PACKAGE]) if _is_debian() else "use the Python of python.org"
        raise SetupError(f"This Python cannot make virtual environments (no ensurepip); {advice}.")


def provide_libraries(environment: Path) -> None:
    """Install the missing libraries if we may; name those that stay missing.

    Args:
        environment: folder of the virtual environment, which remembers what could not be
            installed, so that it is tried once and not at every start.
    """
    if not _is_debian():
        return
    names = _missing_here(PACKAGES)
    tried = environment / "missing-system-packages.txt"
    if names and os.geteuid() == 0:
        if not tried.is_file() or tried.read_text(encoding="utf-8").split() != names:
            _install(names)
        names = _missing_here(PACKAGES)
        tried.write_text("\n".join(names), encoding="utf-8")
    if names:
        say(f"Windows, sound or some tests may fail without {', '.join(names)}; {_advice(names)}.")
