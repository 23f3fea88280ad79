"""Tasks that read files and need no engine: they run beside it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dimitra_studio.core.progress import Progress, ProgressFn
from dimitra_studio.gui.job import Task

if TYPE_CHECKING:
    from dimitra_studio.pipeline.importing import Imported


def read_motion(path: Path) -> Task:
    """Read the motion of another program; its result is ``Imported``."""

    def task(_nothing: Any, on_progress: ProgressFn) -> "Imported":
        from dimitra_studio.pipeline.importing import import_motion

        on_progress(Progress(0, 0, "Reading the motion"))
        return import_motion(path)

    return task
