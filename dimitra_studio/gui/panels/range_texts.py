"""How times, ranges and frames are written in the panels."""

from PySide6.QtCore import QCoreApplication, QLocale

from dimitra_studio.core.timeline import Segment

_EVER = 1 << 30  # frames; longer than any recording


def time_text(seconds: float) -> str:
    """A time with hundredths, in the writing of the user's language, without the unit."""
    return QLocale().toString(seconds, "f", 2)


def span_text(segment: Segment) -> str:
    """From when to when."""
    return QCoreApplication.translate("Ranges", "{start} – {end} s").format(  # noqa: RUF001
        start=time_text(segment.start), end=time_text(segment.end)
    )


def count_frames_of(segment: Segment, fps: float) -> int:
    """How many frames a segment touches in a recording that is long enough."""
    frames = segment.frames(_EVER, fps)
    return frames.stop - frames.start


def words_text(n_words: int) -> str:
    """How many words."""
    if n_words == 0:
        return QCoreApplication.translate("Ranges", "no words")
    if n_words == 1:
        return QCoreApplication.translate("Ranges", "1 word")
    return QCoreApplication.translate("Ranges", "{n} words").format(n=n_words)


def frames_text(n_frames: int) -> str:
    """How many frames."""
    if n_frames == 0:
        return QCoreApplication.translate("Ranges", "no frames")
    if n_frames == 1:
        return QCoreApplication.translate("Ranges", "1 frame")
    return QCoreApplication.translate("Ranges", "{n} frames").format(n=n_frames)


def segments_text(n_segments: int) -> str:
    """How many segments."""
    if n_segments == 1:
        return QCoreApplication.translate("Ranges", "1 segment")
    return QCoreApplication.translate("Ranges", "{n} segments").format(n=n_segments)


def describe_range(segment: Segment, n_words: int, fps: float) -> str:
    """Span, words and frames in one line."""
    n_frames = count_frames_of(segment, fps)
    return ", ".join((span_text(segment), words_text(n_words), frames_text(n_frames)))
