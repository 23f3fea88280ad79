"""Paints the rig's texture: skin, brows, lips, eyes, teeth and short hair, of nobody's face."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy.interpolate import splev, splprep

from dimitra_studio.face.landmarks import (
    LEFT_EYE_CORNERS,
    LEFT_LOWER_LID,
    LEFT_UPPER_LID,
    LOWER_LIP_OUTER,
    MOUTH_CORNERS,
    RIGHT_EYE_CORNERS,
    RIGHT_LOWER_LID,
    RIGHT_UPPER_LID,
    UPPER_LIP_OUTER,
)  # fmt: skip
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.rasterise import EMPTY, rasterise
from installer.rig_lashes import LASH_UV
from installer.rig_mesh import EYE_UV, EYE_UV_RADIUS, IRIS_ANGLE, PUPIL_ANGLE

SIZE = 2048
Field = NDArray[np.float64]

SKIN, CHEEK, LIP, HAIR = (208, 160, 134), (196, 118, 100), (172, 98, 92), (62, 46, 38)
GUM, TOOTH, MOUTH, TONGUE = (168, 84, 80), (226, 218, 202), (96, 36, 36), (164, 82, 80)
BROW = {
    "right": ((70, 63, 105, 66, 107), (55, 65, 52, 53, 46)),
    "left": ((300, 293, 334, 296, 336), (285, 295, 282, 283, 276)),
}
TEETH = {
    "upper_teeth": (8.6, 6.8, 7.6, 7.0, 6.8, 9.5, 9.5),
    "lower_teeth": (5.2, 5.8, 6.8, 7.0, 7.0, 10.5, 10.5),
}
"""Widths from the middle outwards, in millimetres (Wheeler's Dental Anatomy)."""
HAIRLINE = ((-0.209, -0.10), (-0.14, -0.085), (-0.085, -0.045), (-0.068, -0.01), (-0.052, 0.030),
            (-0.030, 0.045), (0.0, 0.056), (0.037, 0.062))  # fmt: skip
"""z and y, in metres, from the nape over the ear and the temple to the forehead."""


def paint(rig: StudioRig) -> NDArray[np.uint8]:
    """``(SIZE, SIZE, 3)`` sRGB, for the rig's texture coordinates."""
    rng = np.random.default_rng(1)  # pores and hairs lie the same way in every build
    rest = np.zeros((1, len(rig.description.channels)))
    points, part = _texels(rig, rig.vertices(rest)[0])
    landmarks = rig.landmarks478(rest)[0].astype(np.float64)
    coarse, fine, strands = _noise(rng, 24), _noise(rng, 2), _noise(rng, 3)
    picture = np.full((SIZE, SIZE, 3), SKIN, float)
    for centre, radius, amount in ((50, 0.022, 0.45), (280, 0.022, 0.45), (4, 0.014, 0.35),
                                   (152, 0.016, 0.2)):  # fmt: skip
        near = np.exp(-((points - landmarks[centre]) ** 2).sum(-1) / (2 * radius**2))
        _blend(picture, CHEEK, amount * near)
    ears = np.exp(-(((np.abs(points[..., 0]) - 0.084) / 0.008) ** 2))
    _blend(picture, CHEEK, 0.35 * ears * (np.abs(points[..., 1] + 0.02) < 0.04))
    picture *= (1.0 + 0.025 * coarse + 0.022 * fine)[..., None]
    _paint_lids(picture, points, landmarks)
    _blend(picture, LIP, _lip_mask(points, landmarks) * (0.85 + 0.1 * fine))
    for upper, lower in BROW.values():
        _paint_brow(picture, points, landmarks, (upper, lower), strands)
    _paint_hair(picture, points, part == rig.part_names.index("skin"), coarse, fine)
    _paint_mouth(picture, rig, points, part, landmarks)
    picture[part == EMPTY] = SKIN
    _paint_eyes(picture, rng)
    x, y = int(LASH_UV[0] * SIZE), int((1.0 - LASH_UV[1]) * SIZE)
    picture[y - 24 : y + 24, x - 24 : x + 24] = (30, 22, 18)
    return np.clip(picture, 0, 255).astype(np.uint8)


def _texels(rig: StudioRig, vertices: Field) -> tuple[Field, NDArray[np.int64]]:
    """Where on the head each texel is, and the part it belongs to."""
    flat = rig.uv.reshape(-1, 2).astype(np.float64) * [SIZE, -SIZE] + [0, SIZE]
    corners = np.arange(len(flat)).reshape(-1, 3)
    raster = rasterise(flat, np.ones(len(flat)), corners, width=SIZE, height=SIZE, two_sided=True)
    points = (vertices[rig.triangles[raster.triangle]] * raster.barycentric[..., None]).sum(2)
    part = np.where(raster.triangle == EMPTY, EMPTY, rig.parts[raster.triangle].astype(np.int64))
    # Texels just outside an island are looked up too, when the picture is filtered.
    missing = (part == EMPTY).astype(np.uint8)
    distance, label = cv2.distanceTransformWithLabels(
        missing, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    source = np.zeros(label.max() + 1, np.int64)
    source[label[missing == 0]] = np.flatnonzero(missing == 0)
    near = (distance > 0) & (distance < 8)
    points[near] = points.reshape(-1, 3)[source[label[near]]]
    part[near] = part.ravel()[source[label[near]]]
    return points, part


def _noise(rng: np.random.Generator, grain: int) -> Field:
    """Smooth noise of unit deviation, with grains of about that many texels."""
    small = rng.standard_normal((SIZE // grain, SIZE // grain)).astype(np.float32)
    return cv2.resize(small, (SIZE, SIZE), interpolation=cv2.INTER_CUBIC).astype(np.float64)


def _blend(picture: Field, colour: tuple[int, int, int], amount: Field) -> None:
    amount = np.clip(amount, 0.0, 1.0)[..., None]
    picture += amount * (np.array(colour, float) - picture)


def _smooth(x: Field) -> Field:
    x = np.clip(x, 0.0, 1.0)
    return x * x * (3.0 - 2.0 * x)


def _inside(points: Field, outline: Field, *, steps: int = 240) -> Field:
    """Signed distance, in metres, to a closed outline seen from in front; positive inside."""
    spline, _ = splprep(np.vstack([outline, outline[:1]])[:, :2].T, s=0.0, per=True)
    curve = np.stack(splev(np.linspace(0.0, 1.0, steps), spline), -1)
    low, high = curve.min(0) - 0.006, curve.max(0) + 0.006
    near = ((points[..., :2] > low) & (points[..., :2] < high)).all(-1) & (points[..., 2] > -0.03)
    signed = np.full(points.shape[:2], -1.0)
    contour = (curve * 1e4).astype(np.float32).reshape(-1, 1, 2)
    signed[near] = [
        cv2.pointPolygonTest(contour, (float(x), float(y)), measureDist=True) * 1e-4
        for x, y in points[near][:, :2] * 1e4
    ]
    return signed


def _lip_mask(points: Field, landmarks: Field) -> Field:
    loop = [MOUTH_CORNERS[0], *UPPER_LIP_OUTER, MOUTH_CORNERS[1], *LOWER_LIP_OUTER[::-1]]
    return _smooth(0.5 + _inside(points, landmarks[loop]) / 0.0022)


def _paint_lids(picture: Field, points: Field, landmarks: Field) -> None:
    """Darken the rims of the lids and the skin around the eyes."""
    for corners, upper, lower in (
        (RIGHT_EYE_CORNERS, RIGHT_UPPER_LID, RIGHT_LOWER_LID),
        (LEFT_EYE_CORNERS, LEFT_UPPER_LID, LEFT_LOWER_LID),
    ):
        loop = landmarks[[corners[0], *upper, corners[1], *lower[::-1]]]
        away = np.full(points.shape[:2], 1.0)
        near = (np.abs(points - loop.mean(0)) < 0.03).all(-1)
        dense = np.concatenate([loop + t * (np.roll(loop, -1, 0) - loop) for t in (0, 0.33, 0.67)])
        away[near] = np.linalg.norm(points[near][:, None] - dense[None], axis=-1).min(1)
        _blend(picture, (120, 78, 66), 0.5 * _smooth(1.0 - away / 0.0022))
        _blend(picture, (176, 118, 104), 0.3 * _smooth(1.0 - away / 0.012))


def _paint_brow(
    picture: Field,
    points: Field,
    landmarks: Field,
    rows: tuple[tuple[int, ...], tuple[int, ...]],
    strands: Field,
) -> None:
    signed = _inside(points, landmarks[[*rows[0], *rows[1]]])
    middle = landmarks[[*rows[0], *rows[1]]].mean(0)
    # Hairs run outwards and up; stretched noise makes them.
    lean = np.sign(middle[0]) * 0.5
    across = points[..., 1] - lean * points[..., 0]
    hairs = 0.5 + 0.5 * np.sin(across * 5200.0 + 0.9 * strands)
    body = _smooth((signed + 0.0012) / 0.0042)
    _blend(picture, HAIR, body * (0.5 + 0.4 * hairs))


def _paint_hair(
    picture: Field, points: Field, skin: NDArray[np.bool_], coarse: Field, fine: Field
) -> None:
    """Hair cropped to a millimetre, behind and above the hairline; not on the ears."""
    z, y = np.array(HAIRLINE).T
    above = points[..., 1] - np.interp(points[..., 2], z, y)
    cover = _smooth((above + 0.002 * coarse + 0.0015 * fine) / 0.011)
    x, y, z = np.abs(points[..., 0]), points[..., 1], points[..., 2]
    ear = (y < 0.012) & ((x > 0.0775) | ((y < -0.003) & (y > -0.06) & (z > -0.105) & (z < -0.062)))
    cover *= (1.0 - ear) * skin * (points[..., 1] > -0.11)
    _blend(picture, HAIR, cover * (0.86 + 0.12 * fine))


def _paint_mouth(
    picture: Field, rig: StudioRig, points: Field, part: NDArray[np.int64], landmarks: Field
) -> None:
    """Gums and single teeth, tongue, and the inside of the cheeks."""
    mouth = part == rig.part_names.index("mouth")
    picture[mouth] = MOUTH
    lip_depth = points[..., 2] - (landmarks[[13, 14], 2].mean() - 0.012)
    _blend(picture, LIP, np.where(mouth, _smooth(lip_depth / 0.012), 0.0))
    tongue = part == rig.part_names.index("tongue")
    picture[tongue] = TONGUE
    for name, sign, edge in (("upper_teeth", 1.0, -0.0711), ("lower_teeth", -1.0, -0.0716)):
        teeth = part == rig.part_names.index(name)
        x, y, z = points[teeth].T
        height = sign * (y - (edge + 0.115 * (0.0117 - z)))
        angle = np.arctan2(np.abs(x), z + 0.04)
        # The dental arch is near an ellipse of these half-axes around (0, -0.04).
        table = np.linspace(0.0, 1.7, 200)
        arch = np.stack([0.034 * np.sin(table), 0.0527 * np.cos(table)], 1)
        length = np.concatenate([[0.0], np.linalg.norm(np.diff(arch, axis=0), axis=1).cumsum()])
        along = np.interp(angle, np.arctan2(arch[:, 0], arch[:, 1]), length)
        gaps = np.cumsum((0.0, *TEETH[name])) / 1000.0
        nearest = np.abs(along[:, None] - gaps[None]).min(1)
        colour = np.tile(np.array(TOOTH, float), (len(x), 1))
        colour *= (1.0 - 0.55 * np.exp(-((nearest / 0.0004) ** 2)))[:, None]
        colour *= (0.86 + 0.14 * _smooth(nearest / 0.0025))[:, None]
        scallop = 0.0085 - 0.0016 * _smooth(1.0 - nearest / 0.0025)
        gum = _smooth((height - scallop) / 0.0008)[:, None]
        picture[teeth] = colour * (1.0 - gum) + np.array(GUM) * gum


def _paint_eyes(picture: Field, rng: np.random.Generator) -> None:
    """An eyeball around its pole: reddish sclera, iris with fibres and a dark rim, pupil."""
    radius = EYE_UV_RADIUS * SIZE
    centre = np.array([EYE_UV[0], 1.0 - EYE_UV[1]]) * SIZE
    rows, columns = np.mgrid[0:SIZE, 0:SIZE]
    x, y = columns + 0.5 - centre[0], rows + 0.5 - centre[1]
    angle = np.hypot(x, y) / radius * 180.0
    ball = angle < 182.0
    turn = np.arctan2(y, x)
    fibres = np.zeros_like(turn)
    for frequency in (17, 31, 53, 89):
        phase = rng.uniform(0, 2 * np.pi)
        fibres += np.sin(frequency * turn + phase + 0.15 * angle) / 4.0
    across = np.clip((angle - PUPIL_ANGLE) / (IRIS_ANGLE - PUPIL_ANGLE), 0.0, 1.0)
    eye = np.full((SIZE, SIZE, 3), (228, 222, 216), float)
    _blend(eye, (206, 150, 140), 0.5 * _smooth((angle - 40.0) / 35.0))
    iris = np.array((104, 74, 48), float) * (1.0 + 0.28 * fibres[..., None])
    iris += (1.0 - across[..., None]) * np.array((34, 16, 0))
    iris *= (1.0 - 0.65 * _smooth((across - 0.78) / 0.22))[..., None]
    inside = _smooth((IRIS_ANGLE + 0.7 - angle) / 1.4)[..., None]
    eye = eye * (1.0 - inside) + iris * inside
    _blend(eye, (8, 6, 6), _smooth((PUPIL_ANGLE + 0.5 - angle) / 1.0))
    picture[ball] = eye[ball]
