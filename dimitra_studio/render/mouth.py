"""The inside of a mouth: what the photograph shows of it, and what it does not."""

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.camera import Camera
from dimitra_studio.render.contours import gaps, opening_axes
from dimitra_studio.render.face_motion import FaceMotion, Targets
from dimitra_studio.render.fill import fill_smoothly
from dimitra_studio.render.mask import Box, box_around, crop, paint, polygon_mask, seam
from dimitra_studio.render.mouth_colours import estimate_palette
from dimitra_studio.render.teeth import ToothRow, make_row
from dimitra_studio.render.topology import MOUTH
from dimitra_studio.render.warp import inverse_map

_UPPER_EDGE = -0.0035  # metres from the line of the closed lips to the edge of the upper teeth
_LOWER_EDGE = -0.0040  # the same for the lower teeth, which close behind the upper ones
_UP = 0.02  # metres; length of the third axis of the skull
_OPEN = 0.02  # mouth widths between the lips above which a portrait shows the inside of its mouth
_OUTGROWN = 0.3  # of its own gap that a mouth without teeth opens further to look all different
_GUM = 0.07  # mouth widths above its own upper lip that a photograph's teeth are continued
_CLOSED = 0.05  # pixels between the lips that show nothing
_LINE, _MEETING = 0.012, 0.03  # mouth widths: the line of closed lips, the gap where it begins
_SEAM = 0.6  # how much of that line is seen
_SHADE = 0.5  # least light in an open mouth
_LIP_LINE = 0.6  # of the light of the lips, where they meet
_FINENESS = (2.0, 12.0)  # pixels per millimetre that the teeth are painted with, least and most


