import numpy as np
import pytest

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.training.mouth import correlate, measure_mouth, mouth_slopes, with_component


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


def curves(**channels: float) -> np.ndarray:
    rows = np.zeros((2, len(STUDIO.channels)), np.float32)
    for name, value in channels.items():
        rows[1, STUDIO.column(name)] = value
    return rows


def test_measures_say_what_the_mouth_does(rig: StudioRig) -> None:
    rest, opened = measure_mouth(rig, curves(jawOpen=0.5))
    assert rest[0] == 0
    assert 0.1 < opened[0] < 0.6
    rest, smiling = measure_mouth(rig, curves(mouthSmileLeft=1, mouthSmileRight=1))
    assert smiling[1] > rest[1] * 1.05
    rest, puckered = measure_mouth(rig, curves(mouthPucker=1))
    assert puckered[1] < rest[1] * 0.9


def test_pose_does_not_change_the_measures(rig: StudioRig) -> None:
    rest, turned = measure_mouth(rig, curves(headYaw=0.4, headZ=0.1))
    np.testing.assert_allclose(rest, turned)


def test_slopes_predict_a_small_change(rig: StudioRig) -> None:
    around = curves(jawOpen=0.3)[1]
    step = curves(jawOpen=0.02, mouthPucker=0.03)[1]
    predicted = step @ mouth_slopes(rig, around)
    measured = measure_mouth(rig, np.stack((around, around + step)))
    np.testing.assert_allclose(measured[1] - measured[0], predicted, atol=1e-3)


def test_correlation_of_a_flat_curve_is_none() -> None:
    wave = np.sin(np.arange(20, dtype=np.float32))
    assert correlate(wave, wave * 3 + 1) == pytest.approx(1)
    assert correlate(wave, -wave) == pytest.approx(-1)
    assert correlate(wave, np.ones(20, np.float32)) == 0


def test_other_components_stay_at_their_median() -> None:
    rng = np.random.default_rng(0)
    rows = rng.random((9, len(STUDIO.channels)), dtype=np.float32)
    part = rng.random((9, 17), dtype=np.float32)
    mixed = with_component(STUDIO, rows, "lips", part)
    np.testing.assert_array_equal(mixed[:, STUDIO.columns("lips")], part)
    blink = STUDIO.column("eyeBlinkLeft")
    np.testing.assert_allclose(mixed[:, blink], np.median(rows[:, blink]))
