"""New times for words that were edited, in the sample that ships."""

from itertools import pairwise

import numpy as np
import pytest

from dimitra_studio.audio.alignment import align
from dimitra_studio.audio.realign import TOLERANCE, realign, with_phonemes
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.progress import Cancelled, Progress
from dimitra_studio.core.project import Media
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.core.transcript_editing import move_word, retype, unplaced_segments
from dimitra_studio.pipeline.realignment import Realigner
from dimitra_studio.pipeline.realignment import realign as door


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    return Recogniser(ALIGNING)


@pytest.fixture(scope="module")
def aligned(speech: Audio, sentence: str, recogniser: Recogniser) -> Transcript:
    return align(speech, sentence, recogniser=recogniser)


def replaced_times(before: Transcript, after: Transcript) -> list[str]:
    return [new.text for old, new in zip(before.words, after.words, strict=True) if old is not new]


def check_order(transcript: Transcript) -> None:
    assert all(one.end <= other.start for one, other in pairwise(transcript.words))
    for word in transcript.words:
        edges = [time for item in word.phonemes for time in (item.start, item.end)]
        assert edges == sorted(edges)
        assert not edges or (edges[0], edges[-1]) == (word.start, word.end)


def test_words_that_were_missing_find_their_place(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    """The text lacked three words; the neighbours had taken their time."""
    gappy = align(speech, sentence.replace("give me a voice", "voice"), recogniser=recogniser)
    typed = retype(gappy, sentence)
    found = realign(speech, typed.transcript, typed.changed, recogniser=recogniser)
    assert found.text == sentence
    check_order(found)
    assert set(replaced_times(typed.transcript, found)) <= {
        "please", "give", "me", "a", "voice,", "but", "and"
    }  # fmt: skip
    for text in ("give", "me", "voice,"):
        truth = next(word for word in aligned.words if word.text == text)
        word = next(word for word in found.words if word.text == text)
        assert word.source == "aligned"
        assert word.start == pytest.approx(truth.start, abs=0.03)
        assert word.end == pytest.approx(truth.end, abs=0.03)


def test_a_changed_word_leaves_all_others_identical(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    wrong = retype(aligned, sentence.replace("voice", "choice")).transcript
    typed = retype(wrong, sentence)
    found = realign(speech, typed.transcript, typed.changed, recogniser=recogniser)
    assert replaced_times(typed.transcript, found) == ["voice,"]
    (word,) = [word for word in found.words if word.text == "voice,"]
    (truth,) = [word for word in aligned.words if word.text == "voice,"]
    assert [p.symbol for p in word.phonemes] == ["V", "OY", "S"]
    assert word.source == "aligned"
    assert (word.start, word.end) == pytest.approx((truth.start, truth.end), abs=TOLERANCE)


def test_a_word_that_nobody_says_pushes_no_other_aside(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    typed = retype(aligned, sentence.replace("picture,", "photograph,"))
    found = realign(speech, typed.transcript, typed.changed, recogniser=recogniser)
    assert replaced_times(typed.transcript, found) == ["photograph,"]
    (word,) = [word for word in found.words if word.text == "photograph,"]
    (old,) = [word for word in aligned.words if word.text == "picture,"]
    assert (word.source, word.confidence) == ("estimated", 0.0)
    assert (word.start, word.end) == pytest.approx((old.start, old.end))
    assert len(word.phonemes) == 8
    check_order(found)


def test_words_moved_by_hand_stay(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    at = [word.text for word in aligned.words].index("voice,")
    voice = aligned.words[at]
    moved = move_word(aligned, at, voice.start + 0.05, voice.end)
    typed = retype(moved, sentence.replace("voice, and", "voice, so and"))
    found = realign(speech, typed.transcript, typed.changed, recogniser=recogniser)
    assert found.words[at - 1 : at + 1] == moved.words[at - 1 : at + 1]
    assert found.words[at + 1].end > found.words[at + 1].start
    check_order(found)


def test_no_room_for_a_word_still_gives_it_a_place(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    crowd = "extraordinarily incomprehensible misunderstandings notwithstanding internationally "
    typed = retype(aligned, sentence.replace("to every", f"to {crowd}every"))
    found = realign(speech, typed.transcript, typed.changed, recogniser=recogniser)
    check_order(found)
    assert found.text == typed.transcript.text
    crowded = found.words[19 : 19 + 5]
    assert all(word.source == "estimated" and word.end > word.start for word in crowded)
    assert found.words[:17] == aligned.words[:17]
    assert found.words[26:] == aligned.words[21:]


def test_an_unheard_word_before_a_long_pause_does_not_fill_it(
    speech: Audio, aligned: Transcript, recogniser: Recogniser
) -> None:
    pause = np.zeros(70 * speech.sample_rate, dtype=np.float32)
    longer = Audio(np.concatenate([speech.samples, pause]))
    transcript = Transcript(aligned.words, longer.duration)
    typed = retype(transcript, f"{transcript.text} Goodbye")
    found = realign(longer, typed.transcript, typed.changed, recogniser=recogniser)
    assert found.words[-1].source == "estimated"
    assert 0 < found.words[-1].end - found.words[-1].start < 1.0


def test_a_dash_and_a_removed_word_need_no_alignment(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    typed = retype(aligned, sentence.replace("only ", ""))
    found = realign(speech, typed.transcript, typed.changed, recogniser=recogniser)
    assert found == typed.transcript
    assert (
        unplaced_segments(retype(aligned, sentence.replace("a voice", "— voice")).transcript) == ()
    )


def test_a_draft_keeps_its_source(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    words = [
        Word(word.text, word.start, word.end - 0.1 * (word.text == "but"), 0.5, "recognised")
        for word in aligned.words
    ]
    found = realign(
        speech,
        Transcript(tuple(words), aligned.duration),
        [Segment(2.8, 2.9)],
        recogniser=recogniser,
    )
    assert {word.source for word in found.words} == {"recognised"}
    assert found.words[6].end == pytest.approx(aligned.words[6].end, abs=0.03)


def test_words_beyond_the_recording_are_brought_in(
    speech: Audio, aligned: Transcript, recogniser: Recogniser
) -> None:
    late = Word("late", 9.0, 9.5, 0.0, "estimated")
    transcript = Transcript((*aligned.words, late), 9.5)
    found = realign(speech, transcript, [Segment(9.0, 9.5)], recogniser=recogniser)
    assert found.duration == speech.duration
    assert found.words[-1].end <= speech.duration
    check_order(found)


def test_progress_is_told_and_cancels(
    speech: Audio, sentence: str, aligned: Transcript, recogniser: Recogniser
) -> None:
    typed = retype(aligned, sentence.replace("picture", "photo").replace("word", "phrase"))
    reports: list[Progress] = []
    realign(speech, typed.transcript, typed.changed, reports.append, recogniser=recogniser)
    assert [(report.done, report.total) for report in reports] == [(0, 2), (1, 2), (1, 1)]

    def cancel(progress: Progress) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        realign(speech, typed.transcript, typed.changed, cancel, recogniser=recogniser)


def test_phonemes_are_looked_up_without_moving_a_word(recogniser: Recogniser) -> None:
    words = (
        Word("Hello", 0.0, 0.4, source="typed"),
        Word("—", 0.4, 0.5),
        Word("zyzzx", 0.5, 0.7, source="typed"),
        Word("new", 0.7, 0.7, source="typed"),
    )
    found = with_phonemes(Transcript(words, 1.0), recogniser=recogniser)
    assert [(w.text, w.start, w.end, w.source, w.confidence) for w in found.words] == [
        (w.text, w.start, w.end, w.source, w.confidence) for w in words
    ]
    assert [p.symbol for p in found.words[0].phonemes] == ["HH", "AH", "L", "OW"]
    assert found.words[0].phonemes[-1].end == pytest.approx(0.4)
    assert found.words[1].phonemes == found.words[3].phonemes == ()
    assert found.words[2].phonemes
    assert with_phonemes(Transcript((), 1.0), recogniser=recogniser).words == ()


def test_the_door_takes_the_recording_as_the_project_holds_it(
    sentence: str, aligned: Transcript
) -> None:
    recording = Media.from_file(SAMPLE / "speech.flac")
    typed = retype(aligned, sentence.replace("mouth", "small mouth"))
    realigner = Realigner()
    found = realigner.realign(recording, typed.transcript, typed.changed)
    assert found.words[17].text == "small"
    assert found.words[17].end > found.words[17].start
    assert found == realigner.realign(recording, typed.transcript, typed.changed)
    assert found == door(recording, typed.transcript, typed.changed)
