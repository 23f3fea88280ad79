"""``generate``: motion without a video, into a project or a file of curves."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.cli.reporting import reporting
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.files import replacing
from dimitra_studio.core.motion_file import write_motion
from dimitra_studio.core.project import Project, shown_motion
from dimitra_studio.core.project_file import SUFFIX, load_project, save_project

HELP = "Generate motion from a recording, or a segment of a project anew."
EXAMPLES = """\
  dimitra-studio generate speech.wav -o curves.npz
  dimitra-studio generate speech.wav --portrait face.jpg -o talk.dimitra --transcript @speech.txt
  dimitra-studio generate talk.dimitra -o talk.dimitra --segment 1.5:3 --components lips --seed 7"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("input", type=Path, metavar="RECORDING|PROJECT", help="speech or .dimitra")
    parser.add_argument("--portrait", type=Path, metavar="IMAGE", help="whose face it is")
    options.add_output(parser, "OUT.dimitra|OUT.npz", "a project, or curves alone")
    options.add_transcript(parser)
    parser.add_argument(
        "--segment",
        type=options.segment,
        metavar="START:END",
        help="seconds of a project to generate anew; the rest stays bit-identical",
    )
    options.add_sampling(parser)
    options.add_strengths(parser)


def run(args: argparse.Namespace) -> None:
    inputs.check_output(args.output, (SUFFIX, ".npz"), *_inputs(args))
    if inputs.is_project(args.input):
        inputs.refuse_beside_project(args.input, portrait=args.portrait, transcript=args.transcript)
        source: Project | inputs.Material = load_project(args.input)
    elif args.segment is not None:
        raise ProjectError("There is no take to change a segment of; give a project.")
    else:
        source = inputs.read_material(args.input, args.portrait, args.transcript)
    with reporting(args) as on_progress:
        engine = inputs.open_engine(args, args.components)
        if isinstance(source, inputs.Material):
            source = inputs.new_project(engine, source, args, on_progress)
        project = inputs.generate_take(engine, source, args, on_progress, segment=args.segment)
        _save(project, args.output)
    print(args.output)


def _inputs(args: argparse.Namespace) -> list[Path | None]:
    """The files that must stay as they are; a project may be changed in place."""
    files = [args.input, args.portrait, inputs.transcript_file(args.transcript)]
    return files[1:] if inputs.is_project(args.input) and inputs.is_project(args.output) else files


def _save(project: Project, path: Path) -> None:
    if inputs.is_project(path):
        save_project(project, path)
        return
    motion = shown_motion(project)
    if motion is not None:
        with replacing(path) as partial, partial.open("wb") as file:
            write_motion(motion, file)
