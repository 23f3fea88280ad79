"""``import``: motion from another program, as a take of a project."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.project import add_take, free_take_name
from dimitra_studio.core.project_file import SUFFIX, load_project, save_project

HELP = "Bring motion from another program into a project, as a take."
EXAMPLES = """\
  dimitra-studio import talk.dimitra MySlate_1_Face.csv -o talk.dimitra
  dimitra-studio import talk.dimitra fixed.npz -o talk2.dimitra --at 1.5 --name "Fixed smile"
  dimitra-studio import talk.dimitra dreamtalk.npy -o bfm.dimitra --fps 25"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from dimitra_studio.pipeline.importing import IMPORT_FORMATS

    endings = dict.fromkeys(
        suffix for _, suffixes in IMPORT_FORMATS.values() for suffix in suffixes
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help=".dimitra")
    parser.add_argument("file", type=Path, metavar="FILE", help=f"the motion: {', '.join(endings)}")
    options.add_output(parser, "OUT.dimitra", "the project with the new take")
    parser.add_argument("--name", metavar="TEXT", help="of the take; the first free number if none")
    parser.add_argument(
        "--at",
        type=options.seconds,
        default=0.0,
        metavar="SECONDS",
        help="where the file begins in the project (%(default)g)",
    )
    parser.add_argument(
        "--fps",
        type=options.rate,
        metavar="RATE",
        help="frames per second of the file, whatever it says itself",
    )


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.pipeline.importing import fit_notes, import_motion, to_take

    inputs.check_output(args.output, (SUFFIX,), args.file)
    project = load_project(args.project)
    name = free_take_name(project) if args.name is None else args.name.strip()
    if not name or any(take.name == name for take in project.takes):
        raise ProjectError(f"A take cannot be called {name!r}, or one is already; choose another.")
    imported = import_motion(args.file, fps=args.fps)
    take = to_take(project, imported, name, start=args.at)
    inputs.warn(args, (*imported.warnings, *fit_notes(project, imported, start=args.at)))
    save_project(add_take(project, take), args.output)
    print(args.output)
