"""Numbers as the user writes them."""

from PySide6.QtCore import QLocale


def decimal(value: float, places: int) -> str:
    """A number with so many places behind the decimal mark of the window's language.

    Thousands are not set apart: such numbers stand in narrow columns and are copied elsewhere.
    """
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.OmitGroupSeparator)
    return locale.toString(float(value), "f", places)
