from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dimitra_studio.gui import theme
from dimitra_studio.gui.panels.elided_label import ElidedLabel
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import IconButton, explain
from dimitra_studio.gui.panels.icon_label import IconLabel


@pytest.fixture
def schemes(qapp: QApplication) -> Iterator[None]:
    """Gives the application back as it was."""
    sheet, palette = qapp.styleSheet(), qapp.palette()
    chosen = theme.notifier().chosen
    yield
    theme.set_scheme(chosen)
    qapp.setStyleSheet(sheet)
    qapp.setPalette(palette)


def test_hint_follows_the_scheme(schemes: None, qtbot: QtBot) -> None:
    label = HintLabel("Careful.", tone="warning")
    qtbot.addWidget(label)
    label.show()
    seen = set()
    for scheme in ("dark", "light"):
        theme.set_scheme(scheme)
        colour = label.palette().color(QPalette.ColorRole.WindowText)
        assert colour == theme.colours().warning
        seen.add(colour.name())
    assert len(seen) == 2


def test_icon_follows_the_scheme(schemes: None, qtbot: QtBot) -> None:
    label = IconLabel("ok", "Good")
    qtbot.addWidget(label)
    pictures = []
    for scheme in ("dark", "light"):
        theme.set_scheme(scheme)
        pictures.append(label.grab().toImage())
    assert pictures[0] != pictures[1]
    assert label.accessibleName() == "Good"


def test_hint_shows_names_as_they_are(qtbot: QtBot) -> None:
    label = HintLabel("<b>take</b> & more")
    qtbot.addWidget(label)
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_long_name_is_cut_and_told_in_full(qtbot: QtBot) -> None:
    label = ElidedLabel("a name that is much too long for the room there is")
    qtbot.addWidget(label)
    label.resize(60, 20)
    with qtbot.waitExposed(label):
        label.show()
    assert label.toolTip() == label.text()
    label.setText("short")
    assert label.toolTip() == ""
    assert label.minimumSizeHint().width() < QLabel("a name of some length").sizeHint().width()


def test_disabled_button_says_why(qtbot: QtBot) -> None:
    button = IconButton("dice", "Throw", "Another seed")
    qtbot.addWidget(button)
    explain(button, "Another seed", "There is no recording")
    assert (button.isEnabled(), button.toolTip()) == (False, "There is no recording")
    assert button.accessibleDescription() == "There is no recording"
    explain(button, "Another seed")
    assert (button.isEnabled(), button.toolTip()) == (True, "Another seed")
