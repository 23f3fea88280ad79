"""Finds the point of the rig's surface behind each landmark of MediaPipe's Face Mesh."""

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face import landmarks as lm
from dimitra_studio.face.camera import Camera, look_at
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.mesh import MeshRenderer
from dimitra_studio.render.mesh_shading import vertex_normals
from dimitra_studio.render.rasterise import EMPTY, rasterise

YAWS, PITCHES = (-0.6, -0.4, -0.2, 0.0, 0.2, 0.4, 0.6), (-0.2, 0.0, 0.2)  # radians
SIZE, SPAN = 640, 0.30  # pixels, metres
POSES: dict[str, dict[str, float]] = {
    "neutral": {},
    "ajar": {"jawOpen": 0.25},
    "open": {"jawOpen": 0.6},
    "half": {"eyeBlinkLeft": 0.5, "eyeBlinkRight": 0.5},
    "shut": {"eyeBlinkLeft": 1.0, "eyeBlinkRight": 1.0},
}
FOLDS = (
    (
        lm.UPPER_LIP_INNER + lm.LOWER_LIP_INNER + lm.UPPER_LIP_RINGS[0] + lm.LOWER_LIP_RINGS[0],
        ("neutral", "ajar", "open"),
        ("skin", "lips", "mouth"),
    ),
    (
        lm.RIGHT_UPPER_LID + lm.RIGHT_LOWER_LID + lm.LEFT_UPPER_LID + lm.LEFT_LOWER_LID,
        ("neutral", "half", "shut"),
        ("skin",),
    ),
)
"""Landmarks where one pose does not tell the surfaces apart: which, the poses, the parts."""
MIDDLE = 0.015  # metres from the middle of the face within which no turn hides a landmark
SKIN_PARTS = ("skin", "lips")
IRIS_DIRECTIONS = ((1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0))
"""Where the four points of the rim are in a picture of either eye, x to the person's left."""
MIRRORED_IRIS = (0, 3, 2, 1, 4)
SAMPLES = 6  # per edge of a triangle, for the nearest point of the surface

COLOURS = {
    "skin": (222, 178, 152), "lips": (182, 104, 98), "mouth": (70, 24, 24), "socket": (90, 45, 40),
    "sclera": (236, 232, 228), "iris": (92, 62, 40), "pupil": (12, 10, 10),
    "upper_teeth": (238, 230, 214), "lower_teeth": (232, 224, 208), "tongue": (176, 88, 86),
    "lashes": (34, 24, 20),
}  # fmt: skip

Points = NDArray[np.float64]


def find_landmarks(
    arrays: dict[str, NDArray], mirror: NDArray[np.int64], skin: NDArray[np.uint8] | None = None
) -> dict[str, NDArray]:
    """Compute the landmark arrays of the file.

    Args:
        arrays: the file's other arrays.
        mirror: ``(V,)`` the vertex on the other side of the face.
        skin: the texture to draw the rig with; plain colours for None.
    """
    rig = StudioRig(_no_landmarks() | arrays)
    poses = {name: _surface_points(rig, values, skin) for name, values in POSES.items()}
    pairs = mirror_pairs()
    goals = {name: _symmetrise(points, pairs) for name, (points, _) in poses.items()}
    vertices, weights = _on_surface(rig, {"neutral": goals["neutral"]}, SKIN_PARTS)
    for chosen, names, parts in FOLDS:
        found = _on_surface(rig, {name: goals[name] for name in names}, parts)
        vertices[list(chosen)], weights[list(chosen)] = (array[list(chosen)] for array in found)
    for side, iris in (("left", lm.LEFT_IRIS), ("right", lm.RIGHT_IRIS)):
        vertices[list(iris)], weights[list(iris)] = _iris(rig, left=side == "left")
    _mirror_exactly(vertices, weights, pairs, mirror)
    print(f"landmarks: views agree within {1000 * np.median(poses['neutral'][1]):.2f} mm (median)")
    return {
        "landmark_vertices": vertices.astype(np.uint16),
        "landmark_weights": weights.astype(np.float32),
        "landmark_mirror": pairs.astype(np.uint16),
    }


def _no_landmarks() -> dict[str, NDArray]:
    """Place-holders: the rig is needed to find its own landmarks."""
    corners = np.tile(np.arange(3), (lm.N_LANDMARKS, 1))
    return {
        "landmark_vertices": corners,
        "landmark_weights": np.full(corners.shape, 1.0 / 3.0),
        "landmark_mirror": np.arange(lm.N_LANDMARKS),
    }


