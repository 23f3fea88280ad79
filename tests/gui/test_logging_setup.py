import logging
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from PySide6.QtCore import QObject, QtMsgType, qCritical, qInstallMessageHandler, qWarning
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.logging_setup import CRASH_NAME, LoggingSetup, UnhandledExceptions

ROOT = Path(__file__).parents[2]

SLOT_RAISES = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from dimitra_studio.gui.logging_setup import LoggingSetup
from pathlib import Path

app = QApplication([])
setup = LoggingSetup(Path(sys.argv[1]))
setup.install()
told = []
setup.exceptions.raised.connect(lambda error: told.append(str(error)))

def fail():
    raise RuntimeError("the slot broke")

button = QPushButton()
button.clicked.connect(fail)
for _ in range(3):
    QTimer.singleShot(0, button.click)
QTimer.singleShot(200, app.quit)
app.exec()
print(told, setup.exceptions.total, "alive")
"""

CRASH = """
import ctypes, sys
from pathlib import Path
from dimitra_studio.gui.logging_setup import LoggingSetup

LoggingSetup(Path(sys.argv[1])).install()
ctypes.string_at(0)
"""


@pytest.fixture
def setup(tmp_path: Path, qtbot: QtBot) -> Iterator[LoggingSetup]:
    setup = LoggingSetup(tmp_path / "log")
    setup.install()
    yield setup
    setup.uninstall()


def run(code: str, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


def logged(setup: LoggingSetup) -> str:
    return setup.log_file.read_text(encoding="utf-8")


def broken(message: str) -> RuntimeError:
    """An exception as it comes from a line that fails."""
    try:
        fail_with(message)
    except RuntimeError as error:
        return error


def fail_with(message: str) -> NoReturn:
    raise RuntimeError(message)


def test_slot_that_raises_is_logged_told_once_and_kills_nothing(tmp_path: Path) -> None:
    done = run(SLOT_RAISES, tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "['the slot broke'] 3 alive"
    text = (tmp_path / "dimitra-studio.log").read_text(encoding="utf-8")
    assert text.count("RuntimeError: the slot broke") == 3
    assert "in fail" in text


@pytest.mark.skipif(sys.platform == "win32", reason="Windows shows a crash in its own way")
def test_crash_leaves_a_trace(tmp_path: Path) -> None:
    assert run(CRASH, tmp_path).returncode < 0
    assert "Segmentation fault" in (tmp_path / CRASH_NAME).read_text(encoding="utf-8")


def test_exception_reaches_log_and_window(setup: LoggingSetup, qtbot: QtBot) -> None:
    error = broken("nobody caught it")
    with qtbot.waitSignal(setup.exceptions.raised) as told:
        sys.excepthook(RuntimeError, error, error.__traceback__)
    assert told.args == [error]
    assert "nobody caught it" in logged(setup)


def test_exception_of_a_thread_is_told_on_the_gui_thread(setup: LoggingSetup, qtbot: QtBot) -> None:
    heard_on: list[threading.Thread] = []

    class Listener(QObject):
        def hear(self, _error: object) -> None:
            heard_on.append(threading.current_thread())

    listener = Listener()
    setup.exceptions.raised.connect(listener.hear)

    def fail() -> None:
        raise RuntimeError("in a thread")

    with qtbot.waitSignal(setup.exceptions.raised):
        thread = threading.Thread(target=fail, name="worker-7")
        thread.start()
        thread.join()
    assert heard_on == [threading.main_thread()]
    assert "worker-7" in logged(setup)
    assert "in a thread" in logged(setup)


def test_interrupt_of_the_terminal_is_no_error(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    passed_on: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, *_: passed_on.append(kind))
    setup = LoggingSetup(tmp_path)
    setup.install()
    try:
        with qtbot.assertNotEmitted(setup.exceptions.raised, wait=50):
            sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
        assert passed_on == [KeyboardInterrupt]
        assert "Nobody caught" not in logged(setup)
    finally:
        setup.uninstall()


def test_qt_speaks_into_the_log(setup: LoggingSetup) -> None:
    qWarning("a %s of Qt with a percent sign")
    qCritical("something grave")
    text = logged(setup)
    assert "WARNING qt" in text
    assert "a %s of Qt with a percent sign" in text
    assert "ERROR qt" in text


def test_loggers_speak_into_the_log(setup: LoggingSetup) -> None:
    logging.getLogger("dimitra_studio.some.module").info("loaded in %d ms", 12)
    logging.getLogger("dimitra_studio.some.module").debug("too much")
    assert "loaded in 12 ms" in logged(setup)
    assert "too much" not in logged(setup)


def test_uninstall_puts_everything_back(tmp_path: Path, qtbot: QtBot) -> None:
    heard: list[str] = []

    def own_handler(_kind: QtMsgType, _context: object, message: str) -> None:
        heard.append(message)

    before = qInstallMessageHandler(own_handler)
    try:
        hooks = sys.excepthook, threading.excepthook, logging.getLogger().handlers[:]
        level = logging.getLogger().level
        setup = LoggingSetup(tmp_path)
        setup.install()
        setup.uninstall()
        assert hooks == (sys.excepthook, threading.excepthook, logging.getLogger().handlers)
        assert level == logging.getLogger().level
        qWarning("to the one before")
    finally:
        qInstallMessageHandler(before)
    assert heard == ["to the one before"]


def test_window_hears_of_errors_without_a_log_file(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "log").write_text("a file where the folder should be")
    setup = LoggingSetup(tmp_path / "log")
    setup.install()
    try:
        error = broken("still told")
        with qtbot.waitSignal(setup.exceptions.raised):
            sys.excepthook(RuntimeError, error, error.__traceback__)
    finally:
        setup.uninstall()
    assert setup.trouble is not None
    assert "cannot be written" in setup.trouble


def test_log_does_not_grow_without_end(setup: LoggingSetup) -> None:
    line = "x" * 1000
    for _ in range(5500):
        logging.getLogger("dimitra_studio").info(line)
    files = [path for path in setup.folder.iterdir() if path.name.startswith("dimitra-studio.log")]
    assert len(files) == 4
    assert max(path.stat().st_size for path in files) <= 1_000_000


def test_storm_is_shown_once_and_counted(qtbot: QtBot) -> None:
    exceptions = UnhandledExceptions()
    shown: list[object] = []
    counts: list[int] = []
    exceptions.raised.connect(shown.append)
    exceptions.repeated.connect(counts.append)
    for _ in range(50):
        exceptions.tell(broken("again"))
    qtbot.waitUntil(lambda: exceptions.total == 50)
    assert len(shown) == 1
    assert counts == list(range(1, 50))


def test_another_error_waits_until_the_first_was_seen(qtbot: QtBot) -> None:
    exceptions = UnhandledExceptions()
    shown: list[str] = []
    exceptions.raised.connect(lambda error: shown.append(type(error).__name__))
    exceptions.tell(broken("one"))
    exceptions.tell(ValueError("two"))
    qtbot.waitUntil(lambda: exceptions.total == 2)
    assert shown == ["RuntimeError"]
    exceptions.settle()
    exceptions.tell(KeyError("three"))
    exceptions.tell(broken("one"))
    qtbot.waitUntil(lambda: exceptions.total == 4)
    assert shown == ["RuntimeError", "KeyError"]
