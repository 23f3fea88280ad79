"""What the graph editor shows, and what an unfinished gesture makes of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from dimitra_studio.core.curve_editing import Curve
from dimitra_studio.core.curve_keys import Keys
from dimitra_studio.core.edits import CurveEdit
from dimitra_studio.core.motion import FPS, Motion
from dimitra_studio.core.timeline import Segment

Selected = dict[str, frozenset[int]]


@dataclass(frozen=True)
class Change:
    """What a gesture makes of some curves.

    Args:
        curves: ``(T,)`` by channel.
        keys: all keys of each channel.
        count: of keys that it concerns.
    """

    curves: Mapping[str, Curve]
    keys: Mapping[str, Keys]
    count: int = 0


@dataclass
class ShownCurves:
    """Curves, keys and marks of the channels that are shown.

    Args:
        generated: what the takes give.
        edited: what is seen.
        edits: by channel.
        pinned: frames by component.
        locks: components that may not be edited.
        ghost: the take compared with.
        channels: that are shown.
        active: the one among them that tools work on.
        linked: tools work on all that are shown.
        selection: the range that is selected.
        selected: keys that are selected, by channel.
        preview: an unfinished gesture, shown instead of what it changes.
    """

    generated: Motion | None = None
    edited: Motion | None = None
    edits: Mapping[str, CurveEdit] = field(default_factory=dict)
    pinned: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    locks: frozenset[str] = frozenset()
    ghost: Motion | None = None
    channels: tuple[str, ...] = ()
    active: str = ""
    linked: bool = False
    selection: Segment | None = None
    selected: Selected = field(default_factory=dict)
    preview: Change | None = None

    @property
    def fps(self) -> float:
        return self.edited.fps if self.edited else FPS

    @property
    def n_frames(self) -> int:
        return len(self.edited) if self.edited else 0

    def component(self, channel: str) -> str:
        """The component of a channel of the motion."""
        assert self.edited is not None
        return self.edited.rig.components[self.edited.rig.column(channel)]

    def limits(self, channel: str) -> tuple[float, float]:
        """Smallest and largest value that a channel may have."""
        assert self.edited is not None
        column = self.edited.rig.column(channel)
        return self.edited.rig.lower[column], self.edited.rig.upper[column]

    def is_locked(self, channel: str) -> bool:
        return self.component(channel) in self.locks

    def chosen(self) -> list[str]:
        """The channels that commands are about."""
        if self.edited is None or not self.active:
            return []
        return list(self.channels) if self.linked else [self.active]

    def targets(self) -> list[str]:
        """The chosen channels that may be edited."""
        return [channel for channel in self.chosen() if not self.is_locked(channel)]

    def stored(self, channel: str) -> Curve:
        """``(T,)`` a curve without the gesture that is going on."""
        assert self.edited is not None
        return self.edited.channel(channel)

    def curve(self, channel: str) -> Curve:
        """``(T,)`` a curve as it is shown."""
        if self.preview and channel in self.preview.curves:
            return self.preview.curves[channel]
        return self.stored(channel)

    def stored_keys(self, channel: str) -> Keys:
        """The keys of a channel that lie in the motion."""
        edit = self.edits.get(channel)
        return tuple(key for key in edit.keys if key < self.n_frames) if edit else ()

    def keys(self, channel: str) -> Keys:
        """The keys of a channel as they are shown."""
        if self.preview and channel in self.preview.keys:
            return self.preview.keys[channel]
        return self.stored_keys(channel)

    def selected_keys(self) -> Selected:
        """The selected keys that there are, in channels that may be edited."""
        found = {
            channel: self.selected.get(channel, frozenset()) & set(self.keys(channel))
            for channel in self.targets()
        }
        return {channel: keys for channel, keys in found.items() if keys}

    def range(self) -> slice:
        """The frames that a command is about: selected in time, or between keys, or all."""
        if self.selection is not None:
            return self.selection.frames(self.n_frames, self.fps)
        keys = sorted({key for keys in self.selected_keys().values() for key in keys})
        return slice(keys[0], keys[-1] + 1) if len(keys) > 1 else slice(0, self.n_frames)

    def alters(self, change: Change) -> bool:
        """Whether a change makes anything different from what is stored."""
        return any(
            not np.array_equal(curve, self.stored(name)) for name, curve in change.curves.items()
        ) or any(keys != self.stored_keys(name) for name, keys in change.keys.items())

    def limited(self, channel: str, curve: Curve) -> Curve:
        """A curve within the limits of its channel, where it is not what it was."""
        before = self.stored(channel)
        limited = np.clip(curve, *self.limits(channel)).astype(np.float32)
        return np.where(curve == before, before, limited)

    def differs(self, channel: str) -> np.ndarray:
        """``(T,)`` bool: where the shown curve is not the generated one."""
        assert self.generated is not None
        return self.curve(channel) != self.generated.channel(channel)
