import json
from dataclasses import replace

import pytest

from dimitra_studio.evaluation.report import (
    ClosureFigures,
    LipFigures,
    MotionFigures,
    Report,
    Tracks,
)
from dimitra_studio.evaluation.summary import summarise

ONE = Report(
    generated="a.mp4",
    real="b.mp4",
    tracks=Tracks(75, 75, 1.0, 1.0, 3.0, 3.0),
    landmarks=None,
    lips=LipFigures(0.8, 0, 0.8, 0.7, 0.6, 0.5),
    closures=ClosureFigures(1, 1.0, 1.0),
    motion=MotionFigures(20.0, 20.0, 1.0, float("nan")),
    pictures=None,
)
OTHER = replace(
    ONE,
    lips=LipFigures(0.9, 1, 0.92, 0.92, 0.8, 0.7),
    closures=ClosureFigures(3, 1 / 3, 1.0),
    motion=MotionFigures(10.0, 20.0, 1.0, 2.0),
)


def test_figures_are_averaged_over_clips() -> None:
    summary = summarise([ONE, OTHER])
    assert summary.n_clips == 2
    assert summary.figures["lips"]["aperture"] == pytest.approx(0.85)
    assert summary.figures["tracks"]["n_generated"] == 150


def test_closures_are_averaged_over_closures() -> None:
    closures = summarise([ONE, OTHER]).figures["closures"]
    assert (closures["n_closures"], closures["closed_generated"]) == (4, pytest.approx(0.5))


def test_figures_without_a_value_do_not_count() -> None:
    assert summarise([ONE, OTHER]).figures["motion"]["head_jitter"] == 2.0


def test_table_and_json_say_the_same() -> None:
    summary = summarise([ONE, OTHER])
    (line,) = [line for line in str(summary).splitlines() if line.startswith("Lip aperture")]
    assert line.endswith("0.850")
    assert json.loads(summary.to_json())["lips"]["aperture"] == pytest.approx(0.85)


def test_nothing_cannot_be_averaged() -> None:
    with pytest.raises(ValueError, match="nothing to average"):
        summarise([])
