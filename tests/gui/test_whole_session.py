"""A new user's whole session in the real window, from the drop to the MP4, and back by undo."""

from pathlib import Path

import av
import numpy as np
import pytest

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import active_motion
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.dialogs.export_dialog import ExportDialog
from tests.gui.window_hand import Hand

TEXT = (SAMPLE / "speech.txt").read_text(encoding="utf-8").strip()
N_FRAMES = 184


@pytest.fixture
def inputs(tmp_path: Path) -> list[Path]:
    (tmp_path / "speech.txt").write_text(TEXT, encoding="utf-8")
    return [SAMPLE / "portrait.jpg", SAMPLE / "speech.flac", tmp_path / "speech.txt"]


def test_from_drop_to_mp4_and_back(hand: Hand, inputs: list[Path], tmp_path: Path) -> None:
    session = hand.window.session
    hand.drop(*inputs)
    hand.wait(lambda: session.project.transcript and session.project.portrait)
    hand.wait_for_jobs()
    assert session.project.transcript is not None
    assert session.project.transcript.text == TEXT
    hand.do("generate")
    hand.wait(lambda: session.project.takes)
    hand.wait_for_jobs()
    assert len(session.project.takes[0].motion) == N_FRAMES
    regenerate_two_words(hand)
    draw_by_hand(hand)
    save_and_read_back(hand, tmp_path / "talk.dimitra")
    export_and_decode(hand, tmp_path / "talk.mp4")
    undo_everything_and_redo_it(hand)


def regenerate_two_words(hand: Hand) -> None:
    session = hand.window.session
    first, words = session.project.takes[0], session.project.transcript.words
    session.select(Segment(words[6].start, words[7].end))
    hand.do("generate_selection")
    hand.wait(lambda: len(session.project.takes) == 2)
    hand.wait_for_jobs()
    again = session.project.takes[1]
    inside = Segment(again.start, again.end).frames(N_FRAMES, 25)
    outside = np.delete(np.arange(N_FRAMES), np.r_[inside])
    np.testing.assert_array_equal(again.motion.curves[outside], first.motion.curves[outside])
    assert np.abs(again.motion.curves[inside] - first.motion.curves[inside]).max() > 0.01


def draw_by_hand(hand: Hand) -> None:
    window = hand.window
    jaw = window.motions.active.channel("jawOpen").copy()
    jaw[50:60] = 0.5
    window.curves.set_curves("Draw jawOpen", {"jawOpen": jaw}, {})
    assert window.motions.shown.channel("jawOpen")[55] == np.float32(0.5)


def save_and_read_back(hand: Hand, path: Path) -> None:
    hand.do("save")
    hand.choose_file(path)
    hand.wait(lambda: not hand.window.session.modified)
    assert [take.name for take in load_project(path).takes] == ["Take 1", "Take 2"]


def export_and_decode(hand: Hand, path: Path) -> None:
    hand.do("export")
    dialog = hand.dialog(ExportDialog)
    delivery = dialog.delivery()
    dialog.reject()
    hand.window.exports.export(delivery, path)
    hand.wait_for_jobs()
    with av.open(str(path)) as container:
        assert sum(1 for _ in container.decode(video=0)) == N_FRAMES
        assert len(container.streams.audio) == 1


def undo_everything_and_redo_it(hand: Hand) -> None:
    session = hand.window.session
    while session.undo_stack.canUndo():
        session.undo_stack.undo()
    project = session.project
    assert (project.portrait, project.recording, project.takes) == (None, None, ())
    while session.undo_stack.canRedo():
        session.undo_stack.redo()
    assert [take.name for take in session.project.takes] == ["Take 1", "Take 2"]
    assert set(session.project.active) == set(COMPONENTS)
    assert session.project.edits["jawOpen"].frames.tolist() == list(range(50, 60))
    hand.wait_for_jobs()


def test_changed_word_is_regenerated_and_nothing_else(hand: Hand) -> None:
    session = hand.window.session
    hand.do("open_sample")
    hand.wait(lambda: session.project.takes)
    hand.wait_for_jobs()
    before = session.project
    assert before.transcript is not None
    text = before.transcript.text.replace("picture", "portrait")
    hand.window.transcript.retype(text, "change")
    hand.wait_for_jobs()
    changed = session.project.changed
    assert len(changed) >= 1
    hand.do("regenerate_changed")
    hand.wait(lambda: len(session.project.takes) == len(before.takes) + 1)
    hand.wait_for_jobs()
    take = session.project.takes[-1]
    frames = Segment(take.start, take.end).frames(len(take.motion), 25)
    outside = np.delete(np.arange(len(take.motion)), np.r_[frames])
    motion = active_motion(before)
    assert motion is not None
    np.testing.assert_array_equal(take.motion.curves[outside], motion.curves[outside])
    assert session.project.changed == ()
