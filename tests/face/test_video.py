import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
import pytest

from dimitra_studio.core.errors import ImageError
from dimitra_studio.face.video import read_frames, read_info

WIDTH, HEIGHT = 64, 48


def write_clip(
    path: Path, times: Sequence[float], *, rate: Fraction = Fraction(25), sound: float = 0.0
) -> Path:
    """Write one picture for each time; its brightness tells which.

    The level is ``20 + 4 * index``, from the start again after 50.

    Args:
        path: the container follows from the suffix.
        times: seconds at which each picture appears.
        rate: the rate that the file claims.
        sound: seconds of silence beside it.
    """
    base = Fraction(1, 90_000)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"crf": "1", "bf": "0"})
        stream.width, stream.height, stream.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        stream.codec_context.time_base = base
        audio = container.add_stream("aac", rate=16_000) if sound else None
        for index, time in enumerate(times):
            picture = np.full((HEIGHT, WIDTH, 3), 20 + 4 * (index % 50), np.uint8)
            picture[: HEIGHT // 4, : WIDTH // 4] = (255, 0, 0)
            frame = av.VideoFrame.from_ndarray(picture, format="rgb24")
            frame.pts, frame.time_base = round(time / base), base
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
        if audio is not None:
            samples = np.zeros((1, round(sound * 16_000)), np.float32)
            block = av.AudioFrame.from_ndarray(samples, format="fltp", layout="mono")
            block.sample_rate, block.pts = 16_000, 0
            container.mux(audio.encode(block))
            container.mux(audio.encode())
    return path


def shown(path: Path) -> list[int]:
    """Which picture each frame shows, counted to 50."""
    return [round((float(frame[-8:].mean()) - 20) / 4) for frame in read_frames(path)]


@pytest.mark.parametrize("rate", ["24", "25", "30000/1001", "30", "50", "60"])
def test_frames_are_those_on_the_screen_at_their_middle(tmp_path: Path, rate: str) -> None:
    exact = Fraction(rate)
    n_pictures = round(2 * exact)
    path = write_clip(
        tmp_path / "clip.mp4", [float(i / exact) for i in range(n_pictures)], rate=exact
    )
    wanted = [min(int(Fraction(2 * i + 1, 50) * exact), n_pictures - 1) % 50 for i in range(50)]
    assert shown(path)[:50] == wanted
    assert len(shown(path)) in (50, 51)  # 60 pictures at 29.97 last a little over two seconds


def test_variable_rate_keeps_time(tmp_path: Path) -> None:
    times = [0.0, 0.04, 0.31, 0.35, 0.39, 0.91, 0.95]
    path = write_clip(tmp_path / "clip.mkv", times)
    middles = (np.arange(24) + 0.5) / 25
    wanted = np.searchsorted(times, middles, side="right") - 1
    assert shown(path)[:24] == wanted.tolist()


def test_picture_that_begins_after_the_sound_is_held(tmp_path: Path) -> None:
    times = [0.4 + i / 25 for i in range(15)]
    path = write_clip(tmp_path / "clip.mkv", times, sound=1.0)
    assert shown(path) == [0] * 10 + list(range(15))


def test_info_agrees_with_the_frames(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [i / 30 for i in range(45)], rate=Fraction(30))
    info = read_info(path)
    assert (info.width, info.height, info.n_frames) == (WIDTH, HEIGHT, len(shown(path)))
    assert info.duration == pytest.approx(1.5, abs=0.01)
    assert info.rate == pytest.approx(30)


def test_rotation_of_a_phone_is_undone(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [i / 25 for i in range(5)])
    content = bytearray(path.read_bytes())
    upright = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    place = content.index(upright, content.index(b"tkhd"))
    turned = struct.pack(">9i", 0, 1 << 16, 0, -(1 << 16), 0, 0, HEIGHT << 16, 0, 1 << 30)
    content[place : place + 36] = turned  # show it turned a quarter clockwise
    path.write_bytes(content)
    frame = next(read_frames(path))
    info = read_info(path)
    assert frame.shape == (WIDTH, HEIGHT, 3)
    assert (info.width, info.height) == (HEIGHT, WIDTH)
    red = frame[..., 0].astype(int) - frame[..., 1]
    assert red[: WIDTH // 4, -HEIGHT // 4 :].mean() > 150  # the upper left corner, to the right
    assert red[WIDTH // 3 :].max() < 60


def test_large_frames_are_scaled_down(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [0.0, 0.04])
    assert next(read_frames(path, longest_side=32)).shape == (24, 32, 3)
    assert next(read_frames(path, longest_side=640)).shape == (HEIGHT, WIDTH, 3)


def test_frames_come_one_at_a_time(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mp4", [i / 25 for i in range(200)])
    frames = read_frames(path)
    assert next(frames).shape == (HEIGHT, WIDTH, 3)
    frames.close()  # and the file is let go
    path.unlink()


def test_damage_in_the_middle_keeps_what_can_be_seen(tmp_path: Path) -> None:
    path = write_clip(tmp_path / "clip.mkv", [i / 25 for i in range(100)])
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])
    assert 10 < len(shown(path)) < 100


def write_sound(path: Path) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("pcm_s16le", rate=16_000)
        frame = av.AudioFrame.from_ndarray(
            np.zeros((1, 1600), np.int16), format="s16", layout="mono"
        )
        frame.sample_rate = 16_000
        container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def test_unfit_file_is_refused_in_a_sentence(tmp_path: Path) -> None:
    text = tmp_path / "text.mp4"
    text.write_bytes(b"not a video" * 100)
    empty = tmp_path / "empty.mp4"
    empty.write_bytes(b"")
    cut = write_clip(tmp_path / "cut.mp4", [i / 25 for i in range(50)])
    cut.write_bytes(cut.read_bytes()[:600])
    sound = write_sound(tmp_path / "sound.wav")
    for path, message in (
        (text, "cannot be decoded as a video"),
        (empty, "cannot be decoded as a video"),
        (cut, "cannot be decoded as a video"),
        (sound, "has no moving picture"),
        (tmp_path / "nothing.mp4", "does not exist"),
        (tmp_path, "is a folder"),
    ):
        for read in (read_info, lambda path: next(read_frames(path))):
            with pytest.raises(ImageError, match=message) as caught:
                read(path)
            assert str(caught.value).endswith(".")
