"""A photograph as a texture of the rig that was fitted to it."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.fits import PortraitFit
from dimitra_studio.face.landmarks import FACE_OVAL
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.mesh import load_skin
from dimitra_studio.render.mesh_shading import vertex_normals
from dimitra_studio.render.rasterise import rasterise

Floats = NDArray[np.float32]

_PHOTOGRAPHED = ("skin", "lips")
_NEAR = 0.004  # metres within which the fit's errors at landmarks are averaged
_FAR = 0.03  # metres from the nearest landmark where they have faded by half
_TURNED = (0.1, 0.4)  # cosines to the camera between which the photograph fades in
_BEHIND = 0.006  # metres behind the visible surface that count as hidden
_RIM = 0.03  # face heights inside the person's outline where the photograph fades in
_GAIN = (0.35, 2.5)  # limits of how much darker or brighter than the rig's skin a person may be
_GAMMA = 2.2


@dataclass(frozen=True, eq=False)  # arrays have no single truth value to compare
class PhotoTexture:
    """A photograph that is laid upon a mesh.

    Args:
        image: ``(h, w, 4)`` uint8, sRGB and how certainly a pixel shows the person.
        places: ``(V, 2)`` where each vertex is in it, 0 to 1, v downwards.
        weight: ``(V,)`` 1 where the photograph shows a vertex, 0 where its skin is not seen.
        gain: ``(3,)`` linear RGB that makes the rig's own skin the person's.
    """

    image: NDArray[np.uint8]
    places: Floats
    weight: Floats
    gain: Floats


def make_photo_texture(fit: PortraitFit, rig: StudioRig) -> PhotoTexture:
    """Find out what a portrait shows of the mesh of its person.

    Args:
        fit: of the portrait.
        rig: that was fitted.
    """
    curves = np.asarray(fit.curves)[None]
    vertices = rig.vertices(curves, fit.identity)[0]
    landmarks = rig.landmarks478(curves, fit.identity)[0]
    pixels = fit.camera.project(vertices)
    off = np.asarray(fit.landmarks, np.float64) - fit.camera.project(landmarks)
    pixels += _spread(vertices, landmarks, off)
    weight = _seen(fit, rig, vertices) * _smooth(_facing(fit, rig, vertices), *_TURNED)
    image = np.dstack([fit.image, _certainty(fit)])
    size = np.array([fit.image.shape[1], fit.image.shape[0]])
    return PhotoTexture(
        image=image,
        places=(pixels / size).astype(np.float32),
        weight=weight.astype(np.float32),
        gain=_gain(image, pixels, weight, rig),
    )


def _spread(vertices: Floats, landmarks: Floats, off: NDArray[np.float64]) -> NDArray[np.float64]:
    """``(V, 2)`` the pixels by which the fit is off, known at the landmarks, everywhere."""
    square = ((vertices[:, None] - landmarks[None]) ** 2).sum(-1)
    share = 1.0 / (square + _NEAR**2)
    # Far from all landmarks nothing is known, and nothing is moved.
    nearest = square.min(1, keepdims=True)
    fade = _FAR**2 / (_FAR**2 + nearest)
    return np.asarray(fade * (share @ off) / share.sum(1, keepdims=True), np.float64)


def _facing(fit: PortraitFit, rig: StudioRig, vertices: Floats) -> NDArray[np.float64]:
    """``(V,)`` cosines between the surface and the way to the camera."""
    towards = np.array(fit.camera.position) - vertices
    towards /= np.linalg.norm(towards, axis=1, keepdims=True)
    return np.asarray((vertex_normals(vertices, rig.triangles) * towards).sum(1))


def _seen(fit: PortraitFit, rig: StudioRig, vertices: Floats) -> NDArray[np.float64]:
    """``(V,)`` whether a vertex is photographed skin that nothing hides."""
    height, width = fit.image.shape[:2]
    pixels, depth = fit.camera.project(vertices), fit.camera.depth(vertices)
    raster = rasterise(pixels, depth, rig.triangles, width=width, height=height)
    column, row = np.floor(pixels).astype(np.int64).T
    inside = (column >= 0) & (column < width) & (row >= 0) & (row < height)
    surface = np.full(len(vertices), -np.inf)
    surface[inside] = cv2.dilate(  # the deepest one near: a vertex lies between pixels
        np.where(np.isfinite(raster.depth), raster.depth, 0.0), np.ones((3, 3), np.uint8)
    )[row[inside], column[inside]]
    photographed = np.zeros(len(vertices), bool)
    photographed[rig.triangles[rig.part(*_PHOTOGRAPHED)]] = True
    return (photographed & (depth <= surface + _BEHIND)).astype(np.float64)


def _certainty(fit: PortraitFit) -> NDArray[np.uint8]:
    """``(H, W)`` 255 on the person, fading to 0 towards the outline."""
    from dimitra_studio.render.matte import split_layers  # imports MediaPipe

    oval = np.asarray(fit.landmarks)[list(FACE_OVAL)]
    layers = split_layers(fit.image, oval)
    person = (layers.distance <= 0.0).astype(np.uint8)
    if person.all():
        return np.full(person.shape, 255, np.uint8)
    rim = _RIM * float(np.ptp(oval[:, 1]))
    inner = cv2.distanceTransform(person, cv2.DIST_L2, cv2.DIST_MASK_PRECISE)
    return np.round(255.0 * _smooth(inner, 0.3 * rim, 1.3 * rim)).astype(np.uint8)


def _gain(
    image: NDArray[np.uint8],
    pixels: NDArray[np.float64],
    weight: NDArray[np.float64],
    rig: StudioRig,
) -> Floats:
    """How much brighter the person's skin is than the rig's, by the median over the face."""
    corners = rig.triangles.ravel()
    uv = np.zeros((rig.n_vertices, 2))
    uv[corners] = rig.uv.reshape(-1, 2)
    face = np.unique(rig.landmark_vertices)
    face = face[weight[face] > 0.9]
    if not len(face):
        return np.ones(3, np.float32)
    skin = load_skin()
    own = _look_up(skin, np.stack([uv[face, 0], 1.0 - uv[face, 1]], 1) * skin.shape[1::-1])
    photographed = _look_up(image[..., :3], pixels[face])
    ratio = np.median(photographed, 0) / np.maximum(np.median(own, 0), 1e-3)
    return np.clip(ratio, *_GAIN).astype(np.float32)


def _look_up(picture: NDArray[np.uint8], pixels: NDArray[np.float64]) -> NDArray[np.float64]:
    """``(K, 3)`` linear RGB of the pixels that points are in."""
    height, width = picture.shape[:2]
    column = np.clip(pixels[:, 0].astype(np.int64), 0, width - 1)
    row = np.clip(pixels[:, 1].astype(np.int64), 0, height - 1)
    return np.asarray((picture[row, column] / 255.0) ** _GAMMA, np.float64)


def _smooth(values: NDArray, low: float, high: float) -> NDArray[np.float64]:
    """0 below ``low``, 1 above ``high``, without a corner between."""
    share = np.clip((values - low) / (high - low), 0.0, 1.0)
    return np.asarray(share * share * (3.0 - 2.0 * share), np.float64)
