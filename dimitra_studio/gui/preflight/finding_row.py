"""One line of the preflight: how bad it is, what was found, and the fix beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QWidget

from dimitra_studio.gui.panels.hint_label import HintLabel, Tone
from dimitra_studio.gui.panels.icon_label import IconLabel
from dimitra_studio.gui.preflight.face_chooser import FaceChooser
from dimitra_studio.pipeline.findings import Faces, Finding, Level, Sides

_ICONS: dict[Level, str] = {"pass": "ok", "warning": "warning", "failure": "error"}
_TONES: dict[Level, Tone] = {"pass": "ok", "warning": "warning", "failure": "error"}


class FindingRow(QWidget):
    """Shows a finding; asks for its fix."""

    fix_requested = Signal(str, object)  # fix, what it needs
    face_chosen = Signal(object)  # box

    def __init__(self, finding: Finding, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._finding = finding
        icon = IconLabel(_ICONS[finding.level], self._level_name())
        level = HintLabel(self._level_name(), tone=_TONES[finding.level])
        self._sentence = HintLabel(finding.sentence, tone="plain")
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setAccessibleName(f"{self._level_name()}: {finding.sentence}")

        layout = QGridLayout(self)
        layout.setColumnStretch(1, 1)
        layout.addWidget(icon, 0, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(level, 0, 1)
        layout.addWidget(self._sentence, 1, 1)
        if isinstance(finding.payload, Faces):
            chooser = FaceChooser(finding.payload)
            chooser.face_chosen.connect(self.face_chosen)
            layout.addWidget(chooser, 2, 1)
        buttons = QHBoxLayout()
        for text, tooltip, answer in self._answers():
            button = QPushButton(text)
            button.setToolTip(tooltip)
            button.setProperty("answer", answer)
            button.clicked.connect(self._on_answer_clicked)
            buttons.addWidget(button)
        buttons.addStretch(1)
        if buttons.count() > 1:
            layout.addLayout(buttons, 3, 1)

    def _level_name(self) -> str:
        names: dict[Level, str] = {
            "pass": self.tr("Good"),
            "warning": self.tr("Could be better"),
            "failure": self.tr("Must be fixed"),
        }
        return names[self._finding.level]

    def _answers(self) -> list[tuple[str, str, int | None]]:
        """Text, tooltip and payload of each button."""
        fix, payload = self._finding.fix, self._finding.payload
        if isinstance(payload, Sides):
            return self._side_answers(payload)
        texts = {
            "choose_portrait": (
                self.tr("Choose another picture…"),
                self.tr("Take another picture as the portrait"),
            ),
            "choose_recording": (
                self.tr("Choose another recording…"),
                self.tr("Take another recording of speech"),
            ),
            "edit_transcript": (self.tr("Edit the words"), self.tr("Go to the transcript")),
            "drop_transcript": (
                self.tr("Go without words"),
                self.tr("Let the sound alone drive the face"),
            ),
            "choose_folder": (
                self.tr("Choose another folder…"),
                self.tr("Write to another place"),
            ),
            "choose_weights": (
                self.tr("Choose other weights…"),
                self.tr("Take the networks of another folder"),
            ),
        }
        if fix not in texts:
            return []
        return [(*texts[fix], None)]

    def _side_answers(self, sides: Sides) -> list[tuple[str, str, int | None]]:
        left = (self.tr("Use left"), self.tr("Take the left side alone"), 0)
        right = (self.tr("Use right"), self.tr("Take the right side alone"), 1)
        answers: list[tuple[str, str, int | None]] = [left, right]
        if sides.best == 1:
            answers.reverse()
        if sides.mixable:
            answers.append((self.tr("Mix"), self.tr("Take both sides together"), None))
        return answers

    def _on_answer_clicked(self) -> None:
        fix = self._finding.fix
        payload = self._finding.payload
        if isinstance(payload, Sides):
            payload = self.sender().property("answer")
        self.fix_requested.emit(fix, payload)
