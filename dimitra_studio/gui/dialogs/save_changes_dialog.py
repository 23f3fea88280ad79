"""Question before unsaved work would be lost."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QMessageBox, QWidget

from dimitra_studio.gui import theme


class SaveChangesDialog(QMessageBox):
    """Save, do not save, or go on working; open it with ``open()``."""

    chosen = Signal(str)  # "save", "discard" or "cancel"

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        """Ask about a project.

        Args:
            name: of the project.
            parent: window that it is shown on.
        """
        super().__init__(parent)
        button = QMessageBox.StandardButton
        side = self.fontMetrics().height() * 3
        sign = theme.icon("warning", "warning")
        self.setIconPixmap(sign.pixmap(QSize(side, side), self.devicePixelRatio()))
        self.setWindowTitle(self.tr("Save changes?"))
        self.setText(self.tr("Save the changes in “{name}”?").format(name=name))
        self.setInformativeText(self.tr("They are lost if you do not save them."))
        self.setStandardButtons(button.Save | button.Discard | button.Cancel)
        self.setDefaultButton(button.Save)
        self.setEscapeButton(button.Cancel)
        for standard, text, tip in (
            (button.Save, self.tr("&Save"), self.tr("Write the project to its file")),
            (button.Discard, self.tr("&Don't save"), self.tr("Give up what was changed")),
            (button.Cancel, self.tr("Cancel"), self.tr("Go on working")),
        ):
            self.button(standard).setText(text)
            self.button(standard).setToolTip(tip)
        self._answer = "cancel"
        self.buttonClicked.connect(self._on_clicked)
        self.finished.connect(self._on_finished)

    def _on_clicked(self, button: QAbstractButton) -> None:
        standard = QMessageBox.StandardButton
        answers = {standard.Save: "save", standard.Discard: "discard"}
        self._answer = answers.get(self.standardButton(button), "cancel")

    def _on_finished(self) -> None:
        self.chosen.emit(self._answer)
