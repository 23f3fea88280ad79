"""The sound of the range that is written, as a WAV beside a file that cannot hold it."""

import wave
from pathlib import Path

import numpy as np

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.files import replacing
from dimitra_studio.export.hand_over import HandOver

RATE = 48_000  # samples per second: what programs for film work in

FULL_SCALE = 32_767


def sound_path(path: Path) -> Path:
    """Where the sound of a file is; not ``talk.wav``, which may be the recording itself."""
    return path.with_name(f"{path.stem}_sound.wav")


def write_sound(hand_over: HandOver, path: Path) -> None:
    """Write the sound, mixed to one channel, from the first frame to the end of the last.

    Args:
        hand_over: nothing is written if it has no sound.
        path: of the file that the sound goes beside.

    Raises:
        AudioError: if the recording cannot be decoded.
        ExportError: if the file cannot be written.
    """
    if hand_over.sound is None:
        return
    recording = load_audio(hand_over.sound.data, name=hand_over.sound.name, rate=RATE).samples
    samples = np.zeros(round(hand_over.motion.duration * RATE), np.float32)
    start = round((hand_over.start - hand_over.sound_delay) * RATE)
    part = recording[max(0, start) : max(0, start + len(samples))]
    place = max(0, -start)
    samples[place : place + len(part)] = part
    with replacing(sound_path(path)) as partial, wave.open(str(partial), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(np.rint(samples * FULL_SCALE).astype("<i2").tobytes())
