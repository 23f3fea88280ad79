"""The preflight: what was found about the inputs, with the fixes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.preflight.finding_row import FindingRow
from dimitra_studio.pipeline.findings import Finding, Subject

_SUBJECTS: tuple[Subject, ...] = ("portrait", "recording", "transcript", "machine")
_ORDER = {"failure": 0, "warning": 1, "pass": 2}


class PreflightView(QWidget):
    """A line a finding, by what it is about; the worst first. For a dock or a dialog."""

    fix_requested = Signal(str, object)  # fix; for take_channel the index, or None for the mix
    face_chosen = Signal(object)  # box in pixels of the picture
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._summary = HintLabel(tone="plain")
        self._summary.setObjectName("summary")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._close = QPushButton(self.tr("Close"))
        self._close.setToolTip(self.tr("Go on with the inputs as they are"))

        layout = QVBoxLayout(self)
        layout.addWidget(self._summary)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._close, 0, Qt.AlignmentFlag.AlignRight)

        self._close.clicked.connect(self.dismissed)
        self.set_findings(())

    def set_busy(self) -> None:
        """Say that the inputs are being looked at."""
        self._scroll.setWidget(QWidget())
        self._summary.show_text(self.tr("Looking at the inputs…"))

    def set_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings."""
        content = QWidget()
        layout = QVBoxLayout(content)
        layout.setContentsMargins(0, self.fontMetrics().height() // 3, 0, 0)
        for subject in _SUBJECTS:
            about = [finding for finding in findings if finding.subject == subject]
            if about:
                layout.addWidget(self._make_heading(subject))
            for finding in sorted(about, key=lambda finding: _ORDER[finding.level]):
                row = FindingRow(finding)
                row.fix_requested.connect(self.fix_requested)
                row.face_chosen.connect(self.face_chosen)
                layout.addWidget(row)
        layout.addStretch(1)
        self._scroll.setWidget(content)
        self._summarise(findings)

    def _make_heading(self, subject: Subject) -> QLabel:
        names: dict[Subject, str] = {
            "portrait": self.tr("Portrait"),
            "recording": self.tr("Recording"),
            "transcript": self.tr("Words"),
            "machine": self.tr("This computer"),
        }
        heading = QLabel(names[subject])
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        return heading

    def _summarise(self, findings: Sequence[Finding]) -> None:
        levels = [finding.level for finding in findings]
        n_failures, n_warnings = levels.count("failure"), levels.count("warning")
        if n_failures:
            text = self.tr("{n} to be fixed before anything can be generated.")
            self._summary.show_text(text.format(n=n_failures), "error")
        elif n_warnings:
            text = self.tr("Ready. {n} could be better.")
            self._summary.show_text(text.format(n=n_warnings), "warning")
        elif findings:
            self._summary.show_text(self.tr("Ready. Everything looks good."), "ok")
        else:
            self._summary.show_text(self.tr("Nothing was looked at yet."))
