"""A small portrait for the tests of the preview, how pictures differ, and a hand with a mouse."""

from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from dimitra_studio.core.project import Media, Portrait
from tests.render.portraits import smiling


@lru_cache(maxsize=1)
def face() -> Portrait:
    picture = cv2.cvtColor(smiling().image, cv2.COLOR_RGB2BGR)
    done, data = cv2.imencode(".png", picture)
    assert done
    return Portrait(Media("portrait.png", data.tobytes()), smiling().identity, smiling().curves)


def pixels(image: QImage) -> NDArray[np.uint8]:
    """``(H, W, 3)`` red, green, blue."""
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), image.width(), 3).copy()


def apart(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> float:
    """Mean difference of two pictures of the same size."""
    return float(np.abs(first.astype(float) - second).mean())


def drag(
    widget: QWidget, by: QPoint, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Press the left button in the middle of a widget, and let go of it elsewhere."""
    left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
    start = widget.rect().center()
    for kind, place, button, held in (
        (QEvent.Type.MouseButtonPress, start, left, left),
        (QEvent.Type.MouseMove, start + by, none, left),
        (QEvent.Type.MouseButtonRelease, start + by, left, none),
    ):
        at = QPointF(place)
        event = QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, modifier)
        QApplication.sendEvent(widget, event)


def turn_wheel(widget: QWidget, at: QPointF, notches: int) -> None:
    """Turn the wheel forwards at a place of a widget."""
    event = QWheelEvent(
        at, widget.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
