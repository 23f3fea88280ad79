"""The tables of landmarks, and where the rig's landmarks are."""

from itertools import chain

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face import landmarks as lm
from dimitra_studio.face.rigs import StudioRig, load_rig


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


def curves(**values: float) -> NDArray[np.float32]:
    frame = np.zeros((1, len(STUDIO.channels)), np.float32)
    for channel, value in values.items():
        frame[0, STUDIO.column(channel)] = value
    return frame


def test_lip_groups_are_mediapipes_lips() -> None:
    from mediapipe.python.solutions.face_mesh_connections import FACEMESH_LIPS

    contours = {*lm.UPPER_LIP_OUTER, *lm.LOWER_LIP_OUTER, *lm.UPPER_LIP_INNER,
                *lm.LOWER_LIP_INNER, *lm.MOUTH_CORNERS}  # fmt: skip
    assert contours == set(chain.from_iterable(FACEMESH_LIPS))
    assert len(lm.LIPS) == len(set(lm.LIPS)) == 80


def test_eyes_and_oval_are_mediapipes() -> None:
    from mediapipe.python.solutions import face_mesh_connections as mp

    right = {*lm.RIGHT_EYE_CORNERS, *lm.RIGHT_UPPER_LID, *lm.RIGHT_LOWER_LID}
    left = {*lm.LEFT_EYE_CORNERS, *lm.LEFT_UPPER_LID, *lm.LEFT_LOWER_LID}
    assert right == set(chain.from_iterable(mp.FACEMESH_RIGHT_EYE))
    assert left == set(chain.from_iterable(mp.FACEMESH_LEFT_EYE))
    ring = set(map(frozenset, zip(lm.FACE_OVAL, (*lm.FACE_OVAL[1:], lm.FACE_OVAL[0]), strict=True)))
    assert ring == set(map(frozenset, mp.FACEMESH_FACE_OVAL))


def test_ibug_order_is_mirror_symmetric(rig: StudioRig) -> None:
    order = {landmark: index for index, landmark in enumerate(lm.IBUG_68)}
    assert len(order) == 68
    mirrored = [order[int(rig.landmark_mirror[landmark])] for landmark in lm.IBUG_68]
    assert mirrored[:17] == list(range(16, -1, -1))
    assert mirrored[17:27] == list(range(26, 16, -1))
    assert mirrored[36:42] == [45, 44, 43, 42, 47, 46]


def test_landmarks_are_exactly_symmetric(rig: StudioRig) -> None:
    points = rig.landmarks478(curves())[0]
    image = points[rig.landmark_mirror] * np.float32([-1.0, 1.0, 1.0])
    assert np.abs(points - image).max() < 1e-6
    assert (rig.landmark_mirror[rig.landmark_mirror] == np.arange(lm.N_LANDMARKS)).all()


def test_features_are_where_they_belong(rig: StudioRig) -> None:
    points = rig.landmarks478(curves())[0]
    assert points[:, 2].argmax() in (1, 4)  # the tip of the nose
    assert points[list(lm.FACE_OVAL), 1].argmin() == lm.FACE_OVAL.index(152)  # the chin
    assert (points[list(lm.LEFT_IRIS), 0] > 0.02).all()
    assert points[61, 0] < -0.02 < 0.02 < points[291, 0]
    brows, lids = points[[105, 334], 1], points[[159, 386], 1]
    assert (brows > lids + 0.01).all()
    width = np.linalg.norm(points[33] - points[263])
    assert 0.08 < width < 0.11


def test_upper_lip_stays_and_lower_lip_falls_with_the_jaw(rig: StudioRig) -> None:
    drop = (rig.landmarks478(curves()) - rig.landmarks478(curves(jawOpen=1.0)))[0, :, 1]
    upper, lower = drop[list(lm.UPPER_LIP_INNER)], drop[list(lm.LOWER_LIP_INNER)]
    assert (lower > upper + 0.008).all()
    assert abs(drop[13]) < 0.003
    assert drop[14] > 0.03


def test_closed_lips_are_close(rig: StudioRig) -> None:
    points = rig.landmarks478(curves())[0]
    gap = points[list(lm.UPPER_LIP_INNER), 1] - points[list(lm.LOWER_LIP_INNER), 1]
    assert np.abs(gap).max() < 0.003


def test_lids_close_in_a_blink_and_no_sooner(rig: StudioRig) -> None:
    def opening(blink: float) -> NDArray[np.float32]:
        values = curves(eyeBlinkLeft=blink, eyeBlinkRight=blink)
        points = rig.landmarks478(values)[0]
        upper, lower = ([*lm.RIGHT_UPPER_LID[2:5]], [*lm.RIGHT_LOWER_LID[2:5]])
        return points[upper, 1] - points[lower, 1]

    assert (opening(0.0) > 0.007).all()
    assert (opening(0.5) > 0.003).all()
    assert np.abs(opening(1.0)).max() < 0.0015


def test_irises_are_of_human_size_and_round(rig: StudioRig) -> None:
    points = rig.landmarks478(curves())[0]
    for centre, *rim in (lm.RIGHT_IRIS, lm.LEFT_IRIS):
        radii = np.linalg.norm(points[rim] - points[centre], axis=1)
        assert np.allclose(radii, 0.006, atol=4e-4)
        assert points[rim[0], 0] > points[centre, 0] > points[rim[2], 0]
        assert points[rim[1], 1] > points[centre, 1] > points[rim[3], 1]
