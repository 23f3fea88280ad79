"""Selecting a range of time with the mouse in the rows of the timeline."""

from PySide6.QtCore import QObject, Qt, Signal

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui.timeline.snapping import make_borders
from dimitra_studio.gui.timeline.time_axis import TimeAxis
from dimitra_studio.gui.timeline.track_box import TrackGesture

HANDLE = 6
"""Pixels to each side of an end of the selection in which it can be taken."""

_LEAST = 0.01  # seconds; less is a click that trembled


class RangeSelection(QObject):
    """Turns drags and clicks in the rows into a selection.

    A drag selects, its ends keep to words (Alt: they do not); a drag of an end moves that end;
    Shift extends; a click outside the selection drops it and moves the playhead.

    Args:
        axis: the visible time.
        parent: owner.
    """

    previewed = Signal(object)  # Segment | None, while the gesture lasts
    selected = Signal(object)  # Segment | None, once at its end
    sought = Signal(float)  # seconds that were clicked

    def __init__(self, axis: TimeAxis, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._axis = axis
        self._width = 1.0
        self._borders = make_borders(None)
        self._selection: Segment | None = None
        self._playhead = 0.0
        self._anchor: float | None = None
        self._preview: Segment | None = None

    def set_width(self, width: float) -> None:
        """Tell how many logical pixels the rows are wide."""
        self._width = max(width, 1.0)

    def set_transcript(self, transcript: Transcript | None) -> None:
        """Keep to the borders of these words."""
        self._borders = make_borders(transcript)

    def set_selection(self, selection: Segment | None) -> None:
        """Start from another selection; a gesture that goes on is left alone."""
        self._selection = selection

    def set_playhead(self, time: float) -> None:
        """Extend from here when nothing is selected."""
        self._playhead = time

    def handle_at(self, x: float) -> float | None:
        """The fixed end, if at ``x`` the other end of the selection can be taken."""
        if self._selection is None:
            return None
        start, end = self._selection.start, self._selection.end
        near_end = abs(self._axis.x_of(end, self._width) - x)
        near_start = abs(self._axis.x_of(start, self._width) - x)
        if min(near_end, near_start) > HANDLE:
            return None
        return start if near_end <= near_start else end

    def drag(self, gesture: TrackGesture) -> None:
        """Take part of a drag with the left button."""
        if gesture.start:
            self._anchor = self._find_anchor(gesture)
        if self._anchor is None:
            return  # the gesture was given up
        self._preview = self._segment(self._anchor, self._snapped(gesture.time, gesture))
        if gesture.finish:
            self._anchor = None
            self._tell(self._preview)
        else:
            self.previewed.emit(self._preview)

    def click(self, gesture: TrackGesture) -> None:
        """Take a click with the left button."""
        if gesture.modifiers & Qt.KeyboardModifier.ShiftModifier:
            wanted = self._snapped(gesture.time, gesture)
            self._tell(self._segment(self._far_end(gesture.time), wanted))
            return
        inside = self._selection
        if inside is not None and not inside.start <= gesture.time <= inside.end:
            self._tell(None)
        self.sought.emit(gesture.time)

    def select(self, start: float, end: float) -> None:
        """Select at the user's wish, as by a double click on a word."""
        self._tell(self._segment(start, end))

    def extend(self, start: float, end: float) -> None:
        """Take a word into the selection, or begin at the playhead."""
        if self._selection is not None:
            start, end = min(start, self._selection.start), max(end, self._selection.end)
        else:
            start, end = min(start, self._playhead), max(end, self._playhead)
        self._tell(self._segment(start, end))

    def give_up(self) -> bool:
        """Drop an unfinished gesture, or else the selection; whether there was one."""
        if self._anchor is not None:
            self._anchor = None
            self.previewed.emit(self._selection)
            return True
        if self._selection is not None:
            self._tell(None)
            return True
        return False

    def _find_anchor(self, gesture: TrackGesture) -> float:
        if gesture.modifiers & Qt.KeyboardModifier.ShiftModifier:
            return self._far_end(gesture.pressed)
        fixed = self.handle_at(self._axis.x_of(gesture.pressed, self._width))
        return self._snapped(gesture.pressed, gesture) if fixed is None else fixed

    def _far_end(self, time: float) -> float:
        if self._selection is None:
            return self._playhead
        start, end = self._selection.start, self._selection.end
        return start if abs(time - end) <= abs(time - start) else end

    def _snapped(self, time: float, gesture: TrackGesture) -> float:
        if gesture.modifiers & Qt.KeyboardModifier.AltModifier:
            return time
        return self._borders.nearest(time, self._axis.span / self._width)

    def _segment(self, first: float, second: float) -> Segment | None:
        start, end = max(min(first, second), 0.0), max(first, second)
        return Segment(start, end) if end - start >= _LEAST else None

    def _tell(self, selection: Segment | None) -> None:
        self._preview = None
        self._selection = selection
        self.previewed.emit(selection)
        self.selected.emit(selection)
