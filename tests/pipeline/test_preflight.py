import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from dimitra_studio.core.paths import DEFAULT_WEIGHTS, SAMPLE
from dimitra_studio.core.project import Media, Portrait, Project
from dimitra_studio.core.rig import STUDIO
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.pipeline import preflight
from dimitra_studio.pipeline.engine import Engine
from dimitra_studio.pipeline.findings import Faces, Finding
from dimitra_studio.pipeline.preflight import (
    check_machine,
    check_portrait,
    check_project,
    check_transcript,
)
from dimitra_studio.pipeline.repairs import crop_face

SENTENCE = (SAMPLE / "speech.txt").read_text(encoding="utf-8")
DURATION = 10.0


@pytest.fixture(scope="module")
def tracker() -> Iterator[FaceTracker]:
    with FaceTracker() as tracker:
        yield tracker


@pytest.fixture(scope="module")
def face() -> Image.Image:
    return Image.open(SAMPLE / "portrait.jpg").convert("RGB")


def media(picture: Image.Image) -> Media:
    file = io.BytesIO()
    picture.save(file, "PNG")
    return Media("people.png", file.getvalue())


def beside(left: Image.Image, right: Image.Image) -> Image.Image:
    both = Image.new("RGB", (left.width + right.width, left.height), (90, 90, 90))
    both.paste(left, (0, 0))
    both.paste(right, (left.width, 0))
    return both


def summary(findings: list[Finding]) -> list[tuple[str, str | None]]:
    return [(finding.level, finding.fix) for finding in findings]


def test_good_portrait_passes(tracker: FaceTracker, face: Image.Image) -> None:
    (finding,) = check_portrait(media(face), tracker=tracker)
    assert (finding.subject, finding.level, finding.fix) == ("portrait", "pass", None)
    assert "(512x512)" in finding.sentence


def test_two_faces_are_a_choice_that_can_be_made(tracker: FaceTracker, face: Image.Image) -> None:
    people = media(beside(face, face.resize((460, 460))))
    (finding,) = check_portrait(people, tracker=tracker)
    assert (finding.level, finding.fix) == ("failure", "choose_face")
    assert isinstance(finding.payload, Faces)
    assert finding.payload.picture.shape == (512, 972, 3)
    lefts = [box[0] for box in finding.payload.boxes]
    assert lefts[0] < 512 < lefts[1]
    for box in finding.payload.boxes:
        chosen = crop_face(people, box, tracker=tracker)
        assert summary(check_portrait(chosen, tracker=tracker)) == [("pass", None)]
        assert chosen.name == "people face.png"


@pytest.mark.parametrize("stacked", [False, True], ids=["side by side", "stacked"])
def test_faces_that_almost_touch_are_parted(
    tracker: FaceTracker, face: Image.Image, stacked: bool
) -> None:
    tight = face.crop((150, 30, 350, 330))
    people = Image.new("RGB", (200, 600) if stacked else (400, 300))
    people.paste(tight, (0, 0))
    people.paste(tight, (0, 300) if stacked else (200, 0))
    (finding,) = check_portrait(media(people), tracker=tracker)
    assert isinstance(finding.payload, Faces)
    assert len(finding.payload.boxes) == 2
    for box in finding.payload.boxes:
        chosen = crop_face(media(people), box, tracker=tracker)
        with Image.open(io.BytesIO(chosen.data)) as picture:
            assert len(tracker.detect(np.asarray(picture))) == 1
            assert picture.size[stacked] < 1.2 * people.size[stacked] / 2


def test_smaller_face_beside_is_a_warning(tracker: FaceTracker, face: Image.Image) -> None:
    people = media(beside(face, face.resize((200, 200))))
    (finding,) = check_portrait(people, tracker=tracker)
    assert (finding.level, finding.fix) == ("warning", "choose_face")
    assert finding.sentence.startswith("There is also a smaller face;")


