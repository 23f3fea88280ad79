"""Eyeballs behind the lids of a photograph: they stay when the lids move, and can look around."""

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.camera import Camera
from dimitra_studio.render.contours import opening_axes
from dimitra_studio.render.face_motion import FaceMotion, Targets
from dimitra_studio.render.fill import fill_smoothly
from dimitra_studio.render.mask import Box, box_around, crop, paint, polygon_mask, seam
from dimitra_studio.render.topology import Opening

_LASHES = 0.05  # eye widths inside the lids that lashes and their shadow darken
_UP = 0.01  # metres; length of the third axis of the eye
_FARTHEST = 0.3  # eye widths that an iris may move
_RAISED = 0.2  # of its opening that a lid rises until its shadow has left the eyeball
_LINE = 0.03  # eye widths of lashes on a closed eye
_LASH_LINE = 0.7  # how dark lashes are on a closed eye
_SHADOW = 0.3  # how much of the light a closing lid takes from the eyeball
_RIM = 1.18  # radii of the iris where its dark border has ended
_SETTLE = (
    0.35  # radii of the iris that it moves until nothing of the photograph's own light is left
)


class Eye:
    """One eye of a photograph.

    Args:
        image: ``(H, W, 3)`` the photograph.
        motion: of its face.
        opening: the lids.
        iris: landmarks of the iris, its centre first.
        contour: ``(K, 2)`` the lids, refined.
        camera: of the photograph.
    """

    def __init__(
        self,
        image: NDArray[np.uint8],
        motion: FaceMotion,
        *,
        opening: Opening,
        iris: tuple[int, ...],
        contour: NDArray[np.float64],
        camera: Camera,
    ) -> None:
        landmarks = motion.landmarks
        self._camera, self._iris = camera, iris[0]
        self._ends = [opening.right, opening.left]
        self._width = opening_axes(landmarks, opening).width
        self._centre = landmarks[iris[0]]
        border = landmarks[list(iris[1:])] - self._centre
        self._radius = max(float(np.linalg.norm(border, axis=1).mean()), 0.5)
        corners = motion.points[self._ends]
        self._axes = np.stack([*corners, corners.mean(0) + _UP * motion.rotation[:, 1]])
        self._corners = landmarks[self._ends].mean(0)
        box = box_around(contour, 0.5 * self._width, (image.shape[1], image.shape[0]))
        self._box: Box = box or (0, 0, 1, 1)  # an eye outside the picture is never drawn
        self._split(crop(image, self._box).astype(np.float32), contour)

    def _split(self, picture: NDArray[np.float32], contour: NDArray[np.float64]) -> None:
        """Part the eye into white and iris, both continued under the lids."""
        seen = polygon_mask(contour, self._box)
        radius = max(1, round(_LASHES * self._width))
        clear = cv2.erode(seen, np.ones((2 * radius + 1, 2 * radius + 1), np.uint8))
        if clear.max() < 0.5:
            clear = seen
        y, x = np.mgrid[0 : picture.shape[0], 0 : picture.shape[1]].astype(np.float32)
        local = self._centre - self._box[:2]
        away = np.hypot(x - local[0], y - local[1]) / self._radius
        white = clear * (away > _RIM)
        luma = picture.mean(2)
        if (white > 0.5).any():  # the darker half is lashes and the corner of the eye
            white *= luma >= np.percentile(luma[white > 0.5], 40)
        iris, known = _complete_iris(picture, clear, away)
        iris = fill_smoothly(iris, known)
        sclera = fill_smoothly(picture, white) if white.any() else iris
        disc = np.clip((_RIM - away) / (_RIM - 1.0), 0.0, 1.0)
        self._disc = disc * disc * (3.0 - 2.0 * disc)
        plain = sclera + self._disc[..., None] * (iris - sclera)
        near = cv2.dilate(seen, np.ones((3, 3), np.uint8))
        self._rest = (picture - plain) * near[..., None]  # what the two layers miss, with the lids
        self._white, self._coloured = sclera, iris
        edge = near * (1.0 - clear) > 0.5
        dark = picture[edge] if edge.any() else picture.reshape(-1, 3)
        self._lash = np.percentile(dark, 20, axis=0).astype(np.float32)

    def draw(
        self,
        result: NDArray[np.uint8],
        contour: NDArray[np.floating],
        targets: Targets,
        openness: float,
    ) -> None:
        """Paint the eyeball between the lids of one frame.

        Args:
            result: ``(H, W, 3)`` the warped photograph, changed in place.
            contour: ``(K, 2)`` the lids in it.
            targets: where the frame puts the face.
            openness: of the lids, 1 as in the photograph.
        """
        box = box_around(contour, 1.5, (result.shape[1], result.shape[0]))
        closing = float(np.clip(1.0 - openness, 0.0, 1.0))
        if box is None or closing > 0.97:
            self._draw_lashes(result, contour, closing)
            return
        back = self._back_to_photograph(targets)
        gaze = back @ np.append(targets.landmarks[self._iris], 1.0) - self._centre
        length = float(np.hypot(*gaze))
        gaze *= min(1.0, _FARTHEST * self._width / max(length, 1e-6))
        y, x = np.mgrid[box[1] : box[3], box[0] : box[2]].astype(np.float32)
        u = (back[0, 0] * x + back[0, 1] * y + (back[0, 2] - self._box[0])).astype(np.float32)
        v = (back[1, 0] * x + back[1, 1] * y + (back[1, 2] - self._box[1])).astype(np.float32)
        ball = _sample(self._white, u, v)
        turned = u - np.float32(gaze[0]), v - np.float32(gaze[1])
        disc = cv2.remap(self._disc, *turned, cv2.INTER_LINEAR)
        ball += disc[..., None] * (_sample(self._coloured, *turned) - ball)
        own = max(0.0, 1.0 - length / (_SETTLE * self._radius))
        own *= float(np.clip(1.0 - (openness - 1.0) / _RAISED, 0.0, 1.0))
        mask = polygon_mask(contour, box)
        ball += own * (1.0 - 0.5 * closing) * _sample(self._rest, u, v)
        shade = _SHADOW * (1.0 - own * (1.0 - closing))
        ball *= (1.0 - shade * self._under_lid(mask))[..., None]
        paint(result, box, ball, mask)
        self._draw_lashes(result, contour, closing)

    def _draw_lashes(
        self, result: NDArray[np.uint8], contour: NDArray[np.floating], closing: float
    ) -> None:
        """Let the lashes of a closing lid cover the line where it meets the other one."""
        strength = _LASH_LINE * float(np.clip(2.0 * closing - 1.0, 0.0, 1.0))
        box = box_around(contour, 0.1 * self._width, (result.shape[1], result.shape[0]))
        if strength <= 0.0 or box is None:
            return
        line = seam(contour, _LINE * self._width)
        mask = strength * polygon_mask(line, box, softness=0.012 * self._width)
        paint(result, box, np.broadcast_to(self._lash, (*mask.shape, 3)), mask)

    def _under_lid(self, mask: NDArray[np.float32]) -> NDArray[np.float32]:
        """1 just below the upper lid, falling to 0 towards the lower one."""
        lowered = np.array([[1, 0, 0], [0, 1, 0.1 * self._width]], np.float32)
        lit = cv2.warpAffine(mask, lowered, (mask.shape[1], mask.shape[0]))
        return 1.0 - cv2.GaussianBlur(lit, (0, 0), max(0.06 * self._width, 0.3))

    def _back_to_photograph(self, targets: Targets) -> NDArray[np.float64]:
        """``(2, 3)`` from the pixels of the frame to those of the photograph, for the eyeball."""
        before = self._camera.project(self._axes)
        after = self._camera.project(self._axes @ targets.rotation.T + targets.shift)
        before += self._corners - before[:2].mean(0)
        after += targets.landmarks[self._ends].mean(0) - after[:2].mean(0)
        return cv2.getAffineTransform(after.astype(np.float32), before.astype(np.float32))


def _complete_iris(
    picture: NDArray[np.float32], clear: NDArray[np.float32], away: NDArray[np.float32]
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Give each ring of the iris that the lids hide in part the colour of its visible part."""
    iris, known = picture.copy(), clear * (away < _RIM)
    rings = np.floor(away * 8.0).astype(int)
    for ring in range(int(8 * _RIM) + 1):
        visible = (rings == ring) & (clear > 0.5)
        if visible.any():
            hidden = (rings == ring) & (clear <= 0.5)
            iris[hidden] = np.median(picture[visible], axis=0)
            known[hidden] = 1.0
    return iris, known if known.any() else clear


def _sample(
    picture: NDArray[np.float32], u: NDArray[np.float32], v: NDArray[np.float32]
) -> NDArray[np.float32]:
    return cv2.remap(picture, u, v, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
