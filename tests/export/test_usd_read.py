"""Motion comes back from USD files, and files that hold none are refused in a sentence."""

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
    np.testing.assert_array_equal(read.motion.curves[:, :52], CURVES[:, :52])
    np.testing.assert_allclose(read.motion.curves, CURVES, atol=1e-6)


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


@pytest.mark.parametrize(
    ("codes", "rate", "fps", "n_frames"),
    [
        ([0, 1, 2, 3], 30, 30, 4),
        ([10, 50, 90, 130], 1000, 25, 4),  # milliseconds
        ([0, 0.5, 1.0], 25, 50, 3),
        ([0, 4, 10], 25, 25, 11),  # thinned out
        ([0, 100], 25, 25, 101),
        ([0, 0.5], 25, 50, 2),
        ([7], 25, 25, 1),
    ],
)
def test_rate_is_that_of_the_samples(
    tmp_path: Path, codes: list[float], rate: float, fps: float, n_frames: int
) -> None:
    path = animate(tmp_path / "a.usda", {code: [code / 1000, 0] for code in codes}, rate=rate)
    motion = read_usd(path).motion
    assert motion.fps == pytest.approx(fps)
    straight = np.linspace(codes[0], codes[-1], n_frames) / 1000
    np.testing.assert_allclose(motion.channel("jawOpen"), straight, atol=1e-7)


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


@pytest.mark.parametrize(
    ("samples", "names", "reason"),
    [
        ({0: [float("nan"), 0]}, NAMES, "'jawOpen' is not finite in frame 0"),
        ({0: [0, 0], 1: [0, float("inf")]}, NAMES, "'mouthPucker' is not finite in frame 1"),
        ({0: [0.5, 0.5]}, ["jawOpen", "JawOpen"], "names 'JawOpen' twice"),
        ({0: [0.5]}, NAMES, "1 weights for 2 blendshapes"),
        ({0: [0, 0], 1e6: [0, 0]}, NAMES, "more than 864000 frames"),
        ({0: [0, 0], 1e300: [0, 0]}, NAMES, "more than 864000 frames"),
        ({0: [0, 0]}, ["smile", "frown"], "no blendshape with a name of ARKit's"),
        ({}, NAMES, "0 weights for 2 blendshapes"),
    ],
)
def test_what_is_no_motion_is_refused(
    tmp_path: Path, samples: dict[float, list[float]], names: list[str], reason: str
) -> None:
    path = animate(tmp_path / "bad.usdc", samples, names=names)
    with pytest.raises(ProjectError, match=reason):
        read_usd(path)


@pytest.mark.parametrize("rate", [-25.0, 0.0, 1e6, float("nan")])
def test_what_is_no_rate_is_refused(tmp_path: Path, rate: float) -> None:
    path = animate(tmp_path / "bad.usda", {0: [0, 0], 1: [1, 1], 5: [0, 0]}, rate=rate)
    with pytest.raises(ProjectError, match=r"bad\.usda cannot be read as a USD animation"):
        read_usd(path)


@pytest.mark.parametrize(
    ("name", "part"), [("talk.usdc", 0.0), *((f"talk.usd{kind}", 0.9) for kind in "caz")]
)
def test_cut_off_files_are_refused(tmp_path: Path, name: str, part: float) -> None:
    path = tmp_path / name
    write_usd(make_hand_over(CURVES[:3]), path)
    whole = path.read_bytes()
    path.write_bytes(whole[: int(part * len(whole))])
    with pytest.raises(ProjectError, match="damaged"):
        read_usd(path)


def test_a_file_that_takes_its_reader_down_is_refused() -> None:
    with pytest.raises(MalformedError, match="damaged"):
        in_own_process(os.abort)


@pytest.mark.parametrize("target", ["../elsewhere/face.usda", "/elsewhere/face.usda"])
def test_files_outside_the_folder_are_not_opened(tmp_path: Path, target: str) -> None:
    folder = tmp_path / "scene"
    folder.mkdir()
    (tmp_path / "elsewhere").mkdir()
    animate(tmp_path / "elsewhere" / "face.usda", {0: [0, 0]})
    path = folder / "scene.usda"
    path.write_text(f'#usda 1.0\ndef "World" (\n    references = @{target}@</World>\n)\n{{\n}}\n')
    with pytest.raises(ProjectError, match=r"it needs .*face\.usda, which lies outside its folder"):
        read_usd(path)


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
