"""What every USD file of ours has: the stage's axes, unit and rate, the mesh and its materials."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import numpy as np

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver
from dimitra_studio.export.head_mesh import MATERIALS, TEXTURE, HeadMesh, Material
from dimitra_studio.export.manifest import ROTATION, TRANSLATION, rig_hash
from dimitra_studio.export.sound_beside import sound_path, write_sound

SUFFIXES = (".usdc", ".usda", ".usd", ".usdz")
"""Binary, text, binary, and binary with the texture inside."""

ROOT = "/Face"
MESH = f"{ROOT}/Head"

CUSTOM_DATA = "dimitra_studio"
"""Key of what we say of a prim, in its custom data."""

MISSING = (
    "USD files need the package usd-core, which is not installed; "
    "run python -m pip install usd-core in the application's environment."
)


@contextmanager
def usd_file(hand_over: HandOver, path: Path) -> Iterator[tuple[Path, str]]:
    """Give a file to write a layer into, and what the layer is to call the texture.

    When the block succeeds, the texture goes beside the file, or with it into a ``.usdz``; the
    sound goes beside either.

    Raises:
        ExportError: if usd-core or the folder is missing, or the file cannot be written.
        AudioError: if the recording cannot be decoded.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise ExportError(
            f"{path.name} does not end like a USD file; name it .usdc, .usda or .usdz."
        )
    with replacing(path) as partial:
        try:
            from pxr import Sdf, Tf, UsdUtils
        except ImportError as error:
            raise ExportError(MISSING) from error
        try:
            if path.suffix.lower() == ".usdz":
                with tempfile.TemporaryDirectory() as folder:
                    layer = Path(folder) / "face.usdc"
                    shutil.copyfile(TEXTURE, layer.with_name("skin.jpg"))
                    yield layer, "./skin.jpg"
                    packed = Sdf.AssetPath(str(layer))
                    if not UsdUtils.CreateNewUsdzPackage(packed, str(partial)):
                        raise ExportError(f"{path} could not be packed; name it .usdc instead.")
            else:
                yield partial, f"./{texture_beside(path).name}"
                with replacing(texture_beside(path)) as texture:
                    shutil.copyfile(TEXTURE, texture)
            write_sound(hand_over, path)
        except Tf.ErrorException as error:
            reason = str(error).strip().splitlines()[-1].strip()
            raise ExportError(
                f"{path} could not be written: {reason}; try another folder."
            ) from error


def files_of(hand_over: HandOver, path: Path) -> tuple[Path, ...]:
    """What ``usd_file`` leaves: the file itself, then the texture and the sound beside it."""
    packed = path.suffix.lower() == ".usdz"
    texture = () if packed else (texture_beside(path),)
    sound = () if hand_over.sound is None else (sound_path(path),)
    return (path, *texture, *sound)


def texture_beside(path: Path) -> Path:
    """Where the texture of a file is that does not hold it."""
    return path.with_name(f"{path.stem}_skin{TEXTURE.suffix}")


def first_code(hand_over: HandOver) -> int:
    """The time code of the first frame: the frame that the timecode names."""
    return round(hand_over.timecode * hand_over.motion.fps)


def set_up_stage(stage: Any, hand_over: HandOver, kind: str) -> Any:
    """Say axes, unit, rate and range, and make the root prim with what is known of the motion.

    Args:
        stage: empty.
        hand_over: to be written.
        kind: schema of the root prim.

    Returns:
        The root prim.
    """
    from pxr import UsdGeom

    motion = hand_over.motion
    root = stage.DefinePrim(ROOT, kind)
    stage.SetDefaultPrim(root)
    UsdGeom.SetStageUpAxis(stage, hand_over.conventions.up.upper())
    UsdGeom.SetStageMetersPerUnit(stage, hand_over.conventions.unit)
    stage.SetTimeCodesPerSecond(motion.fps)
    stage.SetFramesPerSecond(motion.fps)
    stage.SetStartTimeCode(first_code(hand_over))
    stage.SetEndTimeCode(first_code(hand_over) + len(motion) - 1)
    stage.GetRootLayer().comment = "Made by Dimitra Studio. The motion is synthetic."
    root.SetCustomData({CUSTOM_DATA: _about(hand_over)})
    return root


