"""Runs in Blender's own Python: opens a file and writes where each vertex is in some frames.

python evaluate.py FILE FPS OUT.npz FRAME...
"""

import sys
from pathlib import Path

import bpy
import numpy as np

READERS = {
    ".glb": lambda path: bpy.ops.import_scene.gltf(filepath=path),
    ".fbx": lambda path: bpy.ops.import_scene.fbx(filepath=path),
    ".abc": lambda path: bpy.ops.wm.alembic_import(filepath=path),
    ".usdc": lambda path: bpy.ops.wm.usd_import(filepath=path),
    ".obj": lambda path: bpy.ops.wm.obj_import(filepath=path),
}


def points_of_all_meshes() -> np.ndarray:
    """``(V, 3)`` where the vertices are in the scene, with all modifiers and shape keys."""
    graph = bpy.context.evaluated_depsgraph_get()
    found = []
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


def main() -> None:
    """Do what the command line says."""
    path, rate, output, *frames = sys.argv[1:]
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    whole = round(float(rate))
    scene.render.fps, scene.render.fps_base = whole, whole / float(rate)
    if path.endswith(".glb"):  # whose importer multiplies by the base where others divide
        scene.render.fps_base = float(rate) / whole
    READERS[Path(path).suffix](path)
    points = []
    for frame in frames:
        whole, rest = divmod(float(frame), 1)
        scene.frame_set(int(whole), subframe=rest)
        points.append(points_of_all_meshes())
    keys = [block for mesh in bpy.data.meshes if mesh.shape_keys
            for block in mesh.shape_keys.key_blocks]  # fmt: skip
    np.savez(
        output,
        points=np.stack(points),
        shapes=np.array(list(dict.fromkeys(key.name for key in keys))),
        materials=np.array([material.name for material in bpy.data.materials]),
        bones=np.array([bone.name for rig in bpy.data.armatures for bone in rig.bones]),
    )


main()
