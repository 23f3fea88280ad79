"""Whether the key of the last command is still held down."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtGui import QKeyEvent

_ENDS = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,  # the command came from a menu
    QEvent.Type.ApplicationStateChange,
}
_PRESSES = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}


class KeyHold(QObject):
    """Watches the keyboard from ``begin`` until the key that was down then is released.

    Shortcuts tell only of a press. Which key it was does not matter: it is the one that is
    released without having been pressed meanwhile.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pressed: set[int] = set()
        self._held = False

    @property
    def held(self) -> bool:
        return self._held

    def begin(self) -> None:
        """Take it that a key is down."""
        application = QCoreApplication.instance()
        if not self._held and application is not None:
            self._held = True
            self._pressed.clear()
            application.installEventFilter(self)  # not for ever: it is asked about every event

    def end(self) -> None:
        """Take it that no key is down."""
        application = QCoreApplication.instance()
        if self._held and application is not None:
            application.removeEventFilter(self)
        self._held = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in _ENDS:
            self.end()
        elif isinstance(event, QKeyEvent) and not event.isAutoRepeat():
            if kind in _PRESSES:
                self._pressed.add(event.key())
            elif kind == QEvent.Type.KeyRelease and event.key() not in self._pressed:
                self.end()
        return False
