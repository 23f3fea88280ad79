"""What cannot be used is refused in one sentence, and the open document stays as it was."""

import io
import json
import os
import resource
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Project
from dimitra_studio.core.project_file import load_project, save_project
from dimitra_studio.gui.preflight.face_chooser import FaceChooser
from dimitra_studio.gui.safety.project_lock import ProjectLock
from dimitra_studio.pipeline.delivery import Delivery
from tests.gui.short_clip import open_clip, short_clip, wav
from tests.gui.window_hand import Hand

ANOTHER_TEXT = "Where did the seven purple elephants go?"


def no_face(path: Path) -> None:
    Image.new("RGB", (300, 300), (90, 120, 60)).save(path)


def two_faces(path: Path) -> None:
    face = Image.open(SAMPLE / "portrait.jpg").convert("RGB")
    both = Image.new("RGB", (972, 512))
    both.paste(face, (0, 0))
    both.paste(face.resize((460, 460)), (512, 0))
    both.save(path)


def silence(path: Path) -> None:
    path.write_bytes(wav(np.zeros(32_000, np.float32)))


def corrupt(path: Path) -> None:
    path.write_bytes(b"RIFF\x24\x00\x00\x00WAVEfmt " + bytes(range(200)))


def not_utf8(path: Path) -> None:
    path.write_bytes("Où est le café ?".encode("latin-1"))


def russian(path: Path) -> None:
    path.write_text("Привет, я только картинка, но дайте мне голос.", encoding="utf-8")


def far_too_long(path: Path) -> None:
    path.write_text("the quick brown fox jumps over the lazy dog " * 30, encoding="utf-8")


def blank(path: Path) -> None:
    path.write_text(" \n", encoding="utf-8")


def empty(path: Path) -> None:
    path.write_bytes(b"")


def unknown(path: Path) -> None:
    path.write_bytes(b"hello")


def folder(path: Path) -> None:
    path.mkdir()


def newer(path: Path) -> None:
    save_project(short_clip(), path)
    with zipfile.ZipFile(path) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    document = {**json.loads(files["project.json"]), "schema_version": 99}
    files["project.json"] = json.dumps(document).encode()
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data)


def damaged(path: Path) -> None:
    save_project(short_clip(), path)
    path.write_bytes(path.read_bytes()[:-5_000])


def broken_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(300))


def broken_video(path: Path) -> None:
    path.write_bytes(b"\0\0\0\x18ftypmp42" + bytes(300))


