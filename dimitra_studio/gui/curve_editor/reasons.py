"""Why a command of the graph editor cannot be used now."""

from PySide6.QtCore import QObject

from dimitra_studio.gui.curve_editor.curve_clip import CurveClip
from dimitra_studio.gui.curve_editor.editor_tool_bar import EditorToolBar
from dimitra_studio.gui.curve_editor.shown_curves import ShownCurves

_EDITS = (
    "add",
    "draw",
    "scale",
    "offset",
    "smooth",
    "simplify",
    "mirror",
    "paste",
    "delete",
    "reset",
)


class Reasons(QObject):
    """Finds the first thing that is missing, in the user's language."""

    def show(self, tools: EditorToolBar, shown: ShownCurves, clip: CurveClip | None) -> None:
        """Enable what can be used; let the rest say why not."""
        blocked = self._blocked(shown)
        locked = blocked or self._locked(shown)
        for name in _EDITS:
            tools.allow(name, locked)
        if not locked and not shown.selected_keys():
            tools.allow("delete", self.tr("No key is selected; press on one first."))
        if not locked and clip is None:
            tools.allow("paste", self.tr("Nothing was copied yet."))
        nothing = "" if self._has_edits(shown) else self.tr("Nothing was edited by hand here.")
        if not locked:
            tools.allow("reset", nothing)
        tools.allow("copy", blocked)
        tools.allow("pin", blocked or nothing)
        free = "" if self._has_pins(shown) else self.tr("No frame is pinned here.")
        tools.allow("unpin", blocked or free)

    def _blocked(self, shown: ShownCurves) -> str:
        if shown.edited is None:
            return self.tr("There is no motion yet; generate or import one.")
        return "" if shown.active else self.tr("No channel is chosen.")

    def _locked(self, shown: ShownCurves) -> str:
        if shown.targets():
            return ""
        texts = {
            "lips": self.tr("The lips are locked; unlock them to edit their curves."),
            "expression": self.tr("The expression is locked; unlock it to edit its curves."),
            "pose": self.tr("The pose is locked; unlock it to edit its curves."),
        }
        return texts[shown.component(shown.active)]

    @staticmethod
    def _has_edits(shown: ShownCurves) -> bool:
        return any(
            shown.edits[name].frames.size or shown.edits[name].keys
            for name in shown.chosen()
            if name in shown.edits
        )

    @staticmethod
    def _has_pins(shown: ShownCurves) -> bool:
        return any(shown.pinned.get(shown.component(name)) for name in shown.chosen())
