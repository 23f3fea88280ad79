"""``evaluate``: generated video measured against real video of the same speech."""

import argparse
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dimitra_studio.cli import inputs, options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.errors import (
    AudioError,
    FaceError,
    ImageError,
    TrainingError,
    TranscriptError,
)
from dimitra_studio.core.files import replacing
from dimitra_studio.core.progress import ProgressFn, ignore, stage
from dimitra_studio.core.project import Media
from dimitra_studio.core.transcript import Transcript

if TYPE_CHECKING:
    from dimitra_studio.evaluation.report import Report
    from dimitra_studio.evaluation.summary import Summary
    from dimitra_studio.pipeline.engine import Engine
    from dimitra_studio.training.corpus import Clip

HELP = "Measure a generated video against the real one, or the weights on a folder of clips."
EXAMPLES = """\
  dimitra-studio evaluate generated.mp4 real.mp4
  dimitra-studio evaluate generated.mp4 real.mp4 --transcript @speech.txt --json report.json
  dimitra-studio evaluate my-clips -o judged        (makes every validation clip anew from its
                                                     first picture, its sound and its words)"""

UNUSABLE = (AudioError, FaceError, ImageError, TranscriptError)
"""What may be wrong with one clip and not with the others."""

VAL_SHARE = 0.08
"""Of a folder without a split, as in training."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("generated", type=Path, metavar="GENERATED|FOLDER", help="what to judge")
    parser.add_argument("real", type=Path, nargs="?", metavar="REAL", help="what to judge it by")
    parser.add_argument(
        "-o", "--output", type=Path, metavar="FOLDER", help="for the videos made of a folder"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON too")
    parser.add_argument("--limit", type=options.positive, help="judge only so many clips")
    parser.add_argument(
        "--without-words", action="store_true", help="let the sound alone drive the clips"
    )
    options.add_transcript(parser)
    options.add_sampling(parser)


def run(args: argparse.Namespace) -> None:
    if args.json:
        inputs.check_output(args.json, (), args.generated, args.real)
    with reporting(args) as on_progress:
        if args.generated.is_dir():
            report: Report | Summary = _judge_folder(args, on_progress)
        elif args.real is None:
            raise ImageError("There is nothing to judge it by; give the real video after it.")
        else:
            report = _judge_video(args, on_progress)
    print(report)
    if args.json:
        with replacing(args.json) as partial:
            partial.write_text(report.to_json(), encoding="utf-8")


def _judge_video(args: argparse.Namespace, on_progress: ProgressFn) -> "Report":
    from dimitra_studio.evaluation.video import compare_videos

    transcript = None
    text = inputs.read_transcript(args.transcript)
    if isinstance(text, Transcript):
        transcript = text
    elif text is not None:
        recording = inputs.read_media(args.real, AudioError)
        transcript, warnings = inputs.open_engine(args).transcribe(
            recording, text, on_progress=on_progress
        )
        inputs.warn(args, warnings)
    return compare_videos(args.generated, args.real, transcript, on_progress=on_progress)


def _judge_folder(args: argparse.Namespace, on_progress: ProgressFn) -> "Summary":
    from dimitra_studio.evaluation.summary import summarise
    from dimitra_studio.training.corpus import find_clips

    if args.output is None:
        raise TrainingError("There is no place for the videos; name a folder with -o.")
    args.output.mkdir(parents=True, exist_ok=True)
    clips = [clip for clip in find_clips(args.generated, VAL_SHARE, 0) if clip.split == "val"]
    clips = clips[: args.limit]
    for clip in clips:
        inputs.check_output(args.output / f"{clip.path.stem}.mp4", (), clip.path)
    engine = inputs.open_engine(args)
    reports = []
    for index, clip in enumerate(clips):
        try:
            reports.append(_judge_clip(engine, clip, args, stage(on_progress, index, len(clips))))
        except UNUSABLE as error:
            inputs.warn(args, [f"{clip.path.name} is left out: {error}"])
    if not reports:
        raise TrainingError(f"None of the {len(clips)} clips could be judged.")
    return summarise(reports)


def _judge_clip(
    engine: "Engine", clip: "Clip", args: argparse.Namespace, on_progress: ProgressFn
) -> "Report":
    """Make one clip anew and compare it with itself."""
    from dimitra_studio.evaluation.video import compare_videos
    from dimitra_studio.pipeline.footage import portrait_of

    words = clip.transcript or None
    intake = engine.new_project(
        Media.from_file(clip.path), portrait=portrait_of(clip.path), text=words
    )
    driven = intake.project if not args.without_words else replace(intake.project, transcript=None)
    project = inputs.generate_take(engine, driven, args, ignore)
    video = args.output / f"{clip.path.stem}.mp4"
    engine.render(project, video, on_progress=on_progress)
    return compare_videos(video, clip.path, intake.project.transcript)