def _plain(rig: StudioRig, vertices: Points, camera: Camera) -> NDArray[np.uint8]:
    """A shaded picture in one colour for each part, for when there is no texture yet."""
    raster = rasterise(
        camera.project(vertices), camera.depth(vertices), rig.triangles,
        width=camera.width, height=camera.height,
    )  # fmt: skip
    palette = np.array([COLOURS[name] for name in rig.part_names], float)
    normals = vertex_normals(vertices, rig.triangles)[rig.triangles[raster.triangle]]
    normal = (normals * raster.barycentric[..., None]).sum(2)
    light = np.array([0.25, 0.45, 0.85]) / np.linalg.norm([0.25, 0.45, 0.85])
    shade = 0.4 + 0.6 * np.clip(normal @ light, 0.0, 1.0)
    colours = palette[rig.parts[raster.triangle]] * shade[..., None]
    colours[raster.triangle == EMPTY] = 96.0
    return colours.astype(np.uint8)


def _surface_points(
    rig: StudioRig, values: dict[str, float], skin: NDArray[np.uint8] | None
) -> tuple[Points, Points]:
    """``(478, 3)`` the mean over the views of the point behind each landmark, and their spread.

    Positions are those of the unturned head with these blendshapes.
    """
    from mediapipe.python.solutions.face_mesh import FaceMesh

    still = rig.vertices(_curves(values))[0]
    camera = look_at((0.0, -0.03, 0.0), width=SIZE, height=SIZE, span=SPAN)
    renderer = None if skin is None else MeshRenderer(rig, camera=camera, skin=skin, backend="cpu")
    hits, trust = [], []
    with FaceMesh(static_image_mode=True, refine_landmarks=True) as face_mesh:
        for yaw in YAWS:
            for pitch in PITCHES:
                turned = rig.vertices(_curves(values | {"headYaw": yaw, "headPitch": pitch}))[0]
                image = _plain(rig, turned, camera) if renderer is None else renderer.draw(turned)
                found = face_mesh.process(image).multi_face_landmarks
                if not found:
                    continue
                pixels = np.array([(p.x, p.y) for p in found[0].landmark]) * SIZE
                points, facing = _behind(rig, turned, still, camera, pixels)
                hits.append(points)
                frontal = np.exp(-((yaw / 0.35) ** 2) - (pitch / 0.25) ** 2)
                trust.append(facing * _on_near_side(points, yaw) * frontal)
    points, weights = np.stack(hits), np.stack(trust)[..., None]
    mean = _robust_mean(points, weights)
    spread = np.sqrt((weights * (points - mean) ** 2).sum((0, 2)) / weights.sum((0, 2)))
    return mean, spread


def _behind(
    rig: StudioRig,
    turned: Points,
    still: Points,
    camera: Camera,
    pixels: Points,
) -> tuple[Points, Points]:
    """The skin behind pixels, on the unturned head, and how much it faces the camera."""
    chosen = np.flatnonzero(rig.part(*SKIN_PARTS))
    raster = rasterise(
        camera.project(turned), camera.depth(turned), rig.triangles[chosen],
        width=camera.width, height=camera.height,
    )  # fmt: skip
    rows, columns = np.nonzero(raster.triangle != EMPTY)
    # A landmark beside the skin, in the gap of the eye or off the cheek, gets the nearest of it.
    distance, nearest = cKDTree(np.stack([columns, rows], 1) + 0.5).query(pixels)
    row, column = rows[nearest], columns[nearest]
    corners = rig.triangles[chosen[raster.triangle[row, column]]]
    share = raster.barycentric[row, column][..., None]
    points = (still[corners] * share).sum(1)
    normal = (vertex_normals(turned, rig.triangles)[corners] * share).sum(1)
    view = np.array(camera.position) - (turned[corners] * share).sum(1)
    facing = (normal * view).sum(1) / np.linalg.norm(view, axis=1)
    return points, np.clip(facing, 0.02, 1.0) ** 2 / (1.0 + distance)


def _on_near_side(points: Points, yaw: float) -> Points:
    """Nearly 0 for landmarks that the turned face hides, 1 for the others.

    Face Mesh guesses where a hidden landmark is, and the guess falls on the wrong cheek.
    """
    return np.where(points[:, 0] * yaw > MIDDLE * abs(yaw), 1e-6, 1.0)


def _robust_mean(points: Points, weights: Points) -> Points:
    """Weighted mean that gives little to views far from the others."""
    mean = (weights * points).sum(0) / weights.sum(0)
    for _ in range(10):
        away = np.linalg.norm(points - mean, axis=-1, keepdims=True)
        soft = weights / (away + 5e-4)
        mean = (soft * points).sum(0) / soft.sum(0)
    return mean


