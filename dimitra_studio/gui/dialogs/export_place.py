"""The part of the export dialog that says where the file goes."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

_FORBIDDEN = set('/\\:*?"<>|')  # on one system or another


class ExportPlace(QWidget):
    """Name and folder."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = QLineEdit()
        self._name.setToolTip(self.tr("Of the file, or of the folder for images"))
        self._suffix = QLabel()
        self._folder = QLineEdit()
        self._folder.setToolTip(self.tr("Where it is written"))
        self._browse = QPushButton(self.tr("C&hoose…"))
        self._browse.setAutoDefault(False)  # Enter exports
        self._browse.setToolTip(self.tr("Choose another folder"))
        form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.addRow(self._label(self.tr("&Name"), self._name), _beside(self._name, self._suffix))
        form.addRow(
            self._label(self.tr("F&older"), self._folder), _beside(self._folder, self._browse)
        )
        self._name.textEdited.connect(self.changed)
        self._folder.textEdited.connect(self.changed)
        self._browse.clicked.connect(self._on_browse_clicked)

    @property
    def path(self) -> Path:
        """Of what will be written; empty fields give a path too, see ``problem``."""
        name, suffix = self._name.text().strip(), self._suffix.text()
        if suffix and name.lower().endswith(suffix.lower()):
            name = name[: -len(suffix)]
        return self.folder / (name + suffix)

    @property
    def folder(self) -> Path:
        return Path(self._folder.text().strip()).expanduser()

    def set_path(self, folder: Path, name: str) -> None:
        """Suggest a place."""
        self._folder.setText(str(folder))
        self._name.setText(name)

    def set_suffix(self, suffix: str) -> None:
        """Show the ending that is added to the name."""
        self._suffix.setText(suffix)

    def problem(self) -> str | None:
        """What keeps the file from being written, as far as can be told now."""
        name = self._name.text().strip()
        if not name.strip("."):
            return self.tr("The file has no name")
        if wrong := _FORBIDDEN & set(name):
            return self.tr("A file name cannot contain {character}").format(character=min(wrong))
        if not self._folder.text().strip() or not self.folder.is_dir():
            return self.tr("There is no such folder")
        if self._suffix.text() and self.path.is_dir():
            return self.tr("There is a folder of that name")
        return None

    def replaces(self) -> bool:
        """Whether something of that name is there already."""
        return self.problem() is None and self.path.exists()

    def _label(self, text: str, field: QLineEdit) -> QLabel:
        label = QLabel(text)
        label.setBuddy(field)
        field.setAccessibleName(text.replace("&", ""))  # Qt looks for the label beside it alone
        return label

    def _on_browse_clicked(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the export"), str(self.folder))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._on_folder_chosen)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_folder_chosen(self, folder: str) -> None:
        self._folder.setText(folder)
        self.changed.emit()


def _beside(field: QLineEdit, other: QWidget) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(field, 1)
    layout.addWidget(other)
    return row
