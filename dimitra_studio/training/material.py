"""What one network is trained and validated on."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.rig import POSE_CHANNELS, Rig
from dimitra_studio.diffusion.cmdt import CMDT
from dimitra_studio.diffusion.normalise import Statistics
from dimitra_studio.diffusion.text import TextEncoder
from dimitra_studio.diffusion.weights import MotionNetwork
from dimitra_studio.face.rigs import StudioRig
from dimitra_studio.training.dataset import Take, make_take
from dimitra_studio.training.mouth import measure_mouth, mouth_slopes
from dimitra_studio.training.preparation import PreparedClip
from dimitra_studio.training.validation import Example

SMALLEST_BLENDSHAPE = 0.02  # standard deviation: less is tracking noise
SMALLEST_ROTATION = 0.004  # radians
SMALLEST_TRANSLATION = 0.0004  # metres


TEMPERATURES = {"lips": 0.5, "expression": 1.0, "pose": 1.0}
"""Speech decides nearly all of the lips, so they are sampled near their likeliest motion: that
raises the correlation with real lips at the same range. Blinks and nods need the whole spread."""


@dataclass(frozen=True, slots=True, eq=False)
class Material:
    """Clips of one component.

    Args:
        rig: of the curves.
        component: lips, expression or pose.
        statistics: of the training clips.
        train: for each clip, its versions.
        val: clips to validate on.
        mouth_slopes: ``(M, 2)`` how mouth opening and width follow the normalised channels, in
            standard deviations of each; for the lips alone.
    """

    rig: Rig
    component: str
    statistics: Statistics
    train: list[list[Take]]
    val: list[Example]
    mouth_slopes: NDArray[np.float32] | None

    @property
    def channels(self) -> tuple[str, ...]:
        """Names of the channels of the component."""
        return tuple(self.rig.channels[column] for column in self.rig.columns(self.component))

    @property
    def audio_dim(self) -> int:
        """Width of the audio features."""
        return self.train[0][0].version.features.shape[1]

    def motion_network(self, network: CMDT) -> MotionNetwork:
        """A network of the component with all that belongs to it."""
        return MotionNetwork(
            network=network,
            statistics=self.statistics,
            component=self.component,
            rig=self.rig.name,
            channels=self.channels,
            temperature=TEMPERATURES[self.component],
        )


def gather(
    clips: list[PreparedClip], rig: StudioRig, component: str, encoder: TextEncoder | None = None
) -> Material:
    """Take the curves of one component from prepared clips.

    Raises:
        TrainingError: if the clips hold no curves worth training on.
    """
    description = rig.description
    columns = description.columns(component)
    train_clips = [clip for clip in clips if clip.clip.split == "train"]
    seen = np.concatenate([clip.curves[clip.seen] for clip in train_clips])
    if not np.ptp(seen[:, columns], axis=0).any():
        raise TrainingError(f"The {component} never moves in the clips; add people who talk.")
    statistics = Statistics.measure(seen[:, columns], smallest_deviations(description)[columns])

    def takes(clip: PreparedClip) -> list[Take]:
        text = encoder.encode(clip.clip.transcript) if encoder else None
        return [make_take(clip, version, columns, statistics, text) for version in clip.versions]

    val = [
        Example(clip, take) for clip in clips if clip.clip.split == "val" for take in takes(clip)
    ]
    slopes = None
    if component == "lips":
        scale = np.maximum(measure_mouth(rig, seen).std(axis=0), 1e-3)
        slopes = mouth_slopes(rig, seen.mean(axis=0))[columns]
        slopes = (slopes * statistics.std[:, None] / scale).astype(np.float32)
    return Material(
        description, component, statistics, [takes(clip) for clip in train_clips], val, slopes
    )


def smallest_deviations(rig: Rig) -> NDArray[np.float32]:
    """``(C,)`` the standard deviation below which a channel counts as still."""
    floors = np.full(len(rig.channels), SMALLEST_BLENDSHAPE, np.float32)
    for name in POSE_CHANNELS:
        rotates = name in POSE_CHANNELS[:3]
        floors[rig.column(name)] = SMALLEST_ROTATION if rotates else SMALLEST_TRANSLATION
    return floors
