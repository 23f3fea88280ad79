"""Pictures of the rig."""

import logging
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.errors import RigError
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.camera import look_at
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.render.mesh import BACKGROUND, MeshRenderer, load_skin

Picture = NDArray[np.uint8]


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.fixture(scope="module")
def renderer(rig: StudioRig) -> MeshRenderer:
    return MeshRenderer(rig, size=(256, 256), backend="cpu")


def curves(**values: float) -> NDArray[np.float32]:
    frame = np.zeros(len(STUDIO.channels), np.float32)
    for channel, value in values.items():
        frame[STUDIO.column(channel)] = value
    return frame


def changed(one: Picture, other: Picture) -> NDArray[np.bool_]:
    return np.abs(one.astype(int) - other.astype(int)).max(-1) > 12


def test_head_and_shoulders_before_the_background(renderer: MeshRenderer) -> None:
    picture = renderer.frame(curves())
    assert picture.shape == (256, 256, 3)
    assert picture.dtype == np.uint8
    assert (picture[0] == BACKGROUND).all()
    assert (picture[:120, :10] == BACKGROUND).all()
    face = picture[90:170, 100:156].reshape(-1, 3).astype(int)
    red, green, blue = face.mean(0)
    assert red > green > blue > 50


def test_face_mesh_finds_the_face_where_the_rig_has_it(
    rig: StudioRig, renderer: MeshRenderer
) -> None:
    from mediapipe.python.solutions.face_mesh import FaceMesh

    from dimitra_studio.face.mediapipe_setup import quiet

    values = curves(jawOpen=0.3, headYaw=0.2)
    with quiet(), FaceMesh(static_image_mode=True, refine_landmarks=True) as face_mesh:
        found = face_mesh.process(renderer.frame(values)).multi_face_landmarks
    assert found
    pixels = np.array([(point.x, point.y) for point in found[0].landmark]) * 256
    expected = renderer.camera.project(rig.landmarks478(values[None])[0])
    eyes = np.linalg.norm(expected[33] - expected[263])
    assert np.linalg.norm(pixels - expected, axis=1).mean() < 0.04 * eyes


def test_blink_hides_the_eyes_and_the_jaw_opens_the_mouth(rig: StudioRig) -> None:
    close_up = look_at((0.0, -0.03, 0.0), width=256, height=256, span=0.15)
    renderer = MeshRenderer(rig, camera=close_up, backend="cpu")
    rest = renderer.frame(curves())
    eyes, mouth = np.zeros((2, 256, 256), bool)
    eyes[50:105], mouth[150:] = True, True
    blink = changed(rest, renderer.frame(curves(eyeBlinkLeft=1.0)))
    rows, columns = np.nonzero(blink)
    assert blink.sum() > 200
    assert columns.min() > 128  # the person's left is on the right
    assert eyes[rows, columns].all()
    jaw = changed(rest, renderer.frame(curves(jawOpen=0.6)))
    assert jaw[mouth].mean() > 0.05
    assert jaw[eyes].mean() < 0.01


@pytest.mark.parametrize("seed", [None, 0, 1, 2, 3, 4, 5])
def test_nothing_of_an_eye_shows_through_closed_lids(rig: StudioRig, seed: int | None) -> None:
    from dimitra_studio.render.rasterise import EMPTY, rasterise

    identity = None
    if seed is not None:
        identity = 0.7 * np.random.default_rng(seed).normal(size=rig.n_identity)
    shown = []
    for blink in (0.0, 1.0):
        values = curves(eyeBlinkLeft=blink, eyeBlinkRight=blink)
        vertices = rig.vertices(values[None], identity)[0]
        camera = look_at((0.0, 0.0, 0.0), width=400, height=200, span=0.06)
        raster = rasterise(
            camera.project(vertices), camera.depth(vertices), rig.triangles,
            width=400, height=200,
        )  # fmt: skip
        eyes = rig.part("sclera", "iris", "pupil")[raster.triangle] & (raster.triangle != EMPTY)
        shown.append(eyes.sum())
    assert shown[0] > 1500
    assert shown[1] <= (0 if seed is None else 0.06 * shown[0])


def test_turned_head_moves_and_the_shoulders_stay(renderer: MeshRenderer) -> None:
    rest, turned = renderer.frame(curves()), renderer.frame(curves(headYaw=0.5))
    moved = changed(rest, turned)
    assert moved[60:160].mean() > 0.1
    assert not moved[238:].any()


def test_without_a_background_the_alpha_is_soft_only_at_the_edge(rig: StudioRig) -> None:
    picture = MeshRenderer(rig, size=(128, 128), background=None, backend="cpu").frame(curves())
    assert picture.shape == (128, 128, 4)
    alpha = picture[..., 3]
    assert (alpha == 0).mean() > 0.2
    assert (alpha == 255).mean() > 0.2
    soft = ((alpha > 0) & (alpha < 255)).mean()
    assert 0.0 < soft < 0.05


def test_people_look_different(rig: StudioRig, renderer: MeshRenderer) -> None:
    identity = np.random.default_rng(0).normal(size=rig.n_identity)
    other = MeshRenderer(rig, identity, size=(256, 256), backend="cpu")
    assert changed(renderer.frame(curves()), other.frame(curves())).mean() > 0.02


def test_same_frame_is_the_same_picture(renderer: MeshRenderer) -> None:
    assert np.array_equal(renderer.frame(curves(jawOpen=0.4)), renderer.frame(curves(jawOpen=0.4)))


@pytest.fixture
def opengl(rig: StudioRig) -> Iterator[MeshRenderer]:
    try:
        renderer = MeshRenderer(rig, size=(256, 256), backend="opengl")
    except RuntimeError as error:
        pytest.skip(str(error))
    with renderer:
        yield renderer


@pytest.mark.parametrize(
    "values", [{}, {"jawOpen": 0.7}, {"headYaw": 0.5, "mouthSmileLeft": 1.0}, {"eyeBlinkLeft": 1.0}]
)
def test_opengl_and_cpu_agree(
    renderer: MeshRenderer, opengl: MeshRenderer, values: dict[str, float]
) -> None:
    one, other = renderer.frame(curves(**values)), opengl.frame(curves(**values))
    difference = np.abs(one.astype(int) - other.astype(int)).max(-1)
    assert difference.mean() < 1.0
    assert np.quantile(difference, 0.99) < 20  # edges are sampled at other places


def test_two_opengl_renderers_in_one_thread(rig: StudioRig, opengl: MeshRenderer) -> None:
    before = opengl.frame(curves())
    with MeshRenderer(rig, size=(64, 64), backend="opengl") as small:
        assert small.frame(curves()).shape == (64, 64, 3)
    assert np.array_equal(opengl.frame(curves()), before)


def test_falls_back_to_the_cpu_and_says_why(
    rig: StudioRig, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "moderngl", None)  # as if it were not installed
    monkeypatch.delitem(sys.modules, "dimitra_studio.render.mesh_opengl", raising=False)
    with caplog.at_level(logging.INFO, "dimitra_studio.render.mesh"):
        renderer = MeshRenderer(rig, size=(32, 32))
    assert renderer.backend == "cpu"
    assert "OpenGL does not work here" in caplog.text
    with pytest.raises(RuntimeError, match="OpenGL does not work here"):
        MeshRenderer(rig, size=(32, 32), backend="opengl")


def test_missing_texture_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RigError, match=r"install the application again\.$"):
        load_skin(tmp_path / "studio.jpg")
    (tmp_path / "studio.jpg").write_bytes(b"no picture")
    with pytest.raises(RigError, match=r"install the application again\.$"):
        load_skin(tmp_path / "studio.jpg")
