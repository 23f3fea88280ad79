"""Make the picture of docs/exporting.md: ``installer/make_blender_picture.py talk.usdz``.

Runs in the Python of .venv-blender, which has Blender as a module, and imports nothing of ours:
what it shows is what Blender has read from an exported USD or GLB file. The frame is the one in
which the mouth is open widest.
"""

import math
import sys
from collections.abc import Sequence
from pathlib import Path

import bpy
from mathutils import Vector

OUT = Path(__file__).parents[1] / "docs" / "images" / "blender.png"
SIZE = (960, 720)
SAMPLES = 48
FPS = 25

LAMPS = (  # where, towards the person's face at the origin, in heads; watts; metres across
    ((-2.2, -3.0, 2.0), 16.0, 0.5),
    ((3.0, -1.6, 0.4), 5.0, 0.9),
    ((1.2, 2.6, 2.2), 12.0, 0.4),
)


def load(path: Path) -> bpy.types.Object:
    """Import into an empty scene of the file's rate, as the guide says; the head is its mesh."""
    bpy.ops.wm.read_factory_settings(use_empty=True)
    bpy.context.scene.render.fps = FPS
    if path.suffix.lower() in (".glb", ".gltf"):
        bpy.ops.import_scene.gltf(filepath=str(path.resolve()))
    else:
        bpy.ops.wm.usd_import(filepath=str(path.resolve()))
    return next(item for item in bpy.context.scene.objects if item.type == "MESH")


def widest_frame(head: bpy.types.Object) -> int:
    """Frame with the most of jawOpen that mouthClose does not take back."""
    keys = head.data.shape_keys
    curves = [
        curve
        for layer in keys.animation_data.action.layers
        for strip in layer.strips
        for bag in strip.channelbags
        for curve in bag.fcurves
    ]
    ours = {
        name: next(curve for curve in curves if f'"{name}"' in curve.data_path)
        for name in ("jawOpen", "mouthClose")
    }
    first, last = (int(end) for end in ours["jawOpen"].range())
    return max(
        range(first, last + 1),
        key=lambda frame: ours["jawOpen"].evaluate(frame) - ours["mouthClose"].evaluate(frame),
    )


def light_and_look(head: bpy.types.Object) -> None:
    """Three soft lamps and a camera about the upper half of the mesh."""
    corners = [head.matrix_world @ Vector(corner) for corner in head.bound_box]
    low, high = (Vector(map(end, zip(*corners, strict=True))) for end in (min, max))
    scale = high.z - low.z
    centre = Vector(((low.x + high.x) / 2, (low.y + high.y) / 2, low.z + 0.55 * scale))
    scene = bpy.context.scene
    for index, (place, watts, size) in enumerate(LAMPS):
        lamp = bpy.data.lights.new(f"Lamp {index}", "AREA")
        lamp.energy, lamp.size = watts * scale * scale * 8, size * scale * 2
        add(lamp, centre + Vector(place) * scale, centre)
    camera = bpy.data.cameras.new("Camera")
    camera.lens = 85
    scene.camera = add(camera, centre + Vector((-0.85, -3.0, 0.2)) * scale, centre)
    world = bpy.data.worlds.new("World")
    scene.world = world
    world.use_nodes = True
    world.node_tree.nodes["Background"].inputs["Color"].default_value = (0.05, 0.055, 0.065, 1)


def add(data: bpy.types.ID, place: Vector, target: Vector) -> bpy.types.Object:
    """An object that looks at a point."""
    made = bpy.data.objects.new(data.name, data)
    made.location = place
    made.rotation_euler = (target - place).to_track_quat("-Z", "Y").to_euler()
    bpy.context.scene.collection.objects.link(made)
    return made


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 1:
        print(__doc__, file=sys.stderr)
        return 1
    head = load(Path(arguments[0]))
    scene = bpy.context.scene
    scene.frame_set(widest_frame(head))
    for polygon in head.data.polygons:
        polygon.use_smooth = True
    light_and_look(head)
    scene.render.engine = "CYCLES"
    scene.cycles.device, scene.cycles.samples = "CPU", SAMPLES
    scene.render.resolution_x, scene.render.resolution_y = SIZE
    scene.view_settings.view_transform = "Standard"
    scene.render.image_settings.file_format = "PNG"
    scene.render.filepath = str(OUT)
    OUT.parent.mkdir(parents=True, exist_ok=True)
    bpy.ops.render.render(write_still=True)
    print(OUT, f"frame {scene.frame_current}", f"{math.prod(SIZE)} pixels")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
