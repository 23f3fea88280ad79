"""Motion that comes back out of glTF: ours number by number, that of others by their keys."""

import subprocess
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy.spatial.transform import Rotation

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export import IMPORTERS
from dimitra_studio.export.character import write_character
from dimitra_studio.export.glb import write_glb as write_head
from dimitra_studio.export.glb_read import STILL, read_glb
from tests.export.characters import ARKIT, make_document, read_chunks, write_glb, write_gltf
from tests.export.heads import make_curves, make_hand_over
from tests.export.outside import BLENDER, needs_blender
from tests.export.talks import animated, talk


@pytest.mark.parametrize("fps", [24, 25, 30_000 / 1001, 48, 60])
@pytest.mark.parametrize(("low", "high"), [(0, 1), (-0.5, 1.5)])
def test_out_and_in_again_is_the_same(tmp_path: Path, fps: float, low: float, high: float) -> None:
    curves = make_curves(90, low=low, high=high)
    write_head(make_hand_over(curves, fps=fps), tmp_path / "talk.glb")
    read = IMPORTERS["glb"].read(tmp_path / "talk.glb")
    np.testing.assert_allclose(read.motion.curves, curves, rtol=0, atol=1e-6)
    if (low, high) == (0, 1):
        np.testing.assert_array_equal(read.motion.curves[:, :52], curves[:, :52])
    assert read.motion.fps == fps
    assert (read.missing, read.ignored, read.notes) == ((), (), ())


def test_an_hour_does_not_drift(tmp_path: Path) -> None:
    """Times are 32-bit floats; the last frame must still be the last."""
    n_frames, fps = 3600 * 30, 30_000 / 1001
    document, data = animated(["jawOpen"], np.arange(n_frames) / fps, np.arange(n_frames) % 7 / 7)
    read = read_glb(write_glb(tmp_path / "talk.glb", document, data))
    assert (len(read.motion), read.motion.fps) == (n_frames, fps)
    wanted = (np.arange(n_frames) % 7 / 7).astype(np.float32)
    np.testing.assert_array_equal(read.motion.channel("jawOpen"), wanted)


def test_pose_comes_back_from_a_characters_own_skeleton(tmp_path: Path) -> None:
    curves = make_curves(40)
    ada = write_glb(tmp_path / "ada.glb", *make_document(list(ARKIT)))
    write_character(make_hand_over(curves), ada, tmp_path / "out.glb")
    np.testing.assert_allclose(read_glb(tmp_path / "out.glb").motion.curves, curves, atol=2e-6)


@needs_blender
def test_what_blender_writes_is_read(tmp_path: Path) -> None:
    """Its names, its frames that begin at 0, and its keys, which it thins out."""
    curves = make_curves(40)
    curves[:, 52:] = 0  # its bones have another rest than ours
    write_head(make_hand_over(curves), tmp_path / "talk.glb")
    code = (
        "import bpy, sys\n"
        "bpy.ops.wm.read_factory_settings(use_empty=True)\n"
        "bpy.context.scene.render.fps = 25\n"
        "bpy.ops.import_scene.gltf(filepath=sys.argv[1])\n"
        "bpy.context.scene.frame_end = 39\n"
        "bpy.context.scene.frame_start = 0\n"
        "bpy.ops.export_scene.gltf(filepath=sys.argv[2])\n"
    )
    words = [str(BLENDER), "-I", "-c", code, str(tmp_path / "talk.glb"), str(tmp_path / "b.glb")]
    subprocess.run(words, check=True, capture_output=True, timeout=300)
    read = read_glb(tmp_path / "b.glb")
    assert read.motion.fps == 25
    np.testing.assert_allclose(read.motion.curves[:, :52], curves[:, :52], atol=1e-4)


