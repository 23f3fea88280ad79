"""The options of ``export`` that put the animation onto the user's own character."""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from dimitra_studio.cli import inputs
from dimitra_studio.cli.reporting import say
from dimitra_studio.core.errors import ExportError

if TYPE_CHECKING:
    from dimitra_studio.pipeline.character import HandOver

FORMAT = "glb"
"""What a character is written as."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group(f"your own character (with --to {FORMAT})")
    group.add_argument(
        "--character",
        type=Path,
        metavar="FILE",
        help=".glb, .gltf or .vrm with blendshapes of ARKit's, VRM's or Ready Player Me's names; "
        "the animation is added to a copy of it",
    )
    group.add_argument(
        "--mapping",
        type=Path,
        metavar="FILE.json",
        help="which of its targets each channel drives; without it names decide",
    )
    group.add_argument(
        "--write-mapping",
        type=Path,
        metavar="FILE.json",
        help="write what was found, to be changed and given back with --mapping",
    )


def check(args: argparse.Namespace) -> None:
    """Refuse options that do not go together before the work begins.

    Raises:
        ExportError: if a character is to become another format, or is missing.
    """
    if args.character is None and (args.mapping or args.write_mapping):
        raise ExportError("A mapping is for a character; name it with --character.")
    if args.character is not None and args.to != FORMAT:
        raise ExportError(f"A character is written as {FORMAT}; give --to {FORMAT}.")
    inputs.check_output(args.output, (), args.character, args.mapping)
    if args.write_mapping is not None:
        inputs.check_output(args.write_mapping, (".json",), args.character, args.input)


def write(args: argparse.Namespace, prepared: "HandOver") -> list[Path]:
    """Write the character, and say what of it was found and what was not.

    Raises:
        ExportError: if a file cannot be written.
        ProjectError: if the character or the mapping cannot be read.
    """
    from dimitra_studio.pipeline import character

    wishes = None if args.mapping is None else character.load_mapping(args.mapping)
    report = character.match(args.character, wishes)
    for sentence in character.describe(report):
        say(args, "note", sentence)
    if args.write_mapping is not None:
        character.save_mapping(report, args.write_mapping)
    return character.write(prepared, args.character, wishes, args.output)
