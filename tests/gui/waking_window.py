"""A window in a process of its own, measured from its first moment.

Run as ``python -m tests.gui.waking_window``; it says how long its event loop was away at most, in
seconds, while it imported the engine, opened the sample and got the preview ready.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer

from dimitra_studio.gui import theme
from dimitra_studio.gui.app import make_application
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.settings import SettingsStore
from tests.gui.pulse import Pulse, noise

_STEP = 50  # ms between two looks at what goes on
_PREVIEW = 3000  # ms in which portrait and mesh are made ready


def turn(milliseconds: int) -> None:
    """Let the event loop run."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    application = make_application(sys.argv[:1])
    theme.install(application)
    with tempfile.TemporaryDirectory() as folder:
        store = SettingsStore(Path(folder) / "settings.json")
        store.change(device="cpu")
        window = MainWindow(store)
        window.resize(1440, 900)
        window.show()
        turn(500)
        pulse = Pulse()

        def measure(name: str, work: Callable[[], None], least: int) -> None:
            pulse.restart()
            work()
            turn(least)
            while not window.runner.idle:
                turn(_STEP)
            sys.stdout.write(f"{name} {pulse.longest():.3f}\n")

        measure("warm_up", window.inspector.warm_up, _STEP)
        measure("open", window.documents.open_sample, _STEP)
        measure("settle", lambda: None, _PREVIEW)
        sys.stdout.write(f"noise {noise(pulse, turn):.3f}\n")
        window.close()
        turn(_STEP)


if __name__ == "__main__":
    main()
