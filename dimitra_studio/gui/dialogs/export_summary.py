"""One line on what an export will give."""

from PySide6.QtCore import QCoreApplication, QLocale

from dimitra_studio.core.motion import FPS, count_frames
from dimitra_studio.gui.panels.range_texts import frames_text
from dimitra_studio.pipeline.delivery import PROJECT, Delivery


def summary(delivery: Delivery, duration: float, portrait_size: tuple[int, int] | None) -> str:
    """Frames, length, size of the picture and about the size of the file.

    Args:
        delivery: what is chosen.
        duration: of everything, in seconds.
        portrait_size: width and height of the portrait.
    """
    say, locale = QCoreApplication.translate, QLocale()
    if delivery.kind == PROJECT:
        return str(say("ExportSummary", "The whole project, whatever range is selected"))
    fps = delivery.fps or FPS
    n_frames = len(delivery.frames(count_frames(duration)))
    parts = [
        frames_text(n_frames),
        say("ExportSummary", "{n} s").format(n=locale.toString(n_frames / fps, "f", 2)),
    ]
    if delivery.has_pictures:
        width, height = delivery.picture_size(portrait_size)
        n_bytes = delivery.estimate_bytes(n_frames, fps, portrait_size)
        size = locale.formattedDataSize(round(n_bytes), 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        parts.append(f"{width} × {height}")  # noqa: RUF001 - what it is meant to be
        parts.append(say("ExportSummary", "about {size}").format(size=size))
    return ", ".join(parts)
