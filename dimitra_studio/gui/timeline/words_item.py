"""The words of the recording."""

from collections.abc import Sequence

import numpy as np
from pyqtgraph.GraphicsScene.mouseEvents import MouseClickEvent
from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QPainter

from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Transcript, Word
from dimitra_studio.gui import theme
from dimitra_studio.gui.decimals import decimal
from dimitra_studio.gui.theme_colours import mixed
from dimitra_studio.gui.timeline.border_drag import BorderDrag
from dimitra_studio.gui.timeline.paint_area import PaintArea
from dimitra_studio.gui.timeline.spans import Spans
from dimitra_studio.gui.timeline.speech_style import BoxStyle
from dimitra_studio.gui.timeline.speech_tier import SpeechTierItem

DOUBTFUL = 0.45
"""Confidence below which a word was hardly heard."""

_SHORTEST, _LONGEST = 0.03, 1.5  # seconds; beyond them a border is suspicious
_FAIR = 0.7  # confidence
_WEAK = 0.55
_UNMEASURED = ("typed", "estimated")  # sources of times that nobody measured

_SURE_KIND, _FAIR_KIND, _WEAK_KIND, _DOUBTFUL_KIND, _UNMEASURED_KIND = range(5)
_CHANGED_KIND, _CHANGED_UNMEASURED_KIND = 5, 6


class WordsItem(SpeechTierItem):
    """Words as boxes; borders are dragged, with Ctrl everything after moves along.

    A border that two words share belongs to both: ``word_moved`` names the earlier one, and the
    later one starts where it now ends.
    """

    word_clicked = Signal(int)
    word_activated = Signal(int)  # double click
    word_moved = Signal(int, float, float)  # index, start and end in seconds
    words_shifted = Signal(int, float)  # from this word on, seconds; one that touched it stretches

    def __init__(self) -> None:
        self._words: tuple[Word, ...] = ()
        self._changed: tuple[Segment, ...] = ()
        super().__init__(shortest=_SHORTEST, longest=_LONGEST)
        self._sources = {
            "aligned": self.tr("aligned with the sound"),
            "recognised": self.tr("heard by the recogniser"),
            "typed": self.tr("typed, not yet aligned"),
            "moved": self.tr("moved by hand"),
            "estimated": self.tr("estimated: could not be aligned"),
        }

    def set_data(self, transcript: Transcript | None, changed: Sequence[Segment] = ()) -> None:
        """Show the words; nothing with None.

        Args:
            transcript: words in the order of time.
            changed: segments whose words changed after their motion was generated.
        """
        self._words = transcript.words if transcript else ()
        self._changed = tuple(changed)
        duration = transcript.duration if transcript else 0.0
        spans = Spans.from_times([(word.start, word.end) for word in self._words], duration)
        kinds = [_kind(word) for word in self._words]
        for segment in self._changed:
            for index in range(*spans.overlapping(segment.start, segment.end).indices(len(spans))):
                unmeasured = self._words[index].source in _UNMEASURED
                kinds[index] = _CHANGED_UNMEASURED_KIND if unmeasured else _CHANGED_KIND
        marked = (_DOUBTFUL_KIND, _UNMEASURED_KIND, _CHANGED_KIND, _CHANGED_UNMEASURED_KIND)
        self._show(spans, [word.text for word in self._words], kinds, marked)

    def set_current(self, index: int | None) -> None:
        """Highlight the word that is spoken at the playhead; none with None."""
        self._mark_current(index)

    def mouseClickEvent(self, event: MouseClickEvent) -> None:
        index = self._spans.at(event.pos().x())
        if index is None or event.button() != Qt.MouseButton.LeftButton:
            return
        event.accept()
        (self.word_activated if event.double() else self.word_clicked).emit(index)

    def _make_styles(self) -> tuple[BoxStyle, ...]:
        colours = theme.colours()
        hatch = mixed(colours.text, colours.word_changed, 0.25)
        changed = BoxStyle(colours.word_changed, hatch=hatch)
        return (
            BoxStyle(colours.word),
            BoxStyle(mixed(colours.word, colours.base, 0.75)),
            BoxStyle(mixed(colours.word, colours.base, 0.5)),
            BoxStyle(colours.word_doubtful, underline=colours.warning),
            BoxStyle(mixed(colours.word_doubtful, colours.base, 0.5), underline=colours.error),
            changed,
            BoxStyle(changed.fill, hatch=changed.hatch, underline=colours.error),
        )

    def _tip(self, index: int) -> str:
        word = self._words[index]
        return self.tr("{text}\n{start} to {end} s\n{source}, confidence {percent} %").format(
            text=word.text,
            start=decimal(word.start, 2),
            end=decimal(word.end, 2),
            source=self._sources[word.source],
            percent=round(100 * word.confidence),
        )

    def _paint_behind(self, painter: QPainter, area: PaintArea) -> None:
        brush = QBrush(theme.colours().word_changed, Qt.BrushStyle.BDiagPattern)
        for segment in self._changed:  # where words were removed there is no box to mark
            left, right = area.x(np.array([segment.start, segment.end]))
            painter.fillRect(QRectF(left, area.top, right - left, area.height), brush)

    def _finish(self, drag: BorderDrag) -> None:
        border = drag.border
        if drag.pushing and border.right is not None:
            self.words_shifted.emit(border.right, drag.delta)
            return
        index = border.left if border.left is not None else border.right
        if index is not None:
            spans = drag.spans
            self.word_moved.emit(index, float(spans.starts[index]), float(spans.ends[index]))


def _kind(word: Word) -> int:
    if word.source in _UNMEASURED:
        return _UNMEASURED_KIND
    if word.confidence < DOUBTFUL:
        return _DOUBTFUL_KIND
    if word.confidence < _WEAK:
        return _WEAK_KIND
    return _FAIR_KIND if word.confidence < _FAIR else _SURE_KIND
