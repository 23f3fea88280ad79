"""Motion comes back from USD files."""

import os
import sys
from pathlib import Path

import numpy as np
import pytest

pytest.importorskip("pxr", reason="usd-core is not installed")

from pxr import Gf, Usd, UsdGeom, UsdSkel, Vt

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.export.reading import MalformedError, Read
from dimitra_studio.export.usd_read import NO_HEAD, in_own_process, read_usd
from dimitra_studio.export.usd_skel import write_usd
from tests.export.heads import make_curves, make_hand_over
from tests.export.usd_at_once import read_all

CURVES = make_curves(40, low=-0.5, high=1.5)
NAMES = ["jawOpen", "mouthPucker"]


def animate(
    path: Path, samples: dict[float, list[float]], *, rate: float = 25, names: list[str] = NAMES
) -> Path:
    """A file with an animation of blendshapes and nothing else, as Audio2Face writes it."""
    stage = Usd.Stage.CreateNew(str(path))
    stage.SetTimeCodesPerSecond(rate)
    animation = UsdSkel.Animation.Define(stage, "/World/anim_a2f_export")
    animation.CreateBlendShapesAttr(names)
    weights = animation.CreateBlendShapeWeightsAttr()
    for code, values in samples.items():
        weights.Set(Vt.FloatArray(values), code)
    stage.Save()
    return path


@pytest.mark.parametrize(
    ("preset", "fps", "name"),
    [
        ("blender", 24, "talk.usdc"),
        ("unreal", 30000 / 1001, "talk.usda"),
        ("unity", 48, "talk.usdz"),
        ("maya", 60, "TALK.USDC"),
    ],
)
def test_out_and_in_again_is_equal(tmp_path: Path, preset: str, fps: float, name: str) -> None:
    write_usd(make_hand_over(CURVES, preset, fps=fps, timecode=10), tmp_path / name)
    read = read_usd(tmp_path / name)
    assert read.motion.fps == fps
    assert (read.missing, read.notes) == ((), ())
    inside = (CURVES[:, :52] >= 0) & (CURVES[:, :52] <= 1)
    np.testing.assert_array_equal(read.motion.curves[:, :52][inside], CURVES[:, :52][inside])
    np.testing.assert_allclose(read.motion.curves, CURVES, rtol=0, atol=1e-6)


def test_names_are_read_in_any_case_and_strange_ones_left_out(tmp_path: Path) -> None:
    path = animate(
        tmp_path / "a2f.usda",
        {frame: [frame / 10, 0.5, 9.0] for frame in range(6)},
        rate=60,
        names=["JAWOPEN", "mouthpucker", "beard"],
    )
    read = read_usd(path)
    assert read.motion.fps == 60
    np.testing.assert_allclose(read.motion.channel("jawOpen"), np.arange(6) / 10, atol=1e-7)
    assert read.ignored == ("beard",)
    assert "jawForward" in read.missing
    assert read.notes == (NO_HEAD,)
    assert not read.motion.component("pose").any()


def test_rate_is_that_of_the_samples(tmp_path: Path) -> None:
    cases: list[tuple[list[float], float, float, int]] = [
        ([0, 1, 2, 3], 30, 30, 4),
        ([10, 50, 90, 130], 1000, 25, 4),  # milliseconds
        ([0, 0.5, 1.0], 25, 50, 3),
        ([0, 4, 10], 25, 25, 11),  # thinned out
        ([0, 100], 25, 25, 101),
        ([0, 0.5], 25, 50, 2),
        ([7], 25, 25, 1),
    ]
    paths = [
        animate(tmp_path / f"{number}.usda", {code: [code / 1000, 0] for code in codes}, rate=rate)
        for number, (codes, rate, _, _) in enumerate(cases)
    ]
    reads = in_own_process(read_all, paths)
    for (codes, _, fps, n_frames), read in zip(cases, reads, strict=True):
        assert read.motion.fps == pytest.approx(fps)
        straight = np.linspace(codes[0], codes[-1], n_frames) / 1000
        np.testing.assert_allclose(read.motion.channel("jawOpen"), straight, atol=1e-7)


