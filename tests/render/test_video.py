import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest

from dimitra_studio.audio.decode import load_audio
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import AudioError, ExportError
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.render.video import NOTICE, write_video

SPEECH = SAMPLE / "speech.flac"
COLOURS = np.array([[200, 30, 60], [20, 180, 90], [30, 60, 220], [240, 240, 240]], np.uint8)


def pictures(n_frames: int, size: tuple[int, int] = (96, 64)) -> Iterator[np.ndarray]:
    """Four stripes of colour, and a white dot that counts the frames."""
    width, height = size
    for index in range(n_frames):
        frame = np.repeat(COLOURS[np.arange(width) * 4 // width][None], height, 0)
        frame[:8, index % width] = 255
        yield frame


def probe(path: Path) -> tuple[float, float | None]:
    """Length of picture and sound in seconds."""
    with av.open(str(path)) as container:
        lengths = [
            float(stream.duration * stream.time_base) if stream is not None else None
            for stream in (
                container.streams.video[0],
                next(iter(container.streams.audio), None),
            )
        ]
    return lengths[0], lengths[1]


@pytest.mark.parametrize("n_frames", [1, 26, 90])
def test_picture_and_sound_are_as_long(tmp_path: Path, n_frames: int) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(n_frames), audio=SPEECH)
    picture, sound = probe(path)
    assert picture == pytest.approx(n_frames / 25)
    assert sound == pytest.approx(n_frames / 25, abs=0.001)
    with av.open(str(path)) as container:
        times = [frame.time for frame in container.decode(video=0)]
    assert times == pytest.approx(np.arange(n_frames) / 25)


def test_sound_is_where_the_analysis_had_it(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    before = load_audio(SPEECH).samples
    n_frames = int(np.ceil(len(before) / 16000 * 25))
    write_video(path, pictures(n_frames), audio=SPEECH)
    after = load_audio(path).samples
    n = min(len(before), len(after))
    assert abs(len(after) - len(before)) < 0.04 * 16000
    early, exact, late = (
        np.corrcoef(before[200 : n - 200], after[200 + lag : n - 200 + lag])[0, 1]
        for lag in (-8, 0, 8)
    )
    assert exact > 0.99
    assert exact == max(early, exact, late)


def test_a_later_start_cuts_the_sound(tmp_path: Path) -> None:
    write_video(tmp_path / "a.mp4", pictures(30), audio=SPEECH, audio_start=0.8)
    before, after = load_audio(SPEECH).samples[12800:], load_audio(tmp_path / "a.mp4").samples
    n = min(len(before), len(after))
    assert np.corrcoef(before[:n], after[:n])[0, 1] > 0.99


def test_colours_come_back(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(3), quality=10)
    with av.open(str(path)) as container:
        context = container.streams.video[0].codec_context
        tags = (context.color_primaries, context.color_trc, context.colorspace, context.color_range)
        frame = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert [int(tag) for tag in tags] == [1, 1, 1, 1]
    seen = frame[40, 12::24].astype(int)
    assert np.abs(seen - COLOURS).max() <= 6


def test_what_is_inside(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(5), audio=SPEECH)
    with av.open(str(path)) as container:
        video, audio = container.streams.video[0], container.streams.audio[0]
        assert container.metadata["comment"] == NOTICE
        assert video.codec_context.name == "h264"
        assert video.codec_context.pix_fmt == "yuv420p"
        assert video.average_rate == 25
        assert audio.codec_context.name == "aac"
        assert (audio.rate, audio.layout.name) == (32000, "mono")  # of a recording at 16000
    content = path.read_bytes()
    assert content.find(b"moov") < content.find(b"mdat")  # plays before it is loaded


@pytest.mark.skipif(shutil.which("ffprobe") is None, reason="ffprobe is not installed")
def test_another_reader_agrees(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(50), audio=SPEECH)
    command = ["ffprobe", "-v", "error", "-print_format", "json", "-show_streams", str(path)]
    streams = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["streams"]
    assert [stream["codec_name"] for stream in streams] == ["h264", "aac"]
    assert streams[0]["color_space"] == "bt709"
    assert int(streams[0]["nb_frames"]) == 50
    for stream in streams:
        assert float(stream["duration"]) == pytest.approx(2.0, abs=0.04)


def test_odd_sizes_are_continued(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(2, size=(95, 63)), quality=5)
    with av.open(str(path)) as container:
        frame = next(container.decode(video=0)).to_ndarray(format="rgb24")
    assert frame.shape == (64, 96, 3)
    assert np.abs(frame[-1, -1].astype(int) - frame[-1, -2]).max() < 10


def test_other_rates_and_samples(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(30), fps=30000 / 1001, audio=Audio(np.zeros(16000, np.float32)))
    picture, sound = probe(path)
    assert picture == pytest.approx(30 * 1001 / 30000, abs=0.001)
    assert sound == pytest.approx(picture, abs=0.01)


def test_frames_are_taken_one_by_one(tmp_path: Path) -> None:
    reports: list[Progress] = []
    taken = 0

    def counted() -> Iterator[np.ndarray]:
        nonlocal taken
        for frame in pictures(12):
            taken += 1
            assert taken <= len(reports) + 2
            yield frame

    write_video(tmp_path / "a.mp4", counted(), n_frames=12, on_progress=reports.append)
    assert [(report.done, report.total) for report in reports] == [(k, 12) for k in range(1, 13)]


def test_cancelling_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "clip.mp4"
    path.write_bytes(b"before")

    def stop(progress: Progress) -> None:
        if progress.done == 5:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_video(path, pictures(20), audio=SPEECH, on_progress=stop)
    assert path.read_bytes() == b"before"
    assert list(tmp_path.iterdir()) == [path]


def test_errors_leave_nothing(tmp_path: Path) -> None:
    def broken() -> Iterator[np.ndarray]:
        yield from pictures(3)
        yield np.zeros((10, 10, 3), np.uint8)

    with pytest.raises(ValueError, match="frames must all be"):
        write_video(tmp_path / "a.mp4", broken())
    with pytest.raises(ValueError, match="at least one frame"):
        write_video(tmp_path / "a.mp4", [])
    with pytest.raises(AudioError):
        write_video(tmp_path / "a.mp4", pictures(3), audio=b"no sound")
    assert not list(tmp_path.iterdir())
    with pytest.raises(ExportError, match="does not exist"):
        write_video(tmp_path / "nowhere" / "a.mp4", pictures(3))


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of POSIX")
def test_a_full_disk_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "import numpy as np\n"
        "from dimitra_studio.core.errors import ExportError\n"
        "from dimitra_studio.render.video import write_video\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "rng = np.random.default_rng(0)\n"
        "noise = (rng.integers(0, 255, (128, 128, 3)).astype(np.uint8) for _ in range(60))\n"
        "try:\n"
        "    write_video(Path(sys.argv[1]), noise)\n"
        "except ExportError as error:\n"
        "    sys.exit(str(error))\n"
    )
    path = tmp_path / "clip.mp4"
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(root)},
    )
    assert done.returncode == 1
    assert f"{path} could not be written" in done.stderr
    assert "Traceback" not in done.stderr
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("rate", [8000, 16000, 48000])
def test_decoded_sound_is_as_long_as_the_picture_within_a_frame(tmp_path: Path, rate: int) -> None:
    path = tmp_path / "clip.mp4"
    write_video(path, pictures(10), audio=Audio(np.full(int(0.4 * rate), 0.1, np.float32), rate))
    with av.open(str(path)) as container:
        n_samples = sum(frame.samples for frame in container.decode(audio=0))
        assert n_samples / container.streams.audio[0].rate == pytest.approx(0.4, abs=0.04)
