"""``export``: the curves of a project or motion file in another format."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.core.timeline import resample

HELP = "Write the curves of a project or motion file in another format."
EXAMPLES = """\
  dimitra-studio export talk.dimitra --to csv -o talk.csv
  dimitra-studio export curves.npz --to csv -o curves.csv --fps 30"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="PROJECT|MOTION", help=".dimitra or .npz")
    parser.add_argument("--to", required=True, metavar="FORMAT", help="npz or csv")
    options.add_output(parser, "OUT", "the file to write")
    options.add_fps(parser)


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.core.errors import ExportError
    from dimitra_studio.pipeline.files import FORMATS, export_motion, load_motion

    if args.to not in FORMATS:
        raise ExportError(f"{args.to!r} is not a known format; choose {' or '.join(FORMATS)}.")
    inputs.check_output(args.output, (), args.input)
    motion = load_motion(args.input)
    export_motion(resample(motion, args.fps or motion.fps), args.to, args.output)
    print(args.output)
