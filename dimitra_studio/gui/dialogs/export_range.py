"""The part of the export dialog that chooses a time range."""

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.gui.panels.range_texts import span_text

ALL, SELECTION, LOOP, SPAN = "all", "selection", "loop", "span"


class ExportRange(QWidget):
    """Everything, the selection, the loop, or from one time to another."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duration = 0.0
        self._segments: Mapping[str, Segment | None] = {SELECTION: None, LOOP: None}
        self._choices = {
            ALL: QRadioButton(self.tr("&Everything")),
            SELECTION: QRadioButton(self.tr("&Selection")),
            LOOP: QRadioButton(self.tr("&Loop")),
            SPAN: QRadioButton(self.tr("&From")),
        }
        self._choices[ALL].setToolTip(self.tr("From the start to the end of the recording"))
        self._choices[SPAN].setToolTip(self.tr("Between two times"))
        self._group = QButtonGroup(self)
        self._start = self._make_time(self.tr("From, in seconds"))
        self._end = self._make_time(self.tr("To, in seconds"))
        self._arrange()
        for choice in self._choices.values():
            self._group.addButton(choice)
            choice.clicked.connect(self._on_chosen)
        self._start.valueChanged.connect(self._on_time_changed)
        self._end.valueChanged.connect(self._on_time_changed)
        self.choose(ALL)

    @property
    def choice(self) -> str:
        """``ALL``, ``SELECTION``, ``LOOP`` or ``SPAN``."""
        return next(name for name, button in self._choices.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Show another choice; everything where that one is not to be had."""
        if name not in self._choices or not self._choices[name].isEnabled():
            name = ALL
        self._choices[name].setChecked(True)
        self._show_times()

    def set_duration(self, duration: float) -> None:
        """Set how long everything is, in seconds."""
        self._duration = duration
        for box in (self._start, self._end):
            with QSignalBlocker(box):
                box.setMaximum(duration)
        self._show_times()

    def set_segments(self, selection: Segment | None, loop: Segment | None) -> None:
        """Set what is selected and what is looped; None for nothing."""
        self._segments = {SELECTION: selection, LOOP: loop}
        nothing = {
            SELECTION: self.tr("Nothing is selected in the timeline"),
            LOOP: self.tr("Looping is off"),
        }
        for name, segment in self._segments.items():
            span = "" if segment is None else span_text(segment)
            explain(self._choices[name], span, None if segment else nothing[name])
        self.choose(self.choice)

    def set_span(self, start: float, end: float) -> None:
        """Show a span of its own; not yet chosen."""
        for box, time in ((self._start, start), (self._end, end)):
            with QSignalBlocker(box):
                box.setValue(time)

    def span(self) -> tuple[float, float]:
        """The times in the two fields."""
        return self._start.value(), self._end.value()

    def segment(self) -> Segment | None:
        """What is chosen; None for everything, and for a span that ends before it begins."""
        if self.choice == SPAN:
            start, end = self.span()
            return Segment(start, end) if start < end else None
        return self._segments.get(self.choice)

    def problem(self) -> str | None:
        """What keeps it from being exported."""
        start, end = self.span()
        if self.choice == SPAN and start >= end:
            return self.tr("The range ends before it begins")
        return None

    def _make_time(self, name: str) -> QDoubleSpinBox:
        box = QDoubleSpinBox()
        box.setDecimals(2)
        box.setSingleStep(1 / FPS)
        box.setSuffix(self.tr(" s"))
        box.setAccessibleName(name)
        box.setToolTip(name)
        return box

    def _arrange(self) -> None:
        gap = self.fontMetrics().averageCharWidth() * 2
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        to = QLabel(self.tr("to"))
        for widgets in (
            tuple(self._choices[name] for name in (ALL, SELECTION, LOOP)),
            (self._choices[SPAN], self._start, to, self._end),
        ):
            row = QHBoxLayout()
            row.setSpacing(gap)
            for widget in widgets:
                row.addWidget(widget)
            row.addStretch(1)
            rows.addLayout(row)

    def _show_times(self) -> None:
        """Let the fields show what is chosen, to begin a span of one's own with."""
        if self.choice == SPAN:
            return
        segment = self._segments.get(self.choice)
        if segment is None:
            self.set_span(0.0, self._duration)
        else:
            self.set_span(segment.start, segment.end)

    def _on_chosen(self) -> None:
        self._show_times()
        self.changed.emit()

    def _on_time_changed(self) -> None:
        self._choices[SPAN].setChecked(True)
        self.changed.emit()
