"""What Blender evaluates after reading our files, and what it writes for us."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export import EXPORTERS, blender_bridge
from dimitra_studio.export.blender_bridge import VARIABLE, find_blender
from dimitra_studio.export.character import write_character
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.face.rotation import rotation_matrix
from tests.export.characters import make_head_of_another
from tests.export.heads import IDENTITY, make_curves, make_hand_over
from tests.export.outside import BLENDER, Job, needs_blender, seen_by_blender, vertices_error

TWENTY = np.linspace(0, 39, 20).astype(int)
NTSC = 30_000 / 1001
WITHIN, SIGNED = (0.0, 1.0), (-0.5, 1.5)


@dataclass(frozen=True, slots=True)
class Case:
    """An export, and how it is to be looked at.

    Args:
        kind: of ``EXPORTERS``.
        name: of the file.
        limits: of the values of the blendshapes.
        fps: of the file and of the scene that it is opened in.
        preset: of the program that it is for.
    """

    kind: str
    name: str
    limits: tuple[float, float] = WITHIN
    fps: float = 25
    preset: str = "standard"

    def curves(self) -> NDArray[np.float32]:
        return make_curves(40, low=self.limits[0], high=self.limits[1])

    def write(self, folder: Path) -> Job:
        path = folder / self.name
        hand_over = make_hand_over(self.curves(), self.preset, fps=self.fps)
        EXPORTERS[self.kind].write(hand_over, path)
        if self.kind == "obj":
            files = sorted(path.with_suffix("").glob("*.obj"))
            return Job([files[frame] for frame in TWENTY], [0] * len(TWENTY), self.fps)
        if self.kind in ("fbx", "bvh"):  # whose importers begin at 1, and take 30 for 29.97
            return Job([path], 1 + TWENTY * round(self.fps) / self.fps, self.fps)
        return Job([path], TWENTY, self.fps)


CASES = (
    Case("glb", "within.glb"),
    Case("glb", "signed.glb", SIGNED, 24),
    Case("glb", "ntsc.glb", SIGNED, NTSC),
    Case("usd", "within.usdc"),
    Case("usd", "signed.usdz", SIGNED, 24, "blender"),
    Case("usd", "ntsc.usda", SIGNED, NTSC, "unreal"),
    Case("usd_points", "points.usdc", SIGNED),
    Case("obj", "sequence.obj", SIGNED, preset="blender"),
    Case("fbx", "signed.fbx", SIGNED),
    Case("fbx", "ntsc.fbx", WITHIN, NTSC),
    Case("abc", "signed.abc", SIGNED),
    Case("abc", "ntsc.abc", WITHIN, NTSC),
)
HEAD = Case("bvh", "head.bvh")
CHARACTER = "character.glb"
OF_USD = pytest.mark.skipif(find_spec("pxr") is None, reason="usd-core is not installed")

Seen = Mapping[str, Mapping[str, NDArray]]


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Seen:
    """What Blender makes of all of them, by the names of the files."""
    folder = tmp_path_factory.mktemp("blender")
    cases = [case for case in (*CASES, HEAD) if not (_of_usd(case) and find_spec("pxr") is None)]
    jobs = {case.name: case.write(folder) for case in cases}
    ada = make_head_of_another(folder / "ada.glb")
    write_character(make_hand_over(make_curves(40)), ada, folder / CHARACTER)
    jobs[CHARACTER] = Job([folder / CHARACTER], TWENTY)
    return dict(zip(jobs, seen_by_blender(list(jobs.values()), folder), strict=True))


def _of_usd(case: Case) -> bool:
    return case.kind.startswith("usd")


@needs_blender
@pytest.mark.parametrize(
    "case",
    [pytest.param(case, id=case.name, marks=OF_USD if _of_usd(case) else ()) for case in CASES],
)
def test_vertices_are_the_rigs(seen: Seen, rig: StudioRig, case: Case) -> None:
    """Signed values too, and those above 1, which Blender would limit without a word."""
    made, wanted = seen[case.name], rig.vertices(case.curves()[TWENTY], IDENTITY)
    assert vertices_error(made["points"], wanted) < 1e-4
    if case.kind in ("glb", "fbx", "usd"):
        assert set(STUDIO.channels[:52]) <= set(made["shapes"].tolist())
        assert ("jawOpenOver" in made["shapes"]) == (case.limits == SIGNED)
        assert made["bones"].tolist() == ["bust", "head"]
    if case.kind != "abc":
        assert set(made["materials"].tolist()) == {
            "Skin", "Lips", "Mouth", "Teeth", "Eyes", "Lashes"
        }  # fmt: skip


@needs_blender
def test_somebody_elses_character_moves_as_the_rig_does(seen: Seen, rig: StudioRig) -> None:
    curves = make_curves(40)[TWENTY]
    assert vertices_error(seen[CHARACTER]["points"], rig.vertices(curves, IDENTITY)) < 1e-4
    assert "eyeBlink_L" in seen[CHARACTER]["shapes"]


@needs_blender
def test_bone_of_bvh_turns_and_moves_as_the_head_does(seen: Seen) -> None:
    """All three turns and all three ways at once, in Blender's axes."""
    made, pose = seen[HEAD.name], HEAD.curves()[TWENTY, 52:]
    to_blender = np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0]])
    turns = to_blender @ rotation_matrix(pose[:, :3]) @ to_blender.T
    np.testing.assert_allclose(made["moves"][:, 0, :3, :3], turns, atol=1e-5)
    np.testing.assert_allclose(made["moves"][:, 0, :3, 3], pose[:, 3:] @ to_blender.T, atol=1e-6)
    assert made["bones"].tolist() == ["Head"]
    assert made["fps"] == 25


