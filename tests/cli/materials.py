"""Files as users have them, for the command line to take or to refuse."""

import struct
import zlib
from collections.abc import Sequence
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.audio import SAMPLE_RATE
from dimitra_studio.core.paths import SAMPLE

FACE_SIDE = 256


def spoken(seconds: float) -> NDArray[np.float32]:
    """The beginning of the sample recording, mono at ``SAMPLE_RATE``."""
    return load_audio(SAMPLE / "speech.flac").samples[: round(seconds * SAMPLE_RATE)]


def portrait() -> Image.Image:
    """The sample portrait, small."""
    with Image.open(SAMPLE / "portrait.jpg") as picture:
        return picture.convert("RGB").resize((FACE_SIDE, FACE_SIDE))


def write_sound(
    path: Path,
    samples: NDArray[np.float32],
    *,
    rate: int = SAMPLE_RATE,
    layout: str = "mono",
    codec: str = "pcm_s16le",
) -> Path:
    """Encode speech at any rate; in several channels it comes from all of them.

    Args:
        path: its ending chooses the container.
        samples: ``(S,)`` at ``SAMPLE_RATE``.
        rate: samples per second of the file.
        layout: FFmpeg's name of the channels.
        codec: FFmpeg's name of the encoder.
    """
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, layout=layout)
        resampler = av.AudioResampler(stream.format, layout, rate)
        frame = av.AudioFrame.from_ndarray(samples[None], "fltp", "mono")
        frame.sample_rate = SAMPLE_RATE
        fifo = av.AudioFifo()
        for part in (*resampler.resample(frame), *resampler.resample(None)):
            part.pts = None
            fifo.write(part)
        size = stream.codec_context.frame_size or 1024
        while block := fifo.read(size, partial=True):
            container.mux(stream.encode(block))
        container.mux(stream.encode(None))
    return path


def track_durations(path: Path) -> tuple[float, float]:
    """Seconds of picture and sound that players show, by the file's own tables."""
    with av.open(str(path)) as container:
        picture, sound = container.streams.video[0], container.streams.audio[0]
        return float(picture.duration * picture.time_base), float(sound.duration * sound.time_base)


def write_portrait_twice(path: Path) -> Path:
    """Two faces of the same size."""
    one = portrait()
    both = Image.new("RGB", (2 * FACE_SIDE, FACE_SIDE))
    both.paste(one, (0, 0))
    both.paste(one, (FACE_SIDE, 0))
    both.save(path)
    return path


def write_gif(path: Path, pictures: Sequence[Image.Image]) -> Path:
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=100)
    return path


def write_huge_png(path: Path, side: int) -> Path:
    """A PNG whose header promises more pixels than fit into any memory."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", check)

    header = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    body = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + body)
    return path
