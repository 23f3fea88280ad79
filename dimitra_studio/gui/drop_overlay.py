"""Targets over the window while files are dragged across it."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.dropping import (
    ACCEPTED,
    TARGETS,
    Dropped,
    Target,
    accepted_types,
    dropped_paths,
    sort_files,
)

_ICONS: dict[Target, str] = {
    "portrait": "portrait",
    "recording": "waveform",
    "video": "video",
    "transcript": "transcript",
    "project": "open",
}
_VEIL = 0.88  # opacity of what hides the window


class DropOverlay(QWidget):
    """Covers its window during a drag of files and shows where they can be dropped.

    A file dropped beside the targets is sorted by what it holds.
    """

    dropped = Signal(object)  # Dropped

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Where files can be dropped"))
        self._targets = {target: _TargetCard(target, *self._words(target)) for target in TARGETS}
        self._hint = QLabel(self.tr("Drop the files anywhere; each finds its place."))
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        line = self.fontMetrics().height()
        layout = QGridLayout(self)
        layout.setContentsMargins(3 * line, 3 * line, 3 * line, 2 * line)
        layout.setSpacing(line)
        for index, card in enumerate(self._targets.values()):
            row, column = divmod(index, 3)
            span = 2 if row == 0 else 3
            layout.addWidget(card, row, column * span, 1, span)
        layout.addWidget(self._hint, 2, 0, 1, 6)
        layout.setRowStretch(0, 1)
        layout.setRowStretch(1, 1)
        self.hide()
        self.watch(window)

    def watch(self, widget: QWidget) -> None:
        """Come up when files are dragged over ``widget``, which would else take them itself."""
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def lit(self) -> Target | None:
        """The target below the pointer, if the files can be dropped there."""
        return next((target for target, card in self._targets.items() if card.lit), None)

    def possible(self) -> list[Target]:
        """The targets that take at least one of the dragged files."""
        return [target for target, card in self._targets.items() if card.possible]

    def centre_of(self, target: Target) -> QPoint:
        """Where to drop for ``target``."""
        return self._targets[target].geometry().center()

    def show_for(self, paths: list[Path]) -> None:
        """Cover the window, with the targets lit that take some of ``paths``."""
        for target, card in self._targets.items():
            refused = len(sort_files(paths, target).refused)
            card.set_possible(refused < len(paths))
        sentences = [sentence for _, sentence in sort_files(paths).refused]
        self._hint.setText(
            sentences[0] if sentences else self.tr("Drop the files anywhere; each finds its place.")
        )
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Come up at the first sight of files."""
        if isinstance(event, QDragEnterEvent) and event.type() == QEvent.Type.DragEnter:
            paths = dropped_paths(event.mimeData())
            if paths:
                self.show_for(paths)
                event.acceptProposedAction()
                return True
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take over from the window."""
        if dropped_paths(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Light the target below the pointer."""
        self._light(event.position().toPoint())
        event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Give the window back."""
        self._leave()

    def dropEvent(self, event: QDropEvent) -> None:
        """Say what was dropped."""
        self._light(event.position().toPoint())
        found = self._sort(dropped_paths(event.mimeData()))
        event.acceptProposedAction()
        self._leave()
        self.dropped.emit(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Veil the window."""
        painter = QPainter(self)
        painter.setOpacity(_VEIL)
        painter.fillRect(self.rect(), theme.colours().background)
        painter.end()

    def _sort(self, paths: list[Path]) -> Dropped:
        card = next((t for t, c in self._targets.items() if c.below_pointer), None)
        return sort_files(paths, card)

    def _light(self, position: QPoint) -> None:
        for card in self._targets.values():
            card.set_below_pointer(card.geometry().contains(position))

    def _leave(self) -> None:
        self.hide()
        for card in self._targets.values():
            card.set_below_pointer(False)

    def _words(self, target: Target) -> tuple[str, str]:
        return {
            "portrait": (self.tr("Portrait"), self.tr("A picture with one face")),
            "recording": (self.tr("Recording"), self.tr("Speech, or a video for its sound")),
            "video": (self.tr("Video to track"), self.tr("Its face becomes a take")),
            "transcript": (self.tr("Transcript"), self.tr("The words, with or without times")),
            "project": (self.tr("Project"), self.tr("Or motion, which becomes a take")),
        }[target]


class _TargetCard(QFrame):
    """One target: sign, name, what it takes."""

    def __init__(self, target: Target, name: str, explanation: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.possible, self.below_pointer = False, False
        self._sign = QLabel()
        title = QLabel(name)
        font = title.font()
        font.setPointSizeF(font.pointSizeF() * 1.35)
        font.setBold(True)
        title.setFont(font)
        types = QLabel(accepted_types(ACCEPTED[target]))
        self._icon = _ICONS[target]
        layout = QVBoxLayout(self)
        layout.addStretch()
        for label in (self._sign, title, QLabel(explanation), types):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            label.setWordWrap(label is not self._sign)
            layout.addWidget(label)
        layout.addStretch()
        self.set_possible(False)

    @property
    def lit(self) -> bool:
        return self.possible and self.below_pointer

    def set_possible(self, possible: bool) -> None:
        """Show whether it takes what is dragged."""
        self.possible = possible
        self.setEnabled(possible)
        self._show()

    def set_below_pointer(self, below: bool) -> None:
        """Show whether a drop would go here."""
        if below != self.below_pointer:
            self.below_pointer = below
            self._show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the card; the one that a drop goes to is filled."""
        colours = theme.colours()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self.fontMetrics().height()
        width = line / 6 if self.lit else line / 11
        pen = QPen(colours.accent if self.possible else colours.border, width)
        pen.setStyle(Qt.PenStyle.SolidLine if self.lit else Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colours.raised if self.lit else colours.base)
        area = QRectF(self.rect()).adjusted(width, width, -width, -width)
        painter.drawRoundedRect(area, line * 0.7, line * 0.7)
        painter.end()

    def _show(self) -> None:
        side = round(self.fontMetrics().height() * 3)
        sign = theme.icon(
            self._icon, "accent" if self.lit else "text" if self.possible else "ghost"
        )
        self._sign.setPixmap(sign.pixmap(QSize(side, side), self.devicePixelRatio()))
        self.update()
