"""The numbers of a GLB, read by pygltflib and moved by arithmetic of the test's own."""

import wave
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial.transform import Rotation

pytest.importorskip("pygltflib", reason="pygltflib is not installed")

import pygltflib

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export.glb import write_glb
from dimitra_studio.face.rigs import StudioRig, load_rig
from tests.export.heads import IDENTITY, make_curves, make_hand_over, make_sound
from tests.export.outside import issues_of_validator, vertices_error

CURVES = make_curves(40)
TYPES = {5121: "u1", 5123: "<u2", 5126: "<f4"}
WIDTHS = {"SCALAR": 1, "VEC2": 2, "VEC3": 3, "VEC4": 4, "MAT4": 16}


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


class File:
    """A GLB as pygltflib has it."""

    def __init__(self, path: Path) -> None:
        self.gltf = pygltflib.GLTF2().load(path)
        self.mesh = self.gltf.meshes[0]
        self.animation = self.gltf.animations[0]

    def _bytes(self, view: int, offset: int | None, dtype: str, count: int) -> NDArray:
        start = self.gltf.bufferViews[view].byteOffset + (offset or 0)
        return np.frombuffer(self.gltf.binary_blob(), dtype, count, start)

    def array(self, index: int) -> NDArray:
        accessor = self.gltf.accessors[index]
        width, dtype = WIDTHS[accessor.type], TYPES[accessor.componentType]
        if accessor.sparse is None:
            count = width * accessor.count
            flat = self._bytes(accessor.bufferView, accessor.byteOffset, dtype, count)
            return flat.reshape(-1, width)
        rows, values = accessor.sparse.indices, accessor.sparse.values
        count = accessor.sparse.count
        dense = np.zeros((accessor.count, width), dtype)
        places = self._bytes(rows.bufferView, rows.byteOffset, TYPES[rows.componentType], count)
        assert (np.diff(places.astype(int)) > 0).all()
        some = self._bytes(values.bufferView, values.byteOffset, dtype, count * width)
        dense[places] = some.reshape(-1, width)
        return dense

    def track(self, path: str) -> tuple[NDArray, NDArray]:
        """Times and values of a property that is animated."""
        channel = next(c for c in self.animation.channels if c.target.path == path)
        sampler = self.animation.samplers[channel.sampler]
        assert sampler.interpolation == "LINEAR"
        return self.array(sampler.input)[:, 0], self.array(sampler.output)

    def vertices(self) -> NDArray[np.float64]:
        """``(T, V, 3)`` by linear blend skinning, in Blender's axes."""
        _, weights = self.track("weights")
        _, turns = self.track("rotation")
        _, places = self.track("translation")
        shares = weights.reshape(len(turns), -1)
        bust, head = (self.gltf.nodes[joint] for joint in self.gltf.skins[0].joints)
        binds = self.array(self.gltf.skins[0].inverseBindMatrices).reshape(-1, 4, 4)
        found = []
        for primitive in self.mesh.primitives:
            points = self.array(primitive.attributes.POSITION).astype(float)
            moves = np.stack([self.array(target["POSITION"]) for target in primitive.targets])
            joints = self.array(primitive.attributes.JOINTS_0)
            amounts = self.array(primitive.attributes.WEIGHTS_0)
            share = np.where(joints == 1, amounts, 0).sum(1)[:, None]
            assert np.allclose(amounts.sum(1), 1)
            moved = points + np.einsum("te,evc->tvc", shares, moves)
            local = moved + binds[1][3, :3]  # from the head's joint
            matrices = Rotation.from_quat(turns).as_matrix()
            turned = np.einsum("tij,tvj->tvi", matrices, local)
            turned += (places + bust.translation)[:, None]
            found.append(share * turned + (1 - share) * moved)
        assert head.children == []
        x, y, z = np.moveaxis(np.concatenate(found, axis=1), -1, 0)
        return np.stack([x, -z, y], -1)


def written(tmp_path: Path, curves: NDArray = CURVES, fps: float = 25) -> File:
    write_glb(make_hand_over(curves, fps=fps), tmp_path / "talk.glb")
    return File(tmp_path / "talk.glb")


@pytest.mark.parametrize(("low", "high"), [(0, 1), (-0.5, 1.5), (0.2, 3), (-2, -1)])
def test_every_vertex_of_every_frame_is_the_rigs(
    tmp_path: Path, rig: StudioRig, low: float, high: float
) -> None:
    curves = make_curves(40, low=low, high=high)
    file = written(tmp_path, curves)
    assert vertices_error(file.vertices(), rig.vertices(curves, IDENTITY)) < 1e-6
    _, weights = file.track("weights")
    assert weights.min() >= 0  # Blender limits what is not
    assert weights.max() <= 1


def test_targets_are_the_blendshapes(tmp_path: Path, rig: StudioRig) -> None:
    file = written(tmp_path)
    assert file.mesh.extras["targetNames"] == list(STUDIO.channels[:52])
    assert file.mesh.weights == [0.0] * 52
    for primitive in file.mesh.primitives:
        count = file.gltf.accessors[primitive.attributes.POSITION].count
        assert len(primitive.targets) == 52
        assert {file.gltf.accessors[index].count for target in primitive.targets
                for index in target.values()} == {count}  # fmt: skip
    _, weights = file.track("weights")
    np.testing.assert_array_equal(weights.reshape(40, 52), CURVES[:, :52])


