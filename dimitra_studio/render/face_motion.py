"""From the curves of a rig to where every landmark of a photograph goes."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.landmarks import (
    FACE_OVAL,
    LEFT_EYE_CORNERS,
    LOWER_LIP_INNER,
    LOWER_LIP_OUTER,
    LOWER_LIP_RINGS,
    N_MESH,
    RIGHT_EYE_CORNERS,
    UPPER_LIP_INNER,
    UPPER_LIP_OUTER,
    UPPER_LIP_RINGS,
)
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.face.rotation import rotation_matrix
from dimitra_studio.render.contours import gaps, opening_axes
from dimitra_studio.render.person_points import InsideMouth, make_landmarks
from dimitra_studio.render.topology import LEFT_EYE, MOUTH, RIGHT_EYE, Opening

_LIPS_MEET = 0.012  # eye distances between inner lips that Face Mesh sees on a closed mouth
_EYE_SHUT = 0.06  # eye widths between the lids below which a portrait's eye is a closed one
_WIDEST = 1.3  # times its own opening that an eye may open
_STEEPEST = (1.5, 5.0)  # depth for a step aside, at the border of the face and well inside it
_INSIDE = 0.2  # face heights from its border that are well inside
_EYES = (RIGHT_EYE, LEFT_EYE)
_LIP_ROWS = np.array(
    (
        UPPER_LIP_OUTER,
        *UPPER_LIP_RINGS,
        UPPER_LIP_INNER,
        LOWER_LIP_INNER,
        *LOWER_LIP_RINGS,
        LOWER_LIP_OUTER,
    )
)
_ROUNDS = 2  # of smoothing along the lips


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Targets:
    """Where one frame puts the face.

    Args:
        landmarks: ``(478, 2)`` pixels; the centre of the first one is (0, 0).
        base: ``(478, 2)`` the same with the portrait's own lids, and lips as the rig moves them.
        depth: ``(478,)`` metres in front of the camera.
        rotation: ``(3, 3)`` that takes the portrait's head to this frame's, about the origin.
        shift: ``(3,)`` metres, after the rotation.
        lower_lip: ``(2,)`` pixels from the rig's lower lip to this one.
        openness: ``(2,)`` of the right and the left eye, in terms of the portrait's own.
        inside: teeth and tongue, see ``InsideMouth``.
    """

    landmarks: NDArray[np.float64]
    base: NDArray[np.float64]
    depth: NDArray[np.float64]
    rotation: NDArray[np.float64]
    shift: NDArray[np.float64]
    lower_lip: NDArray[np.float64]
    openness: NDArray[np.float64]
    inside: dict[str, NDArray[np.float32]]


class FaceMotion:
    """Transfers the motion of a fitted rig onto the landmarks of its photograph.

    Landmarks move by what the rig's move, so that what the fit got wrong cancels. The gaps of
    lips and lids, where the eye sees half a pixel, are set to the rig's instead.

    Args:
        fit: the rig fitted to the photograph.
        rig: that was fitted.
    """

    def __init__(self, fit: PortraitFit, rig: StudioRig) -> None:
        self._camera, self._pivot = fit.camera, rig.pivot.astype(np.float64)
        self._own = np.asarray(fit.curves, np.float32)
        channels = rig.description.channels
        self._angles = [channels.index(name) for name in ("headPitch", "headYaw", "headRoll")]
        self._place = [channels.index(name) for name in ("headX", "headY", "headZ")]
        gazes = ("eyeBlink", "eyeWide", "eyeLook")
        self._lids = [k for k, name in enumerate(channels) if name.startswith(gazes)]
        self._rig_landmarks = make_landmarks(rig, fit.identity, fit.offset)
        self._inside = InsideMouth(rig, fit.identity)
        self.rotation = rotation_matrix(self._own[self._angles])
        neutral, shut = self._own.copy(), self._own.copy()
        neutral[: -len(self._angles + self._place)] = 0.0
        shut[self._lids] = 0.0
        shut[[channels.index(name) for name in ("eyeBlinkRight", "eyeBlinkLeft")]] = 1.0
        points = self._rig_landmarks(np.stack([self._own, neutral, shut])).astype(np.float64)
        self._points = points[0]
        self._own_px = own_px = self._camera.project(points[0])
        neutral_px = self._rounded(self._camera.project(points[1]))
        self.landmarks = _photographed(np.asarray(fit.landmarks, np.float64) - 0.5)
        self._residual = self.landmarks - own_px
        self._lips_rest = gaps(neutral_px, MOUTH)
        self._lips_rig = np.maximum(gaps(own_px, MOUTH) - self._lips_rest, 0.0)
        self._lips_own = gaps(self.landmarks, MOUTH)
        self._lids_own = [_lid_gap(points[0], eye, self.rotation) for eye in _EYES]
        self._lids_shut = [_lid_gap(points[2], eye, self.rotation) for eye in _EYES]
        self.points = self._flattened(own_px)

    @property
    def rest(self) -> NDArray[np.float32]:
        """``(478, 3)`` the person's landmarks with all curves at 0."""
        return self._rig_landmarks.rest

    @property
    def rest_inside(self) -> dict[str, NDArray[np.float32]]:
        """Teeth and tongue with all curves at 0."""
        return self._inside.rest

    def residual(self, rows: tuple[int, ...]) -> NDArray[np.float64]:
        """``(2,)`` pixels from the rig's landmarks to the photograph's, in the mean over some."""
        return self._residual[list(rows)].mean(0)

    def _flattened(self, seen: NDArray[np.float64]) -> NDArray[np.float64]:
        """The rig's landmarks, brought forward where the face turns away from the camera too fast.

        A turning head would stretch the few pixels that the photograph has there over its cheek.
        """
        depth = self._camera.depth(self._points)
        apart = np.linalg.norm(seen[:, None] - seen[None], axis=-1)
        apart *= depth.mean() / self._camera.focal
        outline = cv2.convexHull(seen[:N_MESH].astype(np.float32), returnPoints=False)[:, 0]
        inside = apart[:, outline].min(1) / np.ptp(self._points[list(FACE_OVAL), 1])
        steepest = np.interp(inside, [0.0, _INSIDE], _STEEPEST)
        nearest = (depth[None] + steepest[:, None] * apart).min(1)
        return self._camera.unproject(seen, nearest)

    def __call__(self, curves: NDArray[np.float32]) -> Targets:
        """Say where one frame's ``(C,)`` curves put the face."""
        curves = np.asarray(curves, np.float32)
        still = curves.copy()
        still[self._lids] = self._own[self._lids]
        points = self._rig_landmarks(np.stack([curves, still])).astype(np.float64)
        moved, base = (self._rounded(pixels) for pixels in self._camera.project(points))
        rotation = rotation_matrix(curves[self._angles])
        relative = rotation @ self.rotation.T
        shift = (
            self._pivot + curves[self._place] - relative @ (self._pivot + self._own[self._place])
        )
        flat = self._residual + self._parallax(relative, shift)
        landmarks = flat + moved
        self._set_lips(landmarks, moved)
        openness = [self._set_lids(landmarks, points[0], side, rotation) for side in range(2)]
        lower = list(MOUTH.lower[2:-2])
        return Targets(
            landmarks=landmarks,
            base=flat + base,
            depth=self._camera.depth(points[0]),
            rotation=relative,
            shift=shift,
            lower_lip=(landmarks[lower] - moved[lower]).mean(0),
            openness=np.array(openness),
            inside=self._inside(curves),
        )

    def _rounded(self, pixels: NDArray[np.float64]) -> NDArray[np.float64]:
        """The landmarks of the rig with the motion of the lips smooth from side to side.

        The rig's jaw pulls the middle of the lip into a corner, which on a photograph looks cut.
        """
        motion = (pixels - self._own_px)[_LIP_ROWS]
        for _ in range(_ROUNDS):
            motion[:, 1:-1] = 0.5 * motion[:, 1:-1] + 0.25 * (motion[:, :-2] + motion[:, 2:])
        pixels = pixels.copy()
        pixels[_LIP_ROWS] = self._own_px[_LIP_ROWS] + motion
        return pixels

    def _parallax(
        self, rotation: NDArray[np.float64], shift: NDArray[np.float64]
    ) -> NDArray[np.float64]:
        """``(478, 2)`` how differently the landmarks of the flattened head move from the rig's."""
        both = np.stack([self.points, self._points]) @ rotation.T + shift
        flat, full = self._camera.project(both)
        return flat - full

    def _set_lips(self, landmarks: NDArray[np.float64], moved: NDArray[np.float64]) -> None:
        """Give the lips the rig's gap; what the photograph's own differs by fades from there."""
        gap = np.maximum(gaps(moved, MOUTH) - self._lips_rest, 0.0)
        excess = self._lips_own - self._lips_rig
        own, now = float(self._lips_rig.mean()), float(gap.mean())
        fade = max(2.0 * own, 2.0 * abs(float(excess.mean())), 1e-6)  # never faster than the gap
        share = min(now / own, 1.0) if own > 1e-6 else 1.0
        share *= max(1.0 - max(now - own, 0.0) / fade, 0.0)
        wanted = np.maximum(gap + share * excess, 0.0)
        change = wanted - gaps(landmarks, MOUTH)
        half = 0.5 * change[:, None] * opening_axes(landmarks, MOUTH).down
        landmarks[list(MOUTH.upper)] -= half
        landmarks[list(MOUTH.lower)] += half

    def _set_lids(
        self,
        landmarks: NDArray[np.float64],
        points: NDArray[np.float64],
        side: int,
        rotation: NDArray[np.float64],
    ) -> float:
        """Put the upper lid as far above the lower one as the rig says; return how far that is."""
        eye = _EYES[side]
        own, axes = opening_axes(self.landmarks, eye), opening_axes(landmarks, eye)
        if gaps(self.landmarks, eye).max() < _EYE_SHUT * own.width:
            openness = 1.0  # a closed eye cannot be opened: nobody knows what is behind
        else:
            shut = self._lids_shut[side]
            span = max(self._lids_own[side] - shut, 1e-5)
            openness = float(np.clip((_lid_gap(points, eye, rotation) - shut) / span, 0.0, _WIDEST))
        upper, lower = list(eye.upper), list(eye.lower)
        across = own.coordinates(self.landmarks[upper]) - own.coordinates(self.landmarks[lower])
        across *= openness * axes.width / own.width
        landmarks[upper] = landmarks[lower] + across @ np.stack([axes.along, axes.down])
        return openness


def _photographed(landmarks: NDArray[np.float64]) -> NDArray[np.float64]:
    """The landmarks of a photograph, with one line where lips meet."""
    landmarks = landmarks.copy()
    eyes = landmarks[[RIGHT_EYE_CORNERS[0], LEFT_EYE_CORNERS[0]]]
    gap = gaps(landmarks, MOUTH)
    closed = gap.max() < _LIPS_MEET * float(np.hypot(*(eyes[1] - eyes[0])))
    meet = np.flatnonzero(closed | (gap < 0.0))
    upper, lower = np.array(MOUTH.upper)[meet], np.array(MOUTH.lower)[meet]
    landmarks[upper] = landmarks[lower] = 0.5 * (landmarks[upper] + landmarks[lower])
    return landmarks


def _lid_gap(points: NDArray[np.float64], eye: Opening, rotation: NDArray[np.float64]) -> float:
    """Mean distance of the lids in the middle of the eye, in metres, up in the head's own sense."""
    middle = slice(2, 5)
    across = points[list(eye.upper[middle])] - points[list(eye.lower[middle])]
    return float((across @ rotation[:, 1]).mean())
