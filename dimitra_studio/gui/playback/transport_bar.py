"""The row of buttons below the preview: playing, time, speed and volume."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QSlider, QWidget

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.elided_label import ElidedLabel
from dimitra_studio.gui.panels.icon_button import IconButton, explain
from dimitra_studio.gui.playback.time_display import TimeDisplay, Unit

SPEEDS = (0.25, 0.5, 0.75, 1.0, 1.5, 2.0, 4.0)
"""Times as fast, as the bar offers them."""

_VOLUME_STEPS = 100
_PLAY_LARGER = 1.35  # than the other pictures


class TransportBar(QWidget):
    """Shows what the transport does, and asks it for more."""

    play_toggled = Signal()
    stepped = Signal(int)  # frames
    start_requested = Signal()
    end_requested = Signal()
    loop_toggled = Signal(bool)
    speed_changed = Signal(float)  # times as fast
    volume_changed = Signal(float)  # 0 to 1, while it is dragged too
    mute_toggled = Signal(bool)
    sound_wanted = Signal()  # to look again for a sound card

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._duration = 0.0
        self._playing = False
        self._make_buttons()
        self._make_sound()
        self._time = TimeDisplay()
        self._range = ElidedLabel()
        self._range.setAccessibleName(self.tr("Selected range"))
        self._range.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._range.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._speed = self._make_speed()
        self._arrange()
        self._connect()
        self.set_duration(0.0)
        self.set_playing(False)
        self.set_speed(1.0)
        self.set_volume(1.0)
        self.set_muted(False)
        self.set_silence("")

    @property
    def unit(self) -> Unit:
        """How times are written; the user changes it by a click."""
        return self._time.unit

    def set_unit(self, unit: Unit) -> None:
        """Write times in another unit."""
        self._time.set_unit(unit)

    def set_playing(self, playing: bool) -> None:
        """Show whether it plays."""
        self._playing = playing
        self._play.setIcon(theme.icon("pause" if playing else "play"))
        self._play.setAccessibleName(self.tr("Pause") if playing else self.tr("Play"))
        self._explain()

    def set_position(self, time: float) -> None:
        """Show the time of the playhead, in seconds."""
        self._time.set_time(time)

    def set_duration(self, duration: float) -> None:
        """Show the length of the timeline, in seconds."""
        self._duration = duration
        self._time.set_duration(duration)
        self._explain()

    def set_range(self, segment: Segment | None) -> None:
        """Show the selected range."""
        if segment is None:
            self._range.setText("")
            return
        locale = self.locale()
        start, end, length = (
            locale.toString(float(time), "f", 2)
            for time in (segment.start, segment.end, segment.end - segment.start)
        )
        text = self.tr("In {start}  Out {end}  ({length} s)")
        self._range.setText(text.format(start=start, end=end, length=length))

    def set_loop(self, on: bool) -> None:
        """Show whether it goes round and round."""
        with QSignalBlocker(self._loop):
            self._loop.setChecked(on)

    def set_speed(self, speed: float) -> None:
        """Show how many times as fast it plays; negative is backwards."""
        with QSignalBlocker(self._speed):
            self._speed.setPlaceholderText(self._speed_text(speed))
            self._speed.setCurrentIndex(SPEEDS.index(speed) if speed in SPEEDS else -1)

    def set_volume(self, volume: float) -> None:
        """Show the loudness, from 0 to 1."""
        with QSignalBlocker(self._volume):
            self._volume.setValue(round(volume * _VOLUME_STEPS))
        self._volume.setToolTip(self.tr("Volume: {n} %").format(n=self._volume.value()))

    def set_muted(self, muted: bool) -> None:
        """Show whether it plays without sound."""
        with QSignalBlocker(self._mute):
            self._mute.setChecked(muted)
        self._mute.setIcon(theme.icon("mute" if muted else "volume"))
        self._volume.setEnabled(not muted)

    def set_silence(self, why: str) -> None:
        """Say why nothing can be heard; empty when it can."""
        self._silence.setVisible(bool(why))
        self._silence.setToolTip(self.tr("{why} Click to look for it.").format(why=why))
        self._silence.setAccessibleDescription(why)

    def _make_buttons(self) -> None:
        self._start = IconButton("start", self.tr("Start"), "")
        self._previous = IconButton("previous-frame", self.tr("Previous frame"), "")
        self._play = IconButton("play", self.tr("Play"), "")
        self._next = IconButton("next-frame", self.tr("Next frame"), "")
        self._end = IconButton("end", self.tr("End"), "")
        self._loop = IconButton(
            "loop", self.tr("Loop"), self.tr("Play the selection, or everything, again and again")
        )
        self._loop.setCheckable(True)
        self._play.setIconSize(self._play.iconSize() * _PLAY_LARGER)
        for button in (self._previous, self._next):
            button.setAutoRepeat(True)

    def _make_sound(self) -> None:
        self._mute = IconButton("volume", self.tr("Mute"), self.tr("Play without sound"))
        self._mute.setCheckable(True)
        self._volume = QSlider(Qt.Orientation.Horizontal)
        self._volume.setRange(0, _VOLUME_STEPS)
        self._volume.setAccessibleName(self.tr("Volume"))
        self._volume.setFixedWidth(self.fontMetrics().averageCharWidth() * 10)
        self._silence = IconButton("warning", self.tr("No sound"), "")
        self._silence.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._silence.setText(self.tr("No sound"))

    def _make_speed(self) -> QComboBox:
        box = QComboBox()
        box.addItems([self._speed_text(speed) for speed in SPEEDS])
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setAccessibleName(self.tr("Speed"))
        box.setToolTip(self.tr("How many times as fast it plays; the pitch follows"))
        box.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # the wheel must not change it in passing
        return box

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        gap = self.fontMetrics().averageCharWidth()
        row.setContentsMargins(gap, gap // 2, gap, gap // 2)
        row.setSpacing(max(1, gap // 4))
        for button in (self._start, self._previous, self._play, self._next, self._end, self._loop):
            row.addWidget(button)
        row.addSpacing(gap)
        row.addWidget(self._time)
        row.addSpacing(gap)
        row.addWidget(self._range, 1)
        row.addSpacing(gap)
        for widget in (self._silence, self._speed, self._mute, self._volume):
            row.addWidget(widget)

    def _connect(self) -> None:
        self._start.clicked.connect(self.start_requested)
        self._previous.clicked.connect(self._on_previous_clicked)
        self._play.clicked.connect(self.play_toggled)
        self._next.clicked.connect(self._on_next_clicked)
        self._end.clicked.connect(self.end_requested)
        self._loop.toggled.connect(self.loop_toggled)
        self._speed.activated.connect(self._on_speed_activated)
        self._mute.toggled.connect(self._on_mute_toggled)
        self._volume.valueChanged.connect(self._on_volume_changed)
        self._silence.clicked.connect(self.sound_wanted)

    def _explain(self) -> None:
        reason = None if self._duration > 0 else self.tr("There is nothing to play yet")
        play = self.tr("Pause") if self._playing else self.tr("Play from the playhead")
        for button, tooltip in (
            (self._start, self.tr("Go to the start")),
            (self._previous, self.tr("One frame back")),
            (self._play, play),
            (self._next, self.tr("One frame on")),
            (self._end, self.tr("Go to the end")),
        ):
            explain(button, tooltip, reason)
        self._time.setEnabled(reason is None)

    def _speed_text(self, speed: float) -> str:
        number = self.locale().toString(abs(speed), "g", 3)
        return f"{'−' if speed < 0 else ''}{number}×"  # noqa: RUF001 - what they are meant to be

    def _on_previous_clicked(self) -> None:
        self.stepped.emit(-1)

    def _on_next_clicked(self) -> None:
        self.stepped.emit(1)

    def _on_speed_activated(self, index: int) -> None:
        self.speed_changed.emit(SPEEDS[index])

    def _on_mute_toggled(self, muted: bool) -> None:
        self.set_muted(muted)
        self.mute_toggled.emit(muted)

    def _on_volume_changed(self, value: int) -> None:
        self.set_volume(value / _VOLUME_STEPS)
        self.volume_changed.emit(value / _VOLUME_STEPS)
