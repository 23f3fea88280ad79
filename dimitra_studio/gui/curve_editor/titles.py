"""Names of the steps that can be undone."""

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication


def step_title(template: str, channels: Collection[str], n_keys: int = 0) -> str:
    """Fill ``{channels}`` and ``{keys}`` of a translated template in.

    Args:
        template: in the user's language.
        channels: that the step is about; one is named, several are counted.
        n_keys: that it is about.
    """
    if len(channels) == 1:
        named = next(iter(channels))
    else:
        text = QCoreApplication.translate("CurveSteps", "{count} channels")
        named = text.format(count=len(channels))
    if n_keys == 1:
        keys = QCoreApplication.translate("CurveSteps", "a key")
    else:
        keys = QCoreApplication.translate("CurveSteps", "{count} keys").format(count=n_keys)
    return template.format(channels=named, keys=keys)
