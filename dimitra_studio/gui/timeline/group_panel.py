"""The left part of a component's row: its controls and the list of its channels."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dimitra_studio.gui.timeline.channel_list import ChannelList
from dimitra_studio.gui.timeline.channel_model import ChannelModel
from dimitra_studio.gui.timeline.gain_slider import GainSlider
from dimitra_studio.gui.timeline.group_header import GroupHeader


class GroupPanel(QWidget):
    """Name, show, solo, lock and strength; unfolded, the channels too.

    Args:
        component: lips, expression or pose.
        title: its name in the user's language.
        channels: of the component.
    """

    expand_toggled = Signal(bool)
    show_toggled = Signal(bool)
    solo_toggled = Signal(bool)
    lock_toggled = Signal(bool)
    gain_changed = Signal(str, float)  # field of Strength, 1 is 100 %

    def __init__(
        self, component: str, title: str, channels: ChannelModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._component = component
        self._controls = GroupHeader(component, title)
        self.list = ChannelList(channels, title)
        self._blink = GainSlider(self.tr("Blinks")) if component == "expression" else None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._controls)
        if self._blink is not None:
            self._blink.set_label(self.tr("Blinks"))
            self._blink.setContentsMargins(2, 0, 4, 0)
            layout.addWidget(self._blink)
            self._blink.gain_changed.connect(self._on_blink_changed)
        layout.addWidget(self.list, 1)
        layout.addStretch()

        self._controls.expand_toggled.connect(self.expand_toggled)
        self._controls.show_toggled.connect(self.show_toggled)
        self._controls.solo_toggled.connect(self.solo_toggled)
        self._controls.lock_toggled.connect(self.lock_toggled)
        self._controls.gain_changed.connect(self._on_gain_changed)

    @property
    def line_height(self) -> int:
        """What is left of a row that is not shown."""
        return self._controls.line_height

    def set_open(self, *, expanded: bool, shown: bool) -> None:
        """Show the list of channels, or all but one line of controls no more."""
        self._controls.set_expanded(expanded)
        self._controls.set_shown(shown)
        self.list.setVisible(expanded and shown)
        if self._blink is not None:
            self._blink.setVisible(expanded and shown)

    def set_soloed(self, soloed: bool) -> None:
        """Show whether the component moves alone."""
        self._controls.set_soloed(soloed)

    def set_locked(self, locked: bool) -> None:
        """Show whether generation leaves the component alone."""
        self._controls.set_locked(locked)

    def set_gains(self, gain: float, blink: float) -> None:
        """Show the strengths."""
        self._controls.set_gain(gain)
        if self._blink is not None:
            self._blink.set_gain(blink)

    def _on_gain_changed(self, gain: float) -> None:
        self.gain_changed.emit(self._component, gain)

    def _on_blink_changed(self, gain: float) -> None:
        self.gain_changed.emit("blink", gain)
