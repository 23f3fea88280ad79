"""What the window remembers from one day to the next, in a JSON file."""

import json
import logging
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from PySide6.QtCore import QObject, Signal

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import replacing, write_error
from dimitra_studio.core.paths import config_folder
from dimitra_studio.core.take import MOST_SEED

_log = logging.getLogger(__name__)


class Settings(BaseModel):
    """The settings; a key that this version does not know is kept for the one that does.

    Args:
        theme: dark, light or as the desktop.
        language: of the texts, as ``fr``; empty for the desktop's.
        reduced_motion: nothing fades or slides.
        autosave_interval: seconds.
        device: where the networks run: ``auto``, ``cpu``, ``cuda``...
        recent_files: projects, the latest first.
        folders: last folder by purpose: ``portrait``, ``export``...
        export: what was chosen in the export dialog.
        workspace: the one shown last.
        geometry: of the main window, in base64.
        layouts: state of the docks by workspace, in base64.
        volume: of the playback, 0 to 1.
        muted: playback is silent.
        seed: of the next generation.
        seed_locked: the seed stays after a generation.
    """

    model_config = ConfigDict(frozen=True, extra="allow", allow_inf_nan=False)

    theme: Literal["dark", "light", "system"] = "system"
    language: str = ""
    reduced_motion: bool = False
    autosave_interval: Annotated[int, Field(ge=10, le=3600)] = 60
    device: str = "auto"
    recent_files: tuple[str, ...] = ()
    folders: dict[str, str] = Field(default_factory=dict)
    export: dict[str, Any] = Field(default_factory=dict)
    workspace: str = "inspect"
    geometry: str = ""
    layouts: dict[str, str] = Field(default_factory=dict)
    volume: Annotated[float, Field(ge=0, le=1)] = 1.0
    muted: bool = False
    seed: Annotated[int, Field(ge=0, le=MOST_SEED)] = 0
    seed_locked: bool = False


class SettingsStore(QObject):
    """Holds the settings and writes them at every change.

    It never stands in the way of the start: what cannot be read is as if it were not there, and
    where nothing can be written the settings live until the window closes.
    """

    changed = Signal(object)  # Settings
    unwritable = Signal(str)  # sentence; at most once

    def __init__(self, path: Path | None = None, parent: QObject | None = None) -> None:
        """Read the settings.

        Args:
            path: of the file; None for the user's own.
            parent: owns the store.
        """
        super().__init__(parent)
        self._path = path or config_folder() / "settings.json"
        self._complained = False
        self._dropped: tuple[str, ...] = ()
        self._values = self._read()

    @property
    def values(self) -> Settings:
        return self._values

    @property
    def path(self) -> Path:
        return self._path

    @property
    def dropped(self) -> tuple[str, ...]:
        """Keys of the file whose values could not be used."""
        return self._dropped

    def change(self, **values: Any) -> None:
        """Replace some of the settings and write them all.

        Raises:
            ValueError: if a key or value is wrong.
        """
        unknown = values.keys() - Settings.model_fields.keys()
        if unknown:
            raise ValueError(f"there are no settings {sorted(unknown)}")
        wanted = Settings.model_validate(self._values.model_dump() | values)
        if wanted != self._values:
            self._values = wanted
            self._write()
            self.changed.emit(wanted)

    def _read(self) -> Settings:
        try:
            held = json.loads(self._path.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return Settings()
        except OSError as error:
            _log.warning("The settings in %s cannot be read: %s", self._path, error)
            return Settings()
        except (ValueError, RecursionError) as error:
            _log.warning("The settings in %s are damaged: %s", self._path, error)
            self._keep_aside()
            return Settings()
        if not isinstance(held, dict):
            _log.warning("The settings in %s are not a table of names and values", self._path)
            self._keep_aside()
            return Settings()
        return self._checked(held)

    def _checked(self, held: dict[str, Any]) -> Settings:
        try:
            return Settings.model_validate(held)
        except ValidationError as error:
            bad = {str(problem["loc"][0]) for problem in error.errors()}
            self._dropped = tuple(sorted(bad))
            _log.warning("Settings that cannot be used: %s", ", ".join(self._dropped))
            return Settings.model_validate({k: v for k, v in held.items() if k not in bad})

    def _keep_aside(self) -> None:
        """Leave a damaged file to its owner, who may have written it by hand."""
        try:
            self._path.replace(self._path.with_suffix(".damaged.json"))
        except OSError as error:
            _log.warning("The damaged settings cannot be moved aside: %s", error)

    def _write(self) -> None:
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with replacing(self._path) as partial:
                partial.write_text(self._values.model_dump_json(indent=2), encoding="utf-8")
        except (ExportError, OSError) as error:
            sentence = str(
                error if isinstance(error, ExportError) else write_error(self._path, error)
            )
            _log.warning("%s", sentence)
            if not self._complained:
                self._complained = True
                self.unwritable.emit(sentence)
