"""The takes: which are shown where, compared with, renamed, copied and deleted."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QLocale, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from dimitra_studio.core.mix import Patch
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.hint_label import HintLabel
from dimitra_studio.gui.panels.icon_button import IconButton, explain
from dimitra_studio.gui.panels.take_item_model import NAME, TakeItemModel, component_of
from dimitra_studio.gui.panels.take_menu import TakeMenu
from dimitra_studio.gui.panels.take_texts import details
from dimitra_studio.gui.panels.takes_table import TakesTable

_MOST_JUMPS = 3  # named in the warning


class TakesPanel(QWidget):
    """A row a take. Enter shows it, F2 renames it, Delete removes it."""

    take_shown = Signal(str, object)  # name, tuple of components
    patch_requested = Signal(str, object)  # name, tuple of components; in the selected range
    patches_cleared = Signal(object)  # tuple of components; in the selected range
    take_renamed = Signal(str, str)  # name, new name
    take_deleted = Signal(str)
    take_duplicated = Signal(str)
    compare_changed = Signal(object)  # name, or None for nothing
    lock_toggled = Signal(str, bool)  # component, whether it is locked now
    settings_copied = Signal(str)  # to the inspector
    regenerate_requested = Signal(str)  # with the settings of this take

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._patches: tuple[Patch, ...] = ()
        self._active: dict[str, str] = {}
        self._locks: frozenset[str] = frozenset()
        self._segment: Segment | None = None
        self._compared: str | None = None
        self._model = TakeItemModel(self)
        self._table = TakesTable(self._model)
        self._table.setAccessibleName(self.tr("Takes"))
        self._empty = HintLabel(self.tr("No takes yet. Generate, and each result appears here."))
        self._details = HintLabel()
        self._details.setObjectName("details")
        self._seams = HintLabel()
        self._seams.setObjectName("seams")
        self._seams.hide()
        self._show = QPushButton(self.tr("Show"))
        self._use = QPushButton(self.tr("Use here"))
        self._clear = QPushButton(self.tr("Unmix"))
        self._more = IconButton("more", self.tr("More"), self.tr("More to do with this take"))

        buttons = QHBoxLayout()
        for button in (self._show, self._use, self._clear):
            buttons.addWidget(button, 1)
        buttons.addWidget(self._more)
        layout = QVBoxLayout(self)
        layout.addWidget(self._empty)
        layout.addWidget(self._table, 1)
        layout.addWidget(self._details)
        layout.addWidget(self._seams)
        layout.addLayout(buttons)

        self._connect()
        self.set_project((), {}, (), ())

    def set_project(
        self,
        takes: Sequence[Take],
        active: Mapping[str, str],
        patches: Sequence[Patch],
        locks: Collection[str],
    ) -> None:
        """Show the takes; the chosen row stays, and a new take becomes the chosen one."""
        before = {take.name for take in self._model.takes}
        current, column = self._current, max(self._table.currentIndex().column(), NAME)
        self._patches, self._active = tuple(patches), dict(active)
        self._locks = frozenset(locks)
        self._model.set_project(takes, active, patches, locks)
        added = [take.name for take in takes if take.name not in before]
        if added and (before or current is None):
            current, column = added[-1], NAME
        row = self._model.row_of(current)
        row = row if row >= 0 else len(self._model.takes) - 1
        with QSignalBlocker(self._table.selectionModel()):
            self._table.setCurrentIndex(self._model.index(row, column))
        self._empty.setVisible(not takes)
        self._table.setVisible(bool(takes))
        self._update()

    def set_selection(self, segment: Segment | None) -> None:
        """Say which range of time is selected."""
        self._segment = segment
        self._update()

    def set_compared(self, name: str | None) -> None:
        """Mark take B without telling."""
        self._compared = name
        self._model.set_compared(name)

    def set_seam_jumps(self, jumps: Sequence[tuple[str, float]]) -> None:
        """Warn of channels that jump where takes meet.

        Args:
            jumps: channels, and how many times larger their jump is than their usual steps.
        """
        named = [f"{channel} {QLocale().toString(size, 'f', 1)}×" for channel, size in jumps]  # noqa: RUF001
        text = ""
        if named:
            shown = ", ".join(named[:_MOST_JUMPS]) + (" …" if len(named) > _MOST_JUMPS else "")
            text = self.tr(
                "Faster than usual where takes meet: {channels}. A longer seam or smoothing helps."
            ).format(channels=shown)
        self._seams.show_text(text, "warning")

    @property
    def _current(self) -> str | None:
        row = self._table.currentIndex().row()
        return self._model.takes[row].name if 0 <= row < len(self._model.takes) else None

    @property
    def _free(self) -> tuple[str, ...]:
        return tuple(name for name in COMPONENTS if name not in self._locks)

    def _connect(self) -> None:
        self._model.renamed.connect(self.take_renamed)
        self._model.component_chosen.connect(self._on_component_chosen)
        self._model.comparison_chosen.connect(self._on_comparison_chosen)
        self._table.chosen.connect(self._on_cell_chosen)
        self._table.deleted.connect(self._delete)
        self._table.doubleClicked.connect(self._on_double_clicked)
        self._table.customContextMenuRequested.connect(self._open_menu)
        self._table.selectionModel().currentChanged.connect(self._update)
        self._table.horizontalHeader().sectionClicked.connect(self._on_header_clicked)
        self._show.clicked.connect(self._show_all)
        self._use.clicked.connect(self._use_here)
        self._clear.clicked.connect(self._clear_here)
        self._more.clicked.connect(self._on_more_clicked)

    def _update(self) -> None:
        """Let details and buttons follow the chosen take and the selection."""
        reasons = self._reasons()
        take = next((take for take in self._model.takes if take.name == self._current), None)
        self._details.show_text("" if take is None else details(take))
        explain(self._show, self.tr("Show this take from start to end (Enter)"), reasons["show"])
        explain(self._use, self.tr("Show this take in the selected range"), reasons["use"])
        explain(
            self._clear,
            self.tr("Show the selected range, or everything without one, as before it was mixed"),
            reasons["clear"],
        )
        tooltip = self.tr("More to do with this take")
        explain(self._more, tooltip, None if take else self.tr("There is no take yet"))

    def _reasons(self) -> dict[str, str | None]:
        """Why each command cannot be carried out now."""
        row = self._table.currentIndex().row()
        if not 0 <= row < len(self._model.takes):
            commands = ("show", "use", "clear", "compare", "copy", "regenerate", "rename")
            reason = self.tr("There is no take yet; generate one first")
            return dict.fromkeys((*commands, "duplicate", "delete"), reason)
        take = self._model.takes[row]
        locked = None if self._free else self.tr("Lips, expression and head are locked")
        unselected = None
        if self._segment is None:
            unselected = self.tr("Select a range on the timeline first")
        no_settings = None
        if take.origin != "generated":
            no_settings = self.tr("This take was not generated, so it has no settings")
        held = self._locks & {part for part, name in self._active.items() if name == take.name}
        held |= self._locks & {patch.component for patch in self._mixed(take.name)}
        return {
            "show": locked,
            "use": locked or unselected,
            "clear": None if self._mixed_here() else self.tr("No other take is mixed in here"),
            "compare": None,
            "copy": no_settings,
            "regenerate": no_settings,
            "rename": None,
            "duplicate": None,
            "delete": self.tr("A locked part is shown from this take") if held else None,
        }

    def _mixed(self, name: str) -> list[Patch]:
        return [patch for patch in self._patches if patch.take == name]

    def _mixed_here(self) -> tuple[str, ...]:
        """Components with patches in the selection, or anywhere without one."""
        segment = self._segment
        found = {
            patch.component
            for patch in self._patches
            if segment is None
            or (patch.segment.start < segment.end and segment.start < patch.segment.end)
        }
        return tuple(name for name in self._free if name in found)

    def _show_all(self) -> None:
        if (name := self._current) is not None and self._free:
            self.take_shown.emit(name, self._free)

    def _use_here(self) -> None:
        if (name := self._current) is not None and self._reasons()["use"] is None:
            self.patch_requested.emit(name, self._free)

    def _clear_here(self) -> None:
        if mixed := self._mixed_here():
            self.patches_cleared.emit(mixed)

    def _delete(self) -> None:
        if (name := self._current) is not None and self._reasons()["delete"] is None:
            self.take_deleted.emit(name)

    def _rename(self) -> None:
        self._table.edit(self._model.index(self._table.currentIndex().row(), NAME))

    def _on_component_chosen(self, name: str, component: str) -> None:
        self.take_shown.emit(name, (component,))

    def _on_comparison_chosen(self, name: str, on: bool) -> None:
        self.set_compared(name if on else None)
        self.compare_changed.emit(self._compared)

    def _on_cell_chosen(self, row: int, column: int) -> None:
        if column == NAME:
            self._show_all()
        else:
            index = self._model.index(row, column)
            self._model.setData(index, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)

    def _on_double_clicked(self) -> None:
        if self._table.currentIndex().column() == NAME:
            self._show_all()

    def _on_header_clicked(self, section: int) -> None:
        if (component := component_of(section)) is not None:
            self.lock_toggled.emit(component, component not in self._locks)

    def _on_more_clicked(self) -> None:
        corner = self._more.mapToGlobal(self._more.rect().bottomLeft())
        self._open_menu(self._table.viewport().mapFromGlobal(corner))

    def _open_menu(self, place: QPoint) -> None:
        if (name := self._current) is None:
            return
        menu = TakeMenu(self._reasons(), self._locks, name == self._compared, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.triggered.connect(self._on_menu_triggered)
        menu.popup(self._table.viewport().mapToGlobal(place))

    def _on_menu_triggered(self, action: QAction) -> None:
        command, component = action.data()
        name = self._current
        if name is None:
            return
        if command == "lock":
            self.lock_toggled.emit(component, action.isChecked())
        elif command == "use" and component is not None:
            self.patch_requested.emit(name, (component,))
        elif command == "compare":
            self._on_comparison_chosen(name, action.isChecked())
        else:
            self._carry_out(command, name)

    def _carry_out(self, command: str, name: str) -> None:
        signals = {
            "copy": self.settings_copied,
            "regenerate": self.regenerate_requested,
            "duplicate": self.take_duplicated,
        }
        if command in signals:
            signals[command].emit(name)
            return
        doings = {
            "show": self._show_all,
            "use": self._use_here,
            "clear": self._clear_here,
            "rename": self._rename,
            "delete": self._delete,
        }
        doings[command]()
