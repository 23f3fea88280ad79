"""From motion to files that other tools read.

A format is one file and one row here: the command line and the window are filled from the table.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from dimitra_studio.export.csv import write_csv
from dimitra_studio.export.hand_over import HandOver, Written
from dimitra_studio.export.npz import write_npz

Group = Literal["curves", "character", "mouth", "speech"]


@dataclass(frozen=True, slots=True)
class Exporter:
    """One format.

    Args:
        suffix: of its files, with the dot.
        title: what it is, for a list.
        write: writes a hand-over to a path; raises ``ExportError``. The manifest is written by
            ``pipeline.hand_over`` for all formats.
        group: what it is a kind of.
        rigs: names of those that it can write.
        note: what the target drops or needs, a sentence for the dialog.
    """

    suffix: str
    title: str
    write: Callable[[HandOver, Path], Written]
    group: Group = "curves"
    rigs: tuple[str, ...] = ("studio", "bfm")
    note: str = ""


EXPORTERS: Mapping[str, Exporter] = {
    "npz": Exporter(".npz", "Curves for numpy", write_npz),
    "csv": Exporter(".csv", "Curves as a table", write_csv),
}
"""By the name of the format."""
