"""How the window looks: colours, palette, style sheet, icons and pens of the present scheme."""

import re
from typing import Literal, get_args

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QPalette, QPen
from PySide6.QtWidgets import QApplication, QToolTip

from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.gui.icons import make_icon
from dimitra_studio.gui.theme_colours import DARK, LIGHT, Colours, make_palette, style_tokens

__all__ = ["Colours", "Scheme", "colours", "icon", "install", "notifier", "pen", "set_scheme"]

Scheme = Literal["dark", "light", "system"]
"""What the user chose."""

_STYLES = {
    "lips": Qt.PenStyle.SolidLine,
    "expression": Qt.PenStyle.DashLine,
    "pose": Qt.PenStyle.DotLine,
}
_QT_SCHEMES = {
    "dark": Qt.ColorScheme.Dark,
    "light": Qt.ColorScheme.Light,
    "system": Qt.ColorScheme.Unknown,
}
_SHEET = RESOURCES / "style.qss"


class Notifier(QObject):
    """Tells those that paint by themselves that the colours are others now."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._chosen: Scheme = "system"
        self._colours = DARK

    @property
    def chosen(self) -> Scheme:
        return self._chosen

    @property
    def colours(self) -> Colours:
        return self._colours

    def choose(self, scheme: Scheme) -> None:
        """Take the user's choice and show it."""
        self._chosen = scheme
        hints = QGuiApplication.styleHints()
        hints.setColorScheme(_QT_SCHEMES[scheme])  # title bars and the desktop's own dialogs
        self.show_scheme()

    def show_scheme(self) -> None:
        """Paint the application in the chosen scheme, or in the desktop's."""
        app = QApplication.instance()
        wanted = DARK if self._is_dark() else LIGHT
        fresh = wanted is not self._colours
        self._colours = wanted
        if isinstance(app, QApplication):
            _paint(app, wanted)
        if fresh:
            self.changed.emit()

    def _is_dark(self) -> bool:
        if self._chosen != "system":
            return self._chosen == "dark"
        # A desktop that does not say gets the dark scheme, as a room for looking at pictures does.
        return QGuiApplication.styleHints().colorScheme() != Qt.ColorScheme.Light


_NOTIFIER = Notifier()


def notifier() -> Notifier:
    """Whose ``changed`` fires after the colours were replaced."""
    return _NOTIFIER


def colours() -> Colours:
    """The colours of the present scheme."""
    return _NOTIFIER.colours


def icon(name: str, role: str = "text") -> QIcon:
    """The picture ``resources/icons/<name>.svg`` in the colours of the present scheme.

    It is drawn anew for every size and takes the colours of another scheme by itself.

    Args:
        name: of the file.
        role: the field of ``Colours`` that it is drawn in.

    Raises:
        ValueError: if there is no such file.
    """
    return make_icon(name, colours, role)


def pen(component: str, width: float = 1.0) -> QPen:
    """The line of a component's curves: colour, and style as the second cue.

    Args:
        component: ``lips``, ``expression`` or ``pose``.
        width: in device-independent pixels, whatever the zoom of the canvas.
    """
    line = QPen(getattr(colours(), component))
    line.setStyle(_STYLES[component])
    line.setWidthF(width)
    line.setCosmetic(True)
    return line


def set_scheme(scheme: Scheme) -> None:
    """Show the dark or the light scheme, or follow the desktop.

    Raises:
        ValueError: if there is no such scheme.
    """
    if scheme not in get_args(Scheme):
        raise ValueError(f"scheme must be one of {get_args(Scheme)}, got {scheme!r}")
    _NOTIFIER.choose(scheme)


def install(app: QApplication) -> None:
    """Give the application its look; call once, before the first widget."""
    app.setStyle("Fusion")
    app.setWindowIcon(icon("app-icon"))
    hints = app.styleHints()
    hints.colorSchemeChanged.connect(_NOTIFIER.show_scheme)
    _NOTIFIER.show_scheme()


def _paint(app: QApplication, wanted: Colours) -> None:
    palette: QPalette = make_palette(wanted)
    app.setPalette(palette)
    QToolTip.setPalette(palette)  # tooltips have one of their own
    names = style_tokens(wanted)
    names["icons"] = (RESOURCES / "style" / ("dark" if wanted is DARK else "light")).as_posix()
    sheet = _SHEET.read_text(encoding="utf-8")
    app.setStyleSheet(re.sub(r"@(\w+)", lambda found: names[found[1]], sheet))