def broken_motion(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04nonsense")


def broken_subtitles(path: Path) -> None:
    path.write_text("1\nnonsense", encoding="utf-8")


def broken_grid(path: Path) -> None:
    path.write_text('File type = "ooTextFile"\nnonsense', encoding="utf-8")


BAD: tuple[tuple[str, Callable[[Path], None], str], ...] = (
    ("wall.png", no_face, "No face was found in the picture"),
    ("people.png", two_faces, "There are 2 faces of similar size"),
    ("silent.wav", silence, "silent.wav holds no sound"),
    ("broken.wav", corrupt, "broken.wav cannot be decoded"),
    ("latin.txt", not_utf8, "latin.txt is not a text in UTF-8"),
    ("russian.txt", russian, "The transcript is not in English letters"),
    ("long.txt", far_too_long, "The transcript is too long for the recording"),
    ("blank.txt", blank, "blank.txt has no words"),
    ("nothing.wav", empty, "nothing.wav is empty"),
    ("notes.xyz", unknown, "notes.xyz is of no type that can be used; accepted are png"),
    ("takes", folder, "takes is a folder"),
    ("future.dimitra", newer, "future.dimitra was saved by a newer Dimitra Studio"),
    ("torn.dimitra", damaged, "torn.dimitra is not a readable project"),
    ("torn.png", broken_picture, "torn.png is not a picture"),
    ("torn.mp4", broken_video, "torn.mp4 cannot be decoded as a video"),
    ("torn.npz", broken_motion, "torn.npz is not a motion file"),
    ("torn.srt", broken_subtitles, "torn.srt has no subtitles"),
    ("torn.TextGrid", broken_grid, "torn.TextGrid cannot be read as a TextGrid"),
)


def test_bad_files_change_nothing(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    session, notifications = hand.window.session, hand.window.notifications
    revision, project = session.revision, session.project
    for name, write, sentence in BAD:
        bad = tmp_path / name
        write(bad)
        notifications.clear()
        hand.drop(bad)
        hand.wait_for_jobs()
        said = hand.notices()
        assert len(said) == 1, (name, said)
        assert said[0].startswith(sentence), (name, said)
        assert said[0].endswith("."), (name, said)
        assert (session.revision, session.project, session.path) == (revision, project, path), name
    assert not session.undo_stack.canUndo()


def test_one_of_two_faces_can_be_chosen(qtbot: QtBot, hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    session = hand.window.session
    before = session.project.portrait
    two_faces(tmp_path / "people.png")
    hand.drop(tmp_path / "people.png")
    hand.wait_for_jobs()
    assert session.project.portrait is before
    assert hand.window.docks.dock("checks").isVisible()
    (chooser,) = hand.window.parts.preflight.findChildren(FaceChooser)
    chooser.setFocus()
    qtbot.keyClick(chooser, Qt.Key.Key_2)
    hand.wait(lambda: session.project.portrait is not before)
    hand.wait_for_jobs()
    assert session.project.portrait is not None
    assert session.project.portrait.media.name == "people face.png"
    picture = Image.open(io.BytesIO(session.project.portrait.media.data))
    assert picture.width < 512  # the smaller one, cut out
    assert session.undo_stack.count() == 1
    assert not hand.window.parts.preflight.findChildren(FaceChooser)


def test_words_that_are_not_said_are_taken_with_a_warning(hand: Hand, tmp_path: Path) -> None:
    """Only the user knows what he wants to be said, so it is one step that can be taken back."""
    open_clip(hand, tmp_path)
    session = hand.window.session
    before = session.project.transcript
    (tmp_path / "other.txt").write_text(ANOTHER_TEXT, encoding="utf-8")
    hand.drop(tmp_path / "other.txt")
    hand.wait(lambda: session.project.transcript is not before)
    hand.wait_for_jobs()
    (said,) = hand.notices()
    assert said.startswith("The transcript does not seem to be what is said")
    session.undo_stack.undo()
    assert session.project.transcript is before


def test_project_that_vanished_can_be_located(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    hand.do("close")
    moved = path.rename(tmp_path / "elsewhere.dimitra")
    welcome = hand.window.parts.welcome
    assert _opener(hand).isEnabled()  # the list is older than the move
    _opener(hand).click()
    hand.wait_for_jobs()
    assert hand.notices() == [f"{path} does not exist; check the name."]
    assert not hand.window.documents.is_open
    assert not _opener(hand).isEnabled()
    assert "is not there" in _opener(hand).toolTip()
    hand.click(welcome, "Locate…")
    hand.choose_file(moved)
    hand.wait(lambda: hand.window.session.path == moved)
    assert moved in [file.path for file in hand.window.recent.files()]
    assert path not in [file.path for file in hand.window.recent.files()]


def _opener(hand: Hand) -> QPushButton:
    """Opens the latest project."""
    row = hand.window.parts.welcome.rows()[0]
    button = row.findChild(QPushButton, "opener")
    assert isinstance(button, QPushButton)
    return button


@contextmanager
def full_disk(n_bytes: int) -> Iterator[None]:
    """No file can grow beyond a size: to the program that is a disk without room."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (n_bytes, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


def edited(hand: Hand) -> Project:
    hand.do("add_marker")
    return hand.window.session.project


def test_full_disk_keeps_the_old_file_and_the_work(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    session = hand.window.session
    saved, project = path.read_bytes(), edited(hand)
    files = sorted(tmp_path.iterdir())
    with full_disk(20_000):
        hand.do("save")
        hand.wait(hand.notices)
    (said,) = hand.notices()
    assert "clip.dimitra" in said
    assert session.modified
    assert (session.project.markers, session.path) == (project.markers, path)
    assert path.read_bytes() == saved
    assert set(tmp_path.iterdir()) <= {*files, path.with_name("clip.dimitra~")}
    hand.do("save")
    hand.wait(lambda: not session.modified)
    assert load_project(path).markers == project.markers


def test_failed_save_as_keeps_the_lock_of_the_old_file(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    other = tmp_path / "other.dimitra"
    edited(hand)
    with full_disk(20_000):
        hand.do("save_as")
        hand.choose_file(other)
        hand.wait(hand.notices)
    assert hand.window.session.path == path
    assert not ProjectLock(path).acquire()
    lock = ProjectLock(other)
    assert lock.acquire()
    lock.release()


def test_full_disk_while_exporting(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    video = tmp_path / "talk.mp4"
    revision = hand.window.session.revision
    with full_disk(4_000):
        hand.window.exports.export(Delivery("mp4"), video)
        hand.wait_for_jobs()
    (said,) = hand.notices()
    assert "talk.mp4 could not be written" in said
    assert "please report" not in said
    assert not video.exists()
    assert hand.window.session.revision == revision


@pytest.mark.skipif(os.name != "posix", reason="there is no such folder elsewhere")
def test_folder_that_nobody_can_write_to(hand: Hand, tmp_path: Path) -> None:
    path = open_clip(hand, tmp_path)
    edited(hand)
    hand.do("save_as")
    hand.choose_file(Path("/proc/talk.dimitra"))  # not even root can
    hand.wait(hand.notices)
    (said,) = hand.notices()
    assert "cannot be written" in said, said
    assert hand.window.session.path == path
    assert hand.window.session.modified
    hand.window.notifications.clear()
    hand.window.exports.export(Delivery("csv"), Path("/proc/talk.csv"))
    hand.wait_for_jobs()
    (said,) = hand.notices()
    assert "talk.csv" in said
    assert "please report" not in said
