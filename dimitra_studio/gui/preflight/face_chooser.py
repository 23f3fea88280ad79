"""A picture of several people, in which one face is chosen."""

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.thumbnail import to_image
from dimitra_studio.pipeline.findings import Box, Faces

_LINES = 12  # as high as so many lines of text, when there is room


class FaceChooser(QWidget):
    """Numbers the faces; a click, a digit, or arrows and Enter choose one."""

    face_chosen = Signal(object)  # its box in pixels of the picture

    def __init__(self, faces: Faces, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = to_image(faces.picture)
        self._boxes = sorted(faces.boxes)  # from left to right, as they are read
        self._marked = 0
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setToolTip(self.tr("Click the face that shall speak, or type its number"))
        self._name_marked()

    def sizeHint(self) -> QSize:
        height = _LINES * self.fontMetrics().lineSpacing()
        return QSize(height * self._image.width() // self._image.height(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.sizeHint().height() // 2, self.sizeHint().height() // 3)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        height = width * self._image.height() // self._image.width()
        return min(height, 2 * self.sizeHint().height())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        face = self._face_at(event.position())
        if face is not None and event.button() == Qt.MouseButton.LeftButton:
            self._choose(face)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        face = self._face_at(event.position())
        if face is not None:
            self._mark(face)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}
        if event.key() in steps:
            self._mark((self._marked + steps[Qt.Key(event.key())]) % len(self._boxes))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._marked)
        elif event.text().isdecimal() and 0 < int(event.text()) <= len(self._boxes):
            self._choose(int(event.text()) - 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # digits and arrows are keys of the window too; here they choose a face
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            arrows = (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Space)
            if event.text().isdecimal() or event.key() in arrows:
                event.accept()
                return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self._frame(), self._image)
        for index, box in enumerate(self._boxes):
            self._paint_face(painter, index, self._on_screen(box))

    def _paint_face(self, painter: QPainter, index: int, place: QRectF) -> None:
        colours = theme.colours()
        marked = index == self._marked
        line = self.fontMetrics().height() / 8
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(0, 0, 0, 160), 3 * line))  # seen on any picture
        painter.drawRoundedRect(place, 4, 4)
        painter.setPen(QPen(colours.accent if marked else Qt.GlobalColor.white, line * 1.5))
        painter.drawRoundedRect(place, 4, 4)
        side = 1.6 * self.fontMetrics().height()
        badge = QRectF(place.topLeft() - QPointF(side / 3, side / 3), QSize(1, 1) * side)
        badge.moveTo(max(badge.left(), 0), max(badge.top(), 0))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.accent if marked else colours.base)
        painter.drawEllipse(badge)
        painter.setPen(colours.on_accent if marked else colours.text)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(index + 1))

    def _frame(self) -> QRectF:
        """Where the picture is drawn."""
        size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        frame = QRectF(QPointF(), size)
        frame.moveCenter(QRectF(self.rect()).center())
        return frame

    def _on_screen(self, box: Box) -> QRectF:
        frame = self._frame()
        scale = frame.width() / self._image.width()
        x, y, width, height = (scale * value for value in box)
        return QRectF(frame.left() + x, frame.top() + y, width, height)

    def _face_at(self, point: QPointF) -> int | None:
        for index, box in enumerate(self._boxes):
            if self._on_screen(box).contains(point):
                return index
        return None

    def _mark(self, index: int) -> None:
        if index != self._marked:
            self._marked = index
            self._name_marked()
            self.update()

    def _name_marked(self) -> None:
        self.setAccessibleName(
            self.tr("Face {number} of {total}, from the left; Enter chooses it").format(
                number=self._marked + 1, total=len(self._boxes)
            )
        )

    def _choose(self, index: int) -> None:
        self._mark(index)
        self.face_chosen.emit(self._boxes[index])
