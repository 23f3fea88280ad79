"""``render``: a portrait and a recording, or a project, to MP4."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.project import Project

HELP = "Make a talking-head video from a portrait and a recording, or from a project."
EXAMPLES = """\
  dimitra-studio render face.jpg speech.wav -o talk.mp4
  dimitra-studio render face.jpg speech.wav -o talk.mp4 --transcript "Hello, my name is Ada."
  dimitra-studio render face.jpg speech.mp3 -o talk.mp4 --transcript @speech.txt --seed 3 --pose 0.5
  dimitra-studio render talk.dimitra -o talk.mp4 --renderer mesh"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="PORTRAIT|PROJECT", help="picture or .dimitra")
    parser.add_argument(
        "recording", type=Path, nargs="?", metavar="RECORDING", help="speech, with a portrait"
    )
    options.add_output(parser, "OUT.mp4", "the video")
    options.add_transcript(parser)
    parser.add_argument(
        "--renderer", choices=("portrait", "mesh"), default="portrait", help="%(default)s"
    )
    options.add_fps(parser)
    options.add_sampling(parser)
    options.add_strengths(parser)


def run(args: argparse.Namespace) -> None:
    words = inputs.transcript_file(args.transcript)
    inputs.check_output(args.output, (".mp4",), args.input, args.recording, words)
    if inputs.is_project(args.input):
        inputs.refuse_beside_project(
            args.input, recording=args.recording, transcript=args.transcript
        )
        source: Project | inputs.Material = inputs.open_with_take(args.input)
    elif args.recording is None:
        raise AudioError("There is no recording; give a sound file after the portrait.")
    else:
        source = inputs.read_material(args.recording, args.input, args.transcript)
    with reporting(args) as on_progress:
        if isinstance(source, inputs.Material):
            engine = inputs.open_engine(args, args.components)
            project = inputs.new_project(engine, source, args, on_progress)
            project = inputs.generate_take(engine, project, args, on_progress)
        else:
            engine = inputs.open_engine(args)
            project = inputs.with_strength(source, args)
        engine.render(
            project, args.output, renderer=args.renderer, fps=args.fps, on_progress=on_progress
        )
    print(args.output)
