from pathlib import Path

import pytest

from dimitra_studio.core.errors import TrainingError
from dimitra_studio.training.corpus import find_clips


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("a", "b", "c", "d"):
        (tmp_path / f"{name}.mp4").write_bytes(name.encode())
    (tmp_path / "notes.pdf").write_bytes(b"no video")
    return tmp_path


def test_every_video_is_found_in_order(folder: Path) -> None:
    (folder / "deeper").mkdir()
    (folder / "deeper" / "e.MKV").write_bytes(b"e")
    names = [clip.path.name for clip in find_clips(folder, 0.25, seed=0)]
    assert names == ["a.mp4", "b.mp4", "c.mp4", "d.mp4", "e.MKV"]


def test_transcripts_come_from_all_three_places(folder: Path) -> None:
    (folder / "a.txt").write_text(" Hello,\n world. ", encoding="utf-8")
    (folder / "b.align").write_text("0 100 sil\n100 200 bin\n200 300 sp\n300 400 blue\n")
    (folder / "manifest.csv").write_text("clip,transcript\na,\nb,\nc.mp4,good day\nd,\n")
    words = {clip.path.stem: clip.transcript for clip in find_clips(folder, 0.25, seed=0)}
    assert words == {"a": "Hello, world.", "b": "bin blue", "c": "good day", "d": ""}


def test_manifest_chooses_clips_and_split(folder: Path) -> None:
    (folder / "manifest.csv").write_text("clip,split\na,val\nb,train\nc,train\n")
    splits = {clip.path.stem: clip.split for clip in find_clips(folder, 0.5, seed=0)}
    assert splits == {"a": "val", "b": "train", "c": "train"}


def test_validation_clips_are_drawn_by_the_seed(folder: Path) -> None:
    drawn = [
        [clip.split for clip in find_clips(folder, 0.25, seed=seed)] for seed in (0, 0, 1, 2, 3)
    ]
    assert all(splits.count("val") == 1 for splits in drawn)
    assert drawn[0] == drawn[1]
    assert len({tuple(splits) for splits in drawn}) > 1


def test_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="nowhere does not exist"):
        find_clips(tmp_path / "nowhere", 0.1, seed=0)


def test_folder_without_videos_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match="holds 0 usable clips"):
        find_clips(tmp_path, 0.1, seed=0)


@pytest.mark.parametrize(
    ("manifest", "reason"),
    [
        (b"name,split\na,val\n", "no column clip"),
        (b"clip,split\na,train\nb,train\n", "names no clip for val"),
        (b"clip,transcript\na,\xff\xfe\n", "cannot be read"),
        (b"", "no column clip"),
    ],
)
def test_unfit_manifest_is_refused(folder: Path, manifest: bytes, reason: str) -> None:
    (folder / "manifest.csv").write_bytes(manifest)
    with pytest.raises(TrainingError, match=reason):
        find_clips(folder, 0.25, seed=0)


def test_transcript_in_another_encoding_is_refused(folder: Path) -> None:
    (folder / "a.txt").write_bytes("schön".encode("latin-1"))
    with pytest.raises(TrainingError, match=r"transcript of a\.mp4 cannot be read"):
        find_clips(folder, 0.25, seed=0)
