"""Programs of others that read what we write: Blender, and the validator of glTF's makers."""

import json
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from scipy.spatial import cKDTree

ROOT = Path(__file__).parents[2]
_BELOW = "Scripts/python.exe" if os.name == "nt" else "bin/python"
BLENDER = ROOT / ".venv-blender" / _BELOW
VALIDATOR = ROOT / ".gltf-validator" / "node_modules" / "gltf-validator"

needs_blender = pytest.mark.skipif(
    not BLENDER.is_file(),
    reason="Blender's module is not installed; python3 -m installer.blender_environment does it",
)

_VALIDATE = """
const validator = require(process.argv[1]), fs = require("fs");
validator.validateBytes(new Uint8Array(fs.readFileSync(process.argv[2])))
    .then(report => console.log(JSON.stringify(report.issues)));
"""


@dataclass(frozen=True, slots=True)
class Job:
    """Something for Blender to look at.

    Args:
        files: one, or a sequence with a file for each frame.
        frames: of the scene.
        fps: of the scene.
    """

    files: Sequence[Path]
    frames: Sequence[float]
    fps: float = 25


def seen_by_blender(jobs: Sequence[Job], folder: Path) -> list[Mapping[str, NDArray[np.float64]]]:
    """What Blender makes of files, all in one process, for it takes a while to start.

    Args:
        jobs: what to look at.
        folder: for what comes between.

    Returns:
        For each job ``points (frames, V, 3)`` of meshes in its axes, ``moves (frames, B, 4, 4)``
        of the bones away from their rest, and names.
    """
    rows = [
        {"files": list(map(str, job.files)), "frames": [float(frame) for frame in job.frames],
         "fps": float(job.fps), "out": str(folder / f"{number}.seen.npz")}
        for number, job in enumerate(jobs)
    ]  # fmt: skip
    (folder / "jobs.json").write_text(json.dumps(rows), encoding="utf-8")
    script = Path(__file__).parents[1] / "blender" / "evaluate.py"
    words = [str(BLENDER), "-I", str(script), str(folder / "jobs.json")]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    found = []
    for row in rows:
        with np.load(row["out"]) as file:
            found.append(dict(file))
    return found


def vertices_error(points: NDArray, wanted: NDArray) -> float:
    """Metres between moving vertices and those that they should be, the worst of all.

    Readers order vertices as they like and keep one for each corner of a texture: a vertex is
    known by where it goes.

    Args:
        points: ``(frames, P, 3)`` in the axes of Blender.
        wanted: ``(frames, V, 3)`` in ours; each of them has to be there.
    """
    x, y, z = np.moveaxis(points, -1, 0)
    paths = np.stack([x, z, -y], -1).transpose(1, 0, 2).reshape(points.shape[1], -1)
    known = wanted.transpose(1, 0, 2).reshape(wanted.shape[1], -1)
    there, _ = cKDTree(known).query(paths, p=np.inf)
    back, _ = cKDTree(paths).query(known, p=np.inf)
    return float(max(there.max(), back.max()))


def issues_of_validator(path: Path) -> list[str]:
    """What glTF's own validator finds wrong with a file; skips the test where it is absent."""
    node = shutil.which("node")
    if node is None or not VALIDATOR.is_dir():
        pytest.skip("the glTF validator is not installed; it needs Node.js and npm")
    done = subprocess.run(
        [node, "-e", _VALIDATE, str(VALIDATOR), str(path)],
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return [f"{issue['code']} {issue['pointer']}" for issue in json.loads(done.stdout)["messages"]]
