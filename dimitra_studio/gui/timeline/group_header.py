"""What stands left of the curves of a component: name, show, solo, lock, strength."""

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.timeline.gain_slider import GainSlider


class _LineSample(QWidget):
    """A short line in the colour and the style of a component."""

    def __init__(self, component: str) -> None:
        super().__init__()
        self._component = component
        self.setFixedSize(self.sizeHint())
        theme.notifier().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        unit = self.fontMetrics().averageCharWidth()
        return QSize(3 * unit, 2 * unit)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.pen(self._component, 2.0))
        middle = QRectF(self.rect()).center().y()
        painter.drawLine(0, round(middle), self.width(), round(middle))
        painter.end()


class GroupHeader(QWidget):
    """The controls of one component.

    Args:
        component: lips, expression or pose.
        title: its name in the user's language.
    """

    expand_toggled = Signal(bool)
    show_toggled = Signal(bool)
    solo_toggled = Signal(bool)
    lock_toggled = Signal(bool)
    gain_changed = Signal(float)  # 1 is 100 %

    def __init__(self, component: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = title
        self._expand = self._make_button("chevron-right")
        self._show = self._make_button("show")
        self._solo = self._make_button("solo")
        self._lock = self._make_button("unlock")
        self._show.setChecked(True)
        self.gain = GainSlider(title)
        name = QLabel(title)
        font = name.font()
        font.setBold(True)
        name.setFont(font)

        first = QHBoxLayout()
        first.setSpacing(2)
        first.addWidget(self._expand)
        first.addWidget(_LineSample(component))
        first.addSpacing(self.fontMetrics().averageCharWidth() // 2)
        first.addWidget(name, 1)
        for button in (self._show, self._solo, self._lock):
            first.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2, 2, 4, 0)
        layout.setSpacing(0)
        layout.addLayout(first)
        layout.addWidget(self.gain)
        self._describe()

        self._expand.toggled.connect(self._on_expanded)
        self._show.toggled.connect(self._on_shown)
        self._solo.toggled.connect(self._on_soloed)
        self._lock.toggled.connect(self._on_locked)
        self.gain.gain_changed.connect(self.gain_changed)

    @property
    def line_height(self) -> int:
        """Height of the buttons alone: what is left of a row that is not shown."""
        return self._show.sizeHint().height() + 4

    def set_expanded(self, expanded: bool) -> None:
        """Show whether the list of channels is open."""
        self._set(self._expand, expanded)

    def set_shown(self, shown: bool) -> None:
        """Show whether the curves are visible."""
        self._set(self._show, shown)
        self.gain.setVisible(shown)

    def set_soloed(self, soloed: bool) -> None:
        """Show whether this component moves alone."""
        self._set(self._solo, soloed)

    def set_locked(self, locked: bool) -> None:
        """Show whether generation leaves the component alone."""
        self._set(self._lock, locked)

    def set_gain(self, gain: float) -> None:
        """Show the strength."""
        self.gain.set_gain(gain)

    def _make_button(self, icon: str) -> QToolButton:
        button = QToolButton()
        button.setCheckable(True)
        button.setAutoRaise(True)
        button.setIcon(theme.icon(icon))
        side = round(self.fontMetrics().height() * 0.95)
        button.setIconSize(QSize(side, side))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        return button

    def _set(self, button: QToolButton, checked: bool) -> None:
        with QSignalBlocker(button):
            button.setChecked(checked)
        self._describe()

    def _describe(self) -> None:
        """Icons, accessible names and tooltips say what is and what a click does."""
        name = self._title
        self._expand.setIcon(
            theme.icon("chevron-down" if self._expand.isChecked() else "chevron-right")
        )
        self._show.setIcon(theme.icon("show" if self._show.isChecked() else "hide"))
        self._lock.setIcon(theme.icon("lock" if self._lock.isChecked() else "unlock"))
        texts = (
            (self._expand, self.tr("Channels of {name}"),
             self.tr("Open or close the list of channels")),
            (self._show, self.tr("Show {name}"), self.tr("Show or hide the curves")),
            (self._solo, self.tr("Solo {name}"), self.tr("Let only this component move")),
            (self._lock, self.tr("Lock {name}"),
             self.tr("Locked: generation leaves this component alone")
             if self._lock.isChecked()
             else self.tr("Lock: generation will leave this component alone")),
        )  # fmt: skip
        for button, accessible, tip in texts:
            button.setAccessibleName(accessible.format(name=name))
            button.setToolTip(tip)

    def _on_expanded(self, on: bool) -> None:
        self._describe()
        self.expand_toggled.emit(on)

    def _on_shown(self, on: bool) -> None:
        self._describe()
        self.show_toggled.emit(on)

    def _on_soloed(self, on: bool) -> None:
        self._describe()
        self.solo_toggled.emit(on)

    def _on_locked(self, on: bool) -> None:
        self._describe()
        self.lock_toggled.emit(on)
