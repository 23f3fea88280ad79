"""The landmarks of a face, drawn over its picture."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui.theme_colours import DARK
from dimitra_studio.pipeline.preview import LANDMARK_GROUPS


def landmark_colours() -> dict[str, QColor]:
    """The colour of each group of contours; "points" for all others."""
    # A photograph is as bright in either scheme, so the bright colours suit both.
    colours = DARK
    return {
        "points": colours.text,
        "oval": colours.text,
        "eyes": colours.expression,
        "lips": colours.lips,
    }


def paint_landmarks(painter: QPainter, widget: QWidget, points: NDArray[np.floating]) -> None:
    """Draw points, and the contours of face, eyes and lips.

    Args:
        painter: on the widget.
        widget: whose font gives the size of the points.
        points: ``(478, 2)`` in its coordinates.
    """
    size = 0.13 * widget.fontMetrics().height()
    colours = landmark_colours()
    dots = [QPointF(x, y) for x, y in points.tolist()]
    faint = QColor(colours["points"])
    faint.setAlphaF(0.65)
    painter.setPen(QPen(faint, size, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPoints(dots)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for group, contours in LANDMARK_GROUPS.items():
        line = QColor(colours[group])
        line.setAlphaF(0.4 if group == "oval" else 0.95)
        painter.setPen(QPen(line, 0.6 * size if group == "oval" else 0.8 * size))
        for contour in contours:
            painter.drawPolygon(QPolygonF([dots[index] for index in contour]))
