"""Motion out of USD files: the weights of ARKit's blendshapes and the turns of the head's joint."""

import importlib.util
import multiprocessing
import os
import sys
import zipfile
from collections.abc import Callable, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.rig import POSE_CHANNELS, STUDIO
from dimitra_studio.export.reading import (
    MalformedError,
    Read,
    check_count,
    check_rate,
    reading,
    to_motion,
)
from dimitra_studio.export.targets import BEYOND, put_together, read_scales
from dimitra_studio.export.usd_scene import CUSTOM_DATA, MISSING
from dimitra_studio.face.rotation import rotation_angles

HEAD = "head"
"""Name of the joint that is followed, in any case."""

SLOWEST = 5.0
"""Frames per second; samples that are further apart are keys, with motion between them."""

_MOST_SHAPES = 4096

_MEMORY = 3 * 2**30  # bytes: Python and its libraries ask for one of them
_GROWTH = 6  # bytes for one of the file

NO_HEAD = "It has no skeleton with a joint named head, so the head holds still."

Made = TypeVar("Made")

_SHAPES = {name.casefold() for name in STUDIO.channels} - {n.casefold() for n in POSE_CHANNELS}


@dataclass(frozen=True, slots=True)
class _Source:
    """An animation of the file, and the skeleton that it moves.

    Args:
        names: of the blendshapes.
        weights: their attribute.
        scales: of those that carry what lies beyond 0 to 1.
        skeleton: query of the skeleton that the animation moves; None if it has no head.
        head: which of its joints that is.
    """

    names: tuple[str, ...]
    weights: Any
    scales: Mapping[str, float]
    skeleton: Any | None
    head: int


def read_usd(path: Path) -> Read:
    """Read the first animation of blendshapes that has names of ARKit, in any case.

    The head's pose is how the joint ``head`` has moved from its rest in the scene. The rate is the
    file's own. What our own files keep apart above 1 and below 0 is put together again.

    Raises:
        ProjectError: if usd-core is missing, or the file is damaged, has no such animation, needs
            files from elsewhere, or holds what is no motion.
    """
    if importlib.util.find_spec("pxr") is None:
        raise ProjectError(MISSING)
    with reading(path, "a USD animation"):
        try:
            memory = _MEMORY + _GROWTH * path.stat().st_size
            names, values, fps = in_own_process(_extract, path, memory=memory)
        except ImportError as error:
            raise ProjectError(MISSING) from error
        read = to_motion(names, values, STUDIO, fps)
    turns = POSE_CHANNELS[0] not in read.missing
    return read if turns else replace(read, notes=(*read.notes, NO_HEAD))


def in_own_process(work: Callable[..., Made], *arguments: Any, memory: int = _MEMORY) -> Made:
    """Do what may take the process down, or all memory: so does USD with a file damaged inside.

    Args:
        work: of a module, with its arguments, as a new Python has to find them.
        arguments: of it.
        memory: bytes that the process may ask for, where the system can hold it to that.

    Raises:
        MalformedError: if the process has died.
    """
    with ProcessPoolExecutor(
        1,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=_prepare,
        initargs=(memory,),
    ) as pool:
        try:
            return pool.submit(work, *arguments).result()
        except BrokenProcessPool as error:
            raise MalformedError("it is damaged") from error


