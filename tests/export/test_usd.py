"""Every number is read back through OpenUSD's own schemas and skinning."""

import sys
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pxr", reason="usd-core is not installed")

from pxr import Gf, Usd, UsdGeom, UsdShade, UsdSkel, UsdValidation

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.hand_over import CONVENTIONS, HandOver, Written
from dimitra_studio.export.usd_points import write_usd_points
from dimitra_studio.export.usd_skel import write_usd
from dimitra_studio.face.rigs import StudioRig, load_rig
from tests.export.heads import IDENTITY, back_to_rig, make_curves, make_hand_over, make_sound

CURVES = make_curves(60)
TWENTY = np.linspace(0, len(CURVES) - 1, 20).astype(int)
Writer = Callable[[HandOver, Path], Written]
WRITERS: list[Writer] = [write_usd, write_usd_points]


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


def opened(hand_over: HandOver, path: Path) -> Usd.Stage:
    write_usd(hand_over, path)
    return Usd.Stage.Open(str(path))


def baked(stage: Usd.Stage) -> UsdGeom.Mesh:
    """The mesh with the points that OpenUSD's skinning gives it."""
    every = Gf.Interval(stage.GetStartTimeCode(), stage.GetEndTimeCode())
    assert UsdSkel.BakeSkinning(UsdSkel.Root(stage.GetDefaultPrim()), every)
    return UsdGeom.Mesh.Get(stage, "/Face/Head")


def points_error(mesh: UsdGeom.Mesh, hand_over: HandOver, rig: StudioRig, first: int = 0) -> float:
    """Metres between a mesh and the rig, the worst of twenty frames."""
    wanted = rig.vertices(hand_over.motion.curves[TWENTY], IDENTITY)
    made = [
        back_to_rig(mesh.GetPointsAttr().Get(int(first + frame)), hand_over.conventions)
        for frame in TWENTY
    ]
    return float(np.abs(made - wanted).max())


def validated(stage: Usd.Stage) -> list[str]:
    """What the validators of OpenUSD find wrong."""
    validators = UsdValidation.ValidationRegistry().GetOrLoadAllValidators()
    errors = UsdValidation.ValidationContext(validators).Validate(stage)
    return [error.GetName() for error in errors]


@pytest.mark.parametrize("preset", CONVENTIONS)
def test_skinned_character_is_the_rig(tmp_path: Path, rig: StudioRig, preset: str) -> None:
    hand_over = make_hand_over(CURVES, preset)
    stage = opened(hand_over, tmp_path / "talk.usdc")
    assert points_error(baked(stage), hand_over, rig) < 1e-6
    assert UsdGeom.GetStageUpAxis(stage) == hand_over.conventions.up.upper()
    assert UsdGeom.GetStageMetersPerUnit(stage) == hand_over.conventions.unit


def test_values_below_0_and_above_1_survive(tmp_path: Path, rig: StudioRig) -> None:
    hand_over = make_hand_over(make_curves(60, low=-0.5, high=1.5))
    written = write_usd(hand_over, tmp_path / "talk.usda")
    shapes = hand_over.motion.curves[:, :52]
    assert written.notes["values_outside_0_to_1"] == int(((shapes < 0) | (shapes > 1)).sum())
    assert written.notes["targets_beyond"]["jawOpenUnder"] == shapes[:, 0].min()
    stage = Usd.Stage.Open(str(tmp_path / "talk.usda"))
    assert validated(stage) == []
    animation = UsdSkel.Animation.Get(stage, "/Face/Animation")
    names = set(animation.GetBlendShapesAttr().Get())
    assert names == set(STUDIO.channels[:52]) | set(written.notes["targets_beyond"])
    weights = np.array([animation.GetBlendShapeWeightsAttr().Get(code) for code in range(60)])
    assert weights.min() >= 0  # Blender limits what is not
    assert weights.max() <= 1
    assert points_error(baked(stage), hand_over, rig) < 1e-6


