import ast
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

import dimitra_studio
from dimitra_studio.gui import theme
from dimitra_studio.gui.command_table import COMMANDS
from dimitra_studio.gui.icons import FOLDER
from dimitra_studio.gui.theme_colours import DARK, LIGHT

SOURCES = Path(dimitra_studio.__file__).parent / "gui"
NAMES = sorted(path.stem for path in FOLDER.glob("*.svg"))


@pytest.fixture(autouse=True)
def _scheme(qapp: QApplication) -> Iterator[None]:
    yield
    theme.set_scheme("system")
    qapp.setStyleSheet("")


def image_of(
    name: str, side: int, mode: QIcon.Mode = QIcon.Mode.Normal, *, ratio: float = 1.0
) -> QImage:
    image = theme.icon(name).pixmap(QSize(side, side), ratio, mode).toImage()
    return image.convertToFormat(QImage.Format.Format_ARGB32)


def inked(image: QImage) -> list[QColor]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    colours = (image.pixelColor(x, y) for x, y in points)
    return [colour for colour in colours if colour.alpha() == 255]


@pytest.mark.parametrize("name", NAMES)
def test_icon_is_drawn_at_the_smallest_size_in_both_schemes(name: str) -> None:
    for scheme, text in (("dark", True), ("light", False)):
        theme.set_scheme(scheme)  # type: ignore[arg-type]
        image = image_of(name, 16)
        points = [(x, y) for x in range(16) for y in range(16)]
        covered = sum(image.pixelColor(x, y).alpha() for x, y in points) / (255 * 256)
        assert 0.03 < covered < 0.95
        if name != "app-icon":
            solid = [c for c in (image.pixelColor(x, y) for x, y in points) if c.alpha() > 100]
            assert solid
            assert all((colour.lightness() > 128) == text for colour in solid)


@pytest.mark.parametrize("name", NAMES)
def test_icon_belongs_to_the_family(name: str) -> None:
    root = ET.parse(FOLDER / f"{name}.svg").getroot()
    if name == "app-icon":
        return
    assert root.get("viewBox") == "0 0 24 24"
    assert (root.get("stroke"), root.get("fill")) == ("currentColor", "none")
    for node in root.iter():
        for key in ("stroke", "fill"):
            assert node.get(key) in {None, "none", "currentColor"}
        assert 1.2 <= float(node.get("stroke-width", "1.75")) <= 2.25


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0])
def test_icon_is_crisp_at_any_scale(ratio: float, qapp: QApplication) -> None:
    """A drawing of that many pixels, not a smaller one stretched."""
    theme.set_scheme("dark")
    pixmap = theme.icon("stop").pixmap(QSize(24, 24), ratio)
    assert pixmap.width() == round(24 * ratio)
    image = pixmap.toImage()
    middle = image.height() // 2
    soft = [x for x in range(image.width()) if 0 < image.pixelColor(x, middle).alpha() < 255]
    assert len(soft) <= 4  # only the two edges


def test_icon_follows_the_scheme(qtbot: QtBot) -> None:
    theme.set_scheme("dark")
    icon = theme.icon("stop")
    before = inked(icon.pixmap(16, 16).toImage())
    theme.set_scheme("light")
    after = inked(icon.pixmap(16, 16).toImage())
    assert (before[0], after[0]) == (DARK.text, LIGHT.text)


def test_disabled_icon_is_fainter(qapp: QApplication) -> None:
    theme.set_scheme("dark")
    normal = inked(image_of("stop", 16))[0]
    disabled = inked(image_of("stop", 16, QIcon.Mode.Disabled))[0]
    assert disabled.lightness() < normal.lightness() * 0.7


def test_button_shows_what_is_on_in_the_accent(qtbot: QtBot) -> None:
    theme.set_scheme("dark")
    button = QToolButton()
    button.setCheckable(True)
    button.setIcon(theme.icon("stop"))
    qtbot.addWidget(button)
    for checked, expected in ((False, theme.colours().text), (True, theme.colours().accent)):
        button.setChecked(checked)
        image = button.grab().toImage()
        centre = image.pixelColor(image.width() // 2, image.height() // 2)
        assert centre == expected


def test_role_chooses_the_colour(qapp: QApplication) -> None:
    theme.set_scheme("dark")
    image = theme.icon("stop", "error").pixmap(16, 16).toImage()
    assert inked(image)[0] == theme.colours().error


def test_copied_icon_is_still_drawn(qapp: QApplication) -> None:
    copied = QIcon(theme.icon("play"))
    copied.addPixmap(theme.icon("pause").pixmap(16, 16))  # detaches, so the engine is cloned
    assert inked(copied.pixmap(32, 32).toImage())


def test_unknown_icon_is_refused() -> None:
    with pytest.raises(ValueError, match="'no-such'"):
        theme.icon("no-such")


def test_commands_name_icons_that_exist() -> None:
    assert {command.icon for command in COMMANDS if command.icon} <= set(NAMES)


def literals(source: str) -> set[str]:
    """Names given to ``icon`` directly, or as one of two in an ``if`` expression."""
    found = set()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.Call) or not node.args:
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name in {"icon", "make_icon"}:
            first = node.args[0]
            parts = [first.body, first.orelse] if isinstance(first, ast.IfExp) else [first]
            found |= {
                part.value
                for part in parts
                if isinstance(part, ast.Constant) and isinstance(part.value, str)
            }
    return found


@pytest.mark.parametrize(
    "path", sorted(SOURCES.rglob("*.py")), ids=lambda path: str(path.relative_to(SOURCES))
)
def test_sources_name_icons_that_exist(path: Path) -> None:
    assert literals(path.read_text(encoding="utf-8")) <= set(NAMES)


def test_scan_sees_names() -> None:
    source = 'a = theme.icon("nowhere"); b = icon("x" if c else "y"); make_icon("z", colours)'
    assert literals(source) == {"nowhere", "x", "y", "z"}
