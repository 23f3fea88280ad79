import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QListView
from pytestqt.qtbot import QtBot

from dimitra_studio.gui.dialogs.command_palette import CommandPalette, PaletteEntry
from dimitra_studio.gui.dialogs.fuzzy import score

ENTRIES = (
    PaletteEntry("open", "Open…", "Ctrl+O", "Open a project.", icon="open"),
    PaletteEntry("generate", "Generate everything", "Ctrl+G", "Make a new take."),
    PaletteEntry(
        "regenerate",
        "Regenerate the selection",
        "",
        "Make a part anew.",
        False,
        "Nothing is selected.",
    ),
    PaletteEntry("save_as", "Save as…", "Ctrl+Shift+S", "Write the project to another file."),
    PaletteEntry("export", "Éxporter", "", "Write a video."),
)


@pytest.fixture
def palette(qtbot: QtBot) -> CommandPalette:
    palette = CommandPalette(ENTRIES)
    qtbot.addWidget(palette)
    palette.open()
    qtbot.waitExposed(palette)
    return palette


@pytest.fixture
def field(palette: CommandPalette) -> QLineEdit:
    return palette.findChild(QLineEdit)


def foot(palette: CommandPalette) -> str:
    return [label.text() for label in palette.findChildren(QLabel)][-1]


def test_shows_everything_at_first(palette: CommandPalette) -> None:
    assert set(palette.shown()) == {entry.id for entry in ENTRIES}


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("gen", "generate"),
        ("GEN EVERY", "generate"),
        ("sel", "regenerate"),
        ("sa", "save_as"),
        ("exp", "export"),
        ("op", "open"),
        ("rts", "regenerate"),
        ("gnrt", "generate"),
        ("another", "save_as"),
    ],
)
def test_letters_find_the_command(
    palette: CommandPalette, field: QLineEdit, typed: str, first: str, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, typed)
    assert palette.shown()[0] == first


def test_enter_chooses_and_closes(palette: CommandPalette, field: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "open")
    with qtbot.waitSignal(palette.command_chosen) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == ["open"]
    assert not palette.isVisible()


def test_arrows_move_while_typing(palette: CommandPalette, field: QLineEdit, qtbot: QtBot) -> None:
    second = palette.shown()[1]
    qtbot.keyClick(field, Qt.Key.Key_Down)
    with qtbot.waitSignal(palette.command_chosen) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [second]


def test_click_chooses(palette: CommandPalette, qtbot: QtBot) -> None:
    view = palette.findChild(QListView)
    index = view.model().index(palette.shown().index("generate"))
    with qtbot.waitSignal(palette.command_chosen) as told:
        qtbot.mouseClick(
            view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
        )
    assert told.args == ["generate"]


def test_command_that_cannot_be_used_says_why(
    palette: CommandPalette, field: QLineEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "regen")
    assert foot(palette) == "Nothing is selected."
    with qtbot.assertNotEmitted(palette.command_chosen, wait=20):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_help_of_the_current_command_is_shown(
    palette: CommandPalette, field: QLineEdit, qtbot: QtBot
) -> None:
    qtbot.keyClicks(field, "save as")
    assert foot(palette) == "Write the project to another file."


def test_nothing_fits(palette: CommandPalette, field: QLineEdit, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "zzz")
    assert (palette.shown(), foot(palette)) == ([], "No command fits.")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert palette.isVisible()


def test_escape_closes(palette: CommandPalette, field: QLineEdit, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(palette.command_chosen):
        qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_screen_reader_hears_keys_and_reasons(palette: CommandPalette) -> None:
    model = palette.findChild(QListView).model()
    said = {
        model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole)
        for row in range(model.rowCount())
    }
    assert "Generate everything, Ctrl+G, Make a new take." in said
    assert "Regenerate the selection, Nothing is selected." in said


def test_every_row_can_be_drawn(palette: CommandPalette) -> None:
    view = palette.findChild(QListView)
    for row in range(view.model().rowCount()):
        index = view.model().index(row, 0)
        view.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        assert not view.grab().isNull()


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("gen", "Generate", "Regenerate"),
        ("sel", "Select keys", "Play the selection"),
        ("fa", "Fold all", "Find a channel"),
    ],
)
def test_better_fit_comes_first(typed: str, better: str, worse: str) -> None:
    assert score(typed, better) >= score(typed, worse) > 0


@pytest.mark.parametrize(
    ("typed", "text"),
    [("x", "Generate"), ("ge", "Go to the end"), ("gen zz", "Generate"), ("etareneg", "Generate")],
)
def test_what_does_not_fit(typed: str, text: str) -> None:
    assert score(typed, text) == 0


def test_accents_do_not_matter() -> None:
    assert score("generer", "Générer") == score("générer", "Generer") > 0