def _prepare(memory: int) -> None:
    """Keep off the terminal what USD and a dying process say in many lines, and limit it."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        limit = memory if hard == resource.RLIM_INFINITY else min(memory, hard)
        with suppress(OSError, ValueError):  # macOS has the limit in name alone
            resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


def _extract(path: Path) -> tuple[list[str], NDArray[np.float64], float]:
    """Names of columns, ``(T, N)`` their values, and how many frames a second there are."""
    try:
        stage = _open_stage(path)
        source = _find_source(stage)
        codes, fps = _time_codes(stage, source)
        weights = np.stack([_weights_at(source, code) for code in codes])
        names, values = put_together(source.names, weights, source.scales)
        if source.skeleton is not None:
            names += POSE_CHANNELS
            values = np.hstack([values, _head_pose(stage, source, codes)])
    except RuntimeError as error:  # USD's own, which do not travel between processes
        raise MalformedError("it is damaged, or of another kind") from error
    return names, values, fps


def _open_stage(path: Path) -> Any:
    from pxr import Sdf, Usd

    if path.suffix.lower() == ".usdz":
        _check_package(path)
    layer = Sdf.Layer.FindOrOpen(str(path.resolve()))
    if layer is None:
        raise MalformedError("it is damaged, or of another kind")
    folder = path.resolve().parent
    _check_layers(layer, folder)
    stage = Usd.Stage.Open(layer)
    for used in stage.GetUsedLayers():  # names may be reckoned, and come out elsewhere
        if used.realPath and not _outer(used.realPath).is_relative_to(folder):
            raise MalformedError(f"it needs {used.realPath}, which lies outside its folder")
    return stage


def _check_package(path: Path) -> None:
    if not zipfile.is_zipfile(path):
        raise MalformedError("it is damaged, perhaps cut off")  # USD reads what is left
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
    if len(set(names)) < len(names):
        raise MalformedError("it holds a file twice")
    for name in names:
        if name.startswith("/") or "\\" in name or ".." in name.split("/"):
            raise MalformedError("it names a file in another folder")


def _outer(place: str) -> Path:
    """The file of a layer, which is its package if it is in one."""
    from pxr import Ar

    return Path(Ar.SplitPackageRelativePathOuter(place)[0]).resolve()


def _check_layers(root: Any, folder: Path) -> None:
    """Refuse a file that pulls in others from outside its folder."""
    from pxr import Sdf

    todo, known = [root], {root.identifier}
    while todo:
        layer = todo.pop()
        _check_clips(layer)
        for name in layer.GetCompositionAssetDependencies():
            place = layer.ComputeAbsolutePath(name)
            if not _outer(place).is_relative_to(folder):
                raise MalformedError(f"it needs {name}, which lies outside its folder")
            if place in known or not _outer(place).is_file():
                continue
            known.add(place)
            other = Sdf.Layer.FindOrOpen(place)
            if other is None:
                raise MalformedError(f"it needs {name}, which is damaged or missing")
            todo.append(other)


def _check_clips(layer: Any) -> None:
    """Refuse values that lie in further files, whose names can be reckoned from frames."""
    paths: list[Any] = []
    layer.Traverse("/", paths.append)
    for path in paths:
        if path.IsPrimPath() and layer.GetPrimAtPath(path).HasInfo("clips"):
            raise MalformedError("its values lie in clips of other files, which are not read")


def _find_source(stage: Any) -> _Source:
    from pxr import UsdSkel

    for prim in stage.Traverse():
        animation = UsdSkel.Animation(prim)
        names = tuple(map(str, (animation and animation.GetBlendShapesAttr().Get()) or ()))
        if not _SHAPES.isdisjoint(name.casefold() for name in names):
            if len(names) > _MOST_SHAPES:
                raise MalformedError(f"it has more than {_MOST_SHAPES} blendshapes")
            scales = read_scales(prim.GetCustomDataByKey(f"{CUSTOM_DATA}:{BEYOND}"))
            skeleton, head = _find_head(stage, prim)
            return _Source(names, animation.GetBlendShapeWeightsAttr(), scales, skeleton, head)
    raise MalformedError("it animates no blendshape with a name of ARKit's, such as jawOpen")


def _find_head(stage: Any, animation: Any) -> tuple[Any | None, int]:
    """The skeleton that an animation moves, and its joint of the head."""
    from pxr import Usd, UsdSkel

    cache = UsdSkel.Cache()
    for prim in stage.Traverse():
        if prim.IsA(UsdSkel.Root):
            cache.Populate(UsdSkel.Root(prim), Usd.PrimDefaultPredicate)
    for prim in stage.Traverse():
        if not prim.IsA(UsdSkel.Skeleton):
            continue
        query = cache.GetSkelQuery(UsdSkel.Skeleton(prim))
        if not query or not query.GetAnimQuery():
            continue
        joints = [str(joint).split("/")[-1].lower() for joint in query.GetJointOrder()]
        if query.GetAnimQuery().GetPrim() == animation and HEAD in joints:
            return query, joints.index(HEAD)
    return None, 0


def _time_codes(stage: Any, source: _Source) -> tuple[NDArray[np.float64], float]:
    """When to look, and how many times a second that is.

    Evenly spaced samples are the frames. Otherwise the keys were thinned out: then every time code
    from the first to the last is one.
    """
    samples = set(source.weights.GetTimeSamples())
    if source.skeleton is not None:
        samples.update(source.skeleton.GetAnimQuery().GetJointTransformTimeSamples())
    times = np.array(sorted(samples) or [0.0])
    rate = stage.GetTimeCodesPerSecond()
    step = (times[-1] - times[0]) / max(len(times) - 1, 1)
    even = np.allclose(np.diff(times), step, rtol=1e-3, atol=0)
    close = step > 0 and (step <= 1 or (len(times) > 2 and rate / step >= SLOWEST))
    if not (even and close):
        step = 1.0
    span = (times[-1] - times[0]) / step
    check_count(int(min(span, 1e9)) + 1)
    return times[0] + step * np.arange(int(span + 1e-6) + 1), check_rate(float(rate / step))


def _weights_at(source: _Source, code: float) -> NDArray[np.float64]:
    weights = source.weights.Get(code)
    n_weights = 0 if weights is None else len(weights)
    if n_weights != len(source.names):
        raise MalformedError(f"it has {n_weights} weights for {len(source.names)} blendshapes")
    return np.array(weights, np.float64)


def _head_pose(stage: Any, source: _Source, codes: NDArray[np.float64]) -> NDArray[np.float64]:
    """``(T, 6)`` how the head's joint has moved in the scene, in the rig's axes and unit."""
    from pxr import Usd, UsdGeom
    from scipy.spatial.transform import Rotation

    skeleton: Any = source.skeleton
    cache = UsdGeom.XformCache(Usd.TimeCode(codes[0]))
    world = np.array(cache.GetLocalToWorldTransform(skeleton.GetPrim()))

    def joint(code: float, at_rest: bool = False) -> NDArray[np.float64]:
        transforms = skeleton.ComputeJointSkelTransforms(Usd.TimeCode(code), at_rest)
        return np.array(transforms[source.head]) @ world

    rest = joint(codes[0], at_rest=True)
    moved = np.stack([joint(code) for code in codes])
    turned = np.linalg.inv(rest)[:3, :3] @ moved[:, :3, :3]  # on rows, as USD has them
    matrices = Rotation.from_matrix(turned.transpose(0, 2, 1)).as_matrix()
    shift = (moved[:, 3, :3] - rest[3, :3]) * UsdGeom.GetStageMetersPerUnit(stage)
    if UsdGeom.GetStageUpAxis(stage) == UsdGeom.Tokens.z:
        to_ours = np.array([[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.0, -1.0, 0.0]])
        matrices = to_ours @ matrices @ to_ours.T
        shift = shift @ to_ours.T
    return np.concatenate([rotation_angles(matrices), shift], 1)
