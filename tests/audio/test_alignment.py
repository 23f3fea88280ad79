import csv
from itertools import pairwise

import numpy as np
import pytest

from dimitra_studio.audio import alignment
from dimitra_studio.audio.alignment import align, alignment_warnings
from dimitra_studio.audio.decode import load_audio
from dimitra_studio.audio.phonemes import PHONEME_IDS
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser
from dimitra_studio.core.audio import SAMPLE_RATE, Audio
from dimitra_studio.core.errors import TranscriptError
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.transcript import Transcript
from tests.conftest import shared_data

OTHER = "Seven hundred people walked along quiet streets before breakfast on Thursday."


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(ALIGNING)


@pytest.fixture(scope="module")
def aligned(speech: Audio, sentence: str, recogniser: Recogniser) -> Transcript:
    return align(speech, sentence, recogniser=recogniser)


def test_every_word_comes_back_as_written(aligned: Transcript, sentence: str) -> None:
    assert aligned.text == sentence
    assert all(word.source == "aligned" for word in aligned.words)
    assert alignment_warnings(aligned) == []


def test_phonemes_cover_each_word_without_gaps(aligned: Transcript) -> None:
    for word in aligned.words:
        borders = [(phoneme.start, phoneme.end) for phoneme in word.phonemes]
        assert borders[0][0] == word.start
        assert borders[-1][1] == word.end
        assert all(end == start for (_, end), (start, _) in pairwise(borders))
        assert all(phoneme.symbol in PHONEME_IDS for phoneme in word.phonemes)


def test_the_pause_is_where_the_sound_is_silent(aligned: Transcript, speech: Audio) -> None:
    hello, after = aligned.words[:2]
    pause = speech.samples[round(hello.end * SAMPLE_RATE) : round(after.start * SAMPLE_RATE)]
    word = speech.samples[round(hello.start * SAMPLE_RATE) : round(hello.end * SAMPLE_RATE)]
    assert after.start - hello.end > 0.2
    assert np.abs(pause).mean() < 0.1 * np.abs(word).mean()


def test_closures_are_quieter_than_what_follows(aligned: Transcript, speech: Audio) -> None:
    def loudness(start: float, end: float) -> float:
        return float(
            np.abs(speech.samples[round(start * SAMPLE_RATE) : round(end * SAMPLE_RATE)]).mean()
        )

    phonemes = list(aligned.phonemes())
    pairs = [
        (closed, opened)
        for closed, opened in pairwise(phonemes)
        if closed.symbol in {"P", "B"} and opened.symbol != "SIL"
    ]
    assert len(pairs) >= 3
    for closed, opened in pairs:
        assert loudness(closed.start, closed.end) < 0.7 * loudness(opened.start, opened.end)


def test_confidence_tells_the_right_text_from_another(
    aligned: Transcript, speech: Audio, recogniser: Recogniser
) -> None:
    assert min(word.confidence for word in aligned.words) > 0.7
    wrong = align(speech, OTHER, recogniser=recogniser)
    assert wrong.text == OTHER
    assert np.median([word.confidence for word in wrong.words]) < 0.4
    (warning,) = alignment_warnings(wrong)
    assert "does not seem to be what is said" in warning


def test_unknown_words_numbers_and_dashes_are_kept(speech: Audio, recogniser: Recogniser) -> None:
    text = "Hello — I am 1 pixture, but plees give me a Voyce & I'll move."
    transcript = align(speech, text, recogniser=recogniser)
    assert transcript.text == text
    dash, number = transcript.words[1], transcript.words[4]
    assert dash.phonemes == ()
    assert dash.start == dash.end
    assert [phoneme.symbol for phoneme in number.phonemes] == ["W", "AH", "N"]


