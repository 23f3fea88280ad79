"""Differences between two versions of a project, in the user's language."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from dimitra_studio.core.differences import Difference
from dimitra_studio.core.recovery import Finding, SideFile


def describe(differences: Sequence[Difference]) -> list[str]:
    """A line for each difference."""
    texts = _texts()
    return [texts[item.kind].format(count=item.count) for item in differences]


def describe_finding(finding: Finding) -> list[str]:
    """What the user must know to decide about unsaved work, in a line each."""
    translate = QCoreApplication.translate
    if finding.problem is not None:
        return [finding.problem]
    if finding.side.original is None:
        return [translate("Differences", "This project was never saved."), *_contents(finding.side)]
    if finding.differences is None:
        missing = translate("Differences", "The saved file is gone or cannot be read.")
        return [missing, *_contents(finding.side)]
    lines = describe(finding.differences)
    if not lines:
        lines = [translate("Differences", "Nothing differs from the saved file.")]
    if finding.saved_later:
        later = translate(
            "Differences", "The saved file is newer; keep both to compare them at leisure."
        )
        lines.insert(0, later)
    return lines


def _contents(side: SideFile) -> list[str]:
    translate = QCoreApplication.translate
    counts = (
        (translate("Differences", "Takes: {count}"), side.n_takes),
        (translate("Differences", "Words: {count}"), side.n_words),
        (translate("Differences", "Curves edited by hand: {count}"), side.n_edits),
    )
    return [text.format(count=count) for text, count in counts if count]


def _texts() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "takes added": translate("Differences", "More takes: {count}"),
        "takes missing": translate("Differences", "Takes removed: {count}"),
        "takes changed": translate("Differences", "Takes changed: {count}"),
        "takes shown": translate("Differences", "Other takes are shown"),
        "curves edited": translate("Differences", "Curves edited by hand: {count}"),
        "words": translate("Differences", "The transcript is another"),
        "portrait": translate("Differences", "The portrait is another"),
        "recording": translate("Differences", "The recording is another"),
        "pinned frames": translate("Differences", "Other frames are pinned"),
        "locks": translate("Differences", "Other components are locked"),
        "strength": translate("Differences", "The strengths are others"),
        "markers": translate("Differences", "The markers are others"),
        "sound delay": translate("Differences", "The sound's delay is another"),
        "changed words": translate("Differences", "Other words wait for new motion"),
        "name": translate("Differences", "The name is another"),
    }
