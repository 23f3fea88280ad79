"""The head as a USD character: blendshapes, a skeleton of two joints, and their animation."""

from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.head_mesh import HeadMesh, count_out_of_range, make_head_mesh
from dimitra_studio.export.targets import (
    BEYOND,
    Target,
    find_targets,
    scales_of,
    target_weights,
)
from dimitra_studio.export.usd_scene import (
    CUSTOM_DATA,
    MESH,
    ROOT,
    add_mesh,
    files_of,
    first_code,
    set_up_stage,
    usd_file,
    vectors,
)

SKELETON, ANIMATION = f"{ROOT}/Skeleton", f"{ROOT}/Animation"
JOINTS = ("bust", "bust/head")

STILL = 1e-7  # metres, and of a unit normal; what moves less is left out of a blendshape


def write_usd(hand_over: HandOver, path: Path) -> Written:
    """Write a UsdSkel character with the 52 blendshapes, its materials and texture.

    The bust's joint stands still and the head's turns about the neck. Each vertex follows the two
    by the rig's share, so that linear blend skinning gives the rig's own vertices. USD has no
    limits, but Blender limits weights to 0 to 1 when it reads them: what lies beyond is therefore
    carried by blendshapes of its own, as in ``write_glb``.

    Raises:
        ExportError: if usd-core is missing or the file cannot be written.
        RigError: if the rig has no mesh here.
        AudioError: if the recording cannot be decoded.
    """
    mesh = make_head_mesh(hand_over)
    targets = find_targets(mesh)
    notes: dict[str, Any] = {"values_outside_0_to_1": count_out_of_range(mesh.values())}
    if beyond := scales_of(targets):
        notes[BEYOND] = beyond
    with usd_file(hand_over, path) as (layer, texture):
        from pxr import Usd

        stage = Usd.Stage.CreateInMemory()
        root = set_up_stage(stage, hand_over, "SkelRoot")
        head = _add_head(stage, mesh, texture)
        _add_blendshapes(stage, head, mesh, targets)
        _add_skeleton(stage, mesh)
        _add_animation(stage, mesh, targets, first_code(hand_over))
        _set_extent(root, mesh)
        stage.GetRootLayer().Export(str(layer))
    return Written(files_of(hand_over, path), notes)


def _add_head(stage: Any, mesh: HeadMesh, texture: str) -> Any:
    """The resting mesh, tied to the skeleton."""
    from pxr import Gf, Sdf, UsdSkel, Vt

    head = add_mesh(stage, mesh, texture)
    head.CreatePointsAttr(vectors(mesh.rest))
    head.CreateNormalsAttr(vectors(mesh.normals(mesh.rest)))
    head.CreateExtentAttr(vectors(np.stack([mesh.rest.min(0), mesh.rest.max(0)])))
    binding = UsdSkel.BindingAPI.Apply(head.GetPrim())
    binding.CreateSkeletonRel().SetTargets([Sdf.Path(SKELETON)])
    binding.CreateGeomBindTransformAttr(Gf.Matrix4d(1.0))
    weights = np.stack([1.0 - mesh.head_weight, mesh.head_weight], 1).astype(np.float32)
    joints = np.tile(np.arange(len(JOINTS), dtype=np.int32), len(weights))
    binding.CreateJointIndicesPrimvar(False, len(JOINTS)).Set(Vt.IntArray.FromNumpy(joints))
    binding.CreateJointWeightsPrimvar(False, len(JOINTS)).Set(
        Vt.FloatArray.FromNumpy(weights.ravel())
    )
    return head


def _add_blendshapes(stage: Any, head: Any, mesh: HeadMesh, targets: tuple[Target, ...]) -> None:
    """Each blendshape with the points and normals that it changes, and no others."""
    from pxr import UsdSkel, Vt

    paths, every_offset = [], mesh.offsets()
    resting = mesh.normals(mesh.rest)
    still = STILL / mesh.conventions.unit
    for target in targets:
        offsets = every_offset[target.shape]
        normals = mesh.normals(mesh.rest + offsets) - resting
        moved = (np.abs(offsets).max(1) > still) | (np.abs(normals).max(1) > STILL)
        rows = np.flatnonzero(moved).astype(np.int32)
        shape = UsdSkel.BlendShape.Define(stage, f"{MESH}/{target.name}")
        shape.CreateOffsetsAttr(vectors(offsets[rows] * target.scale))
        shape.CreateNormalOffsetsAttr(vectors(normals[rows] * target.scale))
        shape.CreatePointIndicesAttr(Vt.IntArray.FromNumpy(rows))
        paths.append(shape.GetPath())
    binding = UsdSkel.BindingAPI(head.GetPrim())
    binding.CreateBlendShapesAttr([target.name for target in targets])
    binding.CreateBlendShapeTargetsRel().SetTargets(paths)


