"""How a take came to be, in words."""

from PySide6.QtCore import QCoreApplication, QLocale

from dimitra_studio.core.rig import COMPONENTS
from dimitra_studio.core.take import Take
from dimitra_studio.core.timeline import Segment
from dimitra_studio.gui.panels.component_names import join_components
from dimitra_studio.gui.panels.range_texts import span_text


def origin_text(take: Take) -> str:
    """Where a take comes from, in a word or two."""
    texts = {
        "generated": QCoreApplication.translate("Takes", "generated"),
        "tracked": QCoreApplication.translate("Takes", "from a video"),
        "imported": QCoreApplication.translate("Takes", "imported"),
        "edited": QCoreApplication.translate("Takes", "edited by hand"),
    }
    return texts[take.origin]


def is_whole(take: Take) -> bool:
    """Whether a take was made over the whole recording."""
    return take.start <= 0 and take.end >= take.motion.duration - 1 / take.motion.fps


def summary(take: Take) -> str:
    """What tells it from its neighbours: seed or origin, parts, range."""
    parts = []
    if take.origin == "generated":
        text = QCoreApplication.translate("Takes", "seed {seed}")
        parts.append(text.format(seed=take.settings.seed))
    else:
        parts.append(origin_text(take))
    if set(take.components) != set(COMPONENTS):
        parts.append(join_components(take.components))
    if not is_whole(take):
        parts.append(span_text(Segment(take.start, take.end)))
    return " · ".join(parts)


def details(take: Take) -> str:
    """Everything that is known about how it was made, in sentences."""
    span = QCoreApplication.translate("Takes", "the whole recording")
    if not is_whole(take):
        span = span_text(Segment(take.start, take.end))
    text = QCoreApplication.translate("Takes", "{origin}: {parts}, {span}").format(
        origin=origin_text(take).capitalize(), parts=join_components(take.components), span=span
    )
    if take.origin == "generated":
        settings = take.settings
        text += QCoreApplication.translate(
            "Takes", "; seed {seed}, liveliness {guidance}, {steps} steps, seam {seam} ms"
        ).format(
            seed=settings.seed,
            guidance=QLocale().toString(settings.guidance, "g", 3),
            steps=settings.n_steps,
            seam=round(1000 * settings.seam),
        )
    if take.parent:
        made_from = QCoreApplication.translate("Takes", "; made from {take}")
        text += made_from.format(take=take.parent)
    return f"{text}."
