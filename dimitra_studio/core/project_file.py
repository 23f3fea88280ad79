"""Projects on disk: ``name.dimitra``, a zip that holds everything to open it anywhere.

``project.json`` (schema below), ``takes/<n>.npz`` (see ``motion_file``) and the portrait and the
recording byte for byte under ``media/``.
"""

import io
import json
import zipfile
import zlib
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.mix import Patch
from dimitra_studio.core.motion_file import read_motion, write_motion
from dimitra_studio.core.project import Marker, Media, Portrait, Project
from dimitra_studio.core.rig import RIGS
from dimitra_studio.core.strength import Strength
from dimitra_studio.core.take import Origin, Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript

SCHEMA_VERSION = 2
SUFFIX = ".dimitra"


class _Entry(BaseModel):
    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)


class _Portrait(_Entry):
    file: str
    identity: list[float]
    curves: list[float]


class _Take(_Entry):
    name: str
    file: str
    origin: Origin
    components: list[str]
    start: float
    end: float
    settings: Settings
    weights: dict[str, str]
    parent: str | None


class _Edit(_Entry):
    frames: list[int]
    values: list[float]
    keys: list[int]


class _Document(_Entry):
    schema_version: int
    name: str
    portrait: _Portrait | None = None
    recording: str | None = None
    transcript: Transcript | None = None
    takes: list[_Take] = []
    active: dict[str, str] = {}
    patches: list[Patch] = []
    edits: dict[str, _Edit] = {}
    locks: list[str] = []
    pinned: dict[str, list[int]] = {}
    strength: Strength = Strength()
    changed: list[Segment] = []
    markers: list[Marker] = []
    sound_delay: float = 0.0
    view: dict[str, Any] = {}


def save_project(project: Project, path: Path) -> None:
    """Write the project; the file that was there stays until the new one is complete.

    Raises:
        ExportError: if it cannot be written.
    """
    files: dict[str, bytes] = {}
    document = _Document(
        schema_version=SCHEMA_VERSION,
        name=project.name,
        portrait=_portrait_entry(project.portrait, files),
        recording=_add_media(project.recording, "recording", files),
        transcript=project.transcript,
        takes=[_take_entry(take, index, files) for index, take in enumerate(project.takes)],
        active=dict(project.active),
        patches=list(project.patches),
        edits={name: _edit_entry(edit) for name, edit in project.edits.items()},
        locks=sorted(project.locks),
        pinned={name: list(frames) for name, frames in project.pinned.items()},
        strength=project.strength,
        changed=list(project.changed),
        markers=list(project.markers),
        sound_delay=project.sound_delay,
        view=dict(project.view),
    )
    with replacing(path) as partial, zipfile.ZipFile(partial, "w") as archive:
        archive.writestr("project.json", document.model_dump_json(indent=1), zipfile.ZIP_DEFLATED)
        for name, data in files.items():  # media and npz are compressed already
            archive.writestr(name, data, zipfile.ZIP_STORED)


def load_project(path: Path) -> Project:
    """Read a project.

    Raises:
        ProjectError: if the file is missing, damaged, not a project or too new.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            document = _read_document(archive, path)
            return _checked(_to_project(document, archive))
    except FileNotFoundError as error:
        raise ProjectError(f"{path} does not exist; check the name.") from error
    except (OSError, KeyError, ValueError, EOFError, RuntimeError, zipfile.BadZipFile,
            zlib.error) as error:  # fmt: skip
        reason = "its contents are incomplete" if isinstance(error, ValidationError) else error
        raise ProjectError(
            f"{path.name} is not a readable project ({reason}); open an earlier copy of it."
        ) from error


def _read_document(archive: zipfile.ZipFile, path: Path) -> _Document:
    raw = json.loads(archive.read("project.json"))
    version = raw.get("schema_version") if isinstance(raw, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise ProjectError(
            f"{path.name} was saved by a newer Dimitra Studio (schema {version}, this one reads "
            f"{SCHEMA_VERSION}); update to open it."
        )
    return _Document.model_validate(raw)


def _add_media(media: Media | None, role: str, files: dict[str, bytes]) -> str | None:
    if media is None:
        return None
    name = f"media/{role}/{media.name}"
    files[name] = media.data
    return name


def _portrait_entry(portrait: Portrait | None, files: dict[str, bytes]) -> _Portrait | None:
    if portrait is None:
        return None
    file = _add_media(portrait.media, "portrait", files) or ""
    return _Portrait(
        file=file, identity=portrait.identity.tolist(), curves=portrait.curves.tolist()
    )


def _take_entry(take: Take, index: int, files: dict[str, bytes]) -> _Take:
    buffer = io.BytesIO()
    write_motion(take.motion, buffer)
    file = f"takes/{index}.npz"
    files[file] = buffer.getvalue()
    return _Take(
        name=take.name,
        file=file,
        origin=take.origin,
        components=list(take.components),
        start=take.start,
        end=take.end,
        settings=take.settings,
        weights=dict(take.weights),
        parent=take.parent,
    )


def _edit_entry(edit: CurveEdit) -> _Edit:
    return _Edit(frames=edit.frames.tolist(), values=edit.values.tolist(), keys=list(edit.keys))


def _to_edit(entry: _Edit) -> CurveEdit:
    frames, values = np.array(entry.frames, np.int64), np.array(entry.values, np.float32)
    return CurveEdit(frames, values, tuple(entry.keys))


def _to_project(document: _Document, archive: zipfile.ZipFile) -> Project:
    portrait = None
    if document.portrait is not None:
        portrait = Portrait(
            _read_media(document.portrait.file, archive),
            np.array(document.portrait.identity, np.float32),
            np.array(document.portrait.curves, np.float32),
        )
    return Project(
        name=document.name,
        portrait=portrait,
        recording=_read_media(document.recording, archive) if document.recording else None,
        transcript=document.transcript,
        takes=tuple(_to_take(entry, archive) for entry in document.takes),
        active=document.active,
        patches=tuple(document.patches),
        edits={name: _to_edit(entry) for name, entry in document.edits.items()},
        locks=frozenset(document.locks),
        pinned={name: tuple(frames) for name, frames in document.pinned.items()},
        strength=document.strength,
        changed=tuple(document.changed),
        markers=tuple(document.markers),
        sound_delay=document.sound_delay,
        view=document.view,
    )


def _checked(project: Project) -> Project:
    """Refuse a document whose parts do not fit each other."""
    shown = {*project.active.values(), *(patch.take for patch in project.patches)}
    if unknown := shown - {take.name for take in project.takes}:
        raise ValueError(f"it shows {unknown.pop()!r}, a take that it does not hold")
    widths = {len(rig.channels) for rig in RIGS.values()}
    if project.portrait is not None and len(project.portrait.curves) not in widths:
        raise ValueError("the curves of its portrait are those of no rig")
    return project


def _read_media(file: str, archive: zipfile.ZipFile) -> Media:
    return Media(file.rpartition("/")[2], archive.read(file))


def _to_take(entry: _Take, archive: zipfile.ZipFile) -> Take:
    return Take(
        name=entry.name,
        motion=read_motion(io.BytesIO(archive.read(entry.file)), name=entry.file),
        origin=entry.origin,
        components=tuple(entry.components),
        start=entry.start,
        end=entry.end,
        settings=entry.settings,
        weights=entry.weights,
        parent=entry.parent,
    )
