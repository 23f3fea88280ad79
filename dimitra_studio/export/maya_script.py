"""A Python script that sets the keys inside Maya, on nodes that its user names."""

import json
from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.maya import BLEND_SHAPE, HEAD, maya_curves, maya_time

_SCRIPT = '''\
"""Set the keys of a face, in Maya's script editor or by mayapy.

Written by Dimitra Studio for the project {project}, from
{origin}.
BLEND_SHAPE is a blendShape node whose targets bear the names of the channels; HEAD is a joint or
transform that turns in the order xyz and rests at zero: put a group above one that does not.
Empty either to leave it alone.
"""

from maya import cmds

BLEND_SHAPE = {blend_shape}
HEAD = {head}
START_FRAME = 0.0

TIME_UNIT = {unit}
STEP = {step}  # units of time from one frame to the next
WEIGHTS = {{
{weights}
}}
HEAD_CURVES = {{  # centimetres and degrees
{movements}
}}


def set_keys(node, curves, known):
    missing = [name for name in curves if name not in known]
    for name, values in curves.items():
        if name in missing:
            continue
        for frame, value in enumerate(values):
            cmds.setKeyframe(
                node, attribute=name, time=START_FRAME + frame * STEP, value=value,
                inTangentType="linear", outTangentType="linear",
            )
    if missing:
        cmds.warning("%s has no %s" % (node, ", ".join(missing)))


def apply():
    for node in filter(None, (BLEND_SHAPE, HEAD)):
        if not cmds.objExists(node):
            cmds.error("There is no node %s; set BLEND_SHAPE and HEAD in this script." % node)
            return
    cmds.currentUnit(time=TIME_UNIT)
    linear = cmds.currentUnit(query=True, linear=True)
    angle = cmds.currentUnit(query=True, angle=True)
    cmds.currentUnit(linear="cm", angle="deg")
    try:
        if BLEND_SHAPE:
            targets = cmds.listAttr(BLEND_SHAPE + ".weight", multi=True) or []
            set_keys(BLEND_SHAPE, WEIGHTS, targets)
        if HEAD:
            set_keys(HEAD, HEAD_CURVES, list(HEAD_CURVES))
    finally:
        cmds.currentUnit(linear=linear, angle=angle)


apply()
'''


def write_maya_script(hand_over: HandOver, path: Path) -> Written:
    """Write a script with every value in it; it needs nothing but Maya.

    Raises:
        ExportError: if the file cannot be written.
    """
    time = maya_time(hand_over.motion.fps)
    curves = maya_curves(hand_over.motion)
    lines = {
        node: "\n".join(
            f"    {json.dumps(curve.attribute)}: [{', '.join(f'{v:.9g}' for v in curve.values)}],"
            for curve in curves
            if curve.node == node
        )
        for node in (BLEND_SHAPE, HEAD)
    }
    text = _SCRIPT.format(
        project=_quoted(hand_over.name),
        origin=_quoted(hand_over.origin),
        blend_shape=json.dumps(BLEND_SHAPE),
        head=json.dumps(HEAD),
        unit=json.dumps(time.unit),
        step=f"{time.step:.10g}",
        weights=lines[BLEND_SHAPE],
        movements=lines[HEAD],
    )
    with replacing(path) as partial:
        partial.write_text(text, encoding="utf-8", newline="\n")
    notes = {
        "nodes": {"blend_shape": BLEND_SHAPE, "head": HEAD},
        "units": "centimetres, degrees; rotation order xyz",
        "time_unit": time.unit,
        "verified": "its calls were checked, but not in Maya",
    }
    return Written((path,), notes)


def _quoted(name: str) -> str:
    """A name that cannot end the text that it stands in."""
    return ascii(name).replace('"', "'")