def _add_skeleton(stage: Any, mesh: HeadMesh) -> None:
    from pxr import Gf, Sdf, UsdGeom, UsdSkel

    base, pivot = _joint_places(mesh)

    def move(vector: NDArray[np.float64]) -> Any:
        return Gf.Matrix4d(1.0).SetTranslate(Gf.Vec3d(*vector.tolist()))

    skeleton = UsdSkel.Skeleton.Define(stage, SKELETON)
    skeleton.CreateJointsAttr(list(JOINTS))
    skeleton.CreateBindTransformsAttr([move(base), move(pivot)])
    skeleton.CreateRestTransformsAttr([move(base), move(pivot - base)])
    UsdGeom.Imageable(skeleton).CreatePurposeAttr(UsdGeom.Tokens.guide)
    binding = UsdSkel.BindingAPI.Apply(skeleton.GetPrim())
    binding.CreateAnimationSourceRel().SetTargets([Sdf.Path(ANIMATION)])


def _add_animation(stage: Any, mesh: HeadMesh, targets: tuple[Target, ...], first: int) -> None:
    """Weights of the blendshapes and the head's joint, a sample each frame."""
    from pxr import Gf, UsdSkel, Vt

    base, pivot = _joint_places(mesh)
    animation = UsdSkel.Animation.Define(stage, ANIMATION)
    animation.CreateJointsAttr(list(JOINTS))
    animation.CreateBlendShapesAttr([target.name for target in targets])
    if beyond := scales_of(targets):
        animation.GetPrim().SetCustomDataByKey(f"{CUSTOM_DATA}:{BEYOND}", beyond)
    # Without scales, readers ignore the joints altogether.
    animation.CreateScalesAttr([Gf.Vec3h(1.0)] * len(JOINTS))
    weights = animation.CreateBlendShapeWeightsAttr()
    rotations = animation.CreateRotationsAttr()
    translations = animation.CreateTranslationsAttr()
    values = np.ascontiguousarray(target_weights(mesh.values(), targets))
    turns = mesh.head_rotations().tolist()
    places = pivot - base + mesh.head_translations()
    for frame, (x, y, z, w) in enumerate(turns):
        code = first + frame
        weights.Set(Vt.FloatArray.FromNumpy(values[frame]), code)
        rotations.Set(Vt.QuatfArray([Gf.Quatf(1.0), Gf.Quatf(w, x, y, z)]), code)
        translations.Set(vectors(np.stack([base, places[frame]])), code)


def _joint_places(mesh: HeadMesh) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Where the joints are: the bust's below the head's, at the bottom of the mesh."""
    pivot = mesh.pivot.astype(np.float64)
    base = pivot.copy()
    up = "xyz".index(mesh.conventions.up)
    base[up] = mesh.rest[:, up].min()
    return base, pivot


def _set_extent(root: Any, mesh: HeadMesh) -> None:
    """A box that no vertex ever leaves, so that nothing is culled that is in the picture."""
    from pxr import UsdGeom

    reach = np.abs(mesh.values()).max(0) @ np.linalg.norm(mesh.offsets(), axis=2)
    half_angle = np.arccos(np.clip(np.abs(mesh.head_rotations()[:, 3]), 0.0, 1.0)).max()
    radius = np.linalg.norm(mesh.rest - mesh.pivot, axis=1) + reach
    moved = 2.0 * np.sin(half_angle) * radius
    moved += np.linalg.norm(mesh.head_translations(), axis=1).max()
    room = (reach + mesh.head_weight * moved)[:, None]
    box = np.stack([(mesh.rest - room).min(0), (mesh.rest + room).max(0)])
    UsdGeom.Boundable(root).CreateExtentAttr(vectors(box))
