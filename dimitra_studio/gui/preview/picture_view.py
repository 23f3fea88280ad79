"""What the views of the preview have in common."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.preview.frame_meter import FrameMeter
from dimitra_studio.gui.preview.overlay import Badge, backdrop, paint_badge, paint_corner
from dimitra_studio.gui.preview.preview_thread import Painter, PreviewThread

Floats = NDArray[np.float32]

_QUIET = 500  # milliseconds without a new picture after which nothing moves any more
_ZOOM = 1.2  # for one notch of the wheel, or one key
_STEP = 0.08  # share of the view's shorter side that a key moves by
_NOTCH = 120.0  # Qt's units of the wheel
_ARROWS = {
    Qt.Key.Key_Left: (-_STEP, 0.0),
    Qt.Key.Key_Right: (_STEP, 0.0),
    Qt.Key.Key_Up: (0.0, -_STEP),
    Qt.Key.Key_Down: (0.0, _STEP),
}


class PictureView(QWidget):
    """Shows what a preview thread draws of the newest curves.

    ``stop`` or ``close`` it before it goes.

    Subclasses say what to ask the thread for, how to paint what comes, and what gestures do.

    Args:
        make_painter: called on the thread.
        parent: as in Qt.
    """

    failed = Signal(str)  # one sentence
    frame_painted = Signal(float)  # time of the picture that was just painted for the first time

    def __init__(self, make_painter: Callable[[], Painter], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._curves: Floats | None = None
        self._time = 0.0
        self._badge: Badge | None = None
        self._failure = ""
        self._picture: Any = None
        self._image = QImage()
        self._fresh = False
        self._grip: QPointF | None = None
        self._meter = FrameMeter()
        self._quiet = QTimer(self, singleShot=True, interval=_QUIET)
        self._thread = PreviewThread(make_painter, self)
        self._thread.drawn.connect(self._on_drawn)
        self._thread.failed.connect(self._on_failed)
        self._quiet.timeout.connect(self._on_quiet)
        theme.notifier().changed.connect(self._on_theme_changed)

    def show_curves(self, curves: Floats | None, time: float) -> None:
        """Show ``(C,)`` curves as soon as they are drawn; None for the face as it is at rest.

        Args:
            curves: of the rig.
            time: seconds on the timeline; comes back with ``frame_painted``.
        """
        same = self._curves is curves or (
            curves is not None and self._curves is not None and np.array_equal(curves, self._curves)
        )
        self._curves, self._time = curves, time
        if not same:
            self._ask()

    def set_badge(self, badge: Badge | None) -> None:
        """Say which take is shown."""
        if badge != self._badge:
            self._badge = badge
            self.update()

    @property
    def image(self) -> QImage:
        """What is shown; null while there is nothing."""
        return self._image

    @property
    def dropped(self) -> int:
        """How many pictures were overtaken by newer ones before they were drawn."""
        return self._thread.dropped

    def zoom_in(self) -> None:
        """Show a smaller part, larger."""
        self._zoom_by(_ZOOM, QRectF(self.rect()).center())

    def zoom_out(self) -> None:
        """Show a larger part, smaller."""
        self._zoom_by(1.0 / _ZOOM, QRectF(self.rect()).center())

    def reset_view(self) -> None:
        """Show everything as it was at first."""
        raise NotImplementedError

    def stop(self) -> None:
        """Wait for the picture that is being drawn, and draw no more."""
        self._quiet.stop()
        self._thread.close()

    def sizeHint(self) -> QSize:
        side = 24 * self.fontMetrics().height()
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        side = 8 * self.fontMetrics().height()
        return QSize(side, side)

    def _make_request(self) -> Any:
        """What to ask the thread for; None when there is nothing to draw."""
        raise NotImplementedError

    def _paint_picture(self, painter: QPainter) -> None:
        """Paint ``self._image`` and what belongs upon it."""
        raise NotImplementedError

    def _paint_absence(self, painter: QPainter) -> None:
        """Say why there is no picture."""
        raise NotImplementedError

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        raise NotImplementedError

    def _drag(self, by: QPointF, *, other: bool) -> None:
        """Follow the mouse or the keys, by pixels; ``other`` with Shift or the middle button."""
        raise NotImplementedError

    def _ask(self) -> None:
        """Ask for a picture of the present state."""
        if self.isVisible() and (request := self._make_request()) is not None:
            self._thread.request(request)

    def _forget_picture(self) -> None:
        self._picture, self._image, self._failure = None, QImage(), ""
        self._meter.clear()
        self.update()

    def _corner_text(self) -> tuple[str, bool]:
        """What to write into the corner, and whether it is a warning."""
        dropped = self._meter.dropped
        if self._meter.rate <= 0.0:
            return "", False
        text = (
            self.tr("{rate:.0f} fps, {dropped} dropped") if dropped else self.tr("{rate:.0f} fps")
        )
        return text.format(rate=self._meter.rate, dropped=dropped), dropped > 0

    def _on_drawn(self, picture: Any) -> None:
        height, width = picture.pixels.shape[:2]
        self._picture = picture
        # The image does not own its pixels; the picture that it is kept with does.
        self._image = QImage(picture.pixels.data, width, height, QImage.Format.Format_RGB32)
        self._fresh, self._failure = True, ""
        self._meter.note(perf_counter(), self._thread.dropped)
        self._quiet.start()
        self.update()

    def _on_failed(self, sentence: str) -> None:
        self._forget_picture()
        self._failure = sentence
        self.failed.emit(sentence)

    @property
    def _moving(self) -> bool:
        """Whether pictures follow one another, as they do while playing and dragging."""
        return self._meter.rate > 0.0

    def _on_quiet(self) -> None:
        self._meter.clear()
        self.update()

    def _on_theme_changed(self) -> None:
        self._ask()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._ask()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._picture is None:
            painter.fillRect(self.rect(), backdrop()[1])
            self._paint_absence(painter)
        else:
            self._paint_picture(painter)
            if self._badge is not None:
                paint_badge(painter, self, self._badge)
            text, warn = self._corner_text()
            if text:
                paint_corner(painter, self, text, warn=warn)
        painter.end()
        if self._fresh and self._picture is not None:
            self._fresh = False
            self.frame_painted.emit(self._picture.time)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._zoom_by(_ZOOM ** (event.angleDelta().y() / _NOTCH), event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() in (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton):
            self._grip = event.position()
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            by, self._grip = event.position() - self._grip, event.position()
            middle = bool(event.buttons() & Qt.MouseButton.MiddleButton)
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drag(by, other=middle or shift)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None
        self.unsetCursor()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        self.reset_view()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier and key in _ARROWS:
            by = QPointF(*_ARROWS[Qt.Key(key)]) * min(self.width(), self.height())
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._drag(by, other=shift)
        elif key == Qt.Key.Key_PageUp:
            self.zoom_in()
        elif key == Qt.Key.Key_PageDown:
            self.zoom_out()
        else:
            super().keyPressEvent(event)
