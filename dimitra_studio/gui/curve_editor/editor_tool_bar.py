"""Tools and commands of the graph editor; a disabled one says why."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QToolBar, QWidget

from dimitra_studio.gui import theme


@dataclass(frozen=True, slots=True)
class _Entry:
    """One button.

    Args:
        id: which the view knows it by.
        icon: name of a file in ``resources/icons``.
        text: translated.
        help: for the tooltip, translated.
        kind: ``tool`` for one of which one is on, ``switch`` for on or off.
    """

    id: str
    icon: str
    text: str
    help: str
    kind: str = "command"


class EditorToolBar(QToolBar):
    """Buttons only; what they do is connected by the view, through ``action``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setAccessibleName(self.tr("Curve tools"))
        side = round(self.fontMetrics().height() * 1.2)
        self.setIconSize(QSize(side, side))
        self._actions: dict[str, QAction] = {}
        self._help: dict[str, str] = {}
        self._tools = QActionGroup(self)
        groups = (self._tool_entries(), self._amount_entries(), self._key_entries())
        for entries in (*groups, self._document_entries(), self._view_entries()):
            for entry in entries:
                self._add(entry)
            self.addSeparator()
        self.action("select").setChecked(True)

    def action(self, name: str) -> QAction:
        """The action behind one button."""
        return self._actions[name]

    def all_actions(self) -> list[QAction]:
        """In the order of the buttons."""
        return list(self._actions.values())

    def allow(self, name: str, reason: str = "") -> None:
        """Enable an action, or disable it and say why.

        Args:
            name: of the action.
            reason: why it cannot be used now; empty if it can.
        """
        action = self._actions[name]
        action.setEnabled(not reason)
        text = f"{action.text()}: {self._help[name]}"
        action.setToolTip(f"{text}\n{reason}" if reason else text)

    def _add(self, entry: _Entry) -> None:
        action = QAction(theme.icon(entry.icon), entry.text, self)
        action.setObjectName(f"curve_{entry.id}")
        action.setCheckable(entry.kind != "command")
        if entry.kind == "tool":
            self._tools.addAction(action)
        self._actions[entry.id], self._help[entry.id] = action, entry.help
        self.addAction(action)
        self.widgetForAction(action).setAccessibleName(entry.text)
        self.allow(entry.id)

    def _tool_entries(self) -> tuple[_Entry, ...]:
        return (
            _Entry(
                "select",
                "select",
                self.tr("Select"),
                self.tr("drag keys, or a box around them; double-click a curve to add a key"),
                "tool",
            ),
            _Entry(
                "add",
                "key-add",
                self.tr("Add keys"),
                self.tr("press on a frame to hold the curve there, and drag it"),
                "tool",
            ),
            _Entry("draw", "draw", self.tr("Draw"), self.tr("draw the curve by hand"), "tool"),
        )

    def _amount_entries(self) -> tuple[_Entry, ...]:
        return (
            _Entry("scale", "scale", self.tr("Scale"), self.tr("make movements larger or smaller")),
            _Entry("offset", "offset", self.tr("Offset"), self.tr("add a value to the range")),
            _Entry("smooth", "smooth", self.tr("Smooth"), self.tr("take out trembling")),
            _Entry(
                "simplify",
                "simplify",
                self.tr("Simplify"),
                self.tr("replace the curve by a smooth one through few keys"),
            ),
            _Entry(
                "mirror",
                "mirror",
                self.tr("Mirror"),
                self.tr("exchange the left and the right side of the face"),
            ),
        )

    def _key_entries(self) -> tuple[_Entry, ...]:
        return (
            _Entry("copy", "copy", self.tr("Copy"), self.tr("copy the range")),
            _Entry("paste", "paste", self.tr("Paste"), self.tr("put it down at the playhead")),
            _Entry(
                "delete",
                "key-delete",
                self.tr("Delete keys"),
                self.tr("the curve runs smoothly between the keys that remain"),
            ),
        )

    def _document_entries(self) -> tuple[_Entry, ...]:
        return (
            _Entry(
                "reset",
                "undo",
                self.tr("Reset to generated"),
                self.tr("drop what was set by hand in the range"),
            ),
            _Entry(
                "pin",
                "pin",
                self.tr("Pin"),
                self.tr("let generation give the edited frames back unchanged"),
            ),
            _Entry(
                "unpin",
                "unpin",
                self.tr("Unpin"),
                self.tr("leave the frames of the range to generation again"),
            ),
        )

    def _view_entries(self) -> tuple[_Entry, ...]:
        return (
            _Entry(
                "link",
                "link",
                self.tr("Edit all shown"),
                self.tr("tools work on all channels that are shown, not on one"),
                "switch",
            ),
            _Entry(
                "snap",
                "snap",
                self.tr("Snap values"),
                self.tr("dragged keys stop at even values"),
                "switch",
            ),
            _Entry(
                "fit",
                "fit-values",
                self.tr("Fit values"),
                self.tr("show all values of the curves that are seen"),
            ),
        )
