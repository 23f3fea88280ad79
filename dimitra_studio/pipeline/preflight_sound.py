"""A look at a recording before any work."""

import numpy as np

from dimitra_studio.audio.channels import Channels, measure_channels
from dimitra_studio.audio.decode import check_speech, load_audio, speech_level
from dimitra_studio.audio.pauses import hop_levels
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.project import Media
from dimitra_studio.pipeline.findings import Finding, Sides

_SHORT, _LONG = 0.5, 600.0  # seconds
_CLIPPED = 0.2  # times a second that the sound reaches the end of the scale
_QUIET = -45.0  # dBFS of the loud passages
_PAUSE = 30.0  # dB below the loud passages, where nobody speaks
_MOSTLY_SILENT = 0.7  # share of the recording
_LATE = 2.0  # seconds before the first word that are worth a remark
_NOISY = 15.0  # dB between speech and what is heard in its pauses
_DIGITAL_SILENCE = -90.0  # dBFS; below it a hop is no noise, but nothing
_DEAF = 25.0  # dB below the other side, from which a side is as good as empty
_ALIKE = 0.6  # correlation of two sides of one voice; two microphones of one talk stay below
_SHIFTED = 0.02  # seconds that sound may start after the picture unsaid


def check_recording(media: Media) -> list[Finding]:
    """Look for one voice that is loud, clean and whole."""
    try:
        audio = load_audio(media.data, name=media.name)
        channels = measure_channels(media.data, name=media.name)
        sides = _check_sides(channels)
        if sides is None or (isinstance(sides.payload, Sides) and sides.payload.mixable):
            check_speech(audio, name=media.name)
    except AudioError as error:
        return [Finding("recording", "failure", str(error), "choose_recording")]
    findings = [_warning(sentence) for sentence in _judge(audio, channels)]
    if sides is not None:
        findings.insert(0, sides)
    if not findings:
        findings.append(Finding("recording", "pass", _describe(audio, channels)))
    if channels.delay > _SHIFTED:
        sentence = (
            f"The sound starts {channels.delay:.2f} s after the picture; it begins with silence, "
            "so that both stay together."
        )
        findings.append(Finding("recording", "pass", sentence))
    return findings


def require_sound(media: Media) -> None:
    """Refuse a recording of which no channel can drive a face.

    Raises:
        AudioError: if it cannot be decoded, or is silent.
    """
    for finding in check_recording(media):
        if (finding.level, finding.fix) == ("failure", "choose_recording"):
            raise AudioError(finding.sentence)


def _warning(sentence: str) -> Finding:
    return Finding("recording", "warning", sentence, "choose_recording")


def _describe(audio: Audio, channels: Channels) -> str:
    kinds = {1: "mono", 2: "stereo"}
    kind = kinds.get(len(channels.names), f"{len(channels.names)} channels")
    rate = f"{channels.sample_rate / 1000:g} kHz"
    return f"{audio.duration:.1f} s of clean speech, {rate} {kind}."


def _judge(audio: Audio, channels: Channels) -> list[str]:
    sentences = []
    if audio.duration < _SHORT:
        sentences.append(
            f"The recording lasts only {audio.duration:.1f} s; whole words give better motion."
        )
    if audio.duration > _LONG:
        sentences.append(
            f"The recording lasts {audio.duration / 60:.0f} minutes; shorter scenes are quicker "
            "to generate and to edit."
        )
    if channels.sample_rate < SAMPLE_RATE:
        sentences.append(
            f"It was recorded at {channels.sample_rate / 1000:g} kHz, so that S and F are hardly "
            "heard; 16 kHz or more give better lips."
        )
    if channels.first_clip is not None and channels.n_clipped > _CLIPPED * audio.duration:
        times = "once" if channels.n_clipped == 1 else f"{channels.n_clipped} times"
        sentences.append(
            f"The sound is clipped {times}, first at {channels.first_clip:.2f} s; "
            "record it again at a lower level."
        )
    return sentences + _judge_levels(audio)


def _judge_levels(audio: Audio) -> list[str]:
    loud, levels = speech_level(audio), hop_levels(audio)
    sentences = []
    if loud < _QUIET:
        sentences.append(f"The voice is very quiet, {loud:.0f} dB; record it closer.")
    heard = np.flatnonzero(levels > loud - _PAUSE)
    if heard.size:
        start = float(heard[0]) / 100
        silent = 1 - heard.size / len(levels)
        if start > _LATE:
            sentences.append(f"Nothing is said before {start:.1f} s; the face waits until then.")
        if silent > _MOSTLY_SILENT:
            sentences.append(f"{silent:.0%} of the recording are silent; cut it to the speech.")
    sounding = levels[levels > _DIGITAL_SILENCE]
    if sounding.size and audio.duration > 1:
        noise = float(np.percentile(sounding, 5))
        if loud - noise < _NOISY:
            sentences.append(
                f"The background is loud, only {loud - noise:.0f} dB below the voice; music and "
                "noise move the lips too."
            )
    return sentences


def _check_sides(channels: Channels) -> Finding | None:
    """Say if a mix of both sides would not be what was said."""
    if len(channels.names) != 2:
        return None
    best = int(np.argmax(channels.levels))
    names = ("left", "right")
    if abs(channels.levels[0] - channels.levels[1]) > _DEAF:
        sentence = (
            f"Only the {names[best]} side holds a voice; taken alone it is twice as loud as the "
            "mix of both."
        )
        return Finding("recording", "warning", sentence, "take_channel", Sides(best, mixable=True))
    if channels.correlation < -_ALIKE:
        sentence = "Left and right cancel each other in the mix; take one of them."
        return Finding("recording", "failure", sentence, "take_channel", Sides(best, mixable=False))
    if channels.correlation < _ALIKE:
        sentence = (
            "Left and right hold different sound, perhaps two speakers; take the one that this "
            "face shall say."
        )
        return Finding("recording", "warning", sentence, "take_channel", Sides(best, mixable=True))
    return None
