"""What a command is; ``command_table`` lists them all."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

CONTEXT = "Commands"
"""Of the table's texts in the translations; ``installer/make_translations.py`` collects them."""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that the user can ask for.

    Args:
        id: lasting name, which handlers are bound to.
        text: of the menu entry, in English.
        keys: shortcuts, the one to be shown first.
        category: menu that it stands in, in English.
        help: one sentence for the tooltip and the shortcut sheet, in English.
        icon: name of a file in ``resources/icons``.
        context: where its keys act: ``window`` for anywhere but in a text field, ``everywhere``
            for there too.
        checkable: it is either on or off.
    """

    id: str
    text: str
    keys: tuple[str, ...]
    category: str
    help: str
    icon: str | None = None
    context: str = "window"
    checkable: bool = False

    @property
    def title(self) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.text)

    @property
    def explanation(self) -> str:
        """The help in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.help)

    @property
    def menu(self) -> str:
        """The category in the user's language."""
        return QCoreApplication.translate(CONTEXT, self.category)
