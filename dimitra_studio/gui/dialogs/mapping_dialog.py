"""The dialog that says which channels drive which targets of a character."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.gui import theme
from dimitra_studio.gui.dialogs.channel_amounts import AmountWords, ChannelAmounts
from dimitra_studio.gui.dialogs.file_dialogs import ask_file, ask_new_file
from dimitra_studio.gui.dialogs.mapping_item_model import MappingItemModel
from dimitra_studio.gui.dialogs.mapping_table import MappingTable
from dimitra_studio.gui.dialogs.mapping_texts import facing_text, missing_text
from dimitra_studio.gui.dialogs.scroll_column import ScrollColumn
from dimitra_studio.gui.dialogs.search_box import SearchBox
from dimitra_studio.gui.panels.elided_label import ElidedLabel
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import explain
from dimitra_studio.pipeline.character import (
    FACINGS,
    SHAPES,
    MappingReport,
    Wishes,
    load_mapping,
    save_wishes,
)

_WIDTH, _HEIGHT = 170, 44  # characters and lines of the dialog
_MOST_OF_SCREEN = 0.9
_MIX_WIDTH = 62  # characters
_MOST_SHARE = 10.0


class MappingDialog(QDialog):
    """Changes what drives the targets; ``wishes`` is the outcome.

    Args:
        report: to begin with.
        found: what names alone say.
        parent: window that it is shown on.
    """

    match_requested = Signal(object)  # Wishes; answer it by set_report or set_failure

    def __init__(
        self, report: MappingReport, found: MappingReport, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Mapping: {name}").format(name=report.character.name))
        self._found = found
        self._model = MappingItemModel(found, self)
        self._search = self._make_search()
        self._doubtful = QCheckBox(self.tr("Only what is &guessed or missing"))
        self._doubtful.setToolTip(self.tr("Leaves out what is found by name or set by hand"))
        self._table = MappingTable(self._model)
        self._target = ElidedLabel()
        self._mix = ChannelAmounts(self._mix_words(), amount=1.0, most=_MOST_SHARE, least_rows=1)
        self._mix.set_channels(SHAPES)
        self._missing = HintLabel(tone="plain")
        tip = self.tr("The node that turns and moves as the head does")
        self._head = SearchBox(self.tr("The head turns with"), tip)
        self._facing = self._make_facing()
        self._hint = HintLabel()
        self._buttons = self._make_buttons()
        self._arrange()
        self._search.textChanged.connect(self._on_search_changed)
        self._doubtful.toggled.connect(self._on_search_changed)
        self._table.target_changed.connect(self._show_target)
        self._table.edit_wanted.connect(self._mix.focus_first)
        self._table.clear_wanted.connect(self._on_clear_wanted)
        self._mix.changed.connect(self._on_mix_changed)
        self.set_report(report)
        first = next(filter(self._model.is_doubtful, self._model.mixes()), None)
        self._table.go_to(first)
        self._table.setFocus()

    def wishes(self) -> Wishes:
        """Everything as it is decided here."""
        return Wishes(self._model.mixes(), self._head.value, self._facing.currentData())

    def set_report(self, report: MappingReport) -> None:
        """Show another mapping of the same character."""
        target = self._table.target()
        self._model.set_report(report)
        heads: list[tuple[str, str | None]] = [(self.tr("none, it holds still"), "")]
        if self._found.head == "":
            heads.append((self.tr("a node without a name"), None))
        nodes = dict.fromkeys(report.nodes)
        self._head.set_entries([*heads, *((name, name) for name in nodes)])
        self._head.set_value("" if report.head is None else report.head or None)
        self._facing.setCurrentIndex(FACINGS.index(report.facing))
        self._table.go_to(target)
        self._wait(waits=False)
        self._refresh()

    def set_failure(self, sentence: str) -> None:
        """Say why a mapping does not fit; what is shown stays."""
        self._wait(waits=False)
        self._hint.show_text(sentence, "error")

    def load(self, path: Path) -> None:
        """Take the wishes of a mapping file; names decide what it says nothing of."""
        try:
            wishes = load_mapping(path)
        except DimitraError as error:
            self.set_failure(str(error))
            return
        self._wait(waits=True)
        self.match_requested.emit(wishes)

    def save(self, path: Path) -> None:
        """Write a mapping file, which the command line reads too."""
        try:
            save_wishes(self.wishes(), path)
        except DimitraError as error:
            self._hint.show_text(str(error), "error")
            return
        self._hint.show_text(self.tr("{name} was written").format(name=path.name), "ok")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses a button that has the focus, and takes over a number; no more."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self.focusWidget()
            if isinstance(focus, QAbstractButton):
                focus.click()
            return
        super().keyPressEvent(event)

    def _make_search(self) -> QLineEdit:
        field = QLineEdit()
        field.setPlaceholderText(self.tr("Find a target or a channel"))
        field.setAccessibleName(self.tr("Find a target or a channel"))
        field.setToolTip(self.tr("Shows only the targets with this in their or a channel's name"))
        field.setClearButtonEnabled(True)
        field.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        return field

    def _mix_words(self) -> AmountWords:
        return AmountWords(
            add=self.tr("A&dd a channel"),
            add_tip=self.tr("Let another channel drive this target as well"),
            empty=self.tr("nothing"),
            amount=self.tr("Share of the channel"),
            amount_tip=self.tr("The channel is multiplied by this; 1 is all of it"),
            remove=self.tr("Take this channel away"),
        )

    def _make_facing(self) -> QComboBox:
        box = QComboBox()
        box.setToolTip(self.tr("Where the character looks in its file: what the head turns about"))
        for facing in FACINGS:
            box.addItem(facing_text(facing), facing)
        return box

    def _make_buttons(self) -> QDialogButtonBox:
        standard, role = QDialogButtonBox.StandardButton, QDialogButtonBox.ButtonRole.ResetRole
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._ok = buttons.button(standard.Ok)
        for text, tip, slot in (
            (
                self.tr("&Load mapping…"),
                self.tr("Read a mapping file, such as the command line writes"),
                self._on_load_clicked,
            ),
            (
                self.tr("&Save mapping…"),
                self.tr("Write a mapping file for another day or the command line"),
                self._on_save_clicked,
            ),
            (
                self.tr("&Back to what was found"),
                self.tr("Give up what was set by hand"),
                self._on_back_clicked,
            ),
        ):
            button = QPushButton(text)
            button.setToolTip(tip)
            button.clicked.connect(slot)
            buttons.addButton(button, role)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for each in buttons.buttons():
            if isinstance(each, QPushButton):
                each.setAutoDefault(False)
        return buttons

    def _arrange(self) -> None:
        unit, line = self.fontMetrics().averageCharWidth(), self.fontMetrics().lineSpacing()
        bold = self._target.font()
        bold.setBold(True)
        self._target.setFont(bold)
        right = QWidget()
        right.setMinimumWidth(unit * _MIX_WIDTH)
        place = QVBoxLayout(right)
        place.setContentsMargins(unit, 0, 0, 0)
        place.addWidget(self._target)
        place.addWidget(ScrollColumn([self._mix]), 1)
        top, middle, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self._search, 1)
        top.addWidget(self._doubtful)
        middle.addWidget(self._table, 1)
        middle.addWidget(right)
        below.setSpacing(unit * 2)
        for text, box in (
            (self.tr("The &head turns with"), self._head),
            (self.tr("The &character looks"), self._facing),
        ):
            label = QLabel(text)
            label.setBuddy(box)
            box.setAccessibleName(text.replace("&", ""))
            below.addWidget(label)
            below.addWidget(box, 1)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addLayout(middle, 1)
        layout.addWidget(self._missing)
        layout.addLayout(below)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)
        most = self.screen().availableSize() * _MOST_OF_SCREEN
        self.resize(QSize(unit * _WIDTH, line * _HEIGHT).boundedTo(most))

    def _wait(self, *, waits: bool) -> None:
        """While a mapping is matched, nothing can be decided."""
        self._hint.show_text(self.tr("Reading the character…") if waits else "")
        self._table.setEnabled(not waits)
        self._mix.setEnabled(not waits and self._table.target() is not None)
        reason = self.tr("The character is being read") if waits else None
        explain(self._ok, self.tr("Use this mapping for the export"), reason)

    def _refresh(self) -> None:
        """Say which channels nothing shows."""
        missing = missing_text(self._model.missing())
        self._missing.show_text(
            missing or self.tr("Every channel is shown"), "warning" if missing else "plain"
        )

    def _show_target(self, target: str) -> None:
        self._target.setText(target or self.tr("No target"))
        self._mix.setEnabled(bool(target))
        self._mix.set_values(self._model.mixes().get(target, {}))

    def _on_search_changed(self) -> None:
        target = self._table.target()
        self._model.show_fitting(self._search.text(), only_doubtful=self._doubtful.isChecked())
        self._table.go_to(target)

    def _on_mix_changed(self) -> None:
        target = self._table.target()
        if target is not None:
            self._model.set_mix(target, self._mix.values())
            self._refresh()

    def _on_clear_wanted(self) -> None:
        self._mix.set_values({})
        self._on_mix_changed()

    def _on_back_clicked(self) -> None:
        self.set_report(self._found)

    def _on_load_clicked(self) -> None:
        folder = self._found.character.parent
        filters = [self.tr("Mappings (*.json)")]
        ask_file(self, self.tr("Load a mapping"), folder, filters, self.load)

    def _on_save_clicked(self) -> None:
        character = self._found.character
        suggestion = character.with_name(f"{character.stem}.mapping.json")
        filters = [self.tr("Mappings (*.json)")]
        ask_new_file(self, self.tr("Save the mapping"), suggestion, filters, self.save)
