"""The page that the window opens with."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui.dropping import dropped_paths
from dimitra_studio.gui.recent_files import RecentFile
from dimitra_studio.gui.welcome.action_card import ActionCard
from dimitra_studio.gui.welcome.banner import Banner
from dimitra_studio.gui.welcome.drop_zone import DropZone
from dimitra_studio.gui.welcome.recent_row import RecentRow

_WIDTH = 140  # characters; wider lines are hard to take in


class WelcomePage(QWidget):
    """New, open, sample, recent, and a field for files; knows nothing of the project."""

    new_requested = Signal()
    open_requested = Signal()
    sample_requested = Signal()
    choose_requested = Signal()  # files, through a dialog
    recent_requested = Signal(object)  # Path
    locate_requested = Signal(object)  # Path, that is not there any more
    remove_requested = Signal(object)  # Path, to be taken off the list
    files_dropped = Signal(object)  # list[Path]

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Welcome"))
        self._zone = DropZone()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self._nothing = QLabel(self.tr("Projects that you saved will be listed here."))
        self._nothing.setForegroundRole(self._nothing.palette().ColorRole.PlaceholderText)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._make_page())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

        self._zone.choose_requested.connect(self.choose_requested)
        self.set_recent(())

    def set_recent(self, files: Sequence[RecentFile]) -> None:
        """List the projects that were open lately."""
        while self._rows.count():
            item = self._rows.takeAt(0)
            row = item.widget() if item else None
            if isinstance(row, RecentRow):
                row.hide()
                row.deleteLater()
        for file in files:
            row = RecentRow(file)
            row.opened.connect(self.recent_requested)
            row.located.connect(self.locate_requested)
            row.removed.connect(self.remove_requested)
            self._rows.addWidget(row)
        if not files:
            self._rows.addWidget(self._nothing)
        self._nothing.setVisible(not files)

    def rows(self) -> list[RecentRow]:
        """The projects that are listed."""
        items = (self._rows.itemAt(index) for index in range(self._rows.count()))
        widgets = (item.widget() for item in items if item)
        return [widget for widget in widgets if isinstance(widget, RecentRow)]

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, and nothing else."""
        if dropped_paths(event.mimeData()):
            self._zone.set_lit(True)
            event.acceptProposedAction()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """The files went elsewhere."""
        self._zone.set_lit(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        self._zone.set_lit(False)
        paths: list[Path] = dropped_paths(event.mimeData())
        event.acceptProposedAction()
        if paths:
            self.files_dropped.emit(paths)

    def _make_page(self) -> QWidget:
        line = self.fontMetrics().height()
        column = QWidget()
        column.setMaximumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        lines = QVBoxLayout(column)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(round(line * 1.3))
        lines.addWidget(Banner())
        lines.addLayout(self._make_cards())
        lines.addWidget(self._zone)
        lines.addWidget(self._make_heading(self.tr("Recent projects")))
        lines.addLayout(self._rows)
        page = QWidget()
        around = QHBoxLayout(page)
        around.setContentsMargins(2 * line, 2 * line, 2 * line, 2 * line)
        around.addStretch(1)
        middle = QVBoxLayout()
        middle.addStretch(1)
        middle.addWidget(column)
        middle.addStretch(2)
        around.addLayout(middle, 20)
        around.addStretch(1)
        return page

    def _make_cards(self) -> QGridLayout:
        cards = (
            ActionCard(
                "new", self.tr("New"), self.tr("Begin with a portrait and a voice"), main=True
            ),
            ActionCard("open", self.tr("Open"), self.tr("Go on with a project")),
            ActionCard("sample", self.tr("Sample"), self.tr("Look around in a finished clip")),
        )
        signals = (self.new_requested, self.open_requested, self.sample_requested)
        grid = QGridLayout()
        grid.setSpacing(self.fontMetrics().height())
        for index, (card, signal) in enumerate(zip(cards, signals, strict=True)):
            card.clicked.connect(signal)
            grid.addWidget(card, 0, index)
            grid.setColumnStretch(index, 1)
        return grid

    def _make_heading(self, text: str) -> QLabel:
        heading = QLabel(text)
        font = heading.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.12)
        heading.setFont(font)
        return heading
