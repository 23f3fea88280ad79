"""Dialog that tells of an error, and helps to report it."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.error_report import ErrorReport, make_details

_ICON_LINES = 2.4  # height of the sign, in lines of text
_WIDTH = 74  # characters
_DETAIL_LINES = 12


class ErrorDialog(QDialog):
    """What happened, why, and what to do; the details can be looked at and copied."""

    copied = Signal()

    def __init__(
        self,
        report: ErrorReport,
        *,
        log_file: Path | None = None,
        device: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """Tell of an error.

        Args:
            report: what to say.
            log_file: whose end belongs to the details.
            device: that the networks run on.
            parent: window that it is shown on.
        """
        super().__init__(parent)
        self._report, self._log_file, self._device = report, log_file, device
        self.setWindowTitle(self.tr("An error"))
        self._details = self._make_details()
        self._with_paths = QCheckBox(self.tr("Include &paths"))
        self._with_paths.setToolTip(
            self.tr("Folder names can tell who you are; they are left out unless you want them")
        )
        self._count = QLabel()
        self._count.hide()
        self._show_details = QPushButton(self.tr("Show &details"))
        self._show_details.setCheckable(True)
        self._show_details.setToolTip(self.tr("What those who repair it need to know"))
        self._details_box = QWidget()
        box = QVBoxLayout(self._details_box)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._details)
        box.addWidget(self._with_paths)
        self._details_box.hide()

        layout = QVBoxLayout(self)
        layout.addLayout(self._make_message())
        layout.addWidget(self._count)
        layout.addWidget(self._details_box, 1)
        layout.addWidget(self._make_buttons())

        self._with_paths.toggled.connect(self._fill_details)
        self._show_details.toggled.connect(self._on_details_toggled)
        self._fill_details()

    def details(self) -> str:
        """The text that is shown and copied."""
        return self._details.toPlainText()

    def set_repeats(self, count: int) -> None:
        """Show how many errors came besides."""
        self._count.setText(
            self.tr("Further errors, all of them in the log: {count}").format(count=count)
        )
        self._count.setVisible(count > 0)

    def copy_details(self) -> None:
        """Put the details on the clipboard."""
        QGuiApplication.clipboard().setText(self.details())
        self._copy.setText(self.tr("Copied"))
        self.copied.emit()

    def open_log_folder(self) -> None:
        """Show the log in the desktop's file manager."""
        if self._log_file is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(self._log_file.parent))

    def _make_details(self) -> QPlainTextEdit:
        details = QPlainTextEdit()
        details.setReadOnly(True)
        details.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        details.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        details.setAccessibleName(self.tr("Details of the error"))
        details.setMinimumHeight(self.fontMetrics().lineSpacing() * _DETAIL_LINES)
        return details

    def _make_message(self) -> QHBoxLayout:
        sign = QLabel()
        side = round(self.fontMetrics().lineSpacing() * _ICON_LINES)
        sign.setPixmap(
            theme.icon("error", "error").pixmap(QSize(side, side), self.devicePixelRatio())
        )
        words = QVBoxLayout()
        for text, bold in (
            (self._report.what, True),
            (self._report.why, False),
            (self._report.advice, False),
        ):
            if text:
                words.addWidget(self._make_line(text, bold=bold))
        words.addStretch()
        layout = QHBoxLayout()
        layout.setSpacing(self.fontMetrics().height())
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        return layout

    def _make_line(self, text: str, *, bold: bool) -> QLabel:
        label = QLabel(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        label.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        font = label.font()
        font.setBold(bold)
        label.setFont(font)
        return label

    def _make_buttons(self) -> QDialogButtonBox:
        role = QDialogButtonBox.ButtonRole
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self._show_details, role.ActionRole)
        self._copy = QPushButton(theme.icon("copy"), self.tr("&Copy details"))
        self._copy.setToolTip(self.tr("Copy versions, device and the end of the log"))
        self._copy.clicked.connect(self.copy_details)
        buttons.addButton(self._copy, role.ActionRole)
        folder = QPushButton(theme.icon("folder"), self.tr("Open &log folder"))
        folder.setEnabled(self._log_file is not None)
        folder.setToolTip(
            self.tr("Show the files that errors are written to")
            if self._log_file is not None
            else self.tr("There is no log: its folder cannot be written")
        )
        folder.clicked.connect(self.open_log_folder)
        buttons.addButton(folder, role.ActionRole)
        for button in (self._show_details, self._copy, folder):
            button.setAutoDefault(False)  # Enter closes
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons

    def _fill_details(self) -> None:
        self._details.setPlainText(
            make_details(
                self._report,
                log_file=self._log_file,
                device=self._device,
                with_paths=self._with_paths.isChecked(),
            )
        )

    def _on_details_toggled(self, shown: bool) -> None:
        self._details_box.setVisible(shown)
        self._show_details.setText(self.tr("Hide &details") if shown else self.tr("Show &details"))
        if not shown:
            self.adjustSize()
