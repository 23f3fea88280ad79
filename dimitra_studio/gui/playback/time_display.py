"""The present time and the whole, in the unit that the user likes."""

from enum import Enum

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QStyle, QStyleOptionFocusRect, QToolTip, QWidget

from dimitra_studio.core.motion import count_frames
from dimitra_studio.gui import theme
from dimitra_studio.gui.playback.timecode import frame_at, smpte

_LARGER = 1.3  # than other text: it is read from a distance


class Unit(Enum):
    """How times are written."""

    SMPTE = "smpte"
    SECONDS = "seconds"
    FRAMES = "frames"


class TimeDisplay(QAbstractButton):
    """Shows a time; a click, or the space bar, shows it in the next unit."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._time = self._duration = 0.0
        self._unit = Unit.SMPTE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(self.tr("Time"))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self.show_next_unit)
        theme.notifier().changed.connect(self.update)

    @property
    def unit(self) -> Unit:
        return self._unit

    def set_unit(self, unit: Unit) -> None:
        """Write times in another unit."""
        self._unit = unit
        self.updateGeometry()
        self.update()

    def show_next_unit(self) -> None:
        """Go from timecode to seconds to frames and round again."""
        units = list(Unit)
        self.set_unit(units[(units.index(self._unit) + 1) % len(units)])

    def set_time(self, time: float) -> None:
        """Show a time in seconds."""
        self._time = float(time)
        self.update()

    def set_duration(self, duration: float) -> None:
        """Show the length of the whole, in seconds."""
        self._duration = float(duration)
        self.updateGeometry()
        self.update()

    def texts(self) -> tuple[str, str]:
        """The time and the whole, as they are shown."""
        return self._texts(self._unit)

    def describe(self) -> str:
        """The time in every unit, for the tooltip and for screen readers."""
        (timecode, _), (seconds, _), (frame, _) = (self._texts(unit) for unit in Unit)
        return self.tr("{timecode}, {seconds} s, frame {frame}; click for another unit").format(
            timecode=timecode, seconds=seconds, frame=frame
        )

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.setAccessibleDescription(self.describe())
        elif isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.describe(), self)
            return True
        return super().event(event)

    def sizeHint(self) -> QSize:
        small = self.fontMetrics()
        width = self._time_width() + small.horizontalAdvance(self._whole()) + 2 * self._margin()
        return QSize(width, QFontMetrics(self._large_font()).height() + self._margin())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.colours()
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.raised)
            painter.drawRoundedRect(self.rect(), self._margin() / 2, self._margin() / 2)
        inside = self.rect().adjusted(self._margin(), 0, -self._margin(), 0)
        place = QRect(inside.left(), inside.top(), self._time_width(), inside.height())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(self._large_font())
        painter.setPen(colours.text if self.isEnabled() else colours.dim_text)
        painter.drawText(place, middle | Qt.AlignmentFlag.AlignRight, self.texts()[0])
        painter.setFont(self.font())
        painter.setPen(colours.dim_text)
        inside.setLeft(place.right() + 1)
        painter.drawText(inside, middle | Qt.AlignmentFlag.AlignLeft, self._whole())
        if self.hasFocus():
            option = QStyleOptionFocusRect()
            option.initFrom(self)
            frame = QStyle.PrimitiveElement.PE_FrameFocusRect
            self.style().drawPrimitive(frame, option, painter, self)

    def _texts(self, unit: Unit) -> tuple[str, str]:
        if unit is Unit.SMPTE:
            return smpte(self._time), smpte(self._duration)
        if unit is Unit.FRAMES:
            whole = count_frames(self._duration) if self._duration > 0 else 0
            return str(min(frame_at(self._time), max(0, whole - 1))), str(whole)
        locale = self.locale()
        return locale.toString(self._time, "f", 2), locale.toString(self._duration, "f", 2)

    def _whole(self) -> str:
        suffix = {
            Unit.SMPTE: "",
            Unit.SECONDS: self.tr(" s"),
            Unit.FRAMES: self.tr(" frames"),
        }
        return f" / {self.texts()[1]}{suffix[self._unit]}"

    def _time_width(self) -> int:
        """Of the longest time there can be, so that nothing moves while it plays."""
        longest = "".join("0" if letter.isdigit() else letter for letter in self.texts()[1])
        return QFontMetrics(self._large_font()).horizontalAdvance(longest)

    def _large_font(self) -> QFont:
        font = QFont(self.font())
        font.setFeature(QFont.Tag("tnum"), 1)  # all digits of one width
        if font.pointSizeF() > 0:
            font.setPointSizeF(font.pointSizeF() * _LARGER)
        return font

    def _margin(self) -> int:
        return self.fontMetrics().averageCharWidth()
