"""The languages of the window."""

from collections.abc import Container, Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from dimitra_studio.core.paths import RESOURCES

FOLDER = RESOURCES / "translations"
PREFIX = "dimitra_"
FORMATS = "ExportFormats"
"""Context of what the exporters say of themselves."""

STAGES = "Stages"
"""Context of what long work says that it is doing."""


def languages() -> list[tuple[str, str]]:
    """Codes of the translations that are there, and the name of each in its own language."""
    codes = [path.stem.removeprefix(PREFIX) for path in sorted(FOLDER.glob(f"{PREFIX}*.qm"))]
    return [(code, QLocale(code).nativeLanguageName().capitalize()) for code in codes]


def stage(label: str) -> str:
    """The label of a ``Progress`` in the user's language; one that is put together stays."""
    return QCoreApplication.translate(STAGES, label)


def install(application: QCoreApplication, language: str) -> bool:
    """Let the application speak a language, before its windows are made.

    Args:
        application: that gets the texts; those of an earlier call go.
        language: code such as ``fr``; empty for the desktop's.

    Returns:
        Whether there is a translation; the texts are English otherwise.
    """
    for old in application.findChildren(QTranslator):
        application.removeTranslator(old)
        old.deleteLater()
    locale = QLocale(language) if language else QLocale.system()
    QLocale.setDefault(locale)  # numbers are written as the words around them are
    code = choose(locale.uiLanguages(), [code for code, _name in languages()])
    if not code:
        return False
    qt_folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    found = False
    for path in (qt_folder / f"qtbase_{code}.qm", FOLDER / f"{PREFIX}{code}.qm"):
        translator = QTranslator(application)
        found = translator.load(str(path)) and application.installTranslator(translator)
    return found


def choose(wanted: Iterable[str], known: Container[str]) -> str:
    """The translation to use; empty for English.

    ``QTranslator`` would pass over English, for which there is no file, and take the next language
    that a user of English understands.

    Args:
        wanted: languages such as ``fr-CA`` or ``fr``, the dearest first.
        known: codes of the translations that are there.
    """
    for name in wanted:
        language = QLocale(name).language()
        if language in (QLocale.Language.English, QLocale.Language.C):
            return ""
        for code in (name.replace("-", "_"), QLocale.languageToCode(language)):
            if code in known:
                return code
    return ""
