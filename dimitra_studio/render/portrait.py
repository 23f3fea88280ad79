"""A photograph that moves with the curves of a rig."""

from itertools import compress

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.landmarks import FACE_OVAL, LEFT_IRIS, RIGHT_IRIS
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.control_mesh import ControlMesh
from dimitra_studio.render.eyes import Eye
from dimitra_studio.render.face_motion import FaceMotion
from dimitra_studio.render.fill import fill_smoothly
from dimitra_studio.render.mask import Box, box_around, crop, paint, polygon_mask
from dimitra_studio.render.matte import split_layers
from dimitra_studio.render.mouth import Mouth
from dimitra_studio.render.stiffness import follow_head
from dimitra_studio.render.topology import LEFT_EYE, RIGHT_EYE, face_topology
from dimitra_studio.render.warp import inverse_map

_EYES, _IRISES = (RIGHT_EYE, LEFT_EYE), (RIGHT_IRIS, LEFT_IRIS)
_STILL = 0.02  # pixels that nobody sees
_FIXED = 0.05  # share of the head's motion that is too little to follow it
_CLOSING = 0.7  # of an eye's own opening; below, its lids may touch soon
_MAP_LINES = 72  # of the coarse map over the height of the face


class PortraitRenderer:
    """Draws a portrait with other expressions and head poses, in its own resolution.

    Args:
        fit: the rig fitted to the portrait.
        rig: that was fitted.
    """

    def __init__(self, fit: PortraitFit, rig: StudioRig) -> None:
        image = np.ascontiguousarray(fit.image)
        rings = face_topology().rings
        motion = FaceMotion(fit, rig)
        oval = motion.landmarks[list(FACE_OVAL)]
        height = float(np.ptp(oval[:, 1]))
        layers = split_layers(image, oval)
        anchors, stiffness = _anchors(fit, rig)
        seen = fit.camera.project(anchors)
        share = follow_head(layers.distance <= 0.0, seen, stiffness, height)
        self._image, self._motion, self._plate = image, motion, layers.plate
        share = np.clip((share - _FIXED) / (1.0 - _FIXED), 0.0, 1.0)
        # What does not follow the head stays as it is, its border with the background too.
        fixed = np.round(255.0 * np.clip(1.0 - share / _FIXED, 0.0, 1.0)).astype(np.uint8)
        self._moving = np.maximum(layers.moving, fixed)
        self._mesh = ControlMesh(motion, anchors, fit.camera, share, layers.distance)
        mouth, *eyes = (self._mesh.source[ring].astype(np.float64) for ring in rings)
        self._mouth = Mouth(image, motion, mouth, fit.camera)
        self._eyes = [
            Eye(image, motion, opening=opening, iris=iris, contour=contour, camera=fit.camera)
            for opening, iris, contour in zip(_EYES, _IRISES, eyes, strict=True)
        ]
        self._skin = _close_openings(image, mouth, eyes, self._mouth.lip_line)
        whole = (0, 0, image.shape[1], image.shape[0])
        self._still = self._compose(self._image, self._moving, whole)
        self._step = max(1, int(height / _MAP_LINES))

    def frame(self, curves: NDArray[np.float32]) -> NDArray[np.uint8]:
        """Draw one frame.

        Args:
            curves: ``(C,)`` of the rig.

        Returns:
            ``(H, W, 3)``, as large as the portrait.
        """
        targets = self._motion(curves)
        points, triangles = self._mesh.move(targets)
        moved = np.abs(points - self._mesh.source).max(1) > _STILL
        if not moved.any():
            return self._image.copy()
        result = self._still.copy()
        closing = [True, *(targets.openness < _CLOSING)]
        self._warp(result, points, triangles[moved[triangles].any(1)], closing)
        mouth, *eyes = face_topology().rings
        self._mouth.draw(result, points[mouth], targets)
        for eye, ring, openness in zip(self._eyes, eyes, targets.openness, strict=True):
            eye.draw(result, points[ring], targets, float(openness))
        return result

    def _warp(
        self,
        result: NDArray[np.uint8],
        points: NDArray[np.float32],
        triangles: NDArray[np.int32],
        closing: list[bool],
    ) -> None:
        """Move the person, and show the background where the person has left."""
        used = np.zeros(len(points), bool)
        used[triangles] = True
        both = np.concatenate([points[used], self._mesh.source[used]])
        box = box_around(both, 2.0, (result.shape[1], result.shape[0]))
        if box is None:
            return
        step = self._step
        # The coarse map keeps its places from frame to frame, or the picture would shimmer.
        box = (box[0] // step * step, box[1] // step * step, *box[2:])
        maps = self._map(points, triangles, box, step)
        if step > 1:
            for ring in compress(face_topology().rings, closing):
                self._refine(maps, points, triangles, box, points[ring])
        moved = cv2.remap(
            self._skin, maps, None, cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101
        )
        person = cv2.remap(
            self._moving, maps, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
        )
        crop(result, box)[...] = self._compose(moved, person, box)

    def _compose(
        self, picture: NDArray[np.uint8], moving: NDArray[np.uint8], box: Box
    ) -> NDArray[np.uint8]:
        """The person before the background, within a box."""
        weight = moving.astype(np.float32) / np.float32(255.0)
        return np.asarray(cv2.blendLinear(picture, crop(self._plate, box), weight, 1.0 - weight))

    def _refine(
        self,
        maps: NDArray[np.float32],
        points: NDArray[np.float32],
        triangles: NDArray[np.int32],
        box: Box,
        contour: NDArray[np.float32],
    ) -> None:
        """Compute the map pixel by pixel where two lines of skin may touch."""
        size = (self._image.shape[1], self._image.shape[0])
        fine = box_around(contour, 0.2 * float(np.ptp(contour[:, 0])), size)
        if fine is None:
            return
        left, top = max(fine[0], box[0]), max(fine[1], box[1])
        right, bottom = min(fine[2], box[2]), min(fine[3], box[3])
        if left >= right or top >= bottom:
            return
        fine = (left, top, right, bottom)
        local = (left - box[0], top - box[1], right - box[0], bottom - box[1])
        corners = points[triangles]
        low, high = corners.min(1), corners.max(1)
        reaches = (low <= (right, bottom)) & (high >= (left, top))
        crop(maps, local)[...] = self._map(points, triangles[reaches.all(1)], fine, 1)

    def _map(
        self, points: NDArray[np.float32], triangles: NDArray[np.int32], box: Box, step: int
    ) -> NDArray[np.float32]:
        """``(H, W, 2)`` where the pixels of a box come from.

        With a ``step`` the map is made coarse and enlarged: it is smooth nearly everywhere.
        """
        left, top, right, bottom = box
        width, height = right - left, bottom - top
        size = (-(-width // step), -(-height // step))
        origin = np.array([left, top], np.float32)

        def coarse(pixels: NDArray[np.float32]) -> NDArray[np.float32]:
            return np.asarray((pixels - origin + 0.5) / step - 0.5, np.float32)

        back, _ = inverse_map(coarse(self._mesh.source), coarse(points), triangles, size)
        back[..., 0] -= np.arange(size[0], dtype=np.float32)
        back[..., 1] -= np.arange(size[1], dtype=np.float32)[:, None]
        if step > 1:
            back = cv2.GaussianBlur(back, (3, 3), 0)  # no creases along the triangles
            fine = cv2.resize(back, None, fx=step, fy=step, interpolation=cv2.INTER_LINEAR)
            back = fine[:height, :width] * np.float32(step)
        back[..., 0] += np.arange(left, right, dtype=np.float32)
        back[..., 1] += np.arange(top, bottom, dtype=np.float32)[:, None]
        return np.asarray(back, np.float32)


def _close_openings(
    image: NDArray[np.uint8],
    mouth: NDArray[np.float64],
    eyes: list[NDArray[np.float64]],
    lip_line: NDArray[np.float32],
) -> NDArray[np.uint8]:
    """The photograph with skin over eyes and mouth, for where lids and lips meet."""
    skin = image.copy()
    for contour in (mouth, *eyes):
        margin = 0.3 * float(np.ptp(contour[:, 0]))
        box = box_around(contour, margin, (image.shape[1], image.shape[0]))
        if box is None:
            continue
        picture = crop(image, box).astype(np.float32)
        hole = polygon_mask(contour, box)
        if contour is mouth:
            cover = np.broadcast_to(lip_line, picture.shape).astype(np.float32)
        else:
            cover = fill_smoothly(picture, 1.0 - hole)
        paint(skin, box, cover, cv2.erode(hole, np.ones((3, 3), np.uint8)))
    return skin


def _anchors(fit: PortraitFit, rig: StudioRig) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """``(V, 3)`` vertices of the rig's skin that face the camera, and how far they follow."""
    vertices = rig.vertices(np.asarray(fit.curves)[None], fit.identity)[0].astype(np.float64)
    triangles = rig.triangles[rig.part("skin")]
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    towards = np.einsum("nc,nc->n", np.cross(b - a, c - a), np.array(fit.camera.position) - a)
    seen = np.unique(triangles[towards > 0.0])
    return vertices[seen], rig.head_weight[seen].astype(np.float64)
