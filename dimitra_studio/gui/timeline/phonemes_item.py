"""The phonemes of the recording."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor

from dimitra_studio.core.transcript import Transcript
from dimitra_studio.gui import theme
from dimitra_studio.gui.decimals import decimal
from dimitra_studio.gui.theme_colours import mixed
from dimitra_studio.gui.timeline.border_drag import BorderDrag
from dimitra_studio.gui.timeline.spans import Spans
from dimitra_studio.gui.timeline.speech_style import BoxStyle
from dimitra_studio.gui.timeline.speech_tier import SpeechTierItem

_SHORTEST, _LONGEST = 0.03, 1.5  # seconds; beyond them a border is suspicious

_CLASSES = (
    {"AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW"},
    {"P", "B", "M"},  # the lips must touch
    {"F", "V", "TH", "DH", "S", "Z", "SH", "ZH", "HH", "CH", "JH"},
    {"T", "D", "K", "G", "N", "NG"},
    {"L", "R", "W", "Y"},
)
"""Vowels, closures of the lips, fricatives with affricates, closures of the tongue and glides.

ARPAbet symbols; what is in none of them looks like silence.
"""

_SILENCE_KIND = len(_CLASSES)
_KINDS = {symbol: kind for kind, symbols in enumerate(_CLASSES) for symbol in symbols}

_HUES = (None, 350, 45, 145, 265)
"""Degrees by class; vowels keep the theme's own colour."""


class PhonemesItem(SpeechTierItem):
    """Phonemes as boxes in the colour of their class; those that close the lips carry a bar.

    A border that two phonemes share belongs to both: ``phoneme_moved`` names the earlier one, and
    the later one starts where it now ends. The outer borders are those of the word.
    """

    phoneme_moved = Signal(int, int, float, float)  # word, phoneme in it, start, end in seconds

    def __init__(self) -> None:
        self._places: list[tuple[int, int]] = []  # word and phoneme in it
        super().__init__(shortest=_SHORTEST, longest=_LONGEST)
        self._class_names = (
            self.tr("vowel"),
            self.tr("closure of the lips"),
            self.tr("fricative"),
            self.tr("closure of the tongue"),
            self.tr("glide"),
            self.tr("silence"),
        )

    def set_data(self, transcript: Transcript | None) -> None:
        """Show the phonemes of all words; nothing with None."""
        words = transcript.words if transcript else ()
        self._places = [
            (index, place)
            for index, word in enumerate(words)
            for place in range(len(word.phonemes))
        ]
        phonemes = [words[index].phonemes[place] for index, place in self._places]
        times = [(phoneme.start, phoneme.end) for phoneme in phonemes]
        spans = Spans.from_times(times, transcript.duration if transcript else 0.0)
        kinds = [_KINDS.get(phoneme.symbol, _SILENCE_KIND) for phoneme in phonemes]
        self._show(spans, [phoneme.symbol for phoneme in phonemes], kinds)

    def _make_styles(self) -> tuple[BoxStyle, ...]:
        colours = theme.colours()
        fills = [colours.phoneme if hue is None else _tinted(hue) for hue in _HUES]
        styles = [BoxStyle(fill) for fill in fills]
        styles[1] = BoxStyle(fills[1], bar=mixed(colours.text, fills[1], 0.7))
        return (*styles, BoxStyle(mixed(colours.phoneme, colours.base, 0.4)))

    def _tip(self, index: int) -> str:
        start, end = float(self._spans.starts[index]), float(self._spans.ends[index])
        return self.tr("{symbol}, {kind}\n{start} to {end} s, {length} ms").format(
            symbol=self._texts[index],
            kind=self._class_names[self._kinds[index]],
            start=decimal(start, 3),
            end=decimal(end, 3),
            length=round(1000 * (end - start)),
        )

    def _finish(self, drag: BorderDrag) -> None:
        index = drag.border.left if drag.border.left is not None else drag.border.right
        if index is not None:
            spans = drag.spans
            start, end = float(spans.starts[index]), float(spans.ends[index])
            self.phoneme_moved.emit(*self._places[index], start, end)


def _tinted(hue: int) -> QColor:
    """The hue at a strength that the theme's text can be read on."""
    base = theme.colours().phoneme
    dark = base.lightnessF() < 0.5
    lightness = base.lightnessF() + (0.06 if dark else -0.06)
    return QColor.fromHslF(hue / 360, 0.3 if dark else 0.55, lightness)
