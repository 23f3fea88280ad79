"""The head as a USD point cache: every vertex of every frame, which no reader can limit."""

from pathlib import Path

import numpy as np

from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.head_mesh import HeadMesh, make_head_mesh
from dimitra_studio.export.usd_scene import (
    add_mesh,
    files_of,
    first_code,
    set_up_stage,
    usd_file,
    vectors,
)

FLUSH = 250  # frames after which what is in memory goes to the file


def write_usd_points(hand_over: HandOver, path: Path) -> Written:
    """Write the moving mesh with its materials and texture, without blendshapes or joints.

    Raises:
        ExportError: if usd-core is missing or the file cannot be written.
        RigError: if the rig has no mesh here.
        AudioError: if the recording cannot be decoded.
    """
    mesh = make_head_mesh(hand_over)
    with usd_file(hand_over, path) as (layer, texture):
        _write_frames(hand_over, mesh, layer, texture)
    return Written(files_of(hand_over, path))


def _write_frames(hand_over: HandOver, mesh: HeadMesh, layer: Path, texture: str) -> None:
    """Fill the layer; on return nothing holds its file open."""
    from pxr import Usd

    stage = Usd.Stage.CreateNew(str(layer))
    set_up_stage(stage, hand_over, "Xform")
    head = add_mesh(stage, mesh, texture)
    points, normals = head.CreatePointsAttr(), head.CreateNormalsAttr()
    extent = head.CreateExtentAttr()
    grows = layer.suffix.lower() != ".usda"  # a text is written anew each time
    for frame, vertices in enumerate(mesh.frames()):
        code = first_code(hand_over) + frame
        points.Set(vectors(vertices), code)
        normals.Set(vectors(mesh.normals(vertices)), code)
        extent.Set(vectors(np.stack([vertices.min(0), vertices.max(0)])), code)
        if grows and frame % FLUSH == FLUSH - 1:
            stage.Save()
    stage.Save()
