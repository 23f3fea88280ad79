"""How far each part of a photograph follows the head."""

import cv2
import numpy as np
from numpy.typing import NDArray
from scipy import ndimage, sparse
from scipy.sparse.linalg import spsolve

_CELLS = 24  # of the coarse picture, over the height of the face
_ACROSS = 1e-3  # how well stiffness passes from the person to the background
_TRUST = 4.0  # of a vertex of the rig against one neighbouring cell


def follow_head(
    person: NDArray[np.bool_],
    pixels: NDArray[np.floating],
    weight: NDArray[np.floating],
    face_height: float,
) -> NDArray[np.float32]:
    """Spread the stiffness of the rig over the person that it was fitted to.

    It spreads within the person: a collar beside the cheek hangs on the shoulders, from which one
    gets to it without leaving the person, and hair hangs on the head.

    Args:
        person: ``(H, W)`` where the person is.
        pixels: ``(n, 2)`` where vertices of the rig are seen.
        weight: ``(n,)`` share of the head's motion that each has.
        face_height: in pixels.

    Returns:
        ``(H, W)`` 0 to 1.
    """
    scale = min(1.0, _CELLS / face_height)
    height, width = person.shape
    size = (max(2, round(width * scale)), max(2, round(height * scale)))
    inside = cv2.resize(person.astype(np.float32), size, interpolation=cv2.INTER_AREA) > 0.5
    known, value = np.zeros(inside.size), np.zeros(inside.size)
    column, row = (
        np.clip(np.floor(pixels[:, k] * scale), 0, size[k] - 1).astype(int) for k in (0, 1)
    )
    cell = row * size[0] + column
    np.add.at(known, cell, 1.0)
    np.add.at(value, cell, weight)
    value /= np.maximum(known, 1.0)
    trust = _TRUST * (known > 0) * inside.reshape(-1)
    if not trust.any():
        return np.zeros(person.shape, np.float32)
    laplacian = _laplacian(inside) + sparse.diags(trust + 1e-9)
    solved = spsolve(laplacian.tocsc(), trust * value).reshape(inside.shape)
    if inside.any():  # the background beside the person goes with its nearest edge
        nearest = ndimage.distance_transform_edt(
            ~inside, return_distances=False, return_indices=True
        )
        solved = solved[nearest[0], nearest[1]]
    share = np.clip(solved, 0.0, 1.0).astype(np.float32)
    return cv2.resize(share, (width, height), interpolation=cv2.INTER_LINEAR)


def _laplacian(inside: NDArray[np.bool_]) -> sparse.csr_matrix:
    """Of the grid of cells; borders of the person let next to nothing through."""
    index = np.arange(inside.size).reshape(inside.shape)
    pairs = [(index[:, :-1], index[:, 1:]), (index[:-1], index[1:])]
    flat = inside.reshape(-1)
    rows, columns, values = [], [], []
    for a, b in ((a.ravel(), b.ravel()) for a, b in pairs):
        flow = np.where(flat[a] == flat[b], 1.0, _ACROSS)
        rows += [a, b]
        columns += [b, a]
        values += [flow, flow]
    shape = (inside.size, inside.size)
    links = sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(columns))), shape
    )
    return sparse.diags(np.asarray(links.sum(1)).ravel()) - links
