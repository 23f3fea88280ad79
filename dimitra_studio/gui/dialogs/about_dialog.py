"""Dialog that says what Dimitra Studio is."""

import platform
import sys

from PySide6.QtCore import QSize, Qt, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

import dimitra_studio
from dimitra_studio.gui import theme

_WIDTH = 56  # characters


class AboutDialog(QDialog):
    """Version, licence, and what runs beneath."""

    def __init__(self, device: str = "", parent: QWidget | None = None) -> None:
        """Describe this installation.

        Args:
            device: that the networks run on.
            parent: window that it is shown on.
        """
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Dimitra Studio"))
        self._versions = self._make_versions(device)
        sign = QLabel()
        side = self.fontMetrics().height() * 5
        sign.setPixmap(theme.icon("app-icon").pixmap(QSize(side, side), self.devicePixelRatio()))
        words = QVBoxLayout()
        words.addWidget(self._make_line("Dimitra Studio", size=1.7))
        words.addWidget(
            self._make_line(
                self.tr(
                    "A portrait and a recording become a talking head: "
                    "lips, expression and head pose."
                )
            )
        )
        words.addWidget(self._make_line(self._versions))
        words.addWidget(
            self._make_line(
                self.tr(
                    "Free software under the Apache License 2.0. The licences of the weights and "
                    "of the libraries are beside them."
                )
            )
        )
        row = QHBoxLayout()
        row.setSpacing(self.fontMetrics().height())
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(row)
        layout.addWidget(self._make_buttons())

    def copy_versions(self) -> None:
        """Put the versions on the clipboard."""
        QGuiApplication.clipboard().setText(self._versions)

    def _make_versions(self, device: str) -> str:
        lines = [
            self.tr("Version {version}").format(version=dimitra_studio.__version__),
            f"Python {platform.python_version()}, Qt {qVersion()}",
            platform.platform(terse=True),
        ]
        torch = getattr(sys.modules.get("torch"), "__version__", None)
        if torch:
            lines[1] += f", PyTorch {torch}"
        if device:
            lines.append(self.tr("Networks run on {device}").format(device=device))
        return "\n".join(lines)

    def _make_line(self, text: str, size: float = 1.0) -> QLabel:
        label = QLabel(text)
        label.setWordWrap(True)
        label.setMinimumWidth(self.fontMetrics().averageCharWidth() * _WIDTH)
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        font = label.font()
        font.setPointSizeF(font.pointSizeF() * size)
        font.setBold(size > 1)
        label.setFont(font)
        return label

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = QPushButton(theme.icon("copy"), self.tr("&Copy versions"))
        copy.setToolTip(self.tr("Copy what a report of an error needs"))
        copy.setAutoDefault(False)  # Enter closes
        copy.clicked.connect(self.copy_versions)
        buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.button(QDialogButtonBox.StandardButton.Close).setDefault(True)
        buttons.rejected.connect(self.reject)
        return buttons
