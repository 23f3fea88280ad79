"""The parts of the timeline put together: what the user does with them, and its commands."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem, QWidget

from dimitra_studio.core.project import Marker
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui.timeline.marks_overlay import MarksOverlay
from dimitra_studio.gui.timeline.navigation import Navigation
from dimitra_studio.gui.timeline.overview_bar import OverviewBar
from dimitra_studio.gui.timeline.playhead_overlay import PlayheadOverlay
from dimitra_studio.gui.timeline.range_selection import RangeSelection
from dimitra_studio.gui.timeline.ruler import Ruler
from dimitra_studio.gui.timeline.time_axis import TimeAxis
from dimitra_studio.gui.timeline.timeline_bar import ChannelFilter, ViewButtons
from dimitra_studio.gui.timeline.track_mouse import TrackMouse
from dimitra_studio.gui.timeline.track_stack import TrackStack


class TimelineFrame(QWidget):
    """Overview, ruler and rows, with the sheets over them; ``TimelineView`` fills them.

    What the user does leaves by signals, once for each gesture.
    """

    playhead_moved = Signal(float)  # seconds
    scrub_started = Signal()
    scrub_finished = Signal()
    selection_changed = Signal(object)  # Segment | None
    markers_changed = Signal(object)  # tuple[Marker, ...]
    lock_toggled = Signal(str, bool)  # component
    strength_changed = Signal(str, float)  # field of Strength, 1 is 100 %
    solo_changed = Signal(object)  # str | None
    word_clicked = Signal(int)
    word_moved = Signal(int, float, float)  # index, start, end
    words_shifted = Signal(int, float)  # first word, seconds
    phoneme_moved = Signal(int, int, float, float)  # word, phoneme in it, start, end
    channel_activated = Signal(str)
    view_range_changed = Signal(float, float)  # start, end in seconds
    view_state_changed = Signal()  # what ``view_state`` returns

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self.axis = TimeAxis(self)
        self.navigation = Navigation(self.axis, self)
        self.ranges = RangeSelection(self.axis, self)
        self.overview = OverviewBar(self.axis)
        self.ruler = Ruler(self.axis)
        self.stack = TrackStack(self.axis)
        self.buttons = ViewButtons()
        self.filter = ChannelFilter()
        self.marks = MarksOverlay(self.axis, self)
        self.playhead = PlayheadOverlay(self.axis, self)
        self.mouse = TrackMouse(self.ranges, self.navigation, self.marks, self)
        self._transcript: Transcript | None = None
        self._selection: Segment | None = None
        self._lay_out()
        self._connect_time()
        self._connect_rows()
        self.buttons.set_checked("toggle_auto_scroll", checked=True)
        self._on_playhead_shown(0.0)

    def _lay_out(self) -> None:
        self._margin = QSpacerItem(0, 0, QSizePolicy.Policy.Fixed)  # below: a scroll bar
        for corner in (self.buttons, self.filter):
            corner.setFixedWidth(self.stack.header_width)
        self._grid = layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.buttons, 0, 0)
        layout.addWidget(self.overview, 0, 1)
        layout.addItem(self._margin, 0, 2)
        layout.addWidget(self.filter, 1, 0)
        layout.addWidget(self.ruler, 1, 1)
        layout.addWidget(self.stack, 2, 0, 1, 3)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(2, 1)
        for bar in (self.overview, self.ruler):
            bar.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setTabOrder(self.buttons, self.filter)
        self.setTabOrder(self.filter, self.ruler)

    def _connect_time(self) -> None:
        self.axis.range_changed.connect(self._on_range_changed)
        self.navigation.moved.connect(self._on_moved_by_user)
        self.overview.moved.connect(self._on_moved_by_user)
        self.overview.zoom_started.connect(self.navigation.remember)
        self.overview.wheeled.connect(self._on_wheeled)
        self.ruler.wheeled.connect(self._on_wheeled)
        self.ruler.sought.connect(self._on_sought)
        self.ruler.scrub_started.connect(self.scrub_started)
        self.ruler.scrub_finished.connect(self.scrub_finished)
        self.ruler.markers_previewed.connect(self.marks.set_markers)
        self.ruler.markers_changed.connect(self._on_markers_changed)
        self.ruler.unit_changed.connect(self.view_state_changed)
        self.ranges.previewed.connect(self._show_selection)
        self.ranges.selected.connect(self._on_selected)
        self.ranges.sought.connect(self._on_sought)
        self.playhead.shown.connect(self._on_playhead_shown)

    def _connect_rows(self) -> None:
        self.buttons.pressed.connect(self._on_button_pressed)
        self.filter.order_changed.connect(self._on_order_changed)
        self.stack.resized.connect(self._place_sheets)
        self.stack.heights_changed.connect(self.view_state_changed)
        self.stack.words.word_clicked.connect(self._on_word_clicked)
        self.stack.words.word_activated.connect(self._on_word_activated)
        self.stack.words.word_moved.connect(self.word_moved)
        self.stack.words.words_shifted.connect(self.words_shifted)
        self.stack.phonemes.phoneme_moved.connect(self.phoneme_moved)
        self.navigation.settled.connect(self.stack.settle)
        self.mouse.channel_activated.connect(self._on_channel_activated)
        for row in self.stack.rows.values():
            self.mouse.watch(row)
            row.view.wheeled.connect(self._on_wheeled)
        for group in self.stack.groups:
            group.lock_toggled.connect(self.lock_toggled)
            group.gain_changed.connect(self.strength_changed)
            group.solo_toggled.connect(self._on_solo_toggled)
            group.channel_activated.connect(self._on_channel_activated)
            group.state_changed.connect(self.view_state_changed)
            self.filter.pattern_changed.connect(group.set_filter)

    # Commands.

    def zoom_in(self) -> None:
        """Show less time, larger."""
        self.navigation.zoom_in()

    def zoom_out(self) -> None:
        """Show more time, smaller."""
        self.navigation.zoom_out()

    def fit_all(self) -> None:
        """Show the whole recording."""
        self.navigation.fit_all()

    def fit_selection(self) -> None:
        """Show the selection; nothing happens without one."""
        self.navigation.fit(self._selection)

    def zoom_back(self) -> None:
        """Show what was visible before the last zoom."""
        self.navigation.back()

    def toggle_spectrogram(self) -> None:
        """Show or hide the spectrogram."""
        self._show_spectrogram(self.stack.rows["spectrogram"].isHidden())
        self.view_state_changed.emit()

    def toggle_auto_scroll(self) -> None:
        """Follow the playhead while playing, or stay."""
        self._set_auto_scroll(not self.navigation.auto_scroll)
        self.view_state_changed.emit()

    def focus_filter(self) -> None:
        """Put the caret into the filter of the channels."""
        self.filter.focus_field()

    def expand_all(self) -> None:
        """Unfold the lists of channels."""
        self._expand(expanded=True)

    def collapse_all(self) -> None:
        """Fold the lists of channels."""
        self._expand(expanded=False)

    # Events.

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._give_up():
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_sheets()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._place_sheets()
        return super().event(event)

    # What moves what.

    def _give_up(self) -> bool:
        """Drop an unfinished gesture or else the selection; whether there was one."""
        return self.stack.words.abort() or self.stack.phonemes.abort() or self.ranges.give_up()

    def _place_sheets(self) -> None:
        """Cover ruler and rows, but neither the headers nor a scroll bar."""
        rows = self.stack.view_rect()
        self._margin.changeSize(self.stack.width() - rows.right() - 1, 0, QSizePolicy.Policy.Fixed)
        self._grid.invalidate()
        top = self.ruler.y()
        rect = QRect(rows.left(), top, rows.width(), self.height() - top)
        for sheet in (self.marks, self.playhead):
            sheet.setGeometry(rect)
            sheet.raise_()
        self.marks.set_top(self.ruler.height())
        self.ranges.set_width(rows.width())
        self.axis.set_columns(round(rows.width() * self.devicePixelRatioF()))

    def _on_range_changed(self, start: float, end: float) -> None:
        self.mouse.forget()
        self.stack.show_range(start, end)

    def _on_moved_by_user(self) -> None:
        self.view_range_changed.emit(self.axis.start, self.axis.end)

    def _on_wheeled(self, event: QWheelEvent) -> None:
        bar = self.stack.verticalScrollBar()
        width = self.stack.view_rect().width()
        scroll = self.navigation.wheel(event, width, can_scroll=bar.maximum() > 0)
        bar.setValue(bar.value() + scroll.y())

    def _on_sought(self, time: float) -> None:
        self._show_playhead(time)
        self.playhead_moved.emit(time)

    def _show_playhead(self, time: float) -> None:
        self.navigation.set_playhead(time)
        self.playhead.set_time(time)

    def _on_playhead_shown(self, time: float) -> None:
        self.ruler.set_playhead(time)
        self.ranges.set_playhead(time)
        for group in self.stack.groups:
            group.set_playhead(time)
        self.stack.show_position(time)

    def _on_selected(self, selection: Segment | None) -> None:
        self._show_selection(selection)
        self.selection_changed.emit(selection)

    def _show_selection(self, selection: Segment | None) -> None:
        self._selection = selection
        self.marks.set_selection(selection)
        self.overview.set_selection(selection)
        self.buttons.set_selection(exists=selection is not None)

    def _on_markers_changed(self, markers: tuple[Marker, ...]) -> None:
        self.marks.set_markers(markers)
        self.overview.set_markers(markers)
        self.markers_changed.emit(markers)

    def _on_word_clicked(self, index: int) -> None:
        if self._transcript is None:
            return
        word = self._transcript.words[index]
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.ranges.extend(word.start, word.end)
        else:
            self._on_sought(word.start)
            self.word_clicked.emit(index)

    def _on_word_activated(self, index: int) -> None:
        if self._transcript is not None:
            word = self._transcript.words[index]
            self.ranges.select(word.start, word.end)

    def _on_channel_activated(self, channel: str) -> None:
        for group in self.stack.groups:
            group.set_active(channel)
        self.channel_activated.emit(channel)

    def _on_solo_toggled(self, component: str, on: bool) -> None:
        solo = component if on else None
        for group in self.stack.groups:
            group.set_solo(solo)
        self.solo_changed.emit(solo)

    def _on_button_pressed(self, name: str) -> None:
        getattr(self, name)()

    def _on_order_changed(self) -> None:
        self._show_order()
        self.view_state_changed.emit()

    def _show_order(self) -> None:
        for group in self.stack.groups:
            group.set_order(self.filter.order)

    def _show_spectrogram(self, shown: bool) -> None:
        self.stack.rows["spectrogram"].setVisible(shown)
        self.buttons.set_checked("toggle_spectrogram", checked=shown)

    def _set_auto_scroll(self, on: bool) -> None:
        self.navigation.auto_scroll = on
        self.buttons.set_checked("toggle_auto_scroll", checked=on)

    def _expand(self, *, expanded: bool) -> None:
        for group in self.stack.groups:
            group.set_expanded(expanded)
        self.view_state_changed.emit()
