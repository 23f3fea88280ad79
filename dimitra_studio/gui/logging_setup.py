"""Everything that goes wrong reaches one log file, and what nobody caught reaches the window."""

import faulthandler
import logging
import sys
import threading
import traceback
from collections import Counter
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    Qt,
    QtMsgType,
    Signal,
    qInstallMessageHandler,
)

from dimitra_studio.core.paths import log_folder

LOG_NAME = "dimitra-studio.log"
CRASH_NAME = "crash.log"
_SIZE = 1_000_000  # bytes of one file
_FILES = 3  # older ones that are kept

_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("qt")


class UnhandledExceptions(QObject):
    """Tells the GUI thread of what no code caught: once for each error, never a storm.

    While one is shown, and for an error that was shown before, only the count grows; all are in
    the log.
    """

    raised = Signal(object)  # BaseException, to be shown; call ``settle`` when the user has seen it
    repeated = Signal(int)  # how many came besides, since the shown one
    _caught = Signal(object)  # BaseException, from any thread

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._seen: Counter[str] = Counter()
        self._shown = False
        self._besides = 0
        # Queued even on the GUI thread: an error while painting must not open a window there.
        self._caught.connect(self._on_caught, Qt.ConnectionType.QueuedConnection)

    @property
    def total(self) -> int:
        """All exceptions that were told so far."""
        return self._seen.total()

    def tell(self, error: BaseException) -> None:
        """Take an exception; from any thread."""
        self._caught.emit(error)

    def settle(self) -> None:
        """The user has seen the error: the next new one may be shown."""
        self._shown = False

    def _on_caught(self, error: BaseException) -> None:
        place = _place(error)
        self._seen[place] += 1
        if self._shown or self._seen[place] > 1:
            self._besides += 1
            self.repeated.emit(self._besides)
            return
        self._shown, self._besides = True, 0
        self.raised.emit(error)


class LoggingSetup:
    """The log file and the hooks that feed it, from ``install`` to ``uninstall``."""

    def __init__(self, folder: Path | None = None) -> None:
        """Choose where to write.

        Args:
            folder: for the files; None for the user's own.
        """
        self.folder = folder or log_folder()
        self.exceptions = UnhandledExceptions()
        self.trouble: str | None = None  # why there is no log file
        self._handler: logging.Handler | None = None
        self._crash_file: TextIO | None = None

    @property
    def log_file(self) -> Path:
        return self.folder / LOG_NAME

    def install(self) -> None:
        """Open the log and hook in; where no file can be written, errors still reach the window."""
        root = logging.getLogger()
        self._level = root.level
        root.setLevel(min(root.level or logging.INFO, logging.INFO))
        try:
            self._open_files(root)
        except OSError as error:
            self.trouble = f"The log in {self.folder} cannot be written: {error.strerror}."
            _log.warning("%s", self.trouble)
        self._excepthook = sys.excepthook
        self._thread_hook = threading.excepthook
        sys.excepthook = self._on_exception
        threading.excepthook = self._on_thread_exception
        self._qt_handler = qInstallMessageHandler(_on_qt_message)

    def uninstall(self) -> None:
        """Put everything back as it was."""
        sys.excepthook = self._excepthook
        threading.excepthook = self._thread_hook
        qInstallMessageHandler(self._qt_handler)
        root = logging.getLogger()
        root.setLevel(self._level)
        if self._handler is not None:
            root.removeHandler(self._handler)
            self._handler.close()
            self._handler = None
        if self._crash_file is not None:
            faulthandler.disable()
            if self._had_faulthandler and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
            self._crash_file.close()
            self._crash_file = None

    def _open_files(self, root: logging.Logger) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            self.log_file, maxBytes=_SIZE, backupCount=_FILES, encoding="utf-8"
        )
        handler.setFormatter(
            logging.Formatter("%(asctime)s %(levelname)s %(name)s [%(threadName)s] %(message)s")
        )
        root.addHandler(handler)
        self._handler = handler
        self._had_faulthandler = faulthandler.is_enabled()
        # Written by a dying process with no logging left: a file of its own, which stays open.
        self._crash_file = (self.folder / CRASH_NAME).open("a", encoding="utf-8")
        faulthandler.enable(self._crash_file)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self._excepthook(kind, error, trace)
            return
        _log.critical("Nobody caught this", exc_info=(kind, error, trace))
        self.exceptions.tell(error)

    def _on_thread_exception(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is None or issubclass(args.exc_type, SystemExit):
            return
        name = args.thread.name if args.thread else "?"
        _log.critical(
            "Nobody caught this in the thread %s",
            name,
            exc_info=(args.exc_type, args.exc_value, args.exc_traceback),
        )
        self.exceptions.tell(args.exc_value)


def _on_qt_message(kind: QtMsgType, context: QMessageLogContext, message: str | None) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.WARNING), "%s: %s", context.category, message)


def _place(error: BaseException) -> str:
    """The same for every time that the same line fails in the same way."""
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{frames[-1].filename}:{frames[-1].lineno}" if frames else ""
    return f"{type(error).__name__} {where or error}"
