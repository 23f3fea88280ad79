"""``track``: a video to curves."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion_file import write_motion

HELP = "Turn a video of a face into curves."
EXAMPLES = """\
  dimitra-studio track take1.mp4 -o take1.npz"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("video", type=Path, metavar="VIDEO", help="one face, facing the camera")
    options.add_output(parser, "OUT.npz", "the curves")
    options.add_engine(parser)


def run(args: argparse.Namespace) -> None:
    inputs.check_output(args.output, (".npz",), args.video)
    with reporting(args) as on_progress:
        tracked = inputs.open_engine(args).track(args.video, on_progress=on_progress)
        with replacing(args.output) as partial, partial.open("wb") as file:
            write_motion(tracked.motion, file)
    inputs.warn(args, tracked.warnings)
    print(args.output)
