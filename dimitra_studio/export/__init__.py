"""From motion to files that other tools read.

A format is one file and one row here: the command line and the window are filled from the table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from dimitra_studio.core.motion import Motion
from dimitra_studio.export.csv import write_csv
from dimitra_studio.export.npz import write_npz


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Args:
        suffix: of its files, with the dot.
        title: what it is, for a list.
        write: writes a motion to a path; raises ``ExportError``.
    """

    suffix: str
    title: str
    write: Callable[[Motion, Path], None]


EXPORTERS = {
    "npz": Exporter(".npz", "Curves for numpy", write_npz),
    "csv": Exporter(".csv", "Curves as a table", write_csv),
}
