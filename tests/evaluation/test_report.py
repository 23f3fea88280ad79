import json
import math
import re
from dataclasses import replace

from dimitra_studio.evaluation.report import LipFigures, MotionFigures, Report, Tracks

NAN = float("nan")
REPORT = Report(
    generated="talk.mp4",
    real="real.mp4",
    tracks=Tracks(75, 74, 1.0, 0.5, 3.0, NAN),
    landmarks=None,
    lips=LipFigures(
        aperture=0.9,
        best_lag=-1,
        best_aperture=0.92,
        aperture_earlier=0.8,
        aperture_later=0.92,
        width=NAN,
    ),
    closures=None,
    motion=MotionFigures(20.0, 0.0, 1.5, 0.5),
    pictures=None,
)


def line(report: Report, label: str) -> str:
    rows = [re.split(r"\s{2,}", row.strip()) for row in str(report).splitlines()[1:]]
    return dict(rows)[label]


def test_the_table_names_files_and_figures() -> None:
    assert str(REPORT).startswith("talk.mp4 against real.mp4\n")
    assert line(REPORT, "Frames") == "75 (real 74)"
    assert line(REPORT, "Lip aperture, correlation") == "0.900"
    assert line(REPORT, "at the best lag") == "0.920 (-1 frames)"


def test_what_has_no_value_is_a_dash() -> None:
    assert line(REPORT, "Sound") == "-"
    assert line(REPORT, "Mouth width, correlation") == "-"
    assert line(REPORT, "PSNR") == "-"


def test_json_is_json() -> None:
    report = replace(REPORT, motion=MotionFigures(math.inf, 0.0, 1.5, 0.5))
    known = json.loads(report.to_json(), parse_constant=lambda name: f"not JSON: {name}")
    assert known["tracks"]["n_generated"] == 75
    assert known["tracks"]["sound_duration"] is None
    assert known["motion"]["blinks_generated"] is None
    assert known["landmarks"] is None