@pytest.mark.parametrize("name", ["fbx", "abc"])
def test_without_blender_one_sentence_says_so(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "nowhere"))
    with pytest.raises(ExportError, match=r"Blender, which was not found; install .*"):
        EXPORTERS[name].write(make_hand_over(make_curves(2)), tmp_path / f"talk.{name}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(os.name == "nt", reason="a script is no program there")
@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("echo 'bpy is missing' >&2; exit 3", "could not write the file: bpy is missing"),
        ("exit 3", "could not write the file: it ended with code 3"),
        ("exit 0", "could not write the file: it ended with code 0"),
    ],
)
def test_blender_that_fails_leaves_nothing(
    tmp_path: Path, script: str, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "blender"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv(VARIABLE, str(program))
    with pytest.raises(ExportError, match=sentence):
        EXPORTERS["fbx"].write(make_hand_over(make_curves(2)), tmp_path / "talk.fbx")
    assert list(tmp_path.iterdir()) == [program]


def test_blender_is_found_where_the_user_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    suffix = ".exe" if os.name == "nt" else ""
    for name, is_python in (("blender-4.5", False), ("python3", True)):
        program = tmp_path / f"{name}{suffix}"
        program.touch(0o755)
        monkeypatch.setenv(VARIABLE, str(program))
        found = find_blender()
        assert found is not None
        assert (found.program, found.is_python) == (program, is_python)
        command = found.command(Path("a.py"), "x")
        assert command[-1] == "x"
        assert ("--background" in command) == (not is_python)


def test_blender_is_found_on_the_path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    monkeypatch.setattr(blender_bridge, "ENVIRONMENT", tmp_path / "none")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_blender() is None
    program = tmp_path / ("blender.exe" if os.name == "nt" else "blender")
    program.touch(0o755)
    found = find_blender()
    assert found is not None
    assert found.program == program


@needs_blender
def test_environment_of_the_checkout_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE, raising=False)
    found = find_blender()
    assert found is not None
    assert (found.program, found.is_python) == (BLENDER, True)
