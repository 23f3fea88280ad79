"""Sheet of all commands with their keys."""

from collections.abc import Iterable, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from dimitra_studio.gui import theme
from dimitra_studio.gui.commands import Command
from dimitra_studio.gui.dialogs.fuzzy import fold

_WIDTH, _LINES = 132, 40  # characters and lines of text


class ShortcutSheet(QDialog):
    """The table of commands by menu, with a search field; can be printed."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Shortcuts"))
        self._commands = tuple(commands)
        self._search = QLineEdit()
        self._search.setPlaceholderText(self.tr("Find a command or a key"))
        self._search.setAccessibleName(self.tr("Find a command or a key"))
        self._search.setToolTip(self.tr("Shows only the commands with this in name, keys or help"))
        self._search.setClearButtonEnabled(True)
        self._search.addAction(theme.icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self._tree = self._make_tree()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._print = QPushButton(self.tr("&Print…"))
        self._print.setToolTip(self.tr("Print the sheet, or write it as PDF"))
        self._print.setAutoDefault(False)
        buttons.addButton(self._print, QDialogButtonBox.ButtonRole.ActionRole)

        layout = QVBoxLayout(self)
        layout.addWidget(self._search)
        layout.addWidget(self._tree, 1)
        layout.addWidget(buttons)

        self._search.textChanged.connect(self._on_search)
        self._print.clicked.connect(self.ask_to_print)
        buttons.rejected.connect(self.reject)
        metrics = self.fontMetrics()
        self.resize(metrics.averageCharWidth() * _WIDTH, metrics.lineSpacing() * _LINES)

    def shown(self) -> list[str]:
        """Texts of the commands that the search leaves, in order."""
        return [item.text(0) for item in self._items() if not item.isHidden()]

    def ask_to_print(self) -> None:
        """Let the user choose a printer."""
        self._printer = QPrinter()  # the dialog only borrows it
        dialog = QPrintDialog(self._printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(self._on_printer_chosen)
        QDialog.open(dialog)  # its own open() wants the name of a slot

    def print_to(self, printer: QPrinter) -> None:
        """Print the whole sheet, whatever the search shows."""
        document = QTextDocument()
        document.setHtml(self._html())
        document.print_(printer)

    def _make_tree(self) -> QTreeWidget:
        tree = QTreeWidget()
        tree.setHeaderLabels([self.tr("Command"), self.tr("Keys"), self.tr("What it does")])
        tree.setAccessibleName(self.tr("Commands with their keys"))
        tree.setRootIsDecorated(False)
        tree.setIndentation(self.fontMetrics().height() // 2)
        tree.setUniformRowHeights(True)
        for menu, commands in _by_menu(self._commands):
            heading = QTreeWidgetItem(tree, [menu])
            heading.setFirstColumnSpanned(True)
            heading.setFlags(Qt.ItemFlag.ItemIsEnabled)
            font = heading.font(0)
            font.setBold(True)
            heading.setFont(0, font)
            heading.setExpanded(True)
            for command in commands:
                row = [command.title, _keys(command), command.explanation]
                item = QTreeWidgetItem(heading, row)
                item.setToolTip(2, command.explanation)
                if command.icon:
                    item.setIcon(0, theme.icon(command.icon))
        header = tree.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        return tree

    def _items(self) -> Iterable[QTreeWidgetItem]:
        for index in range(self._tree.topLevelItemCount()):
            heading = self._tree.topLevelItem(index)
            if heading is not None:
                yield from (heading.child(row) for row in range(heading.childCount()))

    def _on_search(self, typed: str) -> None:
        words = fold(typed).split()
        for item in self._items():
            text = fold(" ".join(item.text(column) for column in range(3)))
            item.setHidden(not all(word in text for word in words))
        for index in range(self._tree.topLevelItemCount()):
            heading = self._tree.topLevelItem(index)
            if heading is not None:
                rows = range(heading.childCount())
                heading.setHidden(all(heading.child(row).isHidden() for row in rows))

    def _on_printer_chosen(self) -> None:
        self.print_to(self._printer)

    def _html(self) -> str:
        title = self.tr("Dimitra Studio: shortcuts")
        parts = [f"<h1>{escape(title)}</h1>"]
        for menu, commands in _by_menu(self._commands):
            parts.append(f"<h3>{escape(menu)}</h3><table width='100%' cellpadding='2'>")
            parts += [
                f"<tr><td width='24%'><b>{escape(_keys(command))}</b></td>"
                f"<td width='30%'>{escape(command.title)}</td>"
                f"<td>{escape(command.explanation)}</td></tr>"
                for command in commands
            ]
            parts.append("</table>")
        return "".join(parts)


def _by_menu(commands: Sequence[Command]) -> list[tuple[str, list[Command]]]:
    menus: dict[str, list[Command]] = {}
    for command in commands:
        menus.setdefault(command.menu, []).append(command)
    return list(menus.items())


def _keys(command: Command) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return ", ".join(QKeySequence(key).toString(form) for key in command.keys)
