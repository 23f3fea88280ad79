"""Help, settings and errors: the windows that explain."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence
from PySide6.QtWidgets import QMainWindow

from dimitra_studio.core.paths import log_folder
from dimitra_studio.gui import theme, translations
from dimitra_studio.gui.actions import Actions
from dimitra_studio.gui.command_table import COMMANDS
from dimitra_studio.gui.dialogs.about_dialog import AboutDialog
from dimitra_studio.gui.dialogs.command_palette import CommandPalette, PaletteEntry
from dimitra_studio.gui.dialogs.error_dialog import ErrorDialog
from dimitra_studio.gui.dialogs.settings_dialog import SettingsDialog
from dimitra_studio.gui.dialogs.shortcut_sheet import ShortcutSheet
from dimitra_studio.gui.error_report import ErrorReport, report_of
from dimitra_studio.gui.logging_setup import LoggingSetup
from dimitra_studio.gui.notifications import NotificationArea
from dimitra_studio.gui.settings import Settings, SettingsStore


class HelpController(QObject):
    """Opens dialogs; none of them holds up the window."""

    def __init__(
        self,
        store: SettingsStore,
        notifications: NotificationArea,
        *,
        device: Callable[[], str],
        logging: LoggingSetup | None,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._store, self._notifications = store, notifications
        self._device, self._logging, self._window = device, logging, window
        self._devices: tuple[tuple[str, str], ...] = ()
        store.changed.connect(self._on_settings_changed)
        store.unwritable.connect(partial(notifications.show_notice, "warning"))
        notifications.details_requested.connect(self._show_details)
        if logging is not None:
            logging.exceptions.raised.connect(self.show_unhandled)
            if logging.trouble:
                notifications.show_notice("warning", logging.trouble)

    def bind(self, actions: Actions) -> None:
        """Connect the commands."""
        self._actions = actions
        actions.bind({
            "palette": self.open_palette,
            "shortcuts": self.open_shortcuts,
            "settings": self.open_settings,
            "open_log": self.open_log,
            "about": self.open_about,
        })  # fmt: skip
        actions.bind_checks({"full_screen": self.set_full_screen})

    def set_devices(self, devices: tuple[tuple[str, str], ...]) -> None:
        """Offer these devices in the settings."""
        self._devices = devices

    def open_palette(self) -> None:
        """Find a command by typing."""
        palette = CommandPalette([self._entry(command.id) for command in COMMANDS], self._window)
        palette.command_chosen.connect(self._actions.trigger)
        palette.finished.connect(palette.deleteLater)
        palette.open()

    def open_shortcuts(self) -> None:
        """List every command with its keys."""
        sheet = ShortcutSheet(COMMANDS, self._window)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def open_settings(self) -> None:
        """Change the settings."""
        dialog = SettingsDialog(
            self._store.values,
            languages=translations.languages(),
            devices=self._devices,
            parent=self._window,
        )
        dialog.changed.connect(self._on_setting_changed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_about(self) -> None:
        """Tell versions and licences."""
        dialog = AboutDialog(self._device(), self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def open_log(self) -> None:
        """Show the folder that errors are written to."""
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def set_full_screen(self, full: bool) -> None:
        """Fill the screen, or not."""
        if full:
            self._window.showFullScreen()
        else:
            self._window.showNormal()

    def show_unhandled(self, error: BaseException) -> None:
        """Tell of an exception that nobody expected; the window goes on."""
        dialog = self._make_error_dialog(report_of(error))
        if self._logging is not None:
            exceptions = self._logging.exceptions
            exceptions.repeated.connect(dialog.set_repeats)
            dialog.finished.connect(exceptions.settle)
        dialog.open()

    def _show_details(self, sentence: str, details: str) -> None:
        self._make_error_dialog(ErrorReport(sentence, technical=details)).open()

    def _make_error_dialog(self, report: ErrorReport) -> ErrorDialog:
        log_file: Path | None = self._logging.log_file if self._logging else None
        dialog = ErrorDialog(report, log_file=log_file, device=self._device(), parent=self._window)
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _entry(self, command_id: str) -> PaletteEntry:
        action = self._actions.action(command_id)
        native = QKeySequence.SequenceFormat.NativeText
        return PaletteEntry(
            command_id,
            action.text(),
            action.shortcut().toString(native),
            action.statusTip(),
            action.isEnabled(),
            self._actions.reason(command_id) or "",
            next(command.icon for command in COMMANDS if command.id == command_id),
        )

    def _on_setting_changed(self, name: str, value: object) -> None:
        self._store.change(**{name: value})

    def _on_settings_changed(self, settings: Settings) -> None:
        theme.set_scheme(settings.theme)
        self._notifications.set_reduced_motion(settings.reduced_motion)
