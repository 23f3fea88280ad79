"""Portraits for the tests of the renderer, and what Face Mesh sees in its frames."""

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.fitting import fit_portrait
from dimitra_studio.face.image import load_image
from dimitra_studio.face.rigs import StudioRig, load_rig
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.render.mesh import MeshRenderer


@lru_cache(maxsize=1)
def studio_rig() -> StudioRig:
    return load_rig()


@lru_cache(maxsize=1)
def smiling() -> PortraitFit:
    """A photograph of a person who shows her teeth, before a background with some texture."""
    image = load_image(SAMPLE / "portrait.jpg")
    return fit_portrait(cv2.resize(image, (320, 320), interpolation=cv2.INTER_AREA), studio_rig())


@lru_cache(maxsize=4)
def drawn(yaw: float = 0.0) -> PortraitFit:
    """A picture of the rig with closed lips, turned by some radians."""
    rig = studio_rig()
    with MeshRenderer(rig, size=(320, 320), backend="cpu") as renderer:
        return fit_portrait(renderer.frame(curves_of(rig, headYaw=yaw)), rig)


def curves_of(rig: StudioRig, **values: float) -> NDArray[np.float32]:
    """Curves at rest but for some; a name without its side means both."""
    curves = np.zeros(len(rig.description.channels), np.float32)
    for name, value in values.items():
        sides = [name] if name in rig.description.channels else [f"{name}Left", f"{name}Right"]
        for channel in sides:
            curves[rig.description.column(channel)] = value
    return curves


def changed(fit: PortraitFit, *, closed: bool = True, **values: float) -> NDArray[np.float32]:
    """The portrait's own curves but for some; pose adds to its own.

    Args:
        fit: the portrait.
        closed: whether lips and jaw are at rest where nothing else is said.
        values: see ``curves_of``.
    """
    rig = studio_rig()
    curves = np.array(fit.curves)
    if closed:
        mouth = [name.startswith(("mouth", "jaw")) for name in rig.description.channels]
        curves[mouth] = 0.0
    for name, value in values.items():
        given = curves_of(rig, **{name: 1.0}) > 0.0
        curves[given] = curves[given] + value if name.startswith("head") else value
    return curves


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Seen:
    """What Face Mesh measures, each in terms of the distance of the eyes."""

    landmarks: NDArray[np.floating]

    def _distance(self, a: int, b: int) -> float:
        eyes = self.landmarks[33, :2] - self.landmarks[263, :2]
        return float(np.hypot(*(self.landmarks[a, :2] - self.landmarks[b, :2])) / np.hypot(*eyes))

    @property
    def lips(self) -> float:
        return self._distance(13, 14)

    @property
    def width(self) -> float:
        return self._distance(78, 308)

    @property
    def eyes(self) -> float:
        return 0.5 * (self._distance(159, 145) + self._distance(386, 374))

    @property
    def gaze(self) -> float:
        """How far the irises are to the person's left of the middle of the eyes."""
        x = self.landmarks[:, 0]
        middles = 0.25 * (x[33] + x[133] + x[263] + x[362])
        return float((0.5 * (x[468] + x[473]) - middles) / (x[263] - x[33]))


def look(frame: NDArray[np.uint8]) -> Seen:
    """Measure the one face of a frame."""
    with FaceTracker() as tracker:
        (landmarks,) = tracker.detect(frame)
    return Seen(landmarks)
