"""``demo``: the sample portrait says the sample sentence."""

import argparse
import time
from dataclasses import replace
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.files import check_writable, write_error
from dimitra_studio.core.paths import SAMPLE
from dimitra_studio.core.project_file import save_project

HELP = "Make a video, a project and a table of curves from the sample; needs no network."
EXAMPLES = """\
  dimitra-studio demo
  dimitra-studio demo -o my-folder --seed 3"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path("dimitra-demo"),
        metavar="FOLDER",
        help="made if it does not exist (%(default)s)",
    )
    options.add_sampling(parser)
    options.add_strengths(parser)


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.pipeline.hand_over import hand_over, prepare

    began = time.monotonic()
    try:
        args.output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(args.output, error) from error
    video, document, table = outputs = [
        args.output / f"demo{end}" for end in (".mp4", ".dimitra", ".csv")
    ]
    for path in outputs:
        check_writable(path)
    material = inputs.read_material(
        SAMPLE / "speech.flac", SAMPLE / "portrait.jpg", f"@{SAMPLE / 'speech.txt'}"
    )
    with reporting(args) as on_progress:
        engine = inputs.open_engine(args, args.components)
        project = inputs.new_project(engine, material, args, on_progress)
        project = inputs.generate_take(engine, replace(project, name="Demo"), args, on_progress)
        engine.render(project, video, on_progress=on_progress)
        save_project(project, document)
        curves, manifest = hand_over(prepare(project), "csv", table)
    print(f"Video:   {video.resolve()}")
    print(f"Project: {document.resolve()}")
    print(f"Curves:  {curves.resolve()}, described by {manifest.resolve()}")
    print(f"Done in {time.monotonic() - began:.0f} s.")
