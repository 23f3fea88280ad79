import io
from fractions import Fraction

import av
import numpy as np
import pytest
from numpy.typing import NDArray

from dimitra_studio.audio.decode import load_audio, speech_level
from dimitra_studio.core.project import Media
from dimitra_studio.pipeline.findings import Finding, Sides
from dimitra_studio.pipeline.preflight import check_recording
from dimitra_studio.pipeline.repairs import take_channel

RATE = 16_000


@pytest.fixture(scope="module")
def speech(recording: Media) -> NDArray[np.float32]:
    """Four seconds of it, at a level that leaves room."""
    return load_audio(recording.data).samples[: 4 * RATE] * np.float32(0.6)


def wav(samples: NDArray[np.float32], rate: int = RATE) -> Media:
    """``(S,)`` mono or ``(2, S)`` stereo."""
    rows = np.atleast_2d(samples)
    layout = "mono" if len(rows) == 1 else "stereo"
    packed = np.round(np.clip(rows.T, -1, 1) * 32_767).astype(np.int16).reshape(1, -1)
    file = io.BytesIO()
    with av.open(file, "w", format="wav") as container:
        stream = container.add_stream("pcm_s16le", rate=rate, layout=layout)
        frame = av.AudioFrame.from_ndarray(packed, format="s16", layout=layout)
        frame.sample_rate, frame.pts, frame.time_base = rate, 0, Fraction(1, rate)
        container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
    return Media("voice.wav", file.getvalue())


def silence(seconds: float) -> NDArray[np.float32]:
    return np.zeros(round(seconds * RATE), np.float32)


def warnings(media: Media) -> list[Finding]:
    findings = check_recording(media)
    assert {finding.subject for finding in findings} == {"recording"}
    return [finding for finding in findings if finding.level != "pass"]


def test_good_recording_passes(recording: Media) -> None:
    (finding,) = check_recording(recording)
    assert (finding.level, "16 kHz mono" in finding.sentence) == ("pass", True)


def test_clipping_is_told_with_its_place(speech: NDArray[np.float32]) -> None:
    loud = np.concatenate([silence(0.5), np.clip(speech * 8, -1, 1)])
    (finding,) = warnings(wav(loud))
    assert "is clipped" in finding.sentence
    first = np.flatnonzero(np.abs(loud) >= 0.99)[0] / RATE
    assert f"first at {first:.1f}" in finding.sentence


def test_single_peaks_are_no_clipping(speech: NDArray[np.float32]) -> None:
    peaks = speech.copy()
    peaks[1000::2000] = 1.0
    assert not any("clipped" in finding.sentence for finding in warnings(wav(peaks)))


def test_clipping_over_the_border_of_two_blocks_counts_once(speech: NDArray[np.float32]) -> None:
    samples = speech.copy()
    samples[:] = np.clip(samples, -0.9, 0.9)
    samples[1000:5000] = 1.0  # decoders give 1024 samples at a time
    samples[9000:9005] = 1.0
    (finding,) = [found for found in warnings(wav(samples)) if "clipped" in found.sentence]
    assert "clipped 2 times, first at 0.06 s" in finding.sentence


@pytest.mark.parametrize(
    ("media", "says"),
    [
        (wav(silence(2.0)), "silent"),
        (wav(np.stack([silence(2.0), silence(2.0)])), "silent"),
        (Media("voice.wav", b""), "empty"),
        (Media("voice.wav", b"RIFF, but no sound at all"), "cannot be decoded"),
    ],
    ids=["silence", "stereo silence", "empty", "damaged"],
)
def test_what_cannot_be_used_is_a_failure(media: Media, says: str) -> None:
    (finding,) = check_recording(media)
    assert (finding.level, finding.fix) == ("failure", "choose_recording")
    assert says in finding.sentence


def test_quiet_voice_is_told(speech: NDArray[np.float32]) -> None:
    (finding,) = warnings(wav(speech * np.float32(0.01)))
    assert "very quiet" in finding.sentence


def test_long_silence_is_told(speech: NDArray[np.float32]) -> None:
    sentences = [
        finding.sentence for finding in warnings(wav(np.concatenate([silence(12), speech])))
    ]
    assert sentences[0].startswith("Nothing is said before 12.")
    assert "are silent" in sentences[1]


def test_noise_is_told(speech: NDArray[np.float32]) -> None:
    noise = np.random.default_rng(0).normal(0, 0.04, len(speech)).astype(np.float32)
    (finding,) = warnings(wav(speech + noise))
    assert "background is loud" in finding.sentence


def test_telephone_sound_is_told(speech: NDArray[np.float32]) -> None:
    (finding,) = warnings(wav(speech[::2], 8_000))
    assert "recorded at 8 kHz" in finding.sentence


def test_very_short_recording_is_told(speech: NDArray[np.float32]) -> None:
    assert any("lasts only 0.3 s" in f.sentence for f in warnings(wav(speech[RATE // 2 :][:4800])))


def test_stereo_of_one_voice_passes(speech: NDArray[np.float32]) -> None:
    (finding,) = check_recording(wav(np.stack([speech, speech * np.float32(0.8)])))
    assert "stereo" in finding.sentence


def test_two_speakers_are_told_apart_and_either_can_be_taken(
    speech: NDArray[np.float32], recording: Media
) -> None:
    other = load_audio(recording.data).samples[-len(speech) :] * np.float32(0.5)
    both = wav(np.stack([other, speech]))
    (finding,) = warnings(both)
    assert (finding.fix, finding.level) == ("take_channel", "warning")
    assert isinstance(finding.payload, Sides)
    assert finding.payload.mixable
    for index, side in enumerate((other, speech)):
        alone = take_channel(both, index)
        assert alone.name == f"voice {('left', 'right')[index]}.flac"
        np.testing.assert_allclose(load_audio(alone.data).samples, side, atol=1e-4)
    mixed = load_audio(take_channel(both, None).data).samples
    np.testing.assert_allclose(mixed, (other + speech) / 2, atol=1e-4)
    assert not [found for found in warnings(take_channel(both, 1)) if found.fix == "take_channel"]


def test_voice_on_one_side_is_offered_alone(speech: NDArray[np.float32]) -> None:
    (finding,) = warnings(wav(np.stack([silence(4), speech])))
    assert finding.payload == Sides(best=1, mixable=True)
    assert "Only the right side" in finding.sentence


def test_sides_that_cancel_are_refused_but_can_be_mended(speech: NDArray[np.float32]) -> None:
    against = wav(np.stack([speech, -speech]))
    finding = check_recording(against)[0]
    assert (finding.level, finding.fix) == ("failure", "take_channel")
    assert isinstance(finding.payload, Sides)
    assert not finding.payload.mixable
    assert speech_level(load_audio(take_channel(against, 0).data)) > -30


def test_channel_that_is_not_there_is_a_mistake_of_ours(recording: Media) -> None:
    with pytest.raises(ValueError, match="channels are 0 to 0"):
        take_channel(recording, 1)


def test_rate_and_start_outlast_the_choice_of_a_channel(speech: NDArray[np.float32]) -> None:
    high = np.repeat(speech, 3)
    alone = take_channel(wav(np.stack([high, -high]), 48_000), 1)
    with av.open(io.BytesIO(alone.data)) as container:
        stream = container.streams.audio[0]
        assert (stream.rate, stream.channels) == (48_000, 1)
    assert load_audio(alone.data).duration == pytest.approx(4.0, abs=0.001)
