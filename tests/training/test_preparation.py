from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dimitra_studio.core.errors import TrainingError
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.training.config import PreparationConfig
from dimitra_studio.training.corpus import Clip
from dimitra_studio.training.preparation import hasten, load_clip, prepare, prepare_clip

GRID = Path(__file__).parents[3] / "shared" / "data" / "grid_s1" / "clips"
CONFIG = PreparationConfig(n_augmented=1, n_workers=0)


@pytest.fixture
def clip() -> Clip:
    path = GRID / "bbaf2n.mp4"
    if not path.is_file():
        pytest.skip("the GRID clips are not on this machine")
    return Clip(path, "bin blue at f two now", "train")


def test_clip_becomes_motion_and_speech_of_one_length(clip: Clip, tmp_path: Path) -> None:
    assert prepare_clip(clip, tmp_path, CONFIG) == ""
    prepared = load_clip(clip, tmp_path, CONFIG)
    assert prepared.curves.shape == (75, len(STUDIO.channels))
    assert prepared.seen.all()
    own, changed = prepared.versions
    assert own.features.shape == (75, 256)
    assert own.phonemes is not None
    assert own.phonemes.shape == (75, 4)
    assert len(changed.features) == int(75 / changed.rate)
    pose = prepared.curves[:, STUDIO.columns("pose")]
    np.testing.assert_allclose(np.median(pose, axis=0), 0, atol=1e-6)
    jaw = prepared.curves[:, STUDIO.column("jawOpen")]
    speaks = own.phonemes.any(axis=1)
    assert jaw[speaks].mean() > 2 * jaw[~speaks].mean()


def test_cache_is_used_again(clip: Clip, tmp_path: Path) -> None:
    prepare_clip(clip, tmp_path, CONFIG)
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    prepare_clip(clip, tmp_path, CONFIG)
    assert before == {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    prepare_clip(replace(clip, transcript=""), tmp_path, CONFIG)
    assert len(list(tmp_path.iterdir())) == len(before) + 1  # the motion is the same
    wordless = load_clip(replace(clip, transcript=""), tmp_path, CONFIG)
    assert wordless.versions[0].phonemes is None


def test_damaged_cache_is_named(clip: Clip, tmp_path: Path) -> None:
    prepare_clip(clip, tmp_path, CONFIG)
    for path in tmp_path.glob("speech*"):
        path.write_bytes(path.read_bytes()[:100])
    with pytest.raises(TrainingError, match=r"cache in .* is damaged"):
        load_clip(clip, tmp_path, CONFIG)


def test_broken_clips_are_left_out_with_a_reason(clip: Clip, tmp_path: Path) -> None:
    broken = tmp_path / "broken.mp4"
    broken.write_bytes(b"no video at all")
    clips = [clip, replace(clip, split="val"), Clip(broken, "", "train")]
    seen: list[Progress] = []
    in_workers = replace(CONFIG, n_workers=1)
    prepared, left_out = prepare(clips, tmp_path / "cache", in_workers, seen.append)
    assert [one.clip.split for one in prepared] == ["train", "val"]
    assert list(left_out) == ["broken.mp4"]
    assert "broken.mp4" in left_out["broken.mp4"]
    assert [progress.done for progress in seen] == [1, 2, 3]


def test_nothing_usable_is_refused(tmp_path: Path) -> None:
    clips = []
    for name in ("a", "b"):
        path = tmp_path / f"{name}.mp4"
        path.write_bytes(name.encode())
        clips.append(Clip(path, "", "train"))
    with pytest.raises(TrainingError, match="2 of 2 clips cannot be used"):
        prepare(clips, tmp_path / "cache", CONFIG)


def test_listener_can_stop_the_preparation(tmp_path: Path) -> None:
    path = tmp_path / "a.mp4"
    path.write_bytes(b"a")

    def stop(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        prepare([Clip(path, "", "train")] * 3, tmp_path / "cache", CONFIG, stop)


def test_faster_words_have_earlier_times() -> None:
    word = Word("be", 0.4, 0.8, phonemes=(Phoneme("B", 0.4, 0.5), Phoneme("IY", 0.5, 0.8)))
    faster = hasten(Transcript((word,), 2.0), 2.0)
    assert faster.duration == 1.0
    assert faster.words[0].start == 0.2
    assert faster.words[0].phonemes[1] == Phoneme("IY", 0.25, 0.4)