class Mouth:
    """The mouth of a photograph.

    Args:
        image: ``(H, W, 3)`` the photograph.
        motion: of its face.
        contour: ``(K, 2)`` its inner lips, refined.
        camera: of the photograph.
    """

    def __init__(
        self,
        image: NDArray[np.uint8],
        motion: FaceMotion,
        contour: NDArray[np.float64],
        camera: Camera,
    ) -> None:
        landmarks = motion.landmarks
        self._camera, self._residual = camera, motion.residual(MOUTH.ring)
        self._width = opening_axes(landmarks, MOUTH).width
        self._own_gap = float(np.maximum(gaps(landmarks, MOUTH), 0.0).mean())
        box = box_around(contour, 0.15 * self._width, (image.shape[1], image.shape[0]))
        self._shown = box is not None and self._own_gap > _OPEN * self._width
        self._palette = estimate_palette(image, landmarks, contour, shown=self._shown)
        if box is not None and self._shown:
            self._keep_photograph(image, contour, box)
        self._upper = self._make_row(motion, "upper_teeth", _UPPER_EDGE)
        self._lower = self._make_row(motion, "lower_teeth", _LOWER_EDGE)
        corners = motion.points[[MOUTH.right, MOUTH.left]]
        self._skull = np.stack([*corners, corners.mean(0) + _UP * motion.rotation[:, 1]])

    @property
    def lip_line(self) -> NDArray[np.float32]:
        """``(3,)`` the colour of the line where the lips meet."""
        return _LIP_LINE * self._palette.lips

    def _make_row(
        self, motion: FaceMotion, name: str, edge: float
    ) -> tuple[ToothRow, NDArray[np.float64]]:
        """A row of teeth, and what finds the motion of its jaw from the rig's teeth."""
        jaw, rest = motion.rest_inside[name], motion.rest
        seam = float(rest[[MOUTH.upper[4], MOUTH.lower[4]], 1].mean())
        mm = 1000.0 * float(np.linalg.norm(rest[MOUTH.left] - rest[MOUTH.right]))
        row = make_row(
            jaw,
            seam + edge,
            upper=name == "upper_teeth",
            enamel=self._palette.enamel,
            gum=self._palette.gum,
            pixels_per_mm=float(np.clip(2.0 * self._width / mm, *_FINENESS)),
        )
        return row, np.asarray(np.linalg.pinv(_homogeneous(jaw)), np.float64)

    def _keep_photograph(
        self, image: NDArray[np.uint8], contour: NDArray[np.float64], box: Box
    ) -> None:
        """Cut the inside of the mouth out of the photograph, and continue it under the lips."""
        picture = crop(image, box).astype(np.float32)
        seen = polygon_mask(contour, box)
        small = np.ones((3, 3), np.uint8)
        filled = fill_smoothly(picture, cv2.erode(seen, small))
        lift = _GUM * self._width
        raised = _shifted(seen, -lift)
        if self._palette.shows_teeth:  # above them there is gum
            above = np.clip(cv2.GaussianBlur(raised - seen, (0, 0), 0.3 * lift), 0.0, 1.0)
            filled += above[..., None] * 0.7 * (self._palette.gum - filled)
        self._photo = picture * seen[..., None] + filled * (1.0 - seen[..., None])
        wider = cv2.dilate(np.maximum(seen, raised), small)
        self._photo_mask = cv2.GaussianBlur(wider, (0, 0), 0.6)
        self._photo_origin = np.array(box[:2], np.float64)

    def draw(
        self, result: NDArray[np.uint8], contour: NDArray[np.floating], targets: Targets
    ) -> None:
        """Paint the inside of the mouth between the lips of one frame.

        Args:
            result: ``(H, W, 3)`` the warped photograph, changed in place.
            contour: ``(K, 2)`` the inner lips in it.
            targets: where the frame puts the face.
        """
        box = box_around(contour, 2.0, (result.shape[1], result.shape[0]))
        gap = float(np.maximum(gaps(targets.landmarks, MOUTH), 0.0).mean())
        if box is None:
            return
        if gap > _CLOSED:
            self._open(result, contour, targets, box, gap)
        if self._shown:  # lips that never met in the photograph: the warp alone leaves a rough edge
            strength = _SEAM * float(np.clip(1.0 - gap / (_MEETING * self._width), 0.0, 1.0))
            line = seam(contour, max(_LINE * self._width, 1.0))
            mask = strength * polygon_mask(line, box, softness=0.008 * self._width)
            paint(result, box, np.broadcast_to(self.lip_line, (*mask.shape, 3)), mask)

    def _open(
        self,
        result: NDArray[np.uint8],
        contour: NDArray[np.floating],
        targets: Targets,
        box: Box,
        gap: float,
    ) -> None:
        """Paint what is seen between lips that are ``gap`` pixels apart on average."""
        mask = polygon_mask(contour, box, softness=0.008 * self._width)
        inside = self._behind(box, targets)
        inside *= self._light(mask)[..., None]
        if self._shown:
            self._lay_photograph(inside, box, targets, gap)
        paint(result, box, inside, mask)

    def _behind(self, box: Box, targets: Targets) -> NDArray[np.float32]:
        """Cavity, tongue and teeth as if there were no lips."""
        inside = np.empty((box[3] - box[1], box[2] - box[0], 3), np.float32)
        inside[:] = self._palette.cavity
        self._lay_tongue(inside, box, targets.inside["tongue"])
        self._lay_teeth(inside, box, self._lower, targets.inside["lower_teeth"], targets.lower_lip)
        if not self._palette.shows_teeth:  # the photograph's own are better
            vertices = targets.inside["upper_teeth"]
            self._lay_teeth(inside, box, self._upper, vertices, self._residual)
        return inside

    def _lay_tongue(
        self, inside: NDArray[np.float32], box: Box, tongue: NDArray[np.float32]
    ) -> None:
        """Paint the tongue: lit at its tip, lost in the dark behind."""
        projected = self._camera.project(tongue) + self._residual
        outline = cv2.convexHull(projected.astype(np.float32))[:, 0]
        mask = polygon_mask(outline, box, softness=0.04 * self._width)
        low, size = outline.min(0), np.maximum(np.ptp(outline, axis=0), 1.0)
        height = (np.arange(box[1], box[3], dtype=np.float32) - low[1]) / size[1]
        across = (np.arange(box[0], box[2], dtype=np.float32) - low[0]) / size[0] - 0.5
        groove = 1.0 - 0.12 * np.exp(-((across / 0.1) ** 2))
        round_ = np.clip(1.0 - 2.5 * across**2, 0.0, 1.0)
        lit = np.clip(height, 0.0, 1.0)[:, None] ** 1.6 * (groove * round_)
        inside += (mask * lit)[..., None] * (self._palette.tongue - inside)

    def _lay_teeth(
        self,
        inside: NDArray[np.float32],
        box: Box,
        row_and_solver: tuple[ToothRow, NDArray[np.float64]],
        vertices: NDArray[np.float32],
        residual: NDArray[np.float64],
    ) -> None:
        """Lay a row of teeth where the rig's teeth have moved to."""
        row, solver = row_and_solver
        jaw = solver @ vertices.astype(np.float64)
        points = self._camera.project(_homogeneous(row.points) @ jaw) + residual - box[:2]
        size = (inside.shape[1], inside.shape[0])
        back, covered = inverse_map(row.texture, points.astype(np.float32), row.triangles, size)
        teeth = cv2.remap(
            row.picture, back, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        teeth *= covered[..., None]
        inside *= 1.0 - teeth[..., 3:]
        inside += teeth[..., :3]

    def _light(self, mask: NDArray[np.float32]) -> NDArray[np.float32]:
        """How much light gets past the lips: little at their edge, least under the upper one."""
        open_ = _shifted(mask, 0.025 * self._width)
        open_ = cv2.GaussianBlur(open_, (0, 0), max(0.05 * self._width, 0.5))
        return _SHADE + (1.0 - _SHADE) * np.clip(1.3 * open_, 0.0, 1.0)

    def _lay_photograph(
        self, inside: NDArray[np.float32], box: Box, targets: Targets, gap: float
    ) -> None:
        """Show the photograph's own teeth; without teeth, only as long as the mouth is as small."""
        before = self._camera.project(self._skull) + self._residual
        moved = self._skull @ targets.rotation.T + targets.shift
        after = self._camera.project(moved) + self._residual
        back = cv2.getAffineTransform(after.astype(np.float32), before.astype(np.float32))
        back[:, 2] += back[:, :2] @ box[:2] - self._photo_origin
        size = (inside.shape[1], inside.shape[0])
        flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP
        own = cv2.warpAffine(self._photo, back, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        weight = cv2.warpAffine(self._photo_mask, back, size, flags=flags)
        if not self._palette.shows_teeth:
            weight *= np.clip(1.0 - (gap / self._own_gap - 1.0) / _OUTGROWN, 0.0, 1.0)
        inside += weight[..., None] * (own - inside)


def _shifted(mask: NDArray[np.float32], down: float) -> NDArray[np.float32]:
    """A mask moved down by some pixels."""
    move = np.array([[1, 0, 0], [0, 1, down]], np.float32)
    return cv2.warpAffine(mask, move, (mask.shape[1], mask.shape[0]))


def _homogeneous(points: NDArray[np.floating]) -> NDArray[np.float64]:
    return np.concatenate([points, np.ones((len(points), 1))], 1).astype(np.float64)
