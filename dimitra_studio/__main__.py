"""The command ``dimitra-studio``, and ``python -m dimitra_studio``: window or command line."""

import multiprocessing
import os
import sys
from pathlib import Path

NO_DISPLAY = (
    "There is no display to open the window on; set DISPLAY, or use a command: "
    "'dimitra-studio --help' lists them."
)


def main() -> int:
    """Open the window without arguments or with files; run a command otherwise."""
    multiprocessing.freeze_support()  # a bundled program starts itself for work aside
    words = sys.argv[1:]
    if words and not all(Path(word).is_file() for word in words):
        from dimitra_studio.cli.main import main as run_command

        return run_command(words)
    return _open_window([Path(word) for word in words])


def _open_window(files: list[Path]) -> int:
    displays = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(os.environ.get(name) for name in displays):
        print(NO_DISPLAY, file=sys.stderr)  # noqa: T201 - nothing else can be seen
        return 1
    if sys.platform == "win32":
        import torch  # noqa: F401 - after Qt, Windows may not find its libraries

    from dimitra_studio.gui.app import run

    return run(files)


if __name__ == "__main__":
    sys.exit(main())