def test_a_written_word_of_several_spoken_ones_has_no_gaps(
    speech: Audio, recogniser: Recogniser
) -> None:
    (word,) = align(speech, "1984", recogniser=recogniser).words
    assert word.text == "1984"
    ends = [phoneme.end for phoneme in word.phonemes[:-1]]
    assert ends == [phoneme.start for phoneme in word.phonemes[1:]]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "no words"),
        ("… — !", "no words"),
        ("Привет, как дела?", "not in English letters"),
        ("你好吗", "not in English letters"),
        ("hello there my friend " * 100, "too long"),
    ],
)
def test_texts_that_cannot_belong_to_the_recording_are_refused(
    text: str, why: str, speech: Audio, recogniser: Recogniser
) -> None:
    with pytest.raises(TranscriptError, match=why) as refusal:
        align(speech, text, recogniser=recogniser)
    assert str(refusal.value).endswith(".")


def test_a_tenth_of_a_second_keeps_its_word(speech: Audio, recogniser: Recogniser) -> None:
    transcript = align(Audio(speech.samples[8000:9600]), "Hi!", recogniser=recogniser)
    (word,) = transcript.words
    assert word.text == "Hi!"
    assert 0 <= word.start < word.end <= 0.1


def test_words_without_a_place_are_estimated(recogniser: Recogniser) -> None:
    transcript = align(Audio(np.zeros(800, dtype=np.float32)), "Hello", recogniser=recogniser)
    (word,) = transcript.words
    assert word.source == "estimated"
    assert word.confidence == 0
    assert len(word.phonemes) == 4
    assert word.end <= transcript.duration


def test_long_recordings_are_cut_at_words_that_were_recognised(
    speech: Audio, sentence: str, recogniser: Recogniser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alignment, "_AT_ONCE", 1.0)
    pause = np.zeros(round(0.7 * SAMPLE_RATE), dtype=np.float32)
    once = align(speech, sentence, recogniser=recogniser)
    twice = Audio(np.concatenate([speech.samples, pause] * 2))
    reports: list[Progress] = []
    transcript = align(twice, f"{sentence} {sentence}", reports.append)
    n_words = len(once.words)
    assert len(transcript.words) == 2 * n_words
    shift = speech.duration + 0.7
    errors = [
        abs(word.start - (once.words[index % n_words].start + index // n_words * shift))
        for index, word in enumerate(transcript.words)
    ]
    assert np.median(errors) < 0.02
    assert np.percentile(errors, 95) < 0.1
    shares = [report.done / report.total for report in reports]
    assert shares == sorted(shares)
    assert shares[-1] == 1


def test_text_that_was_not_said_does_not_harm_the_rest(
    speech: Audio, sentence: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alignment, "_AT_ONCE", 1.0)
    twice = Audio(np.concatenate([speech.samples, speech.samples]))
    transcript = align(twice, f"{sentence} {OTHER} {OTHER} {sentence}")
    n_words, n_other = len(sentence.split()), 2 * len(OTHER.split())
    said = [*transcript.words[: n_words - 1], *transcript.words[n_words + n_other + 1 :]]
    other = transcript.words[n_words : n_words + n_other]
    assert np.median([word.confidence for word in said]) > 0.9
    assert np.median([word.confidence for word in other]) < 0.4
    assert "were not heard clearly" in alignment_warnings(transcript)[0]


def test_cancelling_stops_at_once(speech: Audio, sentence: str) -> None:
    def cancel(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        align(speech, sentence, cancel)


def test_grid_clips_are_aligned_as_their_makers_did(recogniser: Recogniser) -> None:
    folder = shared_data("grid_s1")
    with (folder / "manifest.csv").open(encoding="utf-8") as file:
        clips = [row for row in csv.DictReader(file) if row["split"] == "val"][:8]
    errors = []
    for clip in clips:
        path = folder / "clips" / f"{clip['clip']}.mp4"
        words = align(load_audio(path), clip["transcript"], recogniser=recogniser).words
        rows = [line.split() for line in path.with_suffix(".align").read_text().splitlines()]
        times = [
            (int(row[0]) / 25_000, int(row[1]) / 25_000)
            for row in rows
            if row[2] not in {"sil", "sp"}
        ]
        errors += [
            abs(mine - theirs)
            for word, pair in zip(words, times, strict=True)
            for mine, theirs in zip((word.start, word.end), pair, strict=True)
        ]
    assert np.mean(errors) < 0.04