def test_blurred_portrait_is_a_warning(tracker: FaceTracker, face: Image.Image) -> None:
    blurred = face.filter(ImageFilter.GaussianBlur(4))
    (finding,) = check_portrait(media(blurred), tracker=tracker)
    assert (finding.level, finding.fix) == ("warning", "choose_portrait")
    assert "blurred" in finding.sentence


def test_small_face_is_a_warning(tracker: FaceTracker, face: Image.Image) -> None:
    (finding,) = check_portrait(media(face.resize((128, 128))), tracker=tracker)
    assert (finding.level, "is small" in finding.sentence) == ("warning", True)


@pytest.mark.parametrize(("yaw", "told"), [(10, False), (40, True), (-40, True)])
def test_turned_head_is_told(
    engine: Engine, tracker: FaceTracker, sample_portrait: Media, yaw: int, told: bool
) -> None:
    project = engine.new_project(
        Media.from_file(SAMPLE / "speech.flac"), portrait=sample_portrait
    ).project
    assert project.portrait is not None
    curves = project.portrait.curves.copy()
    curves[STUDIO.column("headYaw")] = np.radians(yaw)
    turned = engine.portrait_renderer(project)(curves)
    findings = check_portrait(media(Image.fromarray(turned)), tracker=tracker)
    assert any("turned by" in finding.sentence for finding in findings) == told


def test_picture_without_a_face_is_refused() -> None:
    (finding,) = check_portrait(media(Image.new("RGB", (300, 300), (120, 90, 60))))
    assert (finding.level, finding.fix) == ("failure", "choose_portrait")
    assert "No face was found in people.png" in finding.sentence


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n broken"])
def test_broken_picture_is_refused_with_a_sentence(content: bytes, tracker: FaceTracker) -> None:
    (finding,) = check_portrait(Media("face.png", content), tracker=tracker)
    assert (finding.level, finding.fix) == ("failure", "choose_portrait")
    assert finding.sentence.startswith("face.png")


def test_fitting_text_passes() -> None:
    (finding,) = check_transcript("The quick brown fox jumps over the lazy dog again", 4.0)
    assert (finding.level, finding.sentence) == ("pass", "10 words in 4.0 s, 2.5 a second.")


@pytest.mark.parametrize(
    ("text", "duration", "level", "fix", "says"),
    [
        ("", 4.0, "failure", "edit_transcript", "no words"),
        (" ?! ... ", 4.0, "failure", "edit_transcript", "no words"),
        ("Добрый день, как дела", 4.0, "failure", "drop_transcript", "English letters"),
        ("今日はとても天気がいいですね", 4.0, "failure", "drop_transcript", "English letters"),
        (
            "Das ist ein ganz normaler deutscher Satz und er ist nicht auf Englisch geschrieben",
            6.0,
            "warning",
            "drop_transcript",
            "“ist”",
        ),
        (SENTENCE * 20, 3.0, "failure", "edit_transcript", "Nobody says"),
        ("one two three four five six seven", 1.4, "warning", "edit_transcript", "very fast"),
        ("hello there", 30.0, "warning", "edit_transcript", "no text is missing"),
    ],
)
def test_text_that_cannot_belong_is_told(
    text: str, duration: float, level: str, fix: str, says: str
) -> None:
    (finding,) = check_transcript(text, duration)
    assert (finding.level, finding.fix) == (level, fix)
    assert says in finding.sentence


def test_names_are_no_other_language() -> None:
    (finding,) = check_transcript("My name is Xyzzy Qwertz and I live in Dimitra town today", 5.0)
    assert finding.level == "pass"


def timed(confidence: float, duration: float) -> Transcript:
    words = tuple(
        Word(word, 0.5 * index, 0.5 * index + 0.4, confidence, "aligned", ())
        for index, word in enumerate(("this", "is", "what", "she", "said", "to", "me"))
    )
    return Transcript(words, duration)


