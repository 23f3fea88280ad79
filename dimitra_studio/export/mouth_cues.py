"""Mouth shapes of 2D animation, from the phonemes of the transcript."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.transcript import SILENCE, Phoneme
from dimitra_studio.export.hand_over import HandOver

REST = "X"

RHUBARB: Mapping[str, tuple[str, ...]] = {
    SILENCE: (REST,),
    **dict.fromkeys(("P", "B", "M"), ("A",)),
    **dict.fromkeys(("D", "DH", "G", "K", "N", "NG", "R", "S", "T", "TH", "Y", "Z"), ("B",)),
    **dict.fromkeys(("CH", "JH", "SH", "ZH"), ("B",)),
    **dict.fromkeys(("IH", "IY"), ("B",)),
    **dict.fromkeys(("AE", "AH", "EH"), ("C",)),
    "AA": ("D",),
    **dict.fromkeys(("AO", "ER"), ("E",)),
    **dict.fromkeys(("UH", "UW", "W"), ("F",)),
    **dict.fromkeys(("F", "V"), ("G",)),
    "L": ("H",),
    "EY": ("C", "B"),
    "AY": ("D", "B"),
    "AW": ("D", "F"),
    "OY": ("E", "B"),
    "OW": ("E", "F"),
}
"""Shapes of a phoneme, one after the other; HH is missing, it takes the shape of what follows.

Source: the list of mouth shapes in Rhubarb Lip Sync's documentation.
"""

BLAIR: Mapping[str, str] = {
    "A": "MBP",
    "B": "etc",
    "C": "E",
    "D": "AI",
    "E": "O",
    "F": "U",
    "G": "FV",
    "H": "L",
    "X": "rest",
}
"""Preston Blair's names of Rhubarb's shapes."""

_CLOSED = frozenset("AG")  # what is not seen to close looks wrong, however short it is
_BREATH = "HH"
_BREATH_ALONE = "AH"  # the shape of a breath that no sound follows


@dataclass(frozen=True, slots=True)
class Cue:
    """A mouth shape.

    Args:
        start: in seconds, or in whatever unit they were rounded to.
        end: likewise.
        shape: one of Rhubarb's.
    """

    start: float
    end: float
    shape: str


def phonemes_of(hand_over: HandOver) -> list[Phoneme]:
    """Every phoneme of the range, with silence in the gaps.

    Raises:
        ExportError: if there is no transcript, or nobody knows its phonemes.
    """
    transcript = hand_over.transcript
    if transcript is None:
        raise ExportError(
            "Mouth shapes come from the words, and there is no transcript; type what is said first."
        )
    phonemes = list(transcript.phonemes())
    if not any(phoneme.symbol != SILENCE for phoneme in phonemes):
        raise ExportError(
            "Mouth shapes come from the phonemes, and the transcript has none in this range; "
            "align its words, or choose another range."
        )
    return phonemes


def shapes_of(symbol: str, table: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """What a phoneme looks like.

    Raises:
        ExportError: if the table does not know it.
    """
    if symbol not in table:
        raise ExportError(
            f"The transcript has the sound {symbol!r}, which has no mouth shape here; "
            "only English ARPAbet does."
        )
    return table[symbol]


def halves(
    phonemes: list[Phoneme], table: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[float, float, str]]:
    """Start, end and shape; a phoneme of two shapes is cut in the middle.

    A breath has the shape of the sound that follows.
    """
    for index, phoneme in enumerate(phonemes):
        if phoneme.symbol == _BREATH:
            following = phonemes[index + 1].symbol if index + 1 < len(phonemes) else SILENCE
            alone = following in (SILENCE, _BREATH)
            shapes = shapes_of(_BREATH_ALONE if alone else following, table)[:1]
        else:
            shapes = shapes_of(phoneme.symbol, table)
        step = (phoneme.end - phoneme.start) / len(shapes)
        for part, shape in enumerate(shapes):
            start = phoneme.start + part * step
            yield start, start + step, shape


def make_cues(hand_over: HandOver) -> list[Cue]:
    """Rhubarb's shapes, in hundredths of a second; they follow each other without gaps.

    Raises:
        ExportError: if there are no phonemes.
    """
    end = round(hand_over.motion.duration * 100)
    return _on_grid(halves(phonemes_of(hand_over), RHUBARB), 100.0, end)


def make_frame_cues(hand_over: HandOver) -> list[Cue]:
    """Rhubarb's shapes, in frames of the motion counted from 0, one shape a frame.

    Raises:
        ExportError: if there are no phonemes.
    """
    motion = hand_over.motion
    return _on_grid(halves(phonemes_of(hand_over), RHUBARB), motion.fps, len(motion))


def _on_grid(parts: Iterator[tuple[float, float, str]], rate: float, end: int) -> list[Cue]:
    """Begin each shape on the step of a grid in which it begins; lips that close keep a step."""
    starts: dict[int, str] = {}
    last = 0
    for start, stop, shape in parts:
        step = max(int(start * rate + 1e-6), last)
        if starts.get(step) in _CLOSED and shape not in _CLOSED:
            step += 1
        if stop > start and step < end:
            starts[step] = shape
            last = step
    starts = {0: REST, **starts}
    cues: list[Cue] = []
    for step, shape in sorted(starts.items()):
        if not cues or shape != cues[-1].shape:
            cues.append(Cue(step, end, shape))
    ends = [cue.start for cue in cues[1:]] + [float(end)]
    return [Cue(cue.start, stop, cue.shape) for cue, stop in zip(cues, ends, strict=True)]