def test_point_cache_is_the_rig(tmp_path: Path, rig: StudioRig) -> None:
    hand_over = make_hand_over(make_curves(60, low=-0.5, high=1.5), "unreal")
    write_usd_points(hand_over, tmp_path / "talk.usdc")
    stage = Usd.Stage.Open(str(tmp_path / "talk.usdc"))
    mesh = UsdGeom.Mesh.Get(stage, "/Face/Head")
    assert mesh.GetPointsAttr().GetNumTimeSamples() == 60
    assert points_error(mesh, hand_over, rig) < 1e-6
    for frame in TWENTY.tolist():
        computed = UsdGeom.PointBased.ComputeExtent(mesh.GetPointsAttr().Get(frame))
        np.testing.assert_allclose(mesh.GetExtentAttr().Get(frame), computed, rtol=1e-6)


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("name", ["talk.usdc", "talk.usda", "talk.usd", "talk.usdz", "TALK.USDC"])
def test_validators_of_openusd_find_nothing(tmp_path: Path, write: Writer, name: str) -> None:
    written = write(make_hand_over(CURVES[:3], "maya"), tmp_path / name)
    assert sorted(written.files) == sorted(tmp_path.iterdir())
    stage = Usd.Stage.Open(str(tmp_path / name))
    assert validated(stage) == []
    stage.ClearDefaultPrim()  # and they do look
    assert validated(stage) == ["MissingDefaultPrim"]


def test_stage_says_when_and_what_it_is(tmp_path: Path) -> None:
    stage = opened(make_hand_over(CURVES, fps=29.97, timecode=3600), tmp_path / "talk.usdc")
    assert stage.GetTimeCodesPerSecond() == stage.GetFramesPerSecond() == 29.97
    assert stage.GetStartTimeCode() == 107892  # frames of an hour
    assert stage.GetEndTimeCode() == 107892 + 59
    assert stage.GetDefaultPrim().GetPath() == "/Face"
    about = stage.GetDefaultPrim().GetCustomDataByKey("dimitra_studio")
    assert about["rig"] == "studio"
    assert about["project"] == "Talk"
    assert about["takes"] == {
        "lips": {"take": "Take 1", "seed": 7, "weights_sha256": "ab12"},
        "pose": {"take": "Filmed"},
    }


def test_animation_has_a_sample_for_each_frame_and_scales(tmp_path: Path) -> None:
    stage = opened(make_hand_over(CURVES, timecode=2), tmp_path / "talk.usdc")
    animation = UsdSkel.Animation.Get(stage, "/Face/Animation")
    assert list(animation.GetBlendShapesAttr().Get()) == list(STUDIO.channels[:52])
    codes = [50.0 + frame for frame in range(60)]
    for attribute in (
        animation.GetBlendShapeWeightsAttr(),
        animation.GetRotationsAttr(),
        animation.GetTranslationsAttr(),
    ):
        assert attribute.GetTimeSamples() == codes
    assert list(animation.GetScalesAttr().Get()) == [Gf.Vec3h(1, 1, 1)] * 2
    weights = [animation.GetBlendShapeWeightsAttr().Get(code) for code in codes]
    np.testing.assert_array_equal(np.array(weights), CURVES[:, :52])


def test_head_never_turns_the_long_way_between_frames(tmp_path: Path) -> None:
    curves = make_curves(40)
    curves[:, 53] = np.linspace(0, 4 * np.pi, 40)  # twice round
    stage = opened(make_hand_over(curves), tmp_path / "talk.usdc")
    rotations = UsdSkel.Animation.Get(stage, "/Face/Animation").GetRotationsAttr()
    turns = np.array(
        [[r[1].GetReal(), *r[1].GetImaginary()] for r in map(rotations.Get, range(40))]
    )
    assert (np.einsum("tc,tc->t", turns[1:], turns[:-1]) > 0.9).all()


def test_blendshapes_hold_only_what_they_move(tmp_path: Path, rig: StudioRig) -> None:
    stage = opened(make_hand_over(CURVES[:1]), tmp_path / "talk.usdc")
    binding = UsdSkel.BindingAPI(stage.GetPrimAtPath("/Face/Head"))
    assert list(binding.GetBlendShapesAttr().Get()) == list(STUDIO.channels[:52])
    reach = rig.mesh_basis().reach(IDENTITY)
    assert reach.min() < 0.99 or reach.max() > 1.01  # this person differs from the mean one
    for column, target in enumerate(binding.GetBlendShapeTargetsRel().GetTargets()):
        shape = UsdSkel.BlendShape.Get(stage, target)
        dense = np.zeros((rig.n_vertices, 3), np.float32)
        dense[shape.GetPointIndicesAttr().Get()] = shape.GetOffsetsAttr().Get()
        wanted = rig.blendshape(STUDIO.channels[column]) * reach[column]
        np.testing.assert_allclose(dense, wanted, atol=1e-6)
        assert len(shape.GetPointIndicesAttr().Get()) < rig.n_vertices