@pytest.mark.parametrize("fps", [24, 25, 30_000 / 1001, 60])
def test_times_are_those_of_the_frames(tmp_path: Path, fps: float) -> None:
    file = written(tmp_path, fps=fps)
    times, _ = file.track("weights")
    np.testing.assert_allclose(times, np.arange(40) / fps, rtol=1e-7)
    accessor = file.gltf.accessors[file.animation.samplers[0].input]
    assert (accessor.min, accessor.max) == ([float(times[0])], [float(times[-1])])


def test_head_goes_round_the_short_way(tmp_path: Path) -> None:
    curves = np.zeros((80, 58), np.float32)
    curves[:, STUDIO.column("headRoll")] = np.linspace(0, 4 * np.pi, 80)
    _, turns = written(tmp_path, curves).track("rotation")
    assert (np.einsum("tc,tc->t", turns[1:], turns[:-1]) > 0).all()
    np.testing.assert_allclose(np.linalg.norm(turns, axis=1), 1, atol=1e-6)


def test_materials_show_the_texture_of_the_rig(tmp_path: Path, rig: StudioRig) -> None:
    file = written(tmp_path, CURVES[:1])
    corners = []
    for primitive in file.mesh.primitives:
        uv = file.array(primitive.attributes.TEXCOORD_0)[file.array(primitive.indices)[:, 0]]
        corners.append(uv.reshape(-1, 6))
        material = file.gltf.materials[primitive.material].pbrMetallicRoughness
        image = file.gltf.images[file.gltf.textures[material.baseColorTexture.index].source]
        view = file.gltf.bufferViews[image.bufferView]
        start = file.gltf.binary_blob()[view.byteOffset :]
        assert start.startswith(b"\xff\xd8\xff")  # a JPEG
    made = np.sort(np.concatenate(corners), axis=0)
    wanted = rig.uv.copy()
    wanted[..., 1] = 1 - wanted[..., 1]  # glTF counts from the picture's top
    np.testing.assert_array_equal(made, np.sort(wanted.reshape(-1, 6), axis=0))
    names = [file.gltf.materials[primitive.material].name for primitive in file.mesh.primitives]
    assert names == ["Skin", "Lips", "Mouth", "Teeth", "Eyes", "Lashes"]


def test_file_says_what_made_it(tmp_path: Path) -> None:
    file = written(tmp_path, make_curves(5, low=-0.25, high=0.5))
    about = file.gltf.asset.extras["dimitra_studio"]
    assert about["rig"]["name"] == "studio"
    assert about["takes"][0] == {
        "component": "lips", "take": "Take 1", "seed": 7, "weights_sha256": "ab12"
    }  # fmt: skip
    assert about["fps"] == 25
    assert set(about["notes"]["targets_beyond"]) <= set(file.mesh.extras["targetNames"])
    assert about["notes"]["values_outside_0_to_1"] > 0


@pytest.mark.parametrize(("low", "high", "n_frames"), [(0, 1, 40), (-0.5, 1.5, 40), (0, 0, 1)])
def test_validator_of_the_format_finds_nothing(
    tmp_path: Path, low: float, high: float, n_frames: int
) -> None:
    path = tmp_path / "talk.glb"
    write_glb(make_hand_over(make_curves(n_frames, low=low, high=high)), path)
    assert issues_of_validator(path) == []
    content = path.read_bytes().replace(b'"LINEAR"', b'"LINEAL"', 1)
    path.write_bytes(content)  # and it does look
    assert issues_of_validator(path) != []


def test_sound_of_the_range_lies_beside(tmp_path: Path) -> None:
    (tmp_path / "talk.wav").write_bytes(b"the recording, which stays as it is")
    hand_over = replace(make_hand_over(CURVES), sound=make_sound(2.0), start=1.0, sound_delay=0.5)
    files = write_glb(hand_over, tmp_path / "talk.glb").files
    assert [file.name for file in files] == ["talk.glb", "talk_sound.wav"]
    with wave.open(str(files[1])) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
        rate = sound.getframerate()
    assert len(samples) == round(1.6 * rate)
    loud = np.flatnonzero(np.abs(samples) > 1000) / rate
    assert loud[-1] == pytest.approx(1.5, abs=0.01)  # two seconds, of which half a one is before
    assert (tmp_path / "talk.wav").read_bytes().startswith(b"the recording")


def test_sound_that_comes_later_begins_with_silence(tmp_path: Path) -> None:
    hand_over = replace(make_hand_over(CURVES), sound=make_sound(9.0), sound_delay=0.4)
    with wave.open(str(write_glb(hand_over, tmp_path / "talk.glb").files[1])) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), "<i2")
        loud = np.flatnonzero(np.abs(samples) > 1000) / sound.getframerate()
    assert loud[0] == pytest.approx(0.4, abs=0.01)


def test_other_endings_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"talk\.gltf does not end in \.glb"):
        write_glb(make_hand_over(CURVES), tmp_path / "talk.gltf")
    assert list(tmp_path.iterdir()) == []


def test_arrays_begin_at_multiples_of_four(tmp_path: Path) -> None:
    """Readers that map the file into memory need it."""
    gltf = written(tmp_path).gltf
    views = sorted(gltf.bufferViews, key=lambda view: view.byteOffset)
    assert all(view.byteOffset % 4 == 0 for view in views)
    assert all(a.byteOffset + a.byteLength <= b.byteOffset for a, b in pairwise(views))
