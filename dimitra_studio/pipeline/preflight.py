"""A look at the inputs before any work: what passes, what will hurt, what cannot be used.

Problems come back as findings and are never raised. Each check belongs on the engine's thread.
"""

import os
import shutil
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from dimitra_studio.audio.alignment import alignment_warnings
from dimitra_studio.audio.blocks import FASTEST
from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.dictionary import Dictionary
from dimitra_studio.audio.spelling import latin_letters, tokenize
from dimitra_studio.core.errors import AudioError, DimitraError, ImageError
from dimitra_studio.core.paths import DEFAULT_WEIGHTS
from dimitra_studio.core.project import Media, Project
from dimitra_studio.core.rig import COMPONENTS, RIGS
from dimitra_studio.core.transcript import Transcript
from dimitra_studio.diffusion import weights as weight_files
from dimitra_studio.face import quality
from dimitra_studio.face.image import load_image
from dimitra_studio.face.regions import EYE_CORNERS
from dimitra_studio.face.tracking import FaceTracker
from dimitra_studio.pipeline.catalogue import list_weights
from dimitra_studio.pipeline.device import find_device
from dimitra_studio.pipeline.files import SAME_DURATION
from dimitra_studio.pipeline.findings import Box, Faces, Finding
from dimitra_studio.pipeline.health import LEAST_SPACE
from dimitra_studio.pipeline.preflight_sound import check_recording

__all__ = [
    "Finding",
    "check_machine",
    "check_portrait",
    "check_project",
    "check_recording",
    "check_transcript",
]

_TURNED = np.radians(20)  # from here on one half of the mouth is drawn from few pixels
_FOREIGN = 0.25  # share of words that are in no English dictionary; names alone stay below
_FEW_WORDS = 6  # too few to judge the language or the tempo by
_SLOWEST, _FASTEST = 0.4, 4.5  # words a second; people read aloud at 2 to 3.5


def check_project(project: Project, weights: Path, folder: Path) -> list[Finding]:
    """Look at all inputs of a project, and at the machine.

    Args:
        project: whatever it has so far.
        weights: folder of the three networks.
        folder: that results go to.
    """
    findings = []
    if project.portrait is None:
        sentence = "There is no portrait yet; until then a neutral face is shown as a mesh."
        findings.append(Finding("portrait", "warning", sentence, "choose_portrait"))
    else:
        findings += check_portrait(project.portrait.media)
    if project.recording is None:
        sentence = "There is no recording yet; choose one of speech."
        findings.append(Finding("recording", "failure", sentence, "choose_recording"))
    else:
        findings += check_recording(project.recording)
    if project.transcript is None:
        sentence = "There are no words; the sound alone drives the face, in any language."
        findings.append(Finding("transcript", "pass", sentence))
    elif project.recording is not None:
        try:
            duration = load_audio(project.recording.data, name=project.recording.name).duration
        except AudioError:
            duration = project.transcript.duration  # the recording's own line says what is wrong
        findings += check_transcript(project.transcript, duration)
    return findings + check_machine(weights, folder)


def check_portrait(media: Media, *, tracker: FaceTracker | None = None) -> list[Finding]:
    """Look for exactly one face that is large, sharp and turned to the camera.

    Args:
        media: the picture file.
        tracker: used instead of a new one.
    """
    if tracker is None:
        with FaceTracker() as own:
            return check_portrait(media, tracker=own)
    try:
        picture = load_image(media.data, name=media.name)
    except ImageError as error:
        return [Finding("portrait", "failure", str(error), "choose_portrait")]
    faces = tracker.detect(picture)
    if not faces:
        sentence = (
            f"No face was found in {media.name}; choose a picture in which one is large, upright "
            "and looks at the camera."
        )
        return [Finding("portrait", "failure", sentence, "choose_portrait")]
    findings = [] if len(faces) == 1 else [_choice(picture, faces)]
    if findings and findings[0].level == "failure":
        return findings  # until one is chosen there is nothing more to say
    findings += _judge_face(picture, faces[0])
    if not findings:
        height, width = picture.shape[:2]
        eyes = quality.eye_distance(faces[0])
        sentence = f"One sharp face, {eyes:.0f} pixels between the eyes ({width}x{height})."
        findings.append(Finding("portrait", "pass", sentence))
    return findings


def _choice(picture: NDArray[np.uint8], faces: list[NDArray[np.float64]]) -> Finding:
    payload = Faces(picture, tuple(_box(face) for face in faces))
    largest = quality.eye_distance(faces[0])
    rivals = sum(quality.eye_distance(face) > quality.RIVAL * largest for face in faces)
    if rivals > 1:
        sentence = f"There are {rivals} faces of similar size; choose the one that shall speak."
        return Finding("portrait", "failure", sentence, "choose_face", payload)
    n_others = len(faces) - 1
    others = "a smaller face" if n_others == 1 else f"{n_others} smaller faces"
    sentence = f"There is also {others}; the largest is used unless you choose another."
    if n_others > 1:
        sentence = sentence.replace("There is", "There are")
    return Finding("portrait", "warning", sentence, "choose_face", payload)


def _box(face: NDArray[np.float64]) -> Box:
    low, high = face[:, :2].min(0), face[:, :2].max(0)
    return (float(low[0]), float(low[1]), float(high[0] - low[0]), float(high[1] - low[1]))


