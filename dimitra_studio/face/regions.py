"""Pairs of landmarks that open and close, and how far each landmark may be trusted."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.landmarks import (
    FACE_OVAL,
    LEFT_EYE_CORNERS,
    LEFT_IRIS,
    LEFT_LOWER_LID,
    LEFT_UPPER_LID,
    LIPS,
    LOWER_LIP_INNER,
    N_LANDMARKS,
    RIGHT_EYE_CORNERS,
    RIGHT_IRIS,
    RIGHT_LOWER_LID,
    RIGHT_UPPER_LID,
    UPPER_LIP_INNER,
)

EYE_CORNERS = (RIGHT_EYE_CORNERS[0], LEFT_EYE_CORNERS[0])
"""The outer corners of the eyes; their distance is the unit of every error here."""

SIDES = ("Left", "Right")

LIP_GAPS = tuple(zip(UPPER_LIP_INNER, LOWER_LIP_INNER, strict=True))
"""Upper and lower landmark of the inner lips, from the person's right to the left."""

MIDDLE_GAP = (13, 14)
"""Where the opening of the mouth is measured."""

LIP_WIDTHS = ((61, 291), (78, 308))
"""Corners of the mouth, outside and inside."""

LID_GAPS = {
    "Left": tuple(zip(LEFT_UPPER_LID[2:5], LEFT_LOWER_LID[2:5], strict=True)),
    "Right": tuple(zip(RIGHT_UPPER_LID[2:5], RIGHT_LOWER_LID[2:5], strict=True)),
}
"""Upper and lower landmark of the middle of the lids."""

LID_CORNERS = {"Left": LEFT_EYE_CORNERS, "Right": RIGHT_EYE_CORNERS}
LIDS = LEFT_UPPER_LID + LEFT_LOWER_LID + RIGHT_UPPER_LID + RIGHT_LOWER_LID

_BROWS = (
    276, 282, 283, 285, 293, 295, 296, 300, 334, 336, 46, 52, 53, 55, 63, 65, 66, 70, 105, 107,
)  # fmt: skip
_NOSE = (
    1, 2, 4, 5, 6, 19, 45, 48, 64, 94, 97, 98, 115, 168, 195, 197, 220, 275, 278, 294, 326, 327,
    344, 440,
)  # fmt: skip
_CHIN = (152, 148, 377, 175, 171, 396, 199, 208, 428, 200, 18, 83, 313, 201, 421, 176, 400)
_JAW = (
    0, 11, 12, *LIPS, *_CHIN, 32, 262, 140, 369, 169, 394, 170, 395, 135, 364, 136, 365, 138, 367,
    149, 150, 378, 379, 172, 397, 192, 416, 194, 418, 204, 424, 211, 431, 210, 430, 214, 434, 202,
    422, 212, 432, 57, 287, 43, 273, 106, 335, 182, 406, 186, 410, 92, 322, 165, 391, 167, 393,
    164, 216, 436, 207, 427, 187, 411, 205, 425, 206, 426, 203, 423, 58, 288, 215, 435, 213, 433,
)  # fmt: skip


def _weights(default: float, *groups: tuple[tuple[int, ...], float]) -> NDArray[np.float64]:
    weights = np.full(N_LANDMARKS, default)
    for points, weight in groups:
        weights[list(points)] = weight
    weights.flags.writeable = False
    return weights


SHAPE_WEIGHTS = _weights(
    0.5,
    (FACE_OVAL, 0.1),  # the contour slides along the jaw when the head turns
    (_CHIN, 0.5),
    (_NOSE, 1.0),
    (_BROWS, 3.0),
    (LIDS, 1.5),
    (LEFT_IRIS + RIGHT_IRIS, 5.0),  # only the gaze moves them, and they are seen well
    (LIPS, 3.0),
)
"""Of each landmark when expression and identity are fitted."""

CURVE_WEIGHTS = SHAPE_WEIGHTS.copy()
"""Of each landmark when curves are fitted; those of the lids are found apart."""
CURVE_WEIGHTS[list(LIDS)] = 0.0
CURVE_WEIGHTS.flags.writeable = False

ALL_IRISES = LEFT_IRIS + RIGHT_IRIS

POSE_WEIGHTS = _weights(
    0.5,
    (_JAW, 0.0),
    (FACE_OVAL, 0.1),
    (_CHIN, 0.0),
    (_BROWS, 0.1),
    (LIDS, 0.0),
    (LEFT_IRIS + RIGHT_IRIS, 0.0),
    (LEFT_EYE_CORNERS + RIGHT_EYE_CORNERS, 2.0),
    (_NOSE, 1.0),
)
"""Of each landmark when the pose is fitted: the parts that no expression moves."""
