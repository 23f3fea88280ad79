"""Choosing files without stopping the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

OnChosen = Callable[[Path], None]


def ask_file(
    parent: QWidget, title: str, folder: Path, filters: Sequence[str], on_chosen: OnChosen
) -> QFileDialog:
    """Ask for a file that exists.

    Args:
        parent: the window that waits for the answer.
        title: of the dialog.
        folder: to begin in.
        filters: in Qt's form, ``Pictures (*.png *.jpg)``.
        on_chosen: gets the file; not called when the user changes his mind.
    """
    dialog = _make(parent, title, folder, filters, on_chosen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.open()
    return dialog


def ask_files(
    parent: QWidget,
    title: str,
    folder: Path,
    filters: Sequence[str],
    on_chosen: Callable[[list[Path]], None],
) -> QFileDialog:
    """As ``ask_file``, for any number of files; ``on_chosen`` gets them all."""
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(list(filters))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(_SeveralChosen(on_chosen, dialog).tell)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog


def ask_new_file(
    parent: QWidget,
    title: str,
    suggestion: Path,
    filters: Sequence[str],
    on_chosen: OnChosen,
) -> QFileDialog:
    """Ask where to write; the user has agreed when a file of that name is to be replaced.

    Args:
        parent: the window that waits for the answer.
        title: of the dialog.
        suggestion: the file offered, with its folder; its ending is added to names without one.
        filters: see ``ask_file``.
        on_chosen: gets the file.
    """
    dialog = _make(parent, title, suggestion.parent, filters, on_chosen)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(suggestion.suffix.removeprefix("."))
    dialog.selectFile(suggestion.name)
    dialog.open()
    return dialog


def _make(
    parent: QWidget, title: str, folder: Path, filters: Sequence[str], on_chosen: OnChosen
) -> QFileDialog:
    dialog = QFileDialog(parent, title, str(folder))
    dialog.setNameFilters(list(filters))
    dialog.fileSelected.connect(_Chosen(on_chosen, dialog).tell)
    dialog.finished.connect(dialog.deleteLater)
    return dialog


class _Chosen(QObject):
    """Hands the answer on as a path; lives as long as the dialog."""

    def __init__(self, on_chosen: OnChosen, parent: QObject) -> None:
        super().__init__(parent)
        self._on_chosen = on_chosen

    def tell(self, name: str) -> None:
        self._on_chosen(Path(name))


class _SeveralChosen(QObject):
    """As ``_Chosen``, for several files."""

    def __init__(self, on_chosen: Callable[[list[Path]], None], parent: QObject) -> None:
        super().__init__(parent)
        self._on_chosen = on_chosen

    def tell(self, names: list[str]) -> None:
        self._on_chosen([Path(name) for name in names])
