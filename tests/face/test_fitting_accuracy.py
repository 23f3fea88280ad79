"""The measures of the fit on real clips; run as a module it takes them over all of them."""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.face.fits import VideoFit
from dimitra_studio.face.fitting import fit_video
from dimitra_studio.face.landmarks import LIPS
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.face.rotation import rotation_matrix
from tests.conftest import shared_data

MEASURES = ("face", "lips", "aperture", "width", "jaw", "silence", "asymmetry", "pinned")


def drawn(rig: StudioRig, fit: VideoFit) -> np.ndarray:
    """``(T, 478, 2)`` where the fitted rig's landmarks are in the picture."""
    curves = fit.motion.curves.copy()
    pose, curves[:, -6:] = curves[:, -6:].copy(), 0
    head = rig.landmarks478(curves, fit.identity) + fit.offset - rig.pivot
    turned = head @ rotation_matrix(pose[:, :3]).transpose(0, 2, 1)
    return fit.camera.project(turned + rig.pivot + pose[:, None, 3:])


def distance(landmarks: np.ndarray, first: int, second: int) -> np.ndarray:
    return np.linalg.norm(landmarks[:, first, :2] - landmarks[:, second, :2], axis=-1)


def share(landmarks: np.ndarray, first: int, second: int) -> np.ndarray:
    return distance(landmarks, first, second) / distance(landmarks, 33, 263)


def silence(path: Path, n_frames: int) -> np.ndarray:
    """Frames before the first word and after the last, well away from both."""
    lines = [line.split() for line in path.read_text().splitlines()]
    first, last = int(lines[0][1]) / 1000, int(lines[-1][0]) / 1000
    frames = np.arange(n_frames)
    return (frames < first - 5) | (frames > last + 5)


def measure(rig: StudioRig, fit: VideoFit, quiet: np.ndarray) -> dict[str, float]:
    """All measures of one clip; lengths as shares of the eye distance."""
    seen, found = fit.landmarks, drawn(rig, fit)
    square = ((seen[..., :2] - found) ** 2).sum(-1) / distance(seen, 33, 263).mean() ** 2
    aperture = share(seen, 13, 14)
    lips = fit.motion.component("lips")
    left = [name for name in rig.description.channels if name.startswith("mouth")]
    pairs = [
        (fit.motion.channel(name), fit.motion.channel(name.removesuffix("Left") + "Right"))
        for name in left
        if name.endswith("Left") and name != "mouthLeft"
    ]
    return {
        "face": float(np.sqrt(square.mean())),
        "lips": float(np.sqrt(square[:, list(LIPS)].mean())),
        "aperture": float(np.corrcoef(aperture, share(found, 13, 14))[0, 1]),
        "width": float(np.corrcoef(share(seen, 61, 291), share(found, 61, 291))[0, 1]),
        "jaw": float(np.corrcoef(aperture, fit.motion.channel("jawOpen"))[0, 1]),
        "silence": float(lips[quiet].std(0).mean() / lips.std(0).mean()),
        "asymmetry": float(np.mean([np.abs(one - other).mean() for one, other in pairs])),
        "pinned": float((fit.motion.curves[:, :-6] >= 0.995).mean()),
    }


def validation_clips(folder: Path) -> list[str]:
    with (folder / "manifest.csv").open(newline="") as file:
        return [row["clip"] for row in csv.DictReader(file) if row["split"] == "val"]


def measure_clips(folder: Path, clips: Iterable[str]) -> dict[str, np.ndarray]:
    """Every measure of every clip."""
    rig = load_rig()
    rows = []
    for clip in clips:
        fit = fit_video(folder / "clips" / f"{clip}.mp4", rig)
        quiet = silence(folder / "clips" / f"{clip}.align", len(fit.motion))
        rows.append(measure(rig, fit, quiet))
    return {name: np.array([row[name] for row in rows]) for name in MEASURES}


@pytest.fixture(scope="module")
def measures() -> dict[str, np.ndarray]:
    folder = shared_data("grid_s1")
    return measure_clips(folder, validation_clips(folder)[::16])


@pytest.mark.parametrize(("part", "limit"), [("face", 0.010), ("lips", 0.012)])
def test_landmarks_are_met(measures: dict[str, np.ndarray], part: str, limit: float) -> None:
    assert measures[part].mean() < limit


@pytest.mark.parametrize(("what", "limit"), [("aperture", 0.98), ("width", 0.90), ("jaw", 0.7)])
def test_mouth_moves_as_the_real_one(
    measures: dict[str, np.ndarray], what: str, limit: float
) -> None:
    assert measures[what].mean() > limit


def test_curves_are_those_of_a_rigger(measures: dict[str, np.ndarray]) -> None:
    assert measures["silence"].mean() < 0.5
    assert measures["asymmetry"].mean() < 0.03
    assert measures["pinned"].max() < 0.002  # nothing but the bottom of a blink


if __name__ == "__main__":
    grid = shared_data("grid_s1")
    for name, values in measure_clips(grid, validation_clips(grid)).items():
        sys.stdout.write(
            f"{name:10s} mean {values.mean():.4f}  {values.min():.4f} to {values.max():.4f}\n"
        )