def test_times_of_another_recording_are_told() -> None:
    (finding,) = check_transcript(timed(1.0, 9.0), 4.0)
    assert (finding.level, "recording of 9.0 s" in finding.sentence) == ("warning", True)
    (finding,) = check_transcript(timed(1.0, 4.1), 4.0)
    assert finding.level == "pass"


def test_machine_that_is_ready_passes(tmp_path: Path) -> None:
    findings = check_machine(DEFAULT_WEIGHTS, tmp_path)
    assert [finding.level for finding in findings] == ["pass"] * 3
    assert {finding.subject for finding in findings} == {"machine"}


def test_missing_and_damaged_weights_are_told(small_weights: Path, tmp_path: Path) -> None:
    assert check_machine(small_weights, tmp_path)[0].level == "pass"
    (finding, *_) = check_machine(tmp_path, tmp_path)
    assert (finding.level, finding.fix) == ("failure", "choose_weights")
    assert "lips.safetensors is missing" in finding.sentence
    for name in ("lips", "expression", "pose"):
        content = (small_weights / f"{name}.safetensors").read_bytes()
        (tmp_path / f"{name}.safetensors").write_bytes(content[: len(content) // 2])
    assert check_machine(tmp_path, tmp_path)[0].level == "failure"


def test_folder_that_is_gone_is_told(small_weights: Path, tmp_path: Path) -> None:
    finding = check_machine(small_weights, tmp_path / "gone")[-1]
    assert (finding.level, finding.fix) == ("failure", "choose_folder")


def test_full_disk_is_told(
    small_weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preflight, "LEAST_SPACE", 1 << 60)
    finding = check_machine(small_weights, tmp_path)[-1]
    assert (finding.level, finding.fix) == ("warning", "choose_folder")


def test_pictures_are_not_changed_by_the_crop(face: Image.Image, tracker: FaceTracker) -> None:
    (finding,) = check_portrait(media(beside(face, face)), tracker=tracker)
    assert isinstance(finding.payload, Faces)
    left = min(finding.payload.boxes)
    part: NDArray[np.uint8] = np.asarray(
        Image.open(io.BytesIO(crop_face(media(beside(face, face)), left, tracker=tracker).data))
    )
    whole = np.asarray(face)
    rows, columns = part.shape[:2]
    matches = [
        np.array_equal(whole[top : top + rows, start : start + columns], part)
        for top in range(whole.shape[0] - rows + 1)
        for start in range(max(whole.shape[1] - columns, 0) + 1)
    ]
    assert any(matches)


def test_whole_project_is_looked_at(
    sample_portrait: Media, recording: Media, small_weights: Path, tmp_path: Path
) -> None:
    sides = np.zeros(len(STUDIO.channels), np.float32)
    portrait = Portrait(sample_portrait, sides, sides)
    transcript = Transcript((Word("hello", 0.0, 0.5),), 99.0)
    project = Project(portrait=portrait, recording=recording, transcript=transcript)
    findings = check_project(project, small_weights, tmp_path)
    levels = [(finding.subject, finding.level) for finding in findings]
    assert levels[:2] == [("portrait", "pass"), ("recording", "pass")]
    assert ("transcript", "warning") in levels
    assert levels[-3:] == [("machine", "pass")] * 3


def test_missing_inputs_are_findings(small_weights: Path, tmp_path: Path) -> None:
    findings = check_project(Project(), small_weights, tmp_path)[:3]
    assert summary(findings) == [
        ("warning", "choose_portrait"),
        ("failure", "choose_recording"),
        ("pass", None),
    ]


def test_broken_recording_does_not_hide_the_words(small_weights: Path, tmp_path: Path) -> None:
    broken = Media("voice.wav", b"RIFF")
    transcript = Transcript((Word("hello", 0.0, 0.5),), 1.0)
    findings = check_project(
        Project(recording=broken, transcript=transcript), small_weights, tmp_path
    )
    assert [finding.level for finding in findings if finding.subject == "transcript"] == ["pass"]