def test_box_of_the_character_holds_every_frame(tmp_path: Path) -> None:
    stage = opened(make_hand_over(make_curves(60, high=0.3), "blender"), tmp_path / "t.usdc")
    low, high = np.array(UsdGeom.Boundable(stage.GetDefaultPrim()).GetExtentAttr().Get())
    mesh = baked(stage)
    for frame in range(60):
        points = np.array(mesh.GetPointsAttr().Get(frame))
        assert (points >= low - 1e-6).all()
        assert (points <= high + 1e-6).all()
    assert (high - low).max() < 2.5 * np.ptp(points, axis=0).max()  # but no house


def test_normals_follow_a_blendshape(tmp_path: Path) -> None:
    curves = np.zeros((2, 58), np.float32)
    curves[1, STUDIO.column("jawOpen")] = 1
    stage = opened(make_hand_over(curves), tmp_path / "talk.usdc")
    mesh = baked(stage)
    corners = np.array(mesh.GetFaceVertexIndicesAttr().Get()).reshape(-1, 3)
    points = np.array(mesh.GetPointsAttr().Get(1), np.float64)
    flat = np.cross(*(points[corners[:, k]] - points[corners[:, 0]] for k in (1, 2)))
    smooth = np.zeros_like(points)
    for corner in range(3):
        np.add.at(smooth, corners[:, corner], flat)
    smooth /= np.linalg.norm(smooth, axis=1, keepdims=True)
    made = np.array(mesh.GetNormalsAttr().Get(1))
    assert mesh.GetNormalsInterpolation() == "vertex"
    assert np.einsum("vc,vc->v", made, smooth).min() > 0.999


def test_each_triangle_has_a_material_with_the_texture(tmp_path: Path, rig: StudioRig) -> None:
    stage = opened(make_hand_over(CURVES[:1]), tmp_path / "talk.usdc")
    head = stage.GetPrimAtPath("/Face/Head")
    subsets = UsdShade.MaterialBindingAPI(head).GetMaterialBindSubsets()
    rows = np.concatenate([subset.GetIndicesAttr().Get() for subset in subsets])
    assert sorted(rows) == list(range(len(rig.triangles)))
    for subset in subsets:
        material, _ = UsdShade.MaterialBindingAPI(subset).ComputeBoundMaterial()
        surface = material.ComputeSurfaceSource()[0]
        assert surface.GetIdAttr().Get() == "UsdPreviewSurface"
        picture = surface.GetInput("diffuseColor").GetConnectedSources()[0][0].source
        resolved = picture.GetInput("file").Get().resolvedPath
        assert Path(resolved).read_bytes().startswith(b"\xff\xd8")  # a JPEG
    st = UsdGeom.PrimvarsAPI(head).GetPrimvar("st")
    assert st.GetInterpolation() == "faceVarying"
    np.testing.assert_array_equal(np.array(st.ComputeFlattened()), rig.uv.reshape(-1, 2))


@pytest.mark.parametrize("write", WRITERS)
@pytest.mark.parametrize("name", ["talk.usdc", "talk.usdz"])
def test_sound_lies_beside(tmp_path: Path, write: Writer, name: str) -> None:
    hand_over = replace(make_hand_over(CURVES), sound=make_sound(3.0))
    written = write(hand_over, tmp_path / name)
    assert sorted(written.files) == sorted(tmp_path.iterdir())
    with wave.open(str(tmp_path / "talk_sound.wav")) as sound:
        assert sound.getnframes() / sound.getframerate() == pytest.approx(60 / 25)


@pytest.mark.parametrize("write", WRITERS)
def test_other_endings_are_refused(tmp_path: Path, write: Writer) -> None:
    with pytest.raises(ExportError, match=r"talk\.fbx does not end like a USD file"):
        write(make_hand_over(CURVES), tmp_path / "talk.fbx")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("write", WRITERS)
def test_missing_library_is_one_sentence(
    tmp_path: Path, write: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pxr", None)
    with pytest.raises(ExportError, match="need the package usd-core"):
        write(make_hand_over(CURVES), tmp_path / "talk.usdc")
    assert list(tmp_path.iterdir()) == []
