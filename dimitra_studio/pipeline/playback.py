"""A recording as samples that a sound card takes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.project import Media
from dimitra_studio.render.sound import Sound, to_int16

_REPORT_EVERY = 10  # seconds of sound; often enough to cancel at once


@dataclass(frozen=True, slots=True, eq=False)  # arrays have no single truth value to compare
class PlayableSound:
    """Decoded sound, whole in memory: 10 minutes of stereo at 48 kHz are 115 MB.

    Args:
        samples: ``(S, 1)`` or ``(S, 2)`` int16, C order, so that any stretch is one copy.
        sample_rate: samples per second.

    Raises:
        ValueError: if the samples are not one or two columns of int16.
    """

    samples: NDArray[np.int16]
    sample_rate: int

    def __post_init__(self) -> None:
        samples = self.samples.view()
        if samples.ndim != 2 or samples.shape[1] not in (1, 2) or samples.dtype != np.int16:
            raise ValueError(
                f"samples must be (S, 1) or (S, 2) int16, got {samples.shape} {samples.dtype}"
            )
        samples.flags.writeable = False
        object.__setattr__(self, "samples", samples)

    @property
    def duration(self) -> float:
        """Length in seconds."""
        return len(self.samples) / self.sample_rate


def load_sound(media: Media, on_progress: ProgressFn = ignore) -> PlayableSound:
    """Decode a recording in its own rate, mono or stereo.

    Time 0 is where ``audio.decode.load_audio`` puts it, so that what is heard is what the motion
    was made from.

    Args:
        media: a recording or video.
        on_progress: told now and then; may raise ``Cancelled``.

    Raises:
        AudioError: if it cannot be decoded or has no sound.
    """
    if not media.data:
        raise AudioError(f"{media.name} is empty; choose another recording.")
    sound = Sound(media.data, for_aac=False)
    n_channels = 1 if sound.layout == "mono" else 2
    frame_size = np.dtype(np.int16).itemsize * n_channels
    data = bytearray()  # grows in place: a list of arrays would need twice the memory
    reported = 0
    try:
        for piece in sound.rest():
            data += to_int16(piece).tobytes()
            seconds = len(data) // frame_size // sound.rate
            if seconds - reported >= _REPORT_EVERY:
                reported = seconds
                on_progress(Progress(seconds, 0, "Reading the recording"))
    finally:
        sound.close()
    if not data:
        raise AudioError(
            f"{media.name} holds no sound: its audio track is empty or damaged; "
            "choose another recording."
        )
    samples = np.frombuffer(data, np.int16).reshape(-1, n_channels)
    return PlayableSound(samples, sound.rate)
