"""Icons: drawings of one colour, which is that of the text around them."""

from collections.abc import Callable
from functools import cache, lru_cache
from typing import cast

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.gui.theme_colours import Colours, faint

FOLDER = RESOURCES / "icons"


def make_icon(name: str, colours: Callable[[], Colours], role: str = "text") -> QIcon:
    """An icon that is drawn when it is shown, so it is crisp at any size and in any scheme.

    Args:
        name: of a file in ``resources/icons``, without its ending.
        colours: gives those of the present scheme.
        role: the field of ``Colours`` that it is drawn in.

    Raises:
        ValueError: if there is no such file.
    """
    _drawing(name)
    return QIcon(_Engine(name, colours, role))


@cache
def _drawing(name: str) -> str:
    path = FOLDER / f"{name}.svg"
    if not path.is_file():
        raise ValueError(f"there is no icon {name!r} in {FOLDER}")
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    drawing = _drawing(name).replace("currentColor", colour)
    return QSvgRenderer(QByteArray(drawing.encode()))


class _Engine(QIconEngine):
    def __init__(self, name: str, colours: Callable[[], Colours], role: str) -> None:
        super().__init__()
        self._name, self._colours, self._role = name, colours, role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        side = min(rect.width(), rect.height())
        square = QRectF(0, 0, side, side)
        square.moveCenter(QRectF(rect).center())
        renderer = _renderer(self._name, self._tint(mode, state).name())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        renderer.render(painter, square)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        pixmap = QPixmap(size * scale)
        pixmap.setDevicePixelRatio(scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(0, 0, size.width(), size.height()), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._colours, self._role)

    def _tint(self, mode: QIcon.Mode, state: QIcon.State) -> QColor:
        colours = self._colours()
        if mode == QIcon.Mode.Disabled:
            return faint(colours)
        role = "accent" if state == QIcon.State.On else self._role
        return cast(QColor, getattr(colours, role))
