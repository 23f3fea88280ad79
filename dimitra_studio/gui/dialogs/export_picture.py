"""The part of the export dialog that chooses what pictures look like."""

from collections.abc import Hashable
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QFormLayout, QWidget

from dimitra_studio.core.motion import FPS
from dimitra_studio.pipeline.delivery import (
    GREY,
    IMAGES,
    MESH,
    PORTRAIT,
    PROJECT,
    QUALITIES,
    RENDERERS,
    VIDEO,
    Colour,
    Delivery,
)

SIZES = (2160, 1440, 1080, 720, 512, 256)
"""Pixels of the longer side."""

RATES = (24000 / 1001, 24.0, 25.0, 30000 / 1001, 30.0, 50.0, 60.0)
"""Frames per second."""

_MESH_SIZE = 1080
_BACKGROUNDS: dict[str, Colour | None] = {
    "transparent": None,
    "grey": GREY,
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "green": (0, 177, 64),
    "blue": (0, 71, 187),
}
"""Behind the mesh; green and blue are those of studio screens."""


class ExportPicture(QWidget):
    """Renderer, background, size, quality and frame rate, as far as what is exported has them."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = VIDEO
        self._portrait_size: tuple[int, int] | None = None
        self._wanted_renderer = PORTRAIT
        self._sizes: dict[str, int | None] = {PORTRAIT: None, MESH: _MESH_SIZE}
        self._backgrounds = {VIDEO: "grey", IMAGES: "transparent"}
        self._renderer = self._make_box(self.tr("The photograph, or the 3D head"))
        self._background = self._make_box(self.tr("What is behind the 3D head"))
        self._size = self._make_box(self.tr("Width and height in pixels"))
        self._quality = self._make_box(self.tr("Better quality makes larger files"))
        self._rate = self._make_box(self.tr("Frames per second; the motion is made at 25"))
        self._form = QFormLayout(self)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._form.addRow(self.tr("&Renderer"), self._renderer)
        self._form.addRow(self.tr("&Background"), self._background)
        self._form.addRow(self.tr("S&ize"), self._size)
        self._form.addRow(self.tr("&Quality"), self._quality)
        self._form.addRow(self.tr("Frame r&ate"), self._rate)
        self._fill_lists()
        self._refresh()
        self._renderer.activated.connect(self._on_renderer_activated)
        self._size.activated.connect(self._on_size_activated)
        self._background.activated.connect(self._on_background_activated)
        for box in (self._quality, self._rate):
            box.activated.connect(self.changed)

    def set_kind(self, kind: str) -> None:
        """Show the choices that there are for this kind of export."""
        self._kind = kind
        self._refresh()

    def set_portrait_size(self, size: tuple[int, int] | None) -> None:
        """Set width and height of the portrait; None if there is none."""
        self._portrait_size = size
        self._refresh()

    def options(self) -> dict[str, Any]:
        """What is chosen, as arguments of a ``Delivery``."""
        rate = self._rate.currentData()
        return {
            "renderer": self.renderer,
            "size": self._sizes[self.renderer],
            "quality": self._quality.currentData(),
            "fps": None if rate == FPS else rate,
            "background": _BACKGROUNDS[self._background.currentData()],
        }

    @property
    def renderer(self) -> str:
        return str(self._renderer.currentData())

    def state(self) -> dict[str, Any]:
        """What to remember, JSON values alone."""
        return {
            "renderer": self._wanted_renderer,
            "backgrounds": dict(self._backgrounds),
            "sizes": dict(self._sizes),
            "quality": self._quality.currentData(),
            "fps": self._rate.currentData(),
        }

    def set_state(self, state: dict[str, Any]) -> None:
        """Show what was remembered; what cannot be had now is left out."""
        if state.get("renderer") in RENDERERS:
            self._wanted_renderer = state["renderer"]
        sizes = state.get("sizes")
        for renderer, size in sizes.items() if isinstance(sizes, dict) else ():
            if renderer in RENDERERS and (size in SIZES or (size is None and renderer != MESH)):
                self._sizes[renderer] = size
        backgrounds = state.get("backgrounds")
        for kind, name in backgrounds.items() if isinstance(backgrounds, dict) else ():
            if kind in self._backgrounds and name in _backgrounds_of(kind):
                self._backgrounds[kind] = name
        for box, key in ((self._quality, "quality"), (self._rate, "fps")):
            _choose(box, state.get(key))
        self._refresh()

    def _make_box(self, tooltip: str) -> QComboBox:
        box = QComboBox()
        box.setToolTip(tooltip)
        return box

    def _fill_lists(self) -> None:
        self._renderer.addItem(self.tr("Portrait"), PORTRAIT)
        self._renderer.addItem(self.tr("Mesh"), MESH)
        titles = {
            "best": self.tr("Best"),
            "high": self.tr("High"),
            "medium": self.tr("Medium"),
            "small": self.tr("Small file"),
        }
        for name in QUALITIES:
            self._quality.addItem(titles[name], name)
        for rate in RATES:
            number = self.locale().toString(float(rate), "g", 5)
            title = self.tr("{n} (as generated)") if rate == FPS else "{n}"
            self._rate.addItem(title.format(n=number), rate)
        _choose(self._quality, "high")
        _choose(self._rate, float(FPS))

    def _refresh(self) -> None:
        self._offer_portrait()
        self._fill_backgrounds()
        self._fill_sizes()
        pictures = self._kind in (VIDEO, IMAGES)
        rows = {
            self._renderer: pictures,
            self._background: pictures and self.renderer == MESH,
            self._size: pictures,
            self._quality: self._kind == VIDEO,
            self._rate: self._kind != PROJECT,
        }
        for box, visible in rows.items():
            self._form.setRowVisible(box, visible)

    def _offer_portrait(self) -> None:
        model = self._renderer.model()
        item = model.item(0) if isinstance(model, QStandardItemModel) else None
        if item is not None:
            item.setEnabled(self._portrait_size is not None)
            why = self.tr("The project has no portrait")
            item.setData("" if self._portrait_size else why, Qt.ItemDataRole.ToolTipRole)
        _choose(self._renderer, self._wanted_renderer if self._portrait_size else MESH)

    def _fill_backgrounds(self) -> None:
        titles = {
            "transparent": self.tr("Transparent"),
            "grey": self.tr("Grey"),
            "black": self.tr("Black"),
            "white": self.tr("White"),
            "green": self.tr("Green screen"),
            "blue": self.tr("Blue screen"),
        }
        self._background.clear()
        for name in _backgrounds_of(self._kind):
            self._background.addItem(titles[name], name)
        _choose(self._background, self._backgrounds.get(self._kind))

    def _fill_sizes(self) -> None:
        self._size.clear()
        sizes = SIZES if self.renderer == MESH else (None, *SIZES)
        for size in sizes:
            picture = Delivery(renderer=self.renderer, size=size)
            if self.renderer == PORTRAIT and self._portrait_size is None:
                continue
            width, height = picture.picture_size(self._portrait_size)
            title = self.tr("{w} × {h} (original)") if size is None else self.tr("{w} × {h}")  # noqa: RUF001
            self._size.addItem(title.format(w=width, h=height), size)
        _choose(self._size, self._sizes[self.renderer])

    def _on_renderer_activated(self) -> None:
        self._wanted_renderer = self.renderer
        self._refresh()
        self.changed.emit()

    def _on_background_activated(self) -> None:
        self._backgrounds[self._kind] = self._background.currentData()
        self.changed.emit()

    def _on_size_activated(self) -> None:
        self._sizes[self.renderer] = self._size.currentData()
        self.changed.emit()


def _backgrounds_of(kind: str) -> list[str]:
    """Names of the backgrounds that there are: a video has no transparency."""
    return [name for name, colour in _BACKGROUNDS.items() if colour or kind == IMAGES]


def _choose(box: QComboBox, value: Hashable) -> None:
    """Show the entry that stands for ``value``, if there is one."""
    for row in range(box.count()):
        if box.itemData(row) == value:
            box.setCurrentIndex(row)
