"""Which part of a picture a view shows."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize

_MOST = 24.0


@dataclass(frozen=True, slots=True)
class Zoom:
    """A scale and a place; the picture always fills the view as far as it can.

    Args:
        factor: 1 where the whole picture is seen.
        x: of the picture's middle from the view's, in widths of the picture as it is shown.
        y: the same downwards, in its heights.
    """

    factor: float = 1.0
    x: float = 0.0
    y: float = 0.0

    def place(self, picture: QSize, view: QSize) -> QRectF:
        """Where the picture lies in the view."""
        scale = self.factor * min(
            view.width() / max(picture.width(), 1), view.height() / max(picture.height(), 1)
        )
        width, height = picture.width() * scale, picture.height() * scale
        left = 0.5 * (view.width() - width) + self.x * width
        top = 0.5 * (view.height() - height) + self.y * height
        return QRectF(left, top, width, height)

    def scaled(self, factor: float, at: QPointF, picture: QSize, view: QSize) -> "Zoom":
        """Larger by ``factor``, with what is at a point of the view staying there."""
        before = self.place(picture, view)
        wanted = min(max(self.factor * factor, 1.0), _MOST)
        ratio = wanted / self.factor
        left = at.x() + ratio * (before.left() - at.x())
        top = at.y() + ratio * (before.top() - at.y())
        return _at(wanted, left, top, picture, view)

    def moved(self, by: QPointF, picture: QSize, view: QSize) -> "Zoom":
        """Moved by some pixels of the view."""
        before = self.place(picture, view)
        return _at(self.factor, before.left() + by.x(), before.top() + by.y(), picture, view)


def _at(factor: float, left: float, top: float, picture: QSize, view: QSize) -> Zoom:
    """The zoom that puts the picture's corner somewhere, without leaving the view empty."""
    middle = Zoom(factor).place(picture, view)
    if middle.isEmpty():
        return Zoom()
    spare_x = max(0.5 * (middle.width() - view.width()), 0.0)
    spare_y = max(0.5 * (middle.height() - view.height()), 0.0)
    x = min(max(left - middle.left(), -spare_x), spare_x)
    y = min(max(top - middle.top(), -spare_y), spare_y)
    return Zoom(factor, x / middle.width(), y / middle.height())
