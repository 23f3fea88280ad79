"""Runs in Blender: reads a GLB and writes what it shows as FBX or Alembic.

python convert.py IN.glb OUT.fbx|OUT.abc FPS FRAMES, with a Python that has bpy, or
blender --background --factory-startup --python convert.py -- IN.glb OUT.fbx FPS FRAMES

IN.glb is to have a whole number of frames a second, the one nearest to FPS: Blender's importer of
glTF is wrong about rates such as 29.97 and moves keys between frames.
"""

import sys

import bpy


def set_up_scene(fps: float, n_frames: int) -> None:
    """Empty it, and give it a whole rate before anything is read: times become frames by it."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    scene = bpy.context.scene
    scene.render.fps = round(fps)
    scene.render.fps_base = 1.0
    scene.frame_start, scene.frame_end = 0, n_frames - 1


def read_glb(path: str) -> None:
    """Import, without the spheres by which Blender shows bones, where it can leave them out."""
    known = bpy.ops.import_scene.gltf.get_rna_type().properties
    options = {"disable_bone_shape": True} if "disable_bone_shape" in known else {}
    bpy.ops.import_scene.gltf(filepath=path, **options)


def write(path: str) -> None:
    """Export everything in the format of the file's ending."""
    if path.endswith(".abc"):
        # Without a context that waits for jobs the export would go on in the background.
        bpy.ops.wm.alembic_export(filepath=path, evaluation_mode="RENDER", as_background_job=False)
    else:
        # With all actions or strips, Blender may drop the animation of shape keys without a word.
        bpy.ops.export_scene.fbx(
            filepath=path,
            bake_anim_use_all_actions=False,
            bake_anim_use_nla_strips=False,
            bake_anim_simplify_factor=0.0,
            add_leaf_bones=False,
            path_mode="COPY",
            embed_textures=True,
        )


def main() -> None:
    """Do what the command line says."""
    words = sys.argv[sys.argv.index("--") + 1 :] if "--" in sys.argv else sys.argv[1:]
    source, target, fps, n_frames = words
    set_up_scene(float(fps), int(n_frames))
    read_glb(source)
    bpy.context.scene.render.fps_base = round(float(fps)) / float(fps)
    write(target)


main()