def mirror_pairs() -> NDArray[np.int64]:
    """``(478,)`` the landmark on the other side of the face, from Face Mesh's own network.

    Going out from the middle of the forehead, the third corner of each triangle has its image in
    the third corner of the triangle's image.
    """
    from mediapipe.python.solutions.face_mesh_connections import FACEMESH_TESSELATION

    linked: list[set[int]] = [set() for _ in range(lm.N_MESH)]
    for a, b in FACEMESH_TESSELATION:
        linked[a].add(b)
        linked[b].add(a)
    image = {10: 10, 151: 151, 109: 338, 338: 109}
    while True:
        before = len(image)
        for a, b in FACEMESH_TESSELATION:
            if a not in image or b not in image:
                continue
            here = (linked[a] & linked[b]) - image.keys()
            there = (linked[image[a]] & linked[image[b]]) - image.keys()
            if len(here) == len(there) == 1:  # anything else is settled from another side
                c, d = here.pop(), there.pop()
                image[c], image[d] = d, c
        if len(image) == before:
            break
    if len(image) != lm.N_MESH:
        raise ValueError(f"only {len(image)} landmarks have a mirror image")
    pairs = np.array([image[index] for index in range(lm.N_MESH)] + [0] * 10)
    pairs[list(lm.RIGHT_IRIS)] = np.array(lm.LEFT_IRIS)[list(MIRRORED_IRIS)]
    pairs[list(lm.LEFT_IRIS)] = np.array(lm.RIGHT_IRIS)[list(MIRRORED_IRIS)]
    return pairs


def _symmetrise(points: Points, pairs: NDArray[np.int64]) -> Points:
    return 0.5 * (points + points[pairs] * [-1.0, 1.0, 1.0])


def _on_surface(
    rig: StudioRig, goals: dict[str, Points], parts: tuple[str, ...]
) -> tuple[NDArray[np.int64], Points]:
    """The point of the surface that is nearest to its goals in all these poses together.

    One pose cannot tell surfaces apart that touch in it, such as closed lips; several can.
    """
    triangles = rig.triangles[rig.part(*parts)]
    steps = np.arange(SAMPLES + 1)
    grid = np.array([(i, j, SAMPLES - i - j) for i in steps for j in steps[: SAMPLES + 1 - i]])
    grid = grid / SAMPLES
    cloud = [
        np.einsum("gk,nkc->ngc", grid, rig.vertices(_curves(POSES[name]))[0][triangles])
        for name in goals
    ]
    tree = cKDTree(np.concatenate(cloud, -1).reshape(-1, 3 * len(goals)))
    _, index = tree.query(np.concatenate(list(goals.values()), -1))
    triangle, weight = np.divmod(index, len(grid))
    return triangles[triangle].astype(np.int64), grid[weight]


def _iris(rig: StudioRig, *, left: bool) -> tuple[NDArray[np.int64], Points]:
    """The middle of the pupil and four points of the iris's rim; each is a vertex."""
    rest = rig.vertices(_curves({}))[0]
    sides = rest[rig.triangles].mean(1)[:, 0] > 0.0
    pupil, iris, sclera = (
        np.unique(rig.triangles[rig.part(name) & (sides == left)])
        for name in ("pupil", "iris", "sclera")
    )
    rim = np.intersect1d(iris, sclera)
    middle = rest[rim].mean(0)
    found = [pupil[np.argmin(np.linalg.norm(rest[pupil] - rest[pupil].mean(0), axis=1))]]
    found += [rim[np.argmax((rest[rim] - middle)[:, :2] @ np.array(d))] for d in IRIS_DIRECTIONS]
    corners = np.repeat(np.array(found)[:, None], 3, 1)
    return corners, np.tile([1.0, 0.0, 0.0], (len(found), 1))


def _mirror_exactly(
    vertices: NDArray[np.int64],
    weights: Points,
    pairs: NDArray[np.int64],
    mirror: NDArray[np.int64],
) -> None:
    """Let the landmarks of the right side be exact mirror images of the left ones."""
    for left, right in enumerate(pairs):
        if left < right:
            vertices[right], weights[right] = mirror[vertices[left]], weights[left]


def _curves(values: dict[str, float]) -> NDArray[np.float32]:
    curves = np.zeros((1, len(STUDIO.channels)), np.float32)
    for channel, value in values.items():
        curves[0, STUDIO.column(channel)] = value
    return curves
