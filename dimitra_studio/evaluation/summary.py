"""The figures of many comparisons in one."""

import dataclasses
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from dimitra_studio.evaluation.report import ROWS, Report, show_figures


@dataclass(frozen=True, slots=True)
class Summary:
    """Means over clips.

    Args:
        n_clips: how many were compared.
        figures: mean of each figure by group, and sum of each count; a figure that no clip has
            is NaN. Shares of closures are means over closures, not over clips.
    """

    n_clips: int
    figures: dict[str, dict[str, float]]

    def to_json(self) -> str:
        """The figures by group; what has no value is null."""
        groups = {
            group: {
                name: value if math.isfinite(value) else None for name, value in figures.items()
            }
            for group, figures in self.figures.items()
        }
        return json.dumps({"n_clips": self.n_clips, **groups}, indent=2) + "\n"

    def __str__(self) -> str:
        """A table."""
        width = max(len(label) for _, label, _ in ROWS)
        rows = [
            f"{label:<{width}}  {show_figures(self.figures.get(group), form)}"
            for group, label, form in ROWS
        ]
        return "\n".join([f"Mean of {self.n_clips} clips", *rows])


def summarise(reports: Sequence[Report]) -> Summary:
    """Average the figures of some comparisons.

    Raises:
        ValueError: if there are none.
    """
    if not reports:
        raise ValueError("there is nothing to average")
    groups: dict[str, dict[str, list[tuple[float, float]]]] = {}
    for report in reports:
        for group, figures in dataclasses.asdict(report).items():
            if isinstance(figures, dict):
                _gather(groups.setdefault(group, {}), figures)
    means = {
        group: {name: _reduce(name, values) for name, values in figures.items()}
        for group, figures in groups.items()
    }
    return Summary(len(reports), means)


def _gather(into: dict[str, list[tuple[float, float]]], figures: dict[str, Any]) -> None:
    """Note each figure with the weight that it has in the mean."""
    weight = figures.get("n_closures", 1)
    for name, value in figures.items():
        into.setdefault(name, []).append((float(value), weight))


def _reduce(name: str, values: list[tuple[float, float]]) -> float:
    known = np.array([pair for pair in values if math.isfinite(pair[0])])
    if name.startswith("n_"):
        return int(known[:, 0].sum())
    if not known.size or not known[:, 1].sum():
        return float("nan")
    return float(np.average(known[:, 0], weights=known[:, 1]))
