"""One project of the welcome page's list."""

from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

from dimitra_studio.gui import theme
from dimitra_studio.gui.recent_files import RecentFile, shown_folder


class RecentRow(QWidget):
    """Name, folder and date; a file that is not there can be located or taken off the list."""

    opened = Signal(object)  # Path
    located = Signal(object)  # Path, the old one
    removed = Signal(object)  # Path

    def __init__(self, file: RecentFile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path = file.path
        line = self.fontMetrics().height()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(line // 3)
        layout.addWidget(self._make_opener(file), 1)
        layout.addWidget(self._make_date(file))
        if file.missing:
            layout.addWidget(self._make_locate())
        layout.addWidget(self._make_remove())

    @property
    def path(self) -> Path:
        return self._path

    def _make_opener(self, file: RecentFile) -> QPushButton:
        name, folder = file.path.stem, shown_folder(file.path)
        button = _ElidedButton(f"{name}    {folder}")
        button.setObjectName("opener")
        button.setFlat(True)
        button.setEnabled(not file.missing)
        button.setIcon(theme.icon("warning" if file.missing else "recent"))
        if file.missing:
            button.setToolTip(
                self.tr("{path} is not there; locate it, or take it off the list").format(
                    path=file.path
                )
            )
        else:
            button.setToolTip(str(file.path))
        button.setAccessibleName(
            self.tr("Open {name} in {folder}").format(name=name, folder=folder)
        )
        button.clicked.connect(self._on_opened)
        return button

    def _make_date(self, file: RecentFile) -> QLabel:
        if file.modified is None:
            date = QLabel(self.tr("not there"))
        else:
            short = QLocale.FormatType.ShortFormat
            moment = QDateTime.fromSecsSinceEpoch(round(file.modified.timestamp()))
            date = QLabel(self.locale().toString(moment, short))
        date.setForegroundRole(date.palette().ColorRole.PlaceholderText)
        return date

    def _make_locate(self) -> QPushButton:
        button = QPushButton(self.tr("Locate…"))
        button.setObjectName("locate")
        button.setToolTip(self.tr("Show where the project is now"))
        button.setAccessibleName(self.tr("Locate {name}").format(name=self._path.stem))
        button.clicked.connect(self._on_located)
        return button

    def _make_remove(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("remove")
        button.setIcon(theme.icon("close"))
        button.setToolTip(self.tr("Take it off the list; the file stays"))
        button.setAccessibleName(self.tr("Take {name} off the list").format(name=self._path.stem))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(self._on_removed)
        return button

    def _on_opened(self) -> None:
        self.opened.emit(self._path)

    def _on_located(self) -> None:
        self.located.emit(self._path)

    def _on_removed(self) -> None:
        self.removed.emit(self._path)


class _ElidedButton(QPushButton):
    """Starts at the left and may be narrower than its text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setStyleSheet("text-align: left;")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Room for the beginning of the name."""
        return QSize(self.fontMetrics().averageCharWidth() * 16, super().minimumSizeHint().height())
