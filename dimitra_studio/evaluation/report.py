"""What a comparison of two videos found, for people and for programs."""

import dataclasses
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Tracks:
    """What the files hold.

    Args:
        n_generated: frames of the generated video at 25 a second.
        n_real: frames of the real video at 25 a second.
        seen_generated: share of its frames in which a face was found.
        seen_real: share of its frames in which a face was found.
        picture_duration: of the generated video, in seconds.
        sound_duration: of the generated video, in seconds; NaN without sound.
    """

    n_generated: int
    n_real: int
    seen_generated: float
    seen_real: float
    picture_duration: float
    sound_duration: float


@dataclass(frozen=True, slots=True)
class LandmarkFigures:
    """Landmark distances after alignment, as shares of the eye distance and in real pixels.

    Args:
        f_lmd: over 68 points.
        m_lmd: over the 20 points of the mouth.
        f_lmd_px: over 68 points, in pixels of the real video.
        m_lmd_px: over the mouth, in pixels of the real video.
    """

    f_lmd: float
    m_lmd: float
    f_lmd_px: float
    m_lmd_px: float


@dataclass(frozen=True, slots=True)
class LipFigures:
    """How the lips of both videos move together.

    Args:
        aperture: correlation of the inner-lip aperture at lag 0.
        best_lag: frames by which the generated lips are late at the highest correlation.
        best_aperture: the correlation there.
        aperture_earlier: the correlation with the generated lips moved a frame earlier.
        aperture_later: the correlation with the generated lips moved a frame later.
        width: correlation of the mouth's width at lag 0.
    """

    aperture: float
    best_lag: int
    best_aperture: float
    aperture_earlier: float
    aperture_later: float
    width: float


@dataclass(frozen=True, slots=True)
class ClosureFigures:
    """Whether the lips touch when they should.

    Args:
        n_closures: P, B and M of the transcript, neighbours counted once.
        closed_generated: share of them in which the generated lips touch.
        closed_real: share of them in which the real lips touch.
    """

    n_closures: int
    closed_generated: float
    closed_real: float


@dataclass(frozen=True, slots=True)
class MotionFigures:
    """Blinks a minute, and mean accelerations of generated over real.

    Args:
        blinks_generated: a minute.
        blinks_real: a minute.
        mouth_jitter: of the mouth's aperture and width.
        head_jitter: of the place of the head.
    """

    blinks_generated: float
    blinks_real: float
    mouth_jitter: float
    head_jitter: float


@dataclass(frozen=True, slots=True)
class PictureFigures:
    """Distances between pictures, for videos of one size.

    Args:
        psnr: in dB, over all frames that were looked at; infinite for equal pictures.
        ssim: mean over the same.
    """

    psnr: float
    ssim: float


@dataclass(frozen=True)
class Report:
    """A generated video against the real one of the same speech.

    ``None`` stands for what could not be measured at all, NaN for a figure without a value.

    Args:
        generated: name of the generated video.
        real: name of the real video.
        tracks: what the files hold.
        landmarks: ``None`` if no frame shows a face in both.
        lips: ``None`` for the same reason, or for videos under half a second.
        closures: ``None`` without a transcript.
        motion: blinks and smoothness.
        pictures: ``None`` if the sizes differ.
    """

    generated: str
    real: str
    tracks: Tracks
    landmarks: LandmarkFigures | None
    lips: LipFigures | None
    closures: ClosureFigures | None
    motion: MotionFigures
    pictures: PictureFigures | None

    def to_json(self) -> str:
        """The figures by group; what has no value is null."""
        return json.dumps(_finite(dataclasses.asdict(self)), indent=2) + "\n"

    def __str__(self) -> str:
        """A table."""
        groups = dataclasses.asdict(self)
        width = max(len(label) for _, label, _ in ROWS)
        lines = [
            f"{label:<{width}}  {show_figures(groups[group], form)}" for group, label, form in ROWS
        ]
        return "\n".join([f"{self.generated} against {self.real}", *lines])


ROWS = (
    ("tracks", "Frames", "{n_generated} (real {n_real})"),
    ("tracks", "Frames with a face", "{seen_generated:.1%} (real {seen_real:.1%})"),
    ("tracks", "Picture", "{picture_duration:.3f} s"),
    ("tracks", "Sound", "{sound_duration:.3f} s"),
    ("landmarks", "F-LMD", "{f_lmd:.2%} of the eye distance, {f_lmd_px:.2f} px"),
    ("landmarks", "M-LMD", "{m_lmd:.2%} of the eye distance, {m_lmd_px:.2f} px"),
    ("lips", "Lip aperture, correlation", "{aperture:.3f}"),
    ("lips", "  at the best lag", "{best_aperture:.3f} ({best_lag:+.2g} frames)"),
    ("lips", "  a frame earlier, later", "{aperture_earlier:.3f}, {aperture_later:.3f}"),
    ("lips", "Mouth width, correlation", "{width:.3f}"),
    ("closures", "Lips closed at P, B, M", "{closed_generated:.1%} of {n_closures}"),
    ("closures", "  in the real video", "{closed_real:.1%}"),
    ("motion", "Blinks a minute", "{blinks_generated:.1f} (real {blinks_real:.1f})"),
    ("motion", "Jitter of the mouth", "{mouth_jitter:.2f} times the real one"),
    ("motion", "Jitter of the head", "{head_jitter:.2f} times the real one"),
    ("pictures", "PSNR", "{psnr:.2f} dB"),
    ("pictures", "SSIM", "{ssim:.4f}"),
)
"""Group, label and form of each line of the table."""

NOT_MEASURED = "-"


def show_figures(group: Mapping[str, Any] | None, form: str) -> str:
    """One line of the table, from one group of figures."""
    if group is None:
        return NOT_MEASURED
    line = form.format_map(group)
    return NOT_MEASURED if line.startswith("nan") else line


def _finite(value: Any) -> Any:
    """The same without NaN and infinity, which JSON does not know."""
    if isinstance(value, dict):
        return {name: _finite(part) for name, part in value.items()}
    return None if isinstance(value, float) and not math.isfinite(value) else value