def _judge_face(picture: NDArray[np.uint8], face: NDArray[np.float64]) -> list[Finding]:
    across = face[EYE_CORNERS[1]] - face[EYE_CORNERS[0]]
    yaw = abs(float(np.arctan2(across[2], np.hypot(across[0], across[1]))))
    if yaw > quality.PROFILE:
        sentence = (
            "The face is seen from the side; choose a picture in which it looks at the camera."
        )
        return [Finding("portrait", "failure", sentence, "choose_portrait")]
    sentences = list(quality.picture_warnings(picture, face, []))
    if yaw > _TURNED:
        sentences.append(
            f"The head is turned by {np.degrees(yaw):.0f} degrees; facing the camera, both halves "
            "of the mouth would be seen."
        )
    return [Finding("portrait", "warning", sentence, "choose_portrait") for sentence in sentences]


def check_transcript(text: str | Transcript, duration: float) -> list[Finding]:
    """Ask whether words can belong to a recording.

    Args:
        text: what is said; with times if they are known.
        duration: of the recording, in seconds.
    """
    findings = []
    if isinstance(text, Transcript):
        if abs(text.duration - duration) > SAME_DURATION:
            sentence = (
                f"Its times are of a recording of {text.duration:.1f} s, and this one lasts "
                f"{duration:.1f} s; check that they belong together."
            )
            findings.append(Finding("transcript", "warning", sentence, "edit_transcript"))
        findings += [
            Finding("transcript", "warning", sentence, "edit_transcript")
            for sentence in alignment_warnings(text)
        ]
        text = text.text
    return findings + _judge_words(text, duration, passed=not findings)


def _judge_words(text: str, duration: float, *, passed: bool) -> list[Finding]:
    letters = [character for character in latin_letters(text) if character.isalpha()]
    if sum(not letter.isascii() for letter in letters) > 0.5 * len(letters):
        sentence = (
            "The transcript is not in English letters, which alignment needs; "
            "without it the sound alone drives the face."
        )
        return [Finding("transcript", "failure", sentence, "drop_transcript")]
    dictionary = Dictionary()
    spoken = [word for token in tokenize(text, dictionary.knows) for word in token.spoken]
    if not spoken:
        sentence = "The transcript has no words; type what is said, or go without it."
        return [Finding("transcript", "failure", sentence, "edit_transcript")]
    foreign = [word for word in spoken if len(word) > 1 and not dictionary.knows(word)]
    dictionary.learn(spoken)
    n_phonemes = sum(len(dictionary.lookup(word)) for word in spoken)
    rate = len(spoken) / duration if duration > 0 else np.inf
    said = f"{len(spoken)} {'word' if len(spoken) == 1 else 'words'} in {duration:.1f} s"
    if n_phonemes > FASTEST * duration + 5:  # what alignment itself refuses
        sentence = f"Nobody says {said}; check that text and recording belong together."
        return [Finding("transcript", "failure", sentence, "edit_transcript")]
    findings = []
    if len(spoken) >= _FEW_WORDS and len(foreign) > _FOREIGN * len(spoken):
        sentence = (
            f"Many words are in no English dictionary, such as “{foreign[0]}”; their timing will "
            "be rough. Without a transcript, any language works."
        )
        findings.append(Finding("transcript", "warning", sentence, "drop_transcript"))
    if len(spoken) >= _FEW_WORDS and rate > _FASTEST:
        sentence = f"{said} is very fast; check that nothing is cut off the recording."
        findings.append(Finding("transcript", "warning", sentence, "edit_transcript"))
    if rate < _SLOWEST and duration * _SLOWEST > 2:
        sentence = f"Only {said}; check that no text is missing."
        findings.append(Finding("transcript", "warning", sentence, "edit_transcript"))
    if passed and not findings:
        findings.append(Finding("transcript", "pass", f"{said}, {rate:.1f} a second."))
    return findings


def check_machine(
    weights: Path = DEFAULT_WEIGHTS, folder: Path | None = None, *, rig: str = "studio"
) -> list[Finding]:
    """Look at the weights, the device and the space to write to.

    Args:
        weights: folder of the three networks.
        folder: that results go to; the user's own if None.
        rig: that the networks must have been trained for.
    """
    return [_weights(weights, rig), _device(), _space(folder or Path.home())]


def _weights(folder: Path, rig: str) -> Finding:
    try:
        for name in COMPONENTS:
            weight_files.load(folder / f"{name}.safetensors", RIGS[rig], name)
        if folder == DEFAULT_WEIGHTS:
            damaged = [entry for entry in list_weights() if entry.shipped and not entry.usable]
            if damaged:
                return Finding("machine", "warning", f"{damaged[0].detail}.", "choose_weights")
    except DimitraError as error:
        return Finding("machine", "failure", str(error), "choose_weights")
    return Finding("machine", "pass", "The networks of lips, expression and pose are whole.")


def _device() -> Finding:
    name = find_device("auto")
    if name == "cpu":
        n_threads = torch.get_num_threads()
        count = f"{n_threads} {'thread' if n_threads == 1 else 'threads'}"
        return Finding("machine", "pass", f"Generation runs on the processor, on {count}.")
    return Finding("machine", "pass", f"Generation runs on {torch.cuda.get_device_name()}.")


def _space(folder: Path) -> Finding:
    if not folder.is_dir():
        sentence = f"The folder {folder} does not exist; choose another."
        return Finding("machine", "failure", sentence, "choose_folder")
    if not os.access(folder, os.W_OK):
        sentence = f"Nothing can be written to {folder}; choose another folder."
        return Finding("machine", "failure", sentence, "choose_folder")
    free = shutil.disk_usage(folder).free
    if free < LEAST_SPACE:
        sentence = f"Only {free / 1e6:.0f} MB are free in {folder}; free some space."
        return Finding("machine", "warning", sentence, "choose_folder")
    return Finding("machine", "pass", f"{free / 1e9:.0f} GB are free in {folder}.")
