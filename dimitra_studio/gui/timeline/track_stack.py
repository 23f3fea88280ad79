"""The rows of the timeline, one above the other, each as high as the user wants it."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QSplitter, QVBoxLayout, QWidget

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.gui.timeline.group_row import GroupRow
from dimitra_studio.gui.timeline.phonemes_item import PhonemesItem
from dimitra_studio.gui.timeline.ruler_ticks import frame_at, seconds_text, timecode
from dimitra_studio.gui.timeline.spectrogram_item import SpectrogramItem
from dimitra_studio.gui.timeline.time_axis import TimeAxis
from dimitra_studio.gui.timeline.track_row import TrackRow, make_title
from dimitra_studio.gui.timeline.waveform_item import WaveformItem
from dimitra_studio.gui.timeline.words_item import WordsItem

_SPEECH_LINES = {
    "waveform": (2.2, None),
    "spectrogram": (2.2, None),
    "words": (1.6, 1.6),
    "phonemes": (1.4, 1.4),
}
_HEIGHTS = {"waveform": 3.6, "spectrogram": 5.0, "lips": 7.0, "expression": 7.0, "pose": 5.5}


class TrackStack(QScrollArea):
    """Sound, words, phonemes, then the components; scrolls when they do not fit.

    Args:
        axis: the visible time.
    """

    resized = Signal()  # the place of the rows' views is another
    heights_changed = Signal()  # by the user's hand

    def __init__(self, axis: TimeAxis, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._span = axis.span
        self.waveform = WaveformItem()
        self.spectrogram = SpectrogramItem()
        self.words = WordsItem()
        self.phonemes = PhonemesItem()
        self.position = make_title("")
        self.position.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.position.setAccessibleName(self.tr("Position of the playhead"))
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(2)
        self.rows: dict[str, TrackRow] = {}
        self._add_speech()
        self._add_groups()
        self.header_width = self.fontMetrics().averageCharWidth() * 40
        for index, row in enumerate(self.rows.values()):
            row.set_header_width(self.header_width)
            self._splitter.setStretchFactor(index, 1)
        self.rows["spectrogram"].hide()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(self._splitter)
        self.restore_heights({})
        self._splitter.splitterMoved.connect(self.heights_changed)
        self.viewport().installEventFilter(self)

    @property
    def groups(self) -> list[GroupRow]:
        return [row for row in self.rows.values() if isinstance(row, GroupRow)]

    def heights(self) -> dict[str, int]:
        """Height of each visible row."""
        return {name: row.height() for name, row in self.rows.items() if not row.isHidden()}

    def restore_heights(self, heights: Mapping[str, object]) -> None:
        """Give rows their heights again; those not named get what suits them."""
        line = self.fontMetrics().height()
        sizes = []
        for name, row in self.rows.items():
            height = heights.get(name)
            usual = _HEIGHTS.get(name, 0.0) * line
            wanted = float(height) if isinstance(height, int | float) else usual
            sizes.append(round(max(wanted, row.minimumHeight())))
        self._splitter.setSizes(sizes)

    def show_range(self, start: float, end: float) -> None:
        """Show these seconds in all rows."""
        zoomed = abs((end - start) - self._span) > 1e-9
        self._span = end - start
        for row in self.rows.values():
            if isinstance(row, GroupRow):
                if zoomed:
                    row.item.set_moving(moving=True)
                row.view.invalidate()  # curves know the axis; moving their box costs time
            else:
                row.view.show_range(start, end)

    def show_position(self, time: float) -> None:
        """Write where the playhead is: seconds, frame and timecode."""
        text = self.tr("{seconds} s · {frame} · {timecode}")
        self.position.setText(
            text.format(seconds=seconds_text(time), frame=frame_at(time), timecode=timecode(time))
        )

    def settle(self) -> None:
        """The visible time has come to rest: draw in full detail, order channels anew."""
        for group in self.groups:
            group.item.set_moving(moving=False)
            group.view_settled()

    def view_rect(self) -> QRect:
        """Where the rows' views are, in coordinates of the scroll area."""
        place = self.viewport().geometry()
        return place.adjusted(self.header_width, 0, 0, 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.viewport() and event.type() == QEvent.Type.Resize:
            self.resized.emit()
        return super().eventFilter(watched, event)

    def _add_speech(self) -> None:
        titles = {
            "waveform": self.tr("Waveform"),
            "spectrogram": self.tr("Spectrogram"),
            "words": self.tr("Words"),
            "phonemes": self.tr("Phonemes"),
        }
        for name, item in (
            ("waveform", self.waveform),
            ("spectrogram", self.spectrogram),
            ("words", self.words),
            ("phonemes", self.phonemes),
        ):
            header = QWidget()
            layout = QVBoxLayout(header)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
            layout.addStretch()
            layout.addWidget(make_title(titles[name]))
            if name == "waveform":
                layout.addWidget(self.position)
            layout.addStretch()
            row = TrackRow(self._axis, header, titles[name])
            row.set_lines(*_SPEECH_LINES[name])
            row.view.add(item)
            self._add(name, row)

    def _add_groups(self) -> None:
        titles = dict(
            zip(COMPONENTS, (self.tr("Lips"), self.tr("Expression"), self.tr("Pose")), strict=True)
        )
        for component in COMPONENTS:
            self._add(component, GroupRow(self._axis, component, titles[component]))

    def _add(self, name: str, row: TrackRow) -> None:
        self.rows[name] = row
        self._splitter.addWidget(row)
