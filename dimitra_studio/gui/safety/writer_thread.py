"""Writes files one after the other, off the GUI thread; whatever was asked for is written."""

import logging
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from dimitra_studio.core.errors import DimitraError

Write = Callable[[], Any]
"""Runs on the thread; documents are frozen, so it needs no lock."""

_log = logging.getLogger(__name__)


class WriterThread(QThread):
    """Starts with the first order and keeps their order; unlike a job, none is ever cancelled."""

    written = Signal(object)  # what the order returned
    failed = Signal(str)  # one sentence

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._orders: SimpleQueue[Write | None] = SimpleQueue()
        self._n_waiting = 0
        self.written.connect(self._on_finished)
        self.failed.connect(self._on_finished)

    @property
    def busy(self) -> bool:
        """Whether an order was not reported on yet."""
        return self._n_waiting > 0

    def enqueue(self, write: Write) -> None:
        """Write after what was ordered before."""
        self._n_waiting += 1
        self._orders.put(write)
        if not self.isRunning():
            self.start()

    def close(self) -> None:
        """Write all that was ordered, and wait for it."""
        if self.isRunning():
            self._orders.put(None)
            self.wait()

    def run(self) -> None:
        """Serve the orders; Qt calls this on the new thread."""
        while (write := self._orders.get()) is not None:
            try:
                result = write()
            except DimitraError as error:
                self.failed.emit(str(error))
            except Exception as error:
                _log.exception("A file could not be written")
                said = self.tr("The file could not be written: {reason}.")
                self.failed.emit(said.format(reason=error))
            else:
                self.written.emit(result)

    def _on_finished(self) -> None:
        self._n_waiting -= 1
