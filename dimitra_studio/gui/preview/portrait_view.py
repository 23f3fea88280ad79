"""The talking portrait."""

from PySide6.QtCore import QPointF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from dimitra_studio.core.project import Media
from dimitra_studio.gui.preview.landmark_overlay import paint_landmarks
from dimitra_studio.gui.preview.overlay import backdrop, paint_drop_place, paint_message
from dimitra_studio.gui.preview.picture_view import PictureView
from dimitra_studio.gui.preview.portrait_painter import (
    PortraitFacts,
    PortraitPainter,
    PortraitRequest,
    PortraitSubject,
)
from dimitra_studio.gui.preview.zoom import Zoom

_COARSE = 4.0  # screen pixels for one of the picture's beyond which these are shown as they are


class PortraitView(PictureView):
    """Shows a portrait in the expressions and poses of curves.

    The wheel zooms at the cursor, dragging moves the picture, a double click shows all of it;
    with the keyboard: Page Up and Page Down, Ctrl with the arrows.
    """

    opened = Signal(object)  # PortraitFacts of the portrait, or None without one

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(PortraitPainter, parent)
        self.setAccessibleName(self.tr("Portrait"))
        self.setToolTip(self.tr("Wheel to zoom, drag to move, double-click to see all of it"))
        self._media: Media | None = None
        self._full_size = False
        self._landmarks = False
        self._zoom = Zoom()
        self._thread.opened.connect(self._on_opened)

    def set_portrait(self, media: Media | None) -> None:
        """Show another portrait, or none."""
        if media is not self._media:
            self._media = media
            self._zoom = Zoom()
            self._open()

    def set_full_size(self, full_size: bool) -> None:
        """Draw large portraits in their own size, even where that is slow."""
        if full_size != self._full_size:
            self._full_size = full_size
            self._open()

    def set_landmarks(self, shown: bool) -> None:
        """Show the 478 landmarks over the face, or not."""
        if shown != self._landmarks:
            self._landmarks = shown
            self._ask()
            self.update()

    def reset_view(self) -> None:
        """Show all of the picture."""
        self._zoom = Zoom()
        self.update()

    def _open(self) -> None:
        self._forget_picture()
        media = self._media
        subject = PortraitSubject(media, self._full_size) if media is not None else None
        self._thread.set_subject(subject)
        self._ask()

    def _make_request(self) -> PortraitRequest | None:
        if self._media is None:
            return None
        return PortraitRequest(self._curves, self._time, self._landmarks)

    def _on_opened(self, facts: PortraitFacts | None) -> None:
        self.opened.emit(facts)

    def _paint_absence(self, painter: QPainter) -> None:
        if self._failure:
            paint_message(painter, self, self._failure, error=True)
        elif self._media is not None:
            paint_message(painter, self, self.tr("Looking at the portrait…"))
        else:
            title = self.tr("Drop a portrait here")
            hint = self.tr("JPEG or PNG of one face that looks at the camera")
            paint_drop_place(painter, self, title, hint)

    def _paint_picture(self, painter: QPainter) -> None:
        painter.fillRect(self.rect(), backdrop()[1])
        place = self._zoom.place(self._image.size(), self.size())
        scale = place.width() / self._image.width()
        smooth = scale * self.devicePixelRatioF() < _COARSE
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        painter.drawImage(place, self._image)
        if self._landmarks and self._picture.landmarks is not None:
            paint_landmarks(painter, self, self._picture.landmarks * scale + (place.x(), place.y()))

    def _zoom_by(self, factor: float, at: QPointF) -> None:
        self._zoom = self._zoom.scaled(factor, at, self._image.size(), self.size())
        self.update()

    def _drag(self, by: QPointF, *, other: bool) -> None:  # noqa: ARG002  # both move the picture
        self._zoom = self._zoom.moved(by, self._image.size(), self.size())
        self.update()
