"""What decoding of sound and of pictures must agree on: where time 0 of a media file is."""

from collections.abc import Iterator

import av
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.container import InputContainer
from av.stream import Disposition


def time_origin(container: InputContainer) -> float:
    """The earliest start of sound and picture, in seconds; cover pictures do not count."""
    starts = [
        float(stream.start_time * stream.time_base)
        for stream in (*container.streams.audio, *container.streams.video)
        if stream.start_time is not None
        and stream.time_base is not None
        and not stream.disposition & Disposition.attached_pic
    ]
    return min(starts, default=0.0)


def decode_sound(container: InputContainer, stream: AudioStream) -> Iterator[AudioFrame]:
    """Every frame that can be decoded; a broken packet is a gap, as in any player."""
    packets = container.demux(stream)
    while True:
        try:
            packet = next(packets, None)
        except av.FFmpegError:
            return  # the rest of the file is missing
        if packet is None:
            return
        try:
            yield from packet.decode()
        except av.FFmpegError:
            continue
