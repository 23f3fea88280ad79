"""The rules by which words keep, share and lose their times when the text is edited."""

import random
from itertools import pairwise, takewhile

import pytest

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Phoneme, Transcript, Word
from dimitra_studio.core.transcript_editing import correct_text, retype, unplaced_segments

SOUNDS = {
    "Hello,": "HH AH L OW",
    "my": "M AY",
    "name": "N EY M",
    "is": "IH Z",
    "into": "IH N T UW",
    "in": "IH N",
    "to": "T UW",
    "—": "",
}


def word(text: str, start: float, end: float, sounds: str = "") -> Word:
    symbols = (sounds or SOUNDS.get(text, "")).split()
    step = (end - start) / max(1, len(symbols))
    borders = [start + step * index for index in range(len(symbols))] + [end]
    phonemes = tuple(map(Phoneme, symbols, borders, borders[1:]))
    return Word(text, start, end, 0.9, "aligned", phonemes)


@pytest.fixture
def spoken() -> Transcript:
    """Four words; a pause after the first, none between the others."""
    words = (
        word("Hello,", 0.2, 0.6),
        word("my", 1.0, 1.2),
        word("name", 1.2, 1.5),
        word("is", 1.5, 1.7),
    )
    return Transcript(words, 2.0)


def times(transcript: Transcript) -> list[tuple[str, float, float]]:
    return [(w.text, round(w.start, 6), round(w.end, 6)) for w in transcript.words]


def symbols(found: Word) -> str:
    return " ".join(phoneme.symbol for phoneme in found.phonemes)


@pytest.mark.parametrize(
    "text",
    [
        "Hello, my name is",
        "  Hello,\n my\tname is ",
        "hello my Name is.",
        "“HELLO” my—name is…".replace("—", " "),
    ],
)
def test_case_punctuation_and_space_change_nothing(spoken: Transcript, text: str) -> None:
    done = retype(spoken, text)
    assert done.changed == ()
    assert done.transcript.text == " ".join(text.split())
    for old, new in zip(spoken.words, done.transcript.words, strict=True):
        assert (old.start, old.end, old.phonemes) == (new.start, new.end, new.phonemes)
        assert (old.source, old.confidence) == (new.source, new.confidence)


@pytest.mark.parametrize(
    ("old", "new"),
    [("3.5", "35"), ("-2", "2"), ("we're", "were"), ("$5", "5"), ("name", "names")],
)
def test_what_is_read_otherwise_is_another_word(old: str, new: str) -> None:
    done = retype(Transcript((word(old, 0.2, 0.6),), 1.0), new)
    assert done.changed == (Segment(0.2, 0.6),)


def test_words_that_became_one_other_give_it_their_span(spoken: Transcript) -> None:
    done = retype(spoken, "Hello, nobody is")
    assert times(done.transcript)[1] == ("nobody", 1.0, 1.5)
    assert done.transcript.words[1].source == "typed"
    assert done.changed == (Segment(1.0, 1.5),)
    assert [run.kind for run in done.operations] == ["kept", "replaced", "kept"]


def test_words_share_the_span_by_letters_where_phonemes_are_unknown(spoken: Transcript) -> None:
    done = retype(spoken, "Hello, his or hers is")
    assert times(done.transcript)[1:4] == [
        ("his", 1.0, pytest.approx(1.0 + 0.5 * 3 / 9)),
        ("or", pytest.approx(1.0 + 0.5 * 3 / 9), pytest.approx(1.0 + 0.5 * 5 / 9)),
        ("hers", pytest.approx(1.0 + 0.5 * 5 / 9), 1.5),
    ]


def test_words_share_the_span_by_phonemes_where_they_occur_elsewhere() -> None:
    words = (word("Hello,", 0.0, 0.4), word("my", 0.5, 0.6), word("cat", 1.0, 1.6, "K AE T"))
    done = retype(Transcript(words, 2.0), "Hello, my hello my")
    third, fourth = done.transcript.words[2:]
    assert (third.start, round(third.end, 6), fourth.end) == (1.0, 1.4, 1.6)
    assert (symbols(third), symbols(fourth)) == ("HH AH L OW", "M AY")
    assert third.phonemes[0].start == 1.0
    assert third.phonemes[-1].end == third.end


