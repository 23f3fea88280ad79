"""What is selected on the timeline, in numbers."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QWidget

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.range_texts import (
    count_frames_of,
    frames_text,
    span_text,
    time_text,
)


class SelectionInfo(QWidget):
    """Shows the range, its length and its words; told to nobody."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._range, self._length, self._words = QLabel(), QLabel(), HintLabel(tone="plain")
        self._empty = HintLabel(self.tr("Nothing is selected; drag on the timeline or the words."))
        self._layout = QFormLayout(self)
        self._layout.addRow(self.tr("Range"), self._range)
        self._layout.addRow(self.tr("Length"), self._length)
        self._layout.addRow(self.tr("Words"), self._words)
        self._layout.addRow(self._empty)
        for label in (self._range, self._length, self._words):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.set_selection(None, "")

    def set_selection(self, segment: Segment | None, words: str) -> None:
        """Show a range and the words in it; None for nothing."""
        for row in range(3):
            self._layout.setRowVisible(row, segment is not None)
        self._layout.setRowVisible(3, segment is None)
        if segment is not None:
            self._range.setText(span_text(segment))
            length = self.tr("{time} s, {frames}").format(
                time=time_text(segment.end - segment.start),
                frames=frames_text(count_frames_of(segment, FPS)),
            )
            self._length.setText(length)
            self._words.setText(words or self.tr("none"))
