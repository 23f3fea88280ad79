"""The recogniser's dictionary without the recogniser, which holds Python's lock while it loads."""

from collections.abc import Iterable
from pathlib import Path

from pocketsphinx import get_model_path

from dimitra_studio.audio.pronunciation import pronounce

_FILE = "en-us/cmudict-en-us.dict"


class Dictionary:
    """Words and their phonemes, which grow by those that it is taught; see ``Recogniser``."""

    def __init__(self) -> None:
        text = Path(get_model_path(_FILE)).read_text(encoding="utf-8")
        lines = (line.partition(" ") for line in text.splitlines())
        self._phonemes = {word: phonemes for word, _, phonemes in lines}

    def lookup(self, word: str) -> tuple[str, ...]:
        """The phonemes of a word; empty if it does not have it."""
        return tuple(self._phonemes.get(word, "").split())

    def knows(self, word: str) -> bool:
        return word in self._phonemes

    def learn(self, words: Iterable[str]) -> None:
        """Add the words that it lacks, pronounced as they are written."""
        for word in words:
            if not self.knows(word):
                self._phonemes[word] = " ".join(pronounce(word, self.lookup))
