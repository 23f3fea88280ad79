"""Onto a character, and that pictures are cut as curves are."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from dimitra_studio.core.errors import ExportError, ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.project import Project, add_take, shown_motion
from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment, resample
from dimitra_studio.pipeline import delivery as door
from dimitra_studio.pipeline.character import Character, Wishes
from dimitra_studio.pipeline.delivery import CHARACTER, Delivery, deliver
from dimitra_studio.pipeline.hand_over import Options
from tests.export.characters import make_character, read_tracks
from tests.export.clips import clip

N_FRAMES = 50
NO_ENGINE: Any = None  # nothing is drawn


@pytest.fixture
def project() -> Project:
    motion = clip(N_FRAMES)
    take = Take("Take 1", motion, "imported", COMPONENTS, 0.0, motion.duration)
    return add_take(Project(name="talk"), take)


def test_character_gets_the_curves_as_they_are_asked_for(project: Project, tmp_path: Path) -> None:
    path = make_character(tmp_path, ["Mund_auf", "mouthPucker"])
    wishes = Wishes({"Mund_auf": {"jawOpen": 0.5}})
    delivery = Delivery(
        kind=CHARACTER,
        segment=Segment(0.4, 1.2),
        fps=50.0,
        curves=Options(gain={"lips": 0.5}, offset={"mouthPucker": 0.1}),
        character=Character(path, wishes),
    )
    files = deliver(NO_ENGINE, project, delivery, tmp_path / "out.glb")
    assert [file.name for file in files] == ["out.glb", "out.glb.manifest.json"]
    motion = shown_motion(project)
    assert motion is not None
    cut = replace(motion, curves=resample(motion, 50).curves[20:60])
    weights = read_tracks(tmp_path / "out.glb")["Mesh0", "weights"]
    np.testing.assert_allclose(weights[:, 0], 0.25 * cut.channel("jawOpen"), atol=1e-6)
    np.testing.assert_allclose(weights[:, 1], 0.5 * cut.channel("mouthPucker") + 0.1, atol=1e-6)
    assert delivery.suffix == ".glb"


@pytest.mark.parametrize(
    "options", [{"kind": CHARACTER}, {"kind": "csv", "character": Character(Path("ada.glb"))}]
)
def test_character_and_its_kind_go_together(options: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="a character is for"):
        Delivery(**options)


def test_character_of_another_format_is_refused() -> None:
    assert Character(Path("Ada.VRM")).mapping is None
    with pytest.raises(ValueError, match=r"ends in .glb, .gltf, .vrm; got ada.fbx"):
        Character(Path("ada.fbx"))


def test_what_cannot_be_written_is_one_sentence(project: Project, tmp_path: Path) -> None:
    path = make_character(tmp_path, ["jawOpen"])
    delivery = Delivery(kind=CHARACTER, character=Character(path))
    with pytest.raises(ExportError, match="is the character itself"):
        deliver(NO_ENGINE, project, delivery, path)
    path.write_bytes(b"no glTF")
    with pytest.raises(ProjectError, match=r"ada\.glb .*\.$"):
        deliver(NO_ENGINE, project, delivery, tmp_path / "out.glb")
    assert [file.name for file in tmp_path.iterdir()] == ["ada.glb"]


@pytest.mark.parametrize("fps", [None, 10.0, 24000 / 1001, 25.0, 30.0, 59.94])
@pytest.mark.parametrize("segment", [None, Segment(0, 0.01), Segment(0.33, 1.17), Segment(1.9, 9)])
def test_pictures_are_cut_as_before(
    project: Project, fps: float | None, segment: Segment | None
) -> None:
    """Bit for bit the frames that ``Delivery.frames`` counts, and the time of the first."""
    delivery = Delivery(fps=fps, segment=segment, curves=Options(gain={"lips": 2.0}))
    motion = shown_motion(project)
    assert motion is not None
    frames = delivery.frames(len(motion), motion.fps)
    whole = resample(motion, fps or motion.fps)
    cut, start = door._cut(project, delivery)
    expected = Motion(whole.curves[frames.start : frames.stop], motion.rig, whole.fps)
    np.testing.assert_array_equal(cut.curves, expected.curves)
    assert (cut.fps, start) == (expected.fps, frames.start / whole.fps)
