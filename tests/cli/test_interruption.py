"""What ends work early: files that are there survive, and nothing unfinished is left behind."""

import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.render.video import write_video
from tests.cli.conftest import Run, finish, start, with_quick_options
from tests.cli.materials import spoken, write_sound


def test_damaged_project_is_refused_or_sound(run: Run, folder: Path, small_weights: Path) -> None:
    """Bytes that changed on the way are noticed wherever they lie."""
    assert run("generate speech.wav --portrait face.png -o good.dimitra").code == 0
    good = bytearray((folder / "good.dimitra").read_bytes())
    random = np.random.default_rng(0)
    places = [
        *range(0, 80, 8),
        *random.integers(0, len(good), 15),
        *range(len(good) - 900, len(good), 60),
    ]
    for place in places:
        bad = good.copy()
        bad[place] ^= 0xFF
        (folder / "bad.dimitra").write_bytes(bad)
        outcome = run("export bad.dimitra --to csv -o out.csv")
        if outcome.code:
            assert "bad.dimitra" in outcome.refusal


class TestOldOutput:
    """A file that was there survives the failure of what would have replaced it."""

    @pytest.fixture
    def old(self, folder: Path) -> Iterator[Path]:
        old = folder / "out.mp4"
        old.write_text("an hour's work")
        names = sorted(path.name for path in folder.iterdir())
        yield old
        assert old.read_text() == "an hour's work"
        assert sorted(path.name for path in folder.iterdir()) == names

    def test_refused_input(self, old: Path, run: Run) -> None:
        assert "does not exist" in run(f"render face.png gone.wav -o {old}").refusal

    @pytest.mark.skipif(sys.platform == "win32", reason="limits are a matter of Unix")
    def test_file_that_grows_too_large(self, old: Path, small_weights: Path) -> None:
        words = with_quick_options(f"render face.png speech.wav -o {old}", small_weights)
        limit = "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))"
        outcome = finish(start(words, before=limit))
        assert "the file would be larger than the disk allows" in outcome.refusal
        assert outcome.err[:-1] == (
            "Looking at the portrait",
            "Generating motion",
            "Writing the video",
        )

    @pytest.mark.skipif(sys.platform == "win32", reason="these signals are a matter of Unix")
    @pytest.mark.parametrize(
        ("stage", "number"),
        [("Writing the video", signal.SIGINT), ("Generating motion", signal.SIGTERM)],
    )
    def test_cancelled_work(
        self, stage: str, number: signal.Signals, old: Path, small_weights: Path
    ) -> None:
        write_sound(old.parent / "speech.wav", spoken(7.0))
        line = f"render face.png speech.wav -o {old} --steps 200"
        process = start(with_quick_options(line, small_weights))
        assert process.stderr is not None
        said = list(takewhile(lambda line: line.strip() != stage, process.stderr))
        assert process.poll() is None, said
        process.send_signal(number)
        outcome = finish(process)
        assert outcome.refusal == "Cancelled; no unfinished file was left behind."
        assert len(outcome.err) == 1


@pytest.fixture
def tiny_disk(tmp_path: Path) -> Iterator[Path]:
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(disk)]
    if (
        shutil.which("mount") is None
        or subprocess.run(mount, check=False, capture_output=True).returncode
    ):
        pytest.skip("only the administrator of a machine may mount a tiny disk")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="mounting is a matter of Unix")
@pytest.mark.parametrize(
    "line",
    [
        "render face.png speech.wav -o {}/out.mp4",
        "generate speech.wav --portrait face.png -o {}/out.dimitra",
    ],
)
def test_full_disk_is_one_sentence(line: str, folder: Path, tiny_disk: Path, run: Run) -> None:
    (tiny_disk / "mine.txt").write_text("an hour's work")
    sentence = run(line.format(tiny_disk)).refusal
    assert "could not be written: the disk is full; free some space." in sentence
    assert [path.name for path in tiny_disk.iterdir()] == ["mine.txt"]


def test_judged_clips_are_not_replaced_by_their_copies(folder: Path, run: Run) -> None:
    clips = folder / "clips"
    clips.mkdir()
    for name in ("one.mp4", "two.mp4"):
        write_video(clips / name, [np.zeros((64, 64, 3), np.uint8)])
    rows = "one.mp4,Hello,val\ntwo.mp4,Hello,train\n"
    (clips / "manifest.csv").write_text(f"clip,transcript,split\n{rows}")
    before = (clips / "one.mp4").read_bytes()
    assert "is one of the inputs" in run("evaluate clips -o clips").refusal
    assert (clips / "one.mp4").read_bytes() == before
