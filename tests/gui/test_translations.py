"""The French window: all of it is French, whole and readable."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QLabel,
    QToolBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from dimitra_studio.core.progress import Progress
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.gui import translations
from dimitra_studio.gui.dialogs.save_changes_dialog import SaveChangesDialog
from dimitra_studio.gui.dropping import SUFFIXES
from dimitra_studio.gui.panels.elided_label import ElidedLabel
from dimitra_studio.gui.panels.job_row import JobRow
from installer.make_translations import ToolError, release
from tests.gui.text_walk import texts_of
from tests.gui.window_hand import Hand

TS = translations.FOLDER / "dimitra_fr.ts"
NARROW = 280  # pixels that a panel at the side must do with
DIALOGS = ("settings", "shortcuts", "about", "palette", "export")
ENDINGS = "|".join(["TextGrid", *{suffix[1:] for row in SUFFIXES.values() for suffix in row}])
NAMES = "|".join([
    r"Dimitra Studio", r"Sample(\[\*\])?( . Dimitra Studio)?", r"Take \d+",
    r"portrait\.jpg", r"speech\.flac", rf"\.?({ENDINGS})(, ({ENDINGS}))*",
    r"((Ctrl|Shift|Alt|Ins|Del|Esc|Space|Left|Right|Home|End|F\d+|.)([+]|, |$))+",  # keys
    rf"({'|'.join(STUDIO.channels)})( .*)?",
    "[\\d.,]+ ?(m?s|mm|kHz|°|%|\N{MULTIPLICATION SIGN})?", r"cpu|CPU", r"English|Français", r"/.*",
    r"Version.*Python.*", r"voice",
])  # fmt: skip
"""What is the same in every language."""


@pytest.fixture
def install(qapp: QApplication) -> Iterator[Callable[[str], bool]]:
    """Change the language; English comes back."""
    numbers = QLocale()
    yield lambda code: translations.install(qapp, code)
    translations.install(qapp, "en")
    QLocale.setDefault(numbers)


@pytest.fixture
def french(install: Callable[[str], bool]) -> None:
    assert install("fr")


@pytest.fixture
def marked(qapp: QApplication, tmp_path: Path) -> Iterator[None]:
    """A language in which every translated text stands in brackets."""
    tree = ET.parse(TS)
    for message in tree.iter("message"):
        translation = message.find("translation")
        assert translation is not None
        translation.text = f"⟦{message.findtext('source')}⟧"
    tree.write(tmp_path / "marked.ts", encoding="utf-8", xml_declaration=True)
    try:
        release(tmp_path / "marked.ts", tmp_path / "marked.qm")
    except ToolError as error:
        pytest.skip(str(error))
    translator = QTranslator(qapp)
    assert translator.load(str(tmp_path / "marked.qm"))
    qapp.installTranslator(translator)
    yield
    qapp.removeTranslator(translator)
    translator.deleteLater()


def test_menus_and_panels_speak_french(french: None, hand: Hand) -> None:
    window = hand.window
    menus = [action.text().replace("&", "") for action in window.menuBar().actions()]
    assert menus[:4] == ["Fichier", "Édition", "Lecture", "Ligne de temps"]
    docks = {dock.windowTitle() for dock in window.findChildren(QDockWidget)}
    assert docks >= {"Transcription", "Inspecteur", "Prises", "Tâches", "Éditeur de courbes"}
    action = window.actions_.action("next_frame")
    assert "Avancer d’une image." in action.toolTip()  # noqa: RUF001 - as it is printed


def test_nothing_in_the_window_stays_english(marked: None, hand: Hand) -> None:
    window = hand.window
    missed = untranslated(window)
    window.documents.open_sample()
    hand.wait(lambda: window.session.project.takes)
    hand.wait_for_jobs()
    missed |= untranslated(window)
    for command in DIALOGS:
        hand.do(command)
        dialog = hand.dialog(QDialog)
        missed |= untranslated(dialog)
        dialog.reject()
    assert missed == set()


def untranslated(window: QWidget) -> set[tuple[str, str]]:
    return {
        (place, text)
        for place, text in texts_of(window)
        if "⟦" not in text
        and re.search("[A-Za-z]{2}", text)
        and not re.fullmatch(NAMES, text, re.DOTALL)
    }


def test_walk_sees_a_text_without_translation(marked: None, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    label = QLabel("Left in English", widget)
    label.setToolTip(QCoreApplication.translate("Commands", "Undo"))
    assert untranslated(widget) == {("QLabel", "Left in English")}


def test_nothing_is_clipped_in_narrow_panels(french: None, hand: Hand) -> None:
    window = hand.window
    window.documents.open_sample()
    hand.wait(lambda: window.session.project.takes)
    hand.wait_for_jobs()
    clipped = []
    for name in ("transcript", "inspector", "takes", "jobs", "history", "checks"):
        dock = window.findChild(QDockWidget, name)
        dock.show()
        dock.raise_()
        panel = dock.widget()
        panel.setMinimumWidth(NARROW)
        panel.setMaximumWidth(NARROW)
        QApplication.processEvents()
        assert panel.width() == NARROW
        clipped += [(name, text) for text in clipped_texts(panel)]
    assert clipped == []


def clipped_texts(panel: QWidget) -> list[str]:
    """The texts of buttons and labels that have less room than they need."""
    found = []
    for widget in panel.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, ElidedLabel):
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            fits = widget.height() >= widget.heightForWidth(widget.width())
        elif isinstance(widget, QAbstractButton | QLabel):
            fits = widget.width() >= widget.minimumSizeHint().width()
        else:
            continue
        text = widget.text()
        inside = widget.mapTo(panel, widget.rect().topRight()).x() < panel.width()
        if text and not (fits and inside):
            found.append(f"{text}: {widget.width()} of {widget.minimumSizeHint().width()}")
    return found


def test_clipping_is_seen(qtbot: QtBot) -> None:
    panel = QWidget()
    qtbot.addWidget(panel)
    label = QLabel("Much too long for this", panel)
    label.resize(20, 20)
    panel.show()
    assert [text.split(":")[0] for text in clipped_texts(panel)] == ["Much too long for this"]


def test_toolbars_show_all_buttons_on_a_small_screen(french: None, hand: Hand) -> None:
    window = hand.window
    window.documents.open_sample()
    hand.wait(lambda: window.session.project.takes)
    hand.wait_for_jobs()
    window.resize(1280, 720)
    QApplication.processEvents()
    for bar in window.findChildren(QToolBar):
        more = bar.findChild(QWidget, "qt_toolbar_ext_button")
        assert more is None or not more.isVisible(), bar.objectName() or bar.accessibleName()


def test_subclasses_speak_as_their_bases(french: None, qtbot: QtBot) -> None:
    class Special(SaveChangesDialog):
        pass

    dialog = Special("x")
    qtbot.addWidget(dialog)
    assert [b.text() for b in dialog.buttons() if "Ne pas" in b.text()] == ["&Ne pas enregistrer"]


def test_own_words_of_qt_are_french(french: None, qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert [button.text() for button in box.buttons()] == ["Annuler"]


def test_stages_of_long_work_are_french(french: None, qtbot: QtBot) -> None:
    row = JobRow(1, "x", "", lambda: 0.0)
    qtbot.addWidget(row)
    row.set_progress(Progress(1, 2, "Generating motion"))
    assert any("Génération du mouvement" in text for _place, text in texts_of(row))


def test_numbers_follow_the_words(install: Callable[[str], bool]) -> None:
    install("fr")
    assert QLocale().toString(1.5, "f", 1) == "1,5"
    install("en")
    assert QLocale().toString(1.5, "f", 1) == "1.5"


def test_english_comes_back(install: Callable[[str], bool]) -> None:
    assert install("fr")
    assert QCoreApplication.translate("Commands", "File") == "Fichier"
    assert not install("en")
    assert QCoreApplication.translate("Commands", "File") == "File"


def test_window_is_english_at_first(hand: Hand) -> None:
    assert hand.window.menuBar().actions()[0].text().replace("&", "") == "File"


@pytest.mark.parametrize(
    ("wanted", "code"),
    [
        (["fr-Latn-CA", "fr-CA", "fr-Latn", "fr"], "fr"),
        (["en-US", "en", "fr"], ""),
        (["nl", "fr"], "fr"),
        (["pt-BR", "pt"], "pt_BR"),
        (["C"], ""),
        (["nl"], ""),
    ],
)
def test_the_dearest_language_is_taken(wanted: list[str], code: str) -> None:
    assert translations.choose(wanted, {"fr", "pt_BR"}) == code


def test_languages_have_their_own_names() -> None:
    assert ("fr", "Français") in translations.languages()


def test_combo_boxes_have_room_for_their_choices(french: None, hand: Hand) -> None:
    hand.do("settings")
    dialog = hand.dialog(QDialog)
    for box in dialog.findChildren(QComboBox):
        assert box.width() >= box.minimumSizeHint().width()
    dialog.reject()
