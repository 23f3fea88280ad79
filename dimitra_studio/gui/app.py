"""The application: what stands before and around the main window."""

import logging
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QApplication

from dimitra_studio import __version__
from dimitra_studio.gui import theme, translations
from dimitra_studio.gui.actions import KeyGuard
from dimitra_studio.gui.logging_setup import LoggingSetup
from dimitra_studio.gui.main_window import MainWindow
from dimitra_studio.gui.settings import SettingsStore

_TURN = 0.001  # seconds that another thread may run on while the window waits; Python's is 0.005

_log = logging.getLogger(__name__)


def make_application(argv: Sequence[str]) -> QApplication:
    """The ``QApplication``, with what must be said before there is one."""
    sys.setswitchinterval(_TURN)
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)  # VisPy in docks
    application = QApplication(list(argv))
    application.setApplicationName("Dimitra Studio")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("dimitra-studio")
    return application


def run(files: Sequence[Path] = ()) -> int:
    """Open the window and serve it until it is closed.

    Args:
        files: to open or take in, as if they had been dropped.

    Returns:
        The exit code.
    """
    application = make_application(sys.argv[:1])
    setup = LoggingSetup()
    setup.install()
    _log.info("Dimitra Studio %s", __version__)
    store = SettingsStore()
    translations.install(application, store.values.language)
    theme.install(application)
    theme.set_scheme(store.values.theme)
    KeyGuard(application)
    window = MainWindow(store, setup)
    window.show()
    QTimer.singleShot(0, window.begin)
    if files:
        QTimer.singleShot(0, lambda: window.drops.drop_files(files))
    try:
        return application.exec()
    finally:
        setup.uninstall()
