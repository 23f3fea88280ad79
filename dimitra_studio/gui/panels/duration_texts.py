"""How long something took or will take, as people say it."""

from PySide6.QtCore import QCoreApplication


def elapsed_text(seconds: float) -> str:
    """Whole seconds below a minute, then minutes and seconds."""
    whole = int(seconds)
    if whole < 60:
        return QCoreApplication.translate("Durations", "{n} s").format(n=whole)
    return QCoreApplication.translate("Durations", "{minutes} min {seconds} s").format(
        minutes=whole // 60, seconds=whole % 60
    )


def remaining_text(seconds: float) -> str:
    """An estimate, rounded so that it does not flicker."""
    if seconds < 5:
        return QCoreApplication.translate("Durations", "a few seconds left")
    if seconds < 55:
        text = QCoreApplication.translate("Durations", "about {n} s left")
        return text.format(n=5 * round(seconds / 5))
    text = QCoreApplication.translate("Durations", "about {n} min left")
    return text.format(n=max(1, round(seconds / 60)))
