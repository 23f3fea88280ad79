import numpy as np
import pytest

from dimitra_studio.core.mirror import mirror_channel, mirror_curves
from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import BFM, STUDIO


@pytest.mark.parametrize(
    ("name", "mirrored"),
    [
        ("mouthSmileLeft", ("mouthSmileRight", 1)),
        ("jawRight", ("jawLeft", 1)),
        ("mouthLeft", ("mouthRight", 1)),
        ("eyeLookInLeft", ("eyeLookInRight", 1)),
        ("jawOpen", ("jawOpen", 1)),
        ("headPitch", ("headPitch", 1)),
        ("headYaw", ("headYaw", -1)),
        ("headRoll", ("headRoll", -1)),
        ("headX", ("headX", -1)),
        ("headY", ("headY", 1)),
    ],
)
def test_mirror_of_a_channel(name: str, mirrored: tuple[str, int]) -> None:
    assert mirror_channel(name) == mirrored


@pytest.mark.parametrize("rig", [STUDIO, BFM], ids=lambda rig: rig.name)
def test_mirror_stays_in_the_rig_and_the_component(rig) -> None:  # noqa: ANN001
    for name, component in zip(rig.channels, rig.components, strict=True):
        other, sign = mirror_channel(name)
        assert rig.components[rig.column(other)] == component
        assert mirror_channel(other) == (name, sign)


def test_mirror_exchanges_a_range_and_twice_is_the_identity() -> None:
    rng = np.random.default_rng(1)
    motion = Motion(rng.random((50, 58), np.float32), STUDIO)
    frames = slice(10, 30)
    mirrored = mirror_curves(motion, ["browDownLeft", "headYaw"], frames)
    assert set(mirrored) == {"browDownLeft", "browDownRight", "headYaw"}
    left, right = motion.channel("browDownLeft"), motion.channel("browDownRight")
    assert np.array_equal(mirrored["browDownLeft"][frames], right[frames])
    assert np.array_equal(mirrored["browDownRight"][frames], left[frames])
    assert np.array_equal(mirrored["browDownLeft"][30:], left[30:])
    assert np.array_equal(mirrored["headYaw"][frames], -motion.channel("headYaw")[frames])

    curves = motion.curves.copy()
    for name, curve in mirrored.items():
        curves[:, STUDIO.column(name)] = curve
    back = mirror_curves(Motion(curves, STUDIO), list(mirrored), frames)
    for name, curve in back.items():
        assert np.array_equal(curve, motion.channel(name))
