"""What Blender evaluates after reading our files, and what it writes for us."""

import os
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.export import EXPORTERS, blender_bridge
from dimitra_studio.export.blender_bridge import VARIABLE, find_blender
from dimitra_studio.face.rigs import StudioRig, load_rig
from tests.export.heads import IDENTITY, make_curves, make_hand_over
from tests.export.outside import BLENDER, needs_blender, seen_by_blender, vertices_error

TWENTY = np.linspace(0, 39, 20).astype(int)


@pytest.fixture(scope="module")
def rig() -> StudioRig:
    return load_rig()


@needs_blender
@pytest.mark.parametrize("limits", [(0, 1), (-0.5, 1.5)])
@pytest.mark.parametrize("name", ["glb", "fbx", "abc"])
def test_vertices_are_the_rigs(
    tmp_path: Path, rig: StudioRig, name: str, limits: tuple[float, float]
) -> None:
    """Signed values too, and those above 1, which Blender would limit without a word."""
    first = 1 if name == "fbx" else 0  # Blender's own importer of FBX begins there
    curves = make_curves(40, low=limits[0], high=limits[1])
    path = tmp_path / f"talk.{name}"
    EXPORTERS[name].write(make_hand_over(curves), path)
    seen = seen_by_blender(path, (TWENTY + first).tolist())
    assert vertices_error(seen["points"], rig.vertices(curves[TWENTY], IDENTITY)) < 1e-4
    if name != "abc":
        assert set(STUDIO.channels[:52]) <= set(seen["shapes"].tolist())
        assert seen["bones"].tolist() == ["bust", "head"]
        assert set(seen["materials"].tolist()) == {
            "Skin", "Lips", "Mouth", "Teeth", "Eyes", "Lashes"
        }  # fmt: skip


@needs_blender
@pytest.mark.parametrize("fps", [24, 30_000 / 1001])
def test_frames_keep_their_places_at_other_rates(
    tmp_path: Path, rig: StudioRig, fps: float
) -> None:
    curves = make_curves(40)
    # Blender's importer of FBX takes 29.97 frames a second for 30
    of_fbx = (1 + TWENTY * round(fps) / fps).tolist()
    for name, frames in (("glb", TWENTY), ("abc", TWENTY), ("fbx", of_fbx)):
        path = tmp_path / f"talk.{name}"
        EXPORTERS[name].write(make_hand_over(curves, fps=fps), path)
        seen = seen_by_blender(path, list(frames), fps)
        assert vertices_error(seen["points"], rig.vertices(curves[TWENTY], IDENTITY)) < 1e-4


@needs_blender
@pytest.mark.parametrize("name", ["usd", "usd_points"])
def test_usd_in_blender(tmp_path: Path, rig: StudioRig, name: str) -> None:
    pytest.importorskip("pxr", reason="usd-core is not installed")
    curves = make_curves(40)
    EXPORTERS[name].write(make_hand_over(curves), tmp_path / "talk.usdc")
    seen = seen_by_blender(tmp_path / "talk.usdc", TWENTY.tolist())
    assert vertices_error(seen["points"], rig.vertices(curves[TWENTY], IDENTITY)) < 1e-4


@needs_blender
def test_obj_in_blender(tmp_path: Path, rig: StudioRig) -> None:
    curves = make_curves(2)
    EXPORTERS["obj"].write(make_hand_over(curves, "blender"), tmp_path / "talk.obj")
    for frame, path in enumerate(sorted((tmp_path / "talk").glob("*.obj"))):
        seen = seen_by_blender(path, [0])
        wanted = rig.vertices(curves[frame : frame + 1], IDENTITY)
        assert vertices_error(seen["points"], wanted) < 1e-4


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
