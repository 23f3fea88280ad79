"""Motion out of glTF files: the weights of ARKit's morph targets and the turns of the head."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.motion import FPS
from dimitra_studio.core.rig import POSE_CHANNELS, STUDIO
from dimitra_studio.export.character_match import target_names
from dimitra_studio.export.character_names import exact
from dimitra_studio.export.glb import EXTRAS
from dimitra_studio.export.gltf_arrays import read_array
from dimitra_studio.export.gltf_file import Gltf, Row, mapping, objects, read_gltf
from dimitra_studio.export.gltf_nodes import Place, find_head, place_of
from dimitra_studio.export.reading import (
    MOST_FRAMES,
    RATES,
    MalformedError,
    Read,
    check_count,
    on_grid,
    reading,
    to_motion,
)
from dimitra_studio.export.targets import BEYOND, is_beyond, put_together, read_scales
from dimitra_studio.face.rotation import rotation_angles

STILL = "It has no node of a head that moves, so the head holds still."

SLOWEST = 10.0
"""Frames per second; samples that are further apart are keys, with motion between them."""

_MOST_TARGETS = 4096  # of one mesh, three numbers each

_ON_FRAME = 0.02  # of a frame: times are floats

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class _Curve:
    """One sampler.

    Args:
        times: ``(K,)`` seconds of its keys.
        values: ``(K, N)``, or ``(K, 3, N)`` with the tangents of a cubic curve.
        kind: how it goes from key to key.
    """

    times: Floats
    values: Floats
    kind: str

    def at(self, times: Floats) -> Floats:
        """``(T, N)`` values at some times; before its keys and after them it holds still."""
        last = len(self.times) - 1
        left = np.clip(np.searchsorted(self.times, times + 1e-9, side="right") - 1, 0, last)
        right = np.minimum(left + 1, last)
        gap = self.times[right] - self.times[left]
        share = np.where(gap > 0, (times - self.times[left]) / np.where(gap > 0, gap, 1), 0.0)
        u = np.clip(share, 0.0, 1.0)[:, None]
        if self.kind == "STEP":
            return self.values[left]
        if self.kind == "CUBICSPLINE":
            return self._cubic(left, right, gap[:, None], u)
        return self.values[left] * (1 - u) + self.values[right] * u

    def _cubic(self, left: NDArray, right: NDArray, gap: Floats, u: Floats) -> Floats:
        leaving, arriving = self.values[left, 2] * gap, self.values[right, 0] * gap
        first, second = self.values[left, 1], self.values[right, 1]
        return (
            (2 * u**3 - 3 * u**2 + 1) * first
            + (u**3 - 2 * u**2 + u) * leaving
            + (3 * u**2 - 2 * u**3) * second
            + (u**3 - u**2) * arriving
        )


def read_glb(path: Path) -> Read:
    """Read the first animation of morph targets with names of ARKit, in any usual spelling.

    The head's pose is how its node has turned and moved from its rest. Where several meshes have a
    target of one name, the first counts. What our own files keep apart above 1 and below 0 is put
    together again.

    Raises:
        ProjectError: if the file is damaged, has no such animation, or needs files from elsewhere.
    """
    with reading(path, "a glTF animation"):
        gltf = read_gltf(path)
        shapes, animation = _find_animation(gltf)
        head = find_head(gltf)
        pose = {} if head is None else _head_curves(gltf, animation, head)
        times, fps = _frames([*shapes.values(), *pose.values()])
        columns = [curve.at(times)[:, 0] for curve in shapes.values()]
        names, values = put_together(list(shapes), np.stack(columns, axis=1), _scales(gltf))
        if head is not None and pose:
            names += POSE_CHANNELS
            values = np.hstack([values, _head_pose(place_of(gltf, head), pose, times)])
        read = to_motion(names, values, STUDIO, fps or FPS)
        if fps is None:
            read = on_grid(read, times)
    return read if pose else replace(read, notes=(*read.notes, STILL))


def _find_animation(gltf: Gltf) -> tuple[dict[str, _Curve], Row]:
    """The curves of the first animation that moves a shape of ARKit, by channel, and itself."""
    for animation in gltf.rows("animations"):
        shapes: dict[str, _Curve] = {}
        for target, curve in _curves(gltf, animation, "weights"):
            mesh = gltf.row("meshes", gltf.row("nodes", target).get("mesh"))
            names = target_names(gltf, mesh)
            width = curve.values.size // max(len(curve.times), 1)
            if width != len(names) * (3 if curve.kind == "CUBICSPLINE" else 1):
                raise MalformedError(f"it animates {width} weights of {len(names)} morph targets")
            spread = _spread(curve, len(names))
            for index, name in enumerate(names):
                channel = _channel(name)
                if channel is not None and channel not in shapes:
                    values = spread.values[..., index : index + 1].copy()  # the rest may go
                    shapes[channel] = replace(spread, values=values)
        if shapes:
            return shapes, animation
    raise MalformedError("it animates no morph target with a name of ARKit's, such as jawOpen")


def _channel(name: str) -> str | None:
    """The channel of a target; with the ending of those that carry what lies beyond 0 to 1."""
    return name if is_beyond(name) else exact(name)


def _spread(curve: _Curve, width: int) -> _Curve:
    """Values that glTF has one after another, as rows of ``width``."""
    shape = (len(curve.times), 3, width) if curve.kind == "CUBICSPLINE" else (-1, width)
    return replace(curve, values=curve.values.reshape(shape))


def _curves(gltf: Gltf, animation: Row, path: str) -> Iterator[tuple[int, _Curve]]:
    """Nodes and what moves one property of them, as one long row of values."""
    samplers = objects(animation.get("samplers", []), "samplers")
    for channel in objects(animation.get("channels", []), "channels"):
        target = mapping(channel.get("target"), "target")
        if target.get("path") != path or "node" not in target:
            continue
        sampler = samplers[channel["sampler"]]
        times = read_array(gltf, sampler.get("input"), MOST_FRAMES)[:, 0]
        check_count(len(times))
        if not np.isfinite(times).all() or (np.diff(times) <= 0).any():
            raise MalformedError("the times of its animation do not rise")
        values = read_array(gltf, sampler.get("output"), len(times) * _MOST_TARGETS)
        if not np.isfinite(values).all():
            raise MalformedError("its animation holds values that are not finite")
        kind = sampler.get("interpolation", "LINEAR")
        yield target["node"], _Curve(times, values.ravel(), kind)


def _head_curves(gltf: Gltf, animation: Row, head: int) -> dict[str, _Curve]:
    found = {}
    for path, width in (("rotation", 4), ("translation", 3)):
        for node, curve in _curves(gltf, animation, path):
            if node == head:
                found[path] = _spread(curve, width)
    return found


def _head_pose(place: Place, curves: dict[str, _Curve], times: Floats) -> Floats:
    """``(T, 6)`` the channels of the pose."""
    pose = np.zeros((len(times), len(POSE_CHANNELS)))
    if "rotation" in curves:
        # close keys: a straight line between two quaternions is as good as an arc
        turns = place.turns(_one_side(curves["rotation"]).at(times))
        pose[:, :3] = rotation_angles(turns.as_matrix())
    if "translation" in curves:
        pose[:, 3:] = place.shifts(curves["translation"].at(times))
    return pose


def _one_side(curve: _Curve) -> _Curve:
    """Quaternions each on the same side as the one before it; cubic ones have to be already."""
    if curve.kind == "CUBICSPLINE":
        return curve
    values = curve.values.copy()
    backwards = np.einsum("tc,tc->t", values[1:], values[:-1]) < 0
    values[1:] *= np.cumprod(np.where(backwards, -1.0, 1.0))[:, None]
    return replace(curve, values=values)


def _frames(curves: list[_Curve]) -> tuple[Floats, float | None]:
    """When to look, and the rate if it is known already: all keys where these are frames.

    Otherwise they are thinned out: the first usual rate that has them all on its frames.
    """
    times = np.unique(np.concatenate([curve.times for curve in curves]))
    times = times[np.insert(np.diff(times) > 1e-5, 0, True)]
    steps = np.diff(times)
    if not len(steps) or (steps.max() < 1.1 * steps.min() and steps.max() < 1 / SLOWEST):
        return times, None
    since = times - times[0]
    fitting = (r for r in (FPS, *RATES) if np.abs(since * r - np.rint(since * r)).max() < _ON_FRAME)
    fps = float(next(fitting, FPS))
    check_count(int(min(since[-1] * fps, 1e9)) + 1)
    return times[0] + np.arange(round(since[-1] * fps) + 1) / fps, fps


def _scales(gltf: Gltf) -> dict[str, float]:
    """What the targets beyond 0 to 1 show at their full weight, in files of ours."""
    extras = mapping(mapping(gltf.document.get("asset"), "asset").get("extras"), "extras")
    notes = mapping(mapping(extras.get(EXTRAS), "extras").get("notes"), "notes")
    return read_scales(notes.get(BEYOND))
