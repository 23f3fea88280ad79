"""The command line's entry: parse, run one command, and say in one sentence what went wrong."""

import argparse
import io
import logging
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import FrameType

from dimitra_studio import __version__
from dimitra_studio.cli import COMMANDS
from dimitra_studio.cli.reporting import say
from dimitra_studio.core.errors import DimitraError
from dimitra_studio.core.files import write_error
from dimitra_studio.core.paths import log_folder
from dimitra_studio.core.progress import Cancelled

PROGRAM = "dimitra-studio"


def make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=PROGRAM,
        description="A portrait and a recording become a talking head.",
        epilog=f"'{PROGRAM} COMMAND --help' shows the options of a command, with examples.",
    )
    parser.add_argument("--version", action="version", version=f"{PROGRAM} {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, command in COMMANDS.items():
        child = commands.add_parser(
            name,
            help=command.HELP,
            description=command.HELP,
            epilog=f"examples:\n{command.EXAMPLES}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        command.add_arguments(child)
        child.add_argument(
            "--json-progress",
            action="store_true",
            help="report progress and errors as one JSON object a line on stderr",
        )
        child.set_defaults(run=command.run)
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns:
        The exit code: 0 done, 1 a refused input or a failed job, 2 wrong usage.
    """
    parser = make_parser()
    try:
        args = parser.parse_args(argv)
    except SystemExit as exit_:  # argparse has said what is wrong
        return exit_.code if isinstance(exit_.code, int) else 2
    if hasattr(signal, "SIGTERM"):
        signal.signal(signal.SIGTERM, _interrupt)
    logging.basicConfig(level=logging.ERROR)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a name that the terminal cannot show is no error
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        args.run(args)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever read the output has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # Python flushes at exit
        return 1
    except (Exception, KeyboardInterrupt, Cancelled) as error:
        say(args, "error", _explain(error))
        return 1
    return 0


def _explain(error: BaseException) -> str:
    """What is said to the user; the details of the unexpected go to a log file."""
    if isinstance(error, DimitraError):
        return str(error)
    if isinstance(error, KeyboardInterrupt | Cancelled):
        return "Cancelled; no unfinished file was left behind."
    if isinstance(error, MemoryError):
        return "The memory is used up; close other programs or use a smaller input."
    if isinstance(error, OSError) and error.filename is not None:
        return str(write_error(Path(str(error.filename)), error))
    return _unexpected(error)


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _unexpected(error: BaseException) -> str:
    """Put the traceback into a log file and name it."""
    kind = type(error).__name__
    try:
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        log = folder / f"error-{datetime.now():%Y%m%d-%H%M%S}.log"
        log.write_text("".join(traceback.format_exception(error)), encoding="utf-8")
    except OSError:
        return f"Something went wrong inside the program ({kind}: {error}); please report it."
    return (
        f"Something went wrong inside the program ({kind}: {error}); please report it with {log}."
    )
