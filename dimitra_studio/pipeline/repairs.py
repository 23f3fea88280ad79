"""Inputs made fit for use: one face out of a picture, one channel out of a recording."""

import io
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from dimitra_studio.audio.channels import measure_channels
from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import FaceError
from dimitra_studio.core.project import Media
from dimitra_studio.face.image import SMALLEST_SIDE, load_image
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.pipeline.findings import Box

_AROUND = (0.9, 0.9, 0.9, 1.3)  # faces left of the box, above, right and below it
_BLOCK = 4096  # samples that the encoder gets at a time


def crop_face(media: Media, box: Box, *, tracker: FaceTracker | None = None) -> Media:
    """Cut a portrait of one person out of a picture of several.

    Args:
        media: the picture file.
        box: around the face, in pixels of the picture as ``load_image`` gives it.
        tracker: used instead of a new one.

    Returns:
        A PNG that shows as much around the face as the others allow.

    Raises:
        ImageError: if the picture cannot be decoded.
        FaceError: if the box lies outside the picture.
    """
    if tracker is None:
        with FaceTracker() as own:
            return crop_face(media, box, tracker=own)
    picture = load_image(media.data, name=media.name)
    height, width = picture.shape[:2]
    x, y, w, h = box
    left, top = max(0.0, x - _AROUND[0] * w), max(0.0, y - _AROUND[1] * h)
    right = min(float(width), x + (1 + _AROUND[2]) * w)
    bottom = min(float(height), y + (1 + _AROUND[3]) * h)
    for face in tracker.detect(picture):
        low, high = face[:, :2].min(0), face[:, :2].max(0)
        middle = (low + high) / 2
        if x <= middle[0] <= x + w and y <= middle[1] <= y + h:
            continue  # the chosen face itself
        if high[0] <= left or low[0] >= right or high[1] <= top or low[1] >= bottom:
            continue
        gaps = (x - high[0], low[0] - (x + w), y - high[1], low[1] - (y + h))
        side = int(np.argmax(gaps))  # where most room is between the two
        if side == 0:
            left = max(left, float(high[0] + x) / 2)
        elif side == 1:
            right = min(right, float(low[0] + x + w) / 2)
        elif side == 2:
            top = max(top, float(high[1] + y) / 2)
        else:
            bottom = min(bottom, float(low[1] + y + h) / 2)
    rows, columns = slice(round(top), round(bottom)), slice(round(left), round(right))
    part = picture[rows, columns]
    if min(part.shape[:2]) < SMALLEST_SIDE:
        raise FaceError(f"There is no face at that place in {media.name}; choose another.")
    return Media(f"{Path(media.name).stem} face.png", _to_png(part))


def _to_png(picture: NDArray[np.uint8]) -> bytes:
    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG")
    return file.getvalue()


def take_channel(media: Media, index: int | None) -> Media:
    """Make a recording of one channel, or of the mix of all, on the same time.

    Args:
        media: the recording or video.
        index: of the channel, 0 for left; the mix of all if None.

    Returns:
        A FLAC file at the recording's own sample rate; what the picture of a video showed is gone.

    Raises:
        AudioError: if the recording cannot be decoded.
        ValueError: if it has no such channel.
    """
    channels = measure_channels(media.data, name=media.name)
    if index is not None and not 0 <= index < len(channels.names):
        raise ValueError(f"channels are 0 to {len(channels.names) - 1}, got {index}")
    audio = load_audio(media.data, name=media.name, channel=index, rate=channels.sample_rate)
    side = "mono" if index is None else {0: "left", 1: "right"}.get(index, f"channel {index + 1}")
    return Media(f"{Path(media.name).stem} {side}.flac", _to_flac(audio))


def _to_flac(audio: Audio) -> bytes:
    file = io.BytesIO()
    whole = np.round(np.clip(audio.samples, -1, 1) * 32_767).astype(np.int16)
    with av.open(file, "w", format="flac") as container:
        stream = container.add_stream("flac", rate=audio.sample_rate, layout="mono")
        for first in range(0, len(whole), _BLOCK):
            block = np.ascontiguousarray(whole[None, first : first + _BLOCK])
            frame = av.AudioFrame.from_ndarray(block, format="s16", layout="mono")
            frame.sample_rate, frame.pts = audio.sample_rate, first
            frame.time_base = Fraction(1, audio.sample_rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return file.getvalue()
