"""A first draft of what is said, for people to correct."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pocketsphinx import get_model_path

from dimitra_studio.audio.alignment import align_stretch
from dimitra_studio.audio.decode import check_speech
from dimitra_studio.audio.pauses import split_at_pauses
from dimitra_studio.audio.recogniser import ALIGNING, DRAFTING, Recogniser, SpokenWord
from dimitra_studio.audio.spelling import Token, tokenize
from dimitra_studio.audio.whisper import LONGEST, Whisper, find_whisper
from dimitra_studio.audio.words import to_words
from dimitra_studio.core.audio import Audio
from dimitra_studio.core.progress import Progress, ProgressFn, ignore
from dimitra_studio.core.transcript import Transcript

_PIECE = 15.0  # seconds that PocketSphinx recognises at once

Listener = Callable[[NDArray[np.float32]], str]
"""Writes down what is said in a piece of a recording."""


def draft(
    audio: Audio, on_progress: ProgressFn = ignore, *, weights: Path | None = None
) -> Transcript:
    """Write down what is said, as well as this machine can.

    With Whisper if its weights are here, otherwise with PocketSphinx, which understands clear
    speech in part. Words that do not fit the sound have a low confidence.

    Args:
        audio: of any length.
        on_progress: told about each piece.
        weights: a folder with Whisper's weights; by default the local cache is searched.

    Returns:
        Words with the source "recognised"; none where nothing was understood.

    Raises:
        AudioError: if nobody can be heard.
    """
    check_speech(audio)
    folder = weights or find_whisper()
    listen = Whisper(folder).transcribe if folder else _pocketsphinx()
    recogniser = Recogniser(ALIGNING)
    tokens: list[Token] = []
    spoken: list[SpokenWord] = []
    total = int(audio.duration) + 1
    for start, end in split_at_pauses(audio, LONGEST if folder else _PIECE):
        on_progress(Progress(int(start), total, "Listening to the recording"))
        piece = audio.samples[round(start * audio.sample_rate) : round(end * audio.sample_rate)]
        heard = tokenize(listen(piece), recogniser.knows)
        words = [word for token in heard for word in token.spoken]
        recogniser.learn(words)
        tokens += heard
        spoken += align_stretch(audio, (start, end), words, recogniser)
    on_progress(Progress(total, total, "Listening to the recording"))
    return Transcript(to_words(tokens, spoken, "recognised"), audio.duration)


def _pocketsphinx() -> Listener:
    recogniser = Recogniser(DRAFTING)
    recogniser.use_language_model(get_model_path("en-us/en-us.lm.bin"))
    return lambda samples: " ".join(word.text for word in recogniser.recognise(samples))
