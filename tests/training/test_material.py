import numpy as np
import pytest

from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.rig import COMPONENTS, STUDIO
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.training.material import gather
from dimitra_studio.training.preparation import PreparedClip


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.mark.parametrize("component", COMPONENTS)
def test_material_holds_the_channels_of_its_component(
    clips: list[PreparedClip], rig: StudioRig, component: str
) -> None:
    material = gather(clips, rig, component)
    assert len(material.channels) == len(STUDIO.columns(component))
    assert material.audio_dim == 256
    assert len(material.train) == 4
    assert [example.take.version.kind for example in material.val] == ["own", "slt"]
    assert (material.mouth_slopes is not None) == (component == "lips")


def test_jaw_opens_the_mouth_most(clips: list[PreparedClip], rig: StudioRig) -> None:
    slopes = gather(clips, rig, "lips").mouth_slopes
    assert slopes is not None
    assert slopes[:, 0].argmax() == STUDIO.column("jawOpen")
    assert slopes[STUDIO.column("jawOpen"), 0] == pytest.approx(1, abs=0.2)


def test_frames_without_a_face_do_not_count(clips: list[PreparedClip], rig: StudioRig) -> None:
    expected = gather(clips, rig, "pose").statistics.mean
    clips[0].curves[5:8] = 1e6
    clips[0].seen[5:8] = False
    mean = gather(clips, rig, "pose").statistics.mean
    np.testing.assert_allclose(mean, expected, atol=0.01)


def test_still_faces_are_refused(clips: list[PreparedClip], rig: StudioRig) -> None:
    for clip in clips:
        clip.curves[:, STUDIO.columns("pose")] = 0.0
    with pytest.raises(TrainingError, match="pose never moves"):
        gather(clips, rig, "pose")
