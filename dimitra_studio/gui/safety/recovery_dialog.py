"""Dialog that offers unsaved work after a crash."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.core.recovery import Finding
from dimitra_studio.gui.safety.difference_texts import describe_finding

_SIZE = (110, 26)  # average characters and lines


class RecoveryDialog(QDialog):
    """Lists what windows that crashed have left behind; nothing is removed without a word.

    Recovering closes the dialog; what is left is offered again at the next start.
    """

    recover_requested = Signal(object)  # Finding: go on where the crash was, in the same file
    keep_both_requested = Signal(object)  # Finding: as a new project beside the saved file
    discard_requested = Signal(object)  # Finding

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover unsaved work"))
        intro = QLabel(
            self.tr("Dimitra Studio did not close as it should. It has kept this work for you:")
        )
        intro.setWordWrap(True)
        self._list = self._make_list()
        self._details = QLabel()
        self._details.setObjectName("recovery_details")
        self._details.setAccessibleName(self.tr("What differs from the saved file"))
        self._details.setWordWrap(True)
        self._details.setTextFormat(Qt.TextFormat.PlainText)
        self._details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        heading = QLabel(self.tr("Compared with the saved file:"))
        self._buttons = QDialogButtonBox()
        role = QDialogButtonBox.ButtonRole
        self._recover = self._make_button(self.tr("&Recover"), role.AcceptRole)
        self._both = self._make_button(self.tr("&Keep both"), role.AcceptRole)
        self._discard = self._make_button(self.tr("&Discard…"), role.DestructiveRole)
        self._later = self._make_button(self.tr("&Later"), role.RejectRole)

        layout = QVBoxLayout(self)
        layout.addWidget(intro)
        layout.addWidget(self._list, stretch=1)
        layout.addWidget(heading)
        layout.addWidget(self._details)
        layout.addWidget(self._buttons)
        metrics = self.fontMetrics()
        self.resize(_SIZE[0] * metrics.averageCharWidth(), _SIZE[1] * metrics.lineSpacing())

        self._list.currentItemChanged.connect(self._on_current_changed)
        self._list.itemActivated.connect(self._on_recover_clicked)
        self._recover.clicked.connect(self._on_recover_clicked)
        self._both.clicked.connect(self._on_both_clicked)
        self._discard.clicked.connect(self._on_discard_clicked)
        self._later.clicked.connect(self.reject)
        self.set_findings(())

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show what was found, the first selected."""
        self._list.clear()
        for finding in findings:
            self._list.addTopLevelItem(self._make_item(finding))
        if (first := self._list.topLevelItem(0)) is not None:
            self._list.setCurrentItem(first)
        self._show_current()

    def _make_list(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setObjectName("recovery_list")
        tree.setAccessibleName(self.tr("Unsaved work"))
        tree.setToolTip(self.tr("Work that was not saved; Enter recovers it"))
        tree.setHeaderLabels([self.tr("Project"), self.tr("Kept at"), self.tr("Saved file")])
        tree.setRootIsDecorated(False)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        tree.setAlternatingRowColors(True)
        tree.header().setStretchLastSection(True)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        tree.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _make_button(self, text: str, role: QDialogButtonBox.ButtonRole) -> QPushButton:
        button = QPushButton(text)
        button.setAutoDefault(False)  # Enter means what ``_show_current`` chooses
        self._buttons.addButton(button, role)
        return button

    def _make_item(self, finding: Finding) -> QTreeWidgetItem:
        side = finding.side
        kept = QDateTime.fromSecsSinceEpoch(int(side.time))
        time = self.locale().toString(kept, QLocale.FormatType.ShortFormat)
        place = self.tr("never saved") if side.original is None else str(side.original)
        item = QTreeWidgetItem([side.title or self.tr("Untitled"), time, place])
        item.setToolTip(2, place)
        item.setData(0, Qt.ItemDataRole.UserRole, finding)
        return item

    def _current(self) -> Finding | None:
        item = self._list.currentItem()
        return None if item is None else item.data(0, Qt.ItemDataRole.UserRole)

    def _show_current(self) -> None:
        finding = self._current()
        lines = [] if finding is None else describe_finding(finding)
        self._details.setText("\n".join(f"• {line}" for line in lines))
        readable = finding is not None and finding.problem is None
        saved = readable and finding is not None and finding.side.original is not None
        self._recover.setEnabled(readable)
        self._both.setEnabled(saved)
        self._discard.setEnabled(finding is not None)
        doubtful = saved and finding is not None and finding.doubtful
        (self._both if doubtful else self._recover if readable else self._later).setDefault(True)
        self._recover.setToolTip(
            self.tr("Go on with this work; nothing is saved until you save it")
            if readable
            else self.tr("This work cannot be read")
        )
        self._both.setToolTip(
            self.tr("Open this work as a new project and leave the saved file as it is")
            if saved
            else self.tr("There is no saved file beside this work")
        )
        self._discard.setToolTip(self.tr("Remove this work for ever; asks first"))
        self._later.setToolTip(self.tr("Keep all of it, and ask again at the next start"))

    @Slot()
    def _on_current_changed(self) -> None:
        self._show_current()

    @Slot()
    def _on_recover_clicked(self) -> None:
        finding = self._current()
        if finding is not None and finding.problem is None:
            self.recover_requested.emit(finding)
            self.accept()

    @Slot()
    def _on_both_clicked(self) -> None:
        finding = self._current()
        if finding is not None:
            self.keep_both_requested.emit(finding)
            self.accept()

    @Slot()
    def _on_discard_clicked(self) -> None:
        finding = self._current()
        if finding is None:
            return
        title = finding.side.title or self.tr("Untitled")
        question = QMessageBox(
            QMessageBox.Icon.Warning,
            self.tr("Discard unsaved work"),
            self.tr("Remove the unsaved work on “{title}” for ever?").format(title=title),
            QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel,
            self,
        )
        question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        question.buttonClicked.connect(self._on_discard_answered)
        question.open()

    @Slot(object)
    def _on_discard_answered(self, button: QPushButton) -> None:
        question = self.sender()
        finding, item = self._current(), self._list.currentItem()
        if not isinstance(question, QMessageBox) or finding is None:
            return
        if question.standardButton(button) == QMessageBox.StandardButton.Discard:
            self.discard_requested.emit(finding)
            self._list.takeTopLevelItem(self._list.indexOfTopLevelItem(item))
            if not self._list.topLevelItemCount():
                self.accept()