def add_mesh(stage: Any, mesh: HeadMesh, texture: str) -> Any:
    """The mesh with its texture coordinates and materials, but without points."""
    from pxr import Sdf, UsdGeom, Vt

    made = UsdGeom.Mesh.Define(stage, MESH)
    made.CreateSubdivisionSchemeAttr(UsdGeom.Tokens.none)
    made.CreateDoubleSidedAttr(True)  # the lashes are single hairs
    n_triangles = len(mesh.triangles)
    made.CreateFaceVertexCountsAttr(Vt.IntArray.FromNumpy(np.full(n_triangles, 3, np.int32)))
    corners = mesh.triangles.astype(np.int32).ravel()
    made.CreateFaceVertexIndicesAttr(Vt.IntArray.FromNumpy(corners))
    made.SetNormalsInterpolation(UsdGeom.Tokens.vertex)
    places, index = np.unique(mesh.uv.reshape(-1, 2), axis=0, return_inverse=True)
    st = UsdGeom.PrimvarsAPI(made).CreatePrimvar(
        "st", Sdf.ValueTypeNames.TexCoord2fArray, UsdGeom.Tokens.faceVarying
    )
    st.Set(Vt.Vec2fArray.FromNumpy(places))
    st.SetIndices(Vt.IntArray.FromNumpy(index.ravel().astype(np.int32)))
    _bind_materials(stage, made, mesh, texture)
    return made


def vectors(array: np.ndarray) -> Any:
    """``(V, 3)`` numbers as USD keeps them."""
    from pxr import Vt

    return Vt.Vec3fArray.FromNumpy(np.ascontiguousarray(array, np.float32))


def _bind_materials(stage: Any, made: Any, mesh: HeadMesh, texture: str) -> None:
    from pxr import UsdGeom, UsdShade, Vt

    stage.DefinePrim(f"{ROOT}/Materials", "Scope")
    binding = UsdShade.MaterialBindingAPI.Apply(made.GetPrim())
    for index, material in enumerate(MATERIALS):
        rows = np.flatnonzero(mesh.material == index).astype(np.int32)
        subset = binding.CreateMaterialBindSubset(
            material.name, Vt.IntArray.FromNumpy(rows), UsdGeom.Tokens.face
        )
        look = _add_material(stage, material, texture)
        UsdShade.MaterialBindingAPI.Apply(subset.GetPrim()).Bind(look)
    binding.SetMaterialBindSubsetsFamilyType(UsdGeom.Tokens.partition)


def _add_material(stage: Any, material: Material, texture: str) -> Any:
    from pxr import Sdf, UsdShade

    path = f"{ROOT}/Materials/{material.name}"
    look = UsdShade.Material.Define(stage, path)
    surface = UsdShade.Shader.Define(stage, f"{path}/Surface")
    surface.CreateIdAttr("UsdPreviewSurface")
    surface.CreateInput("roughness", Sdf.ValueTypeNames.Float).Set(material.roughness)
    surface.CreateInput("metallic", Sdf.ValueTypeNames.Float).Set(0.0)
    picture = UsdShade.Shader.Define(stage, f"{path}/Texture")
    picture.CreateIdAttr("UsdUVTexture")
    picture.CreateInput("file", Sdf.ValueTypeNames.Asset).Set(Sdf.AssetPath(texture))
    picture.CreateInput("sourceColorSpace", Sdf.ValueTypeNames.Token).Set("sRGB")
    reader = UsdShade.Shader.Define(stage, f"{path}/Coordinates")
    reader.CreateIdAttr("UsdPrimvarReader_float2")
    reader.CreateInput("varname", Sdf.ValueTypeNames.String).Set("st")
    place = reader.CreateOutput("result", Sdf.ValueTypeNames.Float2)
    picture.CreateInput("st", Sdf.ValueTypeNames.Float2).ConnectToSource(place)
    colour = picture.CreateOutput("rgb", Sdf.ValueTypeNames.Float3)
    surface.CreateInput("diffuseColor", Sdf.ValueTypeNames.Color3f).ConnectToSource(colour)
    end = surface.CreateOutput("surface", Sdf.ValueTypeNames.Token)
    look.CreateSurfaceOutput().ConnectToSource(end)
    return look


def _about(hand_over: HandOver) -> dict[str, Any]:
    """What the manifest says, in the types that USD keeps."""
    rig = hand_over.motion.rig
    takes: dict[str, dict[str, Any]] = {}
    for note in hand_over.takes:
        known = {"take": note.take, "seed": note.seed, "weights_sha256": note.weights}
        takes[note.component] = {name: value for name, value in known.items() if value is not None}
    return {
        "project": hand_over.name,
        "rig": rig.name,
        "rig_sha256": rig_hash(rig),
        "takes": takes,
        "start": hand_over.start,
        "head_rotation": ROTATION,
        "head_translation": TRANSLATION,
    }
