import numpy as np
import pytest

from dimitra_studio.core.motion import Motion
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.strength import Strength, apply_strength


def motion() -> Motion:
    rng = np.random.default_rng(0)
    return Motion(rng.uniform(0, 0.5, (20, 58)).astype(np.float32), STUDIO)


def test_full_strength_is_the_take_itself() -> None:
    take = motion()
    assert apply_strength(take, Strength()) is take


def test_lips_alone_are_scaled() -> None:
    before, after = motion(), apply_strength(motion(), Strength(lips=0.5))
    np.testing.assert_allclose(after.component("lips"), before.component("lips") / 2, rtol=1e-6)
    np.testing.assert_array_equal(after.component("expression"), before.component("expression"))


def test_blinks_stay_when_the_expression_is_muted() -> None:
    after = apply_strength(motion(), Strength(expression=0))
    np.testing.assert_array_equal(after.channel("eyeBlinkLeft"), motion().channel("eyeBlinkLeft"))
    assert not after.channel("browInnerUp").any()


def test_muted_pose_rests_where_the_portrait_is() -> None:
    rest = np.linspace(0, 1, 58, dtype=np.float32)
    after = apply_strength(motion(), Strength(pose=0), rest)
    np.testing.assert_array_equal(after.component("pose"), np.tile(rest[-6:], (20, 1)))


def test_exaggeration_stays_within_the_limits() -> None:
    after = apply_strength(motion(), Strength(lips=9))
    assert after.component("lips").max() == 1.0


@pytest.mark.parametrize("factor", [-1.0, float("nan")])
def test_impossible_strength_is_refused(factor: float) -> None:
    with pytest.raises(ValueError, match="a strength is 0 or more"):
        Strength(lips=factor)