def test_a_removed_word_leaves_silence(spoken: Transcript) -> None:
    done = retype(spoken, "Hello, my is")
    assert done.transcript.words == (*spoken.words[:2], spoken.words[3])
    assert done.changed == (Segment(1.2, 1.5),)
    (gap,) = [p for p in done.transcript.phonemes() if p.start == 1.2]
    assert (gap.symbol, gap.end) == ("SIL", 1.5)
    assert unplaced_segments(done.transcript) == ()


@pytest.mark.parametrize(
    ("text", "index", "time"),
    [
        ("Hello, my first name is", 2, 1.2),
        ("Hello, hm my name is", 1, 0.6),
        ("Oh Hello, my name is", 0, 0.2),
        ("Hello, my name is Ada", 4, 1.7),
    ],
)
def test_an_inserted_word_has_no_length_at_the_end_of_the_one_before(
    spoken: Transcript, text: str, index: int, time: float
) -> None:
    done = retype(spoken, text)
    made = done.transcript.words[index]
    assert (made.start, made.end, made.source) == (time, time, "typed")
    assert [w for w in done.transcript.words if w is not made] == list(spoken.words)
    (segment,) = done.changed
    assert segment.start <= time <= segment.end
    assert unplaced_segments(done.transcript) == done.changed


def test_a_divided_word_divides_its_span_and_its_sounds() -> None:
    words = (word("go", 0.0, 0.3, "G OW"), word("into", 0.4, 0.8))
    done = retype(Transcript(words, 1.0), "go in to")
    assert [run.kind for run in done.operations] == ["kept", "divided"]
    assert times(done.transcript)[1:] == [("in", 0.4, 0.6), ("to", 0.6, 0.8)]
    assert [symbols(w) for w in done.transcript.words[1:]] == ["IH N", "T UW"]
    assert list(done.transcript.phonemes()) == list(Transcript(words, 1.0).phonemes())


def test_united_words_unite_their_spans_and_their_sounds() -> None:
    words = (word("in", 0.4, 0.6), word("to", 0.7, 0.9), word("is", 1.0, 1.2))
    done = retype(Transcript(words, 1.5), "into is")
    assert [run.kind for run in done.operations] == ["united", "kept"]
    assert times(done.transcript)[0] == ("into", 0.4, 0.9)
    assert symbols(done.transcript.words[0]) == "IH N SIL T UW"


def test_a_division_beside_another_edit_is_seen() -> None:
    words = (word("up", 0.0, 0.3, "AH P"), word("into", 0.4, 0.8), word("is", 0.8, 1.0))
    done = retype(Transcript(words, 1.0), "down in to is")
    assert [run.kind for run in done.operations] == ["replaced", "divided", "kept"]
    assert times(done.transcript)[0] == ("down", 0.0, 0.3)


def test_a_dash_is_no_change(spoken: Transcript) -> None:
    done = retype(spoken, "Hello, — my name is")
    assert done.changed == ()
    again = retype(done.transcript, "Hello, my name is")
    assert (again.changed, again.transcript) == ((), spoken)


def test_a_label_with_a_space_is_no_change() -> None:
    words = (word("good morning", 0.2, 0.8, "G UH D M AO R N IH NG"),)
    assert retype(Transcript(words, 1.0), "good morning").changed == ()


def test_everything_may_go_and_come(spoken: Transcript) -> None:
    nothing = retype(spoken, "")
    assert nothing.transcript == Transcript((), 2.0)
    assert nothing.changed == (Segment(0.2, 0.6), Segment(1.0, 1.7)) or nothing.changed == (
        Segment(0.2, 1.7),
    )
    again = retype(nothing.transcript, "one two")
    assert times(again.transcript) == [("one", 0.0, 0.0), ("two", 0.0, 0.0)]
    assert len(again.changed) == 1
    assert retype(Transcript((), 0.0), "one").changed == ()


def test_correcting_keeps_times_sounds_and_motion(spoken: Transcript) -> None:
    done = correct_text(spoken, "Jello my game iz")
    assert done.text == "Jello my game iz"
    assert list(done.phonemes()) == list(spoken.phonemes())
    assert [(w.start, w.end, w.source) for w in done.words] == [
        (w.start, w.end, w.source) for w in spoken.words
    ]
    assert [w.confidence for w in done.words] == [1.0, 0.9, 1.0, 1.0]


