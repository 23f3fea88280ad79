"""``import``: what was edited in another program, as a take or the transcript of a project."""

import argparse
from pathlib import Path

from dimitra_studio.cli import inputs, options
from dimitra_studio.core.errors import ProjectError
from dimitra_studio.core.project import Project, add_take, free_take_name
from dimitra_studio.core.project_file import SUFFIX, load_project, save_project

HELP = "Bring motion or words from another program into a project, as a take or its transcript."
EXAMPLES = """\
  dimitra-studio import talk.dimitra MySlate_1_Face.csv -o talk.dimitra
  dimitra-studio import talk.dimitra fixed.npz -o talk2.dimitra --at 1.5 --name "Fixed smile"
  dimitra-studio import talk.dimitra dreamtalk.npy -o talk2.dimitra --bfm BFM_model_front.mat
  dimitra-studio import talk.dimitra corrected.TextGrid -o talk.dimitra"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from dimitra_studio.pipeline.importing import IMPORT_FORMATS

    endings = dict.fromkeys(
        suffix for _, suffixes in IMPORT_FORMATS.values() for suffix in suffixes
    )
    parser.add_argument("project", type=Path, metavar="PROJECT", help=".dimitra")
    parser.add_argument(
        "file",
        type=Path,
        metavar="FILE",
        help=f"the motion: {', '.join(endings)}; or words with times: .TextGrid, .srt, .vtt, .json",
    )
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
    parser.add_argument(
        "--bfm",
        type=Path,
        metavar="FILE.mat",
        help="your Basel Face Model in Deep3DFaceRecon's layout, to turn its coefficients into "
        "blendshapes, approximately",
    )


def run(args: argparse.Namespace) -> None:
    from dimitra_studio.pipeline.files import holds_words

    inputs.check_output(args.output, (SUFFIX,), args.file)
    project = load_project(args.project)
    change = _words if holds_words(args.file) else _motion
    save_project(change(project, args), args.output)
    print(args.output)


def _motion(project: Project, args: argparse.Namespace) -> Project:
    """The project with a new take."""
    from dimitra_studio.pipeline.importing import fit_notes, import_motion, rig_of, to_take

    name = free_take_name(project) if args.name is None else args.name.strip()
    if not name or any(take.name == name for take in project.takes):
        raise ProjectError(f"A take cannot be called {name!r}, or one is already; choose another.")
    imported = import_motion(args.file, fps=args.fps, rig=rig_of(project), bfm=args.bfm)
    take = to_take(project, imported, name, start=args.at)
    inputs.warn(args, (*imported.warnings, *fit_notes(project, imported, start=args.at)))
    return add_take(project, take)


def _words(project: Project, args: argparse.Namespace) -> Project:
    """The project with other words; its motion stays."""
    from dimitra_studio.pipeline.files import read_timing, with_words

    if args.name is not None or args.at or args.fps is not None:
        raise ProjectError(
            f"{args.file.name} holds words with their times; leave out --name, --at and --fps, "
            "which are for motion."
        )
    changed, warnings = with_words(project, read_timing(args.file))
    inputs.warn(args, warnings)
    return changed
