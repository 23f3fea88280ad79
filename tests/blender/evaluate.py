"""Runs in Blender's own Python: opens files and writes where vertices and bones are in some frames.

python evaluate.py JOBS.json

Each job of the list names ``files``, ``fps``, ``frames`` and ``out``. A file alone is looked at in
all frames; of several, each is a frame.
"""

import json
import sys
from pathlib import Path

import bpy
import numpy as np

READERS = {
    ".glb": lambda path: bpy.ops.import_scene.gltf(filepath=path),
    ".fbx": lambda path: bpy.ops.import_scene.fbx(filepath=path),
    ".abc": lambda path: bpy.ops.wm.alembic_import(filepath=path),
    ".usdc": lambda path: bpy.ops.wm.usd_import(filepath=path),
    ".usda": lambda path: bpy.ops.wm.usd_import(filepath=path),
    ".usdz": lambda path: bpy.ops.wm.usd_import(filepath=path),
    ".obj": lambda path: bpy.ops.wm.obj_import(filepath=path),
    ".bvh": lambda path: bpy.ops.import_anim.bvh(filepath=path, update_scene_fps=True),
}


def open_file(path: str, rate: float) -> None:
    """Alone in an empty scene of that rate."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    render = bpy.context.scene.render
    whole = round(rate)
    render.fps, render.fps_base = whole, whole / rate
    if path.endswith(".glb"):  # whose importer multiplies by the base where others divide
        render.fps_base = rate / whole
    READERS[Path(path).suffix](path)


def points_of_all_meshes() -> np.ndarray:
    """``(V, 3)`` where the vertices are in the scene, with all modifiers and shape keys."""
    graph = bpy.context.evaluated_depsgraph_get()
    found = [np.empty((0, 3))]
    for thing in sorted(bpy.context.scene.objects, key=lambda each: each.name):
        # the importer of glTF shows bones by a mesh that belongs to no scene collection in view
        if thing.type != "MESH" or thing.name.startswith("Icosphere"):
            continue
        made = thing.evaluated_get(graph)
        mesh = made.to_mesh()
        points = np.empty(3 * len(mesh.vertices), np.float32)
        mesh.vertices.foreach_get("co", points)
        matrix = np.array(made.matrix_world)
        found.append(points.reshape(-1, 3) @ matrix[:3, :3].T + matrix[:3, 3])
        made.to_mesh_clear()
    return np.concatenate(found)


def moves_of_all_bones() -> np.ndarray:
    """``(B, 4, 4)`` how each bone has moved in the scene from where it rests."""
    found = [np.empty((0, 4, 4))]
    for thing in bpy.context.scene.objects:
        if thing.type == "ARMATURE":
            world = thing.matrix_world
            moves = [world @ bone.matrix @ (world @ bone.bone.matrix_local).inverted()
                     for bone in thing.pose.bones]  # fmt: skip
            found.append(np.array(moves))
    return np.concatenate(found)


def look(files: list[str], fps: float, frames: list[float]) -> dict[str, np.ndarray]:
    """What is in the scene, frame by frame, and what things are called."""
    points, bones = [], []
    open_file(files[0], fps)
    for number, frame in enumerate(frames):
        if number and len(files) > 1:
            open_file(files[number], fps)
        whole, rest = divmod(frame, 1)
        bpy.context.scene.frame_set(int(whole), subframe=rest)
        points.append(points_of_all_meshes())
        bones.append(moves_of_all_bones())
    keys = [block for mesh in bpy.data.meshes if mesh.shape_keys
            for block in mesh.shape_keys.key_blocks]  # fmt: skip
    return {
        "points": np.stack(points),
        "moves": np.stack(bones),
        "shapes": np.array(list(dict.fromkeys(key.name for key in keys))),
        "materials": np.array([material.name for material in bpy.data.materials]),
        "bones": np.array([bone.name for rig in bpy.data.armatures for bone in rig.bones]),
        "fps": np.array(bpy.context.scene.render.fps / bpy.context.scene.render.fps_base),
    }


def main() -> None:
    """Do what the command line says."""
    for job in json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")):
        np.savez(job["out"], **look(job["files"], job["fps"], job["frames"]))


main()
