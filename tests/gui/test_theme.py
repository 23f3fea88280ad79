import re
from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.gui import theme
from dimitra_studio.gui.theme_colours import DARK, LIGHT, Colours, make_palette, style_tokens

SCHEMES = pytest.mark.parametrize("colours", [DARK, LIGHT], ids=["dark", "light"])
READABLE = 4.5
VISIBLE = 3.0

# Machado, Oliveira, Fernandes 2009, severity 1: what the colour-blind see of linear RGB.
EYES = {
    "normal": np.eye(3),
    "protan": [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
               [-0.003882, -0.048116, 1.051998]],
    "deutan": [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
               [-0.011820, 0.042940, 0.968881]],
    "tritan": [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
               [0.004733, 0.691367, 0.303900]],
}  # fmt: skip
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ @ np.ones(3)


@pytest.fixture(autouse=True)
def _theme(qapp: QApplication) -> Iterator[None]:
    style, palette, sheet = qapp.style().name(), qapp.palette(), qapp.styleSheet()
    theme.install(qapp)
    yield
    theme.set_scheme("system")
    qapp.setStyleSheet(sheet)
    qapp.setStyle(style)
    qapp.setPalette(palette)


def linear(colour: QColor) -> np.ndarray:
    value = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    return np.where(value <= 0.04045, value / 12.92, ((value + 0.055) / 1.055) ** 2.4)


def contrast(first: QColor, second: QColor) -> float:
    """WCAG 2.2."""
    dark, light = sorted(float(TO_XYZ[1] @ linear(colour)) for colour in (first, second))
    return (light + 0.05) / (dark + 0.05)


def lab(rgb: np.ndarray) -> np.ndarray:
    ratio = TO_XYZ @ np.clip(rgb, 0, 1) / WHITE
    f = np.where(ratio > 0.008856, np.cbrt(ratio), 7.787 * ratio + 16 / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@SCHEMES
@pytest.mark.parametrize("ground", ["background", "base", "raised"])
@pytest.mark.parametrize("text", ["text", "dim_text", "link", "accent", "warning", "error", "ok"])
def test_text_can_be_read(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= READABLE


@SCHEMES
@pytest.mark.parametrize("box", ["word", "word_changed", "word_doubtful", "phoneme"])
def test_words_can_be_read_in_their_boxes(colours: Colours, box: str) -> None:
    assert contrast(colours.text, getattr(colours, box)) >= READABLE


@SCHEMES
@pytest.mark.parametrize("component", ["lips", "expression", "pose"])
def test_names_of_components_can_be_written_in_their_colour(
    colours: Colours, component: str
) -> None:
    assert contrast(getattr(colours, component), colours.base) >= READABLE
    assert contrast(getattr(colours, component), colours.background) >= READABLE


@SCHEMES
@pytest.mark.parametrize("line", ["ghost", "waveform", "playhead", "pinned", "edited"])
def test_lines_are_seen(colours: Colours, line: str) -> None:
    assert contrast(getattr(colours, line), colours.base) >= VISIBLE
    assert contrast(getattr(colours, line), colours.background) >= VISIBLE


@SCHEMES
@pytest.mark.parametrize("eyes", EYES)
def test_components_are_told_apart_by_everyone(colours: Colours, eyes: str) -> None:
    seen = [
        lab(np.array(EYES[eyes]) @ linear(getattr(colours, component)))
        for component in ("lips", "expression", "pose")
    ]
    assert min(float(np.linalg.norm(a - b)) for a, b in combinations(seen, 2)) >= 25


@SCHEMES
def test_palette_can_be_read(colours: Colours) -> None:
    palette = make_palette(colours)
    role = QPalette.ColorRole
    for text, ground in (
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button),
        (role.HighlightedText, role.Highlight),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.Link, role.Base),
    ):
        assert contrast(palette.color(text), palette.color(ground)) >= READABLE, (text, ground)


@SCHEMES
def test_text_on_a_pressed_button_can_be_read(colours: Colours) -> None:
    assert contrast(colours.text, QColor(style_tokens(colours)["tint"])) >= READABLE
    assert contrast(colours.on_accent, colours.link) >= READABLE


def test_scheme_reaches_the_window(qapp: QApplication, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    theme.set_scheme("light")
    with qtbot.waitSignal(theme.notifier().changed):
        theme.set_scheme("dark")
    assert theme.colours() is DARK
    assert widget.palette().color(QPalette.ColorRole.Window) == DARK.background
    with qtbot.waitSignal(theme.notifier().changed):
        theme.set_scheme("light")
    assert widget.palette().color(QPalette.ColorRole.Window) == LIGHT.background


def test_change_is_told_once(qtbot: QtBot) -> None:
    theme.set_scheme("dark")
    with qtbot.assertNotEmitted(theme.notifier().changed):
        theme.set_scheme("dark")


def test_unknown_scheme_is_refused() -> None:
    with pytest.raises(ValueError, match="'blue'"):
        theme.set_scheme("blue")  # type: ignore[arg-type]


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_widgets_are_painted_in_the_scheme(scheme: theme.Scheme, qtbot: QtBot) -> None:
    theme.set_scheme(scheme)
    field, button = QLineEdit(), QPushButton("Generate")
    button.setDefault(True)
    for widget, expected in ((field, theme.colours().base), (button, theme.colours().accent)):
        qtbot.addWidget(widget)
        widget.resize(widget.sizeHint())
        image = widget.grab().toImage()
        counts: dict[str, int] = {}
        for x in range(image.width()):
            for y in range(image.height()):
                name = image.pixelColor(x, y).name()
                counts[name] = counts.get(name, 0) + 1
        assert max(counts, key=counts.__getitem__) == expected.name()


def test_style_sheet_names_only_what_there_is() -> None:
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    names = set(re.findall(r"@(\w+)", sheet)) - {"icons"}
    assert names <= style_tokens(DARK).keys()
    for picture in set(re.findall(r"@icons/([\w.-]+)", sheet)):
        for scheme in ("dark", "light"):
            assert (RESOURCES / "style" / scheme / picture).is_file()


def test_style_sheet_has_no_fixed_sizes() -> None:
    """Hair lines and round corners are device-independent; room for text grows with the text."""
    sheet = (RESOURCES / "style.qss").read_text(encoding="utf-8")
    assert {int(size) for size in re.findall(r"(\d+)px", sheet)} <= {1, 2, 3, 4, 5}
    assert not re.search(r"(width|height|padding|margin)[\w-]*:[^;]*[2-9]px", sheet)
    assert "font-size" not in sheet


def test_pens_differ_in_colour_and_style() -> None:
    pens = [theme.pen(component) for component in ("lips", "expression", "pose")]
    style = Qt.PenStyle
    assert [pen.style() for pen in pens] == [style.SolidLine, style.DashLine, style.DotLine]
    assert len({pen.color().name() for pen in pens}) == 3
    assert theme.pen("lips", 2.5).widthF() == 2.5
