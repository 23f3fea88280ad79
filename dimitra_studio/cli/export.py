"""``export``: the motion of a project or file in the format of another program."""

import argparse
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from dimitra_studio.cli import character_options, inputs, options
from dimitra_studio.core.errors import ExportError
from dimitra_studio.core.motion import FPS
from dimitra_studio.core.project_file import load_project
from dimitra_studio.core.rig import COMPONENTS

if TYPE_CHECKING:
    from dimitra_studio.pipeline.hand_over import Options

HELP = "Write the motion of a project or motion file in the format of another program."
EXAMPLES = """\
  dimitra-studio export talk.dimitra --to csv -o talk.csv
  dimitra-studio export talk.dimitra --to livelink -o MySlate_1_Face.csv --preset unreal
  dimitra-studio export talk.dimitra --to maya_script -o talk.py --preset maya --segment 1.5:3
  dimitra-studio export talk.dimitra --to glb --character ada.glb -o ada_talks.glb
  dimitra-studio export talk.dimitra --to textgrid -o talk.TextGrid
  dimitra-studio export curves.npz --to a2f -o curves.json --fps 30 --gain lips=1.2 --no-head"""

_TIMECODE = re.compile(r"(\d{1,2}):([0-5]\d):([0-5]\d)[:;](\d{1,3})")
_MOST_OFFSET = 100.0  # far beyond what a channel can mean


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from dimitra_studio.pipeline.hand_over import PRESETS, TITLES

    parser.add_argument(
        "input",
        type=Path,
        metavar="PROJECT|MOTION",
        help=".dimitra, or a file of motion that 'import' reads",
    )
    known = "; ".join(f"{name}: {title}" for name, title in TITLES.items())
    parser.add_argument("--to", required=True, metavar="FORMAT", help=known)
    options.add_output(parser, "OUT", "the file to write; a note on it is written beside it")
    parser.add_argument(
        "--segment",
        type=options.segment,
        metavar="START:END",
        help="seconds of the project to write; everything by default",
    )
    options.add_fps(parser)
    group = parser.add_argument_group("what is written")
    group.add_argument(
        "--components",
        type=options.components,
        default=COMPONENTS,
        metavar="LIST",
        help="separated by commas (lips,expression,pose); the others hold still",
    )
    group.add_argument(
        "--gain",
        type=_gain,
        action="append",
        default=[],
        metavar="COMPONENT=FACTOR",
        help="such as lips=1.2; may be given again for another component",
    )
    group.add_argument(
        "--offset",
        type=_offset,
        action="append",
        default=[],
        metavar="CHANNEL=AMOUNT",
        help="added after the gain, such as jawOpen=0.1; may be given again",
    )
    group.add_argument("--no-head", action="store_true", help="the head holds still")
    group.add_argument(
        "--preset",
        choices=sorted(PRESETS),
        default="standard",
        help="axes and units of the program that it is for, where a format has none of its own",
    )
    group.add_argument(
        "--timecode",
        type=_timecode,
        default=(0, 0),
        metavar="HH:MM:SS:FF",
        help="of the first frame; FF counts frames of the output",
    )
    parser.add_argument(
        "--bfm",
        type=Path,
        metavar="FILE.mat",
        help="your Basel Face Model in Deep3DFaceRecon's layout, for formats of its coefficients",
    )
    character_options.add_arguments(parser)


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.pipeline.hand_over import TITLES, hand_over, prepare, prepare_motion
    from dimitra_studio.pipeline.importing import import_motion

    if args.to not in TITLES:
        *most, last = TITLES
        known = f"{', '.join(most)} or {last}"
        raise ExportError(f"{args.to!r} is not a known format; choose {known}.")
    inputs.check_output(args.output, (), args.input)
    character_options.check(args)
    if inputs.is_project(args.input):
        project = load_project(args.input)
        rate = project.takes[0].motion.fps if project.takes else FPS
        prepared = prepare(project, _options(args, rate), args.to)
    else:
        imported = import_motion(args.input)
        inputs.warn(args, imported.warnings)
        made = prepare_motion(imported.motion, _options(args, imported.motion.fps))
        prepared = replace(made, name=imported.name)
    if args.character is not None:
        files = character_options.write(args, prepared)
    else:
        files = hand_over(prepared, args.to, args.output, bfm=args.bfm)
    print(files[0])


def _options(args: argparse.Namespace, rate: float) -> "Options":
    """What the command line asks for, of a motion at some rate.

    Raises:
        ExportError: if the timecode has more frames in a second than the output.
    """
    from dimitra_studio.pipeline.hand_over import Options
    from dimitra_studio.pipeline.importing import exact_rate

    fps = None if args.fps is None else exact_rate(args.fps)
    per_second = round(fps or rate)
    whole, frames = args.timecode
    if frames and frames >= per_second:
        raise ExportError(
            f"The timecode has frame {frames}, but a second of the output has {per_second}; "
            "count frames from 0."
        )
    return Options(
        segment=args.segment,
        fps=fps,
        components=args.components,
        gain=dict(args.gain),
        offset=dict(args.offset),
        head=not args.no_head,
        preset=args.preset,
        timecode=whole + frames / max(per_second, 1),
    )


def _gain(text: str) -> tuple[str, float]:
    """``lips=1.2`` -> a component and its factor, for argparse."""
    name, _, factor = text.partition("=")
    if name not in COMPONENTS:
        raise argparse.ArgumentTypeError(f"{text!r} does not begin with {' or '.join(COMPONENTS)}=")
    return name, options.factor(factor)


def _offset(text: str) -> tuple[str, float]:
    """``jawOpen=0.1`` -> a channel and what is added to it, for argparse."""
    name, _, amount = text.partition("=")
    if not name:
        raise argparse.ArgumentTypeError(f"{text!r} is not CHANNEL=AMOUNT, such as jawOpen=0.1")
    try:
        value = float(amount)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{amount!r} is not a number") from error
    if not abs(value) <= _MOST_OFFSET:
        raise argparse.ArgumentTypeError(f"{amount} is not between ±{_MOST_OFFSET:g}")
    return name, value


def _timecode(text: str) -> tuple[int, int]:
    """``01:00:00:12`` -> whole seconds, and frames, for argparse."""
    match = _TIMECODE.fullmatch(text)
    if match is None or int(match[1]) > 23:
        raise argparse.ArgumentTypeError(f"{text!r} is not HH:MM:SS:FF, such as 01:00:00:12")
    hours, minutes, seconds, frames = map(int, match.groups())
    return hours * 3600 + minutes * 60 + seconds, frames
