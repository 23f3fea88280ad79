"""The head as a USD point cache: every vertex of every frame, which no reader can limit."""

from pathlib import Path

import numpy as np

from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.head_mesh import make_head_mesh
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
    """
    mesh = make_head_mesh(hand_over)
    with usd_file(path) as (layer, texture):
        from pxr import Usd

        stage = Usd.Stage.CreateNew(str(layer))
        set_up_stage(stage, hand_over, "Xform")
        head = add_mesh(stage, mesh, texture)
        points, normals = head.CreatePointsAttr(), head.CreateNormalsAttr()
        extent = head.CreateExtentAttr()
        for code, frame in enumerate(mesh.frames(), first_code(hand_over)):
            points.Set(vectors(frame), code)
            normals.Set(vectors(mesh.normals(frame)), code)
            extent.Set(vectors(np.stack([frame.min(0), frame.max(0)])), code)
            if code % FLUSH == 0:
                stage.Save()
        stage.Save()
    return Written(files_of(path))
