"""What the window draws portrait and mesh from."""

import subprocess
import sys
from functools import lru_cache

import cv2
import numpy as np
import pytest

from dimitra_studio.core.errors import FaceError, ImageError, RigError
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project import Media
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.fitting import fit_portrait
from dimitra_studio.face.image import load_image
from dimitra_studio.pipeline.preview import LANDMARK_GROUPS, MeshSource, PortraitSource, to_screen
from dimitra_studio.render.portrait import PortraitRenderer
from tests.render.portraits import changed, curves_of, look, smiling, studio_rig


def media_of(picture: np.ndarray) -> Media:
    done, data = cv2.imencode(".png", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR))
    assert done
    return Media("portrait.png", data.tobytes())


@lru_cache(maxsize=1)
def source() -> PortraitSource:
    return PortraitSource(media_of(smiling().image))


def test_a_frame_is_that_of_the_exported_video() -> None:
    curves = changed(smiling(), jawOpen=0.5, headYaw=0.1)
    renderer = PortraitRenderer(smiling(), studio_rig())
    np.testing.assert_array_equal(source().frame(curves), renderer.frame(curves))


def test_without_curves_the_photograph_is_shown() -> None:
    np.testing.assert_array_equal(source().frame(), smiling().image)


def test_large_portraits_are_drawn_smaller_unless_they_should_not() -> None:
    media = Media.from_file(SAMPLE / "portrait.jpg")
    small, large = PortraitSource(media, longest_side=400), PortraitSource(media, longest_side=None)
    assert (small.size, large.size) == ((400, 400), (512, 512))
    curves = large.curves.copy()
    curves[STUDIO.column("jawOpen")] += 0.4
    reduced = cv2.resize(large.frame(curves), (400, 400), interpolation=cv2.INTER_AREA)
    apart = np.abs(reduced.astype(float) - small.frame(curves))
    assert apart.mean() < 2.0


def test_landmarks_follow_the_frame() -> None:
    curves = changed(smiling(), jawOpen=0.5, headYaw=0.15)
    seen = look(source().frame(curves)).landmarks[:468, :2]
    expected = source().landmarks(curves)[:468]
    eyes = np.linalg.norm(expected[33] - expected[263])
    assert np.median(np.linalg.norm(seen - expected, axis=1)) < 0.04 * eyes


def test_landmarks_of_the_photograph_are_those_found_in_it() -> None:
    np.testing.assert_allclose(source().landmarks(), smiling().landmarks, atol=0.01)


@pytest.mark.parametrize(
    ("media", "error"),
    [
        (Media("notes.txt", b"no picture"), ImageError),
        (media_of(np.full((200, 200, 3), 120, np.uint8)), FaceError),
    ],
    ids=["damaged", "faceless"],
)
def test_bad_portraits_are_refused_with_a_sentence(media: Media, error: type[Exception]) -> None:
    with pytest.raises(error, match=r"^\w[^\n]*; [^\n]*\.$"):
        PortraitSource(media)


def test_the_mesh_is_the_rig_of_the_person() -> None:
    identity = smiling().identity
    curves = curves_of(studio_rig(), jawOpen=0.7, headPitch=0.1)
    mesh = MeshSource(identity)
    vertices = mesh.vertices(curves)
    np.testing.assert_allclose(vertices, studio_rig().vertices(curves[None], identity)[0])
    np.testing.assert_allclose(
        mesh.landmarks(vertices), studio_rig().landmarks478(curves[None], identity)[0], atol=2e-3
    )
    np.testing.assert_allclose(np.linalg.norm(mesh.normals(vertices), axis=1), 1.0, atol=1e-4)
    assert {"upper_teeth", "lower_teeth", "tongue", "lashes"} <= set(mesh.part_names)
    assert mesh.vertices().shape == vertices.shape


def test_normals_point_outwards() -> None:
    mesh = MeshSource()
    vertices = mesh.vertices()
    face = vertices[:, 2] > 0.03  # the front of the head
    assert mesh.normals(vertices)[face, 2].mean() > 0.3


def test_every_edge_is_there_once() -> None:
    mesh = MeshSource()
    edges = mesh.edges
    assert len(np.unique(edges, axis=0)) == len(edges)
    sides = {tuple(sorted(side)) for side in mesh.triangles[:100, [0, 1]].tolist()}
    assert sides <= {tuple(edge) for edge in edges.tolist()}


def test_an_unknown_rig_is_refused() -> None:
    with pytest.raises(RigError):
        MeshSource(rig="clay")


def test_without_opengl_the_processor_draws_the_head() -> None:
    mesh = MeshSource()
    picture = mesh.picture(mesh.vertices(), 96, (10, 20, 30))
    assert picture.shape == (96, 96, 3)
    assert tuple(picture[2, 2]) == (10, 20, 30)
    assert picture[48, 48, 0] > 100
    again = mesh.picture(mesh.vertices() + np.float32([1.0, 0.0, 0.0]), 96, (10, 20, 30))
    assert tuple(again[48, 48]) == (10, 20, 30)


def test_the_photograph_lies_on_the_face_and_not_on_the_back_of_the_head() -> None:
    photo = source().photo()
    mesh = MeshSource(source().identity)
    vertices = mesh.vertices(source().curves)
    landmarks = mesh.landmarks(vertices)
    tip = int(np.linalg.norm(vertices - landmarks[1], axis=1).argmin())  # of the nose
    back = int(vertices[:, 2].argmin())
    assert photo.weight[tip] > 0.9
    assert photo.weight[back] == 0.0
    size = np.array(source().size)
    eyes = np.linalg.norm(smiling().landmarks[33] - smiling().landmarks[263])
    assert np.linalg.norm(photo.places[tip] * size - smiling().landmarks[1]) < 0.05 * eyes
    inside = np.unique(mesh.triangles[mesh.parts == mesh.part_names.index("tongue")])
    assert photo.weight[inside].max() == 0.0


def test_a_photograph_shows_the_person_certainly_within_the_outline() -> None:
    alpha = source().photo().image[..., 3]
    nose = np.round(smiling().landmarks[1]).astype(int)
    assert alpha[nose[1], nose[0]] == 255
    assert alpha[4, 4] == 0


def test_screens_want_blue_first() -> None:
    picture = np.array([[[1, 2, 3]]], np.uint8)
    assert to_screen(picture).tolist() == [[[3, 2, 1, 255]]]


def test_contours_are_of_landmarks_that_exist() -> None:
    marks = [index for contours in LANDMARK_GROUPS.values() for row in contours for index in row]
    assert len(set(marks)) == len(marks)
    assert max(marks) < 478


def test_neither_import_nor_use_needs_torch() -> None:
    code = (
        "import sys\n"
        "from dimitra_studio.pipeline.preview import MeshSource, PortraitSource\n"
        "assert 'mediapipe' not in sys.modules\n"
        "from dimitra_studio.core.paths import SAMPLE\n"
        "from dimitra_studio.core.project import Media\n"
        "source = PortraitSource(Media.from_file(SAMPLE / 'portrait.jpg'))\n"
        "source.frame(); source.photo(); MeshSource(source.identity).vertices()\n"
        "assert 'torch' not in sys.modules\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_warnings_are_those_of_the_fit() -> None:
    image = load_image(SAMPLE / "portrait.jpg")
    media = Media.from_file(SAMPLE / "portrait.jpg")
    assert PortraitSource(media).warnings == fit_portrait(image, studio_rig()).warnings
