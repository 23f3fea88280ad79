"""Turns MakeHuman's eyelash cards, which need a transparent texture, into single hairs."""

from collections import deque

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix

ROOT_WIDTH = 0.004  # decimetres
UNEVENNESS = 0.35
LASH_UV = (0.58, 0.06)  # a dark patch of the texture
LASHES = 10  # index of the part in rig_mesh.PARTS

Piece = tuple[csr_matrix, NDArray[np.int64], NDArray[np.float64], NDArray[np.int64]]


def make_lashes(
    mean: NDArray[np.float64],
    quads: NDArray[np.int64],
    rims: NDArray[np.int64],
    n_hairs: int,
    length: float,
) -> Piece:
    """Grow hairs on a card; they follow its four corners around each point.

    Args:
        mean: ``(V, 3)`` base mesh in decimetres.
        quads: ``(n, 4)`` the card, a bent grid.
        rims: vertices of the lids' rims, where the hairs have their roots.
        n_hairs: how many.
        length: of the longest, as a share of the card's depth.
    """
    grid = _grid(mean, quads, rims)
    n_rows, n_columns = grid.shape
    at = (np.arange(n_hairs) + 0.5) / n_hairs * (n_columns - 1)
    width = np.linalg.norm(np.diff(mean[grid[0]], axis=0), axis=1).mean()
    half = 0.5 * ROOT_WIDTH / width  # in columns
    rows, columns, shares = [], [], []
    for hair, column in enumerate(at):
        # Of uneven lengths, the same from the middle of the eye in both directions.
        uneven = 1.0 - UNEVENNESS * (0.5 + 0.5 * np.cos(2.4 * (hair - 0.5 * (n_hairs - 1)) ** 2))
        tip = length * uneven * (n_rows - 1)
        corners = ((-half, 0.0), (half, 0.0), (0.7 * half, 0.5 * tip), (-0.7 * half, 0.5 * tip),
                   (0.0, tip))  # fmt: skip
        for corner, (aside, along) in enumerate(corners):
            c = np.clip(column + aside, 0.0, n_columns - 1.001)
            i, j, u, v = int(along), int(c), along % 1.0, c % 1.0
            rows += [5 * hair + corner] * 4
            columns += [grid[i, j], grid[i, j + 1], grid[i + 1, j], grid[i + 1, j + 1]]
            shares += [(1 - u) * (1 - v), (1 - u) * v, u * (1 - v), u * v]
    matrix = coo_matrix((shares, (rows, columns)), (5 * n_hairs, len(mean))).tocsr()
    pattern = np.array([[0, 1, 2], [0, 2, 3], [3, 2, 4]])
    triangles = (np.arange(n_hairs)[:, None, None] * 5 + pattern).reshape(-1, 3)
    points = matrix @ mean
    normal = np.cross(*(points[triangles[0, k]] - points[triangles[0, 0]] for k in (1, 2)))
    if normal[2] < 0.0:  # the front of the hairs looks out of the eye
        triangles = triangles[:, ::-1]
    uv = np.broadcast_to(LASH_UV, (len(triangles), 3, 2))
    return matrix, triangles, uv, np.full(len(triangles), LASHES)


def _grid(
    mean: NDArray[np.float64], quads: NDArray[np.int64], rims: NDArray[np.int64]
) -> NDArray[np.int64]:
    """``(rows, columns)`` vertices of a card; the first row is at the lid."""
    neighbours: dict[int, set[int]] = {}
    uses: dict[int, int] = {}
    for quad in quads.tolist():
        for k in range(4):
            a, b = quad[k], quad[(k + 1) % 4]
            neighbours.setdefault(a, set()).add(b)
            neighbours.setdefault(b, set()).add(a)
            uses[a] = uses.get(a, 0) + 1
    corners = [vertex for vertex, count in uses.items() if count == 1]
    far = {corner: _steps(neighbours, corner) for corner in corners}
    first = corners[0]
    by_distance = sorted(corners[1:], key=lambda corner: far[first][corner])
    across, along, opposite = by_distance
    rows = [
        [_walk(neighbours, start, end, far) for start, end in ((first, along), (across, opposite))]
    ][0]
    n_rows = far[first][across] + 1
    closeness = [
        np.linalg.norm(mean[row][:, None] - mean[rims][None], axis=-1).min(1).mean() for row in rows
    ]
    start, end = (rows[0], rows[1]) if closeness[0] < closeness[1] else (rows[1], rows[0])
    columns = [_straight(neighbours, a, b, n_rows) for a, b in zip(start, end, strict=True)]
    return np.array(columns).T


def _steps(neighbours: dict[int, set[int]], start: int) -> dict[int, int]:
    """How many edges every vertex is away from one."""
    steps = {start: 0}
    queue = deque([start])
    while queue:
        here = queue.popleft()
        for there in neighbours[here] - steps.keys():
            steps[there] = steps[here] + 1
            queue.append(there)
    return steps


def _walk(
    neighbours: dict[int, set[int]], start: int, end: int, far: dict[int, dict[int, int]]
) -> list[int]:
    """The side of the grid between two of its corners."""
    return _straight(neighbours, start, end, far[start][end] + 1)


def _straight(neighbours: dict[int, set[int]], start: int, end: int, length: int) -> list[int]:
    """The line of the grid from ``start`` to ``end``: the only path of that length."""
    goal = _steps(neighbours, end)
    line = [start]
    while line[-1] != end:
        line.append(min(neighbours[line[-1]], key=lambda vertex: goal[vertex]))
    if len(line) != length:
        raise ValueError("the eyelashes are not a grid")
    return line
