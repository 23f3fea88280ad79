"""Motion of other programs becomes a take in the real window, plays and regenerates."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtWidgets import QCheckBox

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import active_motion
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.component_names import component_name
from dimitra_studio.gui.settings import SettingsStore
from dimitra_studio.pipeline.hand_over import Options, hand_over, prepare
from tests.gui.short_clip import N_FRAMES, open_clip, short_clip
from tests.gui.window_hand import Hand

SEGMENT = Segment(1.0, 1.6)
FORMATS = {
    "livelink": (".csv", 1e-6),
    "a2f": (".json", 1e-6),
    "glb": (".glb", 1e-6),
    "npz": (".npz", 0.0),
}
"""With the ending of their files, and how far curves may be off that went out and in."""


@pytest.fixture(autouse=True)
def _quiet(store: SettingsStore) -> None:
    """Nobody shall hear the tests, where there is a sound card."""
    store.change(muted=True)


def test_dropped_curves_become_takes_that_play_and_regenerate(hand: Hand, tmp_path: Path) -> None:
    open_clip(hand, tmp_path)
    for number, (name, (ending, tolerance)) in enumerate(FORMATS.items(), 1):
        sent = prepare(short_clip(), Options(gain={"lips": 1 - number / 10}))
        path = tmp_path / f"from-outside-{name}{ending}"
        hand_over(sent, name, path)
        take = dropped(hand, path)
        np.testing.assert_allclose(take.motion.curves, sent.motion.curves, rtol=0, atol=tolerance)
        assert take.components == COMPONENTS
        play(hand)
        regenerate_lips(hand, take)
    refuse_broken_curves(hand, tmp_path / "broken.csv")


def shown(hand: Hand) -> Motion:
    motion = active_motion(hand.window.session.project)
    assert motion is not None
    return motion


def dropped(hand: Hand, path: Path) -> Take:
    """The take that becomes of a file, which is then the one that is shown."""
    session = hand.window.session
    n_takes = len(session.project.takes)
    hand.drop(path)
    hand.wait(lambda: len(session.project.takes) == n_takes + 1)
    hand.wait_for_jobs()
    take = session.project.takes[-1]
    assert (take.origin, len(take.motion)) == ("imported", N_FRAMES)
    np.testing.assert_array_equal(shown(hand).curves, take.motion.curves)
    return take


def play(hand: Hand) -> None:
    """The playhead runs on, and the preview gets a new frame again and again."""
    window, painted, heads = hand.window, list[float](), list[float]()
    window.session.select(None)
    window.playback.seek(0.0)
    hand.wait_for_jobs()
    window.parts.preview.frame_shown.connect(painted.append)
    window.session.playhead_changed.connect(heads.append)
    hand.do("play")
    hand.wait(lambda: len(set(painted)) > 5 and heads and heads[-1] > 0.2)
    hand.do("play")
    assert not window.transport.playing
    window.parts.preview.frame_shown.disconnect(painted.append)
    window.session.playhead_changed.disconnect(heads.append)
    assert all(before <= after for before, after in pairwise(heads))


def regenerate_lips(hand: Hand, imported: Take) -> None:
    """Everything but the lips of the segment stays, bit by bit."""
    session = hand.window.session
    n_takes = len(session.project.takes)
    for box in hand.window.parts.generation.findChildren(QCheckBox):
        if box.text() in (component_name("expression"), component_name("pose")):
            box.setChecked(False)
    session.select(SEGMENT)
    hand.do("generate_selection")
    hand.wait(lambda: len(session.project.takes) == n_takes + 1)
    hand.wait_for_jobs()
    again, before = shown(hand), imported.motion
    inside = SEGMENT.frames(N_FRAMES, again.fps)
    outside = np.delete(np.arange(N_FRAMES), np.r_[inside])
    np.testing.assert_array_equal(again.curves[outside], before.curves[outside])
    for component in ("expression", "pose"):
        np.testing.assert_array_equal(again.component(component), before.component(component))
    assert np.abs(again.component("lips")[inside] - before.component("lips")[inside]).max() > 0.01


def refuse_broken_curves(hand: Hand, path: Path) -> None:
    n_takes = len(hand.window.session.project.takes)
    path.write_text("Timecode,BlendShapeCount,JawOpen\n1,2\n", encoding="utf-8")
    hand.drop(path)
    hand.wait(lambda: any("broken.csv" in sentence for sentence in hand.notices()))
    assert len(hand.window.session.project.takes) == n_takes
