"""Makes the eyelids meet exactly when a blink is at 1, as seen from in front."""

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.face.camera import look_at
from dimitra_studio.render.rasterise import EMPTY, rasterise
from installer.rig_expression import Deltas
from installer.rig_mesh import PARTS, Bust, eye_centre

SIZE, SPAN = 400, 0.05  # pixels, metres around one eye
TRIED = np.linspace(0.4, 1.6, 25)  # of the face unit's own travel
MARGIN = 0.02  # travel beyond the first closed one, against rounding
EYE_PARTS = ("sclera", "iris", "pupil")


def close_lids(deltas: Deltas, vertices: NDArray[np.float64], bust: Bust) -> Deltas:
    """Scale the travel of the lids, column by column, to the least that hides the eyeball."""
    closed = dict(deltas)
    for eye, side in zip(bust.eyes, ("Left", "Right"), strict=True):
        name = f"eyeBlink{side}"
        centre = eye_centre(vertices, eye)
        columns, travel = _closing_travel(vertices, deltas[name], bust, centre)
        x = vertices[:, 0]
        closed[name] = deltas[name] * np.interp(x, columns, travel)[:, None]
    return closed


def visible_eye(
    vertices: NDArray[np.float64], bust: Bust, centre: NDArray[np.float64]
) -> NDArray[np.int64]:
    """``(SIZE,)`` how many pixels of the eyeball each column of a close-up shows."""
    camera = look_at(centre, width=SIZE, height=SIZE, span=SPAN)
    raster = rasterise(
        camera.project(vertices), camera.depth(vertices), bust.triangles,
        width=SIZE, height=SIZE,
    )  # fmt: skip
    eyeball = np.isin(bust.parts, [PARTS.index(part) for part in EYE_PARTS])
    return (eyeball[raster.triangle] & (raster.triangle != EMPTY)).sum(0)


def _closing_travel(
    vertices: NDArray[np.float64],
    delta: NDArray[np.float64],
    bust: Bust,
    centre: NDArray[np.float64],
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the columns are, and how far the lids must travel there to close."""
    # Lashes would hide the eyeball before the lids do.
    bare = bust.without("lashes")
    seen = np.stack([visible_eye(vertices + travel * delta, bare, centre) for travel in TRIED])
    open_columns = np.flatnonzero(visible_eye(vertices, bare, centre))
    last_open = np.where(seen > 0, np.arange(len(TRIED))[:, None], -1).max(0)
    if last_open.max() == len(TRIED) - 1:
        raise ValueError("the lids do not close")
    travel = TRIED[last_open[open_columns] + 1] + MARGIN
    # The lid is stiff: it follows the envelope of what its columns need.
    width = len(open_columns) // 6
    padded = np.pad(travel, width, mode="edge")
    envelope = np.array([padded[k : k + 2 * width + 1].max() for k in range(len(travel))])
    kernel = np.hanning(2 * width + 3)[1:-1]
    smooth = np.convolve(np.pad(envelope, width, mode="edge"), kernel / kernel.sum(), "valid")
    x = centre[0] + ((open_columns + 0.5) / SIZE - 0.5) * SPAN
    return x, np.maximum(smooth, travel)
