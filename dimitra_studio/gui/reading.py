"""Tasks that read files and need no engine: they run beside it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.progress import Progress, ProgressFn
from dimitra_studio.gui.job import Task

if TYPE_CHECKING:
    from dimitra_studio.pipeline.character import MappingReport, Wishes
    from dimitra_studio.pipeline.importing import Imported


def read_motion(path: Path, rig: str | None = None) -> Task:
    """Read the motion of another program, for a rig if one is named; the result is ``Imported``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> "Imported":
        from dimitra_studio.pipeline.importing import import_motion

        on_progress(Progress(0, 0, "Reading the motion"))
        return import_motion(path, rig=rig)

    return task


def read_character(path: Path, wishes: "Wishes | None") -> Task:
    """Find what drives what of a character.

    The result is the report with the wishes and the one without, or a sentence why there is none:
    a file that does not fit is an answer for the dialog that asked, not an error of the window.
    """

    def task(_nothing: Any, on_progress: ProgressFn) -> "tuple[MappingReport, MappingReport] | str":
        from dimitra_studio.pipeline.character import examine

        on_progress(Progress(0, 0, "Reading the character"))
        try:
            return examine(path, wishes)
        except DimitraError as error:
            return str(error)

    return task
