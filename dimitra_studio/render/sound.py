"""The sound of a video: the recording as it is, on the clock that its analysis used."""

import io
import wave
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import cast

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from numpy.typing import NDArray

from dimitra_studio.audio.decode import LONGEST_GAP, TOLERANCE
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.container import decode_sound, time_origin
from dimitra_studio.core.errors import AudioError

SAMPLE_FORMAT = "fltp"
"""What the AAC encoder takes."""

_RATES = (96000, 88200, 64000, 48000, 44100, 32000)
"""Samples per second that AAC knows, from the one at which a block of it is shorter than a frame
of video: the last block fills up with silence, which must not outlast the picture."""

_LAYOUTS = {1: "mono", 2: "stereo", 3: "3.0", 4: "4.0", 5: "5.0", 6: "5.1", 8: "7.1"}
"""How AAC arranges so many loudspeakers; any other number becomes stereo."""

Samples = NDArray[np.float32]
Source = Path | bytes | Audio


class Sound:
    """Reads a recording piece by piece, in its own rate and with its own channels.

    Time 0 is where ``audio.decode.load_audio`` puts it: what starts late begins with silence,
    encoder delay is cut and gaps in the timestamps become silence.

    Args:
        source: a file, the bytes of one, or samples.
        start: seconds of the recording that are left out; below 0, seconds of silence before it.
        for_aac: take the nearest rate and channels that AAC knows; else any rate is kept, and
            more than two channels are mixed to stereo.

    Raises:
        AudioError: if it cannot be decoded or has no sound.
    """

    def __init__(self, source: Source, start: float = 0.0, *, for_aac: bool = True) -> None:
        self._files = ExitStack()
        if isinstance(source, Audio):
            rate, n_channels, origin = source.sample_rate, 1, 0.0
            self._frames = iter([_as_frame(source)])
        else:
            container, stream = self._open(source)
            rate, n_channels = stream.codec_context.sample_rate, stream.codec_context.channels
            origin = time_origin(container)
            self._frames = decode_sound(container, stream)
        self.rate, self.layout = rate, "mono" if n_channels == 1 else "stereo"
        if for_aac:
            self.rate, self.layout = _aac_rate(rate), _LAYOUTS.get(n_channels, "stereo")
        self._line = _Line(self.rate, self.layout, origin)
        self._skip = max(0, round(start * self.rate))
        self._waiting = self._line.silence(max(0, -round(start * self.rate)))
        self._pieces = self._decode()

    def read(self, n_samples: int) -> Samples:
        """The next ``(channels, n_samples)``; silence after the recording's end."""
        parts, missing = [self._waiting], n_samples - self._waiting.shape[1]
        while missing > 0:
            piece = next(self._pieces, None)
            if piece is None:
                piece = self._line.silence(missing)
            parts.append(piece)
            missing -= piece.shape[1]
        samples = np.concatenate(parts, axis=1)
        self._waiting = samples[:, n_samples:]
        return np.ascontiguousarray(samples[:, :n_samples])

    def rest(self) -> Iterator[Samples]:
        """What is left of the recording, ``(channels, n)`` at a time, as it is decoded."""
        waiting, self._waiting = self._waiting, self._line.silence(0)
        yield waiting
        yield from self._pieces

    def close(self) -> None:
        """Close the file."""
        self._files.close()

    def _decode(self) -> Iterator[Samples]:
        for frame in self._frames:
            yield from self._cut(self._line.add(frame))
        yield from self._cut(self._line.finish())

    def _cut(self, pieces: list[Samples]) -> Iterator[Samples]:
        """Leave out what lies before the start."""
        for piece in pieces:
            kept = piece[:, self._skip :]
            self._skip -= piece.shape[1] - kept.shape[1]
            yield kept

    def _open(self, source: Path | bytes) -> tuple[InputContainer, AudioStream]:
        file = io.BytesIO(source) if isinstance(source, bytes) else str(source)
        options = {"protocol_whitelist": "file"}  # a playlist must not reach the net
        try:
            container = av.open(file, "r", options=options, metadata_errors="ignore")
        except (av.FFmpegError, OSError) as error:
            raise AudioError(
                "The recording cannot be decoded: it is missing, damaged, or not a sound or video "
                "file; save it as WAV and try again."
            ) from error
        self._files.enter_context(container)
        best = container.streams.best("audio")
        if best is None:
            self.close()
            raise AudioError(
                "The recording holds no sound: it has no audio track; choose a recording of speech."
            )
        return container, cast(AudioStream, best)


