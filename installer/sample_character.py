"""A character for pictures of the documents: our own head, with names that its maker might give."""

from pathlib import Path

from dimitra_studio.core.project import Project
from dimitra_studio.export.gltf_file import read_gltf, to_binary
from dimitra_studio.pipeline.hand_over import hand_over, prepare

NAMES = {
    "jawOpen": "MouthOpen",
    "mouthSmileLeft": "Grin_L",
    "mouthSmileRight": "Grin_R",
    "tongueOut": "Lick",
}
"""Of ours, what they are called there."""


def write_character(project: Project, path: Path) -> None:
    """Write a ``.glb`` of the project's head in which some targets have other names."""
    hand_over(prepare(project), "glb", path)
    gltf = read_gltf(path)
    extras = gltf.row("meshes", 0)["extras"]
    extras["targetNames"] = [NAMES.get(name, name) for name in extras["targetNames"]]
    path.write_bytes(to_binary(gltf))