def read_turned(path: Path, scale: float) -> Read:
    """A foreign character: the neck turns, and the joints' axes are odd."""
    stage = Usd.Stage.CreateNew(str(path))
    UsdGeom.SetStageUpAxis(stage, "Y")
    UsdGeom.SetStageMetersPerUnit(stage, 0.01)
    UsdSkel.Root.Define(stage, "/Man")
    skeleton = UsdSkel.Skeleton.Define(stage, "/Man/Bones")
    UsdGeom.Xformable(skeleton).AddRotateXOp().Set(-90.0)
    UsdGeom.Xformable(skeleton).AddScaleOp().Set(Gf.Vec3f(scale))
    joints = ["Hips", "Hips/Neck", "Hips/Neck/Head"]
    odd = Gf.Matrix4d().SetRotate(Gf.Rotation(Gf.Vec3d(1, 2, 3), 50))
    rest = [Gf.Matrix4d(1.0), odd, Gf.Matrix4d().SetTranslate(Gf.Vec3d(0, 0, 12))]
    skeleton.CreateJointsAttr(joints)
    skeleton.CreateRestTransformsAttr(rest)
    skeleton.CreateBindTransformsAttr([rest[0], rest[1], rest[2] * rest[1]])
    animation = UsdSkel.Animation.Define(stage, "/Man/Anim")
    animation.CreateBlendShapesAttr(["jawOpen"])
    animation.CreateBlendShapeWeightsAttr().Set(Vt.FloatArray([0.25]))
    animation.CreateJointsAttr(["Hips/Neck"])
    # Z is up among the bones: a turn about it is a yaw of the head, whatever the neck's own axes.
    turned = odd * Gf.Matrix4d().SetRotate(Gf.Rotation(Gf.Vec3d(0, 0, 1), 30))
    animation.CreateScalesAttr([Gf.Vec3h(1.0)])
    animation.CreateTranslationsAttr([Gf.Vec3f(0.0)])
    for code, matrix in enumerate((odd, turned, odd)):
        turn = Gf.Quatf(matrix.ExtractRotationQuat())
        animation.CreateRotationsAttr().Set(Vt.QuatfArray([turn]), code)
    UsdSkel.BindingAPI.Apply(skeleton.GetPrim()).CreateAnimationSourceRel().SetTargets(
        [animation.GetPath()]
    )
    stage.Save()
    return read_usd(path)


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_head_of_another_character_is_followed_in_the_scene(tmp_path: Path, scale: float) -> None:
    motion = read_turned(tmp_path / "man.usda", scale).motion
    np.testing.assert_allclose(motion.channel("headYaw"), np.radians([0, 30, 0]), atol=1e-6)
    for still in ("headPitch", "headRoll"):
        np.testing.assert_allclose(motion.channel(still), 0, atol=1e-6)
    np.testing.assert_array_equal(motion.channel("jawOpen"), 0.25)
    away = np.linalg.norm(motion.curves[:, -3:], axis=1)
    radius = 0.12 * scale * np.sin(np.arccos(_height_of_neck()))
    np.testing.assert_allclose(away, [0, 2 * radius * np.sin(np.radians(15)), 0], atol=1e-6)


def _height_of_neck() -> float:
    """Cosine between the neck's own z and the bones' z."""
    return Gf.Rotation(Gf.Vec3d(1, 2, 3), 50).TransformDir(Gf.Vec3d(0, 0, 1))[2]


def test_a_file_that_takes_its_reader_down_is_refused() -> None:
    with pytest.raises(MalformedError, match="damaged"):
        in_own_process(os.abort)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems do not hold a process to that")
def test_a_file_that_wants_all_memory_does_not_get_it() -> None:
    with pytest.raises(MemoryError):
        in_own_process(bytes, 2**34)


def test_layers_of_the_same_folder_are_opened(tmp_path: Path) -> None:
    (tmp_path / "parts").mkdir()
    animate(tmp_path / "parts" / "face.usda", {0: [0.5, 0], 1: [0.75, 0]}, rate=50)
    path = tmp_path / "scene.usda"
    path.write_text("#usda 1.0\n(\n    subLayers = [@./parts/face.usda@]\n)\n")
    motion = read_usd(path).motion
    np.testing.assert_array_equal(motion.channel("jawOpen"), [0.5, 0.75])
    assert motion.fps == pytest.approx(50)  # USD fits the layer's time to the scene's 24


def test_missing_file_and_missing_library_are_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(ProjectError, match=r"gone\.usd does not exist; check the name\."):
        read_usd(tmp_path / "gone.usd")
    monkeypatch.setitem(sys.modules, "pxr", None)
    with pytest.raises(ProjectError, match="need the package usd-core"):
        read_usd(tmp_path / "gone.usd")
