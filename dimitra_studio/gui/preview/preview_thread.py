"""Pictures off the GUI thread: the newest request is drawn, older ones are dropped."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from threading import Condition
from typing import Any, Protocol

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from dimitra_studio.core.errors import DimitraError

_SETTLING = 100  # ms in which the window shows a new document before the preview competes with it

_log = logging.getLogger(__name__)


class Painter(Protocol):
    """What a preview thread draws with; made, used and closed on that thread."""

    def set_subject(self, subject: Any) -> Any:
        """Get ready to draw something else, and say what is to be known of it."""

    def draw(self, request: Any) -> Any:
        """A picture of the subject, or None where there is none to draw."""

    def close(self) -> None:
        """Free what the painter holds."""


@dataclass(frozen=True, slots=True, eq=False)
class _Result:
    """What the thread sends home.

    Args:
        generation: of the subject that it belongs to.
        kind: name of the signal to fire.
        value: for it.
    """

    generation: int
    kind: str
    value: Any


class PreviewThread(QThread):
    """Draws one picture after the other; ``close`` it before the application quits.

    Signals arrive on the GUI thread, and only those of the newest subject.

    Args:
        make_painter: called on the thread, before the first subject.
        parent: as in Qt.
    """

    opened = Signal(object)  # what the painter said of the new subject
    drawn = Signal(object)  # a picture, as the painter made it
    failed = Signal(str)  # one sentence; once for each subject

    _arrived = Signal(object)  # _Result

    def __init__(self, make_painter: Callable[[], Painter], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make_painter = make_painter
        self._news = Condition()
        self._closing = False
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLING)
        self._settling.timeout.connect(self._on_settled)
        self._settled = True
        self._generation = 0
        self._subject: tuple[int, Any] | None = None
        self._request: Any = None
        self._dropped = 0
        self._arrived.connect(self._on_arrived)
        self.start()

    @property
    def dropped(self) -> int:
        """How many requests were overtaken by newer ones before they were drawn."""
        return self._dropped

    def set_subject(self, subject: Any) -> None:
        """Draw something else from now on; what is under way for the last one is not shown."""
        with self._news:
            self._generation += 1
            self._subject = (self._generation, subject)
            self._settled = False
        self._settling.start()

    def request(self, request: Any) -> None:
        """Ask for a picture; it takes the place of one that is still waited for."""
        with self._news:
            self._dropped += self._request is not None
            self._request = request
            self._news.notify()

    def close(self) -> None:
        """Give up what is waited for, and wait for what is being drawn."""
        with self._news:
            self._closing = True
            self._news.notify()
        self.wait()

    def run(self) -> None:
        """Serve requests; Qt calls this on the new thread."""
        painter = self._make_painter()
        generation, failed = 0, True  # without a subject there is nothing to draw
        try:
            while (item := self._take()) is not None:
                subject, request = item
                if subject is not None:
                    generation, value = subject
                    failed = not self._try("opened", generation, painter.set_subject, value)
                elif not failed:
                    failed = not self._try("drawn", generation, painter.draw, request)
        finally:
            painter.close()

    def _take(self) -> tuple[tuple[int, Any] | None, Any] | None:
        """The newest subject, else the newest request; None at the end."""
        with self._news:
            self._news.wait_for(self._has_news)
            if self._closing:
                return None
            if (subject := self._subject) is not None:
                self._subject = None
                return subject, None
            request, self._request = self._request, None
            return None, request

    def _has_news(self) -> bool:
        waiting = self._subject is not None or self._request is not None
        return self._closing or (self._settled and waiting)

    def _try(self, kind: str, generation: int, work: Callable[[Any], Any], given: Any) -> bool:
        """Do one thing and send home what came of it."""
        try:
            value = work(given)
        except DimitraError as error:
            self._arrived.emit(_Result(generation, "failed", str(error)))
        except Exception as error:
            _log.exception("The preview failed")
            sentence = self.tr("The preview cannot be drawn: {reason}.").format(
                reason=str(error).rstrip(".") or type(error).__name__
            )
            self._arrived.emit(_Result(generation, "failed", sentence))
        else:
            if kind == "opened" or value is not None:
                self._arrived.emit(_Result(generation, kind, value))
            return True
        return False

    def _on_settled(self) -> None:
        with self._news:
            self._settled = True
            self._news.notify()

    def _on_arrived(self, result: _Result) -> None:
        if result.generation == self._generation and not self._closing:
            signal = {"opened": self.opened, "drawn": self.drawn, "failed": self.failed}
            signal[result.kind].emit(result.value)
