"""Sound out of any container, placed on the container's own clock."""

import io
from pathlib import Path

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.layout import AudioLayout
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.container import decode_sound, time_origin
from dimitra_studio.core.errors import AudioError

TOLERANCE = 0.02
"""Seconds by which timestamps may leave the count of samples; containers round them."""

LONGEST_GAP = 600.0
"""Seconds; a longer jump is a broken timestamp, not a pause."""

SILENCE_LEVEL = -60.0
"""dBFS; a recording whose loudest passages stay below it holds no speech (see ``speech_level``)."""

_WEIGHTS = {"FC": 1.0, "FL": 0.7, "FR": 0.7, "LFE": 0.0}
"""How loud each loudspeaker is in the mix: voices are in the middle."""

_OTHER_WEIGHT = 0.35  # of the loudspeakers behind and above

OPTIONS = {"protocol_whitelist": "file"}
"""Of every container that is opened: a playlist dressed up as sound must not reach the net."""


def load_audio(
    source: Path | bytes, *, name: str = "", channel: int | None = None, rate: int = SAMPLE_RATE
) -> Audio:
    """Decode the sound of a recording or video.

    Time 0 is the earliest start of the container's sound and picture, so that both stay
    together: a track that starts later begins with silence, encoder delay is cut, gaps in the
    timestamps become silence.

    Args:
        source: a file, or the bytes of one.
        name: what messages call it; by default the name of the file.
        channel: the one to take of several; all are mixed by default.
        rate: samples per second of the result.

    Raises:
        AudioError: if there is no such file, it cannot be decoded, or has no sound.
    """
    name = name or (source.name if isinstance(source, Path) else "The recording")
    if isinstance(source, Path):
        _check_file(source)
    if not (len(source) if isinstance(source, bytes) else source.stat().st_size):
        raise AudioError(f"{name} is empty; choose another recording.")
    try:
        file = io.BytesIO(source) if isinstance(source, bytes) else str(source)
        with av.open(file, "r", options=OPTIONS, metadata_errors="ignore") as container:
            samples = _decode(container, name, _Placer(time_origin(container), channel, rate))
    except (av.FFmpegError, OSError) as error:
        raise AudioError(
            f"{name} cannot be decoded: it is damaged, or not a sound or video file; "
            "save it as WAV and try again."
        ) from error
    if not samples.size:
        raise AudioError(
            f"{name} holds no sound: its audio track is empty or damaged; choose another recording."
        )
    return Audio(samples, rate)


def _check_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise AudioError(f"{path} is a folder; give the name of a recording.")
        with path.open("rb"):
            pass
    except FileNotFoundError as error:
        raise AudioError(f"{path} does not exist; check the name of the recording.") from error
    except OSError as error:
        raise AudioError(
            f"{path} cannot be read: {error.strerror or error}; choose another recording."
        ) from error


def _decode(container: InputContainer, name: str, placer: "_Placer") -> NDArray[np.float32]:
    if not container.streams.audio:
        raise AudioError(
            f"{name} holds no sound: it has no audio track; choose a recording of speech."
        )
    best = container.streams.best("audio")
    stream = best if isinstance(best, AudioStream) else container.streams.audio[0]
    for frame in decode_sound(container, stream):
        placer.add(frame)
    return placer.finish()


class _Placer:
    """Lays runs of frames without gaps onto one row of samples.

    Args:
        start: the timestamp of the first sample, in seconds.
        channel: that is taken; all are mixed if None.
        rate: samples per second of the result.
    """

    def __init__(self, start: float, channel: int | None, rate: int) -> None:
        self._start, self._channel, self._rate = start, channel, rate
        self._bytes = bytearray()  # grows in place: a list of arrays would need twice the memory
        self._resampler: av.AudioResampler | None = None
        self._kind: tuple[str, str, int] = ("", "", 0)
        self._expected = 0.0  # seconds, where a frame follows without a gap
        self._skip = 0  # samples of the run that lie before what is already there

    @property
    def _length(self) -> int:
        return len(self._bytes) // 4

    def add(self, frame: AudioFrame) -> None:
        if not frame.samples or not frame.sample_rate:
            return
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        time = self._expected if frame.time is None else frame.time - self._start
        if abs(time - self._expected) > LONGEST_GAP:
            self._start += time - self._expected
            time = self._expected
        if kind != self._kind or abs(time - self._expected) > TOLERANCE:
            self._begin_run(kind, time)
        frame.pts = None  # the resampler must count samples, not read rounded timestamps
        self._write(frame)
        self._expected += frame.samples / frame.sample_rate

    def finish(self) -> NDArray[np.float32]:
        self._write(None)
        samples = np.frombuffer(self._bytes, dtype=np.float32)
        np.nan_to_num(samples, copy=False)
        return np.clip(samples, -1.0, 1.0, out=samples)

    def _begin_run(self, kind: tuple[str, str, int], time: float) -> None:
        self._write(None)
        self._resampler = av.AudioResampler(format="flt", layout=kind[1], rate=self._rate)
        self._kind = kind
        self._expected = time
        gap = round(time * self._rate) - self._length
        self._bytes.extend(bytes(4 * max(0, gap)))
        self._skip = max(0, -gap)

    def _write(self, frame: AudioFrame | None) -> None:
        """Resample a frame, or what the resampler still holds, and append it."""
        if self._resampler is None:
            return
        for part in self._resampler.resample(frame):
            shares = _mix(part.layout, self._channel)
            samples = part.to_ndarray().reshape(-1, part.layout.nb_channels) @ shares
            kept = samples[self._skip :]
            self._skip -= len(samples) - len(kept)
            self._bytes.extend(kept.astype(np.float32).tobytes())


def _mix(layout: AudioLayout, channel: int | None) -> NDArray[np.float32]:
    """``(channels,)`` shares that add up to 1, so that the sum cannot clip.

    FFmpeg's own mix of decoded sound can: it adds 0.7 of either side.
    """
    if channel is not None:
        return np.eye(layout.nb_channels, dtype=np.float32)[min(channel, layout.nb_channels - 1)]
    shares = np.array([_WEIGHTS.get(channel.name, _OTHER_WEIGHT) for channel in layout.channels])
    if not shares.any():
        shares[:] = 1.0
    return (shares / shares.sum()).astype(np.float32)


def speech_level(audio: Audio) -> float:
    """The level of the loud passages in dBFS: the 95th percentile over windows of 25 ms.

    Normal speech reaches -30 to -15, a whisper far from the microphone -50.
    """
    width = round(0.025 * audio.sample_rate)
    n_windows = max(1, len(audio.samples) // width)
    rows = audio.samples[: n_windows * width].reshape(n_windows, -1)
    power = np.einsum("ij,ij->i", rows, rows, dtype=np.float64) / max(1, rows.shape[1])
    return float(10 * np.log10(np.percentile(power, 95) + 1e-20))


def check_speech(audio: Audio, *, name: str = "The recording") -> None:
    """Refuse a recording in which nobody can be heard.

    Raises:
        AudioError: if the loud passages stay below ``SILENCE_LEVEL``.
    """
    level = speech_level(audio)
    if level < SILENCE_LEVEL:
        how = "it is silent" if level < -120 else f"its loudest passages reach only {level:.0f} dB"
        raise AudioError(f"{name} holds no sound: {how}; choose a recording of speech.")
