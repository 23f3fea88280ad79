"""Field that says what can be dropped, and takes a click too."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.dropping import Kind, accepted_types
from dimitra_studio.gui.theme_colours import mixed

_HOVER = 0.12  # share of the accent while files are above


class DropZone(QFrame):
    """Lists the accepted files by what they are for."""

    choose_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lit = False
        self.setAccessibleName(self.tr("What can be dropped"))
        line = self.fontMetrics().height()
        self._sign = QLabel()
        title = QLabel(self.tr("Drop your files anywhere on this window"))
        font = title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.12)
        title.setFont(font)
        choose = QPushButton(self.tr("&Choose files…"))
        choose.setToolTip(self.tr("Choose a portrait, a recording or a transcript"))
        choose.clicked.connect(self.choose_requested)

        head = QHBoxLayout()
        head.setSpacing(line // 2)
        head.addWidget(self._sign)
        head.addWidget(title, 1)
        head.addWidget(choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(round(line * 1.2), line, round(line * 1.2), line)
        layout.addLayout(head)
        layout.addLayout(self._make_list())
        theme.notifier().changed.connect(self._show_sign)
        self._show_sign()

    def set_lit(self, lit: bool) -> None:
        """Show that a drop would be taken."""
        self._lit = lit
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the dashed field."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        pen = QPen(colours.accent if self._lit else colours.border, 2 if self._lit else 1.4)
        pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(mixed(colours.accent, colours.base, _HOVER) if self._lit else colours.base)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(area, line * 0.6, line * 0.6)
        painter.end()

    def _make_list(self) -> QGridLayout:
        rows: tuple[tuple[str, tuple[Kind, ...]], ...] = (
            (self.tr("Portrait"), ("portrait",)),
            (self.tr("Recording"), ("recording",)),
            (self.tr("Video to track"), ("video",)),
            (self.tr("Transcript"), ("transcript", "timing")),
            (self.tr("Project"), ("project",)),
        )
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        grid.setHorizontalSpacing(self.fontMetrics().height())
        grid.setVerticalSpacing(self.fontMetrics().height() // 5)
        for row, (name, kinds) in enumerate(rows):
            types = QLabel(accepted_types(kinds))
            types.setForegroundRole(types.palette().ColorRole.PlaceholderText)
            types.setWordWrap(True)
            grid.addWidget(QLabel(name), row, 0)
            grid.addWidget(types, row, 1)
        return grid

    def _show_sign(self) -> None:
        side = round(self.fontMetrics().height() * 1.7)
        sign = theme.icon("drop", "accent")
        self._sign.setPixmap(sign.pixmap(QSize(side, side), self.devicePixelRatio()))
