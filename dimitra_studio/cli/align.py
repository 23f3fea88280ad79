"""``align``: when each word and phoneme is said."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.errors import AudioError
from dimitra_studio.core.transcript import Transcript

HELP = "Find the times of the words and phonemes of a recording."
EXAMPLES = """\
  dimitra-studio align speech.wav "Hello, my name is Ada." -o speech.TextGrid
  dimitra-studio align speech.wav @speech.txt -o speech.json
  dimitra-studio align speech.wav -o draft.json        (recognises a first draft)"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("recording", type=Path, metavar="RECORDING")
    parser.add_argument(
        "transcript",
        nargs="?",
        metavar="TEXT|@FILE",
        help="what is said; recognised, roughly, if it is left out",
    )
    options.add_output(parser, "OUT.TextGrid|OUT.srt|OUT.vtt|OUT.json", "the times")


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.pipeline.files import TIMING_FORMATS, write_timing

    inputs.check_output(
        args.output, TIMING_FORMATS, args.recording, inputs.transcript_file(args.transcript)
    )
    recording = inputs.read_media(args.recording, AudioError)
    given = inputs.read_transcript(args.transcript)
    text = given.text if isinstance(given, Transcript) else given
    from dimitra_studio.pipeline.engine import Engine

    with reporting(args) as on_progress:
        transcript, warnings = Engine().transcribe(recording, text, on_progress=on_progress)
        write_timing(transcript, args.output)
    inputs.warn(args, warnings)
    print(args.output)
