from collections import Counter

from PySide6.QtGui import QKeySequence

from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.gui.command_table import BY_ID, COMMANDS


def test_no_key_means_two_things() -> None:
    keys = [QKeySequence(key).toString() for command in COMMANDS for key in command.keys]
    assert [key for key, n in Counter(keys).items() if n > 1] == []


def test_every_key_can_be_pressed() -> None:
    assert [c.id for c in COMMANDS for key in c.keys if QKeySequence(key).isEmpty()] == []


def test_every_command_has_its_own_name_and_explains_itself() -> None:
    assert len(BY_ID) == len(COMMANDS)
    assert len({command.text for command in COMMANDS}) == len(COMMANDS)
    assert [c.id for c in COMMANDS if not c.help.endswith(".")] == []


def test_every_icon_is_there() -> None:
    icons = {command.icon for command in COMMANDS if command.icon}
    assert [name for name in icons if not (RESOURCES / "icons" / f"{name}.svg").exists()] == []


def test_keys_of_the_text_are_no_letters() -> None:
    everywhere = [c for c in COMMANDS if c.context == "everywhere"]
    assert [c.id for c in everywhere for key in c.keys if len(key) == 1] == []
