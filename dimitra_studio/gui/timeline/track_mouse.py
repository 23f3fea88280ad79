"""The mouse in the rows of the timeline: what a gesture means depends on where it is made."""

from functools import partial

from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from dimitra_studio.gui.timeline.channel_scale import unit_of
from dimitra_studio.gui.timeline.group_row import GroupRow
from dimitra_studio.gui.timeline.hover_readout import HoverReadout
from dimitra_studio.gui.timeline.marks_overlay import MarksOverlay
from dimitra_studio.gui.timeline.navigation import Navigation
from dimitra_studio.gui.timeline.range_selection import RangeSelection
from dimitra_studio.gui.timeline.ruler_ticks import frame_at, seconds_text
from dimitra_studio.gui.timeline.track_box import TrackGesture
from dimitra_studio.gui.timeline.track_row import TrackRow

_NEAR = 8
"""Pixels from a curve within which it is meant."""


class TrackMouse(QObject):
    """Hands gestures in the rows to the selection, to the navigation or to a channel.

    Args:
        ranges: takes drags and clicks with the left button.
        navigation: takes drags with the middle button.
        marks: shows the value that the mouse is over.
        window: the timeline, which both lie over.
    """

    channel_activated = Signal(str)

    def __init__(
        self,
        ranges: RangeSelection,
        navigation: Navigation,
        marks: MarksOverlay,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._ranges = ranges
        self._navigation = navigation
        self._marks = marks
        self._readout = HoverReadout(window)

    def watch(self, row: TrackRow) -> None:
        """Take the gestures in a row."""
        row.box.dragged.connect(partial(self._on_dragged, row))
        row.box.clicked.connect(partial(self._on_clicked, row))
        row.box.hovered.connect(partial(self._on_hovered, row))

    def forget(self) -> None:
        """What the mouse is over has moved away."""
        self._marks.set_dot(None)
        self._readout.hide()

    def _on_dragged(self, row: TrackRow, gesture: TrackGesture) -> None:
        self.forget()
        if gesture.button == Qt.MouseButton.MiddleButton:
            self._navigation.drag(gesture, row.view.width())
        elif gesture.button == Qt.MouseButton.LeftButton:
            self._ranges.drag(gesture)

    def _on_clicked(self, row: TrackRow, gesture: TrackGesture) -> None:
        if gesture.button != Qt.MouseButton.LeftButton:
            return
        if isinstance(row, GroupRow) and not gesture.modifiers:
            channel = self._channel(row, gesture)
            if channel is not None:
                self.channel_activated.emit(channel)
                return
        self._ranges.click(gesture)

    def _on_hovered(self, row: TrackRow, gesture: TrackGesture | None) -> None:
        if gesture is None:
            self.forget()
            return
        taken = self._ranges.handle_at(gesture.x) is not None
        shape = Qt.CursorShape.SizeHorCursor if taken else Qt.CursorShape.ArrowCursor
        row.box.setCursor(shape)
        channel = self._channel(row, gesture) if isinstance(row, GroupRow) else None
        if channel is None or not isinstance(row, GroupRow):
            self.forget()
        else:
            self._tell(row, channel, gesture)

    def _channel(self, row: GroupRow, gesture: TrackGesture) -> str | None:
        reach = _NEAR / max(row.view.height(), 1)
        return row.channel_near(gesture.time, gesture.height, reach)

    def _tell(self, row: GroupRow, channel: str, gesture: TrackGesture) -> None:
        picture, values = row.item.picture, row.curves.values_at(gesture.time)
        if picture is None or values is None:
            return
        position = row.channels.channels.index(channel)
        value = float(values[position])
        text = self.tr("{channel}  {value}   {time} s, frame {frame}").format(
            channel=channel,
            value=unit_of(channel).text(value),
            time=seconds_text(gesture.time, 2),
            frame=frame_at(gesture.time),
        )
        if not row.curves.lower[position] <= value <= row.curves.upper[position]:
            text += "\n" + self.tr("Beyond the limits of the rig")
        height = row.view.height()
        place = QPointF(gesture.x, (1 - row.curve_height(channel, gesture.time)) * height)
        on_marks = QPointF(row.view.mapTo(self._window, QPoint(0, 0))) + place
        on_marks -= QPointF(self._marks.pos())
        self._marks.set_dot(on_marks, row.colour_of(channel))
        mouse = QPoint(round(gesture.x), round((1 - gesture.height) * height))
        bounds = self._window.rect()
        self._readout.tell(text, row.view.mapTo(self._window, mouse), bounds)