@pytest.mark.parametrize("text", ["Hello, mynah miss", "Hello, m ynam ei s", "Hello, I am Anna is"])
def test_correcting_to_more_or_fewer_words_keeps_what_sounds_when(
    spoken: Transcript, text: str
) -> None:
    done = correct_text(spoken, text)
    assert done.text == text
    before, after = list(spoken.phonemes()), list(done.phonemes())
    assert {p.end for p in before} <= {p.end for p in after}
    for old in before:
        inside = [p for p in after if p.start >= old.start - 1e-9 and p.end <= old.end + 1e-9]
        assert {p.symbol for p in inside} == {old.symbol}
    assert unplaced_segments(done) == ()


def test_a_word_that_was_missed_is_inserted_to_be_aligned(spoken: Transcript) -> None:
    done = correct_text(spoken, "Hello, my own name is")
    assert [w for w in done.words if w.source != "typed"] == list(spoken.words)
    (segment,) = unplaced_segments(done)
    assert segment.start < 1.2 < segment.end


VOCABULARY = ["a", "the", "into", "in", "to", "It's", "well,", "—", "3.5", "grüße", "😀", "name"]


def random_transcript(rng: random.Random, n_words: int) -> Transcript:
    words, time = [], 0.0
    for number in range(n_words):
        text = rng.choice([*VOCABULARY, f"word{number}", f"word{number}"])
        start = time + rng.choice([0.0, 0.0, 0.1, 0.5])
        time = start + rng.choice([0.0, 0.05, 0.3])
        words.append(word(text, start, time, "AH N" if time > start else ""))
    return Transcript(tuple(words), time + 0.5)


def random_edit(rng: random.Random, texts: list[str]) -> tuple[list[str], int, int]:
    """The texts after an edit, and how many words stay before and after it.

    Of two equal words beside each other nobody can tell which was removed: the first one stays.
    """
    first = rng.randrange(len(texts) + 1)
    last = min(len(texts), first + rng.randrange(4))
    new = [rng.choice([*VOCABULARY, "other", "new"]) for _ in range(rng.randrange(4))]
    after = [*texts[:first], *new, *texts[last:]]
    pairs = zip(texts, after, strict=False)
    same = len([*takewhile(lambda pair: pair[0] == pair[1], pairs)])
    n_after = min(len(texts) - last, len(texts) - same, len(after) - same)
    return after, first, max(0, n_after)


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("edit", [lambda t, s: retype(t, s).transcript, correct_text])
def test_untouched_words_are_the_same_after_any_edit(seed: int, edit: object) -> None:
    rng = random.Random(seed)
    transcript = random_transcript(rng, rng.randrange(1, 40))
    for _ in range(8):
        texts, n_before, n_after = random_edit(rng, [w.text for w in transcript.words])
        done = edit(transcript, " ".join(texts))  # type: ignore[operator]
        assert done.text.split() == texts
        assert done == edit(transcript, " ".join(texts))  # type: ignore[operator]
        assert done.words[:n_before] == transcript.words[:n_before]
        assert (
            done.words[len(texts) - n_after :]
            == transcript.words[len(transcript.words) - n_after :]
        )
        assert all(one.end <= other.start + 1e-9 for one, other in pairwise(done.words))
        assert all(w.start <= w.end for w in done.words)
        for found in done.words:
            ends = [p.end for p in found.phonemes]
            assert ends == sorted(ends)
            assert all(found.start <= p.start <= p.end <= found.end for p in found.phonemes)
        transcript = done


@pytest.mark.parametrize("seed", range(30))
def test_words_with_names_of_their_own_survive_scattered_edits(seed: int) -> None:
    rng = random.Random(seed)
    words = [word(f"word{n}", n * 0.5, n * 0.5 + 0.4, "AH N") for n in range(60)]
    texts = [w.text for w in words]
    touched = set(rng.sample(range(60), 8))
    for index in touched:
        texts[index] = rng.choice(["", "other", "two words", "hm, yes well"])
    done = retype(Transcript(tuple(words), 30.0), " ".join(texts))
    kept = {w.text: w for w in done.transcript.words}
    for index, old in enumerate(words):
        if index not in touched:
            assert kept[old.text] is old
    for index in touched:
        overlaps = [
            s for s in done.changed if s.start <= index * 0.5 and s.end >= index * 0.5 + 0.4
        ]
        assert len(overlaps) == 1
