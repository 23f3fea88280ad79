"""Which of MediaPipe's face landmarks is what; the rig has a point for each of them.

Left and right are the person's own.
"""

N_MESH = 468
"""Landmarks of the Face Mesh."""

N_LANDMARKS = 478
"""The same and five points of each iris."""

RIGHT_IRIS = (468, 469, 470, 471, 472)
LEFT_IRIS = (473, 474, 475, 476, 477)
"""Centre, then four points of the rim."""

UPPER_LIP_INNER = (191, 80, 81, 82, 13, 312, 311, 310, 415)
LOWER_LIP_INNER = (95, 88, 178, 87, 14, 317, 402, 318, 324)
"""From the right corner to the left one, without the corners."""

UPPER_LIP_OUTER = (185, 40, 39, 37, 0, 267, 269, 270, 409)
LOWER_LIP_OUTER = (146, 91, 181, 84, 17, 314, 405, 321, 375)

UPPER_LIP_RINGS = (
    (183, 42, 41, 38, 12, 268, 271, 272, 407),
    (184, 74, 73, 72, 11, 302, 303, 304, 408),
)
LOWER_LIP_RINGS = (
    (96, 89, 179, 86, 15, 316, 403, 319, 325),
    (77, 90, 180, 85, 16, 315, 404, 320, 307),
)
"""Between the inner and the outer contour, the inner ring first."""

MOUTH_CORNERS = (61, 291, 78, 308)
"""Outer right, outer left, inner right, inner left."""

MOUTH_CORNER_RINGS = (62, 76, 292, 306)
"""Between the outer and the inner corners."""

UPPER_LIP = UPPER_LIP_OUTER + UPPER_LIP_INNER + UPPER_LIP_RINGS[0] + UPPER_LIP_RINGS[1]
LOWER_LIP = LOWER_LIP_OUTER + LOWER_LIP_INNER + LOWER_LIP_RINGS[0] + LOWER_LIP_RINGS[1]
LIPS = UPPER_LIP + LOWER_LIP + MOUTH_CORNERS + MOUTH_CORNER_RINGS

RIGHT_UPPER_LID = (246, 161, 160, 159, 158, 157, 173)
RIGHT_LOWER_LID = (7, 163, 144, 145, 153, 154, 155)
LEFT_UPPER_LID = (466, 388, 387, 386, 385, 384, 398)
LEFT_LOWER_LID = (249, 390, 373, 374, 380, 381, 382)
"""From the outer corner to the inner one, without the corners."""

RIGHT_EYE_CORNERS = (33, 133)
LEFT_EYE_CORNERS = (263, 362)
"""Outer, inner."""

FACE_OVAL = (
    10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377,
    152, 148, 176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
)  # fmt: skip
"""Around the face from the top of the forehead over the left side."""

IBUG_68 = (
    127, 234, 93, 58, 172, 136, 150, 176, 152, 400, 379, 365, 397, 288, 323, 454, 356,
    70, 63, 105, 66, 107, 336, 296, 334, 293, 300,
    168, 197, 5, 4, 98, 97, 2, 326, 327,
    33, 160, 158, 133, 153, 144, 362, 385, 387, 263, 373, 380,
    61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181,
    78, 81, 13, 311, 308, 402, 14, 178,
)  # fmt: skip
"""The landmarks of the 68-point iBUG order: jaw, brows, nose, eyes, outer and inner lips."""
