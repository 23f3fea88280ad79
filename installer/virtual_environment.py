"""The folder ``.venv``: made, filled from the locks, checked, and healed when it is broken.

The file ``dimitra-studio.json`` in it says whose it is and how far it got. A ``.venv`` without that
file, of another Python or copied from elsewhere is made anew; one whose installation was
interrupted goes on; one that is complete costs a few milliseconds.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from installer import accelerator, packages
from installer.messages import SetupError, say

VERSION = f"{sys.version_info[0]}.{sys.version_info[1]}"
NEEDED_GB = {"cpu": 4, "cuda": 12}
"""Free space that an installation wants at its peak: packages and the downloads in use."""


@dataclass(frozen=True)
class Stamp:
    """What is known of a virtual environment.

    Args:
        place: the folder it was made in; its scripts only work there.
        python: version of the Python that it is of.
        locks: digest of what was to be installed.
        build: of torch: cpu or cuda.
        distributions: what was installed; empty while that is going on.
    """

    place: str
    python: str
    locks: str
    build: str
    distributions: tuple[str, ...] = ()


def interpreter(folder: Path) -> Path:
    """Where a virtual environment has its Python."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _site_packages(folder: Path) -> Path:
    below = "Lib/site-packages" if os.name == "nt" else f"lib/python{VERSION}/site-packages"
    return folder / below


def _stamp_file(folder: Path) -> Path:
    return folder / "dimitra-studio.json"


def read_stamp(folder: Path) -> Stamp | None:
    """The stamp of a virtual environment that is ours, and ``None`` for any other."""
    try:
        known = json.loads(_stamp_file(folder).read_text(encoding="utf-8"))
        return Stamp(**{**known, "distributions": tuple(known["distributions"])})
    except (OSError, ValueError, TypeError, KeyError):
        return None


def write_stamp(folder: Path, stamp: Stamp) -> None:
    """Note in a virtual environment what is known of it."""
    partial = _stamp_file(folder).with_suffix(".tmp")
    partial.write_text(json.dumps(asdict(stamp), indent=1), encoding="utf-8")
    partial.replace(_stamp_file(folder))


def runs(folder: Path) -> bool:
    """Whether the virtual environment's Python starts and is of our version."""
    code = "import sys; print('%d.%d' % sys.version_info[:2])"
    words = [str(interpreter(folder)), "-I", "-S", "-c", code]
    try:
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.stdout.strip() == VERSION


def digest(root: Path) -> str:
    """Changes when what is to be installed changes."""
    known = hashlib.sha256()
    for path in (root / "pyproject.toml", *packages.lock_files(root)):
        known.update(path.read_bytes())
    return known.hexdigest()


def distributions(folder: Path) -> tuple[str, ...]:
    """What is installed completely: pip writes RECORD last."""
    found = _site_packages(folder).glob("*.dist-info/RECORD")
    return tuple(sorted(record.parent.name for record in found))


def is_complete(folder: Path, known: Stamp, wanted: Stamp) -> bool:
    """Whether everything wanted was installed and is still there."""
    installed = known.distributions
    return (
        bool(installed)
        and known == replace(wanted, distributions=installed)
        and set(installed) <= set(distributions(folder))
    )


def drop_halves(folder: Path) -> None:
    """Remove what an interrupted pip left, which it would take for installed."""
    for info in _site_packages(folder).glob("*.dist-info"):
        if not (info / "RECORD").is_file():
            shutil.rmtree(info)


def remove(folder: Path) -> None:
    """Delete whatever is there.

    Raises:
        SetupError: if that fails.
    """
    try:
        if folder.is_symlink() or folder.is_file():
            folder.unlink()
        elif folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise SetupError(
            f"The unusable {folder} could not be removed ({error.strerror}); "
            "close the programs that use it, delete it and try again."
        ) from error


def make(folder: Path) -> None:
    """Make an empty virtual environment.

    Raises:
        SetupError: if that fails.
    """
    try:
        venv.create(folder, with_pip=True, symlinks=os.name != "nt")
    except (OSError, subprocess.CalledProcessError) as error:
        raise SetupError(
            f"The virtual environment {folder} could not be made ({error}); "
            "check that the folder can be written and that the disk is not full."
        ) from error


def _check_space(root: Path, build: str) -> None:
    free = shutil.disk_usage(root).free / 1e9
    if free < NEEDED_GB[build]:
        raise SetupError(
            f"{root} has {free:.1f} GB of free space and the installation needs "
            f"{NEEDED_GB[build]} GB; free some space and try again."
        )


@contextmanager
def alone(root: Path) -> Iterator[None]:
    """Let a second set-up of the same folder wait for the first, where the system can."""
    lock = os.open(root / "pyproject.toml", os.O_RDONLY)
    try:
        if os.name != "nt":
            import fcntl

            fcntl.flock(lock, fcntl.LOCK_EX)
        yield
    finally:
        os.close(lock)


def _fill(root: Path, folder: Path, stamp: Stamp) -> None:
    python = interpreter(folder)
    if read_stamp(folder) is None:
        _check_space(root, stamp.build)
    write_stamp(folder, stamp)
    drop_halves(folder)
    packages.install(root, python, stamp.build)
    write_stamp(folder, replace(stamp, distributions=distributions(folder)))


def provide(root: Path) -> Path:
    """Make or mend the virtual environment of the repository ``root``.

    Returns:
        Its Python.

    Raises:
        SetupError: if that fails.
    """
    folder = root / ".venv"
    with alone(root):
        known = read_stamp(folder)
        build = "cuda" if (known and known.build == "cuda") or accelerator.has_cuda() else "cpu"
        wanted = Stamp(place=str(folder), python=VERSION, locks=digest(root), build=build)
        usable = (
            known is not None
            and (known.place, known.python) == (wanted.place, wanted.python)
            and runs(folder)
        )
        if not usable:
            if os.path.lexists(folder):
                say(f"{folder} is not usable and is made anew.")
            remove(folder)
            make(folder)
        if not (usable and known and is_complete(folder, known, wanted)):
            _fill(root, folder, wanted)
    return interpreter(folder)
