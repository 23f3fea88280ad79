"""PocketSphinx: which words and phonemes sound when in a short stretch of a recording."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pocketsphinx import Decoder

from dimitra_studio.audio.pronunciation import pronounce
from dimitra_studio.core.transcript import Phoneme

_HOP = 0.01  # seconds between the recogniser's observations
_WINDOW = 0.025625  # seconds that each observation sees
_LATENESS = (_WINDOW - _HOP) / 2  # observation i is centred this much behind the middle of hop i
Search = Mapping[str, float | bool]
"""How the decoder searches; options of PocketSphinx."""

ALIGNING: Search = {"beam": 1e-100, "pbeam": 1e-100, "wbeam": 1e-80, "compallsen": True}
"""Beams so wide that a text that fits badly still gets an alignment, and with it a low score;
scores against all sounds, so that they can be compared between words."""

_BOUNDED: Search = {"maxhmmpf": 5000, "maxwpf": 10}  # noise must not make it slow

MATCHING: Search = {**_BOUNDED, "fwdflat": False}
"""One quick pass, enough where the vocabulary is known."""

DRAFTING: Search = {**_BOUNDED, "fwdflat": True}
"""Two passes, for open speech."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """A word of the dictionary as it was heard.

    Args:
        text: lower case, without the number of the pronunciation.
        start: seconds from the start of the stretch.
        end: seconds.
        score: mean acoustic score of an observation; 0 is the best sound there is.
        phonemes: cover the word; empty where only words were recognised.
    """

    text: str
    start: float
    end: float
    score: float = 0.0
    phonemes: tuple[Phoneme, ...] = ()


class Recogniser:
    """One decoder with its dictionary, which grows by the words it is taught.

    Not to be used from two threads at once.

    Args:
        search: ``ALIGNING``, or ``MATCHING`` and ``DRAFTING`` to recognise.
    """

    def __init__(self, search: Search) -> None:
        # With bestpath the decoder drops words without a word.
        self._decoder = Decoder(lm=None, bestpath=False, loglevel="FATAL", **search)

    def lookup(self, word: str) -> tuple[str, ...]:
        """The phonemes of a word of the dictionary; empty if it does not have it."""
        return tuple((self._decoder.lookup_word(word) or "").split())

    def knows(self, word: str) -> bool:
        return bool(self.lookup(word))

    def learn(self, words: Iterable[str]) -> None:
        """Add the words that the dictionary lacks, pronounced as they are written."""
        for word in dict.fromkeys(words):
            if not self.knows(word):
                self._decoder.add_word(word, " ".join(pronounce(word, self.lookup)), update=True)

    def use_language_model(self, path: str) -> None:
        """Recognise with the words and word orders of an ARPA or binary language model."""
        self._decoder.add_lm_file("text", path)
        self._decoder.activate_search("text")

    def recognise(self, samples: NDArray[np.float32]) -> list[SpokenWord]:
        """Write down what is said in ``samples``, ``(S,)``; needs a language model."""
        self._decode(samples)
        if self._decoder.hyp() is None:
            return []
        return [
            SpokenWord(
                text=segment.word.partition("(")[0],
                start=_border(segment.start_frame),
                end=_border(segment.end_frame + 1),
            )
            for segment in self._decoder.seg()
            if not _is_filler(segment.word)
        ]

    def align(self, samples: NDArray[np.float32], words: Sequence[str]) -> list[SpokenWord]:
        """Find where each of some words is said.

        Args:
            samples: ``(S,)`` at 16 kHz.
            words: each must be in the dictionary, see ``learn``.

        Returns:
            All words, in order; or none, if they do not fit the sound at all.
        """
        if not words:
            return []
        self._decoder.set_align_text(" ".join(words))
        try:
            self._decode(samples)
            if self._decoder.hyp() is None:
                return []
            self._decoder.set_alignment()
            self._decode(samples)
            alignment = self._decoder.get_alignment()
        except RuntimeError:
            return []  # too short for its words, or nothing survived the beams
        spoken = [_spoken(entry) for entry in alignment or () if not _is_filler(entry.name)]
        return spoken if [word.text for word in spoken] == list(words) else []

    def _decode(self, samples: NDArray[np.float32]) -> None:
        self._decoder.start_utt()
        # The whole utterance at once: its mean takes the microphone out of the features.
        self._decoder.process_raw(_to_pcm(samples), full_utt=True)
        self._decoder.end_utt()


def _to_pcm(samples: NDArray[np.float32]) -> bytes:
    """16-bit samples, brought to full level so that quiet recordings keep their detail."""
    peak = float(np.abs(samples).max(initial=0.0))
    scale = 0.9 * 32767 / max(peak, 1e-4)
    return (samples * scale).astype("<i2").tobytes()


def _border(observation: int) -> float:
    return observation * _HOP + _LATENESS if observation else 0.0


def _is_filler(word: str) -> bool:
    """Silence, breath and noise stand in brackets."""
    return word[0] in "<[+"


def _spoken(entry: Any) -> SpokenWord:
    phonemes = tuple(
        Phoneme(phone.name, _border(phone.start), _border(phone.start + phone.duration))
        for phone in entry
    )
    return SpokenWord(
        text=entry.name.partition("(")[0],
        start=_border(entry.start),
        end=_border(entry.start + entry.duration),
        score=entry.score / max(1, entry.duration),
        phonemes=phonemes,
    )
