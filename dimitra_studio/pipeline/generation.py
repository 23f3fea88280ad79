"""From a project to a take: what is free, what is pinned, and one network after another."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.motion import FPS, Motion, count_frames
from dimitra_studio.core.progress import ProgressFn, stage
from dimitra_studio.core.project import Project, active_motion, edited_motion, free_take_name
from dimitra_studio.core.rig import RIGS, Rig
from dimitra_studio.core.take import Settings, Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.diffusion import weights
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.diffusion.windows import Speech, generate_component
from dimitra_studio.pipeline.listening import Listener

NARROW = 256
"""Networks up to this width are quicker on one thread of a CPU than on several."""


@dataclass(frozen=True, slots=True, eq=False)
class _Plan:
    """What stands before generation starts.

    Args:
        base: ``(T, C)`` curves that are kept wherever nothing is generated.
        seen: ``(T, C)`` the same with what was set by hand, which the new motion leads into.
        rest: ``(C,)`` the portrait's own curves.
        frames: that are generated.
        parent: name of the take that the base comes from.
    """

    base: NDArray[np.float32]
    seen: NDArray[np.float32]
    rest: NDArray[np.float32]
    frames: slice
    parent: str | None


class Generator:
    """The three networks, loaded when they are first needed.

    Args:
        folder: with ``lips``, ``expression`` and ``pose`` ``.safetensors``.
        rig: that the networks were trained for.
        device: where they run.
        listener: tells them about the speech.
    """

    def __init__(self, folder: Path, rig: str, device: str, listener: Listener) -> None:
        self._folder = folder
        self._listener = listener
        self._rig = RIGS[rig]
        self._device = device
        self._loaded: dict[str, MotionNetwork] = {}
        self.notices: list[str] = []
        """What had to be done otherwise than asked, a sentence each."""

    def networks(self, components: Collection[str]) -> dict[str, MotionNetwork]:
        """The networks of some components; the folder needs no others.

        Raises:
            WeightsError: if the weights are missing or unfit.
        """
        for name in components:
            if name not in self._loaded:
                path = self._folder / f"{name}.safetensors"
                loaded = weights.load(path, self._rig, name)
                self._listener.prepare(loaded)
                loaded.network.to(self._device)
                self._loaded[name] = loaded
        return {name: self._loaded[name] for name in components}

    def generate(
        self,
        project: Project,
        audio: Audio,
        *,
        components: tuple[str, ...],
        segment: Segment | None,
        settings: Settings,
        on_progress: ProgressFn,
    ) -> Take:
        """See ``Engine.generate``."""
        n_frames = count_frames(audio.duration)
        plan = _plan(project, self._rig, n_frames, components, segment)
        networks = self.networks(components)
        speech = self._listener.listen(networks, audio, project.transcript, n_frames)
        parts = {}
        for index, (name, network) in enumerate(networks.items()):
            free, pinned = _free(project, name, plan.frames, n_frames)
            columns = self._rig.columns(name)
            origin = plan.rest[columns] if name == "pose" else np.zeros(len(columns), np.float32)
            known = plan.seen[:, columns]
            generated = self._generate_component(
                network,
                speech[name],
                first=plan.rest[columns] - origin,
                known=known - origin,
                mask=~free | pinned,
                settings=settings,
                on_progress=stage(on_progress, index, len(networks)),
            )
            # the sum rounds: known frames are copied, so that they stay as they were
            inside = np.where(pinned[:, None], known, generated + origin)
            parts[name] = np.where(free[:, None], inside, plan.base[:, columns])
        motion = Motion(plan.base, self._rig).with_components(parts)
        return Take(
            name=free_take_name(project),
            motion=motion,
            origin="generated",
            components=components,
            start=plan.frames.start / motion.fps,
            end=min(plan.frames.stop / motion.fps, audio.duration),
            settings=settings,
            weights={name: network.sha256 for name, network in networks.items()},
            parent=plan.parent,
        )

    def _generate_component(
        self,
        network: MotionNetwork,
        speech: Speech,
        *,
        first: NDArray[np.float32],
        known: NDArray[np.float32],
        mask: NDArray[np.bool_],
        settings: Settings,
        on_progress: ProgressFn,
    ) -> NDArray[np.float32]:
        """Generate, with less memory when it runs out: shorter windows, then the processor."""
        attempt = partial(
            generate_component,
            network,
            speech,
            first=first,
            known=known,
            mask=mask,
            seed=settings.seed,
            guidance=settings.guidance,
            n_steps=settings.n_steps,
            seam=round(settings.seam * FPS),
            on_progress=on_progress,
        )
        full = network.network.config.max_frames
        with _threads_for(network):
            for size in (full, full // 2):
                try:
                    return attempt(window_size=size)
                except torch.OutOfMemoryError:
                    self._spare_memory(network, shorter=size == full)
            return attempt()

    def _spare_memory(self, network: MotionNetwork, *, shorter: bool) -> None:
        """Prepare for another attempt, and note what it costs."""
        torch.cuda.empty_cache()
        said = f"The memory of the {network.device} device ran out"
        if shorter:
            self.notices.append(
                f"{said}, so {network.component} is generated in shorter windows; "
                "close other programs that use it."
            )
            return
        network.network.to("cpu")
        self.notices.append(
            f"{said} again, so the processor generates {network.component}; it is slower, "
            "and the take is as good."
        )


@contextmanager
def _threads_for(network: MotionNetwork) -> Iterator[None]:
    """Run a narrow network on one thread: on more, they mostly wait for each other."""
    before = torch.get_num_threads()
    if network.network.config.width <= NARROW:
        torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(before)


def _plan(
    project: Project,
    rig: Rig,
    n_frames: int,
    components: tuple[str, ...],
    segment: Segment | None,
) -> _Plan:
    if locked := [name for name in components if name in project.locks]:
        raise ProjectError(f"The {locked[0]} component is locked; unlock it to generate it.")
    rest = np.zeros(len(rig.channels), np.float32)
    if project.portrait is not None:
        rest = project.portrait.curves
    shown = active_motion(project)
    if shown is None and segment is not None:
        raise ProjectError("There is no take to change a segment of; generate a whole one first.")
    if shown is not None and (shown.rig != rig or len(shown) != n_frames):
        raise ProjectError(
            f"The active take has {len(shown)} frames of the {shown.rig.name} rig, and the "
            f"recording needs {n_frames} of the {rig.name} rig; generate into a new project."
        )
    frames = slice(0, n_frames)
    if segment is not None:
        frames = segment.frames(n_frames, FPS)
        if frames.stop <= frames.start:
            raise ProjectError(
                f"The segment begins at {segment.start:g} s, after the recording ends; "
                "choose an earlier one."
            )
    base = np.tile(rest, (n_frames, 1)) if shown is None else shown.curves
    edited = edited_motion(project)
    seen = base if edited is None else edited.curves
    parent = None if shown is None else project.active.get(components[0])
    return _Plan(base, seen, rest, frames, parent)


def _free(
    project: Project, component: str, frames: slice, n_frames: int
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """``(T,)`` frames of the segment, and ``(T,)`` those that were pinned by hand.

    A take of a whole recording begins with the portrait as it is: its first frame is pinned.
    """
    free = np.zeros(n_frames, bool)
    free[frames] = True
    pinned = np.zeros(n_frames, bool)
    pinned[[frame for frame in project.pinned.get(component, ()) if frame < n_frames]] = True
    if project.portrait is not None and n_frames > 1 and free.all() and not pinned.any():
        pinned[0] = True
    return free, pinned
