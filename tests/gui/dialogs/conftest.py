"""Dialogs write numbers as English does, whatever the machine is set to."""

import pytest
from PySide6.QtCore import QLocale


@pytest.fixture(autouse=True)
def _english() -> None:
    QLocale.setDefault(QLocale.c())
