"""Maya's animation file.

Source: Maya's animImportExport plug-in, "The .anim file format".
"""

from pathlib import Path

from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.maya import BLEND_SHAPE, HEAD, maya_curves, maya_time

_HEADER = """\
animVersion 1.1;
mayaVersion 2015;
timeUnit {unit};
linearUnit cm;
angularUnit deg;
startTime 0;
endTime {end:.10g};
"""
_CURVE = """\
anim {full} {leaf} {node} {row} 0 {index};
animData {{
  input time;
  output {kind};
  weighted 0;
  preInfinity constant;
  postInfinity constant;
  keys {{
{keys}
  }}
}}
"""


def write_maya_anim(hand_over: HandOver, path: Path) -> Written:
    """Write a key a frame, linear between them, for a blendShape ``face`` and a joint ``head``.

    Raises:
        ExportError: if the file cannot be written.
    """
    motion = hand_over.motion
    time = maya_time(motion.fps)
    counts = {BLEND_SHAPE: 0, HEAD: 0}
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8", newline="\n") as file,
    ):
        file.write(_HEADER.format(unit=time.unit, end=(len(motion) - 1) * time.step))
        for curve in maya_curves(motion):
            group = curve.attribute.rstrip("XYZ") + "." if curve.node == HEAD else ""
            keys = (
                f"    {frame * time.step:.10g} {value:.9g} linear linear 1 1 0;"
                for frame, value in enumerate(curve.values)
            )
            file.write(
                _CURVE.format(
                    full=f"{group}{curve.attribute}",
                    leaf=curve.attribute,
                    node=curve.node,
                    row=int(curve.node == HEAD),
                    index=counts[curve.node],
                    kind=curve.kind,
                    keys="\n".join(keys),
                )
            )
            counts[curve.node] += 1
    notes = {
        "nodes": {"blend_shape": BLEND_SHAPE, "head": HEAD},
        "units": "centimetres, degrees; rotation order xyz",
        "time_unit": time.unit,
        "verified": "not verified in Maya; the script is the safer way in",
    }
    return Written((path,), notes)