@pytest.mark.parametrize(
    ("kind", "values", "wanted"),
    [
        ("LINEAR", [0, 1, 0.5], lambda t: np.interp(t, [0, 1, 2], [0, 1, 0.5])),
        ("STEP", [0, 1, 0.5], lambda t: np.array([0, 1, 0.5])[np.floor(t + 1e-6).astype(int)]),
        (
            "CUBICSPLINE",  # in-tangent, value, out-tangent: a parabola t² / 4
            [0, 0, 0, 0.5, 0.25, 0.5, 1, 1, 1],
            lambda t: t**2 / 4,
        ),
    ],
)
def test_keys_of_others_are_followed(
    tmp_path: Path, kind: str, values: list[float], wanted: Any
) -> None:
    document, data = animated(["Jaw_Open"], np.array([0.0, 1, 2]), np.array(values), kind)
    read = read_glb(write_glb(tmp_path / "keys.glb", document, data))
    assert (len(read.motion), read.motion.fps) == (51, 25)
    expected = wanted(np.arange(51) / 25)
    np.testing.assert_allclose(read.motion.channel("jawOpen"), expected, atol=1e-6)
    assert STILL in read.notes
    assert set(read.missing) == set(STUDIO.channels) - {"jawOpen"}


def test_json_file_with_its_data_beside_it(tmp_path: Path) -> None:
    document, data = animated(["jawOpen"], np.arange(5) / 24, np.arange(5) / 8)
    for inside in (True, False):
        read = read_glb(write_gltf(tmp_path / "talk.gltf", document, data, inside=inside))
        np.testing.assert_array_equal(read.motion.channel("jawOpen"), np.arange(5) / 8)
        assert read.motion.fps == 24


def test_whole_numbers_count_as_shares(tmp_path: Path) -> None:
    document, data = animated(["jawOpen"], np.arange(4) / 25, np.zeros(4))
    document["accessors"][4] |= {"componentType": 5121, "normalized": True}
    data = data[:-16] + bytes([0, 51, 255, 102]) + bytes(12)
    read = read_glb(write_glb(tmp_path / "talk.glb", document, data))
    np.testing.assert_allclose(read.motion.channel("jawOpen"), [0, 0.2, 1, 0.4], atol=1e-6)


def test_head_turns_about_the_rest_of_its_bone(tmp_path: Path) -> None:
    curves = np.zeros((5, 58), np.float32)
    curves[:, STUDIO.column("headYaw")] = np.linspace(0, 0.8, 5)
    ada = write_glb(tmp_path / "ada.glb", *make_document(["jawOpen"]))
    write_character(make_hand_over(curves), ada, tmp_path / "out.glb")
    document, data = read_chunks(tmp_path / "out.glb")
    accessor = document["accessors"][document["animations"][0]["samplers"][1]["output"]]
    place = document["bufferViews"][accessor["bufferView"]]["byteOffset"]
    local = Rotation.from_quat(np.frombuffer(data, "<f4", 20, place).reshape(5, 4))
    assert (local[0].inv() * local[4]).magnitude() == pytest.approx(0.8, abs=1e-5)
    np.testing.assert_allclose(read_glb(tmp_path / "out.glb").motion.curves, curves, atol=1e-6)


def changed(path: str, value: Any) -> tuple[dict[str, Any], bytes]:
    """The file of ``talk`` with one value of its document replaced: ``accessors/4/count``."""
    document, data = talk()
    *way, last = path.split("/")
    row: Any = document
    for step in way:
        row = row[int(step)] if isinstance(row, list) else row[step]
    row[int(last) if isinstance(row, list) else last] = value
    return document, data


