"""The dialog that asks what to export, how, and where to."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QGroupBox,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.dialogs.export_character import ExportCharacter
from dimitra_studio.gui.dialogs.export_curves import ExportCurves
from dimitra_studio.gui.dialogs.export_kinds import Kind, Part, list_kinds
from dimitra_studio.gui.dialogs.export_picture import ExportPicture
from dimitra_studio.gui.dialogs.export_place import ExportPlace
from dimitra_studio.gui.dialogs.export_range import SPAN, ExportRange
from dimitra_studio.gui.dialogs.export_summary import summary
from dimitra_studio.gui.dialogs.kind_list import KindList
from dimitra_studio.gui.dialogs.scroll_column import ScrollColumn
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.pipeline.delivery import CHARACTER, IMAGES, Delivery, suffix_of
from dimitra_studio.pipeline.hand_over import Options

_WIDTH, _HEIGHT = 138, 52  # characters and lines of the dialog
_MOST_OF_SCREEN = 0.9


class ExportDialog(QDialog):
    """Asks for a ``Delivery`` and a path; fill it by ``set_options``, then ``open`` it."""

    export_requested = Signal(object, object)  # Delivery, Path

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Export"))
        self._duration, self._words_duration = 0.0, 0.0
        self._portrait_size: tuple[int, int] | None = None
        self._has_recording = False
        self._wants_sound = True
        self._list = KindList()
        self._note = HintLabel()
        self._picture, self._range, self._place = ExportPicture(), ExportRange(), ExportPlace()
        self._curves, self._character = ExportCurves(), ExportCharacter()
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
        metrics, screen = self.fontMetrics(), self.screen().availableSize()
        size = QSize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * _HEIGHT)
        self.resize(size.boundedTo(screen * _MOST_OF_SCREEN))

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
        channels: Sequence[str] = (),
        for_character: bool = False,
        words_duration: float = 0.0,
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
            channels: of the motion's rig.
            for_character: whether a character knows their names.
            words_duration: of the transcript in seconds; 0 if there is none.
        """
        chosen = self.kind if self._list.count() else ""
        self._duration, self._portrait_size = duration, portrait_size
        self._has_recording, self._words_duration = has_recording, words_duration
        self._list.set_kinds(list_kinds(formats, notes or {}, with_character=for_character), chosen)
        self._picture.set_portrait_size(portrait_size)
        self._curves.set_channels(channels)
        self._range.set_segments(selection, loop)
        self._place.set_path(folder or Path.home(), name)
        self._on_kind_changed(self._list.kind)

    @property
    def kind(self) -> str:
        """What is to be exported: the name of a ``Delivery``'s kind."""
        return self._list.kind.name

    @property
    def character(self) -> ExportCharacter:
        """The part whose requests somebody has to answer."""
        return self._character

    def delivery(self) -> Delivery:
        """What is chosen now; a character must have been chosen for one."""
        options = self._picture.options()
        if self.kind != IMAGES and options["background"] is None:
            del options["background"]
        return Delivery(
            kind=self.kind,
            segment=self._range.segment(),
            with_sound=self._sound.isChecked(),
            curves=self._curves.options() if self._curves.problem() is None else Options(),
            character=self._character.character() if self.kind == CHARACTER else None,
            **options,
        )

    def state(self) -> dict[str, Any]:
        """What to remember for the next time, JSON values alone."""
        return {
            "kind": self.kind,
            "picture": self._picture.state(),
            "curves": self._curves.state(),
            "character": self._character.state(),
            "range": self._range.choice,
            "with_sound": self._wants_sound,
            "folder": str(self._place.folder),
        }

    def set_state(self, state: Mapping[str, Any]) -> None:
        """Choose what was chosen the last time; what does not fit any more is left out."""
        self._wants_sound = bool(state.get("with_sound", True))
        for name, part in (
            ("picture", self._picture),
            ("curves", self._curves),
            ("character", self._character),
        ):
            held = state.get(name)
            part.set_state(held if isinstance(held, dict) else {})
        if state.get("range") != SPAN:  # another clip has other times
            self._range.choose(str(state.get("range")))
        self._list.choose(str(state.get("kind")))
        self._refresh()

    def _arrange(self) -> None:
        self._boxes: dict[Part, QGroupBox] = {
            "character": self._box(self.tr("Character"), self._character),
            "picture": self._box(self.tr("Picture and time"), self._picture),
            "range": self._box(self.tr("Range"), self._range),
            "sound": self._box(self.tr("Sound"), self._sound),
            "curves": self._box(self.tr("Curves"), self._curves),
        }
        place = self._box(self.tr("File"), self._place)
        choices = QVBoxLayout()
        choices.addWidget(self._note)
        choices.addSpacing(self.fontMetrics().averageCharWidth())
        choices.addWidget(ScrollColumn([*self._boxes.values(), place]), 1)
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

    def _box(self, title: str, widget: QWidget) -> QGroupBox:
        box = QGroupBox(title)
        QVBoxLayout(box).addWidget(widget)
        return box

    def _connect(self) -> None:
        self._list.kind_changed.connect(self._on_kind_changed)
        for part in (self._character, self._picture, self._range, self._curves, self._place):
            part.changed.connect(self._refresh)
        self._sound.clicked.connect(self._on_sound_clicked)
        self._buttons.accepted.connect(self._on_accepted)
        self._buttons.rejected.connect(self.reject)

    def _refresh(self) -> None:
        """Bring what depends on the choices up to date."""
        for name, box in self._boxes.items():
            box.setVisible(name in self._list.kind.parts)
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
        text = summary(self.delivery(), self._length(), self._portrait_size)
        self._summary.show_text(text, "plain")
        existing = self.tr("{name} is there already and will be replaced")
        self._hint.show_text(
            existing.format(name=self._place.path.name) if replaces else "", "warning"
        )

    def _problem(self) -> str | None:
        """What keeps it from being exported."""
        kind = self._list.kind
        if kind.needs == "nothing":
            return self._place.problem()
        if kind.needs == "words" and self._words_duration <= 0:
            return self.tr("There are no words yet; type what is said, or transcribe it")
        if self._length() <= 0:
            return self.tr("There is no motion yet; generate a take first")
        curves = self._curves.problem() if "curves" in kind.parts else None
        character = self._character.problem() if self.kind == CHARACTER else None
        problem = character or self._range.problem() or curves or self._place.problem()
        if problem is None and self.kind == CHARACTER and self._character.is_file(self._place.path):
            text = self.tr("{name} is the character itself; choose another name")
            return text.format(name=self._place.path.name)
        return problem

    def _length(self) -> float:
        """Seconds of what the chosen kind is made of; words need no take."""
        words = self._words_duration if self._list.kind.needs == "words" else 0.0
        return self._duration or words

    def _on_kind_changed(self, kind: Kind) -> None:
        self._note.show_text(kind.note)
        self._picture.set_kind(kind.name)
        self._place.set_suffix(suffix_of(kind.name))
        self._range.set_duration(self._length())
        self._refresh()
        if kind.name == CHARACTER:
            self._character.begin()

    def _on_sound_clicked(self, on: bool) -> None:
        self._wants_sound = on
        self._refresh()

    def _on_accepted(self) -> None:
        if self._problem() is None:
            delivery, path = self.delivery(), self._place.path
            self.accept()
            self.export_requested.emit(delivery, path)
