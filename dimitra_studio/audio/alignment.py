"""A given text, word by word and phoneme by phoneme, on the time of its recording."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from dimitra_studio.audio.anchors import Anchor, find_anchors
from dimitra_studio.audio.blocks import FASTEST, Block, make_blocks
from dimitra_studio.audio.pauses import sounding_span
from dimitra_studio.audio.recogniser import ALIGNING, Recogniser, SpokenWord
from dimitra_studio.audio.spelling import Token, latin_letters, tokenize
from dimitra_studio.audio.words import estimate_words, to_words
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.errors import TranscriptError
from dimitra_studio.core.progress import Progress, ProgressFn, ignore, stage
from dimitra_studio.core.transcript import Phoneme, Transcript

_AT_ONCE = 30.0  # seconds that are aligned in one go
_LONGEST_BLOCK = 60.0  # seconds; beyond it the memory of an alignment grows too large
_LABEL = "Aligning the transcript"
_DOUBTFUL = 0.45  # confidence below which a word is reported


def align(
    audio: Audio,
    text: str,
    on_progress: ProgressFn = ignore,
    *,
    recogniser: Recogniser | None = None,
) -> Transcript:
    """Find when each word of ``text`` is said.

    Every word comes back, in order. Words that the sound does not bear out have a low
    confidence; those that have no place get one in proportion, with the source "estimated".

    Args:
        audio: of any length.
        text: English; what was said, as people write it.
        on_progress: told about each stretch.
        recogniser: to be used again for many short recordings; made for ``ALIGNING``.

    Raises:
        TranscriptError: if the text is empty, in another script, or too long for the recording.
    """
    recogniser = recogniser or Recogniser(ALIGNING)
    tokens = _check_text(text, recogniser)
    words = [word for token in tokens for word in token.spoken]
    recogniser.learn(words)
    n_phonemes = [len(recogniser.lookup(word)) for word in words]
    if sum(n_phonemes) > FASTEST * audio.duration + 5:
        raise TranscriptError(
            f"The transcript is too long for the recording: nobody says {len(tokens)} words in "
            f"{audio.duration:.1f} s; check that they belong together."
        )
    spoken = _place(audio, words, n_phonemes, recogniser, on_progress)
    on_progress(Progress(1, 1, _LABEL))
    return Transcript(to_words(tokens, spoken), audio.duration)


def _place(
    audio: Audio,
    words: Sequence[str],
    n_phonemes: Sequence[int],
    recogniser: Recogniser,
    on_progress: ProgressFn,
) -> list[SpokenWord]:
    """Align a short recording at once, any other between words that are recognised in it."""
    whole = Block(0.0, audio.duration, 0, len(words))
    if audio.duration <= _AT_ONCE:
        on_progress(Progress(0, 1, _LABEL))
        if found := _force(audio, (0.0, audio.duration), words, recogniser):
            return found
    anchors = find_anchors(audio, words, stage(on_progress, 0, 2))
    blocks = make_blocks(anchors, n_phonemes, audio.duration) if anchors else [whole]
    spoken: list[SpokenWord] = []
    total = int(audio.duration) + 1
    for block in blocks:
        stage(on_progress, 1, 2)(Progress(int(block.start), total, _LABEL))
        spoken += _align_block(audio, block, words, anchors, recogniser)
    return spoken


def _align_block(
    audio: Audio,
    block: Block,
    words: Sequence[str],
    anchors: Sequence[Anchor],
    recogniser: Recogniser,
) -> list[SpokenWord]:
    """Align a block; where that fails, its halves, to lose as few words as possible."""
    chosen = words[block.first : block.last]
    stretch = (block.start, block.end)
    if not block.said:
        return _spread(chosen, recogniser, stretch)
    if found := _force(audio, stretch, chosen, recogniser):
        return found
    cuts = [
        (after.index, (before.end + after.start) / 2)
        for before, after in pairwise(anchors)
        if after.index == before.index + 1
        and block.first < after.index < block.last
        and block.start < before.end <= after.start < block.end
    ]
    if not cuts:
        return _spread(chosen, recogniser, sounding_span(audio, *stretch))
    index, time = min(cuts, key=lambda cut: abs(cut[1] - (block.start + block.end) / 2))
    halves = replace(block, end=time, last=index), replace(block, start=time, first=index)
    return [
        word for half in halves for word in _align_block(audio, half, words, anchors, recogniser)
    ]


def alignment_warnings(transcript: Transcript) -> list[str]:
    """Say in a sentence what of the transcript was not heard; nothing if all was."""
    said = [word for word in transcript.words if word.phonemes]
    doubtful = [word for word in said if word.confidence < _DOUBTFUL]
    if len(doubtful) > 0.5 * len(said):
        return ["The transcript does not seem to be what is said; check that they belong together."]
    runs = [
        list(group)
        for doubt, group in groupby(said, key=lambda word: word.confidence < _DOUBTFUL)
        if doubt
    ]
    longest = max(runs, key=len, default=[])
    if len(longest) < 3:
        return []
    quoted = " ".join(word.text for word in longest[:6]) + (" …" if len(longest) > 6 else "")
    return [
        f"{len(doubtful)} of {len(said)} words were not heard clearly, such as “{quoted}” at "
        f"{longest[0].start:.1f} s; check the transcript there."
    ]


def _check_text(text: str, recogniser: Recogniser) -> tuple[Token, ...]:
    letters = [character for character in latin_letters(text) if character.isalpha()]
    if sum(not letter.isascii() for letter in letters) > 0.5 * len(letters):
        raise TranscriptError(
            "The transcript is not in English letters, which alignment needs; "
            "generate without a transcript instead."
        )
    tokens = tokenize(text, recogniser.knows)
    if not any(token.spoken for token in tokens):
        raise TranscriptError(
            "The transcript has no words; type what is said, or generate without a transcript."
        )
    return tokens


def align_stretch(
    audio: Audio, stretch: tuple[float, float], words: Sequence[str], recogniser: Recogniser
) -> list[SpokenWord]:
    """Place words in a part of a recording, by force or, where that fails, in proportion.

    Args:
        audio: the whole recording.
        stretch: start and end of the part, in seconds.
        words: in the recogniser's dictionary.
        recogniser: made for ``ALIGNING``.

    Returns:
        All words with their phonemes; times count from the start of the recording.
    """
    found = _force(audio, stretch, words, recogniser)
    return found or _spread(words, recogniser, sounding_span(audio, *stretch))


def _force(
    audio: Audio, stretch: tuple[float, float], words: Sequence[str], recogniser: Recogniser
) -> list[SpokenWord]:
    start, end = stretch
    if end - start > _LONGEST_BLOCK:
        return []
    samples = audio.samples[round(start * audio.sample_rate) : round(end * audio.sample_rate)]
    return [_shift(word, start, end) for word in recogniser.align(samples, words)]


def _spread(
    words: Sequence[str], recogniser: Recogniser, stretch: tuple[float, float]
) -> list[SpokenWord]:
    return estimate_words(words, [recogniser.lookup(word) for word in words], *stretch)


def _shift(word: SpokenWord, by: float, end: float) -> SpokenWord:
    phonemes = tuple(
        Phoneme(phoneme.symbol, min(end, by + phoneme.start), min(end, by + phoneme.end))
        for phoneme in word.phonemes
    )
    return replace(word, start=phonemes[0].start, end=phonemes[-1].end, phonemes=phonemes)