@pytest.mark.parametrize(
    ("path", "value", "sentence"),
    [
        ("accessors/4/count", 2**40, "numbers: too many"),
        ("accessors/4/count", 2**12, "reaches beyond its buffer"),
        ("accessors/4/count", -1, "of an unknown kind"),
        ("accessors/4/count", True, "of an unknown kind"),
        ("accessors/4/count", 5, "animates .* weights of 2 morph targets"),
        ("accessors/4/type", "VEC9", "of an unknown kind"),
        ("accessors/4/componentType", 1, "of an unknown kind"),
        ("accessors/4/bufferView", 99, "asks for number 99 of 5 bufferViews"),
        ("accessors/4/bufferView", -1, "asks for number -1"),
        ("accessors/4/byteOffset", 8, "reaches beyond its buffer"),
        ("bufferViews/4/byteLength", 2**40, "reaches beyond its buffer"),
        ("bufferViews/4/byteOffset", "0", "has no place"),
        ("bufferViews/4/byteStride", 1, "overlap"),
        ("bufferViews/4/buffer", 7, "asks for number 7 of 1 buffers"),
        ("buffers/0/byteLength", 2**31, "shorter than it says"),
        ("buffers/0/uri", "gone.bin", "not beside it"),
        ("buffers/0/uri", "data:;base64,%%%", "are damaged"),
        ("buffers/0/uri", "data:,abc", "not written as base64"),
        ("accessors/4/sparse", {"count": 99}, "sparse array is of an unknown kind"),
        ("animations/0/samplers/0/input", 4, "the times of its animation do not rise|weights"),
        ("animations/0/channels/0/target/node", 1, "asks for number None"),
        ("animations/0/channels/0/sampler", 5, "damaged"),
        ("animations", [], "animates no morph target"),
        ("animations", {"a": 1}, "no list of objects"),
        ("meshes/0/extras/targetNames", ["jawOpen"], "other names than those"),
        ("meshes/0/extras/targetNames", ["a", "b"], "animates no morph target"),
        ("nodes/3/children", [0], "among their own children"),
        ("nodes/3/rotation", [0, 0, 0], "is not 4 numbers"),
        ("asset/version", "1.0", "no glTF of version 2"),
        ("asset", None, "no glTF of version 2"),
    ],
)
def test_malformed_document_is_one_sentence(
    tmp_path: Path, path: str, value: Any, sentence: str
) -> None:
    document, data = changed(path, value)
    if path.startswith("nodes"):  # the head's way up is only looked at if it moves
        turn = {"sampler": 0, "target": {"node": 3, "path": "rotation"}}
        document["animations"][0]["channels"].append(turn)
        document["animations"][0]["samplers"][0]["output"] = 4
        document["animations"][0]["channels"][1]["sampler"] = 1
        document["animations"][0]["samplers"].append({"input": 3, "output": 5})
        document["accessors"].append(
            {"bufferView": 4, "componentType": 5126, "count": 1, "type": "VEC4"}
        )
        document["animations"][0]["samplers"][1]["input"] = 6
        document["accessors"].append(
            {"bufferView": 3, "componentType": 5126, "count": 1, "type": "SCALAR"}
        )
    file = write_glb(tmp_path / "talk.glb", document, data)
    with pytest.raises(ProjectError, match=sentence) as caught:
        read_glb(file)
    assert str(caught.value).startswith("talk.glb cannot be read as a glTF animation: ")
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", [np.nan, np.inf])
def test_values_that_are_none_are_refused(tmp_path: Path, value: float) -> None:
    document, data = animated(["jawOpen"], np.arange(3) / 25, np.array([0, value, 0]))
    with pytest.raises(ProjectError, match="holds values that are not finite"):
        read_glb(write_glb(tmp_path / "talk.glb", document, data))
    document, data = animated(["jawOpen"], np.array([0, value, 1]), np.zeros(3))
    with pytest.raises(ProjectError, match="do not rise"):
        read_glb(write_glb(tmp_path / "talk.glb", document, data))


def test_two_keys_a_year_apart_do_not_fill_the_memory(tmp_path: Path) -> None:
    document, data = animated(["jawOpen"], np.array([0, 3e7]), np.zeros(2))
    with pytest.raises(ProjectError, match="more than 864000 frames"):
        read_glb(write_glb(tmp_path / "talk.glb", document, data))
