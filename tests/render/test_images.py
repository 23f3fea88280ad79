import os
import subprocess
import sys
import wave
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import AudioError, ExportError
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.render.images import scale, write_images


def pictures(n_frames: int, n_channels: int = 4) -> Iterator[np.ndarray]:
    for index in range(n_frames):
        frame = np.zeros((8, 12, n_channels), np.uint8)
        frame[:, index % 12] = 40 + index
        yield frame


@pytest.mark.parametrize("n_channels", [3, 4])
def test_every_pixel_comes_back(tmp_path: Path, n_channels: int) -> None:
    write_images(tmp_path / "frames", pictures(3, n_channels))
    for index, expected in enumerate(pictures(3, n_channels), 1):
        with Image.open(tmp_path / "frames" / f"{index:05}.png") as picture:
            np.testing.assert_array_equal(np.asarray(picture), expected)


def test_sound_is_as_long_as_the_pictures(tmp_path: Path) -> None:
    samples = np.linspace(-1, 1, 8000, dtype=np.float32)
    sound = Audio(samples, 8000)
    write_images(tmp_path / "frames", pictures(10), fps=10, audio=sound, audio_start=0.5)
    with wave.open(str(tmp_path / "frames" / "sound.wav")) as file:
        assert (file.getframerate(), file.getnframes()) == (8000, 8000)
        heard = np.frombuffer(file.readframes(8000), "<i2") / 32767
    assert np.abs(heard[:4000] - samples[4000:]).max() < 1e-4
    assert not heard[4000:].any()


def test_frames_are_taken_one_by_one(tmp_path: Path) -> None:
    reports: list[Progress] = []

    def counted() -> Iterator[np.ndarray]:
        for index, frame in enumerate(pictures(6)):
            assert len(reports) == index
            yield frame

    write_images(tmp_path / "frames", counted(), n_frames=6, on_progress=reports.append)
    assert [(report.done, report.total) for report in reports] == [(k, 6) for k in range(1, 7)]


def test_an_earlier_sequence_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "frames"
    write_images(folder, pictures(5), audio=Audio(np.zeros(800, np.float32), 8000))
    write_images(folder, pictures(2))
    assert sorted(file.name for file in folder.iterdir()) == ["00001.png", "00002.png"]
    assert list(tmp_path.iterdir()) == [folder]


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "frames"
    write_images(folder, pictures(2))
    (folder / "notes.txt").write_text("mine")
    with pytest.raises(ExportError, match=r"holds other files already; choose another name\.$"):
        write_images(folder, pictures(5))
    assert sorted(file.name for file in folder.iterdir())[1:] == ["00002.png", "notes.txt"]


def test_cancelling_leaves_what_was_there(tmp_path: Path) -> None:
    folder = tmp_path / "frames"
    write_images(folder, pictures(2))

    def stop(progress: Progress) -> None:
        if progress.done == 3:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_images(folder, pictures(9), on_progress=stop)
    assert list(tmp_path.iterdir()) == [folder]
    assert len(list(folder.iterdir())) == 2


def test_errors_leave_nothing(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="at least one frame"):
        write_images(tmp_path / "frames", [])
    with pytest.raises(AudioError):
        write_images(tmp_path / "frames", pictures(2), audio=b"no sound")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are those of POSIX")
def test_a_full_disk_is_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    script = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "import numpy as np\n"
        "from dimitra_studio.core.errors import ExportError\n"
        "from dimitra_studio.render.images import write_images\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000))\n"
        "rng = np.random.default_rng(0)\n"
        "noise = (rng.integers(0, 255, (128, 128, 4)).astype(np.uint8) for _ in range(9))\n"
        "try:\n"
        "    write_images(Path(sys.argv[1]), noise)\n"
        "except ExportError as error:\n"
        "    sys.exit(str(error))\n"
    )
    command = [sys.executable, "-c", script, str(tmp_path / "frames")]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 1
    assert "frames could not be written: the file would be larger than the disk" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", [(6, 4), (12, 8), (24, 16)])
def test_scaling_keeps_the_colours(size: tuple[int, int]) -> None:
    picture = np.full((8, 12, 3), (10, 120, 240), np.uint8)
    scaled = scale(picture, size)
    assert scaled.shape == (size[1], size[0], 3)
    assert np.array_equal(scaled[0, 0], (10, 120, 240))
