"""Unsaved work beside the user's files: written while the window is open, read after a crash.

Each open window writes one side file, and a note on it, into a folder of the application. Its
name holds the session, so that no window ever writes over what another one has left behind.
"""

import hashlib
import os
import shutil
import time
import uuid
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from dimitra_studio.core.differences import Difference, compare_projects
from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.files import check_writable, replacing, write_error
from dimitra_studio.core.project import Project
from dimitra_studio.core.project_file import SUFFIX, load_project, save_project

_NOTE = ".json"
_PARTIAL = ".dimitra-*"  # what ``replacing`` writes into
_LONGEST_WRITE = 3600.0  # seconds; a partial file older than this belongs to nobody
_UNSAVED = "unsaved"  # in place of the hash of a path


@dataclass(frozen=True, slots=True)
class SideFile:
    """Unsaved work on the disk.

    Args:
        path: of the side file, a complete project.
        session: that wrote it.
        original: the user's file; None for a project that has none yet.
        time: when it was written, in seconds since 1970.
        title: name of the project.
        n_takes: how many takes it holds.
        n_words: how many words its transcript holds.
        n_edits: how many curves were edited by hand.
    """

    path: Path
    session: str
    original: Path | None
    time: float
    title: str
    n_takes: int
    n_words: int
    n_edits: int


@dataclass(frozen=True, slots=True)
class Finding:
    """A side file after a look inside.

    Args:
        side: the side file.
        problem: why it cannot be read, in one sentence; None if it can.
        differences: from the user's file; None when there is nothing to compare with.
        saved_later: the user's file was written after the side file.
    """

    side: SideFile
    problem: str | None
    differences: tuple[Difference, ...] | None
    saved_later: bool

    @property
    def doubtful(self) -> bool:
        """Whether the user's file may hold work that the side file does not."""
        return self.saved_later or (self.side.original is not None and self.differences is None)


class _Note(BaseModel):
    model_config = ConfigDict(extra="ignore", allow_inf_nan=False)

    session: str
    original: str | None
    time: float
    title: str
    n_takes: int
    n_words: int
    n_edits: int


def new_session() -> str:
    """A name that no other window uses."""
    return uuid.uuid4().hex[:12]


def side_path(folder: Path, original: Path | None, session: str) -> Path:
    """Where a session keeps the unsaved work on a project."""
    key = _UNSAVED
    if original is not None:
        key = hashlib.sha256(os.fsencode(original.absolute())).hexdigest()[:12]
    return folder / f"{key}-{session}{SUFFIX}"


def write_side_file(
    project: Project, original: Path | None, session: str, folder: Path
) -> SideFile:
    """Keep unsaved work; what was kept before stays until the new file is complete.

    Args:
        project: the document.
        original: the user's file, which is not touched.
        session: by ``new_session``.
        folder: made if there is none.

    Raises:
        ExportError: if it cannot be written.
        ValueError: if the user's file is the side file.
    """
    path = side_path(folder, original, session)
    if original is not None and path.resolve() == original.resolve():
        raise ValueError(f"{path} is the user's own file")
    note = _Note(
        session=session,
        original=None if original is None else str(original.absolute()),
        time=time.time(),
        title=project.name,
        n_takes=len(project.takes),
        n_words=len(project.transcript.words) if project.transcript else 0,
        n_edits=len(project.edits),
    )
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(folder, error) from error
    save_project(project, path)
    with replacing(path.with_suffix(_NOTE)) as partial:
        partial.write_text(note.model_dump_json(), encoding="utf-8")
    return _side_file(path, note)


def list_side_files(folder: Path) -> list[SideFile]:
    """All unsaved work in the folder, the newest first; also of windows that are still open."""
    found = []
    for path in folder.glob(f"*{SUFFIX}"):
        if path.name.startswith("."):  # half-written when its process was killed
            continue
        try:
            found.append(_side_file(path, _read_note(path)))
        except OSError:  # discarded by another window in this moment
            continue
    return sorted(found, key=lambda side: side.time, reverse=True)


def examine(side: SideFile) -> Finding:
    """Look what a side file holds that the user's file does not."""
    try:
        recovered = load_project(side.path)
    except DimitraError as error:
        return Finding(side, str(error), None, saved_later=False)
    if side.original is None or not side.original.is_file():
        return Finding(side, None, None, saved_later=False)
    saved_later = side.original.stat().st_mtime > side.time
    try:
        differences = compare_projects(load_project(side.original), recovered)
    except DimitraError:
        return Finding(side, None, None, saved_later)
    return Finding(side, None, differences, saved_later)


def discard(path: Path) -> None:
    """Remove a side file and its note; nothing happens if they are gone.

    Raises:
        ExportError: if they cannot be removed.
    """
    for part in (path, path.with_suffix(_NOTE)):
        try:
            part.unlink(missing_ok=True)
        except OSError as error:
            raise write_error(part, error) from error


def remove_leftovers(folder: Path) -> None:
    """Remove what was half-written when its process was killed."""
    for path in folder.glob(_PARTIAL):
        try:
            if time.time() - path.stat().st_mtime > _LONGEST_WRITE:
                path.unlink()
        except OSError:  # it is gone, or stays: nobody reads it
            continue


def backup_path(path: Path) -> Path:
    """Where the previous version of a project is kept."""
    return path.with_name(path.name + "~")


def save_with_backup(project: Project, path: Path) -> None:
    """Write the user's file and keep the version that was there as ``name.dimitra~``.

    At each moment there is a complete file at ``path``; if writing fails, both versions stay.

    Raises:
        ExportError: if it cannot be written.
    """
    path = path.resolve()  # a link goes on pointing to the project
    check_writable(path)
    if not path.exists():
        save_project(project, path)
        return
    previous = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}~")
    try:
        _keep(path, previous)
        save_project(project, path)
        previous.replace(backup_path(path))
    except OSError as error:
        raise write_error(path, error) from error
    finally:
        previous.unlink(missing_ok=True)


def _keep(path: Path, previous: Path) -> None:
    """Give the present version a second name; a copy where the disk knows no second names."""
    try:
        previous.hardlink_to(path)
    except OSError:
        shutil.copy2(path, previous)


def _read_note(path: Path) -> _Note:
    """The note on a side file; what can be told without it if it is missing or damaged."""
    try:
        return _Note.model_validate_json(path.with_suffix(_NOTE).read_bytes())
    except (OSError, ValidationError):
        written = path.stat().st_mtime
        session = path.stem.rpartition("-")[2]
        return _Note(
            session=session,
            original=None,
            time=written,
            title="",
            n_takes=0,
            n_words=0,
            n_edits=0,
        )


def _side_file(path: Path, note: _Note) -> SideFile:
    original = None if note.original is None else Path(note.original)
    return SideFile(
        path,
        note.session,
        original,
        note.time,
        note.title,
        note.n_takes,
        note.n_words,
        note.n_edits,
    )