class _Line:
    """Lays decoded frames onto one line of samples without gaps or overlaps.

    Args:
        rate: samples per second of the line.
        layout: its channels.
        origin: timestamp of its first sample, in seconds.
    """

    def __init__(self, rate: int, layout: str, origin: float) -> None:
        self._rate, self._layout, self._origin = rate, layout, origin
        self._n_channels = av.AudioLayout(layout).nb_channels
        self._resampler: av.AudioResampler | None = None
        self._kind: tuple[str, str, int] = ("", "", 0)
        self._expected = 0.0  # seconds, where a frame follows without a gap
        self._written = 0
        self._skip = 0  # samples of the run that lie before what is already there

    def silence(self, n_samples: int) -> Samples:
        return np.zeros((self._n_channels, n_samples), np.float32)

    def add(self, frame: AudioFrame) -> list[Samples]:
        if not frame.samples or not frame.sample_rate:
            return []
        pieces = []
        kind = (frame.format.name, frame.layout.name, frame.sample_rate)
        time = self._expected if frame.time is None else frame.time - self._origin
        if abs(time - self._expected) > LONGEST_GAP:
            self._origin += time - self._expected
            time = self._expected
        if kind != self._kind or abs(time - self._expected) > TOLERANCE:
            pieces = self._begin_run(kind, time)
        frame.pts = None  # the resampler must count samples, not read rounded timestamps
        self._expected += frame.samples / frame.sample_rate
        return pieces + self._resample(frame)

    def finish(self) -> list[Samples]:
        pieces = self._resample(None)
        self._resampler = None
        return pieces

    def _begin_run(self, kind: tuple[str, str, int], time: float) -> list[Samples]:
        pieces = self.finish()
        self._resampler = av.AudioResampler(SAMPLE_FORMAT, self._layout, self._rate)
        self._kind, self._expected = kind, time
        gap = round(time * self._rate) - self._written
        self._skip = max(0, -gap)
        self._written += max(0, gap)
        return [*pieces, self.silence(max(0, gap))]

    def _resample(self, frame: AudioFrame | None) -> list[Samples]:
        """What a frame gives, or what the resampler still holds."""
        pieces = []
        for part in self._resampler.resample(frame) if self._resampler else ():
            samples = part.to_ndarray()
            kept = samples[:, self._skip :]
            self._skip -= samples.shape[1] - kept.shape[1]
            self._written += kept.shape[1]
            pieces.append(np.nan_to_num(kept).astype(np.float32))
        return pieces


def write_wav(path: Path, source: Source, *, start: float, duration: float) -> None:
    """Write a stretch of a recording as 16-bit WAV, in its own rate, mono or stereo.

    Args:
        path: of the WAV.
        source: see ``Sound``.
        start: seconds of the recording at its first sample, see ``Sound``.
        duration: seconds; silence after the recording's end.

    Raises:
        AudioError: if the recording cannot be decoded or has no sound.
        OSError: if the file cannot be written.
    """
    sound = Sound(source, start, for_aac=False)
    try:
        with wave.open(str(path), "wb") as file:
            file.setnchannels(av.AudioLayout(sound.layout).nb_channels)
            file.setsampwidth(2)
            file.setframerate(sound.rate)
            left = round(duration * sound.rate)
            while left > 0:
                samples = sound.read(min(left, sound.rate))
                left -= samples.shape[1]
                file.writeframesraw(to_int16(samples).astype("<i2").tobytes())
    finally:
        sound.close()


def to_int16(samples: Samples) -> NDArray[np.int16]:
    """``(S, channels)`` of ``(channels, S)`` samples, cut off at full scale."""
    return np.rint(np.clip(samples.T, -1.0, 1.0) * np.float32(32767)).astype(np.int16)


def _aac_rate(rate: int) -> int:
    while rate < min(_RATES):
        rate *= 2
    return max(known for known in _RATES if known <= rate)


def _as_frame(audio: Audio) -> AudioFrame:
    frame = AudioFrame.from_ndarray(np.ascontiguousarray(audio.samples[None]), "fltp", "mono")
    frame.sample_rate = audio.sample_rate
    return frame
