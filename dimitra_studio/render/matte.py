"""The person apart from the background, so that the one moves and the other stays."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.mediapipe_setup import make_segmenter, quiet
from dimitra_studio.render.fill import fill_smoothly

_WINDOW = 1.7  # half the square that is segmented, in face heights
_RIM = 0.02  # face heights around the matte that move with the person: loose hair
_BAND = 0.07  # face heights beyond the matte where moving and still background have blended
_EDGE = 0.025  # face heights around the matte that the person and the background may share
_HAIR = 0.12  # face heights beyond the matte that hair may reach
_PLAIN = 0.3  # share of pixels around the person that may differ from a smooth background
_UNSURE = 0.25  # share of undecided pixels around the head above which the matte is not used
_COVERED = 0.9  # the least mean of the matte over the face


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class Layers:
    """A portrait in two layers.

    Args:
        moving: ``(H, W)`` uint8, 255 on the person and a rim around it, 0 on the background.
        plate: ``(H, W, 3)`` uint8 the background, continued behind the person.
        distance: ``(H, W)`` float32 pixels outside the person, 0 on it.
        sure: whether person and background could be told apart.
    """

    moving: NDArray[np.uint8]
    plate: NDArray[np.uint8]
    distance: NDArray[np.float32]
    sure: bool


def split_layers(image: NDArray[np.uint8], oval: NDArray[np.floating]) -> Layers:
    """Part a portrait into person and background.

    Before a plain background every hair is told apart by its colour. Before any other, the two
    blend in a band of background around the person in which the plate is the photograph itself, so
    that a head that does not move gives the photograph back.

    Args:
        image: ``(H, W, 3)``.
        oval: ``(K, 2)`` the border of the face, in pixels.
    """
    face_height = float(np.ptp(oval[:, 1]))
    person, sure = _person(image, oval, face_height)
    if not sure:
        everywhere = np.full(image.shape[:2], 255, np.uint8)
        return Layers(everywhere, image, _beyond_head(image.shape[:2], oval), sure=False)
    outside = (person < 0.5).astype(np.uint8)
    distance = cv2.distanceTransform(outside, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    near = distance <= _HAIR * face_height
    if near.all():
        return Layers(np.full_like(outside, 255), image, distance, sure=True)
    plate = _continue(image, (~near).astype(np.float32))
    differs = _difference(image, plate, ~near)
    around = near & (distance > _EDGE * face_height)
    if not around.any() or float(differs[around].mean()) < _PLAIN:
        moving = np.where(distance > 0.0, differs, 1.0)  # every hair stands out
        plate = np.round(image + moving[..., None] * (plate.astype(np.float32) - image))
    else:
        rim, band = _RIM * face_height, _BAND * face_height
        moving = np.clip((band - distance) / (band - rim), 0.0, 1.0)
        moving = moving * moving * (3.0 - 2.0 * moving)
        plate = _continue(image, (distance > rim).astype(np.float32))
    return Layers(
        np.round(255.0 * moving).astype(np.uint8), plate.astype(np.uint8), distance, sure=True
    )


def _difference(
    image: NDArray[np.uint8], plate: NDArray[np.uint8], background: NDArray[np.bool_]
) -> NDArray[np.float32]:
    """``(H, W)`` 0 where a picture is its background, 1 where it is clearly something else."""
    apart = np.abs(cv2.blur(image, (3, 3)).astype(np.float32) - cv2.blur(plate, (3, 3))).max(-1)
    fine = np.abs(image.astype(np.float32) - cv2.blur(image, (3, 3))).max(-1)
    least = 6.0 + 3.0 * float(np.median(fine[background]))
    share = np.clip((apart - least) / (2.0 * least), 0.0, 1.0)
    return cv2.blur(cv2.dilate(share, np.ones((3, 3), np.uint8)), (3, 3)).astype(np.float32)


def _person(
    image: NDArray[np.uint8], oval: NDArray[np.floating], face_height: float
) -> tuple[NDArray[np.float32], bool]:
    """``(H, W)`` 0 to 1 how much of each pixel is the person, and whether that can be trusted."""
    height, width = image.shape[:2]
    centre, half = oval.mean(0), _WINDOW * face_height
    left, top = (max(0, int(v)) for v in centre - half)
    right, bottom = min(width, int(centre[0] + half) + 1), min(height, int(centre[1] + half) + 1)
    crop = np.ascontiguousarray(image[top:bottom, left:right])
    whole = _segment(image)
    person = whole.copy()
    person[top:bottom, left:right] = _segment(crop)  # finer: the network sees 256 pixels
    face = np.zeros(image.shape[:2], np.uint8)
    cv2.fillConvexPoly(face, cv2.convexHull(np.round(oval).astype(np.int32)), 1)
    radius = max(1, round(0.5 * face_height))
    around = cv2.boxFilter(face, -1, (2 * radius + 1, 2 * radius + 1), normalize=False) > 0
    near = cv2.boxFilter(face.astype(np.float32), -1, (2 * radius + 1, 2 * radius + 1)) > 0.0
    undecided = float(((person > 0.1) & (person < 0.9))[near & around].mean())
    covered = float(person[face > 0].mean()) if face.any() else 0.0
    return person, undecided < _UNSURE and covered > _COVERED


def _beyond_head(shape: tuple[int, ...], oval: NDArray[np.floating]) -> NDArray[np.float32]:
    """``(H, W)`` pixels outside a generous outline of head and shoulders around a face."""
    centre = oval.mean(0)
    head = cv2.convexHull((centre + 1.4 * (oval - centre)).astype(np.float32))
    outline = np.ones(shape, np.uint8)
    cv2.fillConvexPoly(outline, np.round(head).astype(np.int32), 0)
    chin = min(max(int(oval[:, 1].max()), 0), shape[0])
    outline[chin:] = 0
    return cv2.distanceTransform(outline, cv2.DIST_L2, cv2.DIST_MASK_PRECISE).astype(np.float32)


def _segment(image: NDArray[np.uint8]) -> NDArray[np.float32]:
    with quiet(), make_segmenter() as network:
        return np.asarray(network.process(image).segmentation_mask, np.float32)


def _continue(image: NDArray[np.uint8], known: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Fill what is not known smoothly, with the grain of what is."""
    picture = image.astype(np.float32)
    filled = fill_smoothly(picture, known)
    fine = picture - cv2.GaussianBlur(picture, (0, 0), 1.5)
    spread = np.median(np.abs(fine[known > 0.0]), axis=0) / 0.6745  # robust to edges
    noise = np.random.default_rng(0).standard_normal(image.shape[:2]).astype(np.float32)
    grain = cv2.GaussianBlur(noise, (0, 0), 0.7) * 2.4  # blurred by 0.7 px, again of spread 1
    filled += grain[..., None] * spread * (1.0 - known[..., None])
    return np.where(known[..., None] > 0.0, image, np.clip(np.round(filled), 0, 255)).astype(
        np.uint8
    )
