"""The dialog that asks what to export, how, and where to."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui import theme
from dimitra_studio.gui.dialogs.export_curves import ExportCurves
from dimitra_studio.gui.dialogs.export_kinds import Kind, list_kinds
from dimitra_studio.gui.dialogs.export_picture import ExportPicture
from dimitra_studio.gui.dialogs.export_place import ExportPlace
from dimitra_studio.gui.dialogs.export_range import SPAN, ExportRange
from dimitra_studio.gui.dialogs.export_summary import summary
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.pipeline.delivery import IMAGES, PROJECT, VIDEO, Delivery
from dimitra_studio.pipeline.hand_over import Options

_WIDTH, _HEIGHT = 116, 37  # characters and lines of the dialog
_LIST_WIDTH = 40  # characters


class ExportDialog(QDialog):
    """Asks for a ``Delivery`` and a path; fill it by ``set_options``, then ``open`` it."""

    export_requested = Signal(object, object)  # Delivery, Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._duration = 0.0
        self._portrait_size: tuple[int, int] | None = None
        self._has_recording = False
        self._wants_sound = True
        self._kinds: list[Kind] = []
        self._list = QListWidget()
        self._list.setAccessibleName(self.tr("What to export"))
        self._note = HintLabel()
        self._picture, self._range, self._place = ExportPicture(), ExportRange(), ExportPlace()
        self._curves = ExportCurves()
        self._sound = QCheckBox(self.tr("&With the recording's sound"))
        self._summary = HintLabel(tone="plain")
        self._hint = HintLabel()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._export = self._buttons.addButton(
            self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._arrange()
        self._connect()
        self.set_options({})
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * _HEIGHT)

    def set_options(
        self,
        formats: Mapping[str, str],
        *,
        duration: float = 0.0,
        selection: Segment | None = None,
        loop: Segment | None = None,
        portrait_size: tuple[int, int] | None = None,
        has_recording: bool = False,
        folder: Path | None = None,
        name: str = "",
        notes: Mapping[str, str] | None = None,
    ) -> None:
        """Show what can be exported now.

        Args:
            formats: of curves, title by name.
            duration: of the motion in seconds; 0 if there is none.
            selection: the selected range.
            loop: the range that is looped, while looping is on.
            portrait_size: width and height; None without a portrait.
            has_recording: whether there is a sound.
            folder: suggested; the user's home if None.
            name: suggested, without ending.
            notes: on formats, by name, for those that this dialog does not know.
        """
        kind = self.kind
        self._duration, self._portrait_size = duration, portrait_size
        self._has_recording = has_recording
        self._kinds = list_kinds(formats, notes or {})
        self._list.clear()
        for entry in self._kinds:
            item = QListWidgetItem(theme.icon(entry.icon), entry.title)
            item.setToolTip(entry.title)  # the longest are cut
            self._list.addItem(item)
        self._picture.set_portrait_size(portrait_size)
        self._range.set_duration(duration)
        self._range.set_segments(selection, loop)
        self._place.set_path(folder or Path.home(), name)
        self.choose_kind(kind)

    @property
    def kind(self) -> str:
        """What is to be exported: the name of a ``Delivery``'s kind."""
        row = self._list.currentRow()
        return self._kinds[row].name if 0 <= row < len(self._kinds) else VIDEO

    def choose_kind(self, name: str) -> None:
        """Show another kind of export; the video if there is none of that name."""
        names = [kind.name for kind in self._kinds]
        self._list.setCurrentRow(names.index(name) if name in names else 0)

    def delivery(self) -> Delivery:
        """What is chosen now."""
        options = self._picture.options()
        if self.kind != IMAGES and options["background"] is None:
            del options["background"]
        return Delivery(
            kind=self.kind,
            segment=self._range.segment(),
            with_sound=self._sound.isChecked(),
            curves=self._curves.options() if self._curves.problem() is None else Options(),
            **options,
        )

    def state(self) -> dict[str, Any]:
        """What to remember for the next time, JSON values alone."""
        return {
            "kind": self.kind,
            "picture": self._picture.state(),
            "curves": self._curves.state(),
            "range": self._range.choice,
            "with_sound": self._wants_sound,
            "folder": str(self._place.folder),
        }

    def set_state(self, state: Mapping[str, Any]) -> None:
        """Choose what was chosen the last time; what does not fit any more is left out."""
        self._wants_sound = bool(state.get("with_sound", True))
        picture = state.get("picture")
        self._picture.set_state(picture if isinstance(picture, dict) else {})
        curves = state.get("curves")
        self._curves.set_state(curves if isinstance(curves, dict) else {})
        if state.get("range") != SPAN:  # another clip has other times
            self._range.choose(str(state.get("range")))
        self.choose_kind(str(state.get("kind")))
        self._refresh()

    def _arrange(self) -> None:
        self._list.setFixedWidth(self.fontMetrics().averageCharWidth() * _LIST_WIDTH)
        self._list.setIconSize(QSize(1, 1) * round(self.fontMetrics().lineSpacing() * 1.1))
        self._list.setSpacing(2)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._boxes = {
            title: self._box(title, widgets)
            for title, widgets in (
                (self.tr("Picture and time"), (self._picture,)),
                (self.tr("Range"), (self._range,)),
                (self.tr("Sound"), (self._sound,)),
                (self.tr("Curves"), (self._curves,)),
                (self.tr("File"), (self._place,)),
            )
        }
        choices = QVBoxLayout()
        choices.addWidget(self._note)
        choices.addSpacing(self.fontMetrics().averageCharWidth())
        for box in self._boxes.values():
            choices.addWidget(box)
        choices.addStretch(1)
        choices.addWidget(self._summary)
        choices.addWidget(self._hint)
        columns = QHBoxLayout()
        columns.addWidget(self._list)
        columns.addSpacing(self.fontMetrics().averageCharWidth() * 2)
        columns.addLayout(choices, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(columns, 1)
        layout.addWidget(self._buttons)
        for button in self._buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(button is self._export)
        self._export.setDefault(True)  # only now does it belong to the dialog

    def _box(self, title: str, widgets: tuple[QWidget, ...]) -> QGroupBox:
        box = QGroupBox(title)
        inside = QVBoxLayout(box)
        for widget in widgets:
            inside.addWidget(widget)
        return box

    def _connect(self) -> None:
        self._list.currentRowChanged.connect(self._on_kind_changed)
        for part in (self._picture, self._range, self._curves, self._place):
            part.changed.connect(self._refresh)
        self._sound.clicked.connect(self._on_sound_clicked)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _refresh(self) -> None:
        """Bring what depends on the choices up to date."""
        has_sound = self.kind in (VIDEO, IMAGES)
        picture, span, sound, curves, _ = self._boxes.values()
        for box, visible in (
            *((picture, self.kind != PROJECT), (span, self.kind != PROJECT)),
            *((sound, has_sound), (curves, self.kind != PROJECT and not has_sound)),
        ):
            box.setVisible(visible)
        reason = None if self._has_recording else self.tr("The project has no recording")
        explain(self._sound, self.tr("The recording, cut to the range"), reason)
        self._sound.setChecked(self._wants_sound and self._has_recording)
        problem = self._problem()
        replaces = self._place.replaces()
        explain(self._export, self.tr("Write it in the background"), problem)
        self._export.setText(self.tr("Replace") if replaces else self.tr("Export"))
        if problem:
            self._summary.show_text("")
            self._hint.show_text(problem, "warning")
            return
        text = summary(self.delivery(), self._duration, self._portrait_size)
        self._summary.show_text(text, "plain")
        existing = self.tr("{name} is there already and will be replaced")
        self._hint.show_text(
            existing.format(name=self._place.path.name) if replaces else "", "warning"
        )

    def _problem(self) -> str | None:
        """What keeps it from being exported."""
        if self.kind == PROJECT:
            return self._place.problem()
        if self._duration <= 0:
            return self.tr("There is no motion yet; generate a take first")
        curves = None if self.kind in (VIDEO, IMAGES) else self._curves.problem()
        return self._range.problem() or curves or self._place.problem()

    def _on_kind_changed(self, row: int) -> None:
        if row < 0:
            return
        kind = self._kinds[row]
        self._note.show_text(kind.note)
        self._picture.set_kind(kind.name)
        self._place.set_suffix(Delivery(kind=kind.name).suffix)
        self._refresh()

    def _on_sound_clicked(self, on: bool) -> None:
        self._wants_sound = on
        self._refresh()

    def _on_accepted(self) -> None:
        if self._problem() is None:
            delivery, path = self.delivery(), self._place.path
            self.accept()
            self.export_requested.emit(delivery, path)
