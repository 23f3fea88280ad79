"""The Qt that is installed does not wear Python out."""

import sys

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter


def test_void_calls_keep_the_count_of_none() -> None:
    """PySide6 6.12 lost a reference to ``None`` at each void call, and at last aborted."""
    image = QImage(64, 64, QImage.Format.Format_ARGB32)
    painter = QPainter(image)
    before = sys.getrefcount(None)
    for step in range(200):
        painter.setPen(QColor(step, 0, 0))
        painter.drawLine(QPointF(0, step), QPointF(64, step))
        painter.fillRect(QRectF(0, 0, step, step), QColor(0, step, 0))
    after = sys.getrefcount(None)
    painter.end()
    assert after >= before - 100  # 600 void calls; other objects come and go
