"""The studio rig that ships."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.rigs import StudioRig, load_rig, read_rig

N_CHANNELS = len(STUDIO.channels)


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


def curves(**values: float) -> NDArray[np.float32]:
    frame = np.zeros((1, N_CHANNELS), np.float32)
    for channel, value in values.items():
        frame[0, STUDIO.column(channel)] = value
    return frame


def of_part(rig: StudioRig, *names: str) -> NDArray[np.int64]:
    return np.unique(rig.triangles[rig.part(*names)])


def middle_of(points: NDArray[np.floating]) -> NDArray[np.floating]:
    """The centre of the sphere that fits best."""
    system = np.column_stack([2.0 * points, np.ones(len(points))])
    return np.linalg.lstsq(system, (points**2).sum(1), rcond=None)[0][:3]


def test_mesh_is_whole(rig: StudioRig) -> None:
    assert rig.triangles.min() == 0
    assert len(np.unique(rig.triangles)) == rig.n_vertices
    assert rig.uv.shape == (*rig.triangles.shape, 2)
    assert rig.uv.min() >= 0.0
    assert rig.uv.max() <= 1.0
    assert set(np.unique(rig.parts)) == set(range(len(rig.part_names)))
    rest = rig.vertices(curves())[0]
    a, b, c = (rest[rig.triangles[:, k]] for k in range(3))
    assert np.linalg.norm(np.cross(b - a, c - a), axis=1).min() > 0.0


def test_units_and_axes_are_those_of_a_person(rig: StudioRig) -> None:
    rest = rig.vertices(curves())[0]
    eyes = of_part(rig, "sclera")
    left, right = (eyes[side] for side in (rest[eyes, 0] > 0.0, rest[eyes, 0] < 0.0))
    centres = [middle_of(rest[eye]) for eye in (left, right)]
    assert np.linalg.norm(centres[0] - centres[1]) == pytest.approx(0.062, abs=5e-4)
    assert np.abs(centres[0] + centres[1]).max() < 1e-3  # the origin is between the eyes
    skin = rest[of_part(rig, "skin")]
    assert skin[:, 1].min() < -0.2 < 0.1 < skin[:, 1].max()
    assert rest[of_part(rig, "lips"), 2].mean() > 0.0  # the face looks to +z


def test_bust_has_a_smooth_border_that_never_moves(rig: StudioRig) -> None:
    edges = np.sort(rig.triangles[:, [0, 1, 1, 2, 2, 0]].reshape(-1, 2), 1)
    unique, counts = np.unique(edges, axis=0, return_counts=True)
    rest = rig.vertices(curves())[0]
    border = unique[(counts == 1) & (rest[unique[:, 0], 1] < -0.12)]
    assert len(border) > 40
    assert np.bincount(border.ravel()).max() == 2  # one closed line
    moved = rig.vertices(curves(headYaw=0.6, headPitch=0.3, headX=0.05))[0]
    assert np.abs(moved - rest)[np.unique(border)].max() < 1e-4


@pytest.mark.parametrize("name", STUDIO.channels[: STUDIO.column("headPitch")])
def test_every_blendshape_moves_something_by_millimetres(rig: StudioRig, name: str) -> None:
    reach = np.linalg.norm(rig.blendshape(name), axis=1).max()
    assert 0.001 < reach < 0.06


@pytest.mark.parametrize("name", [n for n in STUDIO.channels if n.endswith("Left")])
def test_left_is_the_persons_left_and_mirrors_right(rig: StudioRig, name: str) -> None:
    rest = rig.vertices(curves())[0]
    left, right = rig.blendshape(name), rig.blendshape(name.removesuffix("Left") + "Right")
    size = np.linalg.norm(left, axis=1)
    if name in ("jawLeft", "mouthLeft"):  # these move the middle, to the left
        assert (left[:, 0] * size).sum() > 0.0
    else:
        assert (rest[:, 0] * size).sum() > 0.0
    assert np.sort(np.linalg.norm(right, axis=1)) == pytest.approx(np.sort(size), abs=2e-5)


@pytest.mark.parametrize(
    ("name", "axis", "sign"),
    [("eyeLookInLeft", 0, -1), ("eyeLookOutLeft", 0, 1), ("eyeLookInRight", 0, 1),
     ("eyeLookOutRight", 0, -1), ("eyeLookUpLeft", 1, 1), ("eyeLookDownRight", 1, -1)],
)  # fmt: skip
def test_eyes_turn_about_their_centres(rig: StudioRig, name: str, axis: int, sign: int) -> None:
    rest, moved = rig.vertices(curves())[0], rig.vertices(curves(**{name: 1.0}))[0]
    side = rest[:, 0] > 0.0 if name.endswith("Left") else rest[:, 0] < 0.0
    eye = of_part(rig, "sclera", "iris", "pupil")
    eye = eye[side[eye]]
    pupil = of_part(rig, "pupil")
    pupil = pupil[side[pupil]]
    centre = middle_of(rest[eye])
    before, after = rest[eye] - centre, moved[eye] - centre
    assert np.allclose(np.linalg.norm(after, axis=1), np.linalg.norm(before, axis=1), atol=2e-4)
    assert sign * (moved[pupil] - rest[pupil]).mean(0)[axis] > 0.004


def test_jaw_carries_lower_teeth_and_tongue_but_not_the_upper_teeth(rig: StudioRig) -> None:
    jaw = rig.blendshape("jawOpen")
    assert jaw[of_part(rig, "lower_teeth"), 1].max() < -0.005
    assert jaw[of_part(rig, "tongue"), 1].mean() < -0.015
    assert np.abs(jaw[of_part(rig, "upper_teeth")]).max() < 1e-4
    assert np.linalg.norm(rig.blendshape("tongueOut")[of_part(rig, "tongue")], axis=1).max() > 0.01


def test_head_turns_about_the_pivot_as_a_whole(rig: StudioRig) -> None:
    from dimitra_studio.face.rotation import rotation_matrix

    angles, shift = np.array([0.2, -0.4, 0.1]), np.array([0.01, -0.02, 0.03])
    pose = dict(zip(STUDIO.channels[-6:], [*angles, *shift], strict=True))
    rest, moved = rig.vertices(curves())[0], rig.vertices(curves(**pose))[0]
    face = rig.head_weight == 1.0
    assert face.mean() > 0.7
    expected = (rest - rig.pivot) @ rotation_matrix(angles).T + rig.pivot + shift
    assert np.allclose(moved[face], expected[face], atol=1e-5)


def test_frames_do_not_depend_on_each_other(rig: StudioRig) -> None:
    rng = np.random.default_rng(0)
    many = rng.uniform(0.0, 0.4, (5, N_CHANNELS)).astype(np.float32)
    many[3, -6:] = 0.0
    identity = rng.normal(size=rig.n_identity)
    together = rig.vertices(many, identity)
    for frame, vertices in zip(many, together, strict=True):
        assert np.allclose(rig.vertices(frame[None], identity)[0], vertices, atol=1e-6)


def test_landmarks_are_points_of_the_surface(rig: StudioRig) -> None:
    rng = np.random.default_rng(1)
    many = rng.uniform(0.0, 0.5, (3, N_CHANNELS)).astype(np.float32)
    identity = rng.normal(size=rig.n_identity)
    corners = rig.vertices(many, identity)[:, rig.landmark_vertices]
    expected = (corners * rig.landmark_weights[None, ..., None]).sum(2)
    # The blend of turned corners is not quite the turned blend where the neck's weight changes.
    assert np.allclose(rig.landmarks478(many, identity), expected, atol=2e-4)
    assert rig.landmark_basis().weight.min() > 0.97
    assert rig.landmarks68(many, identity).shape == (3, 68, 3)


def test_identity_components_are_uncorrelated_and_sorted(rig: StudioRig) -> None:
    assert rig.n_identity >= 60
    assert (np.diff(rig.identity_variances) <= 0.0).all()
    assert rig.identity_variances[-1] > 0.0
    rms = np.sqrt((rig.identity_basis() ** 2).sum(2).mean(1))
    assert 0.002 < rms[0] < 0.05
    assert rms[-1] < 0.25 * rms[0]


def test_people_differ_but_stay_people(rig: StudioRig) -> None:
    rng = np.random.default_rng(2)
    mean = rig.landmarks478(curves())[0]
    for _ in range(5):
        person = rig.landmarks478(curves(), rng.normal(size=rig.n_identity))[0]
        away = np.linalg.norm(person - mean, axis=1)
        assert 0.001 < away.mean() < 0.02
        assert person[4, 2] > person[[234, 454], 2].max() + 0.05


def test_wrong_shapes_are_refused(rig: StudioRig) -> None:
    with pytest.raises(ValueError, match="frames, 58"):
        rig.vertices(np.zeros((2, 57)))
    with pytest.raises(ValueError, match="frames, 58"):
        rig.landmarks478(np.zeros(58))
    with pytest.raises(ValueError, match="identity"):
        rig.landmarks478(curves(), np.zeros(rig.n_identity + 1))
    with pytest.raises(ValueError, match="no blendshape"):
        rig.blendshape("headYaw")


def test_file_is_small() -> None:
    assert sum(path.stat().st_size for path in (RESOURCES / "rig").iterdir()) < 8e6


def test_missing_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RigError, match=r"is missing; install the application again\.$"):
        read_rig(tmp_path / "studio.npz")
    (tmp_path / "empty.npz").touch()
    with pytest.raises(RigError, match="cannot be read"):
        read_rig(tmp_path / "empty.npz")
    with pytest.raises(RigError, match="no rig named bust"):
        load_rig("bust")


def cut_off_the_end(whole: bytes) -> bytes:
    return whole[: len(whole) // 2]


def blank_the_middle(whole: bytes) -> bytes:
    middle = len(whole) // 2
    return whole[:middle] + bytes(5000) + whole[middle + 5000 :]


@pytest.mark.parametrize("damage", [cut_off_the_end, blank_the_middle, bytes.lower])
def test_damaged_file_is_told_in_one_sentence(
    tmp_path: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = tmp_path / "studio.npz"
    path.write_bytes(damage((RESOURCES / "rig" / "studio.npz").read_bytes()))
    with pytest.raises(RigError, match="install the application again"):
        read_rig(path)


def test_file_of_another_layout_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "studio.npz"
    with np.load(RESOURCES / "rig" / "studio.npz", allow_pickle=False) as file:
        np.savez(path, **(dict(file) | {"layout_version": np.array(99)}))
    with pytest.raises(RigError, match="layout 99"):
        read_rig(path)
