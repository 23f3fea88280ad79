import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ExportError, ProjectError
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.motion_file import read_motion
from dimitra_studio.core.project import Project, add_take
from dimitra_studio.core.rig import BFM, COMPONENTS, STUDIO
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.export.manifest import manifest_path
from dimitra_studio.pipeline.delivery import Delivery, deliver
from dimitra_studio.pipeline.engine import Engine
from dimitra_studio.pipeline.hand_over import Options, hand_over, prepare, prepare_motion

N_FRAMES = 50
CURVES = np.random.default_rng(3).uniform(0, 1, (N_FRAMES, 58)).astype(np.float32)
WORDS = (
    Word("one", 0.2, 0.6, phonemes=(Phoneme("W", 0.2, 0.4), Phoneme("AH", 0.4, 0.6))),
    Word("two", 0.7, 1.1),
    Word("three", 1.2, 1.8),
)


@pytest.fixture
def project() -> Project:
    take = Take(
        "Take 1",
        Motion(CURVES, STUDIO),
        "generated",
        COMPONENTS,
        0.0,
        2.0,
        Settings(seed=7),
        dict.fromkeys(COMPONENTS, "ab"),
    )
    return add_take(Project("Counting", transcript=Transcript(WORDS, 2.0)), take)


def test_range_is_cut_with_its_words(project: Project) -> None:
    made = prepare(project, Options(segment=Segment(0.4, 1.0)))
    np.testing.assert_array_equal(made.motion.curves, CURVES[10:25])
    assert made.start == 0.4
    assert made.transcript is not None
    assert [(w.text, round(w.start, 3), round(w.end, 3)) for w in made.transcript.words] == [
        ("one", 0.0, 0.2),
        ("two", 0.3, 0.6),
    ]
    assert [sound.symbol for sound in made.transcript.words[0].phonemes] == ["AH"]


def test_curves_leave_as_the_options_want_them(project: Project) -> None:
    options = Options(components=("lips", "pose"), gain={"lips": 0.5}, offset={"jawOpen": 0.25})
    motion = prepare(project, replace(options, head=False)).motion
    jaw = CURVES[:, STUDIO.column("jawOpen")]
    np.testing.assert_allclose(motion.channel("jawOpen"), 0.5 * jaw + 0.25, atol=1e-6)
    for still in ("expression", "pose"):
        assert np.ptp(motion.component(still), axis=0).max() == 0


def test_other_rate_keeps_the_duration(project: Project) -> None:
    motion = prepare(project, Options(fps=60)).motion
    assert (len(motion), motion.fps) == (120, 60)


def test_manifest_says_where_the_numbers_come_from(project: Project, tmp_path: Path) -> None:
    path = tmp_path / "counting.npz"
    options = Options(preset="unreal", timecode=3600.0, gain={"lips": 1.2})
    assert hand_over(prepare(project, options), "npz", path) == [path, manifest_path(path)]
    note = json.loads(manifest_path(path).read_text(encoding="utf-8"))
    assert (note["project"], note["fps"], note["n_frames"]) == ("Counting", 25, N_FRAMES)
    assert (note["rig"]["name"], note["conventions"]) == ("studio", "Unreal Engine")
    assert note["takes"][0] == {
        "component": "lips", "take": "Take 1", "seed": 7, "weights_sha256": "ab",
    }  # fmt: skip
    assert (note["timecode_start"], note["changes"]["gain"]) == (3600.0, {"lips": 1.2})


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (Options(segment=Segment(9, 10)), "after the end of the motion"),
        (Options(offset={"jawOpne": 0.1}), "has no channel jawOpne"),
    ],
)
def test_what_cannot_be_prepared_is_refused(project: Project, options: Options, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        prepare(project, options)


def test_nothing_to_hand_over_is_said() -> None:
    with pytest.raises(ProjectError, match="generate a take first"):
        prepare(Project())


def test_format_that_cannot_hold_the_rig_is_refused(tmp_path: Path) -> None:
    motion = Motion(np.zeros((3, len(BFM.channels)), np.float32), BFM)
    with pytest.raises(ExportError, match="cannot hold the curves of the bfm rig"):
        hand_over(prepare_motion(motion), "livelink", tmp_path / "face.csv")


@pytest.mark.parametrize(
    "wrong", [{"components": ("ears",)}, {"preset": "cinema"}, {"timecode": 86_400.0}, {"fps": 0}]
)
def test_options_out_of_range_are_mistakes(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"components|preset|timecode"):
        Options(**wrong)


def test_window_delivers_through_the_same_door(
    engine: Engine, project: Project, tmp_path: Path
) -> None:
    path = tmp_path / "curves.npz"
    delivery = Delivery(kind="npz", segment=Segment(0.4, 0.8), curves=Options(components=("lips",)))
    assert deliver(engine, project, delivery, path) == [path, manifest_path(path)]
    written = read_motion(path)
    lips = CURVES[10:20, STUDIO.columns("lips")]
    np.testing.assert_array_equal(written.component("lips"), lips)
    assert not written.component("pose").any()
