"""What the transcript panel says about words and spans."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication, QLocale

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.timeline import Segment
from dimitra_studio.core.transcript import Word
from dimitra_studio.gui.panels.component_names import join_components
from dimitra_studio.gui.panels.range_texts import span_text, time_text, words_text

_MOST_SPANS = 3  # that are listed one by one


def describe_word(word: Word) -> str:
    """How well a word was heard, and when; for its tooltip."""
    translate = QCoreApplication.translate
    when = span_text(Segment(word.start, word.end)) if word.end > word.start else ""
    when = when or translate("Transcript", "{start} s").format(start=time_text(word.start))
    sure = QLocale().toString(round(100 * word.confidence))
    how = {
        "aligned": translate("Transcript", "heard with {percent} %"),
        "recognised": translate("Transcript", "drafted, heard with {percent} %"),
        "typed": translate("Transcript", "typed, not aligned yet"),
        "moved": translate("Transcript", "borders set by hand"),
        "estimated": translate("Transcript", "not heard; its time is estimated"),
    }[word.source]
    return f"{how.format(percent=sure)}, {when}"


def describe_regeneration(
    spans: Sequence[Segment], components: Collection[str], words: Sequence[Word]
) -> str:
    """Say exactly what will be generated and what stays."""
    translate = QCoreApplication.translate
    n_words = sum(
        any(word.start < span.end and word.end > span.start for span in spans) for word in words
    )
    said = translate("Transcript", "Regenerates {components} {where} ({words})").format(
        components=join_components(tuple(components)),
        where=_where(spans),
        words=words_text(n_words),
    )
    kept = tuple(name for name in COMPONENTS if name not in components)
    if not kept:
        return said + "."
    stays = (
        translate("Transcript", "{components} stays.")
        if len(kept) == 1
        else translate("Transcript", "{components} stay.")
    )
    return f"{said}; {stays.format(components=join_components(kept))}"


def _where(spans: Sequence[Segment]) -> str:
    translate = QCoreApplication.translate
    one = translate("Transcript", "from {start} to {end} s")
    texts = [one.format(start=time_text(s.start), end=time_text(s.end)) for s in spans]
    if len(spans) > _MOST_SPANS:
        length = sum(span.end - span.start for span in spans)
        return translate("Transcript", "in {n} places {where}, {length} s in all,").format(
            n=len(spans),
            where=one.format(start=time_text(spans[0].start), end=time_text(spans[-1].end)),
            length=time_text(length),
        )
    if len(spans) < 2:
        return "".join(texts)
    return translate("Transcript", "{first} and {last}").format(
        first=", ".join(texts[:-1]), last=texts[-1]
    )
